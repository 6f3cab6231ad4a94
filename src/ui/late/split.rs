//! Where the program is cut. With the feature `split` each function here lies in a wasm file of its own with all that
//! only it reaches; without it everything is one file.

#![cfg_attr(feature = "split", allow(unsafe_code, reason = "what marks a cut for the linker is unsafe to name"))]

use super::NotLoaded;
use super::engine::{LATE, Late};
use super::pages::PageView;
use crate::ui::{chain, copies, paper, past, room};

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident -> $type:ty { $value:expr })*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        pub fn $name() -> Result<$type, NotLoaded> {
            Ok($value)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[expect(clippy::unused_async, reason = "in one file nothing has to be loaded")]
        pub async fn $name() -> Result<$type, NotLoaded> {
            Ok($value)
        }
    )*};
}

parts! {
    /// Figures, pictures, advice, dialogs.
    late -> &'static Late { &LATE }
    /// Plan on a page and report.
    paper -> PageView { paper::page }
    /// Workshop and week.
    room -> PageView { room::page }
    /// Copies and comparing.
    copies -> PageView { copies::any }
    /// History.
    past -> PageView { past::any }
    /// Where needs go.
    chain -> PageView { chain::any }
}
