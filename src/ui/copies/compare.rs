//! x
use crate::ui::cx::Cx;
use leptos::prelude::*;
/// x
pub fn page(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}
