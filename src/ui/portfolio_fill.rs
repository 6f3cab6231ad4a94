//! The portfolio filled from the workbooks on this device with one click, and what was taken from where.

use crate::ui::prelude::*;

use super::cx::Cx;
use super::{dom, field};
use crate::analysis::portfolio::customer::{Known, customer};
use crate::analysis::{Book, Memo as Memory};
use crate::change::portfolio::{Fill, Origin, Outcome, Taken, fill};
use crate::i18n::handy as words;
use crate::model::{Document, TableDef};
use crate::storage::{Card, Store};
use crate::worksheets::portfolio::customers;

/// What was taken, for reading: a line for each workbook.
type Report = RwSignal<Vec<String>>;

/// Below the list of customers: the offer, and after it what was taken.
pub fn below(cx: Cx, table: &'static TableDef) -> AnyView {
    if table.path != customers::TABLE.path {
        return AnyView::new();
    }
    let report: Report = RwSignal::new(Vec::new());
    let busy = RwSignal::new(false);
    let take = move |_| {
        if !busy.get_untracked() {
            busy.set(true);
            leptos::task::spawn_local(async move {
                take_all(cx, report).await;
                busy.try_set(false);
            });
        }
    };
    let label = move || cx.tf(words::FILL_PORTFOLIO, &[&cx.app.shelf.with(Vec::len).to_string()]);
    let taken = move || {
        report.with(|lines| {
            let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
            view! { <ul class="taken" aria-label=cx.t(words::FILL_REPORT)>{lines}</ul> }.into_any()
        })
    };
    view! {
        <div class="from-device" data-offer="fill-portfolio">
            <button type="button" class="btn" data-action="fill-portfolio" on:click=take>{label}</button>
            <span class="hint">{cx.t(words::FILL_PORTFOLIO_HELP)}</span>
            {move || (!report.with(Vec::is_empty)).then(taken)}
        </div>
    }
    .into_any()
}

async fn take_all(cx: Cx, report: Report) {
    let Some(store) = cx.app.store() else { return };
    let mut origins = Vec::new();
    let mut lines = Vec::new();
    for card in store.shelf() {
        match document_of(cx, &store, &card).await {
            Some(document) => origins.push(origin(cx, &card, &document)),
            None => lines.push(format!("{}{}{}", card.account, colon(cx), cx.t(words::FILL_UNREADABLE))),
        }
    }
    // This workbook speaks for its own customer, whatever else there is about him.
    let own = cx.desk.id();
    let (mut ordered, others): (Vec<_>, Vec<_>) = origins.into_iter().partition(|origin| origin.id == own);
    ordered.extend(others);
    let Fill { patch, taken } = cx.desk.with(|document| fill(document, &ordered, &mut dom::new_id));
    let count = |outcome| taken.iter().filter(|taken| taken.outcome == outcome).count().to_string();
    let changed = !patch.is_empty();
    let text = cx.tf(words::FILL_DONE, &[&count(Outcome::Added), &count(Outcome::Completed)]);
    lines.splice(0..0, taken.iter().map(|taken| line(cx, taken)));
    report.try_set(lines);
    if changed {
        cx.desk.commit(patch, false);
        cx.app.toast_undo(text, cx.desk);
    } else {
        cx.app.toast(cx.lang, words::FILL_NOTHING);
    }
}

/// The open workbook as it stands on the page, any other as it is stored.
async fn document_of(cx: Cx, store: &Store, card: &Card) -> Option<Document> {
    if card.id == cx.desk.id() { Some(cx.desk.with(Clone::clone)) } else { store.look_into(card.id.as_str()).await }
}

fn origin(cx: Cx, card: &Card, document: &Document) -> Origin {
    let memory = Memory::default();
    let customer = customer(&Book::new(document, dom::today(), &memory));
    Origin {
        id: card.id.clone(),
        source: cx.tf(words::FILL_SOURCE, &[&customer.name]),
        customer,
        date: card.changed.get(..10).unwrap_or_default().to_owned(),
    }
}

const fn colon(cx: Cx) -> &'static str {
    match cx.lang {
        crate::model::Lang::Zh => "：",
        crate::model::Lang::En => ": ",
    }
}

/// What was taken from one workbook, in a sentence.
fn line(cx: Cx, taken: &Taken) -> String {
    let name = if taken.name.is_empty() { cx.t(crate::i18n::ui::NO_NAME) } else { &taken.name };
    let outcome = match taken.outcome {
        Outcome::Added if taken.values.is_empty() => words::FILL_ADDED_BARE,
        Outcome::Added => words::FILL_ADDED,
        Outcome::Completed => words::FILL_COMPLETED,
        Outcome::Nothing => words::FILL_THERE,
        Outcome::SameCustomer => words::FILL_SAME,
        Outcome::Nameless => words::FILL_NAMELESS,
    };
    let mut parts = vec![cx.t(outcome).to_owned()];
    parts.extend(taken.values.iter().filter_map(|known| value(cx, known)));
    if let Some(currency) = &taken.other_currency {
        parts.push(cx.tf(words::FILL_CURRENCY, &[currency]));
    }
    let separator = if cx.lang == crate::model::Lang::Zh { "；" } else { "; " };
    format!("{name}{}{}", colon(cx), parts.join(separator))
}

fn value(cx: Cx, known: &Known) -> Option<String> {
    let declared = customers::TABLE.field_at(known.slot)?;
    let what = format!("{} {}", cx.t(declared.label), field::in_words(cx, declared, &known.value));
    Some(match known.year {
        Some(year) => cx.tf(words::FILL_FROM_YEAR, &[&what, cx.t(known.from), &year.to_string()]),
        None => cx.tf(words::FILL_FROM, &[&what, cx.t(known.from)]),
    })
}
