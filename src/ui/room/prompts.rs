//! The questions for the block under way, one at a time, and the team's own.

use crate::ui::prelude::*;

use super::{kit, quick};
use crate::change::Patch;
use crate::i18n::room as words;
use crate::model::{Id, Place, Value};
use crate::ui::cx::Cx;
use crate::worksheets::log::questions;
use crate::worksheets::prompts::prompts as shipped;
use crate::worksheets::sheets;

/// One question; an own one with its row.
#[derive(Clone, PartialEq)]
struct Question {
    text: String,
    own: Option<Id>,
}

/// The questions of the page that the block is about.
pub fn view(cx: Cx, page: Memo<String>) -> AnyView {
    let all = Memo::new(move |_| {
        cx.desk.track_table(questions::TABLE.path);
        of_page(cx, &page.get())
    });
    let at = RwSignal::new(0_usize);
    Effect::new(move |_| {
        page.track();
        at.set(0);
    });
    let count = move || all.with(Vec::len).max(1);
    let shown = move || all.with(|all| all.get(at.get() % all.len().max(1)).cloned());
    let text = move || shown().map_or_else(|| cx.t(words::NO_QUESTIONS).to_owned(), |question| question.text);
    let place = move || {
        let all = all.with(Vec::len);
        if all == 0 {
            String::new()
        } else {
            cx.tf(words::QUESTION_OF, &[&(at.get() % all + 1).to_string(), &all.to_string()])
        }
    };
    let next = move || {
        let now = all.with_untracked(|all| all.get(at.get_untracked() % all.len().max(1)).cloned());
        if let Some(own) = now.and_then(|question| question.own) {
            let place = Place::row(questions::TABLE, own, questions::ASKED.slot);
            kit::set_all(cx, vec![(place, Some(Value::Bool(true)))]);
        }
        at.update(|at| *at = (*at + 1) % count());
    };
    let add = move |text: &str| {
        let values = vec![
            (questions::SHEET_KEY.slot, Value::text(key_of(&page.get_untracked()))),
            (questions::TEXT.slot, Value::text(text)),
        ];
        let op = cx.desk.with(|document| kit::added(document, questions::TABLE, values, 0));
        cx.desk.commit(Patch::one(op), false);
        // The list of questions follows once this is painted; what is shown then is the new one.
        at.set(of_page(cx, &page.get_untracked()).len().saturating_sub(1));
    };
    view! {
        <section class="ask-room">
            <h3>{cx.t(words::QUESTIONS)}<span class="hint">{place}</span></h3>
            <p class="ask-text" role="status" data-question="">{text}</p>
            {kit::button(cx, "btn main", "next-question", crate::i18n::ui::NEXT_QUESTION, next)}
            {quick::line(cx, "log.questions", words::OWN_QUESTION, add)}
        </section>
    }
    .into_any()
}

/// The key of the worksheet of a page; of other pages their name.
fn key_of(page: &str) -> &str {
    sheets::sheet_of_page(page).map_or(page, |sheet| sheet.key)
}

fn of_page(cx: Cx, page: &str) -> Vec<Question> {
    let given = sheets::sheet_of_page(page).map(|sheet| shipped(sheet.key)).unwrap_or_default();
    let mut all: Vec<Question> =
        given.iter().map(|prompt| Question { text: cx.t(*prompt).to_owned(), own: None }).collect();
    cx.desk.with(|document| {
        for row in document.list(questions::TABLE).iter() {
            if row.get(questions::SHEET_KEY).unwrap_or_default() == key_of(page)
                && let Some(text) = row.get(questions::TEXT)
            {
                all.push(Question { text: text.to_owned(), own: Some(row.id.clone()) });
            }
        }
    });
    all
}
