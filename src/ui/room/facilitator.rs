//! The facilitator's window: timer, questions and quick notes, nothing else.

use crate::ui::prelude::*;

use super::timer::{self, Timer};
use super::{prompts, quick};
use crate::i18n::room as words;
use crate::ui::cx::Cx;
use crate::ui::dom;

/// The view. The page around it is hidden by a mark on the document.
pub fn view(cx: Cx) -> AnyView {
    let root = dom::document().document_element();
    if let Some(root) = &root {
        let _ = root.set_attribute("data-window", "facilitator");
    }
    on_cleanup(|| {
        if let Some(root) = dom::document().document_element() {
            let _ = root.remove_attribute("data-window");
        }
    });
    let timer = Timer::new(cx);
    view! {
        <div class="facilitator">
            <h1 class="sr" tabindex="-1">{cx.t(words::FACILITATOR)}</h1>
            {timer::view(timer)}
            {prompts::view(cx, timer.page())}
            {quick::view(cx, quick::PARKING)}
            {quick::view(cx, quick::DECISIONS)}
        </div>
    }
    .into_any()
}
