//! A file in a git revision.

use crate::host::HostError;

/// Longest name of a revision and longest path, in bytes.
const LONGEST: usize = 4096;

/// Which file of which revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revised<'r> {
    /// A folder in the repository.
    pub folder: &'r str,
    /// The revision, as git names it: a hash, a tag, a branch, `HEAD~1`.
    pub revision: &'r str,
    /// The file: from the top of the repository, or with `./` from the folder.
    pub path: &'r str,
}

impl Revised<'_> {
    /// That its names can be given to git as they are.
    ///
    /// # Errors
    /// [`RevisionError::BadName`].
    pub fn check(&self) -> Result<(), RevisionError> {
        let bad = |name: &str, why: &'static str| {
            Err(RevisionError::BadName {
                name: name.to_owned(),
                why,
            })
        };
        for name in [self.revision, self.path] {
            if name.is_empty() {
                return bad(name, "it is empty");
            }
            if name.len() > LONGEST {
                return bad(name.get(..40).unwrap_or(""), "it is too long");
            }
            if name.chars().any(char::is_control) {
                return bad(name, "it has a control character in it");
            }
        }
        if self.revision.starts_with('-') {
            return bad(self.revision, "it begins with a hyphen, as options do");
        }
        if self.revision.contains(':') {
            return bad(self.revision, "it has a colon in it");
        }
        Ok(())
    }
}

/// A revision that touched a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash.
    pub revision: String,
    /// When it was made, by the word of whoever made it.
    pub at: jiff::Timestamp,
}

/// Why a file of a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevisionError {
    /// The name cannot be one.
    #[error("`{}` is no name of a revision or a file in it: {why}", name.escape_debug())]
    BadName {
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The program `git` is not there.
    #[error("git is not installed, and `{revision}` is a revision")]
    NoGit {
        /// The revision that was asked for.
        revision: String,
    },
    /// The folder is in no repository.
    #[error("`{folder}` is in no git repository")]
    NoRepository {
        /// The folder.
        folder: String,
    },
    /// The repository has no such revision.
    #[error("there is no revision `{revision}`")]
    NoRevision {
        /// The revision.
        revision: String,
    },
    /// The revision has no such file.
    #[error("there is no file `{path}` in the revision `{revision}`")]
    NoFile {
        /// The revision.
        revision: String,
        /// The file.
        path: String,
    },
    /// Anything else.
    #[error(transparent)]
    Host(#[from] HostError),
}
