//! What a block bears: whether a claim, a reason, an answer or a part of the case rests on its words.

use whyproof_case::{Case, Side, StatementId, StatementKind};
use whyproof_syntax::{NodeKind, Payload, Role, Text, TextId};

/// What rests on a block's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Bearing {
    /// A claim.
    Claim,
    /// A reason for one.
    Reason,
    /// The author's attack on an objection.
    Rebuttal,
    /// The answer to a why.
    Answer,
    /// The customer problem.
    Problem,
    /// What the reader is asked to approve.
    Decision,
    /// How the effect is forecast or was measured.
    Impact,
    /// What the teller of a story did.
    Did,
    /// Why it mattered.
    WhyItMattered,
    /// What happened.
    WhatHappened,
}

impl Bearing {
    /// Whether it is argued: a claim, a reason, a rebuttal or an answer.
    pub(crate) fn is_argued(self) -> bool {
        matches!(
            self,
            Bearing::Claim | Bearing::Reason | Bearing::Rebuttal | Bearing::Answer
        )
    }
}

/// What one block bears.
#[derive(Debug, Clone, Default)]
pub(super) struct Bears {
    pub(super) bearing: Option<Bearing>,
    pub(super) statement: Option<StatementId>,
    pub(super) sourced: bool,
    pub(super) evidence: Vec<u32>,
}

/// What the blocks of a case bear.
pub(super) struct Bearings {
    /// By text block: what the argument makes of it.
    argued: Vec<Option<(Option<Bearing>, Option<StatementId>)>>,
    /// By statement: whether it or a reason under it has evidence or a figure.
    sourced: Vec<bool>,
    /// Labels of footnotes in small letters, sorted, each with its evidence.
    labels: Vec<(String, u32)>,
}

pub(super) fn read(case: &Case) -> Bearings {
    let mut argued = vec![None; case.parse.document.texts.len()];
    let mut put = |id: TextId, bears| {
        if let Some(place) = argued.get_mut(id.0 as usize) {
            *place = Some(bears);
        }
    };
    for (id, statement) in case.statements() {
        let bearing = match (statement.kind, statement.side) {
            (_, Side::Challenger) => None,
            (StatementKind::Claim, _) => Some(Bearing::Claim),
            (StatementKind::Rebuttal, _) => Some(Bearing::Rebuttal),
            (StatementKind::Answer, _) => Some(Bearing::Answer),
            _ => Some(Bearing::Reason),
        };
        let bearing = bearing.filter(|_| statement.by.is_none());
        for &own in &statement.own {
            put(own, (bearing, Some(id)));
        }
    }
    for why in &case.whys {
        put(why.head, (None, why.statement));
        for &block in &why.answer_blocks {
            put(block, (Some(Bearing::Answer), why.answered_by));
        }
    }
    let mut labels: Vec<(String, u32)> = case
        .evidence
        .iter()
        .enumerate()
        .map(|(index, evidence)| (evidence.id.to_lowercase(), index as u32))
        .collect();
    labels.sort();
    Bearings {
        argued,
        sourced: sourced(case),
        labels,
    }
}

/// Reasons stand after what they support, so one pass from the end is enough; a second serves references.
fn sourced(case: &Case) -> Vec<bool> {
    let mut sourced: Vec<bool> = case
        .statements
        .iter()
        .map(|statement| !statement.evidence.is_empty() || !statement.figures.is_empty())
        .collect();
    for _ in 0..2 {
        for (index, statement) in case.statements.iter().enumerate().rev() {
            let by_reason = statement
                .reasons
                .iter()
                .flatten()
                .any(|reason| sourced.get(reason.0 as usize) == Some(&true));
            if by_reason {
                sourced[index] = true;
            }
        }
    }
    sourced
}

impl Bearings {
    pub(super) fn of(&self, case: &Case, index: usize, text: &Text) -> Bears {
        let role = case.parse.document.role_of(text);
        let (bearing, statement) = match self.argued.get(index).copied().flatten() {
            // A story's two top-level claims are its sections.
            Some((_, statement)) if is_story(role) => (of_role(role, text), statement),
            Some((bearing, statement)) => (bearing, statement),
            None => (of_role(role, text), None),
        };
        if bearing.is_none() {
            return Bears::default();
        }
        let argued = statement.map(|id| (id, case.statement(id)));
        let mut evidence = Vec::new();
        let mut linked = false;
        for mark in &text.words.marks {
            match mark.kind {
                NodeKind::FootnoteReference => {
                    linked = true;
                    evidence.extend(self.evidence(case.parse.tree.payload(mark.node)));
                }
                NodeKind::Link | NodeKind::Image => linked = true,
                _ => {}
            }
        }
        let mut sourced = linked;
        if let Some((id, statement)) = argued
            && !is_story(role)
        {
            sourced |= self.sourced.get(id.0 as usize) == Some(&true);
            for &one in &statement.evidence {
                if !evidence.contains(&one) {
                    evidence.push(one);
                }
            }
        }
        Bears {
            bearing,
            statement,
            sourced,
            evidence,
        }
    }

    fn evidence(&self, payload: Option<&Payload>) -> Option<u32> {
        let Some(Payload::Label(label)) = payload else {
            return None;
        };
        let label = label.to_lowercase();
        let at = self
            .labels
            .binary_search_by(|(other, _)| other.as_str().cmp(&label))
            .ok()?;
        self.labels.get(at).map(|(_, index)| *index)
    }
}

fn is_story(role: Option<Role>) -> bool {
    matches!(
        role,
        Some(Role::WhatHappened | Role::WhyItMattered | Role::Did | Role::DidNotDo)
    )
}

fn of_role(role: Option<Role>, text: &Text) -> Option<Bearing> {
    if matches!(text.kind, NodeKind::Heading(_)) {
        return None;
    }
    Some(match role? {
        Role::Problem => Bearing::Problem,
        Role::Decision => Bearing::Decision,
        Role::Impact => Bearing::Impact,
        Role::Did | Role::DidNotDo => Bearing::Did,
        Role::WhyItMattered => Bearing::WhyItMattered,
        Role::WhatHappened => Bearing::WhatHappened,
        _ => return None,
    })
}
