//! Every way from one list to another.

use super::{Flow, Values};
use crate::analysis::industry::forces as power;
use crate::analysis::service::{capability, sla as levels};
use crate::analysis::solution::holes;
use crate::analysis::{Book, Out, competition::profile};
use crate::i18n::ui::fill;
use crate::model::{Bi, Field, Row, TableDef, Text, Value, bi};
use crate::worksheets::competition::{deals, factors, swot, tows};
use crate::worksheets::industry::{forces, ksf, pestel};
use crate::worksheets::needs::{cgoals, criteria, needs};
use crate::worksheets::plan::{act, obj, opp, risk, strat};
use crate::worksheets::row::{CONFIDENCE, SO_WHAT};
use crate::worksheets::service::{cap, iss, sla, svc};
use crate::worksheets::solution::{benefits, modules, opts, summary};

/// From this strength on a force weighs on the whole industry.
const STRONG_FORCE: f64 = 4.0;
/// From this gap on, in levels, a capability is a weakness.
const LARGE_GAP: f64 = 2.0;

impl Flow {
    const fn new(
        key: &'static str,
        [from, to]: [&'static TableDef; 2],
        wanted: for<'d> fn(&Book<'d>) -> Vec<&'d Row>,
        copy: fn(&Book, &Row) -> Values,
        text: Bi,
    ) -> Self {
        Self { key, from, to, or: None, text, wanted, copy }
    }

    const fn or(mut self, other: &'static TableDef) -> Self {
        self.or = Some(other);
        self
    }
}

