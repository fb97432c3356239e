//! One page: the problem, the claims with their standings, the decision.

use whyproof_case::Kind;
use whyproof_syntax::Role;

use super::writer::Writer;

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    let case = manuscript.case;
    writer.footnotes = false;
    super::head(writer);
    section(writer, Role::Problem, "Customer problem");
    if case.claims.is_empty() {
        writer
            .lacks
            .push("Nothing is argued yet: there is no claim.".to_owned());
    } else {
        let name = manuscript.part(Role::Case).map_or("Case", |part| part.name);
        writer.heading(1, name);
        writer.raw("#ruled((1fr, auto), (start, start), ([What is claimed], [Standing],), (");
        for &id in &case.claims {
            let claim = case.statement(id);
            writer.block(&claim.text);
            writer.raw(&format!(
                ",[#standing({})],",
                whyproof_typeset::string(claim.standing.word())
            ));
        }
        writer.raw("))\n");
    }
    section(writer, Role::Decision, "Decision");
    super::end_of_body(writer);
}

fn section(writer: &mut Writer<'_, '_>, role: Role, name: &str) {
    let manuscript = writer.manuscript;
    match manuscript.part(role) {
        Some(part) => {
            writer.heading_of(1, &part.title, part.name);
            writer.flow(&part.flow);
        }
        // A story has neither, and lacks neither.
        None if manuscript.case.kind == Kind::Story => {}
        None => writer.lacks.push(format!("There is no section “{name}”.")),
    }
}
