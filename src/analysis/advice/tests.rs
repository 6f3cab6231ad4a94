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

/// A rule, a workbook in which it fires, and the lines after which it does not any more.
const CASES: &[(&str, &str, &str)] = &[
    ("R-G-01", "w1.pestel.a.fact=New law", "w1.pestel.a.so_what=They must buy"),
    ("R-G-02", "w3.needs.a.need=Speed\nw3.needs.a.confidence=assumed", "w3.needs.a.confidence=confirmed_by_customer"),
    ("R-G-03", "w3.needs.a.need=Speed\nw3.needs.a.source_date=2025-03-04", "w3.needs.a.source_date=2025-03-05"),
    ("R-W1-01", "w1.players.a.share=59", "w1.players.a.share=60"),
    (
        "R-W1-02",
        "w1.cycle.growth_rate=growth\nw1.cycle.entrants=maturity\nw1.cycle.product=decline",
        "w1.cycle.product=growth",
    ),
    ("R-W2-01", "w2.comp.a.name=Hallam\nw2.comp.a.type=direct", "w2.comp.b.name=Own workshop\nw2.comp.b.type=in_house"),
    (
        "R-W2-02",
        "w2.factors.a.weight=30\nw2.factors.b.weight=28\nw2.factors.c.weight=22\nw2.factors.d.weight=20",
        "w2.factors.d.weight=21",
    ),
    (
        "R-W2-03",
        "w2.comp.a.name=Hallam\nw2.factors.f.weight=1\nw2.ratings.f.us.rating=4\nw2.ratings.f.a.rating=3
        w2.wallet.w.total_spend=100\nw2.wallet.w.ours=30\nw2.wallet_comp.w.a.sales=31",
        "w2.wallet_comp.w.a.sales=30",
    ),
    (
        "R-W2-04",
        "w2.factors.a.weight=1\nw2.factors.b.weight=1\nw2.factors.c.weight=1
        w2.ratings.a.us.rating=3\nw2.ratings.b.us.rating=4\nw2.ratings.c.us.rating=3",
        "w2.ratings.b.us.rating=2",
    ),
    ("R-W3-01", "w3.people.a.name=Li\nw3.people.a.role=user technical", "w3.people.b.role=economic"),
    ("R-W3-02", "w3.people.a.support=0\nw3.people.b.support=1\nw3.people.c.support=2", "w3.people.c.support=-1"),
    (
        "R-W3-03",
        "w3.people.a.influence=4\nw3.people.a.support=0\nw3.people.b.influence=3\nw3.people.b.support=2",
        "w3.people.c.influence=5\nw3.people.c.support=1",
    ),
    (
        "R-W3-04",
        "w3.people.a.influence=3\nw3.people.a.contact=2\nw3.people.b.influence=5\nw3.people.b.contact=1",
        "w3.people.b.contact=2",
    ),
    ("R-W3-05", "w3.people.a.influence=4\nw3.people.a.last_contact=2025-12-04", "w3.people.a.last_contact=2025-12-05"),
    ("R-W3-06", "w3.people.a.role=economic\nw3.people.a.contact=1", "w3.people.a.contact=2"),
    (
        "R-W3-07",
        "w3.needs.a.importance=8\nw3.needs.b.importance=9\nw3.needs.c.importance=10",
        "w3.needs.c.importance=7",
    ),
    (
        "R-W3-08",
        "w3.needs.a.level=organisation\nw3.needs.b.level=organisation\nw3.needs.c.level=organisation",
        "w3.needs.c.level=department",
    ),
    (
        "R-W4-01",
        "w3.needs.a.need=Safe\nw3.needs.a.kano_class=must_be\nw4.modules.m.name=Line\nw4.cover.a.m.cell=3",
        "w4.cover.a.m.cell=9",
    ),
    ("R-W4-01", "w3.needs.a.need=Safe\nw3.needs.a.critical=yes\nw4.modules.m.name=Line", "w3.needs.a.critical=no"),
    ("R-W4-02", "w4.case.ref_price=900\nw4.diff.a.value=100\nw4.case.our_price=1000", "w4.case.our_price=999"),
    (
        "R-W4-03",
        "w4.benefits.a.amount=100\nw4.benefits.a.confidence=corroborated\nw4.costs.c.one_off=10",
        "w4.benefits.a.confidence=confirmed_by_customer",
    ),
    (
        "R-W4-04",
        "w3.needs.a.need=Speed\nw4.modules.m.name=Line\nw4.modules.o.name=Extra
        w4.cover.a.m.cell=9\nw4.cover.a.o.cell=0",
        "w4.cover.a.o.cell=1",
    ),
    ("R-W4-05", "w4.economics.list_price=100\nw4.economics.cogs=101", "w4.economics.cogs=100"),
    (
        "R-W4-05",
        "w4.economics.list_price=100\nw4.economics.cogs=91\nsettings.limits.margin_floor=10",
        "w4.economics.cogs=90",
    ),
    (
        "R-W5-01",
        "w5.raci_tasks.t.task=Deliver\nw5.raci_parties.p.name=Li\nw5.raci_parties.q.name=Wu
        w5.raci.t.p.cell=accountable\nw5.raci.t.q.cell=accountable",
        "w5.raci.t.q.cell=responsible",
    ),
    (
        "R-W5-02",
        "card.team.t.name=Li\nw5.res.a.person=t\nw5.res.a.needed=101\nw5.res.a.available=100",
        "w5.res.a.needed=100",
    ),
    ("R-W5-02", "w5.res.a.role=Engineer\nw5.res.a.needed=9\nw5.res.a.available=8", "w5.res.a.needed=8"),
    ("R-W5-03", "w4.modules.m.name=Line\nw5.svc.s.name=Hotline", "w5.svc.s.module=m"),
    ("R-W5-03", "w4.modules.m.name=Line\nw5.cap.c.capability=Spares", "w5.cap.c.origin=w4.modules m 0"),
    (
        "R-W5-04",
        "w5.sq.reliability.expectation=6\nw5.sq.reliability.perception=4.4
        w5.sq.empathy.expectation=5\nw5.sq.empathy.perception=5",
        "w5.sq.reliability.perception=4.5",
    ),
    ("R-W5-05", "w5.iss.a.description=Down\nw5.iss.a.severity=s1\nw5.iss.a.due=2026-03-04", "w5.iss.a.due=2026-03-05"),
    (
        "R-W5-05",
        "w5.iss.a.description=Down\nw5.iss.a.severity=s2\nw5.iss.a.status=closed",
        "w5.iss.a.told_customer=yes",
    ),
    ("R-W5-05", "w5.iss.a.severity=s2\nw5.iss.a.reported=2026-03-03", "w5.iss.a.reported=2026-03-04"),
    ("R-W6-01", "w6.obj.o.statement=Grow\nw3.cgoals.g.text=Uptime", "w6.obj.o.customer_goal=g"),
    (
        "R-W6-02",
        "w6.obj.o.statement=Grow\nw6.act.a.objective=o\nw6.act.b.objective=o\nw6.act.b.status=cancelled",
        "w6.act.b.status=doing",
    ),
    (
        "R-W6-04",
        "w6.targets.t.revenue=200\nw6.fin.base_revenue=100\nw6.opp.o.amount=199\nw6.opp.o.stage=lead
        w2.deals.a.result=won\nw2.deals.b.result=lost",
        "w6.opp.o.amount=200",
    ),
    (
        "R-W6-05",
        "w6.opp.a.amount=51\nw6.opp.a.probability=100\nw6.opp.b.amount=49\nw6.opp.b.probability=100",
        "w6.opp.b.amount=51",
    ),
    (
        "R-W6-06",
        "w6.act.a.what=Visit\nw6.act.a.due=2026-03-04\nw6.act.b.what=Test\nw6.act.c.what=Send\nw6.act.d.what=Agree",
        "w6.act.e.what=Ask",
    ),
    ("R-W6-07", "w6.act.a.type=visit\nw6.act.b.type=club\nw6.act.c.type=meeting", "w6.act.c.type=pilot"),
    (
        "R-W6-08",
        "w6.risk.a.text=They leave\nw6.risk.a.probability=4\nw6.risk.a.impact=4\nw6.risk.a.mitigation=Offer",
        "w6.risk.a.owner=t",
    ),
    (
        "R-W6-09",
        "w6.relationship.strategy=1\nw6.relationship.breadth=1\nw6.relationship.openness=1\nw6.relationship.trust=1
        w6.relationship.joint_planning=1\nw6.relationship.integration=1\nw6.relationship.stage_target=interdependent",
        "w6.relationship.stage_target=cooperative",
    ),
    ("R-W6-10", "w2.wallet.w.total_spend=100\nw2.wallet.w.ours=61", "w2.summary.battle_strategy=defend"),
    (
        "R-W6-11",
        "portfolio.customers.a.revenue=31\nportfolio.customers.a.is_account=yes\nportfolio.customers.b.revenue=69",
        "portfolio.customers.a.revenue=29",
    ),
    ("R-W6-12", "card.profile.contract_end=2026-09-01", "card.profile.contract_end=2026-09-02"),
    ("R-W6-12", "card.profile.contract_end=2026-03-01", "w6.opp.o.name=Renewal of the frame"),
    ("R-W6-12", "card.profile.contract_end=2026-06-30", "w6.opp.o.name=专线续约"),
    ("R-W6-13", "card.plan.next_review=2026-03-04", "card.plan.next_review=2026-03-05"),
    ("R-W6-13", "w6.obj.o.statement=Grow", "card.plan.next_review=2026-03-05"),
    (
        "R-W6-14",
        "w5.cts.c.quantity=51\nw5.cts.c.unit_cost=1\nw6.hist.h.year=2025\nw6.hist.h.margin=100",
        "w5.cts.c.quantity=50",
    ),
];

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

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
    #[test]
    fn any_document_is_advised_in_whole_sentences_at_fields_that_exist(document in crate::analysis::testkit::any_document()) {
        let memo = Memo::default();
        let book = Book::new(&document, today(), &memo);
        for lang in [Lang::Zh, Lang::En] {
            for found in findings(&book, lang) {
                assert!(!found.message.contains(['{', '}']) && !found.why.contains(['{', '}']), "{}", found.message);
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
