//! Silent rating on one machine: each person rates alone, nobody sees anything before it is revealed.

use std::collections::BTreeSet;

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::topic::{Topic, kept, topic_name, topics};
use super::{kit, results};
use crate::change::merge::item_of;
use crate::i18n::room as words;
use crate::model::{Place, Scale, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::log::ratings;

/// Where a round stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Setup,
    Turn,
    Between,
    Revealed,
}

/// A round; its signals live as long as the page.
#[derive(Clone, Copy)]
struct Round {
    cx: Cx,
    topic: RwSignal<usize>,
    stage: RwSignal<Stage>,
    name: RwSignal<String>,
    anonymous: RwSignal<bool>,
}

/// The view.
pub fn view(cx: Cx) -> AnyView {
    let all = StoredValue::new(topics(cx));
    let first = all.with_value(|all| {
        all.iter().position(|topic| topic.table.path == "w3.needs" && topic.field.key == "importance").unwrap_or(0)
    });
    let round = Round {
        cx,
        topic: RwSignal::new(first),
        stage: RwSignal::new(Stage::Setup),
        name: RwSignal::new(String::new()),
        anonymous: RwSignal::new(false),
    };
    let body = move || {
        let Some(topic) = all.with_value(|all| all.get(round.topic.get()).copied()) else {
            return view! { <p class="room-lead">{cx.t(words::NO_TOPIC)}</p> }.into_any();
        };
        match round.stage.get() {
            Stage::Setup => setup(round, topic, all),
            Stage::Turn => turn(round, topic),
            Stage::Between => between(round, topic),
            Stage::Revealed => revealed(round, topic),
        }
    };
    view! { <p class="room-lead">{cx.t(words::RATE_HELP)}</p><div class="round" data-round="rating">{body}</div> }
        .into_any()
}

fn setup(round: Round, topic: Topic, all: StoredValue<Vec<Topic>>) -> AnyView {
    let cx = round.cx;
    let options = all.with_value(|all| {
        let option = |(at, topic): (usize, &Topic)| {
            let chosen = at == round.topic.get_untracked();
            view! { <option value=at.to_string() selected=chosen>{topic_name(cx, *topic)}</option> }
        };
        all.iter().enumerate().map(option).collect_view()
    });
    let choose = move |event: ev::Event| {
        if let Ok(at) = event_target_value(&event).parse() {
            round.topic.set(at);
        }
    };
    view! {
        <div class="setup">
            <label>{cx.t(words::TOPIC)}<select class="in" data-choice="topic" on:change=choose>{options}</select></label>
            <label class="check"><input type="checkbox" class="tick" data-choice="anonymous" prop:checked=move || round.anonymous.get() on:change=move |event| round.anonymous.set(event_target_checked(&event)) />{cx.t(words::ANONYMOUS)}</label>
        </div>
        {how_many(round, topic)}
        {next_person(round, topic, words::BEGIN_RATING)}
    }
    .into_any()
}

/// How many have rated, and the way to their ratings.
fn how_many(round: Round, topic: Topic) -> AnyView {
    let cx = round.cx;
    cx.desk.track_table(ratings::TABLE.path);
    let count = cx.desk.with(|document| topic.raters(document).len());
    let said = kit::people(cx, count, [words::RATED_NONE, words::RATED_ONE, words::RATED_ALREADY]);
    let reveal = (count > 0)
        .then(|| kit::button(cx, "btn main", "reveal", words::REVEAL, move || round.stage.set(Stage::Revealed)));
    view! { <p class="so-far" role="status">{said}" "{reveal}</p> }.into_any()
}

/// The line in which the next person gives a name; without one it is R1, R2 ….
fn next_person(round: Round, topic: Topic, button: crate::model::Bi) -> AnyView {
    let cx = round.cx;
    let node = NodeRef::<html::Input>::new();
    let begin = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        let known = cx.desk.with(|document| topic.raters(document));
        let unnamed = (1..).map(|at| format!("R{at}")).find(|name| !known.contains(name)).unwrap_or_default();
        round.name.set(if typed.trim().is_empty() || round.anonymous.get_untracked() {
            unnamed
        } else {
            typed.trim().to_owned()
        });
        round.stage.set(Stage::Turn);
        to_round();
    };
    view! {
        <form class="quick-line" on:submit=begin>
            {move || (!round.anonymous.get()).then(|| view! { <input node_ref=node class="in" type="text" maxlength="60" autocomplete="off" data-choice="rater" aria-label=cx.t(words::RATER) placeholder=cx.t(words::RATER) /> })}
            <button type="submit" class="btn main" data-action="begin-rating">{cx.t(button)}</button>
        </form>
    }
    .into_any()
}

/// The next step begins at its top, also for the keyboard.
fn to_round() {
    dom::next_frame(|| {
        if let Some(target) = dom::find("[data-round=\"rating\"] [data-turn] input") {
            dom::focus(&target);
        }
    });
}

