//! When the customer gets the money back.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{amount, cell, money, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::line::{Chart, Curve, Spot};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, bi};

/// Net flow of each year as columns and the sum so far as a line, with the payback point.
pub fn cash_flow(book: &Book, lang: Lang, size: Size) -> Scene {
    let flows: Vec<f64> = (0..=10).map_while(|year| number(book, &format!("w4.flow.y{year}"))).collect();
    if flows.len() < 2 {
        return empty(
            size,
            lang,
            bi("When does it pay back?", "多久回本？"),
            bi("Enter what the customer gains per year and what it costs them.", "填客户每年的收益和要付的成本。"),
            &["w4.benefits.amount", "w4.costs.one_off", "w4.costs.yearly", "w4.case.years"],
            Sketch::Curve,
        );
    }
    let mut sum = 0.0;
    let mut points = Vec::new();
    let mut areas = Vec::new();
    let mut table = DataTable::of(lang, &[bi("Year", "年"), bi("Net flow", "净现金流"), bi("Sum so far", "累计")]);
    for (year, flow) in flows.iter().enumerate() {
        sum += flow;
        let x = count(year);
        points.push((x, sum));
        areas.push((
            vec![(x - 0.28, 0.0), (x + 0.28, 0.0), (x + 0.28, *flow), (x - 0.28, *flow)],
            if *flow < 0.0 { Class::Hatch } else { Class::Soft },
        ));
        table.push([year.to_string(), cell(Some(*flow), 2), cell(Some(sum), 2)]);
    }
    let all = || points.iter().map(|point| point.1).chain(flows.iter().copied());
    let payback = number(book, "w4.payback");
    let years = payback.map(|years| short(years, 1));
    let chart = Chart {
        x: (-0.45, count(flows.len()) - 0.55),
        x_ticks: (0..flows.len()).map(|year| (count(year), year.to_string())).collect(),
        y: (all().fold(0.0, f64::min), all().fold(0.0, f64::max)),
        y_word: amount,
        areas,
        spots: payback.zip(years.clone()).map_or_else(Vec::new, |(at, years)| {
            let name = say!(lang, "paid back: {years} years", "{years}年回本");
            vec![Spot { at: (at, 0.0), name, class: Class::Hollow, name_class: Class::AccentText, row: None }]
        }),
        curves: vec![Curve { points, class: Class::LineAccent, dots: Some(Class::Accent), name: String::new() }],
        y_title: money_unit(book, lang),
        x_title: word!(lang, "year", "年").to_owned(),
    };
    let mut canvas = Canvas::new(size.width);
    let bottom = chart.draw(&mut canvas, 0.0);
    let npv = number(book, "w4.npv").map(|npv| money(book, npv, lang));
    let title = match (years, npv) {
        (Some(years), Some(npv)) => {
            say!(lang, "Paid back after {years} years, worth {npv} today", "{years}年回本，净现值{npv}")
        }
        (None, Some(npv)) => {
            say!(lang, "Not paid back within the horizon; worth {npv} today", "期限内回不了本，净现值{npv}")
        }
        _ => {
            let total = money(book, sum, lang);
            say!(lang, "{total} over the whole period", "全期合计{total}")
        }
    };
    let subtitle = word!(
        lang,
        "Columns: net flow of the year, hatched where negative; line: sum so far, not discounted, after the haircut on unconfirmed benefits.",
        "柱：当年净现金流，斜线为负；线：累计，未贴现，未确认的收益已打折。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
