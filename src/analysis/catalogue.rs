//! All results by name.

use super::ResultDef;

/// Every group of results, in the order of the worksheets.
pub static GROUPS: &[&[ResultDef]] = &[];

/// The result with this name (with its placeholder, as `w3.needs.<id>.opportunity`).
pub fn find(name: &str) -> Option<&'static ResultDef> {
    GROUPS.iter().flat_map(|group| group.iter()).find(|result| result.name == name)
}
