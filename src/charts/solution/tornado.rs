//! Which assumption moves the customer's case most.

use crate::analysis::Book;
use crate::charts::data::{amount, brief, cell, money, money_unit, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Id, Lang, bi};
use crate::worksheets::solution::{benefits, costs};

/// Tornado: what a fifth more or less of each benefit and cost does to the net present value.
pub fn tornado(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut effects: Vec<(Id, String, f64)> = Vec::new();
    for (table, path) in [(benefits::TABLE, "w4.benefits"), (costs::TABLE, "w4.costs")] {
        for row in book.rows(table) {
            let effect = of_row(book, path, row.id.as_str(), "tornado").filter(|effect| *effect > 0.0);
            effects.extend(effect.map(|effect| (row.id.clone(), name_of(table, row, lang), effect)));
        }
    }
    let (Some(base), false) = (number(book, "w4.npv"), effects.is_empty()) else {
        return empty(
            size,
            lang,
            bi("Which figure matters most?", "哪个数字最关键？"),
            bi(
                "With benefits and costs filled in, this shows which one moves the result most.",
                "填了收益和成本，就能看出哪一项最影响结果。",
            ),
            &["w4.benefits.amount", "w4.costs.one_off", "w4.costs.yearly"],
            Sketch::Bars,
        );
    };
    crate::model::order::sort_by(&mut effects, |a, b| b.2.total_cmp(&a.2));
    let mut table = DataTable::of(lang, &[bi("Item", "项目"), bi("Effect on NPV, ±", "对净现值的影响（±）")]);
    let mut lines = Vec::new();
    for (id, name, effect) in &effects {
        table.push([name.clone(), cell(Some(*effect), 2)]);
        if lines.len() < 12 {
            let words = format!("±{}", amount(*effect));
            let low = Part::new(base - effect, base, Class::Hatch).tip(amount(base - effect));
            let high = Part::new(base, base + effect, Class::Accent).tip(amount(base + effect));
            lines.push(Line::new(name.clone()).of(id).part(low).part(high).note(words, Class::Label));
        }
    }
    let most = effects.first().map_or(1.0, |effect| effect.2);
    let mut canvas = Canvas::new(size.width);
    let (low, high) = (base - most * 1.05, base + most * 1.05);
    let mut rows = Rows::between(low, high, lines).guide(base, amount(base));
    if low < 0.0 && high > 0.0 {
        rows = rows.ticks(vec![(0.0, "0".to_owned())]);
    }
    let bottom = rows.draw(&mut canvas, 0.0).bottom + 4.0;
    let worst = base - most;
    let title = effects.first().map(|(_, name, _)| {
        let (name, worst_words) = (brief(name), money(book, worst, lang));
        if worst < 0.0 {
            say!(
                lang,
                "A fifth off in “{name}” turns the case negative ({worst_words})",
                "“{name}”差两成，结果就转负（{worst_words}）"
            )
        } else {
            say!(
                lang,
                "“{name}” moves the case most; even a fifth off leaves {worst_words}",
                "最敏感的是“{name}”，差两成仍有{worst_words}"
            )
        }
    });
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "Net present value when one item is 20% off its estimate; {unit}.",
        "单项偏离估计20%时的净现值，{unit}。"
    );
    canvas.close(bottom, title.unwrap_or_default(), subtitle, table)
}