/// In the order of the worksheets.
#[rustfmt::skip]
pub(super) static FLOWS: &[Flow] = &[
    Flow::new("ksf>factors", [ksf::TABLE, factors::TABLE], |book| with_text(book, ksf::TABLE, ksf::FACTOR),
        |_, row| new().take(row, ksf::FACTOR, factors::FACTOR).take(row, ksf::WEIGHT, factors::WEIGHT),
        bi("Worksheet 1 has key success factors ({0}). Rate the firms on them?", "工作表一有{0}条关键成功因素，用来给各家评分吗？")),
    Flow::new("pestel>swot", [pestel::TABLE, swot::TABLE], |book| directed(book, &["opportunity", "threat"]),
        |_, row| new().take(row, pestel::FACT, swot::TEXT).take(row, pestel::DIRECTION, swot::QUADRANT).take(row, pestel::IMPACT, swot::IMPORTANCE),
        bi("Worksheet 1 has opportunities and threats ({0}). Put them into the SWOT?", "工作表一有{0}条机会和威胁，放进SWOT吗？")),
    Flow::new("forces>swot", [forces::TABLE, swot::TABLE], strong_forces,
        |book, row| new().text(swot::QUADRANT, "threat").text(swot::TEXT, &force_text(book, row)),
        bi("Forces in the industry are strong ({0}). Put them into the SWOT as threats?", "五力中有{0}股力量很强，作为威胁放进SWOT吗？")),
    Flow::new("criteria>factors", [criteria::TABLE, factors::TABLE], |book| with_text(book, criteria::TABLE, criteria::CRITERION),
        |_, row| new().take(row, criteria::CRITERION, factors::FACTOR).take(row, criteria::WEIGHT, factors::WEIGHT),
        bi("Worksheet 3 has buying criteria ({0}). Rate the firms on them?", "工作表三有{0}条采购因素，用来给各家评分吗？")),
    Flow::new("cap>swot", [cap::TABLE, swot::TABLE], |book| short_capabilities(book, LARGE_GAP),
        |_, row| new().text(swot::QUADRANT, "weakness").take(row, cap::CAPABILITY, swot::TEXT).take(row, cap::IMPORTANCE, swot::IMPORTANCE),
        bi("Capabilities fall far short ({0}). Put them into the SWOT as weaknesses?", "有{0}项能力差得远，作为劣势放进SWOT吗？")),
    Flow::new("sla>swot", [sla::TABLE, swot::TABLE], missed_levels,
        |book, row| new().text(swot::QUADRANT, "weakness").text(swot::TEXT, &filled(book, bi("{0}: target missed", "{0}未达标"), row, sla::METRIC)),
        bi("Service levels are missed ({0}). Put them into the SWOT as weaknesses?", "有{0}项服务指标未达标，作为劣势放进SWOT吗？")),
    Flow::new("iss>swot", [iss::TABLE, swot::TABLE], serious_issues,
        |_, row| new().text(swot::QUADRANT, "weakness").take(row, iss::DESCRIPTION, swot::TEXT),
        bi("Serious issues are open ({0}). Put them into the SWOT as weaknesses?", "有{0}个重大问题未了结，作为劣势放进SWOT吗？")),
    Flow::new("opp>deals", [opp::TABLE, deals::TABLE], decided_deals,
        |_, row| {
            let (result, winner) = if row.get(opp::STAGE) == Some("won") { ("won", Value::text("us")) } else { ("lost", row.record.at(opp::COMPETITOR.slot).cloned()) };
            new().take(row, opp::NAME, deals::NAME).take(row, opp::AMOUNT, deals::AMOUNT).take(row, opp::CLOSE_DATE, deals::DATE).text(deals::RESULT, result).put(deals::TO_WHOM, winner)
        },
        bi("Opportunities are won or lost ({0}). Add them to the deals?", "有{0}项商机已见分晓，记入赢输单吗？")),
    Flow::new("pestel>cgoals", [pestel::TABLE, cgoals::TABLE], |book| with_text(book, pestel::TABLE, SO_WHAT),
        |_, row| new().text(cgoals::LEVEL, "pressure").take(row, SO_WHAT, cgoals::TEXT),
        bi("Worksheet 1 says what the customer must do ({0}). Note it as pressures on the customer?", "工作表一写了{0}条客户必须做的事，记为客户的压力吗？")),
    Flow::new("needs>benefits", [needs::TABLE, benefits::TABLE], costly_needs,
        |_, row| new().take(row, needs::NEED, benefits::BENEFIT).take(row, needs::PAIN_COST, benefits::AMOUNT).take(row, CONFIDENCE, CONFIDENCE).text(benefits::NEED, row.id.as_str()),
        bi("Needs have a cost of leaving them unmet ({0}). Count it as benefits?", "有{0}条需求写了问题年损失，算作客户收益吗？")),
    Flow::new("modules>svc", [modules::TABLE, svc::TABLE], unsupported,
        |_, row| new().take(row, modules::NAME, svc::NAME).text(svc::MODULE, row.id.as_str()),
        bi("The recommended option has modules ({0}) that no service supports. Add services?", "推荐选项有{0}个模块还没有对应的服务，加进服务目录吗？")).or(cap::TABLE),
    Flow::new("modules>cap", [modules::TABLE, cap::TABLE], unsupported,
        |_, row| new().take(row, modules::NAME, cap::CAPABILITY),
        bi("The recommended option has modules ({0}) that no service supports. Check whether we have the capabilities?", "推荐选项有{0}个模块还没有对应的服务，盘点一下做不做得到？")).or(svc::TABLE),
    Flow::new("factors>cap", [factors::TABLE, cap::TABLE], weak_factors,
        |_, row| new().take(row, factors::FACTOR, cap::CAPABILITY),
        bi("A rival beats us on success factors ({0}). Build them up as capabilities?", "有{0}项竞争要素落后于对手，列为要补的能力吗？")),
    Flow::new("needs>cap", [needs::TABLE, cap::TABLE], uncovered,
        |_, row| new().take(row, needs::NEED, cap::CAPABILITY),
        bi("The solution leaves needs uncovered ({0}). Build the capabilities?", "方案有{0}条需求没覆盖，列为要补的能力吗？")).or(act::TABLE),
    Flow::new("needs>act", [needs::TABLE, act::TABLE], uncovered,
        |_, row| new().take(row, needs::NEED, act::WHAT),
        bi("The solution leaves needs uncovered ({0}). Plan actions for them?", "方案有{0}条需求没覆盖，安排行动吗？")).or(cap::TABLE),
    Flow::new("tows>obj", [tows::TABLE, obj::TABLE], |book| with_text(book, tows::TABLE, tows::STRATEGY),
        |_, row| new().take(row, tows::STRATEGY, obj::STATEMENT).put(obj::LINKS_TOWS, Value::keys(vec![row.id.to_string()])),
        bi("Worksheet 2 has strategies ({0}). Make objectives of them?", "工作表二有{0}条交叉策略，升为目标吗？")).or(strat::TABLE),
    Flow::new("tows>strat", [tows::TABLE, strat::TABLE], |book| with_text(book, tows::TABLE, tows::STRATEGY),
        |_, row| new().take(row, tows::STRATEGY, strat::TEXT),
        bi("Worksheet 2 has strategies ({0}). Take them into the plan?", "工作表二有{0}条交叉策略，纳入规划吗？")).or(obj::TABLE),
    Flow::new("modules>opp", [modules::TABLE, opp::TABLE], |book| recommended(book, |module| !book.rows(opp::TABLE).any(|row| row.get(opp::MODULES).is_some_and(|ids| ids.iter().any(|id| id == module)))),
        |_, row| new().take(row, modules::NAME, opp::NAME).put(opp::MODULES, Value::keys(vec![row.id.to_string()])).take(row, modules::PRICE, opp::AMOUNT),
        bi("The recommended option has modules ({0}) without an opportunity. Add opportunities?", "推荐选项有{0}个模块还没有商机，加进漏斗吗？")),
    Flow::new("cap>act", [cap::TABLE, act::TABLE], |book| short_capabilities(book, 1.0),
        |book, row| new().text(act::WHAT, &filled(book, bi("Close the gap: {0}", "补上能力：{0}"), row, cap::CAPABILITY)).take(row, cap::OWNER, act::OWNER).take(row, cap::DUE, act::DUE).text(act::TYPE, "internal"),
        bi("Capabilities fall short ({0}). Plan actions to close the gaps?", "有{0}项能力不够，安排行动补上吗？")),
    Flow::new("sla>act", [sla::TABLE, act::TABLE], missed_levels,
        |book, row| new().text(act::WHAT, &filled(book, bi("Bring back to target: {0}", "重新达标：{0}"), row, sla::METRIC)).text(act::TYPE, "service"),
        bi("Service levels are missed ({0}). Plan actions?", "有{0}项服务指标未达标，安排行动吗？")),
    Flow::new("pestel>risk", [pestel::TABLE, risk::TABLE], |book| directed(book, &["threat"]),
        |_, row| {
            let policy = matches!(row.get(pestel::DIMENSION), Some("political" | "legal"));
            new().take(row, pestel::FACT, risk::TEXT).take(row, pestel::PROB, risk::PROBABILITY).take(row, pestel::IMPACT, risk::IMPACT).put(risk::CATEGORY, policy.then(|| Value::Text("policy".to_owned())))
        },
        bi("Worksheet 1 has threats ({0}). Enter them as risks?", "工作表一有{0}条威胁，列为风险吗？")),
    Flow::new("forces>risk", [forces::TABLE, risk::TABLE], strong_forces,
        |book, row| new().text(risk::TEXT, &force_text(book, row)).text(risk::CATEGORY, "competition"),
        bi("Forces in the industry are strong ({0}). Enter them as risks?", "五力中有{0}股力量很强，列为风险吗？")),
    Flow::new("iss>risk", [iss::TABLE, risk::TABLE], serious_issues,
        |_, row| new().take(row, iss::DESCRIPTION, risk::TEXT).text(risk::CATEGORY, "service").take(row, iss::OWNER, risk::OWNER),
        bi("Serious issues are open ({0}). Enter them as risks?", "有{0}个重大问题未了结，列为风险吗？")),
];

