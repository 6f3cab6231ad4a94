//! How many pieces of advice each worksheet has, beside its name in the rail.

use crate::ui::prelude::*;

use crate::analysis::advice::{Tally, counts};
use crate::i18n::chain as words;
use crate::model::Id;
use crate::ui::cx::Cx;

/// The counts of a workbook.
type Known = Option<(Id, Vec<Tally>)>;

thread_local! {
    /// What was counted last. The panel of the worksheet on the page counts anew when typing pauses.
    static KNOWN: ArcRwSignal<Known> = ArcRwSignal::new(None);
}

/// Tells the rail what was counted.
pub fn say(cx: Cx, found: Vec<Tally>) {
    let now = Some((cx.desk.id(), found));
    let known = KNOWN.with(Clone::clone);
    if known.with_untracked(|old| *old != now) {
        known.set(now);
    }
}

/// The count of one worksheet; nothing where all is well.
pub fn view(cx: Cx, sheet: &'static str) -> AnyView {
    let known = KNOWN.with(Clone::clone);
    let is_other = known.with_untracked(|known| known.as_ref().is_none_or(|(id, _)| *id != cx.desk.id()));
    if is_other {
        say(cx, cx.desk.book(&[], |book| counts(book, cx.lang)));
    }
    (move || {
        let tally = known.with(|known| known.as_ref()?.1.iter().find(|tally| tally.sheet == sheet).copied())?;
        let said = match tally.all {
            1 => cx.t(words::ADVICE_SUMMARY_ONE).to_owned(),
            all => cx.tf(words::ADVICE_SUMMARY, &[&all.to_string()]),
        };
        let title = said.clone();
        let level = if tally.serious > 0 { "red" } else { "warn" };
        let mark = if tally.serious > 0 { "▲" } else { "△" };
        Some(view! {
            <span class="to-look" data-level=level title=title>
                <span aria-hidden="true">{format!("{mark}{}", tally.all)}</span>
                <span class="sr">{said}</span>
            </span>
        })
    })
    .into_any()
}
