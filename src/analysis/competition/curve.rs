//! How our value curve differs from the others.

use super::{others, us};
use crate::analysis::Compute::Once;
use crate::analysis::ResultUnit::Score;
use crate::analysis::stats::{count, deviation, mean};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Id;
use crate::worksheets::competition::{curve, levels};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.divergence", "Divergence of our curve", "价值曲线差异度", Score, Once(divergence))
        .how(
            "Mean distance between our level and the mean of the others, over {0} factors",
            "{0}个要素上，我方水平与其他各家均值之差的平均",
        )
        .reads("w2.comp w2.curve w2.levels"),
    ResultDef::new("w2.focus", "Focus of our curve", "聚焦度", Score, Once(focus))
        .how("Standard deviation of our levels over {0} factors", "我方{0}个要素水平的标准差")
        .reads("w2.comp w2.curve w2.levels"),
];

fn level(book: &Book, factor: &Id, firm: &Id) -> Option<f64> {
    book.cell(levels::TABLE, factor, firm).get(levels::LEVEL)
}

/// Mean distance of our levels from the mean of the others, 0 to 9 (2.4).
pub fn divergence(book: &Book) -> Answer {
    let distances: Vec<f64> = book
        .rows(curve::TABLE)
        .filter_map(|factor| {
            let theirs: Vec<f64> = others(book).filter_map(|firm| level(book, &factor.id, &firm.id)).collect();
            Some((level(book, &factor.id, &us())? - mean(&theirs)?).abs())
        })
        .collect();
    Answer::maybe(mean(&distances), Gap::NoRows).with([count(distances.len())])
}

/// Population standard deviation of our levels, 0 to 4.5; higher is more focused (2.4).
pub fn focus(book: &Book) -> Answer {
    let ours: Vec<f64> = book.rows(curve::TABLE).filter_map(|factor| level(book, &factor.id, &us())).collect();
    Answer::maybe(deviation(&ours), Gap::TooFew).with([count(ours.len())])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, number, put};

    #[test]
    fn five_factors_three_firms() {
        let mut document = doc(&[("w2.comp.a.name", "A"), ("w2.comp.b.name", "B")]);
        assert_eq!(gap(&document, "w2.divergence"), Gap::NoRows);
        for (firm, levels) in [("us", [8, 3, 9, 6, 2]), ("a", [6, 6, 6, 6, 6]), ("b", [5, 7, 4, 6, 8])] {
            for (at, level) in levels.iter().enumerate() {
                put(&mut document, &format!("w2.curve.f{at}.factor"), "Factor");
                put(&mut document, &format!("w2.levels.f{at}.{firm}.level"), &level.to_string());
            }
        }
        expect(&document, &[("w2.divergence", 3.0), ("w2.focus", 7.44_f64.sqrt())]);
        assert!((number(&document, "w2.focus") - 2.727_636).abs() < 1e-6);
    }

    #[test]
    fn one_factor_is_too_few_for_focus() {
        let document = doc(&[("w2.curve.f.factor", "Speed"), ("w2.levels.f.us.level", "7")]);
        assert_eq!(gap(&document, "w2.focus"), Gap::TooFew);
        assert_eq!(gap(&document, "w2.divergence"), Gap::NoRows);
    }
}
