//! The one door to the world outside: files, clock, environment, network.

use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::completion::{Completion, Reply};
use crate::revised::{Commit, Revised, RevisionError};
use crate::sql::{Answer, Job, SqlError};

/// What went wrong outside.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// Nothing stands at the path.
    #[error("there is no file `{path}`")]
    NotFound {
        /// The path as it was asked for.
        path: String,
    },
    /// It is a folder, and a file was wanted.
    #[error("`{path}` is a folder")]
    IsFolder {
        /// The path as it was asked for.
        path: String,
    },
    /// The path leads out of the workspace.
    #[error("`{path}` leads out of the workspace")]
    Outside {
        /// The path as it was asked for.
        path: String,
    },
    /// The file is larger than what is read.
    #[error("`{path}` is {size} bytes long; the limit is {limit}")]
    TooLarge {
        /// The path as it was asked for.
        path: String,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// It exists already, and must not be overwritten.
    #[error("`{path}` is there already")]
    Exists {
        /// The path as it was asked for.
        path: String,
    },
    /// The deadline passed, or somebody cancelled.
    #[error("stopped: {what}")]
    Stopped {
        /// What was under way.
        what: String,
    },
    /// Anything else, in the system's words.
    #[error("{what}: {reason}")]
    Failed {
        /// What was tried.
        what: String,
        /// The system's words.
        reason: String,
    },
}

/// What is known of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// Whether it is a folder.
    pub folder: bool,
    /// Size in bytes.
    pub size: u64,
    /// When it was last written, where the system says.
    pub modified: Option<jiff::Timestamp>,
}

/// How long something outside may take.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits<'c> {
    /// Longest time; none is without end.
    pub deadline: Option<Duration>,
    /// Set by whoever wants it to stop.
    pub cancel: Option<&'c AtomicBool>,
}

/// Everything that reaches outside goes through here, and nothing else does. Synchronous; usable from several
/// threads. Paths are as people write them, with `/`.
pub trait Host: Sync {
    /// What stands at `path`; follows links.
    ///
    /// # Errors
    /// [`HostError::NotFound`] or the system's.
    fn stat(&self, path: &str) -> Result<Stat, HostError>;

    /// The bytes of the file at `path`, refused beyond `limit` bytes.
    ///
    /// # Errors
    /// [`HostError::NotFound`], [`HostError::IsFolder`], [`HostError::TooLarge`] or the system's.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, HostError>;

    /// What stands at `path` in the folder `root`, which neither `..` nor a link may leave.
    ///
    /// # Errors
    /// [`HostError::Outside`] where it would, else as [`Host::stat`].
    fn stat_within(&self, root: &str, path: &str) -> Result<Stat, HostError>;

    /// Names of what stands in the folder `path`, sorted.
    ///
    /// # Errors
    /// [`HostError::NotFound`] or the system's.
    fn list(&self, path: &str) -> Result<Vec<String>, HostError>;

    /// Replaces the file at `path` in one step, so that a reader sees the old or the new bytes, never half.
    /// Folders on the way are made.
    ///
    /// # Errors
    /// The system's.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError>;

