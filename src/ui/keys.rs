//! Shortcuts of the whole page.

use crate::ui::prelude::*;
use leptos::ev;

use super::app::{App, Dialog};
use super::desk::Desk;
use super::late::Work;
use super::{dom, goto};
use crate::model::Place;

/// Listens for shortcuts; lives as long as the page.
pub fn listen(app: App) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if !is_of_input_method(&event) && take(app, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether a key belongs to an input method. Some browsers say that a composition is over before they hand out the key
/// that ended it; that one has the code 229.
pub fn is_of_input_method(event: &ev::KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

fn take(app: App, event: &ev::KeyboardEvent) -> bool {
    if takes_ahead(app, event) {
        return true;
    }
    let control = event.ctrl_key() || event.meta_key();
    let key = event.key().to_ascii_lowercase();
    match (control, event.shift_key(), key.as_str()) {
        (true, false, "k") => {
            find(app);
            true
        }
        (true, false, "z") => on_open_workbook(app, |work| work.undo),
        (true, true, "z") | (true, false, "y") => on_open_workbook(app, |work| work.redo),
        (true, false, "s") => on_open_workbook(app, |work| work.save),
        (false, _, "?") if !is_typing() => {
            app.dialog.set(Some(Dialog::Help));
            true
        }
        _ => false,
    }
}

/// Does something with the open workbook, if there is one; the key is ours in any case.
fn on_open_workbook(app: App, choose: fn(&Work) -> fn(App)) -> bool {
    if let Some(work) = app.work.get_untracked() {
        choose(work)(app);
    }
    true
}

/// Opens the search for anything. It may take a moment to come up; what is typed until then is kept for it.
pub fn find(app: App) {
    if app.desk.with_untracked(Option::is_none) {
        return;
    }
    app.typed_ahead.set(String::new());
    app.dialog.set(Some(Dialog::Find));
    super::late::with(app, |_| ());
}

/// Keeps a key that was meant for the search while the search has no field yet.
fn takes_ahead(app: App, event: &ev::KeyboardEvent) -> bool {
    if app.dialog.get_untracked() != Some(Dialog::Find) || dom::in_dialog() {
        return false;
    }
    let key = event.key();
    if key == "Escape" {
        app.dialog.set(None);
    } else if !event.ctrl_key() && !event.meta_key() && key.chars().count() == 1 {
        app.typed_ahead.update(|typed| typed.push_str(&key));
    } else {
        return false;
    }
    true
}

fn is_typing() -> bool {
    dom::focused().is_some_and(|element| {
        let tag = element.tag_name();
        tag == "TEXTAREA" || (tag == "INPUT" && element.get_attribute("type").is_none_or(|kind| kind != "checkbox"))
    })
}

/// Takes the last step back and goes to where it was.
pub fn undo(app: App) {
    if let Some(desk) = app.desk.get_untracked() {
        return_to(app, desk, desk.undo());
    }
}

/// Does the last undone step again and goes to where it was.
pub fn redo(app: App) {
    if let Some(desk) = app.desk.get_untracked() {
        return_to(app, desk, desk.redo());
    }
}

fn return_to(app: App, desk: Desk, place: Option<Place>) {
    let Some(place) = place else { return };
    // A field that is on the page already, as a switch under a picture, is not looked for elsewhere.
    let sheet = crate::worksheets::sheets::sheet(place.table.sheet()).filter(|_| dom::control_of(&place).is_none());
    if let Some(sheet) = sheet {
        app.go_to_page(sheet.page);
    }
    goto::arrive(desk, place);
}

/// Tries again with each frame until `done` says so, for at most ninety frames.
pub fn once_there(done: impl Fn() -> bool + 'static) {
    fn attempt(left: u32, done: Box<dyn Fn() -> bool>) {
        dom::next_frame(move || {
            // The place may be in a part of the page that is still to come: then it is there with the next frame.
            let has_filled = super::later::all();
            if (has_filled || !done()) && left > 0 {
                attempt(left - 1, done);
            }
        });
    }
    attempt(90, Box::new(done));
}
