//! Which customers deserve our best effort.

use super::is_account;
use crate::analysis::Book;
use crate::charts::data::{amount, brief, cell, key_of_row, name_of, of_row, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side};
use crate::charts::kit::shapes::{Dot, bubble};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::{portfolio::customers, settings::general};

/// Portfolio matrix: relative strength across (mirrored on request), attractiveness upwards, area by revenue.
pub fn matrix(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |row: &Row, key: &str| of_row(book, "portfolio", row.id.as_str(), key);
    let mut rated: Vec<(&Row, f64, f64)> = book
        .rows(customers::TABLE)
        .filter_map(|row| Some((row, result(row, "strength")?, result(row, "attractiveness")?)))
        .collect();
    if rated.is_empty() {
        return empty(
            size,
            lang,
            bi("Who deserves our best effort?", "谁值得重点投入？"),
            bi("Rate a few customers on attractiveness and on our strength.", "按吸引力和我方优势给几家客户打分。"),
            &["portfolio.customers.name", "portfolio.ratings.rating", "portfolio.customers.revenue"],
            Sketch::Dots,
        );
    }
    let revenue = |row: &Row| row.get(customers::REVENUE);
    // The account first, then by revenue: names go to those that matter.
    crate::model::order::sort_by(&mut rated, |a, b| {
        is_account(b.0).cmp(&is_account(a.0)).then(revenue(b.0).unwrap_or(0.0).total_cmp(&revenue(a.0).unwrap_or(0.0)))
    });
    let form = book.form(general::TABLE);
    let (left, right) = if form.get(general::MIRROR_X) == Some(true) { (5.0, 1.0) } else { (1.0, 5.0) };
    let ends = |low, high| [(1.0, low), (5.0, high)];
    let across = Side::new(left, right, word!(lang, "our relative strength", "我方相对优势"))
        .ticks(ends(word!(lang, "weak", "弱"), word!(lang, "strong", "强")))
        .shifts("strength", 1.0, 5.0);
    let up = Side::new(1.0, 5.0, word!(lang, "attractiveness", "客户吸引力"))
        .ticks(ends(word!(lang, "low", "低"), word!(lang, "high", "高")))
        .shifts("attractiveness", 1.0, 5.0);
    let mut field = Field::new(across, up, customers::TABLE.path);
    let cuts: &[f64] = if form.get(general::PORTFOLIO_GRID) == Some("nine") { &[2.33, 3.67] } else { &[3.0] };
    field.zone((cuts.last().copied().unwrap_or(3.0), cuts.last().copied().unwrap_or(3.0)), (5.0, 5.0), Class::Soft);
    for cut in cuts {
        field.guides.push(((*cut, 1.0), (*cut, 5.0), Class::Guide));
        field.guides.push(((1.0, *cut), (5.0, *cut), Class::Guide));
    }
    if cuts.len() == 1 {
        field.regions = vec![
            (4.0, 4.85, word!(lang, "strategic", "战略型").to_owned()),
            (2.0, 4.85, word!(lang, "star", "明星型").to_owned()),
            (4.0, 1.1, word!(lang, "status", "维持型").to_owned()),
            (2.0, 1.1, word!(lang, "streamline", "精简型").to_owned()),
        ];
    }
    let largest = rated.iter().filter_map(|(row, ..)| revenue(row)).fold(0.0, f64::max);
    field.points = rated
        .iter()
        .map(|(row, strength, attraction)| {
            let name = name_of(customers::TABLE, row, lang);
            let class = if is_account(row) { Class::Accent } else { Class::Grey };
            let tip = format!("{name}: {}", revenue(row).map_or_else(|| "–".to_owned(), amount));
            let point = Point::new(*strength, *attraction, name).of(&row.id).look(Dot::Circle, class);
            let mut point = point.radius(bubble(revenue(row), largest)).tip(tip);
            if !is_account(row) {
                point.name_class = Class::Text;
            }
            point
        })
        .collect();
    let mut canvas = Canvas::new(size.width);
    let bottom = field.draw(&mut canvas, 0.0);
    let mut table = DataTable::of(
        lang,
        &[
            bi("Customer", "客户"),
            bi("Strength (1–5)", "优势（1–5）"),
            bi("Attractiveness (1–5)", "吸引力（1–5）"),
            bi("Revenue", "收入"),
        ],
    );
    for (row, strength, attraction) in &rated {
        table.push([
            name_of(customers::TABLE, row, lang),
            cell(Some(*strength), 2),
            cell(Some(*attraction), 2),
            cell(revenue(row), 2),
        ]);
    }
    let of = rated.len();
    let account = rated.iter().find(|(row, ..)| is_account(row)).map(|(row, ..)| *row);
    let strategic = rated
        .iter()
        .filter(|(row, ..)| key_of_row(book, "portfolio", row.id.as_str(), "cell") == Some("strategic"))
        .count();
    let stands = account.and_then(|row| Some((row, words(book, &format!("portfolio.{}.cell", row.id), lang)?)));
    let title = match stands {
        Some((row, cell)) => {
            let name = brief(&name_of(customers::TABLE, row, lang));
            say!(
                lang,
                "{name} stands among “{cell}”; {strategic} of {of} customers are strategic",
                "{name}属于{cell}，{of}家中{strategic}家为战略型"
            )
        }
        None => say!(lang, "{strategic} of {of} customers are strategic", "{of}家客户中{strategic}家为战略型"),
    };
    let subtitle = word!(
        lang,
        "Area: our revenue with them. Drag a customer: its ratings on that axis follow.",
        "圆的面积为我方收入。可拖动客户，对应的评分随之调整。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
