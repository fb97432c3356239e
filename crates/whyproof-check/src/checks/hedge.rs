//! `hedge`: claims that take themselves back.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "hedge",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "Claims that take themselves back",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        // Beside a number or a source a hedge is honest about what is not known.
        if !passage.bearing.is_argued() || passage.block.sourced || passage.has_number() {
            continue;
        }
        let Some(hit) = passage
            .hits(List::Hedge)
            .find(|hit| takes_back(&passage, hit))
        else {
            continue;
        };
        let diagnostic = sink
            .diagnostic(
                passage.span(hit.start, hit.end),
                format!("{}: takes the claim back", quote(passage.quote(hit))),
            )
            .help("Say it plainly, or say how sure you are and what would settle it.");
        passage.report(sink, diagnostic);
    }
}

fn takes_back(passage: &Passage<'_>, hit: &Hit) -> bool {
    if passage.is_quoted(hit.start) {
        return false;
    }
    let (before, after) = (passage.before(hit.start), passage.after(hit.end));
    match passage.slice(hit.start, hit.end) {
        "kind of" | "sort of" => !is_noun_phrase(before),
        "we think" | "we believe" | "i think" | "i believe" | "we feel" | "i feel"
        | "we assume" | "we hope" | "i hope" => {
            !matches!(
                before,
                "what" | "as" | "than" | "if" | "when" | "how" | "which"
            ) && !matches!(after, "of" | "about" | "in")
        }
        "should be able to" => before != "you",
        _ => true,
    }
}

/// "this kind of", "a sort of", "what kind of": a class, and no hedge.
fn is_noun_phrase(before: &str) -> bool {
    !matches!(
        before,
        "is" | "are" | "was" | "were" | "it" | "it's" | "be" | "just" | "i" | "we" | "they"
    )
}
