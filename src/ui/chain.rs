//! Where each need goes: modules, benefits, services, objectives, actions.

use leptos::prelude::*;

use crate::ui::cx::Cx;

/// The chain.
pub fn page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}
