//! Why a server gave no answer, in words that help.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use whyproof_case::{Completion, HostError};

use super::exchange::Head;
use super::failed;
use super::stream::error_message;
use super::wait::Waiting;

/// Most characters of a server's own words that are shown.
const SHOWN: usize = 200;
/// The first pause before a request is sent again, without the server's word; doubled each time.
const PAUSE: Duration = Duration::from_millis(500);
/// The longest such pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// An answer with another status than 200.
pub(super) struct Refusal<'a> {
    pub(super) request: &'a Completion,
    pub(super) head: Head,
    pub(super) body: Vec<u8>,
}

/// Whether a request is worth sending again.
pub(super) enum Again {
    /// After a pause.
    After(Duration),
    /// After a pause for which there is no time.
    TooLate(Duration),
    /// The answer would be the same.
    Never,
}

impl Refusal<'_> {
    /// Whether it is worth another try, after `sent` requests.
    pub(super) fn again(&self, sent: u32, waiting: &Waiting<'_>) -> Again {
        // 501 and 505 say that it will never work.
        if !matches!(self.head.status, 429 | 500 | 502..=504 | 506..=599) {
            return Again::Never;
        }
        let doubled = PAUSE.saturating_mul(1 << sent.saturating_sub(1).min(8));
        let pause = retry_after(&self.head.retry_after, Timestamp::now())
            .unwrap_or(doubled.min(LONGEST_PAUSE));
        match waiting.left() {
            Some(left) if pause >= left => Again::TooLate(pause),
            _ => Again::After(pause),
        }
    }

    /// The error after `sent` requests.
    pub(super) fn error(&self, sent: u32, again: &Again) -> HostError {
        let times = match sent {
            1 => String::new(),
            n => format!(", {n} times"),
        };
        let mut reason = format!("it answered {}{times}", status(self.head.status));
        if let Some(message) = error_message(&self.body) {
            let message = told(self.request, &message);
            if !message.is_empty() {
                reason.push_str(&format!(": “{message}”"));
            }
        }
        if let Some(advice) = self.advice(again) {
            reason.push_str(&format!("; {advice}"));
        }
        failed(self.request, reason)
    }

    fn advice(&self, again: &Again) -> Option<String> {
        let advice = match self.head.status {
            300..=399 => {
                let to = told(self.request, &self.head.location);
                let to = if to.is_empty() {
                    String::new()
                } else {
                    format!(" to {to}")
                };
                return Some(format!(
                    "it redirects{to}, and redirects are not followed: set WHYPROOF_MODEL_URL to where it really is"
                ));
            }
            401 | 403 if self.request.key.is_none() => "it wants a key: set WHYPROOF_MODEL_KEY",
            401 | 403 => "is the key in WHYPROOF_MODEL_KEY the one for this server?",
            404 | 405 => {
                "is WHYPROOF_MODEL_URL the base of the API, such as http://127.0.0.1:8080/v1, and does the server \
                 have the model named in WHYPROOF_MODEL?"
            }
            413 => "what is sent is too long for it: lower WHYPROOF_MODEL_CHARACTERS",
            _ => {
                let Again::TooLate(pause) = again else {
                    return None;
                };
                let pause = seconds(*pause);
                return Some(format!("waiting {pause} for it is more than there is time"));
            }
        };
        Some(advice.to_owned())
    }
}

/// A status with its name.
fn status(code: u16) -> String {
    let name = ureq::http::StatusCode::from_u16(code).ok();
    match name.and_then(|code| code.canonical_reason()) {
        Some(name) => format!("{code} {name}"),
        None => code.to_string(),
    }
}

/// `Retry-After`: seconds, or a date.
pub(super) fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let date = rfc2822::parse(value).ok()?.timestamp();
    let wait = date.as_second().saturating_sub(now.as_second());
    Some(Duration::from_secs(u64::try_from(wait).unwrap_or(0)))
}

/// A server's own words, fit to be shown: on one line, without the key and without control characters, and short.
pub(super) fn told(request: &Completion, text: &str) -> String {
    let text = match &request.key {
        Some(key) => key.hide_in(text),
        None => text.to_owned(),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let mut shown: String = line
        .chars()
        .filter(|c| c.is_ascii_graphic() || *c == ' ' || c.is_alphanumeric())
        .take(SHOWN)
        .collect();
    if line.chars().count() > SHOWN {
        shown.push('…');
    }
    shown
}

/// What is said of an answer that is neither a stream nor a document.
pub(super) fn wrong_type(content_type: &str) -> String {
    let kind = content_type.split(';').next().unwrap_or("").trim();
    let kind: String = kind
        .chars()
        .filter(char::is_ascii_graphic)
        .take(60)
        .collect();
    let kind = if kind.is_empty() {
        "something of no named type".to_owned()
    } else {
        kind
    };
    format!(
        "it answered with {kind}, not with a chat completion: is WHYPROOF_MODEL_URL the base of the API, such as \
         http://127.0.0.1:8080/v1?"
    )
}

/// What the network said.
pub(super) fn transport(error: &ureq::Error) -> String {
    use std::io::ErrorKind;

    match error {
        ureq::Error::Io(io) if io.kind() == ErrorKind::ConnectionRefused => {
            "nothing listens there: is the server running?".to_owned()
        }
        ureq::Error::Io(io)
            if matches!(
                io.kind(),
                ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe
            ) =>
        {
            "the answer was cut off".to_owned()
        }
        ureq::Error::Timeout(_) => "no connection in time".to_owned(),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        other => other.to_string(),
    }
}

/// A time as people say it.
pub(super) fn seconds(time: Duration) -> String {
    let tenths = (time.as_secs_f64() * 10.0).round() / 10.0;
    format!("{tenths} s")
}
