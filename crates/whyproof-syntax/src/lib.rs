//! The case file's text: a lossless tree with spans, a typed view, diagnostics.
