//! Blank forms: every worksheet as an empty table, with the anchors of its scales and room to write.

use crate::ui::prelude::*;

use crate::file::report::{Column, fit, unit_of, width_of};
use crate::file::words::row_title;
use crate::i18n::paper as words;
use crate::model::{Columns, DefaultRow, FieldDef, Given, Id, Kind, Lang, RowOrigin, Scale, Shape, TableDef};
use crate::ui::cx::Cx;
use crate::ui::field::in_words;
use crate::worksheets::{self, SHEETS, Sheet, table, tables_of};

/// Room for columns on a page that lies on its side.
const ROOM: f64 = 76.0;
/// Fewest and most empty rows.
const ROWS: (usize, usize) = (4, 8);
/// Most columns of a matrix.
const MOST_COLUMNS: usize = 8;

/// The forms of the sheets named.
pub fn view(cx: Cx, chosen: &[&'static str]) -> AnyView {
    let sheets: Vec<AnyView> =
        SHEETS.iter().filter(|sheet| chosen.contains(&sheet.key)).map(|sheet| of_sheet(cx, sheet)).collect();
    view! { <div class="document forms" data-paper="forms">{sheets}</div> }.into_any()
}

fn of_sheet(cx: Cx, sheet: &'static Sheet) -> AnyView {
    let tables = tables_of(sheet.key).filter(|table| table.depth() <= cx.depth);
    let tables: Vec<AnyView> = tables.map(|table| of_table(cx, table)).collect();
    let name = if sheet.number > 0 {
        format!("{} · {}", cx.tf(crate::i18n::ui::WORKSHEET_N, &[&sheet.number.to_string()]), cx.t(sheet.name))
    } else {
        cx.t(sheet.name).to_owned()
    };
    let blank = |label| view! { <span>{cx.t(label)}<i></i></span> }.into_any();
    view! {
        <section class="blank-sheet">
            <header class="document-head">
                <p class="kicker">{name}</p>
                <h1 tabindex="-1">{cx.t(sheet.question)}</h1>
                <p class="blanks">{blank(words::FORM_CUSTOMER)}{blank(words::FORM_TEAM)}{blank(words::FORM_DATE)}</p>
            </header>
            {tables}
        </section>
    }
    .into_any()
}

/// The fields of a table that people write at the depth of the page.
fn fields(cx: Cx, table: &'static TableDef) -> Vec<&'static FieldDef> {
    table.fields.iter().filter(|field| field.depth <= cx.depth && field.kind != Kind::Auto).collect()
}

fn of_table(cx: Cx, table: &'static TableDef) -> AnyView {
    let body = match table.shape {
        Shape::Form => form(cx, table),
        Shape::List => list(cx, table),
        Shape::Matrix { rows, columns } => matrix(cx, table, rows, columns),
    };
    view! {
        <section class="blank-table">
            <h2>{cx.t(table.label)}</h2>
            {body}
            {legend(cx, table)}
        </section>
    }
    .into_any()
}

fn label(cx: Cx, field: &FieldDef) -> String {
    let unit = match field.kind {
        Kind::Percent { .. } => "%".to_owned(),
        _ => unit_of(field, &cx.money_words(), cx.lang),
    };
    match (unit.is_empty(), cx.lang) {
        (true, _) => cx.t(field.label).to_owned(),
        (false, Lang::Zh) => format!("{}（{unit}）", cx.t(field.label)),
        (false, Lang::En) => format!("{} ({unit})", cx.t(field.label)),
    }
}

fn form(cx: Cx, table: &'static TableDef) -> AnyView {
    let rows = fields(cx, table).into_iter().map(|field| {
        let choices = field.kind.options();
        let question = worksheets::ask(table, field);
        let ask = (!question.is_empty()).then(|| view! { <small>{cx.t(question)}</small> }.into_any());
        let ticks: String = if matches!(field.kind, Kind::YesNo) {
            format!("☐ {}　☐ {}", cx.t(crate::i18n::ui::YES), cx.t(crate::i18n::ui::NO))
        } else {
            choices.iter().map(|option| format!("☐ {}　", cx.t(option.label))).collect()
        };
        let is_long = matches!(field.kind, Kind::LongText);
        view! { <tbody><tr class:long=is_long><th scope="row">{label(cx, field)}{ask}</th><td>{ticks}</td></tr></tbody> }
            .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <table class="grid blank pairs">{rows}</table> }.into_any()
}

/// About how much room a hand needs for a field.
fn room_of(field: &FieldDef) -> f64 {
    match field.kind {
        Kind::LongText => 16.0,
        Kind::Text => 14.0,
        Kind::Refs(_) | Kind::Choices(_) => 9.0,
        Kind::Choice { .. } | Kind::Ref(_) | Kind::Date => 7.0,
        _ => 5.0,
    }
}

fn list(cx: Cx, table: &'static TableDef) -> AnyView {
    let fields = fields(cx, table);
    let columns: Vec<Column> = fields
        .iter()
        .map(|field| {
            let words = label(cx, field).split([' ', '/', '（', '(']).map(width_of).fold(0.0, f64::max);
            let rank = if field.core { 0 } else { field.depth as u32 + 1 };
            Column { width: room_of(field), least: words.min(7.0), rank }
        })
        .collect();
    let fits = fit(&columns, ROOM);
    let placed = |wanted: bool| {
        let those = fields.iter().zip(&fits).filter(move |(_, fits)| **fits == wanted);
        those.map(|(field, _)| *field).collect::<Vec<&FieldDef>>()
    };
    let (beside, below) = (placed(true), placed(false));
    let heads: Vec<AnyView> = beside
        .iter()
        .map(|field| view! { <th scope="col" data-wide=wide(field)>{label(cx, field)}</th> }.into_any())
        .collect();
    // Rows that the product brings along are printed with what stands in them.
    let given: Vec<Vec<String>> = table
        .rows
        .iter()
        .filter(|row| row.origin != RowOrigin::Template)
        .map(|row| texts_of(cx, table, row, &beside))
        .collect();
    let count = table.min_rows.max(given.len() + usize::from(!given.is_empty())).clamp(ROWS.0, ROWS.1.max(given.len()));
    let lines = given.into_iter().chain(std::iter::repeat(vec![String::new(); beside.len()])).take(count);
    let span = beside.len().to_string();
    let rest: Vec<String> = below.iter().map(|field| label(cx, field)).collect();
    let bodies = lines.map(|texts| {
        let cells: Vec<AnyView> = texts.into_iter().map(|text| view! { <td>{text}</td> }.into_any()).collect();
        let more = (!rest.is_empty()).then(|| {
            let blanks: Vec<AnyView> =
                rest.iter().map(|label| view! { <span>{label.clone()}<i></i></span> }.into_any()).collect();
            view! { <tr class="below"><td colspan=span.clone()><p class="blanks">{blanks}</p></td></tr> }.into_any()
        });
        view! { <tbody><tr>{cells}</tr>{more}</tbody> }.into_any()
    });
    let bodies: Vec<AnyView> = bodies.collect();
    view! { <table class="grid blank"><thead><tr>{heads}</tr></thead>{bodies}</table> }.into_any()
}

/// What stands in a row that the product brings along; its name where nothing says it.
fn texts_of(cx: Cx, table: &'static TableDef, row: &DefaultRow, fields: &[&'static FieldDef]) -> Vec<String> {
    let text = |field: &&'static FieldDef| match table.given(Some(row.id), field.slot) {
        // Weights and the like are for the team to say.
        Given::Number(_) | Given::Bool(_) => String::new(),
        given => given.value(cx.lang).map(|value| in_words(cx, field, &value)).unwrap_or_default(),
    };
    let mut texts: Vec<String> = fields.iter().map(text).collect();
    let name = cx.t(row.label);
    if !texts.iter().any(|text| text == name)
        && let Some(first) = texts.iter_mut().find(|text| text.is_empty())
    {
        name.clone_into(first);
    }
    texts
}

const fn wide(field: &FieldDef) -> &'static str {
    match field.kind {
        Kind::LongText | Kind::Text => "text",
        Kind::Rating(_)
        | Kind::Year
        | Kind::YesNo
        | Kind::Percent { .. }
        | Kind::Number { .. }
        | Kind::Integer { .. } => "short",
        _ => "middle",
    }
}

