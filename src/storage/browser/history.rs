//! Snapshots: taking, listing, reading, thinning.

use js_sys::JsString;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::book::{Book, Role};
use super::database::{SNAPSHOTS, Write, key};
use super::platform::{elapsed_ms, now_utc, random_id, today};
use super::store::Store;
use crate::file::read::read_text;
use crate::model::{Document, Id};
use crate::storage::sealed::{Unsealed, unseal};
use crate::storage::snapshot::{EVERY_MS, SnapshotInfo, SnapshotKind, budget, shrink, thin};

impl Store {
    /// The snapshots of a workbook, newest first.
    pub async fn snapshots(&self, id: &str) -> Vec<SnapshotInfo> {
        let Some(database) = self.database() else { return Vec::new() };
        let infos = database.infos(id).await.unwrap_or_default();
        let mut infos: Vec<SnapshotInfo> =
            infos.iter().filter_map(|(_, text)| SnapshotInfo::from_json(&text.as_string()?)).collect();
        infos.sort_by_key(|info| std::cmp::Reverse(info.id));
        infos
    }

    /// Takes a snapshot of the open workbook. It holds what the workbook is at this moment. False when nothing keeps it.
    pub fn snapshot(&self, label: &str, kind: SnapshotKind) -> bool {
        if self.database().is_none() {
            return false;
        }
        let book = self.0.inner.borrow_mut().book.take();
        let Some(mut book) = book else { return false };
        let id = book.id();
        self.put_snapshot(id.as_str(), &mut book, label, kind);
        self.0.inner.borrow_mut().book = Some(book);
        true
    }

    /// A whole workbook is about to replace the open one, or be merged into it: what is there now becomes a snapshot.
    pub fn before_import(&self) {
        self.flush();
        self.snapshot("", SnapshotKind::BeforeImport);
    }

    pub(super) fn put_snapshot(&self, id: &str, book: &mut Book, label: &str, kind: SnapshotKind) {
        let text = book.sealed();
        let generation = book.replica.generation();
        book.snapshot_ms = Some(elapsed_ms());
        let (store, id, label) = (self.clone(), id.to_owned(), label.to_owned());
        spawn_local(async move { store.store_snapshot(&id, &text, &label, kind, generation).await });
    }

    async fn store_snapshot(&self, id: &str, text: &JsString, label: &str, kind: SnapshotKind, generation: u64) {
        let Some(database) = self.database() else { return };
        let known = self.snapshots(id).await;
        let is_known = known.first().is_some_and(|newest| newest.generation == generation);
        if is_known && kind == SnapshotKind::Auto {
            return;
        }
        let info = SnapshotInfo {
            id: known.first().map_or(1, |newest| newest.id + 1),
            label: label.to_owned(),
            at: now_utc(),
            day: today(),
            kind,
            generation,
            bytes: u64::from(text.length()) * 2,
        };
        let mut writes = vec![
            Write::Put(SNAPSHOTS, text_key(id, info.id), text.into()),
            Write::Put(SNAPSHOTS, info_key(id, info.id), info.to_json().into()),
        ];
        let mut all = known;
        all.push(info);
        for gone in thin(&all, today()) {
            writes.push(Write::Delete(SNAPSHOTS, info_key(id, gone)));
            writes.push(Write::Delete(SNAPSHOTS, text_key(id, gone)));
        }
        if database.write(true, &writes).await.is_ok() {
            self.keep_within_budget().await;
        }
    }

    /// Thins the snapshots of all workbooks when they take more than their share.
    async fn keep_within_budget(&self) {
        let Some(database) = self.database() else { return };
        let quota = self.0.inner.borrow().quota_bytes;
        let stored = database.everything(SNAPSHOTS).await.unwrap_or_default();
        let mut all: Vec<(String, SnapshotInfo)> = stored
            .iter()
            .filter_map(|(key, text)| {
                let parts = js_sys::Array::from(key);
                let is_info = parts.get(1).as_f64() == Some(0.0);
                let info =
                    is_info.then(|| text.as_string()).flatten().and_then(|text| SnapshotInfo::from_json(&text))?;
                Some((parts.get(0).as_string()?, info))
            })
            .collect();
        all.sort_by_key(|(_, info)| (info.day.days(), info.id));
        let by_age: Vec<(&str, &SnapshotInfo)> = all.iter().map(|(id, info)| (id.as_str(), info)).collect();
        let mut writes = Vec::new();
        for at in shrink(&by_age, budget(quota)) {
            if let Some((id, info)) = by_age.get(at) {
                writes.push(Write::Delete(SNAPSHOTS, info_key(id, info.id)));
                writes.push(Write::Delete(SNAPSHOTS, text_key(id, info.id)));
            }
        }
        if !writes.is_empty() {
            self.write_aside(&writes);
        }
    }

    /// Takes an automatic snapshot before an edit: the first of a visit, and then every ten minutes.
    pub(super) fn snapshot_if_due(&self) {
        let is_due = self.with_book(|book| {
            let now = elapsed_ms();
            book.role == Role::Writer && book.snapshot_ms.is_none_or(|last| now - last >= EVERY_MS)
        });
        if is_due == Some(true) {
            self.snapshot("", SnapshotKind::Auto);
        }
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
        for key in database.keys(SNAPSHOTS).await {
            let owner = js_sys::Array::from(&key).get(0).as_string().unwrap_or_default();
            if !there.iter().any(|id| id.as_str() == owner) {
                writes.push(Write::Delete(SNAPSHOTS, key));
            }
        }
        if !writes.is_empty() {
            self.write_aside(&writes);
        }
    }
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
