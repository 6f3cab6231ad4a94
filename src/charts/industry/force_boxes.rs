//! The five forces in their classic places.

use super::force_radar::{FORCES, force_name, force_table, no_forces, strength};
use crate::analysis::Book;
use crate::charts::data::{key, number, words};
use crate::charts::kit::empty::Sketch;
use crate::charts::kit::shapes::arrow;
use crate::charts::scene::{Anchor, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::{fixed, percent};
use crate::model::Lang;

const HIGH: f64 = 72.0;

/// Five boxes: rivalry in the middle, entrants above, substitutes below, suppliers left, buyers right.
pub fn force_boxes(book: &Book, lang: Lang, size: Size) -> Scene {
    if FORCES.iter().all(|key| strength(book, key).0.is_none()) {
        return no_forces(size, lang, Sketch::Cells);
    }
    let mut canvas = Canvas::new(size.width);
    let wide = ((size.width - 36.0) / 3.0).min(200.0);
    let middle = size.width / 2.0;
    let (left, right) = (middle - wide * 1.5 - 18.0, middle + wide / 2.0 + 18.0);
    let centre = middle - wide / 2.0;
    let step = HIGH + 24.0;
    let places = [
        ("entrants", centre, 0.0),
        ("suppliers", left, step),
        ("rivalry", centre, step),
        ("buyers", right, step),
        ("substitutes", centre, 2.0 * step),
    ];
    for (key, x, y) in places {
        draw_box(&mut canvas, book, key, (x, y, wide), lang);
    }
    let half = step + HIGH / 2.0;
    arrow(&mut canvas, (middle, HIGH + 3.0), (middle, step - 3.0), Class::LineGrey);
    arrow(&mut canvas, (middle, 2.0 * step - 3.0), (middle, step + HIGH + 3.0), Class::LineGrey);
    arrow(&mut canvas, (left + wide + 2.0, half), (centre - 2.0, half), Class::LineGrey);
    arrow(&mut canvas, (right - 2.0, half), (centre + wide + 2.0, half), Class::LineGrey);
    let strong = FORCES.iter().filter(|force| key(book, &format!("w1.force_class.{force}")) == Some("high")).count();
    let share = number(book, "w1.attractiveness").map_or_else(|| "–".to_owned(), |share| percent(share, 0));
    let title = match strong {
        0 => say!(
            lang,
            "No force is overwhelming; the industry keeps {share} of its attraction",
            "没有哪种力量特别强，行业吸引力{share}"
        ),
        1 => say!(lang, "One force presses hard; industry attractiveness {share}", "有1种力量很强，行业吸引力{share}"),
        _ => say!(
            lang,
            "{strong} forces press hard; industry attractiveness {share}",
            "{strong}种力量很强，行业吸引力{share}"
        ),
    };
    let subtitle = word!(
        lang,
        "Strength 1 to 5; the darker, the harder the force presses on profit.",
        "强度1至5，颜色越深对利润压力越大。"
    );
    canvas.close(2.0 * step + HIGH + 2.0, title, subtitle.to_owned(), force_table(book, lang))
}

fn draw_box(canvas: &mut Canvas, book: &Book, force: &str, (x, y, wide): (f64, f64, f64), lang: Lang) {
    let (now, _) = strength(book, force);
    let class = format!("w1.force_class.{force}");
    let (ground, look) = match key(book, &class) {
        Some("high") => (Class::Accent, Class::OnDark),
        Some("medium") => (Class::Soft, Class::Label),
        _ => (Class::Frame, Class::Text),
    };
    canvas.add(Mark::rect(x + 0.5, y + 0.5, wide - 1.0, HIGH - 1.0, ground).round(6.0));
    let name = text::wrap(&force_name(force, lang), wide - 10.0, 12.0, true, 2);
    let start = if name.len() > 1 { y + 22.0 } else { y + 29.0 };
    let below = canvas.lines(x + wide / 2.0, start, name, look, 12.0, Anchor::Middle);
    let value = now.map_or_else(|| "–".to_owned(), |now| fixed(now, 1));
    let word = words(book, &class, lang).unwrap_or_default();
    canvas.add(Mark::text(x + wide / 2.0, below + 4.0, format!("{value} {word}"), look).middle().within(wide - 8.0));
}
