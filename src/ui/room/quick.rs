//! One line to write a note into a list of the log, and what stands there already.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::kit;
use crate::change::Patch;
use crate::i18n::room as words;
use crate::model::{Bi, Row, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::log::{decisions, parking};

/// A list that notes go to.
#[derive(Clone, Copy)]
pub struct Quick {
    /// The list.
    pub table: &'static TableDef,
    /// Slot of the text.
    pub text: u8,
    /// Slot of the day it is written on, if it has one.
    pub day: Option<u8>,
    /// What the line asks.
    pub ask: Bi,
    /// The heading.
    pub title: Bi,
}

/// Topics put aside.
pub const PARKING: Quick = Quick {
    table: parking::TABLE,
    text: parking::TEXT.slot,
    day: Some(parking::RAISED.slot),
    ask: words::PARKING_ADD,
    title: words::PARKING,
};

/// What was decided.
pub const DECISIONS: Quick = Quick {
    table: decisions::TABLE,
    text: decisions::TEXT.slot,
    day: Some(decisions::DATE.slot),
    ask: words::DECISIONS_ADD,
    title: words::DECISIONS,
};

/// Most notes shown under the line.
const SHOWN: usize = 6;

/// The line with the latest notes under it.
pub fn view(cx: Cx, quick: Quick) -> AnyView {
    let keep = move |text: &str| add(cx, quick, text);
    let notes = move || {
        cx.desk.track_table(quick.table.path);
        let texts = cx.desk.with(|document| latest(document, quick));
        texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()
    };
    view! {
        <section class="quick" data-quick=quick.table.path>
            <h3>{cx.t(quick.title)}</h3>
            {line(cx, quick.table.path, quick.ask, keep)}
            <ul>{notes}</ul>
        </section>
    }
    .into_any()
}

fn latest(document: &crate::model::Document, quick: Quick) -> Vec<String> {
    let text = |row: &Row| row.record.at(quick.text).and_then(Value::as_words).map(str::to_owned);
    document.list(quick.table).iter().rev().filter_map(text).take(SHOWN).collect()
}

fn add(cx: Cx, quick: Quick, text: &str) {
    let mut values = vec![(quick.text, Value::text(text))];
    values.extend(quick.day.map(|slot| (slot, Value::text(dom::today().to_string()))));
    let op = cx.desk.with(|document| kit::added(document, quick.table, values, 0));
    cx.desk.commit(Patch::one(op), false);
}

/// A line to write into; Enter or the button keeps it.
pub fn line(cx: Cx, name: &'static str, ask: Bi, keep: impl Fn(&str) + 'static) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let keep: Box<dyn Fn(&str)> = Box::new(keep);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = node.get_untracked() else { return };
        let text = input.value();
        if !text.trim().is_empty() {
            keep(text.trim());
            input.set_value("");
        }
    };
    view! {
        <form class="quick-line" on:submit=submit>
            <input node_ref=node class="in" type="text" autocomplete="off" maxlength="500" data-note=name aria-label=cx.t(ask) placeholder=cx.t(ask) />
            <button type="submit" class="btn" data-action="add-note">{cx.t(words::ADD)}</button>
        </form>
    }
    .into_any()
}
