//! Names next to their points: none on another, all inside, shortened where room is short.

use super::canvas::{Area, Canvas};
use super::scene::{Anchor, Mark, Xy};
use super::{style::Class, text};
use crate::model::Id;

/// A name that wants a place next to a point.
pub struct Wish {
    /// The point.
    pub at: Xy,
    /// Radius of what is drawn there.
    pub radius: f64,
    /// The name.
    pub text: String,
    /// How it looks.
    pub class: Class,
    /// The row that choosing it selects.
    pub row: Option<Id>,
}

/// More names than these crowd any picture; the rest keep their tooltips.
const MOST: usize = 40;
/// Names that a crowd of points gets.
const FEW: usize = 12;
const SIZE: f64 = 12.0;
const LINE: f64 = 15.0;
/// Least space between two names on one line.
const GAP: f64 = 4.0;

/// One way to write a name: what share of the room it takes, in how many lines, at how many of the places it is tried,
/// and whether points must stay free.
struct Way {
    share: f64,
    lines: Lines,
    places: usize,
    clear: bool,
}

/// In how many lines a name is written.
#[derive(Clone, Copy, PartialEq)]
enum Lines {
    /// In one, and all of it.
    Whole,
    /// In two, where one does not hold it.
    Two,
    /// In one, cut off where it does not fit.
    Cut,
}
use Lines::{Cut, Two, Whole};

const fn way(share: f64, lines: Lines, places: usize, clear: bool) -> Way {
    Way { share, lines, places, clear }
}

const WAYS: [Way; 8] = [
    way(1.0, Whole, 8, true),
    way(0.8, Two, 8, true),
    way(1.0, Cut, 8, true),
    way(0.7, Cut, 8, true),
    way(1.0, Cut, 28, true),
    way(0.45, Cut, 28, true),
    way(0.7, Cut, 28, false),
    way(0.3, Cut, 28, false),
];
const CLEAR_WAYS: [Way; 2] = [way(1.0, Cut, 28, true), way(0.6, Cut, 28, true)];

/// Puts names next to their points, the first ones first, where they can clear of `obstacles`. A name that had to move
/// away gets a thin line to its point.
pub fn place(canvas: &mut Canvas, wishes: &[Wish], inside: Area, obstacles: &[Area]) {
    place_most(canvas, wishes, inside, obstacles, (MOST, &WAYS));
}

/// Puts the names of the first points of a crowd where they cover no other point; the rest keep their tooltips.
pub fn place_few(canvas: &mut Canvas, wishes: &[Wish], inside: Area) {
    place_most(canvas, wishes, inside, &[], (FEW, &CLEAR_WAYS));
}

fn place_most(canvas: &mut Canvas, wishes: &[Wish], inside: Area, obstacles: &[Area], (most, ways): (usize, &[Way])) {
    let around = wishes.iter().take(300).map(|wish| Area::around(wish.at.0, wish.at.1, wish.radius));
    let points: Vec<Area> = around.chain(obstacles.iter().copied()).collect();
    for (own, wish) in wishes.iter().take(most).enumerate() {
        let found = ways.iter().find_map(|way| {
            let lines = written(wish, way, inside.width() * 0.5)?;
            candidates(wish).take(way.places).find_map(|spot| {
                let (marks, area) = laid_out(wish, &lines, spot);
                let hits = points.iter().enumerate().any(|(at, point)| at != own && point.overlaps(&area));
                let apart = Area { left: area.left - GAP, right: area.right + GAP, ..area };
                let fits = area.width() > 0.0 && inside.holds(&area);
                (fits && !canvas.is_taken(&apart) && !(way.clear && hits)).then_some((marks, area))
            })
        });
        if let Some((marks, area)) = found {
            add_leader(canvas, wish, &area);
            for mark in marks {
                canvas.add(mark.of_row(wish.row.as_ref()).tip(wish.text.clone()));
            }
        }
    }
}

/// The lines of a name written that way.
fn written(wish: &Wish, way: &Way, most: f64) -> Option<Vec<String>> {
    let bold = wish.class.is_bold();
    let full = text::width(&wish.text, SIZE, bold);
    match way.lines {
        Whole => (full <= most).then(|| vec![wish.text.clone()]),
        Two => {
            let lines = text::wrap(&wish.text, most * way.share, SIZE, bold, 2);
            (full > most && lines.len() == 2).then_some(lines)
        }
        Cut => Some(vec![text::fit(&wish.text, (full.min(most) * way.share + 1.0).max(30.0), SIZE, bold)]),
    }
}

