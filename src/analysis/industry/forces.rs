//! The five forces, and what they leave to earn in the industry.

use crate::analysis::Compute::Once;
use crate::analysis::ResultUnit::{Enum, Percent, Score};
use crate::analysis::stats::{count, mean, settle};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Field, Opt, Rating, opt};
use crate::worksheets::industry::forces;

/// Keys of the five forces.
pub const FORCES: [&str; 5] = ["rivalry", "entrants", "substitutes", "suppliers", "buyers"];
const CLASSES: &[Opt] = &[opt("low", "Low", "弱"), opt("medium", "Medium", "中"), opt("high", "High", "强")];

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w1.force.rivalry", "Rivalry", "同业竞争强度", Score, Once(|book| today(book, "rivalry")))
        .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
        .reads("w1.forces"),
    ResultDef::new(
        "w1.force.entrants",
        "Threat of new entrants",
        "新进入者威胁",
        Score,
        Once(|book| today(book, "entrants")),
    )
    .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force.substitutes",
        "Threat of substitutes",
        "替代品威胁",
        Score,
        Once(|book| today(book, "substitutes")),
    )
    .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force.suppliers",
        "Supplier power",
        "供应商议价能力",
        Score,
        Once(|book| today(book, "suppliers")),
    )
    .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
    .reads("w1.forces"),
    ResultDef::new("w1.force.buyers", "Buyer power", "购买者议价能力", Score, Once(|book| today(book, "buyers")))
        .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
        .reads("w1.forces"),
    ResultDef::new(
        "w1.force_class.rivalry",
        "Rivalry: class",
        "同业竞争强度：等级",
        Enum,
        Once(|book| class(book, "rivalry")),
    )
    .options(CLASSES)
    .how("Strength {0}: low below 2.34, high above 3.66", "强度{0}：低于2.34为弱，高于3.66为强")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_class.entrants",
        "Threat of new entrants: class",
        "新进入者威胁：等级",
        Enum,
        Once(|book| class(book, "entrants")),
    )
    .options(CLASSES)
    .how("Strength {0}: low below 2.34, high above 3.66", "强度{0}：低于2.34为弱，高于3.66为强")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_class.substitutes",
        "Threat of substitutes: class",
        "替代品威胁：等级",
        Enum,
        Once(|book| class(book, "substitutes")),
    )
    .options(CLASSES)
    .how("Strength {0}: low below 2.34, high above 3.66", "强度{0}：低于2.34为弱，高于3.66为强")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_class.suppliers",
        "Supplier power: class",
        "供应商议价能力：等级",
        Enum,
        Once(|book| class(book, "suppliers")),
    )
    .options(CLASSES)
    .how("Strength {0}: low below 2.34, high above 3.66", "强度{0}：低于2.34为弱，高于3.66为强")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_class.buyers",
        "Buyer power: class",
        "购买者议价能力：等级",
        Enum,
        Once(|book| class(book, "buyers")),
    )
    .options(CLASSES)
    .how("Strength {0}: low below 2.34, high above 3.66", "强度{0}：低于2.34为弱，高于3.66为强")
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_future.rivalry",
        "Rivalry in three years",
        "同业竞争强度（三年后）",
        Score,
        Once(|book| future(book, "rivalry")),
    )
    .how(
        "Σ(weight × rating in three years) = {0}, divided by Σ weight = {1}",
        "Σ（权重×三年后评分）={0}，除以Σ权重={1}",
    )
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_future.entrants",
        "Threat of new entrants in three years",
        "新进入者威胁（三年后）",
        Score,
        Once(|book| future(book, "entrants")),
    )
    .how(
        "Σ(weight × rating in three years) = {0}, divided by Σ weight = {1}",
        "Σ（权重×三年后评分）={0}，除以Σ权重={1}",
    )
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_future.substitutes",
        "Threat of substitutes in three years",
        "替代品威胁（三年后）",
        Score,
        Once(|book| future(book, "substitutes")),
    )
    .how(
        "Σ(weight × rating in three years) = {0}, divided by Σ weight = {1}",
        "Σ（权重×三年后评分）={0}，除以Σ权重={1}",
    )
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_future.suppliers",
        "Supplier power in three years",
        "供应商议价能力（三年后）",
        Score,
        Once(|book| future(book, "suppliers")),
    )
    .how(
        "Σ(weight × rating in three years) = {0}, divided by Σ weight = {1}",
        "Σ（权重×三年后评分）={0}，除以Σ权重={1}",
    )
    .reads("w1.forces"),
    ResultDef::new(
        "w1.force_future.buyers",
        "Buyer power in three years",
        "购买者议价能力（三年后）",
        Score,
        Once(|book| future(book, "buyers")),
    )
    .how(
        "Σ(weight × rating in three years) = {0}, divided by Σ weight = {1}",
        "Σ（权重×三年后评分）={0}，除以Σ权重={1}",
    )
    .reads("w1.forces"),
    ResultDef::new("w1.force_mean", "Mean of the forces", "五力均值", Score, Once(force_mean))
        .how("Mean of the {0} forces that are rated", "已评分的{0}个力的平均值")
        .reads("w1.forces"),
    ResultDef::new("w1.attractiveness", "Industry attractiveness", "行业吸引力", Percent, Once(attractiveness))
        .how("(5 − mean of the forces {0}) ÷ 4 × 100", "（5−五力均值{0}）÷4×100")
        .reads("w1.forces"),
    ResultDef::new(
        "w1.attractiveness_future",
        "Industry attractiveness in three years",
        "行业吸引力（三年后）",
        Percent,
        Once(attractiveness_future),
    )
    .how("(5 − mean of the forces in three years {0}) ÷ 4 × 100", "（5−三年后五力均值{0}）÷4×100")
    .reads("w1.forces"),
];

