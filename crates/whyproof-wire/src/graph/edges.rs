//! Nodes and edges of the argument, in one order for every format.

use whyproof_case::{Case, StatementId, StatementKind};

/// A node of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Node {
    /// The case as a whole.
    Case,
    /// A statement.
    Statement(StatementId),
    /// Where the premises of one reason meet, counted from 0.
    Joint(u32),
    /// A figure or evidence whose data contradict a statement, counted from 0.
    Data(u32),
}

impl Node {
    /// A name that no text of the case can be part of.
    pub(super) fn name(self) -> String {
        match self {
            Node::Case => "case".to_owned(),
            Node::Statement(id) => format!("n{}", id.0),
            Node::Joint(at) => format!("j{at}"),
            Node::Data(at) => format!("d{at}"),
        }
    }
}

/// What leads from one node to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// A claim of the case.
    Claim,
    /// A reason, or the joint of one.
    Because,
    /// A premise of a reason that has several.
    And,
    /// An objection or a rebuttal.
    But,
    /// A why.
    Asks,
    /// Its answer.
    Answers,
}

impl Edge {
    pub(super) fn word(self) -> &'static str {
        match self {
            Edge::Claim => "claim",
            Edge::Because => "because",
            Edge::And => "and",
            Edge::But => "but",
            Edge::Asks => "asks",
            Edge::Answers => "answers",
        }
    }

    pub(super) fn attacks(self) -> bool {
        matches!(self, Edge::But | Edge::Asks | Edge::Answers)
    }
}

/// The drawing of an argument.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) joints: u32,
    /// What the data say against a statement, in words.
    pub(super) data: Vec<String>,
    pub(super) edges: Vec<(Node, Edge, Node)>,
}

impl Drawing {
    pub(super) fn of(case: &Case) -> Self {
        let mut drawing = Self::default();
        for claim in &case.claims {
            let edge = (Node::Statement(*claim), Edge::Claim, Node::Case);
            drawing.edges.push(edge);
        }
        for objection in &case.objections {
            drawing.attack(case, *objection, Node::Case);
        }
        for (id, statement) in case.statements() {
            let to = Node::Statement(id);
            for premises in &statement.reasons {
                drawing.reason(premises, to);
            }
            for objection in &statement.objections {
                drawing.attack(case, *objection, to);
            }
            let broken = statement.broken.iter();
            let figures = broken.filter_map(|at| case.figures.get(*at as usize));
            let found = figures.map(|figure| format!("otherwise than “{}”", figure.text));
            let contradicted = statement.contradicted.iter();
            let evidence = contradicted.filter_map(|at| case.evidence.get(*at as usize));
            let experiments = evidence.map(|evidence| evidence.grounds.sentence());
            for words in found.chain(experiments) {
                let node = Node::Data(drawing.data.len() as u32);
                drawing.data.push(words);
                drawing.edges.push((node, Edge::But, to));
            }
        }
        drawing
    }

    fn reason(&mut self, premises: &[StatementId], to: Node) {
        if let [one] = premises {
            self.edges.push((Node::Statement(*one), Edge::Because, to));
            return;
        }
        let joint = Node::Joint(self.joints);
        self.joints += 1;
        self.edges.push((joint, Edge::Because, to));
        for premise in premises {
            self.edges
                .push((Node::Statement(*premise), Edge::And, joint));
        }
    }

    fn attack(&mut self, case: &Case, from: StatementId, to: Node) {
        let edge = match case.statement(from).kind {
            StatementKind::Why => Edge::Asks,
            StatementKind::Answer => Edge::Answers,
            _ => Edge::But,
        };
        self.edges.push((Node::Statement(from), edge, to));
    }
}