/// The lines at a place, and the area they cover together.
fn laid_out(wish: &Wish, lines: &[String], (x, y, anchor): (f64, f64, Anchor)) -> (Vec<Mark>, Area) {
    const PITCH: f64 = 14.0;
    let more = crate::analysis::stats::count(lines.len()) - 1.0;
    let first = match anchor {
        // Above its point a name grows upwards, below it downwards, beside it both ways.
        Anchor::Middle if y < wish.at.1 => y - more * PITCH,
        Anchor::Middle => y,
        _ => y - more * PITCH / 2.0,
    };
    let mut marks = Vec::new();
    let mut area: Option<Area> = None;
    for (at, line) in lines.iter().enumerate() {
        let baseline = first + crate::analysis::stats::count(at) * PITCH;
        let mark = Mark::text(x, baseline, line.clone(), wish.class.over()).size(SIZE).anchored(anchor);
        if let Some(of_line) = Area::of_text(&mark) {
            area = Some(area.map_or(of_line, |area| area.with(&of_line)));
        }
        marks.push(mark);
    }
    (marks, area.unwrap_or(Area::around(x, y, 0.0)))
}

/// Places for a name, the best first: right, left, above, below, then step by step further up and down.
fn candidates(wish: &Wish) -> impl Iterator<Item = (f64, f64, Anchor)> {
    let ((x, y), gap) = (wish.at, wish.radius + 4.0);
    let middle = y + SIZE * 0.34;
    let near = [
        (x + gap, middle, Anchor::Start),
        (x - gap, middle, Anchor::End),
        (x, y - gap, Anchor::Middle),
        (x, y + gap + SIZE * 0.75, Anchor::Middle),
        (x + gap * 0.7, y - gap * 0.7, Anchor::Start),
        (x - gap * 0.7, y - gap * 0.7, Anchor::End),
        (x + gap * 0.7, y + gap * 0.7 + SIZE * 0.6, Anchor::Start),
        (x - gap * 0.7, y + gap * 0.7 + SIZE * 0.6, Anchor::End),
    ];
    let far = (1..=5_u8).flat_map(move |step| {
        let away = f64::from(step) * LINE;
        [-away, away].into_iter().flat_map(move |dy| {
            [(x + gap + 6.0, middle + dy, Anchor::Start), (x - gap - 6.0, middle + dy, Anchor::End)]
        })
    });
    near.into_iter().chain(far)
}

fn add_leader(canvas: &mut Canvas, wish: &Wish, area: &Area) {
    let (x, y) = wish.at;
    let end = (x.clamp(area.left, area.right), y.clamp(area.top + 3.0, area.bottom - 3.0));
    let (dx, dy) = (end.0 - x, end.1 - y);
    let distance = dx.hypot(dy);
    if distance > wish.radius + 10.0 {
        let start = (x + dx / distance * wish.radius, y + dy / distance * wish.radius);
        canvas.add(Mark::line(start, end, Class::Axis));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::scene::DataTable;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_never_overlap_and_stay_inside(
            points in proptest::collection::vec((0.0..360.0_f64, 0.0..260.0_f64, "[A-Za-z \u{4e00}-\u{4eff}]{0,24}"), 0..40)
        ) {
            let mut canvas = Canvas::new(360.0);
            let inside = Area { left: 0.0, top: 0.0, right: 360.0, bottom: 260.0 };
            let wishes: Vec<Wish> = points
                .into_iter()
                .map(|(x, y, text)| Wish { at: (x, y), radius: 6.0, text, class: Class::Label, row: None })
                .collect();
            place(&mut canvas, &wishes, inside, &[]);
            let scene = canvas.close(260.0, String::new(), String::new(), DataTable::default());
            let areas: Vec<Area> = scene.marks.iter().filter_map(Area::of_text).collect();
            for (at, area) in areas.iter().enumerate() {
                prop_assert!(inside.holds(area), "{area:?}");
                prop_assert!(areas.iter().skip(at + 1).all(|other| !other.overlaps(area)));
            }
        }
    }

    #[test]
    fn a_crowd_of_few_all_get_names() {
        let mut canvas = Canvas::new(360.0);
        let inside = Area { left: 0.0, top: 0.0, right: 360.0, bottom: 260.0 };
        let wishes: Vec<Wish> = (0..8)
            .map(|at| Wish {
                at: (200.0 + f64::from(at), 130.0),
                radius: 6.0,
                text: format!("Person {at}"),
                class: Class::Label,
                row: None,
            })
            .collect();
        place(&mut canvas, &wishes, inside, &[]);
        assert_eq!(canvas.texts().len(), 8);
    }
}
