use super::cases::CASES;
use super::{Level, all, dismissed, findings};
use crate::analysis::testkit::{doc, put, today};
use crate::analysis::{Book, Memo};
use crate::model::{Document, Lang, Place};
use crate::worksheets::settings::rules;

/// Values as `table.row.field=text`, one a line.
fn document(values: &str) -> Document {
    let pairs: Vec<(&str, &str)> = values
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.split_once('=').unwrap())
        .collect();
    doc(&pairs)
}

fn fired(document: &Document) -> Vec<&'static str> {
    let memo = Memo::default();
    findings(&Book::new(document, today(), &memo), Lang::En).iter().map(|finding| finding.rule).collect()
}

#[test]
fn each_rule_fires_and_falls_silent() {
    for (rule, before, after) in CASES {
        let fires = document(before);
        assert!(fired(&fires).contains(rule), "{rule} in {before}: {:?}", fired(&fires));
        let mut silent = fires;
        after.lines().map(|line| line.split_once('=').unwrap()).for_each(|(path, text)| put(&mut silent, path, text));
        assert!(!fired(&silent).contains(rule), "{rule} after {after}");
    }
    let counted = [("R-W3-09", "w3.people", "name", 15), ("R-W6-03", "w6.obj", "statement", 5)];
    for (rule, table, field, most) in counted {
        let mut document = doc(&[]);
        (0..most).for_each(|row| put(&mut document, &format!("{table}.r{row}.{field}"), "x"));
        assert!(!fired(&document).contains(&rule), "{rule} at {most}");
        put(&mut document, &format!("{table}.last.{field}"), "x");
        assert!(fired(&document).contains(&rule), "{rule} above {most}");
    }
    let tested = |id: &str| CASES.iter().any(|(rule, ..)| *rule == id) || counted.iter().any(|(rule, ..)| *rule == id);
    assert!(all().all(|rule| tested(rule.id)));
}

#[test]
fn every_declared_rule_has_a_check_and_the_other_way_round() {
    let mut checks: Vec<&str> = all().map(|rule| rule.id).collect();
    let mut declared: Vec<&str> = rules::TABLE.rows.iter().map(|row| row.id).collect();
    checks.sort_unstable();
    declared.sort_unstable();
    assert_eq!(checks, declared);
    for rule in all() {
        let uses = |blank: &str| [rule.why.en.contains(blank), rule.why.zh.contains(blank)];
        let declares = |key: &str| rule.declared().unwrap().values.iter().any(|(other, _)| *other == key);
        let first = declares("threshold") || rule.limit.is_some();
        assert_eq!(uses("{0}"), [first, first], "{}", rule.id);
        assert_eq!(uses("{1}"), [declares("threshold_2"); 2], "{}", rule.id);
    }
}

#[test]
fn a_new_workbook_is_left_in_peace() {
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(fired(&crate::worksheets::new_document("new".into(), lang)), <[&str; 0]>::default());
    }
}

#[test]
fn people_change_thresholds_switch_rules_off_and_set_them_aside() {
    let mut document = document("w3.people.a.name=COO\nw3.people.a.role=economic\nw3.people.a.contact=1");
    let at = |document: &Document, lang| {
        let memo = Memo::default();
        let book = Book::new(document, today(), &memo);
        (findings(&book, lang), dismissed(&book, lang))
    };
    let of_rule = |document: &Document| at(document, Lang::En).0.into_iter().find(|found| found.rule == "R-W3-06");
    let found = of_rule(&document).unwrap();
    assert_eq!(found.message, "You have not reached COO yet (contact 1), and COO can say yes.");
    assert_eq!(found.why, "The contact level with an economic decision maker is below 2.");
    assert_eq!((found.level, found.sheet), (Level::Red, "w3"));
    let contact = crate::worksheets::needs::people::CONTACT.slot;
    assert_eq!(found.place, Place::row(crate::worksheets::needs::people::TABLE, "a".into(), contact));
    let chinese = at(&document, Lang::Zh).0;
    assert!(chinese.iter().any(|found| found.message == "还没有接触到COO（接触程度1），而COO能说“行”。"));

    put(&mut document, "settings.rules.R-W3-06.threshold", "1");
    assert_eq!(of_rule(&document), None);
    put(&mut document, "settings.rules.R-W3-06.threshold", "3");
    assert!(of_rule(&document).unwrap().why.ends_with("below 3."));

    put(&mut document, "settings.rules.R-W3-06.dismissed", "yes");
    put(&mut document, "settings.rules.R-W3-06.reason", "Meeting set for May");
    assert_eq!(of_rule(&document), None);
    let aside = at(&document, Lang::En).1;
    assert_eq!((aside[0].rule, aside[0].reason.as_str()), ("R-W3-06", "Meeting set for May"));
    assert_eq!(aside[0].findings.len(), 1);

    put(&mut document, "settings.rules.R-W3-06.enabled", "no");
    assert!(at(&document, Lang::En).1.is_empty());
}

#[test]
fn every_threshold_can_be_changed_and_then_counts() {
    for rule in all() {
        let places = super::thresholds(rule.id);
        let declares = |key: &str| rule.declared().unwrap().values.iter().any(|(other, _)| *other == key);
        let expected = usize::from(rule.limit.is_some())
            + usize::from(declares("threshold"))
            + usize::from(declares("threshold_2"));
        assert_eq!(places.len(), expected, "{}", rule.id);
        for place in places {
            let mut document = crate::worksheets::new_document("new".into(), Lang::En);
            document.put(&place, Some(crate::model::Value::Number(7.5)));
            let memo = Memo::default();
            assert!(rule.limits(&Book::new(&document, today(), &memo)).contains(&7.5), "{}", rule.id);
        }
    }
}

