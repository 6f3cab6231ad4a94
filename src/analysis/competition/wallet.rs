//! What the customer spends, by category, and how much of it is ours.

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Money, Percent};
use crate::analysis::content::row_has_content;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::competition::{wallet, wallet_comp};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.wallet_total", "Total wallet", "总钱包", Money, Once(total))
        .how("Sum of the customer's spend in {0} categories", "{0}个品类的客户采购额之和")
        .reads("w2.wallet"),
    ResultDef::new("w2.sales_total", "Our sales", "我方销售合计", Money, Once(sales_total))
        .how("Sum of our sales in {0} categories", "{0}个品类的我方销售额之和")
        .reads("w2.wallet"),
    ResultDef::new(
        "w2.wallet.<id>.share",
        "Share of wallet in the category",
        "品类钱包份额",
        Percent,
        Rows("w2.wallet", share),
    )
    .how("Our sales {0} ÷ the customer's spend {1} × 100", "我方销售{0}÷客户采购额{1}×100")
    .reads("w2.wallet"),
    ResultDef::new("w2.share_of_wallet", "Share of wallet", "钱包份额", Percent, Once(share_of_wallet))
        .how(
            "Our sales = {0}, divided by the customer's spend in the same categories = {1}, times 100",
            "我方销售={0}，除以同品类客户采购额={1}，再乘100",
        )
        .reads("w2.wallet"),
    ResultDef::new("w2.wallet.<id>.gap", "Wallet gap in the category", "品类份额缺口", Money, Rows("w2.wallet", gap))
        .how("The customer's spend {0} − our sales {1}", "客户采购额{0}−我方销售{1}")
        .reads("w2.wallet"),
    ResultDef::new("w2.wallet_gap", "Wallet gap", "份额缺口", Money, Once(wallet_gap))
        .how("Sum of the gaps in {0} categories", "{0}个品类的缺口之和")
        .reads("w2.wallet"),
    ResultDef::new("w2.wallet.<id>.other", "Other suppliers", "其他供应商", Money, Rows("w2.wallet", other))
        .how("The customer's spend {0} − ours {1} − the named competitors {2}", "客户采购额{0}−我方{1}−已列竞争者{2}")
        .reads("w2.comp w2.wallet w2.wallet_comp"),
];

fn sum(values: &[f64]) -> Answer {
    if values.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(values.iter().sum()).with([count(values.len())])
}

/// Spend and our sales of a category that has both.
fn both(row: &Row) -> Option<(f64, f64)> {
    row.get(wallet::TOTAL_SPEND).zip(row.get(wallet::OURS))
}

/// All that the customer spends in our categories, money a year (2.2).
pub fn total(book: &Book) -> Answer {
    sum(&book.values(wallet::TABLE, wallet::TOTAL_SPEND))
}

/// All that we sell to the customer, money a year (2.2).
pub fn sales_total(book: &Book) -> Answer {
    sum(&book.values(wallet::TABLE, wallet::OURS))
}

/// Our share of the spend in a category, percent (2.2).
pub fn share(_: &Book, row: &Row) -> Answer {
    match both(row) {
        Some((spend, ours)) => Answer::percent(ours, spend),
        None => Answer::none(Gap::Empty),
    }
}

/// Our share of the customer's spend, percent: `Σ ours / Σ total` over the categories that have both (2.2).
pub fn share_of_wallet(book: &Book) -> Answer {
    let pairs: Vec<(f64, f64)> = book.rows(wallet::TABLE).filter_map(both).collect();
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (spend, ours) = pairs.iter().fold((0.0, 0.0), |(spend, ours), pair| (spend + pair.0, ours + pair.1));
    let touched = book.rows(wallet::TABLE).filter(|row| row_has_content(book.doc, wallet::TABLE, row));
    Answer::percent(ours, spend).rated(pairs.len(), touched.count())
}

/// What the customer spends with others in a category, money a year (2.2).
pub fn gap(_: &Book, row: &Row) -> Answer {
    match both(row) {
        Some((spend, ours)) => Answer::number(spend - ours).with([spend, ours]),
        None => Answer::none(Gap::Empty),
    }
}

/// What the customer spends with others, money a year: the sum of the gaps (2.2).
pub fn wallet_gap(book: &Book) -> Answer {
    sum(&book.rows(wallet::TABLE).filter_map(both).map(|(spend, ours)| spend - ours).collect::<Vec<_>>())
}

/// What nobody in the list supplies in a category, money a year; below 0 the figures cannot be right (2.2).
pub fn other(book: &Book, row: &Row) -> Answer {
    let Some(spend) = row.get(wallet::TOTAL_SPEND) else { return Answer::none(Gap::Empty) };
    let ours = row.get(wallet::OURS).unwrap_or(0.0);
    let sales = |firm: &Row| book.cell(wallet_comp::TABLE, &row.id, &firm.id).get(wallet_comp::SALES);
    let theirs = super::others(book).filter_map(sales).sum::<f64>() + 0.0;
    Answer::number(spend - ours - theirs).with([spend, ours, theirs])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, put};

    #[test]
    fn share_of_wallet_over_categories_with_both_figures() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w2.share_of_wallet"), Gap::NoRows);
        assert_eq!(gap(&document, "w2.wallet_total"), Gap::NoRows);
        column(&mut document, "w2.wallet", "total_spend", "700 500 300");
        column(&mut document, "w2.wallet", "ours", "360 0 -");
        expect(
            &document,
            &[
                ("w2.share_of_wallet", 30.0),
                ("w2.wallet_total", 1_500.0),
                ("w2.sales_total", 360.0),
                ("w2.wallet.r2.share", 0.0),
                ("w2.wallet.r1.gap", 340.0),
                ("w2.wallet_gap", 840.0),
                ("w2.wallet.r3.other", 300.0),
            ],
        );
        assert_eq!(answer(&document, "w2.share_of_wallet").rated, Some((2, 3)));
        assert_eq!(gap(&document, "w2.wallet.r3.gap"), Gap::Empty);
        column(&mut document, "w2.wallet", "total_spend", "0 0 0");
        assert_eq!(gap(&document, "w2.share_of_wallet"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w2.wallet.r1.share"), Gap::DivisionByZero);
    }

    #[test]
    fn others_are_what_no_named_competitor_supplies() {
        let mut document = doc(&[
            ("w2.wallet.a.total_spend", "100"),
            ("w2.wallet.a.ours", "30"),
            ("w2.comp.x.name", "Rival"),
            ("w2.wallet_comp.a.x.sales", "50"),
            ("w2.wallet_comp.a.us.sales", "30"),
            ("w2.wallet_comp.a.gone.sales", "7"),
        ]);
        expect(&document, &[("w2.wallet.a.other", 20.0)]);
        put(&mut document, "w2.wallet_comp.a.x.sales", "90");
        expect(&document, &[("w2.wallet.a.other", -20.0)]);
    }
}
