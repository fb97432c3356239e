//! From the tree to events.

use std::borrow::Cow;

use whyproof_case::{Case, Target};
use whyproof_syntax::{NodeId, NodeKind, Payload, Span, TextId, Tree};

use super::event::{Align, Element, Event};
use super::notes::{Note, Numbers};

/// A walk over a case's tree.
pub(super) struct Walk<'a> {
    case: &'a Case,
    numbers: Numbers<'a>,
    columns: Vec<Vec<Align>>,
    /// Passages that whys are put to, in file order.
    passages: Vec<(Span, u32)>,
    /// Column of the next cell.
    column: u32,
}

impl<'a> Walk<'a> {
    pub(super) fn new(case: &'a Case) -> Walk<'a> {
        let whys = case.whys.iter().enumerate();
        let mut passages: Vec<(Span, u32)> = whys
            .filter_map(|(index, why)| match why.target {
                Target::Passage(span) if !span.is_empty() => Some((span, index as u32)),
                _ => None,
            })
            .collect();
        passages.sort();
        Walk {
            case,
            numbers: Numbers::new(case),
            columns: Vec::new(),
            passages,
            column: 0,
        }
    }

    /// The blocks, in order.
    pub(super) fn blocks(&mut self, nodes: &[NodeId]) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        for &node in nodes {
            self.range(node.0, self.tree().after(node).0, &mut events);
        }
        events
    }

