//! `evidence-file-missing`: evidence whose file is not there, is empty, or lies outside the workspace.

use whyproof_case::Grounds;
use whyproof_syntax::{Severity, Span};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-file-missing",
    family: Family::Evidence,
    severity: Severity::Error,
    default: true,
    summary: "Evidence whose file is not there",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let users = argument::users(case);
    for (evidence, users) in case.evidence.iter().zip(&users) {
        let id = &evidence.id;
        let (path, message, help) = match &evidence.grounds {
            Grounds::FileMissing(path) => (
                path,
                format!("[^{id}] names the file {path}, and there is none"),
                "Correct the path: it is read from the case's own folder. Or put the file there.",
            ),
            Grounds::FileEmpty(path) => (
                path,
                format!("[^{id}] names the file {path}, and it is empty"),
                "Put into it what was seen or measured.",
            ),
            Grounds::FileOutside(path) => (
                path,
                format!(
                    "[^{id}] names {path}, which is outside the workspace, where no reader has it"
                ),
                "Copy the file beside the case, and name it there.",
            ),
            _ => continue,
        };
        let span = whole(context, evidence.span, path);
        let mut found = sink.diagnostic(span, message).help(help);
        for user in users.iter().filter(|user| !case.statement(**user).shown) {
            found = found.related(case.statement(*user).span, "what it should show");
        }
        if evidence.used == 0 {
            found.severity = Severity::Warning;
        }
        sink.weigh(found, argument::weight(case, users));
    }
}

/// Where the path stands in the footnote, else the footnote.
fn whole(context: &Context<'_>, footnote: Span, path: &str) -> Span {
    let text = context.case.parse.tree.slice(footnote);
    text.find(path).map_or(footnote, |at| {
        let start = footnote.start + at as u32;
        Span::new(start, start + path.len() as u32)
    })
}
