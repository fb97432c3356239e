//! `evidence-undefined`: a reference to a footnote that is not there.

use std::collections::{BTreeMap, BTreeSet};

use whyproof_case::Undefined;
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// So many labels are looked at for a slip; whoever mends those finds the next.
const MOST: usize = 100;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-undefined",
    family: Family::Evidence,
    severity: Severity::Error,
    default: true,
    summary: "A reference to evidence that is not there",
    run,
};

/// Whether a label stands in a sentence as it is: marks could be read as markup there.
fn is_plain(label: &str) -> bool {
    label
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | ' '))
}

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.undefined.is_empty() {
        return;
    }
    let owners = argument::owners(case);
    let footnotes = case.parse.document.footnotes.iter();
    let defined: BTreeSet<&str> = footnotes.map(|f| f.label.as_str()).collect();
    let plain = case
        .parse
        .document
        .footnotes
        .iter()
        .map(|f| f.label.as_str());
    let plain: Vec<&str> = plain.filter(|label| is_plain(label)).collect();
    let mut by_label: BTreeMap<String, Vec<&Undefined>> = BTreeMap::new();
    for undefined in &case.undefined {
        by_label
            .entry(undefined.label.to_lowercase())
            .or_default()
            .push(undefined);
    }
    for (at, group) in by_label.into_values().enumerate() {
        let Some((first, others)) = group.split_first() else {
            continue;
        };
        let label = &first.label;
        // A label that differs in capitals only is the same: its definition is not where one can stand.
        let same = |other: &&str| other.to_lowercase() == label.to_lowercase();
        let known = plain.iter().copied();
        let known = known.filter(|other| at < MOST && !same(other));
        // Brackets right after a reference, as of a link, make other words of it.
        let defined = defined.contains(label.as_str());
        let near = near::nearest(label, known).filter(|_| !defined);
        let (message, help) = told(label, near, defined);
        let mut found = sink.diagnostic(first.span, message).help(help);
        if let Some(near) = near {
            let mut fix = near::replace(first.span, &format!("[^{label}]"), &format!("[^{near}]"));
            let edits = others.iter().map(|other| whyproof_syntax::Edit {
                span: other.span,
                text: format!("[^{near}]"),
            });
            fix.edits.extend(edits);
            found = found.fix(fix);
        }
        for other in others {
            found = found.related(other.span, "and here");
        }
        let loads = group
            .iter()
            .filter_map(|undefined| owners.get(&undefined.block));
        let load = loads.map(|id| case.statement(*id).load).max();
        sink.weigh(found, load.unwrap_or(0));
    }
}

/// What is said of a label: that its footnote is not there, or that the reference is not read as one.
fn told(label: &str, near: Option<&str>, defined: bool) -> (String, String) {
    if defined {
        let message = format!("[^{label}] is not read as a reference to its footnote here");
        let help = "Put a space between it and the bracket that follows it.".to_owned();
        return (message, help);
    }
    let meant = near.map_or(String::new(), |near| format!("; did you mean [^{near}]?"));
    let help = format!(
        "Add it in a line of its own: `[^{label}]: observation: what was seen, when and by whom. notes/{label}.md`"
    );
    (format!("There is no footnote [^{label}]{meant}"), help)
}
