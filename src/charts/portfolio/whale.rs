//! Which customers earn our profit, and which eat it.

use super::is_account;
use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{brief, cell, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::line::{Chart, Curve, Spot};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::portfolio::customers;

/// Whale curve: profit so far in percent of the whole, the most profitable customers first.
pub fn whale(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |row: &Row, key: &str| of_row(book, "portfolio", row.id.as_str(), key);
    let mut found: Vec<(&Row, f64, f64)> = book
        .rows(customers::TABLE)
        .filter_map(|row| Some((row, result(row, "profit")?, result(row, "whale")?)))
        .collect();
    if found.len() < 2 {
        return empty(
            size,
            lang,
            bi("Who earns our profit?", "利润是谁挣来的？"),
            bi("Enter gross margin and cost to serve of at least two customers.", "至少填两家客户的毛利和服务成本。"),
            &["portfolio.customers.gross_margin", "portfolio.customers.cost_to_serve"],
            Sketch::Curve,
        );
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut table = DataTable::of(lang, &[bi("Customer", "客户"), bi("Profit", "利润"), bi("Sum so far %", "累计%")]);
    let mut points = vec![(0.0, 0.0)];
    let mut spots = Vec::new();
    for (at, (row, profit, sum)) in found.iter().enumerate() {
        let name = name_of(customers::TABLE, row, lang);
        table.push([name.clone(), cell(Some(*profit), 2), cell(Some(*sum), 1)]);
        points.push((count(at + 1), *sum));
        if is_account(row) {
            let at = (count(at + 1), *sum);
            spots.push(Spot { at, name, class: Class::Accent, name_class: Class::Label, row: Some(row.id.clone()) });
        }
    }
    let peak = found.iter().map(|(_, _, sum)| *sum).fold(100.0, f64::max);
    let low = found.iter().map(|(_, _, sum)| *sum).fold(0.0, f64::min);
    let last = count(found.len());
    let chart = Chart {
        x: (0.0, last),
        x_ticks: [1.0, (last / 2.0).ceil(), last].map(|at| (at, cell(Some(at), 0))).to_vec(),
        y: (low, peak),
        y_word: |share| percent(share, 0),
        areas: Vec::new(),
        curves: vec![
            Curve { points: vec![(0.0, 100.0), (last, 100.0)], class: Class::Guide, dots: None, name: String::new() },
            Curve { points, class: Class::LineAccent, dots: Some(Class::Accent), name: String::new() },
        ],
        spots,
        y_title: word!(lang, "sum of profit", "累计利润").to_owned(),
        x_title: word!(lang, "customers, the most profitable first", "客户，利润从高到低").to_owned(),
    };
    let mut canvas = Canvas::new(size.width);
    let bottom = chart.draw(&mut canvas, 0.0);
    let losing: Vec<&Row> = found.iter().filter(|(_, profit, _)| *profit < 0.0).map(|(row, ..)| *row).collect();
    let title = match losing.as_slice() {
        [] => word!(lang, "Every customer earns money", "每家客户都赚钱").to_owned(),
        [only] => {
            let name = brief(&name_of(customers::TABLE, only, lang));
            say!(lang, "{name} costs us more than it earns", "{name}是亏钱的")
        }
        many => {
            let (of, peak) = (many.len(), percent(peak, 0));
            say!(
                lang,
                "{of} customers eat profit: without them it would be {peak}",
                "{of}家客户在吃利润：没有他们利润会是{peak}"
            )
        }
    };
    let subtitle = word!(
        lang,
        "Percent of all profit; beyond the peak each further customer loses money.",
        "占总利润的百分比；峰值之后的客户都在亏钱。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
