//! The argument as a tree: which statement stands under which, in which order, and what only refers to one. Nothing
//! recurses: an argument may be as deep as its file is long.

use std::ops::Range;

use whyproof_case::{Case, Standing, StatementId, StatementKind};

use super::evidence::{self, Shown};
use super::number::number;
use crate::verdict::worth;

/// What a node is to the one that it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// A claim of the case; under nothing.
    Claim,
    /// A reason, or the first premise of one.
    Because,
    /// A further premise of the reason before it.
    And,
    /// An objection or a rebuttal; under nothing, to the whole case.
    But,
    /// A why that counts; under nothing, to the whole case.
    Asks,
    /// Its answer.
    Answers,
    /// What bears on nothing: it stands under a reference to a statement that is not there. Under nothing.
    Loose,
}

impl Link {
    /// The word on its edge; empty where it has none.
    pub fn word(self) -> &'static str {
        match self {
            Link::Claim | Link::Loose => "",
            Link::Because => "because",
            Link::And => "and",
            Link::But => "but",
            Link::Asks => "why",
            Link::Answers => "answer",
        }
    }

    /// Whether it speaks against what it stands under.
    pub fn attacks(self) -> bool {
        matches!(self, Link::But | Link::Asks | Link::Answers)
    }
}

/// Whether a node is its statement, or refers to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It is the statement, with all under it.
    Here,
    /// It refers to the statement, which has another place.
    Elsewhere,
    /// It refers to a statement that it stands under: reasons lead back to it.
    Around,
}

/// A node of the tree. Parents stand before their children, children in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// Its statement.
    pub statement: StatementId,
    /// What it is to the node that it stands under.
    pub link: Link,
    /// How many nodes it stands under.
    pub depth: u32,
    /// Which it is of those under the same node, from 1.
    pub number: u32,
    /// The node that it stands under, by index.
    pub parent: Option<u32>,
    /// The first premise of the reason that it is a further premise of, by index.
    pub joins: Option<u32>,
    /// Whether it is its statement.
    pub seen: Seen,
    /// What the statement is.
    pub kind: StatementKind,
    /// What the statement is worth.
    pub standing: Standing,
    /// The statement's words, as plain text.
    pub words: &'a str,
    /// Who says it, where that is somebody other than the owner.
    pub by: Option<&'a str>,
    /// What the statement is shown with; none where this only refers to it.
    pub evidence: Vec<Shown<'a>>,
}

impl Node<'_> {
    /// What its statement is worth, in a word.
    pub fn worth(&self) -> &'static str {
        worth(self.kind, self.standing)
    }
}

/// Nodes of a tree that are drawn: all, or one with what is under it. They are counted from the first of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The whole tree.
    pub(super) whole: &'a [Node<'a>],
    /// Where the part begins in it.
    pub(super) start: u32,
    /// The part.
    pub(super) nodes: &'a [Node<'a>],
}

impl<'a> Part<'a> {
    pub(super) fn new(whole: &'a [Node<'a>], range: Range<usize>) -> Part<'a> {
        Part {
            whole,
            start: range.start as u32,
            nodes: whole.get(range).unwrap_or_default(),
        }
    }

    /// The node that one stands under, where that is drawn too.
    pub(super) fn parent(&self, at: u32) -> Option<u32> {
        self.nodes[at as usize].parent?.checked_sub(self.start)
    }

    /// The numbers that lead to a node, in the whole tree.
    pub(super) fn number(&self, at: u32) -> String {
        number(self.whole, self.start + at)
    }
}

/// The argument of a case, first things first. Every statement is [`Seen::Here`] once.
pub fn tree(case: &Case) -> Vec<Node<'_>> {
    let mut top: Vec<(Link, StatementId)> = Vec::new();
    top.extend(case.claims.iter().map(|id| (Link::Claim, *id)));
    let objections = case.objections.iter();
    top.extend(objections.map(|id| (attack(case, *id), *id)));
    top.sort_by_key(|(_, id)| *id);
    top.dedup();
    Walk::new(case, &top).nodes(&top)
}

/// What bears on a statement: its reasons, then what attacks it.
fn under(case: &Case, id: StatementId) -> Vec<(Link, StatementId)> {
    let statement = case.statement(id);
    let mut under = Vec::new();
    for premises in &statement.reasons {
        for (at, premise) in premises.iter().enumerate() {
            let link = if at == 0 { Link::Because } else { Link::And };
            under.push((link, *premise));
        }
    }
    let objections = statement.objections.iter();
    under.extend(objections.map(|id| (attack(case, *id), *id)));
    under
}

fn attack(case: &Case, id: StatementId) -> Link {
    match case.statement(id).kind {
        StatementKind::Why => Link::Asks,
        StatementKind::Answer => Link::Answers,
        _ => Link::But,
    }
}

