//! What the raters said, side by side: every rating on its scale, the middle, where they disagree, and what is agreed.

use crate::ui::prelude::*;

use super::kit;
use super::topic::Topic;
use crate::analysis::scoring::{self, Spread};
use crate::analysis::tally::proposal;
use crate::change::merge::ratings_of;
use crate::change::ratings::items_of;
use crate::i18n::{format, room as words};
use crate::model::{Document, Place, Value};
use crate::ui::cx::Cx;
use crate::ui::field::{Spot, editor};
use crate::worksheets::log::ratings;

/// One item as it was rated.
struct Rated {
    place: Place,
    raters: Vec<(String, f64)>,
    spread: Spread,
    proposed: f64,
}

/// The table of a topic.
pub fn view(cx: Cx, topic: Topic, anonymous: bool) -> AnyView {
    let body = move || {
        cx.desk.track_table(ratings::TABLE.path);
        let all = cx.desk.with(|document| rated(document, topic, anonymous));
        let agreement = scoring::agreement(all.iter().filter_map(|one| Some((one.spread, topic.scale?))));
        let agreed = agreement.map(|share| cx.tf(words::AGREEMENT, &[&format::percent(share, 0)]));
        let open: Vec<(Place, f64)> = all.iter().map(|one| (one.place.clone(), one.proposed)).collect();
        let rows = all.into_iter().map(|one| line(cx, topic, one)).collect_view();
        let heads = [
            (words::ITEM, ""),
            (words::RATINGS_SHOWN, ""),
            (words::MEDIAN, "num"),
            (words::MEAN, "num"),
            (words::RANGE, "num"),
            (words::RATERS, "num"),
            (words::DEVIATION, "num"),
            (words::CONSENSUS, ""),
        ]
        .map(|(word, class)| view! { <th scope="col" class=class>{cx.t(word)}</th> });
        view! {
            <p class="so-far">{agreed}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=cx.t(words::RATINGS_SHOWN)>
                <table class="spread"><thead><tr>{heads.collect_view()}</tr></thead><tbody>{rows}</tbody></table>
            </div>
            {kit::button(cx, "btn main", "take-all", words::TAKE_ALL, move || take_open(cx, &open))}
        }
    };
    body.into_any()
}

fn rated(document: &Document, topic: Topic, anonymous: bool) -> Vec<Rated> {
    // Weights are proposed together: each rater's are brought to the same sum first.
    let weights = if topic.scale.is_none() { items_of(document) } else { Vec::new() };
    let weight = |place: &Place| weights.iter().find(|item| item.place == *place).map(|item| item.proposal);
    let mut all: Vec<Rated> = topic
        .places(document)
        .into_iter()
        .filter_map(|place| {
            let raters = ratings_of(document, &place);
            let values: Vec<f64> = raters.iter().map(|(_, value)| *value).collect();
            let spread = scoring::spread(&values)?;
            let proposed = match topic.scale {
                Some(scale) => proposal(&spread, scale),
                None => weight(&place).unwrap_or(spread.median),
            };
            Some(Rated { place, raters, spread, proposed })
        })
        .collect();
    if anonymous {
        let names: Vec<String> = all.iter().flat_map(|one| one.raters.iter().map(|(name, _)| name.clone())).collect();
        let unknown = scoring::anonymous(names.iter().map(String::as_str));
        for (name, _) in all.iter_mut().flat_map(|one| one.raters.iter_mut()) {
            if let Some(instead) = unknown.get(name.as_str()) {
                *name = instead.clone();
            }
        }
    }
    all
}

/// Sets the proposals where nothing is agreed yet; one step of undo.
fn take_open(cx: Cx, all: &[(Place, f64)]) {
    let open = cx.desk.with(|document| {
        let is_open = |(place, _): &&(Place, f64)| document.value(place).is_none();
        all.iter().filter(is_open).map(|(place, value)| (place.clone(), Some(Value::Number(*value)))).collect()
    });
    kit::set_all(cx, open);
}

fn line(cx: Cx, topic: Topic, one: Rated) -> AnyView {
    let Rated { place, raters, spread, proposed } = one;
    let disagrees = topic.scale.is_some_and(|scale| scoring::disagree(&spread, scale));
    let is_signed = topic.scale.is_some_and(|scale| scale.min < 0);
    let digits = if topic.scale.is_some() { 1 } else { 3 };
    let number = |value: f64| if is_signed { format::signed(value, 1) } else { format::short(value, digits) };
    let range = format!("{}–{}", number(spread.min), number(spread.max));
    let range = if is_signed { range.replace('–', " … ") } else { range };
    let deviation =
        spread.deviation.map_or_else(|| cx.t(crate::i18n::ui::DASH).to_owned(), |value| format::fixed(value, 1));
    let take = {
        let place = place.clone();
        move |_| kit::set_all(cx, vec![(place.clone(), Some(Value::Number(proposed)))])
    };
    let mut spot = Spot::new(place.clone(), topic.field, cx.lang);
    spot.name = format!("{}: {}", cx.t(words::CONSENSUS), kit::name_of(cx, &place));
    let row = place.row.as_ref().map(|row| row.as_str().to_owned());
    let col = place.col.as_ref().map(|col| col.as_str().to_owned());
    view! {
        <tr data-row=row data-col=col data-disagree=disagrees.to_string()>
            <th scope="row">{kit::name_of(cx, &place)}{disagrees.then(|| view! { <span class="flag">"⚑ "{cx.t(words::DISAGREE)}</span> })}</th>
            <td>{strip(cx, topic, &raters, &spread)}</td>
            <td class="num">{number(spread.median)}</td>
            <td class="num">{number(spread.mean)}</td>
            <td class="num">{range}</td>
            <td class="num">{spread.n.to_string()}</td>
            <td class="num">{deviation}</td>
            <td class="agreed">{editor(cx, spot)}<button type="button" class="link" data-action="take-median" on:click=take>{cx.tf(words::TAKE, &[&number(proposed)])}</button></td>
        </tr>
    }
    .into_any()
}

/// Every rating as a dot on its scale, several at one value stacked, with a stroke at the median.
fn strip(cx: Cx, topic: Topic, raters: &[(String, f64)], spread: &Spread) -> AnyView {
    let (low, high) = topic.scale.map_or((0.0, spread.max), |scale| (f64::from(scale.min), f64::from(scale.max)));
    let across = move |value: f64| format!("{:.1}%", (value - low) / (high - low).max(1.0) * 100.0);
    let mut seen: Vec<f64> = Vec::new();
    let mut dots = Vec::new();
    for (name, value) in raters {
        let below = seen.iter().filter(|other| (**other - value).abs() < 1e-9).count();
        seen.push(*value);
        let title = cx.tf(words::SPREAD_OF, &[name, &format::short(*value, 1)]);
        dots.push(
            view! { <i style:left=across(*value) style:bottom=format!("{}px", 2 + below.min(3) * 7) title=title></i> },
        );
    }
    let said: Vec<String> =
        raters.iter().map(|(name, value)| cx.tf(words::SPREAD_OF, &[name, &format::short(*value, 1)])).collect();
    view! {
        <span class="strip" role="img" aria-label=said.join(if cx.lang == crate::model::Lang::Zh { "，" } else { ", " })>
            <b style:left=across(spread.median)></b>{dots.into_iter().collect_view()}
            <small class="low">{format::short(low, 3)}</small><small class="high">{format::short(high, 3)}</small>
        </span>
    }
    .into_any()
}
