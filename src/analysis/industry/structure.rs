//! How concentrated the customer's market is.

use crate::analysis::Compute::Once;
use crate::analysis::ResultUnit::{Enum, Percent, Score};
use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::opt;
use crate::worksheets::industry::players;
use crate::worksheets::settings::limits;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w1.listed_share", "Share covered by the list", "已列份额合计", Percent, Once(listed_share))
        .how("Sum of the {0} shares in the list", "列表中{0}个份额之和")
        .reads("w1.players"),
    ResultDef::new("w1.cr4", "CR4", "前四集中度", Percent, Once(cr4))
        .how("Sum of the {0} largest shares", "最大的{0}个份额之和")
        .reads("w1.players"),
    ResultDef::new("w1.cr8", "CR8", "前八集中度", Percent, Once(cr8))
        .how("Sum of the {0} largest shares", "最大的{0}个份额之和")
        .reads("w1.players"),
    ResultDef::new("w1.hhi_residual", "Share not listed", "未列份额", Percent, Once(hhi_residual))
        .how("100 − {0} listed", "100−已列{0}")
        .reads("w1.players"),
    ResultDef::new("w1.hhi_low", "HHI, lower bound", "HHI下限", Score, Once(hhi_low))
        .how("Sum of the squares of the {0} listed shares", "{0}个已列份额的平方和")
        .reads("w1.players"),
    ResultDef::new("w1.hhi_high", "HHI, upper bound", "HHI上限", Score, Once(hhi_high))
        .how(
            "{0} listed, plus the rest of {1}% split into {2} firms of {3}% and what remains, each squared",
            "已列部分{0}，加上其余{1}%：拆成{2}家{3}%的企业和余数，各自平方",
        )
        .reads("w1.players"),
    ResultDef::new("w1.hhi_class", "Concentration class", "集中度分级", Enum, Once(hhi_class))
        .options(&[
            opt("low", "Low", "低"),
            opt("moderate", "Moderate", "中"),
            opt("high", "High", "高"),
            opt("low_to_moderate", "Low to moderate", "低至中"),
            opt("moderate_to_high", "Moderate to high", "中至高"),
            opt("low_to_high", "Low to high", "低至高"),
        ])
        .how("HHI {0} to {1}: low below {2}, high above {3}", "HHI为{0}至{1}：低于{2}为低，高于{3}为高")
        .reads("w1.players settings.limits"),
    ResultDef::new("w1.structure", "Structure class (Bain)", "市场结构（贝恩）", Enum, Once(structure))
        .options(&[
            opt("oligopoly_extreme", "Extreme oligopoly", "极高寡占型"),
            opt("oligopoly_high", "Highly concentrated oligopoly", "高度集中寡占型"),
            opt("oligopoly_upper_middle", "Upper-middle oligopoly", "中上集中寡占型"),
            opt("oligopoly_lower_middle", "Lower-middle oligopoly", "中下集中寡占型"),
            opt("oligopoly_low", "Low oligopoly", "低集中寡占型"),
            opt("competitive", "Competitive", "竞争型"),
        ])
        .how(
            "The four largest have {0}%; the classes begin at 30, 35, 50, 65 and 75",
            "前四家合计{0}%；分级界线为30、35、50、65、75",
        )
        .reads("w1.players"),
    ResultDef::new(
        "w1.effective_firms_low",
        "Effective number of firms, at least",
        "有效企业数（下限）",
        Score,
        Once(effective_firms_low),
    )
    .how("10,000 ÷ the upper bound of the HHI {0}", "10,000÷HHI上限{0}")
    .reads("w1.players"),
    ResultDef::new(
        "w1.effective_firms_high",
        "Effective number of firms, at most",
        "有效企业数（上限）",
        Score,
        Once(effective_firms_high),
    )
    .how("10,000 ÷ the lower bound of the HHI {0}", "10,000÷HHI下限{0}")
    .reads("w1.players"),
];