    /// Writes a file that must not be there yet.
    ///
    /// # Errors
    /// [`HostError::Exists`] or the system's.
    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), HostError>;

    /// Puts `bytes` in the place of the file at `path` as [`Host::write`] does, and leaves it to the system when
    /// they reach the disk: they outlive the program, whatever ends it, not the machine. For what is written at each
    /// key press. Folders on the way are made.
    ///
    /// # Errors
    /// The system's.
    fn write_soon(&self, path: &str, bytes: &[u8]) -> Result<(), HostError>;

    /// Puts `bytes` after the end of the file at `path`, made where it is not there, and returns once the disk has
    /// them. Folders on the way are made.
    ///
    /// # Errors
    /// [`HostError::IsFolder`] or the system's; of `bytes` a part may be there then.
    fn append(&self, path: &str, bytes: &[u8]) -> Result<(), HostError>;

    /// Time since some moment before: only the difference of two such times means something.
    fn clock(&self) -> Duration;

    /// Today, where the person is.
    fn today(&self) -> jiff::civil::Date;

    /// The value of an environment variable.
    fn env(&self, name: &str) -> Option<String>;

    /// The folder that relative paths start from, as an absolute path; none where that is not known.
    fn current_folder(&self) -> Option<String> {
        None
    }

    /// Whether `url` answers: the HTTP status of a request for its head.
    ///
    /// # Errors
    /// [`HostError::Stopped`] at the deadline, or why no answer came.
    fn probe(&self, url: &str, limits: Limits<'_>) -> Result<u16, HostError>;

    /// The bytes of a file as they were in a git revision; refused beyond `limit` bytes. Nothing but git's own reading
    /// of its objects is run: no hook, no filter, no pager, no network.
    ///
    /// # Errors
    /// [`RevisionError`]: which of git, the repository, the revision and the file is not there.
    fn revision_of(
        &self,
        file: &Revised<'_>,
        _limit: u64,
        _limits: Limits<'_>,
    ) -> Result<Vec<u8>, RevisionError> {
        Err(RevisionError::NoRepository {
            folder: file.folder.to_owned(),
        })
    }

    /// The commits that touched a file, from its revision backwards: the youngest first, at most `most`.
    ///
    /// # Errors
    /// [`RevisionError`]: which of git, the repository and the revision is not there. A file that no commit touched has
    /// none.
    fn commits_of(
        &self,
        file: &Revised<'_>,
        _most: usize,
        _limits: Limits<'_>,
    ) -> Result<Vec<Commit>, RevisionError> {
        Err(RevisionError::NoRepository {
            folder: file.folder.to_owned(),
        })
    }

    /// Asks a language model. Every piece of the answer's text goes to `on_text` as it comes, so that what came
    /// before an error is not lost; where that breaks, the answer ends there. A request is sent again only where
    /// the server was busy (429) or failed (5xx) before its first words. Redirects are not followed.
    ///
    /// # Errors
    /// [`HostError::Stopped`] at the deadline or where somebody cancels; else what the server did, and what to do.
    fn complete(
        &self,
        request: &Completion,
        limits: Limits<'_>,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Result<Reply, HostError>;

    /// The names of tables that `sql` reads, in order, each once. Nothing is read.
    ///
    /// # Errors
    /// [`SqlError::NotOneQuery`] or [`SqlError::Wrong`]; [`SqlError::NoEngine`] where the build has none.
    fn tables_of(&self, sql: &str) -> Result<Vec<String>, SqlError>;

    /// Runs queries, at the same time where there are several: an answer each, in their order. `on_done` hears the
    /// index of each as it ends, from any thread.
    fn query(
        &self,
        jobs: &[Job],
        limits: Limits<'_>,
        on_done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Answer, SqlError>>;
}

/// Where a case stands: its path, its folder, and the root that its files may not leave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// Path of the case; none where it came from standard input.
    pub path: Option<String>,
    /// The case's folder, `.` for the current one.
    pub folder: String,
    /// The workspace's root: the nearest folder above with a `whyproof.toml`, else the case's own.
    pub root: String,
    /// The case's folder as seen from the root, without `./`; empty where they are the same.
    pub within: String,
}

impl Scope {
    /// The scope of the case at `path`, its root found by looking upwards for `whyproof.toml`.
    pub fn of(host: &dyn Host, path: &str) -> Scope {
        let path = path.replace('\\', "/");
        let (folder, _) = path
            .rsplit_once('/')
            .map_or((".", path.as_str()), |(f, n)| {
                (if f.is_empty() { "/" } else { f }, n)
            });
        let mut scope = Scope::of_folder(host, folder);
        scope.path = Some(path.clone());
        scope
    }

    /// The scope of a text that comes from nowhere, read as if it stood in `folder`.
    pub fn of_folder(host: &dyn Host, folder: &str) -> Scope {
        let mut root = folder.to_owned();
        let mut within = String::new();
        loop {
            if host
                .stat(&join(&root, "whyproof.toml"))
                .is_ok_and(|stat| !stat.folder)
            {
                return Scope {
                    path: None,
                    folder: folder.to_owned(),
                    root,
                    within,
                };
            }
            let Some((above, name)) = root
                .rsplit_once('/')
                .filter(|(_, name)| !matches!(*name, "" | "." | ".."))
            else {
                break;
            };
            within = if within.is_empty() {
                name.to_owned()
            } else {
                format!("{name}/{within}")
            };
            root = if above.is_empty() {
                "/".to_owned()
            } else {
                above.to_owned()
            };
        }
        if !matches!(root.as_str(), "" | "." | "..")
            && !root.contains('/')
            && host.stat("whyproof.toml").is_ok()
        {
            let within = if within.is_empty() {
                root
            } else {
                format!("{root}/{within}")
            };
            return Scope {
                path: None,
                folder: folder.to_owned(),
                root: ".".to_owned(),
                within,
            };
        }
        Scope::above(host, folder).unwrap_or_else(|| Scope {
            path: None,
            folder: folder.to_owned(),
            root: folder.to_owned(),
            within: String::new(),
        })
    }

    /// The scope of `folder` where the workspace's root is above the current folder.
    fn above(host: &dyn Host, folder: &str) -> Option<Scope> {
        let below = within("", folder)?;
        let current = host.current_folder()?.replace('\\', "/");
        let names: Vec<&str> = current.split('/').filter(|name| !name.is_empty()).collect();
        (1..=names.len()).find_map(|up| {
            let root = vec![".."; up].join("/");
            let stat = host.stat(&join(&root, "whyproof.toml"));
            stat.is_ok_and(|stat| !stat.folder).then(|| Scope {
                path: None,
                folder: folder.to_owned(),
                root,
                within: join(&names[names.len() - up..].join("/"), &below)
                    .trim_end_matches('/')
                    .to_owned(),
            })
        })
    }

    /// `name`, as written in the case, seen from the root: beside the case. None where it would leave the root.
    pub fn beside(&self, name: &str) -> Option<String> {
        within(&self.within, name)
    }

    /// The case's own path seen from the root.
    pub fn own(&self) -> Option<String> {
        let path = self.path.as_deref()?;
        within(&self.within, path.rsplit('/').next().unwrap_or(path))
    }
}

/// `folder/name`, without doubling the separator.
pub fn join(folder: &str, name: &str) -> String {
    match folder {
        "" | "." => name.to_owned(),
        _ if folder.ends_with('/') => format!("{folder}{name}"),
        _ => format!("{folder}/{name}"),
    }
}

/// `base/name` with `.` and `..` resolved; none where that leaves the root or `name` is absolute.
pub(crate) fn within(base: &str, name: &str) -> Option<String> {
    if name.starts_with(['/', '\\', '~']) || name.contains(':') || name.contains('\0') {
        return None;
    }
    let mut parts: Vec<&str> = base
        .split('/')
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
