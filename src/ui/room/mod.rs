//! In the room: the workshop with its timer, silent rating, voting and review; the projector; the week; the tour.

mod agenda;
mod facilitator;
mod kit;
mod page;
mod present;
mod projector;
mod prompts;
mod quick;
mod rating;
mod results;
mod review;
mod screens;
mod timer;
mod topic;
pub mod tour;
mod voting;
mod week;

use leptos::prelude::*;

use crate::ui::cx::Cx;
use crate::ui::prefs;

/// What is due this week.
pub fn week(cx: Cx) -> AnyView {
    week::view(cx)
}

/// The workshop; in the facilitator's window only what the facilitator needs.
pub fn workshop(cx: Cx) -> AnyView {
    if prefs::asked("facilitator").is_some() { facilitator::view(cx) } else { page::view(cx) }
}

/// The projector: the workbook section by section.
pub fn projector(cx: Cx) -> AnyView {
    projector::view(cx, screens::sections)
}

/// The findings: a card for each worksheet, then the way to the plan on a page.
pub fn present(cx: Cx) -> AnyView {
    projector::view(cx, present::cards)
}
