//! Which customers are key accounts, and how many of them a manager looks after.

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Enum, Score};
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, opt};
use crate::worksheets::options::CLASS;
use crate::worksheets::portfolio::{customers, rule};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "portfolio.<id>.key_account",
        "Key account",
        "大客户判定",
        Enum,
        Rows("portfolio.customers", key_account),
    )
    .options(&[
        opt("none", "No clause", "未入选"),
        opt("revenue", "By revenue", "按收入"),
        opt("wallet_growth", "By spend and growth", "按采购额与增速"),
        opt("class", "By class", "按类别"),
    ])
    .how(
        "By revenue, or by spend together with growth, or by class, against your rule",
        "按您设定的规则：收入达标，或采购额与增速同时达标，或类别入选",
    )
    .reads("portfolio.customers portfolio.rule"),
    ResultDef::new(
        "portfolio.accounts_per_manager",
        "Accounts per manager",
        "人均客户数",
        Score,
        Once(accounts_per_manager),
    )
    .how("{0} named customers ÷ {1} managers", "{0}家客户÷{1}位大客户经理")
    .reads("portfolio.customers portfolio.rule"),
];

/// Which clauses of the key-account rule the customer meets, `none` when none. A clause with an empty threshold cannot
/// be met (3.0.7).
pub fn key_account(book: &Book, customer: &Row) -> Answer {
    let rule = book.form(rule::TABLE);
    let (revenue, wallet, growth) =
        (rule.get(rule::REVENUE_MIN), rule.get(rule::WALLET_MIN), rule.get(rule::GROWTH_MIN));
    let known = |keys: &[String]| -> Vec<&str> {
        CLASS.iter().map(|class| class.key).filter(|class| keys.iter().any(|key| key == class)).collect()
    };
    let classes = known(rule.get(rule::CLASSES).unwrap_or_default());
    if [revenue, wallet, growth].iter().all(Option::is_none) && classes.is_empty() {
        return Answer::none(Gap::Empty);
    }
    let reaches =
        |value: Option<f64>, least: Option<f64>| value.zip(least).is_some_and(|(value, least)| value >= least);
    let own = known(customer.get(customers::CLASS).unwrap_or_default());
    let clauses = [
        ("revenue", reaches(customer.get(customers::REVENUE), revenue)),
        (
            "wallet_growth",
            reaches(customer.get(customers::WALLET), wallet) && reaches(customer.get(customers::GROWTH), growth),
        ),
        ("class", own.iter().any(|class| classes.contains(class))),
    ];
    let met: Vec<&'static str> = clauses.into_iter().filter_map(|(clause, is_met)| is_met.then_some(clause)).collect();
    if met.is_empty() { Answer::key("none") } else { Answer::keys(&met) }
}

/// Named customers per account manager (3.0.7).
pub fn accounts_per_manager(book: &Book) -> Answer {
    let Some(managers) = book.form(rule::TABLE).get(rule::MANAGERS) else { return Answer::none(Gap::Empty) };
    let named = count(book.rows(customers::TABLE).filter(|row| row.get(customers::NAME).is_some()).count());
    Answer::ratio(named, managers).with([named, managers])
}

#[cfg(test)]
mod tests {
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put};
    use crate::analysis::{Gap, Out};

    #[test]
    fn each_clause_by_itself_and_together() {
        let mut document = doc(&[
            ("portfolio.customers.c.revenue", "100"),
            ("portfolio.customers.c.wallet", "900"),
            ("portfolio.customers.c.growth", "5"),
            ("portfolio.customers.c.class", "group strategic"),
        ]);
        let name = "portfolio.c.key_account";
        assert_eq!(gap(&document, name), Gap::Empty);
        put(&mut document, "portfolio.rule.wallet_min", "900");
        assert_eq!(key(&document, name), "none");
        put(&mut document, "portfolio.rule.growth_min", "5");
        assert_eq!(key(&document, name), "wallet_growth");
        put(&mut document, "portfolio.rule.classes", "strategic");
        let both = Out::Keys(vec!["wallet_growth", "class"]);
        assert_eq!(answer(&document, name).value, Ok(both));
        put(&mut document, "portfolio.rule.growth_min", "6");
        assert_eq!(key(&document, name), "class");
    }

    #[test]
    fn accounts_per_manager_needs_managers() {
        let mut document = doc(&[
            ("portfolio.customers.a.name", "A"),
            ("portfolio.customers.b.name", "B"),
            ("portfolio.customers.c.revenue", "1"),
        ]);
        assert_eq!(gap(&document, "portfolio.accounts_per_manager"), Gap::Empty);
        put(&mut document, "portfolio.rule.managers", "0");
        assert_eq!(gap(&document, "portfolio.accounts_per_manager"), Gap::DivisionByZero);
        put(&mut document, "portfolio.rule.managers", "4");
        expect(&document, &[("portfolio.accounts_per_manager", 0.5)]);
    }
}
