use super::*;
use crate::analysis::testkit::{doc, put, today};
use crate::analysis::{Book, Memo};
use crate::i18n::Lang;
use crate::model::Document;

fn page_of(document: &Document, lang: Lang) -> Page {
    let memo = Memo::default();
    page(&Book::new(document, today(), &memo), lang)
}

fn block<'p>(page: &'p Page, key: &str) -> &'p Block {
    page.columns.iter().flatten().find(|block| block.key == key).unwrap()
}

fn texts(block: &Block) -> Vec<&str> {
    let mut texts = Vec::new();
    for part in &block.parts {
        if let Part::Line(line) | Part::Bullet(Bullet { line, .. }) = part {
            texts.push(line.text.as_str());
        }
    }
    texts
}

fn more(block: &Block) -> usize {
    block.parts.iter().find_map(|part| if let Part::More(count) = part { Some(*count) } else { None }).unwrap_or(0)
}

#[test]
fn a_new_workbook_says_what_will_stand_where() {
    for lang in [Lang::En, Lang::Zh] {
        let page = page_of(&crate::worksheets::new_document("new".into(), lang), lang);
        assert!(page.is_empty());
        assert!(page.columns.iter().flatten().all(|block| !block.hint.get(lang).is_empty()));
        assert!(page.columns.iter().flatten().all(|block| crate::worksheets::table(block.home).is_some()));
        assert!(page.figures.iter().all(|figure| figure.value == "—"));
        assert!(page.decisions.is_empty());
    }
}

#[test]
fn however_much_there_is_so_many_stand_and_the_rest_is_counted() {
    let mut document = doc(&[("w6.page.decisions", "1. First\n2、Second\n- Third\n\n④ Fourth\n2.4 years is too long")]);
    for at in 0..100 {
        for (field, value) in [
            ("w3.cgoals.r#.text", "Goal"),
            ("w3.needs.r#.need", "Need"),
            ("w3.needs.r#.importance", "8"),
            ("w3.needs.r#.satisfaction", "3"),
            ("w4.vp.r#.statement", "Statement"),
            ("w5.sla.r#.metric", "Metric"),
            ("w5.sla.r#.target", "5"),
            ("w6.obj.r#.statement", "Objective"),
            ("w6.act.r#.what", "Action"),
            ("w6.risk.r#.text", "Risk"),
            ("w6.ms.r#.name", "Milestone"),
            ("w6.ms.r#.planned", "2026-05-01"),
        ] {
            put(&mut document, &field.replace('#', &at.to_string()), value);
        }
        let level = if at % 2 == 0 { "goal" } else { "pressure" };
        put(&mut document, &format!("w3.cgoals.r{at}.level"), level);
        put(&mut document, "w4.modules.m.name", "Module");
        put(&mut document, &format!("w4.cover.r{at}.m.cell"), "3");
    }
    let page = page_of(&document, Lang::En);
    for (key, shown) in
        [("goals", 5), ("needs", 5), ("coverage", 3), ("promises", 3), ("objectives", 5), ("actions", 5), ("risks", 3)]
    {
        let block = block(&page, key);
        assert_eq!((texts(block).len(), more(block)), (shown, 100 - shown), "{key}");
    }
    assert_eq!(more(block(&page, "proposition")), 99);
    let milestones = block(&page, "milestones");
    assert!(matches!(&milestones.parts[0], Part::Stones(stones) if stones.len() == 4), "{milestones:?}");
    assert!(milestones.note.contains("96"));
    assert_eq!(
        (page.decisions.as_slice(), page.more_decisions),
        (["First", "Second", "Third"].map(String::from).as_slice(), 2)
    );
}

#[test]
fn numbers_before_a_line_go_but_numbers_of_a_line_stay() {
    assert_eq!(
        paragraphs("2.4 years is too long\n12. Hire two\n2026 budget\n3) Go"),
        ["2.4 years is too long", "Hire two", "2026 budget", "Go"]
    );
}

#[test]
fn needs_stand_as_the_team_put_them_then_by_urgency() {
    let mut document = doc(&[]);
    for (id, importance) in [("a", "5"), ("b", "9"), ("c", "7")] {
        put(&mut document, &format!("w3.needs.{id}.need"), &format!("Need {id}"));
        put(&mut document, &format!("w3.needs.{id}.importance"), importance);
        put(&mut document, &format!("w3.needs.{id}.satisfaction"), "4");
    }
    put(&mut document, "w3.needs.d.need", "Need d");
    assert_eq!(texts(block(&page_of(&document, Lang::En), "needs")), ["Need b", "Need c", "Need a", "Need d"]);
    put(&mut document, "w3.summary.top_needs", "c");
    let page = page_of(&document, Lang::En);
    assert_eq!(texts(block(&page, "needs")), ["Need c", "Need b", "Need a", "Need d"]);
    let Part::Line(first) = &block(&page, "needs").parts[0] else { panic!("a line") };
    assert_eq!(first.note, "10");
}

