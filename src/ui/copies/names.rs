//! The names of the workbook and what stands in their place.

use crate::ui::prelude::*;

use crate::file::share::{Name, Who};
use crate::i18n::copies as say;
use crate::model::Bi;
use crate::ui::cx::Cx;

const fn words(who: Who) -> Bi {
    match who {
        Who::Account => say::WHO_ACCOUNT,
        Who::Seller => say::WHO_SELLER,
        Who::Competitor => say::WHO_COMPETITOR,
        Who::Company => say::WHO_COMPANY,
        Who::Person => say::WHO_PERSON,
        Who::Team => say::WHO_TEAM,
    }
}

/// The list, to be edited and added to.
pub fn view(cx: Cx, names: RwSignal<Vec<Name>>) -> AnyView {
    let add = move |_| {
        names.update(|names| names.push(Name { real: String::new(), alias: "***".to_owned(), who: Who::Competitor }))
    };
    let count = Memo::new(move |_| names.with(Vec::len));
    let rows = move || (0..count.get()).map(|at| line(cx, names, at)).collect_view();
    let heads = super::heads(cx, &[say::REAL, say::ALIAS]);
    view! {
        <details class="fold-in" data-part="names">
            <summary>{cx.t(say::NAMES)}" "<span class="hint">{move || count.get()}</span></summary>
            <p class="hint">{cx.t(say::NAMES_HELP)}</p>
            {super::table(cx, say::NAMES, heads, view! { <tbody>{rows}</tbody> }.into_any())}
            <button type="button" class="btn" data-action="add-name" on:click=add>{cx.t(say::ADD_NAME)}</button>
        </details>
    }
    .into_any()
}

fn line(cx: Cx, names: RwSignal<Vec<Name>>, at: usize) -> AnyView {
    let Some(name) = names.with_untracked(|names| names.get(at).cloned()) else { return ().into_any() };
    let is_own = name.real.is_empty();
    let put = move |change: fn(&mut Name, String), text: String| {
        names.update(|names| {
            if let Some(name) = names.get_mut(at) {
                change(name, text);
            }
        });
    };
    let real = if is_own {
        let set = move |event| put(|name, text| name.real = text, event_target_value(&event));
        view! { <input class="in" data-action="real-name" aria-label=cx.t(say::REAL) on:change=set /> }.into_any()
    } else {
        view! { <span>{name.real.clone()}" "<span class="hint">{cx.t(words(name.who))}</span></span> }.into_any()
    };
    let set = move |event| put(|name, text| name.alias = text, event_target_value(&event));
    let label = format!("{}: {}", cx.t(say::ALIAS), name.real);
    view! { <tr><td>{real}</td><td><input class="in" data-action="alias" aria-label=label value=name.alias on:change=set /></td></tr> }.into_any()
}
