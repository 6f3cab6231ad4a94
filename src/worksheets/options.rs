//! Options that several fields share.

use crate::model::{Opt, opt};

/// Options of `row.confidence` and others.
pub const CONFIDENCE: &[Opt] = &[
    opt("assumed", "Assumed", "假设"),
    opt("corroborated", "Corroborated", "佐证"),
    opt("confirmed_by_customer", "Confirmed by customer", "客户确认"),
];

/// Options of `card.profile.class` and others.
pub const CLASS: &[Opt] = &[
    opt("economic", "Economic account (high volume)", "经济大客户"),
    opt("important", "Important account", "重要客户"),
    opt("group", "Group account", "集团客户"),
    opt("strategic", "Strategic account", "战略客户"),
];

/// Options of `w6.strat.process` and others.
pub const PROCESS: &[Opt] = &[
    opt("strategy", "Strategy", "战略"),
    opt("sales", "Sales", "销售"),
    opt("market", "Market", "市场"),
    opt("customer", "Customer", "客户"),
    opt("team", "Team", "团队"),
    opt("goal", "Goals", "目标"),
];
