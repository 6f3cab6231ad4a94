//! The report: a cover, then the chapters that are switched on.

use crate::ui::prelude::*;

use super::since::Since;
use super::{appendix, page, tables};
use crate::file::report::{CHAPTERS, Chapter};
use crate::i18n::paper as words;
use crate::model::Lang;
use crate::ui::cx::Cx;
use crate::ui::result::headline;
use crate::worksheets::table;

/// The report with the chapters named.
pub fn view(cx: Cx, chosen: &[&'static str], since: Since) -> AnyView {
    let chapters: Vec<&'static Chapter> = CHAPTERS.iter().filter(|one| chosen.contains(&one.key)).collect();
    let bodies: Vec<AnyView> =
        chapters.iter().zip(1_usize..).map(|(one, number)| chapter(cx, one, number, since)).collect();
    view! {
        <div class="document report" data-paper="report">
            {cover(cx, &chapters)}
            {bodies}
        </div>
    }
    .into_any()
}

fn cover(cx: Cx, chapters: &[&'static Chapter]) -> AnyView {
    let page = cx.desk.book(&[], |book| crate::analysis::page::page(book, cx.lang));
    let contents = chapters
        .iter()
        .zip(1_usize..)
        .map(|(one, number)| view! { <li><span>{number}</span>{cx.t(one.title)}</li> }.into_any());
    let contents: Vec<AnyView> = contents.collect();
    let about: Vec<AnyView> = page.about.iter().map(|text| view! { <p>{text.clone()}</p> }.into_any()).collect();
    let foot = page.foot.join(" · ");
    let headline = page.headline.clone();
    view! {
        <section class="cover">
            <p class="kicker">{cx.t(words::REPORT_TITLE)}</p>
            <h1 tabindex="-1">{page.title.clone()}</h1>
            {(!headline.is_empty()).then(|| view! { <p class="headline">{headline}</p> })}
            <div class="cover-about">{about}</div>
            <div class="cover-contents"><h2>{cx.t(words::CONTENTS)}</h2><ol>{contents}</ol></div>
            <p class="cover-foot">{foot}</p>
        </section>
    }
    .into_any()
}

fn chapter(cx: Cx, chapter: &'static Chapter, number: usize, since: Since) -> AnyView {
    let sections: Vec<AnyView> = chapter.tables.iter().filter_map(|path| tables::section(cx, table(path)?)).collect();
    let summary = (chapter.key == "summary").then(|| page::view(cx, page::Place::Chapter));
    let rest = (chapter.key == "appendix").then(|| appendix::view(cx, since));
    let is_empty = sections.is_empty() && summary.is_none() && rest.is_none();
    let sheet = match chapter.key {
        "industry" => "w1",
        "competition" => "w2",
        "customer" => "w3",
        "solution" => "w4",
        "service" => "w5",
        "plan" => "w6",
        "portfolio" => "portfolio",
        _ => "",
    };
    let keys = (!is_empty && !sheet.is_empty()).then(|| headline::printed(cx, sheet));
    let number = match cx.lang {
        Lang::Zh => format!("{number}　"),
        Lang::En => format!("{number}  "),
    };
    view! {
        <section class="chapter" data-chapter=chapter.key>
            {summary}
            <header class="chapter-head"><h2><span>{number}</span>{cx.t(chapter.title)}</h2>{keys}</header>
            {is_empty.then(|| view! { <p class="hint">{cx.t(words::NOTHING_FILLED)}</p> })}
            {sections}
            {rest}
        </section>
    }
    .into_any()
}
