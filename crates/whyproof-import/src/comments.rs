//! The comments of a Word file, and what each is put to.

use whyproof_case::{Anchor, Incoming};

use crate::{ImportError, MAX_BYTES, docx};

/// Most comments of a file, replies among them.
pub const MAX_COMMENTS: usize = 5_000;

/// A Word file with comments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Commented {
    /// The hash of the revision that the file was made of; none where Whyproof did not make it.
    pub revision: Option<String>,
    /// The case's file, as the Word file names it: what a file says, never a path to write to.
    pub case_path: Option<String>,
    /// The comments in the order of the text, replies apart.
    pub comments: Vec<Comment>,
}

/// A comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comment {
    /// Who the file says wrote it.
    pub author: String,
    /// When, as the file says it.
    pub date: Option<String>,
    /// What it says; a line break parts its paragraphs.
    pub text: String,
    /// The words that were marked; empty where none were.
    pub quote: String,
    /// The bookmark of the block that it is put to.
    pub bookmark: Option<String>,
    /// What that bookmark holds.
    pub anchor: Option<Anchor>,
    /// All words of the paragraph in which the marked words begin.
    pub paragraph: String,
    /// Whether it was marked as done.
    pub done: bool,
    /// What was said to it, in order.
    pub replies: Vec<Reply>,
}

/// A reply to a comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    /// Who the file says wrote it.
    pub author: String,
    /// When, as the file says it.
    pub date: Option<String>,
    /// What it says.
    pub text: String,
}

/// Reads the comments of a Word file. `name` is the file's name, which errors say.
///
/// # Errors
///
/// Where it is no Word file, damaged, or larger than a written text can be.
pub fn comments(name: &str, bytes: &[u8]) -> Result<Commented, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge {
            name: name.to_owned(),
            limit: MAX_BYTES,
        });
    }
    match crate::format::detect(name, bytes)? {
        crate::Format::Docx => docx::comments(name, bytes),
        _ => Err(ImportError::Unsupported {
            name: name.to_owned(),
            what: "no Word file",
            hint: "comments are read from a .docx file that Whyproof wrote",
        }),
    }
}

impl Commented {
    /// The comments as questions for a case, replies as questions of their own on the same words: what comes from
    /// elsewhere only asks. What is done is left out, unless `done` says otherwise.
    pub fn incoming(&self, done: bool) -> Vec<Incoming> {
        let wanted = self.comments.iter().filter(|comment| done || !comment.done);
        wanted.flat_map(Comment::incoming).collect()
    }

    /// How many comments are done, with their replies.
    pub fn done(&self) -> usize {
        let done = self.comments.iter().filter(|comment| comment.done);
        done.map(|comment| 1 + comment.replies.len()).sum()
    }
}

impl Comment {
    fn incoming(&self) -> Vec<Incoming> {
        let words = if self.quote.trim().is_empty() {
            &self.paragraph
        } else {
            &self.quote
        };
        // Where nothing says what the bookmark held, too few words would be found anywhere.
        let words = if self.anchor.is_none() && words.trim().chars().count() < 12 {
            &self.paragraph
        } else {
            words
        };
        let one = |author: &str, text: &str| Incoming {
            author: author.to_owned(),
            text: text.to_owned(),
            anchor: self.anchor.clone(),
            words: words.clone(),
            at: None,
        };
        let replies = self.replies.iter();
        std::iter::once(one(&self.author, &self.text))
            .chain(replies.map(|reply| one(&reply.author, &reply.text)))
            .collect()
    }
}