#[test]
fn open_actions_by_date_and_open_risks_by_size() {
    let document = doc(&[
        ("card.team.t.name", "Li Na"),
        ("w6.act.a.what", "Later"),
        ("w6.act.a.due", "2026-06-01"),
        ("w6.act.b.what", "Late"),
        ("w6.act.b.due", "2026-02-01"),
        ("w6.act.b.owner", "t"),
        ("w6.act.c.what", "Done"),
        ("w6.act.c.status", "done"),
        ("w6.act.d.what", "Some day"),
        ("w6.act.d.owner", "gone"),
        ("w6.risk.a.text", "Small"),
        ("w6.risk.a.probability", "1"),
        ("w6.risk.a.impact", "2"),
        ("w6.risk.b.text", "Large"),
        ("w6.risk.b.probability", "5"),
        ("w6.risk.b.impact", "5"),
        ("w6.risk.c.text", "Closed"),
        ("w6.risk.c.probability", "5"),
        ("w6.risk.c.impact", "5"),
        ("w6.risk.c.status", "closed"),
        ("w6.risk.d.text", "Unrated"),
    ]);
    let page = page_of(&document, Lang::En);
    let actions = block(&page, "actions");
    assert_eq!(texts(actions), ["Late", "Later", "Some day"]);
    assert_eq!(actions.note, "1 overdue");
    let Part::Line(late) = &actions.parts[0] else { panic!("a line") };
    assert_eq!((late.tone, late.who.as_str(), late.note.as_str()), (Tone::Bad, "Li Na", "▼ 1 Feb"));
    let Part::Line(some_day) = &actions.parts[2] else { panic!("a line") };
    assert_eq!((some_day.who.as_str(), some_day.note.as_str()), ("", ""));
    assert_eq!(texts(block(&page, "risks")), ["Large", "Small", "Unrated"]);
}

#[test]
fn the_last_milestone_passed_and_what_comes() {
    let mut document = doc(&[]);
    for month in 1..=7 {
        put(&mut document, &format!("w6.ms.m{month}.name"), &format!("M{month}"));
        put(&mut document, &format!("w6.ms.m{month}.planned"), &format!("2026-0{month}-10"));
        if month <= 3 {
            put(&mut document, &format!("w6.ms.m{month}.passed"), "yes");
        }
    }
    let page = page_of(&document, Lang::Zh);
    let Part::Stones(stones) = &block(&page, "milestones").parts[0] else { panic!("stones") };
    let names: Vec<&str> = stones.iter().map(|stone| stone.name.as_str()).collect();
    assert_eq!(names, ["M3", "M4", "M5", "M6"]);
    assert_eq!((stones[0].passed, stones[1].passed), (Some(true), None));
    assert_eq!(stones[0].date, "3月10日");
}

#[test]
fn the_wallet_adds_up_and_leaves_out_what_is_gone() {
    let document = doc(&[
        ("w2.comp.r.name", "Rival"),
        ("w2.wallet.a.category", "Lines"),
        ("w2.wallet.a.total_spend", "80"),
        ("w2.wallet.a.ours", "0"),
        ("w2.wallet.b.category", "Cloud"),
        ("w2.wallet.b.total_spend", "120"),
        ("w2.wallet.b.ours", "50"),
        ("w2.wallet_comp.a.r.sales", "60"),
        ("w2.wallet_comp.a.gone.sales", "500"),
        ("w2.wallet_comp.gone.r.sales", "500"),
    ]);
    let page = page_of(&document, Lang::En);
    let wallet = block(&page, "wallet");
    let Part::Wallet(slices) = &wallet.parts[0] else { panic!("a wallet") };
    let shares: Vec<f64> = slices.iter().map(|slice| slice.percent).collect();
    assert_eq!(shares, [25.0, 30.0, 45.0]);
    assert_eq!(texts(wallet), ["Lines: not in yet", "Cloud: widest gap"]);
    assert!(wallet.note.starts_with("200 ") && wallet.note.ends_with("ours 25.0%"), "{}", wallet.note);
}

#[test]
fn the_number_to_remember_has_its_unit_and_what_it_is() {
    let document = doc(&[
        ("card.plan.currency", "CNY"),
        ("card.plan.unit", "ten_thousand"),
        ("w4.case.years", "2"),
        ("w4.case.discount_rate", "0"),
        ("w4.benefits.b.benefit", "Less waste"),
        ("w4.benefits.b.amount", "100"),
        ("w4.benefits.b.confidence", "confirmed_by_customer"),
        ("w4.costs.c.cost", "Price"),
        ("w4.costs.c.one_off", "50"),
    ]);
    let page = page_of(&document, Lang::Zh);
    let Part::Figure(value, about) = &block(&page, "value").parts[0] else { panic!("a figure") };
    assert_eq!(value, "150万元");
    assert!(about.contains("折现率0%，2年") && about.contains("0.5年回本"), "{about}");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
    #[test]
    fn any_document_fits(document in crate::analysis::testkit::any_document()) {
        for lang in [Lang::En, Lang::Zh] {
            let page = page_of(&document, lang);
            for block in page.columns.iter().flatten() {
                assert!(block.parts.len() <= 6, "{block:?}");
            }
            assert!(page.decisions.len() <= DECISIONS);
        }
    }
}
