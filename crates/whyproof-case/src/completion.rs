//! What is asked of a language model, and what comes back.

use std::fmt;
use std::time::Duration;

/// A key that must not be seen: nothing shows it, debug output included.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// The key `text`.
    pub fn new(text: impl Into<String>) -> ApiKey {
        ApiKey(text.into())
    }

    /// Its text, for the one place that sends it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// `text` with every occurrence of the key taken out: servers quote it in their errors.
    pub fn hide_in(&self, text: &str) -> String {
        if self.0.is_empty() {
            text.to_owned()
        } else {
            text.replace(&self.0, "(key)")
        }
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// How long a server may keep silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Until it is connected.
    pub connect: Duration,
    /// From then until its first words.
    pub first: Duration,
    /// Between any two pieces after that.
    pub idle: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            connect: Duration::from_secs(10),
            first: Duration::from_secs(60),
            idle: Duration::from_secs(20),
        }
    }
}

/// A request for chat completions, as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Where to: the address of the completions, not of the API: `http://127.0.0.1:8080/v1/chat/completions`.
    pub url: String,
    /// The JSON document that is sent, byte by byte.
    pub body: String,
    /// Sent as a bearer's token, where there is one.
    pub key: Option<ApiKey>,
    /// How long the server may keep silent.
    pub patience: Patience,
    /// The most requests that may be sent for it: one, and what a busy or failing server makes us send again.
    pub requests: u32,
    /// The most characters that are read of the answer's text.
    pub characters: usize,
}

/// Why an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The model was done.
    Done,
    /// The model came to the most tokens that it was allowed, or to the most characters that are read.
    Full,
    /// Whoever reads it had enough.
    Enough,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its text.
    pub text: String,
    /// Why it ended.
    pub ended: Ended,
    /// How many requests it took.
    pub requests: u32,
}
