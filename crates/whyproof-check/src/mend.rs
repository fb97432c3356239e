//! What somebody meant, for what the parser and the resolver found wrong.

use std::collections::BTreeSet;

use whyproof_case::{Case, built_in_bars, built_in_ladders};
use whyproof_syntax::{Diagnostic, Edit, Fix, NodeKind, Span, is_id};

use crate::near;

/// The diagnostic with a change that mends it, where one is plain.
pub(crate) fn mend(case: &Case, diagnostic: &Diagnostic) -> Diagnostic {
    let written = case.parse.tree.slice(diagnostic.span);
    let span = diagnostic.span;
    let fix = match diagnostic.id {
        _ if diagnostic.fix.is_some() => None,
        "dangling-reference" => dangling(case, span, written),
        "duplicate-id" => duplicate(case, span, written),
        "bad-id" => bad_id(case, span, written),
        "unknown-kind" => {
            near::nearest(written, ["idea", "story"]).map(|near| near::replace(span, written, near))
        }
        _ => None,
    };
    let mut mended = diagnostic.clone();
    if fix.is_some() {
        mended.fix = fix;
    }
    mended
}

/// Every id that the author gave.
fn ids(case: &Case) -> BTreeSet<&str> {
    let texts = case.parse.document.texts.iter();
    texts
        .filter_map(|text| text.attributes.id.as_ref())
        .map(|(id, _)| id.as_str())
        .collect()
}

/// Every id that something refers to, as written.
fn referred(case: &Case) -> BTreeSet<String> {
    let document = &case.parse.document;
    let statements = document
        .statements
        .iter()
        .filter_map(|s| s.reference.as_ref());
    let whys = case
        .whys
        .iter()
        .filter_map(|why| why.on.as_deref()?.strip_prefix('#'));
    let links = document.texts.iter().flat_map(|text| {
        let links = text.words.marks_of(NodeKind::Link);
        links.filter_map(|mark| case.parse.tree.link(mark.node)?.0.strip_prefix('#'))
    });
    let ids = statements.map(|reference| reference.id.as_str());
    ids.chain(whys).chain(links).map(str::to_owned).collect()
}

/// `#smal`, `on=#smal`, or the name of a bar or ladder in front matter.
fn dangling(case: &Case, span: Span, written: &str) -> Option<Fix> {
    if let Some(at) = written.find('#') {
        let rest = &written[at + 1..];
        let len = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'))
            .unwrap_or(rest.len());
        let id = &rest[..len];
        let near = near::nearest(id, ids(case))?;
        let start = span.start + at as u32 + 1;
        return Some(near::replace(
            Span::new(start, start + len as u32),
            id,
            near,
        ));
    }
    let entry = case
        .front
        .entries
        .iter()
        .find(|entry| entry.value_span == span)?;
    let near = match entry.key.as_str() {
        "bar" => near::nearest(&entry.value, built_in_bars()),
        "ladder" => near::nearest(&entry.value, built_in_ladders()),
        _ => None,
    }?;
    Some(near::replace(span, &entry.value, near))
}

/// The second of two ids gets a number, where nobody can have meant it by a reference.
fn duplicate(case: &Case, span: Span, written: &str) -> Option<Fix> {
    let id = written.strip_prefix('#')?;
    if referred(case).contains(id) {
        return None;
    }
    let taken = ids(case);
    // Repeats of one id are numbered by their place, so that all fixes can be applied at once.
    let texts = case.parse.document.texts.iter();
    let same = texts
        .filter_map(|text| text.attributes.id.as_ref())
        .filter(|(other, _)| other == id);
    let place = same.take_while(|(_, at)| at.start < span.start).count();
    let mut number = place + 1;
    loop {
        let new = format!("{id}-{number}");
        if !is_id(&new) {
            return None;
        }
        if !taken.contains(new.as_str()) {
            return Some(near::replace(span, written, &format!("#{new}")));
        }
        number += place.max(1);
    }
}

/// The id in small letters, hyphens for what an id cannot have.
fn bad_id(case: &Case, span: Span, written: &str) -> Option<Fix> {
    let written_id = written.strip_prefix('#')?;
    let mut id = String::new();
    for c in written_id.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let fits = is_id(id) && !ids(case).contains(id) && !referred(case).contains(written_id);
    fits.then(|| Fix {
        title: format!("Write `#{id}`"),
        safe: true,
        edits: vec![Edit {
            span,
            text: format!("#{id}"),
        }],
    })
}
