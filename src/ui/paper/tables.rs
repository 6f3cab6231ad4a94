//! Tables on paper: rows of words, heads repeated on each page, nothing cut.

use crate::ui::prelude::*;

use crate::analysis::Compute;
use crate::analysis::catalogue;
use crate::charts::catalogue::PICTURES;
use crate::charts::scene::pixels;
use crate::file::report::{Extra, Grid, Line, is_filled, print};
use crate::i18n::ui::DASH;
use crate::model::{Depth, Lang, TableDef};
use crate::ui::cx::Cx;
use crate::ui::picture;
use crate::ui::result::{figure, leading, strip};
use crate::ui::sheet::columns;

/// Width of a picture in the report, in pixels.
const PICTURE: f64 = 400.0;

/// A table of the workbook with its pictures and figures; nothing while nobody has written into it.
pub fn section(cx: Cx, table: &'static TableDef) -> Option<AnyView> {
    let is_setting = table.sheet() == "settings";
    let filled = is_setting || cx.desk.with(|document| is_filled(document, table));
    if !filled {
        return None;
    }
    let grid = contents(cx, table);
    if grid.lines.is_empty() {
        return None;
    }
    let pictures = PICTURES.iter().filter(|picture| picture.beside == table.path);
    let pictures: Vec<AnyView> =
        pictures.filter_map(|one| picture::printed(cx, one, PICTURE).map(IntoAny::into_any)).collect();
    let figures = figures(cx, table);
    let beside = (!pictures.is_empty() || figures.is_some())
        .then(|| view! { <div class="shown">{pictures}{figures}</div> }.into_any());
    Some(
        view! {
            <section class="printed-table" data-printed=table.path>
                <h3>{cx.t(table.label)}</h3>
                {beside}
                {grid_view(cx, &grid)}
            </section>
        }
        .into_any(),
    )
}

/// The rows of a table, with the results that lead on the page as columns.
fn contents(cx: Cx, table: &'static TableDef) -> Grid {
    let money = cx.money_words();
    let results = match table.matrix() {
        Some(_) => strip::of_line(table).into_iter().collect(),
        None if table.is_list() => leading::all(table),
        None => Vec::new(),
    };
    let texts: Vec<_> = results
        .iter()
        .map(|result| {
            move |id: &str| match cx.desk.answer(result, id) {
                Some(answer) if answer.value.is_ok() => figure::text(cx, result, &Some(answer)),
                _ => String::new(),
            }
        })
        .collect();
    let extra: Vec<Extra> =
        results.iter().zip(&texts).map(|(result, text)| Extra { label: cx.t(result.label), text }).collect();
    cx.desk.with(|document| {
        let hidden: &[&str] = if columns::shows_private_notes(document) { &[] } else { &["notes_private"] };
        print(document, table, cx.lang, &money, hidden, &extra)
    })
}

/// The figures of a table that have a value.
fn figures(cx: Cx, table: &'static TableDef) -> Option<AnyView> {
    let all = strip::of_table(table, Depth::Full);
    let known = all.into_iter().filter_map(|(result, id)| {
        let answer = cx.desk.answer(result, id).filter(|answer| answer.value.is_ok())?;
        let label = strip::label(cx, result, id);
        let value = figure::text(cx, result, &Some(answer));
        if value == cx.t(DASH) {
            return None;
        }
        Some(view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any())
    });
    let known: Vec<AnyView> = known.collect();
    (!known.is_empty()).then(|| view! { <dl class="printed-figures">{known}</dl> }.into_any())
}

/// A form with more lines than this stands in two columns.
const HALVES: usize = 6;

/// Rows of words as a table.
pub fn grid_view(cx: Cx, grid: &Grid) -> AnyView {
    let is_form = grid.heads.is_empty();
    let numeric = |at: usize| grid.numeric.get(at).copied().unwrap_or(false);
    let heads = grid
        .heads
        .iter()
        .enumerate()
        .map(|(at, head)| view! { <th scope="col" class:num=numeric(at)>{head.clone()}</th> }.into_any());
    let heads: Vec<AnyView> = heads.collect();
    let head = (!is_form).then(|| view! { <thead><tr>{heads}</tr></thead> }.into_any());
    let bodies: Vec<AnyView> = grid.lines.iter().map(|line| body(cx, line, &grid.numeric)).collect();
    let columns: Vec<AnyView> =
        grid.widths.iter().map(|width| view! { <col width=format!("{}%", pixels(*width)) /> }.into_any()).collect();
    let table = view! { <table class="grid" class:pairs=is_form><colgroup>{columns}</colgroup>{head}{bodies}</table> };
    // Many short lines stand in two columns.
    let halves = is_form && grid.lines.len() > HALVES;
    view! { <div class:halves=halves>{table}</div> }.into_any()
}

/// A row, and below it what had no room beside; both stay on one page.
fn body(cx: Cx, line: &Line, numeric: &[bool]) -> AnyView {
    let cells = line.cells.iter().enumerate().map(|(at, text)| {
        let text = text.clone();
        let is_number = numeric.get(at).copied().unwrap_or(false);
        match at {
            0 => view! { <th scope="row">{text}</th> }.into_any(),
            _ => view! { <td class:num=is_number>{text}</td> }.into_any(),
        }
    });
    let cells: Vec<AnyView> = cells.collect();
    let colon = if cx.lang == Lang::Zh { "：" } else { ": " };
    let below = (!line.below.is_empty()).then(|| {
        let pairs = line
            .below
            .iter()
            .map(|(label, text)| view! { <span><b>{label.clone()}{colon}</b>{text.clone()}</span>" " }.into_any());
        let pairs: Vec<AnyView> = pairs.collect();
        view! { <tr class="below"><td colspan=line.cells.len().to_string()>{pairs}</td></tr> }.into_any()
    });
    view! { <tbody><tr>{cells}</tr>{below}</tbody> }.into_any()
}

/// A plain table of texts.
pub fn plain(cx: Cx, heads: Vec<&'static str>, rows: Vec<Vec<String>>) -> AnyView {
    grid_view(cx, &crate::file::report::plain(heads.into_iter().map(str::to_owned).collect(), rows))
}

/// The label of a sheet's table for lists that name it.
pub fn place(cx: Cx, table: &'static TableDef) -> String {
    let sheet = crate::worksheets::sheets::sheet(table.sheet()).map_or("", |sheet| cx.t(sheet.short));
    format!("{sheet} · {}", cx.t(table.label))
}

/// The results of the whole workbook that have a value.
pub fn known_results(cx: Cx) -> Vec<Vec<String>> {
    let once = catalogue::all().filter(|result| matches!(result.compute, Compute::Once(_)));
    once.filter_map(|result| {
        let answer = cx.desk.answer(result, "").filter(|answer| answer.value.is_ok())?;
        let how = crate::ui::result::how::in_words(cx, result, &answer);
        Some(vec![cx.t(result.label).to_owned(), figure::text(cx, result, &Some(answer)), how])
    })
    .collect()
}
