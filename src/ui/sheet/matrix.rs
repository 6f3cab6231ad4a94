//! A matrix: the rows of one list against the rows of another, or against fixed columns.

use std::rc::Rc;

use crate::ui::prelude::*;

use super::form;
use super::window::{self, Blocks};
use crate::i18n::ui as words;
use crate::model::{Columns, FieldDef, Id, Kind, Place, TableDef};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::field::{Spot, editor};
use crate::ui::late;
use crate::worksheets::{sheets, table as table_at};

/// The blueprint reads from left to right in time: its phases are shown as columns, its lanes as rows.
const TURNED: &str = "w5.bp";

/// Matrices with a figure at the end of each line.
const LINES: [&str; 4] = ["w4.cover", "w2.ratings", "w6.ws", "w5.raci"];

/// Cells that come to the page together, and the lines that they may make at least and at most.
const CELLS_AT_ONCE: usize = 120;
const FEWEST_LINES: usize = 4;
const MOST_LINES: usize = 16;

#[derive(Clone, Copy)]
struct Matrix {
    cx: Cx,
    table: &'static TableDef,
    rows: &'static str,
    columns: Columns,
    turned: bool,
}

/// The view of a matrix.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let Some((rows, columns)) = table.matrix() else { return ().into_any() };
    let matrix = Matrix { cx, table, rows, columns, turned: table.path == TURNED };
    let lines = Memo::new(move |_| matrix.row_ids());
    let across = Memo::new(move |_| matrix.column_ids());
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    (move || {
        if none.get() {
            return fill_first(cx, rows, words::FILL_FIRST);
        }
        if across.with(Vec::is_empty) {
            let source = if let Columns::Table(path) = columns { path } else { rows };
            return fill_first(cx, source, words::FILL_FIRST_COLUMNS);
        }
        if matrix.turned { grid(matrix, across, lines.get()) } else { grid(matrix, lines, across.get()) }
    })
    .into_any()
}

impl Matrix {
    fn row_ids(self) -> Vec<Id> {
        let mut ids = self.cx.desk.ids(self.rows);
        if self.table.path.starts_with("w4.cover") {
            self.by_opportunity(&mut ids);
        }
        ids
    }

    fn column_ids(self) -> Vec<Id> {
        match self.columns {
            Columns::Fixed(options) => options.iter().map(|option| option.key.into()).collect(),
            Columns::Table(path) => {
                let mut ids = self.cx.desk.ids(path);
                if self.table.path == "w2.wallet_comp" {
                    ids.retain(|id| id.as_str() != "us");
                }
                ids
            }
        }
    }

    /// The coverage matrix shows the needs with the highest opportunity first.
    fn by_opportunity(self, ids: &mut [Id]) {
        let Some(late) = self.cx.app.late.get() else { return };
        let score = |id: &Id| (late.opportunity)(self.cx, id).unwrap_or(f64::MIN);
        crate::model::order::sort_by(ids, |one, other| score(other).total_cmp(&score(one)));
    }

    /// The name of a line or column. Told of changes, so that a name that is typed elsewhere on the page changes here
    /// and nothing else does.
    fn name(self, id: &Id, of_row: bool) -> String {
        let path = match (of_row, self.columns) {
            (true, _) => self.rows,
            (false, Columns::Table(path)) => path,
            (false, Columns::Fixed(options)) => {
                let option = options.iter().find(|option| option.key == id.as_str());
                return option.map_or_else(String::new, |option| self.cx.t(option.label).to_owned());
            }
        };
        if let Some(table) = table_at(path) {
            self.cx.desk.record(table, Some(id), None, |_| ());
        }
        if path == "w2.comp" {
            self.cx.desk.track_table("card.plan");
        }
        self.cx.title(path, id.as_str())
    }

    /// Id of the element with the name of a line or column.
    fn head_id(self, id: &Id, of_line: bool) -> String {
        let side = if of_line { "line" } else { "across" };
        format!("{}-{side}-{id}", self.table.path.replace('.', "-"))
    }

    fn fields(self) -> Vec<&'static FieldDef> {
        self.table.fields.iter().filter(|field| form::is_shown(self.cx, self.table, field)).collect()
    }

    fn place(self, line: &Id, across: &Id, field: &FieldDef) -> Place {
        let (row, col) = if self.turned { (across, line) } else { (line, across) };
        Place::cell(self.table, row.clone(), col.clone(), field.slot)
    }
}

