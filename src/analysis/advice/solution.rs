//! Advice on worksheet 4.

use super::Rule;
use super::asked::{Asked, n};
use crate::analysis::needs::kano;
use crate::analysis::needs::priority::is_critical;
use crate::analysis::solution::cashflow::{benefit_by_year, cash_flows};
use crate::analysis::solution::{capital, coverage, discount_rate, evc, waterfall};
use crate::analysis::stats::settle;
use crate::model::{Row, bi};
use crate::worksheets::needs::needs;
use crate::worksheets::row::CONFIDENCE;
use crate::worksheets::settings::limits;
use crate::worksheets::solution::{benefits, case, cover, economics, modules};

/// What the price waterfall and the cost to serve read.
const MONEY: &str = "card.plan w4.economics w4.discounts w4.rebates w5.cts w5.res settings.limits";

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W4-01",
        "w3.needs w3.kano_votes w4.modules w4.cover settings.general",
        must_be_hole,
        "A must-be need or deal breaker is covered by less than {0}%.",
        "必备需求或一票否决项的覆盖率低于{0}%。",
    ),
    Rule::new(
        "R-W4-02",
        "card.plan w4.case w4.diff",
        no_incentive,
        "The economic value for the customer is not above our price.",
        "给客户的经济价值不高于我方价格。",
    ),
    Rule::new(
        "R-W4-03",
        "card.plan w4.case w4.benefits w4.ramp w4.costs",
        unconfirmed,
        "The net present value is above 0, but not with the confirmed benefits alone.",
        "净现值为正，但只算客户确认的收益就不为正。",
    ),
    Rule::new(
        "R-W4-04",
        "w3.needs w4.modules w4.cover settings.general",
        orphans,
        "A module has no relationship with any need, though the matrix is rated.",
        "矩阵已评分，但该模块与任何需求都没有关联。",
    ),
    Rule::new(
        "R-W4-05",
        MONEY,
        losing_money,
        "The pocket margin is below 0, or below {0}% of the pocket price.",
        "口袋利润为负，或口袋利润率低于{0}%。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::MARGIN_FLOOR), limits::MARGIN_FLOOR.slot),
];

fn must_be_hole(asked: &mut Asked) {
    let book = asked.book;
    if book.rows_with_content(modules::TABLE).next().is_none() {
        return;
    }
    let is_must = |need: &&Row| is_critical(need) || kano::class_of(book, need) == Some("must_be");
    for need in book.rows_with_content(needs::TABLE).filter(is_must) {
        let covered = coverage::coverage(book, need).as_number();
        if covered.is_some_and(|covered| settle(covered) >= asked.limit) {
            continue;
        }
        let name = asked.name(needs::TABLE, need.id.as_str());
        let words = match covered {
            Some(_) => bi(
                "“{0}” has to be met, and the solution covers only {1}% of it.",
                "“{0}”非满足不可，方案只覆盖了{1}%。",
            ),
            None => {
                bi("“{0}” has to be met, and no module is rated against it yet.", "“{0}”非满足不可，还没有模块对应它。")
            }
        };
        let covered = covered.map(n).unwrap_or_default();
        asked.say_row(cover::TABLE, need, cover::CELL.slot, words, &[&name, &covered]);
    }
}

fn no_incentive(asked: &mut Asked) {
    let answer = evc::incentive(asked.book);
    let (Some(incentive), &[value, price]) = (answer.as_number(), answer.numbers.as_slice()) else { return };
    if settle(incentive) > 0.0 {
        return;
    }
    let words = bi(
        "The offer is worth {0} to the customer and costs {1}: why should they buy?",
        "方案对客户值{0}，要价{1}，客户凭什么买？",
    );
    let (value, price) = (asked.money(value), asked.money(price));
    asked.say(case::TABLE, case::OUR_PRICE.slot, words, &[&value, &price]);
}

fn unconfirmed(asked: &mut Asked) {
    let book = asked.book;
    let (Some(npv), Some(rate)) = (capital::npv(book).as_number().filter(|npv| *npv > 0.0), discount_rate(book)) else {
        return;
    };
    let flows = cash_flows(book);
    let Ok(flows) = flows.as_ref() else { return };
    let years = u8::try_from(flows.costs.len().saturating_sub(1)).unwrap_or_default();
    let is_confirmed = |row: &&Row| row.get(CONFIDENCE) == Some("confirmed_by_customer");
    let worth = |row: &Row| benefit_by_year(book, row, years).map(|flow| capital::present_value(&flow, rate));
    let confirmed: f64 = book.rows(benefits::TABLE).filter(is_confirmed).filter_map(worth).sum();
    let sure = confirmed - capital::present_value(&flows.costs, rate);
    if settle(sure) > 0.0 {
        return;
    }
    let words = bi(
        "The value of {0} rests on benefits the customer has not confirmed; without them it is {1}.",
        "净现值{0}靠的是客户没确认的收益，不算它们就只有{1}。",
    );
    let (npv, sure) = (asked.money(npv), asked.money(sure));
    asked.say(benefits::TABLE, CONFIDENCE.slot, words, &[&npv, &sure]);
}

fn orphans(asked: &mut Asked) {
    let book = asked.book;
    if coverage::matrix(book).strongest.is_empty() {
        return;
    }
    for module in book.rows_with_content(modules::TABLE) {
        let serves = |need: &Row| book.cell(cover::TABLE, &need.id, &module.id).get(cover::CELL) > Some(0.0);
        if book.rows(needs::TABLE).any(serves) {
            continue;
        }
        let name = asked.name(modules::TABLE, module.id.as_str());
        let words = bi(
            "No need asks for “{0}”. Leave it out, or find the need behind it.",
            "没有需求用得上“{0}”。删掉它，或者找出背后的需求。",
        );
        asked.say_row(modules::TABLE, module, modules::NAME.slot, words, &[&name]);
    }
}

fn losing_money(asked: &mut Asked) {
    let margin = waterfall::pocket_margin(asked.book).as_number();
    let percent = waterfall::pocket_margin_percent(asked.book).as_number();
    let below = percent.filter(|percent| settle(*percent) < asked.limit);
    let words = match (margin, below) {
        (Some(margin), _) if settle(margin) < 0.0 => bi("We lose {0} on this offer.", "这个方案我们要亏{0}。"),
        (Some(_), Some(_)) => {
            bi("The pocket margin is {1}%, below your floor of {2}%.", "口袋利润率{1}%，低于{2}%的底线。")
        }
        _ => return,
    };
    let values = [asked.money(margin.unwrap_or(0.0).abs()), n(below.unwrap_or(0.0)), n(asked.limit)];
    asked.say(economics::TABLE, economics::LIST_PRICE.slot, words, &[&values[0], &values[1], &values[2]]);
}
