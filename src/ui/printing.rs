//! Printing: everything has to stand on the page first, also the rows that are out of view.

use crate::ui::prelude::*;

use super::dom;
use super::sheet::window;

/// Gets the page ready whenever the browser is about to print; lives as long as the page.
pub fn listen() {
    let handle = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("beforeprint"), |_| bring_all());
    on_cleanup(move || handle.remove());
}

/// Opens the browser's print dialog once every row is on the page.
pub fn print() {
    bring_all();
    // One frame for the rows to come, one for them to be laid out.
    dom::next_frame(|| {
        dom::next_frame(|| {
            let _ = dom::window().print();
        });
    });
}

/// Brings everything onto the page that is folded or out of view.
fn bring_all() {
    super::later::all();
    for hidden in dom::find_all("[data-action=\"unfold\"][data-filled=\"true\"], [data-action=\"show-all\"]") {
        hidden.click();
    }
    for fold in dom::find_all("details.picture-fold") {
        let _ = fold.set_attribute("open", "");
    }
    window::bring_all("table");
    // What was just unfolded stands there a moment later, and still before the browser lays out the paper.
    leptos::task::spawn_local(async {
        for _ in 0..3 {
            leptos::task::tick().await;
            window::bring_all("table");
        }
    });
}
