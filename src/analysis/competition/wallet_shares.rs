//! How the customer's spend is split between the firms.

use super::{US, others, wallet as ours};
use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Percent, Score};
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::competition::{comp, summary, wallet, wallet_comp};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "w2.comp.<id>.share_of_wallet",
        "Competitor's share of wallet",
        "竞争者份额",
        Percent,
        Rows("w2.comp", share_of_wallet),
    )
    .how(
        "Its sales = {0}, divided by the customer's spend = {1}, times 100",
        "其销售额={0}，除以客户采购额={1}，再乘100",
    )
    .reads("w2.comp w2.wallet w2.wallet_comp"),
    ResultDef::new("w2.fair_share", "Fair share", "应得份额", Percent, Once(fair_share))
        .how(
            "Our share of our own market where you entered it, else 100 ÷ number of firms",
            "已填我方行业份额则用之，否则100÷企业数",
        )
        .reads("w2.comp w2.summary"),
    ResultDef::new(
        "w2.fair_share_gap",
        "Share of wallet against fair share",
        "与应得份额之差",
        Percent,
        Once(fair_share_gap),
    )
    .how("Share of wallet {0} − fair share {1}, in percentage points", "钱包份额{0}−应得份额{1}，单位为百分点")
    .reads("w2.comp w2.wallet w2.summary"),
    ResultDef::new("w2.relative_share", "Relative share", "相对份额", Score, Once(relative_share))
        .how("Our share of wallet {0} ÷ the largest competitor's {1}", "我方钱包份额{0}÷最大竞争者份额{1}")
        .reads("w2.comp w2.wallet w2.wallet_comp"),
];

/// A firm's share of the customer's spend, percent; ours is the share of wallet (2.2).
pub fn share_of_wallet(book: &Book, firm: &Row) -> Answer {
    if firm.id.as_str() == US {
        return ours::share_of_wallet(book);
    }
    let with_spend = book.rows(wallet::TABLE).filter(|row| row.get(wallet::TOTAL_SPEND).is_some());
    let sales: Vec<f64> =
        with_spend.filter_map(|row| book.cell(wallet_comp::TABLE, &row.id, &firm.id).get(wallet_comp::SALES)).collect();
    match ours::total(book).as_number() {
        Some(total) if !sales.is_empty() => Answer::percent(sales.iter().sum(), total),
        _ => Answer::none(Gap::NoRows),
    }
}

/// The share that would be fair, percent: our share of our own market where it is entered, else one part for each firm.
/// In-house work and doing nothing are no firms (2.2).
pub fn fair_share(book: &Book) -> Answer {
    if let Some(share) = book.form(summary::TABLE).get(summary::MARKET_SHARE) {
        return Answer::number(share);
    }
    let named: Vec<_> = others(book).filter(|row| row.get(comp::NAME).is_some()).collect();
    if named.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let is_firm = |row: &&&Row| !matches!(row.get(comp::TYPE), Some("in_house" | "do_nothing"));
    Answer::ratio(100.0, count(named.iter().filter(is_firm).count() + 1))
}

/// Our share of wallet less the fair share, percentage points (2.2).
pub fn fair_share_gap(book: &Book) -> Answer {
    let (wallet, fair) = (ours::share_of_wallet(book), fair_share(book));
    match (wallet.as_number(), fair.as_number()) {
        (Some(own), Some(fair)) => Answer::number(own - fair).with([own, fair]),
        (None, _) => wallet.with([]),
        (_, None) => fair,
    }
}

/// Our share of wallet over that of the largest competitor (2.2).
pub fn relative_share(book: &Book) -> Answer {
    let own = ours::share_of_wallet(book);
    let Some(share) = own.as_number() else { return own.with([]) };
    let shares = others(book).filter_map(|firm| share_of_wallet(book, firm).as_number());
    match shares.filter(|share| *share > 0.0).reduce(f64::max) {
        Some(largest) => Answer::number(share / largest).with([share, largest]),
        None => Answer::none(Gap::NoRows),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn shares_of_the_firms() {
        let mut document = doc(&[("w2.comp.x.name", "Rival"), ("w2.comp.y.name", "Other")]);
        assert_eq!(gap(&document, "w2.comp.x.share_of_wallet"), Gap::NoRows);
        assert_eq!(gap(&document, "w2.comp.us.share_of_wallet"), Gap::NoRows);
        column(&mut document, "w2.wallet", "total_spend", "100 300 -");
        column(&mut document, "w2.wallet", "ours", "40 40 -");
        assert_eq!(gap(&document, "w2.relative_share"), Gap::NoRows);
        put(&mut document, "w2.wallet_comp.r1.x.sales", "60");
        put(&mut document, "w2.wallet_comp.r2.x.sales", "100");
        put(&mut document, "w2.wallet_comp.r3.x.sales", "900");
        put(&mut document, "w2.wallet_comp.r3.y.sales", "900");
        expect(
            &document,
            &[
                ("w2.comp.us.share_of_wallet", 20.0),
                ("w2.comp.x.share_of_wallet", 40.0),
                ("w2.relative_share", 0.5),
                ("w2.fair_share", 100.0 / 3.0),
                ("w2.fair_share_gap", 20.0 - 100.0 / 3.0),
            ],
        );
        assert_eq!(gap(&document, "w2.comp.y.share_of_wallet"), Gap::NoRows);
    }

    #[test]
    fn a_fair_share_counts_firms() {
        let mut document = doc(&[("w2.comp.x.type", "direct")]);
        assert_eq!(gap(&document, "w2.fair_share"), Gap::NoRows);
        assert_eq!(gap(&document, "w2.fair_share_gap"), Gap::NoRows);
        put(&mut document, "w2.comp.h.name", "Their workshop");
        put(&mut document, "w2.comp.h.type", "in_house");
        expect(&document, &[("w2.fair_share", 100.0)]);
        put(&mut document, "w2.comp.x.name", "Rival");
        expect(&document, &[("w2.fair_share", 50.0)]);
        put(&mut document, "w2.summary.market_share", "12.5");
        expect(&document, &[("w2.fair_share", 12.5)]);
    }
}
