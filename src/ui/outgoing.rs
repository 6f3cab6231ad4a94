//! The open workbook as a file to keep and to send, with the part of its past that travels.

use crate::ui::prelude::*;

use super::app::App;
use super::{dom, files, past};
use crate::file::Workbook;

/// Offers the open workbook as a file.
pub fn export(app: App) {
    let Some(desk) = app.desk.get_untracked() else { return };
    past::capacity::note_export(desk.id().as_str());
    let store = app.store();
    if let Some(store) = &store {
        store.update_envelope(|workbook| workbook.rev += 1);
    }
    let mut workbook = files::open_workbook(app, desk);
    // A copy that was handed out goes back as what it is.
    let Some(store) = store.filter(|store| workbook.copy.is_none() && store.keeps_history()) else {
        return offer(&workbook);
    };
    leptos::task::spawn_local(async move {
        let more = store.travelling(workbook.document.id.as_str(), &workbook.snapshots).await;
        workbook.snapshots.extend(more);
        offer(&workbook);
    });
}

fn offer(workbook: &Workbook) {
    let author = if workbook.copy.is_some() { workbook.author.as_str() } else { "" };
    let name = files::exported_name(&workbook.document, author, "json");
    dom::download(&name, "application/json", &files::file_text(workbook));
}
