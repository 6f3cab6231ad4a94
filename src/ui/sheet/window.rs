//! A long table as blocks of lines. Only the blocks near the view are on the page, so that a keystroke costs the same in
//! any table; the others keep their height and nothing else.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use crate::analysis::stats;
use crate::model::Id;
use crate::ui::{dom, later};

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
pub const LINE_PX: f64 = 44.0;

/// How far beyond the window lines are still on the page, in pixels.
const AROUND_PX: f64 = 400.0;

/// The bodies of the table, made anew when lines come, go or move: a field whose line goes is gone before its line leaves
/// the page, so that losing the focus then writes nothing. What was on the page of it is there again at once.
pub fn view(blocks: Blocks) -> AnyView {
    let Blocks { ids, size, whole, .. } = blocks;
    let shared = Shared {
        near: RwSignal::new(Vec::new()),
        heights: StoredValue::new(Vec::new()),
        observer: StoredValue::new_local(Observer::new()),
    };
    let mut is_first = true;
    let bodies = move || {
        let count = ids.with(|ids| ids.len().div_ceil(size).max(1));
        let known = shared.near.get_untracked();
        let mut near = Vec::new();
        for at in 0..count {
            // At first what may be in view; later what was, and what may just have been added at the end.
            let is_near = at * size < whole || (!is_first && (known.contains(&at) || at + 2 >= count));
            if is_near && (!is_first || later::take(LINE_PX * stats::count(size.min(ids.with_untracked(Vec::len))))) {
                near.push(at);
            } else if is_near {
                later::add(move || shared.bring(&[at]));
            }
        }
        shared.near.set(near);
        shared.heights.update_value(|heights| heights.resize(count, None));
        let bodies = (0..count).map(|at| block(&blocks, at, shared)).collect_view();
        is_first = false;
        bodies
    };
    bodies.into_any()
}

/// What the blocks of a table share.
#[derive(Clone, Copy)]
struct Shared {
    /// The blocks that are on the page, in order.
    near: RwSignal<Vec<usize>>,
    /// How tall each block was when it was on the page, in pixels.
    heights: StoredValue<Vec<Option<f64>>>,
    observer: StoredValue<Observer, LocalStorage>,
}

impl Shared {
    fn bring(self, blocks: &[usize]) {
        let _ = self.near.try_update(|near| {
            near.extend(blocks);
            near.sort_unstable();
            near.dedup();
        });
    }

    fn height(self, at: usize, lines: usize) -> f64 {
        let known = self.heights.with_value(|heights| heights.get(at).copied().flatten());
        known.unwrap_or_else(|| LINE_PX * stats::count(lines))
    }
}

/// What stands on the page of a block.
#[derive(Clone, Copy, PartialEq)]
enum Stands {
    /// Its lines.
    Lines,
    /// One blank line as tall as this block and those behind it that are out of view as well: up to this one.
    BlankUpTo(usize),
    /// Nothing: the blank line of a block before it stands for it.
    Nothing,
}

fn stands(near: &[usize], at: usize, count: usize) -> Stands {
    match near.binary_search(&at) {
        Ok(_) => Stands::Lines,
        Err(place) if at == 0 || place.checked_sub(1).and_then(|before| near.get(before)) == Some(&(at - 1)) => {
            Stands::BlankUpTo(near.get(place).copied().unwrap_or(count))
        }
        Err(_) => Stands::Nothing,
    }
}

/// A block of lines. Out of view it drops its lines, except while one is being edited.
#[derive(Clone, Copy)]
struct Block {
    at: usize,
    /// Lines of the whole table, and of a block.
    lines: (usize, usize),
    node: NodeRef<html::Tbody>,
    stands: Memo<Stands>,
    shared: Shared,
}

impl Block {
    /// The heights of the blocks from this one up to another.
    fn heights(self, end: usize) -> impl Iterator<Item = f64> {
        let (all, size) = self.lines;
        (self.at..end).map(move |at| self.shared.height(at, all.saturating_sub(at * size).min(size)))
    }

