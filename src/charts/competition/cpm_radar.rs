//! Where we are ahead of the best rival, and where behind.

use super::cpm_bars::ranked;
use crate::analysis::Book;
use crate::charts::data::{brief, cell, firm, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Id, Lang, Row, bi};
use crate::worksheets::competition::{factors, ratings};

const MOST: usize = 10;

/// Radar of the success factors: us against the best-rated rival.
pub fn cpm_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let us: Id = "us".into();
    let best = ranked(book).into_iter().map(|(id, _)| id).find(|id| *id != us);
    let rating = |row: &Row, id: &Id| book.cell(ratings::TABLE, &row.id, id).get(ratings::RATING);
    let mut rated: Vec<&Row> = book.rows(factors::TABLE).filter(|row| rating(row, &us).is_some()).collect();
    crate::model::order::sort_by(&mut rated, |a, b| {
        b.get(factors::WEIGHT).unwrap_or(0.0).total_cmp(&a.get(factors::WEIGHT).unwrap_or(0.0))
    });
    rated.truncate(MOST);
    let Some(best) = best.filter(|_| rated.len() > 2) else {
        return empty(
            size,
            lang,
            bi("Where are we ahead, where behind?", "我们强在哪里、弱在哪里？"),
            bi("Rate us and a rival on at least three factors.", "至少在三项要素上给我方和一家对手打分。"),
            &["w2.factors.factor", "w2.ratings.rating"],
            Sketch::Star,
        );
    };
    let rival = firm(book, best.as_str(), lang);
    let series =
        |id: &Id, class, dots| Series { values: rated.iter().map(|row| rating(row, id)).collect(), class, dots };
    let radar = Radar {
        low: 0.0,
        high: 4.0,
        rings: vec![1.0, 2.0, 3.0, 4.0],
        spokes: rated
            .iter()
            .map(|row| (name_of(factors::TABLE, row, lang), String::new(), Some(row.id.clone())))
            .collect(),
        series: vec![series(&best, Class::AreaGrey, None), series(&us, Class::AreaAccent, Some(Class::Accent))],
    };
    let mut canvas = Canvas::new(size.width);
    let ours = firm(book, "us", lang);
    let entries = [(Swatch::Line, Class::LineAccent, ours), (Swatch::Line, Class::LineGrey, rival.clone())];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let mut table = DataTable::of(
        lang,
        &[bi("Factor", "要素"), bi("Us (1–4)", "我方（1–4）"), bi("Best rival (1–4)", "最强对手（1–4）")],
    );
    for row in &rated {
        table.push([name_of(factors::TABLE, row, lang), cell(rating(row, &us), 0), cell(rating(row, &best), 0)]);
    }
    let gap = |row: &&Row| Some(rating(row, &us)? - rating(row, &best)?);
    let behind = rated.iter().filter_map(|row| Some((gap(row)?, row))).min_by(|a, b| a.0.total_cmp(&b.0));
    let rival = brief(&rival);
    let title = match behind.filter(|(gap, _)| *gap < 0.0) {
        Some((_, row)) => {
            let factor = brief(&name_of(factors::TABLE, row, lang));
            let (theirs, ours) = (cell(rating(row, &best), 0), cell(rating(row, &us), 0));
            say!(
                lang,
                "{rival} beats us on {factor}, {theirs} to {ours}",
                "{factor}上{rival}强过我们（{theirs}比{ours}）"
            )
        }
        None => say!(
            lang,
            "No factor on which {rival} is ahead. Would the customer agree?",
            "没有一项输给{rival}。客户会同意吗？"
        ),
    };
    let subtitle = word!(
        lang,
        "Ratings 1 to 4 on the weightiest factors; the rim is best.",
        "权重最大的要素评分，1至4分，越靠外越好。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
