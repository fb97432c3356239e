//! In-memory host and Markdown test runner.
