//! `problem-missing`: an idea without a customer problem.

use whyproof_case::{Kind, Part};
use whyproof_syntax::{NodeKind, Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-missing",
    family: Family::Problem,
    severity: Severity::Warning,
    default: true,
    summary: "An idea without a customer problem",
    run,
};

/// Without a problem the whole cannot stand.
const WEIGHT: u32 = 1000;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.kind != Kind::Idea || is_told(context) {
        return;
    }
    let help = "Say who has it, at what moment, how many they are, and how you know: “Of 340 people who leave the late \
                shift, 90 wait for a lift; we counted them for a week”.";
    let found = match said::heading(case, Role::Problem) {
        Some(span) => sink.diagnostic(span, "The customer problem is empty"),
        None => sink.diagnostic(
            said::title(case),
            "There is no section “Customer problem”: who has it, when, and how many are they?",
        ),
    };
    let help = match said::heading(case, Role::Problem) {
        Some(_) => help.to_owned(),
        None => format!("Add `## Customer problem`. {help}"),
    };
    sink.weigh(found.help(help), WEIGHT);
}

/// Whether an idea's problem says anything at all.
fn is_told(context: &Context<'_>) -> bool {
    let problem = &context.case.problem;
    problem.section
        && (Part::ALL.iter().any(|part| problem.part(*part).is_some())
            || !said::of_role(context, Role::Problem).is_empty())
}

/// A part that is not said: `message` and `help` go to the heading, or to the first of the words `near` that stands
/// in the problem and is not enough.
pub(super) fn lacking(
    context: &Context<'_>,
    sink: &mut Sink,
    part: Part,
    near: &[&str],
    message: impl Fn(Option<&str>) -> String,
    help: &str,
) {
    let case = context.case;
    if case.kind != Kind::Idea || !is_told(context) || case.problem.part(part).is_some() {
        return;
    }
    let nearest = nearest(context, near);
    let span = nearest
        .as_ref()
        .map_or(case.problem.heading, |(span, _)| *span);
    let message = message(nearest.as_ref().map(|(_, words)| words.as_str()));
    let found = sink.diagnostic(span, message).help(help);
    let weight = if Part::NEEDED.contains(&part) {
        WEIGHT
    } else {
        0
    };
    sink.weigh(found, weight);
}

/// The first of `words` that stands in the problem, as it stands there.
fn nearest(context: &Context<'_>, words: &[&str]) -> Option<(Span, String)> {
    let case = context.case;
    let blocks = context.prose.blocks.iter();
    let mut blocks = blocks.filter(|block| {
        block.role == Some(Role::Problem) && !matches!(block.text(case).kind, NodeKind::Heading(_))
    });
    blocks.find_map(|block| {
        let first = words
            .iter()
            .filter_map(|word| Some((whole(&block.lower, word)?, word.len())))
            .min_by_key(|&(at, len)| (at, std::cmp::Reverse(len)));
        let (at, len) = first?;
        let text = block.text(case).words.text.get(at..at + len)?;
        Some((block.source(case, at..at + len), text.to_owned()))
    })
}

/// Where `word` stands in `text` as a word of its own.
fn whole(text: &str, word: &str) -> Option<usize> {
    let mut found = text.match_indices(word).map(|(at, _)| at);
    found.find(|&at| {
        !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}
