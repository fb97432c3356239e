//! The resolved case; bars and ladders; the Host trait.
