//! Where in the chain the profit is, and whether the customer and we are there.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{brief, cell, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::scale::Linear;
use crate::charts::scene::{Anchor, DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::percent;
use crate::model::{Id, Lang, Row, bi};
use crate::worksheets::industry::chain;

/// Marimekko of the value chain: width is the share of revenue, height the margin.
pub fn profit_pool(book: &Book, lang: Lang, size: Size) -> Scene {
    let steps: Vec<(&Row, f64, f64)> = book
        .rows(chain::TABLE)
        .filter_map(|row| {
            Some((row, row.get(chain::REVENUE_SHARE).filter(|share| *share > 0.0)?, row.get(chain::MARGIN)?))
        })
        .take(12)
        .collect();
    let whole: f64 = steps.iter().map(|(_, share, _)| share).sum();
    if steps.is_empty() {
        return empty(
            size,
            lang,
            bi("Where is the profit?", "利润在哪一段？"),
            bi(
                "Enter the steps of the chain with their share of revenue and margin.",
                "填产业链各环节的收入占比和利润率。",
            ),
            &["w1.chain.step", "w1.chain.revenue_share", "w1.chain.margin"],
            Sketch::Columns,
        );
    }
    let low = steps.iter().map(|step| step.2).fold(0.0, f64::min);
    let high = steps.iter().map(|step| step.2).fold(1.0, f64::max);
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "we are there", "我方参与").to_owned()),
        (Swatch::Square, Class::AccentMid, word!(lang, "customer, not us", "客户参与，我方没有").to_owned()),
        (Swatch::Square, Class::Pale, word!(lang, "neither", "都没有").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries) + 16.0;
    let bottom = top + (size.width * 0.4).clamp(150.0, 240.0);
    let y = Linear::new(low, high, if low < 0.0 { bottom - 14.0 } else { bottom }, top);
    let mut table = DataTable::of(
        lang,
        &[bi("Step", "环节"), bi("Revenue %", "收入占比%"), bi("Margin %", "利润率%"), bi("Profit pool %", "利润池%")],
    );
    let pool = |row: &Row| of_row(book, "w1.chain", row.id.as_str(), "profit_share");
    let mut x = 0.0;
    let (mut keyed, mut deepest): (Vec<(usize, String, Id)>, usize) = (Vec::new(), 1);
    for (row, share, margin) in &steps {
        let name = name_of(chain::TABLE, row, lang);
        table.push([name.clone(), cell(Some(*share), 1), cell(Some(*margin), 1), cell(pool(row), 1)]);
        let class = match (row.get(chain::WE_PRESENT), row.get(chain::ACCOUNT_PRESENT)) {
            (Some(true), _) => Class::Accent,
            (_, Some(true)) => Class::AccentMid,
            _ => Class::Pale,
        };
        let wide = share / whole * size.width;
        let (zero, tip) = (y.at(0.0), y.at(*margin));
        let (upper, lower) = (zero.min(tip), zero.max(tip));
        let bar = Mark::rect(x + 1.0, upper, (wide - 2.0).max(1.0), (lower - upper).max(1.0), class);
        let words = format!("{name}: {} × {}", percent(*share, 0), percent(*margin, 1));
        canvas.add(bar.of(&row.id).tip(words));
        let middle = x + wide / 2.0;
        let word = percent(*margin, 0);
        let half = text::width(&word, 11.0, true) / 2.0;
        let (at, above) =
            (middle.min(size.width - half).max(half), if *margin < 0.0 { lower + 12.0 } else { upper - 4.0 });
        canvas.add(Mark::text(at, above, word, Class::Label).size(11.0).middle());
        let lines = text::wrap(&name, wide - 4.0, 11.0, false, 3);
        if lines.iter().any(|line| line.ends_with('…')) || lines.is_empty() {
            // No room for its name: a number here, the name below.
            keyed.push((keyed.len() + 1, name, row.id.clone()));
            let number = Mark::text(middle, bottom + 14.0, keyed.len().to_string(), Class::Label).size(11.0);
            canvas.add(number.middle().of(&row.id));
        } else {
            deepest = deepest.max(lines.len());
            canvas.lines(middle, bottom + 14.0, lines, Class::Text, 11.0, Anchor::Middle);
        }
        x += wide;
    }
    canvas.add(Mark::line((0.0, y.at(0.0)), (size.width, y.at(0.0)), Class::Axis));
    let below = draw_keys(&mut canvas, bottom + 14.0 + count(deepest) * 14.0 + 4.0, &keyed);
    let richest = steps.iter().filter_map(|(row, ..)| Some((pool(row)?, *row))).max_by(|a, b| a.0.total_cmp(&b.0));
    let title = match richest {
        Some((share, row)) => {
            let (name, share) = (brief(&name_of(chain::TABLE, row, lang)), percent(share, 0));
            if row.get(chain::WE_PRESENT) == Some(true) {
                say!(lang, "{share} of the profit is in {name}, and we are there", "{share}的利润在{name}，我方已参与")
            } else {
                say!(
                    lang,
                    "{share} of the profit is in {name}, where we are not",
                    "{share}的利润在{name}，我方还没参与"
                )
            }
        }
        None => word!(lang, "Where in the chain the profit is", "利润在产业链的哪一段").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Width: share of the chain's revenue; height: margin; area: profit.",
        "宽度为收入占比，高度为利润率，面积即利润。"
    );
    canvas.close(below, title, subtitle.to_owned(), table)
}

/// The names of columns that are too narrow for them, in lines as full as they get. Gives the y below them.
fn draw_keys(canvas: &mut Canvas, top: f64, keyed: &[(usize, String, Id)]) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for (number, name, row) in keyed {
        let words = text::fit(&format!("{number} {name}"), canvas.width, 11.0, false);
        let wide = text::width(&words, 11.0, false);
        if x > 0.0 && x + wide > canvas.width {
            (x, y) = (0.0, y + 16.0);
        }
        canvas.add(Mark::text(x, y, words, Class::Text).size(11.0).of(row));
        x += wide + 14.0;
    }
    y + if keyed.is_empty() { 0.0 } else { 8.0 }
}
