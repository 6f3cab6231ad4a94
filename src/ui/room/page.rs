//! The workshop page.

use crate::ui::prelude::*;

use super::timer::Timer;
use super::{agenda, kit, prompts, quick, rating, review, voting};
use crate::i18n::room as words;
use crate::model::Bi;
use crate::ui::cx::Cx;
use crate::ui::route::Route;
use crate::ui::{dom, sheet};
use crate::worksheets::log;

/// The page.
pub fn view(cx: Cx) -> AnyView {
    let timer = Timer::new(cx);
    view! {
        <article class="sheet room">
            {kit::head(cx, words::KICKER, words::WORKSHOP_QUESTION, doors(cx))}
            {part(cx, "agenda", words::AGENDA, agenda::view(cx))}
            <div class="notes-room">
                {prompts::view(cx, timer.page())}
                {quick::view(cx, quick::PARKING)}
                {quick::view(cx, quick::DECISIONS)}
            </div>
            {part(cx, "rating", words::RATE_TITLE, rating::view(cx))}
            {part(cx, "voting", words::VOTE_TITLE, voting::view(cx))}
            {part(cx, "review", words::REVIEW_TITLE, review::view(cx))}
            <details class="room-more" data-part="log">
                <summary>{cx.t(words::LOG_TITLE)}</summary>
                {sheet::table_section(cx, log::parking::TABLE)}
                {sheet::table_section(cx, log::decisions::TABLE)}
            </details>
        </article>
    }
    .into_any()
}

fn part(cx: Cx, key: &'static str, title: Bi, body: AnyView) -> AnyView {
    view! { <section class="section" data-part=key aria-labelledby=format!("part-{key}")><h2 id=format!("part-{key}")>{cx.t(title)}</h2>{body}</section> }.into_any()
}

/// The ways to the big screen, and to the facilitator's own.
fn doors(cx: Cx) -> AnyView {
    let id = cx.desk.id();
    let to = |page: &str| Route::page(id.as_str(), page).hash();
    let hash = to("workshop");
    let open =
        move || dom::open_small_window(&format!("lang={}&facilitator=1", cx.lang.tag()), &hash, "kamsheet-facilitator");
    view! {
        <nav class="doors" aria-label=cx.t(words::KICKER)>
            <a class="btn main" href=to("projector") data-action="projector" title=cx.t(words::PROJECTOR_HELP)>{cx.t(words::PROJECTOR)}</a>
            <a class="btn" href=to("present") data-action="present" title=cx.t(words::PRESENT_HELP)>{cx.t(words::PRESENT)}</a>
            <button type="button" class="btn" data-action="facilitator" title=cx.t(words::FACILITATOR_HELP) on:click=move |_| open()>{cx.t(words::FACILITATOR)}" ↗"</button>
        </nav>
    }
    .into_any()
}
