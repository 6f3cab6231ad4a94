//! Handing out: for whom, what they fill in, and the files to send.

use crate::ui::prelude::*;
use leptos::html;

use crate::change::{Patch, apply, diff::diff, edit};
use crate::file::hand_out::{copy_for, scope_of, settled};
use crate::file::name;
use crate::file::zip::{Entry, archive};
use crate::i18n::copies as say;
use crate::model::{Bi, Document, Row, Value};
use crate::storage::SnapshotKind;
use crate::ui::cx::Cx;
use crate::ui::opened::account_name;
use crate::ui::{dom, files};
use crate::worksheets::log::merges;
use crate::worksheets::sharing::Level;
use crate::worksheets::{SHEETS, Sheet};

/// A copy that is ready to be sent.
#[derive(Clone)]
struct Ready {
    author: String,
    file: String,
    text: String,
}

/// What is being asked for.
#[derive(Clone, Copy)]
struct Form {
    names: NodeRef<html::Textarea>,
    /// `whole`, `sheets` or `scoring`.
    what: RwSignal<&'static str>,
    sheets: RwSignal<Vec<&'static str>>,
    without_notes: RwSignal<bool>,
    ready: RwSignal<Vec<Ready>>,
    warning: RwSignal<Option<Bi>>,
}

/// The form and what came of it.
pub fn view(cx: Cx) -> AnyView {
    let form = Form {
        names: NodeRef::new(),
        what: RwSignal::new("whole"),
        sheets: RwSignal::new(Vec::new()),
        without_notes: RwSignal::new(false),
        ready: RwSignal::new(Vec::new()),
        warning: RwSignal::new(None),
    };
    view! {
        <div class="ask-form">
            <div class="field wide">
                <label class="label" for="hand-out-names">{cx.t(say::FOR_WHOM)}</label>
                <textarea id="hand-out-names" class="in long" rows="3" node_ref=form.names data-action="hand-out-names" aria-describedby="hand-out-help"></textarea>
                <p class="hint" id="hand-out-help">{cx.t(say::FOR_WHOM_HELP)}</p>
            </div>
            {what(cx, form)}
        </div>
        <div class="choices">
            <button type="button" class="btn main" data-action="hand-out" on:click=move |_| make(cx, form)>{cx.t(say::MAKE_COPIES)}</button>
            <label class="check"><input type="checkbox" class="tick" data-action="without-notes" on:change=move |event| form.without_notes.set(event_target_checked(&event)) />{cx.t(say::WITHOUT_NOTES)}</label>
        </div>
        <p class="hint">{cx.t(say::PRIVATE_STAYS)}</p>
        <div role="status">{move || form.warning.get().map(|text| view! { <p class="warn">"▲ "{cx.t(text)}</p> })}</div>
        {move || ready(cx, form)}
        {move || out_now(cx)}
    }
    .into_any()
}

fn what(cx: Cx, form: Form) -> AnyView {
    let choices = [("whole", say::WHOLE), ("sheets", say::SHEETS_ONLY), ("scoring", say::SCORING_ONLY)];
    let radios = choices.map(|(key, words)| {
        view! {
            <label class="check"><input type="radio" name="hand-out-what" class="tick" data-action="hand-out-what" value=key checked=key == "whole" on:change=move |_| form.what.set(key) />{cx.t(words)}</label>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="label">{cx.t(say::WHAT_TO_FILL)}</legend>
            {radios.collect_view()}
            {move || (form.what.get() == "scoring").then(|| view! { <p class="hint">{cx.t(say::SCORING_HELP)}</p> })}
        </fieldset>
        {move || (form.what.get() != "whole").then(|| sheet_boxes(cx, form))}
    }
    .into_any()
}

fn sheet_boxes(cx: Cx, form: Form) -> AnyView {
    let one = |sheet: &'static Sheet| {
        let toggle = move |event| {
            let is_on = event_target_checked(&event);
            form.sheets.update(|sheets| {
                sheets.retain(|key| *key != sheet.key);
                if is_on {
                    sheets.push(sheet.key);
                }
            });
        };
        let is_on = form.sheets.with_untracked(|sheets| sheets.contains(&sheet.key));
        view! { <label class="check"><input type="checkbox" class="tick" data-action="hand-out-sheet" value=sheet.key checked=is_on on:change=toggle />{cx.t(sheet.short)}</label> }
    };
    let boxes = SHEETS.iter().filter(|sheet| offered(sheet)).map(one).collect_view();
    view! { <fieldset class="field"><legend class="label">{cx.t(say::SHEETS_ONLY)}</legend>{boxes}</fieldset> }
        .into_any()
}

fn offered(sheet: &Sheet) -> bool {
    sheet.key == "card" || sheet.number > 0
}

/// Takes the base snapshot, makes the files and notes in the log that they went out.
fn make(cx: Cx, form: Form) {
    let text = form.names.get_untracked().map(|input| input.value()).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for name in text.split(['\n', '、', ',', '，', ';', '；']).map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() {
        names.push(String::new());
    }
    let what = form.what.get_untracked();
    let sheets = if what == "whole" { Vec::new() } else { form.sheets.get_untracked() };
    if what == "sheets" && sheets.is_empty() {
        form.warning.set(Some(say::CHOOSE_A_SHEET));
        return;
    }
    let level = if form.without_notes.get_untracked() { Level::Colleagues } else { Level::Full };
    let scope = scope_of(&sheets, level, what == "scoring");
    let is_kept = cx.app.store().is_some_and(|store| {
        store.flush();
        store.snapshot(&base_label(cx, &names), SnapshotKind::Base)
    });
    form.warning.set((!is_kept).then_some(say::NO_HISTORY));
    let document = cx.desk.with(|document| settled(document, &mut dom::new_id));
    note_in_log(cx, &names);
    let at = dom::now_utc();
    let ready = names.iter().map(|author| {
        let copy = copy_for(&document, &scope, author, &at);
        let file = files::exported_name(&document, author, "json");
        Ready { author: author.clone(), file, text: files::file_text(&copy) }
    });
    let ready: Vec<Ready> = ready.collect();
    if let [only] = ready.as_slice() {
        dom::download(&only.file, "application/json", &only.text);
    }
    form.ready.set(ready);
    let named: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    if !named.is_empty() {
        cx.app.toast_text(cx.tf(say::HANDED, &[&named.join(separator(cx))]), None);
    }
}

/// What stands between names.
fn separator(cx: Cx) -> &'static str {
    if cx.lang == crate::model::Lang::Zh { "、" } else { ", " }
}

