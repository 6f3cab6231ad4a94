//! Returned files: taking them in, and the list of them.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::ev;

use super::merging::Bench;
use super::state::Back;
use crate::file::hand_out::envelope_of;
use crate::file::read::read_text;
use crate::i18n::{copies as say, file as sentences, ui as words};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::files::{self, Incoming};
use crate::ui::{dom, samples};
use crate::worksheets::needs;

/// Whether a file is a copy of the workbook that is open: the same id, or one that says it was handed out.
pub fn is_copy_of_open(app: App, incoming: &Incoming) -> bool {
    let (Some(desk), Ok(import)) = (app.desk.get_untracked(), &incoming.read) else { return false };
    import.workbook.document.id == desk.id() || envelope_of(&import.workbook).is_some()
}

/// Takes files in as returned copies of the open workbook and shows them.
pub fn receive_returned(app: App, files: Vec<web_sys::File>) {
    leptos::task::spawn_local(async move {
        let mut read = Vec::new();
        for file in files {
            read.extend(files::read_file(file).await);
        }
        take_in(app, read);
    });
}

/// Takes what was read in as returned copies of the open workbook and shows them.
pub fn take_in(app: App, read: Vec<Incoming>) {
    let Some(desk) = app.desk.get_untracked() else { return };
    let id = desk.id();
    app.returns.update(|returns| {
        for incoming in read {
            returns.add(id.as_str(), incoming);
        }
    });
    app.go_to_page("copies");
}

/// The button that chooses files, and the list of those that came.
pub fn view(cx: Cx, bench: Bench) -> AnyView {
    let chosen = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let files = input.files().map(files::all_of).unwrap_or_default();
        input.set_value("");
        receive_returned(cx.app, files);
    };
    view! {
        <div class="choices">
            <label class="btn file">
                {cx.t(say::CHOOSE_FILES)}
                <input type="file" multiple accept=".json,application/json" data-action="merge-files" on:change=chosen />
            </label>
            {exercise(cx)}
        </div>
        {move || list(cx, bench)}
    }
    .into_any()
}

/// The sample of the account at risk has a second copy to practise on; a row of its own tells the sample.
fn exercise(cx: Cx) -> AnyView {
    const FILE: &str = "zh-two-snapshots-copy.json";
    const ROW: &str = "vxj2tilqgbdruvba";
    if cx.desk.with(|document| document.list(needs::people::TABLE).row(ROW).is_none()) {
        return ().into_any();
    }
    let bring = move |_| {
        leptos::task::spawn_local(async move {
            let text = samples::asset(&format!("samples/{FILE}")).await;
            match text.map(|text| read_text(&text, &mut dom::new_id)) {
                Some(read) => take_in(cx.app, vec![Incoming { name: FILE.to_owned(), read }]),
                None => cx.app.toast(cx.lang, words::SAMPLE_FAILED),
            }
        });
    };
    view! { <button type="button" class="link" data-action="exercise-copy" title=cx.t(say::EXERCISE_HELP) on:click=bring>{cx.t(say::EXERCISE)}</button> }
        .into_any()
}

fn list(cx: Cx, bench: Bench) -> AnyView {
    let files = bench.files();
    if files.is_empty() {
        return ().into_any();
    }
    let heads = super::heads(cx, &[say::FILE, say::FILLED_BY, say::STATE]);
    let rows = files.into_iter().map(|back| line(cx, bench, &back)).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=cx.t(say::CHOOSE_FILES)>
            <table class="plain">{heads}<tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn line(cx: Cx, bench: Bench, back: &Back) -> AnyView {
    let name = back.incoming.name.clone();
    let author = bench.author_of(&name);
    let remove = {
        let name = name.clone();
        move |_| cx.app.returns.update(|returns| returns.files.retain(|back| back.incoming.name != name))
    };
    let rename = {
        let incoming = Arc::clone(&back.incoming);
        move |event: ev::Event| {
            let author = event_target_value(&event).trim().to_owned();
            cx.app.returns.update(|returns| {
                if let Some(back) = returns.files.iter_mut().find(|back| Arc::ptr_eq(&back.incoming, &incoming)) {
                    back.author = Some(author.clone()).filter(|author| !author.is_empty());
                }
                returns.decisions.clear();
            });
        }
    };
    let (who, state) = match &back.incoming.read {
        Ok(_) => {
            let label = format!("{}: {name}", cx.t(say::FILLED_BY));
            let input = view! { <input class="in" data-action="returned-author" aria-label=label value=author on:change=rename /> };
            let (key, mark, words) = match bench.has_base(&name) {
                Some(true) => ("known", "✓ ", say::KNOWN_BASE),
                Some(false) => ("none", "▲ ", say::NO_BASE),
                None => ("reading", "", say::READING),
            };
            let state = view! { <span class="state" data-base=key>{mark}{cx.t(words)}</span> };
            (input.into_any(), state.into_any())
        }
        Err(error) => {
            let reason = cx.tf(say::NOT_READ, &[&sentences::read_error(error, cx.lang)]);
            ((cx.t(words::DASH)).into_any(), view! { <span class="bad">"✕ "{reason}</span> }.into_any())
        }
    };
    let label = format!("{}: {name}", cx.t(say::TAKE_OUT));
    let shown = name.clone();
    view! {
        <tr data-file=name>
            <td>{shown}</td>
            <td>{who}</td>
            <td>{state}<button type="button" class="icon" data-action="take-out" aria-label=label title=cx.t(say::TAKE_OUT) on:click=remove>"×"</button></td>
        </tr>
    }
    .into_any()
}
