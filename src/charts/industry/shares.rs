//! Who holds the customer's market.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scale::Linear;
use crate::charts::scene::{DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::{fixed, percent};
use crate::model::{Lang, Row, bi};
use crate::worksheets::industry::players;

const MOST: usize = 12;

fn is_account(row: &Row) -> bool {
    row.get(players::IS_ACCOUNT) == Some(true)
}

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
    let top = concentration(book, &mut canvas, &listed, lang);
    let placed = Rows::fitted(lines).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, listed.len().saturating_sub(MOST), lang);
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
    let subtitle = word!(
        lang,
        "Market share in percent; the bar above puts all firms side by side.",
        "市场份额（%）；上方一条把各家并排放在一起。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

/// One bar of all shares with the concentration beside it: the index above, the four largest below.
fn concentration(book: &Book, canvas: &mut Canvas, listed: &[(&Row, f64)], lang: Lang) -> f64 {
    const HIGH: f64 = 20.0;
    let hhi = match (number(book, "w1.hhi_low"), number(book, "w1.hhi_high")) {
        (Some(low), Some(high)) if (high - low).abs() >= 0.5 => format!("{}–{}", fixed(low, 0), fixed(high, 0)),
        (Some(low), _) => fixed(low, 0),
        _ => return 0.0,
    };
    let class = words(book, "w1.hhi_class", lang).unwrap_or_default();
    let badge = say!(lang, "HHI {hhi} · {class} concentration", "HHI {hhi} · 集中度{class}");
    let wide = text::width(&badge, 12.0, true) + 16.0;
    canvas.add(Mark::rect(0.0, 0.0, wide, 22.0, Class::Soft).round(11.0));
    canvas.add(Mark::text(8.0, 15.0, badge, Class::Label));
    let top = 32.0;
    let total = listed.iter().map(|(_, share)| share).sum::<f64>().max(100.0);
    let x = Linear::new(0.0, total, 0.0, canvas.width);
    canvas.add(Mark::rect(0.0, top, canvas.width, HIGH, Class::Wash).round(2.0));
    let mut at = 0.0;
    for (place, (row, share)) in listed.iter().enumerate() {
        let (left, right) = (x.at(at), x.at(at + share));
        at += share;
        let (class, words) = match (is_account(row), place % 2) {
            (true, _) => (Class::Accent, Class::OnDark),
            (_, 0) => (Class::Grey, Class::OnDark),
            _ => (Class::Pale, Class::Text),
        };
        let name = name_of(players::TABLE, row, lang);
        let tip = format!("{name}: {}", percent(*share, 1));
        canvas.add(Mark::rect(left, top, right - left, HIGH, class).of(&row.id).tip(tip));
        let number = percent(*share, 0);
        if text::width(&number, 11.0, true) + 4.0 <= right - left {
            canvas.add(Mark::text(f64::midpoint(left, right), top + 14.0, number, words).size(11.0).middle());
        }
    }
    let Some(four) = number(book, "w1.cr4").filter(|_| listed.len() >= 4) else { return top + HIGH + 12.0 };
    let (under, end) = (top + HIGH + 5.0, x.at(four));
    canvas.add(Mark::path(vec![(0.5, under - 3.0), (0.5, under), (end, under), (end, under - 3.0)], Class::LineGrey));
    let four = percent(four, 0);
    let word = say!(lang, "the four largest: {four}", "前四家{four}");
    canvas.add(Mark::text(end / 2.0, under + 14.0, word, Class::Faint).size(11.0).middle());
    under + 26.0
}
