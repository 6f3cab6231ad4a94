//! A link as a QR code, black on white in any colours of the page.

use leptos::prelude::*;
use leptos::svg;
use qrcodegen::{QrCode, QrCodeEcc};

/// White around the code, in modules.
const QUIET: i32 = 4;

/// The code; nothing where the text is too long for one.
pub fn view(text: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low).ok()?;
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let drawing = svg::svg()
        .attr("viewBox", format!("0 0 {size} {size}"))
        .attr("class", "qr")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("shape-rendering", "crispEdges")
        .child((
            svg::rect().attr("width", size.to_string()).attr("height", size.to_string()).attr("class", "qr-paper"),
            svg::path().attr("d", path).attr("class", "qr-ink"),
        ));
    Some(drawing.into_any())
}
