//! How large the customer's market is, and how it grows.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, number};
use crate::charts::kit::columns::{Above, Column, Columns};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{fixed, percent, short, signed};
use crate::model::{Lang, Row, bi};
use crate::worksheets::industry::{forecast, market as unit, series};

const MOST: usize = 10;

/// Columns of the market size, the forecast paler with its range as a stroke.
pub fn market(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut past: Vec<(f64, f64, &Row)> = book
        .rows(series::TABLE)
        .filter_map(|row| Some((row.get(series::YEAR)?, row.get(series::SIZE)?, row)))
        .collect();
    if past.is_empty() {
        return empty(
            size,
            lang,
            bi("Is their market growing?", "客户所在的市场在长吗？"),
            bi("Two years of market size are enough for a growth rate.", "有两个年份的市场规模，就能算出增速。"),
            &["w1.series.year", "w1.series.size", "w1.market.series_unit"],
            Sketch::Columns,
        );
    }
    crate::model::order::sort_by(&mut past, |a, b| a.0.total_cmp(&b.0));
    let mut ahead: Vec<(f64, f64, &Row)> = book
        .rows(forecast::TABLE)
        .filter_map(|row| Some((row.get(forecast::YEAR)?, row.get(forecast::BASE)?, row)))
        .collect();
    crate::model::order::sort_by(&mut ahead, |a, b| a.0.total_cmp(&b.0));
    let mut table = DataTable::of(lang, &[bi("Year", "年份"), bi("Size", "规模"), bi("Low", "低"), bi("High", "高")]);
    let mut columns = Vec::new();
    let shown = past.len().min(MOST);
    for (year, value, row) in past.iter().rev().take(MOST).rev() {
        let year = fixed(*year, 0).replace(',', "");
        table.push([year.clone(), cell(Some(*value), 2), String::new(), String::new()]);
        columns.push(Column::new(year, *value, Class::Accent, amount(*value)).of(&row.id));
    }
    for (year, value, row) in ahead.iter().take(4) {
        let year = fixed(*year, 0).replace(',', "");
        let (low, high) = (row.get(forecast::LOW), row.get(forecast::HIGH));
        table.push([year.clone(), cell(Some(*value), 2), cell(low, 2), cell(high, 2)]);
        let mut column = Column::new(year, *value, Class::Hatch, amount(*value)).of(&row.id);
        if let (Some(low), Some(high)) = (low, high) {
            column.tip = format!("{}: {}–{}", column.label, amount(low), amount(high));
        }
        column.stroke = high.map(|high| (high, amount(high)));
        columns.push(column);
    }
    let mut canvas = Canvas::new(size.width);
    let above = number(book, "w1.cagr").filter(|_| past.len() == shown).map(|growth| growth_line(growth, shown, lang));
    let bottom = Columns { columns, line: None, guide: None, above }.draw(&mut canvas, 0.0);
    let unit = book.form(unit::TABLE).get(unit::SERIES_UNIT).unwrap_or(word!(lang, "unit not given", "未填单位"));
    let title = match (number(book, "w1.cagr"), number(book, "w1.account_growth_gap")) {
        (Some(growth), Some(gap)) => {
            let (growth, points) = (percent(growth, 1), short(gap.abs(), 1));
            if gap >= 0.0 {
                say!(
                    lang,
                    "The market grows {growth} a year, our customer {points} points faster",
                    "行业年增{growth}，客户快{points}个点"
                )
            } else {
                say!(
                    lang,
                    "The market grows {growth} a year, our customer {points} points slower",
                    "行业年增{growth}，客户慢{points}个点"
                )
            }
        }
        (Some(growth), None) if growth >= 0.0 => {
            let growth = percent(growth, 1);
            say!(lang, "The market grows {growth} a year", "行业每年增长{growth}")
        }
        (Some(growth), None) => {
            let growth = percent(-growth, 1);
            say!(lang, "The market shrinks {growth} a year", "行业每年萎缩{growth}")
        }
        _ => word!(lang, "One more year gives a growth rate", "再填一个年份就能算增速").to_owned(),
    };
    let subtitle = if ahead.is_empty() {
        say!(lang, "Market size, {unit}.", "市场规模，{unit}。")
    } else {
        say!(
            lang,
            "Market size, {unit}; hatched: forecast, the stroke is its high case.",
            "市场规模，{unit}；斜线为预测，横线为高情景。"
        )
    };
    canvas.close(bottom, title, subtitle, table)
}

/// A line from the first year to the last, with the growth a year.
fn growth_line(growth: f64, years: usize, lang: Lang) -> Above {
    let rate = signed(growth, 1);
    let word = say!(lang, "{rate}% a year", "年均{rate}%");
    let (from, to) = if growth >= 0.0 { (0.0, 1.0) } else { (1.0, 0.0) };
    let mut values = vec![None; years];
    if let Some(first) = values.first_mut() {
        *first = Some((String::new(), from));
    }
    if let Some(last) = values.last_mut() {
        *last = Some((word, to));
    }
    Above { name: word!(lang, "Growth a year (CAGR)", "年均复合增长率").to_owned(), values }
}
