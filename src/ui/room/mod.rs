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
