//! Printing: everything has to stand on the page first, also the rows that are out of view.

use crate::ui::prelude::*;

use super::dom;

/// Gets the page ready whenever the browser is about to print; lives as long as the page.
pub fn listen() {
    let handle = window_event_listener(leptos::ev::Custom::<web_sys::Event>::new("beforeprint"), |_| lay_out_all());
    on_cleanup(move || handle.remove());
}

/// Opens the browser's print dialog once every row is on the page.
pub fn print() {
    lay_out_all();
    // One frame for the rows to come, one for them to be laid out.
    dom::next_frame(|| {
        dom::next_frame(|| {
            let _ = dom::window().print();
        });
    });
}

/// Tells the blocks of long lists that they are about to be seen.
fn lay_out_all() {
    for hidden in dom::find_all("[data-action=\"unfold\"][data-filled=\"true\"], [data-action=\"show-all\"]") {
        hidden.click();
    }
    for fold in dom::find_all("details.picture-fold") {
        let _ = fold.set_attribute("open", "");
    }
    for block in dom::find_all("table.list > tbody") {
        if let Ok(near) = web_sys::Event::new("near") {
            let _ = block.dispatch_event(&near);
        }
    }
}
