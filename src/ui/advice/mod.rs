//! Advice beside a worksheet: what a coach would point out, and what another worksheet has to offer. Shown calmly, one
//! click away, recomputed when typing pauses.

mod finding;
mod here;
mod offers;
mod tally;

use std::time::Duration;

pub use self::here::view as offers_here;
pub use self::tally::view as count;

use crate::ui::prelude::*;

use super::advice_mark::{self, Marked};
use super::cx::Cx;
use crate::analysis::advice::{Dismissed, Finding, Level, dismissed, findings, tally as count_of};
use crate::analysis::links::{ChangedOrigin, Suggestion, changed_origins, now_and_later};
use crate::i18n::chain as words;

/// Advice waits for this pause in typing.
const PAUSE: Duration = Duration::from_millis(350);

/// What is said beside one worksheet.
#[derive(Clone, PartialEq, Default)]
struct Said {
    findings: Vec<Finding>,
    offers: Vec<Suggestion>,
    later: Vec<Suggestion>,
    changed: Vec<ChangedOrigin>,
    aside: Vec<Dismissed>,
}

/// The panel of a worksheet.
pub fn view(cx: Cx, sheet: &'static str) -> AnyView {
    let said = RwSignal::new(read(cx, sheet));
    let turn = StoredValue::new(0_u64);
    Effect::new(move |before: Option<()>| {
        cx.desk.changed.track();
        if before.is_none() {
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        set_timeout(
            move || {
                // Only the last change is looked at, and only while the page is there; what stays the same is not drawn
                // anew, so that a reason half written is not lost.
                if mine.is_some() && turn.try_get_value() == mine {
                    let now = read(cx, sheet);
                    if said.try_with_untracked(|old| *old != now) == Some(true) {
                        said.try_set(now);
                    }
                }
            },
            PAUSE,
        );
    });
    Effect::new(move |_| {
        said.with(|said| {
            let changed = said.changed.iter().map(|changed| offers::changed_mark(cx, changed));
            advice_mark::say(said.findings.iter().map(marked).chain(changed).collect());
            here::say(&said.offers);
        });
    });
    on_cleanup(|| {
        advice_mark::say(Vec::new());
        here::say(&[]);
    });
    let open = StoredValue::new((false, false));
    (move || said.with(|said| panel(cx, sheet, said, open))).into_any()
}

/// Both folds stay as people left them when the advice changes.
type Folds = StoredValue<(bool, bool)>;

fn panel(cx: Cx, sheet: &'static str, said: &Said, folds: Folds) -> Option<AnyView> {
    let (count, offered) = (said.findings.len(), said.offers.len() + said.changed.len());
    let aside_count = said.aside.len() + said.later.len();
    if count + offered + aside_count == 0 {
        return None;
    }
    let mut summary = Vec::new();
    match count {
        0 => {}
        1 => summary.push(cx.t(words::ADVICE_SUMMARY_ONE).to_owned()),
        _ => summary.push(cx.tf(words::ADVICE_SUMMARY, &[&count.to_string()])),
    }
    if offered > 0 {
        summary.push(cx.tf(words::OFFERS_SUMMARY, &[&offered.to_string()]));
    }
    if summary.is_empty() {
        summary.push(cx.tf(words::ASIDE_SUMMARY, &[&aside_count.to_string()]));
    }
    let findings =
        said.findings.chunk_by(|one, next| one.rule == next.rule).map(|found| finding::view(cx, found)).collect_view();
    let offers = said.offers.iter().map(|offer| offers::offered(cx, offer)).collect_view();
    let changed = said.changed.iter().map(|changed| offers::source_changed(cx, changed)).collect_view();
    let aside = (aside_count > 0).then(|| {
        let rules = said.aside.iter().map(|rule| finding::aside(cx, rule)).collect_view();
        let later = (!said.later.is_empty()).then(|| offers::put_off(cx, &said.later));
        let (is_open, toggled) = fold(folds, |folds| &mut folds.1);
        view! {
            <details class="aside-list" open=is_open on:toggle=toggled>
                <summary>{cx.tf(words::ASIDE_SUMMARY, &[&aside_count.to_string()])}</summary>
                <ul>{rules}{later}</ul>
            </details>
        }
    });
    let (is_open, toggled) = fold(folds, |folds| &mut folds.0);
    let panel = view! {
        <details class="advice" data-advice=sheet open=is_open on:toggle=toggled>
            <summary>{summary.join(" · ")}</summary>
            <ul>{findings}{changed}{offers}</ul>
            {aside}
        </details>
    };
    Some(panel.into_any())
}

fn fold(folds: Folds, pick: fn(&mut (bool, bool)) -> &mut bool) -> (bool, impl Fn(leptos::ev::Event) + 'static) {
    let is_open = folds.try_update_value(|folds| *pick(folds)).unwrap_or(false);
    let toggled = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        let _ = folds.try_update_value(|folds| *pick(folds) = details.has_attribute("open"));
    };
    (is_open, toggled)
}

/// What there is to say beside one worksheet; the rail is told of all of them.
fn read(cx: Cx, sheet: &'static str) -> Said {
    cx.desk.book(&[], |book| {
        let here = |finding: &Finding| finding.sheet == sheet;
        let to_here = |offers: Vec<Suggestion>| -> Vec<Suggestion> {
            offers.into_iter().filter(|offer| offer.to.sheet() == sheet).collect()
        };
        let (now, later) = now_and_later(book);
        let aside = dismissed(book, cx.lang).into_iter().map(|mut rule| {
            rule.findings.retain(here);
            rule
        });
        let all = findings(book, cx.lang);
        tally::say(cx, count_of(&all));
        Said {
            findings: all.into_iter().filter(here).collect(),
            offers: to_here(now),
            later: to_here(later),
            changed: changed_origins(book).into_iter().filter(|changed| changed.table.sheet() == sheet).collect(),
            aside: aside.filter(|rule| !rule.findings.is_empty()).collect(),
        }
    })
}

const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Red => "red",
        Level::Warn => "warn",
        Level::Info => "info",
    }
}

fn marked(finding: &Finding) -> Marked {
    Marked {
        place: finding.place.clone(),
        level: level_key(finding.level),
        rule: finding.rule,
        message: finding.message.clone(),
    }
}
