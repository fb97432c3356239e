//! `why-echo`: an answer that repeats its question.

use whyproof_case::{Case, Why, WhyState, shorten};
use whyproof_syntax::{NodeKind, Severity};

use crate::check::{Check, Context, Family, Sink};
use crate::words;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-echo",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "An answer that repeats its question",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let answered = case
        .whys
        .iter()
        .filter(|why| why.state == WhyState::Answered);
    for why in answered.filter(|why| echoes(case, why)) {
        let message = format!(
            "The answer to “{}” says no more than the question",
            shorten(&why.text, 60)
        );
        let mut found = sink
            .diagnostic(why.answer_span, message)
            .help("Say what is new: a number, what was seen, why it is so, or that you do not know yet.")
            .related(why.span, "the question");
        match why.statement {
            Some(id) => sink.push_on(case, id, found),
            None => {
                found.severity = Severity::Info;
                sink.push(found);
            }
        }
    }
}

/// Words with which an answer agrees and says nothing.
const EMPTY: [&str; 14] = [
    "absolutely",
    "certainly",
    "clearly",
    "cours",
    "definitely",
    "indeed",
    "no",
    "obviously",
    "simply",
    "sur",
    "true",
    "ve",
    "very",
    "yes",
];

/// Whether nearly every word of the answer is in the question, and nothing is cited.
pub(super) fn echoes(case: &Case, why: &Why) -> bool {
    let Some(answer) = &why.answer else {
        return false;
    };
    let cites = why.answer_blocks.iter().any(|block| {
        let marks = &case.parse.document.text(*block).words.marks;
        marks.iter().any(|mark| {
            matches!(
                mark.kind,
                NodeKind::FootnoteReference | NodeKind::Link | NodeKind::Image
            )
        })
    });
    let mut answer = words::content(answer);
    answer.retain(|word| !EMPTY.contains(&word.as_str()));
    let question = words::content(&why.text);
    let new = answer.difference(&question).count();
    let number = answer
        .iter()
        .any(|word| word.contains(|c: char| c.is_numeric()) && !question.contains(word));
    !cites && !number && new * 6 <= answer.len()
}
