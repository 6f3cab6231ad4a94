//! The editor of one field, chosen by its kind. Every editor works the same in a form, a row and a cell.

mod choice;
mod choices;
mod date;
pub mod problem;
mod rating;
mod reference;
mod typed;
mod yes_no;

use crate::ui::prelude::*;

pub use choice::CONFIRMED;

use super::advice_mark;
use super::cx::Cx;
use super::desk::shown_value;
use crate::i18n::format;
use crate::model::{FieldDef, Id, Kind, Lang, Place, Value};

/// One field at one place, as an editor sees it.
#[derive(Clone, PartialEq)]
pub struct Spot {
    /// Where the value is.
    pub place: Place,
    /// Its declaration.
    pub field: &'static FieldDef,
    /// What a screen reader calls the control where no visible label is tied to it.
    pub name: String,
    /// Id of the visible label in a form.
    pub label_id: Option<String>,
}

impl Spot {
    /// The field at a place.
    pub fn new(place: Place, field: &'static FieldDef, lang: Lang) -> Self {
        Self { place, field, name: field.label.get(lang).to_owned(), label_id: None }
    }

    /// A unique id for elements that belong to this spot.
    pub fn dom_id(&self, suffix: &str) -> String {
        let part = |id: &Option<Id>| id.as_ref().map_or(String::new(), |id| format!("-{id}"));
        format!("{}{}{}-{suffix}", self.place.path().replace('.', "-"), part(&self.place.row), part(&self.place.col))
    }

    /// The value to show, told of changes.
    pub fn value(&self, cx: Cx) -> Option<Value> {
        shown_value(&self.place, cx.desk.value(&self.place).as_ref(), cx.lang)
    }

    /// The value to show, telling nobody.
    pub fn value_now(&self, cx: Cx) -> Option<Value> {
        let stored = cx.desk.with(|document| document.value(&self.place).cloned());
        shown_value(&self.place, stored.as_ref(), cx.lang)
    }

    /// Sets the value.
    pub fn set(&self, cx: Cx, value: Option<Value>, typing: bool) {
        cx.desk.set(self.place.clone(), value, typing);
    }

    /// `aria-label` where no visible label names the control.
    pub fn aria_label(&self) -> Option<String> {
        self.label_id.is_none().then(|| self.name.clone())
    }
}

/// The editor of a field with the sentence about what is wrong with it.
pub fn editor(cx: Cx, spot: Spot) -> AnyView {
    let notes = notes(cx, spot.clone());
    let control = match spot.field.kind {
        Kind::Rating(scale) => rating::view(cx, spot, scale),
        Kind::Choice { options, open: false } => choice::view(cx, spot, options),
        Kind::Choices(options) => choices::view(cx, spot, options),
        Kind::YesNo => yes_no::view(cx, spot),
        Kind::Ref(target) => reference::one(cx, spot, target),
        Kind::Refs(target) => reference::many(cx, spot, target),
        Kind::Date => date::view(cx, spot),
        _ => typed::view(cx, spot),
    };
    view! { {control}{notes} }.into_any()
}

/// What is said beside a field: advice, and what is wrong with its value.
fn notes(cx: Cx, spot: Spot) -> AnyView {
    let said = Memo::new(move |_| (advice_mark::about(&spot.place), problem::of(cx, &spot)));
    (move || {
        let (advice, problem) = said.get();
        let advice = advice.map(|mark| advice_mark::beside(cx, &mark));
        let problem = problem.map(|text| view! { <small class="problem" role="note">"⚠ "{text}</small> });
        view! { {advice}{problem} }
    })
    .into_any()
}

/// A value as text, as it stands in its input.
pub fn as_input(field: &FieldDef, value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Number(number)) if field.kind == Kind::Year => format!("{number}"),
        Some(Value::Number(number)) => grouped(*number),
        Some(Value::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Some(Value::Keys(keys)) => keys.join(", "),
    }
}

/// A number with all its digits and groups of three.
fn grouped(number: f64) -> String {
    let digits = format::input(number);
    let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    format::fixed(number, u8::try_from(fraction.min(9)).unwrap_or(9)).replace('\u{2212}', "-")
}

/// A value in words, for reading: option names, scale words, row titles.
pub fn in_words(cx: Cx, field: &FieldDef, value: &Value) -> String {
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    let option = |key: &str| {
        let found = field.kind.options().iter().find(|option| option.key == key);
        found.map_or_else(|| key.to_owned(), |option| option.label.get(cx.lang).to_owned())
    };
    match (&field.kind, value) {
        (Kind::Choice { .. }, Value::Text(key)) => option(key),
        (Kind::Choices(_), Value::Keys(keys)) => keys.iter().map(|key| option(key)).collect::<Vec<_>>().join(separator),
        (Kind::Ref(target), Value::Text(id)) => cx.title(target, id),
        (Kind::Refs(target), Value::Keys(ids)) => {
            ids.iter().map(|id| cx.title(target, id)).collect::<Vec<_>>().join(separator)
        }
        (Kind::Rating(scale), Value::Number(number)) => {
            let word = scale.word(*number, cx.lang);
            let shown = if scale.min < 0 { format::signed(*number, 0) } else { format::short(*number, 1) };
            if word.is_empty() { shown } else { format!("{shown} · {word}") }
        }
        (Kind::YesNo, Value::Bool(yes)) => {
            cx.t(if *yes { crate::i18n::ui::YES } else { crate::i18n::ui::NO }).to_owned()
        }
        (Kind::Percent { .. }, Value::Number(number)) => format::percent(*number, 1).replace(".0%", "%"),
        (Kind::Date, Value::Text(text)) => {
            text.parse().map_or_else(|_| text.clone(), |date| format::date(date, cx.lang))
        }
        _ => as_input(field, Some(value)),
    }
}
