//! One table as a section of the sheet: heading, inputs, and beside them the pictures and figures they feed.

use crate::ui::prelude::*;

use super::{brief, columns, form, list, matrix, window};
use crate::analysis::stats::count;
use crate::charts::catalogue::has_pictures;
use crate::i18n::ui as words;
use crate::model::{Depth, Shape, TableDef};
use crate::ui::cx::Cx;
use crate::ui::{advice_mark, dom, late, later};

/// About how tall a field of a form is with its label, in pixels.
const FIELD_PX: f64 = 62.0;

/// The section of a table. `is_brief`: on a page that is meant to be one look.
pub fn view(cx: Cx, table: &'static TableDef, is_brief: bool) -> AnyView {
    let open = RwSignal::new(!is_folded(cx, table, is_brief));
    // What can be folded is drawn anew as a whole: its heading is the button that opens it.
    (move || if open.get() { unfolded(cx, table, is_brief) } else { folded(cx, table, open) }).into_any()
}

/// A long sheet folds what is still empty; a filled one what is not needed at first, so that the first look is one page.
fn is_folded(cx: Cx, table: &'static TableDef, is_brief: bool) -> bool {
    if is_brief && brief::folds(cx, table) {
        return true;
    }
    let folds =
        cx.depth == Depth::Quick && table.sheet() == "w6" && table.path != "w6.relationship" && table.path != "w6.obj";
    folds && cx.desk.with(|document| document.table(table.path).is_none_or(|data| data.is_empty()))
}

fn heading_of(table: &TableDef) -> String {
    format!("section-{}", table.path.replace('.', "-"))
}

fn unfolded(cx: Cx, table: &'static TableDef, is_brief: bool) -> AnyView {
    let heading = heading_of(table);
    view! {
        <section class="section" data-table-section=table.path aria-labelledby=heading>
            <h2 id=heading.clone()>{cx.t(table.label)}{hint(cx, table)}</h2>{advice_mark::at_section(cx, table.path)}
            {later::below(likely_height(cx, table), move || contents(cx, table, is_brief))}
        </section>
    }
    .into_any()
}

/// One line that says what is in the section and opens it.
fn folded(cx: Cx, table: &'static TableDef, open: RwSignal<bool>) -> AnyView {
    let heading = heading_of(table);
    let preview = brief::preview(cx, table);
    let empty = cx.desk.with(|document| document.table(table.path).is_none_or(|data| data.is_empty()));
    let words = if empty { cx.t(words::FOLDED).to_owned() } else { preview };
    let unfold = move |_| {
        open.set(true);
        dom::next_frame(move || {
            let first = format!("[data-table-section=\"{}\"] [data-field]", table.path);
            if let Some(first) = dom::find(&first) {
                dom::focus(&first);
            }
        });
    };
    view! {
        <section class="section folded" data-table-section=table.path aria-labelledby=heading>
            <h2>
                <button type="button" class="fold" data-action="unfold" data-table=table.path data-filled=(!empty).to_string() aria-expanded="false" title=cx.t(words::OPEN_SECTION) on:click=unfold>
                    <span id=heading.clone()>{cx.t(table.label)}</span>{hint(cx, table)}<span class="gist">{words}</span>
                </button>
            </h2>{advice_mark::at_section(cx, table.path)}
        </section>
    }
    .into_any()
}

fn hint(cx: Cx, table: &'static TableDef) -> AnyView {
    if !table.is_list() {
        return ().into_any();
    }
    let text = move || match cx.desk.ids(table.path).len() {
        0 => String::new(),
        1 => cx.t(words::ONE_ROW).to_owned(),
        count => cx.tf(words::ROWS, &[&count.to_string()]),
    };
    view! { <span class="hint">{text}</span> }.into_any()
}

/// About how tall a picture is.
const PICTURE_PX: f64 = 300.0;

/// About how tall the contents of a section will be.
fn likely_height(cx: Cx, table: &'static TableDef) -> f64 {
    let fields = table.fields.iter().filter(|field| form::is_shown(cx, table, field)).count();
    match table.shape {
        Shape::Form => count(fields.div_ceil(3)) * FIELD_PX,
        Shape::List => count(cx.desk.with(|document| document.list(table).len()) + 2) * window::LINE_PX,
        Shape::Matrix { .. } => PICTURE_PX,
    }
}

fn contents(cx: Cx, table: &'static TableDef, is_brief: bool) -> AnyView {
    later::take(match table.shape {
        Shape::Form => likely_height(cx, table),
        // The lines of a list or matrix take their own.
        _ => 2.0 * window::LINE_PX,
    });
    let inputs = match table.shape {
        Shape::Form => form::view(cx, table),
        Shape::List => list::view(cx, table, if is_brief { brief::limit(cx, table) } else { None }),
        Shape::Matrix { .. } => matrix::view(cx, table),
    };
    let pictures =
        move || later::after_first_picture(PICTURE_PX, move || late::place(cx, move |late| (late.pictures)(cx, table)));
    let has_pictures = has_pictures(table.path, cx.depth);
    let wide = has_pictures && table.is_list() && columns::is_wide(cx, table);
    // A list that needs the whole width has its picture below, folded where the page is meant to be one look.
    let (class, beside, below) = match (has_pictures, wide) {
        (false, _) => ("whole", None, None),
        (true, false) => ("split", Some(view! { <aside class="beside">{pictures()}</aside> }), None),
        (true, true) if is_brief => {
            let picture = view! {
                <details class="picture-fold">
                    <summary>{cx.t(words::PICTURES)}</summary>
                    <div class="pictures-below">{pictures()}</div>
                </details>
            };
            ("stacked", None, Some(picture))
        }
        (true, true) => ("stacked", None, Some(view! { <aside class="pictures-below">{pictures()}</aside> })),
    };
    view! {
        <div class=class>
            <div class="inputs">
                {late::place(cx, move |late| (late.offers_here)(cx, table))}
                {inputs}
                {late::place(cx, move |late| (late.strip)(cx, table))}
                {late::place(cx, move |late| (late.below)(cx, table))}
            </div>
            {beside}
            {below}
        </div>
    }
    .into_any()
}
