//! Pictures on the page: a scene drawn as SVG, with its finding above and its data behind it.

mod drag;
mod export;
mod svg;

use leptos::prelude::*;

use crate::charts::catalogue::PICTURES;
use crate::charts::{Picture, Scene, Size};
use crate::i18n::ui as words;
use crate::ui::cx::Cx;
use crate::worksheets;

/// Width of a picture beside its inputs, in pixels.
const WIDTH: f64 = 400.0;

/// The pictures that stand beside the inputs of a table; nothing when there are none at this depth.
pub fn beside(cx: Cx, table: &str) -> Option<AnyView> {
    let pictures: Vec<_> =
        PICTURES.iter().filter(|picture| picture.beside == table && picture.depth <= cx.depth).collect();
    (!pictures.is_empty())
        .then(|| pictures.into_iter().map(|picture| view(cx, picture, WIDTH)).collect_view().into_any())
}

/// One picture, redrawn when a table it reads changes.
pub fn view(cx: Cx, picture: &'static Picture, width: f64) -> AnyView {
    let scene = Memo::new(move |_| cx.desk.book(picture.reads, |book| (picture.draw)(book, cx.lang, Size { width })));
    let heading = format!("picture-{}", picture.key);
    let labelled = heading.clone();
    let drawing = move || {
        let scene = scene.get();
        let handles = drag::handles(cx, &scene);
        svg::view(&scene, heading.clone(), handles)
    };
    view! {
        <figure class="picture" data-picture=picture.key class:empty=move || scene.with(|scene| scene.empty.is_some())>
            <figcaption>
                <h3 id=labelled>{move || scene.with(|scene| scene.title.clone())}</h3>
                <p>{move || scene.with(|scene| scene.subtitle.clone())}</p>
            </figcaption>
            {drawing}
            {move || scene.with(|scene| feeding(cx, scene))}
            {move || scene.with(|scene| scene.empty.is_none()).then(|| behind(cx, picture, scene))}
        </figure>
    }
    .into_any()
}

/// What will appear in an empty picture, and which fields feed it.
fn feeding(cx: Cx, scene: &Scene) -> AnyView {
    let Some(hint) = &scene.empty else { return ().into_any() };
    let fields = hint.fields.iter().filter_map(|path| {
        let (table, key) = path.rsplit_once('.')?;
        Some(cx.t(worksheets::table(table)?.field(key)?.label))
    });
    let separator = if cx.lang == crate::model::Lang::Zh { "、" } else { ", " };
    let fields = fields.collect::<Vec<_>>().join(separator);
    view! { <p class="feeding">{hint.text.clone()}" "<span class="hint">{fields}</span></p> }.into_any()
}

/// The data as a table for everyone who cannot see the picture, and the picture as a file.
fn behind(cx: Cx, picture: &'static Picture, scene: Memo<Scene>) -> AnyView {
    let table = move || {
        scene.with(|scene| {
            let heads =
                scene.table.headers.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
            let rows = scene.table.rows.iter().map(|row| {
                let cells = row.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
                view! { <tr>{cells}</tr> }
            });
            view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }
        })
    };
    view! {
        <details class="data">
            <summary>{cx.t(words::TABLE_OF_FIGURES)}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=cx.t(picture.label)>{table}</div>
            <div class="moves">
                <button type="button" class="link" data-action="save-svg" on:click=move |_| export::svg(picture, &scene.get_untracked())>{cx.t(words::SAVE_SVG)}</button>
                <button type="button" class="link" data-action="save-png" on:click=move |_| export::png(picture, &scene.get_untracked())>{cx.t(words::SAVE_PNG)}</button>
            </div>
        </details>
    }
    .into_any()
}
