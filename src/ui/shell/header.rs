//! The bar on top: which account, saved or not, and the switches.

use crate::ui::prelude::*;

use super::save_state;
use crate::i18n::ui as words;
use crate::model::{Bi, Depth, Lang};
use crate::ui::app::{App, Dialog};
use crate::ui::cx::Cx;
use crate::ui::route::Route;
use crate::ui::{copies, dom, files, keys, prefs, printing};
use crate::worksheets::account;

/// The bar of the home page.
pub fn of_home(app: App, lang: Lang) -> AnyView {
    view! {
        <header class="top">
            {mark()}
            <span class="grow"></span>
            {language(app, lang)}
            {help(app, lang)}
        </header>
    }
    .into_any()
}

/// The bar of a workbook.
pub fn of_workbook(cx: Cx) -> AnyView {
    let app = cx.app;
    let account = move || {
        use account::profile::{NAME, TABLE};
        cx.desk
            .record(TABLE, None, None, |record| record.get(NAME).map(str::to_owned))
            .unwrap_or_else(|| cx.t(words::NO_NAME).to_owned())
    };
    let about = move || format!("{} · {}", period(cx), cx.money_words());
    view! {
        <header class="top">
            {mark()}
            <span class="account">{account}</span>
            <span class="about">{about}</span>
            <span class="grow"></span>
            {save_state::view(app, cx.lang)}
            {steps(cx)}
            {depths(cx)}
            {language(app, cx.lang)}
            <button type="button" class="btn quiet" data-action="find" title="Ctrl+K" on:click=move |_| keys::find(app)>{cx.t(words::FIND)}</button>
            <button type="button" class="btn quiet wide-only" data-action="prompts" on:click=move |_| app.dialog.set(Some(Dialog::Prompts))>{cx.t(words::PROMPTS)}</button>
            <button type="button" class="btn wide-only" data-action="print" on:click=move |_| printing::print()>{cx.t(words::PRINT)}</button>
            {share(cx)}
            {help(app, cx.lang)}
        </header>
    }
    .into_any()
}

fn period(cx: Cx) -> String {
    use account::plan::{PERIOD_FROM, PERIOD_TO, TABLE};
    cx.desk.record(TABLE, None, None, |record| match (record.get(PERIOD_FROM), record.get(PERIOD_TO)) {
        (Some(from), Some(to)) if from.month() == 1 && to.month() == 12 && from.year() == to.year() => match cx.lang {
            Lang::Zh => format!("{}年度", from.year()),
            Lang::En => format!("{}", from.year()),
        },
        (Some(from), Some(to)) => format!("{from} – {to}"),
        _ => String::new(),
    })
}

fn mark() -> AnyView {
    view! { <a class="mark" href="#/">"KAM"<i>"Sheet"</i></a> }.into_any()
}

fn steps(cx: Cx) -> AnyView {
    let app = cx.app;
    let can = cx.desk.can;
    view! {
        <span class="steps">
            <button type="button" class="icon" data-action="undo" title="Ctrl+Z" aria-label=cx.t(words::UNDO) disabled=move || !can.get().0 on:click=move |_| keys::undo(app)>"↶"</button>
            <button type="button" class="icon" data-action="redo" title="Ctrl+Shift+Z" aria-label=cx.t(words::REDO) disabled=move || !can.get().1 on:click=move |_| keys::redo(app)>"↷"</button>
        </span>
    }
    .into_any()
}

fn depths(cx: Cx) -> AnyView {
    let app = cx.app;
    let name = |depth: Depth| -> Bi {
        match depth {
            Depth::Quick => words::QUICK,
            Depth::Standard => words::STANDARD,
            Depth::Full => words::FULL,
        }
    };
    let buttons = Depth::ALL.map(|depth| {
        let pressed = (depth == cx.depth).to_string();
        let choose = move |_| {
            prefs::set_depth(depth);
            redraw(format!("[data-action=\"depth\"][data-value=\"{}\"]", depth.key()));
            app.depth.set(depth);
        };
        view! { <button type="button" data-action="depth" data-value=depth.key() aria-pressed=pressed on:click=choose>{cx.t(name(depth))}</button> }
    });
    view! { <span class="seg" role="group" aria-label=cx.t(words::DEPTH)>{buttons.collect_view()}</span> }.into_any()
}

/// One switch with both languages on it.
fn language(app: App, lang: Lang) -> AnyView {
    let other = lang.other();
    let choose = move |_| {
        prefs::set_language(other);
        redraw("[data-action=\"language\"]".to_owned());
        app.lang.set(other);
    };
    let half = |one: Lang, name: &'static str| view! { <span class:on=one == lang lang=one.tag()>{name}</span> };
    view! {
        <button type="button" class="seg switch" data-action="language" title=words::LANGUAGE.get(lang) on:click=choose>
            {half(Lang::Zh, "中文")}
            {half(Lang::En, "EN")}
        </button>
    }
    .into_any()
}

/// The page is drawn anew: the focus goes back to the switch.
fn redraw(selector: String) {
    keys::once_there(move || {
        let Some(control) = dom::find(&selector) else { return false };
        let _ = control.focus();
        true
    });
}

fn share(cx: Cx) -> AnyView {
    let app = cx.app;
    view! {
        <button type="button" class="btn main" data-action="export-json" title=cx.t(words::EXPORT_HELP) on:click=move |_| files::export(app)>{cx.t(words::EXPORT)}</button>
        <details class="menu" data-menu="more">
            <summary class="icon" aria-label=cx.t(words::MORE) title=cx.t(words::MORE)>"⋯"</summary>
            <div class="sheetlet">
                <button type="button" data-action="share" on:click=move |_| copies::go_to_share(app)>{cx.t(crate::i18n::copies::SHARE_MENU)}</button>
                {files::picker(app, cx.lang)}
                <button type="button" class="narrow-only" on:click=move |_| printing::print()>{cx.t(words::PRINT)}</button>
                <button type="button" class="narrow-only" on:click=move |_| app.dialog.set(Some(Dialog::Prompts))>{cx.t(words::PROMPTS)}</button>
                <button type="button" data-action="help-more" on:click=move |_| app.dialog.set(Some(Dialog::Help))>{cx.t(words::HELP)}</button>
                <button type="button" on:click=move |_| app.go(Route::Home)>{cx.t(words::ALL_WORKBOOKS)}</button>
            </div>
        </details>
    }
    .into_any()
}

fn help(app: App, lang: Lang) -> AnyView {
    view! {
        <button type="button" class="icon" data-action="help" title="?" aria-label=words::HELP.get(lang) on:click=move |_| app.dialog.set(Some(Dialog::Help))>"?"</button>
    }
    .into_any()
}
