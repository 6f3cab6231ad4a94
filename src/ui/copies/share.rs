//! Sharing at a level: choose, look, download.

use crate::ui::prelude::*;

use super::proof::{Proof, make};
use super::{link, names, words};
use crate::file::share::{Name, Names, Sharing, propose};
use crate::i18n::copies as say;
use crate::model::Bi;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::sharing::Level;
use crate::worksheets::table;

#[derive(Clone, Copy)]
struct Choice {
    level: RwSignal<Level>,
    with_private: RwSignal<bool>,
    names: RwSignal<Vec<Name>>,
    /// Factor and days of a training copy: made up here, shown nowhere, kept in no file.
    secret: StoredValue<(f64, i64)>,
    proof: RwSignal<Option<Proof>>,
}

/// The part of the page.
pub fn view(cx: Cx) -> AnyView {
    let choice = Choice {
        level: RwSignal::new(Level::Colleagues),
        with_private: RwSignal::new(false),
        names: RwSignal::new(Vec::new()),
        secret: StoredValue::new(secret()),
        proof: RwSignal::new(None),
    };
    // Another choice is another file: what was looked at no longer counts.
    Effect::new(move |_| {
        choice.level.track();
        choice.with_private.track();
        choice.names.track();
        choice.proof.set(None);
    });
    let needs_names = move || matches!(choice.level.get(), Level::External | Level::Training | Level::Customer);
    let levels =
        Level::ALL.into_iter().zip(Level::OPTIONS).map(|(level, option)| radio(cx, choice, level, option.label));
    let look = move |_| {
        complete_names(cx, choice);
        let names = Names {
            list: choice.names.get_untracked().into_iter().filter(|name| !name.real.trim().is_empty()).collect(),
        };
        let (factor, shift_days) = choice.secret.get_value();
        let sharing = Sharing {
            level: choice.level.get_untracked(),
            names: &names,
            with_private: choice.with_private.get_untracked(),
            factor,
            shift_days,
        };
        let proof = make(cx, &sharing);
        // After the effect above, which the completed names may have set off.
        dom::next_frame(move || {
            let _ = choice.proof.try_set(Some(proof));
        });
    };
    view! {
        <fieldset class="levels">
            <legend class="label">{cx.t(say::LEVEL)}</legend>
            {levels.collect_view()}
        </fieldset>
        {move || (choice.level.get() == Level::Full).then(|| private_box(cx, choice))}
        {move || needs_names().then(|| {
            complete_names(cx, choice);
            names::view(cx, choice.names)
        })}
        <div class="choices"><button type="button" class="btn main" data-action="look" on:click=look>{cx.t(say::LOOK)}</button></div>
        {move || choice.proof.get().map(|proof| shown(cx, choice, proof))}
    }
    .into_any()
}

fn radio(cx: Cx, choice: Choice, level: Level, label: Bi) -> AnyView {
    let help = match level {
        Level::Full => say::L0_HELP,
        Level::Colleagues => say::L1_HELP,
        Level::External => say::L2_HELP,
        Level::Training => say::L3_HELP,
        Level::Customer => say::CUSTOMER_HELP,
    };
    let is_first = level == choice.level.get_untracked();
    view! {
        <label class="level"><input type="radio" name="share-level" class="tick" data-action="level" value=level.key() checked=is_first on:change=move |_| choice.level.set(level) /><span><b>{cx.t(label)}</b><br /><span class="hint">{cx.t(help)}</span></span></label>
    }
    .into_any()
}

fn private_box(cx: Cx, choice: Choice) -> AnyView {
    view! { <label class="check"><input type="checkbox" class="tick" data-action="with-private" prop:checked=move || choice.with_private.get() on:change=move |event| choice.with_private.set(event_target_checked(&event)) />{cx.t(say::WITH_PRIVATE)}</label> }.into_any()
}

/// Adds the names that the workbook holds by now to those that are listed.
fn complete_names(cx: Cx, choice: Choice) {
    let proposed = cx.desk.with(propose).list;
    let missing: Vec<Name> = choice.names.with_untracked(|names| {
        proposed.into_iter().filter(|name| !names.iter().any(|known| known.real == name.real)).collect()
    });
    if !missing.is_empty() {
        choice.names.update(|names| names.extend(missing));
    }
}

