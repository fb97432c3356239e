//! The contents: sections, and the claims with what they are worth.

use whyproof_case::{StatementId, WhyState, shorten};
use whyproof_syntax::Role;

use super::flow::Flow;
use super::page::in_order;
use super::standing::{anchor, mark};
use crate::manuscript::Part;

/// How many claims are listed.
const CLAIMS: usize = 12;
/// How long the words of a claim may be.
const CLAIM: usize = 80;
/// The way to the map.
const MAP: &str = "<li><a href=\"#map\">Argument map</a></li>\n";

pub(super) fn write(flow: &mut Flow<'_, '_>) {
    let manuscript = flow.manuscript;
    if manuscript.parts.len() < 2 {
        return;
    }
    flow.out.lit(
        "<nav class=\"contents\" aria-label=\"Contents\">\n<p class=\"label\">Contents</p>\n<ul>\n",
    );
    let mut has_map = !flow.tree.is_empty();
    for part in in_order(manuscript) {
        if has_map && part.role == Some(Role::Data) {
            flow.out.lit(MAP);
            has_map = false;
        }
        flow.out.lit("<li>");
        let id = anchor(manuscript, part.heading);
        flow.out.open("a").to(&id);
        flow.said(part.name).lit("</a>");
        match part.role {
            Some(Role::Case) => claims(flow, part),
            Some(Role::Questions) => open(flow),
            _ => {}
        }
        flow.out.lit("</li>\n");
    }
    if has_map {
        flow.out.lit(MAP);
    }
    flow.out.lit("</ul>\n</nav>\n");
}

fn claims(flow: &mut Flow<'_, '_>, part: &Part<'_>) {
    let case = flow.manuscript.case;
    let claims: Vec<StatementId> = case
        .claims
        .iter()
        .copied()
        .filter(|id| case.statement(*id).section == Some(part.section))
        .collect();
    if claims.is_empty() {
        return;
    }
    flow.out.lit("\n<ul>\n");
    for id in claims.iter().take(CLAIMS) {
        let standing = case.statement(*id).standing;
        flow.out.lit("<li>").lit(mark(standing));
        let anchor = anchor(flow.manuscript, case.statement(*id).head);
        flow.out.open("a").to(&anchor);
        flow.said(&shorten(&case.statement(*id).text, CLAIM));
        flow.out.lit("</a> ");
        flow.out.element("span", "word", standing.word());
        flow.out.lit("</li>\n");
    }
    if claims.len() > CLAIMS {
        flow.out.lit("<li>and ");
        flow.out.number((claims.len() - CLAIMS) as u64);
        flow.out.lit(" more</li>\n");
    }
    flow.out.lit("</ul>\n");
}

/// How many questions are open.
fn open(flow: &mut Flow<'_, '_>) {
    let whys = flow.manuscript.case.whys.iter();
    let open = whys.filter(|why| why.state == WhyState::Open).count();
    if open > 0 {
        flow.out.lit(" <span class=\"word\">").number(open as u64);
        flow.out.lit(" open</span>");
    }
}
