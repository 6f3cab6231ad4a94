//! Patches that take over what one worksheet suggests to another.

use super::{Op, Patch, edit};
use crate::analysis::links::{ChangedOrigin, NewRow, Offer, Suggestion};
use crate::model::{Document, Id, Place, Row, Value};
use crate::worksheets::log::later;
use crate::worksheets::row::ORIGIN;

/// Takes over the value, or the chosen ones of the rows (by their places in the suggestion), at the end of the list. A row
/// that is there by now, as after a second click, does not come twice.
pub fn accept(document: &Document, suggestion: &Suggestion, chosen: &[usize], ids: &mut dyn FnMut() -> Id) -> Patch {
    match &suggestion.offer {
        Offer::Value(place, value) => edit::set(document, place.clone(), Some(value.clone())),
        Offer::Cells(cells) => {
            let cells = chosen.iter().filter_map(|at| cells.get(*at));
            let values = cells.flat_map(|cell| cell.values.iter().map(|(slot, value)| (cell.place(*slot), value)));
            Patch {
                ops: values.flat_map(|(place, value)| edit::set(document, place, Some(value.clone())).ops).collect(),
            }
        }
        Offer::Rows(rows) => {
            let end = document.list(suggestion.to).len();
            let there = |new: &&NewRow| {
                let origin = Value::text(new.origin.as_str());
                document.list(suggestion.to).iter().any(|row| row.record.at(ORIGIN.slot) == origin.as_ref())
            };
            let rows = chosen.iter().filter_map(|at| rows.get(*at)).filter(|new| !there(new)).enumerate();
            let insert = |(nth, row): (usize, &NewRow)| Op::Insert {
                table: suggestion.to,
                at: end + nth,
                row: copy(row, ids()),
            };
            Patch { ops: rows.map(insert).collect() }
        }
    }
}

fn copy(new: &NewRow, id: Id) -> Row {
    let mut row = Row::new(id);
    for (slot, value) in new.values.iter() {
        row.record.set(slot, Some(value.clone()));
    }
    row.record.set(ORIGIN.slot, Value::text(new.origin.as_str()));
    row
}

/// Puts an offer off: it is not made again, until people ask for it or its source gets more rows.
pub fn put_off(document: &Document, suggestion: &Suggestion, ids: &mut dyn FnMut() -> Id) -> Patch {
    let end = document.list(later::TABLE).len();
    let keys = suggestion.keys().into_iter().enumerate();
    let insert = |(nth, key): (usize, String)| {
        let mut row = Row::new(ids());
        row.record.set(later::OFFER.slot, Value::text(&key));
        Op::Insert { table: later::TABLE, at: end + nth, row }
    };
    Patch { ops: keys.map(insert).collect() }
}

/// Takes offers up again.
pub fn take_up(document: &Document, suggestions: &[Suggestion]) -> Patch {
    let keys: Vec<String> = suggestions.iter().flat_map(Suggestion::keys).collect();
    let is_meant = |row: &Row| row.get(later::OFFER).is_some_and(|key| keys.iter().any(|other| other == key));
    // From the last to the first, so that every row still stands where it is said to stand.
    let rows: Vec<(usize, &Row)> = document.list(later::TABLE).iter().enumerate().collect();
    let meant = rows.into_iter().rev().filter(|(_, row)| is_meant(row));
    Patch { ops: meant.map(|(at, row)| Op::Remove { table: later::TABLE, at, row: row.clone() }).collect() }
}

/// Brings a copy up to date with its source.
pub fn update(document: &Document, changed: &ChangedOrigin) -> Patch {
    let fields = changed.changes.iter().map(|(slot, _, now)| (*slot, now.clone()));
    let mark = Value::text(changed.origin.as_str()).map(|mark| (ORIGIN.slot, mark));
    let set = |(slot, value)| {
        let place = Place::row(changed.table, changed.row.clone(), slot);
        edit::set(document, place, Some(value)).ops
    };
    Patch { ops: fields.chain(mark).flat_map(set).collect() }
}

