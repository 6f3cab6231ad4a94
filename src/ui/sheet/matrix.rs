//! A matrix: the rows of one list against the rows of another, or against fixed columns.

use crate::ui::prelude::*;

use super::form;
use crate::i18n::ui as words;
use crate::model::{Columns, FieldDef, Id, Place, TableDef};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::field::{Spot, editor};
use crate::ui::late;
use crate::worksheets::{sheets, table as table_at};

/// The blueprint reads from left to right in time: its phases are shown as columns, its lanes as rows.
const TURNED: &str = "w5.bp";

/// Matrices with a figure at the end of each line.
const LINES: [&str; 4] = ["w4.cover", "w2.ratings", "w6.ws", "w5.raci"];

#[derive(Clone, Copy)]
struct Matrix {
    cx: Cx,
    table: &'static TableDef,
    rows: &'static str,
    columns: Columns,
    turned: bool,
}

/// One line or column: its id and name.
type Head = (Id, String);

/// The view of a matrix.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let Some((rows, columns)) = table.matrix() else { return ().into_any() };
    let matrix = Matrix { cx, table, rows, columns, turned: table.path == TURNED };
    let lines = Memo::new(move |_| matrix.row_heads());
    let across = Memo::new(move |_| matrix.column_heads());
    (move || {
        if lines.with(Vec::is_empty) {
            return fill_first(cx, rows, words::FILL_FIRST);
        }
        if across.with(Vec::is_empty) {
            let source = if let Columns::Table(path) = columns { path } else { rows };
            return fill_first(cx, source, words::FILL_FIRST_COLUMNS);
        }
        let (lines, across) = (lines.get(), across.get());
        if matrix.turned { grid(matrix, across, lines) } else { grid(matrix, lines, across) }
    })
    .into_any()
}

impl Matrix {
    fn row_heads(self) -> Vec<Head> {
        self.heads_of(self.rows)
    }

    fn column_heads(self) -> Vec<Head> {
        match self.columns {
            Columns::Fixed(options) => {
                options.iter().map(|option| (option.key.into(), self.cx.t(option.label).to_owned())).collect()
            }
            Columns::Table(path) => {
                let mut heads = self.heads_of(path);
                if self.table.path == "w2.wallet_comp" {
                    heads.retain(|(id, _)| id.as_str() != "us");
                }
                heads
            }
        }
    }

    fn heads_of(self, path: &'static str) -> Vec<Head> {
        self.cx.desk.track_table(path);
        if path == "w2.comp" {
            self.cx.desk.track_table("card.plan");
        }
        let ids = self.cx.desk.with(|document| document.list_at(path).ids().to_vec());
        let mut heads: Vec<Head> = ids
            .into_iter()
            .map(|id| {
                let name = self.cx.title(path, id.as_str());
                (id, name)
            })
            .collect();
        if self.table.path.starts_with("w4.cover") {
            self.by_opportunity(&mut heads);
        }
        heads
    }

    /// The coverage matrix shows the needs with the highest opportunity first.
    fn by_opportunity(self, heads: &mut [Head]) {
        let Some(late) = self.cx.app.late.get() else { return };
        let is_needs = |id: &Id| self.cx.desk.with(|document| document.list_at("w3.needs").row(id.as_str()).is_some());
        if !heads.iter().all(|(id, _)| is_needs(id)) {
            return;
        }
        let score = |id: &Id| (late.opportunity)(self.cx, id).unwrap_or(f64::MIN);
        crate::model::order::sort_by(heads, |(one, _), (other, _)| score(other).total_cmp(&score(one)));
    }

    fn fields(self) -> Vec<&'static FieldDef> {
        self.table.fields.iter().filter(|field| form::is_shown(self.cx, self.table, field)).collect()
    }

    fn spot(self, line: &Head, across: &Head, field: &'static FieldDef) -> Spot {
        let (row, col) = if self.turned { (across, line) } else { (line, across) };
        let place = Place::cell(self.table, row.0.clone(), col.0.clone(), field.slot);
        let mut spot = Spot::new(place, field, self.cx.lang);
        spot.name = format!("{} · {} · {}", row.1, col.1, self.cx.t(field.label));
        spot
    }
}

fn grid(matrix: Matrix, lines: Vec<Head>, across: Vec<Head>) -> AnyView {
    let cx = matrix.cx;
    let heads = across
        .iter()
        .map(|(id, name)| view! { <th scope="col" data-col=id.as_str().to_owned()>{name.clone()}</th> })
        .collect_view();
    let has_totals = !matrix.turned && LINES.contains(&matrix.table.path);
    let totals = has_totals.then(|| {
        let label = move || cx.app.late.get().and_then(|late| (late.line_label)(matrix.table)).map(|label| cx.t(label));
        view! { <th scope="col" class="num figure">{label}</th> }
    });
    let several = matrix.fields().len() > 1;
    let body = lines
        .into_iter()
        .map(|line| {
            let across = across.clone();
            let id = line.0.as_str().to_owned();
            let cells = across.iter().map(|across| cell(matrix, &line, across)).collect_view();
            let total = has_totals.then(|| {
                let id = line.0.clone();
                view! { <td class="num figure">{late::place(cx, move |late| (late.line)(cx, matrix.table, &id))}</td> }
            });
            let lane = matrix.turned.then_some(id.clone());
            view! {
                <tr data-row=(!matrix.turned).then_some(id) data-lane=lane>
                    <th scope="row">{line.1.clone()}</th>
                    {cells}
                    {total}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=cx.t(matrix.table.label)>
            <table class="matrix" class:several=several data-table=matrix.table.path>
                <thead><tr><td></td>{heads}{totals}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn cell(matrix: Matrix, line: &Head, across: &Head) -> AnyView {
    let cx = matrix.cx;
    let several = matrix.fields().len() > 1;
    let editors = matrix.fields().into_iter().map(|field| {
        let label = several.then(|| view! { <span class="tag" aria-hidden="true">{cx.t(field.label)}{form::unit(cx, field)}</span> });
        view! { <div class="slot" data-kind=field.kind.name()>{label}{editor(cx, matrix.spot(line, across, field))}</div> }
    });
    let editors = editors.collect_view();
    let (row, col) = if matrix.turned { (across, line) } else { (line, across) };
    view! {
        <td data-row=matrix.turned.then(|| row.0.as_str().to_owned()) data-col=col.0.as_str().to_owned() data-label=across.1.clone()>{editors}</td>
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
