//! Copies of a workbook: handing out, merging back, rating apart, comparing, sharing, downloads.

mod asked;
mod compare;
mod conflict;
mod conflicts;
mod downloads;
mod figures;
mod hand_out;
mod link;
mod log;
mod merging;
mod moves;
mod names;
mod period;
mod proof;
mod qr;
mod returned;
mod scoring;
mod share;
mod sides;
mod state;
mod strip;
mod twins;
mod words;

use crate::ui::prelude::*;

pub use self::asked::{banner, take_author};
pub use self::compare::page as compare;
pub use self::link::{open as open_link, take as take_link};
pub use self::returned::{is_copy_of_open, receive_returned, take_in};
pub use self::sides::Sides;
pub use self::state::Returns;
use crate::i18n::copies as say;
use crate::model::Bi;
use crate::ui::cx::Cx;
use crate::ui::keys;

/// Handing out and merging.
pub fn page(cx: Cx) -> AnyView {
    view! {
        <article class="sheet copies" data-extra="copies">
            {lead(cx, say::KICKER, say::QUESTION)}
            {part(cx, "hand-out", say::HAND_OUT, say::HAND_OUT_LEAD, hand_out::view(cx), true)}
            {part(cx, "merge", say::MERGE, say::MERGE_LEAD, merging::view(cx), true)}
            {part(cx, "scoring", say::SCORING, say::SCORING_LEAD, scoring(cx), true)}
            {part(cx, "share", say::SHARE, say::SHARE_LEAD, share::view(cx), false)}
            {part(cx, "downloads", say::DOWNLOADS, say::DOWNLOADS_LEAD, downloads::view(cx), false)}
        </article>
    }
    .into_any()
}

/// Ratings of single raters side by side, wherever they were collected.
pub fn scoring(cx: Cx) -> AnyView {
    scoring::view(cx)
}

/// Goes to the part of the page that shares.
pub fn go_to_share(app: crate::ui::app::App) {
    if let Some(menu) = crate::ui::dom::find("[data-menu=\"more\"]") {
        let _ = menu.remove_attribute("open");
    }
    app.go_to_page("copies");
    keys::once_there(|| {
        let Some(part) = crate::ui::dom::find("[data-part=\"share\"]") else { return false };
        let _ = part.set_attribute("open", "");
        part.scroll_into_view();
        if let Some(first) = crate::ui::dom::find("[data-part=\"share\"] input:checked") {
            let _ = first.focus();
        }
        true
    });
}

/// The head of a page.
fn lead(cx: Cx, kicker: Bi, question: Bi) -> AnyView {
    view! {
        <header class="lead">
            <div>
                <p class="kicker">{cx.t(kicker)}</p>
                <h1 class="question" tabindex="-1">{cx.t(question)}</h1>
            </div>
        </header>
    }
    .into_any()
}

/// A part of the page that can be folded.
fn part(cx: Cx, key: &'static str, title: Bi, about: Bi, body: AnyView, open: bool) -> AnyView {
    view! {
        <details class="part" data-part=key open=open>
            <summary><h2>{cx.t(title)}</h2></summary>
            <p class="about-part">{cx.t(about)}</p>
            {body}
        </details>
    }
    .into_any()
}

/// The head of a table.
fn heads(cx: Cx, names: &[Bi]) -> AnyView {
    let cells = names.iter().map(|name| view! { <th scope="col">{cx.t(*name)}</th> }).collect_view();
    view! { <thead><tr>{cells}</tr></thead> }.into_any()
}

/// A table that may be wider than the page.
fn table(cx: Cx, label: Bi, heads: AnyView, body: AnyView) -> AnyView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=cx.t(label)>
            <table class="plain">{heads}{body}</table>
        </div>
    }
    .into_any()
}

/// The page of this name.
pub fn any(cx: Cx, name: &'static str) -> AnyView {
    if name == "compare" { compare(cx) } else { page(cx) }
}
