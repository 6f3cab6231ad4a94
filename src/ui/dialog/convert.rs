//! Another currency or unit of money: convert the amounts, or only change the name?

use crate::ui::prelude::*;
use leptos::html;

use super::modal;
use crate::change::convert;
use crate::i18n::{format, ui as words};
use crate::model::number::{Reading, read};
use crate::model::{Place, Value};
use crate::ui::cx::{Cx, unit_size};
use crate::worksheets::account;

/// The question that a change of unit or currency raises.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    /// The currency or the unit.
    pub place: Place,
    /// Its new value.
    pub value: Option<Value>,
}

/// Whether setting this place raises the question.
pub fn asks(cx: Cx, place: &Place) -> bool {
    let named = [account::plan::CURRENCY.slot, account::plan::UNIT.slot];
    place.table == account::plan::TABLE && named.contains(&place.slot) && cx.desk.with(convert::has_amounts)
}

/// The dialog, while the question stands.
pub fn view(cx: Cx) -> AnyView {
    (move || cx.app.convert.get().map(|change| card(cx, change))).into_any()
}

fn card(cx: Cx, change: Change) -> AnyView {
    let factor = NodeRef::<html::Input>::new();
    let close = move || cx.app.convert.set(None);
    let proposed = proposed_factor(cx, &change);
    let stored = StoredValue::new(change);
    let act = move |factor: f64| {
        let change = stored.get_value();
        let patch = cx.desk.with(|document| convert::convert(document, change.place, change.value, factor));
        close();
        cx.desk.commit(patch, false);
    };
    let convert = move |_| {
        let typed = factor.get_untracked().map(|input| input.value()).unwrap_or_default();
        if let Some(factor) = read(&typed, Reading::Plain).filter(|factor| *factor > 0.0) {
            act(factor);
        }
    };
    let new_name = stored.with_value(|change| {
        let field = change.place.table.field_at(change.place.slot);
        field
            .zip(change.value.as_ref())
            .map_or_else(String::new, |(field, value)| crate::ui::field::in_words(cx, field, value))
    });
    let body = view! {
        <p>{cx.t(words::CONVERT_ASK)}</p>
        <label class="factor">{cx.t(words::CONVERT_FACTOR)}" "<input node_ref=factor class="in num" type="text" inputmode="decimal" value=format::input(proposed) /></label>
        <div class="choices">
            <button type="button" class="btn main" data-action="convert-amounts" on:click=convert>{cx.t(words::CONVERT_DO)}</button>
            <button type="button" class="btn" data-action="convert-label" on:click=move |_| act(1.0)>{cx.t(words::CONVERT_LABEL)}</button>
        </div>
    }
    .into_any();
    modal(cx, cx.tf(words::CONVERT_TITLE, &[&new_name]), "convert", body, close)
}

/// The factor between two units; 1 between two currencies, where people type their rate.
#[expect(clippy::cast_precision_loss, reason = "unit sizes are small powers of ten")]
fn proposed_factor(cx: Cx, change: &Change) -> f64 {
    if change.place.slot != account::plan::UNIT.slot {
        return 1.0;
    }
    let to = unit_size(change.value.as_ref().and_then(Value::as_text));
    cx.unit_size() as f64 / to as f64
}
