//! The pages of a workbook beside its worksheets: what is made of them, and what is done with them.

use crate::model::{Bi, bi};

/// A page that is no worksheet.
#[derive(Debug)]
pub struct Extra {
    /// Name of the page in links.
    pub page: &'static str,
    /// Name.
    pub name: Bi,
}

/// All of them, in the order of the rail.
pub static EXTRAS: &[Extra] = &[
    Extra { page: "page", name: bi("Plan on a page", "一页纸计划") },
    Extra { page: "report", name: bi("Report", "分析报告") },
    Extra { page: "week", name: bi("This week", "本周") },
    Extra { page: "workshop", name: bi("Workshop", "研讨会") },
    Extra { page: "copies", name: bi("Copies and merging", "分发与合并") },
    Extra { page: "compare", name: bi("Compare", "对比") },
    Extra { page: "chain", name: bi("Where needs go", "需求去向") },
    Extra { page: "history", name: bi("History", "历史") },
];

/// Screens for the room: they fill the window, so they stand in no rail; the finder knows them.
pub static SCREENS: &[Extra] = &[
    Extra { page: "projector", name: crate::i18n::room::PROJECTOR },
    Extra { page: "present", name: crate::i18n::room::PRESENT },
];

/// The extra page of this name.
pub fn extra(page: &str) -> Option<&'static Extra> {
    EXTRAS.iter().chain(SCREENS).find(|extra| extra.page == page)
}
