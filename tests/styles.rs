//! The style sheet of the pictures is what the geometry declares. `KAMSHEET_WRITE=1 cargo test --test styles` writes it.
#![allow(clippy::unwrap_used)]

use kamsheet::charts::style::css_rules;

const PATH: &str = "style/marks.css";

#[test]
fn marks_look_as_declared() {
    let wanted = format!("/* How marks look; written from src/charts/style.rs by tests/styles.rs. */\n{}", css_rules());
    if std::env::var_os("KAMSHEET_WRITE").is_some() {
        std::fs::write(PATH, &wanted).unwrap();
    }
    assert_eq!(std::fs::read_to_string(PATH).unwrap_or_default(), wanted, "{PATH} is out of date");
}
