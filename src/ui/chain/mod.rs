//! Where each need goes: modules, benefits, services, objectives, actions. Broken ways stand out and lead to the place
//! where the missing link is filled in.

mod way;

use crate::ui::prelude::*;

use crate::analysis::chain::{Chains, Stage, chains};
use crate::i18n::chain as words;
use crate::model::{Bi, Lang};
use crate::ui::cx::Cx;
use crate::worksheets::needs::needs;

/// The tables whose changes change the ways.
const READS: &[&str] = &["w3.needs", "w4.modules", "w4.cover", "w4.benefits", "w5.svc", "w5.cap", "w6.obj", "w6.act"];

/// The chain.
pub fn page(cx: Cx) -> AnyView {
    let found = Memo::new(move |_| cx.desk.book(READS, |book| chains(book).as_ref().clone()));
    let broken_first = RwSignal::new(false);
    let body =
        move || found.with(|found| if found.chains.is_empty() { nothing(cx) } else { filled(cx, found, broken_first) });
    view! {
        <article class="sheet chain" data-sheet="chain">
            <header class="lead">
                <div>
                    <p class="kicker">{cx.t(words::CHAIN_KICKER)}</p>
                    <h1 class="question" tabindex="-1">{cx.t(words::CHAIN_QUESTION)}</h1>
                </div>
            </header>
            {body}
        </article>
    }
    .into_any()
}

fn nothing(cx: Cx) -> AnyView {
    view! {
        <p class="chain-empty">{cx.t(words::CHAIN_EMPTY)}</p>
        <button type="button" class="btn" data-action="to-needs" on:click=move |_| cx.app.go_to_section("needs", needs::TABLE.path)>{cx.t(words::CHAIN_TO_NEEDS)}</button>
    }
    .into_any()
}

fn filled(cx: Cx, found: &Chains, broken_first: RwSignal<bool>) -> AnyView {
    let total = found.chains.len();
    let broken = found.complete() < total && total > 1;
    let order = broken.then(|| {
        let (on, off) = (move || broken_first.get().to_string(), move || (!broken_first.get()).to_string());
        view! {
            <div class="segments" role="group">
                <button type="button" aria-pressed=off on:click=move |_| broken_first.set(false)>{cx.t(words::SHOW_ORDER)}</button>
                <button type="button" aria-pressed=on data-action="broken-first" on:click=move |_| broken_first.set(true)>{cx.t(words::SHOW_FIRST)}</button>
            </div>
        }
    });
    let mut lines: Vec<_> = found.chains.iter().collect();
    if broken_first.get() {
        // Who breaks earliest comes first; what is complete comes last.
        crate::model::order::sort_by_key(&mut lines, |chain| chain.breaks_at().map_or(5, |stage| stage as usize));
    }
    let lines = lines.into_iter().map(|chain| way::line(cx, chain)).collect_view();
    view! {
        <p class="chain-finding" data-chain-finding="">{headline(cx, found)}</p>
        {way::strip(cx, found)}
        <p class="hint chain-how">{cx.t(words::CHAIN_HOW)}</p>
        {order}
        <table class="ways" aria-label=cx.t(words::CHAIN_TABLE)>
            <thead><tr><th scope="col">{cx.t(words::NEED)}</th>{heads(cx)}</tr></thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn heads(cx: Cx) -> AnyView {
    Stage::ALL.map(|stage| view! { <th scope="col">{cx.t(stage.label())}</th> }).collect_view().into_any()
}

/// How many needs come through, and where the others break.
fn headline(cx: Cx, found: &Chains) -> String {
    let (complete, total) = (found.complete(), found.chains.len());
    if complete == total {
        let words = if total == 1 { words::CHAIN_ONE } else { words::CHAIN_ALL };
        return cx.tf(words, &[&total.to_string()]);
    }
    let broken = found.breaks().into_iter().zip(Stage::ALL).filter(|(count, _)| *count > 0);
    let broken: Vec<String> =
        broken.map(|(count, stage)| cx.tf(break_words(stage, count), &[&count.to_string()])).collect();
    let broken = broken.join(if cx.lang == Lang::Zh { "，" } else { ", " });
    match complete {
        0 => cx.tf(words::CHAIN_NONE, &[&total.to_string(), &broken]),
        _ => cx.tf(words::CHAIN_SOME, &[&complete.to_string(), &total.to_string(), &broken]),
    }
}

const fn break_words(stage: Stage, count: usize) -> Bi {
    match (stage, count) {
        (Stage::Module, 1) => words::BREAKS_MODULE,
        (Stage::Benefit, 1) => words::BREAKS_BENEFIT,
        (Stage::Support, 1) => words::BREAKS_SUPPORT,
        (Stage::Objective, 1) => words::BREAKS_OBJECTIVE,
        (Stage::Action, 1) => words::BREAKS_ACTION,
        (Stage::Module, _) => words::BREAK_MODULE,
        (Stage::Benefit, _) => words::BREAK_BENEFIT,
        (Stage::Support, _) => words::BREAK_SUPPORT,
        (Stage::Objective, _) => words::BREAK_OBJECTIVE,
        (Stage::Action, _) => words::BREAK_ACTION,
    }
}

/// The page of this name.
pub fn any(cx: Cx, _: &'static str) -> AnyView {
    page(cx)
}
