//! Help: how the app is meant to be used, shortcuts, colours, and what is promised about the data.

use crate::ui::prelude::*;

use super::modal_in;
use crate::i18n::{help, ui as words};
use crate::model::Lang;
use crate::ui::app::App;
use crate::ui::prefs;

/// The dialog.
pub fn view(app: App, lang: Lang) -> AnyView {
    let paragraphs = help::PARAGRAPHS.iter().map(|(title, text)| {
        view! { <h3>{title.get(lang)}</h3><p>{text.get(lang)}</p> }
    });
    let shortcuts = help::SHORTCUTS.iter().map(|(keys, what)| {
        view! { <div><dt><kbd>{*keys}</kbd></dt><dd>{what.get(lang)}</dd></div> }
    });
    let body = view! {
        <p>{crate::ui::room::tour::button(app, lang)}</p>
        <div class="help-text">{paragraphs.collect_view()}</div>
        <h3>{if lang == Lang::Zh { "快捷键" } else { "Shortcuts" }}</h3>
        <dl class="shortcuts">{shortcuts.collect_view()}</dl>
        <h3>{words::THEME.get(lang)}</h3>
        {themes(lang)}
        <p class="hint">"KAMSheet "{env!("CARGO_PKG_VERSION")}</p>
    }
    .into_any();
    modal_in(lang, words::HELP.get(lang).to_owned(), "help", body, move || app.dialog.set(None))
}

fn themes(lang: Lang) -> AnyView {
    let chosen = RwSignal::new(prefs::theme());
    let all = [("", words::THEME_AUTO), ("light", words::THEME_LIGHT), ("dark", words::THEME_DARK)];
    let buttons = all.map(|(key, name)| {
        let choose = move |_| {
            prefs::set_theme(key);
            chosen.set(key.to_owned());
        };
        view! { <button type="button" data-action="theme" data-value=key aria-pressed=move || (chosen.get() == key).to_string() on:click=choose>{name.get(lang)}</button> }
    });
    view! { <span class="seg" role="group" aria-label=words::THEME.get(lang)>{buttons.collect_view()}</span> }
        .into_any()
}
