//! The replies that came in, kept as they came in a folder beside the case.

use unicode_normalization::UnicodeNormalization;
use whyproof_case::{Case, Host, HostError, Scope, join, normalised, revision, same};

use super::{Asked, MAX_BYTES, Reply, read};

/// The folder beside a case.
pub const FOLDER: &str = "replies";
/// Most files that are looked at in it.
const MOST: usize = 2_000;
/// Longest part of a file's name that is made of a person's.
const NAME: usize = 40;
/// Digits of the hash in a file's name; more where two replies agree in these.
const DIGITS: [usize; 3] = [8, 16, 64];

/// A reply that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its file.
    pub path: String,
    /// What it says.
    pub reply: Reply,
}

/// The replies to a case that were kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// In the order in which they were written, those of one day by their files' names.
    pub replies: Vec<Kept>,
    /// What is wrong with files that cannot be read, a sentence each.
    pub damaged: Vec<String>,
}

/// Where a reply is kept, and whether it was there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its file.
    pub path: String,
    /// Whether the same reply was kept before.
    pub before: bool,
}

/// The name of a reply's file: its day, who wrote it, and the first digits of the hash of its bytes. It is made of
/// ASCII letters, digits and hyphens, whatever the reply says.
pub fn file_name(reply: &Reply, bytes: &[u8], digits: usize) -> String {
    let mut name = String::new();
    for c in reply.reviewer.nfkd().filter(|c| !is_mark(*c)) {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= NAME {
            break;
        }
    }
    let name = match name.trim_end_matches('-') {
        "" => "reviewer",
        name => name,
    };
    let hash = revision(&String::from_utf8_lossy(bytes));
    let hash = hash.get(..digits).unwrap_or(&hash);
    format!("{}-{name}-{hash}.json", reply.written)
}

/// A mark on a letter, which decomposition leaves behind it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The file of a reply that was kept before.
pub fn find(host: &dyn Host, scope: &Scope, reply: &Reply, bytes: &[u8]) -> Option<String> {
    let paths = DIGITS.map(|digits| path(scope, reply, bytes, digits));
    let is_same = |path: &String| {
        host.read(path, MAX_BYTES as u64)
            .is_ok_and(|old| old == bytes)
    };
    paths.into_iter().find(is_same)
}

/// Keeps the bytes of a reply beside the case. The same reply is kept once.
///
/// # Errors
/// The host's, where nothing can be written there.
pub fn keep(
    host: &dyn Host,
    scope: &Scope,
    reply: &Reply,
    bytes: &[u8],
) -> Result<Stored, HostError> {
    if let Some(path) = find(host, scope, reply, bytes) {
        return Ok(Stored { path, before: true });
    }
    let mut last = None;
    for digits in DIGITS {
        let path = path(scope, reply, bytes, digits);
        match host.create(&path, bytes) {
            Ok(()) => {
                return Ok(Stored {
                    path,
                    before: false,
                });
            }
            // Other bytes with the same first digits.
            Err(error @ HostError::Exists { .. }) => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or(HostError::Failed {
        what: "keeping a reply".to_owned(),
        reason: "no name was free".to_owned(),
    }))
}

fn path(scope: &Scope, reply: &Reply, bytes: &[u8], digits: usize) -> String {
    let folder = join(&scope.folder, FOLDER);
    join(&folder, &file_name(reply, bytes, digits))
}

/// The replies to `case` that were kept beside it. A file that cannot be read is told, and the others are read.
pub fn kept(host: &dyn Host, case: &Case) -> Shelf {
    let mut shelf = Shelf::default();
    let folder = join(&case.scope.folder, FOLDER);
    let names = match host.list(&folder) {
        Ok(names) => names,
        Err(HostError::NotFound { .. }) => return shelf,
        Err(error) => {
            shelf.damaged.push(error.to_string());
            return shelf;
        }
    };
    let files = names.iter().filter(|name| {
        let ending = name.len().checked_sub(5).and_then(|at| name.get(at..));
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(".json")) && !name.starts_with('.')
    });
    for (count, name) in files.enumerate() {
        if count == MOST {
            let told = format!("`{folder}` has more than {MOST} files; the rest was not read");
            shelf.damaged.push(told);
            break;
        }
        let path = join(&folder, name);
        let bytes = match host.read(&path, MAX_BYTES as u64) {
            Ok(bytes) => bytes,
            Err(error) => {
                shelf.damaged.push(error.to_string());
                continue;
            }
        };
        match read(&path, &bytes) {
            Ok(reply) if reply.is_about(case) => shelf.replies.push(Kept { path, reply }),
            Ok(_) => {}
            Err(error) => shelf.damaged.push(error.to_string()),
        }
    }
    shelf
        .replies
        .sort_by(|a, b| (a.reply.written, &a.path).cmp(&(b.reply.written, &b.path)));
    shelf
}

impl Shelf {
    /// Whether somebody of this name asked the same of the same words in a reply that was kept.
    pub fn has(&self, reviewer: &str, asked: &Asked) -> bool {
        let quote = |asked: &Asked| asked.on.as_ref().map(|on| on.quote.clone());
        let text = normalised(&asked.text);
        let replies = self.replies.iter().map(|kept| &kept.reply);
        let theirs = replies.filter(|reply| same(&reply.reviewer, reviewer));
        theirs.flat_map(|reply| &reply.whys).any(|other| {
            normalised(&other.text) == text
                && other.words == asked.words
                && quote(other) == quote(asked)
        })
    }
}

/// Of each person the last reply that has a verdict, in the order in which they were written.
pub fn latest(replies: &[Kept]) -> Vec<&Kept> {
    let judged = || replies.iter().filter(|kept| kept.reply.verdict.is_some());
    let is_last = |at: usize, kept: &Kept| {
        let later = judged().skip(at + 1);
        !later
            .into_iter()
            .any(|other| same(&other.reply.reviewer, &kept.reply.reviewer))
    };
    let all = judged().enumerate();
    all.filter(|(at, kept)| is_last(*at, kept))
        .map(|(_, kept)| kept)
        .collect()
}
