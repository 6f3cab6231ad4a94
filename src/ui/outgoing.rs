//! The open workbook as a file to keep and to send, with the part of its past that travels.

use crate::ui::prelude::*;

use super::app::App;
use super::{dom, files, past};
use crate::file::Workbook;
use crate::model::Id;

/// A workbook on its way out, as it was when somebody asked for the file.
pub struct Outgoing {
    /// The name of the file.
    pub name: String,
    workbook: Workbook,
}

/// The open workbook on its way out.
pub fn outgoing(app: App) -> Option<Outgoing> {
    let desk = app.desk.get_untracked()?;
    let workbook = files::open_workbook(app, desk);
    let author = if workbook.copy.is_some() { workbook.author.as_str() } else { "" };
    Some(Outgoing { name: files::exported_name(&workbook.document, author, "json"), workbook })
}

impl Outgoing {
    /// Which workbook it is.
    pub fn id(&self) -> Id {
        self.workbook.document.id.clone()
    }

    /// The text of the file. Each file counts itself.
    pub async fn text(&mut self, app: App) -> String {
        let (id, rev) = (self.id(), self.workbook.rev + 1);
        self.workbook.rev = rev;
        if let Some(store) = app.store() {
            store.update_envelope(|open| {
                if open.document.id == id {
                    open.rev = rev;
                }
            });
            // A copy that was handed out goes back as what it is.
            if self.workbook.copy.is_none() && store.keeps_history() {
                let more = store.travelling(id.as_str(), &self.workbook.snapshots).await;
                self.workbook.snapshots.extend(more);
            }
        }
        files::file_text(&self.workbook)
    }

    /// Hands the text to the browser's downloads.
    pub fn download(&self, app: App, text: &str) {
        dom::download(&self.name, "application/json", text);
        past::capacity::note_export(app, self.id().as_str());
    }
}

/// Offers the open workbook as a file.
pub fn export(app: App) {
    let Some(mut outgoing) = outgoing(app) else { return };
    leptos::task::spawn_local(async move {
        let text = outgoing.text(app).await;
        outgoing.download(app, &text);
    });
}
