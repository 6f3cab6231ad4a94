//! The app: language, depth, route, the shelf of workbooks and the one that is open.

use std::rc::Rc;

use crate::ui::prelude::*;

use super::cx::Cx;
use super::desk::Desk;
use super::late::{self, Late, Work};
use super::result::how::How;
use super::route::Route;
use super::{dom, prefs};
use crate::i18n::ui as words;
use crate::model::{Bi, Depth, Lang};
use crate::storage::{Card, Event, SaveState, Store, Trouble};

/// A short notice at the foot of the page, with a way back where there is one.
#[derive(Clone)]
pub struct Toast {
    /// Number, for taking it away again.
    pub id: u64,
    /// What happened.
    pub text: String,
    /// The way back and its words.
    pub undo: Option<(Bi, WayBack)>,
}

/// What a notice takes back. It outlives the view that gave rise to it, so it is no signal of that view.
pub type WayBack = Rc<dyn Fn()>;

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Find anything.
    Find,
    /// Help and shortcuts.
    Help,
    /// Questions that help.
    Prompts,
    /// A file that was opened.
    Import,
}

/// App-wide state, all of it made once at the root.
#[derive(Clone, Copy)]
pub struct App {
    /// Language of the page.
    pub lang: RwSignal<Lang>,
    /// Depth of the page.
    pub depth: RwSignal<Depth>,
    /// Where the page is.
    pub route: RwSignal<Route>,
    /// The open workbook.
    pub desk: RwSignal<Option<Desk>>,
    /// The workbooks on this device.
    pub shelf: RwSignal<Vec<Card>>,
    /// What the save indicator says.
    pub save: RwSignal<SaveState>,
    /// When it was saved last, for reading.
    pub saved_at: RwSignal<String>,
    /// What stands in the way of saving.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Notices.
    pub toasts: RwSignal<Vec<Toast>, LocalStorage>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// What was typed for the search before its field was there.
    pub typed_ahead: RwSignal<String>,
    /// How many files went out in this visit.
    pub exports: RwSignal<u32>,
    /// The step of the tour that is shown.
    pub tour: RwSignal<Option<usize>>,
    /// The figure whose formula is shown.
    pub how: RwSignal<Option<How>>,
    /// A change of currency or unit that waits for an answer.
    pub convert: RwSignal<Option<super::dialog::convert::Change>>,
    /// A file that was read and waits for a decision.
    pub incoming: RwSignal<Option<super::files::Incoming>>,
    /// What works on a workbook, once it is there.
    pub work: RwSignal<Option<&'static Work>>,
    /// Copies that came back and wait to be merged.
    pub returns: RwSignal<super::copies::Returns>,
    /// What comes after the page is up, once it is there.
    pub late: RwSignal<Option<&'static Late>>,
    store: StoredValue<Option<Store>, LocalStorage>,
    toast_count: RwSignal<u64>,
}

impl App {
    /// A fresh app; the storage is opened later.
    pub fn new() -> Self {
        Self {
            lang: RwSignal::new(prefs::language()),
            depth: RwSignal::new(prefs::depth()),
            route: RwSignal::new(Route::read(&dom::window().location().hash().unwrap_or_default())),
            desk: RwSignal::new(None),
            shelf: RwSignal::new(Vec::new()),
            save: RwSignal::new(SaveState::Saved),
            saved_at: RwSignal::new(String::new()),
            trouble: RwSignal::new(None),
            toasts: RwSignal::new_local(Vec::new()),
            dialog: RwSignal::new(None),
            typed_ahead: RwSignal::new(String::new()),
            exports: RwSignal::new(0),
            tour: RwSignal::new(None),
            how: RwSignal::new(None),
            convert: RwSignal::new(None),
            incoming: RwSignal::new(None),
            work: RwSignal::new(None),
            returns: RwSignal::new(super::copies::Returns::default()),
            late: RwSignal::new(None),
            store: StoredValue::new_local(None),
            toast_count: RwSignal::new(0),
        }
    }

