//! All pictures, by worksheet in order of importance.

use super::scene::{Scene, Size};
use super::{account, competition, industry, needs, plan, portfolio, service, solution};
use crate::analysis::Book;
use crate::model::{Bi, Depth, Lang, bi};

/// A picture that a worksheet can show.
#[derive(Clone, Copy)]
pub struct Picture {
    /// Its name, unique over all sheets.
    pub key: &'static str,
    /// Key of its sheet.
    pub sheet: &'static str,
    /// What kind of picture it is.
    pub label: Bi,
    /// Path of the table that it stands beside.
    pub beside: &'static str,
    /// From which depth on it shows.
    pub depth: Depth,
    /// Draws it.
    pub draw: fn(&Book, Lang, Size) -> Scene,
    /// Paths of the tables it reads, results included.
    pub reads: &'static [&'static str],
}

/// Whether pictures stand beside a table at a depth.
pub fn has_pictures(table: &str, depth: Depth) -> bool {
    PLACES.iter().any(|(beside, from)| *beside == table && *from <= depth)
}

/// The pictures of a sheet, the most important first.
pub fn of_sheet(sheet: &str) -> impl Iterator<Item = &'static Picture> + '_ {
    PICTURES.iter().filter(move |picture| picture.sheet == sheet)
}

/// The picture with a key.
pub fn find(key: &str) -> Option<&'static Picture> {
    PICTURES.iter().find(|picture| picture.key == key)
}

macro_rules! pictures {
    ($($sheet:literal: { $($key:literal $en:literal $zh:literal beside $beside:literal $depth:ident $draw:path, reads $($reads:literal)+;)* })*) => {
        /// Every picture, by sheet in order of importance.
        pub static PICTURES: &[Picture] = &[$($(Picture {
            key: $key,
            sheet: $sheet,
            label: bi($en, $zh),
            beside: $beside,
            depth: Depth::$depth,
            draw: $draw,
            reads: &[$($reads),+],
        }),*),*];

        /// Beside which tables pictures stand, and from which depth on: known without the code that draws them.
        static PLACES: &[(&str, Depth)] = &[$($(($beside, Depth::$depth)),*),*];
    };
}