/// A matrix with the names that are known, else with room for them.
fn matrix(cx: Cx, table: &'static TableDef, rows: &'static str, columns: Columns) -> AnyView {
    let names = |path: &str| {
        let found = worksheets::table(path);
        cx.desk.with(|document| {
            let title =
                |id: &Id| found.map_or_else(String::new, |table| row_title(document, table, id.as_str(), cx.lang));
            document.list_at(path).ids().iter().map(title).collect::<Vec<String>>()
        })
    };
    let padded = |mut names: Vec<String>, least: usize, most: usize| {
        names.truncate(most);
        names.resize(names.len().max(least), String::new());
        names
    };
    let heads = match columns {
        Columns::Table(path) => padded(names(path), 5, MOST_COLUMNS),
        Columns::Fixed(options) => {
            options.iter().take(MOST_COLUMNS).map(|option| cx.t(option.label).to_owned()).collect()
        }
    };
    let corner = table_label(cx, rows);
    let rows = padded(names(rows), 6, 14);
    let cells = heads.len();
    let head: Vec<AnyView> = heads.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect();
    let bodies = rows.into_iter().map(|name| {
        let cells: Vec<AnyView> = (0..cells).map(|_| view! { <td></td> }.into_any()).collect();
        view! { <tbody><tr><th scope="row">{name}</th>{cells}</tr></tbody> }.into_any()
    });
    let bodies: Vec<AnyView> = bodies.collect();
    let asked: Vec<String> = fields(cx, table).iter().map(|field| label(cx, field)).collect();
    view! {
        <p class="hint">{asked.join(" · ")}</p>
        <table class="grid blank matrix"><thead><tr><th scope="col">{corner}</th>{head}</tr></thead>{bodies}</table>
    }
    .into_any()
}

