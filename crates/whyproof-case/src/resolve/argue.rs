//! The graph under the case, and what follows from it.

use std::collections::BTreeMap;

use whyproof_argument::{GraphBuilder, Node, NodeId, Side};
use whyproof_syntax::{Diagnostic, NodeKind, Payload, Relation, Severity, TextId};

use super::entries::{Entries, Origin};
use super::meaning::{Argued, Meaning};
use crate::case::Named;
use crate::people;
use crate::repair::DataNode;
use crate::statement::{Statement, StatementId};
use crate::why::{Target, Why};

pub(super) fn argue(
    meaning: &mut Meaning<'_>,
    entries: &Entries,
    ids: Vec<(String, bool)>,
    whys: Vec<Why>,
    names: BTreeMap<String, Named>,
) -> Argued {
    let mut edges = Edges {
        reasons: vec![Vec::new(); entries.all.len()],
        objections: vec![Vec::new(); entries.all.len()],
        claims: Vec::new(),
        case: Vec::new(),
    };
    edges.relations(meaning, entries, &names);
    edges.whys(entries, &whys);
    let sources = Sources::read(meaning);
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
        for contradiction in entry
            .own
            .iter()
            .flat_map(|text| sources.contradictions(meaning, *text))
        {
            let node = builder.add(Node::contradiction());
            builder.attack(node, NodeId(index as u32));
            data.push(contradiction);
        }
    }
    edges.build(&mut builder);
    builder.missing(meaning.missing);
    let graph = builder.build();
    let standings = whyproof_argument::standings(&graph);
    let loads = whyproof_argument::loads(&graph, &standings);
    let mut statements = Vec::with_capacity(entries.all.len());
    for (index, (entry, (id, explicit))) in entries.all.iter().zip(ids).enumerate() {
        let node = NodeId(index as u32);
        let head = meaning.parse.document.text(entry.head);
        let by = match entry.origin {
            Origin::Why(why) => whys[why as usize].by.clone(),
            _ => head
                .attributes
                .get("by")
                .filter(|name| people::is_other(name, meaning.owner))
                .map(str::to_owned),
        };
        let parent = match entry.origin {
            Origin::Why(why) => match whys[why as usize].target {
                Target::Statement(statement) => Some(statement),
                _ => None,
            },
            _ => entry.parent,
        };
        let (evidence, figures) = sources.of(&entry.own);
        let broken = figures
            .iter()
            .copied()
            .filter(|f| meaning.figures[*f as usize].is_broken())
            .collect();
        let contradicted = evidence
            .iter()
            .copied()
            .filter(|e| meaning.evidence[*e as usize].contradicted.is_some())
            .collect();
        statements.push(Statement {
            id,
            explicit,
            kind: entry.kind,
            side: entry.side,
            text: entry.text.clone(),
            span: entry.span,
            head: entry.head,
            own: entry.own.clone(),
            section: head.section,
            parent,
            by,
            reasons: std::mem::take(&mut edges.reasons[index]),
            objections: std::mem::take(&mut edges.objections[index]),
            evidence,
            figures,
            broken,
            contradicted,
            shown: graph.node(node).is_some_and(|n| n.evidence),
            standing: standings.of(node),
            load: loads.of(node),
            why: whyproof_argument::explain(&graph, &standings, node),
        });
    }
    Argued {
        statements,
        claims: edges.claims,
        objections: edges.case,
        whys,
        graph,
        standings,
        loads,
        data,
        names,
    }
}

/// Who supports and attacks whom.
struct Edges {
    reasons: Vec<Vec<Vec<StatementId>>>,
    objections: Vec<Vec<StatementId>>,
    claims: Vec<StatementId>,
    case: Vec<StatementId>,
}

impl Edges {
    /// The relations of the statements in *Case*, references resolved.
    fn relations(
        &mut self,
        meaning: &mut Meaning<'_>,
        entries: &Entries,
        names: &BTreeMap<String, Named>,
    ) {
        let parse = meaning.parse;
        let raw = &parse.document.statements;
        let target = |index: u32| -> Option<StatementId> {
            if let Some(statement) = entries.raw(index) {
                return Some(statement);
            }
            match names.get(&raw.get(index as usize)?.reference.as_ref()?.id) {
                Some(Named::Statement(statement)) => Some(*statement),
                _ => None,
            }
        };
        let mut groups: BTreeMap<(u32, u32), (StatementId, Vec<StatementId>)> = BTreeMap::new();
        for (index, statement) in raw.iter().enumerate() {
            let Some(this) = target(index as u32) else {
                meaning
                    .diagnostics
                    .extend(statement.reference.as_ref().map(dangling));
                continue;
            };
            match statement.relation {
                Relation::Claim => self.claims.push(this),
                Relation::CaseObjection => self.case.push(this),
                Relation::Reason { of, group } => {
                    if let Some(to) = target(of) {
                        groups
                            .entry((of, group))
                            .or_insert_with(|| (to, Vec::new()))
                            .1
                            .push(this);
                    }
                }
                Relation::Objection { to } => {
                    if let Some(to) = target(to) {
                        self.objections[to.0 as usize].push(this);
                    }
                }
            }
        }
        for (to, premises) in groups.into_values() {
            self.reasons[to.0 as usize].push(premises);
        }
        for (index, _) in entries
            .all
            .iter()
            .enumerate()
            .filter(|(_, e)| e.origin == Origin::Story)
        {
            self.claims.push(StatementId(index as u32));
        }
    }

