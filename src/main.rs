//! Entry point of the page.
use leptos::prelude::*;

fn main() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Some(app) = document.get_element_by_id("app") else { return };
    let Ok(app) = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(app) else { return };
    mount_to(app, || {
        let (text, set_text) = signal(String::new());
        view! {
            <header><h1>"KAMSheet"</h1><p class="note">"Static markup"</p></header>
            <main>
                <label>"Need" <input data-field="w3.needs.name" on:input:target=move |event| set_text.set(event.target().value()) /></label>
                <output data-result="echo">{text}</output>
            </main>
        }
    })
    .forget();
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-ready", "true");
    }
}
