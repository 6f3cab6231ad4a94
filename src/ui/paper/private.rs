//! Rows marked private: left out of what is made for paper unless somebody wants them there.

use crate::ui::prelude::*;

use crate::change::private;
use crate::i18n::paper as words;
use crate::ui::cx::Cx;
use crate::ui::desk::Desk;

/// The workbook to print: as it is, or without its private rows, so that no figure and no picture can give them away.
pub fn shown(cx: Cx, with_private: bool) -> Cx {
    if with_private || cx.desk.with(private::count) == 0 {
        return cx;
    }
    Cx { desk: Desk::open(cx.desk.with(private::without)), ..cx }
}

/// The switch, where there is anything private.
pub fn switch(cx: Cx, with_private: RwSignal<bool>) -> AnyView {
    let count = Memo::new(move |_| {
        cx.desk.changed.track();
        cx.desk.with(private::count)
    });
    let view = move || {
        let count = count.get();
        if count == 0 {
            return ().into_any();
        }
        let said = cx.tf(words::WITH_PRIVATE, &[&count.to_string()]);
        let is_on = with_private.get_untracked();
        view! {
            <p class="private-rows">
                <label><input type="checkbox" data-choice="with-private" checked=is_on on:change=move |event| with_private.set(event_target_checked(&event))/>{said}</label>
                <span class="hint">{cx.t(words::PRIVATE_OUT)}</span>
            </p>
        }
        .into_any()
    };
    view.into_any()
}
