//! The past of a workbook: what it looked like before.

use leptos::prelude::*;

use crate::ui::cx::Cx;

/// The history.
pub fn page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The page of this name.
pub fn any(cx: Cx, _: &'static str) -> AnyView {
    page(cx)
}
