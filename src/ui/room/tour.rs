//! The tour: five steps for newcomers, as a small card beside what it speaks of. It can be left at any time.

use crate::ui::prelude::*;
use leptos::ev;

use crate::i18n::room as words;
use crate::model::Lang;
use crate::ui::app::App;
use crate::ui::route::Route;
use crate::ui::{dom, keys, prefs, samples};

/// What each step stands beside; the first one found on the page counts.
const BESIDE: [&[&str]; 5] = [
    &[".rail"],
    &["#main .question"],
    &["#main .keys", "#main .figures"],
    &["[data-action=\"depth\"]"],
    &["[data-action=\"export-json\"]"],
];

/// Width of the card, in pixels; the style sheet says the same.
const WIDTH: f64 = 320.0;

/// Begins the tour: on the open workbook, else on the newest one, else on a sample.
pub fn begin(app: App) {
    app.dialog.set(None);
    let known = app.shelf.with_untracked(|shelf| shelf.first().map(|card| card.id.clone()));
    match (app.route.get_untracked(), known) {
        (Route::Page { .. }, _) => app.go_to_page("needs"),
        (Route::Home, Some(id)) => app.go(Route::page(id.as_str(), "needs")),
        (Route::Home, None) => {
            let lang = app.lang.get_untracked();
            let sample = samples::SAMPLES.iter().find(|sample| sample.lang == lang).or(samples::SAMPLES.first());
            if let Some(sample) = sample {
                samples::open_sample(app, sample);
            }
        }
    }
    // Not before there is something to stand beside.
    keys::once_there(move || {
        let is_there = dom::find(".rail").is_some();
        if is_there {
            app.tour.set(Some(0));
        }
        is_there
    });
}

/// A button that begins it.
pub fn button(app: App, lang: Lang) -> AnyView {
    view! { <button type="button" class="btn" data-action="tour" on:click=move |_| begin(app)>{words::TOUR.get(lang)}</button> }
        .into_any()
}

/// The card, while the tour is on.
pub fn view(app: App) -> AnyView {
    (move || {
        let lang = app.lang.get();
        app.tour.get().map(|at| card(app, lang, at))
    })
    .into_any()
}

fn end(app: App) {
    prefs::set_tour_seen();
    app.tour.set(None);
    light(None);
}

fn card(app: App, lang: Lang, at: usize) -> AnyView {
    let Some((title, text)) = words::TOUR_STEPS.get(at) else { return ().into_any() };
    let last = at + 1 == words::TOUR_STEPS.len();
    let place = crate::i18n::ui::fill(words::TOUR_STEP.get(lang), &[&(at + 1).to_string()]);
    let next = move |_| if last { end(app) } else { app.tour.set(Some(at + 1)) };
    let keys = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            end(app);
        }
        "ArrowRight" if !last => app.tour.set(Some(at + 1)),
        "ArrowLeft" if at > 0 => app.tour.set(Some(at - 1)),
        _ => {}
    };
    dom::next_frame(move || stand(at));
    view! {
        <aside class="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-text" data-tour=at.to_string() on:keydown=keys>
            <p class="hint">{place}</p>
            <h2 id="tour-title">{title.get(lang)}</h2>
            <p id="tour-text">{text.get(lang)}</p>
            <div class="moves">
                <button type="button" class="btn main" data-action="tour-next" on:click=next>{if last { words::TOUR_DONE } else { words::TOUR_NEXT }.get(lang)}</button>
                {(at > 0).then(|| view! { <button type="button" class="btn" data-action="tour-back" on:click=move |_| app.tour.set(Some(at - 1))>{words::TOUR_BACK.get(lang)}</button> })}
                {(!last).then(|| view! { <button type="button" class="link" data-action="tour-leave" on:click=move |_| end(app)>{words::TOUR_LEAVE.get(lang)}</button> })}
            </div>
        </aside>
    }
    .into_any()
}

/// Puts the card beside what it speaks of, inside the window, and the focus on its button.
fn stand(at: usize) {
    let Some(card) = dom::find(".tour") else { return };
    let target = BESIDE.get(at).and_then(|selectors| selectors.iter().find_map(|selector| dom::find(selector)));
    light(target.as_ref());
    let window = dom::window();
    let size = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        value.ok().and_then(|value| value.as_f64()).unwrap_or(800.0)
    };
    let (wide, high) = (size(window.inner_width()), size(window.inner_height()));
    let width = WIDTH.min(wide - 24.0);
    let (mut left, mut top) = (wide - width - 16.0, high - 240.0);
    if let Some(target) = &target {
        let around = target.get_bounding_client_rect();
        let beside = around.right() + 14.0;
        // Beside what is tall, below what is wide.
        let is_tall = around.height() > high / 3.0;
        left = if is_tall && beside + width < wide { beside } else { around.left() };
        top = if is_tall { around.top() + 24.0 } else { around.bottom() + 10.0 };
    }
    let most_left = (wide - width - 12.0).max(12.0);
    let most_top = (high - f64::from(card.offset_height()) - 12.0).max(12.0);
    let style = card.style();
    let _ = style.set_property("left", &format!("{:.0}px", left.clamp(12.0, most_left)));
    let _ = style.set_property("top", &format!("{:.0}px", top.clamp(12.0, most_top)));
    if let Some(button) = dom::find("[data-action=\"tour-next\"]") {
        let _ = button.focus();
    }
}

/// Marks what the step speaks of, and nothing else.
fn light(target: Option<&web_sys::HtmlElement>) {
    for other in dom::find_all("[data-tour-light]") {
        let _ = other.remove_attribute("data-tour-light");
    }
    if let Some(target) = target {
        let _ = target.set_attribute("data-tour-light", "");
    }
}
