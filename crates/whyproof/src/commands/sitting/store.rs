//! The journal and the draft of a sitting, beside the file that it is about.

use whyproof_case::{Host, HostError, join};
use whyproof_whys::drill::{Draft, Entry, Journal};

use crate::error::{Error, ErrorKind};

/// Longest journal that is read, in bytes.
const LIMIT: u64 = 64 << 20;

/// Where a sitting is kept.
pub(in crate::commands) struct Store<'h> {
    host: &'h dyn Host,
    /// Path of the journal.
    journal: String,
    /// Path of what is being typed.
    draft: String,
}

impl<'h> Store<'h> {
    /// The store of `kind` (`drill`, `story`) beside the file at `path`, by the file's name.
    pub(in crate::commands) fn open(host: &'h dyn Host, kind: &str, path: &str) -> Self {
        let path = path.replace('\\', "/");
        let (folder, name) = match path.rsplit_once('/') {
            Some(("", name)) => ("/", name),
            Some((folder, name)) => (folder, name),
            None => (".", path.as_str()),
        };
        let beside = join(&join(folder, &format!(".whyproof/{kind}")), name);
        Self {
            host,
            journal: format!("{beside}.jsonl"),
            draft: format!("{beside}.draft.json"),
        }
    }

    /// Where the journal is.
    pub(in crate::commands) fn path(&self) -> &str {
        &self.journal
    }

    pub(in crate::commands) fn host(&self) -> &'h dyn Host {
        self.host
    }

    /// What was written so far.
    pub(in crate::commands) fn journal(&self) -> Result<Journal, Error> {
        Ok(Journal::read(&self.text(&self.journal)?))
    }

    /// Writes a step down, to the disk.
    pub(in crate::commands) fn append(&self, entry: &Entry) -> Result<(), Error> {
        let mut line = entry.line().map_err(unwritable)?;
        // A line that was cut off stays alone.
        if self.text(&self.journal)?.ends_with(|c| c != '\n') {
            line.insert(0, '\n');
        }
        self.host.append(&self.journal, line.as_bytes())?;
        Ok(())
    }

    /// What was being typed when the last sitting ended.
    pub(in crate::commands) fn draft(&self) -> Result<Option<Draft>, Error> {
        Ok(Draft::read(&self.text(&self.draft)?))
    }

    /// Keeps what is being typed; `firmly` where it is to outlive a loss of power, too.
    pub(in crate::commands) fn keep(&self, draft: &Draft, firmly: bool) -> Result<(), Error> {
        let line = draft.line().map_err(unwritable)?;
        if firmly {
            self.host.write(&self.draft, line.as_bytes())?;
        } else {
            self.host.write_soon(&self.draft, line.as_bytes())?;
        }
        Ok(())
    }

    /// The answer is in the journal: nothing is being typed.
    pub(in crate::commands) fn forget_draft(&self) -> Result<(), Error> {
        if self.host.stat(&self.draft).is_ok_and(|stat| stat.size > 0) {
            self.host.write_soon(&self.draft, b"")?;
        }
        Ok(())
    }

    fn text(&self, path: &str) -> Result<String, Error> {
        match self.host.read(path, LIMIT) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Err(HostError::NotFound { .. }) => Ok(String::new()),
            Err(error) => Err(error.into()),
        }
    }
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::new(
        ErrorKind::Environment,
        format!("writing the journal: {error}"),
    )
}

/// Whether what was being typed is in the journal as an answer: the program was stopped between the two.
pub(in crate::commands) fn is_answered(journal: &Journal, draft: &Draft) -> bool {
    journal.entries.iter().any(|entry| match entry {
        Entry::Answered {
            question, answer, ..
        }
        | Entry::Unfinished { question, answer } => {
            *question == draft.question && answer.trim() == draft.answer.trim()
        }
        _ => false,
    })
}