fn table_label(cx: Cx, path: &str) -> &'static str {
    table(path).map_or("", |table| cx.t(table.label))
}

/// The anchors of the scales and the options of the choices, below the table.
fn legend(cx: Cx, table: &'static TableDef) -> AnyView {
    let is_form = table.is_form();
    let mut told: Vec<&str> = Vec::new();
    let lines = fields(cx, table).into_iter().filter_map(|field| {
        let text = match field.kind {
            Kind::Rating(scale) if !told.contains(&scale.key) => {
                told.push(scale.key);
                anchors(cx, scale)
            }
            Kind::Choice { options, .. } | Kind::Choices(options) if !is_form => {
                options.iter().map(|option| cx.t(option.label)).collect::<Vec<_>>().join(" / ")
            }
            _ => return None,
        };
        Some(view! { <p><b>{cx.t(field.label)}</b>" "{text}</p> }.into_any())
    });
    let lines: Vec<AnyView> = lines.collect();
    if lines.is_empty() { ().into_any() } else { view! { <div class="anchors">{lines}</div> }.into_any() }
}

fn anchors(cx: Cx, scale: &Scale) -> String {
    let gap = if cx.lang == Lang::Zh { "　" } else { "; " };
    let one = |(value, words): &(i8, crate::model::Bi)| {
        let sign = if scale.min < 0 && *value > 0 { "+" } else { "" };
        format!("{sign}{value} {}", cx.t(*words))
    };
    scale.anchors.iter().map(one).collect::<Vec<_>>().join(gap)
}
