//! What somebody meant, for what the parser and the resolver found wrong.

use std::collections::BTreeSet;

use whyproof_case::{Case, built_in_bars, built_in_ladders};
use whyproof_syntax::{Diagnostic, Edit, Fix, NodeKind, Span, is_id};

use crate::near;

/// So many faults of a file get a change that mends them; whoever mends those finds the next.
const MOST: usize = 100;

/// What the parser and the resolver found wrong, with a change that mends it where one is plain.
pub(crate) fn mended(case: &Case) -> Vec<Diagnostic> {
    let mut mended = case.diagnostics.clone();
    if mended.is_empty() {
        return mended;
    }
    let names = Names {
        ids: ids(case),
        referred: referred(case),
    };
    for diagnostic in mended.iter_mut().filter(|d| d.fix.is_none()).take(MOST) {
        let written = case.parse.tree.slice(diagnostic.span);
        let span = diagnostic.span;
        diagnostic.fix = match diagnostic.id {
            "dangling-reference" => dangling(case, &names, span, written),
            "duplicate-id" => duplicate(case, &names, span, written),
            "bad-id" => bad_id(case, &names, span, written),
            // A case of another kind is asked other things: a person should look.
            "unknown-kind" => near::nearest(written, ["idea", "story", "letter"]).map(|near| Fix {
                safe: false,
                ..near::replace(span, written, near)
            }),
            _ => None,
        };
    }
    mended
}

/// The ids of a case: those that the author gave, and those that something refers to.
struct Names<'c> {
    ids: BTreeSet<&'c str>,
    referred: BTreeSet<String>,
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
fn dangling(case: &Case, names: &Names<'_>, span: Span, written: &str) -> Option<Fix> {
    if let Some(at) = written.find('#') {
        let rest = &written[at + 1..];
        let len = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'))
            .unwrap_or(rest.len());
        let id = &rest[..len];
        let near = near::nearest(id, names.ids.iter().copied())?;
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
fn duplicate(case: &Case, names: &Names<'_>, span: Span, written: &str) -> Option<Fix> {
    let id = written.strip_prefix('#')?;
    if names.referred.contains(id) {
        return None;
    }
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
        if !names.ids.contains(new.as_str()) {
            return Some(near::replace(span, written, &format!("#{new}")));
        }
        number += place.max(1);
    }
}

/// The id in small letters, hyphens for what an id cannot have.
fn bad_id(case: &Case, names: &Names<'_>, span: Span, written: &str) -> Option<Fix> {
    let written_id = written.strip_prefix('#')?;
    // Where escapes make the source longer than what was read, more of the id follows.
    let after = case.source().get(span.end as usize..)?.chars().next();
    if after.is_some_and(|c| !c.is_whitespace() && !matches!(c, '}' | '`' | '~')) {
        return None;
    }
    let mut id = String::new();
    for c in written_id.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    let fits = is_id(id) && !names.ids.contains(id) && !names.referred.contains(written_id);
    fits.then(|| Fix {
        title: format!("Write `#{id}`"),
        safe: true,
        edits: vec![Edit {
            span,
            text: format!("#{id}"),
        }],
    })
}