fn grid(matrix: Matrix, lines: Memo<Vec<Id>>, across: Vec<Id>) -> AnyView {
    let cx = matrix.cx;
    let heads = across
        .iter()
        .cloned()
        .map(|id| {
            let (key, head) = (id.as_str().to_owned(), matrix.head_id(&id, false));
            view! { <th scope="col" id=head data-col=key>{move || matrix.name(&id, matrix.turned)}</th> }
        })
        .collect_view();
    let has_totals = !matrix.turned && LINES.contains(&matrix.table.path);
    let totals = has_totals.then(|| {
        let label = move || cx.app.late.get().and_then(|late| (late.line_label)(matrix.table)).map(|label| cx.t(label));
        view! { <th scope="col" class="num figure">{label}</th> }
    });
    let fields = matrix.fields();
    let several = fields.len() > 1;
    let columns = across.len() + 1 + usize::from(has_totals);
    let size = (CELLS_AT_ONCE / across.len().max(1)).clamp(FEWEST_LINES, MOST_LINES);
    let make = move |id: Id| line(matrix, id, &across, &fields, has_totals);
    let body = window::view(Blocks { ids: lines, columns, size, whole: 2 * size, line: Rc::new(make) });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=cx.t(matrix.table.label)>
            <table class="matrix" class:several=several data-table=matrix.table.path>
                <thead><tr><td></td>{heads}{totals}</tr></thead>
                {body}
            </table>
        </div>
    }
    .into_any()
}

fn line(matrix: Matrix, id: Id, across: &[Id], fields: &[&'static FieldDef], has_total: bool) -> AnyView {
    let cx = matrix.cx;
    let cells = across.iter().map(|across| cell(matrix, &id, across, fields)).collect_view();
    let total = has_total.then(|| {
        let id = id.clone();
        view! { <td class="num figure">{late::place(cx, move |late| (late.line)(cx, matrix.table, &id))}</td> }
    });
    let key = id.as_str().to_owned();
    let lane = matrix.turned.then_some(key.clone());
    let head = matrix.head_id(&id, true);
    view! {
        <tr data-row=(!matrix.turned).then_some(key) data-lane=lane>
            <th scope="row" id=head>{move || matrix.name(&id, !matrix.turned)}</th>
            {cells}
            {total}
        </tr>
    }
    .into_any()
}

fn cell(matrix: Matrix, line: &Id, across: &Id, fields: &[&'static FieldDef]) -> AnyView {
    let cx = matrix.cx;
    let heads = format!("{} {}", matrix.head_id(line, true), matrix.head_id(across, false));
    let editors = fields.iter().copied().map(|field| {
        let mut spot = Spot::new(matrix.place(line, across, field), field, cx.lang);
        // The heads of its line and column, which may change, name a cell; where there are several fields, theirs too.
        let tag = spot.dom_id("tag");
        let label = (fields.len() > 1).then(|| {
            view! { <span class="tag" aria-hidden="true" id=tag.clone()>{cx.t(field.label)}{form::unit(cx, field)}</span> }
        });
        if matches!(field.kind, Kind::Choices(_) | Kind::Refs(_)) {
            let name = |id: &Id, of_line: bool| matrix.name(id, of_line != matrix.turned);
            spot.name = format!("{} · {} · {}", name(line, true), name(across, false), spot.name);
        }
        spot.label_id = Some(if label.is_some() { format!("{heads} {tag}") } else { heads.clone() });
        view! { <div class="slot" data-kind=field.kind.name()>{label}{editor(cx, spot)}</div> }
    });
    let editors = editors.collect_view();
    let (row, col) = if matrix.turned { (across, line) } else { (line, across) };
    view! {
        <td data-row=matrix.turned.then(|| row.as_str().to_owned()) data-col=col.as_str().to_owned()>{editors}</td>
    }
    .into_any()
}

fn fill_first(cx: Cx, source: &'static str, text: crate::model::Bi) -> AnyView {
    let Some(table) = table_at(source) else { return ().into_any() };
    let page = sheets::sheet(table.sheet()).map_or("account", |sheet| sheet.page);
    let go = move |_| App::go_to_section(cx.app, page, source);
    view! {
        <p class="empty">
            {cx.tf(text, &[cx.t(table.label)])}" "
            <button type="button" class="link" on:click=go>{cx.t(words::GO_THERE)}</button>
        </p>
    }
    .into_any()
}
