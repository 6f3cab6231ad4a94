//! Opening a workbook on the page, and what the list of workbooks shows of it.

use std::pin::Pin;
use std::rc::Rc;

use crate::ui::prelude::*;

use super::app::App;
use super::desk::Desk;
use super::dom;
use crate::analysis::{Book, Memo as Memory, completeness};
use crate::i18n::{past, ui as words};
use crate::model::Document;
use crate::storage::{Card, Event, Store};
use crate::worksheets::account;

/// A workbook that is being opened: whether it could be.
pub type Opening = Pin<Box<dyn Future<Output = bool>>>;

/// Opens the workbook with this id; says so when it cannot be opened.
pub fn open(app: App, store: Store, id: String) -> Opening {
    Box::pin(async move {
        let lang = app.lang.get_untracked();
        let Ok(opened) = store.load(&id).await else {
            app.toast(lang, words::NOT_FOUND);
            return false;
        };
        lay_out(app, opened.document);
        if opened.safe_mode {
            app.toast(lang, past::SAFE_MODE);
        }
        true
    })
}

/// Another tab changed the open workbook, or it was replaced.
pub fn changed(app: App, event: Event) {
    match event {
        Event::Remote(patch) => {
            if let Some(desk) = app.desk.get_untracked() {
                desk.receive(&patch);
            }
        }
        Event::Reloaded(document) => lay_out(app, document),
        Event::State(_) | Event::Trouble(_) | Event::ShelfChanged => {}
    }
}

/// Puts a document on the desk.
fn lay_out(app: App, document: Document) {
    let desk = Desk::open(document);
    if let Some(store) = app.store() {
        desk.set_keeper(Rc::new(move |document, patch| store.keep(document, patch, card_of)));
    }
    super::copies::take_author(app, desk);
    app.desk.set(Some(desk));
}

/// The name of the account.
pub fn account_name(document: &Document) -> String {
    document.form(account::profile::TABLE).get(account::profile::NAME).unwrap_or_default().to_owned()
}

/// What the shelf says about a workbook.
pub fn card_of(document: &Document) -> Card {
    use account::plan;
    let memory = Memory::default();
    let book = Book::new(document, dom::today(), &memory);
    let sheets = ["w1", "w2", "w3", "w4", "w5", "w6"];
    let filled: Vec<f64> =
        sheets.iter().filter_map(|sheet| completeness::completeness(&book, sheet).as_number()).collect();
    let dates = document.form(plan::TABLE);
    let period = match (dates.get(plan::PERIOD_FROM), dates.get(plan::PERIOD_TO)) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        _ => String::new(),
    };
    Card {
        id: document.id.clone(),
        account: account_name(document),
        period,
        progress: crate::analysis::stats::mean(&filled).unwrap_or(0.0),
        changed: dom::now_utc(),
        lang: document.lang,
    }
}
