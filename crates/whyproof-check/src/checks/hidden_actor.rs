//! `hidden-actor`: passives that hide who acted.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "hidden-actor",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Passives that hide who acted",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        let decides = passage.bearing.is_argued()
            || matches!(passage.bearing, Bearing::Did | Bearing::Decision);
        if !decides {
            continue;
        }
        let found = nobody(&passage).or_else(|| {
            let told = passage.bearing == Bearing::Did;
            told.then(|| passive(&passage)).flatten()
        });
        let Some((start, end)) = found else { continue };
        let help = if passage.bearing == Bearing::Did {
            "Say who did it: “I”, or the person's part."
        } else {
            "Name who did it, or who will."
        };
        let words = passage.written(start, end);
        let diagnostic = sink
            .diagnostic(
                passage.span(start, end),
                format!("{}: by whom?", quote(words)),
            )
            .help(help);
        passage.report(sink, diagnostic);
    }
}

/// "it was decided", with nobody named.
fn nobody(passage: &Passage<'_>) -> Option<(u32, u32)> {
    let told = |hit: &Hit| {
        matches!(
            passage.before(hit.start),
            "before" | "after" | "once" | "until" | "when" | "as"
        )
    };
    let open =
        |hit: &&Hit| !passage.is_quoted(hit.start) && !is_named(passage, hit.end) && !told(hit);
    passage
        .hits(List::NoActor)
        .find(open)
        .map(|hit| (hit.start, hit.end))
}

/// "solutions were designed and rolled out", with nobody named.
fn passive(passage: &Passage<'_>) -> Option<(u32, u32)> {
    passage
        .hits(List::Passive)
        .filter(|hit| !passage.is_quoted(hit.start) && !is_named(passage, hit.end))
        .find_map(|hit| {
            let at = passage.token_at(hit.start);
            let back = (1..=2).find(|&n| {
                at.checked_sub(n)
                    .is_some_and(|at| matches!(passage.token(at), "was" | "were" | "been"))
            })?;
            let verb = at - back;
            // "I asked before it was decided" tells of the teller. "I was hired" says to whom it happened; "that was made of" is what it is.
            let subject = verb.checked_sub(1).map_or("", |at| passage.token(at));
            let told =
                (0..verb).any(|at| passage.token(at) == "i" || subordinates(passage.token(at)));
            let other = told
                || matches!(
                    subject,
                    "i" | "we" | "that" | "which" | "who" | "he" | "she" | "they" | "not" | ""
                );
            let start = passage.tokens().get(verb)?.start;
            (!other && passage.after(hit.end) != "of").then_some((start, hit.end))
        })
}

/// Whether "by" somebody follows.
fn is_named(passage: &Passage<'_>, end: u32) -> bool {
    let from = passage.token_at(end);
    (from..passage.tokens().len()).any(|at| matches!(passage.token(at), "by" | "me" | "myself"))
}

/// Words that begin a clause in which the passive is not what the sentence tells.
fn subordinates(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "which"
            | "when"
            | "where"
            | "if"
            | "once"
            | "until"
            | "since"
            | "because"
            | "what"
            | "who"
            | "whose"
            | "before"
            | "after"
            | "while"
            | "whether"
            | "how"
            | "as"
            | "than"
    )
}
