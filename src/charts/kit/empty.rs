//! A picture without data yet: a sentence, the fields that feed it, and a faint sketch.

use crate::charts::scene::{DataTable, EmptyHint, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Bi, Lang};

/// What the sketch looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sketch {
    /// Horizontal bars.
    Bars,
    /// Columns.
    Columns,
    /// Points on a map.
    Dots,
    /// A star.
    Star,
    /// A table of cells.
    Cells,
    /// A curve.
    Curve,
}

/// The scene that stands in for a picture without data.
pub fn empty(size: Size, lang: Lang, title: Bi, text: Bi, fields: &[&'static str], sketch: Sketch) -> Scene {
    let mut canvas = Canvas::new(size.width);
    let height = 150.0;
    draw(&mut canvas, sketch, size.width, height);
    let mut scene = canvas.close(height, title.get(lang).to_owned(), text.get(lang).to_owned(), DataTable::default());
    scene.empty = Some(EmptyHint { text: text.get(lang).to_owned(), fields: fields.to_vec() });
    scene
}

fn draw(canvas: &mut Canvas, sketch: Sketch, width: f64, height: f64) {
    let part = |share: f64| share * width;
    match sketch {
        Sketch::Bars => {
            for (at, share) in [0.8, 0.62, 0.5, 0.3].into_iter().enumerate() {
                let y = 15.0 + crate::analysis::stats::count(at) * 32.0;
                canvas.add(Mark::rect(0.0, y, part(share), 18.0, Class::Wash).round(3.0));
            }
        }
        Sketch::Columns => {
            for (at, share) in [0.4, 0.55, 0.7, 0.9].into_iter().enumerate() {
                let x = part(0.08 + crate::analysis::stats::count(at) * 0.23);
                canvas.add(Mark::rect(x, height * (1.0 - share), part(0.16), height * share, Class::Wash).round(3.0));
            }
        }
        Sketch::Dots => {
            canvas.add(Mark::line((0.0, height - 1.0), (width, height - 1.0), Class::Rule));
            canvas.add(Mark::line((1.0, 0.0), (1.0, height), Class::Rule));
            for (x, y, radius) in [(0.25, 0.6, 9.0), (0.45, 0.35, 12.0), (0.7, 0.25, 8.0), (0.82, 0.55, 14.0)] {
                canvas.add(Mark::circle(part(x), height * y, radius, Class::Wash));
            }
        }
        Sketch::Star => {
            for radius in [65.0, 45.0, 25.0] {
                canvas.add(Mark::area(super::radar::polygon(width / 2.0, 75.0, &[radius; 5]), Class::Rule));
            }
            canvas.add(Mark::area(
                super::radar::polygon(width / 2.0, 75.0, &[50.0, 30.0, 58.0, 40.0, 34.0]),
                Class::Wash,
            ));
        }
        Sketch::Cells => {
            for row in 0..4_u8 {
                for col in 0..5_u8 {
                    let (x, y) = (part(f64::from(col) * 0.2), f64::from(row) * 36.0 + 4.0);
                    canvas.add(Mark::rect(x + 2.0, y, part(0.2) - 4.0, 31.0, Class::Wash).round(3.0));
                }
            }
        }
        Sketch::Curve => {
            canvas.add(Mark::line((0.0, height - 1.0), (width, height - 1.0), Class::Rule));
            let points = (0..=20_u8).map(|at| {
                let t = f64::from(at) / 20.0;
                (part(t), height * (0.9 - 0.75 * t * t * (3.0 - 2.0 * t)))
            });
            canvas.add(Mark::path(points.collect(), Class::Axis));
        }
    }
}
