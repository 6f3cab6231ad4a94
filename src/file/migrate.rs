//! Older files: one step per schema version, each from the version before.

use super::json::Json;

/// The schema version that this app writes.
pub const SCHEMA_VERSION: u32 = 1;

/// The step from one schema version to the next.
pub struct Migration {
    /// The version it starts from; it leads to the next one.
    pub from: u32,
    /// Changes the file in place.
    pub apply: fn(&mut Json<'_>),
}

/// All steps in order, without a gap. Version 1 is the first, so there is none yet.
pub const MIGRATIONS: &[Migration] = &[];

/// Brings a file of schema version `from` to [`SCHEMA_VERSION`]. One that is there already stays as it is.
pub fn migrate(file: &mut Json<'_>, from: u32) {
    run(MIGRATIONS, file, from);
}

fn run(migrations: &[Migration], file: &mut Json<'_>, from: u32) {
    for migration in migrations.iter().skip_while(|migration| migration.from < from) {
        (migration.apply)(file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    #[test]
    fn steps_are_contiguous_and_end_at_this_version() {
        let starts: Vec<u32> = MIGRATIONS.iter().map(|migration| migration.from).collect();
        assert_eq!(starts, (1..SCHEMA_VERSION).collect::<Vec<_>>());
    }

    #[test]
    fn only_the_steps_from_the_version_of_the_file_on_are_taken() {
        fn note(file: &mut Json<'_>, step: &'static str) {
            if let Json::List(items) = file {
                items.push(Json::Text(Cow::Borrowed(step)));
            }
        }
        let steps = [
            Migration { from: 1, apply: |file| note(file, "one") },
            Migration { from: 2, apply: |file| note(file, "two") },
            Migration { from: 3, apply: |file| note(file, "three") },
        ];
        for (from, taken) in [(1, r#"["one","two","three"]"#), (3, r#"["three"]"#), (4, "[]")] {
            let mut file = Json::List(Vec::new());
            run(&steps, &mut file, from);
            assert_eq!(file.to_text(), taken, "from {from}");
        }
    }
}
