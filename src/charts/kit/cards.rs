//! Cards with short lists, two beside each other.

use crate::analysis::stats::count;
use crate::charts::scene::Mark;
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::model::{Id, Lang};

/// One card.
pub struct Card {
    /// Its heading.
    pub title: String,
    /// A strip at its edge.
    pub edge: Class,
    /// Its items, the most important first.
    pub items: Vec<(String, Option<Id>)>,
}

/// Most items shown on one card.
const MOST: usize = 5;

/// Draws cards in two columns below `top` and gives the y below them.
pub fn draw(canvas: &mut Canvas, top: f64, cards: &[Card], lang: Lang) -> f64 {
    let wide = (canvas.width - 10.0) / 2.0;
    let room = wide - 22.0;
    let mut y = top;
    for pair in cards.chunks(2) {
        let wrapped: Vec<Vec<Vec<String>>> = pair.iter().map(|card| wrap(card, room)).collect();
        let lines = |items: &Vec<Vec<String>>| items.iter().map(|item| count(item.len()) * 14.0 + 5.0).sum::<f64>();
        let high = wrapped.iter().map(lines).fold(20.0_f64, f64::max) + 46.0;
        for (at, (card, items)) in pair.iter().zip(wrapped).enumerate() {
            draw_card(canvas, card, items, (count(at) * (wide + 10.0), y), (wide, high), lang);
        }
        y += high + 10.0;
    }
    y
}

fn wrap(card: &Card, room: f64) -> Vec<Vec<String>> {
    card.items.iter().take(MOST).map(|(item, _)| text::wrap(item, room, 11.5, false, 2)).collect()
}

fn draw_card(
    canvas: &mut Canvas,
    card: &Card,
    items: Vec<Vec<String>>,
    (x, y): (f64, f64),
    (wide, high): (f64, f64),
    lang: Lang,
) {
    canvas.add(Mark::rect(x + 0.5, y + 0.5, wide - 1.0, high - 1.0, Class::Frame).round(6.0));
    canvas.add(Mark::rect(x + 0.5, y + 8.0, 3.0, 16.0, card.edge));
    canvas.add(Mark::text(x + 12.0, y + 20.0, card.title.clone(), Class::Label).within(wide - 22.0));
    let mut at = y + 40.0;
    for (lines, (item, row)) in items.into_iter().zip(&card.items) {
        for line in lines {
            let mark = Mark::text(x + 12.0, at, line, Class::Text).size(11.5).of_row(row.as_ref());
            canvas.add(mark.tip(item.clone()));
            at += 14.0;
        }
        at += 5.0;
    }
    let hidden = card.items.len().saturating_sub(MOST);
    if hidden > 0 {
        let word = say!(lang, "and {hidden} more", "另有{hidden}项");
        canvas.add(Mark::text(x + 12.0, y + high - 8.0, word, Class::Faint).size(10.0));
    } else if card.items.is_empty() {
        canvas.add(Mark::text(x + 12.0, y + 40.0, "–", Class::Faint));
    }
}
