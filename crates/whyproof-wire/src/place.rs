//! Where in a file.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::Case;
use whyproof_syntax::{LineIndex, Span};

/// A stretch of a file: as people count, and in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// Line of its start, from 1.
    pub line: u32,
    /// Column of its start, from 1, in Unicode scalar values.
    pub column: u32,
    /// Line of its end, from 1.
    pub end_line: u32,
    /// Column after its end, from 1, in Unicode scalar values.
    pub end_column: u32,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

impl Place {
    /// Where `span` is in the text of `case`.
    pub fn of(case: &Case, span: Span) -> Self {
        Self::within(case.source(), &case.parse.lines, span)
    }

    /// Where `span` is in `text`, which `lines` were read from.
    pub fn within(text: &str, lines: &LineIndex, span: Span) -> Self {
        let at = |offset| lines.line_column(text, offset);
        let (start, end) = (at(span.start), at(span.end));
        Self {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start: span.start,
            end: span.end,
        }
    }
}