    /// Counted whys attack what they ask about; their answers rebut them.
    fn whys(&mut self, entries: &Entries, whys: &[Why]) {
        for (index, why) in whys.iter().enumerate() {
            let Some(asked) = entries.why(index as u32) else {
                continue;
            };
            match why.target {
                Target::Statement(to) => self.objections[to.0 as usize].push(asked),
                _ => self.case.push(asked),
            }
            if let Some(answer) = entries.answer(index as u32) {
                self.objections[asked.0 as usize].push(answer);
            }
        }
    }

    fn build(&self, builder: &mut GraphBuilder) {
        let node = |id: &StatementId| NodeId(id.0);
        for (index, reasons) in self.reasons.iter().enumerate() {
            for reason in reasons {
                let premises: Vec<NodeId> = reason.iter().map(node).collect();
                builder.reason(NodeId(index as u32), &premises);
            }
        }
        for (index, objections) in self.objections.iter().enumerate() {
            for objection in objections {
                builder.attack(node(objection), NodeId(index as u32));
            }
        }
        for claim in &self.claims {
            builder.claim(node(claim));
        }
        for objection in &self.case {
            builder.case_objection(node(objection));
        }
    }
}

fn dangling(reference: &whyproof_syntax::Reference) -> Diagnostic {
    let message = format!("No statement of this case has the id `#{}`", reference.id);
    Diagnostic::new(
        "dangling-reference",
        Severity::Error,
        reference.span,
        message,
    )
    .help("Write `{#id}` at the end of the statement that is meant, or correct the id here.")
}

/// Evidence and figures of every block.
struct Sources {
    evidence: BTreeMap<TextId, Vec<u32>>,
    figures: BTreeMap<TextId, Vec<u32>>,
}

impl Sources {
    fn read(meaning: &Meaning<'_>) -> Self {
        let labels: BTreeMap<String, u32> = meaning
            .evidence
            .iter()
            .enumerate()
            .rev()
            .map(|(at, e)| (e.id.to_lowercase(), at as u32))
            .collect();
        let mut evidence: BTreeMap<TextId, Vec<u32>> = BTreeMap::new();
        for (index, text) in meaning.parse.document.texts.iter().enumerate() {
            for mark in text.words.marks_of(NodeKind::FootnoteReference) {
                let Some(Payload::Label(label)) = meaning.parse.tree.payload(mark.node) else {
                    continue;
                };
                if let Some(at) = labels.get(&label.to_lowercase()) {
                    let found = evidence.entry(TextId(index as u32)).or_default();
                    if !found.contains(at) {
                        found.push(*at);
                    }
                }
            }
        }
        let mut figures: BTreeMap<TextId, Vec<u32>> = BTreeMap::new();
        for (at, figure) in meaning.figures.iter().enumerate() {
            figures.entry(figure.block).or_default().push(at as u32);
        }
        Self { evidence, figures }
    }

    fn in_block(map: &BTreeMap<TextId, Vec<u32>>, text: TextId) -> impl Iterator<Item = u32> + '_ {
        map.get(&text).into_iter().flatten().copied()
    }

    fn counts(&self, meaning: &Meaning<'_>, text: TextId) -> bool {
        Self::in_block(&self.evidence, text).any(|at| meaning.evidence[at as usize].counts())
            || Self::in_block(&self.figures, text).any(|at| meaning.figures[at as usize].counts)
    }

    fn contradictions(&self, meaning: &Meaning<'_>, text: TextId) -> Vec<DataNode> {
        let broken = Self::in_block(&self.figures, text)
            .filter(|at| meaning.figures[*at as usize].is_broken());
        let contradicted = Self::in_block(&self.evidence, text);
        let contradicted =
            contradicted.filter(|at| meaning.evidence[*at as usize].contradicted.is_some());
        broken
            .map(DataNode::Figure)
            .chain(contradicted.map(DataNode::Evidence))
            .collect()
    }

    /// Evidence and figures of several blocks, each once, in order.
    fn of(&self, own: &[TextId]) -> (Vec<u32>, Vec<u32>) {
        let collect = |map: &BTreeMap<TextId, Vec<u32>>| {
            let mut found: Vec<u32> = Vec::new();
            for at in own.iter().flat_map(|text| Self::in_block(map, *text)) {
                if !found.contains(&at) {
                    found.push(at);
                }
            }
            found
        };
        (collect(&self.evidence), collect(&self.figures))
    }
}
