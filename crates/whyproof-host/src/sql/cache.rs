//! Results kept by what they depend on, in the user's cache folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use whyproof_case::{Answer, Host};
use whyproof_engine::{Column, Output, Read, Value};

use super::convert;
use crate::write;

/// Results of more bytes are computed again.
const LARGEST: usize = 8 << 20;

/// When there are more results, the older half goes.
const MOST: usize = 2_000;

/// The folder of results.
pub(super) struct Cache {
    folder: PathBuf,
}

/// One result as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    at: Timestamp,
    took: Duration,
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
    read: Vec<Read>,
}

impl Cache {
    /// `WHYPROOF_CACHE`, else `whyproof` in the user's cache folder; none where that is not known, or the variable
    /// is empty.
    pub(super) fn of(host: &dyn Host) -> Option<Cache> {
        let home = || {
            let cache = host
                .env("XDG_CACHE_HOME")
                .filter(|folder| folder.starts_with('/'));
            let cache = cache.map(PathBuf::from);
            let cache = cache.or_else(|| Some(PathBuf::from(host.env("HOME")?).join(".cache")));
            let cache = cache.or_else(|| Some(PathBuf::from(host.env("LOCALAPPDATA")?)));
            Some(cache?.join("whyproof"))
        };
        let folder = match host.env("WHYPROOF_CACHE") {
            Some(folder) if folder.is_empty() => return None,
            Some(folder) => PathBuf::from(folder),
            None => home()?,
        };
        Some(Cache {
            folder: folder.join("queries"),
        })
    }

    fn path(&self, fingerprint: &str) -> PathBuf {
        self.folder.join(format!("{fingerprint}.json"))
    }

    /// The result kept under `fingerprint`. What cannot be read is as good as not there.
    pub(super) fn get(&self, fingerprint: &str) -> Option<Answer> {
        let bytes = fs::read(self.path(fingerprint)).ok()?;
        let kept: Kept = serde_json::from_slice(&bytes).ok()?;
        let output = Output {
            columns: kept.columns,
            rows: kept.rows,
            read: kept.read,
            took: kept.took,
            plan: None,
        };
        Some(Answer {
            cached: true,
            ..convert::answer(output, kept.at, fingerprint.to_owned())
        })
    }

    /// Keeps a result. A folder that cannot be written only means that it is computed again.
    pub(super) fn put(&self, answer: &Answer) {
        let (columns, rows) = convert::rows(&answer.table);
        let read = answer.read.iter().map(|read| Read {
            name: read.name.clone(),
            source: read.source.clone(),
            files: read.files.clone(),
            rows: read.rows,
            outside: read.outside,
        });
        let kept = Kept {
            at: answer.at,
            took: answer.took,
            columns,
            rows,
            read: read.collect(),
        };
        let Ok(bytes) = serde_json::to_vec(&kept) else {
            return;
        };
        if bytes.len() > LARGEST {
            return;
        }
        private(&self.folder);
        self.make_room();
        let path = self.path(&answer.fingerprint);
        if let Some(path) = path.to_str() {
            // Nothing is lost where the disk never gets it.
            let _ = write::replace_soon(path, &bytes);
        }
    }

    fn make_room(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let mut files: Vec<_> = entries
            .filter_map(|entry| {
                let entry = entry.ok()?;
                Some((entry.metadata().ok()?.modified().ok()?, entry.path()))
            })
            .collect();
        if files.len() <= MOST {
            return;
        }
        files.sort();
        for (_, path) in &files[..files.len() / 2] {
            // Another program may have taken it away.
            let _ = fs::remove_file(path);
        }
    }
}

/// Makes the folder one that only its owner can look into: results are of files that others may not read.
#[cfg(unix)]
fn private(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    // Where it cannot be made, nothing can be kept either.
    let _ = fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder);
}

#[cfg(not(unix))]
fn private(_folder: &Path) {}
