//! Which snapshots stay: today's, three of yesterday's, one a day for ten days, pinned ones always; within a budget.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kamsheet::model::Date;
use kamsheet::storage::snapshot::{NEWEST_KEPT, SnapshotInfo, SnapshotKind, shrink, thin};
use proptest::prelude::*;

fn today() -> Date {
    Date::new(2026, 3, 8).unwrap()
}

fn info(id: u64, days_ago: i64, kind: SnapshotKind) -> SnapshotInfo {
    let day = today().plus_days(-days_ago);
    SnapshotInfo { id, label: String::new(), at: format!("{day}T10:00:00Z"), day, kind, generation: id, bytes: 100 }
}

fn kept(all: &[SnapshotInfo]) -> Vec<u64> {
    let gone = thin(all, today());
    all.iter().map(|info| info.id).filter(|id| !gone.contains(id)).collect()
}

#[test]
fn the_rule_of_the_days() {
    let mut all = Vec::new();
    for day in (0..15).rev() {
        for _ in 0..5 {
            all.push(info(all.len() as u64 + 1, day, SnapshotKind::Auto));
        }
    }
    let kept_on = |days_ago: i64| {
        let kept = kept(&all);
        all.iter().filter(|info| kept.contains(&info.id) && today().days() - info.day.days() == days_ago).count()
    };
    assert_eq!((0..15).map(kept_on).collect::<Vec<_>>(), [5, 3, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
}

proptest! {
    #[test]
    fn pinned_ones_and_the_newest_stay_whatever_the_clock_says(
        days in prop::collection::vec((-400_i64..400, 0_u8..4), 1..60),
    ) {
        let kinds = [SnapshotKind::Auto, SnapshotKind::Named, SnapshotKind::BeforeImport, SnapshotKind::Base];
        let all: Vec<SnapshotInfo> =
            days.iter().zip(1..).map(|((day, kind), id)| info(id, *day, kinds[usize::from(*kind)])).collect();
        let kept = kept(&all);
        for info in all.iter().filter(|info| info.pinned()).chain(all.iter().rev().take(NEWEST_KEPT)) {
            prop_assert!(kept.contains(&info.id));
        }
        let text = all[0].to_json();
        prop_assert_eq!(SnapshotInfo::from_json(&text), Some(all[0].clone()));
    }

    #[test]
    fn over_budget_the_oldest_go_but_no_pinned_one_and_no_last_one(
        all in prop::collection::vec((0_u8..3, 0_u8..4), 1..40), budget in 0_u64..4000,
    ) {
        let kinds = [SnapshotKind::Auto, SnapshotKind::Named, SnapshotKind::BeforeImport, SnapshotKind::Base];
        let infos: Vec<(String, SnapshotInfo)> = all.iter().zip(1..)
            .map(|((book, kind), id)| (format!("book{book}"), info(id, 0, kinds[usize::from(*kind)]))).collect();
        let by_age: Vec<(&str, &SnapshotInfo)> = infos.iter().map(|(book, info)| (book.as_str(), info)).collect();
        let gone = shrink(&by_age, budget);
        let left: u64 = by_age.iter().enumerate().filter(|(at, _)| !gone.contains(at)).map(|(_, (_, info))| info.bytes).sum();
        let must_stay = |at: usize| {
            let (book, info) = by_age[at];
            info.pinned() || !by_age[at + 1..].iter().any(|(other, _)| *other == book)
        };
        prop_assert!(gone.iter().all(|at| !must_stay(*at)));
        prop_assert!(left <= budget || (0..by_age.len()).all(|at| gone.contains(&at) || must_stay(at)));
    }
}

#[test]
fn from_half_full_on_snapshots_make_room_first() {
    use kamsheet::storage::snapshot::{Room, budget};
    const MB: u64 = 1024 * 1024;
    let room = |quota, used, snapshots| budget(Room { quota: quota * MB, used: used * MB, snapshots: snapshots * MB });
    // Plenty of room: three tenths, at most 200 MB.
    assert_eq!(room(100, 40, 20), 30 * MB);
    assert_eq!(room(10_000, 40, 20), 200 * MB);
    // Just half full: nothing has to go.
    assert_eq!(room(100, 50, 20), 30 * MB);
    // Beyond half: what is beyond it goes, down to nothing.
    assert_eq!(room(100, 55, 20), 15 * MB);
    assert_eq!(room(100, 90, 20), 0);
    // A browser that does not say what it grants deletes nothing but by the days.
    assert_eq!(room(0, 0, 20), 200 * MB);
}