    /// What the blank line stands for has come near the view: brings what is near. Lines are not as tall as they were
    /// thought to be, and people scroll on meanwhile, so it looks again.
    fn come(self) {
        // The observer also reports blocks that have left the page.
        let Some(Stands::BlankUpTo(end)) = self.stands.try_get_untracked() else { return };
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let near = in_view(&node, self.heights(end), self.at);
        if !near.is_empty() {
            self.shared.bring(&near);
            dom::after_paint(move || self.come());
        }
    }

    fn leave(self) {
        let Some(Stands::Lines) = self.stands.try_get_untracked() else { return };
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let editing = dom::focused().is_some_and(|focused| node.contains(Some(&focused)));
        if editing {
            return;
        }
        let height = node.get_bounding_client_rect().height();
        self.shared.heights.update_value(|heights| {
            if let Some(known) = heights.get_mut(self.at) {
                *known = Some(height);
            }
        });
        self.shared.near.update(|near| near.retain(|other| *other != self.at));
    }
}

fn block(blocks: &Blocks, at: usize, shared: Shared) -> AnyView {
    let Blocks { ids, columns, size, whole, line } = blocks.clone();
    let (all, is_whole) = ids.with_untracked(|ids| (ids.len(), ids.len() <= whole));
    let count = all.div_ceil(size).max(1);
    let stands = Memo::new(move |_| shared.near.with(|near| stands(near, at, count)));
    let block = Block { at, lines: (all, size), node: NodeRef::new(), stands, shared };
    let own = Memo::new(move |_| ids.with(|ids| ids.iter().skip(at * size).take(size).cloned().collect::<Vec<_>>()));
    if !is_whole {
        Effect::new(move |_| {
            if let Some(node) = block.node.get() {
                shared
                    .observer
                    .with_value(|observer| observer.observer.as_ref().map(|observer| observer.observe(&node)));
            }
        });
    }
    let lines = move || match stands.get() {
        Stands::Lines => {
            let line = Rc::clone(&line);
            keyed(move || own.get(), move |id| line(id))
        }
        Stands::BlankUpTo(end) => {
            let tall: f64 = block.heights(end).sum();
            view! { <tr class="blank"><td colspan=columns.to_string() style:height=format!("{tall}px")></td></tr> }
                .into_any()
        }
        Stands::Nothing => ().into_any(),
    };
    view! {
        <tbody
            node_ref=block.node
            class:far=move || stands.get() != Stands::Lines
            hidden=move || stands.get() == Stands::Nothing
            on:near=move |_: ev::Event| block.come()
            on:far=move |_: ev::Event| block.leave()
            on:all=move |_: ev::Event| shared.bring(&(0..count).collect::<Vec<_>>())
        >
            {lines}
        </tbody>
    }
    .into_any()
}

/// Which of the blocks that one blank line stands for are near the view, from their heights; the first is number `from`.
fn in_view(blank: &web_sys::Element, heights: impl Iterator<Item = f64>, from: usize) -> Vec<usize> {
    let window = dom::window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(900.0);
    let mut top = blank.get_bounding_client_rect().top();
    let near = heights.zip(from..).filter(|(height, _)| {
        let is_near = top + height >= -AROUND_PX && top <= window + AROUND_PX;
        top += height;
        is_near
    });
    near.map(|(_, at)| at).collect()
}

/// Brings every line of the tables onto the page.
pub fn bring_all(table: &str) {
    for block in dom::find_all(&format!("{table} > tbody:first-of-type")) {
        if let Ok(all) = web_sys::Event::new("all") {
            let _ = block.dispatch_event(&all);
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
        options.set_root_margin(&format!("{AROUND_PX}px 0px"));
        let observer =
            web_sys::IntersectionObserver::new_with_options(callback.into_js_value().unchecked_ref(), &options).ok();
        Self { observer }
    }
}
