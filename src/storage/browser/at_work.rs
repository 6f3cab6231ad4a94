//! What is done with an open workbook from code that starts before there is one. The list of workbooks comes up without
//! the code that reads, writes and keeps a document; opening a workbook brings it along, and this is where it is found.

use super::page;
use super::store::Store;

/// What an open workbook needs done.
pub(super) struct AtWork {
    /// It is closed.
    close: fn(&Store),
    /// The database has come, later than the workbook.
    database_came: fn(&Store),
}

static AT_WORK: AtWork = AtWork { close: Store::close, database_came: Store::take_up_late };

impl Store {
    /// From now on there are workbooks to look after.
    pub(super) fn be_at_work(&self) {
        if self.0.at_work.replace(Some(&AT_WORK)).is_none() {
            page::listen_for_the_open_workbook(self);
        }
    }

    /// The open workbook is closed, if there is one: what is not written is written, and other tabs may write from now on.
    pub fn leave(&self) {
        if let Some(work) = self.0.at_work.get() {
            (work.close)(self);
        }
    }

    /// The database came while a workbook was open already.
    pub(super) fn note_late_database(&self) {
        if let Some(work) = self.0.at_work.get() {
            (work.database_came)(self);
        }
    }
}
