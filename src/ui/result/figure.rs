//! One figure: its value with unit, or a dash with the reason.

use crate::ui::prelude::*;

use super::how::How;
use crate::analysis::{Answer, Gap, Out, ResultDef, ResultUnit};
use crate::i18n::{format, ui as words};
use crate::model::Bi;
use crate::ui::cx::Cx;

/// A figure in a table cell; a click tells how it is computed.
pub fn cell(cx: Cx, result: &'static ResultDef, id: &str) -> AnyView {
    let ask = asker(cx, result, id);
    let value = view! { <span class="value" data-result=result.full_name(id) on:click=move |_| ask()></span> };
    let mut shown = None;
    let id = id.to_owned();
    let show = move |value: &web_sys::Element| {
        if let Some(answer) = changed(cx, result, &id, &mut shown) {
            put(value, &answer, reason(cx, &answer));
            value.set_text_content(Some(&text(cx, result, &answer)));
        }
    };
    value.keep(Box::new(show)).into_any()
}

/// A figure as a button that tells how it is computed.
pub fn button(cx: Cx, result: &'static ResultDef, id: &str) -> AnyView {
    let ask = asker(cx, result, id);
    let name = result.full_name(id);
    let value = view! { <button type="button" class="value" on:click=move |_| ask()><span data-result=name></span><small class="rated"></small></button> };
    let mut shown = None;
    let id = id.to_owned();
    let show = move |value: &web_sys::Element| {
        if let Some(answer) = changed(cx, result, &id, &mut shown) {
            let words = text(cx, result, &answer);
            put(value, &answer, Some(reason(cx, &answer).unwrap_or_else(|| cx.t(words::HOW).to_owned())));
            let rated = rated(cx, &answer).map(|words| format!(" {words}")).unwrap_or_default();
            let _ = value.set_attribute("aria-label", &format!("{}: {words}{rated}", cx.t(result.label)));
            for (inside, words) in [(value.first_element_child(), words), (value.last_element_child(), rated)] {
                if let Some(inside) = inside {
                    inside.set_text_content(Some(&words));
                }
            }
        }
    };
    value.keep(Box::new(show)).into_any()
}

/// The answer, if it is another one than last time. One watch for all that shows it: a key in a long list asks for many
/// answers, and nearly all of them stay.
fn changed(cx: Cx, result: &'static ResultDef, id: &str, shown: &mut Option<Shown>) -> Option<Option<Answer>> {
    let answer = cx.desk.answer(result, id);
    // Money is shown in the workbook's unit, which may change by itself.
    let unit = (result.unit == ResultUnit::Money).then(|| cx.money_words());
    let now = Some((answer, unit));
    if *shown == now {
        return None;
    }
    shown.clone_from(&now);
    now.map(|(answer, _)| answer)
}

/// An answer, and the unit it was shown in.
type Shown = (Option<Answer>, Option<String>);

/// What an answer does to the element that shows it.
fn put(value: &web_sys::Element, answer: &Option<Answer>, title: Option<String>) {
    let _ = value.class_list().toggle_with_force("none", is_none(answer));
    for (name, text) in [("data-tone", tone(answer)), ("title", title.as_deref())] {
        let _ = match text {
            Some(text) => value.set_attribute(name, text),
            None => value.remove_attribute(name),
        };
    }
}

fn asker(cx: Cx, result: &'static ResultDef, id: &str) -> impl Fn() + Clone + 'static {
    let id = id.to_owned();
    move || cx.app.how.set(Some(How { result: result.name, id: id.clone() }))
}

fn is_none(answer: &Option<Answer>) -> bool {
    !matches!(answer, Some(Answer { value: Ok(_), .. }))
}

fn tone(answer: &Option<Answer>) -> Option<&'static str> {
    match answer {
        Some(Answer { value: Ok(Out::Key(key)), .. }) => Some(key),
        _ => None,
    }
}

fn reason(cx: Cx, answer: &Option<Answer>) -> Option<String> {
    match answer {
        Some(Answer { value: Err(gap), .. }) => Some(cx.t(gap_words(*gap)).to_owned()),
        answer => rated(cx, answer),
    }
}

/// How many of the items are rated, where some are missing.
fn rated(cx: Cx, answer: &Option<Answer>) -> Option<String> {
    let (rated, of) = answer.as_ref()?.rated.filter(|(rated, of)| rated < of)?;
    Some(cx.tf(words::RATED_OF, &[&rated.to_string(), &of.to_string()]))
}

/// Why a figure has no value, in a sentence.
pub const fn gap_words(gap: Gap) -> Bi {
    match gap {
        Gap::Empty => words::GAP_EMPTY,
        Gap::NoRows => words::GAP_NO_ROWS,
        Gap::DivisionByZero => words::GAP_DIVISION,
        Gap::TooFew => words::GAP_TOO_FEW,
        Gap::NoSignChange => words::GAP_SIGN,
        Gap::NotReached => words::GAP_NOT_REACHED,
        Gap::NotApplicable => words::GAP_NOT_APPLICABLE,
    }
}

/// The value with its unit.
pub fn text(cx: Cx, result: &ResultDef, answer: &Option<Answer>) -> String {
    match answer.as_ref().map(|answer| &answer.value) {
        Some(Ok(Out::Number(number))) => number_text(cx, result.unit, *number),
        Some(Ok(out @ Out::Key(key))) => {
            result.words_of(out).map_or_else(|| (*key).to_owned(), |words| cx.t(words).to_owned())
        }
        Some(Ok(Out::Text(text))) => text.clone(),
        Some(Ok(Out::Keys(keys))) => list_text(cx, result, keys),
        Some(Ok(Out::List(items))) => list_text(cx, result, items),
        _ => cx.t(words::DASH).to_owned(),
    }
}

/// A number in the form its unit asks for.
pub fn number_text(cx: Cx, unit: ResultUnit, number: f64) -> String {
    match unit {
        ResultUnit::Percent => format::percent(number, 1),
        ResultUnit::Money => format!("{} {}", format::short(number, 1), cx.money_words()),
        ResultUnit::Years => {
            format!("{} {}", format::fixed(number, 2), if cx.lang == crate::model::Lang::Zh { "年" } else { "years" })
        }
        ResultUnit::Days => {
            format!("{} {}", format::short(number, 1), if cx.lang == crate::model::Lang::Zh { "天" } else { "days" })
        }
        ResultUnit::Count => format::short(number, 0),
        _ => format::short(number, 2),
    }
}

fn list_text(cx: Cx, result: &ResultDef, items: &[impl AsRef<str>]) -> String {
    let separator = if cx.lang == crate::model::Lang::Zh { "、" } else { ", " };
    let name = |item: &str| {
        let option =
            result.options.iter().find(|option| option.key == item).map(|option| cx.t(option.label).to_owned());
        let row = || {
            result.reads.split(' ').find_map(|path| {
                let there = cx.desk.with(|document| document.list_at(path).row(item).is_some());
                there.then(|| cx.title(path, item))
            })
        };
        option.or_else(row).unwrap_or_else(|| item.to_owned())
    };
    if items.is_empty() {
        cx.t(words::DASH).to_owned()
    } else {
        items.iter().map(|item| name(item.as_ref())).collect::<Vec<_>>().join(separator)
    }
}
