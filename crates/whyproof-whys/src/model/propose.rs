//! Asking the model, within the budget.

use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use whyproof_case::{ApiKey, Case, Completion, Ended, Host, HostError, Limits, Patience};

use super::budget::Budget;
use super::endpoint::Endpoint;
use super::judge::{judge, judgement};
use super::prompt::{Prompt, prompts};
use super::read::{Proposed, read};
use crate::barrage::Barrage;
use crate::view::View;

/// Which model, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where it is.
    pub endpoint: Endpoint,
    /// Its name, as the server knows it.
    pub name: String,
    /// The key, where the server wants one.
    pub key: Option<ApiKey>,
    /// The most that may be sent and written.
    pub budget: Budget,
    /// The longest time for all of it.
    pub time: Duration,
    /// How long the server may keep silent.
    pub patience: Patience,
}

/// What came of asking a model.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// What it proposed.
    pub proposed: Proposed,
    /// Requests that were sent; where one failed, those of it that are known.
    pub requests: u32,
    /// Characters of prompts that were sent.
    pub characters: usize,
    /// Answers that came to their end by the limit of tokens.
    pub full: usize,
    /// Prompts for which the budget had nothing left.
    pub unsent: usize,
    /// Why it ended before all was sent; what came before is in `proposed`.
    pub trouble: Option<HostError>,
}

/// Times that a request is sent at the most: once, and again where the server is busy or fails.
const TRIES: u32 = 3;
/// What newer models of one maker say where the limit of tokens has its old name.
const NEWER: &str = "max_completion_tokens";

struct Asking<'a> {
    host: &'a dyn Host,
    settings: &'a Settings,
    cancel: Option<&'a AtomicBool>,
    began: Duration,
    newer: bool,
    outcome: Outcome,
}

/// Asks the model about `barrage`. `on_text` gets every piece of text as it comes, raw: it is for progress, never
/// for a screen; where it breaks, nothing more is asked. Nothing is sent where the barrage has no passage.
pub fn propose(
    host: &dyn Host,
    case: &Case,
    barrage: &Barrage,
    views: &[View],
    settings: &Settings,
    cancel: Option<&AtomicBool>,
    on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
) -> Outcome {
    let mut asking = Asking {
        host,
        settings,
        cancel,
        began: host.clock(),
        newer: false,
        outcome: Outcome::default(),
    };
    let prompts = prompts(case, barrage, views, &settings.budget);
    let mut goes_on = true;
    for prompt in &prompts {
        if !goes_on {
            asking.outcome.unsent += 1;
            continue;
        }
        let (reply, more) = asking.send(prompt, on_text);
        goes_on = more;
        let proposed = &mut asking.outcome.proposed;
        read(case, barrage, prompt, &reply.unwrap_or_default(), proposed);
    }
    let prompt = judge(&asking.outcome.proposed, &settings.budget).filter(|_| goes_on);
    let reply = prompt.and_then(|prompt| asking.send(&prompt, on_text).0);
    let mut outcome = asking.outcome;
    judgement(&mut outcome.proposed, reply.as_deref());
    outcome
}

impl Asking<'_> {
    /// What the model says to `prompt`, be it cut off, and whether more may be asked.
    fn send(
        &mut self,
        prompt: &Prompt,
        on_text: &mut dyn FnMut(&str) -> ControlFlow<()>,
    ) -> (Option<String>, bool) {
        let mut text = String::new();
        loop {
            let Some(request) = self.request(prompt) else {
                self.outcome.unsent += 1;
                return (None, false);
            };
            let limits = Limits {
                deadline: Some(self.left()),
                cancel: self.cancel,
            };
            let result = self.host.complete(&request, limits, &mut |piece| {
                text.push_str(piece);
                on_text(piece)
            });
            let sent = result.as_ref().map_or(1, |reply| reply.requests);
            self.outcome.requests += sent;
            self.outcome.characters += prompt.characters() * sent as usize;
            match result {
                Ok(reply) => {
                    self.outcome.full += usize::from(reply.ended == Ended::Full);
                    return (Some(text), reply.ended != Ended::Enough);
                }
                Err(error) => {
                    let is_name = matches!(&error, HostError::Failed { reason, .. } if reason.contains(NEWER));
                    if is_name && !self.newer && text.is_empty() {
                        self.newer = true;
                        continue;
                    }
                    self.outcome.trouble = Some(error);
                    return (Some(text), false);
                }
            }
        }
    }

    /// The request for `prompt`, where the budget has one left.
    fn request(&self, prompt: &Prompt) -> Option<Completion> {
        let budget = &self.settings.budget;
        let calls = budget.shares().saturating_sub(self.outcome.requests);
        let characters = budget.characters.saturating_sub(self.outcome.characters);
        let affordable = characters / prompt.characters().max(1);
        let requests = calls
            .min(TRIES)
            .min(u32::try_from(affordable).unwrap_or(TRIES));
        (requests > 0).then(|| Completion {
            url: self.settings.endpoint.url().to_owned(),
            body: prompt.body(&self.settings.name, self.newer),
            key: self.settings.key.clone(),
            patience: self.settings.patience,
            requests,
            characters: Budget::read(prompt.tokens),
        })
    }

    fn left(&self) -> Duration {
        let gone = self.host.clock().saturating_sub(self.began);
        self.settings.time.saturating_sub(gone)
    }
}
