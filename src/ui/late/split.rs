//! Where the program is cut. With the feature `split` each function here lies in a wasm file of its own with all that
//! only it reaches; without it everything is one file.

#![cfg_attr(feature = "split", allow(unsafe_code, reason = "what marks a cut for the linker is unsafe to name"))]

use super::NotLoaded;
use super::engine::{LATE, Late};
use super::pages::PageView;
use super::work::{WORK, Work};

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
        pub async fn $name() -> Result<$type, NotLoaded> {
            Ok($value)
        }
    )*};
}

parts! {
    /// Everything that works on a workbook.
    workbook -> &'static Work { &WORK }
    /// Figures, pictures, advice, dialogs.
    late -> &'static Late { &LATE }
    /// The pages beside the worksheets.
    pages -> PageView { super::pages::any }
}
