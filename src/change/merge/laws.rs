//! Laws of merging, over random workbooks and random edits.

use proptest::prelude::*;
use proptest::sample::Index;

use super::collect::{emptied, ids_in, is_stamp};
use super::*;
use crate::analysis::testkit::doc;
use crate::change::edit::{self, records};
use crate::change::{Op, apply};
use crate::model::{Columns, Kind};
use crate::worksheets::sharing::without_rows;
use crate::worksheets::{self, TABLES};

/// Tables that hang together by references and cells.
const PATHS: [&str; 14] = [
    "w3.needs",
    "w3.people",
    "w3.cgoals",
    "w4.modules",
    "w4.cover",
    "w2.comp",
    "w2.factors",
    "w2.ratings",
    "w6.obj",
    "w6.act",
    "w6.cp",
    "card.team",
    "w3.summary",
    "card.profile",
];

type Edit = (u8, Index, Index, Index, Index, u8);

fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    let one = (0_u8..12, any::<Index>(), any::<Index>(), any::<Index>(), any::<Index>(), any::<u8>());
    prop::collection::vec(one, 0..most)
}

/// What a person could do to a document, by the same functions.
fn edited(document: &Document, author: &str, edits: &[Edit]) -> Document {
    let mut document = document.clone();
    for (at, (action, table, row, col, field, value)) in edits.iter().enumerate() {
        let table = worksheets::table(table.get::<&str>(&PATHS)).unwrap();
        let ids = document.list(table).ids().to_vec();
        let id = (!ids.is_empty()).then(|| row.get(&ids).clone());
        let patch = match (action, id) {
            (0..=2, after) if table.is_list() => {
                edit::add(&document, table, Row::new(Id::from(format!("{author}{at}").as_str())), after.as_ref())
            }
            (3, Some(id)) => edit::remove(&document, table, &id).patch,
            (4, Some(id)) => edit::shift(&document, table, &id, isize::from(*value) - 128),
            (_, id) => {
                let field = field.get(table.fields);
                let place = match table.matrix() {
                    None => (id.is_some() || table.is_form()).then_some(Place {
                        table,
                        row: id,
                        col: None,
                        slot: field.slot,
                    }),
                    Some((rows, columns)) => cell(&document, rows, columns, row, col)
                        .map(|(row, col)| Place::cell(table, row, col, field.slot)),
                };
                let Some(place) = place else { continue };
                let value = typed(&document, field.kind, &format!("{author}{at}"), *value, col);
                edit::set(&document, place, value)
            }
        };
        apply(&mut document, &patch);
    }
    document
}

fn cell(document: &Document, rows: &str, columns: Columns, row: &Index, col: &Index) -> Option<(Id, Id)> {
    let rows = document.list_at(rows).ids();
    let columns: Vec<Id> = match columns {
        Columns::Table(path) => document.list_at(path).ids().to_vec(),
        Columns::Fixed(options) => options.iter().map(|option| option.key.into()).collect(),
    };
    (!rows.is_empty() && !columns.is_empty()).then(|| (row.get(rows).clone(), col.get(&columns).clone()))
}

fn typed(document: &Document, kind: Kind, text: &str, number: u8, index: &Index) -> Option<Value> {
    if number.is_multiple_of(8) {
        return None;
    }
    let ids: Vec<String> =
        kind.target().map(|path| document.list_at(path).ids().iter().map(Id::to_string).collect()).unwrap_or_default();
    match kind {
        Kind::Ref(_) => (!ids.is_empty()).then(|| Value::Text(index.get(&ids).clone())),
        Kind::Refs(_) => Value::keys(ids.iter().skip(usize::from(number) % 3).take(2).cloned().collect()),
        Kind::YesNo => Some(Value::Bool(number.is_multiple_of(2))),
        _ if kind.is_numeric() => Some(Value::Number(f64::from(number % 5))),
        _ => Value::text(text),
    }
}

fn copy<'d>(document: &'d Document, base: Option<&'d Document>, author: &str) -> Copy<'d> {
    Copy { document, base, author: author.to_owned(), scope: Scope::default() }
}

fn merged(mine: &Document, merge: &Merge) -> Document {
    let mut document = mine.clone();
    apply(&mut document, &merge.patch);
    document
}

