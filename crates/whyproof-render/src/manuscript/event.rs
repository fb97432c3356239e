//! What a manuscript is made of: a flat sequence of openings, closings and what stands between, so that nothing that
//! reads it recurses.

use std::borrow::Cow;

use whyproof_syntax::{Span, TextId};

/// How a table's column is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    /// As the reader's language is.
    #[default]
    Start,
    /// In the middle.
    Middle,
    /// At the end: numbers.
    End,
}

/// What is opened and closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element<'a> {
    /// A heading of this level, 3 to 6; those of levels 1 and 2 are the manuscript's title and its parts' titles.
    Heading(u8, TextId),
    /// A paragraph; the words of a tight item are one too.
    Paragraph(TextId),
    /// A list; an ordered one begins with its number.
    List(Option<u64>),
    /// An item of a list; one of a task list has its box, ticked or not.
    Item(Option<bool>),
    /// Somebody else's words.
    Quote,
    /// A table; how its columns are set is the index of [`Manuscript::columns`](super::Manuscript::columns).
    Table(u32),
    /// A row; the first may be the head.
    Row {
        /// Whether it is the table's head.
        head: bool,
    },
    /// A cell, and its column from 0.
    Cell(TextId, u32),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// A link, as written: where it leads is not looked at yet.
    Link {
        /// Where it leads.
        target: &'a str,
        /// Its title; empty where it has none.
        title: &'a str,
    },
    /// A link to a figure of the case, by index.
    Figure(u32),
    /// Words that a why is put to, by the why's index; they may be a part of the why's words only.
    Passage(u32),
}

impl Element<'_> {
    /// Whether it stands between words of a block.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Element::Emphasis
                | Element::Strong
                | Element::Strikethrough
                | Element::Link { .. }
                | Element::Figure(_)
                | Element::Passage(_)
        )
    }
}

/// One step through a manuscript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element that was opened last ends.
    Close(Element<'a>),
    /// Words, with escapes and entities resolved; where they stand in the source.
    Text(&'a str, Span),
    /// A code span.
    Code(&'a str),
    /// A reference to a note, by its index in [`Manuscript::notes`](super::Manuscript::notes), and which of its
    /// references it is, from 0.
    Note(u32, u32),
    /// A reference to a note that the case does not define: its label.
    NoNote(&'a str),
    /// A line break that the author forced.
    Break,
    /// A chart of the case, by the index of its figure.
    Chart(u32),
    /// A picture that is no chart.
    Picture {
        /// Where it is.
        target: &'a str,
        /// Its title; empty where it has none.
        title: &'a str,
        /// What it shows, in words.
        alternative: String,
    },
    /// A fenced block, by its index in the document: a query, an experiment, code.
    Fence(u32),
    /// An indented block of code.
    Literal(Cow<'a, str>),
    /// HTML that the author wrote. It is shown as the text that it is.
    Html(&'a str),
    /// A thematic break.
    Rule,
}
