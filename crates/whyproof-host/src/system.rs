//! The world as it is.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use whyproof_case::{
    Answer, Commit, Completion, Host, HostError, Job, Limits, Reply, Revised, RevisionError,
    SqlError, Stat, join,
};

#[cfg(feature = "figures")]
use crate::sql;
use crate::{model, probe, revision, write};

/// Files, clock, environment and network of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl System {
    /// Standard input to its end, refused beyond `limit` bytes.
    ///
    /// # Errors
    /// [`HostError::TooLarge`] or the system's.
    pub fn standard_input(self, limit: u64) -> Result<Vec<u8>, HostError> {
        let what = "standard input";
        read_up_to(io::stdin().lock(), what, limit)
    }
}

impl Host for System {
    fn stat(&self, path: &str) -> Result<Stat, HostError> {
        stat(Path::new(path), path)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, HostError> {
        let found = self.stat(path)?;
        if found.folder {
            return Err(HostError::IsFolder {
                path: path.to_owned(),
            });
        }
        if found.size > limit {
            return Err(too_large(path, found.size, limit));
        }
        let file = File::open(path).map_err(|error| failed("reading", path, &error))?;
        read_up_to(file, path, limit)
    }

    fn stat_within(&self, root: &str, path: &str) -> Result<Stat, HostError> {
        let outside = || HostError::Outside {
            path: path.to_owned(),
        };
        if Path::new(path).is_absolute() {
            return Err(outside());
        }
        let whole = if root.is_empty() { "." } else { root };
        if let Some(found) = below(whole, path) {
            return Ok(found);
        }
        let root = fs::canonicalize(whole).map_err(|error| failed("looking at", root, &error))?;
        let place = fs::canonicalize(join(whole, path))
            .map_err(|error| failed("looking at", path, &error))?;
        if place.starts_with(&root) {
            stat(&place, path)
        } else {
            Err(outside())
        }
    }

    fn list(&self, path: &str) -> Result<Vec<String>, HostError> {
        let folder = if path.is_empty() { "." } else { path };
        let listing = |error: io::Error| failed("listing", path, &error);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(listing)? {
            let name = entry.map_err(listing)?.file_name();
            names.push(name.to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        write::replace(path, bytes).map_err(|error| failed("writing", path, &error))
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        write::create(path, bytes).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => HostError::Exists {
                path: path.to_owned(),
            },
            _ => failed("writing", path, &error),
        })
    }

    fn write_soon(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        write::replace_soon(path, bytes).map_err(|error| failed("writing", path, &error))
    }

    fn append(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        write::append(path, bytes).map_err(|error| failed("writing to", path, &error))
    }

    /// Time since it was first asked for.
    fn clock(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    /// The day of the system's clock in its time zone; `WHYPROOF_TODAY`, a date such as 2026-11-23, takes its
    /// place, so that a run can be repeated.
    fn today(&self) -> Date {
        let fixed = self.env("WHYPROOF_TODAY").and_then(|day| day.parse().ok());
        fixed.unwrap_or_else(|| jiff::ZonedDateTime::now().date())
    }

    fn env(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn current_folder(&self) -> Option<String> {
        Some(std::env::current_dir().ok()?.to_str()?.to_owned())
    }

    fn probe(&self, url: &str, limits: Limits<'_>) -> Result<u16, HostError> {
        probe::probe(url, limits)
    }

    fn revision_of(
        &self,
        file: &Revised<'_>,
        limit: u64,
        limits: Limits<'_>,
    ) -> Result<Vec<u8>, RevisionError> {
        revision::read(file, limit, limits)
    }

    fn commits_of(
        &self,
        file: &Revised<'_>,
        most: usize,
        limits: Limits<'_>,
    ) -> Result<Vec<Commit>, RevisionError> {
        revision::commits(file, most, limits)
    }

    fn complete(
        &self,
        request: &Completion,
        limits: Limits<'_>,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Result<Reply, HostError> {
        model::complete(request, limits, on_text)
    }

    #[cfg(feature = "figures")]
    fn tables_of(&self, sql: &str) -> Result<Vec<String>, SqlError> {
        sql::tables_of(sql)
    }

    #[cfg(not(feature = "figures"))]
    fn tables_of(&self, _sql: &str) -> Result<Vec<String>, SqlError> {
        Err(SqlError::NoEngine)
    }

    #[cfg(feature = "figures")]
    fn query(
        &self,
        jobs: &[Job],
        limits: Limits<'_>,
        on_done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Answer, SqlError>> {
        sql::query(jobs, limits, on_done)
    }

    #[cfg(not(feature = "figures"))]
    fn query(
        &self,
        jobs: &[Job],
        _limits: Limits<'_>,
        _on_done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Answer, SqlError>> {
        jobs.iter().map(|_| Err(SqlError::NoEngine)).collect()
    }
}

/// What stands at `path` in `root` where no `..` and no link is on the way, so that it cannot lead out: the usual
/// case, and far cheaper than finding where both really are. None where that has to be found.
fn below(root: &str, path: &str) -> Option<Stat> {
    let mut place = PathBuf::from(root);
    let mut found = None;
    for part in Path::new(path).components() {
        let Component::Normal(part) = part else {
            return None;
        };
        place.push(part);
        let here = fs::symlink_metadata(&place).ok()?;
        if here.is_symlink() {
            return None;
        }
        found = Some(here);
    }
    found.as_ref().map(stat_of)
}

fn stat(place: &Path, path: &str) -> Result<Stat, HostError> {
    let found = fs::metadata(place).map_err(|error| failed("looking at", path, &error))?;
    Ok(stat_of(&found))
}

fn stat_of(found: &Metadata) -> Stat {
    let modified = found.modified().ok();
    Stat {
        folder: found.is_dir(),
        size: found.len(),
        modified: modified.and_then(|time| jiff::Timestamp::try_from(time).ok()),
    }
}

/// Pipes and devices do not tell their size, and a file may grow while it is read: what comes is counted.
fn read_up_to(from: impl Read, path: &str, limit: u64) -> Result<Vec<u8>, HostError> {
    let mut bytes = Vec::new();
    from.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| failed("reading", path, &error))?;
    let size = bytes.len() as u64;
    if size > limit {
        Err(too_large(path, size, limit))
    } else {
        Ok(bytes)
    }
}

fn too_large(path: &str, size: u64, limit: u64) -> HostError {
    HostError::TooLarge {
        path: path.to_owned(),
        size,
        limit,
    }
}

fn failed(doing: &str, path: &str, error: &io::Error) -> HostError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => HostError::NotFound { path },
        io::ErrorKind::IsADirectory => HostError::IsFolder { path },
        _ => HostError::Failed {
            what: format!("{doing} `{path}`"),
            reason: error.to_string(),
        },
    }
}
