//! The graph under the case, and what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use whyproof_argument::Target as GraphTarget;
use whyproof_argument::{Graph, GraphBuilder, Loads, Node, NodeId, Side, Standings};

use super::edges::Edges;
use super::entries::{Entries, Entry, Origin};
use super::meaning::{Argued, Meaning};
use super::sources::Sources;
use crate::case::{CaseVerdict, Named, Tested};
use crate::people;
use crate::repair::{DataNode, Steps};
use crate::statement::{Statement, StatementId, StatementKind};
use crate::why::{Target, Why};

pub(super) fn argue(
    meaning: &mut Meaning<'_>,
    entries: &Entries,
    ids: Vec<(String, bool)>,
    whys: Vec<Why>,
    names: BTreeMap<String, Named>,
) -> Argued {
    let edges = Edges::read(meaning, entries, &whys, &names);
    let sources = Sources::read(meaning);
    let (graph, data) = graph(meaning, entries, &edges, &sources);
    let standings = whyproof_argument::standings(&graph);
    let loads = whyproof_argument::loads(&graph, &standings);
    let repairs = whyproof_argument::repairs(&graph, &standings, &loads);
    let steps = Steps {
        repairs,
        data: &data,
        statements: entries.all.len(),
        missing: meaning.missing,
    };
    let solved = Solved {
        graph: &graph,
        standings: &standings,
        loads: &loads,
        steps: &steps,
    };
    let (claims, case) = (edges.claims.clone(), edges.case.clone());
    let statements = statements(meaning, entries, ids, &whys, edges, &sources, &solved);
    let repair = steps.repair(GraphTarget::Case);
    let verdict = CaseVerdict {
        standing: standings.case(),
        tested: tested(&statements, &whys),
        weakest: repair.weakest(),
        repair,
        missing: meaning.missing.to_vec(),
        why: whyproof_argument::explain_case(&graph, &standings),
    };
    Argued {
        verdict,
        statements,
        claims,
        objections: case,
        whys,
        graph,
        loads,
        data,
        names,
    }
}

/// The graph: a node for every statement, then one for everything that the data contradict.
fn graph(
    meaning: &Meaning<'_>,
    entries: &Entries,
    edges: &Edges,
    sources: &Sources,
) -> (Graph, Vec<DataNode>) {
    let mut builder = GraphBuilder::new();
    for entry in &entries.all {
        let node = if entry.side == Side::Author {
            Node::author()
        } else {
            Node::challenger()
        };
        let shown = entry.own.iter().any(|text| sources.counts(meaning, *text));
        builder.add(if shown { node.with_evidence() } else { node });
    }
    let mut data = Vec::new();
    for (index, entry) in entries.all.iter().enumerate() {
        for found in entry
            .own
            .iter()
            .flat_map(|text| sources.contradictions(meaning, *text))
        {
            let node = builder.add(Node::contradiction());
            builder.attack(node, NodeId(index as u32));
            data.push(found);
        }
    }
    edges.build(&mut builder);
    builder.missing(meaning.missing.len() as u32);
    (builder.build(), data)
}

/// What the graph says.
struct Solved<'a> {
    graph: &'a Graph,
    standings: &'a Standings,
    loads: &'a Loads,
    steps: &'a Steps<'a>,
}

fn statements(
    meaning: &Meaning<'_>,
    entries: &Entries,
    ids: Vec<(String, bool)>,
    whys: &[Why],
    mut edges: Edges,
    sources: &Sources,
    solved: &Solved<'_>,
) -> Vec<Statement> {
    let mut statements = Vec::with_capacity(entries.all.len());
    for (index, (entry, (id, explicit))) in entries.all.iter().zip(ids).enumerate() {
        let node = NodeId(index as u32);
        let (evidence, figures) = sources.of(&entry.own);
        let repair = solved.steps.repair(GraphTarget::Node(node));
        let broken = |at: &u32| meaning.figures[*at as usize].is_broken();
        let contradicted = |at: &u32| meaning.evidence[*at as usize].contradicted.is_some();
        statements.push(Statement {
            id,
            explicit,
            kind: entry.kind,
            side: entry.side,
            text: entry.text.clone(),
            span: entry.span,
            head: entry.head,
            own: entry.own.clone(),
            section: meaning.parse.document.text(entry.head).section,
            parent: parent(entry, whys),
            by: by(meaning, entry, whys),
            reasons: std::mem::take(&mut edges.reasons[index]),
            objections: std::mem::take(&mut edges.objections[index]),
            broken: figures.iter().copied().filter(broken).collect(),
            contradicted: evidence.iter().copied().filter(contradicted).collect(),
            evidence,
            figures,
            shown: solved.graph.node(node).is_some_and(|n| n.evidence),
            standing: solved.standings.of(node),
            load: solved.loads.of(node),
            why: whyproof_argument::explain(solved.graph, solved.standings, node),
            weakest: repair.weakest(),
            repair,
        });
    }
    statements
}

/// What a statement stands under; a why stands under the statement that it asks about.
fn parent(entry: &Entry, whys: &[Why]) -> Option<StatementId> {
    match entry.origin {
        Origin::Why(why) => match whys[why as usize].target {
            Target::Statement(statement) => Some(statement),
            _ => None,
        },
        _ => entry.parent,
    }
}

/// Who says it, where that is somebody other than the owner.
fn by(meaning: &Meaning<'_>, entry: &Entry, whys: &[Why]) -> Option<String> {
    let attributes = &meaning.parse.document.text(entry.head).attributes;
    match entry.origin {
        Origin::Why(why) => whys[why as usize].by.clone(),
        Origin::Answer(_) => None,
        _ => attributes
            .get("by")
            .filter(|name| people::is_other(name, meaning.owner))
            .map(str::to_owned),
    }
}

/// Whom the case has met: objections with a name and whys of people other than the owner.
fn tested(statements: &[Statement], whys: &[Why]) -> Tested {
    let mut tested = Tested::default();
    let mut known = BTreeSet::new();
    let objections = statements
        .iter()
        .filter(|s| s.kind == StatementKind::Objection)
        .filter_map(|s| s.by.as_deref());
    let askers = whys
        .iter()
        .filter(|why| why.by_other)
        .filter_map(|why| why.by.as_deref());
    for name in objections.chain(askers) {
        tested.objections += 1;
        if known.insert(people::plain(name)) {
            tested.people.push(name.to_owned());
        }
    }
    tested
}