fn new() -> Values {
    Values::default()
}

/// A text with the name of a row in it, in the language of the workbook: a copy does not follow the language switch.
fn filled(book: &Book, words: Bi, row: &Row, name: Field<Text>) -> String {
    fill(words.get(book.doc.lang), &[row.get(name).unwrap_or_default()])
}

fn with_text<'d, K>(book: &Book<'d>, table: &'static TableDef, field: Field<K>) -> Vec<&'d Row> {
    book.rows(table).filter(|row| row.record.at(field.slot).is_some()).collect()
}

fn directed<'d>(book: &Book<'d>, directions: &[&str]) -> Vec<&'d Row> {
    let fits = |row: &&Row| row.get(pestel::DIRECTION).is_some_and(|direction| directions.contains(&direction));
    with_text(book, pestel::TABLE, pestel::FACT).into_iter().filter(fits).collect()
}

/// Of each force that weighs on the industry the factor that is rated highest, which stands for it.
fn strong_forces<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_strong = |force: &str| power::today(book, force).as_number().is_some_and(|today| today >= STRONG_FORCE);
    let strongest = |force: &str| {
        let factors = book.rows(forces::TABLE).filter(|row| row.get(forces::FORCE) == Some(force));
        let rated = factors.filter_map(|row| Some((row, row.get(forces::RATING)?)));
        rated.reduce(|one, other| if other.1 > one.1 { other } else { one }).map(|(row, _)| row)
    };
    power::FORCES.into_iter().filter(|force| is_strong(force)).filter_map(strongest).collect()
}

