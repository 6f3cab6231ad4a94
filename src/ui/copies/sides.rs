//! The two states that are compared: now, snapshots of this workbook, files.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::ev;

use crate::file::envelope::Snapshot;
use crate::file::read::read_snapshot;
use crate::i18n::{copies as say, format};
use crate::model::{Bi, Date, Document, Lang};
use crate::storage::{SnapshotInfo, SnapshotKind};
use crate::ui::cx::Cx;
use crate::ui::{dom, files};

/// A state with the day that counts as today in it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Its name.
    pub label: String,
    /// What it was.
    pub document: Document,
    /// Its day.
    pub on: Date,
}

/// A state that can be chosen.
#[derive(Clone)]
struct Offer {
    key: String,
    label: String,
    /// Read already, or found when it is asked for.
    state: Option<Arc<State>>,
}

/// The choice of both.
#[derive(Clone, Copy)]
pub struct Sides {
    cx: Cx,
    offers: RwSignal<Vec<Offer>>,
    /// The key of the older one; empty for none.
    pub old: RwSignal<String>,
    new: RwSignal<String>,
    /// Both states, once they are read.
    pub both: RwSignal<Option<(Arc<State>, Arc<State>)>>,
    /// The list was read.
    pub listed: RwSignal<bool>,
}

const NOW: &str = "now";

impl Sides {
    /// Begins with now and the newest state that a person named, or the newest one.
    pub fn new(cx: Cx) -> Self {
        let sides = Self {
            cx,
            offers: RwSignal::new(Vec::new()),
            old: RwSignal::new(String::new()),
            new: RwSignal::new(NOW.to_owned()),
            both: RwSignal::new(None),
            listed: RwSignal::new(false),
        };
        sides.list(true);
        sides.follow();
        sides
    }

    /// Reads anew which snapshots there are.
    pub fn list(self, choose: bool) {
        leptos::task::spawn_local(async move {
            let cx = self.cx;
            let Some(store) = cx.app.store() else { return };
            let mut offers = vec![Offer { key: NOW.to_owned(), label: cx.t(say::NOW).to_owned(), state: None }];
            let infos = store.snapshots(cx.desk.id().as_str()).await;
            let with_file = store.workbook().map(|workbook| workbook.snapshots).unwrap_or_default();
            let first = infos.iter().find(|info| info.kind == SnapshotKind::Named).map(|info| stored_key(info.id));
            let first = first.or_else(|| (!with_file.is_empty()).then(|| format!("f{}", with_file.len() - 1)));
            let first = first.or_else(|| infos.first().map(|info| stored_key(info.id)));
            offers.extend(with_file.iter().enumerate().rev().map(|(at, snapshot)| in_file(cx, at, snapshot)));
            offers.extend(infos.iter().map(|info| Offer {
                key: stored_key(info.id),
                label: label_of(cx, info),
                state: None,
            }));
            let kept = self.offers.try_with_untracked(|known| {
                known.iter().filter(|offer| offer.key.starts_with("file:")).cloned().collect::<Vec<_>>()
            });
            offers.extend(kept.unwrap_or_default());
            self.offers.try_set(offers);
            if let Some(first) = first.filter(|_| choose) {
                self.old.try_set(first);
            }
            self.listed.try_set(true);
        });
    }

    /// The keys and names of the states before now that can be chosen.
    pub fn earlier(self) -> Vec<(String, String)> {
        let before_now = |offer: &&Offer| offer.key != NOW;
        self.offers
            .with(|all| all.iter().filter(before_now).map(|offer| (offer.key.clone(), offer.label.clone())).collect())
    }

    fn follow(self) {
        Effect::new(move |_| {
            let (old, new) = (self.old.get(), self.new.get());
            self.cx.desk.changed.track();
            leptos::task::spawn_local(async move {
                let pair = match (self.state(&old).await, self.state(&new).await) {
                    (Some(old), Some(new)) => Some((old, new)),
                    _ => None,
                };
                self.both.try_set(pair);
            });
        });
    }

    async fn state(self, key: &str) -> Option<Arc<State>> {
        let cx = self.cx;
        if key == NOW {
            let document = cx.desk.with(Clone::clone);
            return Some(Arc::new(State { label: cx.t(say::NOW).to_owned(), document, on: dom::today() }));
        }
        let offer =
            self.offers.try_with_untracked(|offers| offers.iter().find(|offer| offer.key == key).cloned())??;
        if let Some(state) = offer.state {
            return Some(state);
        }
        let store = cx.app.store()?;
        let number: u64 = key.strip_prefix('s')?.parse().ok()?;
        let id = cx.desk.id();
        let document = store.read_snapshot(id.as_str(), number).await?;
        let infos = store.snapshots(id.as_str()).await;
        let on = infos.iter().find(|info| info.id == number).map_or_else(dom::today, |info| info.day);
        let state = Arc::new(State { label: offer.label, document, on });
        self.offers.try_update(|offers| {
            if let Some(offer) = offers.iter_mut().find(|offer| offer.key == key) {
                offer.state = Some(Arc::clone(&state));
            }
        });
        Some(state)
    }

