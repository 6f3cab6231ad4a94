//! The past of a workbook: what it looked like before, what differs from now, and the way back.

pub mod capacity;
mod chosen;
mod differences;
pub mod rescue;
mod restore;
mod timeline;
pub mod titles;

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::cx::Cx;
use crate::i18n::past as words;
use crate::model::{Document, Id};
use crate::storage::{SnapshotInfo, SnapshotKind};

/// What the page knows; all of it goes with the page.
#[derive(Clone, Copy)]
struct Past {
    cx: Cx,
    /// The states that are kept, newest first; nothing while they are read.
    infos: RwSignal<Option<Vec<SnapshotInfo>>>,
    /// What each changed since the one before it, as far as looked at.
    changes: RwSignal<Vec<(u64, String)>>,
    /// The one that is looked at.
    chosen: RwSignal<Option<u64>>,
    /// Its document; nothing inside when it cannot be read.
    then: RwSignal<Option<Option<Arc<Document>>>, LocalStorage>,
}

impl Past {
    /// Reads the list anew.
    fn reload(self) {
        leptos::task::spawn_local(async move {
            let Some(store) = self.cx.app.store() else { return };
            let id = self.cx.desk.id();
            let infos = store.snapshots(id.as_str()).await;
            let _ = self.infos.try_set(Some(infos.clone()));
            self.look_for_changes(&id, &infos).await;
        });
    }

    /// Compares each state with the one before it, one after another, newest first.
    async fn look_for_changes(self, id: &Id, infos: &[SnapshotInfo]) {
        let Some(store) = self.cx.app.store() else { return };
        let mut newer: Option<Document> = None;
        for pair in infos.windows(2) {
            let [info, before] = pair else { continue };
            let is_known = self.changes.try_with_untracked(|all| all.iter().any(|(known, _)| *known == info.id));
            match is_known {
                None => return,
                Some(true) => newer = None,
                Some(false) => {
                    let document = match newer.take() {
                        Some(document) => Some(document),
                        None => store.read_snapshot(id.as_str(), info.id).await,
                    };
                    let older = store.read_snapshot(id.as_str(), before.id).await;
                    if let (Some(document), Some(older)) = (&document, &older) {
                        let text = timeline::in_short(self.cx, older, document);
                        let _ = self.changes.try_update(|all| all.push((info.id, text)));
                    }
                    newer = older;
                }
            }
        }
    }

    /// Looks at one.
    fn choose(self, number: u64) {
        self.chosen.set(Some(number));
        self.then.set(None);
        leptos::task::spawn_local(async move {
            let Some(store) = self.cx.app.store() else { return };
            let document = store.read_snapshot(self.cx.desk.id().as_str(), number).await;
            if self.chosen.try_get_untracked() == Some(Some(number)) {
                let _ = self.then.try_set(Some(document.map(Arc::new)));
                super::dom::next_frame(focus_state);
            }
        });
    }

    /// What is known of the one that is looked at.
    fn info(self) -> Option<SnapshotInfo> {
        let number = self.chosen.get()?;
        self.infos.with(|infos| infos.as_ref()?.iter().find(|info| info.id == number).cloned())
    }
}

/// Puts the focus on the heading of the state that is looked at.
fn focus_state() {
    if let Some(heading) = super::dom::find("#past-state") {
        super::dom::focus(&heading);
    }
}

/// The history.
pub fn page(cx: Cx) -> AnyView {
    let past = Past {
        cx,
        infos: RwSignal::new(None),
        changes: RwSignal::new(Vec::new()),
        chosen: RwSignal::new(None),
        then: RwSignal::new_local(None),
    };
    past.reload();
    view! {
        <article class="sheet past">
            <header class="lead">
                <div>
                    <p class="kicker">{cx.t(words::KICKER)}</p>
                    <h1 class="question" tabindex="-1">{cx.t(words::QUESTION)}</h1>
                    <p class="hint">{cx.t(words::LEAD)}</p>
                </div>
            </header>
            {remember(past)}
            <div class="past-parts">
                {timeline::view(past)}
                {chosen::view(past)}
            </div>
            {capacity::section(cx)}
        </article>
    }
    .into_any()
}

/// Gives the state of now a name, so that it stays.
fn remember(past: Past) -> AnyView {
    let cx = past.cx;
    let name = NodeRef::<html::Input>::new();
    let act = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().map(|input| input.value()).unwrap_or_default();
        let label = match typed.trim() {
            "" => cx.tf(words::UNNAMED, &[&super::dom::clock()]),
            typed => typed.to_owned(),
        };
        let Some(store) = cx.app.store() else { return };
        let remembering = store.remember(&label, SnapshotKind::Named);
        leptos::task::spawn_local(async move {
            if remembering.await.is_some() {
                cx.app.toast_text(cx.tf(words::REMEMBERED, &[&label]), None);
                if let Some(Some(input)) = name.try_get_untracked() {
                    input.set_value("");
                }
                past.reload();
            } else {
                cx.app.toast(cx.lang, words::NOT_REMEMBERED);
            }
        });
    };
    view! {
        <form class="past-remember" on:submit=act>
            <label class="sr" for="past-name">{cx.t(words::NAME)}</label>
            <input node_ref=name id="past-name" class="in" type="text" autocomplete="off" maxlength="80" placeholder=cx.t(words::REMEMBER_NAME) />
            <button type="submit" class="btn" data-action="remember">{cx.t(words::REMEMBER)}</button>
        </form>
    }
    .into_any()
}

/// The page of this name.
pub fn any(cx: Cx, _: &'static str) -> AnyView {
    page(cx)
}
