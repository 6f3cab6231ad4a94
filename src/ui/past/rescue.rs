//! A file of the recovery page, opened: its workbooks come back, each as a workbook of its own.

use crate::ui::prelude::*;

use crate::file::decode::decode;
use crate::i18n::past as words;
use crate::i18n::ui::{NO_NAME, fill};
use crate::storage::rescue;
use crate::ui::app::App;
use crate::ui::dom;
use crate::ui::opened::card_of;

/// Takes the workbooks of a file of the recovery page. False when it is no such file.
pub fn take_back(app: App, bytes: &[u8]) -> bool {
    let Ok(decoded) = decode(bytes) else { return false };
    if !rescue::is_rescue(&decoded.text) {
        return false;
    }
    let lang = app.lang.get_untracked();
    let Some(store) = app.store() else { return false };
    let found = rescue::workbooks(&decoded.text, &mut dom::new_id).unwrap_or_default();
    let count = found.len();
    let mut name = String::new();
    for mut workbook in found {
        let taken = store.shelf().iter().any(|card| card.id == workbook.document.id);
        if taken {
            workbook.document.id = dom::new_id();
        }
        let card = card_of(&workbook.document);
        name.clone_from(&card.account);
        store.create(workbook, card);
    }
    app.shelf.set(store.shelf());
    if name.is_empty() {
        name = NO_NAME.get(lang).to_owned();
    }
    let text = match count {
        0 => words::NOTHING_TO_RESCUE.get(lang).to_owned(),
        1 => fill(words::RESCUED_ONE.get(lang), &[&name]),
        _ => fill(words::RESCUED.get(lang), &[&count.to_string()]),
    };
    app.toast_text(text, None);
    if count > 0 {
        app.go(crate::ui::route::Route::Home);
    }
    true
}
