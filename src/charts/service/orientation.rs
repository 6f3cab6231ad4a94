//! How customer-oriented we are ourselves.

use crate::analysis::Book;
use crate::charts::data::{cell, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Lang, bi};
use crate::worksheets::service::orientation as check;

/// Radar of the six lines of the self-check.
pub fn orientation(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(check::TABLE);
    let fields =
        [check::CONCEPT, check::GOAL, check::COMPETITION, check::ACTION, check::OPERATION, check::ORGANISATION];
    let values: Vec<Option<f64>> = fields.iter().map(|field| form.get(*field)).collect();
    if values.iter().all(Option::is_none) {
        return empty(
            size,
            lang,
            bi("How customer-oriented are we?", "我们自己有多客户导向？"),
            bi("Rate the six lines of the self-check.", "给自检的六项打分。"),
            &["w5.orientation.concept", "w5.orientation.goal", "w5.orientation.action"],
            Sketch::Star,
        );
    }
    let label = |slot: u8| check::TABLE.field_at(slot).map_or("", |field| field.label.get(lang)).to_owned();
    let mut table = DataTable::of(lang, &[bi("Line", "项目"), bi("Rating (1–5)", "评分（1–5）")]);
    let mut spokes = Vec::new();
    for (field, value) in fields.iter().zip(&values) {
        table.push([label(field.slot), cell(*value, 0)]);
        spokes.push((label(field.slot), cell(*value, 0), None));
    }
    let weakest = fields.iter().zip(&values).filter_map(|(field, value)| Some((label(field.slot), (*value)?)));
    let weakest = weakest.min_by(|a, b| a.1.total_cmp(&b.1));
    let series = vec![Series { values, class: Class::AreaAccent, dots: Some(Class::Accent) }];
    let radar = Radar { low: 0.0, high: 5.0, rings: vec![1.0, 3.0, 5.0], spokes, series };
    let mut canvas = Canvas::new(size.width);
    let bottom = radar.draw(&mut canvas, 0.0);
    let mean = number(book, "w5.orientation_mean").map(|mean| fixed(mean, 1));
    let title = match (mean, weakest) {
        (Some(mean), Some((name, _))) => {
            say!(lang, "We give ourselves {mean} of 5; weakest: {name}", "自评{mean}分（满分5），最弱的是{name}")
        }
        (_, Some((name, _))) => say!(lang, "Weakest so far: {name}", "目前最弱的是{name}"),
        _ => word!(lang, "Customer-orientation self-check", "客户导向自检").to_owned(),
    };
    let subtitle = word!(lang, "Self-check, 1 to 5; the rim is best.", "自检，1至5分，越靠外越好。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