/// One person rates every item; what others gave is nowhere on the page.
fn turn(round: Round, topic: Topic) -> AnyView {
    let cx = round.cx;
    let places = cx.desk.with(|document| topic.places(document));
    let given = StoredValue::new(vec![None::<f64>; places.len()]);
    let items = places.iter().enumerate().map(|(at, place)| item(cx, topic, at, place, given)).collect_view();
    let done = move || {
        let values = given.get_value();
        if values.iter().all(Option::is_none) {
            cx.app.toast(cx.lang, words::RATE_NOTHING);
            return;
        }
        let name = round.name.get_untracked();
        let patch = cx.desk.with(|document| kept(document, &places, &values, &name));
        cx.desk.commit(patch, false);
        round.stage.set(Stage::Between);
        dom::next_frame(|| {
            if let Some(target) =
                dom::find("[data-round=\"rating\"] [data-choice=\"rater\"], [data-action=\"begin-rating\"]")
            {
                dom::focus(&target);
            }
        });
    };
    view! {
        <div class="turn" data-turn="">
            <h3>{cx.tf(words::YOUR_TURN, &[&round.name.get_untracked()])}<span class="hint">{topic_name(cx, topic)}</span></h3>
            {topic.scale.is_none().then(|| view! { <p class="hint">{cx.t(words::WEIGH_HELP)}</p> })}
            {items}
            {kit::button(cx, "btn main", "pass-on", words::PASS_ON, done)}
        </div>
    }
    .into_any()
}

/// One item: its name, and how it is rated.
fn item(cx: Cx, topic: Topic, at: usize, place: &Place, given: StoredValue<Vec<Option<f64>>>) -> AnyView {
    match topic.scale {
        Some(scale) => steps(cx, scale, at, place, given),
        None => weight(cx, at, place, given),
    }
}

/// A weight: any number, for only the proportion counts.
fn weight(cx: Cx, at: usize, place: &Place, given: StoredValue<Vec<Option<f64>>>) -> AnyView {
    let read = move |event: ev::Event| {
        let typed = crate::model::decimal::read(event_target_value(&event).trim());
        given.try_update_value(|given| {
            if let Some(place) = given.get_mut(at) {
                *place = typed.filter(|value| *value >= 0.0);
            }
        });
    };
    view! {
        <label class="rate-item weight" data-item=item_of(place)>
            <span>{kit::name_of(cx, place)}</span>
            <input class="in num" type="text" inputmode="decimal" autocomplete="off" data-choice="weight" on:input=read />
        </label>
    }
    .into_any()
}

/// A button of choice for each step, with the words of the anchors.
fn steps(cx: Cx, scale: &'static Scale, at: usize, place: &Place, given: StoredValue<Vec<Option<f64>>>) -> AnyView {
    let word = RwSignal::new("");
    let steps = scale.steps().into_iter().map(move |step| {
        let value = f64::from(step);
        let choose = move |_| {
            given.try_update_value(|given| {
                if let Some(place) = given.get_mut(at) {
                    *place = Some(value);
                }
            });
            word.set(scale.word(value, cx.lang));
        };
        let shown = if scale.min < 0 { crate::i18n::format::signed(value, 0) } else { step.to_string() };
        view! { <label class="step"><input type="radio" name=format!("rate-{at}") value=step.to_string() on:change=choose /><span>{shown}</span></label> }
    });
    view! {
        <fieldset class="rate-item" data-item=item_of(place)>
            <legend>{kit::name_of(cx, place)}</legend>
            <span class="steps-row">{steps.collect_view()}<span class="hint" aria-live="off">{move || word.get()}</span></span>
        </fieldset>
    }
    .into_any()
}

fn between(round: Round, topic: Topic) -> AnyView {
    view! {
        <h3>{topic_name(round.cx, topic)}</h3>
        {how_many(round, topic)}
        {next_person(round, topic, words::NEXT_PERSON)}
    }
    .into_any()
}

fn revealed(round: Round, topic: Topic) -> AnyView {
    let cx = round.cx;
    let clear = move || {
        let patch = cx.desk.with(|document| {
            let items: BTreeSet<String> = topic.places(document).iter().map(item_of).collect();
            let is_of_round = |row: &crate::model::Row| {
                row.record.at(ratings::ITEM.slot).and_then(Value::as_text).is_some_and(|item| items.contains(item))
            };
            kit::removal(document, ratings::TABLE, is_of_round)
        });
        round.stage.set(Stage::Setup);
        cx.desk.commit(patch, false);
        cx.app.toast_undo(cx.t(words::CLEARED).to_owned(), cx.desk);
    };
    view! {
        <h3>{topic_name(cx, topic)}</h3>
        {results::view(cx, topic, round.anonymous.get_untracked())}
        <div class="moves">
            {kit::button(cx, "btn", "hide-again", words::HIDE_AGAIN, move || round.stage.set(Stage::Between))}
            {kit::button(cx, "link", "clear-ratings", words::CLEAR_RATINGS, clear)}
        </div>
    }
    .into_any()
}
