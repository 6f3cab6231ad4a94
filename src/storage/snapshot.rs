//! Snapshots: which are kept, and for how long.

use super::seen::whole;
use crate::file::json::{Json, Writer};
use crate::model::Date;

/// Why a snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotKind {
    /// By itself, while someone was editing.
    Auto,
    /// A person named it.
    Named,
    /// Before an import, a merge, a migration or a reset.
    BeforeImport,
    /// Before an older state was brought back.
    BeforeRestore,
    /// The base of a copy that was handed out.
    Base,
}

impl SnapshotKind {
    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Named => "named",
            Self::BeforeImport => "before_import",
            Self::BeforeRestore => "before_restore",
            Self::Base => "base",
        }
    }

    fn from_key(key: &str) -> Self {
        let others = [Self::Named, Self::BeforeImport, Self::BeforeRestore, Self::Base];
        others.into_iter().find(|kind| kind.key() == key).unwrap_or(Self::Auto)
    }

    /// Whether it is never thinned.
    pub const fn is_pinned(self) -> bool {
        matches!(self, Self::Named | Self::Base)
    }
}

/// What is known of a snapshot without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotInfo {
    /// Its id: the number of the snapshot in its workbook, from 1, in the order in which they were taken.
    pub id: u64,
    /// Its name; empty when it has none.
    pub label: String,
    /// When it was taken, ISO 8601 in UTC; for reading, never for ordering.
    pub at: String,
    /// The day it was taken, on the clock of this device.
    pub day: Date,
    /// Why it was taken.
    pub kind: SnapshotKind,
    /// The generation it holds.
    pub generation: u64,
    /// Its size in bytes.
    pub bytes: u64,
}

impl SnapshotInfo {
    /// Whether it is never thinned.
    pub const fn pinned(&self) -> bool {
        self.kind.is_pinned()
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        let mut object = Writer::object(&mut out);
        object.raw("id", &self.id.to_string());
        object.text("label", &self.label);
        object.text("at", &self.at);
        object.text("day", &self.day.to_string());
        object.text("kind", self.kind.key());
        object.raw("generation", &self.generation.to_string());
        object.raw("bytes", &self.bytes.to_string());
        object.end();
        out
    }

    /// Reads what [`Self::to_json`] wrote.
    pub fn from_json(text: &str) -> Option<Self> {
        let parsed = crate::file::parse::parse(text).ok()?;
        let json = &parsed.json;
        let text = |key: &str| json.get(key).and_then(Json::as_text).unwrap_or_default();
        Some(Self {
            id: whole(json.get("id"))?,
            label: text("label").to_owned(),
            at: text("at").to_owned(),
            day: Date::read(text("day"))?,
            kind: SnapshotKind::from_key(text("kind")),
            generation: whole(json.get("generation"))?,
            bytes: whole(json.get("bytes"))?,
        })
    }
}

/// Editing that lies between two automatic snapshots, in milliseconds.
pub const EVERY_MS: f64 = 10.0 * 60.0 * 1_000.0;
/// The newest ones, which no rule takes away, whatever the clock says.
pub const NEWEST_KEPT: usize = 3;
const YESTERDAYS: usize = 3;
const DAYS: i64 = 10;

/// How full a store may get before old snapshots make room, as a share of what the browser grants.
pub const FULL_FROM: f64 = 0.5;

/// How full the database is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    /// What the browser grants, in bytes; 0 when it does not say.
    pub quota: u64,
    /// What is in use, in bytes.
    pub used: u64,
    /// What the snapshots take of that.
    pub snapshots: u64,
}

/// Most bytes of snapshots: three tenths of what the browser grants, but no more than a device has use for. Once half of
/// what is granted is in use, snapshots make room for everything beyond that half: they go before anything else does.
pub const fn budget(room: Room) -> u64 {
    const MOST: u64 = 200 * 1024 * 1024;
    if room.quota == 0 {
        return MOST;
    }
    let share = room.quota / 10 * 3;
    let most = if share < MOST { share } else { MOST };
    let beyond_half = room.used.saturating_sub(room.quota / 2);
    let left = room.snapshots.saturating_sub(beyond_half);
    if beyond_half > 0 && left < most { left } else { most }
}

/// The snapshots of one workbook that go: all of today's stay, three of yesterday's, then one a day for ten days.
/// Pinned ones and the newest few stay always. Order is that of the ids; a day in the future counts as today.
pub fn thin(snapshots: &[SnapshotInfo], today: Date) -> Vec<u64> {
    let mut newest_first: Vec<&SnapshotInfo> = snapshots.iter().collect();
    crate::model::order::sort_by(&mut newest_first, |one, other| other.id.cmp(&one.id));
    let mut gone = Vec::new();
    let mut kept_of_day: Vec<(i64, usize)> = Vec::new();
    for (at, info) in newest_first.into_iter().enumerate() {
        let age = (today.days() - info.day.days()).max(0);
        let most = match age {
            0 => usize::MAX,
            1 => YESTERDAYS,
            2..DAYS => 1,
            _ => 0,
        };
        let of_day = kept_of_day.iter().find(|(day, _)| *day == age).map_or(0, |(_, count)| *count);
        if info.pinned() {
            continue;
        }
        if at >= NEWEST_KEPT && of_day >= most {
            gone.push(info.id);
        } else {
            kept_of_day.retain(|(day, _)| *day != age);
            kept_of_day.push((age, of_day + 1));
        }
    }
    gone
}

/// The snapshots, of any workbooks, that go to bring the sum under `budget` bytes: oldest first, never a pinned one nor
/// the newest one of its workbook. Each is named by the place in `snapshots`, which are ordered by age, oldest first.
pub fn shrink(snapshots: &[(&str, &SnapshotInfo)], budget: u64) -> Vec<usize> {
    let mut sum: u64 = snapshots.iter().map(|(_, info)| info.bytes).sum();
    let mut gone = Vec::new();
    for (at, (workbook, info)) in snapshots.iter().enumerate() {
        if sum <= budget {
            break;
        }
        let is_newest = !snapshots.iter().any(|(other, newer)| other == workbook && newer.id > info.id);
        if !info.pinned() && !is_newest {
            sum -= info.bytes;
            gone.push(at);
        }
    }
    gone
}
