//! A picture as a file: SVG from the core, PNG through the browser's own canvas.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::charts::{Picture, Scene, svg as file};
use crate::ui::dom;

/// Pixels of the PNG per pixel of the scene.
const DENSITY: f64 = 2.0;

/// Offers the picture as an SVG file.
pub fn svg(picture: &Picture, scene: &Scene) {
    dom::download(&format!("{}.svg", picture.key), "image/svg+xml", &file::write(scene));
}

/// Offers the picture as a PNG file.
pub fn png(picture: &'static Picture, scene: &Scene) {
    let text = file::write(scene);
    let Ok(image) = web_sys::HtmlImageElement::new() else { return };
    let encoded: String = js_sys::encode_uri_component(&text).into();
    let ready = {
        let image = image.clone();
        Closure::once_into_js(move || {
            let _ = paint(picture, &image);
        })
    };
    image.set_onload(Some(ready.unchecked_ref()));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
fn paint(picture: &'static Picture, image: &web_sys::HtmlImageElement) -> Result<(), JsValue> {
    let canvas: web_sys::HtmlCanvasElement = dom::document().create_element("canvas")?.unchecked_into();
    let (width, height) = (f64::from(image.width()) * DENSITY, f64::from(image.height()) * DENSITY);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let done = Closure::once_into_js(move |blob: web_sys::Blob| {
        dom::download_blob(&format!("{}.png", picture.key), &blob);
    });
    canvas.to_blob(done.unchecked_ref())
}
