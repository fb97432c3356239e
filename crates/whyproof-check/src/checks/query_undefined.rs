//! `query-undefined`: a figure whose query the case does not have; a query without a name.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use whyproof_case::{Case, SqlError};
use whyproof_syntax::{Role, Severity, Span};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "query-undefined",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A figure whose query the case does not have",
    run,
};

/// Endings of files that are queries by their own name.
const FILES: [&str; 7] = ["csv", "tsv", "json", "jsonl", "ndjson", "parquet", "arrow"];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let names: BTreeSet<&str> = case
        .queries
        .iter()
        .map(|query| query.name.as_str())
        .collect();
    let owners = argument::owners(case);
    let tables = LazyCell::new(|| whyproof_case::table_names(&case.parse));
    for figure in &case.figures {
        let name = figure.query.as_str();
        let column = figure.column.as_deref().unwrap_or("");
        let ending = column.split('.').next().unwrap_or("");
        let file = name.contains('/')
            || FILES.contains(&ending)
            || name.rsplit('.').next().is_some_and(|e| FILES.contains(&e));
        if names.contains(name) || file {
            continue;
        }
        let ran = case.computed.results.get(name);
        let known = match ran {
            Some(Err(SqlError::Table { name: table, .. })) => table != name,
            Some(Err(SqlError::NoEngine)) | None => tables.iter().any(|table| table == name),
            Some(_) => true,
        };
        if known {
            continue;
        }
        let near = near::nearest(name, names.iter().copied());
        let message = match near {
            Some(near) => format!("There is no query `{name}`; did you mean `{near}`?"),
            None if name.is_empty() => "This figure names no query".to_owned(),
            None => format!("There is no query `{name}`"),
        };
        let name_it = if name.is_empty() { "NAME" } else { name };
        let help = format!(
            "A query is a fenced block ```` ```sql {name_it} ````; its figures are `[value](figure:{name_it}.column)`."
        );
        let mut found = sink.diagnostic(figure.span, message).help(help);
        let link = case.parse.tree.slice(figure.span);
        let at = link
            .rfind(&format!("figure:{name}"))
            .filter(|_| !name.is_empty());
        if let (Some(near), Some(at)) = (near, at) {
            let start = figure.span.start + at as u32 + 7;
            let span = Span::new(start, start + name.len() as u32);
            found = found.fix(near::replace(span, name, near));
        }
        match owners.get(&figure.block) {
            Some(id) => sink.push_on(case, *id, found),
            None => sink.push(found),
        }
    }
    unnamed(case, sink);
}

/// Queries without a name.
fn unnamed(case: &Case, sink: &mut Sink) {
    for section in case.parse.document.sections_of(Role::Data) {
        let fences = &case.parse.document.fences;
        let inside = fences
            .iter()
            .filter(|fence| section.span.contains(fence.span));
        for fence in inside.filter(|fence| fence.language == "sql" && fence.name.is_none()) {
            let mut found = sink
                .diagnostic(
                    fence.span,
                    "This query has no name, so no figure can lead to it",
                )
                .help("Write the name after `sql`: ```` ```sql NAME ````.");
            found.severity = Severity::Warning;
            sink.push(found);
        }
    }
}
