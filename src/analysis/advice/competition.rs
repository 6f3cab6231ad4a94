//! Advice on worksheet 2.

use super::Rule;
use super::asked::{Asked, ENOUGH, n, of};
use crate::analysis::competition::{US, profile, wallet, wallet_shares};
use crate::analysis::stats::settle;
use crate::model::{Row, bi};
use crate::worksheets::competition::{comp, factors, ratings};
use crate::worksheets::settings::limits;

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W2-01",
        "w2.comp",
        only_direct,
        "Every competitor in the list is a direct one.",
        "名录里全是直接竞争者。",
    ),
    Rule::new(
        "R-W2-02",
        "w2.factors settings.limits",
        weight,
        "One success factor has {0}% or more of all weights.",
        "单一要素的权重占比达到{0}%。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::WEIGHT_WARN), limits::WEIGHT_WARN.slot),
    Rule::new(
        "R-W2-03",
        "w2.comp w2.factors w2.ratings w2.wallet w2.wallet_comp",
        self_rating,
        "We score highest, yet somebody else has a larger share of the customer's spend.",
        "我方评分最高，但有对手占客户采购额的份额更大。",
    ),
    Rule::new(
        "R-W2-04",
        "w2.factors w2.ratings",
        no_weakness,
        "None of our own ratings is below {0}.",
        "我方自评没有一项低于{0}。",
    ),
];

fn only_direct(asked: &mut Asked) {
    let others = asked.book.rows_with_content(comp::TABLE).filter(|firm| firm.id.as_str() != US);
    let types: Vec<Option<&str>> = others.map(|firm| firm.get(comp::TYPE)).collect();
    if types.is_empty() || types.iter().any(|kind| *kind != Some("direct")) {
        return;
    }
    let words = bi(
        "All competitors listed ({0}) are direct ones. Might the customer do it in-house, or do nothing?",
        "所列{0}家都是直接竞争者。客户会不会自建，或者维持现状？",
    );
    asked.say(comp::TABLE, comp::TYPE.slot, words, &[&of(types.len())]);
}

fn weight(asked: &mut Asked) {
    let weights: Vec<(&Row, f64)> =
        asked.book.rows(factors::TABLE).filter_map(|row| Some((row, row.get(factors::WEIGHT)?))).collect();
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let Some((factor, most)) = weights.iter().copied().reduce(|one, other| if other.1 > one.1 { other } else { one })
    else {
        return;
    };
    // While all weigh the same, none of them dominates.
    let is_even = weights.iter().all(|(_, weight)| *weight == most);
    let percent = most / total * 100.0;
    if is_even || !percent.is_finite() || settle(percent) < asked.limit {
        return;
    }
    let name = asked.name(factors::TABLE, factor.id.as_str());
    let words = bi(
        "“{0}” alone has {1}% of the weight. Does the customer see it that way?",
        "“{0}”一项就占{1}%的权重，客户也这么看吗？",
    );
    asked.say_row(factors::TABLE, factor, factors::WEIGHT.slot, words, &[&name, &n(percent)]);
}

fn self_rating(asked: &mut Asked) {
    let book = asked.book;
    let others = || book.rows(comp::TABLE).filter(|firm| firm.id.as_str() != US);
    let is_compared = others().any(|firm| profile::cpm(book, firm).as_number().is_some());
    if !is_compared || profile::our_rank(book).as_number() != Some(1.0) {
        return;
    }
    let shares = others().filter_map(|firm| Some((firm, wallet_shares::share_of_wallet(book, firm).as_number()?)));
    let (Some(ours), Some((rival, theirs))) = (
        wallet::share_of_wallet(book).as_number(),
        shares.reduce(|one, other| if other.1 > one.1 { other } else { one }),
    ) else {
        return;
    };
    if settle(theirs) <= settle(ours) {
        return;
    }
    let name = asked.name(comp::TABLE, rival.id.as_str());
    let words = bi(
        "We rate ourselves first, yet {0} has {1}% of the spend and we have {2}%. Check the ratings, or look for a criterion nobody told us.",
        "我们自评第一，可{0}占采购额{1}%，我们只有{2}%。查查评分，或者找找客户没说出口的标准。",
    );
    asked.say(ratings::TABLE, ratings::RATING.slot, words, &[&name, &n(theirs), &n(ours)]);
}

fn no_weakness(asked: &mut Asked) {
    let rating = |factor: &Row| asked.book.cell(ratings::TABLE, &factor.id, &US.into()).get(ratings::RATING);
    let own: Vec<f64> = asked.book.rows(factors::TABLE).filter_map(rating).collect();
    if own.len() < ENOUGH || own.iter().any(|rating| *rating < asked.limit) {
        return;
    }
    let words = bi(
        "All {0} of our ratings are {1} or better. Rate again as the rival would.",
        "我们{0}项自评都不低于{1}分。请站在对手的角度再评一遍。",
    );
    asked.say(ratings::TABLE, ratings::RATING.slot, words, &[&of(own.len()), &n(asked.limit)]);
}
