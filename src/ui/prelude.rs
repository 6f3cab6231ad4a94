//! What views are written with: Leptos, with views as plain nodes instead of its typed ones.

pub use super::node::{AnyView, CollectView, IntoAny, keyed, keyed_by};
pub use kamsheet_markup::view;
pub use leptos::prelude::*;
