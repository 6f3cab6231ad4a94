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
    let mut shown = Shown::default();
    let id = id.to_owned();
    let show = move |value: &web_sys::Element| {
        if let Some((face, looks_new)) = shown.changed(cx, result, &id) {
            if looks_new {
                face.put(value);
            }
            value.set_text_content(Some(&face.words));
        }
    };
    value.keep(Box::new(show)).into_any()
}

/// A figure as a button that tells how it is computed.
pub fn button(cx: Cx, result: &'static ResultDef, id: &str) -> AnyView {
    let ask = asker(cx, result, id);
    let name = result.full_name(id);
    let value = view! { <button type="button" class="value" on:click=move |_| ask()><span data-result=name></span><small class="rated"></small></button> };
    let mut shown = Shown::default();
    let id = id.to_owned();
    let show = move |value: &web_sys::Element| {
        if let Some((face, _)) = shown.changed(cx, result, &id) {
            let rated = face.rated.as_ref().map(|words| format!(" {words}")).unwrap_or_default();
            face.put(value);
            if face.title.is_none() {
                let _ = value.set_attribute("title", cx.t(words::HOW));
            }
            let _ = value.set_attribute("aria-label", &format!("{}: {}{rated}", cx.t(result.label), face.words));
            for (inside, words) in [(value.first_element_child(), &face.words), (value.last_element_child(), &rated)] {
                if let Some(inside) = inside {
                    inside.set_text_content(Some(words));
                }
            }
        }
    };
    value.keep(Box::new(show)).into_any()
}

/// What a figure shows, remembered by its one watch: a key in a long list asks for many answers, nearly all of them stay,
/// and of those that move most look the same.
#[derive(Default)]
struct Shown {
    answer: Option<Option<Answer>>,
    face: Option<Face>,
}

impl Shown {
    /// How it looks now, if that is not as it looked last time, and whether more than its words changed.
    fn changed(&mut self, cx: Cx, result: &'static ResultDef, id: &str) -> Option<(&Face, bool)> {
        let answer = cx.desk.answer(result, id);
        // Money is shown in the workbook's unit and rows by their titles: both may change by themselves.
        let stays = !matches!(result.unit, ResultUnit::Money | ResultUnit::Text);
        if stays && self.answer.as_ref() == Some(&answer) {
            return None;
        }
        let face = Face::of(cx, result, &answer);
        self.answer = Some(answer);
        if self.face.as_ref() == Some(&face) {
            return None;
        }
        let looks_new = !self.face.as_ref().is_some_and(|before| before.looks_like(&face));
        Some((self.face.insert(face), looks_new))
    }
}

/// How an answer looks.
#[derive(PartialEq)]
struct Face {
    words: String,
    is_none: bool,
    tone: Option<&'static str>,
    title: Option<String>,
    rated: Option<String>,
}

impl Face {
    fn of(cx: Cx, result: &ResultDef, answer: &Option<Answer>) -> Self {
        Self {
            words: text(cx, result, answer),
            is_none: is_none(answer),
            tone: tone(answer),
            title: reason(cx, answer),
            rated: rated(cx, answer),
        }
    }

    /// Whether it differs from another in its words alone.
    fn looks_like(&self, other: &Self) -> bool {
        (self.is_none, self.tone, &self.title) == (other.is_none, other.tone, &other.title)
    }

    fn put(&self, value: &web_sys::Element) {
        let _ = value.class_list().toggle_with_force("none", self.is_none);
        for (name, text) in [("data-tone", self.tone), ("title", self.title.as_deref())] {
            let _ = match text {
                Some(text) => value.set_attribute(name, text),
                None => value.remove_attribute(name),
            };
        }
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
