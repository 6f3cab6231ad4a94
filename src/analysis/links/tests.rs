use super::{FLOWS, Offer, Suggestion, changed_origins, suggestions};
use crate::analysis::testkit::{doc, put, today};
use crate::analysis::{Book, Memo};
use crate::model::{Document, Lang, Value};

fn offered(document: &Document) -> Vec<Suggestion> {
    let memo = Memo::default();
    suggestions(&Book::new(document, today(), &memo), &|_| false)
}

/// Key and titles of what is offered.
fn titles(document: &Document) -> Vec<(&'static str, Vec<String>)> {
    let title = |suggestion: &Suggestion| -> Vec<String> {
        suggestion.rows().iter().map(|row| row.values.title(suggestion.to).to_owned()).collect()
    };
    offered(document).iter().map(|suggestion| (suggestion.key, title(suggestion))).collect()
}

fn document(values: &str) -> Document {
    let pairs: Vec<(&str, &str)> = values.lines().map(|line| line.trim().split_once('=').unwrap()).collect();
    doc(&pairs)
}

/// A key and the titles offered under it.
type Offered = (&'static str, &'static [&'static str]);

/// A workbook, and what it offers.
const CASES: &[(&str, &[Offered])] = &[
    ("w1.ksf.a.factor=Speed\nw1.ksf.b.factor=Price\nw1.ksf.c.weight=2", &[("ksf>factors", &["Speed", "Price"])]),
    (
        "w1.pestel.a.fact=Subsidy\nw1.pestel.a.direction=opportunity\nw1.pestel.b.fact=Tax\nw1.pestel.b.direction=threat
        w1.pestel.c.fact=Noise\nw1.pestel.c.direction=neutral\nw1.pestel.c.so_what=They must insulate",
        &[
            ("pestel>swot", &["Subsidy", "Tax"]),
            ("pestel>cgoals", &["They must insulate"]),
            ("pestel>risk", &["Tax"]),
        ],
    ),
    (
        "w1.forces.a.force=buyers\nw1.forces.a.rating=4\nw1.forces.b.force=rivalry\nw1.forces.b.rating=3",
        &[("forces>swot", &["Buyer power: strong"]), ("forces>risk", &["Buyer power: strong"])],
    ),
    ("w3.criteria.a.criterion=Uptime", &[("criteria>factors", &["Uptime"])]),
    (
        "w5.cap.a.capability=Spares\nw5.cap.a.required=4\nw5.cap.a.current=2\nw5.cap.b.capability=Hygiene
        w5.cap.b.required=4\nw5.cap.b.current=3\nw5.cap.c.capability=Price\nw5.cap.c.required=3\nw5.cap.c.current=3",
        &[("cap>swot", &["Spares"]), ("cap>act", &["Close the gap: Spares", "Close the gap: Hygiene"])],
    ),
    (
        "w5.sla.a.metric=Uptime\nw5.sla.a.target=99\nw5.sla.a.actual=98\nw5.sla.b.metric=Bills\nw5.sla.b.target=9\nw5.sla.b.actual=9",
        &[("sla>swot", &["Uptime: target missed"]), ("sla>act", &["Bring back to target: Uptime"])],
    ),
    (
        "w5.iss.a.description=Line down\nw5.iss.a.severity=s1\nw5.iss.b.description=Scratch\nw5.iss.b.severity=s3",
        &[("iss>swot", &["Line down"]), ("iss>risk", &["Line down"])],
    ),
    (
        "w6.opp.a.name=Pumps\nw6.opp.a.stage=won\nw6.opp.b.name=Seals\nw6.opp.b.stage=lead",
        &[("opp>deals", &["Pumps"])],
    ),
    ("w3.needs.a.need=No stops\nw3.needs.a.pain_cost=40\nw3.needs.b.need=Calm", &[("needs>benefits", &["No stops"])]),
    (
        "w4.modules.m.name=Monitoring\nw4.modules.o.name=Extra\nw4.opts.r.modules=m\nw4.summary.recommended=r",
        &[("modules>svc", &["Monitoring"]), ("modules>cap", &["Monitoring"]), ("modules>opp", &["Monitoring"])],
    ),
    (
        "w2.comp.a.name=Hallam\nw2.factors.f.factor=Price\nw2.ratings.f.us.rating=2\nw2.ratings.f.a.rating=3
        w2.factors.g.factor=Service\nw2.ratings.g.us.rating=3\nw2.ratings.g.a.rating=3",
        &[("factors>cap", &["Price"]), ("competitor>reference", &[])],
    ),
    (
        "w3.needs.a.need=Price\nw3.needs.a.importance=9\nw3.needs.a.satisfaction=3\nw4.modules.m.name=Line\nw4.cover.a.m.cell=1",
        &[("needs>cap", &["Price"]), ("needs>act", &["Price"])],
    ),
    (
        "w2.tows.a.strategy=Attack the spares",
        &[("tows>obj", &["Attack the spares"]), ("tows>strat", &["Attack the spares"])],
    ),
    (
        "w2.wallet.c.category=Monitoring\nw6.bu.b.name=North\nw4.modules.m.name=Sensors\nw4.modules.m.price=40
        w4.opts.r.modules=m\nw4.summary.recommended=r",
        &[
            ("modules>svc", &["Sensors"]),
            ("modules>cap", &["Sensors"]),
            ("modules>opp", &["Sensors"]),
            ("modules>whitespace", &[]),
        ],
    ),
    (
        "w2.wallet.a.total_spend=300\nw2.wallet.a.growth=4\nw2.wallet.b.total_spend=100\nw2.wallet.b.growth=8",
        &[("wallet>wallet_growth", &[])],
    ),
    ("w1.series.a.year=2022\nw1.series.a.size=100\nw1.series.b.year=2023\nw1.series.b.size=108.64", &[("market>wallet_growth", &[])]),
];

#[test]
fn each_way_offers_what_fits_and_nothing_else() {
    for (values, expected) in CASES {
        let found = titles(&document(values));
        let found: Vec<(&str, Vec<&str>)> =
            found.iter().map(|(key, titles)| (*key, titles.iter().map(String::as_str).collect())).collect();
        let expected: Vec<(&str, Vec<&str>)> = expected.iter().map(|(key, titles)| (*key, titles.to_vec())).collect();
        assert_eq!(found, expected);
    }
    let is_tested = |key: &str| CASES.iter().any(|(_, offers)| offers.iter().any(|(other, _)| *other == key));
    assert!(FLOWS.iter().all(|flow| is_tested(flow.key)));
    assert_eq!(titles(&crate::worksheets::new_document("new".into(), Lang::Zh)), []);
}

/// Whether a case offers a value or cells under a key.
pub(super) fn offers_value(key: &str) -> bool {
    CASES.iter().any(|(values, _)| {
        offered(&document(values)).iter().any(|offer| offer.key == key && !matches!(offer.offer, Offer::Rows(..)))
    })
}

#[test]
fn every_way_has_a_key_of_its_own_and_names_its_copies() {
    for (at, flow) in FLOWS.iter().enumerate() {
        let same = FLOWS.iter().skip(at + 1).find(|other| {
            other.key == flow.key || (other.from.path == flow.from.path && other.to.path == flow.to.path)
        });
        assert!(same.is_none(), "{}", flow.key);
        assert!(flow.text.en.contains("{0}") && flow.text.zh.contains("{0}"), "{}", flow.key);
    }
}

#[test]
fn what_is_there_or_set_aside_is_not_offered_again() {
    let mut document = document("w1.ksf.a.factor=Speed\nw1.ksf.b.factor=Price\nw1.ksf.c.factor=Service");
    let text = |document: &Document, lang| offered(document)[0].text(lang);
    assert_eq!(text(&document, Lang::En), "Worksheet 1 has key success factors (3). Rate the firms on them?");
    assert_eq!(text(&document, Lang::Zh), "工作表一有3条关键成功因素，用来给各家评分吗？");
    put(&mut document, "w2.factors.x.factor", "Renamed");
    put(&mut document, "w2.factors.x.origin", "w1.ksf a 00000000");
    put(&mut document, "w2.factors.y.factor", " price ");
    let memo = Memo::default();
    let book = Book::new(&document, today(), &memo);
    let left = suggestions(&book, &|_| false);
    assert_eq!(left[0].rows().iter().map(|row| row.source.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(suggestions(&book, &|key| key == "ksf>factors c"), []);
    assert_eq!(suggestions(&book, &|key| key == "ksf>factors"), []);
}

#[test]
fn a_need_planned_as_an_action_is_not_offered_as_a_capability() {
    let mut document = document(CASES[11].0);
    put(&mut document, "w6.act.x.what", "Talk about price");
    put(&mut document, "w6.act.x.origin", "w3.needs a 00000000");
    assert_eq!(titles(&document), []);
}

#[test]
fn values_are_offered_for_empty_fields_only() {
    let mut document = document(CASES[CASES.len() - 1].0);
    let offers = offered(&document);
    let Offer::Value(place, value) = &offers[0].offer else { panic!("{offers:?}") };
    assert_eq!((place.path().as_str(), value), ("w6.fin.wallet_growth", &Value::Number(8.6)));
    assert!(offers[0].text(Lang::En).contains("8.6%"));
    put(&mut document, "w6.fin.wallet_growth", "3");
    assert_eq!(offered(&document), []);
}

#[test]
fn growth_by_category_counts_more_than_that_of_the_market() {
    let market = CASES[CASES.len() - 1].0;
    let spend = CASES[CASES.len() - 2].0;
    let offers = offered(&document(&format!("{market}\n{spend}")));
    let growth = offers.iter().find_map(|offer| match &offer.offer {
        Offer::Value(_, value) => Some(value),
        _ => None,
    });
    assert_eq!(growth, Some(&Value::Number(5.0)));
}

#[test]
fn the_main_competitor_has_the_largest_share() {
    let document = document(
        "w2.comp.a.name=Hallam\nw2.comp.b.name=Corvex\nw2.wallet.w.total_spend=100\nw2.wallet.w.ours=90
        w2.wallet_comp.w.a.sales=3\nw2.wallet_comp.w.b.sales=7",
    );
    let offers = offered(&document);
    assert!(offers[0].text(Lang::En).starts_with("Corvex is"));
    assert!(matches!(&offers[0].offer, Offer::Value(_, Value::Text(id)) if id == "b"));
}

#[test]
fn a_copy_learns_that_its_source_changed() {
    let mut document = document("w1.pestel.a.fact=Tax\nw1.pestel.a.direction=threat\nw1.pestel.a.impact=3");
    let changed = |document: &Document| changed_origins(&Book::new(document, today(), &Memo::default()));
    let mark = offered(&document)[0].rows()[0].origin.clone();
    put(&mut document, "w2.swot.x.text", "Tax, as we call it");
    put(&mut document, "w2.swot.x.quadrant", "threat");
    put(&mut document, "w2.swot.x.importance", "3");
    put(&mut document, "w2.swot.x.origin", &mark);
    // What people change in the copy is their own affair.
    assert_eq!(changed(&document), []);
    put(&mut document, "w1.pestel.a.direction", "opportunity");
    let found = changed(&document);
    assert_eq!((found[0].row.as_str(), found[0].source.as_str()), ("x", "a"));
    let keys: Vec<&str> =
        found[0].changes.iter().map(|(slot, ..)| found[0].table.field_at(*slot).unwrap().key).collect();
    assert_eq!(keys, ["text", "quadrant"]);
    put(&mut document, "w2.swot.x.origin", &found[0].origin);
    assert_eq!(changed(&document), []);
    put(&mut document, "w2.swot.x.origin", "w1.pestel gone 00000000");
    assert_eq!(changed(&document), []);
}
