//! Builders that many pictures share: a picture is a few lines on top of one of them.

pub mod cards;
pub mod columns;
pub mod crowd;
pub mod empty;
pub mod field;
pub mod grid;
pub mod legend;
pub mod line;
pub mod radar;
pub mod rows;
pub mod shapes;
pub mod waterfall;
