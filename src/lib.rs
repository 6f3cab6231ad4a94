//! KAMSheet: key-account planning worksheets that open in a browser and need nothing else.
//!
//! The modules are layers: each may use only those named before it. Up to `charts` they know no browser and no Leptos,
//! and are built and tested natively without the feature `ui`.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod model;

pub mod i18n;

pub mod worksheets;

pub mod analysis;

pub mod change;

pub mod file;

pub mod charts;

pub mod storage;

#[cfg(feature = "ui")]
pub mod ui;
