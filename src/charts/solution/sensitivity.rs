//! Whether the case survives when we are a fifth off.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, bi};

const STEPS: [(&str, &str); 3] = [("m20", "−20%"), ("0", "±0%"), ("p20", "+20%")];

/// Net present value with benefits and costs a fifth up and down.
pub fn sensitivity(book: &Book, lang: Lang, size: Size) -> Scene {
    let npv = |benefit: &str, cost: &str| number(book, &format!("w4.sensitivity.b_{benefit}.c_{cost}"));
    let all: Vec<f64> = STEPS.iter().flat_map(|(b, _)| STEPS.iter().filter_map(|(c, _)| npv(b, c))).collect();
    if all.is_empty() {
        return empty(
            size,
            lang,
            bi("Does the case survive?", "算错两成还成立吗？"),
            bi(
                "With benefits and costs filled in, this shows the result with both a fifth up and down.",
                "填了收益和成本，就能看到两边各差两成的结果。",
            ),
            &["w4.benefits.amount", "w4.costs.one_off", "w4.costs.yearly"],
            Sketch::Cells,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[
            bi("Benefits", "收益"),
            bi("Costs −20%", "成本−20%"),
            bi("Costs as planned", "成本不变"),
            bi("Costs +20%", "成本+20%"),
        ],
    );
    let lines = STEPS.iter().rev().map(|(benefit, words)| {
        let values = STEPS.map(|(cost, _)| npv(benefit, cost));
        let [low, middle, high] = values.map(|value| cell(value, 2));
        table.push([(*words).to_owned(), low, middle, high]);
        let cells = values.map(|value| match value {
            Some(value) if value < 0.0 => Cell::new(format!("▼ {}", amount(value)), Class::RedSoft),
            Some(value) => Cell::new(amount(value), Class::Soft),
            None => Cell::plain("–"),
        });
        let label = say!(lang, "benefits {words}", "收益{words}");
        Line { label, row: None, cells: cells.into() }
    });
    let grid = Grid {
        lines: lines.collect(),
        columns: STEPS.iter().map(|(_, words)| say!(lang, "costs {words}", "成本{words}")).collect(),
        cell_lines: 1,
        totals: 0,
    };
    let mut canvas = Canvas::new(size.width);
    let bottom = grid.draw(&mut canvas, 0.0);
    let (of, losing) = (all.len(), all.iter().filter(|value| **value < 0.0).count());
    let title = match losing {
        0 => {
            word!(lang, "The case holds even when we are a fifth off on both sides", "收益、成本各差两成，结论仍然成立")
                .to_owned()
        }
        _ => say!(lang, "{losing} of {of} cases lose money for them", "{of}种情形中有{losing}种客户亏钱"),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(lang, "Net present value, {unit}; ▼ negative.", "净现值，{unit}；▼ 为负。");
    canvas.close(bottom, title, subtitle, table)
}