fn strength(book: &Book, force: &str, rating: Field<Rating>) -> Answer {
    let rows = book.rows(forces::TABLE).filter(|row| row.get(forces::FORCE) == Some(force));
    let items: Vec<_> = rows.map(|row| (row.get(forces::WEIGHT), row.get(rating))).collect();
    Answer::weighted_mean(&items)
}

/// Strength of a force today, 1 to 5: weighted mean of its rated factors; 5 is bad for profits (1.6).
pub fn today(book: &Book, force: &str) -> Answer {
    strength(book, force, forces::RATING)
}

/// Strength of a force in three years, 1 to 5 (1.6).
pub fn future(book: &Book, force: &str) -> Answer {
    strength(book, force, forces::FUTURE)
}

/// Class of a force today: low below 2.34, high above 3.66 (1.6).
pub fn class(book: &Book, force: &str) -> Answer {
    let strength = today(book, force);
    match strength.as_number().map(settle) {
        Some(score) if score < 2.34 => Answer::key("low").with([score]),
        Some(score) if score <= 3.66 => Answer::key("medium").with([score]),
        Some(score) => Answer::key("high").with([score]),
        None => strength.with([]),
    }
}

/// Mean of the forces that are rated, 1 to 5 (1.6).
pub fn force_mean(book: &Book) -> Answer {
    let rated: Vec<f64> = FORCES.iter().filter_map(|force| today(book, force).as_number()).collect();
    Answer::maybe(mean(&rated), Gap::NoRows).with([count(rated.len())]).rated(rated.len(), FORCES.len())
}

/// How attractive the industry is, percent: `(5 − mean of the forces) / 4 × 100` (1.6).
pub fn attractiveness(book: &Book) -> Answer {
    attractiveness_at(force_mean(book).as_number())
}

/// How attractive the industry will be in three years, percent; a force without future rating stays as it is today, so
/// that the two compare (1.6).
pub fn attractiveness_future(book: &Book) -> Answer {
    let in_three_years = FORCES.map(|force| future(book, force).as_number());
    if in_three_years.iter().all(Option::is_none) {
        return Answer::none(Gap::NoRows);
    }
    let filled = FORCES.iter().zip(in_three_years);
    let forces: Vec<f64> =
        filled.filter_map(|(force, later)| later.or_else(|| today(book, force).as_number())).collect();
    attractiveness_at(mean(&forces))
}

fn attractiveness_at(force_mean: Option<f64>) -> Answer {
    match force_mean {
        Some(mean) => Answer::number((5.0 - mean) / 4.0 * 100.0).with([mean]),
        None => Answer::none(Gap::NoRows),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put};
    use crate::model::Document;

    fn rate(document: &mut Document, force: &str, field: &str, ratings: &str) {
        for (at, rating) in ratings.split_whitespace().enumerate() {
            put(document, &format!("w1.forces.{force}{at}.force"), force);
            put(document, &format!("w1.forces.{force}{at}.{field}"), rating);
        }
    }

    #[test]
    fn five_forces_today_and_in_three_years() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w1.attractiveness"), Gap::NoRows);
        rate(&mut document, "rivalry", "rating", "4 4 3 5");
        rate(&mut document, "entrants", "rating", "2 3 2 2");
        rate(&mut document, "substitutes", "rating", "3 4 4");
        rate(&mut document, "suppliers", "rating", "2 3 2");
        rate(&mut document, "buyers", "rating", "4 4 5 3");
        expect(
            &document,
            &[
                ("w1.force.rivalry", 4.0),
                ("w1.force.entrants", 2.25),
                ("w1.force.substitutes", 11.0 / 3.0),
                ("w1.force.suppliers", 7.0 / 3.0),
                ("w1.force.buyers", 4.0),
                ("w1.force_mean", 3.25),
                ("w1.attractiveness", 43.75),
            ],
        );
        assert_eq!(key(&document, "w1.force_class.suppliers"), "low");
        assert_eq!(key(&document, "w1.force_class.substitutes"), "high");
        assert_eq!(gap(&document, "w1.attractiveness_future"), Gap::NoRows);
        rate(&mut document, "entrants", "future", "5 4");
        expect(&document, &[("w1.force_future.entrants", 4.5), ("w1.attractiveness_future", 32.5)]);
        assert_eq!(gap(&document, "w1.force_future.buyers"), Gap::NoRows);
    }

    #[test]
    fn factors_weigh_one_unless_said_otherwise() {
        let mut document = doc(&[]);
        rate(&mut document, "buyers", "rating", "5 2");
        put(&mut document, "w1.forces.buyers0.weight", "3");
        expect(&document, &[("w1.force.buyers", 17.0 / 4.0), ("w1.force_mean", 17.0 / 4.0)]);
        assert_eq!(answer(&document, "w1.force_mean").rated, Some((1, 5)));
        put(&mut document, "w1.forces.buyers0.weight", "0");
        put(&mut document, "w1.forces.buyers1.weight", "0");
        assert_eq!(gap(&document, "w1.force.buyers"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w1.force_class.buyers"), Gap::DivisionByZero);
    }
}
