//! Snapshots: taking, listing, reading, thinning.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::book::{Book, Role, Still};
use super::database::{Database, SNAPSHOTS, Write, key};
use super::platform::{elapsed_ms, now_utc, random_id, today};
use super::store::Store;
use crate::file::read::read_text;
use crate::model::{Document, Id};
use crate::storage::sealed::{Unsealed, unseal};
use crate::storage::snapshot::{EVERY_MS, Room, SnapshotInfo, SnapshotKind, budget, shrink, thin};

/// How often a number for a snapshot is tried.
const MOST_TRIES: usize = 5;

impl Store {
    /// Whether snapshots are kept at all.
    pub fn keeps_history(&self) -> bool {
        self.database().is_some()
    }

    /// The snapshots of a workbook, newest first.
    pub async fn snapshots(&self, id: &str) -> Vec<SnapshotInfo> {
        let Some(database) = self.database() else { return Vec::new() };
        let infos = database.infos(id).await.unwrap_or_default();
        let mut infos: Vec<SnapshotInfo> =
            infos.iter().filter_map(|(_, text)| SnapshotInfo::from_json(&text.as_string()?)).collect();
        crate::model::order::sort_by(&mut infos, |one, other| other.id.cmp(&one.id));
        infos
    }

    /// Takes a snapshot of the open workbook. It holds what the workbook is at this moment. False when nothing keeps it.
    pub fn snapshot(&self, label: &str, kind: SnapshotKind) -> bool {
        if self.database().is_none() {
            return false;
        }
        let Some(still) = self.with_book(still_of) else { return false };
        self.keep_still(still, label, kind);
        true
    }

    /// The same; the future ends when it is kept, with what is known of it, or with nothing when nothing keeps it.
    pub fn remember(&self, label: &str, kind: SnapshotKind) -> impl Future<Output = Option<SnapshotInfo>> + use<> {
        let moment = self.with_book(still_of);
        let (store, label) = (self.clone(), label.to_owned());
        async move { store.store_still(moment?, &label, kind).await }
    }

    /// A whole workbook is about to replace the open one, or be merged into it: what is there now becomes a snapshot.
    pub fn before_import(&self) {
        self.flush();
        self.snapshot("", SnapshotKind::BeforeImport);
    }

    pub(super) fn keep_still(&self, still: Moment, label: &str, kind: SnapshotKind) {
        let (store, label) = (self.clone(), label.to_owned());
        spawn_local(async move {
            store.store_still(still, &label, kind).await;
        });
    }

    async fn store_still(&self, moment: Moment, label: &str, kind: SnapshotKind) -> Option<SnapshotInfo> {
        let database = self.database()?;
        let id = moment.id.as_str();
        let text = moment.still.text().await;
        // Another tab, or this one, may take the next number at the same time.
        for _ in 0..MOST_TRIES {
            let known = self.snapshots(id).await;
            let newest = known.first();
            if kind == SnapshotKind::Auto && newest.is_some_and(|newest| newest.generation == moment.generation) {
                return None;
            }
            let info = SnapshotInfo {
                id: newest.map_or(1, |newest| newest.id + 1),
                label: label.to_owned(),
                at: now_utc(),
                day: today(),
                kind,
                generation: moment.generation,
                bytes: u64::from(text.length()) * 2,
            };
            let mut writes = vec![
                Write::Add(SNAPSHOTS, text_key(id, info.id), text.clone().into()),
                Write::Add(SNAPSHOTS, info_key(id, info.id), info.to_json().into()),
            ];
            let mut all = known;
            all.push(info.clone());
            for gone in thin(&all, today()) {
                writes.extend(deletion(id, gone));
            }
            if database.write(true, &writes).await.is_ok() {
                self.keep_within_budget().await;
                return Some(info);
            }
        }
        None
    }

    /// Thins the snapshots of all workbooks when they take more than their share.
    async fn keep_within_budget(&self) {
        let Some(database) = self.database() else { return };
        let mut all: Vec<(String, SnapshotInfo)> = Vec::new();
        for owner in self.owners_of_snapshots(&database).await {
            all.extend(self.snapshots(&owner).await.into_iter().map(|info| (owner.clone(), info)));
        }
        crate::model::order::sort_by(&mut all, |(_, one), (_, other)| {
            (one.day.days(), one.id).cmp(&(other.day.days(), other.id))
        });
        let by_age: Vec<(&str, &SnapshotInfo)> = all.iter().map(|(id, info)| (id.as_str(), info)).collect();
        let usage = self.measured().await;
        let snapshots = by_age.iter().map(|(_, info)| info.bytes).sum();
        let room = Room { quota: usage.quota_bytes, used: usage.used_bytes, snapshots };
        let mut writes = Vec::new();
        for at in shrink(&by_age, budget(room)) {
            if let Some((id, info)) = by_age.get(at) {
                writes.extend(deletion(id, info.id));
            }
        }
        if !writes.is_empty() {
            self.write_aside(&writes);
        }
    }