    /// What stands in `node`, without itself.
    pub(super) fn inside(&mut self, node: NodeId) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        self.range(node.0 + 1, self.tree().after(node).0, &mut events);
        trim_end(&mut events, 0);
        events
    }

    /// The notes with their words, and the columns of the tables.
    pub(super) fn finish(mut self) -> (Vec<Note<'a>>, Vec<Vec<Align>>) {
        let footnotes = &self.case.parse.document.footnotes;
        let mut flows = Vec::new();
        // A note may refer to another one, which then follows it.
        loop {
            while flows.len() < self.numbers.order.len() {
                let (definition, _) = self.numbers.order[flows.len()];
                let nodes: Vec<NodeId> = self
                    .tree()
                    .children(footnotes[definition as usize].node)
                    .filter(|&node| self.tree().kind(node) != NodeKind::Markup)
                    .collect();
                flows.push(self.blocks(&nodes));
            }
            let before = self.numbers.order.len();
            for definition in 0..footnotes.len() as u32 {
                self.numbers.place(definition);
                if self.numbers.order.len() > before {
                    break;
                }
            }
            if self.numbers.order.len() == before {
                break;
            }
        }
        let order = std::mem::take(&mut self.numbers.order);
        let notes = order.into_iter().zip(flows);
        let notes = notes.map(|((definition, references), flow)| Note {
            references,
            flow,
            ..self.numbers.note(definition)
        });
        (notes.collect(), self.columns)
    }

    fn tree(&self) -> &'a Tree {
        &self.case.parse.tree
    }

    /// The nodes from `from` to before `end`.
    fn range(&mut self, from: u32, end: u32, events: &mut Vec<Event<'a>>) {
        let tree = self.tree();
        let mut open: Vec<(u32, Element<'a>, usize)> = Vec::new();
        let mut node = from;
        while node < end {
            close(&mut open, node, events);
            let id = NodeId(node);
            match self.element(id) {
                Some(element) => {
                    events.push(Event::Open(element));
                    open.push((tree.after(id).0, element, events.len()));
                    node += 1;
                }
                None => {
                    node = if self.leaf(id, events) {
                        tree.after(id).0
                    } else {
                        node + 1
                    };
                }
            }
        }
        close(&mut open, u32::MAX, events);
    }

    /// The element that a node is; none for a leaf and for what is left out.
    fn element(&mut self, node: NodeId) -> Option<Element<'a>> {
        let tree = self.tree();
        let text = || self.case.parse.document.text_of(node).unwrap_or(TextId(0));
        Some(match tree.kind(node) {
            NodeKind::Heading(level) => Element::Heading(level, text()),
            NodeKind::Paragraph => Element::Paragraph(text()),
            NodeKind::List => Element::List(number(tree, node)),
            NodeKind::Item => Element::Item(ticked(tree, node)),
            NodeKind::BlockQuote => Element::Quote,
            NodeKind::Table => {
                self.columns.push(alignments(tree.slice(tree.span(node))));
                Element::Table(self.columns.len() as u32 - 1)
            }
            kind @ (NodeKind::TableHead | NodeKind::TableRow) => {
                self.column = 0;
                Element::Row {
                    head: kind == NodeKind::TableHead,
                }
            }
            NodeKind::TableCell => {
                self.column += 1;
                Element::Cell(text(), self.column - 1)
            }
            NodeKind::Emphasis => Element::Emphasis,
            NodeKind::Strong => Element::Strong,
            NodeKind::Strikethrough => Element::Strikethrough,
            NodeKind::Link => {
                if let Some(figure) = self.figure(node) {
                    return Some(Element::Figure(figure));
                }
                let (target, title) = tree.link(node).unwrap_or_default();
                Element::Link { target, title }
            }
            _ => return None,
        })
    }

    /// Appends what a leaf says; whether all of its subtree is said with it.
    fn leaf(&mut self, node: NodeId, events: &mut Vec<Event<'a>>) -> bool {
        let tree = self.tree();
        match tree.kind(node) {
            NodeKind::Text => self.text(node, events),
            NodeKind::Code => events.push(Event::Code(tree.leaf_text(node))),
            NodeKind::SoftBreak => events.push(Event::Text(" ", tree.span(node))),
            NodeKind::HardBreak => events.push(Event::Break),
            NodeKind::Rule => events.push(Event::Rule),
            NodeKind::Html | NodeKind::HtmlBlock => {
                let html = tree.slice(tree.span(node));
                let is_comment =
                    html.trim_start().starts_with("<!--") && html.trim_end().ends_with("-->");
                if !is_comment {
                    events.push(Event::Html(html));
                }
            }
            NodeKind::FootnoteReference => {
                let Some(Payload::Label(label)) = tree.payload(node) else {
                    return true;
                };
                events.push(match self.numbers.refer(label) {
                    Some((note, reference)) => Event::Note(note, reference),
                    None => Event::NoNote(label),
                });
            }
            NodeKind::Image => self.image(node, events),
            NodeKind::FencedCode => {
                let fences = &self.case.parse.document.fences;
                if let Ok(index) = fences.binary_search_by_key(&node, |fence| fence.node) {
                    events.push(Event::Fence(index as u32));
                }
            }
            NodeKind::IndentedCode => events.push(Event::Literal(Cow::Owned(tree.code(node)))),
            _ => return false,
        }
        true
    }

    fn image(&self, node: NodeId, events: &mut Vec<Event<'a>>) {
        let tree = self.tree();
        if let Some(chart) = self.figure(node) {
            events.push(Event::Chart(chart));
            return;
        }
        let (target, title) = tree.link(node).unwrap_or_default();
        let words = tree
            .descendants(node)
            .filter_map(|inner| match tree.kind(inner) {
                NodeKind::Text | NodeKind::Code => Some(tree.leaf_text(inner)),
                NodeKind::SoftBreak | NodeKind::HardBreak => Some(" "),
                _ => None,
            });
        events.push(Event::Picture {
            target,
            title,
            alternative: words.collect(),
        });
    }

    /// The figure whose link or picture `node` is.
    fn figure(&self, node: NodeId) -> Option<u32> {
        let figures = &self.case.figures;
        let span = self.tree().span(node);
        let at = figures.binary_search_by_key(&span.start, |figure| figure.span.start);
        at.ok().map(|index| index as u32)
    }

    /// Words, without the block's attributes, cut where a passage begins or ends.
    fn text(&self, node: NodeId, events: &mut Vec<Event<'a>>) {
        let tree = self.tree();
        let span = tree.span(node);
        let words = tree.leaf_text(node);
        let exact = words.len() == span.len() as usize;
        let attributes = self.attributes(node);
        if span.end <= attributes.start || span.start >= attributes.end || attributes.is_empty() {
            self.passages(words, span, exact, events);
            return;
        }
        if !exact {
            return;
        }
        let before = Span::new(span.start, attributes.start.max(span.start));
        let after = Span::new(attributes.end.min(span.end), span.end);
        if !before.is_empty() {
            self.passages(tree.slice(before), before, true, events);
        }
        // What stands between the words and their attributes; a note may follow.
        trim_end(events, 0);
        if !after.is_empty() {
            self.passages(tree.slice(after), after, true, events);
        }
    }

    /// Where the attributes of the block stand that `node` is in.
    fn attributes(&self, node: NodeId) -> Span {
        let texts = &self.case.parse.document.texts;
        let at = texts.partition_point(|text| text.node <= node);
        let Some(text) = at.checked_sub(1).map(|at| &texts[at]) else {
            return Span::default();
        };
        text.attributes.span
    }

    fn passages(&self, words: &'a str, span: Span, exact: bool, events: &mut Vec<Event<'a>>) {
        let first = self
            .passages
            .iter()
            .find(|(passage, _)| passage.start < span.end && span.start < passage.end);
        let Some(&(passage, why)) = first else {
            events.push(Event::Text(words, span));
            return;
        };
        let cut = |at: u32| (at.clamp(span.start, span.end) - span.start) as usize;
        let (from, to) = if exact {
            (cut(passage.start), cut(passage.end))
        } else {
            (0, words.len())
        };
        let (Some(before), Some(inside), Some(after)) =
            (words.get(..from), words.get(from..to), words.get(to..))
        else {
            events.push(Event::Text(words, span));
            return;
        };
        let at = |offset: usize| span.start + offset as u32;
        if !before.is_empty() {
            events.push(Event::Text(before, Span::new(span.start, at(from))));
        }
        events.push(Event::Open(Element::Passage(why)));
        events.push(Event::Text(
            inside,
            Span::new(at(from), at(to).min(span.end)),
        ));
        events.push(Event::Close(Element::Passage(why)));
        if !after.is_empty() {
            events.push(Event::Text(after, Span::new(at(to), span.end)));
        }
    }
}

