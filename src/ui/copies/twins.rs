//! Rows that look like the same thing written down twice.

use crate::ui::prelude::*;

use super::merging::Bench;
use super::words;
use crate::change::merge::Duplicate;
use crate::i18n::copies as say;
use crate::ui::cx::Cx;

/// The address of a suggestion.
pub fn key(twin: &Duplicate) -> String {
    twin.rows.iter().fold(twin.table.path.to_owned(), |key, id| format!("{key}/{id}"))
}

/// The suggestions, if there are any.
pub fn view(cx: Cx, bench: Bench) -> AnyView {
    let twins = Memo::new(move |_| {
        bench.merge.with(|merge| merge.as_ref().map(|merge| merge.duplicates.clone()).unwrap_or_default())
    });
    let body = move || {
        let twins = twins.get();
        (!twins.is_empty()).then(|| {
            let lines = twins.iter().map(|twin| line(cx, bench, twin)).collect_view();
            view! {
                <section class="twins" aria-labelledby="twins-title">
                    <h3 id="twins-title">{cx.t(say::TWINS)}</h3>
                    <p class="hint">{cx.t(say::TWINS_HELP)}</p>
                    <ul class="lines">{lines}</ul>
                </section>
            }
        })
    };
    body.into_any()
}

fn line(cx: Cx, bench: Bench, twin: &Duplicate) -> AnyView {
    let key = key(twin);
    let names = bench.with_documents(|documents| {
        twin.rows.iter().map(|id| words::row(cx, documents, twin.table, id.as_str())).collect::<Vec<_>>().join(" ≈ ")
    });
    let is_on = cx.app.returns.with_untracked(|returns| returns.joins.get(&key) == Some(&true));
    let toggle = move |event| {
        let is_on = event_target_checked(&event);
        cx.app.returns.update(|returns| {
            returns.joins.insert(key.clone(), is_on);
        });
    };
    view! {
        <li data-twin="">
            <span class="grow"><span class="hint">{words::table(cx, twin.table)}</span><br />{names}</span>
            <label class="check"><input type="checkbox" class="tick" data-action="join-rows" checked=is_on on:change=toggle />{cx.t(say::JOIN)}</label>
        </li>
    }
    .into_any()
}
