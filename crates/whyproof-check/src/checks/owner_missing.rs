//! `owner-missing`: named people ask, and nobody owns the case.

use whyproof_case::is_other;
use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "owner-missing",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A case that named people ask about, and that nobody owns",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.owner.is_some() {
        return;
    }
    let asked = case
        .whys
        .iter()
        .filter(|why| why.by.as_deref().is_some_and(|name| is_other(name, None)));
    let asked: Vec<_> = asked.collect();
    let Some(first) = asked.first() else {
        return;
    };
    let by = first.by.as_deref().unwrap_or_default();
    let message = match asked.len() {
        1 => format!("Nobody owns this case, so {by}'s question counts as somebody else's"),
        many => {
            format!("Nobody owns this case, so all {many} named questions count as somebody else's")
        }
    };
    let attributes = &case.parse.document.text(first.head).attributes;
    let span = attributes.pair("by").map_or(first.span, |pair| pair.span);
    let mut found = sink
        .diagnostic(span, message)
        .help("Say at the top whose case it is: a line `owner: NAME` between two lines `---`. What they ask themselves tests nothing.");
    if let Some(author) = case.front.entry("author") {
        found = found.related(author.key_span, "the owner, perhaps");
    }
    // It changes what counts in the whole case.
    sink.weigh(found, asked.len() as u32);
}
