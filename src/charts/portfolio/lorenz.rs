//! How unevenly revenue is spread over our customers.

use super::by_revenue;
use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{cell, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::line::{Chart, Curve};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{fixed, percent};
use crate::model::{Lang, bi};

/// Lorenz curve with the diagonal of equal customers; the area between them is the Gini coefficient.
pub fn lorenz(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut revenues: Vec<f64> = by_revenue(book).into_iter().map(|(_, revenue)| revenue).collect();
    revenues.reverse();
    let total: f64 = revenues.iter().sum();
    if revenues.len() < 2 || !total.is_finite() {
        return empty(
            size,
            lang,
            bi("How unevenly is revenue spread?", "收入有多集中？"),
            bi("Two customers with revenue are enough for the curve.", "有两家客户的收入就能画出曲线。"),
            &["portfolio.customers.name", "portfolio.customers.revenue"],
            Sketch::Curve,
        );
    }
    let mut sum = 0.0;
    let mut points = vec![(0.0, 0.0)];
    let mut table =
        DataTable::of(lang, &[bi("Customers % (smallest first)", "客户%（从小到大）"), bi("Revenue %", "收入%")]);
    for (at, revenue) in revenues.iter().enumerate() {
        sum += revenue;
        let point = (count(at + 1) / count(revenues.len()) * 100.0, sum / total * 100.0);
        table.push([cell(Some(point.0), 1), cell(Some(point.1), 1)]);
        points.push(point);
    }
    let ends = [(0.0, "0%"), (50.0, "50%"), (100.0, "100%")];
    let chart = Chart {
        x: (0.0, 100.0),
        x_ticks: ends.map(|(at, word)| (at, word.to_owned())).to_vec(),
        y: (0.0, 100.0),
        y_word: |share| percent(share, 0),
        areas: vec![(points.clone(), Class::Soft)],
        curves: vec![
            Curve { points: vec![(0.0, 0.0), (100.0, 100.0)], class: Class::Guide, dots: None, name: String::new() },
            Curve { points, class: Class::LineAccent, dots: None, name: String::new() },
        ],
        spots: Vec::new(),
        y_title: word!(lang, "share of revenue", "收入占比").to_owned(),
        x_title: word!(lang, "share of customers", "客户占比").to_owned(),
    };
    let mut canvas = Canvas::new(size.width);
    let bottom = chart.draw(&mut canvas, 0.0);
    let title = match number(book, "portfolio.gini") {
        Some(gini) => {
            let words = fixed(gini, 2);
            if gini >= 0.5 {
                say!(lang, "Revenue is very uneven: Gini {words}", "收入很集中：基尼系数{words}")
            } else {
                say!(lang, "Revenue is fairly evenly spread: Gini {words}", "收入较为分散：基尼系数{words}")
            }
        }
        None => word!(lang, "How revenue is spread", "收入分布").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Dashed: all customers alike. The shaded area is the Gini coefficient.",
        "虚线表示各客户相同，阴影面积即基尼系数。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
