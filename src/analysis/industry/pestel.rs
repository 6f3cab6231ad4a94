//! What the forces from outside add up to.

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::Score;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::industry::pestel;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w1.pestel.<id>.score", "PESTEL item score", "因素得分", Score, Rows("w1.pestel", score))
        .how("Direction {0} × impact {1} × probability {2}", "方向{0}×影响{1}×可能性{2}")
        .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.political",
        "PESTEL net: political",
        "维度净值：政治",
        Score,
        Once(|book| net_of(book, "political")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.economic",
        "PESTEL net: economic",
        "维度净值：经济",
        Score,
        Once(|book| net_of(book, "economic")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.social",
        "PESTEL net: social",
        "维度净值：社会",
        Score,
        Once(|book| net_of(book, "social")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.technological",
        "PESTEL net: technological",
        "维度净值：技术",
        Score,
        Once(|book| net_of(book, "technological")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.environmental",
        "PESTEL net: environmental",
        "维度净值：环境",
        Score,
        Once(|book| net_of(book, "environmental")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new(
        "w1.pestel_net.legal",
        "PESTEL net: legal",
        "维度净值：法律",
        Score,
        Once(|book| net_of(book, "legal")),
    )
    .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
    .reads("w1.pestel"),
    ResultDef::new("w1.pestel_net", "PESTEL net", "宏观环境净值", Score, Once(net))
        .how("Opportunities {0} − threats {1}", "机会{0}−威胁{1}")
        .reads("w1.pestel"),
    ResultDef::new("w1.pestel_opportunity", "Opportunities", "机会合计", Score, Once(opportunity))
        .how("Sum of all scores above zero", "所有正分之和")
        .reads("w1.pestel"),
    ResultDef::new("w1.pestel_threat", "Threats", "威胁合计", Score, Once(threat))
        .how("Sum of all scores below zero", "所有负分之和")
        .reads("w1.pestel"),
    ResultDef::new("w1.efe", "EFE total", "EFE总分", Score, Once(efe))
        .how(
            "Σ(weight × rating) = {0}, divided by Σ weight = {1}; 2.5 is average",
            "Σ（权重×评分）={0}，除以Σ权重={1}；2.5为平均水平",
        )
        .reads("w1.pestel"),
];

/// Score of a factor, −25 to 25: direction (+1, 0, −1) × impact × probability (1.5).
pub fn score(_: &Book, row: &Row) -> Answer {
    let direction = match row.get(pestel::DIRECTION) {
        Some("opportunity") => 1.0,
        Some("threat") => -1.0,
        Some("neutral") => 0.0,
        _ => return Answer::none(Gap::Empty),
    };
    match (row.get(pestel::IMPACT), row.get(pestel::PROB)) {
        (Some(impact), Some(probability)) => {
            Answer::number(direction * impact * probability).with([direction, impact, probability])
        }
        _ => Answer::none(Gap::Empty),
    }
}

/// Adds up the scores of the rows that are wanted, of those the ones that count.
fn sum(book: &Book, is_wanted: impl Fn(&Row) -> bool, counts: impl Fn(f64) -> bool) -> Answer {
    let rows = book.rows(pestel::TABLE).filter(|row| is_wanted(row));
    let scores: Vec<f64> = rows.filter_map(|row| score(book, row).as_number()).collect();
    if scores.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (above, below): (Vec<f64>, Vec<f64>) = scores.iter().partition(|score| **score > 0.0);
    let (above, below) = (above.iter().sum::<f64>(), below.iter().sum::<f64>());
    Answer::number(scores.into_iter().filter(|score| counts(*score)).sum()).with([above + 0.0, -below + 0.0])
}

/// Net score of one dimension: the sum of its scores (1.5).
pub fn net_of(book: &Book, dimension: &str) -> Answer {
    sum(book, |row| row.get(pestel::DIMENSION) == Some(dimension), |_| true)
}

/// Net score of all factors (1.5).
pub fn net(book: &Book) -> Answer {
    sum(book, |_| true, |_| true)
}

/// Sum of the scores of the opportunities (1.5).
pub fn opportunity(book: &Book) -> Answer {
    sum(book, |_| true, |score| score > 0.0)
}

/// Sum of the scores of the threats, 0 or less (1.5).
pub fn threat(book: &Book) -> Answer {
    sum(book, |_| true, |score| score < 0.0)
}

/// External factor evaluation, 1 to 4: weighted mean of how well the customer responds; 2.5 is average (1.5).
pub fn efe(book: &Book) -> Answer {
    let rows = book.rows(pestel::TABLE);
    let items: Vec<_> = rows.map(|row| (row.get(pestel::EFE_WEIGHT), row.get(pestel::EFE_RATING))).collect();
    Answer::weighted_mean(&items)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, put};

    #[test]
    fn four_factors() {
        let mut document = doc(&[]);
        column(&mut document, "w1.pestel", "direction", "opportunity threat opportunity threat");
        column(&mut document, "w1.pestel", "impact", "4 5 3 2");
        column(&mut document, "w1.pestel", "prob", "4 3 5 2");
        column(&mut document, "w1.pestel", "dimension", "political legal political social economic");
        expect(
            &document,
            &[
                ("w1.pestel.r1.score", 16.0),
                ("w1.pestel.r2.score", -15.0),
                ("w1.pestel.r3.score", 15.0),
                ("w1.pestel.r4.score", -4.0),
                ("w1.pestel_net", 12.0),
                ("w1.pestel_opportunity", 31.0),
                ("w1.pestel_threat", -19.0),
                ("w1.pestel_net.political", 31.0),
                ("w1.pestel_net.social", -4.0),
            ],
        );
        assert_eq!(answer(&document, "w1.pestel_net").numbers, [31.0, 19.0]);
        assert_eq!(gap(&document, "w1.pestel_net.economic"), Gap::NoRows);
        assert_eq!(gap(&document, "w1.pestel.r5.score"), Gap::Empty);
        let neutral =
            doc(&[("w1.pestel.a.direction", "neutral"), ("w1.pestel.a.impact", "5"), ("w1.pestel.a.prob", "5")]);
        expect(&neutral, &[("w1.pestel_net", 0.0), ("w1.pestel_threat", 0.0)]);
    }

    #[test]
    fn external_factors() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w1.efe"), Gap::NoRows);
        column(&mut document, "w1.pestel", "efe_rating", "3 4 2 2 3 1");
        expect(&document, &[("w1.efe", 2.5)]);
        column(&mut document, "w1.pestel", "efe_weight", "0.2 0.15 0.1 0.25 0.2 0.1");
        expect(&document, &[("w1.efe", 2.6)]);
        put(&mut document, "w1.pestel.r7.efe_rating", "4");
        assert_eq!(answer(&document, "w1.efe").rated, Some((6, 7)));
        column(&mut document, "w1.pestel", "efe_weight", "0 0 0 0 0 0");
        assert_eq!(gap(&document, "w1.efe"), Gap::DivisionByZero);
    }
}
