//! Voting with dots on one machine: each person spreads a number of dots over the rows of a list; the result sorts.

use crate::ui::prelude::*;
use leptos::ev;

use super::kit;
use crate::analysis::tally::{Dots, ranking, voters};
use crate::change::{Op, Patch};
use crate::i18n::room as words;
use crate::model::{Id, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::TABLES;
use crate::worksheets::log::votes;

/// Dots for each person, unless changed.
const DOTS: u32 = 5;
/// Most dots that make sense.
const MOST_DOTS: u32 = 20;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Setup,
    Turn,
    Between,
    Revealed,
}

/// A vote; its signals live as long as the page.
#[derive(Clone, Copy)]
struct Vote {
    cx: Cx,
    list: RwSignal<usize>,
    stage: RwSignal<Stage>,
    dots: RwSignal<u32>,
}

/// Lists with at least two rows that someone filled.
fn lists(cx: Cx) -> Vec<&'static TableDef> {
    let all = TABLES.iter().copied().filter(|table| table.is_list() && !matches!(table.sheet(), "settings"));
    let worth = |table: &&'static TableDef| {
        let is_own = table.sheet() != "log" || table.path == "log.parking";
        is_own && table.depth() <= cx.depth && cx.desk.with(|document| kit::filled_rows(document, table).len() > 1)
    };
    all.filter(worth).collect()
}

/// The name of the vote in the log: one list, one day.
fn ballot(table: &TableDef) -> String {
    format!("{} {}", table.path, dom::today())
}

/// The view.
pub fn view(cx: Cx) -> AnyView {
    let all = StoredValue::new(lists(cx));
    let first = all.with_value(|all| all.iter().position(|table| table.path == "w3.needs").unwrap_or(0));
    let vote = Vote { cx, list: RwSignal::new(first), stage: RwSignal::new(Stage::Setup), dots: RwSignal::new(DOTS) };
    let body = move || {
        let Some(table) = all.with_value(|all| all.get(vote.list.get()).copied()) else {
            return view! { <p class="room-lead">{cx.t(words::NO_TOPIC)}</p> }.into_any();
        };
        match vote.stage.get() {
            Stage::Setup => setup(vote, table, all),
            Stage::Turn => turn(vote, table),
            Stage::Between => view! { <h3>{cx.t(table.label)}</h3>{go_on(vote, table, words::NEXT_PERSON)} }.into_any(),
            Stage::Revealed => revealed(vote, table),
        }
    };
    view! { <p class="room-lead">{cx.t(words::VOTE_HELP)}</p><div class="round" data-round="voting">{body}</div> }
        .into_any()
}

fn setup(vote: Vote, table: &'static TableDef, all: StoredValue<Vec<&'static TableDef>>) -> AnyView {
    let cx = vote.cx;
    let options = all.with_value(|all| {
        let option = |(at, table): (usize, &&'static TableDef)| {
            let chosen = at == vote.list.get_untracked();
            view! { <option value=at.to_string() selected=chosen>{cx.t(table.label)}</option> }
        };
        all.iter().enumerate().map(option).collect_view()
    });
    let choose = move |event: ev::Event| {
        if let Ok(at) = event_target_value(&event).parse() {
            vote.list.set(at);
        }
    };
    let count = move |event: ev::Event| {
        if let Ok(dots) = event_target_value(&event).parse::<u32>() {
            vote.dots.set(dots.clamp(1, MOST_DOTS));
        }
    };
    let now = vote.dots.get_untracked().to_string();
    view! {
        <div class="setup">
            <label>{cx.t(words::VOTE_ON)}<select class="in" data-choice="list" on:change=choose>{options}</select></label>
            <label>{cx.t(words::DOTS_EACH)}<input class="in num" type="number" min="1" max=MOST_DOTS.to_string() value=now data-choice="dots" on:change=count /></label>
        </div>
        {go_on(vote, table, words::BEGIN_VOTE)}
    }
    .into_any()
}

/// How many have voted, the next one, and the way to the result.
fn go_on(vote: Vote, table: &'static TableDef, begin: crate::model::Bi) -> AnyView {
    let cx = vote.cx;
    cx.desk.track_table(votes::TABLE.path);
    let count = cx.desk.with(|document| voters(document, &ballot(table)).len());
    let said = kit::people(cx, count, [words::VOTED_NONE, words::VOTED_ONE, words::VOTED]);
    let show = move || vote.stage.set(Stage::Revealed);
    let turn = move || {
        vote.stage.set(Stage::Turn);
        dom::next_frame(|| {
            if let Some(first) = dom::find("[data-round=\"voting\"] [data-action=\"dot-more\"]") {
                dom::focus(&first);
            }
        });
    };
    view! {
        <p class="so-far" role="status">{said}</p>
        <div class="moves">
            {kit::button(cx, "btn main", "begin-vote", begin, turn)}
            {(count > 0).then(|| kit::button(cx, "btn", "reveal-vote", words::REVEAL, show))}
        </div>
    }
    .into_any()
}

