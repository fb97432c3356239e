//! What can be wrong with a file as a whole.

/// Why a file could not be imported: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There are no words in it.
    #[error("`{name}` has no words: nothing to import")]
    Empty {
        /// The file.
        name: String,
    },
    /// It is larger than what is read.
    #[error("`{name}` is larger than {} MB: import the part of it that is the proposal", limit >> 20)]
    TooLarge {
        /// The file.
        name: String,
        /// The most that is read, in bytes.
        limit: usize,
    },
    /// It is no text.
    #[error(
        "`{name}` is not UTF-8 text (line {line}, byte {byte}): save it as UTF-8 and import it again"
    )]
    NotText {
        /// The file.
        name: String,
        /// The line, from 1.
        line: usize,
        /// The first byte that is no text, from 0.
        byte: usize,
    },
    /// Its format is known and cannot be read.
    #[error("`{name}` is {what}: {hint}")]
    Unsupported {
        /// The file.
        name: String,
        /// What it is.
        what: &'static str,
        /// What to do.
        hint: &'static str,
    },
    /// The archive is damaged.
    #[error(
        "`{name}` is damaged at {place} ({problem}): open it in a word processor and save it again as .docx"
    )]
    Archive {
        /// The file.
        name: String,
        /// Which entry, or the archive as a whole.
        place: String,
        /// What the reader says.
        problem: String,
    },
    /// A part that every document has is not there.
    #[error(
        "`{name}` has no `{part}`, where a document's text stands: open it in a word processor and save it again as .docx"
    )]
    MissingPart {
        /// The file.
        name: String,
        /// The part.
        part: String,
    },
    /// A part unpacks to more than is read.
    #[error("`{name}`: `{part}` unpacks to more than {} MB, which no written document needs; it was not read", limit >> 20)]
    PartTooLarge {
        /// The file.
        name: String,
        /// The part.
        part: String,
        /// The most that is unpacked, in bytes.
        limit: usize,
    },
    /// A part points out of the archive.
    #[error("`{name}` names its text as `{target}`, outside the document; it was not read")]
    Path {
        /// The file.
        name: String,
        /// What it points to.
        target: String,
    },
    /// A part is not XML.
    #[error(
        "`{name}`: `{part}` is not well-formed at byte {byte} ({problem}): open it in a word processor and save it again as .docx"
    )]
    Xml {
        /// The file.
        name: String,
        /// The part.
        part: String,
        /// Where, in bytes of the part.
        byte: u64,
        /// What the reader says.
        problem: String,
    },
    /// A part declares entities.
    #[error(
        "`{name}`: `{part}` has a document type, which no word processor writes and which could make it expand without end; it was not read"
    )]
    Doctype {
        /// The file.
        name: String,
        /// The part.
        part: String,
    },
    /// It needs a password.
    #[error("`{name}` is encrypted: save it without a password and import it again")]
    Encrypted {
        /// The file.
        name: String,
    },
    /// Its pages are pictures.
    #[error(
        "`{name}` has no text, only pictures, as a scan has: run text recognition (OCR) over it, or import the file that it was made from"
    )]
    Scanned {
        /// The file.
        name: String,
    },
    /// It is not what it should be.
    #[error("`{name}` cannot be read as {what} ({problem}): {hint}")]
    Unreadable {
        /// The file.
        name: String,
        /// As what.
        what: &'static str,
        /// What is wrong.
        problem: String,
        /// What to do.
        hint: &'static str,
    },
    /// It has more of something than is read.
    #[error("`{name}` has more than {limit} {what}, which no résumé needs; it was not read")]
    TooMuch {
        /// The file.
        name: String,
        /// Of what.
        what: &'static str,
        /// The most that is read.
        limit: usize,
    },
    /// Nothing in it is what a résumé has.
    #[error(
        "`{name}` has nothing that a résumé has (no jobs, schools, skills or address were found): give such parts headings, as in “Experience”, or import it with `--as case`"
    )]
    NoResume {
        /// The file.
        name: String,
    },
    /// It has more comments than anybody writes.
    #[error(
        "`{name}` has {count} comments, and at most {limit} are read: send those that matter in a file of their own"
    )]
    TooManyComments {
        /// The file.
        name: String,
        /// How many it has.
        count: usize,
        /// The most that are read.
        limit: usize,
    },
}
