//! Where the growth is to come from.

use crate::analysis::Book;
use crate::analysis::plan::tactics::DIRECTIONS;
use crate::analysis::stats::count;
use crate::charts::data::{amount, cell, choice, money_unit, name_of, number, percent_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::plan::strat;

/// Most strategies named in one field.
const MOST: usize = 3;
const LINE: f64 = 14.0;

/// The grid of old and new offers for old and new buyers, each field as dark as the revenue it is to bring.
pub fn ansoff(book: &Book, lang: Lang, size: Size) -> Scene {
    let directed = |direction: &str| {
        let rows = book.rows(strat::TABLE).filter(|row| row.get(strat::ANSOFF) == Some(direction));
        rows.collect::<Vec<&Row>>()
    };
    let fields: Vec<(&str, Vec<&Row>, Option<f64>)> =
        DIRECTIONS.iter().map(|key| (*key, directed(key), number(book, &format!("w6.ansoff.{key}")))).collect();
    if fields.iter().all(|(_, rows, _)| rows.is_empty()) {
        return empty(
            size,
            lang,
            bi("Where shall the growth come from?", "增长从哪里来？"),
            bi("Give each strategy a growth direction and the revenue expected.", "给每条策略选增长方向，填预期收入。"),
            &["w6.strat.text", "w6.strat.ansoff", "w6.strat.target"],
            Sketch::Cells,
        );
    }
    let whole: f64 = fields.iter().filter_map(|field| field.2).sum();
    let most = fields.iter().filter_map(|field| field.2).fold(0.0, f64::max);
    let mut canvas = Canvas::new(size.width);
    let left = text::width(word!(lang, "today's", "现有部"), 11.0, false) + 10.0;
    let wide = (size.width - left) / 2.0;
    let heads = [word!(lang, "today's offer", "现有产品"), word!(lang, "new offer", "新产品")];
    for (at, head) in heads.into_iter().enumerate() {
        canvas.add(Mark::text(left + (count(at) + 0.5) * wide, 12.0, head, Class::Faint).size(11.0).middle());
    }
    let named = fields.iter().map(|(_, rows, _)| rows.len().min(MOST + 1)).max().unwrap_or(0);
    let high = 52.0 + count(named) * LINE;
    for (at, (key, rows, sum)) in fields.iter().enumerate() {
        let (column, line) = (count(at % 2), count(at / 2));
        let corner = (left + column * wide, 20.0 + line * (high + 6.0));
        let ground = match sum {
            Some(sum) if *sum > 0.0 && *sum >= most => Class::Accent,
            Some(sum) if *sum > 0.0 => Class::Soft,
            _ if rows.is_empty() => Class::Wash,
            _ => Class::Soft,
        };
        draw_field(&mut canvas, corner, (wide, high), (key, rows, *sum), ground, (whole, lang));
    }
    for (line, lines) in [(0.0, bi("today's buyers", "现有部门")), (1.0, bi("new buyers", "新部门"))] {
        let words = text::wrap(lines.get(lang), left - 6.0, 11.0, false, 3);
        let y = 20.0 + line * (high + 6.0) + high / 2.0;
        canvas.lines(0.0, y, words, Class::Faint, 11.0, crate::charts::Anchor::Start);
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Growth direction", "增长方向"), bi("Strategies", "策略"), bi("Revenue expected", "预期收入")],
    );
    for (key, rows, sum) in &fields {
        let names: Vec<String> = rows.iter().map(|row| name_of(strat::TABLE, row, lang)).collect();
        table.push([direction(key, lang), names.join(word!(lang, "; ", "；")), cell(*sum, 2)]);
    }
    let unit = money_unit(book, lang);
    let subtitle = say!(lang, "Revenue expected from the strategies, {unit}.", "各策略的预期收入，{unit}。");
    canvas.close(20.0 + 2.0 * (high + 6.0), finding(&fields, whole, lang), subtitle, table)
}

/// The name of a direction without its explanation.
fn direction(key: &str, lang: Lang) -> String {
    let words = choice(strat::TABLE.field("ansoff"), key, lang);
    words.split([':', '：']).next().unwrap_or_default().to_owned()
}

fn draw_field(
    canvas: &mut Canvas,
    (x, y): (f64, f64),
    (wide, high): (f64, f64),
    (key, rows, sum): (&str, &[&Row], Option<f64>),
    ground: Class,
    (whole, lang): (f64, Lang),
) {
    let (bold, plain) =
        if ground == Class::Accent { (Class::OnDark, Class::OnDark) } else { (Class::Label, Class::Text) };
    canvas.add(Mark::rect(x + 2.0, y, wide - 4.0, high, ground).round(4.0));
    canvas.add(Mark::text(x + 12.0, y + 20.0, direction(key, lang), bold).within(wide - 24.0));
    let figure = match sum {
        Some(sum) => match percent_of(sum, whole) {
            Some(share) => format!("{} · {}", amount(sum), percent(share, 0)),
            None => amount(sum),
        },
        None => "–".to_owned(),
    };
    canvas.add(Mark::text(x + 12.0, y + 37.0, figure, bold).size(12.0).within(wide - 24.0));
    let mut at = y + 54.0;
    for row in rows.iter().take(MOST) {
        let name = name_of(strat::TABLE, row, lang);
        canvas.add(Mark::text(x + 12.0, at, name.clone(), plain).size(11.0).within(wide - 24.0).of(&row.id).tip(name));
        at += LINE;
    }
    let hidden = rows.len().saturating_sub(MOST);
    if hidden > 0 {
        let more = say!(lang, "and {hidden} more", "另有{hidden}条");
        canvas.add(Mark::text(x + 12.0, at, more, plain).size(10.0));
    }
}

fn finding(fields: &[(&str, Vec<&Row>, Option<f64>)], whole: f64, lang: Lang) -> String {
    let largest = fields.iter().filter_map(|field| Some((field.2?, field.0))).max_by(|a, b| a.0.total_cmp(&b.0));
    let share = largest.and_then(|(sum, key)| Some((percent_of(sum, whole)?, key)));
    match share {
        Some((share, key)) => {
            let (share, name) = (percent(share, 0), direction(key, lang));
            match key {
                "penetrate" => say!(
                    lang,
                    "{share} of the growth is more of the same to the same buyers",
                    "{share}的增长来自老部门多买老产品（{name}）"
                ),
                _ => say!(lang, "{share} of the growth is to come from: {name}", "{share}的增长靠{name}"),
            }
        }
        None => {
            let used = fields.iter().filter(|(_, rows, _)| !rows.is_empty()).count();
            say!(
                lang,
                "Strategies in {used} of 4 directions; no revenue named yet",
                "策略分布在4个方向中的{used}个，还没填预期收入"
            )
        }
    }
}
