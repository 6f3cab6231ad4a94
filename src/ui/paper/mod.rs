//! On paper: the plan on a page and the report.

use leptos::prelude::*;

use crate::ui::cx::Cx;

/// The plan on a page.
pub fn plan_on_a_page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The report.
pub fn report(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The page of this name.
pub fn page(cx: Cx, name: &'static str) -> AnyView {
    if name == "report" { report(cx) } else { plan_on_a_page(cx) }
}
