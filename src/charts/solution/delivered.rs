//! What the customer gets from us, and what it costs them beyond the price.

use crate::analysis::Book;
use crate::charts::data::{cell, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{short, signed};
use crate::model::{Lang, bi};
use crate::worksheets::solution::delivered as ratings;

const VALUES: [&str; 4] = ["product", "service", "personnel", "image"];
const COSTS: [&str; 4] = ["money", "time", "energy", "mental"];

/// Four values to the right, four costs to the left, with the balance at the foot.
pub fn delivered(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(ratings::TABLE);
    let rating = |key: &str| {
        let field = ratings::TABLE.field(key)?;
        Some((field, form.at(field.slot)?.as_number()?))
    };
    let found: Vec<_> = VALUES
        .into_iter()
        .map(|key| (key, 1.0))
        .chain(COSTS.into_iter().map(|key| (key, -1.0)))
        .filter_map(|(key, sign)| rating(key).map(|(field, value)| (field, value * sign)))
        .collect();
    if found.is_empty() {
        return empty(
            size,
            lang,
            bi("Is it worth their trouble?", "客户觉得值不值？"),
            bi("Rate four values and four costs as the customer sees them.", "从客户角度给四种价值、四种成本打分。"),
            &["w4.delivered.product", "w4.delivered.service", "w4.delivered.money", "w4.delivered.time"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(lang, &[bi("Value or cost", "价值或成本"), bi("Rating", "评分")]);
    let mut lines = Vec::new();
    for (field, value) in &found {
        let name = field.label.get(lang);
        table.push([name.to_owned(), cell(Some(*value), 0)]);
        let class = if *value < 0.0 { Class::Hatch } else { Class::Accent };
        lines.push(Line::new(name).part(Part::new(0.0, *value, class)).note(signed(*value, 0), Class::Label));
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = Rows::between(-10.0, 10.0, lines).draw(&mut canvas, 0.0).bottom + 4.0;
    let sum = |sign: f64| found.iter().map(|(_, value)| value * sign).filter(|value| *value > 0.0).sum::<f64>();
    let (gain, cost) = (short(sum(1.0), 0), short(sum(-1.0), 0));
    let title = match number(book, "w4.delivered_value") {
        Some(balance) if balance > 0.0 => {
            say!(
                lang,
                "Worth it to them: {gain} points of value for {cost} of cost",
                "客户觉得值：价值{gain}分，成本{cost}分"
            )
        }
        Some(_) => say!(
            lang,
            "Not worth their trouble yet: {gain} points of value for {cost} of cost",
            "客户还不觉得值：价值{gain}分，成本{cost}分"
        ),
        None => word!(lang, "Only one side is rated so far", "目前只评了一边").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Each 0 to 10 as the customer sees it: value to the right, cost to the left, hatched.",
        "各0至10分，以客户感受为准：右为价值，左侧斜线为成本。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
