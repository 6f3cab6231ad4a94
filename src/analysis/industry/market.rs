//! How fast the market and the customer grow.

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::Percent;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Field, Row, Typed};
use crate::worksheets::industry::series;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w1.series.<id>.yoy", "Growth on the year before", "同比", Percent, Rows("w1.series", yoy))
        .how("({0} ÷ {1} of the year before − 1) × 100", "（{0}÷上年{1}−1）×100")
        .reads("w1.series"),
    ResultDef::new("w1.cagr", "Compound growth rate", "复合增长率", Percent, Once(cagr))
        .how("(({0} ÷ {1})^(1 ÷ {2} years) − 1) × 100", "（（{0}÷{1}）^（1÷{2}年）−1）×100")
        .reads("w1.series"),
    ResultDef::new("w1.account_cagr", "Customer's compound growth rate", "客户复合增长率", Percent, Once(account_cagr))
        .how("(({0} ÷ {1})^(1 ÷ {2} years) − 1) × 100", "（（{0}÷{1}）^（1÷{2}年）−1）×100")
        .reads("w1.series"),
    ResultDef::new(
        "w1.account_growth_gap",
        "Customer against the industry",
        "客户相对行业增速",
        Percent,
        Once(account_growth_gap),
    )
    .how(
        "Customer's growth {0} − industry growth {1} over the same years, in percentage points",
        "客户增速{0}−同期行业增速{1}，单位为百分点",
    )
    .reads("w1.series"),
];

/// The value of a field in the row of a year.
#[derive(Clone, Copy)]
struct Point {
    year: f64,
    value: f64,
}

/// The points of a series in the order of the list; rows without year or value are left out.
fn points<K>(book: &Book, field: Field<K>) -> Vec<Point>
where
    K: for<'v> Typed<Out<'v> = f64> + 'static,
{
    let rows = book.rows(series::TABLE);
    rows.filter_map(|row| Some(Point { year: row.get(series::YEAR)?, value: row.get(field)? })).collect()
}

fn at_year(points: &[Point], year: f64) -> Option<Point> {
    points.iter().copied().find(|point| point.year == year)
}

/// The first and the last year of a series.
fn ends(points: &[Point]) -> Option<(Point, Point)> {
    let first = points.iter().copied().reduce(|best, next| if next.year < best.year { next } else { best })?;
    let last = points.iter().copied().reduce(|best, next| if next.year > best.year { next } else { best })?;
    Some((first, last))
}

/// Compound growth between two points, percent a year: `((Vₙ / V₀)^(1/n) − 1) × 100`, n the years between (1.2).
fn compound_growth(first: Point, last: Point) -> Answer {
    let years = last.year - first.year;
    if years < 1.0 {
        Answer::none(Gap::TooFew)
    } else if first.value <= 0.0 {
        Answer::none(Gap::DivisionByZero)
    } else if last.value < 0.0 {
        Answer::none(Gap::NotApplicable)
    } else {
        let growth = (last.value / first.value).powf(1.0 / years) - 1.0;
        Answer::number(growth * 100.0).with([last.value, first.value, years])
    }
}

fn growth_of(points: &[Point]) -> Answer {
    match ends(points) {
        Some((first, last)) => compound_growth(first, last),
        None => Answer::none(Gap::NoRows),
    }
}

/// Market growth on the year before, percent (1.2).
pub fn yoy(book: &Book, row: &Row) -> Answer {
    let (Some(year), Some(size)) = (row.get(series::YEAR), row.get(series::SIZE)) else {
        return Answer::none(Gap::Empty);
    };
    match at_year(&points(book, series::SIZE), year - 1.0) {
        None => Answer::none(Gap::NoRows),
        Some(before) if before.value <= 0.0 => Answer::none(Gap::DivisionByZero),
        Some(before) => Answer::number((size / before.value - 1.0) * 100.0).with([size, before.value]),
    }
}

/// Compound growth of the market between the first and the last year in the list, percent a year (1.2).
pub fn cagr(book: &Book) -> Answer {
    growth_of(&points(book, series::SIZE))
}

/// Compound growth of the customer's own revenue between the first and the last year that has it, percent a year.
pub fn account_cagr(book: &Book) -> Answer {
    growth_of(&points(book, series::ACCOUNT_REVENUE))
}

/// The customer's growth less that of the industry between the same two years, percentage points. Where the market has
/// no size at both years, its growth over all years stands in.
pub fn account_growth_gap(book: &Book) -> Answer {
    let (own, market) = (points(book, series::ACCOUNT_REVENUE), points(book, series::SIZE));
    let same_years =
        ends(&own).and_then(|(first, last)| Some((at_year(&market, first.year)?, at_year(&market, last.year)?)));
    let industry = same_years.map_or_else(|| growth_of(&market), |(first, last)| compound_growth(first, last));
    let customer = growth_of(&own);
    match (customer.as_number(), industry.as_number()) {
        (Some(own), Some(industry)) => Answer::number(own - industry).with([own, industry]),
        (None, _) => customer,
        (_, None) => industry,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, number, put};

    #[test]
    fn growth_over_three_years() {
        let mut document = doc(&[]);
        column(&mut document, "w1.series", "year", "2025 2022 2024");
        column(&mut document, "w1.series", "size", "158 120 150");
        assert!((number(&document, "w1.cagr") - 9.603_716).abs() < 1e-6);
        expect(
            &document,
            &[("w1.cagr", ((158.0_f64 / 120.0).cbrt() - 1.0) * 100.0), ("w1.series.r1.yoy", 800.0 / 150.0)],
        );
        assert_eq!(gap(&document, "w1.series.r2.yoy"), Gap::NoRows);
        assert_eq!(gap(&document, "w1.account_growth_gap"), Gap::NoRows);
        column(&mut document, "w1.series", "account_revenue", "121 - 110");
        expect(&document, &[("w1.account_cagr", 10.0), ("w1.account_growth_gap", 10.0 - 800.0 / 150.0)]);
        column(&mut document, "w1.series", "account_revenue", "121 100 -");
        put(&mut document, "w1.series.r1.size", "many");
        expect(
            &document,
            &[("w1.account_growth_gap", number(&document, "w1.account_cagr") - (1.25_f64.sqrt() - 1.0) * 100.0)],
        );
    }

    #[test]
    fn no_growth_without_two_years_above_zero() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w1.cagr"), Gap::NoRows);
        column(&mut document, "w1.series", "year", "2024 2024");
        column(&mut document, "w1.series", "size", "5 6");
        assert_eq!(gap(&document, "w1.cagr"), Gap::TooFew);
        put(&mut document, "w1.series.r2.year", "2025");
        put(&mut document, "w1.series.r1.size", "0");
        assert_eq!(gap(&document, "w1.cagr"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w1.series.r2.yoy"), Gap::DivisionByZero);
        put(&mut document, "w1.series.r3.note", "no year yet");
        assert_eq!(gap(&document, "w1.series.r3.yoy"), Gap::Empty);
    }
}
