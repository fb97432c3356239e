//! Which files are checked.

use whyproof_case::Host;
use whyproof_host::{System, walk};

use crate::error::{Error, ErrorKind};
use crate::input::STANDARD_INPUT;

/// What was named, and what stands below it.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// Paths in their order.
    pub(crate) files: Vec<File>,
    /// What could not be looked at.
    pub(crate) failures: Vec<Error>,
}

/// A file to be checked.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct File {
    /// Its path.
    pub(crate) path: String,
    /// Whether it was found in a folder: then it is passed over where it is no case.
    pub(crate) found: bool,
}

/// The files that `paths` name, in order of their paths, each once.
pub(crate) fn find(paths: &[String]) -> Files {
    let mut files = Files::default();
    for path in paths {
        let is_folder = path != STANDARD_INPUT && System.stat(path).is_ok_and(|stat| stat.folder);
        if is_folder {
            let walked = walk(path, &["md", "markdown"]);
            let found = |path| File { path, found: true };
            files.files.extend(walked.files.into_iter().map(found));
            let failed = |message| Error::new(ErrorKind::Environment, message);
            files
                .failures
                .extend(walked.failures.into_iter().map(failed));
        } else {
            let path = path.clone();
            files.files.push(File { path, found: false });
        }
    }
    files.files.sort();
    files
        .files
        .dedup_by(|later, first| later.path == first.path);
    files
}

/// Whether front matter says of which kind the case is.
pub(crate) fn is_case(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines();
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines
            .take_while(|line| !matches!(line.trim_end(), "---" | "..."))
            .any(|line| line.starts_with("kind:"))
}
