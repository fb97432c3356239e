//! One request, on a thread of its own: whoever waits for it can stop waiting at any moment, whatever the network
//! is doing.

use std::io::Read;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use ureq::Agent;
use ureq::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, LOCATION, RETRY_AFTER};
use whyproof_case::Completion;

/// Pieces that may wait to be read before the network waits for the reader.
const WAITING: usize = 16;

/// The head of an answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    pub(super) status: u16,
    pub(super) content_type: String,
    pub(super) location: String,
    pub(super) retry_after: String,
}

/// What comes of a request, in order: a head, its bytes, an end.
#[derive(Debug)]
pub(super) enum Event {
    Head(Head),
    Bytes(Vec<u8>),
    End,
    Failed(ureq::Error),
}

/// A request under way; dropped, its connection is closed.
pub(super) struct Exchange {
    pub(super) events: Receiver<Event>,
    agent: Agent,
}

impl Exchange {
    /// Sends `request`.
    pub(super) fn start(request: &Completion) -> std::io::Result<Exchange> {
        let mut config = Agent::config_builder()
            .timeout_resolve(Some(request.patience.connect))
            .timeout_connect(Some(request.patience.connect))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("whyproof/", env!("CARGO_PKG_VERSION")));
        if request.url.starts_with("http://") {
            // What goes over plain http is for this machine or one beside it, never for a proxy.
            config = config.proxy(None);
        }
        let agent: Agent = config.build().new_agent();
        let (sender, events) = sync_channel(WAITING);
        let (own, request) = (agent.clone(), request.clone());
        thread::Builder::new()
            .name("model".to_owned())
            .spawn(move || {
                let last = match send(&own, &request, &sender) {
                    Ok(()) => Event::End,
                    Err(error) => Event::Failed(error),
                };
                // Nobody may be waiting any more.
                let _ = sender.send(last);
            })?;
        Ok(Exchange { events, agent })
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        self.agent.clone().shutdown();
    }
}

fn send(agent: &Agent, request: &Completion, to: &SyncSender<Event>) -> Result<(), ureq::Error> {
    let mut call = agent
        .post(&request.url)
        .header(CONTENT_TYPE, "application/json")
        .header("accept", "text/event-stream, application/json");
    if let Some(key) = &request.key {
        call = call.header(AUTHORIZATION, format!("Bearer {}", key.reveal()));
    }
    let answer = call.send(request.body.as_bytes())?;
    let header = |name: HeaderName| {
        let value = answer.headers().get(name);
        let value = value.and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let head = Head {
        status: answer.status().as_u16(),
        content_type: header(CONTENT_TYPE),
        location: header(LOCATION),
        retry_after: header(RETRY_AFTER),
    };
    if to.send(Event::Head(head)).is_err() {
        return Ok(());
    }
    let mut body = answer.into_body().into_reader();
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let read = body.read(&mut buffer)?;
        if read == 0 || to.send(Event::Bytes(buffer[..read].to_vec())).is_err() {
            return Ok(());
        }
    }
}
