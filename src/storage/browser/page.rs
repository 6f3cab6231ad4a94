//! The life of the page: hidden, put to sleep, brought back, left; and what other pages do to the stored data.

use wasm_bindgen::JsCast as _;
use web_sys::{PageTransitionEvent, StorageEvent};

use super::channel::from_wire;
use super::platform::{listen, window};
use super::store::Store;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::Trouble;
use crate::storage::sealed::peek;
use crate::storage::{Event, keys};

fn on(store: &Store, target: &web_sys::EventTarget, name: &str, act: fn(&Store, &web_sys::Event)) {
    let store = store.clone();
    listen(target, name, move |event| act(&store, &event));
}

/// Listens, for the rest of the page's life, to what other pages do to the list of workbooks.
pub(super) fn listen_for_the_shelf(store: &Store) {
    let Some(window) = window() else { return };
    on(store, &window, "storage", |store, event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        match event.key() {
            None => store.emit(Event::ShelfChanged),
            Some(key) if key.starts_with(keys::DOC) => store.emit(Event::ShelfChanged),
            Some(key) if key == keys::SCHEMA => {
                if let Some(found) = newer_schema(event) {
                    store.set_trouble(Some(Trouble::NewerData { found, known: SCHEMA_VERSION }));
                }
            }
            Some(_) => {}
        }
    });
}

/// The schema that another page has just marked, if it is newer than ours.
fn newer_schema(event: &StorageEvent) -> Option<u32> {
    let schema = event.new_value().and_then(|text| text.parse::<u32>().ok());
    schema.filter(|schema| *schema > SCHEMA_VERSION)
}

/// Listens, for the rest of the page's life, to what the open workbook has to be told of.
pub(super) fn listen_for_the_open_workbook(store: &Store) {
    let (Some(window), Some(document)) = (window(), window().and_then(|window| window.document())) else { return };
    let on = |target: &web_sys::EventTarget, name: &str, act: fn(&Store, &web_sys::Event)| on(store, target, name, act);
    on(&window, "blur", |store, _| store.flush());
    on(&window, "pagehide", |store, _| sleep(store));
    on(&document, "freeze", |store, _| sleep(store));
    on(&document, "resume", |store, _| store.rejoin_tabs());
    on(&window, "pageshow", |store, event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            store.rejoin_tabs();
        }
    });
    on(&document, "visibilitychange", |store, event| {
        let is_hidden = event.target().and_then(|target| target.dyn_into::<web_sys::Document>().ok());
        if is_hidden.is_some_and(|document| document.hidden()) {
            store.flush();
            store.let_others_write();
        }
    });
    on(&window, "beforeunload", |store, event| {
        store.flush();
        if store.with_book(|book| book.progress.would_lose()) == Some(true) {
            event.prevent_default();
        }
    });
    on(&window, "storage", |store, event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            storage_changed(store, event);
        }
    });
}

fn sleep(store: &Store) {
    store.flush();
    store.part_from_tabs();
}

/// Another page changed localStorage.
fn storage_changed(store: &Store, event: &StorageEvent) {
    let Some(key) = event.key() else {
        store.data_is_gone();
        store.show_state();
        return;
    };
    if key == keys::SCHEMA {
        if let Some(schema) = newer_schema(event) {
            store.become_read_only(schema);
        }
    } else if let Some(id) = key.strip_prefix(keys::WIRE) {
        let is_open = store.with_book(|book| book.id().as_str() == id) == Some(true);
        if let Some(text) = event.new_value().filter(|_| is_open) {
            store.receive(from_wire(&text).unwrap_or_default());
        }
    } else if let Some(id) = key.strip_prefix(keys::DOC) {
        let is_open = store.with_book(|book| book.id().as_str() == id) == Some(true);
        match event.new_value() {
            None if is_open => store.data_is_gone(),
            Some(text) if is_open => {
                let schema = peek(&text).map_or(0, |(schema, _)| schema);
                if schema > SCHEMA_VERSION {
                    store.become_read_only(schema);
                }
            }
            _ => {}
        }
        store.show_state();
    }
}
