//! Pictures: pure geometry. A picture is a [`Scene`] of few kinds of marks; the page and the exported file draw it.

#[macro_use]
mod words;

pub mod canvas;
pub mod data;
pub mod labels;
pub mod scale;
pub mod scene;
pub mod style;
pub mod svg;
pub mod text;

pub mod kit;

pub mod account;
pub mod competition;
pub mod industry;
pub mod moves;
pub mod needs;
pub mod plan;
pub mod portfolio;
pub mod service;
pub mod solution;

pub mod catalogue;

#[cfg(test)]
mod tests;

pub use catalogue::{PICTURES, Picture};
pub use scene::{Anchor, Axis, Behind, DataTable, EmptyHint, Handle, Mark, Scene, Shape, Size};
pub use style::Class;
