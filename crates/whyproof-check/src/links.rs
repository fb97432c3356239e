//! What came of asking links.

use std::collections::BTreeMap;

use whyproof_case::{Host, Limits};

/// What came of asking a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It answered with this HTTP status.
    Status(u16),
    /// No answer came; why, in the system's words.
    Nothing(String),
}

impl Answer {
    /// Asks `url`.
    pub fn ask(host: &dyn Host, url: &str, limits: Limits<'_>) -> Answer {
        match host.probe(url, limits) {
            Ok(status) => Answer::Status(status),
            Err(error) => Answer::Nothing(error.to_string()),
        }
    }
}

/// Answers by URL.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    by_url: BTreeMap<String, Answer>,
}

impl Answers {
    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.by_url.is_empty()
    }

    /// What came of asking `url`; none where nobody did.
    pub fn of(&self, url: &str) -> Option<&Answer> {
        self.by_url.get(url)
    }
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(answers: I) -> Self {
        Self {
            by_url: answers.into_iter().collect(),
        }
    }
}
