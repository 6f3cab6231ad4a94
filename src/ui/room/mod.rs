//! In the room: the workshop's agenda and projector, and the week.

use leptos::prelude::*;

use crate::ui::cx::Cx;

/// What is due this week.
pub fn week(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The workshop.
pub fn workshop(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

/// The page of this name.
pub fn page(cx: Cx, name: &'static str) -> AnyView {
    if name == "week" { week(cx) } else { workshop(cx) }
}
