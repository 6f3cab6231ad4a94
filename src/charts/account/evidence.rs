//! How much of the plan the customer has confirmed, sheet by sheet.

use crate::analysis::Book;
use crate::charts::data::{answer, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, short};
use crate::model::{Bi, Lang, bi};
use crate::worksheets::sheets;

const SHEETS: [&str; 6] = ["w1", "w2", "w3", "w4", "w5", "w6"];
const STATUSES: [(&str, Class, Bi); 3] = [
    ("confirmed_by_customer", Class::Accent, bi("confirmed by the customer", "客户确认")),
    ("corroborated", Class::AccentMid, bi("corroborated", "佐证")),
    ("assumed", Class::Hatch, bi("assumed", "假设")),
];

/// Three-part bars of the evidence of each worksheet, in percent of its rows.
pub fn evidence(book: &Book, lang: Lang, size: Size) -> Scene {
    let counts = |sheet: &str| STATUSES.map(|(status, ..)| number(book, &format!("{sheet}.evidence.{status}")));
    let all = SHEETS.map(|sheet| (sheet, counts(sheet)));
    if all.iter().all(|(_, counts)| counts.iter().flatten().sum::<f64>() == 0.0) {
        return empty(
            size,
            lang,
            bi("What do we really know?", "哪些是真知道的？"),
            bi("Say of each row whether it is assumed, corroborated or confirmed.", "给每行标上假设、佐证或客户确认。"),
            &["w3.needs.need", "w3.people.name", "w1.pestel.fact"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(lang, &[bi("Worksheet", "工作表"), STATUSES[0].2, STATUSES[1].2, STATUSES[2].2]);
    let mut lines = Vec::new();
    for (sheet, counts) in &all {
        let name = sheets::sheet(sheet).map_or("", |sheet| sheet.name.get(lang));
        let words = counts.map(|count| count.map(|count| short(count, 0)).unwrap_or_default());
        table.rows.push([&[name.to_owned()][..], &words].concat());
        // Of all rows with content; what has no status yet stays bare.
        let all = answer(book, &format!("{sheet}.evidence.assumed")).and_then(|answer| answer.numbers.get(1).copied());
        let rows = all.unwrap_or(0.0);
        let mut line = Line::new(name).part(Part::new(0.0, 100.0, Class::Wash));
        let mut at = 0.0;
        for ((_, class, word), count) in STATUSES.iter().zip(counts) {
            let wide = count.filter(|_| rows > 0.0).map_or(0.0, |count| count / rows * 100.0);
            if wide > 0.0 {
                let tip = format!("{} {}", word.get(lang), short(count.unwrap_or(0.0), 0));
                line = line.part(Part::new(at, at + wide, *class).tip(tip));
                at += wide;
            }
        }
        let share =
            counts[0].filter(|_| rows > 0.0).map_or_else(|| "–".to_owned(), |own| percent(own / rows * 100.0, 0));
        lines.push(line.note(share, Class::Label));
    }
    let mut canvas = Canvas::new(size.width);
    let entries = STATUSES.map(|(_, class, word)| (Swatch::Square, class, word.get(lang).to_owned()));
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Rows::between(0.0, 100.0, lines).draw(&mut canvas, top).bottom + 4.0;
    let title = match number(book, "card.evidence_ratio").map(|share| percent(share, 0)) {
        Some(share) => say!(lang, "The customer has confirmed {share} of the plan", "计划内容有{share}经客户确认"),
        None => word!(lang, "How sure we are, sheet by sheet", "各表内容有多可靠").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Share of the rows with content; pale: nothing said yet. At the right: confirmed by the customer.",
        "占有内容的行的比例，浅色为还没标注；右侧为客户确认的比例。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
