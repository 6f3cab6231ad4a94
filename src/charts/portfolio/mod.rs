//! Pictures of the portfolio.

mod lorenz;
mod matrix;
mod pareto;
mod whale;

pub use lorenz::lorenz;
pub use matrix::matrix;
pub use pareto::pareto;
pub use whale::whale;

use crate::analysis::Book;
use crate::model::Row;
use crate::worksheets::portfolio::customers;

/// The customers with revenue, the largest first.
fn by_revenue<'a>(book: &Book<'a>) -> Vec<(&'a Row, f64)> {
    let read = |row: &'a Row| Some((row, row.get(customers::REVENUE).filter(|revenue| *revenue > 0.0)?));
    let mut found: Vec<_> = book.rows(customers::TABLE).filter_map(read).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found
}

/// Whether a row is the account of this workbook.
fn is_account(row: &Row) -> bool {
    row.get(customers::IS_ACCOUNT) == Some(true)
}
