//! Where our offer differs from the rivals', and where we want it to.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, firm, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Placed, Rows, more};
use crate::charts::scene::{DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Id, Lang, Row, bi};
use crate::worksheets::competition::{comp, curve, levels};

const MOST: usize = 14;
const RIVALS: [(Class, Class); 2] = [(Class::LineGrey, Class::Grey), (Class::LineGreyDash, Class::HollowGrey)];

/// Value curves, factors downwards: our level, our target (dashed) and the first two rivals.
pub fn value_curve(book: &Book, lang: Lang, size: Size) -> Scene {
    let us: Id = "us".into();
    let level = |row: &Row, id: &Id| book.cell(levels::TABLE, &row.id, id).get(levels::LEVEL);
    let all: Vec<&Row> = book.rows(curve::TABLE).collect();
    let firms: Vec<Id> = book.rows(comp::TABLE).map(|row| row.id.clone()).filter(|id| *id != us).collect();
    let rivals: Vec<Id> =
        firms.into_iter().filter(|id| all.iter().any(|row| level(row, id).is_some())).take(RIVALS.len()).collect();
    let known = all.iter().any(|row| level(row, &us).is_some() || row.get(curve::TARGET).is_some());
    if !known && rivals.is_empty() {
        return empty(
            size,
            lang,
            bi("Where do we differ?", "我们和对手差在哪里？"),
            bi("Give each factor a level from 1 to 10 for us and the rivals.", "给每个元素评我方和对手的水平，1至10。"),
            &["w2.curve.factor", "w2.levels.level", "w2.curve.target"],
            Sketch::Bars,
        );
    }
    let shown: Vec<&Row> = all.iter().take(MOST).copied().collect();
    let lines = shown.iter().map(|row| {
        let track = Part::new(1.0, 10.0, Class::Wash).slim();
        let mut line = Line::new(name_of(curve::TABLE, row, lang)).of(&row.id).part(track);
        if let Some(target) = row.get(curve::TARGET) {
            line = line.pin(Pin::new(target, PinShape::Diamond, Class::Hollow).tip(cell(Some(target), 0)));
        }
        line
    });
    let mut canvas = Canvas::new(size.width);
    let mut entries = vec![(Swatch::Line, Class::LineAccent, firm(book, "us", lang))];
    if all.iter().any(|row| row.get(curve::TARGET).is_some()) {
        entries.push((Swatch::Diamond, Class::Hollow, word!(lang, "our target", "我方目标").to_owned()));
    }
    entries
        .extend(rivals.iter().zip(RIVALS).map(|(id, (class, _))| (Swatch::Line, class, firm(book, id.as_str(), lang))));
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let ticks = [(1.0, word!(lang, "1 lowest", "1 最低")), (10.0, word!(lang, "10 highest", "10 最高"))];
    let rows = Rows::between(1.0, 10.0, lines.collect()).ticks(ticks.map(|(at, word)| (at, word.to_owned())).to_vec());
    let placed = rows.draw(&mut canvas, top);
    join(&mut canvas, &placed, shown.iter().map(|row| row.get(curve::TARGET)), Class::LineAccentDash, None);
    for (id, (class, dots)) in rivals.iter().zip(RIVALS) {
        join(&mut canvas, &placed, shown.iter().map(|row| level(row, id)), class, Some(dots));
    }
    join(&mut canvas, &placed, shown.iter().map(|row| level(row, &us)), Class::LineAccent, Some(Class::Accent));
    let bottom = more(&mut canvas, placed.bottom, all.len().saturating_sub(MOST), lang);
    let mut table = DataTable::of(lang, &[bi("Factor", "元素"), bi("Us", "我方"), bi("Target", "目标")]);
    table.headers.extend(rivals.iter().map(|id| firm(book, id.as_str(), lang)));
    for row in &all {
        let mut cells =
            vec![name_of(curve::TABLE, row, lang), cell(level(row, &us), 0), cell(row.get(curve::TARGET), 0)];
        cells.extend(rivals.iter().map(|id| cell(level(row, id), 0)));
        table.rows.push(cells);
    }
    let best = |row: &Row| rivals.iter().filter_map(|id| level(row, id)).reduce(f64::max);
    let lead = |row: &&Row| Some(level(row, &us)? - best(row)?);
    let widest = all.iter().filter_map(|row| Some((lead(row)?, row))).max_by(|a, b| a.0.total_cmp(&b.0));
    let title = match widest.filter(|(lead, _)| *lead > 0.0) {
        Some((_, row)) => {
            let factor = brief(&name_of(curve::TABLE, row, lang));
            let (ours, theirs) = (cell(level(row, &us), 0), cell(best(row), 0));
            say!(
                lang,
                "We stand out on {factor}: {ours} against {theirs}",
                "我们最突出的是{factor}（{ours}比{theirs}）"
            )
        }
        None => word!(lang, "Nothing on which we stand out yet", "还没有一项让我们显得突出").to_owned(),
    };
    let subtitle = word!(lang, "Level of each offer, factor by factor.", "各家在每个元素上的提供水平。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

/// Joins the levels of neighbouring rows; a missing level is a gap.
fn join(
    canvas: &mut Canvas,
    placed: &Placed,
    values: impl Iterator<Item = Option<f64>>,
    class: Class,
    dots: Option<Class>,
) {
    let points: Vec<Option<(f64, f64)>> =
        values.zip(&placed.middles).map(|(value, y)| value.map(|value| (placed.x.at(value), *y))).collect();
    for pair in points.windows(2) {
        if let [Some(from), Some(to)] = pair {
            canvas.add(Mark::line(*from, *to, class));
        }
    }
    if let Some(dots) = dots {
        points.iter().flatten().for_each(|(x, y)| canvas.add(Mark::circle(*x, *y, 4.0, dots)));
    }
}