fn force_text(book: &Book, row: &Row) -> String {
    let options = forces::TABLE.field("force").map_or(&[][..], |field| field.kind.options());
    let force = options.iter().find(|option| Some(option.key) == row.get(forces::FORCE));
    let name = force.map_or("", |option| option.label.get(book.doc.lang));
    fill(bi("{0}: strong", "{0}：强").get(book.doc.lang), &[name])
}

fn weak_factors<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_weak = |row: &&Row| profile::gap(book, row).as_number().is_some_and(|gap| gap < 0.0);
    with_text(book, factors::TABLE, factors::FACTOR).into_iter().filter(is_weak).collect()
}

fn short_capabilities<'d>(book: &Book<'d>, by: f64) -> Vec<&'d Row> {
    let is_short = |row: &&Row| capability::gap(book, row).as_number().is_some_and(|gap| gap >= by);
    with_text(book, cap::TABLE, cap::CAPABILITY).into_iter().filter(is_short).collect()
}

fn missed_levels<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_missed = |row: &&Row| levels::met(book, row).as_key() == Some("no");
    with_text(book, sla::TABLE, sla::METRIC).into_iter().filter(is_missed).collect()
}

fn serious_issues<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_serious = |row: &&Row| {
        matches!(row.get(iss::SEVERITY), Some("s1" | "s2"))
            && !matches!(row.get(iss::STATUS), Some("solved" | "closed"))
    };
    with_text(book, iss::TABLE, iss::DESCRIPTION).into_iter().filter(is_serious).collect()
}

fn decided_deals<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_decided = |row: &&Row| matches!(row.get(opp::STAGE), Some("won" | "lost"));
    with_text(book, opp::TABLE, opp::NAME).into_iter().filter(is_decided).collect()
}

/// Needs that cost the customer something every year and are no benefit yet.
fn costly_needs<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    let is_costly = |row: &&Row| row.get(needs::PAIN_COST).is_some_and(|cost| cost > 0.0);
    let is_benefit =
        |row: &Row| book.rows(benefits::TABLE).any(|benefit| benefit.get(benefits::NEED) == Some(row.id.as_str()));
    let costly = with_text(book, needs::TABLE, needs::NEED).into_iter().filter(is_costly);
    costly.filter(|row| !is_benefit(row)).collect()
}

fn uncovered<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    match holes::uncovered(book).value {
        Ok(Out::List(ids)) => ids.iter().filter_map(|id| book.row(needs::TABLE, id)).collect(),
        _ => Vec::new(),
    }
}

/// Modules of the recommended option that no service names.
fn unsupported<'d>(book: &Book<'d>) -> Vec<&'d Row> {
    recommended(book, |module| !book.rows(svc::TABLE).any(|row| row.get(svc::MODULE) == Some(module)))
}

/// The modules of the recommended option that fit.
pub(super) fn recommended<'d>(book: &Book<'d>, fits: impl Fn(&str) -> bool) -> Vec<&'d Row> {
    let chosen = book.form(summary::TABLE).get(summary::RECOMMENDED).and_then(|id| book.row(opts::TABLE, id));
    let ids = chosen.and_then(|option| option.get(opts::MODULES)).unwrap_or_default();
    ids.iter().filter(|id| fits(id)).filter_map(|id| book.row(modules::TABLE, id)).collect()
}
