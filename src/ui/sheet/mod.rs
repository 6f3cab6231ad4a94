//! A worksheet page: the guiding question, then its sections with their pictures and figures beside them.

mod brief;
pub mod columns;
mod extras;
mod form;
mod list;
mod matrix;
mod paste;
mod row;
mod section;
pub mod window;

use crate::ui::prelude::*;

pub use columns::LEADING;
pub use list::List;
pub use paste::{import_csv, pasted};

use super::cx::Cx;
use super::{late, later};
use crate::i18n::ui as words;
use crate::model::Lang;
use crate::worksheets::{Sheet, tables_of};

/// The page of a worksheet.
pub fn page(cx: Cx, sheet: &'static Sheet) -> AnyView {
    later::page(format!("{}/{}", cx.desk.id(), sheet.key), || whole(cx, sheet))
}

fn whole(cx: Cx, sheet: &'static Sheet) -> AnyView {
    let kicker = if sheet.number > 0 {
        let number = chinese_or_plain(sheet.number, cx.lang);
        format!("{} · {}", cx.tf(words::WORKSHEET_N, &[&number]), cx.t(sheet.name))
    } else {
        cx.t(sheet.name).to_owned()
    };
    let is_brief = brief::is_brief(cx, sheet.key);
    let sections = tables_of(sheet.key)
        .filter(|table| table.depth() <= cx.depth || sheet.key == "settings")
        .map(|table| section::view(cx, table, is_brief))
        .collect_view();
    view! {
        <article class="sheet" class:brief=is_brief data-sheet=sheet.key>
            <header class="lead">
                <div>
                    <p class="kicker">{kicker}</p>
                    <h1 class="question" tabindex="-1">{cx.t(sheet.question)}</h1>
                </div>
                {late::place(cx, move |late| (late.headline)(cx, sheet.key))}
            </header>
            {late::place(cx, move |late| (late.advice)(cx, sheet.key))}
            {sections}
        </article>
    }
    .into_any()
}

/// The section of one table, for pages that are no worksheet.
pub fn table_section(cx: Cx, table: &'static crate::model::TableDef) -> AnyView {
    section::view(cx, table, false)
}

fn chinese_or_plain(number: u8, lang: Lang) -> String {
    const DIGITS: [&str; 7] = ["零", "一", "二", "三", "四", "五", "六"];
    match lang {
        Lang::En => number.to_string(),
        Lang::Zh => DIGITS.get(usize::from(number)).copied().unwrap_or("").to_owned(),
    }
}
