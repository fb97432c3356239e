//! Reading a file of a git revision, by the program `git`.
//!
//! Only plumbing is run, `cat-file` and `rev-parse`: neither starts a pager, a filter or a hook. What a repository
//! says in its own configuration cannot start a program either: a folder that merely looks like a repository is not
//! taken for one, and objects that are missing are not fetched.

use std::io::{ErrorKind, Read};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use whyproof_case::{Commit, HostError, Limits, Revised, RevisionError};

/// How often somebody who waits looks whether to stop.
const TICK: Duration = Duration::from_millis(20);
/// Longest time that one run takes, where the caller gives none.
const LONGEST: Duration = Duration::from_secs(30);
/// Most bytes of a line that names a commit and its time.
const LINE: u64 = 128;
/// Most bytes of git's own words.
const WORDS: u64 = 4096;

/// Settings that keep git to reading its own objects.
const SETTINGS: [&str; 5] = [
    "safe.bareRepository=explicit",
    "core.fsmonitor=",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
    "core.pager=cat",
];

pub(crate) fn read(
    file: &Revised<'_>,
    limit: u64,
    limits: Limits<'_>,
) -> Result<Vec<u8>, RevisionError> {
    file.check()?;
    let object = format!("{}:{}", file.revision, file.path);
    let git = Git { file, limits };
    let read = git.run(&["cat-file", "blob", &object], limit)?;
    if read.over {
        let size = git.run(&["cat-file", "-s", &object], WORDS)?;
        let size = String::from_utf8_lossy(&size.out).trim().parse().ok();
        return Err(RevisionError::Host(HostError::TooLarge {
            path: object,
            size: size.unwrap_or(limit.saturating_add(1)),
            limit,
        }));
    }
    if read.success {
        return Ok(read.out);
    }
    Err(git.trouble(&read)?)
}

/// The commits that touched the file, the youngest first.
pub(crate) fn commits(
    file: &Revised<'_>,
    most: usize,
    limits: Limits<'_>,
) -> Result<Vec<Commit>, RevisionError> {
    file.check()?;
    let git = Git { file, limits };
    let most_of_them = format!("--max-count={most}");
    let listed = git.run(
        &[
            "rev-list",
            "--timestamp",
            &most_of_them,
            file.revision,
            "--",
            file.path,
        ],
        (most as u64).saturating_mul(LINE),
    )?;
    if !listed.success && !listed.over {
        return Err(git.trouble(&listed)?);
    }
    let text = String::from_utf8_lossy(&listed.out).into_owned();
    let commit = |line: &str| {
        let (seconds, revision) = line.split_once(' ')?;
        Some(Commit {
            revision: revision.to_owned(),
            at: jiff::Timestamp::from_second(seconds.parse().ok()?).ok()?,
        })
    };
    Ok(text.lines().filter_map(commit).collect())
}

struct Git<'g> {
    file: &'g Revised<'g>,
    limits: Limits<'g>,
}

/// What came of one run.
#[derive(Debug, Default)]
struct Ran {
    success: bool,
    out: Vec<u8>,
    /// Whether there was more than asked for.
    over: bool,
    said: String,
}

