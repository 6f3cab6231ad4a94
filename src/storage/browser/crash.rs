//! Notes of crashes: the second one on the same data opens safe mode.

use super::local::Local;
use crate::storage::keys;

thread_local! {
    static OPEN: std::cell::RefCell<Option<String>> = const { std::cell::RefCell::new(None) };
    static CRASHED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Remembers which workbook is open, for the note.
pub(super) fn open_is(id: &str) {
    OPEN.with_borrow_mut(|open| *open = Some(id.to_owned()));
}

/// Nothing is open.
pub(super) fn nothing_is_open() {
    OPEN.with_borrow_mut(|open| *open = None);
}

/// Whether the program has stopped, by a panic or by a trap, which only the page notices: nothing is written any more,
/// because what is in memory may be half done.
pub(super) fn has_happened() -> bool {
    let root = super::platform::window().and_then(|window| window.document()?.document_element());
    CRASHED.get() || root.is_some_and(|root| root.has_attribute("data-crashed"))
}

/// Notes that the page crashed. Called from the panic hook, so it takes no part in anything that may have panicked.
pub fn note_crash() {
    // A stopped program may go on stumbling; that is one crash.
    if CRASHED.replace(true) {
        return;
    }
    let Some(id) = OPEN.with(|open| open.try_borrow().ok().and_then(|open| open.clone())) else { return };
    let Some(local) = Local::probe() else { return };
    let before = local.get(keys::CRASH).unwrap_or_default();
    let count = crashes_of(&before, &id) + 1;
    let _ = local.set(keys::CRASH, &format!("{count} {id}").as_str().into());
}

/// Whether this workbook crashed the page twice in a row.
pub(super) fn needs_safe_mode(local: &Local, id: &str) -> bool {
    crashes_of(&local.get(keys::CRASH).unwrap_or_default(), id) >= 2
}

/// Forgets the crashes: the workbook was open and worked.
pub(super) fn forget(local: &Local) {
    if local.get_exact(keys::CRASH).is_some() {
        local.remove(keys::CRASH);
    }
}

fn crashes_of(note: &str, id: &str) -> u32 {
    match note.split_once(' ') {
        Some((count, of)) if of == id => count.parse().unwrap_or(0),
        _ => 0,
    }
}
