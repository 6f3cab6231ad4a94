//! The database: texts under keys, written in transactions that begin at once and are told about when they are done.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::platform::{listen, reason, window};

/// Its name.
const NAME: &str = "kamsheet";
/// Patches by workbook, generation and tab.
pub const JOURNAL: &str = "journal";
/// One whole text per workbook.
pub const STATE: &str = "state";
/// Snapshots by workbook, part (0 what is known of it, 1 the text) and id.
pub const SNAPSHOTS: &str = "snapshots";
/// Texts that could not be read, by workbook and number.
pub const ASIDE: &str = "aside";
const STORES: [&str; 4] = [JOURNAL, STATE, SNAPSHOTS, ASIDE];

/// One write.
pub enum Write {
    /// Puts a text under a key.
    Put(&'static str, JsValue, JsValue),
    /// Puts a text under a key that must be free; else nothing of the transaction is written.
    Add(&'static str, JsValue, JsValue),
    /// Deletes a key.
    Delete(&'static str, JsValue),
    /// Deletes everything of a workbook in a store.
    DeleteAll(&'static str, String),
}

/// The open database; cheap to clone.
#[derive(Clone)]
pub struct Database(Rc<RefCell<Option<IdbDatabase>>>);

impl Database {
    /// Opens the database, however long it takes.
    pub async fn open() -> Result<Self, String> {
        let request = ask_to_open().map_err(|error| reason(&error))?;
        let on_upgrade = request.clone();
        listen(&request, "upgradeneeded", move |_| {
            if let Some(database) = on_upgrade.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok()) {
                for store in STORES {
                    let _ = database.create_object_store(store);
                }
            }
        });
        let database: IdbDatabase = settled(&request)
            .await
            .map_err(|error| reason(&error))?
            .dyn_into()
            .map_err(|_| String::from("no database"))?;
        let held = Self(Rc::new(RefCell::new(Some(database.clone()))));
        // Another tab wants to delete or upgrade it, or the browser took it away: let go, writes then fail and are told.
        for event in ["versionchange", "close"] {
            let held = held.clone();
            listen(&database, event, move |_| {
                let database = held.0.borrow_mut().take();
                if let Some(database) = database {
                    database.close();
                }
            });
        }
        Ok(held)
    }

    /// Whether the connection is still there.
    pub fn is_open(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Writes everything or nothing. The transaction has begun when this returns; the future tells how it ended. The last
    /// text put is looked up again before the transaction counts as done.
    pub fn write(&self, strict: bool, writes: &[Write]) -> impl Future<Output = Result<(), String>> + use<> {
        let begun = self.begin(strict, writes).map_err(|error| reason(&error));
        async move {
            let (done, proof) = begun?;
            JsFuture::from(done).await.map_err(|error| reason(&error))?;
            match proof {
                Some(proof) if proof.result().is_ok_and(|key| key.is_undefined()) => {
                    Err(String::from("not there after writing"))
                }
                _ => Ok(()),
            }
        }
    }

    fn begin(&self, strict: bool, writes: &[Write]) -> Result<(Promise, Option<IdbRequest>), JsValue> {
        let transaction = self.transaction("readwrite", strict, &stores_of(writes))?;
        let done = finished(&transaction);
        let mut proof = None;
        for write in writes {
            match write {
                Write::Put(store, key, text) => {
                    let store = transaction.object_store(store)?;
                    store.put_with_key(text, key)?;
                    proof = Some(store.get_key(key)?);
                }
                Write::Add(store, key, text) => {
                    transaction.object_store(store)?.add_with_key(text, key)?;
                }
                Write::Delete(store, key) => {
                    transaction.object_store(store)?.delete(key)?;
                }
                Write::DeleteAll(store, workbook) => {
                    transaction.object_store(store)?.delete(&range(workbook)?)?;
                }
            }
        }
        commit(&transaction);
        Ok((done, proof))
    }

    /// The text under a key.
    pub async fn get(&self, store: &str, key: &JsValue) -> Option<JsValue> {
        let request = self.reading(store).ok()?.get(key).ok()?;
        settled(&request).await.ok().filter(|value| !value.is_undefined())
    }

    /// All keys and texts of a workbook in a store, in the order of the keys.
    pub async fn all(&self, store: &str, workbook: &str) -> Result<Vec<(JsValue, JsValue)>, String> {
        self.of_range(store, &range(workbook).unwrap_or(JsValue::UNDEFINED)).await
    }

    /// What is known of each snapshot of a workbook.
    pub async fn infos(&self, workbook: &str) -> Result<Vec<(JsValue, JsValue)>, String> {
        let range = IdbKeyRange::bound(&key(&[&workbook.into(), &0.into()]), &key(&[&workbook.into(), &1.into()]));
        self.of_range(SNAPSHOTS, &range.map_or(JsValue::UNDEFINED, JsValue::from)).await
    }

    /// All keys and texts of a store.
    pub async fn everything(&self, store: &str) -> Result<Vec<(JsValue, JsValue)>, String> {
        self.of_range(store, &JsValue::UNDEFINED).await
    }

    async fn of_range(&self, store: &str, range: &JsValue) -> Result<Vec<(JsValue, JsValue)>, String> {
        let read = async {
            let store = self.reading(store)?;
            let keys = store.get_all_keys_with_key(range)?;
            let values = store.get_all_with_key(range)?;
            Ok::<_, JsValue>((settled(&keys).await?, settled(&values).await?))
        };
        let (keys, values) = read.await.map_err(|error| reason(&error))?;
        Ok(Array::from(&keys).iter().zip(Array::from(&values).iter()).collect())
    }

    /// The keys of a store.
    pub async fn keys(&self, store: &str) -> Vec<JsValue> {
        let read = async { settled(&self.reading(store)?.get_all_keys()?).await };
        read.await.map_or_else(|_: JsValue| Vec::new(), |keys| Array::from(&keys).iter().collect())
    }

    fn reading(&self, store: &str) -> Result<IdbObjectStore, JsValue> {
        self.transaction("readonly", false, &Array::of1(&store.into()))?.object_store(store)
    }

    /// By name, because the option of durability is younger than the bindings.
    fn transaction(&self, mode: &str, strict: bool, stores: &Array) -> Result<IdbTransaction, JsValue> {
        let database = self.0.borrow().clone().ok_or_else(|| JsValue::from("the database is closed"))?;
        let begin: Function = Reflect::get(&database, &"transaction".into())?.dyn_into()?;
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &if strict { "strict" } else { "relaxed" }.into())?;
        begin.call3(&database, stores, &mode.into(), &options)?.dyn_into()
    }
}

/// The stores that some writes are for: a transaction waits for others on its own stores only.
fn stores_of(writes: &[Write]) -> Array {
    let of = |write: &Write| match write {
        Write::Put(store, ..) | Write::Add(store, ..) | Write::Delete(store, _) | Write::DeleteAll(store, _) => *store,
    };
    let used = STORES.iter().filter(|store| writes.iter().any(|write| of(write) == **store));
    used.map(|store| JsValue::from(*store)).collect()
}

/// Says that nothing more will be asked: the browser can finish the transaction by itself, even when this page is
/// stopped before it is told of the answers. Where that cannot be said it is finished a moment later.
fn commit(transaction: &IdbTransaction) {
    let commit = Reflect::get(transaction, &"commit".into()).ok().and_then(|commit| commit.dyn_into::<Function>().ok());
    if let Some(commit) = commit {
        let _ = commit.call0(transaction);
    }
}

fn ask_to_open() -> Result<IdbOpenDbRequest, JsValue> {
    let factory = window().ok_or(JsValue::NULL)?.indexed_db()?.ok_or_else(|| JsValue::from("no database"))?;
    factory.open_with_u32(NAME, 1)
}

/// A key of several parts.
pub fn key(parts: &[&JsValue]) -> JsValue {
    parts.iter().copied().collect::<Array>().into()
}

/// The keys of several parts that begin with a workbook: an empty list sorts behind every number and text.
fn range(workbook: &str) -> Result<JsValue, JsValue> {
    let from = key(&[&workbook.into()]);
    let to = key(&[&workbook.into(), &Array::new()]);
    IdbKeyRange::bound(&from, &to).map(JsValue::from)
}

/// The result of a request.
async fn settled(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let waiting = request.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        waiting.set_onsuccess(Some(&resolve));
        waiting.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)),
    }
}

/// Done when the transaction is complete; failed, with its error, when it is not.
fn finished(transaction: &IdbTransaction) -> Promise {
    let of = transaction.clone();
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        let of = of.clone();
        let failed = wasm_bindgen::closure::Closure::once_into_js(move || {
            let error = of.error().map_or_else(|| JsValue::from("the transaction was given up"), JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &error);
        });
        transaction.set_onabort(Some(failed.unchecked_ref()));
    })
}
