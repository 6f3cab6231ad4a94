//! Who holds the customer's market.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{fixed, percent};
use crate::model::{Lang, Row, bi};
use crate::worksheets::industry::players;

const MOST: usize = 12;

/// Market shares, largest first, our customer in the accent colour, with concentration in the heading.
pub fn shares(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut listed: Vec<(&Row, f64)> = book
        .rows(players::TABLE)
        .filter_map(|row| Some((row, row.get(players::SHARE).filter(|share| *share > 0.0)?)))
        .collect();
    if listed.is_empty() {
        return empty(
            size,
            lang,
            bi("Who holds their market?", "客户的市场掌握在谁手里？"),
            bi(
                "List the largest firms in the customer's market with their shares.",
                "列出客户所在市场的主要企业和份额。",
            ),
            &["w1.players.name", "w1.players.share", "w1.players.is_account"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut listed, |a, b| b.1.total_cmp(&a.1));
    let mut table = DataTable::of(lang, &[bi("Firm", "企业"), bi("Share %", "份额%")]);
    let mut lines = Vec::new();
    let is_account = |row: &Row| row.get(players::IS_ACCOUNT) == Some(true);
    for (row, share) in &listed {
        let name = name_of(players::TABLE, row, lang);
        table.push([name.clone(), cell(Some(*share), 2)]);
        let (class, look) = if is_account(row) { (Class::Accent, Class::Label) } else { (Class::Pale, Class::Text) };
        let trend = match row.get(players::TREND) {
            Some("up") => "↑ ",
            Some("down") => "↓ ",
            _ => "",
        };
        let note = format!("{trend}{}", percent(*share, 1));
        lines.push(Line::new(name).of(&row.id).class(look).part(Part::new(0.0, *share, class)).note(note, look));
    }
    lines.truncate(MOST);
    if let Some(rest) = number(book, "w1.hhi_residual").filter(|rest| *rest > 0.05) {
        let line = Line::new(word!(lang, "not listed", "未列出")).class(Class::Faint);
        lines.push(line.part(Part::new(0.0, rest, Class::Wash)).note(percent(rest, 1), Class::Faint));
    }
    let mut canvas = Canvas::new(size.width);
    let placed = Rows::fitted(lines).draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, listed.len().saturating_sub(MOST), lang);
    let hhi = match (number(book, "w1.hhi_low"), number(book, "w1.hhi_high")) {
        (Some(low), Some(high)) if (high - low).abs() >= 0.5 => Some(format!("{}–{}", fixed(low, 0), fixed(high, 0))),
        (Some(low), _) => Some(fixed(low, 0)),
        _ => None,
    };
    let class = words(book, "w1.hhi_class", lang);
    let customer = listed.iter().position(|(row, _)| is_account(row)).map(|place| place + 1);
    let title = match (number(book, "w1.cr4"), customer) {
        (Some(four), Some(rank)) => {
            let four = percent(four, 0);
            say!(lang, "Four firms hold {four}; our customer is number {rank}", "前四家占{four}，客户排第{rank}")
        }
        (Some(four), None) => {
            let four = percent(four, 0);
            say!(lang, "Four firms hold {four} of the market", "前四家占市场{four}")
        }
        _ => listed.first().map_or_else(String::new, |(row, share)| {
            let (name, share) = (brief(&name_of(players::TABLE, row, lang)), percent(*share, 1));
            say!(lang, "{name} leads with {share}", "{name}以{share}领先")
        }),
    };
    let subtitle = match (hhi, class) {
        (Some(hhi), Some(class)) => say!(
            lang,
            "Market share in percent. HHI {hhi}, concentration: {class}.",
            "市场份额（%）。HHI {hhi}，集中度：{class}。"
        ),
        _ => word!(lang, "Market share in percent.", "市场份额（%）。").to_owned(),
    };
    canvas.close(bottom, title, subtitle, table)
}
