//! The frame of the page: header, rail, the page itself, notices and dialogs.

mod header;
mod rail;
mod save_state;
mod toasts;
mod trouble;

use crate::ui::prelude::*;

use super::app::App;
use super::cx::Cx;
use super::route::Route;
use super::{files, home, late, pages, prefs, sheet};
use crate::i18n::ui as words;
use crate::model::{Bi, bi};
use crate::worksheets::sheets;

/// The whole page. It is drawn anew when the language or the depth changes.
pub fn view(app: App) -> AnyView {
    Effect::new(move |_| {
        prefs::apply_language(app.lang.get());
    });
    files::listen_for_drops(app);
    let main = move || match app.desk.get() {
        None => home_page(app),
        Some(desk) => app.work.get().map_or_else(AnyView::new, |work| {
            let cx = app.cx(desk);
            untrack(|| (work.view)(cx))
        }),
    };
    let dialogs = move || app.late.get().map(|late| (late.home_dialogs)(app));
    let tour = move || app.late.get().map(|late| (late.tour)(app));
    view! { {main}{toasts::view(app)}{dialogs}{tour} }.into_any()
}

fn home_page(app: App) -> AnyView {
    let lang = app.lang.get();
    title(words::HOME_TITLE.get(lang));
    view! {
        {header::of_home(app, lang)}
        {trouble::view(app, lang)}
        <main class="home" id="main">{home::view(app, lang)}</main>
    }
    .into_any()
}

/// An open workbook: header, rail and the page.
pub fn workbook(cx: Cx) -> AnyView {
    let app = cx.app;
    let route = Memo::new(move |_| match app.route.get() {
        Route::Page { page, .. } => page,
        Route::Home => String::new(),
    });
    let content = move || {
        let page = route.get();
        let account = cx.desk.with(super::opened::account_name);
        let name = page_name(&page).get(cx.lang);
        title(&if account.is_empty() { name.to_owned() } else { format!("{name} · {account}") });
        match sheets::sheet_of_page(&page) {
            Some(sheet) => untrack(|| sheet::page(cx, sheet)),
            None => pages::extra(&page).map_or_else(|| ().into_any(), |extra| late::page(cx, extra)),
        }
    };
    view! {
        <a class="skip" href="#main" on:click=|event| { event.prevent_default(); if let Some(main) = super::dom::find("#main h1") { super::dom::focus(&main); } }>{cx.t(words::SKIP)}</a>
        {header::of_workbook(cx)}
        {trouble::view(app, cx.lang)}
        {late::place(cx, move |late| (late.copy_line)(cx))}
        <div class="desk">
            {rail::view(cx, route)}
            <main id="main">{content}</main>
        </div>
        {late::place(cx, move |late| (late.dialogs)(cx, route))}
    }
    .into_any()
}

fn page_name(page: &str) -> Bi {
    let sheet = sheets::sheet_of_page(page).map(|sheet| sheet.name);
    sheet.or_else(|| pages::extra(page).map(|extra| extra.name)).unwrap_or(bi("", ""))
}

fn title(name: &str) {
    super::dom::document().set_title(&format!("{name} · KAMSheet"));
}
