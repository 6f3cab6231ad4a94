//! CSV: every table comes back as it went out, formulas stay texts, and cells from a spreadsheet land where they belong.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use common::hostile;
use common::random_document::{MEDIUM, Rng, Size, random_document_of, set};
use kamsheet::change::apply;
use kamsheet::file::words::row_title;
use kamsheet::file::{csv, markdown};
use kamsheet::model::number::narrow;
use kamsheet::model::{Document, Id, Kind, Lang, Place, Row, TableDef, Value};
use kamsheet::worksheets::{self, TABLES, competition, needs, plan};
use proptest::prelude::*;

fn import(document: &mut Document, table: &'static TableDef, text: &str, unit: u64) {
    let mut rng = Rng(99);
    let patch = csv::read_table(document, table, text, unit, &mut || rng.id());
    apply(document, &patch);
}

/// A document in which nothing is that cells cannot tell: texts of blanks only, ids with blanks and semicolons, and
/// names that someone typed where a reference is wanted (in a cell they are that reference).
fn plain_document(seed: u64) -> Document {
    let mut document = random_document_of(seed, Size { rows: 3, strange_ids: false, ..MEDIUM });
    for table in TABLES.iter().copied() {
        for place in common::random_document::places(&document, table) {
            let text = document.value(&place).and_then(Value::as_text).unwrap_or("-");
            if text.trim().is_empty() || reads_as_a_reference(&document, &place, text) {
                set(&mut document, place, None);
            }
        }
    }
    document
}

/// Whether the text, which is no id, has the name of a row that the field could refer to, or names several.
fn reads_as_a_reference(document: &Document, place: &Place, text: &str) -> bool {
    let (Kind::Ref(target) | Kind::Refs(target)) = place.table.field_at(place.slot).unwrap().kind else { return false };
    let target = worksheets::table(target).unwrap();
    let named = |part: &str| {
        let names = |row: &Row| [Lang::En, Lang::Zh].map(|lang| row_title(document, target, row.id.as_str(), lang));
        document.list(target).row(part.trim()).is_some()
            || document.list(target).iter().any(|row| names(row).iter().any(|name| folded(name) == folded(part)))
    };
    let is_id = document.list(target).row(text).is_some();
    !is_id && (named(text) || text.split([';', '；', '\n']).all(named))
}

fn folded(text: &str) -> String {
    text.trim().chars().map(narrow).collect::<String>().to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(6) })]

    #[test]
    fn every_table_comes_back(seed: u64, is_chinese: bool) {
        let lang = if is_chinese { Lang::Zh } else { Lang::En };
        let document = plain_document(seed);
        for table in TABLES.iter().copied() {
            // Emptied, then filled again from the CSV. The rows and their names stay, so that references lead somewhere.
            let text = csv::write_table(&document, table, lang);
            let mut emptied = document.clone();
            let title = table.title_field().filter(|_| table.is_list()).map(|field| field.slot);
            for place in common::random_document::places(&document, table) {
                if Some(place.slot) != title {
                    set(&mut emptied, place, None);
                }
            }
            import(&mut emptied, table, &text, 1);
            for place in common::random_document::places(&document, table) {
                prop_assert_eq!(emptied.value(&place), document.value(&place), "{:?}", place);
            }
            // And onto itself: nothing changes.
            let mut rng = Rng(1);
            let again = csv::read_table(&document, table, &text, 1, &mut || rng.id());
            prop_assert!(again.is_empty(), "{}: {:?}", table.path, again);
        }
    }

    #[test]
    fn no_cell_begins_like_a_formula(seed: u64) {
        let document = plain_document(seed);
        for table in TABLES.iter().copied() {
            for line in csv::parse_table(&csv::write_table(&document, table, Lang::En)) {
                for cell in line {
                    let is_number = cell.parse::<f64>().is_ok();
                    prop_assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']), "{cell}");
                }
            }
        }
    }

    #[test]
    fn any_text_is_a_grid_and_any_grid_a_patch(text in "[\"',;\t\n\ra-b=\u{feff}]{0,60}") {
        let mut document = worksheets::new_document(Id::from("wb1"), Lang::En);
        import(&mut document, needs::needs::TABLE, &text, 1);
        let report = markdown::report(&document, Lang::Zh);
        prop_assert!(report.starts_with("# "));
    }
}

