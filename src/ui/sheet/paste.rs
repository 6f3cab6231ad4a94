//! A block of cells from a spreadsheet, pasted into a list from the focused field on; and CSV files.

use leptos::ev;
use wasm_bindgen::JsCast as _;

use super::list::List;
use crate::file::{csv, decode};
use crate::i18n::ui as words;
use crate::model::{Id, TableDef};
use crate::ui::cx::Cx;
use crate::ui::{dom, goto};

/// Takes a pasted block of more than one cell; a single text goes the browser's way.
pub fn pasted(list: List, event: &ev::ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let grid = csv::parse_pasted(&text);
    let is_block = grid.len() > 1 || grid.first().is_some_and(|row| row.len() > 1);
    if !is_block || !text.contains('\t') && in_text(event) {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some((row, field)) = target.and_then(|target| spot(&target)) else { return };
    let Some(field) = list.table.field(&field) else { return };
    event.prevent_default();
    let cx = list.cx;
    let visible: Vec<&'static crate::model::FieldDef> =
        leptos::prelude::WithValue::with_value(&list.layout, |layout| layout.columns.clone());
    let cells: usize = grid.iter().map(Vec::len).sum();
    let patch = cx.desk.with(|document| {
        csv::cells_into(
            document,
            list.table,
            &grid,
            csv::Start { row: Some(&row), field },
            &visible,
            cx.unit_size(),
            &mut dom::new_id,
        )
    });
    list.show_all();
    cx.desk.commit(patch, false);
    cx.app.toast_undo(cx.tf(words::PASTED, &[&cells.to_string()]), cx.desk);
}

/// Whether the paste goes into a text that may have line breaks of its own.
fn in_text(event: &ev::ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.tag_name() == "TEXTAREA")
}

/// The row and the field key of the control that has the focus.
fn spot(target: &web_sys::Element) -> Option<(Id, String)> {
    let row = target.closest("[data-row]").ok().flatten()?.get_attribute("data-row")?;
    let path = target.get_attribute("data-field")?;
    let key = path.rsplit('.').next()?.to_owned();
    Some((row.as_str().into(), key))
}

/// Adds the rows of a CSV file to a list, in one step of undo.
pub fn import_csv(cx: Cx, table: &'static TableDef, bytes: &[u8]) {
    let Ok(decoded) = decode::decode(bytes) else { return };
    let before = cx.desk.with(|document| document.list(table).len());
    let patch =
        cx.desk.with(|document| csv::read_table(document, table, &decoded.text, cx.unit_size(), &mut dom::new_id));
    goto::show_rest(table);
    cx.desk.commit(patch, false);
    let after = cx.desk.with(|document| document.list(table).len());
    cx.app.toast_undo(cx.tf(words::CSV_DONE, &[&after.saturating_sub(before).to_string()]), cx.desk);
}
