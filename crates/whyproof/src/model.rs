//! A language model's questions, where `ask --model` wants them: settings from the environment, what would be sent,
//! and what came of it.

mod settings;
#[cfg(feature = "model")]
mod spinner;

use whyproof_case::{Case, Host, HostError};
use whyproof_whys::View;
use whyproof_whys::model::{Outcome, Settings, prompts};
use whyproof_whys::{Barrage, model};

use crate::error::{Error, ErrorKind};
use crate::text::counted;

pub(crate) use settings::settings;

/// What would be sent about `barrage`, exactly, but for the key: requests in their order.
pub(crate) fn dry_run(
    case: &Case,
    barrage: &Barrage,
    views: &[View],
    settings: &Settings,
) -> String {
    let prompts = prompts(case, barrage, views, &settings.budget);
    if prompts.is_empty() {
        return "Nothing would be sent: no question is about a passage that could be shown, or the budget has no room for one.\n"
            .to_owned();
    }
    let key = if settings.key.is_some() {
        "authorization: Bearer (the key of WHYPROOF_MODEL_KEY)\n"
    } else {
        ""
    };
    let mut text = String::new();
    for prompt in &prompts {
        text.push_str(&format!(
            "POST {}\ncontent-type: application/json\n{key}\n{}\n\n",
            settings.endpoint.url(),
            prompt.body(&settings.name, false)
        ));
    }
    text.push_str(
        "Where a question that comes back is like another, one more request may follow with the two, to ask whether \
         they are one. Nothing was sent.\n",
    );
    text
}

/// Asks the model about `barrage` and puts what it proposes into it; `count` as for [`model::merge`]. The notes are
/// sentences for standard error: what was sent, what was dropped and why, and what went wrong. A model that fails
/// takes nothing away.
///
/// # Errors
/// Where this build asks no model.
pub(crate) fn add(
    host: &dyn Host,
    case: &Case,
    barrage: &mut Barrage,
    views: &[View],
    settings: &Settings,
    count: Option<usize>,
) -> Result<Vec<String>, Error> {
    if cfg!(not(feature = "model")) {
        return Err(Error::new(
            ErrorKind::Usage,
            "this build was made without the feature `model`, which --model needs",
        )
        .hint(
            "The usual build has it: `cargo build --release`, or with others \
             `cargo build --release --no-default-features --features model`.",
        ));
    }
    let outcome = propose(host, case, barrage, views, settings);
    let notes = notes(&outcome, &settings.name);
    model::merge(
        case,
        barrage,
        outcome.proposed,
        &settings.name,
        views,
        count,
    );
    Ok(notes)
}

fn propose(
    host: &dyn Host,
    case: &Case,
    barrage: &Barrage,
    views: &[View],
    settings: &Settings,
) -> Outcome {
    #[cfg(feature = "model")]
    let spinner = spinner::Spinner::new(&settings.name);
    model::propose(host, case, barrage, views, settings, None, &mut |_piece| {
        #[cfg(feature = "model")]
        spinner.wrote(_piece);
        std::ops::ControlFlow::Continue(())
    })
}

/// What is to be said of it, a sentence each.
pub(crate) fn notes(outcome: &Outcome, name: &str) -> Vec<String> {
    let mut notes = Vec::new();
    if outcome.requests == 0 && outcome.trouble.is_none() {
        return vec![format!(
            "Nothing was sent to the model {name}: no question is about a passage that could be shown."
        )];
    }
    let proposed = &outcome.proposed;
    let mut said = format!(
        "The model {name} was sent {} in {}; it proposed {}",
        counted(outcome.characters, "character", "characters"),
        counted(outcome.requests as usize, "request", "requests"),
        counted(
            proposed.kept.len() + proposed.dropped(),
            "question",
            "questions"
        ),
    );
    let reasons: Vec<String> = proposed
        .dropped
        .iter()
        .map(|(why, count)| format!("{count} {}", why.word()))
        .collect();
    if !reasons.is_empty() {
        said.push_str(&format!(
            ", of which {} {} dropped: {}",
            proposed.dropped(),
            if proposed.dropped() == 1 {
                "was"
            } else {
                "were"
            },
            reasons.join(", ")
        ));
    }
    said.push('.');
    notes.push(said);
    if outcome.full > 0 {
        notes.push("An answer ended at its limit; WHYPROOF_MODEL_TOKENS sets it.".to_owned());
    }
    if outcome.unsent > 0 {
        notes.push(format!(
            "For {} the budget had nothing left; WHYPROOF_MODEL_CALLS and WHYPROOF_MODEL_CHARACTERS set it.",
            counted(outcome.unsent, "request", "requests")
        ));
    }
    if let Some(trouble) = &outcome.trouble {
        notes.push(format!("{}.", trouble_words(trouble)));
    }
    notes
}

fn trouble_words(trouble: &HostError) -> String {
    let words = match trouble {
        HostError::Stopped { what } => {
            format!("{what} took longer than WHYPROOF_MODEL_SECONDS allows")
        }
        other => other.to_string(),
    };
    let words = words.trim_end_matches(['.', '?']);
    format!(
        "{}; the questions of the rules are complete without it",
        whyproof_case::capital(words)
    )
}

#[cfg(test)]
mod tests;
