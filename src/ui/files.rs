//! Workbooks coming and going: new ones, files opened and files saved.

use std::cell::RefCell;
use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen_futures::JsFuture;

use super::app::{App, Dialog};
use super::cx::Cx;
use super::opened::card_of;
use super::route::Route;
use super::{dom, late};
use crate::analysis::{Book, Memo as Memory, catalogue};
use crate::change::{apply, edit};
use crate::file::write::{Options, to_json};
use crate::file::{Import, ReadError, Workbook, csv, name, read};
use crate::i18n::ui as words;
use crate::model::{Document, Id, Lang, Place, TableDef, Value};
use crate::storage::Card;
use crate::worksheets::{account, new_document};

/// A file that was read and waits for the decision what to do with it.
#[derive(Clone)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// What it holds, or why it cannot be opened.
    pub read: Result<Import, ReadError>,
}

/// Makes a new workbook and opens it.
pub fn create(app: App, name: &str) {
    let lang = app.lang.get_untracked();
    let mut document = new_document(dom::new_id(), lang);
    let (currency, unit) = if lang == Lang::Zh { ("CNY", "ten_thousand") } else { ("USD", "thousand") };
    let today = dom::today();
    let year = today.year();
    let form = |slot, text: String| (Place::form(account::plan::TABLE, slot), Value::text(text));
    let values = [
        (Place::form(account::profile::TABLE, account::profile::NAME.slot), Value::text(name)),
        form(account::plan::CURRENCY.slot, currency.to_owned()),
        form(account::plan::UNIT.slot, unit.to_owned()),
        form(account::plan::PERIOD_FROM.slot, format!("{year}-01-01")),
        form(account::plan::PERIOD_TO.slot, format!("{year}-12-31")),
    ];
    for (place, value) in values {
        let patch = edit::set(&document, place, value);
        apply(&mut document, &patch);
    }
    take_in(app, Workbook::new(document), "account");
}

/// Puts a workbook on the shelf and opens it.
pub fn take_in(app: App, workbook: Workbook, page: &'static str) {
    let Some(store) = app.store() else { return };
    let card = card_of(&workbook.document);
    let id = workbook.document.id.clone();
    store.create(workbook, card);
    app.shelf.set(store.shelf());
    app.go(Route::page(id.as_str(), page));
}

/// Duplicates a workbook on the shelf.
pub fn duplicate(app: App, card: Card) {
    leptos::task::spawn_local(async move {
        let Some(store) = app.store() else { return };
        let Ok(opened) = store.load(card.id.as_str()).await else { return };
        store.leave();
        let mut document = opened.document;
        document.id = dom::new_id();
        let lang = app.lang.get_untracked();
        let name = words::fill(words::COPY_OF.get(lang), &[&card.account]);
        let place = Place::form(account::profile::TABLE, account::profile::NAME.slot);
        let patch = edit::set(&document, place, Value::text(name));
        apply(&mut document, &patch);
        let card = card_of(&document);
        store.create(Workbook::new(document), card);
        app.shelf.set(store.shelf());
    });
}

/// Opens a workbook at its account name, ready to be written over.
pub fn rename(app: App, id: &Id) {
    app.go(Route::page(id.as_str(), "account"));
    let name = Place::form(account::profile::TABLE, account::profile::NAME.slot);
    super::keys::once_there(move || {
        let Some(control) = dom::control_of(&name) else { return false };
        dom::focus(&control);
        dom::as_input(&control).select();
        true
    });
}

/// Deletes a workbook; the notice brings it back.
pub fn delete(app: App, card: &Card) {
    let Some(store) = app.store() else { return };
    let Some(deleted) = store.delete(card.id.as_str()) else { return };
    app.shelf.set(store.shelf());
    let lang = app.lang.get_untracked();
    let text = words::fill(words::DELETED_WORKBOOK.get(lang), &[&card.account]);
    let deleted = RefCell::new(Some(deleted));
    let back = Rc::new(move || {
        if let (Some(store), Some(deleted)) = (app.store(), deleted.take()) {
            store.restore(deleted);
            app.shelf.set(store.shelf());
        }
    });
    app.toast_text(text, Some((words::RESTORE, back)));
}

/// A workbook as the file people share, with every result in it.
pub fn file_text(workbook: &Workbook) -> String {
    let memory = Memory::default();
    let book = Book::new(&workbook.document, dom::today(), &memory);
    let results = catalogue::all_answers(&book);
    let options = Options { pretty: true, results: Some(&results), as_of: dom::today(), exported_at: &dom::now_utc() };
    to_json(workbook, &options)
}

/// Name of a file: account, who filled it where it is a copy, and date.
pub fn exported_name(document: &Document, author: &str, extension: &str) -> String {
    let account = document.form(account::profile::TABLE).get(account::profile::NAME).unwrap_or("KAMSheet");
    let about = if author.is_empty() { account.to_owned() } else { format!("{account}-{author}") };
    name::file_name(&about, dom::today(), extension)
}

/// The open workbook with what travels with it.
pub fn open_workbook(app: App, desk: super::desk::Desk) -> Workbook {
    let kept = app.store().and_then(|store| store.workbook());
    let document = desk.with(Clone::clone);
    match kept.filter(|kept| kept.document.id == document.id) {
        Some(kept) => Workbook { document, ..kept },
        None => Workbook::new(document),
    }
}

