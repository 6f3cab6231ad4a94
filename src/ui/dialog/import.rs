//! A file that was opened: what is in it, what was odd, and what to do with it. Nothing has changed yet.

use crate::ui::prelude::*;

use super::modal_in;
use crate::file::Import;
use crate::i18n::{copies as say, file as sentences, ui as words};
use crate::model::Lang;
use crate::ui::app::App;
use crate::ui::files::{self, Incoming};

/// Most remarks listed.
const MOST: usize = 12;

/// The dialog.
pub fn view(app: App, lang: Lang) -> AnyView {
    let Some(incoming) = app.incoming.get_untracked() else { return ().into_any() };
    let close = move || {
        app.dialog.set(None);
        app.incoming.set(None);
    };
    let name = incoming.name.clone();
    let (title, body) = match &incoming.read {
        Ok(import) => (words::IMPORT_TITLE, accepted(app, lang, import, incoming.clone())),
        Err(error) => {
            let reason = sentences::read_error(error, lang);
            let body = view! {
                <div role="alert"><p class="refused">{reason}</p><p class="hint">{words::IMPORT_UNCHANGED.get(lang)}</p></div>
                <div class="choices"><button type="button" class="btn" on:click=move |_| close()>{words::CLOSE.get(lang)}</button></div>
            };
            (words::IMPORT_REFUSED, body.into_any())
        }
    };
    modal_in(lang, words::fill(title.get(lang), &[&name]), "import", body, close)
}

fn accepted(app: App, lang: Lang, import: &Import, incoming: Incoming) -> AnyView {
    let (filled, tables) = counts(import);
    let card = crate::ui::opened::card_of(&import.workbook.document);
    let account = if card.account.is_empty() { words::NO_NAME.get(lang).to_owned() } else { card.account };
    let summary = words::fill(words::IMPORT_OK.get(lang), &[&account, &filled.to_string(), &tables.to_string()]);
    let issues = &import.report;
    let listed = issues.iter().take(MOST).map(|issue| {
        view! { <li><code>{issue.path.clone()}</code>" "{sentences::issue(issue, lang)}</li> }
    });
    let listed = listed.collect_view();
    let more = issues.len().saturating_sub(MOST);
    let report = (!issues.is_empty()).then(|| {
        view! {
            <details open=true>
                <summary>{words::fill(words::IMPORT_ISSUES.get(lang), &[&issues.len().to_string()])}</summary>
                <ul class="issues">{listed}</ul>
                {(more > 0).then(|| view! { <p class="hint">{words::fill(words::IMPORT_MORE.get(lang), &[&more.to_string()])}</p> })}
            </details>
        }
    });
    let close = move || {
        app.dialog.set(None);
        app.incoming.set(None);
    };
    let (other, merged) = (incoming.clone(), incoming.clone());
    let add = move |_| {
        close();
        files::add_incoming(app, incoming.clone());
    };
    let replace = app.desk.get_untracked().is_some().then(|| {
        let act = move |_| {
            close();
            files::replace_with_incoming(app, other.clone());
        };
        view! { <button type="button" class="btn" data-action="import-replace" on:click=act>{words::IMPORT_REPLACE.get(lang)}</button> }
    });
    let is_copy = crate::ui::copies::is_copy_of_open(app, &merged);
    let merge = is_copy.then(|| {
        let act = move |_| {
            close();
            crate::ui::copies::take_in(app, vec![merged.clone()]);
        };
        view! {
            <p class="hint">{say::MERGE_HELP.get(lang)}</p>
            <div class="choices"><button type="button" class="btn main" data-action="import-merge" on:click=act>{say::MERGE_HERE.get(lang)}</button></div>
        }
    });
    view! {
        <p>{summary}</p>
        {report}
        {merge}
        <div class="choices">
            <button type="button" class="btn" class:main=!is_copy data-action="import-confirm" autofocus on:click=add>{words::IMPORT_ADD.get(lang)}</button>
            {replace}
            <button type="button" class="btn quiet" on:click=move |_| close()>{words::CANCEL.get(lang)}</button>
        </div>
    }
    .into_any()
}

/// How many fields are filled, in how many tables.
fn counts(import: &Import) -> (usize, usize) {
    use crate::change::edit::records;
    let document = &import.workbook.document;
    let filled = crate::worksheets::TABLES
        .iter()
        .map(|table| records(document, table).map(|(_, _, record)| record.filled().count()).sum::<usize>());
    filled.filter(|count| *count > 0).fold((0, 0), |(fields, tables), count| (fields + count, tables + 1))
}
