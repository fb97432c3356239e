//! The journal and the draft of a drill, beside the case.

use whyproof_case::{Host, HostError, join};
use whyproof_whys::drill::{Draft, Entry, Journal};

use crate::error::{Error, ErrorKind};

/// Longest journal that is read, in bytes.
const LIMIT: u64 = 64 << 20;

/// Where a drill is kept.
pub(super) struct Store<'h> {
    host: &'h dyn Host,
    /// Path of the journal.
    journal: String,
    /// Path of what is being typed.
    draft: String,
}

impl<'h> Store<'h> {
    /// The store of the case at `path`, which must be there.
    pub(super) fn open(host: &'h dyn Host, path: &str) -> Result<Self, Error> {
        let path = path.replace('\\', "/");
        let (folder, name) = match path.rsplit_once('/') {
            Some(("", name)) => ("/", name),
            Some((folder, name)) => (folder, name),
            None => (".", path.as_str()),
        };
        let beside = join(&join(folder, ".whyproof/drill"), name);
        Ok(Self {
            host,
            journal: format!("{beside}.jsonl"),
            draft: format!("{beside}.draft.json"),
        })
    }

    /// Where the journal is.
    pub(super) fn path(&self) -> &str {
        &self.journal
    }

    pub(super) fn host(&self) -> &'h dyn Host {
        self.host
    }

    /// What was written so far.
    pub(super) fn journal(&self) -> Result<Journal, Error> {
        Ok(Journal::read(&self.text(&self.journal)?))
    }

    /// Writes a step down, to the disk.
    pub(super) fn append(&self, entry: &Entry) -> Result<(), Error> {
        let mut line = entry.line().map_err(unwritable)?;
        // A line that was cut off stays alone.
        if self.text(&self.journal)?.ends_with(|c| c != '\n') {
            line.insert(0, '\n');
        }
        self.host.append(&self.journal, line.as_bytes())?;
        Ok(())
    }

    /// What was being typed when the last sitting ended.
    pub(super) fn draft(&self) -> Result<Option<Draft>, Error> {
        Ok(Draft::read(&self.text(&self.draft)?))
    }

    /// Keeps what is being typed; `firmly` where it is to outlive a loss of power, too.
    pub(super) fn keep(&self, draft: &Draft, firmly: bool) -> Result<(), Error> {
        let line = draft.line().map_err(unwritable)?;
        if firmly {
            self.host.write(&self.draft, line.as_bytes())?;
        } else {
            self.host.write_soon(&self.draft, line.as_bytes())?;
        }
        Ok(())
    }

    /// The answer is in the journal: nothing is being typed.
    pub(super) fn forget_draft(&self) -> Result<(), Error> {
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
pub(super) fn is_answered(journal: &Journal, draft: &Draft) -> bool {
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
