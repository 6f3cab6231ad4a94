//! Advice on worksheet 6: opportunities, contract, review, money.

use super::Rule;
use super::asked::{Asked, n, of};
use crate::analysis::plan::{forecast, history, pipeline, target};
use crate::analysis::service::cost_to_serve::cost_to_serve;
use crate::analysis::stats::{days_between, settle};
use crate::model::{Row, bi};
use crate::worksheets::account::{plan, profile};
use crate::worksheets::plan::{act, obj, opp};
use crate::worksheets::portfolio::customers;
use crate::worksheets::service::cts;
use crate::worksheets::settings::limits;

/// An opportunity is a renewal when its name says so.
const RENEWAL: [&str; 5] = ["renew", "extension", "续", "延期", "展期"];

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W6-04",
        "w6.targets w6.fin w6.hist w6.opp w2.deals card.plan settings.general",
        thin,
        "The open pipeline covers the gap less often than 1 ÷ win rate (once, while the win rate is unknown).",
        "商机总额对缺口的倍数低于1÷赢单率（赢单率未知时按1倍）。",
    ),
    Rule::new(
        "R-W6-05",
        "w6.opp settings.stages",
        one_opportunity,
        "One opportunity makes up more than {0}% of the weighted pipeline.",
        "单一商机超过加权商机的{0}%。",
    ),
    Rule::new(
        "R-W6-11",
        "portfolio.customers",
        dependency,
        "This customer brings more than {0}% of our revenue.",
        "该客户占我方收入超过{0}%。",
    ),
    Rule::new(
        "R-W6-12",
        "card.profile w6.opp settings.limits",
        renewal,
        "The contract ends within {0} days, and no opportunity has a renewal in its name.",
        "合同{0}天内到期，而商机里没有一项名称含续约。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::CONTRACT_DAYS), limits::CONTRACT_DAYS.slot),
    Rule::new(
        "R-W6-13",
        "card.plan w6.obj w6.act",
        review,
        "The next review has no date, or its date is past.",
        "下次评审没有日期，或日期已过。",
    ),
    Rule::new(
        "R-W6-14",
        "w5.cts w5.res w6.hist w6.targets card.plan settings.general",
        serving,
        "Cost to serve is more than {0}% of the gross margin.",
        "服务成本超过毛利的{0}%。",
    ),
];

fn thin(asked: &mut Asked) {
    let book = asked.book;
    let coverage = forecast::coverage(book);
    let (Some(times), &[open, gap]) = (coverage.as_number(), coverage.numbers.as_slice()) else { return };
    let required = forecast::required_coverage(book).as_number().unwrap_or(1.0);
    let needed = gap * required;
    if settle(times) >= settle(required) || !needed.is_finite() {
        return;
    }
    let words = bi(
        "The gap is {0} and the pipeline holds {1}. At your win rate it takes {2}.",
        "缺口{0}，商机总额只有{1}；按赢单率算要{2}才够。",
    );
    let [gap, open, needed] = [gap, open, needed].map(|number| asked.money(number));
    asked.say(opp::TABLE, opp::AMOUNT.slot, words, &[&gap, &open, &needed]);
}

fn one_opportunity(asked: &mut Asked) {
    let Some(share) = pipeline::concentration(asked.book).as_number().filter(|share| settle(*share) > asked.limit)
    else {
        return;
    };
    let Some(largest) = pipeline::largest(asked.book) else { return };
    let name = asked.name(opp::TABLE, largest.id.as_str());
    let words = bi(
        "“{0}” alone carries {1}% of the weighted pipeline. What if it slips?",
        "“{0}”一项就占加权商机的{1}%。它要是黄了怎么办？",
    );
    asked.say_row(opp::TABLE, largest, opp::AMOUNT.slot, words, &[&name, &n(share)]);
}

fn dependency(asked: &mut Asked) {
    let total: f64 = asked.book.values(customers::TABLE, customers::REVENUE).iter().sum();
    let mut rows = asked.book.rows(customers::TABLE);
    let Some(account) = rows.find(|row| row.get(customers::IS_ACCOUNT) == Some(true)) else { return };
    let share = account.get(customers::REVENUE).map_or(0.0, |revenue| revenue / total * 100.0);
    if !share.is_finite() || settle(share) <= asked.limit {
        return;
    }
    let name = asked.name(customers::TABLE, account.id.as_str());
    let words = bi(
        "{0} brings {1}% of our revenue. Losing this customer would hurt us all.",
        "{0}占我方收入的{1}%，丢了会伤筋动骨。",
    );
    asked.say_row(customers::TABLE, account, customers::REVENUE.slot, words, &[&name, &n(share)]);
}

fn renewal(asked: &mut Asked) {
    let book = asked.book;
    let Some(end) = book.form(profile::TABLE).get(profile::CONTRACT_END) else { return };
    let days = days_between(book.today, end);
    let is_renewal = |row: &Row| {
        let name = row.get(opp::NAME).unwrap_or_default().to_lowercase();
        row.get(opp::STAGE) != Some("lost") && RENEWAL.iter().any(|word| name.contains(word))
    };
    if days > asked.limit || book.rows(opp::TABLE).any(is_renewal) {
        return;
    }
    let words = if days < 0.0 {
        bi("The contract ended on {0}, and no opportunity renews it.", "合同已于{0}到期，商机里没有续约。")
    } else {
        bi(
            "The contract ends on {0}, in {1} days, and no opportunity renews it.",
            "合同{0}到期，还有{1}天，商机里没有续约。",
        )
    };
    let end = asked.date(end);
    asked.say(profile::TABLE, profile::CONTRACT_END.slot, words, &[&end, &n(days)]);
}

fn review(asked: &mut Asked) {
    let book = asked.book;
    let is_started =
        book.rows_with_content(obj::TABLE).next().is_some() || book.rows_with_content(act::TABLE).next().is_some();
    let words = match book.form(plan::TABLE).get(plan::NEXT_REVIEW) {
        Some(date) if date < book.today => {
            let days = usize::try_from(book.today.days() - date.days()).unwrap_or_default();
            let words = bi(
                "The review was due on {0}, {1} days ago. Set the next one.",
                "评审原定{0}，已过{1}天。请定下一次。",
            );
            let date = asked.date(date);
            asked.say(plan::TABLE, plan::NEXT_REVIEW.slot, words, &[&date, &of(days)]);
            return;
        }
        None if is_started => bi("When will you look at this plan again?", "什么时候再坐下来看这份规划？"),
        _ => return,
    };
    asked.say(plan::TABLE, plan::NEXT_REVIEW.slot, words, &[]);
}

fn serving(asked: &mut Asked) {
    let book = asked.book;
    let margin =
        history::latest_margin(book).or_else(|| target::margin(book).as_number()).filter(|margin| *margin > 0.0);
    let (Some(cost), Some(margin)) = (cost_to_serve(book).as_number(), margin) else { return };
    let share = cost / margin * 100.0;
    if !share.is_finite() || settle(share) <= asked.limit {
        return;
    }
    let words = bi(
        "Serving this customer costs {0}, {1}% of the gross margin of {2}.",
        "服务这个客户要花{0}，占毛利{2}的{1}%。",
    );
    let (cost, margin) = (asked.money(cost), asked.money(margin));
    asked.say(cts::TABLE, cts::QUANTITY.slot, words, &[&cost, &n(share), &margin]);
}
