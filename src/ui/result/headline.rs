//! The three figures beside the guiding question.

use crate::ui::prelude::*;

use super::figure;
use crate::analysis::{ResultDef, catalogue};
use crate::ui::cx::Cx;

const HEADLINES: &[(&str, &[(&str, &str)])] = &[
    ("card", &[("w6.health", ""), ("card.evidence_ratio", "")]),
    ("w1", &[("w1.cagr", ""), ("w1.attractiveness", ""), ("w1.pestel_net", "")]),
    ("w2", &[("w2.share_of_wallet", ""), ("w2.cpm.<competitor id>", "us"), ("w2.win_rate", "")]),
    ("w3", &[("w3.support_index", ""), ("w3.coverage_index", ""), ("w3.evidence_ratio", "")]),
    ("w4", &[("w4.coverage", ""), ("w4.npv", ""), ("w4.payback", "")]),
    ("w5", &[("w5.sla_attainment", ""), ("w5.servqual", ""), ("w5.readiness", "")]),
    ("w6", &[("w6.forecast", ""), ("w6.gap", ""), ("w6.health", "")]),
    ("portfolio", &[("portfolio.top20_share", ""), ("portfolio.gini", ""), ("portfolio.hhi", "")]),
];

/// The key figures of a sheet.
pub fn view(cx: Cx, sheet: &'static str) -> AnyView {
    let figures = of_sheet(sheet);
    if figures.is_empty() {
        return ().into_any();
    }
    let figures = figures.into_iter().map(|(result, id)| {
        view! {
            <div class="key">
                <dt>{cx.t(result.label)}</dt>
                <dd>{figure::button(cx, result, id)}</dd>
            </div>
        }
    });
    view! { <dl class="keys">{figures.collect_view()}</dl> }.into_any()
}

/// The key figures of a sheet as words.
pub fn printed(cx: Cx, sheet: &str) -> AnyView {
    let figures = of_sheet(sheet).into_iter().map(|(result, id)| {
        let answer = cx.desk.answer(result, id);
        view! { <div><dt>{cx.t(result.label)}</dt><dd>{figure::text(cx, result, &answer)}</dd></div> }.into_any()
    });
    view! { <dl class="chapter-keys">{figures.collect_view()}</dl> }.into_any()
}

fn of_sheet(sheet: &str) -> Vec<(&'static ResultDef, &'static str)> {
    let found = HEADLINES.iter().find(|(key, _)| *key == sheet);
    let names = found.into_iter().flat_map(|(_, names)| names.iter());
    names.filter_map(|(name, id)| Some((catalogue::find(name)?, *id))).collect()
}