    /// Opens the storage and reads what is there.
    pub async fn start(self) {
        let store = Store::open(Rc::new(move |event| self.on_event(event))).await;
        self.shelf.set(store.shelf());
        self.store.set_value(Some(store));
    }

    /// The storage, once it is open.
    pub fn store(self) -> Option<Store> {
        self.store.with_value(Clone::clone)
    }

    fn on_event(self, event: Event) {
        match event {
            Event::State(state) => {
                if state == SaveState::Saved {
                    self.saved_at.set(dom::clock());
                }
                if self.save.get_untracked() != state {
                    self.save.set(state);
                }
            }
            Event::Trouble(trouble) => self.trouble.set(trouble),
            // Only an open workbook changes, and what opened it is there.
            Event::Remote(_) | Event::Reloaded(_) => {
                if let Some(work) = self.work.get_untracked() {
                    (work.changed)(self, event);
                }
            }
            Event::ShelfChanged => {
                if let Some(store) = self.store() {
                    self.shelf.set(store.shelf());
                }
            }
        }
    }

    /// Goes to the workbook of the route, if it is not on the desk already.
    pub async fn follow_route(self) {
        let Route::Page { workbook, .. } = self.route.get_untracked() else {
            if self.desk.get_untracked().is_some() {
                if let Some(store) = self.store() {
                    store.leave();
                    self.shelf.set(store.shelf());
                }
                self.desk.set(None);
            }
            return;
        };
        let there = self.desk.get_untracked().is_some_and(|desk| desk.id().as_str() == workbook);
        if there {
            return;
        }
        let Some(store) = self.store() else { return };
        store.leave();
        match late::work(self).await {
            Some(work) if (work.open)(self, store, workbook).await => {}
            _ => self.go(Route::Home),
        }
    }

    /// Goes to a route.
    pub fn go(self, route: Route) {
        let _ = dom::window().location().set_hash(&route.hash());
    }

    /// Goes to a page of the open workbook.
    pub fn go_to_page(self, page: &str) {
        if let Route::Page { workbook, .. } = self.route.get_untracked() {
            self.go(Route::page(&workbook, page));
        }
    }

    /// Goes to a section of a page and into its first field.
    pub fn go_to_section(self, page: &str, table: &str) {
        self.go_to_page(page);
        let section = format!("[data-table-section=\"{table}\"]");
        super::keys::once_there(move || {
            let Some(section) = dom::find(&section) else { return false };
            section.scroll_into_view();
            let inner = section.query_selector("[data-field], [data-action=\"unfold\"]").ok().flatten();
            if let Some(inner) =
                inner.and_then(|inner| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(inner).ok())
            {
                dom::focus(&inner);
            }
            true
        });
    }

    /// A notice without a way back.
    pub fn toast(self, lang: Lang, text: Bi) {
        self.toast_text(text.get(lang).to_owned(), None);
    }

    /// A notice that the last change can be undone.
    pub fn toast_undo(self, text: String, desk: Desk) {
        let undo = Rc::new(move || {
            desk.undo();
        });
        self.toast_text(text, Some((words::UNDO, undo)));
    }

    /// A notice.
    pub fn toast_text(self, text: String, undo: Option<(Bi, WayBack)>) {
        self.toast_count.update(|count| *count += 1);
        let id = self.toast_count.get_untracked();
        self.toasts.update(|toasts| {
            toasts.push(Toast { id, text, undo });
            // Where there are many, those without a way back make room first.
            let goes = match toasts.len() {
                0..=3 => None,
                4..=6 => toasts.iter().position(|toast| toast.undo.is_none()).filter(|at| at + 1 < toasts.len()),
                _ => Some(0),
            };
            if let Some(at) = goes {
                toasts.remove(at);
            }
        });
    }

    /// The context of views of the open workbook.
    pub fn cx(self, desk: Desk) -> Cx {
        Cx { app: self, desk, lang: self.lang.get(), depth: self.depth.get() }
    }
}
