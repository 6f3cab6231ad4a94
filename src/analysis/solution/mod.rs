//! Results of worksheet 4: which modules cover which needs, what the customer gains, and what we earn.

pub mod capital;
pub mod cashflow;
pub mod coverage;
pub mod evc;
pub mod holes;
pub mod modules;
pub mod options;
pub mod sensitivity;
pub mod tco;
pub mod waterfall;

#[cfg(test)]
mod tests;

use super::Compute::{Found, Once, Rows};
use super::ResultUnit::{Enum, Money, Percent, Score, Text, Years};
use super::needs::YES_NO;
use super::{Book, ResultDef};
use crate::model::{Opt, opt};
use crate::worksheets::solution::case;

/// Years of the business case, 1 to 10.
pub fn horizon(book: &Book) -> Option<u8> {
    let years = book.form(case::TABLE).get(case::YEARS)?;
    (1..=10).find(|whole| f64::from(*whole) == years)
}

/// Discount rate of the business case; 0.1 is 10 %.
pub fn discount_rate(book: &Book) -> Option<f64> {
    book.form(case::TABLE).get(case::DISCOUNT_RATE).map(|percent| percent / 100.0)
}

const WORDS: &[Opt] = &[
    opt("full", "Full", "充分"),
    opt("partial", "Partial", "部分"),
    opt("weak", "Weak", "弱"),
    opt("none", "None", "无"),
];

const NEEDS: &str = "w3.needs";
const MODULES: &str = "w4.modules";
const COVER: &str = "w3.needs w4.modules w4.cover";
const WEIGHTED: &str = "w3.needs w4.modules w4.cover settings.general";
const PRICED: &str = "w3.needs w4.modules w4.cover w4.case settings.general";
const EVC: &str = "w4.case w4.diff";
const CASH: &str = "w4.case w4.benefits w4.ramp w4.costs";
const TCO: &str = "w4.case w4.tco_rows";
const POCKET: &str = "w4.economics w4.discounts w4.rebates w5.res w5.cts";

/// One square of the 3 × 3 grid.
macro_rules! grid {
    ($name:literal, $en:literal, $zh:literal, $benefits:literal, $costs:literal) => {
        ResultDef::new($name, $en, $zh, Money, Once(|book| sensitivity::npv_with(book, $benefits, $costs))).reads(CASH).how(
            "Benefits in today's value {0} × {1} − costs {2} × {3}",
            "收益现值{0} × {1} − 成本现值{2} × {3}",
        )
    };
}

