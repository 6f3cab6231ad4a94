//! What of a workbook's past goes out with its file: the states that people named, and what copies were handed out as.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::platform::pause;
use super::store::Store;
use crate::file::envelope::Snapshot;
use crate::file::write::canonical;
use crate::storage::SnapshotInfo;

/// Most bytes of texts that travel, named states and handed-out ones each; the newest come first. Where the file is opened
/// they stand in the text that is saved again and again, so there must not be too much of them.
const MOST_BYTES: u64 = 500_000;
/// How long reading them may hold an export up, in milliseconds: the file goes out in any case.
const PATIENCE_MS: i32 = 1_500;

impl Store {
    /// The pinned states of a workbook that are not among `known`, oldest first; what could be read in time.
    pub async fn travelling(&self, id: &str, known: &[Snapshot]) -> Vec<Snapshot> {
        let found = Rc::new(RefCell::new(Vec::new()));
        let (store, id, place) = (self.clone(), id.to_owned(), found.clone());
        let known: Vec<String> = known.iter().map(|snapshot| snapshot.id.clone()).collect();
        let reading = future_to_promise(async move {
            for info in chosen(&store.snapshots(&id).await) {
                let name = name_of(&info);
                if !known.contains(&name)
                    && let Some(document) = store.read_snapshot(&id, info.id).await
                {
                    let data = canonical(&document);
                    place.borrow_mut().insert(0, snapshot(&info, name, data));
                }
            }
            Ok(JsValue::UNDEFINED)
        });
        let too_long = future_to_promise(async {
            pause(PATIENCE_MS).await;
            Ok(JsValue::UNDEFINED)
        });
        let _ = JsFuture::from(Promise::race(&js_sys::Array::of2(&reading, &too_long))).await;
        found.take()
    }
}

/// The pinned ones within the room there is, newest first.
fn chosen(infos: &[SnapshotInfo]) -> Vec<SnapshotInfo> {
    let mut taken: Vec<SnapshotInfo> = Vec::new();
    for info in infos.iter().filter(|info| info.pinned()) {
        let of_kind = taken.iter().filter(|other| other.kind == info.kind);
        if of_kind.map(|other| other.bytes).sum::<u64>() + info.bytes <= MOST_BYTES {
            taken.push(info.clone());
        }
    }
    taken
}

/// A name that stays the same on every device: when it was taken, and which it was.
fn name_of(info: &SnapshotInfo) -> String {
    format!("{}#{}", info.at, info.id)
}

fn snapshot(info: &SnapshotInfo, id: String, data: String) -> Snapshot {
    Snapshot {
        id,
        label: info.label.clone(),
        date: info.day.to_string(),
        kind: info.kind.key().to_owned(),
        data,
        ..Snapshot::default()
    }
}
