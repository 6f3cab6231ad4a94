//! Which version fits the buying criteria best.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::{needs::criteria, solution::opts, solution::scores};

const LOOKS: [(Class, Class); 3] = [
    (Class::AreaAccent, Class::LineAccent),
    (Class::AreaGrey, Class::LineGrey),
    (Class::LineGreyDash, Class::LineGreyDash),
];

/// Radar of up to three options over the customer's buying criteria; the best one is filled in the accent colour.
pub fn option_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let score = |criterion: &Row, option: &Row| book.cell(scores::TABLE, &criterion.id, &option.id).get(scores::SCORE);
    let total = |option: &Row| of_row(book, "w4.opts", option.id.as_str(), "score");
    let mut options: Vec<(&Row, f64)> = book.rows(opts::TABLE).filter_map(|row| Some((row, total(row)?))).collect();
    crate::model::order::sort_by(&mut options, |a, b| b.1.total_cmp(&a.1));
    options.truncate(LOOKS.len());
    let mut spokes: Vec<&Row> = book
        .rows(criteria::TABLE)
        .filter(|row| options.iter().any(|(option, _)| score(row, option).is_some()))
        .collect();
    spokes.truncate(10);
    let Some((best, points)) = options.first().filter(|_| spokes.len() > 2) else {
        return empty(
            size,
            lang,
            bi("Which version would they choose?", "客户会选哪一版？"),
            bi("Score the options on at least three buying criteria.", "至少按三项采购因素给各选项打分。"),
            &["w3.criteria.criterion", "w4.opts.name", "w4.scores.score"],
            Sketch::Star,
        );
    };
    let name = |row: &Row| option_name(row, lang);
    let series = |(option, (class, _)): (&(&Row, f64), (Class, Class))| Series {
        values: spokes.iter().map(|criterion| score(criterion, option.0)).collect(),
        class,
        dots: None,
    };
    let mut lines: Vec<Series> = options.iter().zip(LOOKS).map(series).collect();
    lines.reverse();
    let spoke = |row: &&Row| (name_of(criteria::TABLE, row, lang), String::new(), Some(row.id.clone()));
    let radar = Radar {
        low: 0.0,
        high: 5.0,
        rings: vec![1.0, 3.0, 5.0],
        spokes: spokes.iter().map(spoke).collect(),
        series: lines,
    };
    let mut canvas = Canvas::new(size.width);
    let entries: Vec<_> = options
        .iter()
        .zip(LOOKS)
        .map(|((row, total), (_, class))| (Swatch::Line, class, format!("{} {}", fixed(*total, 2), name(row))))
        .collect();
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let mut table = DataTable::of(lang, &[bi("Criterion", "采购因素")]);
    table.headers.extend(options.iter().map(|(row, _)| name(row)));
    for criterion in &spokes {
        let mut cells = vec![name_of(criteria::TABLE, criterion, lang)];
        cells.extend(options.iter().map(|(option, _)| cell(score(criterion, option), 0)));
        table.rows.push(cells);
    }
    let (best, points) = (brief(&name(best)), fixed(*points, 2));
    let title =
        say!(lang, "“{best}” fits their criteria best ({points} of 5)", "“{best}”最合客户的标准（{points}分，满分5）");
    let subtitle =
        word!(lang, "Scores 1 to 5 per buying criterion; totals are weighted.", "按采购因素打分，1至5分；总分为加权。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn option_name(row: &Row, lang: Lang) -> String {
    let level = || row.get(opts::LEVEL).map(|key| crate::charts::data::choice(opts::TABLE.field("level"), key, lang));
    row.get(opts::NAME).map(ToOwned::to_owned).or_else(level).unwrap_or_else(|| name_of(opts::TABLE, row, lang))
}
