//! Where strengths, weaknesses, opportunities and threats point, and whether the strategies use them.

use std::collections::HashSet;

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Enum, Percent, Score};
use crate::analysis::stats::{count, mean};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, opt};
use crate::worksheets::competition::{swot, tows};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.swot_x", "SWOT point: strengths less weaknesses", "战略象限横坐标", Score, Once(x))
        .how("Mean importance of the strengths {0} − of the weaknesses {1}", "优势平均重要度{0}−劣势平均重要度{1}")
        .reads("w2.swot"),
    ResultDef::new("w2.swot_y", "SWOT point: opportunities less threats", "战略象限纵坐标", Score, Once(y))
        .how("Mean importance of the opportunities {0} − of the threats {1}", "机会平均重要度{0}−威胁平均重要度{1}")
        .reads("w2.swot"),
    ResultDef::new(
        "w2.tows.<id>.derived_type",
        "TOWS type by its links",
        "按来源推定的类型",
        Enum,
        Rows("w2.tows", derived_type),
    )
    .options(&[
        opt("so", "SO", "SO增长"),
        opt("wo", "WO", "WO扭转"),
        opt("st", "ST", "ST防御"),
        opt("wt", "WT", "WT收缩"),
    ])
    .how(
        "First letter by the strengths or weaknesses linked, second by the opportunities or threats",
        "首字母看所连的优势或劣势，次字母看所连的机会或威胁",
    )
    .reads("w2.swot w2.tows"),
    ResultDef::new("w2.tows_coverage", "TOWS coverage", "TOWS覆盖率", Percent, Once(tows_coverage))
        .how(
            "{0} of the {1} items of importance 4 or more are used in a strategy, times 100",
            "重要度4分以上的{1}项中有{0}项用于策略，再乘100",
        )
        .reads("w2.swot w2.tows"),
];

/// Mean importance of one quadrant less that of another; an empty one counts 0.
fn difference(book: &Book, good: &str, bad: &str) -> Answer {
    let importance = |quadrant: &str| {
        let rows = book.rows(swot::TABLE).filter(|row| row.get(swot::QUADRANT) == Some(quadrant));
        mean(&rows.filter_map(|row| row.get(swot::IMPORTANCE)).collect::<Vec<_>>())
    };
    match (importance(good), importance(bad)) {
        (None, None) => Answer::none(Gap::NoRows),
        (good, bad) => {
            let (good, bad) = (good.unwrap_or(0.0), bad.unwrap_or(0.0));
            Answer::number(good - bad).with([good, bad])
        }
    }
}

/// Across in the strategic position, −5 to 5: strengths less weaknesses (2.5).
pub fn x(book: &Book) -> Answer {
    difference(book, "strength", "weakness")
}

/// Up in the strategic position, −5 to 5: opportunities less threats (2.5).
pub fn y(book: &Book) -> Answer {
    difference(book, "opportunity", "threat")
}

/// Whether all linked items are of the one quadrant (`true`) or all of the other (`false`). Links to rows that are gone
/// do not count.
fn side(book: &Book, links: &[String], one: &str, other: &str) -> Result<bool, Gap> {
    let linked: Vec<_> = links.iter().filter_map(|id| book.row(swot::TABLE, id)).collect();
    let all = |quadrant: &str| linked.iter().all(|row| row.get(swot::QUADRANT) == Some(quadrant));
    if linked.is_empty() {
        Err(Gap::Empty)
    } else if all(one) || all(other) {
        Ok(all(one))
    } else {
        Err(Gap::NotApplicable)
    }
}

/// Type of a strategy by what it is linked to; none where a side is mixed (2.5).
pub fn derived_type(book: &Book, strategy: &Row) -> Answer {
    let inside = side(book, strategy.get(tows::S_OR_W).unwrap_or_default(), "strength", "weakness");
    let outside = side(book, strategy.get(tows::O_OR_T).unwrap_or_default(), "opportunity", "threat");
    match (inside, outside) {
        (Ok(true), Ok(true)) => Answer::key("so"),
        (Ok(false), Ok(true)) => Answer::key("wo"),
        (Ok(true), Ok(false)) => Answer::key("st"),
        (Ok(false), Ok(false)) => Answer::key("wt"),
        (Err(gap), _) | (_, Err(gap)) => Answer::none(gap),
    }
}

/// Share of the items with an importance of 4 or more that a strategy uses, percent (2.5).
pub fn tows_coverage(book: &Book) -> Answer {
    let strategies = || book.rows(tows::TABLE);
    let inside = strategies().filter_map(|row| row.get(tows::S_OR_W));
    let outside = strategies().filter_map(|row| row.get(tows::O_OR_T));
    let used: HashSet<&str> = inside.chain(outside).flatten().map(String::as_str).collect();
    let important = || book.rows(swot::TABLE).filter(|row| row.get(swot::IMPORTANCE).is_some_and(|score| score >= 4.0));
    match count(important().count()) {
        0.0 => Answer::none(Gap::NoRows),
        all => Answer::percent(count(important().filter(|item| used.contains(item.id.as_str())).count()), all),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, key, put};

    #[test]
    fn the_point_and_the_coverage() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w2.swot_x"), Gap::NoRows);
        assert_eq!(gap(&document, "w2.tows_coverage"), Gap::NoRows);
        column(&mut document, "w2.swot", "quadrant", "strength strength weakness threat threat");
        column(&mut document, "w2.swot", "importance", "5 4 3 4 -");
        expect(&document, &[("w2.swot_x", 1.5), ("w2.swot_y", -4.0), ("w2.tows_coverage", 0.0)]);
        put(&mut document, "w2.tows.t.s_or_w", "r1 r3");
        put(&mut document, "w2.tows.t.o_or_t", "r4");
        expect(&document, &[("w2.tows_coverage", 200.0 / 3.0)]);
    }

    #[test]
    fn the_type_by_the_links() {
        let mut document = doc(&[]);
        column(&mut document, "w2.swot", "quadrant", "strength weakness opportunity threat");
        put(&mut document, "w2.tows.t.s_or_w", "gone");
        put(&mut document, "w2.tows.t.o_or_t", "r3");
        assert_eq!(gap(&document, "w2.tows.t.derived_type"), Gap::Empty);
        for (inside, outside, kind) in
            [("r1", "r3", "so"), ("r2", "r3", "wo"), ("r1 gone", "r4", "st"), ("r2", "r4", "wt")]
        {
            put(&mut document, "w2.tows.t.s_or_w", inside);
            put(&mut document, "w2.tows.t.o_or_t", outside);
            assert_eq!(key(&document, "w2.tows.t.derived_type"), kind);
        }
        put(&mut document, "w2.tows.t.s_or_w", "r1 r2");
        assert_eq!(gap(&document, "w2.tows.t.derived_type"), Gap::NotApplicable);
    }
}
