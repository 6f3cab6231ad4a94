//! A long table as blocks of lines. Only the blocks near the view are on the page, so that a keystroke costs the same in
//! any table; the others keep their height and nothing else.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::analysis::stats::count;
use crate::model::Id;
use crate::ui::dom;

/// A table in blocks.
#[derive(Clone)]
pub struct Blocks {
    /// Its lines in order.
    pub ids: Memo<Vec<Id>>,
    /// Columns of the table.
    pub columns: usize,
    /// Lines per block.
    pub size: usize,
    /// Tables of up to so many lines are shown whole; of longer ones, this many before it is known what is in view.
    pub whole: usize,
    /// Makes a line.
    pub line: Rc<dyn Fn(Id) -> AnyView>,
}

/// About how tall a line is before it was ever on the page, in pixels.
const LINE_PX: f64 = 44.0;

/// The bodies of the table, made anew when lines come, go or move: a field whose line goes is gone before its line leaves
/// the page, so that losing the focus then writes nothing. What was on the page of it is there again at once.
pub fn view(blocks: Blocks) -> AnyView {
    let Blocks { ids, size, whole, .. } = blocks;
    let shared = Shared { near: StoredValue::new(Vec::new()), observer: StoredValue::new_local(Observer::new()) };
    let mut is_first = true;
    let bodies = move || {
        let count = ids.with(|ids| ids.len().div_ceil(size).max(1));
        let known = shared.near.get_value();
        let bodies = (0..count).map(|at| {
            // At first what may be in view; later what was, and what may just have been added at the end.
            let starts_near =
                at * size < whole || if is_first { false } else { known.contains(&at) || at + 2 >= count };
            block(&blocks, at, starts_near, shared)
        });
        let bodies = bodies.collect_view();
        is_first = false;
        bodies
    };
    bodies.into_any()
}

/// What the blocks of a table share.
#[derive(Clone, Copy)]
struct Shared {
    /// The blocks that are on the page.
    near: StoredValue<Vec<usize>>,
    observer: StoredValue<Observer, LocalStorage>,
}

/// A block of lines. Out of view it drops its lines, except while one is being edited.
fn block(blocks: &Blocks, at: usize, starts_near: bool, shared: Shared) -> AnyView {
    let Blocks { ids, columns, size, whole, line } = blocks.clone();
    let near = RwSignal::new(starts_near);
    let set_near = move |is_near: bool| {
        near.try_set(is_near);
        let _ = shared.near.try_update_value(|known| {
            known.retain(|other| *other != at);
            if is_near {
                known.push(at);
            }
        });
    };
    let is_whole = ids.with_untracked(|ids| ids.len() <= whole);
    let node = NodeRef::<html::Tbody>::new();
    let height = StoredValue::new(0.0_f64);
    let own = Memo::new(move |_| ids.with(|ids| ids.iter().skip(at * size).take(size).cloned().collect::<Vec<_>>()));
    if !is_whole {
        Effect::new(move |_| {
            if let Some(node) = node.get() {
                shared
                    .observer
                    .with_value(|observer| observer.observer.as_ref().map(|observer| observer.observe(&node)));
            }
        });
    }
    let leave = move || {
        // The observer also reports blocks that have left the page.
        let Some(node) = node.try_get_untracked().flatten() else { return };
        let editing = dom::focused().is_some_and(|focused| node.contains(Some(&focused)));
        if !editing {
            height.set_value(node.get_bounding_client_rect().height());
            set_near(false);
        }
    };
    let lines = move || {
        if near.get() {
            let line = Rc::clone(&line);
            return keyed(move || own.get(), move |id| line(id));
        }
        let known = height.get_value();
        let tall = if known > 0.0 { known } else { LINE_PX * count(own.with(Vec::len)) };
        view! { <tr class="blank"><td colspan=columns.to_string() style:height=format!("{tall}px")></td></tr> }
            .into_any()
    };
    view! {
        <tbody
            node_ref=node
            class:far=move || !near.get()
            on:near=move |_: ev::Event| set_near(true)
            on:far=move |_: ev::Event| leave()
        >
            {lines}
        </tbody>
    }
    .into_any()
}

/// Tells the blocks of a table, or of all tables, that they are about to be seen.
pub fn bring_all(table: &str) {
    for block in dom::find_all(&format!("{table} > tbody")) {
        if let Ok(near) = web_sys::Event::new("near") {
            let _ = block.dispatch_event(&near);
        }
    }
}

/// Tells blocks whether they are near the view.
struct Observer {
    observer: Option<web_sys::IntersectionObserver>,
}

impl Observer {
    fn new() -> Self {
        // The browser may still call it when the table has left the page: it frees it itself.
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(|entries: js_sys::Array| {
            for entry in entries.iter() {
                let entry: web_sys::IntersectionObserverEntry = entry.unchecked_into();
                let name = if entry.is_intersecting() { "near" } else { "far" };
                if let Ok(event) = web_sys::Event::new(name) {
                    let _ = entry.target().dispatch_event(&event);
                }
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin("400px 0px");
        let observer =
            web_sys::IntersectionObserver::new_with_options(callback.into_js_value().unchecked_ref(), &options).ok();
        Self { observer }
    }
}
