//! The way from the list of workbooks to the code that works on one: documents and their declarations, reading and
//! writing them, keeping every change, and the worksheets themselves. The list shows what each workbook says of itself
//! and needs none of that, so all of it stands in the part `workbook`, behind this one table.

use crate::ui::prelude::*;

use crate::model::Id;
use crate::storage::{Card, Event, Store};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::opened::{self, Opening};
use crate::ui::samples::Sample;
use crate::ui::{files, keys, samples, shell};

/// What can be done with a workbook.
pub struct Work {
    /// Draws the open workbook: header, rail, worksheets, fields.
    pub view: fn(Cx) -> AnyView,
    /// Opens the workbook with this id. False when it cannot be opened.
    pub open: fn(App, Store, String) -> Opening,
    /// The storage says that the open workbook has changed.
    pub changed: fn(App, Event),
    /// Makes a new workbook under this name and opens it.
    pub create: fn(App, &str),
    /// Makes a copy of a workbook on the shelf.
    pub duplicate: fn(App, Card),
    /// Opens a workbook at its account name.
    pub rename: fn(App, &Id),
    /// Opens a copy of a worked example.
    pub open_sample: fn(App, &'static Sample),
    /// Reads a text that was pasted and asks what to do with it.
    pub receive_text: fn(App, &str),
    /// Offers the open workbook as a file.
    pub export: fn(App),
    /// Writes what is not written yet, and offers a file.
    pub save: fn(App),
    /// Takes the last step back.
    pub undo: fn(App),
    /// Does the last undone step again.
    pub redo: fn(App),
}

/// The one table.
pub static WORK: Work = Work {
    view: shell::workbook,
    open: opened::open,
    changed: opened::changed,
    create: files::create,
    duplicate: files::duplicate,
    rename: files::rename,
    open_sample: samples::open_sample,
    receive_text: files::receive_text,
    export: files::export,
    save: files::save,
    undo: keys::undo,
    redo: keys::redo,
};
