//! The checks, one file and one documentation page each.
