use proptest::prelude::*;

use super::super::testkit::{answer, column, doc, expect, gap, key, number, put, today};
use super::capital::{present_value, rate_of_return, sign_changes, years_to_pay_back};
use crate::analysis::{Book, Gap, Memo, Out, catalogue};
use crate::change::{apply, edit};
use crate::model::Document;
use crate::worksheets::solution::modules;

/// Four needs with weights 15, 12, 16, 8 and three modules.
fn four_needs() -> Document {
    let mut document = doc(&[]);
    column(&mut document, "w3.needs", "importance", "9 8 9 7");
    column(&mut document, "w3.needs", "satisfaction", "3 4 2 6");
    column(&mut document, "w4.modules", "name", "A B C");
    for (row, cells) in [["9", "3", "0"], ["0", "3", "1"], ["1", "0", "3"], ["0", "0", "0"]].iter().enumerate() {
        for (col, cell) in cells.iter().enumerate() {
            put(&mut document, &format!("w4.cover.r{}.r{}.cell", row + 1, col + 1), cell);
        }
    }
    document
}

/// An investment of 1,000 that brings 400, 450 and 500 in three years, at 10 %.
fn investment() -> Document {
    doc(&[
        ("w4.case.years", "3"),
        ("w4.costs.c.one_off", "1000"),
        ("w4.benefits.b.amount", "500"),
        ("w4.benefits.b.confidence", "confirmed_by_customer"),
        ("w4.ramp.b.y1.ramp", "80"),
        ("w4.ramp.b.y2.ramp", "90"),
    ])
}

