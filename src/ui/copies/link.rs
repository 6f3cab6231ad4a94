//! A workbook in a link: packing it, and opening one through the same door as a file.

use crate::ui::prelude::*;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response};

use super::qr;
use crate::file::link::{MARK, MOST_BYTES, MOST_QR_BYTES, fragment, opens_elsewhere, packed_in};
use crate::file::read::read_bytes;
use crate::i18n::copies as say;
use crate::model::{Bi, Lang};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::files::{self, Incoming};
use crate::ui::{dom, late};

/// Opens a link that was followed: shows what is in it and asks, as for any file. Whether the address was such a link.
pub fn take(app: App) -> bool {
    let location = dom::window().location();
    let hash = location.hash().unwrap_or_default();
    if !hash.starts_with(MARK) {
        return false;
    }
    // The data must not stay in the address: going back or reloading would ask again.
    let back = app.route.get_untracked().hash();
    let back = if back.starts_with(MARK) || back.contains("share=") { "#/".to_owned() } else { back };
    if let Ok(history) = dom::window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&back));
    }
    app.route.set(crate::ui::route::Route::read(&back));
    late::with(app, move |late| (late.open_link)(app, hash));
    true
}

/// Shows what is in the fragment of a link.
pub fn open(app: App, hash: String) {
    leptos::task::spawn_local(async move {
        let lang = app.lang.get_untracked();
        let bytes = match packed_in(&hash) {
            Some(packed) => through(&packed, false).await,
            None => None,
        };
        match bytes {
            Some(bytes) => {
                let read = read_bytes(&bytes, &mut dom::new_id);
                files::show(app, Incoming { name: say::LINK_NAME.get(lang).to_owned(), read });
            }
            None => app.toast(lang, say::LINK_BROKEN),
        }
    });
}

/// Bytes packed, or unpacked; nothing where the browser cannot, or the bytes are damaged.
async fn through(bytes: &[u8], pack: bool) -> Option<Vec<u8>> {
    let blob = web_sys::Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
    let name = if pack { "CompressionStream" } else { "DecompressionStream" };
    let make: js_sys::Function = js_sys::Reflect::get(&dom::window(), &name.into()).ok()?.dyn_into().ok()?;
    let stream = js_sys::Reflect::construct(&make, &Array::of1(&"deflate-raw".into())).ok()?;
    // It has the two ends that a pair has.
    let pair: ReadableWritablePair = stream.unchecked_into();
    let piped = blob.stream().pipe_through(&pair);
    let response = Response::new_with_opt_readable_stream(Some(&piped)).ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// What became of a link.
#[derive(Clone)]
enum Made {
    /// Not asked for yet.
    Nothing,
    /// It would not help anyone, and why.
    Refused(String),
    /// The link.
    Link(String),
}

/// The part that makes a link of the text of a file.
pub fn view(cx: Cx, text: impl Fn() -> Option<String> + Copy + 'static) -> AnyView {
    let made = RwSignal::new(Made::Nothing);
    let make = move |_| {
        let Some(text) = text() else { return };
        leptos::task::spawn_local(async move {
            let _ = made.try_set(made_of(cx.lang, &text).await);
        });
    };
    view! {
        <div class="as-link">
            <h3>{cx.t(say::LINK)}</h3>
            <p class="hint">{cx.t(say::LINK_HELP)}</p>
            <button type="button" class="btn" data-action="make-link" on:click=make>{cx.t(say::MAKE_LINK)}</button>
            <div role="status">{move || shown(cx, made.get())}</div>
        </div>
    }
    .into_any()
}

async fn made_of(lang: Lang, text: &str) -> Made {
    let location = dom::window().location();
    let part = |text: Result<String, JsValue>| text.unwrap_or_default();
    if !opens_elsewhere(&part(location.protocol()), &part(location.hostname())) {
        return Made::Refused(say::LINK_HERE.get(lang).to_owned());
    }
    let Some(packed) = through(text.as_bytes(), true).await else {
        return Made::Refused(say::LINK_UNABLE.get(lang).to_owned());
    };
    let link = format!("{}{}{}", part(location.origin()), part(location.pathname()), fragment(&packed));
    if link.len() > MOST_BYTES {
        let size = crate::i18n::format::short(f64::from(u32::try_from(link.len()).unwrap_or(u32::MAX)) / 1000.0, 1);
        return Made::Refused(crate::i18n::ui::fill(say::LINK_LONG.get(lang), &[&size]));
    }
    Made::Link(link)
}

fn shown(cx: Cx, made: Made) -> AnyView {
    let link = match made {
        Made::Nothing => return ().into_any(),
        Made::Refused(why) => return view! { <p class="warn" data-link="refused">"▲ "{why}</p> }.into_any(),
        Made::Link(link) => link,
    };
    let code = (link.len() <= MOST_QR_BYTES).then(|| qr::view(&link, cx.t(say::QR_ALT))).flatten();
    let size = cx.tf(say::LINK_READY, &[&link.len().to_string()]);
    let copied = RwSignal::new(None::<Bi>);
    let text = link.clone();
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            if copy_text(&text).await {
                let _ = copied.try_set(Some(say::LINK_COPIED));
            }
        });
    };
    view! {
        <div class="link-line" data-link="made">
            <input class="in" readonly data-action="link" aria-label=cx.t(say::LINK) value=link />
            <button type="button" class="btn" data-action="copy-link" on:click=copy>{cx.t(say::LINK_COPY)}</button>
            <span class="hint">{move || copied.get().map(|words| cx.t(words))}" "{size}</span>
        </div>
        {code.map(|code| view! { <details class="fold-in"><summary data-action="show-qr">{cx.t(say::QR)}</summary>{code}</details> })}
    }
    .into_any()
}

/// Copies a text; over plain http only the old way works, by a selected field.
async fn copy_text(text: &str) -> bool {
    let navigator: JsValue = dom::window().navigator().into();
    let get =
        |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok().filter(|found| !found.is_undefined());
    if let Some(clipboard) = get(&navigator, "clipboard")
        && let Some(write) = get(&clipboard, "writeText")
        && let Ok(write) = write.dyn_into::<js_sys::Function>()
        && let Ok(promise) = write.call1(&clipboard, &text.into())
    {
        return JsFuture::from(js_sys::Promise::from(promise)).await.is_ok();
    }
    let Some(field) = dom::find("[data-action=\"link\"]") else { return false };
    dom::as_input(&field).select();
    let document: JsValue = dom::document().into();
    let command = get(&document, "execCommand").and_then(|found| found.dyn_into::<js_sys::Function>().ok());
    command.is_some_and(|command| command.call1(&document, &"copy".into()).is_ok())
}
