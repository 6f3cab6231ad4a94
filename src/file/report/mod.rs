//! The printed report as plain data: its chapters, and any table as rows of words.

mod cell;
mod columns;
mod table;

#[cfg(test)]
mod tests;

use crate::model::{Bi, bi};

pub use cell::{in_print, unit_of};
pub use columns::{Column, ROOM, fit, width_of};
pub use table::{Extra, Grid, Line, is_filled, plain, print};

/// A chapter of the report.
#[derive(Debug)]
pub struct Chapter {
    /// Its key.
    pub key: &'static str,
    /// Heading.
    pub title: Bi,
    /// Paths of its tables in order.
    pub tables: &'static [&'static str],
    /// Whether it is printed unless somebody switches it off.
    pub wanted: bool,
}

/// Every chapter in order. Each table stands in one chapter only.
#[rustfmt::skip]
pub static CHAPTERS: &[Chapter] = &[
    Chapter { key: "summary", title: bi("Summary", "摘要"), wanted: true, tables: &[
        "card.profile", "card.plan", "card.tests", "card.team",
    ] },
    Chapter { key: "industry", title: bi("Industry", "行业与产业分析"), wanted: true, tables: &[
        "w1.summary", "w1.scope", "w1.market", "w1.series", "w1.forecast", "w1.drivers", "w1.segments", "w1.players",
        "w1.cycle", "w1.pestel", "w1.forces", "w1.chain", "w1.ksf",
    ] },
    Chapter { key: "competition", title: bi("Competition", "竞争分析"), wanted: true, tables: &[
        "w2.summary", "w2.comp", "w2.wallet", "w2.wallet_comp", "w2.factors", "w2.ratings", "w2.curve", "w2.levels",
        "w2.swot", "w2.tows", "w2.deals", "w2.crivals",
    ] },
    Chapter { key: "customer", title: bi("The customer", "客户分析"), wanted: true, tables: &[
        "w3.summary", "w3.cgoals", "w3.strategy", "w3.critical_details", "w3.buying", "w3.process", "w3.criteria",
        "w3.people", "w3.links", "w3.needs", "w3.kano_votes", "w3.verify", "w3.meddpicc",
    ] },
    Chapter { key: "ourselves", title: bi("Ourselves", "自己状况分析"), wanted: true, tables: &[
        "w6.position", "w6.relationship", "w6.hist", "w5.cap", "w5.sq", "w5.sq_items", "w5.nps_scores",
        "w5.satisfaction", "w5.iss", "w5.res", "w5.cts", "w5.ife", "w5.orientation",
    ] },
    Chapter { key: "solution", title: bi("Customised solution", "定制化方案"), wanted: true, tables: &[
        "w4.summary", "w4.modules", "w4.cover", "w4.cover_comp", "w4.vp", "w4.case", "w4.benefits", "w4.ramp",
        "w4.costs", "w4.diff", "w4.tco_rows", "w4.economics", "w4.discounts", "w4.rebates", "w4.opts", "w4.scores",
        "w4.e4", "w4.objn", "w4.pilot", "w4.delivered", "w4.detail_checks",
    ] },
    Chapter { key: "service", title: bi("What we promise", "服务承诺"), wanted: true, tables: &[
        "w5.summary", "w5.svc", "w5.sla", "w5.bp_phases", "w5.bp", "w5.raci_tasks", "w5.raci_parties", "w5.raci",
        "w5.detail_checks",
    ] },
    Chapter { key: "plan", title: bi("Objectives and plan", "目标与计划"), wanted: true, tables: &[
        "w6.page", "w6.targets", "w6.target_split", "w6.fin", "w6.switching", "w6.bu", "w6.ws", "w6.obj", "w6.strat",
        "w6.init", "w6.force_field", "w6.opp", "w6.act", "w6.ms", "w6.cp", "w6.budget", "w6.resources",
        "w6.governance", "w6.reviews", "w6.approvals",
    ] },
    Chapter { key: "risk", title: bi("Risks and control", "风险与控制"), wanted: true, tables: &["w6.risk"] },
    Chapter { key: "appendix", title: bi("Appendix", "附录"), wanted: true, tables: &[
        "log.decisions", "log.parking", "log.merges", "settings.general", "settings.health", "settings.stages",
        "settings.limits",
    ] },
    // Other customers' figures: nobody's report unless asked for.
    Chapter { key: "portfolio", title: bi("Customer portfolio", "客户组合"), wanted: false, tables: &[
        "portfolio.rule", "portfolio.customers", "portfolio.criteria", "portfolio.ratings",
    ] },
];
