//! Views as plain nodes: one small builder over the document, used by [`view!`](kamsheet_markup::view).
//!
//! A view is made once. What changes is told by effects: an attribute that is a closure, and a child that is a closure,
//! follow the signals they read. Nothing here depends on the type of a view, so that all views share the same code.

mod element;
mod keyed;
mod live;
mod nodes;
mod value;

pub use element::Element;
pub use keyed::{keyed, keyed_by};
pub use live::held_open;
pub use nodes::{AnyView, CollectView, IntoAny, Nodes};

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use send_wrapper::SendWrapper;

/// Does it now, and again whenever a signal it reads changes, for as long as the view lives.
fn follow(mut act: Box<dyn FnMut()>) {
    let effect = SendWrapper::new(RenderEffect::<()>::new(move |_| act()));
    on_cleanup(move || drop(effect));
}

/// Puts a page into an element; it stays for good.
pub fn mount(root: web_sys::HtmlElement, page: fn() -> AnyView) {
    let into = root.clone();
    mount_to(root, move || page().append_to(&into)).forget();
}
