use super::super::testkit::{answer, column, doc, expect, gap, key, number, put, today};
use super::kano::{CLASSES, OPTIONS};
use crate::analysis::{Gap, Out};
use crate::model::{Columns, Document};
use crate::worksheets::needs::kano_votes;

fn list(document: &Document, name: &str) -> Vec<String> {
    match answer(document, name).value {
        Ok(Out::List(items)) => items,
        other => panic!("{name}: {other:?}"),
    }
}

/// Five people as (influence, support, contact).
fn five_people() -> Document {
    let mut document = doc(&[]);
    column(&mut document, "w3.people", "influence", "5 5 3 4 2");
    column(&mut document, "w3.people", "support", "2 -1 1 0 2");
    column(&mut document, "w3.people", "contact", "3 1 2 0 4");
    document
}

#[test]
fn support_and_coverage() {
    let document = five_people();
    expect(
        &document,
        &[
            ("w3.support_index", 1200.0 / 38.0),
            ("w3.coverage_index", 1000.0 / 19.0),
            ("w3.threads", 2.0),
            ("w3.key_support", 100.0 / 3.0),
        ],
    );
    assert_eq!(key(&document, "w3.people.r4.key_player"), "yes");
    assert_eq!(key(&document, "w3.people.r3.key_player"), "no");
}

#[test]
fn people_with_missing_ratings_are_left_out_not_counted_as_zero() {
    let mut document = five_people();
    put(&mut document, "w3.people.new.name", "Somebody");
    put(&mut document, "w3.people.loud.influence", "5");
    expect(&document, &[("w3.support_index", 1200.0 / 38.0)]);
    assert_eq!(answer(&document, "w3.support_index").rated, Some((5, 7)));
    assert_eq!(gap(&document, "w3.people.new.key_player"), Gap::Empty);
    let nobody = doc(&[]);
    for name in ["support_index", "coverage_index", "relationship_gap", "threads", "key_support", "role_completeness"] {
        assert_eq!(gap(&nobody, &format!("w3.{name}")), Gap::NoRows, "{name}");
    }
}

#[test]
fn relationship_gap_is_weighted_by_influence() {
    let mut document = five_people();
    column(&mut document, "w3.people", "rel_now", "1 2 - 4 1");
    column(&mut document, "w3.people", "rel_goal", "4 2 3 3 2");
    expect(
        &document,
        &[
            ("w3.people.r1.gap", 3.0),
            ("w3.people.r4.gap", -1.0),
            ("w3.relationship_gap", (15.0 + 0.0 - 4.0 + 2.0) / 16.0),
        ],
    );
    assert_eq!(gap(&document, "w3.people.r3.gap"), Gap::Empty);
}

#[test]
fn contact_gets_old() {
    let mut document = five_people();
    let ago = |days: i64| today().plus_days(-days).to_string();
    for (row, days) in [("r1", 30), ("r2", 31), ("r3", 400), ("r4", 91)] {
        put(&mut document, &format!("w3.people.{row}.last_contact"), &ago(days));
    }
    put(&mut document, "w3.people.r5.last_contact", &ago(-10));
    expect(&document, &[("w3.people.r2.days_since_contact", 31.0), ("w3.people.r5.days_since_contact", 0.0)]);
    assert_eq!(
        ["r1", "r2", "r4"].map(|row| key(&document, &format!("w3.people.{row}.freshness"))),
        ["green", "amber", "red"]
    );
    assert_eq!(gap(&document, "w3.people.r3.freshness"), Gap::NotApplicable);
    put(&mut document, "settings.limits.contact_red", "400");
    assert_eq!(key(&document, "w3.people.r4.freshness"), "amber");
}

#[test]
fn roles() {
    let mut document = doc(&[("w3.people.a.role", "user coach"), ("w3.people.b.role", "buyer economic")]);
    expect(&document, &[("w3.role_completeness", 3.0)]);
    assert_eq!(list(&document, "w3.roles_missing"), ["technical"]);
    put(&mut document, "w3.people.c.role", "technical");
    assert!(list(&document, "w3.roles_missing").is_empty());
}

#[test]
fn opportunity_scores_and_bands() {
    let mut document = doc(&[]);
    column(&mut document, "w3.needs", "importance", "9 9 5 8 10 7 9 5");
    column(&mut document, "w3.needs", "satisfaction", "3 9 8 4 2 6 8 -");
    for (row, score, band) in [
        (1, 15.0, "high"),
        (2, 9.0, "low"),
        (3, 5.0, "low"),
        (4, 12.0, "consider"),
        (5, 18.0, "extreme"),
        (6, 8.0, "low"),
        (7, 10.0, "consider"),
    ] {
        assert_eq!(number(&document, &format!("w3.needs.r{row}.opportunity")), score);
        assert_eq!(key(&document, &format!("w3.needs.r{row}.band")), band);
    }
    expect(&document, &[("w3.needs.r3.unmet", 0.0), ("w3.needs.r5.unmet", 8.0)]);
    for name in ["opportunity", "band", "unmet", "competitive_gap", "priority"] {
        assert_eq!(gap(&document, &format!("w3.needs.r8.{name}")), Gap::Empty, "{name}");
    }
    put(&mut document, "w3.needs.r1.sat_best_comp", "7");
    expect(&document, &[("w3.needs.r1.competitive_gap", -4.0)]);
    assert_eq!(answer(&document, "w3.needs.r1.opportunity").numbers, [9.0, 3.0]);
}

