//! The kept states by day and time, each with what it changed since the one before.

use crate::ui::prelude::*;

use super::Past;
use crate::change::Patch;
use crate::change::diff::{diff, summary};
use crate::i18n::{format, past as words};
use crate::model::{Bi, Date, Document};
use crate::storage::{SnapshotInfo, SnapshotKind};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::sheets;

/// Most worksheets named in one line.
const MOST_NAMED: usize = 3;

/// The list.
pub fn view(past: Past) -> AnyView {
    let cx = past.cx;
    let body = move || {
        past.infos.with(|infos| match infos {
            None => view! { <p class="hint">{cx.t(words::READING)}</p> }.into_any(),
            Some(infos) if infos.is_empty() => {
                let kept = cx.app.store().is_some_and(|store| store.keeps_history());
                view! { <p class="hint">{cx.t(if kept { words::NONE_YET } else { words::NO_DATABASE })}</p> }.into_any()
            }
            Some(infos) => days(past, infos),
        })
    };
    view! {
        <section class="past-list" aria-labelledby="past-states">
            <h2 id="past-states">{cx.t(words::STATES)}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn days(past: Past, infos: &[SnapshotInfo]) -> AnyView {
    let oldest = infos.last().map(|info| info.id);
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = infos;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|info| info.day == first.day).count();
        let (of_day, others) = rest.split_at(count);
        let lines = of_day.iter().map(|info| line(past, info, Some(info.id) == oldest)).collect_view();
        let name = day_name(past.cx, first.day);
        parts.push(view! { <li><h3>{name}</h3><ol>{lines}</ol></li> }.into_any());
        rest = others;
    }
    view! { <ol class="past-days">{parts}</ol> }.into_any()
}

fn line(past: Past, info: &SnapshotInfo, is_oldest: bool) -> AnyView {
    let cx = past.cx;
    let number = info.id;
    let is_chosen = move || if past.chosen.get() == Some(number) { "true" } else { "false" };
    let name = (!info.label.is_empty()).then(|| view! { <b>{info.label.clone()}</b>" " });
    let mark = if info.pinned() { "◆" } else { "○" };
    let changed = move || {
        if is_oldest {
            return cx.t(words::OLDEST).to_owned();
        }
        past.changes
            .with(|all| all.iter().find(|(of, _)| *of == number).map(|(_, text)| text.clone()))
            .unwrap_or_default()
    };
    view! {
        <li>
            <button type="button" class="past-state" data-action="choose-state" data-state=number aria-pressed=is_chosen on:click=move |_| past.choose(number)>
                <span class="past-mark" aria-hidden="true">{mark}</span>
                <span class="past-time">{time_of(info)}</span>
                <span class="past-what">
                    {name}
                    <span class="hint">{cx.t(kind_name(info.kind))}" · "{size(info.bytes)}</span>
                    <span class="past-changed">{changed}</span>
                </span>
            </button>
        </li>
    }
    .into_any()
}

/// What a state is called in a sentence: its name, or its day and time.
pub fn called(cx: Cx, info: &SnapshotInfo) -> String {
    if info.label.is_empty() { format!("{} {}", day_name(cx, info.day), time_of(info)) } else { info.label.clone() }
}

fn day_name(cx: Cx, day: Date) -> String {
    match dom::today().days() - day.days() {
        0 => cx.t(words::TODAY).to_owned(),
        1 => cx.t(words::YESTERDAY).to_owned(),
        _ => format::date(day, cx.lang),
    }
}

/// The time of day on the clock of this device.
fn time_of(info: &SnapshotInfo) -> String {
    let at = js_sys::Date::new(&info.at.as_str().into());
    if at.get_time().is_nan() { String::new() } else { format!("{:02}:{:02}", at.get_hours(), at.get_minutes()) }
}

/// Why a state is kept.
pub const fn kind_name(kind: SnapshotKind) -> Bi {
    match kind {
        SnapshotKind::Auto => words::KIND_AUTO,
        SnapshotKind::Named => words::KIND_NAMED,
        SnapshotKind::BeforeImport => words::KIND_IMPORT,
        SnapshotKind::BeforeRestore => words::KIND_RESTORE,
        SnapshotKind::Base => words::KIND_BASE,
    }
}

/// Bytes for reading.
pub fn size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size, for reading")]
    let kilo = bytes as f64 / 1024.0;
    match kilo {
        small if small < 1024.0 => format!("{} KB", format::fixed(small.max(1.0), 0)),
        middle if middle < 1024.0 * 1024.0 => format!("{} MB", format::fixed(middle / 1024.0, 1)),
        large => format!("{} GB", format::fixed(large / 1024.0 / 1024.0, 1)),
    }
}

/// What changed from one state to another, in one line: how many places of which worksheets.
pub fn in_short(cx: Cx, before: &Document, after: &Document) -> String {
    let mut patch = diff(before, after);
    without_stamps(&mut patch);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for table in summary(&patch) {
        let rows = table.added.len() + table.removed.len() + table.changed.len();
        let places = if table.table.is_form() { table.values } else { rows.max(usize::from(table.moved > 0)) };
        match counts.iter_mut().find(|(sheet, _)| *sheet == table.table.sheet()) {
            Some((_, count)) => *count += places,
            None => counts.push((table.table.sheet(), places)),
        }
    }
    if counts.is_empty() {
        return cx.t(words::SAME_AS_BEFORE).to_owned();
    }
    crate::model::order::sort_by(&mut counts, |(_, one), (_, other)| other.cmp(one));
    let named = counts.iter().take(MOST_NAMED);
    let mut parts: Vec<String> =
        named.map(|(sheet, count)| cx.tf(words::COUNT_IN, &[&sheet_name(cx, sheet), &count.to_string()])).collect();
    let others: usize = counts.iter().skip(MOST_NAMED).map(|(_, count)| count).sum();
    if others > 0 {
        parts.push(cx.tf(words::MORE_PLACES, &[&others.to_string()]));
    }
    cx.tf(words::SINCE, &[&parts.join(if cx.lang == crate::model::Lang::Zh { "，" } else { ", " })])
}

/// The short name of a worksheet by its key in the file.
pub fn sheet_name(cx: Cx, key: &str) -> String {
    sheets::sheet(key).map_or_else(|| key.to_owned(), |sheet| cx.t(sheet.short).to_owned())
}

/// Leaves out who changed a row and when: that alone is no change.
pub fn without_stamps(patch: &mut Patch) {
    use crate::change::Op;
    use crate::worksheets::row::{AUTHOR, UPDATED};
    patch.ops.retain(|op| match op {
        Op::Set { place, .. } if place.table.is_list() => place.slot != AUTHOR.slot && place.slot != UPDATED.slot,
        _ => true,
    });
}
