//! Pictures on the page: a scene drawn as SVG, with its finding above and its data behind it.

mod drag;
mod export;
mod moves;
mod select;
mod svg;
mod switches;

use std::time::Duration;

use leptos::prelude::*;

use crate::charts::catalogue::PICTURES;
use crate::charts::{Picture, Scene, Size};
use crate::i18n::ui as words;
use crate::model::TableDef;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::ui::node::Nodes;
use crate::worksheets;

/// A drawing that takes less than this is redrawn at every key.
const QUICK_MS: f64 = 4.0;
/// Other drawings wait for this pause.
const PAUSE: Duration = Duration::from_millis(300);

/// Width of a picture beside its inputs, in pixels: what the column leaves it, so that its letters stay legible.
const WIDTH: f64 = 340.0;

/// The pictures that stand beside the inputs of a table at this depth.
pub fn beside(cx: Cx, table: &'static TableDef) -> Nodes {
    let pictures = PICTURES.iter().filter(|picture| picture.beside == table.path && picture.depth <= cx.depth);
    pictures.fold(Nodes::new(), |all, picture| all.child(view(cx, picture, WIDTH)).child(switches::below(cx, picture)))
}

/// One picture, redrawn when a table it reads changes.
pub fn view(cx: Cx, picture: &'static Picture, width: f64) -> AnyView {
    select::listen();
    let scene = follow(cx, picture, width);
    let heading = format!("picture-{}", picture.key);
    let labelled = heading.clone();
    let drawing = move || {
        let scene = scene.get();
        let handles = drag::handles(cx, &scene);
        select::after_drawing();
        svg::view(&scene, heading.clone(), handles)
    };
    view! {
        <figure class="picture" data-picture=picture.key class:empty=move || scene.with(|scene| scene.empty.is_some()) on:click=move |event| select::clicked(cx, picture.beside, &event)>
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
                <div class="scroll" tabindex="0" role="region" aria-label=label>{data(&scene.table)}</div>
            </details>
        </figure>
    }
    .into_any()
}

/// The drawing alone, as it is now, with nothing to move; nothing while there is nothing to see. `at` tells it from the
/// same picture elsewhere on the page.
pub fn drawing(cx: Cx, picture: &'static Picture, width: f64, at: &str) -> Option<AnyView> {
    let scene = cx.desk.book(&[], |book| (picture.draw)(book, cx.lang, Size { width }));
    let name = format!("{at}-{}", picture.key);
    let drawn = scene.empty.is_none().then(|| svg::view(&scene, name.clone(), ().into_any()));
    drawn.map(|drawn| view! { <span class="sr" id=name>{scene.title}</span>{drawn} }.into_any())
}

/// A picture for paper: the finding, what positions mean, the drawing; nothing while there is nothing to see.
pub fn printed(cx: Cx, picture: &'static Picture, width: f64) -> Option<AnyView> {
    let scene = cx.desk.book(&[], |book| (picture.draw)(book, cx.lang, Size { width }));
    let name = format!("print-{}", picture.key);
    let heading = name.clone();
    scene.empty.is_none().then(|| {
        let drawn = svg::view(&scene, name, ().into_any());
        view! {
            <figure class="printed" data-picture=picture.key>
                <figcaption><h4 id=heading>{scene.title}</h4><p>{without_gestures(&scene.subtitle)}</p></figcaption>
                {drawn}
            </figure>
        }
        .into_any()
    })
}

/// A caption without the sentence that tells how to move what it shows: nothing moves on paper.
fn without_gestures(caption: &str) -> String {
    let sentences = caption.split_inclusive(['.', '。']);
    sentences.filter(|sentence| !sentence.contains("Drag ") && !sentence.contains("拖动")).collect()
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
        let redraw = move || {
            // Only the last change draws, and only while the picture is on the page.
            if mine.is_some() && turn.try_get_value() == mine {
                scene.try_set(draw());
            }
        };
        set_timeout(move || once_let_go(redraw), pause);
    });
    scene
}

/// Does it when nobody holds a point of a picture: a new drawing would take it out of the hand.
fn once_let_go(act: impl Fn() + 'static) {
    if drag::is_held() {
        set_timeout(move || once_let_go(act), PAUSE);
    } else {
        act();
    }
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
    // Some tables have thousands of cells: they come to the page when someone opens them.
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        open.set(details.has_attribute("open"));
    };
    let table = move || open.get().then(|| scene.with(|scene| data(&scene.table)));
    view! {
        <details class="data" on:toggle=toggled>
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

fn data(table: &crate::charts::DataTable) -> AnyView {
    let heads = table.headers.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect_view();
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    });
    view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}