impl Git<'_> {
    /// What was missing, from the top: the repository, the revision, the file.
    fn trouble(&self, read: &Ran) -> Result<RevisionError, RevisionError> {
        let Revised {
            folder,
            revision,
            path,
        } = *self.file;
        let here = self.run(&["rev-parse", "--git-dir"], WORDS)?;
        if !here.success {
            let known = ["not a git repository", "cannot change to"];
            if known.iter().any(|words| here.said.contains(words)) || here.said.is_empty() {
                return Ok(RevisionError::NoRepository {
                    folder: folder.to_owned(),
                });
            }
            return Ok(self.failed(&here));
        }
        let tree = format!("{revision}^{{tree}}");
        if !self
            .run(&["rev-parse", "--verify", "--quiet", &tree], WORDS)?
            .success
        {
            return Ok(RevisionError::NoRevision {
                revision: revision.to_owned(),
            });
        }
        let object = format!("{revision}:{path}");
        if !self
            .run(&["rev-parse", "--verify", "--quiet", &object], WORDS)?
            .success
        {
            return Ok(RevisionError::NoFile {
                revision: revision.to_owned(),
                path: path.to_owned(),
            });
        }
        let kind = self.run(&["cat-file", "-t", &object], WORDS)?;
        if kind.success && kind.out.starts_with(b"tree") {
            return Ok(RevisionError::Host(HostError::IsFolder { path: object }));
        }
        Ok(self.failed(read))
    }

    /// In git's own words: its first line.
    fn failed(&self, ran: &Ran) -> RevisionError {
        let line = ran.said.lines().next().unwrap_or("git said nothing");
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        RevisionError::Host(HostError::Failed {
            what: format!("reading `{}:{}`", self.file.revision, self.file.path),
            reason: line.trim_start_matches("fatal: ").to_owned(),
        })
    }

    /// Runs git, and reads at most `limit` bytes of what it writes.
    fn run(&self, arguments: &[&str], limit: u64) -> Result<Ran, RevisionError> {
        let mut child = self.command(arguments).spawn().map_err(|error| {
            let folder = self.file.folder;
            match error.kind() {
                ErrorKind::NotFound => RevisionError::NoGit {
                    revision: self.file.revision.to_owned(),
                },
                _ => RevisionError::Host(HostError::Failed {
                    what: format!("running git in `{folder}`"),
                    reason: error.to_string(),
                }),
            }
        })?;
        let out = piece(child.stdout.take(), limit);
        let said = piece(child.stderr.take(), WORDS);
        let end = Instant::now() + self.limits.deadline.unwrap_or(LONGEST).min(LONGEST);
        let ran = self.wait(&mut child, &out, &said, end, limit);
        // Whatever came of it, nothing is left running.
        let _ = child.kill();
        let _ = child.wait();
        ran.ok_or_else(|| {
            RevisionError::Host(HostError::Stopped {
                what: format!("reading the revision `{}`", self.file.revision),
            })
        })
    }

    /// None where it was stopped.
    fn wait(
        &self,
        child: &mut Child,
        out: &Receiver<Vec<u8>>,
        said: &Receiver<Vec<u8>>,
        end: Instant,
        limit: u64,
    ) -> Option<Ran> {
        let mut out = self.take(out, end)?;
        if out.len() as u64 > limit {
            out.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            return Some(Ran {
                over: true,
                out,
                ..Ran::default()
            });
        }
        let said = self.take(said, end)?;
        loop {
            if let Some(status) = child.try_wait().ok()? {
                return Some(Ran {
                    success: status.success(),
                    out,
                    over: false,
                    said: String::from_utf8_lossy(&said).trim().to_owned(),
                });
            }
            if self.is_over(end) {
                return None;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn take(&self, from: &Receiver<Vec<u8>>, end: Instant) -> Option<Vec<u8>> {
        loop {
            match from.recv_timeout(TICK) {
                Ok(bytes) => return Some(bytes),
                Err(RecvTimeoutError::Disconnected) => return Some(Vec::new()),
                Err(RecvTimeoutError::Timeout) if self.is_over(end) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn is_over(&self, end: Instant) -> bool {
        let cancelled = |cancel: &std::sync::atomic::AtomicBool| cancel.load(Ordering::Relaxed);
        self.limits.cancel.is_some_and(cancelled) || Instant::now() >= end
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        for (name, _) in std::env::vars_os() {
            // Where a repository is and what git starts can also be said by the environment.
            if name
                .to_string_lossy()
                .to_ascii_uppercase()
                .starts_with("GIT_")
            {
                command.env_remove(name);
            }
        }
        let folder = if self.file.folder.is_empty() {
            "."
        } else {
            self.file.folder
        };
        command.args([
            "-C",
            folder,
            "--no-pager",
            "--no-optional-locks",
            "--literal-pathspecs",
        ]);
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command
            .args(arguments)
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// Reads up to one byte more than `limit` on a thread of its own; what comes after that is read and dropped by nobody:
/// whoever asked ends the program.
fn piece(from: Option<impl Read + Send + 'static>, limit: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(from) = from {
            let _ = from.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        }
        let _ = sender.send(bytes);
    });
    receiver
}
