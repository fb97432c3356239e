//! `decision-missing`: nothing is asked for.

use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-missing",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "Nothing is asked for",
    run,
};

/// Words that ask for something outside a section for it.
const ASKS: &[&str] = &[
    "approve",
    "we ask you",
    "we ask the",
    "we ask for",
    "i ask you",
    "i ask for",
    "we request",
    "i request",
    "we need a decision",
    "we need the decision",
    "we need your",
    "please approve",
    "decision needed",
    "we recommend that",
    "we are asking",
    "we're asking",
    "we propose to spend",
];

/// Words that propose something without asking anybody.
const PROPOSES: &[&str] = &[
    "we propose",
    "i propose",
    "this proposal",
    "proposes",
    "is proposed",
    "we suggest",
    "i suggest",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    if !said::is_proposal(context) || asked(context).is_some() {
        return;
    }
    let case = context.case;
    let heading = said::heading(case, Role::Decision);
    let message = match heading {
        Some(_) => "The decision is empty: nothing is asked for",
        None => "Nothing is asked for: a reader does not know what to decide",
    };
    let proposal = said::of(context, |role| role != Some(Role::Case))
        .into_iter()
        .find(|said| heading.is_none() && said.has(PROPOSES));
    let message = match proposal {
        Some(_) => "Something is proposed here, and no section “Decision” says what to approve",
        None => message,
    };
    let span = proposal
        .map(|said| said.span)
        .or(heading)
        .unwrap_or_else(|| said::title(case));
    let found = sink.diagnostic(span, message).help(
        "Under `## Decision`, say what you ask the reader to approve, what it costs, by when you need it, and whether it can be undone.",
    );
    sink.push(found);
}

/// What is asked for.
pub(super) struct Asked<'c> {
    /// The heading, else the sentence that asks.
    pub(super) span: Span,
    /// All that is said of it.
    pub(super) said: Vec<Said<'c>>,
}

/// What an idea asks for, in *Decision* or in a sentence that asks; none where nothing is asked for, or where the
/// text is too short to be more than a note.
pub(super) fn asked<'c>(context: &Context<'c>) -> Option<Asked<'c>> {
    if !said::is_proposal(context) {
        return None;
    }
    let said = said::of_role(context, Role::Decision);
    if !said.is_empty() {
        let span = said::heading(context.case, Role::Decision)?;
        return Some(Asked { span, said });
    }
    let prose = |role| {
        !matches!(
            role,
            Some(Role::Problem | Role::Case | Role::Questions | Role::Data | Role::Alternatives)
        )
    };
    let said: Vec<Said<'c>> = said::of(context, prose)
        .into_iter()
        .filter(|said| said.has(ASKS))
        .collect();
    let span = said.first()?.span;
    Some(Asked { span, said })
}
