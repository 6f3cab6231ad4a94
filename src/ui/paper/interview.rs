//! The interview guide: a page of questions for each person, with room for the answers.

use crate::ui::prelude::*;

use crate::analysis::interview::{Question, Talk, talks};
use crate::i18n::paper as words;
use crate::ui::cx::Cx;

/// The guide.
pub fn view(cx: Cx) -> AnyView {
    let all = cx.desk.book(&[], |book| talks(book, cx.lang));
    let lead = if all.is_empty() { words::INTERVIEW_EMPTY } else { words::INTERVIEW_LEAD };
    let account = cx.desk.with(crate::ui::opened::account_name);
    let talks: Vec<AnyView> = all.iter().map(|one| talk(cx, one)).collect();
    view! {
        <div class="document" data-paper="interview">
            <header class="document-head">
                <p class="kicker">{account}</p>
                <h1 tabindex="-1">{cx.t(words::INTERVIEW_TITLE)}</h1>
                <p class="headline">{cx.t(lead)}</p>
            </header>
            {talks}
        </div>
    }
    .into_any()
}

fn talk(cx: Cx, talk: &Talk) -> AnyView {
    let owner = (!talk.owner.is_empty())
        .then(|| view! { <p class="hint">{cx.tf(words::OUR_SIDE, &[&talk.owner])}</p> }.into_any());
    let questions: Vec<AnyView> = talk.questions.iter().map(|one| question(cx, one)).collect();
    view! {
        <section class="talk">
            <header><h2>{talk.name.clone()}</h2>{owner}</header>
            <ol class="questions">{questions}</ol>
        </section>
    }
    .into_any()
}

fn question(cx: Cx, question: &Question) -> AnyView {
    let about = question.about.join(" · ");
    let then: Vec<AnyView> = question.then.iter().map(|text| view! { <li>{cx.t(*text)}</li> }.into_any()).collect();
    let then = (!then.is_empty()).then(|| view! { <ul class="then">{then}</ul> }.into_any());
    view! {
        <li>
            <p class="asked">{question.text.clone()}</p>
            {(!about.is_empty()).then(|| view! { <p class="hint">{about}</p> })}
            {then}
            <div class="answer"><span>{cx.t(words::ANSWER)}</span><span class="ticks">{tick(cx, words::CONFIRMED)}{tick(cx, words::REFUTED)}{tick(cx, words::STILL_OPEN)}</span></div>
        </li>
    }
    .into_any()
}

fn tick(cx: Cx, word: crate::model::Bi) -> AnyView {
    view! { <span>"☐ "{cx.t(word)}</span> }.into_any()
}
