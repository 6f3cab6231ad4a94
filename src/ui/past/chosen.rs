//! The state that is looked at: what can be done with it, and what differs from now.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::restore::bring_back;
use super::timeline::called;
use super::{Past, differences};
use crate::change::{apply, edit, restore};
use crate::file::{Workbook, name};
use crate::i18n::past as words;
use crate::model::{Document, Place, Value};
use crate::storage::{SnapshotInfo, SnapshotKind};
use crate::ui::opened::{account_name, card_of};
use crate::ui::{dom, files};
use crate::worksheets::account;

/// The part of the page.
pub fn view(past: Past) -> AnyView {
    let cx = past.cx;
    // Read anew, the list is mostly the same: then nothing is drawn anew, and the focus stays.
    let info = Memo::new(move |_| past.info());
    let body = move || match info.get() {
        None => view! { <p class="hint past-choose">{cx.t(words::CHOOSE)}</p> }.into_any(),
        Some(info) => {
            let heading = cx.tf(words::STATE_OF, &[&called(cx, &info)]);
            view! {
                <h2 id="past-state" tabindex="-1">{heading}</h2>
                {tools(past, info)}
                {move || contents(past)}
            }
            .into_any()
        }
    };
    view! { <section class="past-chosen">{body}</section> }.into_any()
}

fn contents(past: Past) -> AnyView {
    let cx = past.cx;
    match past.then.get() {
        None => view! { <p class="hint">{cx.t(words::READING)}</p> }.into_any(),
        Some(None) => view! { <p class="hint" role="alert">{cx.t(words::UNREADABLE)}</p> }.into_any(),
        Some(Some(then)) => {
            cx.desk.changed.track();
            differences::view(past, &then)
        }
    }
}

fn tools(past: Past, info: SnapshotInfo) -> AnyView {
    let cx = past.cx;
    let with_then = move |act: fn(Past, Arc<Document>, &SnapshotInfo)| {
        let info = past.infos.with_untracked(|infos| {
            let number = past.chosen.get_untracked()?;
            infos.as_ref()?.iter().find(|info| info.id == number).cloned()
        });
        if let (Some(Some(then)), Some(info)) = (past.then.get_untracked(), info) {
            act(past, then, &info);
        }
    };
    let pin = match info.kind {
        SnapshotKind::Base => None,
        SnapshotKind::Named => Some((words::LET_GO, "let-go")),
        _ => Some((words::KEEP, "keep-state")),
    };
    let (pinned, deleted) = (info.clone(), info);
    let is_base = deleted.kind == SnapshotKind::Base;
    view! {
        <div class="past-tools">
            <button type="button" class="btn main" data-action="restore-all" on:click=move |_| with_then(restore_all)>{cx.t(words::RESTORE_ALL)}</button>
            <button type="button" class="btn" data-action="open-state" on:click=move |_| with_then(open_copy)>{cx.t(words::OPEN_COPY)}</button>
            <button type="button" class="btn" data-action="download-state" on:click=move |_| with_then(download)>{cx.t(words::DOWNLOAD)}</button>
            {pin.map(|(label, action)| view! { <button type="button" class="btn quiet" data-action=action on:click=move |_| turn_pin(past, pinned.clone())>{cx.t(label)}</button> })}
            {(!is_base).then(|| view! { <button type="button" class="btn quiet" data-action="delete-state" on:click=move |_| delete(past, deleted.clone())>{cx.t(words::DELETE)}</button> })}
        </div>
    }
    .into_any()
}

fn restore_all(past: Past, then: Arc<Document>, info: &SnapshotInfo) {
    let patch = past.cx.desk.with(|now| restore::everything(now, &then));
    bring_back(past, patch, past.cx.tf(words::RESTORED_ALL, &[&called(past.cx, info)]));
}

/// The whole state to look around in, beside the workbook itself.
fn open_copy(past: Past, then: Arc<Document>, info: &SnapshotInfo) {
    let cx = past.cx;
    let mut document = Document::clone(&then);
    document.id = dom::new_id();
    let named = cx.tf(words::COPY_NAME, &[&account_name(&document), &called(cx, info)]);
    let place = Place::form(account::profile::TABLE, account::profile::NAME.slot);
    let patch = edit::set(&document, place, Value::text(named));
    apply(&mut document, &patch);
    let Some(store) = cx.app.store() else { return };
    let (id, card) = (document.id.clone(), card_of(&document));
    store.create(Workbook::new(document), card);
    cx.app.go(crate::ui::route::Route::page(id.as_str(), "account"));
}

fn download(_: Past, then: Arc<Document>, info: &SnapshotInfo) {
    let file = name::file_name(&account_name(&then), info.day, "json");
    dom::download(&file, "application/json", &files::file_text(&Workbook::new((*then).clone())));
}

/// Keeps a state for good, or lets it go with time.
fn turn_pin(past: Past, mut info: SnapshotInfo) {
    let cx = past.cx;
    if info.kind == SnapshotKind::Named {
        info.kind = SnapshotKind::Auto;
        cx.app.toast(cx.lang, words::LET_GO_DONE);
    } else {
        info.label = called(cx, &info);
        info.kind = SnapshotKind::Named;
    }
    leptos::task::spawn_local(async move {
        let Some(store) = cx.app.store() else { return };
        store.relabel_snapshot(cx.desk.id().as_str(), &info).await;
        let _ = past.infos.try_update(|infos| {
            let known = infos.iter_mut().flatten().find(|known| known.id == info.id);
            known.map(|known| *known = info)
        });
        dom::next_frame(super::focus_state);
    });
}

/// Deletes a state; the notice brings it back.
fn delete(past: Past, info: SnapshotInfo) {
    let cx = past.cx;
    let text = cx.tf(words::DELETED, &[&called(cx, &info)]);
    leptos::task::spawn_local(async move {
        let Some(store) = cx.app.store() else { return };
        let Some(deleted) = store.delete_snapshot(cx.desk.id().as_str(), info).await else { return };
        let deleted = std::rc::Rc::new(deleted);
        let back = std::rc::Rc::new(move || {
            let (store, deleted) = (store.clone(), deleted.clone());
            leptos::task::spawn_local(async move {
                store.restore_snapshot(&deleted).await;
                past.reload();
            });
        });
        cx.app.toast_text(text, Some((crate::i18n::ui::RESTORE, back)));
        let _ = past.chosen.try_set(None);
        past.reload();
        if let Some(heading) = dom::find(".past h1") {
            dom::focus(&heading);
        }
    });
}
