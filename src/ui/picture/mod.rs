//! Pictures on the page: a scene drawn as SVG, with its finding above and its data behind it.

mod drag;
mod export;
mod svg;

use std::time::Duration;

use leptos::prelude::*;

use crate::charts::catalogue::PICTURES;
use crate::charts::{Picture, Scene, Size};
use crate::i18n::ui as words;
use crate::model::TableDef;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets;

/// A drawing that takes less than this is redrawn at every key.
const QUICK_MS: f64 = 4.0;
/// Other drawings wait for this pause.
const PAUSE: Duration = Duration::from_millis(300);

/// Width of a picture beside its inputs, in pixels.
const WIDTH: f64 = 400.0;

/// The pictures that stand beside the inputs of a table at this depth.
pub fn beside(cx: Cx, table: &'static TableDef) -> AnyView {
    let pictures = PICTURES.iter().filter(|picture| picture.beside == table.path && picture.depth <= cx.depth);
    pictures.map(|picture| view(cx, picture, WIDTH)).collect_view().into_any()
}

/// One picture, redrawn when a table it reads changes.
pub fn view(cx: Cx, picture: &'static Picture, width: f64) -> AnyView {
    let scene = follow(cx, picture, width);
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

/// A picture that stands for one moment and is not redrawn.
pub fn still(cx: Cx, key: &'static str, scene: &Scene) -> AnyView {
    let heading = format!("picture-{key}");
    let drawing = svg::view(scene, heading.clone(), ().into_any());
    let label = scene.title.clone();
    view! {
        <figure class="picture" data-picture=key>
            <figcaption>
                <h3 id=heading>{scene.title.clone()}</h3>
                <p>{scene.subtitle.clone()}</p>
            </figcaption>
            {drawing}
            <details class="data">
                <summary>{cx.t(words::TABLE_OF_FIGURES)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=label>{table_of(scene)}</div>
            </details>
        </figure>
    }
    .into_any()
}

/// The data of a scene.
fn table_of(scene: &Scene) -> AnyView {
    let heads = scene.table.headers.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let rows = scene.table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    });
    view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

/// The scene, redrawn when a table it reads changes: at once where drawing is quick, else when typing pauses.
fn follow(cx: Cx, picture: &'static Picture, width: f64) -> RwSignal<Scene> {
    let cost_ms = StoredValue::new(0.0_f64);
    let turn = StoredValue::new(0_u64);
    let draw = move || {
        let begun = dom::elapsed_ms();
        let scene = cx.desk.book(&[], |book| (picture.draw)(book, cx.lang, Size { width }));
        let _ = cost_ms.try_update_value(|cost| *cost = dom::elapsed_ms() - begun);
        scene
    };
    let scene = RwSignal::new(draw());
    Effect::new(move |before: Option<()>| {
        for path in picture.reads {
            cx.desk.track_table(path);
        }
        if before.is_none() {
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        let pause = if cost_ms.try_get_value().unwrap_or(0.0) < QUICK_MS { Duration::ZERO } else { PAUSE };
        set_timeout(
            move || {
                // Only the last change draws, and only while the picture is on the page.
                if mine.is_some() && turn.try_get_value() == mine {
                    scene.try_set(draw());
                }
            },
            pause,
        );
    });
    scene
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
fn behind(cx: Cx, picture: &'static Picture, scene: RwSignal<Scene>) -> AnyView {
    let table = move || scene.with(table_of);
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
