//! What a shared copy holds and what it does not.

use proptest::prelude::*;

use super::*;
use crate::analysis::testkit::{any_document, doc};
use crate::file::write;

fn plan() -> Document {
    doc(&[
        ("card.profile.name", "Nordwind AG"),
        ("card.plan.seller_name", "Helio Tools"),
        ("card.plan.currency", "EUR"),
        ("card.plan.period_from", "2026-01-01"),
        ("card.team.t.name", "Jonas Berg"),
        ("card.team.t.role", "Sales"),
        ("w2.comp.c.name", "Baltic Systems"),
        ("w2.comp.c.type", "direct"),
        ("w2.wallet.a.total_spend", "1234"),
        ("w2.wallet.a.growth", "12.5"),
        ("w3.people.p.name", "Maria Keller"),
        ("w3.people.p.title", "Head of logistics in Kiel"),
        ("w3.people.p.role", "economic"),
        ("w3.people.p.personal_win", "wants the board seat"),
        ("w3.people.s.name", "Olaf Secret"),
        ("w3.people.s.private", "yes"),
        ("w3.needs.n.need", "Keller wants Nordwind to ship faster than Baltic"),
        ("w3.needs.n.holders", "p s"),
        ("w3.needs.n.deadline", "2026-03-01"),
        ("w3.needs.n.so_what", "Berg shows our figures"),
        ("w4.modules.m.name", "Hotline"),
        ("w4.modules.m.cost", "500"),
        ("w4.cover.n.m.cell", "9"),
        ("w6.obj.g.statement", "sell more"),
        ("w6.obj.g.type", "growth"),
        ("w6.obj.j.statement", "on time"),
        ("w6.obj.j.type", "service"),
        ("w6.act.x.objective", "g"),
        ("w6.act.y.objective", "j"),
        ("w6.hist.h.year", "2025"),
        ("log.parking.k.text", "prices"),
    ])
}

fn reduced(document: &Document, level: Level) -> (Reduced, Names) {
    let names = propose(document);
    let sharing = Sharing { level, names: &names, with_private: false, factor: 1.7, shift_days: 400 };
    let reduced = reduce(document, &sharing, &mut || "fresh".into());
    (reduced, names)
}

fn value(document: &Document, path: &str) -> Option<Value> {
    let parts: Vec<&str> = path.split('.').collect();
    let table = worksheets::table(&format!("{}.{}", parts[0], parts[1])).unwrap();
    let slot = table.field(parts.last().unwrap()).unwrap().slot;
    let place = Place { table, row: (parts.len() > 3).then(|| parts[2].into()), col: None, slot };
    document.value(&place).cloned()
}

#[test]
fn colleagues_get_all_but_what_is_private() {
    let (copy, _) = reduced(&plan(), Level::Colleagues);
    assert_eq!(value(&copy.document, "w3.people.p.name"), Value::text("Maria Keller"));
    assert_eq!(value(&copy.document, "w3.people.p.personal_win"), None);
    assert!(copy.document.list_at("w3.people").row("s").is_none());
    assert_eq!(value(&copy.document, "w3.needs.n.holders"), Value::keys(vec!["p".into()]));
    assert!(copy.document.list_at("log.parking").is_empty());
    assert_eq!(copy.removed["w3.people.personal_win"], 1);
    assert_eq!(copy.removed["w3.people[]"], 1);
    assert_eq!(copy.removed["log.parking"], 1);
    assert_eq!(copy.document.id.as_str(), "test");
}

#[test]
fn outsiders_get_roles_and_aliases_and_no_name_is_left() {
    let (copy, names) = reduced(&plan(), Level::External);
    assert_eq!(value(&copy.document, "w3.people.p.name"), Value::text("P1 Economic decision maker"));
    assert_eq!(value(&copy.document, "w3.people.p.title"), Value::text("Economic decision maker"));
    assert_eq!(value(&copy.document, "card.team.t.name"), Value::text("Sales"));
    assert_eq!(value(&copy.document, "w2.wallet.a.total_spend"), Some(Value::Number(1234.0)));
    let need = "P1 Economic decision maker wants Account A to ship faster than Competitor A";
    // "Baltic" alone is not the company's name; whoever shares adds it to the list.
    assert_eq!(value(&copy.document, "w3.needs.n.need"), Value::text(need.replace("Competitor A", "Baltic")));
    assert_eq!(value(&copy.document, "w3.needs.n.so_what"), Value::text("Sales shows our figures"));
    assert_eq!(scan(&write::canonical(&copy.document), &names), []);
    assert!(!scan(&write::canonical(&plan()), &names).is_empty());
    assert_eq!(scan(&file_label(&plan(), Level::External, &names), &names), []);
    assert_eq!(file_label(&plan(), Level::External, &names), "Account A");
    assert_eq!(copy.document.id.as_str(), "fresh");
}

#[test]
fn training_changes_figures_and_keeps_percentages() {
    let (copy, names) = reduced(&plan(), Level::Training);
    assert_eq!(value(&copy.document, "w2.wallet.a.total_spend"), Some(Value::Number(2100.0)));
    assert_eq!(value(&copy.document, "w2.wallet.a.growth"), Some(Value::Number(12.5)));
    assert_eq!(value(&copy.document, "w3.needs.n.deadline"), Value::text("2027-04-05"));
    assert_eq!(value(&copy.document, "w6.hist.h.year"), Some(Value::Number(2026.0)));
    assert_eq!(scan(&write::canonical(&copy.document), &names), []);
}

#[test]
fn the_customer_gets_facts_and_joint_objectives() {
    let (copy, _) = reduced(&plan(), Level::Customer);
    let document = &copy.document;
    assert!(document.list_at("w3.people").is_empty());
    assert!(document.list_at("w2.wallet").is_empty());
    assert_eq!(value(document, "card.plan.currency"), Value::text("EUR"));
    assert_eq!(value(document, "card.plan.seller_name"), None);
    assert_eq!(value(document, "w3.needs.n.holders"), None);
    assert_eq!(value(document, "w3.needs.n.so_what"), None);
    assert_eq!(value(document, "w4.modules.m.cost"), None);
    assert_eq!(document.list_at("w6.obj").ids(), ["j".into()]);
    assert_eq!(document.list_at("w6.act").ids(), ["y".into()]);
    assert_eq!(document.cells(worksheets::solution::cover::TABLE).len(), 1);
}

#[test]
fn private_rows_leave_a_full_copy_only_when_asked_for() {
    let names = Names::default();
    let sharing = Sharing { level: Level::Full, names: &names, with_private: true, factor: 1.0, shift_days: 0 };
    let all = reduce(&plan(), &sharing, &mut || "fresh".into());
    assert_eq!(all.document, plan());
    let without = reduce(&plan(), &Sharing { with_private: false, ..sharing }, &mut || "fresh".into());
    assert!(without.document.list_at("w3.people").row("s").is_none());
    assert_eq!(value(&without.document, "w3.needs.n.holders"), Value::keys(vec!["p".into()]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
    #[test]
    fn no_name_stays_in_any_workbook(document in any_document()) {
        for level in [Level::External, Level::Training] {
            let (copy, names) = reduced(&document, level);
            let hits = scan(&write::canonical(&copy.document), &names);
            prop_assert!(hits.is_empty(), "{hits:?}");
        }
    }
}
