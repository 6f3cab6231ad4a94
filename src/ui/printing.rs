//! Printing: everything has to stand on the page first, also the rows that are out of view.

use crate::ui::prelude::*;

use super::dom;
use super::sheet::window;

/// Gets the page ready whenever the browser is about to print; lives as long as the page.
pub fn listen() {
    let handle =
        window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("beforeprint"), |_| window::bring_all("table"));
    on_cleanup(move || handle.remove());
}

/// Opens the browser's print dialog once every row is on the page.
pub fn print() {
    window::bring_all("table");
    // One frame for the rows to come, one for them to be laid out.
    dom::next_frame(|| {
        dom::next_frame(|| {
            let _ = dom::window().print();
        });
    });
}