/// Every result of worksheet 4 but evidence and completeness, which all sheets have.
#[rustfmt::skip]
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w4.needs.<id>.weight", "Weight of the need", "需求权重", Score, Rows(NEEDS, coverage::need_weight)).reads("w3.needs settings.general")
        .how("Opportunity score or importance, as set: {0}", "按设置取机会分或重要度：{0}"),
    ResultDef::new("w4.needs.<id>.coverage", "Coverage of the need", "单项覆盖度", Percent, Rows(NEEDS, coverage::coverage)).reads(COVER)
        .how("Strongest module {0} ÷ 9", "最强模块{0} ÷ 9"),
    ResultDef::new("w4.needs.<id>.coverage_word", "Coverage in a word", "覆盖程度", Enum, Rows(NEEDS, coverage::coverage_word)).options(WORDS).reads(COVER)
        .how("Strongest module {0}: 9 full, 3 partial, 1 weak, 0 none", "最强模块{0}：9充分，3部分，1弱，0无"),
    ResultDef::new("w4.coverage", "Overall coverage", "总覆盖度", Percent, Once(coverage::overall)).reads(WEIGHTED)
        .how("Weight × coverage, added up: {0}; ÷ weights {1}", "权重×覆盖度之和{0} ÷ 权重之和{1}"),
    ResultDef::new("w4.needs.<id>.coverage_comp", "Competitor's coverage of the need", "竞争者单项覆盖度", Percent, Rows(NEEDS, coverage::coverage_comp)).reads("w3.needs w4.cover_comp")
        .how("Best competitor {0} ÷ 9", "最佳竞争者{0} ÷ 9"),
    ResultDef::new("w4.coverage_comp", "Competitor's overall coverage", "竞争者总覆盖度", Percent, Once(coverage::overall_comp)).reads("w3.needs w4.cover_comp settings.general")
        .how("Weight × coverage, added up: {0}; ÷ weights {1}", "权重×覆盖度之和{0} ÷ 权重之和{1}"),
    ResultDef::new("w4.coverage_lead", "Coverage against the competitor", "覆盖度之差", Percent, Once(coverage::lead)).reads("w3.needs w4.modules w4.cover w4.cover_comp settings.general")
        .how("Ours {0} − theirs {1}, over the needs that have both", "我方{0} − 对手{1}，只看两者都有的需求"),
    ResultDef::new("w4.uncovered", "Uncovered needs", "未覆盖需求", Text, Once(holes::uncovered)).reads(COVER)
        .how("Of {0} needs: those covered less than 33 % with an opportunity score of 10 or more", "{0}条需求中，覆盖度低于33%且机会分10以上的"),
    ResultDef::new("w4.needs.<id>.must_be_hole", "Must-be hole", "必备缺口", Enum, Rows(NEEDS, holes::must_be_hole)).options(YES_NO).reads("w3.needs w3.kano_votes w4.modules w4.cover")
        .how("Covered {0} %; a hole where a must-be need or deal breaker stays below 100 %", "覆盖度{0}%；必备或一票否决的需求不到100%即为缺口"),
    ResultDef::new("w4.modules.<id>.importance_raw", "Module importance, absolute", "模块重要度（绝对）", Score, Rows(MODULES, modules::importance_raw)).reads(WEIGHTED)
        .how("Weight of each need × strength, added up", "各需求权重 × 关联强度之和"),
    ResultDef::new("w4.modules.<id>.importance", "Module importance", "模块重要度", Percent, Rows(MODULES, modules::importance)).reads(WEIGHTED)
        .how("This module {0} ÷ all modules {1}", "本模块{0} ÷ 全部模块{1}"),
    ResultDef::new("w4.modules.<id>.price_share", "Module's share of the price", "模块价格占比", Percent, Rows(MODULES, modules::price_share)).reads("w4.modules w4.case")
        .how("Price over the horizon {0} ÷ all modules {1}", "期限内价格{0} ÷ 全部模块{1}"),
    ResultDef::new("w4.modules.<id>.over_engineered", "Over-engineering", "过度供给", Enum, Rows(MODULES, modules::over_engineered)).options(YES_NO).reads(PRICED)
        .how("Importance {0} %, price share {1} %; too much where below 5 % and above 10 %", "重要度{0}%，价格占比{1}%；前者低于5%且后者高于10%即为过度"),
    ResultDef::new("w4.modules.<id>.value_price_index", "Value and price index", "价值价格比", Score, Rows(MODULES, modules::value_price_index)).reads(PRICED)
        .how("Importance {0} % ÷ price share {1} %", "重要度{0}% ÷ 价格占比{1}%"),
    ResultDef::new("w4.evc", "Economic value to the customer", "客户经济价值", Money, Once(evc::evc)).reads(EVC)
        .how("Price of reference {0} + differentiation {1}", "参照价格{0} + 差异价值{1}"),
    ResultDef::new("w4.incentive", "Customer's incentive", "客户剩余", Money, Once(evc::incentive)).reads(EVC)
        .how("Economic value {0} − our price {1}; must be above 0", "经济价值{0} − 我方价格{1}；应大于0"),
    ResultDef::new("w4.value_captured", "Value captured by us", "价值分享比", Percent, Once(evc::value_captured)).reads(EVC)
        .how("(Our price {0} − reference {1}) ÷ (economic value {2} − reference {1})", "（我方价格{0} − 参照价格{1}）÷（经济价值{2} − 参照价格{1}）"),
    ResultDef::new("w4.benefit.<year>", "Benefit of the year, after the haircut", "折后收益", Money, Found(cashflow::years_of_benefits, cashflow::benefit)).reads("w4.case w4.benefits w4.ramp")
        .how("Amount × ramp-up × share counted, added up over {0} benefits", "{0}项收益的 金额×爬坡比例×计入比例 之和"),
    ResultDef::new("w4.cost.<year>", "Cost of the year", "年度成本合计", Money, Found(cashflow::years, cashflow::cost)).reads("w4.case w4.costs")
        .how("One-off costs due in the year + yearly costs from year 1, over {0} costs", "{0}项成本：当年发生的一次性成本 + 第1年起的年度成本"),
    ResultDef::new("w4.flow.<year>", "Net flow of the year", "净现金流", Money, Found(cashflow::years, cashflow::flow)).reads(CASH)
        .how("Benefits {0} − costs {1}", "收益{0} − 成本{1}"),
    ResultDef::new("w4.npv", "Net present value", "净现值", Money, Once(capital::npv)).reads(CASH)
        .how("Benefits {0} − costs {1}, in today's value at {2} %", "收益{0} − 成本{1}，均按{2}%折现"),
    ResultDef::new("w4.irr", "Internal rate of return", "内部收益率", Percent, Once(capital::irr)).reads(CASH)
        .how("Rate at which the net present value is 0. The flows change sign {0} times; only with 1 is the rate clear.", "使净现值为0的折现率。现金流变号{0}次；只有1次时结果才唯一。"),
    ResultDef::new("w4.roi", "Return on investment", "投资回报率", Percent, Once(capital::roi)).reads(CASH)
        .how("(Benefits {0} − costs {1}) ÷ costs {1}, not discounted", "（收益{0} − 成本{1}）÷ 成本{1}，未折现"),
    ResultDef::new("w4.payback", "Payback", "回收期", Years, Once(capital::payback)).reads(CASH)
        .how("When the flows, added up, are back at 0; straight within the year", "累计净现金流回到0的时间，年内按直线计"),
    ResultDef::new("w4.payback_discounted", "Payback, discounted", "回收期（贴现）", Years, Once(capital::payback_discounted)).reads(CASH)
        .how("As payback, each flow in today's value", "同回收期，每年现金流先折现"),
    ResultDef::new("w4.tco_ours", "Total cost of ownership with us", "我方总拥有成本", Money, Once(tco::ours)).reads(TCO)
        .how("Acquisition + yearly costs + disposal − residual value; {0} rows over {1} years, discounted at {2} %", "购置 + 各年成本 + 处置 − 残值；{0}项，{1}年，按{2}%折现"),
    ResultDef::new("w4.tco_reference", "Total cost of ownership with the reference", "参照方案总拥有成本", Money, Once(tco::reference)).reads(TCO)
        .how("Acquisition + yearly costs + disposal − residual value; {0} rows over {1} years, discounted at {2} %", "购置 + 各年成本 + 处置 − 残值；{0}项，{1}年，按{2}%折现"),
    ResultDef::new("w4.tco_saving", "Saving against the reference", "总拥有成本节约", Money, Once(tco::saving)).reads(TCO)
        .how("Reference {0} − ours {1}", "参照方案{0} − 我方{1}"),
    grid!("w4.sensitivity.b_m20.c_m20", "NPV with benefits −20 %, costs −20 %", "净现值：收益−20%、成本−20%", 0.8, 0.8),
    grid!("w4.sensitivity.b_m20.c_0", "NPV with benefits −20 %, costs as planned", "净现值：收益−20%、成本不变", 0.8, 1.0),
    grid!("w4.sensitivity.b_m20.c_p20", "NPV with benefits −20 %, costs +20 %", "净现值：收益−20%、成本+20%", 0.8, 1.2),
    grid!("w4.sensitivity.b_0.c_m20", "NPV with benefits as planned, costs −20 %", "净现值：收益不变、成本−20%", 1.0, 0.8),
    grid!("w4.sensitivity.b_0.c_0", "NPV with benefits as planned, costs as planned", "净现值：收益不变、成本不变", 1.0, 1.0),
    grid!("w4.sensitivity.b_0.c_p20", "NPV with benefits as planned, costs +20 %", "净现值：收益不变、成本+20%", 1.0, 1.2),
    grid!("w4.sensitivity.b_p20.c_m20", "NPV with benefits +20 %, costs −20 %", "净现值：收益+20%、成本−20%", 1.2, 0.8),
    grid!("w4.sensitivity.b_p20.c_0", "NPV with benefits +20 %, costs as planned", "净现值：收益+20%、成本不变", 1.2, 1.0),
    grid!("w4.sensitivity.b_p20.c_p20", "NPV with benefits +20 %, costs +20 %", "净现值：收益+20%、成本+20%", 1.2, 1.2),
    ResultDef::new("w4.benefits.<id>.tornado", "Effect of one benefit on NPV", "单项收益对净现值的影响", Money, Rows("w4.benefits", sensitivity::benefit_tornado)).reads(CASH)
        .how("20 % of this benefit in today's value {0}", "本项收益现值{0}的20%"),
    ResultDef::new("w4.costs.<id>.tornado", "Effect of one cost on NPV", "单项成本对净现值的影响", Money, Rows("w4.costs", sensitivity::cost_tornado)).reads(CASH)
        .how("20 % of this cost in today's value {0}", "本项成本现值{0}的20%"),
    ResultDef::new("w4.break_even_benefit", "Break-even benefit", "盈亏平衡收益", Percent, Once(capital::break_even_benefit)).reads(CASH)
        .how("Costs {0} ÷ benefits {1}, both in today's value; 100 % is as planned", "成本现值{0} ÷ 收益现值{1}；100%即按计划"),
    ResultDef::new("w4.pocket_price", "Pocket price", "口袋价格", Money, Once(waterfall::pocket_price)).reads("w4.economics w4.discounts w4.rebates")
        .how("List price {0} − discounts {1} − rebates {2} − freight and payment terms {3}", "目录价{0} − 折扣{1} − 返利{2} − 运费与账期成本{3}"),
    ResultDef::new("w4.pocket_margin", "Pocket margin", "口袋利润", Money, Once(waterfall::pocket_margin)).reads(POCKET)
        .how("Pocket price {0} − cost of goods sold {1} − cost to serve {2}", "口袋价格{0} − 销售成本{1} − 服务成本{2}"),
    ResultDef::new("w4.pocket_margin_percent", "Pocket margin in percent", "口袋利润率", Percent, Once(waterfall::pocket_margin_percent)).reads("w4.economics w4.discounts w4.rebates w5.res w5.cts settings.limits")
        .how("Pocket margin {0} ÷ pocket price {1}", "口袋利润{0} ÷ 口袋价格{1}"),
    ResultDef::new("w4.expected_contribution", "Expected value of the offer", "期望贡献", Money, Once(waterfall::expected_contribution)).reads(POCKET)
        .how("Win probability {0} % × pocket margin {1} − pursuit cost {2}", "赢单概率{0}% × 口袋利润{1} − 投标与跟单成本{2}"),
    ResultDef::new("w4.opts.<id>.score", "Option score", "选项得分", Score, Rows("w4.opts", options::option_score)).reads("w3.criteria w4.opts w4.scores")
        .how("Weight × score, added up over the criteria scored: {0}; ÷ their weights {1}", "已评标准的 权重×得分 之和{0} ÷ 权重之和{1}"),
    ResultDef::new("w4.delivered_value", "Delivered value", "让渡价值", Score, Once(options::delivered_value)).reads("w4.delivered")
        .how("Value {0} − cost {1}, as rated", "价值{0} − 成本{1}（按评分）"),
];
