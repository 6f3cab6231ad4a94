//! How people and risks moved between two states: an arrow for each, from where it was to where it is.

use super::canvas::Canvas;
use super::data::{anchor, cell, name_of};
use super::kit::field::{Field, Point, Side, product_zones};
use super::kit::shapes::Dot;
use super::scene::{DataTable, Scene, Size};
use super::style::Class;
use crate::change::compare::Move;
use crate::model::{Bi, Document, Lang, TableDef, bi};
use crate::worksheets::needs::people;
use crate::worksheets::plan::risk;
use crate::worksheets::settings::limits;

/// People on the map of power and support.
pub fn people_moves(moves: &[Move], new: &Document, lang: Lang, size: Size) -> Option<Scene> {
    let across = Side::new(-2.5, 2.5, word!(lang, "support", "支持度")).ticks([
        (-2.0, word!(lang, "against us", "反对")),
        (0.0, word!(lang, "neutral", "中立")),
        (2.0, word!(lang, "for us", "支持")),
    ]);
    let up = Side::new(0.5, 5.5, word!(lang, "influence", "影响力")).ticks(ends(people::TABLE, "influence", lang));
    let picture = Picture {
        table: people::TABLE,
        heads: [bi("Support", "支持度"), bi("Influence", "影响力")],
        // To the right is towards us.
        good: |change| change.0 > 0.0 || (change.0 == 0.0 && change.1 > 0.0),
    };
    let towards = moves.iter().filter(|moved| moved.to.0 > moved.from.0).count();
    let away = moves.iter().filter(|moved| moved.to.0 < moved.from.0 && moved.to.0.is_some()).count();
    let title =
        say!(lang, "{towards} moved towards us, {away} away from us", "{towards}人向我们靠近，{away}人离我们更远");
    picture.draw(Field::new(across, up, people::TABLE.path), moves, new, lang, size, title)
}

/// Risks on the matrix.
pub fn risk_moves(moves: &[Move], new: &Document, lang: Lang, size: Size) -> Option<Scene> {
    let across = Side::new(0.5, 5.5, word!(lang, "impact", "影响")).ticks(ends(risk::TABLE, "impact", lang));
    let up = Side::new(0.5, 5.5, word!(lang, "probability", "可能性")).ticks(ends(risk::TABLE, "probability", lang));
    let mut field = Field::new(across, up, risk::TABLE.path);
    let limit = new.form(limits::TABLE);
    let cuts = [limits::RISK_MEDIUM, limits::RISK_HIGH, limits::RISK_EXTREME];
    product_zones(&mut field, cuts.map(|cut| limit.get(cut).unwrap_or(f64::INFINITY)));
    let picture = Picture {
        table: risk::TABLE,
        heads: [bi("Impact", "影响"), bi("Probability", "可能性")],
        good: |change| change.0 + change.1 < 0.0,
    };
    let product = |point: (Option<f64>, Option<f64>)| point.0.zip(point.1).map(|(across, up)| across * up);
    let calmer = moves.iter().filter(|moved| product(moved.to) < product(moved.from)).count();
    let graver = moves.iter().filter(|moved| product(moved.to) > product(moved.from)).count();
    let title = say!(lang, "{graver} risks grew, {calmer} shrank", "{graver}个风险变大，{calmer}个变小");
    picture.draw(field, moves, new, lang, size, title)
}

/// The first word of the lowest and the highest step.
fn ends(table: &'static TableDef, key: &str, lang: Lang) -> [(f64, &'static str); 2] {
    [1.0, 5.0].map(|step| {
        let word = anchor(table.field(key), step, lang);
        (step, word.split([':', '：']).next().unwrap_or(word))
    })
}

struct Picture {
    table: &'static TableDef,
    heads: [Bi; 2],
    good: fn((f64, f64)) -> bool,
}

impl Picture {
    /// Nothing where no row has a place in both states.
    fn draw(
        &self,
        mut field: Field,
        moves: &[Move],
        new: &Document,
        lang: Lang,
        size: Size,
        title: String,
    ) -> Option<Scene> {
        let mut table = DataTable::of(lang, &[self.table.label, bi("Before", "之前"), bi("After", "之后")]);
        for moved in moves {
            let Some(row) = new.list(self.table).row(moved.id.as_str()) else { continue };
            let name = name_of(self.table, row, lang);
            table.push([name.clone(), self.words(moved.from, lang), self.words(moved.to, lang)]);
            let (Some(from), Some(to)) = (both(moved.from), both(moved.to)) else { continue };
            let is_good = (self.good)((to.0 - from.0, to.1 - from.1));
            let (dot, class) = if is_good { (Dot::Circle, Class::Accent) } else { (Dot::Down, Class::Red) };
            field.points.push(Point::new(to.0, to.1, name).of(&moved.id).look(dot, class));
            field.points.push(Point::new(from.0, from.1, "").look(Dot::Circle, Class::HollowGrey).radius(5.0));
            field.arrows.push((from, to, Class::LineGrey));
        }
        if field.points.is_empty() {
            return None;
        }
        let mut canvas = Canvas::new(size.width);
        let height = field.draw(&mut canvas, 0.0);
        let subtitle = word!(
            lang,
            "From the hollow circle to the filled mark; ▼ the wrong way.",
            "从空心圆移到实心标记；▼ 表示变差。"
        );
        Some(canvas.close(height, title, subtitle.to_owned(), table))
    }

    fn words(&self, point: (Option<f64>, Option<f64>), lang: Lang) -> String {
        let [across, up] = self.heads;
        let (first, second) = (cell(point.0, 0), cell(point.1, 0));
        match lang {
            Lang::En => format!("{} {first}, {} {second}", across.get(lang), up.get(lang)),
            Lang::Zh => format!("{}{first}，{}{second}", across.get(lang), up.get(lang)),
        }
    }
}

fn both(point: (Option<f64>, Option<f64>)) -> Option<(f64, f64)> {
    point.0.zip(point.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::doc;
    use crate::charts::Shape;

    #[test]
    fn what_moved_has_an_arrow_and_what_is_not_rated_a_line_in_the_table() {
        let new = doc(&[("w3.people.p.name", "Li"), ("w3.people.q.name", "An")]);
        let moves = [
            Move { id: "p".into(), from: (Some(1.0), Some(4.0)), to: (Some(-1.0), Some(4.0)) },
            Move { id: "q".into(), from: (None, Some(4.0)), to: (Some(1.0), Some(4.0)) },
        ];
        let scene = people_moves(&moves, &new, Lang::En, Size { width: 400.0 }).unwrap();
        assert_eq!(scene.table.rows.len(), 2);
        assert_eq!(scene.title, "1 moved towards us, 1 away from us");
        let texts: Vec<_> = scene
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert!(texts.contains(&"Li") && !texts.contains(&"An"));
        assert_eq!(people_moves(&moves[1..], &new, Lang::Zh, Size { width: 400.0 }), None);
    }
}
