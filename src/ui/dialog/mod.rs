//! Dialogs: the browser's own, so that focus and Escape behave.

pub mod convert;
pub mod find;
pub mod help;
pub mod import;
pub mod prompts;

use crate::ui::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast as _;

use super::app::{App, Dialog};
use super::cx::Cx;
use crate::i18n::ui as words;
use crate::model::Lang;

/// A modal dialog with a heading and a way out. `close` runs however it is left.
pub fn modal(
    cx: Cx,
    title: String,
    kind: &'static str,
    body: AnyView,
    close: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    modal_in(cx.lang, title, kind, body, close)
}

/// The same where no workbook is open.
pub fn modal_in(
    lang: Lang,
    title: String,
    kind: &'static str,
    body: AnyView,
    close: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // At once, so that no key falls beside it; it can only be shown once it stands on the page.
            if dialog.is_connected() {
                let _ = dialog.show_modal();
            } else {
                super::dom::next_frame(move || {
                    let _ = dialog.show_modal();
                });
            }
        }
    });
    let heading = format!("dialog-{kind}");
    // Closing the element itself gives the focus back to where it was.
    let shut = move || {
        if let Some(dialog) = node.try_get_untracked().flatten() {
            dialog.close();
        }
    };
    // The browser tells of it a moment later; by then the next dialog may stand in its place, which stays.
    let left = move |_| {
        if node.try_get_untracked().flatten().is_some_and(|dialog| dialog.is_connected()) {
            close();
        }
    };
    let outside = move |event: leptos::ev::MouseEvent| {
        // A click on the backdrop lands on the dialog itself. A click inside may have taken the dialog away already.
        if node.try_get_untracked().flatten().is_some_and(|dialog| {
            event.target().is_some_and(|target| target.dyn_ref::<web_sys::Element>() == Some(&**dialog))
        }) {
            shut();
        }
    };
    view! {
        <dialog node_ref=node class=format!("dialog {kind}") aria-labelledby=heading on:close=left on:click=outside>
            <div class="dialog-body">
                <header>
                    <h2 id=heading.clone()>{title}</h2>
                    <button type="button" class="icon" data-action="close" aria-label=words::CLOSE.get(lang) on:click=move |_| shut()>"×"</button>
                </header>
                {body}
            </div>
        </dialog>
    }
    .into_any()
}

/// Dialogs over a workbook.
pub fn of_workbook(cx: Cx, route: Memo<String>) -> AnyView {
    super::example::listen(cx);
    super::still::listen();
    let open = move || match cx.app.dialog.get() {
        Some(Dialog::Find) => find::view(cx),
        Some(Dialog::Prompts) => prompts::view(cx, route.get_untracked()),
        _ => ().into_any(),
    };
    view! { {super::result::how::view(cx)}{convert::view(cx)}{open} }.into_any()
}

/// Dialogs that need no open workbook.
pub fn of_home(app: App) -> AnyView {
    (move || match app.dialog.get() {
        Some(Dialog::Help) => help::view(app, app.lang.get()),
        Some(Dialog::Import) => import::view(app, app.lang.get()),
        _ => ().into_any(),
    })
    .into_any()
}
