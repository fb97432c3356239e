//! What front matter says of the case.

use std::sync::Arc;

use whyproof_syntax::{Diagnostic, Parse, Role, Severity};

use crate::bar::{self, Bar, Ladder};
use crate::case::Kind;
use crate::explain::capital;
use crate::front::{self, Front};
use crate::host::{Host, Scope};
use crate::people;

/// Front matter and what it names.
pub(super) struct Header {
    pub(super) front: Front,
    pub(super) kind: Kind,
    pub(super) owner: Option<String>,
    pub(super) bar: Option<Arc<Bar>>,
    pub(super) ladder: Option<Arc<Ladder>>,
}

pub(super) fn read(
    parse: &Parse,
    host: &dyn Host,
    scope: &Scope,
    diagnostics: &mut Vec<Diagnostic>,
) -> Header {
    let front = front::read(&parse.tree, parse.document.front_matter, diagnostics);
    Header {
        kind: kind(parse, &front, diagnostics),
        owner: front
            .get("owner")
            .filter(|name| people::is_name(name))
            .map(str::to_owned),
        bar: named(&front, "bar", diagnostics, |name| {
            bar::bar(host, scope, name)
        }),
        ladder: named(&front, "ladder", diagnostics, |name| {
            bar::ladder(host, scope, name)
        }),
        front,
    }
}

/// The kind that front matter gives; without it, a story where only a story has the sections that stand there.
fn kind(parse: &Parse, front: &Front, diagnostics: &mut Vec<Diagnostic>) -> Kind {
    let by_sections = || {
        let roles: Vec<Role> = parse
            .document
            .sections
            .iter()
            .filter_map(|section| section.role)
            .collect();
        let story = roles.iter().any(|role| role.only_story())
            && !roles.iter().any(|role| role.only_idea());
        if story { Kind::Story } else { Kind::Idea }
    };
    let Some(entry) = front.entry("kind") else {
        return by_sections();
    };
    match entry.value.to_lowercase().as_str() {
        "idea" => Kind::Idea,
        "story" => Kind::Story,
        "letter" => Kind::Letter,
        _ => {
            let message = format!("There is no kind `{}`", entry.value);
            let help = "A case is an `idea` (what should be done), a `story` (what was done) or a `letter`.";
            diagnostics.push(
                Diagnostic::new("unknown-kind", Severity::Error, entry.value_span, message)
                    .help(help),
            );
            by_sections()
        }
    }
}

fn named<T>(
    front: &Front,
    key: &str,
    diagnostics: &mut Vec<Diagnostic>,
    load: impl Fn(&str) -> Result<T, bar::BarError>,
) -> Option<T> {
    let entry = front.entry(key)?;
    match load(&entry.value) {
        Ok(found) => Some(found),
        Err(error) => {
            let built_in: Vec<&str> = if key == "bar" {
                bar::built_in_bars().collect()
            } else {
                bar::built_in_ladders().collect()
            };
            let message = capital(&error.to_string());
            diagnostics.push(
                Diagnostic::new(
                    "dangling-reference",
                    Severity::Error,
                    entry.value_span,
                    message,
                )
                .help(format!("Built in: `{}`.", built_in.join("`, `"))),
            );
            None
        }
    }
}
