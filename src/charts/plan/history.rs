//! Our sales so far, and what we aim for.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, money, money_unit, number, percent_of};
use crate::charts::kit::columns::{Above, Column, Columns};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, signed};
use crate::model::{Lang, Row, bi};
use crate::worksheets::plan::{fin, hist};

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
            &["w6.hist.year", "w6.hist.revenue", "w6.targets.revenue", "w6.fin.sow_target"],
            Sketch::Columns,
        );
    }
    crate::model::order::sort_by(&mut years, |a, b| a.0.total_cmp(&b.0));
    let (share, wanted) = shares(book);
    let heads =
        [bi("Year", "年度"), bi("Revenue", "收入"), bi("Gross margin", "毛利"), bi("Share of wallet %", "钱包份额%")];
    let mut table = DataTable::of(lang, &heads);
    let last_row = years.last().map(|year| &year.2.id);
    let mut columns = Vec::new();
    for (year, revenue, row) in years.iter().rev().take(8).rev() {
        let margin = row.get(hist::MARGIN);
        let name = cell(Some(*year), 0).replace(',', "");
        let share = share.filter(|_| last_row == Some(&row.id));
        table.push([name.clone(), cell(Some(*revenue), 2), cell(margin, 2), cell(share, 1)]);
        let mut column = Column::new(name, *revenue, Class::Soft, amount(*revenue)).of(&row.id);
        column.parts.extend(margin.map(|margin| (0.0, margin, Class::Accent)));
        columns.push(column);
    }
    let target = number(book, "w6.target");
    if let Some(target) = target {
        let name = word!(lang, "target", "目标");
        let margin = cell(number(book, "w6.target_margin"), 2);
        table.push([name.to_owned(), cell(Some(target), 2), margin, cell(wanted, 1)]);
        columns.push(Column::new(name, target, Class::HollowGrey, amount(target)));
    }
    let mut canvas = Canvas::new(size.width);
    let above = share_line(book, columns.len(), target.is_some(), lang);
    let has_share = above.is_some();
    let bottom = Columns { columns, line: None, guide: None, above }.draw(&mut canvas, 0.0);
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
    let line = if has_share { word!(lang, " Line: our share of wallet.", "折线为钱包份额。") } else { "" };
    let subtitle = say!(
        lang,
        "Revenue, {unit}; dark: gross margin; hollow: target of the plan year.{line}",
        "收入，{unit}；深色为毛利，空心为规划年目标。{line}"
    );
    canvas.close(bottom, title, subtitle, table)
}

/// Our share of the customer's spend today and the one we aim for.
fn shares(book: &Book) -> (Option<f64>, Option<f64>) {
    (number(book, "w2.share_of_wallet"), book.form(fin::TABLE).get(fin::SOW_TARGET))
}

/// The share of wallet above the last year, and above the target.
fn share_line(book: &Book, columns: usize, has_target: bool, lang: Lang) -> Option<Above> {
    let (today, wanted) = shares(book);
    let wanted = wanted.filter(|_| has_target);
    let (low, high) = match (today, wanted) {
        (Some(today), Some(wanted)) => (today.min(wanted), today.max(wanted)),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (None, None) => return None,
    };
    let placed = |share: f64| {
        let height = if high > low { (share - low) / (high - low) } else { 0.5 };
        (percent(share, 1), height)
    };
    let years = columns - usize::from(has_target);
    let mut values = vec![None; years];
    if let Some(last) = values.last_mut() {
        *last = today.map(placed);
    }
    if has_target {
        values.push(wanted.map(placed));
    }
    Some(Above { name: word!(lang, "share of wallet", "钱包份额").to_owned(), values })
}