fn base_label(cx: Cx, names: &[String]) -> String {
    let named: Vec<String> = names.iter().filter(|name| !name.is_empty()).cloned().collect();
    if named.is_empty() {
        cx.t(say::BASE_LABEL).to_owned()
    } else {
        cx.tf(say::BASE_LABEL_TO, &[&named.join(separator(cx))])
    }
}

fn note_in_log(cx: Cx, names: &[String]) {
    let patch: Patch = cx.desk.with(|document| {
        let mut noted: Document = document.clone();
        for name in names {
            let mut row = Row::new(dom::new_id());
            row.record.set(merges::DATE.slot, Value::text(dom::today().to_string()));
            row.record.set(merges::KIND.slot, Value::text("handed_out"));
            row.record.set(merges::FROM.slot, Value::text(name.as_str()));
            let patch = edit::add(&noted, merges::TABLE, row, None);
            apply(&mut noted, &patch);
        }
        diff(document, &noted)
    });
    cx.desk.close_step();
    cx.desk.commit(patch, false);
    cx.desk.close_step();
}

fn ready(cx: Cx, form: Form) -> AnyView {
    let copies = form.ready.get();
    if copies.is_empty() {
        return ().into_any();
    }
    let many = copies.len() > 1;
    let lines = copies.into_iter().map(|copy| {
        let title = if copy.author.is_empty() { cx.t(say::COPY_FOR_ANYONE).to_owned() } else { cx.tf(say::COPY_FOR, &[&copy.author]) };
        let label = format!("{}: {title}", cx.t(say::DOWNLOAD));
        let author = copy.author.clone();
        let file = copy.file.clone();
        view! {
            <li>
                <span class="grow"><b>{title}</b>" "<span class="hint">{file}</span></span>
                <button type="button" class="btn" data-action="download-handed-out" data-author=author aria-label=label on:click=move |_| dom::download(&copy.file, "application/json", &copy.text)>{cx.t(say::DOWNLOAD)}</button>
            </li>
        }
    });
    let all = move |_| {
        let entries: Vec<Entry> = form
            .ready
            .get_untracked()
            .into_iter()
            .map(|copy| Entry { name: copy.file, bytes: copy.text.into_bytes() })
            .collect();
        let about = cx.desk.with(account_name);
        super::downloads::save(
            &name::file_name(&about, dom::today(), "zip"),
            "application/zip",
            &archive(&entries, dom::today()),
        );
    };
    view! {
        <section class="ready" aria-labelledby="copies-ready">
            <h3 id="copies-ready">{cx.t(say::COPIES_READY)}</h3>
            <ul class="lines">{lines.collect_view()}</ul>
            {many.then(|| view! { <button type="button" class="btn" data-action="download-all-copies" on:click=all>{cx.t(say::ALL_AS_ZIP)}</button> })}
        </section>
    }
    .into_any()
}

/// Who was given a copy and has not sent it back since.
fn out_now(cx: Cx) -> AnyView {
    cx.desk.track_table(merges::TABLE.path);
    let out = cx.desk.with(|document| {
        let mut out: Vec<String> = Vec::new();
        for row in document.list(merges::TABLE).iter() {
            let Some(name) = row.get(merges::FROM).map(str::to_owned).filter(|name| !name.is_empty()) else { continue };
            out.retain(|known| *known != name);
            if row.get(merges::KIND) == Some("handed_out") {
                out.push(name);
            }
        }
        out
    });
    (!out.is_empty())
        .then(|| view! { <p class="out-now" data-out=out.len()>{cx.tf(say::OUT_NOW, &[&out.join(separator(cx))])}</p> })
        .into_any()
}
