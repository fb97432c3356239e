//! A host in memory.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::time::Duration;

use jiff::civil::{Date, date};
use whyproof_case::{
    Answer, Commit, Completion, Ended, Host, HostError, Job, Limits, Reply, Revised, RevisionError,
    SqlError, Stat, Table, join,
};

use crate::queries::Queries;

/// Files in memory, a fixed day, no network. Folders are what stands before a slash.
#[derive(Debug)]
pub struct MemoryHost {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    env: BTreeMap<String, String>,
    answers: BTreeMap<String, u16>,
    today: Date,
    replies: Mutex<VecDeque<Result<Reply, HostError>>>,
    completions: Mutex<Vec<Completion>>,
    queries: Queries,
    /// Files by revision and path.
    revisions: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
    /// Commits, the oldest first, with the paths that each touched.
    commits: Vec<(Vec<String>, Commit)>,
}

impl Default for MemoryHost {
    fn default() -> Self {
        Self {
            files: Mutex::default(),
            env: BTreeMap::new(),
            answers: BTreeMap::new(),
            today: date(2026, 11, 23),
            replies: Mutex::default(),
            completions: Mutex::default(),
            queries: Queries::default(),
            revisions: BTreeMap::new(),
            commits: Vec::new(),
        }
    }
}

impl MemoryHost {
    /// With an engine that knows one more query: the SQL, without regard to blanks around it, the names that it
    /// reads, and what it gives. Without any, there is no engine.
    pub fn with_query(mut self, sql: &str, reads: &[&str], gives: Result<Table, SqlError>) -> Self {
        self.queries.learn(sql, reads, gives);
        self
    }

    /// A host with nothing in it, on 23 November 2026.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with a file.
    #[must_use]
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files().insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// The same with a file of a git revision, its path seen from the top of the repository.
    #[must_use]
    pub fn revision(mut self, revision: &str, path: &str, text: impl AsRef<[u8]>) -> Self {
        let files = self.revisions.entry(revision.to_owned()).or_default();
        files.insert(path.to_owned(), text.as_ref().to_vec());
        self
    }

    /// The same with a commit on `day`, after those before, that touched one file; what the file was then is a
    /// revision of the same name.
    #[must_use]
    pub fn commit(mut self, revision: &str, day: Date, path: &str, text: impl AsRef<[u8]>) -> Self {
        let at = day.to_datetime(jiff::civil::Time::midnight());
        let commit = Commit {
            revision: revision.to_owned(),
            at: jiff::tz::TimeZone::UTC.to_timestamp(at).unwrap_or_default(),
        };
        self.commits.push((vec![path.to_owned()], commit));
        self.revision(revision, path, text)
    }

    /// The same on another day.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    /// The same with an environment variable.
    #[must_use]
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same with a URL that answers with `status`.
    #[must_use]
    pub fn answer(mut self, url: &str, status: u16) -> Self {
        self.answers.insert(url.to_owned(), status);
        self
    }

    /// A path of a repository, whose top is the folder that paths start from.
    fn in_repository(file: &Revised<'_>) -> String {
        match file.path.strip_prefix("./") {
            Some(name) => join(plain(file.folder), name),
            None => file.path.to_owned(),
        }
    }

    /// The same with a language model that next says `text`, a line at a time.
    #[must_use]
    pub fn reply(self, text: &str) -> Self {
        self.replied(Ok(Reply {
            text: text.to_owned(),
            ended: Ended::Done,
            requests: 1,
        }))
    }

    /// The same with a language model that next answers so.
    #[must_use]
    pub fn replied(self, reply: Result<Reply, HostError>) -> Self {
        lock(&self.replies).push_back(reply);
        self
    }

    /// What the language model was asked, for assertions.
    pub fn completions(&self) -> Vec<Completion> {
        lock(&self.completions).clone()
    }

