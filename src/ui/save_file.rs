//! Ctrl+S: the open workbook into a real file where the browser can, and into the same one next time; else a download.
//! What is said afterwards is what happened.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::app::App;
use super::outgoing::{Outgoing, outgoing};
use super::{dom, past};
use crate::i18n::handy as words;
use crate::i18n::ui::fill;
use crate::model::{Bi, Id, SaveState};
use crate::ui::prelude::*;

thread_local! {
    /// The file of each workbook, for this visit.
    static FILES: RefCell<HashMap<Id, JsValue>> = RefCell::new(HashMap::new());
    /// Whether a file is being chosen or written: two at once would disturb each other.
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Saves the open workbook.
pub fn save(app: App) {
    let Some(outgoing) = outgoing(app) else { return };
    let picker = function(&dom::window(), "showSaveFilePicker");
    if BUSY.replace(true) {
        return;
    }
    // The browser asks for a file only while the key press is fresh, so nothing is waited for before it is asked.
    let known = FILES.with_borrow(|files| files.get(&outgoing.id()).cloned());
    let asked = if known.is_none() { picker.map(|picker| ask(&picker, &outgoing.name)) } else { None };
    leptos::task::spawn_local(async move {
        let file = match (known, asked) {
            (Some(file), _) => Some(Ok(file)),
            (None, Some(Ok(promise))) => Some(JsFuture::from(promise).await),
            (None, Some(Err(error))) => Some(Err(error)),
            (None, None) => None,
        };
        match file {
            Some(Ok(file)) => write_into(app, outgoing, file).await,
            Some(Err(error)) if name_of(&error) == "AbortError" => app.toast(lang(app), words::SAVE_CANCELLED),
            // Where the browser has no such dialog, or will not open it, there is still the download.
            _ => download(app, outgoing).await,
        }
        BUSY.set(false);
    });
}

async fn download(app: App, mut outgoing: Outgoing) {
    let text = outgoing.text(app).await;
    outgoing.download(app, &text);
    app.toast_text(fill(words::DOWNLOADED.get(lang(app)), &[&outgoing.name]), None);
}

/// Asks the browser for a file to write to.
fn ask(picker: &Function, name: &str) -> Result<Promise, JsValue> {
    let set = |object: &Object, key: &str, value: &JsValue| Reflect::set(object, &key.into(), value);
    let (accept, kind, options) = (Object::new(), Object::new(), Object::new());
    set(&accept, "application/json", &Array::of1(&".json".into()))?;
    set(&kind, "description", &"KAMSheet".into())?;
    set(&kind, "accept", &accept)?;
    set(&options, "suggestedName", &name.into())?;
    set(&options, "id", &"kamsheet".into())?;
    set(&options, "types", &Array::of1(&kind))?;
    picker.call1(&dom::window(), &options)?.dyn_into()
}

async fn write_into(app: App, mut outgoing: Outgoing, file: JsValue) {
    let name = Reflect::get(&file, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    let lang = lang(app);
    let text = outgoing.text(app).await;
    match write(&file, &text).await {
        Ok(()) => {
            FILES.with_borrow_mut(|files| files.insert(outgoing.id(), file));
            past::capacity::note_export(app, outgoing.id().as_str());
            app.toast_text(fill(words::SAVED_TO.get(lang), &[&name, &dom::clock()]), None);
        }
        Err(error) => {
            // The next Ctrl+S asks for a file again.
            FILES.with_borrow_mut(|files| files.remove(&outgoing.id()));
            let reason = reason(app, &error);
            let kept = app.save.get_untracked() != SaveState::Memory;
            let text = if kept { words::SAVE_FAILED } else { words::SAVE_FAILED_MEMORY };
            let instead = std::rc::Rc::new(move || {
                if let Some(outgoing) = self::outgoing(app) {
                    leptos::task::spawn_local(download(app, outgoing));
                }
            });
            app.toast_text(fill(text.get(lang), &[&name, &reason]), Some((words::DOWNLOAD_INSTEAD, instead)));
        }
    }
}

/// Writes the whole text and looks whether the file holds it.
async fn write(file: &JsValue, text: &str) -> Result<(), JsValue> {
    let stream = call(file, "createWritable", None).await?;
    let written = async {
        call(&stream, "write", Some(&text.into())).await?;
        call(&stream, "close", None).await
    };
    if let Err(error) = written.await {
        // What was there before stays in the file.
        let _ = call(&stream, "abort", None).await;
        return Err(error);
    }
    let stored = call(file, "getFile", None).await?;
    let size = Reflect::get(&stored, &"size".into())?.as_f64();
    let length = u32::try_from(text.len()).ok().map(f64::from);
    if size == length { Ok(()) } else { Err(JsValue::from_str(SHORT)) }
}

/// The error of a file that holds something else than what was written.
const SHORT: &str = "short";

async fn call(object: &JsValue, method: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function = function(object, method).ok_or(JsValue::UNDEFINED)?;
    let promise = match argument {
        Some(argument) => function.call1(object, argument)?,
        None => function.call0(object)?,
    };
    JsFuture::from(Promise::resolve(&promise)).await
}

fn function(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn reason(app: App, error: &JsValue) -> String {
    let text = |text: Bi| text.get(lang(app)).to_owned();
    if error.as_string().as_deref() == Some(SHORT) {
        return text(words::WHY_SHORT);
    }
    match name_of(error).as_str() {
        "NotAllowedError" | "SecurityError" => text(words::WHY_NOT_ALLOWED),
        "NotFoundError" => text(words::WHY_GONE),
        "QuotaExceededError" => text(words::WHY_SPACE),
        "NoModificationAllowedError" | "InvalidStateError" => text(words::WHY_LOCKED),
        other => fill(words::WHY_OTHER.get(lang(app)), &[other]),
    }
}

fn lang(app: App) -> crate::model::Lang {
    app.lang.get_untracked()
}
