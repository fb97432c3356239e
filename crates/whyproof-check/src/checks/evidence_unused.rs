//! `evidence-unused`: evidence that nothing refers to.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// So many undefined labels are looked at for a slip.
const MOST: usize = 100;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-unused",
    family: Family::Evidence,
    severity: Severity::Info,
    default: true,
    summary: "Evidence that nothing refers to",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let unused = case.evidence.iter().filter(|evidence| evidence.used == 0);
    for evidence in unused {
        // A slip of its label is told by `evidence-undefined`, with the change that mends both.
        let slip = case
            .undefined
            .iter()
            .take(MOST)
            .any(|undefined| near::nearest(&undefined.label, [evidence.id.as_str()]).is_some());
        if slip {
            continue;
        }
        let message = format!("Nothing cites the evidence [^{}]", evidence.id);
        let help = format!(
            "Write `[^{}]` after the words that it shows, before they are doubted; or take it out.",
            evidence.id
        );
        sink.push(sink.diagnostic(evidence.span, message).help(help));
    }
}
