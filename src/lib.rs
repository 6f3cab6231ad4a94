//! The core of KAMSheet.
