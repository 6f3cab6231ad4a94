//! On paper: the plan on a page, the report, blank forms and guides.

mod appendix;
mod forms;
mod guide;
mod interview;
mod page;
pub mod private;
mod report;
mod since;
mod tables;

use crate::ui::prelude::*;

use self::since::Since;
use crate::file::report::CHAPTERS;
use crate::i18n::{paper as words, ui as common};
use crate::model::Bi;
use crate::ui::cx::Cx;
use crate::ui::{dom, printing};
use crate::worksheets::SHEETS;

/// The plan on a page.
pub fn plan_on_a_page(cx: Cx) -> AnyView {
    let with_private = RwSignal::new(false);
    let sheet = move || {
        cx.desk.changed.track();
        page::view(private::shown(cx, with_private.get()), page::Place::Alone)
    };
    view! {
        <article class="paper">
            <div class="paper-bar">
                <p class="hint">{cx.t(words::PAGE_LEAD)}</p>
                {print_button(cx)}
                {private::switch(cx, with_private)}
            </div>
            {sheet}
        </article>
    }
    .into_any()
}

/// The sheet alone, to be looked at.
pub fn sheet(cx: Cx) -> AnyView {
    page::view(cx, page::Place::Shown)
}

/// The kinds of document, in the order of the switch.
const KINDS: [(&str, Bi); 4] = [
    ("report", words::DOC_REPORT),
    ("forms", words::DOC_FORMS),
    ("interview", words::DOC_INTERVIEW),
    ("facilitator", words::DOC_FACILITATOR),
];

/// What is switched on, for each kind of document.
#[derive(Clone, Copy)]
struct Wish {
    kind: RwSignal<&'static str>,
    chapters: RwSignal<Vec<&'static str>>,
    sheets: RwSignal<Vec<&'static str>>,
    template: RwSignal<&'static str>,
    /// When the workshop begins, in minutes after midnight.
    begin: RwSignal<u16>,
    with_private: RwSignal<bool>,
    /// Since when the change log tells.
    since: Since,
}

/// The report and the other documents for paper.
pub fn report(cx: Cx) -> AnyView {
    let with_private = RwSignal::new(false);
    let wish = Wish {
        kind: RwSignal::new("report"),
        chapters: RwSignal::new(CHAPTERS.iter().filter(|one| one.wanted).map(|one| one.key).collect()),
        sheets: RwSignal::new(SHEETS.iter().filter(|one| one.number > 0).map(|one| one.key).collect()),
        template: RwSignal::new(if guide::has_agenda(cx) { guide::OWN } else { "sprint" }),
        begin: RwSignal::new(guide::begin()),
        with_private,
        since: Since::new(cx, with_private),
    };
    let document = move || {
        cx.desk.changed.track();
        let cx = private::shown(cx, wish.with_private.get());
        running(cx);
        match wish.kind.get() {
            "forms" => forms::view(cx, &wish.sheets.get()),
            "interview" => interview::view(cx),
            "facilitator" => guide::view(cx, wish.template.get(), wish.begin.get()),
            _ => report::view(cx, &wish.chapters.get(), wish.since),
        }
    };
    view! {
        <article class="paper">
            <div class="paper-bar">
                {kinds(cx, wish)}
                {print_button(cx)}
                {move || choices(cx, wish)}
            </div>
            {document}
        </article>
    }
    .into_any()
}

fn kinds(cx: Cx, wish: Wish) -> AnyView {
    let buttons = KINDS.map(|(key, name)| {
        let pressed = move || (wish.kind.get() == key).to_string();
        view! { <button type="button" data-action="document" data-value=key aria-pressed=pressed on:click=move |_| wish.kind.set(key)>{cx.t(name)}</button> }
            .into_any()
    });
    view! { <div class="seg kinds" role="group" aria-label=cx.t(words::KIND_OF_DOCUMENT)>{buttons.collect_view()}</div> }
        .into_any()
}

/// What can be switched on and off in the chosen kind of document.
fn choices(cx: Cx, wish: Wish) -> AnyView {
    match wish.kind.get() {
        "report" => {
            let all = CHAPTERS.iter().map(|one| (one.key, one.title)).collect();
            view! {
                {boxes(cx, words::CHAPTERS, "chapter", wish.chapters, all)}
                {since::choice(cx, wish.since)}
                {private::switch(cx, wish.with_private)}
            }
            .into_any()
        }
        "forms" => {
            let all = SHEETS.iter().filter(|one| one.key != "settings").map(|one| (one.key, one.name)).collect();
            boxes(cx, words::WORKSHEETS, "sheet", wish.sheets, all)
        }
        "facilitator" => guide::choices(cx, wish.template, wish.begin),
        "interview" => private::switch(cx, wish.with_private),
        _ => ().into_any(),
    }
}

fn boxes(
    cx: Cx,
    legend: Bi,
    name: &'static str,
    chosen: RwSignal<Vec<&'static str>>,
    all: Vec<(&'static str, Bi)>,
) -> AnyView {
    let boxes = all.into_iter().map(|(key, label)| {
        let is_on = chosen.with_untracked(|chosen| chosen.contains(&key));
        let switch = move |_| {
            chosen.update(|chosen| match chosen.iter().position(|other| *other == key) {
                Some(at) => {
                    chosen.remove(at);
                }
                None => chosen.push(key),
            });
        };
        view! { <label><input type="checkbox" data-choice=name value=key checked=is_on on:change=switch/>{cx.t(label)}</label> }
            .into_any()
    });
    view! { <fieldset class="boxes"><legend>{cx.t(legend)}</legend>{boxes.collect_view()}</fieldset> }.into_any()
}

fn print_button(cx: Cx) -> AnyView {
    view! {
        <button type="button" class="btn main" data-action="print" on:click=|_| printing::print()>{cx.t(common::PRINT)}</button>
    }
    .into_any()
}

/// The line at the foot of every printed page: whose plan, how confidential, as of when. The margins of a page read it
/// from the root of the document.
pub fn running(cx: Cx) {
    let page = cx.desk.book(&[], |book| crate::analysis::page::page(book, cx.lang));
    let line = std::iter::once(page.title).chain(page.foot.into_iter().skip(1)).collect::<Vec<_>>().join(" · ");
    // It stands in the style sheet as a quoted text.
    let safe = line.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r'], " ");
    dom::set_root_style("--running", &format!("\"{safe}\""));
    on_cleanup(|| dom::set_root_style("--running", ""));
}

/// The page of this name.
pub fn page(cx: Cx, name: &'static str) -> AnyView {
    if name == "report" { report(cx) } else { plan_on_a_page(cx) }
}
