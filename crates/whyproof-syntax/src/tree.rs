//! The lossless tree: an arena in document order, in which the leaves tile the text.

use crate::Span;

/// A node of a [`Tree`]: its place in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// The whole text.
    Document,
    /// `---`, YAML, `---` at the start of the file.
    FrontMatter,
    /// A heading and its level, 1 to 6.
    Heading(u8),
    /// A paragraph; the first words of a tight list item are one too.
    Paragraph,
    /// A list, ordered or not.
    List,
    /// A list item.
    Item,
    /// A block quotation.
    BlockQuote,
    /// A fenced code block; [`Payload::Info`] is its info string.
    FencedCode,
    /// An indented code block.
    IndentedCode,
    /// A block of HTML.
    HtmlBlock,
    /// A table.
    Table,
    /// A table's heading row.
    TableHead,
    /// A table's row.
    TableRow,
    /// A table's cell.
    TableCell,
    /// A footnote's definition; [`Payload::Label`].
    FootnoteDefinition,
    /// A thematic break.
    Rule,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// A link; [`Payload::Link`].
    Link,
    /// An image; [`Payload::Link`].
    Image,
    /// A footnote's reference; [`Payload::Label`].
    FootnoteReference,
    /// A code span.
    Code,
    /// Inline HTML, or a line of an HTML block.
    Html,
    /// Words.
    Text,
    /// A line break inside a paragraph.
    SoftBreak,
    /// A forced line break.
    HardBreak,
    /// A task list's box.
    TaskMarker,
    /// Characters of the markup, and white space between blocks.
    Markup,
}

impl NodeKind {
    /// Whether the node stands inside a block of text.
    pub fn is_inline(self) -> bool {
        use NodeKind::{Code, Emphasis, FootnoteReference, HardBreak, Html, Image, Link};
        use NodeKind::{SoftBreak, Strikethrough, Strong, TaskMarker, Text};
        matches!(
            self,
            Emphasis
                | Strong
                | Strikethrough
                | Link
                | Image
                | FootnoteReference
                | Code
                | Html
                | Text
                | SoftBreak
                | HardBreak
                | TaskMarker
        )
    }
}

/// What a node carries beside its span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// The info string of a fenced block.
    Info(Box<str>),
    /// The label of a footnote.
    Label(Box<str>),
    /// Where a link or image leads, and its title.
    Link {
        /// Destination, escapes resolved.
        target: Box<str>,
        /// Title, empty where there is none.
        title: Box<str>,
    },
    /// Words that differ from the source (entities, the inside of a code span).
    Decoded(Box<str>),
}

impl Payload {
    /// Its texts.
    pub(crate) fn parts(&mut self) -> impl Iterator<Item = &mut Box<str>> {
        let (first, second) = match self {
            Payload::Info(text) | Payload::Label(text) | Payload::Decoded(text) => (text, None),
            Payload::Link { target, title } => (target, Some(title)),
        };
        std::iter::once(first).chain(second)
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct NodeData {
    pub(crate) kind: NodeKind,
    pub(crate) span: Span,
    pub(crate) parent: u32,
    /// The node after the last of this subtree.
    pub(crate) after: u32,
}

/// A text and the tree over it.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(crate) text: Box<str>,
    pub(crate) nodes: Vec<NodeData>,
    pub(crate) payloads: Vec<(NodeId, Payload)>,
}

impl Tree {
    /// The whole text, byte for byte: the leaves put together.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        for (index, node) in self.nodes.iter().enumerate() {
            if node.after == index as u32 + 1 {
                text.push_str(&self.text[node.span.range()]);
            }
        }
        text
    }

    /// The text that the tree was made from.
    pub fn source(&self) -> &str {
        &self.text
    }

    /// The source under `span`; empty where the span is not one of this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// The root.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node; never so for a parsed text.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// What `node` is.
    pub fn kind(&self, node: NodeId) -> NodeKind {
        self.nodes[node.0 as usize].kind
    }

    /// Where `node` stands.
    pub fn span(&self, node: NodeId) -> Span {
        self.nodes[node.0 as usize].span
    }

    /// The node around `node`; none for the root.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node.0 > 0).then(|| NodeId(self.nodes[node.0 as usize].parent))
    }

    /// The node after the last descendant of `node`, in document order.
    pub fn after(&self, node: NodeId) -> NodeId {
        NodeId(self.nodes[node.0 as usize].after)
    }

    /// The children of `node`, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.nodes[node.0 as usize].after;
        let mut next = node.0 + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let child = NodeId(next);
                next = self.nodes[next as usize].after;
                child
            })
        })
    }

    /// The descendants of `node` in document order, without itself.
    pub fn descendants(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (node.0 + 1..self.nodes[node.0 as usize].after).map(NodeId)
    }

    /// What `node` carries beside its span.
    pub fn payload(&self, node: NodeId) -> Option<&Payload> {
        let at = self
            .payloads
            .binary_search_by_key(&node, |(owner, _)| *owner)
            .ok()?;
        Some(&self.payloads[at].1)
    }

    /// Destination and title of a link or an image.
    pub fn link(&self, node: NodeId) -> Option<(&str, &str)> {
        match self.payload(node)? {
            Payload::Link { target, title } => Some((target, title)),
            _ => None,
        }
    }

    /// The words of a leaf: decoded where the source has escapes or entities.
    pub fn leaf_text(&self, node: NodeId) -> &str {
        match self.payload(node) {
            Some(Payload::Decoded(text)) => text,
            _ => self.slice(self.span(node)),
        }
    }

    /// The content of a code block: its lines without fences and indentation.
    pub fn code(&self, node: NodeId) -> String {
        self.descendants(node)
            .filter(|&n| self.kind(n) == NodeKind::Text)
            .map(|n| self.leaf_text(n))
            .collect()
    }
}
