//! The line above a copy that was handed out: whose it is, what is asked for, and the file to send back.

use crate::ui::prelude::*;
use leptos::html;

use crate::file::copy::HandOut;
use crate::file::hand_out::envelope_of;
use crate::i18n::copies as say;
use crate::model::Lang;
use crate::storage::prefs;
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::desk::Desk;
use crate::ui::files;
use crate::worksheets::SHEETS;

/// Name of the choice that remembers who sits at this device.
const AUTHOR: &str = "author";

/// A copy that is opened says who edits here.
pub fn take_author(app: App, desk: Desk) {
    let workbook = app.store().and_then(|store| store.workbook());
    if let Some(workbook) = workbook.filter(|workbook| workbook.copy.is_some()) {
        desk.set_author(&workbook.author);
    }
}

/// The line; nothing above a workbook that is no copy.
pub fn banner(cx: Cx) -> AnyView {
    let workbook = cx.app.store().and_then(|store| store.workbook());
    let Some((hand_out, author)) = workbook.and_then(|workbook| Some((envelope_of(&workbook)?, workbook.author)))
    else {
        return ().into_any();
    };
    let author = RwSignal::new(if author.is_empty() { hand_out.author.clone() } else { author });
    let asked = StoredValue::new(asked_for(cx, &hand_out));
    let body = move || {
        let name = author.get();
        if name.is_empty() { ask(cx, author) } else { known(cx, &name) }
    };
    view! { <div class="banner calm" data-banner="copy">{body}<p class="hint">{asked.get_value()}</p></div> }.into_any()
}

fn known(cx: Cx, name: &str) -> AnyView {
    let words = cx.tf(say::COPY_OF_YOURS, &[name, ""]);
    view! {
        <p>{words}<button type="button" class="link" data-action="send-back" on:click=move |_| files::export(cx.app)>{cx.t(say::SEND_BACK)}</button></p>
    }
    .into_any()
}

fn ask(cx: Cx, author: RwSignal<String>) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let settle = move || {
        let name = input.get_untracked().map(|input| input.value().trim().to_owned()).unwrap_or_default();
        if name.is_empty() {
            return;
        }
        prefs::set(AUTHOR, &name);
        cx.desk.set_author(&name);
        if let Some(store) = cx.app.store() {
            store.update_envelope(|workbook| {
                if let Some(hand_out) = envelope_of(workbook) {
                    workbook.copy = Some(HandOut { author: name.clone(), ..hand_out }.to_json());
                }
                workbook.author.clone_from(&name);
            });
        }
        author.set(name);
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        settle();
    };
    view! {
        <form class="who-form" on:submit=submit>
            <label for="copy-author">{cx.t(say::ASK_AUTHOR)}</label>
            <input id="copy-author" class="in" data-action="copy-author" autocomplete="name" placeholder=cx.t(say::YOUR_NAME) node_ref=input value=prefs::get(AUTHOR).unwrap_or_default() />
            <button type="submit" class="btn main" data-action="copy-author-set">{cx.t(say::THATS_ME)}</button>
        </form>
    }
    .into_any()
}

/// What is asked for, in a sentence or two.
fn asked_for(cx: Cx, hand_out: &HandOut) -> String {
    let scope = &hand_out.scope;
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    let sheets = scope.tables.as_ref().map(|tables| {
        let is_in = |key: &str| tables.iter().any(|path| path.split('.').next() == Some(key));
        let names: Vec<&str> = SHEETS.iter().filter(|sheet| is_in(sheet.key)).map(|sheet| cx.t(sheet.short)).collect();
        cx.tf(say::ONLY_THESE, &[&names.join(separator)])
    });
    let ratings = scope.scoring_only.then(|| cx.t(say::ONLY_RATINGS).to_owned());
    let space = if cx.lang == Lang::Zh { "" } else { " " };
    [sheets, ratings].into_iter().flatten().collect::<Vec<_>>().join(space)
}
