//! Worksheet 2: whom we fight in this account, where we win and where we lose.

pub mod curve;
pub mod deals;
pub mod profile;
pub mod swot;
pub mod threat;
pub mod wallet;
pub mod wallet_shares;

use crate::analysis::Book;
use crate::model::{Id, Row};
use crate::worksheets::competition::comp;

/// Id of our own row among the firms.
pub const US: &str = "us";

/// The firms but us, in the order of the list.
fn others<'a>(book: &Book<'a>) -> impl Iterator<Item = &'a Row> + use<'a> {
    book.rows(comp::TABLE).filter(|firm| firm.id.as_str() != US)
}

/// Our id as the column of a matrix.
fn us() -> Id {
    US.into()
}
