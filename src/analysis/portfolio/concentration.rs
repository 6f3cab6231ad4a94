//! How our revenue is spread over our customers.

use std::rc::Rc;

use super::ranking::Ranking;
use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Enum, Percent, Score};
use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, opt};
use crate::worksheets::portfolio::{customers, rule};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "portfolio.<id>.cumulative",
        "Cumulative share",
        "累计占比",
        Percent,
        Rows("portfolio.customers", cumulative),
    )
    .how(
        "Revenue of this customer and all larger ones = {0}, divided by all revenue = {1}, times 100",
        "本客户及更大客户的收入合计={0}，除以总收入={1}，再乘100",
    )
    .reads("portfolio.customers"),
    ResultDef::new("portfolio.<id>.abc", "ABC class", "ABC分类", Enum, Rows("portfolio.customers", abc))
        .options(&[opt("a", "A", "A类"), opt("b", "B", "B类"), opt("c", "C", "C类")])
        .how(
            "The larger customers already make up {0}% of revenue: A below {1}%, B below {2}%, else C",
            "更大的客户已占收入{0}%：低于{1}%为A，低于{2}%为B，其余为C",
        )
        .reads("portfolio.customers portfolio.rule"),
    ResultDef::new("portfolio.top20_share", "Top-20 % share", "前20%客户占比", Percent, Once(top20_share))
        .how(
            "Revenue of the {2} largest customers = {0}, divided by all revenue = {1}, times 100",
            "最大的{2}家客户收入={0}，除以总收入={1}，再乘100",
        )
        .reads("portfolio.customers"),
    ResultDef::new("portfolio.gini", "Gini coefficient", "基尼系数", Score, Once(gini))
        .how(
            "Smallest first: 2 × Σ(place × revenue) = {0}, divided by number × revenue = {1}, minus {2}",
            "由小到大：2×Σ（名次×收入）={0}，除以家数×总收入={1}，再减{2}",
        )
        .reads("portfolio.customers"),
    ResultDef::new("portfolio.gini_corrected", "Gini, small sample", "基尼系数（小样本）", Score, Once(gini_corrected))
        .how("Gini {0} × {1} ÷ ({1} − 1)", "基尼系数{0}×{1}÷（{1}−1）")
        .reads("portfolio.customers"),
    ResultDef::new("portfolio.hhi", "Customer concentration (HHI)", "客户集中度", Score, Once(hhi))
        .how("Sum of the squared revenue shares in percent, over {0} customers", "{0}家客户收入占比（%）的平方和")
        .reads("portfolio.customers"),
    ResultDef::new(
        "portfolio.largest_share",
        "Share of the largest customer",
        "最大客户占比",
        Percent,
        Once(largest_share),
    )
    .how("Largest revenue = {0}, divided by all revenue = {1}, times 100", "最大客户收入={0}，除以总收入={1}，再乘100")
    .reads("portfolio.customers settings.rules"),
];

fn ranking(book: &Book) -> Rc<Ranking> {
    book.memo("portfolio by revenue", &[customers::TABLE], || {
        let rows = book.rows(customers::TABLE);
        Ranking::of(rows.filter_map(|row| Some((row.id.clone(), row.get(customers::REVENUE)?))).collect())
    })
}

/// Share in all revenue of this customer and those before it, largest first, percent (3.0.7).
pub fn cumulative(book: &Book, customer: &Row) -> Answer {
    let ranking = ranking(book);
    let Some(place) = ranking.place(&customer.id) else { return Answer::none(Gap::Empty) };
    Answer::percent(place.before + place.own, ranking.total)
}

/// ABC class by the share of the customers before this one: so the customer that crosses the line is still in the class
/// (3.0.7).
pub fn abc(book: &Book, customer: &Row) -> Answer {
    let ranking = ranking(book);
    let Some(place) = ranking.place(&customer.id) else { return Answer::none(Gap::Empty) };
    let share = Answer::percent(place.before, ranking.total);
    let Some(before) = share.as_number().map(settle) else { return share };
    let rule = book.form(rule::TABLE);
    let (Some(a), Some(b)) = (rule.get(rule::ABC_A), rule.get(rule::ABC_B)) else { return Answer::none(Gap::Empty) };
    let class = if before < a {
        "a"
    } else if before < b {
        "b"
    } else {
        "c"
    };
    Answer::key(class).with([before, a, b])
}

/// Share of the largest fifth of the customers in all revenue, at least one customer, percent (3.0.7).
pub fn top20_share(book: &Book) -> Answer {
    let ranking = ranking(book);
    if ranking.sorted.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let wanted = (0.2 * count(ranking.sorted.len())).round().max(1.0);
    let top = (1_u32..).map(f64::from).zip(&ranking.sorted).take_while(|(place, _)| *place <= wanted);
    let sum: f64 = top.map(|(_, revenue)| revenue).sum();
    Answer::percent(sum, ranking.total).with([sum, ranking.total, wanted])
}