    fn add_file(self, chosen: RwSignal<String>, file: web_sys::File) {
        leptos::task::spawn_local(async move {
            let Some(incoming) = files::read_file(file).await else { return };
            match incoming.read {
                Ok(import) => {
                    let key = format!("file:{}", incoming.name);
                    let state =
                        State { label: incoming.name.clone(), document: import.workbook.document, on: dom::today() };
                    self.offers.try_update(|offers| {
                        offers.retain(|offer| offer.key != key);
                        offers.push(Offer { key: key.clone(), label: incoming.name, state: Some(Arc::new(state)) });
                    });
                    chosen.try_set(key);
                }
                // The reason is told where every file is refused.
                Err(_) => files::show(self.cx.app, incoming),
            }
        });
    }
}

fn stored_key(id: u64) -> String {
    format!("s{id}")
}

fn in_file(cx: Cx, at: usize, snapshot: &Snapshot) -> Offer {
    let read = read_snapshot(&snapshot.data, cx.desk.id(), cx.lang, &mut dom::new_id).ok();
    let day = Date::read(&snapshot.date);
    let name = if snapshot.label.is_empty() { snapshot.date.clone() } else { snapshot.label.clone() };
    let label =
        with_notes(cx, name, &[day.map(|day| format::date(day, cx.lang)), Some(cx.t(say::IN_THE_FILE).to_owned())]);
    let state =
        read.map(|document| Arc::new(State { label: label.clone(), document, on: day.unwrap_or_else(dom::today) }));
    Offer { key: format!("f{at}"), label, state }
}

fn label_of(cx: Cx, info: &SnapshotInfo) -> String {
    let kind: Option<Bi> = match info.kind {
        SnapshotKind::Auto => Some(say::AUTO),
        SnapshotKind::Named => None,
        SnapshotKind::BeforeImport => Some(say::BEFORE_IMPORT),
        SnapshotKind::BeforeRestore => Some(crate::i18n::past::KIND_RESTORE),
        SnapshotKind::Base => Some(say::OF_COPY),
    };
    let when = js_sys::Date::new(&info.at.as_str().into());
    let clock = if when.get_time().is_nan() {
        String::new()
    } else {
        format!(" {:02}:{:02}", when.get_hours(), when.get_minutes())
    };
    let day = format!("{}{clock}", format::date(info.day, cx.lang));
    let kind = kind.map(|kind| cx.t(kind).to_owned());
    if info.label.is_empty() {
        with_notes(cx, day, &[kind])
    } else {
        with_notes(cx, info.label.clone(), &[Some(day), kind])
    }
}

fn with_notes(cx: Cx, name: String, notes: &[Option<String>]) -> String {
    let notes: Vec<&str> = notes.iter().flatten().map(String::as_str).collect();
    if notes.is_empty() {
        return name;
    }
    match cx.lang {
        Lang::En => format!("{name} ({})", notes.join(", ")),
        Lang::Zh => format!("{name}（{}）", notes.join("，")),
    }
}

/// The two choices.
pub fn view(cx: Cx, sides: Sides) -> AnyView {
    view! {
        <div class="between">
            {one(cx, sides, say::OLD_SIDE, sides.old, "compare-old")}
            {one(cx, sides, say::NEW_SIDE, sides.new, "compare-new")}
        </div>
    }
    .into_any()
}

fn one(cx: Cx, sides: Sides, label: Bi, chosen: RwSignal<String>, action: &'static str) -> AnyView {
    let options = move || {
        let now = chosen.get();
        let none =
            now.is_empty().then(|| view! { <option value="" selected=true>{cx.t(crate::i18n::ui::CHOOSE)}</option> });
        let offers = sides.offers.get().into_iter().map(|offer| {
            let is_chosen = offer.key == now;
            view! { <option value=offer.key selected=is_chosen>{offer.label}</option> }
        });
        view! { {none}{offers.collect_view()} }
    };
    let file = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            sides.add_file(chosen, file);
        }
    };
    view! {
        <label>{cx.t(label)}<select class="in" data-action=action on:change=move |event| chosen.set(event_target_value(&event))>{options}</select></label>
        <label class="btn file">{cx.t(say::FROM_FILE)}<input type="file" accept=".json,application/json" data-action=format!("{action}-file") aria-label=format!("{}: {}", cx.t(label), cx.t(say::FROM_FILE)) on:change=file /></label>
    }
    .into_any()
}
