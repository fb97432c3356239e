//! What a server of completions says: events of a stream, or one document.
//!
//! The stream is read by lines: of the event stream's fields only `data` matters here, and a document never has a
//! line break inside.

use serde::Deserialize;
use whyproof_case::Ended;

/// Longest line that is read, in bytes: one piece of text, and what surrounds it.
const LONGEST_LINE: usize = 1 << 20;

/// The parts of a completion that are read, of a stream's piece and of a whole one.
#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    choices: Vec<Choice>,
    error: Option<serde_json::Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(alias = "message")]
    delta: Option<Message>,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

/// What a stretch of the answer said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Text.
    Text(String),
    /// The answer is at its end.
    End(Ended),
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The server reports an error, in its words.
    Error(String),
    /// It is no completion.
    Not,
    /// A line is longer than any piece of an answer.
    Long,
}

/// A stream, read as its bytes come.
#[derive(Debug, Default)]
pub(super) struct Stream {
    rest: Vec<u8>,
    /// Why the model stopped, where it said so: `[DONE]` may come after it, or nothing.
    ended: Option<Ended>,
}

impl Stream {
    /// What the lines say that `bytes` brings to an end.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Result<Vec<Said>, Unreadable> {
        let mut said = Vec::new();
        let mut bytes = bytes;
        while let Some(at) = bytes.iter().position(|&byte| byte == b'\n') {
            self.rest.extend_from_slice(&bytes[..at]);
            bytes = &bytes[at + 1..];
            let line = std::mem::take(&mut self.rest);
            self.line(&line, &mut said)?;
        }
        self.rest.extend_from_slice(bytes);
        if self.rest.len() > LONGEST_LINE {
            return Err(Unreadable::Long);
        }
        Ok(said)
    }

    /// How the answer ended, where nothing comes any more and it had ended.
    pub(super) fn ended(&self) -> Option<Ended> {
        self.ended
    }

    fn line(&mut self, line: &[u8], said: &mut Vec<Said>) -> Result<(), Unreadable> {
        let Some(data) = line.strip_prefix(b"data:") else {
            return Ok(());
        };
        let data = data.trim_ascii();
        if data == b"[DONE]" {
            said.push(Said::End(self.ended.unwrap_or(Ended::Done)));
            return Ok(());
        }
        let (text, ended) = document(data)?;
        if !text.is_empty() {
            said.push(Said::Text(text));
        }
        self.ended = ended.or(self.ended);
        Ok(())
    }
}

/// The text of a completion, or of a piece of one, and why it ended, where it has.
pub(super) fn document(bytes: &[u8]) -> Result<(String, Option<Ended>), Unreadable> {
    let document: Document = serde_json::from_slice(bytes).map_err(|_| Unreadable::Not)?;
    if let Some(error) = document.error {
        return Err(Unreadable::Error(message(&error)));
    }
    let Some(choice) = document.choices.into_iter().next() else {
        return Ok((String::new(), None));
    };
    let ended = choice.finish_reason.map(|reason| match reason.as_str() {
        "length" => Ended::Full,
        _ => Ended::Done,
    });
    let text = choice.delta.and_then(|delta| delta.content);
    Ok((text.unwrap_or_default(), ended))
}

/// The message in the body of an error: `{"error": {"message": …}}`, as most servers word it, else its text.
pub(super) fn error_message(body: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    let inner = value.get("error").or_else(|| value.get("detail"));
    Some(message(inner.unwrap_or(&value)))
}

fn message(error: &serde_json::Value) -> String {
    let text = error
        .as_str()
        .or_else(|| error.get("message").and_then(serde_json::Value::as_str));
    text.map_or_else(|| error.to_string(), str::to_owned)
}