/// Gini coefficient of revenue, 0 (all alike) to 1: `2 Σ i·xᵢ / (n Σ xᵢ) − (n + 1) / n`, smallest first (3.0.7).
pub fn gini(book: &Book) -> Answer {
    let ranking = ranking(book);
    let n = count(ranking.sorted.len());
    if n == 0.0 {
        return Answer::none(Gap::NoRows);
    }
    let ranked = (1_u32..).map(f64::from).zip(ranking.sorted.iter().rev());
    let above = 2.0 * ranked.map(|(place, revenue)| place * revenue).sum::<f64>();
    let (below, constant) = (n * ranking.total, (n + 1.0) / n);
    match Answer::ratio(above, below).as_number() {
        Some(ratio) => Answer::number(ratio - constant),
        None => Answer::none(Gap::DivisionByZero),
    }
    .with([above, below, constant])
}

/// Gini coefficient corrected for few customers: `G · n / (n − 1)` (3.0.7).
pub fn gini_corrected(book: &Book) -> Answer {
    let n = count(ranking(book).sorted.len());
    let plain = gini(book);
    match plain.as_number() {
        Some(_) if n < 2.0 => Answer::none(Gap::TooFew),
        Some(gini) => Answer::number(gini * n / (n - 1.0)).with([gini, n]),
        None => plain.with([]),
    }
}

/// Herfindahl index of our customers' revenue, 0 to 10,000: sum of the squared shares in percent (3.0.7).
pub fn hhi(book: &Book) -> Answer {
    let ranking = ranking(book);
    match ranking.sorted.len() {
        0 => Answer::none(Gap::NoRows),
        _ if ranking.total == 0.0 => Answer::none(Gap::DivisionByZero),
        n => {
            let squares = ranking.sorted.iter().map(|revenue| (revenue / ranking.total * 100.0).powi(2));
            Answer::number(squares.sum()).with([count(n)])
        }
    }
}

/// Share of the largest customer in all revenue, percent (3.0.7).
pub fn largest_share(book: &Book) -> Answer {
    let ranking = ranking(book);
    match ranking.sorted.first() {
        Some(largest) => Answer::percent(*largest, ranking.total),
        None => Answer::none(Gap::NoRows),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, key, put};

    #[test]
    fn ten_customers() {
        let mut document = doc(&[]);
        column(&mut document, "portfolio.customers", "revenue", "10 20 30 40 50 70 90 180 310 520");
        expect(
            &document,
            &[
                ("portfolio.gini", 1508.0 / 2640.0),
                ("portfolio.gini_corrected", 1508.0 / 2640.0 * 10.0 / 9.0),
                ("portfolio.top20_share", 83000.0 / 1320.0),
                ("portfolio.largest_share", 52000.0 / 1320.0),
                ("portfolio.r10.cumulative", 52000.0 / 1320.0),
                ("portfolio.r1.cumulative", 100.0),
            ],
        );
        let classes: String =
            (1..=10).rev().map(|row| key(&document, &format!("portfolio.r{row}.abc"))).collect::<Vec<_>>().concat();
        assert_eq!(classes, "aaaabbbccc");
        put(&mut document, "portfolio.rule.abc_a", "30");
        assert_eq!(key(&document, "portfolio.r9.abc"), "b");
    }

    #[test]
    fn nothing_to_divide() {
        let names = ["gini", "gini_corrected", "hhi", "top20_share", "largest_share"];
        let mut document = doc(&[("portfolio.customers.r1.name", "Alone")]);
        for name in names {
            assert_eq!(gap(&document, &format!("portfolio.{name}")), Gap::NoRows, "{name}");
        }
        assert_eq!(gap(&document, "portfolio.r1.abc"), Gap::Empty);
        put(&mut document, "portfolio.customers.r1.revenue", "0");
        for name in names {
            assert_eq!(gap(&document, &format!("portfolio.{name}")), Gap::DivisionByZero, "{name}");
        }
        assert_eq!(gap(&document, "portfolio.r1.cumulative"), Gap::DivisionByZero);
        put(&mut document, "portfolio.customers.r1.revenue", "8");
        expect(&document, &[("portfolio.gini", 0.0), ("portfolio.hhi", 10_000.0), ("portfolio.top20_share", 100.0)]);
        assert_eq!(gap(&document, "portfolio.gini_corrected"), Gap::TooFew);
        assert_eq!(key(&document, "portfolio.r1.abc"), "a");
    }
}
