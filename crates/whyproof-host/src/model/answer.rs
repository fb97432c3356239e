//! One request and its answer, read as it comes.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use whyproof_case::{Completion, Ended, HostError};

use super::exchange::{Event, Exchange, Head};
use super::stream::{Said, Stream, Unreadable, document};
use super::wait::{Over, Waiting, most};
use super::{failed, refusal, stopped};

/// Most bytes that are read of an answer that is no stream, or that says why it refuses.
const DOCUMENT: usize = 4 << 20;
/// Bytes that a stream may take in all: far more than any piece takes for each of its characters.
const STREAM: usize = 64 << 20;

/// What a request came to.
pub(super) enum Outcome {
    /// An answer.
    Reply(String, Ended),
    /// Another status than 200, and what was said of it.
    Refused(Head, Vec<u8>),
}

/// What is known while an answer comes.
struct Reading<'a, 'c> {
    request: &'a Completion,
    waiting: &'a Waiting<'c>,
    exchange: Exchange,
    /// When what is waited for began to be waited for.
    since: Instant,
    has_begun: bool,
    text: String,
    characters: usize,
}

/// Sends `request` once and reads the answer to its end.
pub(super) fn once(
    request: &Completion,
    waiting: &Waiting<'_>,
    on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
) -> Result<Outcome, HostError> {
    if waiting.is_over() {
        return Err(stopped(request));
    }
    let exchange = Exchange::start(request).map_err(|error| failed(request, error.to_string()))?;
    let mut reading = Reading {
        request,
        waiting,
        exchange,
        since: Instant::now(),
        has_begun: false,
        text: String::new(),
        characters: 0,
    };
    let head = match reading.next()? {
        Event::Head(head) => head,
        _ => return Err(reading.cut_off()),
    };
    if head.status != 200 {
        let body = reading.whole().unwrap_or_default();
        return Ok(Outcome::Refused(head, body));
    }
    let kind = head.content_type.to_ascii_lowercase();
    let ended = if kind.starts_with("text/event-stream") {
        reading.stream(on_text)?
    } else if kind.starts_with("application/json") {
        reading.document(on_text)?
    } else {
        return Err(failed(request, refusal::wrong_type(&head.content_type)));
    };
    Ok(Outcome::Reply(reading.text, ended))
}

impl Reading<'_, '_> {
    fn next(&self) -> Result<Event, HostError> {
        let most = most(&self.request.patience, self.has_begun);
        match self.waiting.next(&self.exchange.events, self.since, most) {
            Ok(Event::Failed(error)) => Err(failed(self.request, refusal::transport(&error))),
            Ok(event) => Ok(event),
            Err(Over::Stopped) => Err(stopped(self.request)),
            Err(Over::Silent(time)) => Err(failed(self.request, self.silent(time))),
            Err(Over::Gone) => Err(self.cut_off()),
        }
    }

    fn silent(&self, time: Duration) -> String {
        let time = refusal::seconds(time);
        if self.has_begun {
            format!("nothing more came for {time}")
        } else {
            format!("no answer began within {time}; a model may need longer to load or to read")
        }
    }

    fn cut_off(&self) -> HostError {
        failed(self.request, "the answer was cut off")
    }

    /// All bytes of the body, within what is read of one.
    fn whole(&mut self) -> Result<Vec<u8>, HostError> {
        let mut body = Vec::new();
        loop {
            match self.next()? {
                Event::Bytes(bytes) => body.extend_from_slice(&bytes),
                _ => return Ok(body),
            }
            self.has_begun = true;
            self.since = Instant::now();
            if body.len() > DOCUMENT {
                return Err(failed(self.request, TOO_LONG));
            }
        }
    }

    /// A server that knows no streams sends one document.
    fn document(
        &mut self,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Result<Ended, HostError> {
        let body = self.whole()?;
        let (text, ended) = document(&body).map_err(|error| self.unreadable(error))?;
        let ended = ended.unwrap_or(Ended::Done);
        Ok(self.take(&text, on_text).unwrap_or(ended))
    }

    fn stream(
        &mut self,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Result<Ended, HostError> {
        let mut stream = Stream::default();
        let mut size = 0;
        loop {
            let bytes = match self.next() {
                Ok(Event::Bytes(bytes)) => bytes,
                Ok(_) => return stream.ended().ok_or_else(|| self.cut_off()),
                Err(error) => return stream.ended().ok_or(error),
            };
            size += bytes.len();
            if size > STREAM {
                return Err(failed(self.request, TOO_LONG));
            }
            let said = stream.read(&bytes).map_err(|e| self.unreadable(e))?;
            if self.has_begun || !said.is_empty() {
                self.has_begun = true;
                self.since = Instant::now();
            }
            for said in said {
                match said {
                    Said::End(ended) => return Ok(ended),
                    Said::Text(text) => {
                        if let Some(ended) = self.take(&text, on_text) {
                            return Ok(ended);
                        }
                    }
                }
            }
        }
    }

    /// Passes text on, up to the most that is read; why the answer ends with it, if it does.
    fn take(
        &mut self,
        text: &str,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> Option<Ended> {
        let room = self.request.characters.saturating_sub(self.characters);
        let cut = text.char_indices().nth(room).map(|(at, _)| at);
        let kept = &text[..cut.unwrap_or(text.len())];
        self.text.push_str(kept);
        self.characters += kept.chars().count();
        if !kept.is_empty() && on_text(kept).is_break() {
            return Some(Ended::Enough);
        }
        cut.map(|_| Ended::Full)
    }

    fn unreadable(&self, why: Unreadable) -> HostError {
        let reason = match why {
            Unreadable::Error(message) => {
                let message = refusal::told(self.request, &message);
                format!("the server reports an error: {message}")
            }
            Unreadable::Not => "what came is no chat completion".to_owned(),
            Unreadable::Long => TOO_LONG.to_owned(),
        };
        failed(self.request, reason)
    }
}

const TOO_LONG: &str = "the answer is far longer than was asked for, and was not read to its end";
