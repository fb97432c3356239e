//! Findings that are not wanted, by comment or by `whyproof.toml`, each with a reason.
//!
//! `<!-- whyproof: allow long-sentence, hedge: the sentence is quoted in the contract -->` speaks for the block that
//! it stands in, else for the next block. A comment without a reason allows nothing, and is told so.

use whyproof_case::{Case, CheckConfig};
use whyproof_syntax::{Diagnostic, NodeKind, Severity, Span};

use crate::check::Finding;

/// What one comment allows, and where.
struct Allow<'t> {
    checks: Vec<&'t str>,
    over: Span,
}

pub(crate) fn apply(case: &Case, config: &CheckConfig, found: &mut Vec<Finding>) {
    let path = case.scope.own();
    let ignored = |id: &str| {
        config
            .ignore
            .iter()
            .any(|ignore| ignore.check == id && covers(ignore.path.as_deref(), path.as_deref()))
    };
    if !config.ignore.is_empty() {
        found.retain(|finding| !ignored(finding.diagnostic.id));
    }
    if !case.source().contains("whyproof:") {
        return;
    }
    let (allows, mut bad) = read(case);
    found.retain(|finding| {
        let here = |allow: &Allow<'_>| {
            let start = finding.diagnostic.span.start;
            allow.over.start <= start && start < allow.over.end.max(allow.over.start + 1)
        };
        !allows
            .iter()
            .any(|allow| allow.checks.contains(&finding.diagnostic.id) && here(allow))
    });
    found.append(&mut bad);
}

fn covers(pattern: Option<&str>, path: Option<&str>) -> bool {
    match (pattern, path) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(pattern), Some(path)) => {
            let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
            path == pattern
                || path
                    .strip_prefix(pattern)
                    .is_some_and(|rest| rest.starts_with('/'))
        }
    }
}

fn read(case: &Case) -> (Vec<Allow<'_>>, Vec<Finding>) {
    let tree = &case.parse.tree;
    let mut allows = Vec::new();
    let mut bad = Vec::new();
    for node in tree.descendants(tree.root()) {
        let span = tree.span(node);
        let kind = tree.kind(node);
        let inner = match kind {
            NodeKind::HtmlBlock => tree.slice(span).trim(),
            NodeKind::Html
                if tree
                    .parent(node)
                    .is_some_and(|p| tree.kind(p) != NodeKind::HtmlBlock) =>
            {
                tree.slice(span).trim()
            }
            _ => continue,
        };
        let Some(inner) = inner
            .strip_prefix("<!--")
            .and_then(|rest| rest.strip_suffix("-->"))
        else {
            continue;
        };
        let Some(rest) = inner.trim().strip_prefix("whyproof:") else {
            continue;
        };
        let Some(rest) = rest.trim().strip_prefix("allow ") else {
            bad.push(wrong(span, "This comment is not understood"));
            continue;
        };
        let Some((checks, _)) = rest
            .split_once(':')
            .filter(|(_, reason)| !reason.trim().is_empty())
        else {
            bad.push(wrong(
                span,
                "This comment gives no reason, so it allows nothing",
            ));
            continue;
        };
        let checks: Vec<&str> = checks
            .split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .collect();
        let strange = checks.iter().filter(|id| !is_check(id));
        bad.extend(strange.map(|id| unknown(case, span, id)));
        allows.push(Allow {
            checks,
            over: over(case, node, kind, span),
        });
    }
    (allows, bad)
}

/// The block that the comment stands in, or the next one, up to its own end.
fn over(case: &Case, node: whyproof_syntax::NodeId, kind: NodeKind, span: Span) -> Span {
    let texts = &case.parse.document.texts;
    if kind == NodeKind::Html {
        let around = texts.iter().find(|text| text.span.contains(span));
        return around.map_or(span, |text| text.span);
    }
    let next = case.parse.tree.after(node);
    let tree = &case.parse.tree;
    let block = (next.0..tree.len() as u32)
        .map(whyproof_syntax::NodeId)
        .find(|n| tree.kind(*n) != NodeKind::Markup);
    block.map_or(span, |block| tree.span(block))
}

fn is_check(id: &str) -> bool {
    crate::all().iter().any(|check| check.id == id)
}

fn unknown(case: &Case, span: Span, id: &str) -> Finding {
    let mut finding = wrong(span, &format!("There is no check `{id}`"));
    let near = crate::near::nearest(id, crate::all().iter().map(|check| check.id));
    let at = case.parse.tree.slice(span).find(id);
    if let (Some(near), Some(at)) = (near, at) {
        let start = span.start + at as u32;
        let place = Span::new(start, start + id.len() as u32);
        finding.diagnostic.fix = Some(crate::near::replace(place, id, near));
    }
    finding
}

fn wrong(span: Span, message: &str) -> Finding {
    let help =
        "Write `<!-- whyproof: allow CHECK: the reason -->` before the block that it speaks for.";
    Finding::of_file(Diagnostic::new("bad-comment", Severity::Warning, span, message).help(help))
}
