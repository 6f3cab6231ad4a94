//! What keeping the customer is worth.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, money, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::line::{Chart, Curve, Spot};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, signed};
use crate::model::{Lang, bi};
use crate::worksheets::plan::fin;

/// Lifetime value over the retention rate, with today's rate marked.
pub fn clv(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(fin::TABLE);
    let inputs = (number(book, "w6.clv"), form.get(fin::RETENTION), form.get(fin::DISCOUNT));
    let (Some(value), Some(kept), Some(discount)) = inputs else { return none(size, lang) };
    if kept <= 0.0 || kept >= 100.0 + discount {
        return none(size, lang);
    }
    // The value is m·r/(1+d−r): its shape over r follows from one point.
    let at = |rate: f64| value * (rate / (100.0 + discount - rate)) / (kept / (100.0 + discount - kept));
    let low = (kept - 15.0).clamp(0.0, 60.0);
    let high = 99.0_f64.min(100.0 + discount - 1.0).max(kept);
    let points: Vec<(f64, f64)> =
        (0..=40).map(|step| low + (high - low) * f64::from(step) / 40.0).map(|rate| (rate, at(rate))).collect();
    let range = points.iter().fold((0.0_f64, 0.0_f64), |(low, high), point| (low.min(point.1), high.max(point.1)));
    let mut table = DataTable::of(lang, &[bi("Retention %", "保留率%"), bi("Lifetime value", "终身价值")]);
    for rate in [kept - 5.0, kept, kept + 5.0].into_iter().filter(|rate| *rate > 0.0 && *rate <= high) {
        table.push([cell(Some(rate), 1), cell(Some(at(rate)), 0)]);
    }
    let name = amount(value);
    let chart = Chart {
        x: (low, high),
        x_ticks: [low, f64::midpoint(low, high), high].map(|rate| (rate, percent(rate, 0))).to_vec(),
        y: range,
        y_word: amount,
        areas: Vec::new(),
        curves: vec![Curve { points, class: Class::LineAccent, dots: None, name: String::new() }],
        spots: vec![Spot { at: (kept, value), name, class: Class::Accent, name_class: Class::Label, row: None }],
        y_title: money_unit(book, lang),
        x_title: word!(lang, "retention a year", "年保留率").to_owned(),
    };
    let mut canvas = Canvas::new(size.width);
    let bottom = chart.draw(&mut canvas, 0.0);
    let worth = money(book, value, lang);
    let title = match number(book, "w6.clv_retention_plus5") {
        Some(more) => {
            let more = signed(more, 0);
            say!(
                lang,
                "The customer is worth {worth}; five points more retention: {more}%",
                "客户终身价值{worth}，保留率再高5个点：{more}%"
            )
        }
        None => say!(lang, "The customer is worth {worth} over time", "客户终身价值{worth}"),
    };
    let (kept, discount) = (percent(kept, 1), percent(discount, 1));
    let subtitle = say!(
        lang,
        "Lifetime value by retention; today {kept} retained, discounted at {discount}.",
        "终身价值随保留率的变化；当前保留率{kept}，折现率{discount}。"
    );
    canvas.close(bottom, title, subtitle, table)
}

fn none(size: Size, lang: Lang) -> Scene {
    empty(
        size,
        lang,
        bi("What is keeping them worth?", "留住这个客户值多少？"),
        bi("Enter the retention rate and the yearly margin.", "填保留率和年毛利。"),
        &["w6.fin.retention", "w6.fin.discount", "w6.fin.margin_per_year"],
        Sketch::Curve,
    )
}