fn shares(book: &Book) -> Vec<f64> {
    book.values(players::TABLE, players::SHARE)
}

/// Adds up shares; no value without any.
fn sum_of(shares: &[f64]) -> Answer {
    if shares.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(shares.iter().sum()).with([count(shares.len())])
}

/// What the listed players have together, percent (1.3). Above 100 something is wrong with the list.
pub fn listed_share(book: &Book) -> Answer {
    sum_of(&shares(book))
}

/// Concentration ratio of the four largest listed players, percent (1.3). With fewer than four, all that are listed.
pub fn cr4(book: &Book) -> Answer {
    concentration_ratio(book, 4)
}

/// Concentration ratio of the eight largest listed players, percent (1.3). With fewer than eight, all that are listed.
pub fn cr8(book: &Book) -> Answer {
    concentration_ratio(book, 8)
}

fn concentration_ratio(book: &Book, most: usize) -> Answer {
    let mut shares = shares(book);
    crate::model::order::sort_by(&mut shares, |one, other| other.total_cmp(one));
    shares.truncate(most);
    sum_of(&shares).rated(shares.len(), most)
}

/// What the list leaves over, percent (1.3).
pub fn hhi_residual(book: &Book) -> Answer {
    let listed = listed_share(book);
    match listed.as_number() {
        Some(listed) => Answer::number((100.0 - listed).max(0.0)).with([listed]),
        None => listed,
    }
}

/// Lower bound of the Herfindahl index, 0 to 10,000: the listed players alone (1.3).
pub fn hhi_low(book: &Book) -> Answer {
    sum_of(&shares(book).iter().map(|share| share * share).collect::<Vec<_>>())
}

/// Upper bound of the Herfindahl index: what is not listed is split into firms no larger than the smallest listed one
/// (1.3).
pub fn hhi_high(book: &Book) -> Answer {
    let smallest = shares(book).into_iter().filter(|share| *share > 0.0).reduce(f64::min);
    let (Some(smallest), Some(low), Some(rest)) = (smallest, hhi_low(book).as_number(), hhi_residual(book).as_number())
    else {
        return Answer::none(Gap::NoRows);
    };
    let firms = settle(rest / smallest).floor();
    let remainder = rest - firms * smallest;
    Answer::number(low + firms * smallest * smallest + remainder * remainder).with([low, rest, firms, smallest])
}

/// Class of the concentration by the limits in the settings; spans two classes where the bounds fall into different ones
/// (1.3).
pub fn hhi_class(book: &Book) -> Answer {
    let Some(low) = hhi_low(book).as_number() else { return Answer::none(Gap::NoRows) };
    let high = hhi_high(book).as_number().unwrap_or(low);
    let [moderate, most] = [limits::HHI_LOW, limits::HHI_HIGH].map(|limit| book.setting(limits::TABLE, limit));
    let class = |index: f64| match settle(index) {
        index if index < moderate => 0,
        index if index <= most => 1,
        _ => 2,
    };
    let key = match (class(low), class(high)) {
        (0, 0) => "low",
        (0, 1) => "low_to_moderate",
        (0, _) => "low_to_high",
        (1, 1) => "moderate",
        (1, _) => "moderate_to_high",
        _ => "high",
    };
    Answer::key(key).with([low, high, moderate, most])
}

/// Class of the market structure by the share of the four largest (Bain's classes): each lower bound belongs to its class
/// (1.3).
pub fn structure(book: &Book) -> Answer {
    const CLASSES: [(f64, &str); 5] = [
        (75.0, "oligopoly_extreme"),
        (65.0, "oligopoly_high"),
        (50.0, "oligopoly_upper_middle"),
        (35.0, "oligopoly_lower_middle"),
        (30.0, "oligopoly_low"),
    ];
    let Some(four) = cr4(book).as_number().map(settle) else { return Answer::none(Gap::NoRows) };
    let class = CLASSES.iter().find(|(least, _)| four >= *least).map_or("competitive", |(_, class)| *class);
    Answer::key(class).with([four])
}

