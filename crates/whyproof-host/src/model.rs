//! Asking a language model: any server that speaks OpenAI's chat completions.

use std::ops::ControlFlow;

use whyproof_case::{Completion, HostError, Limits, Reply};

#[cfg(feature = "model")]
mod answer;
#[cfg(feature = "model")]
mod exchange;
#[cfg(feature = "model")]
mod refusal;
#[cfg(feature = "model")]
mod stream;
#[cfg(feature = "model")]
mod wait;

#[cfg(feature = "model")]
pub(crate) fn complete(
    request: &Completion,
    limits: Limits<'_>,
    on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
) -> Result<Reply, HostError> {
    use answer::Outcome;
    use refusal::{Again, Refusal};

    let waiting = wait::Waiting::new(limits);
    let mut sent = 0;
    loop {
        sent += 1;
        match answer::once(request, &waiting, on_text)? {
            Outcome::Reply(text, ended) => {
                return Ok(Reply {
                    text,
                    ended,
                    requests: sent,
                });
            }
            Outcome::Refused(head, body) => {
                let refusal = Refusal {
                    request,
                    head,
                    body,
                };
                match refusal.again(sent, &waiting) {
                    Again::After(pause) if sent < request.requests => {
                        if !waiting.pass(pause) {
                            return Err(stopped(request));
                        }
                    }
                    again => return Err(refusal.error(sent, &again)),
                }
            }
        }
    }
}

#[cfg(feature = "model")]
fn doing(request: &Completion) -> String {
    format!("asking the model at {}", request.url)
}

#[cfg(feature = "model")]
fn stopped(request: &Completion) -> HostError {
    HostError::Stopped {
        what: doing(request),
    }
}

#[cfg(feature = "model")]
fn failed(request: &Completion, reason: impl Into<String>) -> HostError {
    HostError::Failed {
        what: doing(request),
        reason: reason.into(),
    }
}

#[cfg(not(feature = "model"))]
pub(crate) fn complete(
    request: &Completion,
    _limits: Limits<'_>,
    _on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
) -> Result<Reply, HostError> {
    Err(HostError::Failed {
        what: format!("asking the model at {}", request.url),
        reason: "this build asks no model: it was made without the feature `model`".to_owned(),
    })
}