    /// The workbooks that have snapshots.
    async fn owners_of_snapshots(&self, database: &Database) -> Vec<String> {
        let mut owners: Vec<String> = Vec::new();
        for key in database.keys(SNAPSHOTS).await {
            let owner = js_sys::Array::from(&key).get(0).as_string().unwrap_or_default();
            // Keys come in order, so those of one workbook stand together.
            if owners.last() != Some(&owner) {
                owners.push(owner);
            }
        }
        owners
    }

    /// The workbook as it is before an edit, when an automatic snapshot is due: the first of a visit, and then every ten
    /// minutes.
    pub(super) fn still_if_due(&self) -> Option<Moment> {
        self.database()?;
        self.with_book(|book| {
            let now = elapsed_ms();
            let is_due = book.role == Role::Writer && book.snapshot_ms.is_none_or(|last| now - last >= EVERY_MS);
            is_due.then(|| still_of(book))
        })?
    }

    /// Changes the name of a snapshot, and whether it stays for good. False when that could not be written.
    pub async fn relabel_snapshot(&self, id: &str, info: &SnapshotInfo) -> bool {
        let Some(database) = self.database() else { return false };
        database.write(true, &[Write::Put(SNAPSHOTS, info_key(id, info.id), info.to_json().into())]).await.is_ok()
    }

    /// Deletes a snapshot; what comes back restores it.
    pub async fn delete_snapshot(&self, id: &str, info: SnapshotInfo) -> Option<DeletedSnapshot> {
        let database = self.database()?;
        let text = database.get(SNAPSHOTS, &text_key(id, info.id)).await?;
        database.write(true, &deletion(id, info.id)).await.ok()?;
        Some(DeletedSnapshot { id: id.to_owned(), info, text })
    }

    /// Puts a deleted snapshot back.
    pub async fn restore_snapshot(&self, deleted: &DeletedSnapshot) -> bool {
        let DeletedSnapshot { id, info, text } = deleted;
        let Some(database) = self.database() else { return false };
        let writes = [
            Write::Put(SNAPSHOTS, text_key(id, info.id), text.clone()),
            Write::Put(SNAPSHOTS, info_key(id, info.id), info.to_json().into()),
        ];
        database.write(true, &writes).await.is_ok()
    }

    /// The document in a snapshot of a workbook.
    pub async fn read_snapshot(&self, id: &str, snapshot: u64) -> Option<Document> {
        let text = self.database()?.get(SNAPSHOTS, &text_key(id, snapshot)).await?.as_string()?;
        match unseal(&text) {
            Unsealed::Good(_, doc) => read_text(doc, &mut random_id).ok().map(|import| import.workbook.document),
            _ => None,
        }
    }

    /// Forgets the snapshots of workbooks that are no longer there.
    pub(super) async fn forget_orphans(&self) {
        let Some(database) = self.database() else { return };
        let there: Vec<Id> = self.shelf().into_iter().map(|card| card.id).collect();
        let mut writes = Vec::new();
        for owner in self.owners_of_snapshots(&database).await {
            if !there.iter().any(|id| *id.as_str() == owner) {
                writes.push(Write::DeleteAll(SNAPSHOTS, owner));
            }
        }
        if !writes.is_empty() {
            self.write_aside(&writes);
        }
    }
}

/// A workbook at one moment, on its way to becoming a snapshot.
pub(super) struct Moment {
    id: Id,
    generation: u64,
    still: Still,
}

/// A deleted snapshot, to be put back by undo.
pub struct DeletedSnapshot {
    id: String,
    info: SnapshotInfo,
    text: JsValue,
}

/// The workbook as it is now. From now on the next automatic snapshot is ten minutes away.
pub(super) fn still_of(book: &mut Book) -> Moment {
    book.snapshot_ms = Some(elapsed_ms());
    Moment { id: book.id(), generation: book.replica.generation(), still: book.still() }
}

fn deletion(id: &str, number: u64) -> [Write; 2] {
    [Write::Delete(SNAPSHOTS, info_key(id, number)), Write::Delete(SNAPSHOTS, text_key(id, number))]
}

/// The key of what is known of a snapshot.
fn info_key(id: &str, number: u64) -> JsValue {
    part_key(id, 0, number)
}

/// The key of the text of a snapshot.
pub(super) fn text_key(id: &str, number: u64) -> JsValue {
    part_key(id, 1, number)
}

fn part_key(id: &str, part: u8, number: u64) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "no one takes 2^53 snapshots")]
    let number = number as f64;
    key(&[&id.into(), &part.into(), &number.into()])
}
