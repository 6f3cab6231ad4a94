//! The home page: the workbooks on this device; on the first visit an invitation.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::app::App;
use super::route::Route;
use super::{dom, files, late, prefs, samples};
use crate::i18n::{format, room, ui as words};
use crate::model::{Date, Lang};
use crate::storage::Card;

/// The page.
pub fn view(app: App, lang: Lang) -> AnyView {
    let empty = Memo::new(move |_| app.shelf.with(Vec::is_empty));
    view! {
        <h1 class="question" tabindex="-1">{words::HOME_TITLE.get(lang)}</h1>
        <p class="leadline">{words::HOME_LEAD.get(lang)}</p>
        {move || if empty.get() { invitation(app, lang) } else { shelf(app, lang) }}
        <p class="foot">{words::ON_THIS_DEVICE.get(lang)}" "{words::BACKUP_HINT.get(lang)}</p>
        {move || app.late.get().map(|late| (late.space)(app, lang))}
    }
    .into_any()
}

/// Two ways to begin.
fn invitation(app: App, lang: Lang) -> AnyView {
    view! {
        <div class="invite">
            <section>
                <h2>{words::START_OWN.get(lang)}</h2>
                <p>{words::START_OWN_HELP.get(lang)}</p>
                {new_form(app, lang)}
            </section>
            <section>
                <h2>{words::SEE_EXAMPLE.get(lang)}</h2>
                <p>{words::SEE_EXAMPLE_HELP.get(lang)}</p>
                {samples(app, lang, true)}
            </section>
        </div>
        <div class="quiet-line">{tour(app, lang)}{files::picker(app, lang)}</div>
    }
    .into_any()
}

/// The way into the tour, for newcomers only: who has seen it finds it in the help.
fn tour(app: App, lang: Lang) -> AnyView {
    if prefs::tour_seen() {
        return AnyView::new();
    }
    let begin = move |_| late::with(app, move |late| (late.begin_tour)(app));
    view! { <button type="button" class="btn" data-action="tour" on:click=begin>{room::TOUR.get(lang)}</button> }
        .into_any()
}

fn new_form(app: App, lang: Lang) -> AnyView {
    let name = NodeRef::<html::Input>::new();
    let create = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let account = name.get_untracked().map(|input| input.value()).unwrap_or_default();
        late::with_work(app, move |work| (work.create)(app, account.trim()));
    };
    view! {
        <form class="new" on:submit=create>
            <label for="new-name">{words::CUSTOMER_NAME.get(lang)}</label>
            <input node_ref=name id="new-name" class="in" type="text" autocomplete="off" maxlength="120" />
            <button type="submit" class="btn main" data-action="new-workbook">{words::CREATE.get(lang)}</button>
        </form>
    }
    .into_any()
}

/// The samples in the language of the page first.
fn samples(app: App, lang: Lang, first: bool) -> AnyView {
    let mut all: Vec<_> = samples::SAMPLES.iter().collect();
    crate::model::order::sort_by_key(&mut all, |sample| sample.lang != lang);
    let buttons = all.into_iter().enumerate().map(|(at, sample)| {
        let class = if at == 0 && first { "btn main" } else { "btn" };
        view! {
            <li>
                <button type="button" class=class data-action="open-sample" data-sample=sample.file on:click=move |_| late::with_work(app, move |work| (work.open_sample)(app, sample))>
                    {sample.title.get(lang)}
                </button>
                <span class="hint">{sample.about.get(lang)}</span>
            </li>
        }
    });
    view! { <ul class="samples">{buttons.collect_view()}</ul> }.into_any()
}

fn shelf(app: App, lang: Lang) -> AnyView {
    view! {
        <ul class="shelf">
            {keyed(move || app.shelf.get(), move |card| one(app, lang, card))}
        </ul>
        <div class="begin">
            <button type="button" class="btn main" data-action="new-workbook" on:click=move |_| late::with_work(app, move |work| (work.create)(app, ""))>"+ "{words::NEW_WORKBOOK.get(lang)}</button>
            {files::picker(app, lang)}
        </div>
        <section class="more-samples">
            <h2>{words::OPEN_SAMPLE.get(lang)}</h2>
            {samples(app, lang, false)}
        </section>
    }
    .into_any()
}

fn one(app: App, lang: Lang, card: Card) -> AnyView {
    let name = if card.account.is_empty() { words::NO_NAME.get(lang).to_owned() } else { card.account.clone() };
    let href = Route::page(card.id.as_str(), "account").hash();
    let changed = words::fill(words::CHANGED_AT.get(lang), &[&when(&card.changed, lang)]);
    let progress = words::fill(words::PROGRESS.get(lang), &[&format::fixed(card.progress, 0)]);
    let (again, copy, gone) = (card.id.clone(), card.clone(), card.clone());
    let rename = move |_| {
        let id = again.clone();
        late::with_work(app, move |work| (work.rename)(app, &id));
    };
    let duplicate = move |_| {
        let card = copy.clone();
        late::with_work(app, move |work| (work.duplicate)(app, card));
    };
    let id = card.id.as_str().to_owned();
    let title = view! { <a class="open" href=href data-workbook=id>{name.clone()}</a> };
    view! {
        <li class="book">
            <div class="book-name">{title}<span class="hint">{card.period.clone()}</span></div>
            <div class="book-progress"><span class="bar" aria-hidden="true"><i style:width=format!("{}%", card.progress)></i></span><span>{progress}</span></div>
            <div class="hint">{changed}</div>
            <div class="book-tools">
                <button type="button" class="link" data-action="rename-workbook" on:click=rename>{words::RENAME.get(lang)}</button>
                <button type="button" class="link" data-action="duplicate-workbook" on:click=duplicate>{words::DUPLICATE.get(lang)}</button>
                <button type="button" class="link" data-action="delete-workbook" aria-label=format!("{}: {name}", words::DELETE.get(lang)) on:click=move |_| files::delete(app, &gone)>{words::DELETE.get(lang)}</button>
            </div>
        </li>
    }
    .into_any()
}

/// The day of a UTC time, for reading.
fn when(utc: &str, lang: Lang) -> String {
    let day: Option<Date> = utc.get(..10).and_then(|day| day.parse().ok());
    let time = utc.get(11..16).unwrap_or_default();
    match day {
        Some(day) if day == dom::today() => local_time(utc).unwrap_or_else(|| time.to_owned()),
        Some(day) => format::date(day, lang),
        None => String::new(),
    }
}

fn local_time(utc: &str) -> Option<String> {
    let at = js_sys::Date::new(&utc.into());
    (!at.get_time().is_nan()).then(|| format!("{:02}:{:02}", at.get_hours(), at.get_minutes()))
}