#[test]
fn a_file_with_new_rows_adds_them_and_finds_references_by_name() {
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::Zh);
    import(&mut document, needs::people::TABLE, "name,职务\r\n李强,采购总监\r\n王 芳,\"厂长,兼总工\"\r\n", 1);
    assert_eq!(document.list(needs::people::TABLE).len(), 2);
    import(
        &mut document,
        needs::cgoals::TABLE,
        "Statement;Serves;Owner at the customer;Due\nGrow;;李强;2026/3/5\nCut cost;grow;王　芳;soon\n",
        1,
    );
    let goals: Vec<_> = document.list(needs::cgoals::TABLE).iter().collect();
    let people = document.list(needs::people::TABLE).ids();
    assert_eq!(goals[0].get(needs::cgoals::OWNER), Some(people[0].as_str()));
    assert_eq!(goals[1].get(needs::cgoals::OWNER), Some(people[1].as_str()));
    assert_eq!(goals[1].get(needs::cgoals::PARENT), Some(goals[0].id.as_str()), "a row of the same file");
    assert_eq!(goals[0].record.at(needs::cgoals::DUE.slot), Some(&Value::Text("2026-03-05".to_owned())));
    assert_eq!(goals[1].record.at(needs::cgoals::DUE.slot), Some(&Value::Text("soon".to_owned())), "kept as typed");
}

#[test]
fn names_that_several_rows_have_are_kept_as_typed() {
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::En);
    import(&mut document, needs::people::TABLE, "name\nLi\nLi\nWang\n", 1);
    import(
        &mut document,
        competition::comp::TABLE,
        "Name,Supporters inside the customer\nRival,Wang; Li\nOther,wang\n",
        1,
    );
    let supporters = |at: usize| {
        let row = document.list(competition::comp::TABLE).iter().nth(at).unwrap();
        row.record.at(competition::comp::SUPPORTERS.slot).cloned()
    };
    let wang = document.list(needs::people::TABLE).ids()[2].to_string();
    assert_eq!(supporters(1), Some(Value::Text("Wang; Li".to_owned())));
    assert_eq!(supporters(2), Some(Value::Keys(vec![wang])));
}

#[test]
fn pasted_cells_go_down_and_right_from_the_focus_and_add_rows() {
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::En);
    let table = competition::wallet::TABLE;
    import(&mut document, table, "Category\nPumps\nValves\n", 10_000);
    let visible: Vec<_> = table.fields.iter().collect();
    let paste = |document: &mut Document, row: usize, key: &str, text: &str| {
        let row = document.list(table).ids()[row].clone();
        let start = csv::Start { row: Some(&row), field: table.field(key).unwrap() };
        let mut rng = Rng(u64::try_from(document.list(table).len()).unwrap());
        let patch =
            csv::cells_into(document, table, &csv::parse_pasted(text), start, &visible, 10_000, &mut || rng.id());
        let before = document.clone();
        apply(document, &patch);
        let mut undone = document.clone();
        apply(&mut undone, &patch.inverse());
        assert_eq!(undone, before, "one step of undo");
    };
    paste(&mut document, 1, "total_spend", "1.2万\t(3)\r\n\t4\r\n2600\tlots\r\n");
    let column = |document: &Document, slot: u8| {
        document.list(table).iter().map(|row| row.record.at(slot).cloned()).collect::<Vec<_>>()
    };
    use competition::wallet::{OURS, TOTAL_SPEND};
    assert_eq!(
        column(&document, TOTAL_SPEND.slot),
        [None, Some(Value::Number(1.2)), None, Some(Value::Number(2600.0))]
    );
    let as_typed = |text: &str| Some(Value::Text(text.to_owned()));
    assert_eq!(column(&document, OURS.slot), [None, as_typed("(3)"), Some(Value::Number(4.0)), as_typed("lots")]);
    // With headings the columns are found by name, wherever the focus is.
    paste(&mut document, 0, "category", "Our sales\tCategory\n7\tPipes\n");
    assert_eq!(column(&document, OURS.slot)[0], Some(Value::Number(7.0)));
    assert_eq!(document.list(table).iter().next().unwrap().get(competition::wallet::CATEGORY), Some("Pipes"));
}

