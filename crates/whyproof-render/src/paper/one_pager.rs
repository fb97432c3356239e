//! One page: the problem, each claim with its standing and what speaks for it first, a chart, the decision.

use whyproof_case::{Kind, Standing, Statement, StatementId, StatementKind};
use whyproof_syntax::Role;
use whyproof_typeset::string;

use crate::manuscript::{Argued, Event, Manuscript, Sentence};

use super::picture;
use super::writer::Writer;

/// Writes it, with its chart where there is room for that.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    super::head(writer);
    section(writer, Role::Problem, "Customer problem");
    if manuscript.case.claims.is_empty() {
        writer
            .lacks
            .push("Nothing is argued yet: there is no claim.".to_owned());
    } else {
        let name = manuscript.part(Role::Case).map_or("Case", |part| part.name);
        writer.heading(1, name);
        claims(writer);
        if let Some(figure) = charted(manuscript).filter(|_| writer.attempt.chart) {
            picture::chart(writer, figure);
        }
    }
    section(writer, Role::Decision, "Decision");
    super::end_of_body(writer);
}

fn claims<'a>(writer: &mut Writer<'_, 'a>) {
    let manuscript = writer.manuscript;
    let case = manuscript.case;
    let argued = manuscript.part(Role::Case);
    let argued = argued.map_or_else(Vec::new, |part| manuscript.argued(part));
    for &id in &case.claims {
        let claim = case.statement(id);
        writer.raw("#claimed(");
        let stop = match claim.text.ends_with(['.', '!', '?', '…']) {
            true => "",
            false => ".",
        };
        writer.block(&format!("{}{stop}", whyproof_case::capital(&claim.text)));
        writer.raw(",[");
        if let Some(reason) = reason(&argued, &case.statements, id) {
            writer.raw("#\" \";");
            writer.sentence(reason);
        }
        writer.raw(&format!("],{})\n", string(claim.standing.word())));
    }
}

/// What speaks for a claim first: of its reasons one that stands, else the first.
fn reason<'m, 'a>(
    argued: &'m [Argued<'m, 'a>],
    statements: &[Statement],
    claim: StatementId,
) -> Option<&'m Sentence<'m, 'a>> {
    let sentences = argued.iter().flat_map(|piece| match piece {
        Argued::Paragraph { sentences, .. } => &sentences[..],
        _ => &[],
    });
    let reasons = sentences.filter_map(|sentence| {
        let is_said = |statement: &&Statement| {
            statement.head == sentence.text
                && statement.parent == Some(claim)
                && statement.kind == StatementKind::Reason
        };
        Some((sentence, statements.iter().find(is_said)?.standing))
    });
    let mut first = None;
    for (sentence, standing) in reasons {
        if standing == Standing::Stands {
            return Some(sentence);
        }
        first = first.or(Some(sentence));
    }
    first
}

/// The first chart of the argument.
pub(super) fn charted(manuscript: &Manuscript<'_>) -> Option<u32> {
    let part = manuscript.part(Role::Case)?;
    part.flow.iter().find_map(|event| match event {
        Event::Chart(figure) => Some(*figure),
        _ => None,
    })
}

fn section(writer: &mut Writer<'_, '_>, role: Role, name: &str) {
    let manuscript = writer.manuscript;
    match manuscript.part(role) {
        Some(part) => {
            writer.heading_of(1, &part.title, part.name);
            writer.flow(&part.flow);
        }
        // A story has neither, and lacks neither.
        None if manuscript.case.kind != Kind::Idea => {}
        None => writer.lacks.push(format!("There is no section “{name}”.")),
    }
}
