//! What stands on a screen: the picture first, then the rows, in large type and for reading only.

use crate::ui::prelude::*;

use super::projector::Screen;
use super::{kit, present};
use crate::analysis::content::{has_content, is_filled_by_person};
use crate::charts::catalogue::PICTURES;
use crate::i18n::room as words;
use crate::model::{Class, Columns, FieldDef, Id, Kind, Place, Shape, TableDef};
use crate::ui::cx::Cx;
use crate::ui::desk::shown_value;
use crate::ui::{field, picture};
use crate::worksheets::{SHEETS, Sheet, tables_of};

/// Most columns that can be read from the back of the room.
const MOST_COLUMNS: usize = 5;
/// The width a picture is drawn for; it is then shown as wide as there is room.
const PICTURE_WIDTH: f64 = 440.0;

/// Every section with something in it, sheet by sheet; what is private or about no customer is left out.
pub fn sections(cx: Cx) -> Vec<Screen> {
    let sheets = SHEETS.iter().filter(|sheet| !matches!(sheet.key, "settings" | "portfolio"));
    let of_sheet = |sheet: &'static Sheet| {
        let tables = tables_of(sheet.key).filter(|table| table.depth() <= cx.depth && is_filled(cx, table));
        tables.map(move |table| Screen::Section(sheet, table))
    };
    sheets.flat_map(of_sheet).collect()
}

fn is_filled(cx: Cx, table: &'static TableDef) -> bool {
    cx.desk.with(|document| match table.shape {
        Shape::Form => has_content(document, table, None, document.form(table)),
        Shape::List => !kit::filled_rows(document, table).is_empty(),
        Shape::Matrix { .. } => !document.cells(table).is_empty(),
    })
}

/// The screen.
pub fn view(cx: Cx, screen: Option<Screen>, spot: RwSignal<Option<usize>>) -> AnyView {
    match screen {
        Some(Screen::Section(sheet, table)) => section(cx, sheet, table, spot),
        Some(Screen::Card(sheet)) => present::card(cx, sheet),
        Some(Screen::Plan) => present::plan(cx),
        None => view! { <h1>{cx.t(words::NOTHING_TO_SHOW)}</h1> }.into_any(),
    }
}

fn section(cx: Cx, sheet: &'static Sheet, table: &'static TableDef, spot: RwSignal<Option<usize>>) -> AnyView {
    let pictures = PICTURES.iter().filter(|picture| picture.beside == table.path && picture.depth <= cx.depth);
    let drawn = pictures.take(1).map(|one| picture::view(cx, one, PICTURE_WIDTH)).collect_view();
    let rows = match table.shape {
        Shape::Form => form(cx, table, spot),
        Shape::List => list(cx, table, spot),
        Shape::Matrix { rows, columns } => matrix(cx, table, rows, columns, spot),
    };
    view! {
        <p class="kicker">{cx.t(sheet.name)}</p>
        <h1>{cx.t(table.label)}</h1>
        <div class="screen-picture">{drawn}</div>
        <div class="screen-rows" data-spotlight=move || spot.get().is_some().to_string()>{rows}</div>
    }
    .into_any()
}

