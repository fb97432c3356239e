//! What a query's result depends on, as one hash.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};
use whyproof_case::{Job, Source, join};

/// Files up to this size are hashed whole; of larger ones place, size and times of change stand for their bytes.
const HASHED: u64 = 1 << 20;

/// A file changed within this time may change again without its time of change showing it.
const RACY: Duration = Duration::from_secs(2);

/// The hash of a query and what it reads.
pub(super) struct Print {
    /// SHA-256 in hex.
    pub(super) hex: String,
    /// Whether the same hash means the same result: not so for servers, nor for files that just changed.
    pub(super) is_sure: bool,
}

pub(super) fn of(job: &Job) -> Print {
    let mut hasher = Sha256::new();
    let mut is_sure = true;
    let mut add = |part: &str| {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    };
    add(whyproof_engine::version());
    add(&job.sql);
    add(&job.bounds.rows.to_string());
    for (name, source) in &job.tables {
        add(name);
        match source {
            Source::Query { sql } => add(sql),
            Source::Rows { table, .. } => add(&format!("{table:?}")),
            Source::Remote { source, table, .. } => {
                add(&format!("{source}:{table}"));
                is_sure = false;
            }
            Source::Files { path, reading } => {
                add(&format!("{path} {reading:?}"));
                match files(&join(&job.root, path), &mut is_sure) {
                    Ok(files) => files.iter().for_each(|file| match one(file) {
                        Ok((print, sure)) => {
                            add(&format!("{file} {print}"));
                            is_sure &= sure;
                        }
                        Err(_) => is_sure = false,
                    }),
                    Err(_) => is_sure = false,
                }
            }
        }
    }
    let hex = hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Print { hex, is_sure }
}

/// The file at `path`, or every file below the folder there.
fn files(path: &str, is_sure: &mut bool) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(path) = waiting.pop() {
        if !fs::metadata(&path)?.is_dir() {
            found.push(path);
            continue;
        }
        for entry in fs::read_dir(&path)? {
            let entry = entry?;
            let inner = join(&path, &entry.file_name().to_string_lossy());
            if entry.file_type()?.is_symlink() && Path::new(&inner).is_dir() {
                // It could lead back here, so what is behind it is not looked at.
                *is_sure = false;
            } else {
                waiting.push(inner);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What stands for the bytes of a file, and whether another hash is certain once they change.
fn one(path: &str) -> io::Result<(String, bool)> {
    let stat = fs::metadata(path)?;
    if !stat.is_file() {
        // Opening a pipe would wait for whoever writes to it.
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if stat.len() <= HASHED {
        let mut bytes = Vec::new();
        File::open(path)?.take(HASHED + 1).read_to_end(&mut bytes)?;
        let hash = Sha256::digest(&bytes);
        let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        return Ok((hex, true));
    }
    let changed = stat.modified()?;
    let age = SystemTime::now()
        .duration_since(changed)
        .unwrap_or_default();
    let since = changed
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    // Another workspace's file of that name, size and time is another file.
    let path = fs::canonicalize(path)?;
    let print = format!(
        "{} {} {} {}",
        path.display(),
        stat.len(),
        since.as_nanos(),
        own(&stat)
    );
    Ok((print, age > RACY))
}

/// Which file it is, and when anything of it changed: a time of change can be set, this one cannot.
#[cfg(unix)]
fn own(stat: &fs::Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    let (device, node) = (stat.dev(), stat.ino());
    format!("{device} {node} {} {}", stat.ctime(), stat.ctime_nsec())
}

#[cfg(not(unix))]
fn own(_stat: &fs::Metadata) -> String {
    String::new()
}
