//! What is compared with: a file, or a file of a git revision.

use whyproof_case::{Host, HostError, Limits, Revised, RevisionError, Scope};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::input::{self, LIMIT, STANDARD_INPUT, Source};
use crate::names;
use crate::text::typed;

/// What the last commit is called.
const LAST: &str = "HEAD";

/// The old side.
#[derive(Debug)]
pub(super) struct Old {
    /// Its text.
    pub(super) text: String,
    /// Its file; none for standard input.
    pub(super) path: Option<String>,
    /// The revision it was read from.
    pub(super) revision: Option<String>,
    /// Whether that is the case's own earlier revision.
    is_own: bool,
    /// What the reader should know of how it was found.
    pub(super) note: Option<String>,
}

/// Combinations that make no sense.
///
/// # Errors
/// Where standard input would be read twice, or has no name to look for in a revision.
pub(super) fn refuse(old: Option<&str>, new: &str) -> Result<(), Error> {
    if new != STANDARD_INPUT {
        return Ok(());
    }
    match old {
        Some(STANDARD_INPUT) => Err(Error::new(
            ErrorKind::Usage,
            "both sides are standard input, and it can be read only once",
        )
        .hint("Name the file of one of them.")),
        None => Err(Error::new(
            ErrorKind::Usage,
            "standard input has no earlier revision to compare with",
        )
        .hint("`whyproof diff OLD -` compares it with a file or with REV:PATH.")),
        Some(_) => Ok(()),
    }
}

/// A side in words.
pub(super) fn named(path: &str) -> String {
    if path == STANDARD_INPUT {
        "standard input".to_owned()
    } else {
        path.to_owned()
    }
}

impl Old {
    /// Reads what `old` names, seen from the case `new`, which stands in `scope`.
    ///
    /// # Errors
    /// Where it is neither a file nor a revision that has the file; each says what to do.
    pub(super) fn read(
        host: System,
        old: Option<&str>,
        new: &str,
        scope: &Scope,
    ) -> Result<Old, Error> {
        let Some(old) = old else {
            return Old::of_revision(host, LAST, None, new, scope);
        };
        let is_file = old == STANDARD_INPUT || host.stat(old).is_ok_and(|stat| !stat.folder);
        if !is_file {
            return match old.split_once(':') {
                Some((revision, path)) => Old::of_revision(host, revision, Some(path), new, scope),
                None => Old::of_revision(host, old, None, new, scope),
            };
        }
        let source = Source::read(&host, old)?;
        Ok(Old {
            text: source.text,
            path: Some(source.path).filter(|path| path != STANDARD_INPUT),
            revision: None,
            is_own: false,
            note: also_revision(host, old, new, scope),
        })
    }

    fn of_revision(
        host: System,
        revision: &str,
        path: Option<&str>,
        new: &str,
        scope: &Scope,
    ) -> Result<Old, Error> {
        let is_own = path.is_none();
        let path = match path {
            Some(path) => path.to_owned(),
            None if new == STANDARD_INPUT => {
                let message =
                    format!("there is no file `{revision}`, and standard input has no revisions");
                return Err(Error::new(ErrorKind::Usage, message)
                    .hint("`REV:PATH` names a file of a revision."));
            }
            None => format!("./{}", own_name(new)),
        };
        let file = Revised {
            folder: &scope.folder,
            revision,
            path: &path,
        };
        let bytes = host
            .revision_of(&file, LIMIT, Limits::default())
            .map_err(|error| explained(host, error, &file))?;
        Ok(Old {
            text: input::decode(&format!("{revision}:{path}"), bytes)?,
            path: Some(path.strip_prefix("./").unwrap_or(&path).to_owned()),
            revision: Some(revision.to_owned()),
            is_own,
            note: None,
        })
    }

    /// The side in words.
    pub(super) fn name(&self) -> String {
        match (&self.revision, &self.path) {
            (Some(revision), _) if self.is_own => revision.clone(),
            (Some(revision), Some(path)) => format!("{path} in {revision}"),
            (_, Some(path)) => path.clone(),
            (_, None) => named(STANDARD_INPUT),
        }
    }

    /// Where it stands: a revision where the case stands now.
    pub(super) fn scope(&self, host: &dyn Host, new: &Scope) -> Scope {
        match (&self.revision, &self.path) {
            (None, Some(path)) => Scope::of(host, path),
            (None, None) => Scope::of_folder(host, "."),
            (Some(_), _) => new.clone(),
        }
    }
}

/// The name of a file without its folder.
fn own_name(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.rsplit('/').next().unwrap_or(&path).to_owned()
}

/// A file whose name could be a revision's: whether it is one, too.
fn also_revision(host: System, old: &str, new: &str, scope: &Scope) -> Option<String> {
    if old == STANDARD_INPUT || new == STANDARD_INPUT || old.contains('.') {
        return None;
    }
    let path = format!("./{}", own_name(new));
    let file = Revised {
        folder: &scope.folder,
        revision: old,
        path: &path,
    };
    host.revision_of(&file, LIMIT, Limits::default()).ok()?;
    Some(format!(
        "`{old}` is a file and a revision; the file is meant. The revision is {}.",
        typed_revision(old, &path)
    ))
}

/// `v1:./case.md` as it can be typed: the colon needs no quotes.
fn typed_revision(revision: &str, path: &str) -> String {
    format!("`{}:{}`", typed(revision), typed(path))
}

/// What cannot be read, and what to do.
fn explained(host: System, error: RevisionError, file: &Revised<'_>) -> Error {
    let kind = match error {
        RevisionError::BadName { .. } => ErrorKind::Usage,
        _ => ErrorKind::Environment,
    };
    let plain = Error::new(kind, error.to_string());
    match error {
        RevisionError::NoRevision { revision } => {
            let near = names::near_files(&host, &revision);
            let message =
                format!("there is no file `{revision}`, and no git revision of that name");
            let error = Error::new(kind, message);
            if near.is_empty() {
                error.hint("`git log --oneline` lists revisions; HEAD is the last one.")
            } else {
                error.hint(format!("Did you mean {}?", names::any_of(&near)))
            }
        }
        RevisionError::NoRepository { folder } => Error::new(
            kind,
            format!(
                "there is no file `{}`, and `{folder}` is in no git repository",
                file.revision
            ),
        )
        .hint("`whyproof diff OLD.md NEW.md` compares two files."),
        RevisionError::NoGit { .. } => {
            plain.hint("Install git, or compare two files: `whyproof diff OLD.md NEW.md`.")
        }
        RevisionError::NoFile { revision, .. } => plain.hint(format!(
            "`{revision}:PATH` names another file of it, from the top of the repository."
        )),
        RevisionError::BadName { .. } => {
            plain.hint("OLD is a file, a git revision such as HEAD~1, or REV:PATH.")
        }
        RevisionError::Host(HostError::IsFolder { path }) => {
            Error::new(kind, format!("`{path}` is a folder")).hint("Name a file in it.")
        }
        RevisionError::Host(error) => error.into(),
    }
}
