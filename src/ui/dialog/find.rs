//! Find anything: a page, a section, a row, an action.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::modal;
use crate::i18n::ui as words;
use crate::model::{Place, Value};
use crate::ui::app::Dialog;
use crate::ui::cx::Cx;
use crate::ui::pages::{EXTRAS, SCREENS};
use crate::ui::{dom, field, files, goto, keys};
use crate::worksheets::{SHEETS, TABLES, sheets};

/// Most entries shown at once.
const MOST: usize = 30;

/// Where an entry leads.
#[derive(Clone)]
enum Target {
    Page(&'static str),
    Section(&'static str, &'static str),
    Row(Place),
    Action(fn(Cx)),
}

#[derive(Clone)]
struct Entry {
    text: String,
    about: String,
    target: Target,
}

/// The dialog.
pub fn view(cx: Cx) -> AnyView {
    let query = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    // What was typed before the field had the focus comes first.
    let typed_ahead = cx.app.typed_ahead;
    let catch_up = move |_: ev::FocusEvent| {
        let typed = typed_ahead.try_update(std::mem::take).unwrap_or_default();
        if let Some(input) = input.get_untracked().filter(|_| !typed.is_empty()) {
            let text = typed + &input.value();
            input.set_value(&text);
            query.set(text);
        }
    };
    let at = RwSignal::new(0_usize);
    let found = Memo::new_with_compare(move |_| search(cx, &query.get()), |_, _| true);
    let close = move || cx.app.dialog.set(None);
    let go = move |entry: Entry| {
        close();
        dom::next_frame(move || follow(cx, entry.target));
    };
    let keys = move |event: ev::KeyboardEvent| {
        if crate::ui::keys::is_of_input_method(&event) {
            return;
        }
        let last = found.with_untracked(|found| found.len().saturating_sub(1));
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                if let Some(entry) = found.with_untracked(|found| found.get(at.get_untracked()).cloned()) {
                    go(entry);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let entries = move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <p class="empty" role="status">{cx.t(words::FIND_NONE)}</p> }.into_any();
        }
        let rows = found.into_iter().enumerate().map(|(place, entry)| {
            let chosen = move || at.get() == place;
            let (text, about) = (entry.text.clone(), entry.about.clone());
            view! {
                <li id=format!("find-{place}") role="option" aria-selected=move || chosen().to_string() class:now=chosen on:click=move |_| go(entry.clone())>
                    <span>{text}</span><small>{about}</small>
                </li>
            }
        });
        view! { <ul id="find-list" role="listbox" aria-label=cx.t(words::FIND)>{rows.collect_view()}</ul> }.into_any()
    };
    let body = view! {
        <input node_ref=input class="in find-input" type="text" autofocus role="combobox" aria-expanded="true" aria-controls="find-list" aria-activedescendant=move || format!("find-{}", at.get()) aria-label=cx.t(words::FIND) placeholder=cx.t(words::FIND_HINT) autocomplete="off" on:input=move |event| { at.set(0); query.set(event_target_value(&event)); } on:focus=catch_up on:keydown=keys />
        {entries}
    }
    .into_any();
    modal(cx, cx.t(words::FIND).to_owned(), "find", body, close)
}

fn follow(cx: Cx, target: Target) {
    match target {
        Target::Page(page) => cx.app.go_to_page(page),
        Target::Section(page, table) => cx.app.go_to_section(page, table),
        Target::Action(act) => act(cx),
        Target::Row(place) => goto::place(cx, place),
    }
}

fn search(cx: Cx, query: &str) -> Vec<Entry> {
    let wanted = query.trim().to_lowercase();
    let mut found: Vec<Entry> =
        fixed(cx).into_iter().filter(|entry| entry.text.to_lowercase().contains(&wanted)).collect();
    if !wanted.is_empty() {
        rows(cx, &wanted, &mut found);
    }
    found.truncate(MOST);
    found
}

/// Pages, sections and actions.
fn fixed(cx: Cx) -> Vec<Entry> {
    let pages = SHEETS.iter().map(|sheet| Entry {
        text: cx.t(sheet.name).to_owned(),
        about: String::new(),
        target: Target::Page(sheet.page),
    });
    let extras = EXTRAS.iter().chain(SCREENS).map(|extra| Entry {
        text: cx.t(extra.name).to_owned(),
        about: String::new(),
        target: Target::Page(extra.page),
    });
    let actions: [(crate::model::Bi, fn(Cx)); 7] = [
        (words::EXPORT, |cx| files::export(cx.app)),
        (crate::i18n::handy::SAVE_FILE, |cx| files::save(cx.app)),
        (words::UNDO, |cx| keys::undo(cx.app)),
        (words::REDO, |cx| keys::redo(cx.app)),
        (words::PROMPTS, |cx| cx.app.dialog.set(Some(Dialog::Prompts))),
        (words::HELP, |cx| cx.app.dialog.set(Some(Dialog::Help))),
        (words::ALL_WORKBOOKS, |cx| cx.app.go(crate::ui::route::Route::Home)),
    ];
    let actions = actions.into_iter().map(|(name, act)| Entry {
        text: cx.t(name).to_owned(),
        about: String::new(),
        target: Target::Action(act),
    });
    let sections = TABLES.iter().filter(|table| table.depth() <= cx.depth).filter_map(|table| {
        let sheet = sheets::sheet(table.sheet())?;
        Some(Entry {
            text: cx.t(table.label).to_owned(),
            about: cx.t(sheet.name).to_owned(),
            target: Target::Section(sheet.page, table.path),
        })
    });
    pages.chain(extras).chain(actions).chain(sections).collect()
}

/// Rows of lists that contain the words.
fn rows(cx: Cx, wanted: &str, found: &mut Vec<Entry>) {
    for table in TABLES.iter().copied().filter(|table| table.is_list() && sheets::sheet(table.sheet()).is_some()) {
        let ids = cx.desk.with(|document| document.list(table).ids().to_vec());
        for id in ids {
            if found.len() >= MOST {
                return;
            }
            let hit = cx.desk.with(|document| {
                let record = &document.list(table).row(id.as_str())?.record;
                let fields = table.fields.iter().filter(|field| field.depth <= cx.depth);
                let mut texts = fields.filter_map(|field| Some((field, record.at(field.slot)?.as_text()?.to_owned())));
                texts.find(|(_, text)| text.to_lowercase().contains(wanted))
            });
            if let Some((declared, text)) = hit {
                let shown = field::in_words(cx, declared, &Value::Text(text));
                let place = Place::row(table, id, declared.slot);
                found.push(Entry { text: shown, about: cx.t(table.label).to_owned(), target: Target::Row(place) });
            }
        }
    }
}
