//! The life of the page: hidden, put to sleep, brought back, left; and what other pages do to the stored data.

use wasm_bindgen::JsCast as _;
use web_sys::{PageTransitionEvent, StorageEvent};

use super::channel::from_wire;
use super::platform::{listen, window};
use super::store::Store;
use crate::file::migrate::SCHEMA_VERSION;
use crate::storage::sealed::peek;
use crate::storage::{Event, keys};

/// Listens to the page for the rest of its life.
pub(super) fn listen_to(store: &Store) {
    let (Some(window), Some(document)) = (window(), window().and_then(|window| window.document())) else { return };
    let on = |target: &web_sys::EventTarget, name: &str, act: fn(&Store, &web_sys::Event)| {
        let store = store.clone();
        listen(target, name, move |event| act(&store, &event));
    };
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
        store.emit(Event::ShelfChanged);
        return;
    };
    if key == keys::SCHEMA {
        let schema = event.new_value().and_then(|text| text.parse::<u32>().ok());
        if let Some(schema) = schema.filter(|schema| *schema > SCHEMA_VERSION) {
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
        store.emit(Event::ShelfChanged);
    }
}