#[test]
fn advice_is_counted_sheet_by_sheet() {
    let document = document("w3.people.a.name=COO\nw3.people.a.role=economic\nw3.people.a.contact=1");
    let memo = Memo::default();
    let book = Book::new(&document, today(), &memo);
    let (counts, all) = (super::counts(&book, Lang::Zh), findings(&book, Lang::Zh));
    assert_eq!(counts.iter().map(|tally| tally.all).sum::<usize>(), all.len());
    let serious = all.iter().filter(|found| found.level == Level::Red).count();
    assert_eq!(counts.iter().map(|tally| tally.serious).sum::<usize>(), serious);
    assert!(serious > 0);
}

#[test]
fn the_serious_comes_first_then_sheet_rule_and_row() {
    let document = document(
        "w6.obj.o.statement=Grow\nw3.people.b.role=economic\nw3.people.b.contact=1
        w3.people.a.role=economic\nw3.people.a.contact=0\nw1.players.a.share=20\nw2.comp.c.name=X\nw2.comp.c.type=direct",
    );
    let memo = Memo::default();
    let found = findings(&Book::new(&document, today(), &memo), Lang::Zh);
    let order: Vec<(Level, &str, &str)> = found.iter().map(|found| (found.level, found.sheet, found.rule)).collect();
    assert!(order.is_sorted());
    let rows: Vec<&str> = found
        .iter()
        .filter(|found| found.rule == "R-W3-06")
        .map(|found| found.place.row.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(rows, ["b", "a"]);
}

#[test]
fn what_is_remembered_is_forgotten_when_anything_it_reads_changes() {
    for (id, before, _) in CASES {
        let rule = all().find(|rule| rule.id == *id).unwrap();
        let document = document(before);
        let memo = Memo::default();
        let first = rule.findings(&Book::new(&document, today(), &memo), Lang::En);
        assert!(!first.is_empty());
        for table in crate::worksheets::TABLES.iter().copied() {
            let mut changed = document.clone();
            *changed.table_mut(table) = crate::model::TableData::empty(table.shape);
            let remembered = rule.findings(&Book::new(&changed, today(), &memo), Lang::En);
            let fresh = rule.findings(&Book::new(&changed, today(), &Memo::default()), Lang::En);
            assert!(remembered == fresh, "{id} reads {}", table.path);
        }
    }
}

/// A rule, a workbook on which it fires, and a change that silences it in a table that its own case leaves empty.
const SILENCED: &[(&str, &str, &str, &str)] = &[
    (
        "R-W6-14",
        "w6.hist.h.year=2025\nw6.hist.h.margin=100\nw5.res.r.needed=10\nw5.res.r.rate=10",
        "w5.res.r.rate",
        "0.1",
    ),
    (
        "R-W4-05",
        "w4.economics.list_price=100\nw4.economics.cogs=50\nw5.res.r.needed=10\nw5.res.r.rate=10",
        "w5.res.r.rate",
        "0.1",
    ),
];

#[test]
fn the_hours_of_people_are_not_remembered_when_they_change() {
    for (id, before, path, value) in SILENCED {
        let rule = all().find(|rule| rule.id == *id).unwrap();
        let mut document = document(before);
        let memo = Memo::default();
        assert!(!rule.findings(&Book::new(&document, today(), &memo), Lang::En).is_empty(), "{id} is silent");
        put(&mut document, path, value);
        assert_eq!(rule.findings(&Book::new(&document, today(), &memo), Lang::En), [], "{id}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]
    #[test]
    fn nothing_is_remembered_that_another_table_changes(
        document in crate::analysis::testkit::any_document_up_to(1e6),
        other in crate::analysis::testkit::any_document_up_to(1e6),
    ) {
        let memo = Memo::default();
        let before = Book::new(&document, today(), &memo);
        all().for_each(|rule| drop(rule.findings(&before, Lang::En)));
        for table in crate::worksheets::TABLES.iter().copied() {
            let mut changed = document.clone();
            let Some(data) = other.table(table.path) else { continue };
            *changed.table_mut(table) = data.clone();
            let fresh = Memo::default();
            for rule in all() {
                let remembered = rule.findings(&Book::new(&changed, today(), &memo), Lang::En);
                let anew = rule.findings(&Book::new(&changed, today(), &fresh), Lang::En);
                assert!(remembered == anew, "{} reads {}", rule.id, table.path);
            }
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]
    #[test]
    fn any_document_is_advised_in_whole_sentences_at_fields_that_exist(document in crate::analysis::testkit::any_document()) {
        let memo = Memo::default();
        let book = Book::new(&document, today(), &memo);
        for lang in [Lang::Zh, Lang::En] {
            for found in findings(&book, lang) {
                assert!(!found.message.contains(['{', '}']) && !found.why.contains(['{', '}']), "{}", found.message);
                assert!(!found.message.contains("inf") && !found.message.contains("NaN"), "{}", found.message);
                assert!(found.place.table.field_at(found.place.slot).is_some(), "{}", found.rule);
                assert!(["card", "portfolio", "w1", "w2", "w3", "w4", "w5", "w6"].contains(&found.sheet), "{}", found.sheet);
            }
        }
        for offer in crate::analysis::links::suggestions(&book, &|_| false) {
            assert!(!offer.text(Lang::Zh).contains('{'));
            for row in offer.rows() {
                assert!(row.values.iter().all(|(slot, _)| offer.to.field_at(slot).is_some()));
            }
        }
        crate::analysis::links::changed_origins(&book);
        assert!(crate::analysis::chain::chains(&book).chains.len() <= document.list(crate::worksheets::needs::needs::TABLE).len());
    }
}
