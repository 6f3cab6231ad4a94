//! References to rows of another list: pick lists that can create the missing row in place.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::{Spot, as_input, choices};
use crate::change::{Op, Patch};
use crate::i18n::ui as words;
use crate::model::{Place, Row, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::table;

const NEW: &str = "+";

/// The rows that can be chosen, with their names; told when they change.
fn entries(cx: Cx, target: &'static str, without_us: bool) -> Vec<(String, String)> {
    cx.desk.track_table(target);
    let ids = cx.desk.with(|document| document.list_at(target).ids().to_vec());
    let kept = ids.iter().filter(|id| !(without_us && id.as_str() == "us"));
    kept.map(|id| (id.as_str().to_owned(), cx.title(target, id.as_str()))).collect()
}

/// One reference.
pub fn one(cx: Cx, spot: Spot, target: &'static str) -> AnyView {
    let creating = RwSignal::new(false);
    let stored = StoredValue::new(spot);
    (move || {
        let spot = stored.get_value();
        if creating.get() {
            new_row(cx, spot, target, move || creating.set(false))
        } else {
            select(cx, spot, target, creating)
        }
    })
    .into_any()
}

fn select(cx: Cx, spot: Spot, target: &'static str, creating: RwSignal<bool>) -> AnyView {
    let without_us = spot.field.without_us;
    let current = {
        let spot = spot.clone();
        Memo::new(move |_| as_input(spot.field, spot.value(cx).as_ref()))
    };
    // The options are only as many as needed until somebody reaches for them: long lists stay light.
    let reached = RwSignal::new(false);
    let change = {
        let spot = spot.clone();
        move |event: ev::Event| match event_target_value(&event).as_str() {
            NEW => creating.set(true),
            key => spot.set(cx, Value::text(key), false),
        }
    };
    let options = move || {
        let now = current.get();
        let all = reached.get();
        let listed = entries(cx, target, without_us).into_iter().filter(|(id, _)| all || *id == now);
        listed.map(|(id, name)| view! { <option value=id.clone() selected=id == now>{name}</option> }).collect_view()
    };
    let can_create = table(target).is_some_and(|table| table.title_field().is_some());
    view! {
        <select
            class="in pick"
            class:unset=move || current.get().is_empty()
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            on:focus=move |_| reached.set(true)
            on:mousedown=move |_| reached.set(true)
            on:change=change
        >
            <option value="" selected=move || current.get().is_empty()>{cx.t(words::NOTHING_CHOSEN)}</option>
            {options}
            {can_create.then(|| view! { <option value=NEW>{cx.t(words::NEW_ENTRY)}</option> })}
        </select>
    }
    .into_any()
}

/// Several references.
pub fn many(cx: Cx, spot: Spot, target: &'static str) -> AnyView {
    let without_us = spot.field.without_us;
    choices::panel(cx, spot, move || entries(cx, target, without_us), move |spot| new_row(cx, spot, target, || ()))
}

/// A field for the name of a new row: Enter makes it and refers to it, in one step.
fn new_row(cx: Cx, spot: Spot, target: &'static str, done: impl Fn() + Copy + 'static) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let single = matches!(spot.field.kind, crate::model::Kind::Ref(_));
    if single {
        Effect::new(move |_| {
            if let Some(node) = node.get() {
                dom::next_frame(move || {
                    let _ = node.focus();
                });
            }
        });
    }
    let heading = table(target).map_or("", |table| cx.t(table.label));
    let label = cx.tf(words::NEW_ENTRY_IN, &[heading]);
    let make = {
        let spot = spot.clone();
        move |name: String| {
            if !name.trim().is_empty() {
                create(cx, &spot, target, name.trim());
            }
        }
    };
    let keys = {
        let make = make.clone();
        move |event: ev::KeyboardEvent| {
            if crate::ui::keys::is_of_input_method(&event) {
                return;
            }
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    event.stop_propagation();
                    make(event_target_value(&event));
                    if let Some(node) = node.get_untracked() {
                        node.set_value("");
                    }
                    done();
                }
                "Escape" if single => {
                    event.stop_propagation();
                    if let Some(node) = node.get_untracked() {
                        node.set_value("");
                    }
                    done();
                }
                _ => {}
            }
        }
    };
    let left = move |event: ev::FocusEvent| {
        if single && node.try_get_untracked().is_some() {
            make(event_target_value(&event));
            done();
        }
    };
    view! {
        <input
            node_ref=node
            class="in new"
            type="text"
            placeholder=label.clone()
            aria-label=label
            data-new-in=target
            on:keydown=keys
            on:blur=left
        />
    }
    .into_any()
}

fn create(cx: Cx, spot: &Spot, target: &'static str, name: &str) {
    let Some(table) = table(target) else { return };
    let Some(title) = table.title_field() else { return };
    let mut row = Row::new(dom::new_id());
    let id = row.id.as_str().to_owned();
    row.record.set(title.slot, Value::text(name));
    let patch = cx.desk.with(|document| {
        let before = document.value(&spot.place).cloned();
        let after = match (&spot.field.kind, &before) {
            (crate::model::Kind::Refs(_), Some(Value::Keys(keys))) => {
                Value::keys(keys.iter().cloned().chain([id.clone()]).collect())
            }
            (crate::model::Kind::Refs(_), _) => Value::keys(vec![id.clone()]),
            _ => Value::text(id.clone()),
        };
        let mut patch = Patch::one(Op::Insert { table, at: document.list(table).len(), row });
        let mine = spot.place.clone();
        let offered = mine.col.is_none()
            && mine.row.as_ref().is_some_and(|id| document.list(mine.table).row(id.as_str()).is_none());
        if let (true, Some(mine_id)) = (offered, mine.row.clone()) {
            let mut own = Row::new(mine_id);
            own.record.set(mine.slot, after);
            let at = document.list(mine.table).len() + usize::from(mine.table == table);
            patch.ops.push(Op::Insert { table: mine.table, at, row: own });
        } else {
            let place = Place { ..mine };
            patch.ops.push(Op::Set { place, before, after });
        }
        patch
    });
    cx.desk.commit(patch, false);
}