/// Keeps a copy as it is and notes that the source as it is now was seen.
pub fn keep(document: &Document, changed: &ChangedOrigin) -> Patch {
    let place = Place::row(changed.table, changed.row.clone(), ORIGIN.slot);
    edit::set(document, place, Value::text(changed.origin.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{accept, keep, put_off, take_up, update};
    use crate::analysis::links::{changed_origins, now_and_later, suggestions};
    use crate::analysis::testkit::{doc, ids, put, today};
    use crate::analysis::{Book, Memo};
    use crate::change::apply;
    use crate::model::Document;
    use crate::worksheets::competition::factors;
    use crate::worksheets::plan::fin;

    fn offered(document: &Document) -> Vec<crate::analysis::links::Suggestion> {
        suggestions(&Book::new(document, today(), &Memo::default()), &|_| false)
    }

    fn changed(document: &Document) -> Vec<crate::analysis::links::ChangedOrigin> {
        changed_origins(&Book::new(document, today(), &Memo::default()))
    }

    #[test]
    fn chosen_rows_come_in_and_go_out_again() {
        let mut document = doc(&[
            ("w1.ksf.a.factor", "Speed"),
            ("w1.ksf.b.factor", "Price"),
            ("w1.ksf.c.factor", "Service"),
            ("w2.factors.old.factor", "Quality"),
        ]);
        let before = document.clone();
        let offer = offered(&document).remove(0);
        let patch = accept(&document, &offer, &[0, 2], &mut ids());
        apply(&mut document, &patch);
        let names: Vec<&str> =
            document.list(factors::TABLE).iter().filter_map(|row| row.get(factors::FACTOR)).collect();
        assert_eq!(names, ["Quality", "Speed", "Service"]);
        assert_eq!(offered(&document)[0].rows().len(), 1);
        assert_eq!(changed(&document), []);
        assert!(accept(&document, &offer, &[0, 2], &mut ids()).is_empty(), "a second click takes nothing");
        apply(&mut document, &patch.inverse());
        assert_eq!(document, before);
    }

    #[test]
    fn a_value_goes_into_its_field() {
        let mut document = doc(&[
            ("w1.series.a.year", "2024"),
            ("w1.series.a.size", "100"),
            ("w1.series.b.year", "2025"),
            ("w1.series.b.size", "105"),
        ]);
        let patch = accept(&document, &offered(&document)[0], &[], &mut ids());
        apply(&mut document, &patch);
        assert_eq!(document.form(fin::TABLE).get(fin::WALLET_GROWTH), Some(5.0));
    }

    #[test]
    fn a_changed_source_updates_the_copy_or_is_noted() {
        let mut document = doc(&[("w1.ksf.a.factor", "Speed"), ("w1.ksf.a.weight", "2")]);
        let patch = accept(&document, &offered(&document)[0], &[0], &mut ids());
        apply(&mut document, &patch);
        put(&mut document, "w1.ksf.a.weight", "5");
        let found = changed(&document);
        let mut kept = document.clone();
        let patch = keep(&kept, &found[0]);
        apply(&mut kept, &patch);
        let patch = update(&document, &found[0]);
        apply(&mut document, &patch);
        for (document, weight) in [(&kept, 2.0), (&document, 5.0)] {
            let row = document.list(factors::TABLE).row("new1").unwrap();
            assert_eq!(row.get(factors::WEIGHT), Some(weight));
            assert_eq!(changed(document), []);
        }
    }

    #[test]
    fn what_is_put_off_stays_away_until_it_is_taken_up_or_grows() {
        let mut document = doc(&[("w1.ksf.a.factor", "Speed"), ("w1.ksf.b.factor", "Price")]);
        let both = |document: &Document| now_and_later(&Book::new(document, today(), &Memo::default()));
        let (now, later) = both(&document);
        assert_eq!((now.len(), later.len()), (1, 0));
        let patch = put_off(&document, &now[0], &mut ids());
        apply(&mut document, &patch);
        assert_eq!(both(&document).0, []);
        // A new row is offered by itself.
        crate::analysis::testkit::put(&mut document, "w1.ksf.c.factor", "Service");
        let (now, later) = both(&document);
        assert_eq!((now[0].rows()[0].source.as_str(), now[0].rows().len()), ("c", 1));
        assert_eq!(later.len(), 1);
        let patch = take_up(&document, &later);
        apply(&mut document, &patch);
        assert_eq!((both(&document).0[0].rows().len(), both(&document).1.len()), (3, 0));
        apply(&mut document, &patch.inverse());
        assert_eq!((both(&document).0[0].rows().len(), both(&document).1.len()), (1, 1));
    }

    #[test]
    fn the_recommended_modules_fill_empty_potential() {
        let mut document = doc(&[
            ("w2.wallet.pumps.category", "Pumps and mixers"),
            ("w2.wallet.watch.category", "Monitoring"),
            ("w6.bu.north.name", "North"),
            ("w6.bu.south.name", "South"),
            ("w4.modules.m.name", "Health monitoring"),
            ("w4.modules.m.price", "300"),
            ("w4.opts.o.modules", "m"),
            ("w4.summary.recommended", "o"),
        ]);
        let cells = |document: &Document| {
            offered(document).into_iter().find(|offer| matches!(offer.offer, crate::analysis::links::Offer::Cells(_)))
        };
        assert_eq!(cells(&document), None, "nobody says at which of two buying centres");
        for (path, text) in [
            ("w6.opp.d.name", "Sensors on line 1"),
            ("w6.opp.d.modules", "m"),
            ("w6.opp.d.bu", "south"),
            ("w6.opp.d.amount", "240"),
            ("w6.opp.d.stage", "solution"),
            ("w6.ws.south.watch.current", "10"),
        ] {
            crate::analysis::testkit::put(&mut document, path, text);
        }
        let before = document.clone();
        let offer = cells(&document).unwrap();
        let patch = accept(&document, &offer, &[0], &mut ids());
        apply(&mut document, &patch);
        let cell = document.cell(crate::worksheets::plan::ws::TABLE, &"south".into(), &"watch".into());
        assert_eq!(cell.get(crate::worksheets::plan::ws::POTENTIAL), Some(250.0));
        assert_eq!(cell.get(crate::worksheets::plan::ws::STATUS), Some("potential"));
        assert_eq!(cells(&document), None);
        apply(&mut document, &patch.inverse());
        assert_eq!(document, before);
    }
}
