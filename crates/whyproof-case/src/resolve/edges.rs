//! Who supports and attacks whom, references resolved.

use std::collections::BTreeMap;

use whyproof_argument::{GraphBuilder, NodeId};
use whyproof_syntax::{Diagnostic, Relation, Severity};

use super::entries::{Entries, Origin};
use super::meaning::Meaning;
use crate::case::Named;
use crate::statement::StatementId;
use crate::why::{Target, Why};

/// Who supports and attacks whom.
pub(super) struct Edges {
    pub(super) reasons: Vec<Vec<Vec<StatementId>>>,
    pub(super) objections: Vec<Vec<StatementId>>,
    pub(super) claims: Vec<StatementId>,
    pub(super) case: Vec<StatementId>,
}

impl Edges {
    /// The edges of the argument.
    pub(super) fn read(
        meaning: &mut Meaning<'_>,
        entries: &Entries,
        whys: &[Why],
        names: &BTreeMap<String, Named>,
    ) -> Self {
        let count = entries.all.len();
        let mut edges = Edges {
            reasons: vec![Vec::new(); count],
            objections: vec![Vec::new(); count],
            claims: Vec::new(),
            case: Vec::new(),
        };
        edges.relations(meaning, entries, names);
        edges.whys(entries, whys);
        edges
    }

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

    /// Adds the edges to the graph, whose first nodes are the statements.
    pub(super) fn build(&self, builder: &mut GraphBuilder) {
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