/// What is still to be looked at.
#[derive(Debug, Clone, Copy)]
struct Place {
    statement: StatementId,
    link: Link,
    depth: u32,
    number: u32,
    parent: Option<u32>,
}

enum Task {
    Show(Place),
    Leave(StatementId),
}

struct Walk<'a> {
    case: &'a Case,
    /// The statement that each one is shown under.
    homes: Vec<Option<StatementId>>,
    shown: Vec<bool>,
    /// Statements that the current place stands under.
    open: Vec<bool>,
    /// The latest first premise under each node.
    because: Vec<u32>,
    nodes: Vec<Node<'a>>,
}

impl<'a> Walk<'a> {
    fn new(case: &'a Case, top: &[(Link, StatementId)]) -> Walk<'a> {
        let none = vec![false; case.statements.len()];
        Walk {
            case,
            homes: homes(case, top),
            shown: none.clone(),
            open: none,
            because: Vec::new(),
            nodes: Vec::new(),
        }
    }

    fn nodes(mut self, top: &[(Link, StatementId)]) -> Vec<Node<'a>> {
        self.walk(top, 1);
        let mut number = top.len() as u32;
        for at in 0..self.shown.len() {
            if !self.shown[at] {
                number += 1;
                self.walk(&[(Link::Loose, StatementId(at as u32))], number);
            }
        }
        self.nodes
    }

    /// Shows what stands on top, its numbers from `number` on, and all under it.
    fn walk(&mut self, top: &[(Link, StatementId)], number: u32) {
        let mut tasks = Vec::new();
        push(&mut tasks, top, 0, None, number);
        while let Some(task) = tasks.pop() {
            match task {
                Task::Leave(id) => self.open[id.0 as usize] = false,
                Task::Show(place) => self.show(place, &mut tasks),
            }
        }
    }

    fn show(&mut self, place: Place, tasks: &mut Vec<Task>) {
        let (id, index) = (place.statement, self.nodes.len() as u32);
        let statement = self.case.statement(id);
        let seen = self.seen(&place);
        let parent = place.parent.map(|parent| parent as usize);
        if let Some(parent) = parent.filter(|_| place.link == Link::Because) {
            self.because[parent] = index;
        }
        self.because.push(0);
        self.nodes.push(Node {
            statement: id,
            link: place.link,
            depth: place.depth,
            number: place.number,
            parent: place.parent,
            joins: parent
                .filter(|_| place.link == Link::And)
                .map(|parent| self.because[parent]),
            seen,
            kind: statement.kind,
            standing: statement.standing,
            words: &statement.text,
            by: statement.by.as_deref(),
            evidence: match seen {
                Seen::Here => evidence::of(self.case, statement),
                Seen::Elsewhere | Seen::Around => Vec::new(),
            },
        });
        if seen == Seen::Here {
            self.shown[id.0 as usize] = true;
            self.open[id.0 as usize] = true;
            tasks.push(Task::Leave(id));
            let under = under(self.case, id);
            push(tasks, &under, place.depth + 1, Some(index), 1);
        }
    }

    fn seen(&self, place: &Place) -> Seen {
        let at = place.statement.0 as usize;
        let above = place
            .parent
            .and_then(|parent| self.nodes.get(parent as usize));
        let own = self.homes[at] == above.map(|above| above.statement);
        if self.open[at] {
            Seen::Around
        } else if self.shown[at] || !(own || place.link == Link::Loose) {
            Seen::Elsewhere
        } else {
            Seen::Here
        }
    }
}

/// The statement that each one is shown under: what it stands under in the file, where it bears on that; else what it
/// bears on first, as what stands under a reference bears on what is referred to.
fn homes(case: &Case, top: &[(Link, StatementId)]) -> Vec<Option<StatementId>> {
    let mut homes = vec![None; case.statements.len()];
    for (id, _) in case.statements() {
        for (_, child) in under(case, id) {
            let home = &mut homes[child.0 as usize];
            if home.is_none() || case.statement(child).parent == Some(id) {
                *home = Some(id);
            }
        }
    }
    for (_, id) in top {
        if case.statement(*id).parent.is_none() {
            homes[id.0 as usize] = None;
        }
    }
    homes
}

/// Puts what stands under a node on the list of what is to be shown, its numbers from `first` on.
fn push(
    tasks: &mut Vec<Task>,
    under: &[(Link, StatementId)],
    depth: u32,
    parent: Option<u32>,
    first: u32,
) {
    for (at, (link, statement)) in under.iter().enumerate().rev() {
        tasks.push(Task::Show(Place {
            statement: *statement,
            link: *link,
            depth,
            number: at as u32 + first,
            parent,
        }));
    }
}
