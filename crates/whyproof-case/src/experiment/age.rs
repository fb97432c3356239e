//! Which is older in git, the seal or the data.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::lock::Seal;
use crate::host::{Host, Limits, Scope};
use crate::revised::Revised;

/// How many commits of a case are looked at.
const BACK: usize = 200;
/// How many commits of a file of data are looked at.
const OF_DATA: usize = 10_000;
/// Longest case that is read, in bytes.
const LONGEST: u64 = 16 << 20;

/// How old a seal is beside the data, as git knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Age {
    /// The data were there on the first day, and the seal not before the second.
    Younger {
        /// The file of data.
        file: String,
        /// Since when git has it.
        data: Timestamp,
        /// Since when git has the seal.
        seal: Timestamp,
    },
    /// They came in one commit.
    Together {
        /// The file of data.
        file: String,
        /// When.
        at: Timestamp,
    },
    /// The data were there, and the seal is in no commit yet.
    Uncommitted {
        /// The file of data.
        file: String,
        /// Since when git has it.
        data: Timestamp,
    },
}

impl Age {
    /// The same in a sentence.
    pub fn says(&self) -> String {
        match self {
            Age::Younger { file, data, seal } => {
                let (mut first, mut second) = (day(*data).to_string(), day(*seal).to_string());
                if first == second {
                    (first, second) = (data.to_string(), seal.to_string());
                }
                format!(
                    "The lock is younger than the data: git has `{file}` since {first}, and the lock since {second}."
                )
            }
            Age::Together { file, at } => format!(
                "The lock and the data, `{file}`, came into git in one commit, on {}: it does not show which was first.",
                day(*at)
            ),
            Age::Uncommitted { file, data } => format!(
                "The lock is younger than the data: git has `{file}` since {}, and the lock is not committed yet.",
                day(*data)
            ),
        }
    }
}

fn day(at: Timestamp) -> jiff::civil::Date {
    TimeZone::UTC.to_datetime(at).date()
}

/// How old `seal` is beside the oldest of `files`, paths seen from the workspace's root. None where the seal is older,
/// or git knows nothing of them.
pub fn age(
    seal: &Seal,
    files: &[String],
    host: &dyn Host,
    scope: &Scope,
    limits: Limits<'_>,
) -> Option<Age> {
    let oldest = files.iter().filter_map(|file| {
        let path = format!("./{file}");
        let revised = Revised {
            folder: &scope.root,
            revision: "HEAD",
            path: &path,
        };
        let commits = host.commits_of(&revised, OF_DATA, limits).ok()?;
        Some((file.clone(), commits.last()?.clone()))
    });
    let (file, data) = oldest.min_by_key(|(_, commit)| commit.at)?;
    let Some(sealed) = since(seal, host, scope, limits)? else {
        return Some(Age::Uncommitted {
            file,
            data: data.at,
        });
    };
    if sealed.revision == data.revision {
        return Some(Age::Together { file, at: data.at });
    }
    (sealed.at > data.at).then_some(Age::Younger {
        file,
        data: data.at,
        seal: sealed.at,
    })
}

/// The commit that brought the seal; none where it is in no commit, nothing where git knows nothing of the case.
fn since(
    seal: &Seal,
    host: &dyn Host,
    scope: &Scope,
    limits: Limits<'_>,
) -> Option<Option<crate::revised::Commit>> {
    let path = scope.path.as_deref()?;
    let name = format!("./{}", path.rsplit('/').next().unwrap_or(path));
    let head = in_commit(scope, &name, "HEAD");
    let commits = host.commits_of(&head, BACK, limits).ok()?;
    let has = |commit: &crate::revised::Commit| {
        let bytes = host.revision_of(&in_commit(scope, &name, &commit.revision), LONGEST, limits);
        bytes.is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(&seal.hash))
    };
    // From the youngest backwards, as long as it is there.
    Some(commits.into_iter().take_while(has).last())
}

fn in_commit<'r>(scope: &'r Scope, path: &'r str, revision: &'r str) -> Revised<'r> {
    Revised {
        folder: &scope.folder,
        revision,
        path,
    }
}
