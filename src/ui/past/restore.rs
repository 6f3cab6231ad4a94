//! Bringing back: one patch, a snapshot before it, and a notice with the way back.

use super::Past;
use crate::change::Patch;
use crate::storage::SnapshotKind;

/// Applies what brings something back. What is there now becomes a kept state first.
pub fn bring_back(past: Past, patch: Patch, notice: String) {
    let cx = past.cx;
    if patch.is_empty() {
        return;
    }
    let remembering = cx.app.store().map(|store| store.remember("", SnapshotKind::BeforeRestore));
    cx.desk.close_step();
    cx.desk.commit(patch, false);
    cx.desk.close_step();
    cx.app.toast_undo(notice, cx.desk);
    leptos::task::spawn_local(async move {
        if let Some(remembering) = remembering {
            remembering.await;
            past.reload();
        }
    });
    // The button that was pressed is gone with the difference.
    crate::ui::dom::next_frame(super::focus_state);
}