    /// The bytes of a file, for assertions.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        self.files().get(path).cloned()
    }

    fn files(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        lock(&self.files)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn plain(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}

impl Host for MemoryHost {
    fn stat(&self, path: &str) -> Result<Stat, HostError> {
        let name = plain(path);
        let files = self.files();
        if let Some(bytes) = files.get(name) {
            return Ok(Stat {
                folder: false,
                size: bytes.len() as u64,
                modified: None,
            });
        }
        let folder = name.is_empty()
            || name == "."
            || files
                .keys()
                .any(|file| file.starts_with(&format!("{name}/")));
        if folder {
            Ok(Stat {
                folder: true,
                size: 0,
                modified: None,
            })
        } else {
            Err(missing(path))
        }
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, HostError> {
        let stat = self.stat(path)?;
        if stat.folder {
            return Err(HostError::IsFolder {
                path: path.to_owned(),
            });
        }
        if stat.size > limit {
            return Err(HostError::TooLarge {
                path: path.to_owned(),
                size: stat.size,
                limit,
            });
        }
        self.bytes(plain(path)).ok_or_else(|| missing(path))
    }

    fn stat_within(&self, root: &str, path: &str) -> Result<Stat, HostError> {
        self.stat(&join(root, path))
    }

    fn list(&self, path: &str) -> Result<Vec<String>, HostError> {
        let folder = plain(path);
        let prefix = if folder.is_empty() || folder == "." {
            String::new()
        } else {
            format!("{folder}/")
        };
        let files = self.files();
        let inside = files.keys().filter_map(|file| file.strip_prefix(&prefix));
        let mut names: Vec<String> = inside
            .map(|rest| rest.split('/').next().unwrap_or(rest).to_owned())
            .collect();
        names.dedup();
        if names.is_empty() {
            Err(missing(path))
        } else {
            Ok(names)
        }
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.files().insert(plain(path).to_owned(), bytes.to_vec());
        Ok(())
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        if self.stat(path).is_ok() {
            return Err(HostError::Exists {
                path: path.to_owned(),
            });
        }
        self.write(path, bytes)
    }

    fn write_soon(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        self.write(path, bytes)
    }

    fn append(&self, path: &str, bytes: &[u8]) -> Result<(), HostError> {
        if self.stat(path).is_ok_and(|stat| stat.folder) {
            return Err(HostError::IsFolder {
                path: path.to_owned(),
            });
        }
        let mut files = self.files();
        let file = files.entry(plain(path).to_owned()).or_default();
        file.extend_from_slice(bytes);
        Ok(())
    }

    /// No time passes in memory.
    fn clock(&self) -> Duration {
        Duration::ZERO
    }

    fn today(&self) -> Date {
        self.today
    }

    fn env(&self, name: &str) -> Option<String> {
        self.env.get(name).cloned()
    }

    fn probe(&self, url: &str, _limits: Limits<'_>) -> Result<u16, HostError> {
        let none = || HostError::Failed {
            what: format!("asking {url}"),
            reason: "no network in memory".to_owned(),
        };
        self.answers.get(url).copied().ok_or_else(none)
    }

    /// The repository's top is the folder that paths start from.
    fn revision_of(
        &self,
        file: &Revised<'_>,
        limit: u64,
        _limits: Limits<'_>,
    ) -> Result<Vec<u8>, RevisionError> {
        file.check()?;
        let none = || RevisionError::NoRevision {
            revision: file.revision.to_owned(),
        };
        let files = self.revisions.get(file.revision).ok_or_else(none)?;
        let path = Self::in_repository(file);
        let bytes = files.get(&path).ok_or_else(|| RevisionError::NoFile {
            revision: file.revision.to_owned(),
            path: file.path.to_owned(),
        })?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(RevisionError::Host(HostError::TooLarge {
                path,
                size,
                limit,
            }));
        }
        Ok(bytes.clone())
    }

    fn commits_of(
        &self,
        file: &Revised<'_>,
        most: usize,
        _limits: Limits<'_>,
    ) -> Result<Vec<Commit>, RevisionError> {
        file.check()?;
        let path = Self::in_repository(file);
        let touched = self.commits.iter().rev();
        let touched = touched.filter(|(paths, _)| paths.contains(&path));
        Ok(touched
            .map(|(_, commit)| commit.clone())
            .take(most)
            .collect())
    }

    fn complete(
        &self,
        request: &Completion,
        _limits: Limits<'_>,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Result<Reply, HostError> {
        lock(&self.completions).push(request.clone());
        let reply = lock(&self.replies).pop_front();
        let mut reply = reply.unwrap_or_else(|| {
            Err(HostError::Failed {
                what: format!("asking the model at {}", request.url),
                reason: "no model in memory".to_owned(),
            })
        })?;
        let mut told = 0;
        for line in reply.text.split_inclusive('\n') {
            told += line.len();
            if on_text(line).is_break() {
                reply.ended = Ended::Enough;
                break;
            }
        }
        reply.text.truncate(told);
        Ok(reply)
    }

    fn tables_of(&self, sql: &str) -> Result<Vec<String>, SqlError> {
        self.queries.tables_of(sql)
    }

    fn query(
        &self,
        jobs: &[Job],
        _limits: Limits<'_>,
        on_done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Answer, SqlError>> {
        let answered = jobs.iter().enumerate().map(|(at, job)| {
            on_done(at);
            self.queries.answer(job)
        });
        answered.collect()
    }
}

fn missing(path: &str) -> HostError {
    HostError::NotFound {
        path: path.to_owned(),
    }
}
