//! From a parse to a case.

mod argue;
mod edges;
mod entries;
mod header;
mod meaning;
mod sources;
mod whys;

use std::collections::BTreeSet;

use whyproof_syntax::{Diagnostic, Parse};

use self::header::Header;
use crate::case::{Case, Kind};
use crate::computed::Computed;
use crate::evidence::{self, Evidence, Weigh};
use crate::experiment::{self, Experiment};
use crate::figure::{self, Figure};
use crate::host::{Host, Scope};
use crate::problem::{self, Problem};
use crate::query;
use crate::story::{self, StoryPart};
use crate::tabled;

/// Resolves a parsed text: what it says, what it rests on, and what it is worth. Never fails.
pub fn resolve(parse: Parse, host: &dyn Host, scope: Scope, computed: &Computed) -> Case {
    let mut diagnostics = parse.diagnostics.clone();
    let header = header::read(&parse, host, &scope, &mut diagnostics);
    let said = Said::read(&parse, host, &scope, &header, computed, &mut diagnostics);
    let argued = meaning::Meaning {
        parse: &parse,
        kind: header.kind,
        owner: header.owner.as_deref(),
        story: &said.story,
        evidence: &said.evidence,
        figures: &said.figures,
        missing: &if header.kind == Kind::Idea {
            said.problem.missing()
        } else {
            Vec::new()
        },
        diagnostics: &mut diagnostics,
    }
    .resolve();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.id));
    let mut case = assemble(parse, scope, header, said, argued, diagnostics);
    case.computed.clone_from(computed);
    case
}

/// What the text says, before it is argued.
struct Said {
    experiments: Vec<Experiment>,
    evidence: Vec<Evidence>,
    figures: Vec<Figure>,
    problem: Problem,
    story: Vec<StoryPart>,
}

impl Said {
    fn read(
        parse: &Parse,
        host: &dyn Host,
        scope: &Scope,
        header: &Header,
        computed: &Computed,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let experiments = experiment::read(parse, diagnostics);
        let owner = header.owner.as_deref();
        let weigh = Weigh {
            host,
            scope,
            owner,
            experiments: &experiments,
            computed,
        };
        let evidence = evidence::read(parse, &weigh);
        let labels: BTreeSet<String> = evidence.iter().map(|e| e.id.to_lowercase()).collect();
        let is_evidence = |label: &str| labels.contains(&label.to_lowercase());
        let (problem, story) = match header.kind {
            Kind::Idea => (problem::read(parse, is_evidence), Vec::new()),
            Kind::Story => (Problem::default(), story::read(parse)),
            Kind::Letter => (Problem::default(), Vec::new()),
        };
        Said {
            figures: figure::read(parse, computed),
            experiments,
            evidence,
            problem,
            story,
        }
    }
}

fn assemble(
    parse: Parse,
    scope: Scope,
    header: Header,
    said: Said,
    argued: meaning::Argued,
    diagnostics: Vec<Diagnostic>,
) -> Case {
    Case {
        title: parse
            .document
            .title
            .map(|title| parse.document.text(title).words.text.clone()),
        undefined: evidence::undefined(&parse),
        queries: query::read(&parse),
        computed: Computed::default(),
        tabled: tabled::read(&parse),
        kind: header.kind,
        front: header.front,
        owner: header.owner,
        bar: header.bar,
        ladder: header.ladder,
        problem: said.problem,
        story: said.story,
        evidence: said.evidence,
        figures: said.figures,
        experiments: said.experiments,
        statements: argued.statements,
        claims: argued.claims,
        objections: argued.objections,
        whys: argued.whys,
        verdict: argued.verdict,
        graph: argued.graph,
        loads: argued.loads,
        data: argued.data,
        names: argued.names,
        scope,
        diagnostics,
        parse,
    }
}