fn list(document: &Document, name: &str) -> Vec<String> {
    match answer(document, name).value {
        Ok(Out::List(items)) => items,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn coverage_matrix() {
    let mut document = four_needs();
    expect(
        &document,
        &[
            ("w4.needs.r1.weight", 15.0),
            ("w4.needs.r1.coverage", 100.0),
            ("w4.needs.r2.coverage", 100.0 / 3.0),
            ("w4.needs.r3.coverage", 100.0 / 3.0),
            ("w4.needs.r4.coverage", 0.0),
            ("w4.coverage", 7_300.0 / 3.0 / 51.0),
            ("w4.modules.r1.importance_raw", 151.0),
            ("w4.modules.r2.importance_raw", 81.0),
            ("w4.modules.r3.importance_raw", 60.0),
            ("w4.modules.r1.importance", 15_100.0 / 292.0),
            ("w4.modules.r2.importance", 8_100.0 / 292.0),
            ("w4.modules.r3.importance", 6_000.0 / 292.0),
        ],
    );
    assert_eq!(
        ["r1", "r2", "r4"].map(|row| key(&document, &format!("w4.needs.{row}.coverage_word"))),
        ["full", "partial", "none"]
    );
    put(&mut document, "settings.general.need_weight", "importance");
    expect(&document, &[("w4.needs.r1.weight", 9.0), ("w4.modules.r3.importance_raw", 8.0 + 27.0)]);
}

#[test]
fn cells_of_modules_that_are_gone_do_not_count() {
    let mut document = four_needs();
    put(&mut document, "w4.cover.r4.nowhere.cell", "9");
    put(&mut document, "w4.cover.nowhere.r1.cell", "9");
    expect(&document, &[("w4.needs.r4.coverage", 0.0), ("w4.modules.r1.importance_raw", 151.0)]);
    let removal = edit::remove(&document, modules::TABLE, &"r1".into());
    apply(&mut document, &removal.patch);
    expect(&document, &[("w4.needs.r1.coverage", 100.0 / 3.0), ("w4.modules.r2.importance", 8_100.0 / 141.0)]);
}

#[test]
fn a_need_without_a_filled_cell_has_no_coverage() {
    let mut document = four_needs();
    put(&mut document, "w3.needs.new.importance", "10");
    assert_eq!(gap(&document, "w4.needs.new.coverage"), Gap::Empty);
    assert_eq!(gap(&document, "w4.needs.new.coverage_word"), Gap::Empty);
    assert_eq!(gap(&document, "w4.needs.new.must_be_hole"), Gap::Empty);
    assert_eq!(answer(&document, "w4.coverage").rated, Some((4, 5)));
    let empty = doc(&[]);
    for name in ["w4.coverage", "w4.coverage_comp", "w4.coverage_lead", "w4.uncovered"] {
        assert_eq!(gap(&empty, name), Gap::NoRows, "{name}");
    }
}

#[test]
fn coverage_against_the_competitor_compares_the_same_needs() {
    let mut document = four_needs();
    put(&mut document, "w4.cover_comp.r1.best_competitor.comp_cell", "3");
    put(&mut document, "w4.cover_comp.r2.best_competitor.comp_cell", "9");
    expect(
        &document,
        &[
            ("w4.needs.r1.coverage_comp", 100.0 / 3.0),
            ("w4.coverage_comp", (15.0 * 100.0 / 3.0 + 1200.0) / 27.0),
            ("w4.coverage_lead", (1500.0 + 400.0) / 27.0 - (500.0 + 1200.0) / 27.0),
        ],
    );
}

#[test]
fn uncovered_needs_and_must_be_holes() {
    let mut document = four_needs();
    assert!(list(&document, "w4.uncovered").is_empty());
    for (place, cell) in [("r3.r3", "0"), ("r2.r2", "1")] {
        put(&mut document, &format!("w4.cover.{place}.cell"), cell);
    }
    assert_eq!(list(&document, "w4.uncovered"), ["r3", "r2"]);
    assert_eq!(key(&document, "w4.needs.r3.must_be_hole"), "no");
    put(&mut document, "w3.needs.r3.critical", "yes");
    put(&mut document, "w3.needs.r1.critical", "yes");
    put(&mut document, "w3.needs.r2.kano_class", "must_be");
    assert_eq!(
        ["r1", "r2", "r3"].map(|row| key(&document, &format!("w4.needs.{row}.must_be_hole"))),
        ["no", "yes", "yes"]
    );
}

#[test]
fn modules_against_their_price() {
    let mut document = four_needs();
    column(&mut document, "w4.modules", "price", "60 8 -");
    put(&mut document, "w4.modules.r2.recurring", "per_year");
    expect(
        &document,
        &[
            ("w4.modules.r1.price_share", 60.0),
            ("w4.modules.r2.price_share", 40.0),
            ("w4.modules.r1.value_price_index", 15_100.0 / 292.0 / 60.0),
        ],
    );
    assert_eq!(gap(&document, "w4.modules.r3.price_share"), Gap::Empty);
    assert_eq!(gap(&document, "w4.modules.r3.over_engineered"), Gap::Empty);
    assert_eq!(key(&document, "w4.modules.r1.over_engineered"), "no");
    put(&mut document, "w4.modules.idle.price", "900");
    put(&mut document, "w4.cover.r1.idle.cell", "0");
    assert_eq!(key(&document, "w4.modules.idle.over_engineered"), "yes");
    column(&mut document, "w4.modules", "price", "0 0 0");
    put(&mut document, "w4.modules.idle.price", "0");
    assert_eq!(gap(&document, "w4.modules.r1.price_share"), Gap::DivisionByZero);
}

#[test]
fn economic_value() {
    let mut document = doc(&[("w4.case.ref_price", "300"), ("w4.case.our_price", "825")]);
    assert_eq!(gap(&document, "w4.evc"), Gap::NoRows);
    column(&mut document, "w4.diff", "value", "350 100 200");
    expect(&document, &[("w4.evc", 950.0), ("w4.incentive", 125.0), ("w4.value_captured", 80.769_230_769_230_77)]);
    put(&mut document, "w4.diff.r4.value", "-650");
    expect(&document, &[("w4.evc", 300.0)]);
    assert_eq!(gap(&document, "w4.value_captured"), Gap::DivisionByZero);
    let without_reference = doc(&[("w4.diff.a.value", "5"), ("w4.case.our_price", "1")]);
    for name in ["w4.evc", "w4.incentive", "w4.value_captured"] {
        assert_eq!(gap(&without_reference, name), Gap::Empty, "{name}");
    }
}

#[test]
fn capital_budgeting() {
    let document = investment();
    expect(
        &document,
        &[
            ("w4.benefit.y1", 400.0),
            ("w4.cost.y0", 1000.0),
            ("w4.cost.y3", 0.0),
            ("w4.flow.y0", -1000.0),
            ("w4.flow.y3", 500.0),
            ("w4.npv", -1000.0 + 400.0 / 1.1 + 450.0 / 1.21 + 500.0 / 1.331),
            ("w4.payback", 2.3),
            ("w4.roi", 35.0),
            ("w4.sensitivity.b_0.c_0", number(&document, "w4.npv")),
            ("w4.sensitivity.b_m20.c_p20", 0.8 * 1_111.194_590_533_433_5 - 1200.0),
            ("w4.sensitivity.b_p20.c_m20", 1.2 * 1_111.194_590_533_433_5 - 800.0),
            ("w4.benefits.b.tornado", 222.238_918_106_686_7),
            ("w4.costs.c.tornado", 200.0),
            ("w4.break_even_benefit", 1e5 / 1_111.194_590_533_433_5),
        ],
    );
    for (name, rounded, within) in
        [("w4.npv", 111.194_591, 5e-7), ("w4.irr", 15.975_320, 5e-7), ("w4.payback_discounted", 2.704, 5e-4)]
    {
        assert!((number(&document, name) - rounded).abs() <= within, "{name}");
    }
    for name in ["w4.flow.y4", "w4.cost.y4", "w4.benefit.y4", "w4.benefit.y0"] {
        let memo = Memo::default();
        assert!(catalogue::answer(&Book::new(&document, today(), &memo), name).is_none(), "{name}");
    }
}

#[test]
fn what_the_evidence_does_not_carry_is_cut() {
    let mut document = doc(&[("w4.case.years", "1"), ("w4.benefits.a.amount", "100"), ("w4.benefits.b.amount", "10")]);
    put(&mut document, "w4.benefits.b.confidence", "corroborated");
    expect(&document, &[("w4.benefit.y1", 50.0 + 7.5), ("w4.payback", 0.0)]);
    put(&mut document, "w4.case.haircut_assumed", "20");
    expect(&document, &[("w4.benefit.y1", 20.0 + 7.5)]);
    assert_eq!(gap(&document, "w4.cost.y0"), Gap::NoRows);
    assert_eq!(gap(&document, "w4.roi"), Gap::DivisionByZero);
    assert_eq!(gap(&document, "w4.irr"), Gap::NoSignChange);
}

#[test]
fn costs_fall_in_their_year() {
    let mut document = doc(&[("w4.case.years", "2"), ("w4.costs.a.one_off", "100"), ("w4.costs.a.year", "2")]);
    put(&mut document, "w4.costs.b.yearly", "5");
    put(&mut document, "w4.costs.late.one_off", "70");
    put(&mut document, "w4.costs.late.year", "9");
    put(&mut document, "w4.costs.named.cost", "Nobody knows yet");
    expect(
        &document,
        &[("w4.cost.y0", 0.0), ("w4.cost.y1", 5.0), ("w4.cost.y2", 105.0), ("w4.costs.late.tornado", 0.0)],
    );
    assert_eq!(gap(&document, "w4.costs.named.tornado"), Gap::Empty);
    assert_eq!(gap(&document, "w4.payback"), Gap::NotReached);
    assert_eq!(gap(&document, "w4.break_even_benefit"), Gap::DivisionByZero);
    assert_eq!(gap(&document, "w4.benefit.y1"), Gap::NoRows);
}

#[test]
fn no_flow_no_figures() {
    let mut document = doc(&[]);
    for name in ["w4.npv", "w4.irr", "w4.roi", "w4.payback", "w4.payback_discounted", "w4.sensitivity.b_0.c_0"] {
        assert_eq!(gap(&document, name), Gap::NoRows, "{name}");
    }
    put(&mut document, "w4.costs.a.yearly", "5");
    put(&mut document, "w4.case.discount_rate", "some");
    assert_eq!(gap(&document, "w4.npv"), Gap::Empty);
    expect(&document, &[("w4.roi", -100.0), ("w4.flow.y5", -5.0)]);
    put(&mut document, "w4.case.years", "many");
    assert_eq!(gap(&document, "w4.roi"), Gap::Empty);
}

#[test]
fn returns_that_are_not_clear() {
    assert_eq!(sign_changes(&[-1.0, 0.0, 2.0, 0.1 + 0.2 - 0.3, -1.0]), 2);
    assert_eq!(rate_of_return(&[-1.0, 3.0, -2.0]), Err(Gap::NoSignChange));
    assert_eq!(rate_of_return(&[-1.0, 50.0]), Err(Gap::NotReached));
    assert_eq!(years_to_pay_back(&[5.0, -10.0, 4.0, 2.0]), Some(2.5));
    assert_eq!(years_to_pay_back(&[-0.3, 0.1, 0.2]), Some(2.0));
    assert_eq!(years_to_pay_back(&[1.0, 0.0]), Some(0.0));
    assert_eq!(years_to_pay_back(&[-2.0, 1.0]), None);
}

#[test]
fn cost_of_ownership() {
    let mut document = doc(&[("w4.case.discount_rate", "8")]);
    assert_eq!(gap(&document, "w4.tco_ours"), Gap::NoRows);
    for (kind, ours, reference) in
        [("acquisition", "1000", "700"), ("operation", "200", "300"), ("residual", "100", "50")]
    {
        put(&mut document, &format!("w4.tco_rows.{kind}.kind"), kind);
        put(&mut document, &format!("w4.tco_rows.{kind}.ours"), ours);
        put(&mut document, &format!("w4.tco_rows.{kind}.reference"), reference);
    }
    let yearly: f64 = (1..=5).map(|year| 1.0 / 1.08_f64.powi(year)).sum();
    let end = 1.0 / 1.08_f64.powi(5);
    expect(
        &document,
        &[
            ("w4.tco_ours", 1000.0 + 200.0 * yearly - 100.0 * end),
            ("w4.tco_reference", 700.0 + 300.0 * yearly - 50.0 * end),
            ("w4.tco_saving", -300.0 + 100.0 * yearly + 50.0 * end),
        ],
    );
    for (name, rounded) in [("w4.tco_ours", 1_730.483_688), ("w4.tco_reference", 1_863.783_851)] {
        assert!((number(&document, name) - rounded).abs() <= 5e-7, "{name}");
    }
    put(&mut document, "w4.tco_rows.operation.growth", "8");
    expect(&document, &[("w4.tco_ours", 1000.0 + 5.0 * 200.0 / 1.08 - 100.0 * end)]);
    put(&mut document, "w4.tco_rows.end.kind", "disposal");
    put(&mut document, "w4.tco_rows.end.ours", "30");
    expect(&document, &[("w4.tco_ours", 1000.0 + 5.0 * 200.0 / 1.08 - 70.0 * end)]);
}

#[test]
fn price_waterfall() {
    let mut document = doc(&[("w4.economics.cogs", "400"), ("w4.discounts.a.percent", "10")]);
    assert_eq!(gap(&document, "w4.pocket_price"), Gap::Empty);
    for (path, value) in [
        ("w4.economics.list_price", "1000"),
        ("w4.discounts.b.percent", "50"),
        ("w4.discounts.b.amount", "20"),
        ("w4.discounts.c.name", "Not agreed yet"),
        ("w4.rebates.a.percent", "3"),
        ("w4.economics.freight", "25"),
    ] {
        put(&mut document, path, value);
    }
    expect(&document, &[("w4.pocket_price", 825.0), ("w4.pocket_margin", 425.0)]);
    assert_eq!(answer(&document, "w4.pocket_price").rated, Some((4, 6)));
    put(&mut document, "w5.cts.visits.quantity", "10");
    put(&mut document, "w5.cts.visits.unit_cost", "2.5");
    expect(&document, &[("w4.pocket_margin", 400.0), ("w4.pocket_margin_percent", 40_000.0 / 825.0)]);
    put(&mut document, "w4.economics.cost_to_serve", "60");
    put(&mut document, "w4.economics.win_probability", "40");
    expect(&document, &[("w4.pocket_margin", 365.0), ("w4.expected_contribution", 146.0)]);
    put(&mut document, "w4.economics.pursuit_cost", "150");
    expect(&document, &[("w4.expected_contribution", -4.0)]);
    put(&mut document, "w4.rebates.a.amount", "2000");
    assert_eq!(gap(&document, "w4.pocket_margin_percent"), Gap::DivisionByZero);
}

#[test]
fn option_scores_and_delivered_value() {
    let mut document = doc(&[("w4.opts.one.price", "5")]);
    column(&mut document, "w3.criteria", "criterion", "price quality speed");
    assert_eq!(gap(&document, "w4.opts.one.score"), Gap::NoRows);
    put(&mut document, "w4.scores.r1.one.score", "5");
    put(&mut document, "w4.scores.r2.one.score", "2");
    expect(&document, &[("w4.opts.one.score", 3.5)]);
    column(&mut document, "w3.criteria", "weight", "1 2 9");
    expect(&document, &[("w4.opts.one.score", 3.0)]);
    put(&mut document, "w4.delivered.product", "8");
    assert_eq!(gap(&document, "w4.delivered_value"), Gap::Empty);
    put(&mut document, "w4.delivered.image", "4");
    put(&mut document, "w4.delivered.time", "5");
    expect(&document, &[("w4.delivered_value", 7.0)]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn at_the_internal_rate_of_return_nothing_is_left(
        spent in 1.0..1e6_f64,
        returns in prop::collection::vec(0.0..1e6_f64, 1..11),
    ) {
        let flows: Vec<f64> = std::iter::once(-spent).chain(returns).collect();
        if let Ok(rate) = rate_of_return(&flows) {
            let largest = flows.iter().enumerate()
                .map(|(year, flow)| (flow / (1.0 + rate).powi(i32::try_from(year).unwrap())).abs())
                .fold(0.0, f64::max);
            prop_assert!(present_value(&flows, rate).abs() <= 1e-9 * largest);
        }
    }

    #[test]
    fn coverage_stays_between_nothing_and_all(
        ratings in prop::collection::vec((1_u8..=10, 1_u8..=10), 1..6),
        cells in prop::collection::vec((0_usize..6, 0_usize..4, prop::sample::select(vec!["0", "1", "3", "9"])), 0..20),
    ) {
        let mut document = doc(&[]);
        column(&mut document, "w4.modules", "name", "A B C");
        for (at, (importance, satisfaction)) in ratings.iter().enumerate() {
            put(&mut document, &format!("w3.needs.r{}.importance", at + 1), &importance.to_string());
            put(&mut document, &format!("w3.needs.r{}.satisfaction", at + 1), &satisfaction.to_string());
        }
        for (row, col, cell) in cells {
            put(&mut document, &format!("w4.cover.r{}.r{}.cell", row + 1, col + 1), cell);
            put(&mut document, &format!("w4.cover_comp.r{}.best_competitor.comp_cell", row + 1), cell);
        }
        let percent = |name: &str| answer(&document, name).as_number();
        let shares: Vec<f64> = (1..=3).filter_map(|at| percent(&format!("w4.modules.r{at}.importance"))).collect();
        if !shares.is_empty() {
            prop_assert!((shares.iter().sum::<f64>() - 100.0).abs() < 1e-9);
        }
        let rows = (1..=ratings.len()).filter_map(|at| percent(&format!("w4.needs.r{at}.coverage")));
        for value in rows.chain(percent("w4.coverage")).chain(percent("w4.coverage_comp")).chain(shares) {
            prop_assert!((0.0..=100.0 + 1e-9).contains(&value));
        }
        if let Some(lead) = percent("w4.coverage_lead") {
            prop_assert!((-100.0 - 1e-9..=100.0 + 1e-9).contains(&lead));
        }
    }
}
