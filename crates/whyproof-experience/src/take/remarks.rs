//! Remarks.

pub(super) mod buzzwords;
