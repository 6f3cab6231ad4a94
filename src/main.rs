//! Entry point of the page.

fn main() {
    kamsheet::ui::start();
}
