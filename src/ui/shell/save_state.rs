//! The save indicator: it says what is true, and announces changes of state only.

use crate::ui::prelude::*;

use crate::i18n::ui as words;
use crate::model::Lang;
use crate::storage::SaveState;
use crate::ui::app::App;

/// The indicator.
pub fn view(app: App, lang: Lang) -> AnyView {
    let state = app.save;
    let text = move || {
        let words = match state.get() {
            SaveState::Saving => words::SAVING,
            SaveState::Saved => words::SAVED,
            SaveState::Degraded => words::DEGRADED,
            SaveState::Unsaved => words::UNSAVED,
            SaveState::Memory => words::MEMORY,
            SaveState::ReadOnly => words::READONLY,
        };
        words.get(lang)
    };
    let at = move || {
        (state.get() == SaveState::Saved)
            .then(|| app.saved_at.get())
            .filter(|at| !at.is_empty())
            .map(|at| format!(" · {at}"))
    };
    view! {
        <span class="save" data-save-state=move || state.get().key() title=words::ON_THIS_DEVICE.get(lang)>
            <span class="words">
                <span role="status" aria-live="polite">{text}</span>
                <span aria-hidden="true">{at}</span>
            </span>
        </span>
    }
    .into_any()
}
