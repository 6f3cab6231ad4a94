//! Our sales so far, and what we aim for.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, money, money_unit, number, percent_of};
use crate::charts::kit::columns::{Column, Columns};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::plan::hist;

/// Revenue by year with the margin in it, and the target.
pub fn history(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut years: Vec<(f64, f64, &Row)> =
        book.rows(hist::TABLE).filter_map(|row| Some((row.get(hist::YEAR)?, row.get(hist::REVENUE)?, row))).collect();
    if years.is_empty() {
        return empty(
            size,
            lang,
            bi("Where do we come from?", "过去几年卖了多少？"),
            bi("Enter our revenue of the last years.", "填过去几年的收入。"),
            &["w6.hist.year", "w6.hist.revenue", "w6.targets.revenue"],
            Sketch::Columns,
        );
    }
    crate::model::order::sort_by(&mut years, |a, b| a.0.total_cmp(&b.0));
    let mut table = DataTable::of(lang, &[bi("Year", "年度"), bi("Revenue", "收入"), bi("Gross margin", "毛利")]);
    let mut columns = Vec::new();
    for (year, revenue, row) in years.iter().rev().take(8).rev() {
        let margin = row.get(hist::MARGIN);
        let name = cell(Some(*year), 0).replace(',', "");
        table.push([name.clone(), cell(Some(*revenue), 2), cell(margin, 2)]);
        let mut column = Column::new(name, *revenue, Class::Soft, amount(*revenue)).of(&row.id);
        column.parts.extend(margin.map(|margin| (0.0, margin, Class::Accent)));
        columns.push(column);
    }
    let target = number(book, "w6.target");
    if let Some(target) = target {
        let name = word!(lang, "target", "目标");
        table.push([name.to_owned(), cell(Some(target), 2), cell(number(book, "w6.target_margin"), 2)]);
        columns.push(Column::new(name, target, Class::HollowGrey, amount(target)));
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = Columns { columns, line: None, guide: None }.draw(&mut canvas, 0.0);
    let last = years.last().map_or(0.0, |year| year.1);
    let first = years.first().map_or(0.0, |year| year.1);
    let title = match (target, target.and_then(|target| percent_of(target, last)), percent_of(last, first)) {
        (Some(target), Some(rise), _) => {
            let (rise, target) = (signed(rise - 100.0, 0), money(book, target, lang));
            say!(lang, "The target of {target} means {rise}% on last year", "目标{target}，比去年{rise}%")
        }
        (_, _, Some(change)) => {
            let (change, last) = (signed(change - 100.0, 0), money(book, last, lang));
            say!(lang, "Last year {last}, {change}% over the years shown", "去年{last}，期间变化{change}%")
        }
        _ => word!(lang, "Our sales so far", "历史业绩").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "Revenue, {unit}; dark: gross margin; hollow: target of the plan year.",
        "收入，{unit}；深色为毛利，空心为规划年目标。"
    );
    canvas.close(bottom, title, subtitle, table)
}
