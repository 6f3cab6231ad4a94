//! The review meeting in four stages: each says how it goes, and offers what belongs to it.

use crate::ui::prelude::*;

use super::{kit, quick};
use crate::analysis::advice::{Level, findings};
use crate::i18n::room as words;
use crate::model::Bi;
use crate::ui::cx::Cx;
use crate::ui::route::Route;

/// The stages with the one that is open.
pub fn view(cx: Cx) -> AnyView {
    let stage = RwSignal::new(0_usize);
    let last = words::STAGES.len() - 1;
    let steps = words::STAGES.iter().enumerate().map(|(at, (name, ..))| step(cx, at, *name, stage)).collect_view();
    let body =
        move || words::STAGES.get(stage.get()).map(|(name, how, notes)| body(cx, stage.get(), (*name, *how, *notes)));
    view! {
        <p class="room-lead">{cx.t(words::REVIEW_HELP)}</p>
        <ol class="stages">{steps}</ol>
        <div class="round" data-round="review">{body}</div>
        <div class="moves">
            <button type="button" class="btn" data-action="stage-back" disabled=move || stage.get() == 0 on:click=move |_| stage.update(|stage| *stage = stage.saturating_sub(1))>{cx.t(words::STAGE_BACK)}</button>
            <button type="button" class="btn main" data-action="stage-on" disabled=move || stage.get() == last on:click=move |_| stage.update(|stage| *stage = (*stage + 1).min(last))>{cx.t(words::STAGE_ON)}</button>
        </div>
    }
    .into_any()
}

fn step(cx: Cx, at: usize, name: Bi, stage: RwSignal<usize>) -> AnyView {
    let current = move || (stage.get() == at).then_some("step");
    view! {
        <li><button type="button" data-action="stage" data-value=at.to_string() aria-current=current on:click=move |_| stage.set(at)><span aria-hidden="true">{(at + 1).to_string()}</span>{cx.t(name)}</button></li>
    }
    .into_any()
}

fn body(cx: Cx, at: usize, (name, how, notes): (Bi, Bi, Bi)) -> AnyView {
    let present = Route::page(cx.desk.id().as_str(), "present").hash();
    let tools = match at {
        0 => view! { <p><a class="btn main" href=present>{cx.t(words::PRESENT)}</a></p>{quick::view(cx, quick::PARKING)} }.into_any(),
        1 => quick::view(cx, quick::PARKING),
        2 => view! { {weak_spots(cx)}{quick::view(cx, quick::PARKING)} }.into_any(),
        _ => quick::view(cx, quick::DECISIONS),
    };
    view! {
        <h3>{cx.t(name)}</h3>
        <p>{cx.t(how)}</p>
        <p class="hint">{cx.t(notes)}</p>
        {tools}
    }
    .into_any()
}

/// What the workbook itself points out; the reviewers add theirs.
fn weak_spots(cx: Cx) -> AnyView {
    let found = cx.desk.book(&[], |book| findings(book, cx.lang));
    let items = found.into_iter().filter(|finding| finding.level != Level::Info).take(8).map(|finding| {
        let place = finding.place.clone();
        view! {
            <li data-rule=finding.rule>
                <span class="level">{cx.t(finding.level.words())}</span>" "{finding.message}" "
                <button type="button" class="link" on:click=move |_| kit::go_to(cx, place.clone())>{cx.t(crate::i18n::ui::GO_THERE)}</button>
            </li>
        }
    });
    view! { <ul class="weak">{items.collect_view()}</ul> }.into_any()
}
