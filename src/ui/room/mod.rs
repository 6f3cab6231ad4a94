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
mod sound;
mod timer;
mod topic;
pub mod tour;
mod voting;
mod week;

use crate::ui::prelude::*;

use crate::ui::cx::Cx;
use crate::ui::prefs;

/// The page of this name. The workshop shows in the facilitator's window only what the facilitator needs; the two screens
/// show the workbook section by section, or the findings and then the way to the plan on a page.
pub fn page(cx: Cx, name: &'static str) -> AnyView {
    match name {
        "week" => week::view(cx),
        "projector" => projector::view(cx, screens::sections, true),
        "present" => projector::view(cx, present::cards, false),
        _ if prefs::asked("facilitator").is_some() => facilitator::view(cx),
        _ => page::view(cx),
    }
}
