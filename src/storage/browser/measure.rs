//! How full the storage is, whether the browser promises to keep it, and everything in it as one text.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::local::Local;
use super::platform::{now_utc, window};
use super::store::Store;
use crate::file::json::Writer;
use crate::storage::{Usage, keys};

/// What Chromium and Firefox give an origin, in UTF-16 units. Safari gives half of it for Chinese.
const LIMIT_UNITS: u64 = 5_242_880;

impl Store {
    /// How full the storage is, as last asked.
    pub fn usage(&self) -> Usage {
        let used_units = self.local().as_ref().map_or(0, Local::used_units);
        let inner = self.0.inner.borrow();
        Usage {
            used_units,
            limit_units: LIMIT_UNITS,
            used_bytes: inner.database_bytes,
            quota_bytes: inner.quota_bytes,
            persisted: inner.persisted,
        }
    }

    /// How full the storage is, asked anew.
    pub async fn measured(&self) -> Usage {
        if let Some(estimate) = ask("estimate").await {
            let number = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|value| value.as_f64());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a disk")]
            let bytes = |name: &str| number(name).unwrap_or(0.0) as u64;
            let mut inner = self.0.inner.borrow_mut();
            inner.database_bytes = bytes("usage");
            inner.quota_bytes = bytes("quota");
        }
        if let Some(persisted) = ask("persisted").await {
            self.0.inner.borrow_mut().persisted = persisted.as_bool();
        }
        self.usage()
    }

    /// Asks the browser how much it grants and what is in use, without waiting, and clears up behind workbooks that are
    /// gone.
    pub(super) fn measure(&self) {
        let store = self.clone();
        spawn_local(async move {
            store.measured().await;
            store.forget_orphans().await;
        });
    }

    /// Asks the browser once, at the first edit, to keep the data until someone deletes it.
    pub(super) fn ask_to_persist(&self) {
        thread_local! {
            static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
        }
        if ASKED.replace(true) {
            return;
        }
        let store = self.clone();
        spawn_local(async move {
            if let Some(answer) = ask("persist").await {
                store.0.inner.borrow_mut().persisted = answer.as_bool();
            }
        });
    }

    /// Texts that could not be read and were set aside, with their keys.
    pub fn quarantined(&self) -> Vec<(String, String)> {
        let mut texts: Vec<(String, String)> = Vec::new();
        if let Some(local) = self.local() {
            texts.extend(local.keys(keys::ASIDE).into_iter().filter_map(|key| Some((key.clone(), local.get(&key)?))));
        }
        texts.extend(self.0.inner.borrow().aside.iter().cloned());
        texts
    }

    /// Everything in localStorage, and what is open, as JSON for the recovery download.
    pub fn raw_dump(&self) -> String {
        let open = self.with_book(|book| (book.id(), String::from(book.sealed())));
        let mut out = String::new();
        let mut object = Writer::object(&mut out);
        object.text("format", crate::storage::rescue::FORMAT);
        object.text("made", &now_utc());
        let mut stored = Writer::object(object.key("local_storage"));
        if let Some(local) = self.local() {
            for key in local.keys(keys::PREFIX) {
                stored.text(&key, &local.get(&key).unwrap_or_default());
            }
        }
        stored.end();
        let mut elsewhere = Writer::object(object.key("memory"));
        for (id, text) in &self.0.inner.borrow().elsewhere {
            elsewhere.text(id.as_str(), text);
        }
        elsewhere.end();
        if let Some((id, text)) = open {
            let mut shown = Writer::object(object.key("open"));
            shown.text(id.as_str(), &text);
            shown.end();
        }
        let mut aside = Writer::object(object.key("aside"));
        for (key, text) in self.quarantined() {
            aside.text(&key, &text);
        }
        aside.end();
        object.end();
        out
    }
}

/// Asks the storage manager, where there is one.
async fn ask(question: &str) -> Option<JsValue> {
    let manager =
        Reflect::get(&window()?.navigator(), &"storage".into()).ok().filter(|manager| !manager.is_undefined())?;
    let ask: Function = Reflect::get(&manager, &question.into()).ok()?.dyn_into().ok()?;
    let answer: Promise = ask.call0(&manager).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()
}
