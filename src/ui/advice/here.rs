//! Offers where they help: above the inputs of a list that is still empty, of a form whose field is, of a matrix. The
//! panel of the worksheet makes the same offers row by row.

use crate::ui::prelude::*;

use super::offers;
use crate::analysis::content::row_has_content;
use crate::analysis::links::{Offer, Suggestion};
use crate::i18n::chain as words;
use crate::model::TableDef;
use crate::ui::cx::Cx;

/// More offers than these at one place are left to the panel.
const MOST: usize = 2;

thread_local! {
    /// What the panel of the sheet on the page offers now.
    static OFFERED: ArcRwSignal<Vec<Suggestion>> = ArcRwSignal::new(Vec::new());
}

/// Tells the sections what there is to offer.
pub fn say(offers: &[Suggestion]) {
    let known = OFFERED.with(Clone::clone);
    if known.with_untracked(|old| old != offers) {
        known.set(offers.to_vec());
    }
}

/// The offers to one table.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let known = OFFERED.with(Clone::clone);
    (move || {
        let here: Vec<Suggestion> = known.with(|offers| {
            let helps = |offer: &&Suggestion| offer.to.path == table.path && is_wanted(cx, offer);
            offers.iter().filter(helps).take(MOST).cloned().collect()
        });
        here.iter().map(|offer| one(cx, offer)).collect_view()
    })
    .into_any()
}

/// Rows are wanted while the list says nothing yet.
fn is_wanted(cx: Cx, offer: &Suggestion) -> bool {
    let is_bare =
        || cx.desk.with(|document| !document.list(offer.to).iter().any(|row| row_has_content(document, offer.to, row)));
    !matches!(offer.offer, Offer::Rows(_)) || is_bare()
}

fn one(cx: Cx, offer: &Suggestion) -> AnyView {
    let label = match offer.count() {
        0 | 1 => cx.t(words::TAKE_ONE).to_owned(),
        all => cx.tf(words::TAKE_ALL, &[&all.to_string()]),
    };
    let every: Vec<usize> = (0..offer.count()).collect();
    let (text, key) = (offer.text(cx.lang), offer.key);
    let (taken, later) = (offer.clone(), offer.clone());
    view! {
        <div class="offer-here" data-offer-here=key>
            <span>{text}</span>
            <button type="button" class="link" data-action="accept-suggestion" on:click=move |_| offers::take_over(cx, &taken, &every)>{label}</button>
            <button type="button" class="link quiet" data-action="offer-later" on:click=move |_| offers::later(cx, &later)>{cx.t(words::NOT_NOW)}</button>
        </div>
    }
    .into_any()
}
