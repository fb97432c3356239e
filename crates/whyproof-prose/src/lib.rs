//! Spelling and grammar, loaded lazily.
