//! Which few customers make most of our revenue.

use super::{by_revenue, is_account};
use crate::analysis::Book;
use crate::charts::data::{amount, cell, key_of_row, money_unit, name_of, number, of_row, percent_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, bi};
use crate::worksheets::portfolio::customers;

const MOST: usize = 24;

/// Share of revenue per customer, the largest first, with the sum so far as a line and a guide at 80 percent.
pub fn pareto(book: &Book, lang: Lang, size: Size) -> Scene {
    let found = by_revenue(book);
    if found.is_empty() {
        return empty(
            size,
            lang,
            bi("Which customers carry us?", "收入靠哪些客户？"),
            bi("List your largest customers with their revenue.", "列出最大的一批客户和收入。"),
            &["portfolio.customers.name", "portfolio.customers.revenue"],
            Sketch::Bars,
        );
    }
    let total: f64 = found.iter().map(|(_, revenue)| revenue).sum();
    let mut table = DataTable::of(
        lang,
        &[
            bi("Customer", "客户"),
            bi("Revenue", "收入"),
            bi("Share %", "占比%"),
            bi("Sum so far %", "累计%"),
            bi("Class", "分类"),
        ],
    );
    let (mut lines, mut sums) = (Vec::new(), Vec::new());
    for (row, revenue) in &found {
        let name = name_of(customers::TABLE, row, lang);
        let share = percent_of(*revenue, total);
        let sum = of_row(book, "portfolio", row.id.as_str(), "cumulative");
        let class = key_of_row(book, "portfolio", row.id.as_str(), "abc").unwrap_or_default().to_uppercase();
        table.push([name.clone(), cell(Some(*revenue), 2), cell(share, 1), cell(sum, 1), class.clone()]);
        sums.push(sum);
        let (look, ground) = if is_account(row) { (Class::Label, Class::Accent) } else { (Class::Text, Class::Pale) };
        let part = Part::new(0.0, share.unwrap_or(0.0), ground).tip(format!("{name}: {}", amount(*revenue)));
        let note = format!("{} {class}", share.map(|share| percent(share, 0)).unwrap_or_default());
        lines.push(Line::new(name).of(&row.id).class(look).part(part).note(note.trim(), look));
    }
    lines.truncate(MOST);
    let mut rows = Rows::between(0.0, 100.0, lines).guide(80.0, "80%");
    rows.pitch = 22.0;
    let mut canvas = Canvas::new(size.width);
    let placed = rows.draw(&mut canvas, 0.0);
    let line = sums.iter().zip(&placed.middles).filter_map(|(sum, y)| Some((placed.x.at((*sum)?), *y)));
    let line: Vec<(f64, f64)> = line.collect();
    line.iter().for_each(|(x, y)| canvas.add(Mark::circle(*x, *y, 2.5, Class::Ink)));
    canvas.add(Mark::path(line, Class::LineGrey));
    let bottom = more(&mut canvas, placed.bottom, found.len().saturating_sub(MOST), lang);
    let of = found.len();
    let title = match (number(book, "portfolio.top20_share"), number(book, "portfolio.largest_share")) {
        (Some(top), Some(first)) => {
            let (top, first) = (percent(top, 0), percent(first, 0));
            say!(
                lang,
                "The largest fifth brings {top} of revenue, the first alone {first}",
                "最大的两成客户带来{top}的收入，第一名独占{first}"
            )
        }
        _ => say!(lang, "{of} customers by revenue", "{of}家客户按收入排列"),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "Bars: share of revenue; line: sum so far; letters: ABC class. Amounts in {unit}.",
        "横条为收入占比，折线为累计，字母为ABC分类；金额单位{unit}。"
    );
    canvas.close(bottom, title, subtitle, table)
}
