//! Whether the year will reach its target.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, money, money_unit, number};
use crate::charts::kit::columns::{Column, Columns};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, bi};
use crate::worksheets::plan::targets;

/// Quarterly forecast against target: base business spread evenly, weighted pipeline by close date on top.
pub fn forecast(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut quarters: Vec<(String, f64)> = book
        .rows(targets::TABLE)
        .filter_map(|row| {
            let (year, period) = (row.get(targets::YEAR)?, row.get(targets::PERIOD)?);
            let quarter =
                period.starts_with('q').then(|| format!("{}{period}", cell(Some(year), 0).replace(',', "")))?;
            Some((quarter, row.get(targets::REVENUE)?))
        })
        .collect();
    crate::model::order::sort_by(&mut quarters, |a, b| a.0.cmp(&b.0));
    quarters.dedup_by(|a, b| a.0 == b.0);
    quarters.truncate(8);
    let (base, target) = (number(book, "w6.base"), number(book, "w6.target"));
    let total = number(book, "w6.forecast");
    if quarters.is_empty() && (target.is_none() || total.is_none()) {
        return empty(
            size,
            lang,
            bi("Will we reach the target?", "目标能达成吗？"),
            bi("Enter a target and opportunities with a close date.", "填目标，再给商机填上预计签约日期。"),
            &["w6.targets.revenue", "w6.fin.base_revenue", "w6.opp.amount", "w6.opp.close_date"],
            Sketch::Columns,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Period", "期间"), bi("Base", "基盘"), bi("Weighted pipeline", "加权商机"), bi("Target", "目标")],
    );
    let mut columns = Vec::new();
    let mut push = |name: String, base: f64, pipeline: f64, target: Option<f64>| {
        table.push([name.clone(), cell(Some(base), 2), cell(Some(pipeline), 2), cell(target, 2)]);
        let mut column = Column::new(name, base, Class::Pale, amount(base + pipeline));
        column.parts.push((base, base + pipeline, Class::Accent));
        column.stroke = target.map(|target| (target, amount(target)));
        columns.push(column);
    };
    if quarters.is_empty() {
        let won = number(book, "w6.won").unwrap_or(0.0);
        let pipeline = number(book, "w6.weighted_pipeline").unwrap_or(0.0);
        push(word!(lang, "Plan year", "规划年").to_owned(), base.unwrap_or(0.0) + won, pipeline, target);
    }
    for (quarter, target) in &quarters {
        let pipeline = number(book, &format!("w6.weighted_pipeline.{quarter}")).unwrap_or(0.0);
        let name = quarter.replace('q', " Q");
        push(name, base.unwrap_or(0.0) / 4.0, pipeline, Some(*target));
    }
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Pale, word!(lang, "base business", "基盘业务").to_owned()),
        (Swatch::Square, Class::Accent, word!(lang, "weighted pipeline", "加权商机").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "target", "目标").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Columns { columns, line: None, guide: None, above: None }.draw(&mut canvas, top);
    let title = match (total, target) {
        (Some(total), Some(target)) => {
            let (gap, total, target) = (money(book, (total - target).abs(), lang), amount(total), amount(target));
            if number(book, "w6.forecast") >= number(book, "w6.target") {
                say!(
                    lang,
                    "Forecast {total} against {target}: {gap} above the target",
                    "预测{total}，目标{target}，超出{gap}"
                )
            } else {
                say!(lang, "Forecast {total} against {target}: {gap} short", "预测{total}，目标{target}，还差{gap}")
            }
        }
        _ => word!(lang, "Forecast against target", "预测与目标").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "{unit}; base business spread evenly over the quarters, opportunities in the quarter they close.",
        "{unit}；基盘按季度平摊，商机计入预计签约的季度。"
    );
    canvas.close(bottom, title, subtitle, table)
}
