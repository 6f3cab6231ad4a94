//! A list as a table of rows. Only the rows in view are on the page, so that a keystroke costs the same in any list.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast as _;

use super::columns::{self, Layout};
use super::window::{self, Blocks};
use super::{extras, row};
use crate::change::edit;
use crate::i18n::ui as words;
use crate::model::{FieldDef, Id, Kind, Place, Row, RowOrigin, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::{dom, field};

/// Rows per block.
const BLOCK: usize = 8;
/// Lists up to this long are shown whole.
const WHOLE: usize = 32;
/// From this many rows on, a list offers a filter.
const FILTER_FROM: usize = 8;

/// A list with what its rows need to know.
#[derive(Clone, Copy)]
pub struct List {
    /// The context.
    pub cx: Cx,
    /// The table.
    pub table: &'static TableDef,
    /// Columns and what opens below.
    pub layout: StoredValue<Layout>,
    /// The rows that stand open.
    pub open: RwSignal<Vec<Id>>,
    sort: RwSignal<Option<(u8, bool)>>,
    filter: RwSignal<String>,
    offered: RwSignal<Vec<Id>>,
    limit: RwSignal<Option<usize>>,
}

/// The view of a list; `limit`: how many rows it shows at first.
pub fn view(cx: Cx, table: &'static TableDef, limit: Option<usize>) -> AnyView {
    let list = List {
        cx,
        table,
        layout: StoredValue::new(columns::layout(cx, table)),
        open: RwSignal::new(Vec::new()),
        sort: RwSignal::new(None),
        filter: RwSignal::new(String::new()),
        offered: RwSignal::new(offer(cx, table)),
        limit: RwSignal::new(limit),
    };
    let ids = Memo::new(move |_| list.shown());
    let columns = list.layout.with_value(|layout| layout.columns.len() + layout.leading + 2);
    let body =
        window::view(Blocks { ids, columns, size: BLOCK, whole: WHOLE, line: Rc::new(move |id| row::view(list, id)) });
    view! {
        {toolbar(list, ids)}
        <div class="scroll">
            <table class="list" data-table=table.path aria-rowcount=move || (ids.with(Vec::len) + 1).to_string() on:keydown=move |event| keys(list, &event) on:paste=move |event| if let Some(late) = cx.app.late.get_untracked() { (late.pasted)(list, &event); }>
                <thead><tr>{heads(list)}<th class="tools"><span class="sr">{cx.t(words::MORE)}</span></th></tr></thead>
                {body}
            </table>
        </div>
        {footer(list)}
    }
    .into_any()
}

impl List {
    /// The ids to show: filtered, sorted, and the empty rows on offer at the end.
    fn shown(self) -> Vec<Id> {
        let stored = self.cx.desk.ids(self.table.path);
        let filter = self.filter.get().to_lowercase();
        let mut ids: Vec<Id> =
            stored.iter().filter(|id| filter.is_empty() || self.matches(id, &filter)).cloned().collect();
        if let Some((slot, down)) = self.sort.get() {
            crate::model::order::sort_by(&mut ids, |one, other| {
                let order = compare(self.value(one, slot).as_ref(), self.value(other, slot).as_ref());
                if down { order.reverse() } else { order }
            });
        }
        if filter.is_empty() {
            ids.truncate(self.limit.get().unwrap_or(usize::MAX));
            ids.extend(self.offered.get().into_iter().filter(|id| !stored.contains(id)));
        }
        ids
    }

    /// Shows every row.
    pub fn show_all(self) {
        self.limit.set(None);
    }

    fn value(self, id: &Id, slot: u8) -> Option<Value> {
        self.cx.desk.with(|document| document.list(self.table).row(id.as_str())?.record.at(slot).cloned())
    }

    fn matches(self, id: &Id, filter: &str) -> bool {
        self.table.fields.iter().any(|declared| {
            let value = self.value(id, declared.slot);
            value.is_some_and(|value| field::in_words(self.cx, declared, &value).to_lowercase().contains(filter))
        })
    }

    /// Adds an empty row behind `after` or at the end, and goes to its first field.
    pub fn add(self, after: Option<&Id>) {
        let mut row = Row::new(dom::new_id());
        for declared in self.table.fields {
            if let crate::model::Given::Key(key) = declared.given {
                row.record.set(declared.slot, Value::text(key));
            }
        }
        let id = row.id.clone();
        let patch = self.cx.desk.with(|document| edit::add(document, self.table, row, after));
        self.cx.desk.commit(patch, false);
        self.filter.set(String::new());
        self.show_all();
        self.go_to(id, None);
    }

    /// Removes a row, says so with a way back, and goes to the row after it.
    pub fn remove(self, id: &Id) {
        let ids = self.cx.desk.with(|document| document.list(self.table).ids().to_vec());
        if !ids.contains(id) {
            self.offered.update(|offered| offered.retain(|other| other != id));
            return;
        }
        let removal = self.cx.desk.with(|document| edit::remove(document, self.table, id));
        if removal.patch.is_empty() {
            return;
        }
        let at = ids.iter().position(|other| other == id).unwrap_or(0);
        let next = ids.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| ids.get(before))).cloned();
        self.cx.desk.commit(removal.patch, false);
        let text = match removal.references {
            0 => self.cx.t(words::REMOVED).to_owned(),
            count => self.cx.tf(words::REMOVED_WITH, &[&count.to_string()]),
        };
        self.cx.app.toast_undo(text, self.cx.desk);
        let table = self.table.path;
        dom::next_frame(move || {
            let target = match &next {
                Some(next) => {
                    dom::find(&format!("[data-table=\"{table}\"] [data-row=\"{next}\"] [data-action=\"delete-row\"]"))
                }
                None => dom::find(&format!("[data-action=\"add-row\"][data-table=\"{table}\"]")),
            };
            if let Some(target) = target {
                dom::focus(&target);
            }
        });
    }

    /// Moves a row and keeps the focus in it.
    pub fn shift(self, id: &Id, by: isize) {
        let patch = self.cx.desk.with(|document| edit::shift(document, self.table, id, by));
        let field = dom::focused().and_then(|element| element.get_attribute("data-field"));
        self.show_all();
        self.cx.desk.commit(patch, false);
        self.go_to(id.clone(), field);
    }

    /// Shows every row and goes to the first of those that were not there.
    fn show_rest(self) {
        let hidden = self.limit.get_untracked();
        self.show_all();
        let next = hidden.and_then(|at| self.cx.desk.with(|document| document.list(self.table).ids().get(at).cloned()));
        if let Some(next) = next {
            self.go_to(next, None);
        }
    }

    /// Puts the focus into a row, once it is on the page.
    fn go_to(self, id: Id, field: Option<String>) {
        let table = self.table.path;
        dom::next_frame(move || {
            let inner = field.map_or_else(|| "[data-field]".to_owned(), |field| format!("[data-field=\"{field}\"]"));
            if let Some(control) = dom::find(&format!("[data-table=\"{table}\"] [data-row=\"{id}\"] {inner}")) {
                dom::focus(&control);
            }
        });
    }
}

