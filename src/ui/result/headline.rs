//! The three figures beside the guiding question.

use leptos::prelude::*;

use super::figure;
use crate::analysis::catalogue;
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
    let Some((_, names)) = HEADLINES.iter().find(|(key, _)| *key == sheet) else { return ().into_any() };
    let figures = names.iter().filter_map(|(name, id)| Some((catalogue::find(name)?, *id)));
    let figures = figures.map(|(result, id)| {
        view! {
            <div class="key">
                <dt>{cx.t(result.label)}</dt>
                <dd>{figure::button(cx, result, id)}</dd>
            </div>
        }
    });
    view! { <dl class="keys">{figures.collect_view()}</dl> }.into_any()
}
