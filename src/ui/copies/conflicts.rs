//! The conflicts of a merge, with the ways to decide many at once.

use crate::ui::prelude::*;

use super::conflict;
use super::merging::Bench;
use crate::change::merge::{Choice, Decisions, Spot, all_from};
use crate::i18n::copies as say;
use crate::ui::cx::Cx;

/// The address of a conflict, for keys and names.
pub fn key(spot: &Spot) -> String {
    let part = |id: &Option<crate::model::Id>| id.as_ref().map_or("", crate::model::Id::as_str).to_owned();
    let slot = spot.slot.map_or_else(|| "row".to_owned(), |slot| slot.to_string());
    format!("{}/{}/{}/{slot}", spot.table, part(&spot.row), part(&spot.col))
}

/// The list, if there are any.
pub fn view(cx: Cx, bench: Bench) -> AnyView {
    let any = Memo::new(move |_| {
        bench.conflicts.with(|conflicts| !conflicts.is_empty()) && bench.merge.with(Option::is_some)
    });
    let body = move || any.get().then(|| list(cx, bench));
    body.into_any()
}

fn list(cx: Cx, bench: Bench) -> AnyView {
    let left = move || {
        let open = bench.merge.with(|merge| merge.as_ref().map_or(0, |merge| merge.conflicts.len()));
        let all = bench.conflicts.with(Vec::len);
        if open == 0 {
            cx.t(say::CONFLICTS_DONE).to_owned()
        } else {
            cx.tf(say::CONFLICTS_LEFT, &[&all.to_string(), &open.to_string()])
        }
    };
    let authors = Memo::new(move |_| {
        let mut authors: Vec<String> = Vec::new();
        bench.conflicts.with(|conflicts| {
            for side in conflicts.iter().flat_map(conflict::distinct) {
                if !authors.contains(&side.author) {
                    authors.push(side.author.clone());
                }
            }
        });
        authors
    });
    let all_of = move |author: String| {
        let words = cx.tf(say::TAKE_ALL, &[&author]);
        let name = author.clone();
        let take = move |_| {
            let more = bench
                .merge
                .with_untracked(|merge| merge.as_ref().map(|merge| all_from(merge, &author)).unwrap_or_default());
            bench.decide(more);
        };
        view! { <button type="button" class="btn" data-action="take-all" data-author=name on:click=take>{words}</button> }
    };
    let keep_all = move |_| {
        let mine = bench.merge.with_untracked(|merge| {
            let open = merge.iter().flat_map(|merge| &merge.conflicts);
            open.map(|conflict| (conflict.at.clone(), Choice::Mine)).collect::<Decisions>()
        });
        bench.decide(mine);
    };
    view! {
        <section class="conflicts" aria-labelledby="conflicts-title">
            <h3 id="conflicts-title">{cx.t(say::CONFLICTS)}</h3>
            <p role="status" data-open=move || bench.merge.with(|merge| merge.as_ref().map_or(0, |merge| merge.conflicts.len()))>{left}</p>
            <div class="choices">
                {move || authors.get().into_iter().map(all_of).collect_view()}
                <button type="button" class="btn" data-action="keep-all" on:click=keep_all>{cx.t(say::KEEP_ALL)}</button>
            </div>
            {keyed_by(move || bench.conflicts.get(), |conflict| key(&conflict.at), move |found| conflict::view(cx, bench, found))}
        </section>
    }
    .into_any()
}
