//! Why we win and why we lose.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{cell, choice, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, bi};
use crate::worksheets::competition::deals;

/// Reasons of won and lost deals: lost to the left, won to the right.
pub fn win_loss(book: &Book, lang: Lang, size: Size) -> Scene {
    let field = deals::TABLE.field("reasons");
    let mut reasons: Vec<(&str, usize, usize)> =
        field.map(|field| field.kind.options().iter().map(|option| (option.key, 0, 0)).collect()).unwrap_or_default();
    for row in book.rows(deals::TABLE) {
        let (won, lost) = (row.get(deals::RESULT) == Some("won"), row.get(deals::RESULT) == Some("lost"));
        for reason in row.get(deals::REASONS).unwrap_or_default() {
            if let Some(entry) = reasons.iter_mut().find(|entry| entry.0 == reason) {
                entry.1 += usize::from(won);
                entry.2 += usize::from(lost);
            }
        }
    }
    reasons.retain(|(_, won, lost)| won + lost > 0);
    if reasons.is_empty() {
        return empty(
            size,
            lang,
            bi("Why do we win, why do we lose?", "我们为什么赢、为什么输？"),
            bi("Enter a few won and lost deals with their reasons.", "填几单赢的和输的，写上原因。"),
            &["w2.deals.name", "w2.deals.result", "w2.deals.reasons"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by_key(&mut reasons, |(_, won, lost)| std::cmp::Reverse(won + lost));
    let mut table = DataTable::of(lang, &[bi("Reason", "原因"), bi("Won", "赢单"), bi("Lost", "输单")]);
    let mut lines = Vec::new();
    for (key, won, lost) in &reasons {
        let name = choice(field, key, lang);
        table.push([name.clone(), won.to_string(), lost.to_string()]);
        let part = |to: f64, n: &usize, class| {
            Part::new(0.0, to, class).text(if *n > 0 { n.to_string() } else { String::new() })
        };
        let line =
            Line::new(name).part(part(-count(*lost), lost, Class::Pale)).part(part(count(*won), won, Class::Accent));
        lines.push(line);
    }
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Pale, word!(lang, "← lost", "← 输单").to_owned()),
        (Swatch::Square, Class::Accent, word!(lang, "won →", "赢单 →").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Rows::fitted(lines).draw(&mut canvas, top).bottom + 4.0;
    let worst = reasons.iter().max_by_key(|(_, _, lost)| *lost).filter(|(_, _, lost)| *lost > 0);
    let rate = number(book, "w2.win_rate").map(|rate| percent(rate, 0));
    let title = match (rate, worst) {
        (Some(rate), Some((key, ..))) => {
            let reason = choice(field, key, lang);
            say!(lang, "We win {rate}; most losses come from {reason}", "赢单率{rate}，输单多因{reason}")
        }
        (Some(rate), None) => {
            say!(lang, "We win {rate}, and name no reason for a loss", "赢单率{rate}，没有写输单原因")
        }
        _ => word!(lang, "What decided the deals", "决定输赢的原因").to_owned(),
    };
    let counted = cell(Some(count(book.rows(deals::TABLE).count())), 0);
    let subtitle = say!(
        lang,
        "Number of deals that name the reason; {counted} deals in all.",
        "提到该原因的单数，共{counted}单。"
    );
    canvas.close(bottom, title, subtitle, table)
}