/// Offers the open workbook as a file.
pub fn export(app: App) {
    late::with(app, move |late| (late.export)(app));
}

/// Ctrl+S: everything is kept anyway; this makes a file.
pub fn save(app: App) {
    if let Some(store) = app.store() {
        store.flush();
    }
    late::with(app, move |late| (late.save)(app));
}

/// A button that opens a file.
pub fn picker(app: App, lang: Lang) -> AnyView {
    let chosen = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let files = input.files();
        if let Some(file) = files.and_then(|files| files.get(0)) {
            receive(app, file);
        }
        input.set_value("");
    };
    view! {
        <label class="btn file">
            {words::IMPORT.get(lang)}
            <input type="file" accept=".json,application/json" data-action="import" on:change=chosen />
        </label>
    }
    .into_any()
}

/// Reads a file and shows what is in it before anything changes.
pub fn receive(app: App, file: web_sys::File) {
    late::with(app, move |late| (late.receive)(app, file));
}

/// The same, once the code for it is there.
pub fn receive_now(app: App, file: web_sys::File) {
    leptos::task::spawn_local(async move {
        let name = file.name();
        let read = match contents(&file).await {
            Some(Ok(bytes)) if super::past::rescue::take_back(app, &bytes) => return,
            Some(Ok(bytes)) => read::read_bytes(&bytes, &mut dom::new_id),
            Some(Err(error)) => Err(error),
            None => return,
        };
        show(app, Incoming { name, read });
    });
}

/// Reads a text that was pasted and shows what is in it.
pub fn receive_text(app: App, text: &str) {
    let read = read::read_text(text, &mut dom::new_id);
    show(app, Incoming { name: "…".to_owned(), read });
}

/// Shows what was read and asks what to do with it.
pub fn show(app: App, incoming: Incoming) {
    app.incoming.set(Some(incoming));
    app.dialog.set(Some(Dialog::Import));
}

/// Reads a file; nothing where the browser cannot give its contents.
pub async fn read_file(file: web_sys::File) -> Option<Incoming> {
    let read = contents(&file).await?.and_then(|bytes| read::read_bytes(&bytes, &mut dom::new_id));
    Some(Incoming { name: file.name(), read })
}

/// The bytes of a file, unless it is too large; nothing where the browser cannot give them.
async fn contents(file: &web_sys::File) -> Option<Result<Vec<u8>, ReadError>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size")]
    let size = file.size() as usize;
    let most = crate::file::decode::MOST_BYTES;
    if size > most {
        return Some(Err(ReadError::TooLarge { size, most }));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Ok(js_sys::Uint8Array::new(&buffer).to_vec()))
}

/// The files of a list.
pub fn all_of(files: web_sys::FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Files dropped on a workbook are copies that came back where there are several, or where copies are merged.
fn receive_dropped(app: App, mut files: Vec<web_sys::File>) {
    let on_copies = matches!(app.route.get_untracked(), Route::Page { page, .. } if page == "copies");
    if app.desk.get_untracked().is_some() && (files.len() > 1 || on_copies) {
        late::with(app, move |late| (late.returned)(app, files));
    } else if !files.is_empty() {
        receive(app, files.swap_remove(0));
    }
}

/// Takes what was read as a workbook of its own.
pub fn add_incoming(app: App, incoming: Incoming) {
    let Ok(import) = incoming.read else { return };
    let mut workbook = import.workbook;
    let taken = app.shelf.with_untracked(|shelf| shelf.iter().any(|card| card.id == workbook.document.id));
    if taken {
        workbook.document.id = dom::new_id();
    }
    let lang = app.lang.get_untracked();
    let account = card_of(&workbook.document).account;
    let account = if account.is_empty() { words::NO_NAME.get(lang).to_owned() } else { account };
    take_in(app, workbook, "account");
    app.toast_text(words::fill(words::IMPORTED.get(lang), &[&account]), None);
}

/// Puts what was read in place of the open workbook: one step of undo.
pub fn replace_with_incoming(app: App, incoming: Incoming) {
    let (Ok(import), Some(desk)) = (incoming.read, app.desk.get_untracked()) else { return };
    let patch = desk.with(|document| crate::change::diff::diff(document, &import.workbook.document));
    if let Some(store) = app.store() {
        store.before_import();
    }
    desk.commit(patch, false);
    app.toast_undo(words::REPLACED.get(app.lang.get_untracked()).to_owned(), desk);
}

/// Files dropped anywhere, and a workbook pasted as text outside a field.
pub fn listen_for_drops(app: App) {
    let over = window_event_listener(ev::dragover, |event| {
        if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        let files = event.data_transfer().and_then(|data| data.files()).map(all_of).unwrap_or_default();
        if !files.is_empty() {
            event.prevent_default();
            receive_dropped(app, files);
        }
    });
    let pasted = window_event_listener(ev::paste, move |event| {
        let typing = dom::focused().is_some_and(|element| {
            element.has_attribute("data-field") || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA")
        });
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        if !typing && text.trim_start().starts_with('{') {
            event.prevent_default();
            late::with_work(app, move |work| (work.receive_text)(app, &text));
        }
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
        pasted.remove();
    });
}

/// Offers one table as CSV.
pub fn export_csv(cx: Cx, table: &'static TableDef) {
    let text = cx.desk.with(|document| csv::write_table(document, table, cx.lang));
    dom::download(&format!("{}.csv", table.path), "text/csv;charset=utf-8", &text);
}