fn compare(one: Option<&Value>, other: Option<&Value>) -> std::cmp::Ordering {
    use std::cmp::Ordering;
    match (one, other) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(Value::Number(one)), Some(Value::Number(other))) => one.total_cmp(other),
        (Some(one), Some(other)) => plain(one).cmp(&plain(other)),
    }
}

/// A value as it sorts: texts by themselves, the rest behind one another by what they hold.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Keys(keys) => keys.join(" "),
    }
}

/// Empty rows on offer: as many as the table needs to say anything.
fn offer(cx: Cx, table: &'static TableDef) -> Vec<Id> {
    let has = cx.desk.with(|document| document.list(table).len());
    let least = table.min_rows.max(1);
    (has..least).map(|_| dom::new_id()).collect()
}

fn toolbar(list: List, ids: Memo<Vec<Id>>) -> AnyView {
    let cx = list.cx;
    let total = move || cx.desk.ids(list.table.path).len();
    let many = Memo::new(move |_| total() >= FILTER_FROM && list.limit.get().is_none());
    (move || {
        many.get().then(|| {
            let count = move || {
                let (shown, all) = (ids.with(Vec::len), total());
                (!list.filter.get().is_empty()).then(|| cx.tf(words::FILTERED, &[&shown.to_string(), &all.to_string()]))
            };
            view! {
                <div class="toolbar">
                    <input
                        type="search"
                        class="filter"
                        placeholder=cx.t(words::FILTER)
                        aria-label=cx.t(words::FILTER)
                        data-filter=list.table.path
                        on:input=move |event| list.filter.set(event_target_value(&event))
                    />
                    <span class="hint" role="status">{count}</span>
                </div>
            }
        })
    })
    .into_any()
}

fn heads(list: List) -> AnyView {
    let cx = list.cx;
    let (columns, leading) = list.layout.with_value(|layout| (layout.columns.clone(), layout.leading));
    let heads = columns.into_iter().map(move |declared| head(list, declared));
    let figures = (0..leading).map(move |at| {
        let label =
            move || cx.app.late.get().and_then(|late| (late.leading_label)(list.table, at)).map(|label| cx.t(label));
        view! { <th class="num figure" scope="col">{label}</th> }
    });
    let evidence = (!shows_evidence(list)).then(|| {
        view! { <th class="evidence" scope="col"><span class="sr">{cx.t(words::EVIDENCE)}</span></th> }
    });
    view! { {heads.collect_view()}{figures.collect_view()}{evidence} }.into_any()
}