/// Closes what ends before `node`.
fn close<'a>(open: &mut Vec<(u32, Element<'a>, usize)>, node: u32, events: &mut Vec<Event<'a>>) {
    while let Some(&(after, element, since)) = open.last() {
        if after > node {
            return;
        }
        open.pop();
        if !element.is_inline() {
            trim_end(events, since);
        }
        events.push(Event::Close(element));
    }
}

/// Takes white space off the end of a block, where its attributes stood.
fn trim_end(events: &mut Vec<Event<'_>>, since: usize) {
    while events.len() > since {
        let Some(Event::Text(words, _)) = events.last_mut() else {
            return;
        };
        *words = words.trim_end();
        if !words.is_empty() {
            return;
        }
        events.pop();
    }
}

/// The number that an ordered list begins with.
fn number(tree: &Tree, list: NodeId) -> Option<u64> {
    let text = tree.slice(tree.span(list)).trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    text[..digits].parse().ok()
}

/// The box of a task list's item.
fn ticked(tree: &Tree, item: NodeId) -> Option<bool> {
    let marker = tree
        .descendants(item)
        .take(4)
        .find(|&node| tree.kind(node) == NodeKind::TaskMarker)?;
    Some(!tree.slice(tree.span(marker)).contains("[ ]"))
}

/// How the columns of a table are set, by its second line.
fn alignments(table: &str) -> Vec<Align> {
    let line = table.lines().nth(1).unwrap_or("");
    let line = line.trim_matches(|c: char| c.is_whitespace() || c == '>' || c == '|');
    line.split('|')
        .map(|cell| {
            let cell = cell.trim();
            match (cell.starts_with(':'), cell.ends_with(':')) {
                (true, true) => Align::Middle,
                (false, true) => Align::End,
                _ => Align::Start,
            }
        })
        .collect()
}
