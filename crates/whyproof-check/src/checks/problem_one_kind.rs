//! `problem-one-kind`: the problem rests on one kind of evidence.

use std::collections::BTreeMap;

use whyproof_case::{EvidenceKind, FigureState, Form, Kind};
use whyproof_syntax::{NodeKind, Payload, Place, Role, Severity};

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "problem-one-kind",
    family: Family::Problem,
    severity: Severity::Info,
    default: true,
    summary: "The problem rests on one kind of evidence",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let kinds = kinds(context);
    let (Some(kind), true) = (kinds.first().copied(), case.kind == Kind::Idea) else {
        return;
    };
    if kinds.iter().any(|other| *other != kind) {
        return;
    }
    let (is, lacks, help) = match kind {
        EvidenceKind::Research => (
            "research",
            "nobody here has watched it or counted it",
            "Watch it once where it happens, or count it there, and cite that too: `[^visit]: observation: …`.",
        ),
        EvidenceKind::Observation => (
            "observation",
            "nobody has counted it, and nobody else has found it",
            "Count it, or find who has: `[^count]: measurement: …`, `[^paper]: research: …`.",
        ),
        EvidenceKind::Measurement => (
            "measurement",
            "numbers alone do not say why",
            "Watch it, or ask those who have it: `[^visit]: observation: …`.",
        ),
    };
    let message = format!("All that stands behind the problem is {is}: {lacks}");
    let found = sink.diagnostic(case.problem.heading, message).help(help);
    sink.push(found);
}

/// The kinds of evidence that the problem cites, figures as measurements.
fn kinds(context: &Context<'_>) -> Vec<EvidenceKind> {
    let case = context.case;
    let document = &case.parse.document;
    let by_label: BTreeMap<String, EvidenceKind> = case
        .evidence
        .iter()
        .map(|evidence| (evidence.id.to_lowercase(), evidence.kind))
        .collect();
    let mut kinds = Vec::new();
    for section in document.sections_of(Role::Problem) {
        let texts = document.texts_in(section.texts);
        for (_, text) in texts.filter(|(_, text)| !matches!(text.place, Place::Footnote(_))) {
            for mark in text.words.marks_of(NodeKind::FootnoteReference) {
                if let Some(Payload::Label(label)) = case.parse.tree.payload(mark.node) {
                    kinds.extend(by_label.get(&label.to_lowercase()));
                }
            }
        }
    }
    let figures = case.figures.iter().filter(|figure| {
        let text = document.text(figure.block);
        document.role_of(text) == Some(Role::Problem) && !matches!(text.place, Place::Footnote(_))
    });
    let valued = figures.filter(|f| f.form != Form::Open && f.state != FigureState::Broken);
    kinds.extend(valued.map(|_| EvidenceKind::Measurement));
    kinds
}
