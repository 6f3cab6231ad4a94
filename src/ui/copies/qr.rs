//! A link as a QR code, black on white in any colours of the page.

use crate::ui::prelude::*;
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
    let view_box = format!("0 0 {size} {size}");
    let side = size.to_string();
    let drawing = view! {
        <svg viewBox=view_box class="qr" role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side.clone() height=side class="qr-paper"></rect>
            <path d=path class="qr-ink"></path>
        </svg>
    };
    Some(drawing.into_any())
}