/// So many firms of equal size would be as concentrated, at least: 10,000 over the upper bound of the index (1.3).
pub fn effective_firms_low(book: &Book) -> Answer {
    effective_firms(&hhi_high(book))
}

/// So many firms of equal size would be as concentrated, at most: 10,000 over the lower bound of the index (1.3).
pub fn effective_firms_high(book: &Book) -> Answer {
    effective_firms(&hhi_low(book))
}

fn effective_firms(index: &Answer) -> Answer {
    match index.as_number() {
        Some(index) => Answer::ratio(10_000.0, index).with([index]),
        None => Answer::none(Gap::NoRows),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, key, put};
    use crate::model::Document;

    fn market(shares: &str) -> Document {
        let mut document = doc(&[]);
        column(&mut document, "w1.players", "share", shares);
        document
    }

    #[test]
    fn bounds_of_a_list_with_gaps() {
        let document = market("30 22 15 10 8");
        expect(
            &document,
            &[
                ("w1.listed_share", 85.0),
                ("w1.cr4", 77.0),
                ("w1.cr8", 85.0),
                ("w1.hhi_residual", 15.0),
                ("w1.hhi_low", 1_773.0),
                ("w1.hhi_high", 1_886.0),
                ("w1.effective_firms_low", 10_000.0 / 1_886.0),
                ("w1.effective_firms_high", 10_000.0 / 1_773.0),
            ],
        );
        assert_eq!(answer(&document, "w1.cr8").rated, Some((5, 8)));
        assert_eq!(key(&document, "w1.hhi_class"), "moderate_to_high");
    }

    #[test]
    fn a_full_list_has_one_index() {
        let mut document = market("40 30 20 10");
        expect(&document, &[("w1.hhi_low", 3_000.0), ("w1.hhi_high", 3_000.0), ("w1.hhi_residual", 0.0)]);
        assert_eq!(key(&document, "w1.hhi_class"), "high");
        put(&mut document, "settings.limits.hhi_high", "3000");
        assert_eq!(key(&document, "w1.hhi_class"), "moderate");
        expect(&market("60 60"), &[("w1.hhi_residual", 0.0), ("w1.hhi_high", 7_200.0)]);
        // 100 less nine shares of 9.9 is 10.9: one more of 9.9 and 1.
        expect(&market("9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9"), &[("w1.hhi_high", 981.1)]);
    }

    #[test]
    fn structure_by_the_four_largest() {
        for (share, class) in [
            ("75", "oligopoly_extreme"),
            ("74.9", "oligopoly_high"),
            ("50", "oligopoly_upper_middle"),
            ("49.9", "oligopoly_lower_middle"),
            ("30", "oligopoly_low"),
            ("29.9", "competitive"),
        ] {
            assert_eq!(key(&market(share), "w1.structure"), class, "{share}");
        }
        // Sums like 0.1 + 0.2 stay in their class.
        assert_eq!(key(&market("29.7 0.1 0.2"), "w1.structure"), "oligopoly_low");
        assert_eq!(gap(&market("-"), "w1.structure"), Gap::NoRows);
    }

    #[test]
    fn no_shares_no_index() {
        for name in ["listed_share", "cr4", "hhi_residual", "hhi_low", "hhi_high", "hhi_class", "effective_firms_low"] {
            assert_eq!(gap(&market("-"), &format!("w1.{name}")), Gap::NoRows, "{name}");
        }
        let zero = market("0");
        expect(&zero, &[("w1.hhi_low", 0.0), ("w1.hhi_residual", 100.0)]);
        assert_eq!(gap(&zero, "w1.hhi_high"), Gap::NoRows);
        assert_eq!(gap(&zero, "w1.effective_firms_high"), Gap::DivisionByZero);
        assert_eq!(key(&zero, "w1.hhi_class"), "low");
    }
}
