//! This week: what is due, what is red, who has gone cold, what changed; each line leads to its row.

use crate::ui::prelude::*;

use super::kit;
use crate::analysis::week::{self, Changed, Due, Week};
use crate::change::diff::{TableSummary, diff, summary};
use crate::i18n::{format, room as words};
use crate::model::{Bi, Document, Id, Place, TableDef};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::sheets;

/// Most lines of one group.
const MOST: usize = 10;
/// Most rows named of one table that changed.
const MOST_ROWS: usize = 6;

/// One line.
struct Line {
    place: Place,
    title: String,
    about: String,
    tone: &'static str,
    sign: &'static str,
}

/// The page.
pub fn view(cx: Cx) -> AnyView {
    let found = Memo::new_with_compare(
        move |_| {
            cx.desk.changed.track();
            cx.desk.book(&[], |book| week::week(book, cx.lang))
        },
        |old, new| old != new,
    );
    let groups = move || found.with(|found| groups(cx, found));
    view! {
        <article class="sheet room week">
            {kit::head(cx, words::KICKER_WEEK, words::WEEK_QUESTION, ().into_any())}
            <div class="week-groups">{groups}</div>
            {changes(cx)}
        </article>
    }
    .into_any()
}

fn groups(cx: Cx, found: &Week) -> AnyView {
    let due = |due: &Due, tone, sign| Line {
        place: due.place.clone(),
        title: due.title.clone(),
        about: about(cx, due),
        tone,
        sign,
    };
    let overdue = found.overdue.iter().map(|one| due(one, "red", "⚠")).collect();
    let soon = found.due.iter().map(|one| due(one, "", "◷")).collect();
    let flagged = found.flags.iter().map(|flag| Line {
        place: flag.place.clone(),
        title: flag.title.clone(),
        about: cx.t(flag.place.table.label).to_owned(),
        tone: "red",
        sign: "⚑",
    });
    let serious = found.serious.iter().map(|finding| Line {
        place: finding.place.clone(),
        title: finding.message.clone(),
        about: sheets::sheet(finding.sheet).map(|sheet| cx.t(sheet.short).to_owned()).unwrap_or_default(),
        tone: "red",
        sign: "!",
    });
    let cold = found.cold.iter().map(|cold| Line {
        place: cold.place.clone(),
        title: cold.title.clone(),
        about: joined(&[cx.tf(words::DAYS_SILENT, &[&format::short(cold.days, 0)]), cold.owner.clone()]),
        tone: if cold.is_red { "red" } else { "amber" },
        sign: if cold.is_red { "❄❄" } else { "❄" },
    });
    let nothing = found.overdue.is_empty() && found.due.is_empty();
    view! {
        {nothing.then(|| view! { <p class="room-lead">{cx.t(words::NO_WEEK_YET)}</p> })}
        {group(cx, "overdue", words::OVERDUE, overdue)}
        {group(cx, "due", words::DUE_SOON, soon)}
        {group(cx, "flags", words::RED_FLAGS, flagged.chain(serious).collect())}
        {group(cx, "cold", words::COLD, cold.collect())}
    }
    .into_any()
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

/// When, and who looks after it.
fn about(cx: Cx, due: &Due) -> String {
    let when = match due.days {
        -1 => cx.t(words::DAY_LATE).to_owned(),
        days @ ..-1 => cx.tf(words::DAYS_LATE, &[&(-days).to_string()]),
        0 => cx.t(words::TODAY).to_owned(),
        1 => cx.t(words::TOMORROW).to_owned(),
        days => cx.tf(words::IN_DAYS, &[&days.to_string()]),
    };
    let owner = if due.owner.is_empty() && due.place.table.path == "w6.act" {
        cx.t(words::UNOWNED).to_owned()
    } else {
        due.owner.clone()
    };
    joined(&[when, format::day_and_month(due.day, cx.lang), owner, cx.t(due.place.table.label).to_owned()])
}

fn group(cx: Cx, key: &'static str, title: Bi, lines: Vec<Line>) -> AnyView {
    let count = lines.len();
    let rest = count.saturating_sub(MOST);
    let body = if count == 0 {
        view! { <p class="hint">"✓ "{cx.t(words::ALL_CLEAR)}</p> }.into_any()
    } else {
        let items = lines.into_iter().take(MOST).map(|line| one(cx, line)).collect_view();
        let more = (rest > 0).then(|| view! { <p class="hint">{cx.tf(words::AND_MORE, &[&rest.to_string()])}</p> });
        view! { <ul>{items}</ul>{more} }.into_any()
    };
    view! {
        <section class="week-group" data-group=key data-count=count.to_string() aria-labelledby=format!("week-{key}")>
            <h2 id=format!("week-{key}")>{cx.t(title)}<span class="hint">{(count > 0).then(|| count.to_string())}</span></h2>
            {body}
        </section>
    }
    .into_any()
}

fn one(cx: Cx, line: Line) -> AnyView {
    let Line { place, title, about, tone, sign } = line;
    let row = place.row.as_ref().map(|row| row.as_str().to_owned());
    view! {
        <li data-row=row data-tone=tone>
            <span class="sign" aria-hidden="true">{sign}</span>
            <button type="button" class="week-link" data-action="go-to" on:click=move |_| kit::go_to(cx, place.clone())>{title}</button>
            <span class="hint">{about}</span>
        </li>
    }
    .into_any()
}

/// What changed since the workbook was opened before: against the newest snapshot from before this visit. Where there is
/// none, by the times noted on the rows.
fn changes(cx: Cx) -> AnyView {
    let before: RwSignal<Option<Option<(String, Document)>>, LocalStorage> = RwSignal::new_local(None);
    let id = cx.desk.id();
    let store = cx.app.store();
    leptos::task::spawn_local(async move {
        let found = match store {
            Some(store) => earlier(&store, id.as_str()).await,
            None => None,
        };
        before.try_set(Some(found));
    });
    let body = move || {
        cx.desk.changed.track();
        before.with(|before| match before {
            None => ().into_any(),
            Some(Some((at, document))) => compared(cx, at, document),
            Some(None) => by_notes(cx),
        })
    };
    view! {
        <section class="section" data-part="changes" aria-labelledby="week-changes"><h2 id="week-changes">{cx.t(words::CHANGED)}</h2>{body}</section>
    }
    .into_any()
}

/// The newest snapshot from before this page was opened.
async fn earlier(store: &crate::storage::Store, id: &str) -> Option<(String, Document)> {
    let begun = dom::begun_utc();
    let infos = store.snapshots(id).await;
    let info = infos.into_iter().find(|info| info.at < begun)?;
    let document = store.read_snapshot(id, info.id).await?;
    Some((info.at, document))
}

fn compared(cx: Cx, at: &str, before: &Document) -> AnyView {
    let tables = cx.desk.with(|document| summary(&diff(before, document)));
    let tables: Vec<TableSummary> =
        tables.into_iter().filter(|summary| sheets::sheet(summary.table.sheet()).is_some()).collect();
    let since = cx.tf(words::SINCE, &[&moment(cx, at)]);
    if tables.is_empty() {
        return view! { <p class="hint">{since}"："{cx.t(words::NO_CHANGE)}</p> }.into_any();
    }
    let items = tables.into_iter().map(|summary| of_table(cx, summary)).collect_view();
    view! { <p class="hint">{since}</p><ul class="changes">{items}</ul> }.into_any()
}

/// A UTC moment as day and time of this device.
fn moment(cx: Cx, at: &str) -> String {
    let Some((day, time)) = dom::local_day_and_time(at) else { return at.to_owned() };
    format!("{} {time}", format::day_and_month(day, cx.lang))
}

fn of_table(cx: Cx, summary: TableSummary) -> AnyView {
    let table = summary.table;
    let is_list = table.is_list();
    let named = |id: &Id, word: Bi| {
        let (name, place) = (row_name(cx, table, id), first_of(table, id));
        let tag = cx.t(word);
        view! {
            <li data-row=id.as_str().to_owned()><button type="button" class="week-link" data-action="go-to" on:click=move |_| kit::go_to(cx, place.clone())>{name}</button><span class="hint">{tag}</span></li>
        }
    };
    let all = summary.added.len() + summary.changed.len();
    let rows = if is_list {
        let added = summary.added.iter().map(|id| named(id, words::ADDED).into_any());
        let changed = summary.changed.iter().map(|id| named(id, words::EDITED).into_any());
        added.chain(changed).take(MOST_ROWS).collect_view().into_any()
    } else {
        let fields = cx.tf(words::FIELDS_CHANGED, &[&summary.values.to_string()]);
        view! { <li><span class="hint">{fields}</span></li> }.into_any()
    };
    let rest = if is_list { all.saturating_sub(MOST_ROWS) } else { 0 };
    let more = (rest > 0).then(|| view! { <li class="hint">{cx.tf(words::AND_MORE, &[&rest.to_string()])}</li> });
    let gone = (!summary.removed.is_empty())
        .then(|| view! { <li class="hint">{cx.tf(words::GONE, &[&summary.removed.len().to_string()])}</li> });
    view! {
        <li class="change" data-changed=table.path>
            <button type="button" class="link" on:click=move |_| open(cx, table)>{cx.t(table.label)}</button>
            <ul>{rows}{more}{gone}</ul>
        </li>
    }
    .into_any()
}

fn open(cx: Cx, table: &'static TableDef) {
    if let Some(sheet) = sheets::sheet(table.sheet()) {
        cx.app.go_to_section(sheet.page, table.path);
    }
}

fn row_name(cx: Cx, table: &'static TableDef, id: &Id) -> String {
    cx.title(table.path, id.as_str())
}

fn first_of(table: &'static TableDef, id: &Id) -> Place {
    Place::row(table, id.clone(), table.title_field().map_or(0, |field| field.slot))
}

fn by_notes(cx: Cx) -> AnyView {
    let from = dom::today().plus_days(-week::AHEAD);
    let changed = cx.desk.book(&[], |book| week::changed_since(book, from, cx.lang));
    let count = changed.len();
    if count == 0 {
        return view! { <p class="hint">{cx.t(words::NO_CHANGE)}</p> }.into_any();
    }
    let items = changed.into_iter().take(MOST).map(|Changed { place, title, at }| {
        let about = joined(&[cx.t(place.table.label).to_owned(), moment(cx, &at)]);
        one(cx, Line { place, title, about, tone: "", sign: "·" })
    });
    let items = items.collect_view();
    let rest = count.saturating_sub(MOST);
    let more = (rest > 0).then(|| view! { <p class="hint">{cx.tf(words::AND_MORE, &[&rest.to_string()])}</p> });
    view! { <p class="hint">{cx.t(words::SINCE_WEEK)}</p><ul class="noted">{items}</ul>{more} }.into_any()
}
