use super::*;
use crate::analysis::testkit::{any_document, doc};
use crate::model::{Document, Kind, Lang, Shape, TableDef};
use crate::worksheets::{TABLES, row, table};

fn printed(document: &Document, table: &'static TableDef, lang: Lang) -> Grid {
    print(document, table, lang, "万元", &[], &[])
}

#[test]
fn every_table_stands_in_one_chapter() {
    let all: Vec<&str> = CHAPTERS.iter().flat_map(|chapter| chapter.tables.iter().copied()).collect();
    for path in &all {
        assert!(table(path).is_some(), "{path}");
        assert_eq!(all.iter().filter(|other| *other == path).count(), 1, "{path}");
    }
    // What a workshop leaves by the way, and the switches of the advice, are no part of a report.
    let left_out = ["log.questions", "log.votes", "log.ratings", "log.agenda", "log.later", "settings.rules"];
    for table in TABLES.iter().filter(|table| !left_out.contains(&table.path)) {
        assert!(all.contains(&table.path), "{} is in no chapter", table.path);
    }
}

#[test]
fn words_stand_for_keys_and_numbers_have_their_form() {
    let document = doc(&[
        ("w3.people.p.name", "Li Na"),
        ("w3.needs.n.need", "Fewer stops"),
        ("w3.needs.n.holders", "p"),
        ("w3.needs.n.importance", "9"),
        ("w3.needs.n.pain_cost", "1234.5"),
        ("w3.needs.n.deadline", "2026-03-05"),
        ("w3.needs.n.critical", "yes"),
    ]);
    let grid = printed(&document, table("w3.needs").unwrap(), Lang::Zh);
    let line = &grid.lines[0];
    let all: Vec<&str> =
        line.cells.iter().map(String::as_str).chain(line.below.iter().map(|(_, text)| text.as_str())).collect();
    assert_eq!(all[0], "Fewer stops");
    for text in ["Li Na", "1,234.5", "2026年3月5日", "是"] {
        assert!(all.contains(&text), "{text} in {all:?}");
    }
    let heads: Vec<&str> =
        grid.heads.iter().map(String::as_str).chain(line.below.iter().map(|(head, _)| head.as_str())).collect();
    assert!(heads.contains(&"问题年损失（万元，每年）"), "{heads:?}");
    assert!(!heads.contains(&"Kano类别"), "an empty column is left out: {heads:?}");
}

#[test]
fn a_matrix_names_its_rows_and_columns() {
    let document = doc(&[
        ("w3.needs.n.need", "Fewer stops"),
        ("w3.needs.m.need", "Less noise"),
        ("w4.modules.x.name", "Spare parts"),
        ("w4.modules.y.name", "Training"),
        ("w4.cover.n.x.cell", "9"),
        ("w4.cover.n.x.note", "Tested"),
    ]);
    let grid = printed(&document, table("w4.cover").unwrap(), Lang::En);
    assert_eq!(grid.heads, ["Needs", "Spare parts"]);
    assert_eq!(grid.lines.len(), 1);
    assert!(grid.lines[0].cells[1].starts_with('9') && grid.lines[0].cells[1].ends_with("; Note: Tested"));
}

#[test]
fn rows_of_the_product_are_printed_once_a_matrix_uses_them() {
    let mut document = crate::worksheets::new_document("new".into(), Lang::Zh);
    let phases = table("w5.bp_phases").unwrap();
    assert!(!is_filled(&document, phases));
    let phase = document.list(phases).ids()[0].clone();
    crate::analysis::testkit::put(&mut document, &format!("w5.bp.{phase}.customer.text"), "Calls us");
    assert!(is_filled(&document, phases));
}

#[test]
fn a_unit_is_named_once() {
    let grid = printed(&doc(&[]), table("settings.limits").unwrap(), Lang::Zh);
    let heads: Vec<&str> = grid.lines.iter().map(|line| line.cells[0].as_str()).collect();
    assert!(heads.contains(&"信息过期（月）"), "{heads:?}");
}

#[test]
fn what_has_no_room_stands_below_its_row() {
    let column = |width, rank| Column { width, least: 3.0, rank };
    assert_eq!(
        fit(&[column(90.0, 0), column(5.0, 4), column(5.0, 0), column(90.0, 2)], 30.0),
        [true, true, true, false]
    );
    assert_eq!(fit(&[column(90.0, 0)], 1.0), [true]);
    assert!((width_of("两字\nfour words here") - 8.4).abs() < 1e-9);
}

/// What a reader can see of a row.
fn seen(grid: &Grid) -> String {
    let mut all = String::new();
    for line in &grid.lines {
        for text in line.cells.iter().chain(line.below.iter().map(|(_, text)| text)) {
            all.push_str(text);
            all.push('\n');
        }
    }
    all
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
    #[test]
    fn every_row_once_and_every_text_there(document in any_document()) {
        for table in TABLES.iter().copied() {
            let grid = printed(&document, table, Lang::Zh);
            for line in &grid.lines {
                assert!(grid.heads.is_empty() || line.cells.len() == grid.heads.len());
            }
            let share: f64 = grid.widths.iter().sum();
            assert!(grid.heads.is_empty() || (share - 100.0).abs() < 1e-6, "{} {share}", table.path);
            if table.shape == Shape::List {
                let rows = document.list(table);
                assert_eq!(grid.lines.len(), rows.len(), "{}", table.path);
                let seen = seen(&grid);
                for row in rows.iter() {
                    for field in table.fields.iter().filter(|field| matches!(field.kind, Kind::Text | Kind::LongText)) {
                        let text = row.record.at(field.slot).and_then(|value| value.as_text());
                        let given = table.given(Some(row.id.as_str()), field.slot);
                        let is_own = row.record.at(field.slot).is_some_and(|value| !crate::model::table::same_as_given(value, given));
                        if let Some(text) = text.filter(|_| is_own) {
                            assert!(seen.contains(text.trim()), "{}.{} {text}", table.path, field.key);
                        }
                    }
                    if let Some(text) = row.get(row::SO_WHAT) {
                        assert!(seen.contains(text.trim()));
                    }
                }
            }
        }
    }
}
