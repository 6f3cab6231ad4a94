//! Going to a place of the workbook: its page, its section, its field.

use std::cell::Cell;

use crate::ui::prelude::*;

use super::cx::Cx;
use super::desk::Desk;
use super::sheet::window;
use super::{dom, keys, prefs};
use crate::model::{Place, TableDef};
use crate::worksheets::sheets;

/// Goes to a place. Where its section shows only at a greater depth, the depth goes there too.
pub fn place(cx: Cx, place: Place) {
    let page = sheets::sheet(place.table.sheet()).map_or("account", |sheet| sheet.page);
    let needed = place.table.depth();
    if needed > cx.depth && place.table.sheet() != "settings" {
        prefs::set_depth(needed);
        cx.app.depth.set(needed);
    }
    cx.app.go_to_page(page);
    let section = section_of(place.table);
    let is_shown = Cell::new(false);
    keys::once_there(move || {
        // The section first, so that its heading is seen above the field where both fit.
        if !is_shown.get() {
            let Some(section) = dom::find(&section) else { return false };
            section.scroll_into_view();
            is_shown.set(true);
        }
        has_arrived(cx.desk, &place)
    });
}

fn section_of(table: &TableDef) -> String {
    format!("[data-table-section=\"{}\"]", table.path)
}

/// Puts the focus at a place of the page that is on its way or there already.
pub fn arrive(desk: Desk, place: Place) {
    keys::once_there(move || has_arrived(desk, &place));
}

/// Brings out the rows of a list that are not shown at first, and a folded section, where they stand on the page.
pub fn show_rest(table: &'static TableDef) {
    for action in ["unfold", "show-all"] {
        if let Some(button) = dom::find(&format!("[data-action=\"{action}\"][data-table=\"{}\"]", table.path)) {
            button.click();
        }
    }
}

fn has_arrived(desk: Desk, place: &Place) -> bool {
    if let Some(control) = dom::control_of(place) {
        dom::focus(&control);
        return true;
    }
    show_rest(place.table);
    // A field that this depth does not show: its row or its section will do.
    let near = match &place.row {
        Some(row) => format!("[data-table=\"{}\"] [data-row=\"{row}\"] [data-field]", place.table.path),
        None => format!("{} [data-field]", section_of(place.table)),
    };
    let Some(control) = dom::find(&near) else {
        if place.row.is_some() {
            scroll_near(desk, place);
        }
        return false;
    };
    dom::focus(&control);
    true
}

/// Long lists have only the rows in view on the page: scrolls to about where the row is. The lines of a matrix may stand
/// in another order than their list: all of them come to the page.
fn scroll_near(desk: Desk, place: &Place) {
    if place.table.matrix().is_some() {
        return window::bring_all(&format!("table[data-table=\"{}\"]", place.table.path));
    }
    let Some(list) = dom::find(&format!("table.list[data-table=\"{}\"]", place.table.path)) else { return };
    let Some(row) = &place.row else { return };
    let (at, of) = desk.with(|document| {
        let list = document.list(place.table);
        (list.position(row.as_str()), list.len())
    });
    let Some(at) = at else { return };
    let share = (crate::analysis::stats::count(at) + 0.5) / crate::analysis::stats::count(of.max(1));
    let rect = list.get_bounding_client_rect();
    let window = dom::window();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    let by = rect.top() + rect.height() * share - height / 2.0;
    if by.abs() > height * 0.3 {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}
