//! The press release, then what customers and what colleagues ask.

use whyproof_syntax::Role;

use crate::manuscript::Part;

use super::narrative;
use super::writer::Writer;

/// Whose questions a section holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Customers,
    Ours,
    Anybody,
}

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    super::head(writer);
    let release = manuscript.part(Role::PressRelease);
    match release {
        Some(part) => {
            writer.heading_of(1, &part.title, part.name);
            writer.flow(&part.flow);
        }
        None => writer
            .lacks
            .push("There is no section “Press release”; nothing stands in for it.".to_owned()),
    }
    super::end_of_body(writer);
    let sections = manuscript.parts.iter();
    let asked: Vec<&Part<'_>> = sections
        .filter(|part| part.role == Some(Role::Questions))
        .collect();
    let is_there = |whose: Whose| asked.iter().any(|part| of(part.name) == whose);
    if asked.is_empty() {
        writer.lacks.push("There are no questions.".to_owned());
    } else {
        for (whose, name) in [
            (Whose::Customers, "Customer FAQ"),
            (Whose::Ours, "Internal FAQ"),
        ] {
            if !is_there(whose) {
                writer.lacks.push(format!(
                    "No section of questions is called “{name}”: the paper does not tell them apart."
                ));
            }
        }
    }
    for whose in [Whose::Customers, Whose::Ours, Whose::Anybody] {
        for part in asked.iter().filter(|part| of(part.name) == whose) {
            narrative::questions(writer, part);
        }
    }
}

fn of(name: &str) -> Whose {
    let name = name.to_lowercase();
    if name.contains("customer") {
        Whose::Customers
    } else if name.contains("internal") {
        Whose::Ours
    } else {
        Whose::Anybody
    }
}
