//! What a drill leaves behind at each step, a line of JSON each, so that nothing typed is lost.

use serde::{Deserialize, Serialize};

/// The schema of a journal's lines.
pub const SCHEMA: &str = "whyproof/drill-journal/1";

/// A question as a journal names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its id in the barrage.
    pub id: String,
    /// The question.
    pub text: String,
    /// The follow-up that was put to the answer before; none for the question itself.
    #[serde(default)]
    pub follow_up: Option<String>,
}

/// A line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Entry {
    /// A sitting began.
    Began {
        /// [`SCHEMA`].
        schema: String,
        /// Hash of the case's text.
        revision: String,
        /// The day.
        day: String,
    },
    /// A question or a follow-up was answered.
    Answered {
        /// Which.
        question: Reference,
        /// The answer as typed.
        answer: String,
        /// Seconds from seeing the question to the end of the answer; none where it came from a file.
        seconds: Option<u32>,
    },
    /// It was passed over.
    Skipped {
        /// Which.
        question: Reference,
    },
    /// It was put off.
    Parked {
        /// Which.
        question: Reference,
    },
    /// Something was typed and not finished, and its question is not asked any more.
    Unfinished {
        /// Which.
        question: Reference,
        /// What was typed.
        answer: String,
    },
    /// Questions and their answers were written into the case.
    Added {
        /// The questions.
        questions: Vec<String>,
    },
    /// The answers were written into a file of their own.
    Wrote {
        /// Its path.
        path: String,
        /// Hash of its text: as long as it has that, nobody else has touched it.
        revision: String,
    },
    /// The person stopped.
    Quit,
    /// All was asked, and the report was given: the next drill begins anew.
    Ended,
}

impl Entry {
    /// The line, with its end.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn line(&self) -> Result<String, serde_json::Error> {
        let mut line = serde_json::to_string(self)?;
        line.push('\n');
        Ok(line)
    }
}

/// A journal, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    /// Its lines in order.
    pub entries: Vec<Entry>,
    /// Numbers of the lines that cannot be read, from 1.
    pub unread: Vec<usize>,
    /// Whether its last line is cut off: the next one needs a line of its own.
    pub is_cut: bool,
}

impl Journal {
    /// Reads a journal. What cannot be read is left out and counted; a last line that was cut off is expected.
    pub fn read(text: &str) -> Self {
        let is_cut = !text.is_empty() && !text.ends_with('\n');
        let mut journal = Journal {
            is_cut,
            ..Journal::default()
        };
        let last = text.lines().count();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str(line) {
                Ok(entry) => journal.entries.push(entry),
                Err(_) if is_cut && number == last => {}
                Err(_) => journal.unread.push(number),
            }
        }
        journal
    }

    /// What happened since the last drill that was gone through to its end.
    pub fn open(&self) -> &[Entry] {
        let ended = self
            .entries
            .iter()
            .rposition(|entry| *entry == Entry::Ended);
        self.entries
            .get(ended.map_or(0, |at| at + 1)..)
            .unwrap_or_default()
    }

    /// Whether somebody answered, skipped or parked something since then.
    pub fn is_begun(&self) -> bool {
        self.open()
            .iter()
            .any(|entry| !matches!(entry, Entry::Began { .. } | Entry::Quit))
    }

    /// Questions that were written into the case, ever.
    pub fn added(&self) -> impl Iterator<Item = &str> {
        let lists = self.entries.iter().filter_map(|entry| match entry {
            Entry::Added { questions } => Some(questions),
            _ => None,
        });
        lists.flatten().map(String::as_str)
    }
}

/// What is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The question.
    pub question: Reference,
    /// What stands there so far.
    pub answer: String,
}

impl Draft {
    /// As it is kept.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn line(&self) -> Result<String, serde_json::Error> {
        let mut line = serde_json::to_string(self)?;
        line.push('\n');
        Ok(line)
    }

    /// Reads what was kept; none where nothing was.
    pub fn read(text: &str) -> Option<Draft> {
        let draft: Draft = serde_json::from_str(text).ok()?;
        (!draft.answer.trim().is_empty()).then_some(draft)
    }
}
