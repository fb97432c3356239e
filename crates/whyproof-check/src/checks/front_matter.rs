//! `front-matter`: front matter that is no list of keys and values (the resolver tells of it), or says a key twice.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "front-matter",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "Front matter that cannot be read",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let entries = &context.case.front.entries;
    for (at, entry) in entries.iter().enumerate() {
        let before = entries.iter().take(at).find(|other| other.key == entry.key);
        if let Some(before) = before {
            let message = format!("`{}` stands twice, and only the first counts", entry.key);
            let mut found = sink
                .diagnostic(entry.key_span, message)
                .help("Keep one of the two.")
                .related(before.key_span, "the first");
            found.severity = Severity::Warning;
            sink.push(found);
        }
    }
}
