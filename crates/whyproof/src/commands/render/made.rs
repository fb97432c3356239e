//! What rendering a case gives.

/// The files of a case, and what its writer should know of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Made {
    /// Paths and bytes; a paper as pictures has one for each page.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What the writer should know, a sentence each.
    pub(super) notes: Vec<String>,
}

impl Made {
    /// One file.
    pub(super) fn one(out: &str, bytes: Vec<u8>) -> Made {
        Made {
            files: vec![(out.to_owned(), bytes)],
            notes: Vec::new(),
        }
    }
}
