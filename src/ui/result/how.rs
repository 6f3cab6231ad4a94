//! "How is this computed?": the formula in words, with the user's own numbers in it.

use crate::ui::prelude::*;

use super::figure;
use crate::analysis::{Answer, ResultDef, catalogue};
use crate::i18n::{format, ui as words};
use crate::ui::cx::Cx;
use crate::ui::dialog;

/// The figure that was asked about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct How {
    /// Name of the result with its placeholder.
    pub result: &'static str,
    /// Row or key.
    pub id: String,
}

/// The explanation, while one is asked for.
pub fn view(cx: Cx) -> AnyView {
    (move || cx.app.how.get().map(|how| card(cx, how))).into_any()
}

fn card(cx: Cx, how: How) -> AnyView {
    let Some(result) = catalogue::find(how.result) else { return ().into_any() };
    let id = how.id.clone();
    let answer = Memo::new(move |_| cx.desk.answer(result, &id));
    let formula = plain(cx.t(result.how));
    let numbers = move || answer.get().map(|answer| with_numbers(cx.t(result.how), &answer)).unwrap_or_default();
    let value = move || figure::text(cx, result, &answer.get());
    let reason = move || match answer.get() {
        Some(Answer { value: Err(gap), .. }) => Some(cx.t(figure::gap_words(gap))),
        _ => None,
    };
    let rated = move || {
        answer
            .get()
            .and_then(|answer| answer.rated)
            .map(|(rated, of)| cx.tf(words::RATED_OF, &[&rated.to_string(), &of.to_string()]))
    };
    let body = view! {
        <p class="how-value">{value}</p>
        <p class="how-reason">{reason}</p>
        <p>{formula.clone()}</p>
        {move || {
            let numbers = numbers();
            (numbers != formula && !numbers.is_empty()).then(|| view! { <p class="how-numbers"><b>{cx.t(words::YOUR_NUMBERS)}</b>" "{numbers}</p> })
        }}
        <p class="hint">{rated}</p>
    }
    .into_any();
    dialog::modal(cx, cx.t(result.label).to_owned(), "how", body, move || cx.app.how.set(None))
}

/// How a figure came about, with its numbers where it has some.
pub fn in_words(cx: Cx, result: &ResultDef, answer: &Answer) -> String {
    let formula = cx.t(result.how);
    let numbers = with_numbers(formula, answer);
    if numbers.is_empty() { plain(formula) } else { numbers }
}

/// The formula without numbers: the blanks and the equals signs before them go.
fn plain(formula: &str) -> String {
    let mut out = String::new();
    let mut rest = formula;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        let before = before.trim_end_matches(['=', ' ', ' ']);
        out.push_str(before);
        rest = from.split_once('}').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// The formula with the user's numbers in its blanks.
fn with_numbers(formula: &str, answer: &Answer) -> String {
    if answer.numbers.is_empty() {
        return String::new();
    }
    let shown: Vec<String> = answer.numbers.iter().map(|number| format::short(*number, 3)).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    words::fill(formula, &shown)
}