#[test]
fn a_block_of_ratings_goes_into_a_matrix() {
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::En);
    import(&mut document, competition::factors::TABLE, "Success factor\nPrice\nQuality\n", 1);
    let rows = document.list(competition::factors::TABLE).ids().to_vec();
    let place = |row: usize, col: usize| {
        (col == 0).then(|| rows.get(row))?.map(|row| {
            Place::cell(competition::ratings::TABLE, row.clone(), Id::from("us"), competition::ratings::RATING.slot)
        })
    };
    let patch = csv::cells_at(&document, &csv::parse_pasted("3\t4\n9\n1\n"), &place, 1);
    apply(&mut document, &patch);
    let rating = |row: usize| document.cell(competition::ratings::TABLE, &rows[row], &Id::from("us")).at(0).cloned();
    assert_eq!((rating(0), rating(1)), (Some(Value::Number(3.0)), Some(Value::Text("9".to_owned()))));
}

#[test]
fn hostile_texts_stay_texts_in_csv_and_markdown() {
    let table = needs::needs::TABLE;
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::En);
    let texts: Vec<&str> = hostile::TEXTS.iter().copied().filter(|text| !text.trim().is_empty()).collect();
    let mut rng = Rng(5);
    for text in &texts {
        let mut row = kamsheet::model::Row::new(rng.id());
        row.record.set(needs::needs::NEED.slot, Value::text(*text));
        let patch = kamsheet::change::edit::add(&document, table, row, None);
        apply(&mut document, &patch);
    }
    let mut copy = document.clone();
    for id in document.list(table).ids() {
        set(&mut copy, Place::row(table, id.clone(), needs::needs::NEED.slot), None);
    }
    import(&mut copy, table, &csv::write_table(&document, table, Lang::En), 1);
    assert_eq!(copy, document);

    let report = markdown::report(&document, Lang::En);
    assert!(!report.contains("<script") && !report.contains("<img") && !report.contains("<!--"));
    let lines = report.lines().filter(|line| line.starts_with("| ")).count();
    assert_eq!(lines, texts.len() + 2, "one line per row, with its heading and rule");
}

#[test]
fn the_report_names_everything_in_the_language_asked_for() {
    let mut document = worksheets::new_document(Id::from("wb1"), Lang::Zh);
    let name = worksheets::account::profile::NAME.slot;
    set(&mut document, Place::form(worksheets::account::profile::TABLE, name), Value::text("远岭*装备"));
    assert!(!markdown::report(&document, Lang::En).contains("### Competitors"), "only the row `us` is there");
    import(&mut document, competition::comp::TABLE, "name,type\n对手甲,direct\n", 1);
    import(&mut document, competition::factors::TABLE, "factor\n价格\n", 1);
    let factor = document.list(competition::factors::TABLE).ids().last().unwrap().clone();
    let rating = Place::cell(competition::ratings::TABLE, factor, Id::from("us"), competition::ratings::RATING.slot);
    set(&mut document, rating, Some(Value::Number(4.0)));
    let zh = markdown::report(&document, Lang::Zh);
    assert!(zh.starts_with("# 远岭\\*装备\n"), "{zh}");
    for part in ["## 竞争分析", "### 竞争者名录", "| 对手甲 | 直接 |", "| 竞争要素 | 我方 |", "| 价格 | 4 |"]
    {
        assert!(zh.contains(part), "{part} in {zh}");
    }
    let en = markdown::report(&document, Lang::En);
    for part in ["## Competition", "| 对手甲 | Direct |", "| Success factors (CPM) | We |"] {
        assert!(en.contains(part), "{part} in {en}");
    }
    assert!(document.list(plan::obj::TABLE).is_empty() && !en.contains("Objectives"));
}
