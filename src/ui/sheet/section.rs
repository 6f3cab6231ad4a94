//! One table as a section of the sheet: heading, inputs, and beside them the pictures and figures they feed.

use crate::ui::prelude::*;

use super::{form, list, matrix};
use crate::charts::catalogue::has_pictures;
use crate::i18n::ui as words;
use crate::model::{Depth, Shape, TableDef};
use crate::ui::cx::Cx;
use crate::ui::{advice_mark, late};

/// The section of a table.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let heading = format!("section-{}", table.path.replace('.', "-"));
    // A long sheet folds what is still empty, so that the first look is one page.
    let folds =
        cx.depth == Depth::Quick && table.sheet() == "w6" && table.path != "w6.relationship" && table.path != "w6.obj";
    let folded = folds && cx.desk.with(|document| document.table(table.path).is_none_or(|data| data.is_empty()));
    let open = RwSignal::new(!folded);
    let body = move || {
        if open.get() {
            contents(cx, table)
        } else {
            view! {
                <button type="button" class="fold" data-action="unfold" data-table=table.path on:click=move |_| open.set(true)>
                    {cx.t(words::FOLDED)}" · "{cx.t(words::OPEN_SECTION)}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <section class="section" data-table-section=table.path aria-labelledby=heading>
            <h2 id=heading.clone()>{cx.t(table.label)}{hint(cx, table)}</h2>{advice_mark::at_section(cx, table.path)}
            {body}
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

fn contents(cx: Cx, table: &'static TableDef) -> AnyView {
    let inputs = match table.shape {
        Shape::Form => form::view(cx, table),
        Shape::List => list::view(cx, table),
        Shape::Matrix { .. } => matrix::view(cx, table),
    };
    let pictured = has_pictures(table.path, cx.depth);
    let class = if pictured { "split" } else { "whole" };
    view! {
        <div class=class>
            <div class="inputs">{late::place(cx, move |late| (late.offers_here)(cx, table))}{inputs}{late::place(cx, move |late| (late.strip)(cx, table))}{late::place(cx, move |late| (late.below)(cx, table))}</div>
            {pictured.then(|| view! { <aside class="beside">{late::place(cx, move |late| (late.pictures)(cx, table))}</aside> })}
        </div>
    }
    .into_any()
}
