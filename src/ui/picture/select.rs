//! A mark and its row: choosing a mark goes to its row, being in a row brings out its marks.

use std::cell::{Cell, RefCell};

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use crate::model::{Id, Place, TableDef};
use crate::ui::cx::Cx;
use crate::ui::{dom, goto};
use crate::worksheets::TABLES;

thread_local! {
    static LISTENS: Cell<bool> = const { Cell::new(false) };
    /// The row whose marks stand out.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Listens, once for the page, where the focus goes.
pub fn listen() {
    if LISTENS.replace(true) {
        return;
    }
    // For as long as the page lives.
    let _ = window_event_listener(ev::focusin, |event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
            return;
        };
        let row = element.closest("[data-row]").ok().flatten().and_then(|row| row.get_attribute("data-row"));
        match row.or_else(|| element.get_attribute("data-handle")) {
            Some(row) => show(&row),
            None => show(""),
        }
    });
}

/// Brings out the marks of a row; none for an empty id.
pub fn show(row: &str) {
    let changed = HERE.with_borrow_mut(|here| {
        let changed = *here != row;
        row.clone_into(here);
        changed
    });
    if changed {
        redraw();
    }
}

/// Brings the marks out again after a picture was drawn anew.
pub fn after_drawing() {
    if HERE.with_borrow(|here| !here.is_empty()) {
        dom::next_frame(redraw);
    }
}

fn redraw() {
    each(".scene .here", |mark| {
        let _ = mark.class_list().remove_1("here");
    });
    HERE.with_borrow(|here| {
        if !here.is_empty() && !here.contains(['"', '\\']) {
            each(&format!(".scene [data-mark=\"{here}\"]"), |mark| {
                let _ = mark.class_list().add_1("here");
            });
        }
    });
}

fn each(selector: &str, act: impl Fn(&web_sys::Element)) {
    let Ok(nodes) = dom::document().query_selector_all(selector) else { return };
    for at in 0..nodes.length() {
        if let Some(mark) = nodes.item(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok()) {
            act(&mark);
        }
    }
}

/// Goes to the row of the mark that was clicked. The table beside the picture comes first: default rows of two tables
/// may share an id.
pub fn clicked(cx: Cx, beside: &'static str, event: &ev::MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Some(row) = target.closest("[data-mark]").ok().flatten().and_then(|mark| mark.get_attribute("data-mark"))
    else {
        return;
    };
    let id = Id::from(row.as_str());
    let holds = |table: &TableDef| cx.desk.with(|document| document.list_at(table.path).row(&row).is_some());
    let lists = || TABLES.iter().copied().filter(|table| table.is_list());
    let sheet = beside.split('.').next().unwrap_or_default();
    let found = lists()
        .find(|table| table.path == beside && holds(table))
        .or_else(|| lists().find(|table| table.sheet() == sheet && holds(table)))
        .or_else(|| lists().find(|table| holds(table)));
    if let Some(table) = found {
        let slot = table.title_field().map_or(0, |field| field.slot);
        go_to_row(cx, Place::row(table, id, slot));
    }
}

/// Goes to a row and lets it stand out for as long as it is the chosen one.
pub fn go_to_row(cx: Cx, place: Place) {
    let selector = place.row.as_ref().map(|row| format!("tr[data-row=\"{row}\"]")).unwrap_or_default();
    goto::place(cx, place);
    crate::ui::keys::once_there(move || {
        let focused = dom::focused().and_then(|element| element.closest("tr[data-row]").ok().flatten());
        let Some(line) = focused.filter(|line| line.matches(&selector).unwrap_or(false)) else { return false };
        for marked in dom::find_all("tr.selected") {
            let _ = marked.class_list().remove_1("selected");
        }
        let _ = line.class_list().add_1("selected");
        true
    });
}
