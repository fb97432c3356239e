//! From a parse to a case.

mod argue;
mod entries;
mod meaning;
mod whys;

use whyproof_syntax::{Diagnostic, Parse, Role, Severity};

use crate::bar;
use crate::case::{Case, CaseVerdict, Kind, Tested};
use crate::computed::Computed;
use crate::evidence::{self, Weigh};
use crate::front::{self, Front};
use crate::host::{Host, Scope};
use crate::{experiment, figure, mined, people, problem, query, story};

/// Resolves a parsed text: what it says, what it rests on, and what it is worth. Never fails.
pub fn resolve(parse: Parse, host: &dyn Host, scope: Scope, computed: &Computed) -> Case {
    let mut diagnostics = parse.diagnostics.clone();
    let front = front::read(&parse.tree, parse.document.front_matter, &mut diagnostics);
    let kind = kind(&parse, &front, &mut diagnostics);
    let owner = front
        .get("owner")
        .filter(|name| people::is_name(name))
        .map(str::to_owned);
    let bar = named(&front, "bar", &mut diagnostics, |name| {
        bar::bar(host, &scope, name)
    });
    let ladder = named(&front, "ladder", &mut diagnostics, |name| {
        bar::ladder(host, &scope, name)
    });
    let experiments = experiment::read(&parse, &mut diagnostics);
    let weigh = Weigh {
        host,
        scope: &scope,
        owner: owner.as_deref(),
        experiments: &experiments,
        computed,
    };
    let evidence = evidence::read(&parse, &weigh);
    let undefined = evidence::undefined(&parse);
    let mut figures = figure::read(&parse);
    for figure in &mut figures {
        figure.take(computed);
    }
    let is_evidence = |label: &str| evidence.iter().any(|e| evidence::same_label(&e.id, label));
    let problem = if kind == Kind::Idea {
        problem::read(&parse, is_evidence)
    } else {
        problem::Problem::default()
    };
    let story = if kind == Kind::Story {
        story::read(&parse)
    } else {
        Vec::new()
    };
    let missing = if kind == Kind::Idea {
        problem.missing()
    } else {
        Vec::new()
    };
    let mut meaning = meaning::Meaning {
        parse: &parse,
        kind,
        owner: owner.as_deref(),
        story: &story,
        evidence: &evidence,
        figures: &figures,
        missing: missing.len() as u32,
        diagnostics: &mut diagnostics,
    };
    let argued = meaning.resolve();
    let title = parse
        .document
        .title
        .map(|title| parse.document.text(title).words.text.clone());
    let verdict = CaseVerdict {
        standing: argued.standings.case(),
        tested: tested(&argued.statements, &argued.whys),
        repair: crate::repair::Repair::default(),
        missing,
        why: whyproof_argument::explain_case(&argued.graph, &argued.standings),
    };
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.id));
    Case {
        queries: query::read(&parse),
        mined: mined::read(&parse),
        scope,
        kind,
        front,
        title,
        owner,
        bar,
        ladder,
        problem,
        story,
        statements: argued.statements,
        claims: argued.claims,
        objections: argued.objections,
        evidence,
        undefined,
        figures,
        experiments,
        whys: argued.whys,
        verdict,
        diagnostics,
        graph: argued.graph,
        standings: argued.standings,
        loads: argued.loads,
        data: argued.data,
        names: argued.names,
        parse,
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
        _ => {
            let message = format!("There is no kind `{}`", entry.value);
            let help = "A case is an `idea` (what should be done) or a `story` (what was done).";
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
            let message = error.to_string();
            let mut chars = message.chars();
            let message: String = chars
                .next()
                .map(char::to_uppercase)
                .into_iter()
                .flatten()
                .chain(chars)
                .collect();
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

/// Whom the case has met: objections with a name and whys of people other than the owner.
fn tested(statements: &[crate::Statement], whys: &[crate::Why]) -> Tested {
    let mut tested = Tested::default();
    let objections = statements
        .iter()
        .filter(|s| s.kind == crate::StatementKind::Objection)
        .filter_map(|s| s.by.as_deref());
    let askers = whys
        .iter()
        .filter(|why| why.by_other)
        .filter_map(|why| why.by.as_deref());
    for name in objections.chain(askers) {
        tested.objections += 1;
        if !tested.people.iter().any(|known| people::same(known, name)) {
            tested.people.push(name.to_owned());
        }
    }
    tested
}