/// Every value with its place, but for author and time of rows.
fn values(document: &Document) -> Vec<(Place, Value)> {
    let of_table = |table: &'static TableDef| {
        records(document, table).flat_map(move |(row, col, record)| {
            let filled = record.filled().filter(move |(slot, _)| !(table.is_list() && is_stamp(*slot)));
            filled
                .map(move |(slot, value)| (Place { table, row: row.clone(), col: col.clone(), slot }, value.clone()))
                .collect::<Vec<_>>()
        })
    };
    TABLES.iter().copied().flat_map(of_table).collect()
}

/// Whether a value of one version is in the merged document, is open in a conflict, or is as it was handed out.
fn is_accounted_for(place: &Place, value: &Value, [base, version, merged]: [&Document; 3], merge: &Merge) -> bool {
    let in_row_conflict = |path: &str, id: &str| {
        merge.conflicts.iter().any(|conflict| {
            conflict.at.table == path
                && conflict.at.slot.is_none()
                && conflict.at.row.as_ref().is_some_and(|row| row.as_str() == id)
        })
    };
    let target = place.table.field_at(place.slot).and_then(|field| field.kind.target());
    let is_open_reference = target.is_some_and(|path| {
        let rest = without_rows(value, |id| in_row_conflict(path, id));
        rest.as_ref() != Some(value) && merged.value(place) == rest.as_ref()
    });
    // What was handed out, without the rows that this version deleted: nobody here wrote it.
    let follows_own_deletions = place.table.field_at(place.slot).is_some_and(|field| {
        let before = base.value(place).and_then(|before| emptied(base, version, field, before));
        before.as_ref() == Some(value)
    });
    // An open deletion empties references in the version that deletes; they stay with the row.
    let follows_open_row = target.is_some_and(|path| {
        base.value(place).and_then(|before| without_rows(before, |id| in_row_conflict(path, id))).as_ref()
            == Some(value)
    });
    let lists = match place.table.matrix() {
        Some((rows, Columns::Table(columns))) => [Some(rows), Some(columns)],
        Some((rows, Columns::Fixed(_))) => [Some(rows), None],
        None => [Some(place.table.path), None],
    };
    let is_open_row = lists
        .into_iter()
        .zip([&place.row, &place.col])
        .any(|(path, id)| path.zip(id.as_ref()).is_some_and(|(path, id)| in_row_conflict(path, id.as_str())));
    let is_open_value =
        merge.conflicts.iter().any(|conflict| conflict.at.place().as_ref().is_some_and(|at| same(at, place)));
    merged.value(place) == Some(value)
        || base.value(place) == Some(value)
        || is_open_value
        || is_open_row
        || is_open_reference
        || follows_open_row
        || follows_own_deletions
}

fn same(one: &Place, other: &Place) -> bool {
    (one.table.path, &one.row, &one.col, one.slot) == (other.table.path, &other.row, &other.col, other.slot)
}

