//! Where each need goes: modules, benefits, services, objectives, actions.

use leptos::prelude::*;

use crate::ui::cx::Cx;

/// The chain.
pub fn page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The page of this name.
pub fn any(cx: Cx, _: &'static str) -> AnyView {
    page(cx)
}