pictures! {
    "card": {
        "evidence" "What is confirmed" "证据状态" beside "card.team" Standard account::evidence, reads "w1.chain" "w1.drivers" "w1.forces" "w1.forecast" "w1.ksf" "w1.pestel" "w1.players" "w1.segments" "w1.series" "w2.comp" "w2.crivals" "w2.curve" "w2.deals" "w2.factors" "w2.swot" "w2.tows" "w2.wallet" "w3.cgoals" "w3.criteria" "w3.critical_details" "w3.links" "w3.needs" "w3.people" "w3.process" "w3.verify" "w4.benefits" "w4.costs" "w4.diff" "w4.discounts" "w4.modules" "w4.objn" "w4.opts" "w4.pilot" "w4.rebates" "w4.tco_rows" "w4.vp" "w5.bp_phases" "w5.cap" "w5.cts" "w5.ife" "w5.iss" "w5.nps_scores" "w5.raci_parties" "w5.raci_tasks" "w5.res" "w5.sla" "w5.sq" "w5.sq_items" "w5.svc" "w6.act" "w6.approvals" "w6.bu" "w6.budget" "w6.force_field" "w6.hist" "w6.init" "w6.ms" "w6.obj" "w6.opp" "w6.reviews" "w6.risk" "w6.strat" "w6.switching" "w6.targets";
    }
    "portfolio": {
        "portfolio_matrix" "Portfolio matrix" "客户组合矩阵" beside "portfolio.ratings" Standard portfolio::matrix, reads "portfolio.customers" "portfolio.criteria" "portfolio.ratings" "settings.general";
        "pareto" "Pareto chart" "帕累托图" beside "portfolio.customers" Quick portfolio::pareto, reads "portfolio.customers" "portfolio.rule" "card.plan";
        "whale" "Whale curve" "鲸鱼曲线" beside "portfolio.customers" Standard portfolio::whale, reads "portfolio.customers";
        "lorenz" "Lorenz curve" "洛伦兹曲线" beside "portfolio.customers" Full portfolio::lorenz, reads "portfolio.customers";
    }
    "w1": {
        "force_radar" "Five forces" "五力图" beside "w1.forces" Quick industry::force_radar, reads "w1.forces";
        "market" "Market size" "市场规模" beside "w1.series" Quick industry::market, reads "w1.series" "w1.forecast" "w1.market";
        "pestel" "Forces from outside" "宏观环境" beside "w1.pestel" Quick industry::pestel, reads "w1.pestel";
        "shares" "Market shares" "市场份额" beside "w1.players" Standard industry::shares, reads "w1.players" "settings.limits";
        "life_cycle" "Life cycle" "生命周期" beside "w1.cycle" Standard industry::life_cycle, reads "w1.cycle";
        "profit_pool" "Profit pool" "利润池" beside "w1.chain" Standard industry::profit_pool, reads "w1.chain";
        "force_boxes" "Five forces, in place" "五力结构" beside "w1.forces" Standard industry::force_boxes, reads "w1.forces";
        "pestel_net" "Forces by dimension" "各维度净值" beside "w1.pestel" Standard industry::pestel_net, reads "w1.pestel";
    }
    "w2": {
        "wallet" "Share of wallet" "钱包份额" beside "w2.wallet" Quick competition::wallet, reads "w2.comp" "w2.wallet" "w2.wallet_comp" "w2.summary" "card.plan";
        "cpm_bars" "Competitive profile" "竞争评分" beside "w2.factors" Quick competition::cpm_bars, reads "w2.comp" "w2.factors" "w2.ratings" "card.plan";
        "cpm_radar" "Competitive profile, factor by factor" "竞争要素雷达" beside "w2.ratings" Standard competition::cpm_radar, reads "w2.comp" "w2.factors" "w2.ratings" "card.plan";
        "gaps" "To mend and to talk about" "要补的和要讲的" beside "w2.ratings" Standard competition::gaps, reads "w2.comp" "w2.factors" "w2.ratings";
        "swot" "SWOT" "优劣势机会威胁" beside "w2.swot" Quick competition::swot, reads "w2.swot";
        "swot_point" "Strategic position" "战略位置" beside "w2.tows" Standard competition::swot_point, reads "w2.swot";
        "tows" "Strategies by kind" "交叉策略" beside "w2.tows" Standard competition::tows, reads "w2.swot" "w2.tows";
        "threat" "Threat matrix" "威胁矩阵" beside "w2.comp" Standard competition::threat, reads "w2.comp" "settings.limits";
        "value_curve" "Value curve" "价值曲线" beside "w2.curve" Full competition::value_curve, reads "w2.comp" "w2.curve" "w2.levels" "card.plan";
        "win_loss" "Won and lost" "赢输原因" beside "w2.deals" Standard competition::win_loss, reads "w2.deals";
    }
    "w3": {
        "power_map" "Power and support map" "权力支持图" beside "w3.people" Quick needs::power_map, reads "w3.people";
        "landscape" "Opportunity landscape" "机会图" beside "w3.needs" Quick needs::landscape, reads "w3.needs";
        "org_chart" "Organisation chart" "组织关系图" beside "w3.links" Standard needs::org_chart, reads "w3.people" "w3.links";
        "relationships" "Relationships, today and wanted" "关系现状与目标" beside "w3.people" Standard needs::relationships, reads "w3.people";
        "kano" "Kano" "Kano分类" beside "w3.kano_votes" Standard needs::kano, reads "w3.needs" "w3.kano_votes";
        "area_radar" "Needs by area" "需求类别雷达" beside "w3.needs" Standard needs::area_radar, reads "w3.needs";
        "timeline" "Decision timeline" "决策时间线" beside "w3.process" Standard needs::timeline, reads "w3.process" "w3.people";
        "qualification" "Is the opportunity real?" "商机资格" beside "w3.meddpicc" Full needs::qualification, reads "w3.meddpicc" "w6.opp";
    }
    "w4": {
        "coverage_grid" "Needs and modules" "需求覆盖图" beside "w4.cover" Quick solution::coverage_grid, reads "w3.needs" "w3.kano_votes" "w4.modules" "w4.cover" "settings.general";
        "cash_flow" "Cash flow and payback" "现金流与回收期" beside "w4.benefits" Quick solution::cash_flow, reads "w4.case" "w4.benefits" "w4.ramp" "w4.costs" "card.plan";
        "evc" "Value to the customer" "客户经济价值" beside "w4.case" Standard solution::evc, reads "w4.case" "w4.diff" "card.plan";
        "coverage_bars" "Coverage against the competitor" "覆盖度对比" beside "w4.cover_comp" Standard solution::coverage_bars, reads "w3.needs" "w3.kano_votes" "w4.modules" "w4.cover" "w4.cover_comp" "settings.general";
        "talk_about" "Where we are ahead" "我方领先处" beside "w4.vp" Standard competition::gaps, reads "w2.comp" "w2.factors" "w2.ratings";
        "price_waterfall" "Price waterfall" "价格瀑布" beside "w4.economics" Standard solution::price_waterfall, reads "w4.economics" "w4.discounts" "w4.rebates" "w5.cts" "w5.res" "card.plan";
        "tornado" "What matters most" "敏感因素" beside "w4.costs" Standard solution::tornado, reads "w4.case" "w4.benefits" "w4.ramp" "w4.costs" "card.plan";
        "option_radar" "Options compared" "方案选项对比" beside "w4.opts" Full solution::option_radar, reads "w3.criteria" "w4.opts" "w4.scores";
        "sensitivity" "A fifth off" "差两成会怎样" beside "w4.case" Full solution::sensitivity, reads "w4.case" "w4.benefits" "w4.ramp" "w4.costs" "card.plan";
        "tco" "Cost of ownership" "总拥有成本" beside "w4.tco_rows" Full solution::tco, reads "w4.case" "w4.tco_rows" "card.plan";
        "value_price" "Value and price" "价值与价格" beside "w4.modules" Standard solution::value_price, reads "w3.needs" "w3.kano_votes" "w4.modules" "w4.cover" "settings.general" "w4.case";
        "delivered" "Value delivered" "让渡价值" beside "w4.delivered" Full solution::delivered, reads "w4.delivered";
    }
    "w5": {
        "servqual_radar" "Service quality" "服务质量" beside "w5.sq" Quick service::servqual_radar, reads "w5.sq" "w5.sq_items";
        "sla" "Service levels" "服务指标达成" beside "w5.sla" Quick service::sla, reads "w5.sla";
        "capability_bars" "Capability gaps" "能力差距" beside "w5.cap" Quick service::capability_bars, reads "w5.cap";
        "servqual_gaps" "Service gaps" "服务差距" beside "w5.sq" Standard service::servqual_gaps, reads "w5.sq";
        "raci" "Who is accountable" "责任矩阵" beside "w5.raci" Standard service::raci, reads "w5.raci_tasks" "w5.raci_parties" "w5.raci" "settings.limits";
        "issues" "Open issues" "未关闭问题" beside "w5.iss" Standard service::issues, reads "w5.iss";
        "blueprint" "Service blueprint" "服务蓝图" beside "w5.bp" Standard service::blueprint, reads "w5.bp_phases" "w5.bp";
        "load" "Load" "负荷" beside "w5.res" Standard service::load, reads "w5.res" "card.team" "settings.limits";
        "cost" "Cost to serve" "服务成本" beside "w5.cts" Standard service::cost, reads "w5.cts" "w5.res" "w2.wallet" "w6.hist" "card.plan";
        "capability_radar" "Capabilities compared" "能力雷达" beside "w5.cap" Full service::capability_radar, reads "w5.cap";
        "orientation" "Self-check" "客户导向自检" beside "w5.orientation" Full service::orientation, reads "w5.orientation";
    }
    "w6": {
        "gantt" "Timetable" "行动时间表" beside "w6.act" Quick plan::gantt, reads "w6.act" "w6.ms" "card.team";
        "risk_matrix" "Risk matrix" "风险矩阵" beside "w6.risk" Quick plan::risk_matrix, reads "w6.risk" "settings.limits" "card.plan";
        "objectives" "Objectives" "目标进度" beside "w6.obj" Quick plan::objectives, reads "w6.obj" "card.plan";
        "forecast" "Forecast and target" "预测与目标" beside "w6.targets" Quick plan::forecast, reads "w6.opp" "w6.targets" "w6.fin" "w6.hist" "settings.stages" "settings.general" "card.plan";
        "funnel" "Funnel" "商机漏斗" beside "w6.opp" Quick plan::funnel, reads "w6.opp" "w6.targets" "w6.fin" "w6.hist" "settings.stages" "settings.general" "card.plan";
        "whitespace" "Whitespace" "空白机会" beside "w6.ws" Standard plan::whitespace, reads "w6.bu" "w2.wallet" "w2.comp" "w6.ws" "card.plan";
        "bridge" "Revenue bridge" "收入桥" beside "w6.targets" Standard plan::bridge, reads "w6.opp" "w6.targets" "w6.fin" "w6.hist" "settings.stages" "settings.general" "card.plan";
        "ladder" "Relationship stage" "关系阶段" beside "w6.relationship" Quick plan::ladder, reads "w6.relationship" "w6.hist" "w2.wallet" "w2.summary";
        "health" "Account health" "客户健康度" beside "w6.position" Standard plan::health, reads "w6.position" "w6.relationship" "w6.act" "w6.ms" "w6.opp" "w6.targets" "w6.fin" "w6.hist" "w6.obj" "w2.wallet" "w2.comp" "w2.factors" "w2.ratings" "w3.people" "w5.sla" "w5.sq" "w5.sq_items" "w5.iss" "w5.nps_scores" "settings.health" "settings.limits" "settings.general" "settings.stages" "card.plan";
        "history" "Sales so far" "历史业绩" beside "w6.hist" Standard plan::history, reads "w6.hist" "w6.targets" "w6.fin" "w2.wallet" "card.plan" "settings.general";
        "contacts" "Contact plan" "接触矩阵" beside "w6.cp" Standard plan::contacts, reads "w3.people" "card.team" "w6.cp";
        "clv" "Lifetime value" "终身价值" beside "w6.fin" Full plan::clv, reads "w6.fin" "w6.hist" "w6.targets" "w5.cts" "w5.res" "card.plan" "settings.general";
        "account_margin" "What the account leaves" "客户净贡献" beside "w6.fin" Standard plan::account_margin, reads "card.plan" "w5.res" "w5.cts" "w6.hist" "w6.targets" "w6.fin" "settings.general";
        "ansoff" "Where growth comes from" "增长方向" beside "w6.strat" Standard plan::ansoff, reads "w6.strat" "card.plan";
        "processes" "Processes served" "过程覆盖" beside "w6.ms" Full plan::processes, reads "w6.act" "w6.ms";
        "force_field" "Force field" "力场图" beside "w6.force_field" Full plan::force_field, reads "w6.force_field";
    }
}