/// References lead to rows, and cells stand between rows.
fn assert_whole(document: &Document) {
    for (place, value) in values(document) {
        if let Some(path) = place.table.field_at(place.slot).and_then(|field| field.kind.target()) {
            for id in ids_in(&value) {
                assert!(document.list_at(path).row(id).is_some(), "{place:?} leads to {id}, which is gone");
            }
        }
        if let (Some(row), Some(col)) = (&place.row, &place.col) {
            assert!(super::collect::has_cell(document, place.table, row, col), "{place:?} is a cell of nothing");
        }
    }
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        let ids: BTreeSet<&Id> = document.list(table).ids().iter().collect();
        assert_eq!(ids.len(), document.list(table).len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_copy_merged_with_itself_changes_nothing(first in edits(60), then in edits(30), knows in any::<bool>()) {
        let base = edited(&doc(&[]), "base", &first);
        let mine = edited(&base, "a", &then);
        let merge = merge(&mine, &[copy(&mine, knows.then_some(&base), "a")], &Decisions::new());
        prop_assert!(merge.patch.is_empty(), "{:?}", merge.patch);
        prop_assert!(merge.conflicts.is_empty(), "{:?}", merge.conflicts);
    }

    #[test]
    fn unchanged_copies_change_nothing(first in edits(60), then in edits(30)) {
        let base = edited(&doc(&[]), "base", &first);
        let mine = edited(&base, "m", &then);
        let merge = merge(&mine, &[copy(&base, Some(&base), "a"), copy(&base, Some(&base), "b")], &Decisions::new());
        prop_assert!(merge.patch.is_empty(), "{:?}", merge.patch);
        prop_assert!(merge.conflicts.is_empty(), "{:?}", merge.conflicts);
    }

    #[test]
    fn one_changed_copy_goes_in_whole(first in edits(60), then in edits(40)) {
        let base = edited(&doc(&[]), "base", &first);
        let theirs = edited(&base, "a", &then);
        let merge = merge(&base, &[copy(&theirs, Some(&base), "a")], &Decisions::new());
        prop_assert!(merge.conflicts.is_empty(), "{:?}", merge.conflicts);
        let merged = merged(&base, &merge);
        let sorted = |document: &Document| {
            let mut all: Vec<String> = values(document).iter().map(|(place, value)| format!("{} {:?} {:?} {value:?}", place.path(), place.row, place.col)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(sorted(&merged), sorted(&theirs));
        for path in PATHS {
            let ids = |document: &Document| document.list_at(path).ids().iter().cloned().collect::<BTreeSet<_>>();
            prop_assert_eq!(ids(&merged), ids(&theirs));
        }
    }

    #[test]
    fn nothing_is_lost_and_the_order_of_copies_does_not_matter(
        first in edits(60), of_mine in edits(20), of_a in edits(20), of_b in edits(20), knows in any::<bool>(),
    ) {
        let base = edited(&doc(&[]), "base", &first);
        let [mine, a, b] = [("m", &of_mine), ("a", &of_a), ("b", &of_b)].map(|(author, edits)| edited(&base, author, edits));
        let copies = [copy(&a, Some(&base), "a"), copy(&b, knows.then_some(&base), "b")];
        let merge_of = |copies: &[Copy<'_>], decisions: &Decisions| merge(&mine, copies, decisions);
        let found = merge_of(&copies, &Decisions::new());
        let [one, two] = copies.clone();
        prop_assert_eq!(&found, &merge_of(&[two, one], &Decisions::new()));

        let result = merged(&mine, &found);
        assert_whole(&result);
        for version in [&mine, &a, &b] {
            for (place, value) in values(version) {
                prop_assert!(is_accounted_for(&place, &value, [&base, version, &result], &found), "{place:?} {value:?} is lost");
            }
        }
        // Not deciding keeps what the receiver has, and so does deciding so.
        let all_mine: Decisions = found.conflicts.iter().map(|conflict| (conflict.at.clone(), Choice::Mine)).collect();
        let decided = merge_of(&copies, &all_mine);
        prop_assert_eq!(&decided.patch, &found.patch);
        prop_assert_eq!((decided.conflicts.len(), decided.decided), (0, found.conflicts.len()));
        // Taking all from one author leaves only what that author has no version of.
        let taken = merge_of(&copies, &all_from(&found, "a"));
        assert_whole(&merged(&mine, &taken));
        let answered = found.conflicts.iter().filter(|conflict| conflict.theirs.iter().any(|side| side.author == "a"));
        prop_assert_eq!(taken.decided, answered.count());
        // The whole merge is one step back.
        let mut back = result;
        apply(&mut back, &found.patch.inverse());
        prop_assert_eq!(back, mine);
    }

    #[test]
    fn moving_rows_in_a_copy_moves_nothing_here(first in edits(60), by in any::<Index>()) {
        let base = edited(&doc(&[]), "base", &first);
        let mut theirs = base.clone();
        for table in TABLES.iter().copied().filter(|table| table.is_list()) {
            let ids = base.list(table).ids();
            if let Some(row) = ids.first().cloned() {
                apply(&mut theirs, &Patch::one(Op::Move { table, row, from: 0, to: by.index(ids.len()) }));
            }
        }
        let merge = merge(&base, &[copy(&theirs, Some(&base), "a")], &Decisions::new());
        prop_assert!(merge.patch.is_empty());
    }
}
