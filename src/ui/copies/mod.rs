//! Copies of a workbook: handing out, merging back, comparing.

use crate::ui::prelude::*;

use crate::ui::cx::Cx;

/// Handing out and merging.
pub fn page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// Two states side by side.
pub fn compare(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The page of this name.
pub fn any(cx: Cx, name: &'static str) -> AnyView {
    if name == "compare" { compare(cx) } else { page(cx) }
}
