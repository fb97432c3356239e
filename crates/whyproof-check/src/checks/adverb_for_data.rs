//! `adverb-for-data`: significantly, dramatically, where a number belongs.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "adverb-for-data",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Significantly, dramatically: by how much?",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        let bears = !matches!(passage.bearing, Bearing::Did | Bearing::Decision);
        if !bears || passage.has_number() {
            continue;
        }
        let Some(hit) = passage
            .hits(List::Degree)
            .find(|hit| stands_for_number(&passage, hit))
        else {
            continue;
        };
        let words = passage.slice(hit.start, hit.end);
        let asked = match words {
            "rapidly" => "how fast?",
            "extremely" | "very bad" | "incredibly" => "how much?",
            _ if words.starts_with("very") || words.starts_with("quite") => "how much?",
            _ if words.ends_with("amount")
                || words.ends_with("amounts")
                || words.ends_with("cost") =>
            {
                "how much?"
            }
            _ => "by how much?",
        };
        let diagnostic = sink
            .diagnostic(
                passage.span(hit.start, hit.end),
                format!("{}: {asked}", quote(passage.quote(hit))),
            )
            .help("Put the number in its place, and say where it comes from.");
        passage.report(sink, diagnostic);
    }
}

/// Whether a number could stand in the word's place.
fn stands_for_number(passage: &Passage<'_>, hit: &Hit) -> bool {
    if passage.is_quoted(hit.start) {
        return false;
    }
    let (before, after) = (passage.before(hit.start), passage.after(hit.end));
    // "not significantly", "statistically significantly": somebody tested it. "without significantly": a limit.
    if matches!(before, "statistically" | "without" | "if" | "not") {
        return false;
    }
    if (2..=4).any(|n| is_denial(passage.nth_before(hit.start, n))) {
        return false;
    }
    let said = matches!(
        before,
        "is" | "are" | "was" | "were" | "be" | "been" | "it's" | "become" | "became" | "getting"
    );
    match passage.slice(hit.start, hit.end) {
        "extremely" | "incredibly" | "wildly" | "radically" => {
            said && matches!(
                after,
                "slow"
                    | "fast"
                    | "expensive"
                    | "costly"
                    | "cheap"
                    | "high"
                    | "low"
                    | "large"
                    | "small"
                    | "long"
                    | "common"
                    | "rare"
                    | "frequent"
            )
        }
        words if words.starts_with("very ") || words.starts_with("quite ") => said && is_end(after),
        "rapidly" | "sharply" | "greatly" | "vastly" | "hugely" => {
            passage.hits(List::Change).any(|change| {
                !passage
                    .slice(change.start, change.end)
                    .starts_with("reduced")
                    && (change.end.abs_diff(hit.start) <= 1 || change.start.abs_diff(hit.end) <= 1)
            })
        }
        "far more" | "much more" | "far less" | "much less" | "way more" | "a lot more"
        | "a lot less" => is_amount(after),
        _ => true,
    }
}

fn is_denial(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "won't"
            | "won’t"
            | "doesn't"
            | "doesn’t"
            | "isn't"
            | "isn’t"
            | "never"
            | "no"
            | "nothing"
    )
}

/// Whether the thing said ends here: "is very slow", not "is very large repositories".
fn is_end(word: &str) -> bool {
    matches!(
        word,
        "" | "."
            | ","
            | ";"
            | ":"
            | "and"
            | "but"
            | "for"
            | "to"
            | "in"
            | "on"
            | "when"
            | "because"
            | "!"
    )
}

/// What comes in amounts, or has a degree that somebody could measure.
fn is_amount(word: &str) -> bool {
    matches!(
        word,
        "time"
            | "money"
            | "memory"
            | "space"
            | "work"
            | "effort"
            | "data"
            | "often"
            | "expensive"
            | "efficient"
            | "likely"
            | "people"
            | "users"
            | "customers"
            | "quickly"
            | "slowly"
            | "reliable"
            | "accurate"
            | "traffic"
            | "code"
    )
}
