//! What an import gives.

/// A first draft of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The case file, with front matter.
    pub markdown: String,
    /// What the file was read as.
    pub format: Format,
    /// What of it the draft holds, in numbers.
    pub kept: Kept,
    /// What the case still lacks, most important first; at most ten.
    pub missing: Vec<Gap>,
    /// What has no place in a case or was changed on the way, in the file's order.
    pub notes: Vec<Note>,
}

/// A format that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Argdown (`.argdown`, `.ad`).
    Argdown,
    /// Word's format since 2007 (`.docx`).
    Docx,
    /// Markdown.
    Markdown,
    /// Any other text.
    PlainText,
}

impl Format {
    /// Its name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Argdown => "Argdown",
            Self::Docx => "DOCX",
            Self::Markdown => "Markdown",
            Self::PlainText => "plain text",
        }
    }
}

/// How much a draft holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    /// Words, front matter apart.
    pub words: usize,
    /// Level-2 sections.
    pub sections: usize,
    /// Of these, sections with a role in a case.
    pub roles: usize,
    /// Statements of the argument: claims, reasons and objections.
    pub statements: usize,
    /// Footnotes.
    pub footnotes: usize,
}

/// What a gap is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The customer problem.
    Problem,
    /// The claims of *Case*.
    Claims,
    /// Evidence.
    Evidence,
    /// What may be said against it.
    Objections,
    /// Figures behind the numbers.
    Figures,
    /// What the reader is asked to approve.
    Decision,
    /// Other ways, doing nothing among them.
    Alternatives,
    /// How the effect will be measured.
    Impact,
    /// The title.
    Title,
    /// The owner.
    Owner,
    /// A story's part.
    Story,
}

/// One thing that the case still lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What it is about.
    pub topic: Topic,
    /// One plain sentence: what is missing, and where to put it.
    pub text: String,
}

/// Something of the file that the draft does not hold as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Line in the file, from 1, where it has lines.
    pub line: Option<usize>,
    /// One plain sentence, with the words it is about.
    pub text: String,
}

impl Note {
    pub(crate) fn new(line: Option<usize>, text: impl Into<String>) -> Self {
        Self {
            line,
            text: text.into(),
        }
    }
}