fn turn(vote: Vote, table: &'static TableDef) -> AnyView {
    let cx = vote.cx;
    let rows = cx.desk.with(|document| kit::filled_rows(document, table));
    let given = RwSignal::new(vec![0_u32; rows.len()]);
    let left = Memo::new(move |_| vote.dots.get() - given.with(|given| given.iter().sum::<u32>()).min(vote.dots.get()));
    let items = rows.iter().enumerate().map(|(at, id)| item(cx, table, id, at, given, left)).collect_view();
    let cast = move || {
        let values = given.get_untracked();
        let patch = cx.desk.with(|document| {
            let known = voters(document, &ballot(table));
            let voter = (1..).map(|at| format!("R{at}")).find(|name| !known.contains(name)).unwrap_or_default();
            let chosen = rows.iter().zip(&values).filter(|(_, dots)| **dots > 0);
            let op = |(at, (id, dots)): (usize, (&Id, &u32))| {
                let values = vec![
                    (votes::BALLOT.slot, Value::text(ballot(table))),
                    (votes::ITEM.slot, Value::text(format!("{}/{id}", table.path))),
                    (votes::VOTER.slot, Value::text(voter.as_str())),
                    (votes::DOTS.slot, Some(Value::Number(f64::from(*dots)))),
                ];
                kit::added(document, votes::TABLE, values, at)
            };
            Patch { ops: chosen.enumerate().map(op).collect() }
        });
        cx.desk.commit(patch, false);
        vote.stage.set(Stage::Between);
    };
    let said = move || match left.get() {
        1 => cx.t(words::DOTS_LEFT_ONE).to_owned(),
        left => cx.tf(words::DOTS_LEFT, &[&left.to_string()]),
    };
    view! {
        <div class="turn" data-turn="">
            <h3>{cx.t(table.label)}<span class="hint" role="status">{said}</span></h3>
            <ul class="ballot">{items}</ul>
            {kit::button(cx, "btn main", "cast", words::CAST, cast)}
        </div>
    }
    .into_any()
}

fn item(cx: Cx, table: &'static TableDef, id: &Id, at: usize, given: RwSignal<Vec<u32>>, left: Memo<u32>) -> AnyView {
    let name = cx.title(table.path, id.as_str());
    let dots = Memo::new(move |_| given.with(|given| given.get(at).copied().unwrap_or(0)));
    let change = move |more: bool| {
        given.update(|given| {
            if let Some(dots) = given.get_mut(at) {
                *dots = if more { *dots + 1 } else { dots.saturating_sub(1) };
            }
        });
    };
    let row = id.as_str().to_owned();
    view! {
        <li data-row=row>
            <span class="ballot-name">{name.clone()}</span>
            <span class="dots" aria-hidden="true">{move || "●".repeat(usize::try_from(dots.get()).unwrap_or(0))}</span>
            <button type="button" class="icon" data-action="dot-less" aria-label=cx.tf(words::DOT_LESS, &[&name]) disabled=move || dots.get() == 0 on:click=move |_| change(false)>"−"</button>
            <output class="num">{move || dots.get().to_string()}</output>
            <button type="button" class="icon" data-action="dot-more" aria-label=cx.tf(words::DOT_MORE, &[&name]) disabled=move || left.get() == 0 on:click=move |_| change(true)>"+"</button>
        </li>
    }
    .into_any()
}

fn revealed(vote: Vote, table: &'static TableDef) -> AnyView {
    let cx = vote.cx;
    cx.desk.track_table(votes::TABLE.path);
    let ranked = cx.desk.with(|document| ranking(document, table.path, &ballot(table)));
    let most = ranked.iter().map(|dots| dots.dots).max().unwrap_or(1).max(1);
    let shown: Vec<Dots> = ranked.iter().filter(|dots| dots.dots > 0).cloned().collect();
    let rows = shown.iter().map(|dots| {
        let share = f64::from(dots.dots) / f64::from(most) * 100.0;
        let row = dots.id.as_str().to_owned();
        view! {
            <li data-row=row>
                <span class="ballot-name">{cx.title(table.path, dots.id.as_str())}</span>
                <span class="bar" aria-hidden="true"><i style:width=format!("{share:.0}%")></i></span>
                <span class="num">"● "{dots.dots.to_string()}</span>
                <span class="hint">{cx.tf(words::BY_HOW_MANY, &[&dots.voters.to_string()])}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let sort = move || {
        let patch = cx.desk.with(|document| sorted(document, table, &ranked));
        if !patch.is_empty() {
            cx.desk.commit(patch, false);
        }
        cx.app.toast_undo(cx.t(words::SORTED).to_owned(), cx.desk);
    };
    let clear = move || {
        let name = ballot(table);
        let patch = cx
            .desk
            .with(|document| kit::removal(document, votes::TABLE, |row| row.get(votes::BALLOT) == Some(name.as_str())));
        vote.stage.set(Stage::Setup);
        cx.desk.commit(patch, false);
        cx.app.toast_undo(cx.t(words::VOTES_CLEARED).to_owned(), cx.desk);
    };
    view! {
        <h3>{cx.t(table.label)}</h3>
        <ol class="ballot result">{rows}</ol>
        <div class="moves">
            {kit::button(cx, "btn main", "sort-by-vote", words::SORT_LIST, sort)}
            {kit::button(cx, "btn", "vote-on", words::NEXT_PERSON, move || vote.stage.set(Stage::Between))}
            {kit::button(cx, "link", "clear-votes", words::CLEAR_VOTES, clear)}
        </div>
    }
    .into_any()
}

/// The list in the order of the vote, as moves.
fn sorted(document: &crate::model::Document, table: &'static TableDef, ranked: &[Dots]) -> Patch {
    let mut order: Vec<Id> = document.list(table).ids().to_vec();
    let mut ops = Vec::new();
    for (to, dots) in ranked.iter().enumerate() {
        let Some(from) = order.iter().position(|id| *id == dots.id).filter(|from| *from != to) else { continue };
        let id = order.remove(from);
        order.insert(to.min(order.len()), id.clone());
        ops.push(Op::Move { table, row: id, from, to });
    }
    Patch { ops }
}