/// Whether the evidence status has a column of its own.
pub fn shows_evidence(list: List) -> bool {
    list.layout.with_value(|layout| layout.columns.iter().any(|field| field.key == "confidence"))
}

/// A column head; a click sorts the view up, down, and back to the order people made.
fn head(list: List, declared: &'static FieldDef) -> AnyView {
    let cx = list.cx;
    let label = cx.t(declared.label);
    let slot = declared.slot;
    let next = move |_: ev::MouseEvent| {
        list.sort.update(|sort| {
            *sort = match *sort {
                Some((at, false)) if at == slot => Some((slot, true)),
                Some((at, true)) if at == slot => None,
                _ => Some((slot, false)),
            };
        });
    };
    let direction = move || match list.sort.get() {
        Some((at, false)) if at == slot => "ascending",
        Some((at, true)) if at == slot => "descending",
        _ => "none",
    };
    let mark = move || match direction() {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };
    let numeric = declared.kind.is_numeric() && !matches!(declared.kind, Kind::Rating(_) | Kind::Year);
    view! {
        <th scope="col" class:num=numeric aria-sort=direction data-kind=declared.kind.name()>
            <button type="button" class="head" title=cx.tf(words::SORT_BY, &[label]) on:click=next>
                {label}{super::form::unit(cx, declared)}<span aria-hidden="true">{mark}</span>
            </button>
        </th>
    }
    .into_any()
}

fn footer(list: List) -> AnyView {
    let cx = list.cx;
    let table = list.table;
    let templates = table.rows.iter().any(|row| row.origin == RowOrigin::Template);
    let more = move || {
        let all = cx.desk.ids(table.path).len();
        let hidden = list.limit.get().is_some_and(|limit| limit < all) && list.filter.with(String::is_empty);
        hidden.then(|| {
            let label = cx.tf(words::SHOW_ALL, &[&all.to_string()]);
            view! { <button type="button" class="link" data-action="show-all" data-table=table.path on:click=move |_| list.show_rest()>{label}</button> }
        })
    };
    view! {
        <div class="under">
            {more}
            <button type="button" class="add" data-action="add-row" data-table=table.path on:click=move |_| list.add(None)>
                "+ "{cx.t(words::ADD_ROW)}
            </button>
            {templates.then(|| extras::templates(cx, table))}
            {extras::table_menu(cx, table)}
        </div>
    }
    .into_any()
}

/// Enter and Shift+Enter go down and up the column; Alt+arrows move the row; Ctrl+Enter adds one.
fn keys(list: List, event: &ev::KeyboardEvent) {
    if crate::ui::keys::is_of_input_method(event) {
        return;
    }
    let key = event.key();
    if !["ArrowUp", "ArrowDown", "Delete", "Enter"].contains(&key.as_str()) {
        return;
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
    let Some(row) = target.closest("[data-row]").ok().flatten() else { return };
    let Some(id) = row.get_attribute("data-row").map(|id| Id::from(id.as_str())) else { return };
    let took = match (key.as_str(), event.alt_key(), event.ctrl_key() || event.meta_key()) {
        ("ArrowUp", true, _) => {
            list.shift(&id, -1);
            true
        }
        ("ArrowDown", true, _) => {
            list.shift(&id, 1);
            true
        }
        ("Delete", true, _) => {
            list.remove(&id);
            true
        }
        ("Enter", _, true) => {
            list.add(Some(&id));
            true
        }
        ("Enter", false, false) => go_along_column(list, &target, &row, event.shift_key()),
        _ => false,
    };
    if took {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// From a field to the same field of the next row; past the last row a new one begins.
fn go_along_column(list: List, target: &web_sys::Element, row: &web_sys::Element, up: bool) -> bool {
    let is_field = target.has_attribute("data-field");
    let own_key = matches!(target.tag_name().as_str(), "BUTTON" | "SUMMARY");
    let long = target.class_list().contains("long");
    if !is_field || own_key || long {
        return false;
    }
    let Some(field) = target.get_attribute("data-field") else { return false };
    let selector = format!("[data-table=\"{}\"] tr[data-row] [data-field=\"{field}\"]", list.table.path);
    let controls = dom::find_all(&selector);
    let here = controls.iter().position(|control| row.contains(Some(control)));
    let next = here.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
    match next.and_then(|at| controls.get(at)) {
        Some(control) => dom::focus(control),
        None if !up && list.limit.get_untracked().is_some() => list.show_rest(),
        None if !up => list.add(None),
        None => {}
    }
    true
}

/// The place of a field of a row in this list.
pub fn place(list: List, id: &Id, declared: &FieldDef) -> Place {
    Place::row(list.table, id.clone(), declared.slot)
}
