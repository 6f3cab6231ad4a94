//! Tables as CSV, and cells from a spreadsheet as a patch.
//!
//! Every heading names its field twice, as `Importance [importance]`: for people, and for reading the file again after its
//! columns were moved, its words changed or its language switched.

mod fitting;
pub mod grid;
mod read;
mod write;

pub use grid::{Grid, parse_pasted, parse_table};
pub use read::{Start, cells_at, cells_into, read_table};
pub use write::write_table;