fn shown(cx: Cx, choice: Choice, proof: Proof) -> AnyView {
    let (values, tables) = proof.goes;
    let goes = cx.tf(say::GOES, &[&values.to_string(), &tables.to_string(), &proof.file]);
    let is_clean = proof.hits.is_empty();
    let of = proof.of;
    let is_current = move || cx.desk.changed.get() == of;
    let download = move |_| {
        choice.proof.with_untracked(|proof| {
            if let Some(proof) = proof {
                dom::download(&proof.file, "application/json", &proof.text);
            }
        });
    };
    let readable = proof.readable.clone();
    let compact = move || choice.proof.with_untracked(|proof| proof.as_ref().map(|proof| proof.compact.clone()));
    view! {
        <section class="proof" data-proof=if is_clean { "clean" } else { "hits" } aria-labelledby="proof-title">
            <h3 id="proof-title">{goes}</h3>
            {searched(cx, &proof)}
            {counted(cx, say::STAYS, &proof.removed.iter().map(|(path, count)| (path_words(cx, path), *count)).collect::<Vec<_>>(), Some(say::STAYS_NONE))}
            {counted(cx, say::REPLACED, &proof.replaced.iter().map(|(name, count)| (name.clone(), *count)).collect::<Vec<_>>(), None)}
            <details class="fold-in" data-part="preview"><summary>{cx.t(say::PREVIEW)}</summary><pre class="preview" tabindex="0">{readable}</pre></details>
            {move || if is_current() {
                view! {
                    <div class="choices"><button type="button" class="btn main" data-action="download-shared" disabled=!is_clean on:click=download>{cx.t(say::DOWNLOAD_SHARED)}</button></div>
                    {is_clean.then(|| link::view(cx, compact))}
                }.into_any()
            } else {
                view! { <p class="warn" role="status">"▲ "{cx.t(say::CHANGED_SINCE)}</p> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn searched(cx: Cx, proof: &Proof) -> AnyView {
    let Some(count) = proof.searched else {
        return view! { <p class="hint" data-scan="none">{cx.t(say::SCAN_NONE)}</p> }.into_any();
    };
    if proof.hits.is_empty() {
        let words = cx.tf(say::SCAN_CLEAN, &[&count.to_string()]);
        return view! { <p class="good" role="status" data-scan="clean">"✓ "{words}</p> }.into_any();
    }
    const MOST: usize = 20;
    let hits = proof
        .hits
        .iter()
        .take(MOST)
        .map(|hit| view! { <li><b>{hit.real.clone()}</b>" … "<q>{hit.around.clone()}</q></li> });
    view! {
        <div class="refused" role="alert" data-scan="hits">
            <p class="bad">"✕ "{cx.t(say::SCAN_HITS)}</p>
            <ul class="issues">{hits.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn counted(cx: Cx, title: Bi, items: &[(String, usize)], none: Option<Bi>) -> AnyView {
    if items.is_empty() {
        return none.map(|words| view! { <p class="hint">{cx.t(words)}</p> }).into_any();
    }
    let lines = items.iter().map(|(name, count)| view! { <li>{name.clone()}" "<span class="hint">{cx.tf(say::TIMES, &[&count.to_string()])}</span></li> });
    view! { <details class="fold-in" data-part="counted"><summary>{cx.t(title)}" "<span class="hint">{items.len()}</span></summary><ul class="columns">{lines.collect_view()}</ul></details> }.into_any()
}

/// A key path as people know it: table and field.
fn path_words(cx: Cx, path: &str) -> String {
    if path == "*" {
        return cx.t(say::UNKNOWN_FIELDS).to_owned();
    }
    if let Some(rows) = path.strip_suffix("[]").and_then(table) {
        return cx.tf(say::ROWS_OF, &[&words::table(cx, rows)]);
    }
    if let Some(whole) = table(path) {
        return words::table(cx, whole);
    }
    let Some((of, key)) = path.rsplit_once('.') else { return path.to_owned() };
    let Some(of) = table(of) else { return path.to_owned() };
    let field = of.field(key).or_else(|| of.attributes().find(|field| field.key == key));
    let label = field.map_or(cx.t(say::UNKNOWN_FIELDS), |field| cx.t(field.label));
    let colon = if cx.lang == crate::model::Lang::Zh { "：" } else { ": " };
    format!("{}{colon}{label}", words::table(cx, of))
}

/// A factor of 0.5 to 0.8 or 1.25 to 2, and 30 to 300 days either way.
fn secret() -> (f64, i64) {
    let chance = js_sys::Math::random;
    let factor = if chance() < 0.5 { 0.5 + 0.3 * chance() } else { 1.25 + 0.75 * chance() };
    #[expect(clippy::cast_possible_truncation, reason = "30 to 300")]
    let days = (30.0 + 270.0 * chance()) as i64;
    (factor, if chance() < 0.5 { days } else { -days })
}
