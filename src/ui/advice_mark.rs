//! A small mark where advice has a place: beside the field, or at the heading of the section. Plain data: the rules
//! themselves stay with the panel that reads them.

use crate::ui::prelude::*;

use super::cx::Cx;
use super::dom;
use crate::i18n::chain as words;
use crate::model::Place;

/// One piece of advice, as a field needs to know it.
#[derive(Clone, PartialEq)]
pub struct Marked {
    /// Where it belongs.
    pub place: Place,
    /// How serious, as in `data-level`.
    pub level: &'static str,
    /// The rule.
    pub rule: &'static str,
    /// What it says.
    pub message: String,
}

thread_local! {
    /// What the panel of the sheet on the page says now.
    static SAID: ArcRwSignal<Vec<Marked>> = ArcRwSignal::new(Vec::new());
}

fn said() -> ArcRwSignal<Vec<Marked>> {
    SAID.with(Clone::clone)
}

/// Tells the fields what there is to say; pulls them only when that changed.
pub fn say(marks: Vec<Marked>) {
    let said = said();
    if said.with_untracked(|old| *old != marks) {
        said.set(marks);
    }
}

/// What there is to say about a field. Told of changes.
pub fn about(place: &Place) -> Option<Marked> {
    said().with(|said| {
        let here = |mark: &&Marked| mark.place == *place && (place.row.is_some() || place.table.is_form());
        said.iter().find(here).cloned()
    })
}

/// The mark beside a field.
pub fn beside(cx: Cx, mark: &Marked) -> AnyView {
    button(cx, mark.level, mark.rule, cx.tf(words::ADVICE_HERE, &[&mark.message]), None)
}

/// The mark at the heading of a section: how many pieces of advice are about it.
pub fn at_section(cx: Cx, path: &'static str) -> AnyView {
    (move || {
        let said = said();
        let (count, first) = said.with(|said| {
            let here = || said.iter().filter(|mark| mark.place.table.path == path);
            (here().count(), here().next().cloned())
        });
        first.map(|mark| {
            let words = match count {
                1 => cx.tf(words::ADVICE_HERE, &[&mark.message]),
                _ => cx.tf(words::ADVICE_HERE_MANY, &[&count.to_string()]),
            };
            button(cx, mark.level, mark.rule, words, Some(count))
        })
    })
    .into_any()
}

fn button(cx: Cx, level: &'static str, rule: &'static str, words: String, count: Option<usize>) -> AnyView {
    let _ = cx;
    let shown = count.filter(|count| *count > 1).map(|count| count.to_string());
    view! {
        <button type="button" class="advice-mark" data-action="show-advice" data-level=level data-rule=rule title=words.clone() aria-label=words on:click=move |_| open(rule)>
            <span aria-hidden="true">{sign(level)}{shown}</span>
        </button>
    }
    .into_any()
}

/// The shape that says how serious: colour alone does not.
const fn sign(level: &str) -> &'static str {
    match level.as_bytes() {
        b"red" => "▲",
        b"warn" => "◆",
        b"source" => "↻",
        _ => "●",
    }
}

/// Opens the panel at a rule.
fn open(rule: &'static str) {
    if let Some(panel) = dom::find("details.advice") {
        let _ = panel.set_attribute("open", "");
    }
    dom::next_frame(move || {
        if let Some(way) = dom::find(&format!("details.advice li[data-rule=\"{rule}\"] button")) {
            dom::focus(&way);
        }
    });
}
