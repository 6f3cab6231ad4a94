//! What is out of view when a page opens comes after its first picture: people see and use the top at once, the rest
//! follows part by part, in order.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::dom;
use super::node::{AnyView, held_open};

/// A part of a page that is still to be made.
type Part = Box<dyn FnOnce()>;

thread_local! {
    static PARTS: RefCell<VecDeque<Part>> = const { RefCell::new(VecDeque::new()) };
    /// The page that was made last.
    static PAGE: RefCell<String> = const { RefCell::new(String::new()) };
    /// What is left of the first picture, in pixels; nothing while no page is being made.
    static ROOM: Cell<Option<f64>> = const { Cell::new(None) };
}

/// How much of the window the bar and the head of a worksheet take, in pixels.
const HEAD_PX: f64 = 300.0;

/// Makes a page: what finds no room in the first picture comes later. A page that is drawn anew where someone has scrolled
/// down in it is made at once, so that what they look at stays where it is.
pub fn page<T>(name: String, make: impl FnOnce() -> T) -> T {
    let is_new = PAGE.replace(name.clone()) != name;
    let window = dom::window();
    if !is_new && window.scroll_y().is_ok_and(|scrolled| scrolled > 0.0) {
        return make();
    }
    let height = window.inner_height().ok().and_then(|height| height.as_f64());
    with_room(height.unwrap_or(900.0) - HEAD_PX, make)
}

fn with_room<T>(room: f64, make: impl FnOnce() -> T) -> T {
    let before = ROOM.replace(Some(room));
    let made = make();
    ROOM.set(before);
    made
}

/// Takes room in the first picture of the page that is being made. False when there was none left.
pub fn take(px: f64) -> bool {
    let Some(room) = ROOM.get() else { return true };
    ROOM.set(Some(room - px));
    room > 0.0
}

/// A view that is made at once where the first picture has room for it, and later where it has none; `px`: about how
/// tall it will be.
pub fn below(px: f64, make: impl FnOnce() -> AnyView + 'static) -> AnyView {
    if take(0.0) { make() } else { after_first_picture(px, make) }
}

/// A view that the first picture does without.
pub fn after_first_picture(px: f64, make: impl FnOnce() -> AnyView + 'static) -> AnyView {
    if ROOM.get().is_none() {
        return make();
    }
    let (view, fill) = held_open(px, make);
    add(fill);
    view
}

/// Makes a part later.
pub fn add(part: impl FnOnce() + 'static) {
    let is_first = PARTS.with_borrow_mut(|parts| {
        parts.push_back(Box::new(part));
        parts.len() == 1
    });
    if is_first {
        mark(true);
        dom::after_paint(next);
    }
}

/// Does something once nothing is still to be made.
pub fn at_the_end(done: impl FnOnce() + 'static) {
    if PARTS.with_borrow(VecDeque::is_empty) {
        done();
    } else {
        add(move || at_the_end(done));
    }
}

/// Makes everything now that is still to be made; false when there was nothing.
pub fn all() -> bool {
    let has_parts = PARTS.with_borrow(|parts| !parts.is_empty());
    while make_next() {}
    has_parts
}

fn next() {
    if make_next() {
        dom::after_ms(0.0, next);
    }
}

/// Makes the next part; true when more are waiting. What a part holds itself finds no room and comes behind the others.
fn make_next() -> bool {
    let Some(part) = PARTS.with_borrow_mut(VecDeque::pop_front) else { return false };
    with_room(0.0, part);
    let is_done = PARTS.with_borrow(VecDeque::is_empty);
    if is_done {
        mark(false);
    }
    !is_done
}

/// Says on the page that parts of it are still to come.
fn mark(is_filling: bool) {
    if let Some(root) = dom::document().document_element() {
        let _ = root.toggle_attribute_with_force("data-filling", is_filling);
    }
}
