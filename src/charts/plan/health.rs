//! How the account is doing, all in all.

use crate::analysis::Book;
use crate::charts::data::{cell, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Bi, Lang, bi};

const PARTS: [(&str, Bi); 5] = [
    ("relationship", bi("relationship", "关系")),
    ("commercial", bi("commercial", "商务")),
    ("service", bi("service", "服务")),
    ("position", bi("competitive position", "竞争地位")),
    ("execution", bi("execution", "执行")),
];

/// Account health and its five parts, each from 0 to 100.
pub fn health(book: &Book, lang: Lang, size: Size) -> Scene {
    let parts: Vec<(Bi, Option<f64>)> =
        PARTS.iter().map(|(key, name)| (*name, number(book, &format!("w6.health.{key}")))).collect();
    let Some(total) = number(book, "w6.health") else {
        return empty(
            size,
            lang,
            bi("Is the account healthy?", "客户健康吗？"),
            bi(
                "It follows from relationship, sales, service, position and execution as soon as they are filled in.",
                "填了关系、商务、服务、竞争和执行，就能算出健康度。",
            ),
            &["w3.people.support", "w2.wallet.ours", "w5.sla.actual", "w6.act.due"],
            Sketch::Bars,
        );
    };
    let mut table = DataTable::of(lang, &[bi("Part", "部分"), bi("Score (0–100)", "得分（0–100）")]);
    let mut lines = Vec::new();
    for (name, value) in &parts {
        table.push([name.get(lang).to_owned(), cell(*value, 0)]);
        let mut line = Line::new(name.get(lang)).part(Part::new(0.0, 100.0, Class::Wash));
        line.parts.extend(value.map(|value| Part::new(0.0, value, Class::Accent)));
        lines.push(line.note(value.map_or_else(|| "–".to_owned(), |value| fixed(value, 0)), Class::Label));
    }
    table.push([word!(lang, "Account health", "客户健康度").to_owned(), cell(Some(total), 0)]);
    let mut canvas = Canvas::new(size.width);
    let bottom = Rows::between(0.0, 100.0, lines).draw(&mut canvas, 0.0).bottom + 4.0;
    let weakest =
        parts.iter().filter_map(|(name, value)| Some((name.get(lang), (*value)?))).min_by(|a, b| a.1.total_cmp(&b.1));
    let total = fixed(total, 0);
    let title = match weakest {
        Some((name, value)) => {
            let value = fixed(value, 0);
            say!(lang, "Health {total} of 100; weakest: {name} ({value})", "健康度{total}分，最弱的是{name}（{value}）")
        }
        None => say!(lang, "Health {total} of 100", "健康度{total}分"),
    };
    let subtitle = word!(
        lang,
        "Five parts from 0 to 100, weighted as set; a part without data does not count.",
        "五个部分各0至100分，按设定权重，没有数据的不计。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
