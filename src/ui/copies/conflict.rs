//! One conflict: every version with its name and evidence, one of them to choose.

use crate::ui::prelude::*;

use super::conflicts::key;
use super::merging::Bench;
use super::words;
use crate::analysis::scoring::is_scored;
use crate::change::merge::{Choice, Conflict, ConflictKind, Decisions, Side, both_rows};
use crate::i18n::copies as say;
use crate::model::validate::fit_text;
use crate::model::{Bi, FieldDef, Kind, Place, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::ui::field::as_input;
use crate::worksheets::row;

/// The conflict as a group of choices.
pub fn view(cx: Cx, bench: Bench, conflict: Conflict) -> AnyView {
    let Some(table) = crate::worksheets::table(conflict.at.table) else { return ().into_any() };
    let name = key(&conflict.at);
    let title = title(cx, bench, &conflict, table);
    let why = match conflict.kind {
        ConflictKind::BothChanged => say::WHY_BOTH,
        ConflictKind::DeletedEdited => say::WHY_DELETED,
        ConflictKind::EditedDeleted => say::WHY_REMOVED,
    };
    let place = conflict.at.place();
    let before = place.as_ref().filter(|_| conflict.base.is_some()).map(|place| {
        let was = cx.desk.with(|mine| words::value(cx, mine, place, conflict.base.as_ref()));
        view! { <p class="hint">{cx.tf(say::BEFORE, &[&was])}</p> }
    });
    let sides = sides(cx, bench, &conflict, &name);
    let decided = {
        let at = conflict.at.clone();
        move || cx.app.returns.with(|returns| returns.decisions.contains_key(&at))
    };
    let both = both(cx, bench, &conflict, table, &name);
    let edit = place.map(|place| edit(cx, bench, &conflict, place, &name));
    view! {
        <fieldset class="conflict" data-conflict=name class:decided=decided>
            <legend><span class="hint">{words::table(cx, table)}" · "{cx.t(why)}</span><b>{title}</b></legend>
            {before}
            <div class="sides">{sides}{both}{edit}</div>
        </fieldset>
    }
    .into_any()
}

fn title(cx: Cx, bench: Bench, conflict: &Conflict, table: &'static TableDef) -> String {
    bench.with_documents(|documents| match conflict.at.place() {
        Some(place) => words::place(cx, documents, &place),
        None => {
            let id = conflict.at.row.as_ref().map_or("", |id| id.as_str());
            format!("{} · {}", words::row(cx, documents, table, id), cx.t(say::WHOLE_ROW))
        }
    })
}

fn sides(cx: Cx, bench: Bench, conflict: &Conflict, name: &str) -> AnyView {
    let mine = side(cx, bench, conflict, &conflict.mine, Choice::Mine, name);
    let theirs = distinct(conflict)
        .into_iter()
        .map(|one| side(cx, bench, conflict, one, Choice::Theirs(one.author.clone()), name));
    view! { {mine}{theirs.collect_view()} }.into_any()
}

/// The versions of the others that differ from ours in what a row says; whoever only rated it says nothing else.
pub fn distinct(conflict: &Conflict) -> Vec<&Side> {
    let words = |side: &Side| {
        let table = crate::worksheets::table(conflict.at.table)?;
        let is_rated = |slot: u8| table.field_at(slot).is_some_and(is_scored);
        let is_stamp = |slot: u8| slot == row::UPDATED.slot || slot == row::AUTHOR.slot;
        let filled = side.row.as_ref()?.record.filled();
        let said = filled.filter(|(slot, _)| !is_rated(*slot) && !is_stamp(*slot));
        Some(said.map(|(slot, value)| (slot, value.clone())).collect::<Vec<_>>())
    };
    let ours = words(&conflict.mine);
    let is_row = conflict.at.slot.is_none();
    conflict.theirs.iter().filter(|side| !is_row || words(side) != ours).collect()
}

/// One version.
fn side(cx: Cx, bench: Bench, conflict: &Conflict, side: &Side, choice: Choice, name: &str) -> AnyView {
    let who = if side.author.is_empty() { cx.t(say::HERE).to_owned() } else { side.author.clone() };
    let shown = bench.with_document(&side.author, |document| match conflict.at.place() {
        Some(place) => words::value(cx, document, &place, side.value.as_ref()),
        None if side.row.is_none() => cx.t(say::DELETED).to_owned(),
        None => row_in_words(cx, document, conflict, side),
    });
    let evidence = side.evidence.as_deref().and_then(|key| {
        let option = crate::worksheets::row::EVIDENCE.iter().find(|option| option.key == key)?;
        Some(cx.t(option.label))
    });
    let owns = conflict.owner.as_deref() == Some(side.author.as_str()) && !side.author.is_empty();
    let body = view! {
        <span class="who">{who}{owns.then(|| format!(" · {}", cx.t(say::OWNER)))}</span>
        <span class="what">{shown}</span>
        {evidence.map(|words| view! { <span class="hint">{words}</span> })}
    };
    radio(cx, bench, conflict, choice, name, body.into_any())
}

/// What a row says: its first filled fields.
fn row_in_words(cx: Cx, document: &crate::model::Document, conflict: &Conflict, side: &Side) -> String {
    let (Some(row), Some(table)) = (&side.row, crate::worksheets::table(conflict.at.table)) else {
        return String::new();
    };
    let parts = table.fields.iter().filter_map(|field| {
        let value = row.record.at(field.slot)?;
        let place = Place::row(table, row.id.clone(), field.slot);
        Some(format!("{}: {}", cx.t(field.label), words::value(cx, document, &place, Some(value))))
    });
    parts.take(4).collect::<Vec<_>>().join(" · ")
}

fn radio(cx: Cx, bench: Bench, conflict: &Conflict, choice: Choice, name: &str, body: AnyView) -> AnyView {
    let at = conflict.at.clone();
    let (mine, spot) = (choice.clone(), at.clone());
    let is_chosen = move || cx.app.returns.with(|returns| returns.decisions.get(&spot) == Some(&mine));
    let author = match &choice {
        Choice::Theirs(author) => author.clone(),
        _ => String::new(),
    };
    let choose = move |_| bench.decide(Decisions::from([(at.clone(), choice.clone())]));
    view! {
        <label class="side"><input type="radio" name=name.to_owned() data-action="choose-side" data-author=author prop:checked=is_chosen on:change=choose /><span class="version">{body}</span></label>
    }
    .into_any()
}

/// Keeping both as two rows, where a list can grow.
fn both(cx: Cx, bench: Bench, conflict: &Conflict, table: &'static TableDef, name: &str) -> AnyView {
    let has_rows = table.is_list() && conflict.mine.row.is_some() && conflict.at.slot.is_some();
    let is_free = conflict.at.row.as_ref().is_some_and(|id| table.default_row(id.as_str()).is_none());
    if !has_rows || !is_free {
        return ().into_any();
    }
    let options = conflict.theirs.iter().filter(|side| side.row.is_some()).map(|side| {
        let (at, author) = (conflict.at.clone(), side.author.clone());
        let spot = at.clone();
        let is_chosen = {
            let author = author.clone();
            move || {
                cx.app.returns.with(|returns| matches!(returns.decisions.get(&spot), Some(Choice::Both { author: other, .. }) if *other == author))
            }
        };
        let words = if conflict.theirs.len() > 1 { format!("{} ({author})", cx.t(say::BOTH_ROWS)) } else { cx.t(say::BOTH_ROWS).to_owned() };
        let choose = move |_| {
            let id = dom::new_id();
            let mut more = bench.merge.with_untracked(|merge| merge.as_ref().map(|merge| both_rows(merge, &at, &author, &id)).unwrap_or_default());
            more.insert(at.clone(), Choice::Both { author: author.clone(), id });
            bench.decide(more);
        };
        view! { <label class="side"><input type="radio" name=name.to_owned() data-action="both-rows" prop:checked=is_chosen on:change=choose /><span class="version"><span class="who">{words}</span></span></label> }
    });
    options.collect_view().into_any()
}

/// A value that neither has: typed, or chosen where there are options.
fn edit(cx: Cx, bench: Bench, conflict: &Conflict, place: Place, name: &str) -> AnyView {
    let Some(field) = place.table.field_at(place.slot) else { return ().into_any() };
    if field.kind.target().is_some() || matches!(field.kind, Kind::Auto | Kind::Choices(_)) {
        return ().into_any();
    }
    let at = conflict.at.clone();
    let spot = at.clone();
    let is_chosen =
        move || cx.app.returns.with(|returns| matches!(returns.decisions.get(&spot), Some(Choice::Edited(_))));
    let unit = cx.unit_size();
    let set = move |text: String| {
        let value: Option<Value> = match field.kind {
            Kind::Choice { .. } => Value::text(text),
            Kind::YesNo => (!text.is_empty()).then_some(Value::Bool(text == "yes")),
            _ => fit_text(field, &text, unit),
        };
        bench.decide(Decisions::from([(at.clone(), Choice::Edited(value))]));
    };
    let start = as_input(field, conflict.mine.value.as_ref());
    let label = format!("{}: {}", cx.t(say::ANOTHER), cx.t(field.label));
    let (first, again) = (set.clone(), start.clone());
    let control = match choices(field) {
        Some(options) => {
            let options = options.into_iter().map(|(key, words)| {
                let chosen = key == start;
                view! { <option value=key selected=chosen>{cx.t(words)}</option> }
            });
            view! { <select class="in" data-action="edit-conflict" aria-label=label on:change=move |event| set(event_target_value(&event))>{options.collect_view()}</select> }.into_any()
        }
        None if field.kind == Kind::LongText => {
            view! { <textarea class="in" data-action="edit-conflict" aria-label=label on:change=move |event| set(event_target_value(&event))>{start}</textarea> }.into_any()
        }
        None => view! { <input class="in" data-action="edit-conflict" aria-label=label value=start on:change=move |event| set(event_target_value(&event)) /> }.into_any(),
    };
    view! {
        <div class="side">
            <input type="radio" name=name.to_owned() data-action="edit-side" aria-label=cx.t(say::ANOTHER) prop:checked=is_chosen on:change=move |_| first(again.clone()) />
            <span class="version"><span class="who">{cx.t(say::ANOTHER)}</span>{control}</span>
        </div>
    }
    .into_any()
}

/// The options of a field that has some, the empty one first.
fn choices(field: &FieldDef) -> Option<Vec<(&'static str, Bi)>> {
    let options: Vec<(&'static str, Bi)> = match &field.kind {
        Kind::Choice { options, open: false } => options.iter().map(|option| (option.key, option.label)).collect(),
        Kind::YesNo => vec![("yes", crate::i18n::ui::YES), ("no", crate::i18n::ui::NO)],
        _ => return None,
    };
    Some(std::iter::once(("", say::EMPTY)).chain(options).collect())
}
