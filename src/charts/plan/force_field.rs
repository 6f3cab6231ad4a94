//! What drives the change, and what holds it back.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{brief, cell, choice, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scale::Linear;
use crate::charts::scene::{Anchor, DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::{short, signed};
use crate::model::{Id, Lang, Row, bi};
use crate::worksheets::plan::force_field as forces;

const MOST: usize = 8;
/// Height of one force: its name above its bar.
const PITCH: f64 = 36.0;

struct Force {
    name: String,
    strength: f64,
    row: Id,
}

/// Driving forces push from the left, restraining ones from the right; the strongest on top.
pub fn force_field(book: &Book, lang: Lang, size: Size) -> Scene {
    let of = |side: &str| {
        let rows = book.rows(forces::TABLE).filter(|row| row.get(forces::SIDE) == Some(side));
        let read = |row: &Row| {
            let strength = row.get(forces::STRENGTH)?;
            Some(Force { name: name_of(forces::TABLE, row, lang), strength, row: row.id.clone() })
        };
        let mut found: Vec<Force> = rows.filter_map(read).collect();
        crate::model::order::sort_by(&mut found, |a, b| b.strength.total_cmp(&a.strength));
        found
    };
    let (driving, restraining) = (of("driving"), of("restraining"));
    if driving.is_empty() && restraining.is_empty() {
        return empty(
            size,
            lang,
            bi("What pushes, what holds back?", "什么在推，什么在拉？"),
            bi("List the forces for and against the plan with their strength.", "列出推动和阻碍计划的力量，各评强度。"),
            &["w6.force_field.force", "w6.force_field.side", "w6.force_field.strength"],
            Sketch::Bars,
        );
    }
    let mut canvas = Canvas::new(size.width);
    let middle = size.width / 2.0;
    let heads = [
        (word!(lang, "driving →", "推动 →"), middle - 8.0, Anchor::End),
        (word!(lang, "← restraining", "← 阻碍"), middle + 8.0, Anchor::Start),
    ];
    for (word, x, anchor) in heads {
        canvas.add(Mark::text(x, 12.0, word, Class::Faint).size(11.0).anchored(anchor));
    }
    let shown = driving.len().max(restraining.len()).min(MOST);
    let bottom = 20.0 + count(shown) * PITCH;
    draw_side(&mut canvas, &driving, (middle - 4.0, 0.0), Class::Accent);
    draw_side(&mut canvas, &restraining, (middle + 4.0, size.width), Class::Hatch);
    canvas.add(Mark::line((middle, 18.0), (middle, bottom), Class::LineInk));
    let hidden = driving.len().saturating_sub(MOST) + restraining.len().saturating_sub(MOST);
    let bottom = crate::charts::kit::rows::more(&mut canvas, bottom, hidden, lang);
    let mut table =
        DataTable::of(lang, &[bi("Force", "力量"), bi("Side", "方向"), bi("Strength (1–5)", "强度（1–5）")]);
    for (key, list) in [("driving", &driving), ("restraining", &restraining)] {
        for force in list {
            let side = choice(forces::TABLE.field("side"), key, lang);
            table.push([force.name.clone(), side, cell(Some(force.strength), 0)]);
        }
    }
    let sum = |list: &[Force]| short(list.iter().map(|force| force.strength).sum(), 0);
    let (for_it, against) = (sum(&driving), sum(&restraining));
    let subtitle = say!(
        lang,
        "Strength 1 to 5; {for_it} driving against {against} restraining.",
        "强度1至5分；推动合计{for_it}，阻碍合计{against}。"
    );
    let balance = number(book, "w6.force_balance").unwrap_or(0.0);
    canvas.close(bottom, finding(balance, &driving, &restraining, lang), subtitle, table)
}

/// Bars from the middle line to one side, each with its name above.
fn draw_side(canvas: &mut Canvas, forces: &[Force], (from, to): (f64, f64), class: Class) {
    let x = Linear::new(0.0, 5.0, from, to);
    let room = (to - from).abs();
    for (at, force) in forces.iter().take(MOST).enumerate() {
        let y = 20.0 + count(at) * PITCH;
        let end = x.at(force.strength);
        let (left, wide) = (end.min(from), (end - from).abs().max(1.0));
        let tip = format!("{}: {}", force.name, short(force.strength, 0));
        canvas.add(Mark::rect(left, y + 18.0, wide, 12.0, class).round(2.0).of(&force.row).tip(tip));
        let words = text::fit(&format!("{} {}", force.name, short(force.strength, 0)), room, 11.5, false);
        let anchor = if to < from { Anchor::End } else { Anchor::Start };
        let name = Mark::text(from, y + 13.0, words, Class::Text).size(11.5).anchored(anchor);
        canvas.add(name.of(&force.row).tip(force.name.clone()));
    }
}

fn finding(balance: f64, driving: &[Force], restraining: &[Force], lang: Lang) -> String {
    let words = signed(balance, 0);
    let top = |list: &[Force]| list.first().map(|force| brief(&force.name)).unwrap_or_default();
    if balance < 0.0 {
        let name = top(restraining);
        say!(
            lang,
            "What holds back is stronger ({words}): weaken “{name}” first",
            "阻力更大（{words}）：先减弱“{name}”"
        )
    } else if balance > 0.0 {
        let name = top(driving);
        say!(lang, "What drives is stronger ({words}), above all “{name}”", "推力更大（{words}），主要靠“{name}”")
    } else {
        word!(lang, "Forces are in balance: nothing moves by itself", "推拉相当：不加把力，动不起来").to_owned()
    }
}
