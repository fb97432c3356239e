//! An Argdown file as a graph.

/// A statement (all that is said under one title) or an argument.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// What `[title]` or `<title>` calls it.
    pub(super) title: Option<String>,
    /// Whether it is an argument, whose title says what its words don't.
    pub(super) argument: bool,
    /// Its wordings, as Markdown, in order.
    pub(super) texts: Vec<String>,
    /// Where it is first named.
    pub(super) line: usize,
    /// What stands under it, in order.
    pub(super) under: Vec<Under>,
    /// How often it stands under others.
    pub(super) used: usize,
    /// Whether it is a premise or a conclusion.
    pub(super) numbered: bool,
}

/// What stands under a node.
#[derive(Debug)]
pub(super) enum Under {
    /// A reason: premises that it needs together.
    Reason(Vec<usize>),
    /// An objection.
    Objection(usize),
}

/// What is written between the statements.
#[derive(Debug)]
pub(super) enum Prose {
    /// A heading of this level, from 1.
    Heading(usize, String),
    /// A paragraph: prose where its node is in no relation.
    Paragraph(usize),
    /// An item of a list, likewise.
    Item(usize),
}

/// A whole file.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) nodes: Vec<Node>,
    pub(super) prose: Vec<Prose>,
}

impl Model {
    /// Whether a node argues: it has a title or a number, or stands in a relation.
    pub(super) fn argues(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| {
            node.title.is_some() || node.numbered || node.used > 0 || !node.under.is_empty()
        })
    }
}