#[test]
fn priority_puts_deal_breakers_first_then_score_then_cost_then_order() {
    let mut document = doc(&[]);
    column(&mut document, "w3.needs", "importance", "8 8 10 8 - 5 -");
    column(&mut document, "w3.needs", "satisfaction", "4 4 2 4 - 5 3");
    column(&mut document, "w3.needs", "pain_cost", "- 50 - - 10 - -");
    column(&mut document, "w3.needs", "critical", "no no no no yes yes no");
    let places: Vec<f64> = (1..=6).map(|row| number(&document, &format!("w3.needs.r{row}.priority"))).collect();
    assert_eq!(places, [5.0, 4.0, 3.0, 6.0, 2.0, 1.0]);
    assert_eq!(gap(&document, "w3.needs.r7.priority"), Gap::Empty);
    expect(&document, &[("w3.pain_total", 60.0)]);
}

#[test]
fn kano_by_the_table() {
    for (functional, dysfunctional, class) in [
        ("1", "5", "one_dimensional"),
        ("2", "5", "must_be"),
        ("1", "3", "attractive"),
        ("3", "3", "indifferent"),
        ("5", "1", "reverse"),
        ("1", "1", "questionable"),
    ] {
        let document = doc(&[("w3.needs.a.kano_f", functional), ("w3.needs.a.kano_d", dysfunctional)]);
        assert_eq!(key(&document, "w3.needs.a.kano"), class);
    }
}

#[test]
fn kano_takes_the_team_then_the_answers_then_the_respondents() {
    let mut document = doc(&[("w3.needs.a.need", "Shorter queues"), ("w3.needs.b.need", "Nothing known")]);
    assert_eq!(gap(&document, "w3.needs.a.kano"), Gap::Empty);
    assert_eq!(gap(&document, "w3.kano_counts.must_be"), Gap::NoRows);
    for (class, votes) in [("attractive", "12"), ("one_dimensional", "20"), ("must_be", "5"), ("indifferent", "3")] {
        put(&mut document, &format!("w3.kano_votes.a.{class}.count"), votes);
    }
    expect(&document, &[("w3.needs.a.better", 0.8), ("w3.needs.a.worse", -0.625)]);
    assert_eq!(key(&document, "w3.needs.a.kano"), "one_dimensional");
    put(&mut document, "w3.kano_votes.a.must_be.count", "20");
    assert_eq!(key(&document, "w3.needs.a.kano"), "must_be");
    put(&mut document, "w3.needs.a.kano_f", "1");
    put(&mut document, "w3.needs.a.kano_d", "2");
    assert_eq!(key(&document, "w3.needs.a.kano"), "attractive");
    put(&mut document, "w3.needs.a.kano_class", "reverse");
    assert_eq!(key(&document, "w3.needs.a.kano"), "reverse");
    expect(&document, &[("w3.kano_counts.reverse", 1.0), ("w3.kano_counts.must_be", 0.0)]);
}

#[test]
fn too_few_respondents_have_no_better_or_worse() {
    let mut document = doc(&[("w3.needs.a.need", "x"), ("w3.kano_votes.a.attractive.count", "4")]);
    assert_eq!(gap(&document, "w3.needs.a.better"), Gap::TooFew);
    put(&mut document, "w3.kano_votes.a.attractive.count", "0");
    assert_eq!(gap(&document, "w3.needs.a.kano"), Gap::Empty);
    put(&mut document, "w3.kano_votes.a.reverse.count", "5");
    assert_eq!(gap(&document, "w3.needs.a.worse"), Gap::DivisionByZero);
}

#[test]
fn kano_classes_are_the_columns_of_the_votes() {
    let Some((_, Columns::Fixed(columns))) = kano_votes::TABLE.matrix() else { panic!("no fixed columns") };
    assert!(columns.iter().map(|column| column.key).eq(CLASSES.iter().copied()));
    assert!(OPTIONS.iter().map(|option| option.key).eq(CLASSES.iter().copied()));
}

#[test]
fn qualification_is_classed_only_when_complete() {
    let elements = ["metrics", "economic_buyer", "decision_criteria", "decision_process", "paper_process", "pain"];
    let mut document = doc(&[("w6.opp.o.name", "Branches")]);
    assert_eq!(gap(&document, "w3.meddpicc.o.total"), Gap::Empty);
    for element in elements {
        put(&mut document, &format!("w3.meddpicc.o.{element}.score"), "2");
    }
    expect(&document, &[("w3.meddpicc.o.total", 12.0)]);
    assert_eq!(answer(&document, "w3.meddpicc.o.total").rated, Some((6, 8)));
    assert_eq!(gap(&document, "w3.meddpicc.o.class"), Gap::TooFew);
    for (champion, competition, class) in [("0", "0", "good"), ("2", "0", "strong")] {
        put(&mut document, "w3.meddpicc.o.champion.score", champion);
        put(&mut document, "w3.meddpicc.o.competition.score", competition);
        assert_eq!(key(&document, "w3.meddpicc.o.class"), class);
    }
    for (scored, class) in [(5, "good"), (3, "needs_work"), (1, "weak"), (0, "drop")] {
        for (at, element) in elements.iter().enumerate() {
            put(&mut document, &format!("w3.meddpicc.o.{element}.score"), if at < scored { "2" } else { "0" });
        }
        assert_eq!(key(&document, "w3.meddpicc.o.class"), class);
    }
}

#[test]
fn decision_lead_time() {
    let mut document = doc(&[]);
    assert_eq!(gap(&document, "w3.lead_time"), Gap::NoRows);
    column(&mut document, "w3.process", "days", "10 - 25 0");
    expect(&document, &[("w3.lead_time", 35.0)]);
}
