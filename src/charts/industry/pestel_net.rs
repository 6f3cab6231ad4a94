//! From which side the wind blows.

use super::pestel::no_facts;
use crate::analysis::Book;
use crate::charts::data::{cell, choice, number, of_row};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::{Lang, bi};
use crate::worksheets::industry::pestel as facts;

/// Opportunities and threats of each dimension, with the net score at the right.
pub fn pestel_net(book: &Book, lang: Lang, size: Size) -> Scene {
    let field = facts::TABLE.field("dimension");
    let options = field.map(|field| field.kind.options()).unwrap_or_default();
    let mut sums: Vec<(&str, f64, f64)> = options.iter().map(|option| (option.key, 0.0, 0.0)).collect();
    for row in book.rows(facts::TABLE) {
        let score = of_row(book, "w1.pestel", row.id.as_str(), "score");
        let entry = sums.iter_mut().find(|entry| Some(entry.0) == row.get(facts::DIMENSION));
        if let (Some(score), Some(entry)) = (score, entry) {
            if score < 0.0 { entry.2 += score } else { entry.1 += score }
        }
    }
    sums.retain(|(_, up, down)| *up != 0.0 || *down != 0.0);
    if sums.is_empty() {
        return no_facts(size, lang);
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Dimension", "维度"), bi("Opportunities", "机会"), bi("Threats", "威胁"), bi("Net", "净值")],
    );
    let mut lines = Vec::new();
    for (key, up, down) in &sums {
        let name = choice(field, key, lang);
        table.push([name.clone(), cell(Some(*up), 0), cell(Some(*down), 0), cell(Some(up + down), 0)]);
        let line = Line::new(name).part(Part::new(*down, 0.0, Class::Hatch)).part(Part::new(0.0, *up, Class::Accent));
        lines.push(line.note(signed(up + down, 0), Class::Label));
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = Rows::fitted(lines).draw(&mut canvas, 0.0).bottom + 4.0;
    let net = number(book, "w1.pestel_net").unwrap_or_else(|| sums.iter().map(|(_, up, down)| up + down).sum());
    let strongest = sums.iter().max_by(|a, b| (a.1 + a.2).abs().total_cmp(&(b.1 + b.2).abs()));
    let name = strongest.map(|(key, ..)| choice(field, key, lang)).unwrap_or_default();
    let words = signed(net, 0);
    let title = if net >= 0.0 {
        say!(
            lang,
            "On balance a tailwind ({words}); what counts most is {name}",
            "总体利好（{words}），影响最大的是{name}"
        )
    } else {
        say!(
            lang,
            "On balance a headwind ({words}); what counts most is {name}",
            "总体利空（{words}），影响最大的是{name}"
        )
    };
    let subtitle = word!(
        lang,
        "Sum of the scores per dimension: threats left, hatched; opportunities right.",
        "各维度得分之和：左侧斜线为威胁，右侧为机会。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
