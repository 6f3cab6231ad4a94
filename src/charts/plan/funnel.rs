//! What is in the pipeline, stage by stage.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, choice, money, money_unit, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, bi};
use crate::worksheets::plan::opp;

const OPEN: [&str; 6] = ["lead", "qualified", "solution", "proposal", "negotiation", "verbal"];

/// Funnel: per stage the amount in it, and the part that counts after its probability.
pub fn funnel(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut stages = OPEN.map(|key| (key, 0_usize, 0.0, 0.0));
    for row in book.rows(opp::TABLE) {
        let stage = stages.iter_mut().find(|stage| Some(stage.0) == row.get(opp::STAGE));
        if let (Some(stage), Some(amount)) = (stage, row.get(opp::AMOUNT)) {
            let likely = of_row(book, "w6.opp", row.id.as_str(), "probability").unwrap_or(0.0);
            stage.1 += 1;
            stage.2 += amount;
            stage.3 += amount * likely / 100.0;
        }
    }
    if stages.iter().all(|stage| stage.1 == 0) {
        return empty(
            size,
            lang,
            bi("What is in the pipeline?", "漏斗里有什么？"),
            bi("Enter opportunities with amount and stage.", "填商机的金额和阶段。"),
            &["w6.opp.name", "w6.opp.amount", "w6.opp.stage"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Stage", "阶段"), bi("Opportunities", "商机数"), bi("Amount", "金额"), bi("Weighted", "加权")],
    );
    let mut lines = Vec::new();
    for (key, opportunities, sum, weighted) in stages {
        let name = choice(opp::TABLE.field("stage"), key, lang);
        table.push([name.clone(), opportunities.to_string(), cell(Some(sum), 2), cell(Some(weighted), 2)]);
        let tip = format!("{name}: {opportunities}, {} → {}", amount(sum), amount(weighted));
        let line = Line::new(name).part(Part::new(0.0, sum, Class::Soft).tip(tip.clone()));
        let line = line.part(Part::new(0.0, weighted, Class::Accent).tip(tip));
        let note = if opportunities == 0 { "–".to_owned() } else { format!("{} · {opportunities}", amount(sum)) };
        lines.push(line.note(note, if opportunities == 0 { Class::Faint } else { Class::Label }));
    }
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Soft, word!(lang, "amount", "金额").to_owned()),
        (Swatch::Square, Class::Accent, word!(lang, "weighted", "按概率加权").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Rows::fitted(lines).draw(&mut canvas, top).bottom + 4.0;
    let total = number(book, "w6.pipeline_total").map(|total| money(book, total, lang));
    let weighted = number(book, "w6.weighted_pipeline").map(amount);
    let single = number(book, "w6.concentration").map(|share| percent(share, 0));
    let title = match (total, weighted, single) {
        (Some(total), Some(weighted), Some(single)) => say!(
            lang,
            "{total} in the pipeline, weighted {weighted}; the largest carries {single}",
            "在途{total}，加权{weighted}，最大一单占{single}"
        ),
        (Some(total), Some(weighted), None) => {
            say!(lang, "{total} in the pipeline, weighted {weighted}", "在途{total}，加权{weighted}")
        }
        _ => word!(lang, "What is in the pipeline", "漏斗里有什么").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "Open opportunities by stage, {unit}; at the right amount and number.",
        "未关闭商机按阶段，{unit}；右侧为金额和单数。"
    );
    canvas.close(bottom, title, subtitle, table)
}
