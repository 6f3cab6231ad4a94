//! Advice on the sample workbooks.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use common::samples::sample;
use kamsheet::analysis::advice::findings;
use kamsheet::analysis::chain::chains;
use kamsheet::analysis::links::{changed_origins, suggestions};
use kamsheet::analysis::{Book, Memo};
use kamsheet::model::{Date, Lang};

/// Rules and messages on a day.
fn advice(name: &str, (year, month, day): (i32, u32, u32), lang: Lang) -> Vec<(&'static str, String)> {
    let (document, memo) = (sample(name).workbook.document, Memo::default());
    let found = findings(&Book::new(&document, Date::new(year, month, day).unwrap(), &memo), lang);
    found.into_iter().map(|finding| (finding.rule, finding.message)).collect()
}

#[test]
fn the_bank_rates_itself_first_and_holds_less_than_a_rival() {
    let found = advice("zh-full", (2026, 4, 1), Lang::Zh);
    let says = |rule: &str, words: &str| found.iter().any(|(other, message)| *other == rule && message.contains(words));
    assert!(says("R-W2-03", "A运营商占采购额29.4%，我们只有27.1%"));
    // The task that was left with two accountable people on purpose.
    assert!(says("R-W5-01", "林澈、叶晚晴"));
    // The renewal is among the opportunities.
    assert!(!found.iter().any(|(rule, _)| *rule == "R-W6-12"));
}

#[test]
fn the_dairy_has_not_reached_the_decider() {
    let found = advice("en-full", (2026, 4, 1), Lang::En);
    let says = |rule: &str, words: &str| found.iter().any(|(other, message)| *other == rule && message.contains(words));
    assert!(says("R-W3-06", "(contact 1)"));
    assert!(says("R-W6-04", "The gap is GBP 700 thousand and the pipeline holds GBP 1,200 thousand"));
    assert!(!found.iter().any(|(rule, _)| *rule == "R-W3-01"));
}

#[test]
fn the_account_at_risk_shows_red() {
    let found = advice("zh-two-snapshots", (2026, 7, 1), Lang::Zh);
    let fired = |rule: &str| found.iter().any(|(other, _)| *other == rule);
    assert!(fired("R-W3-03") && fired("R-W5-04") && fired("R-W6-06"), "{found:?}");
}

#[test]
fn the_dairy_is_offered_what_its_worksheets_say() {
    let (document, memo) = (sample("en-full").workbook.document, Memo::default());
    let book = Book::new(&document, Date::new(2026, 4, 1).unwrap(), &memo);
    let offered = suggestions(&book, &|_| false);
    let texts: Vec<String> = offered.iter().map(|suggestion| suggestion.text(Lang::En)).collect();
    assert!(texts.contains(&"Service levels are missed (2). Plan actions?".to_owned()), "{texts:?}");
    assert!(!offered.iter().any(|suggestion| suggestion.key.starts_with("modules>svc")));
    assert_eq!(changed_origins(&book), []);
}

#[test]
fn the_needs_of_the_dairy_are_followed_to_actions() {
    let (document, memo) = (sample("en-full").workbook.document, Memo::default());
    let chains = chains(&Book::new(&document, Date::new(2026, 4, 1).unwrap(), &memo));
    assert_eq!((chains.chains.len(), chains.counts), (7, [7, 3, 7, 5, 5]));
}