/// What may be shown of a table: private notes never.
fn shown_fields(cx: Cx, table: &'static TableDef) -> impl Iterator<Item = &'static FieldDef> {
    let depth = cx.depth;
    table
        .fields
        .iter()
        .filter(move |field| field.depth <= depth && field.class != Class::Note && field.kind != Kind::Auto)
}

/// The value of a place in words; empty where there is none.
fn text_at(cx: Cx, field: &'static FieldDef, place: &Place) -> String {
    let stored = cx.desk.with(|document| document.value(place).cloned());
    shown_value(place, stored.as_ref(), cx.lang).map(|value| field::in_words(cx, field, &value)).unwrap_or_default()
}

fn form(cx: Cx, table: &'static TableDef, spot: RwSignal<Option<usize>>) -> AnyView {
    let texts = shown_fields(cx, table).filter_map(|field| {
        let text = text_at(cx, field, &Place::form(table, field.slot));
        (!text.is_empty()).then(|| (cx.t(field.label), text))
    });
    let items = texts.enumerate().map(|(at, (label, text))| {
        view! { <div data-spot="" class:lit=move || spot.get() == Some(at) on:click=move |_| toggle(spot, at)><dt>{label}</dt><dd>{text}</dd></div> }
    });
    view! { <dl>{items.collect_view()}</dl> }.into_any()
}

/// A click puts the spotlight on a row, another one takes it away.
fn toggle(spot: RwSignal<Option<usize>>, at: usize) {
    spot.update(|spot| *spot = if *spot == Some(at) { None } else { Some(at) });
}

fn list(cx: Cx, table: &'static TableDef, spot: RwSignal<Option<usize>>) -> AnyView {
    let ids = cx.desk.with(|document| kit::filled_rows(document, table));
    let is_used = |field: &&'static FieldDef| {
        cx.desk.with(|document| {
            let mut rows = document.list(table).iter();
            rows.any(|row| is_filled_by_person(document, table, Some(&row.id), &row.record, field))
                || table.title_field().is_some_and(|title| title.key == field.key)
        })
    };
    let mut fields: Vec<&'static FieldDef> = shown_fields(cx, table).filter(is_used).collect();
    crate::model::order::sort_by_key(&mut fields, |field| (!field.core, field.depth));
    fields.truncate(MOST_COLUMNS);
    crate::model::order::sort_by_key(&mut fields, |field| table.fields.iter().position(|other| other.key == field.key));
    let heads = fields.iter().map(|field| view! { <th scope="col">{cx.t(field.label)}</th> }).collect_view();
    let rows = ids.into_iter().enumerate().map(|(at, id)| {
        let cells = fields.iter().map(|field| {
            let text = text_at(cx, field, &Place::row(table, id.clone(), field.slot));
            view! { <td data-kind=field.kind.name()>{text}</td> }
        });
        let cells = cells.collect_view();
        let row = id.as_str().to_owned();
        view! { <tr data-row=row data-spot="" class:lit=move || spot.get() == Some(at) aria-current=move || (spot.get() == Some(at)).then_some("true") on:click=move |_| toggle(spot, at)>{cells}</tr> }
    });
    view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

fn matrix(
    cx: Cx,
    table: &'static TableDef,
    rows: &'static str,
    columns: Columns,
    spot: RwSignal<Option<usize>>,
) -> AnyView {
    let Some(field) = shown_fields(cx, table).next() else { return ().into_any() };
    let Some(rows_table) = crate::worksheets::table(rows) else { return ().into_any() };
    let cols: Vec<(Id, String)> = match columns {
        Columns::Fixed(options) => {
            options.iter().map(|option| (option.key.into(), cx.t(option.label).to_owned())).collect()
        }
        Columns::Table(path) => {
            let ids = cx.desk.with(|document| document.list_at(path).ids().to_vec());
            ids.into_iter().map(|id| (id.clone(), cx.title(path, id.as_str()))).collect()
        }
    };
    let ids: Vec<Id> = cx.desk.with(|document| {
        let filled = |id: &&Id| cols.iter().any(|(col, _)| !document.cell(table, id, col).is_empty());
        document.list(rows_table).ids().iter().filter(filled).cloned().collect()
    });
    let heads = cols.iter().map(|(_, name)| view! { <th scope="col">{name.clone()}</th> }).collect_view();
    let lines = ids.into_iter().enumerate().map(|(at, id)| {
        let cells = cols.iter().map(|(col, _)| {
            let text = text_at(cx, field, &Place::cell(table, id.clone(), col.clone(), field.slot));
            view! { <td>{text}</td> }
        });
        let cells = cells.collect_view();
        let row = id.as_str().to_owned();
        view! { <tr data-row=row data-spot="" class:lit=move || spot.get() == Some(at) on:click=move |_| toggle(spot, at)><th scope="row">{cx.title(rows, id.as_str())}</th>{cells}</tr> }
    });
    view! { <table class="of-cells"><thead><tr><td></td>{heads}</tr></thead><tbody>{lines.collect_view()}</tbody></table> }.into_any()
}
