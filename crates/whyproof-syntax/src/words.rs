//! The words of a block as a reader sees them, with the way back to the source.

use crate::Span;
use crate::tree::{NodeId, NodeKind, Tree};

/// An inline node over a stretch of [`Words::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Link, image, code span, emphasis, or (of no length) a footnote's reference.
    pub kind: NodeKind,
    /// The node.
    pub node: NodeId,
    /// First byte in the words.
    pub start: u32,
    /// Byte after the last in the words.
    pub end: u32,
}

/// Plain words of one block: markup, footnote references, HTML and attributes left out, line breaks and runs
/// of white space as one space.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Inline nodes over them, in order of their start.
    pub marks: Vec<Mark>,
    /// Stretches of the words that map byte by byte onto the source, in order.
    pieces: Vec<Piece>,
    /// First byte of every code span and the byte after its last, in order.
    code: Vec<(u32, u32)>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    at: u32,
    len: u32,
    source: Span,
}

impl Words {
    /// Reads the words of `block` (a heading, a paragraph or a table's cell).
    pub(crate) fn read(tree: &Tree, block: NodeId) -> Self {
        let mut words = Words::default();
        let mut open: Vec<(u32, usize)> = Vec::new();
        let mut node = block.0 + 1;
        let end = tree.after(block).0;
        while node < end {
            while open.last().is_some_and(|&(after, _)| after <= node) {
                words.close_mark(&mut open);
            }
            let id = NodeId(node);
            let after = tree.after(id).0;
            match tree.kind(id) {
                NodeKind::Text => words.push(tree.leaf_text(id), tree.span(id)),
                NodeKind::Code => {
                    let start = words.text.len() as u32;
                    words.push(tree.leaf_text(id).trim(), tree.span(id));
                    words.mark(NodeKind::Code, id, start);
                    words.code.push((start, words.text.len() as u32));
                }
                NodeKind::SoftBreak | NodeKind::HardBreak => words.push(" ", tree.span(id)),
                NodeKind::FootnoteReference => {
                    let at = words.text.len() as u32;
                    words.mark(NodeKind::FootnoteReference, id, at);
                }
                NodeKind::Image => {
                    let at = words.text.len() as u32;
                    words.mark(NodeKind::Image, id, at);
                    node = after;
                    continue;
                }
                kind @ (NodeKind::Link
                | NodeKind::Emphasis
                | NodeKind::Strong
                | NodeKind::Strikethrough) => {
                    let start = words.text.len() as u32;
                    words.mark(kind, id, start);
                    open.push((after, words.marks.len() - 1));
                }
                _ => {}
            }
            node += 1;
        }
        while !open.is_empty() {
            words.close_mark(&mut open);
        }
        words.truncate(words.text.trim_end().len());
        words
    }

    fn mark(&mut self, kind: NodeKind, node: NodeId, start: u32) {
        self.marks.push(Mark {
            kind,
            node,
            start,
            end: self.text.len() as u32,
        });
    }

    fn close_mark(&mut self, open: &mut Vec<(u32, usize)>) {
        if let Some((_, mark)) = open.pop() {
            self.marks[mark].end = self.text.len() as u32;
        }
    }

    /// Appends `part`, whose source is `source`, with runs of white space made one space.
    fn push(&mut self, part: &str, source: Span) {
        let exact = part.len() as u32 == source.len();
        let mut from = 0;
        let bytes = part.as_bytes();
        while from < part.len() {
            let rest = &part[from..];
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                if !self.text.is_empty() && !self.text.ends_with(' ') {
                    self.piece(" ", sub(source, exact, from, from + blank));
                }
                from += blank;
                continue;
            }
            let mut to = from;
            // White space ends a run only where it is not a single plain space between words.
            while to < part.len() {
                let Some(step) = part[to..].chars().next() else {
                    break;
                };
                let next = to + step.len_utf8();
                let single = step == ' '
                    && bytes
                        .get(next)
                        .is_some_and(|&b| b.is_ascii_graphic() || b >= 0x80)
                    && part[next..]
                        .chars()
                        .next()
                        .is_some_and(|c| !c.is_whitespace());
                if step.is_whitespace() && !single {
                    break;
                }
                to = next;
            }
            self.piece(&part[from..to], sub(source, exact, from, to));
            from = to;
        }
    }

    fn piece(&mut self, part: &str, source: Span) {
        self.pieces.push(Piece {
            at: self.text.len() as u32,
            len: part.len() as u32,
            source,
        });
        self.text.push_str(part);
    }

    /// Cuts the words at `len`, on a character boundary.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
        let len = len as u32;
        for mark in &mut self.marks {
            mark.start = mark.start.min(len);
            mark.end = mark.end.min(len);
        }
        while self.pieces.last().is_some_and(|piece| piece.at >= len) {
            self.pieces.pop();
        }
        if let Some(last) = self.pieces.last_mut() {
            let kept = last.len.min(len - last.at);
            if last.source.len() == last.len {
                last.source.end = last.source.start + kept;
            }
            last.len = kept;
        }
    }

    /// The source of bytes `start..end` of the words.
    pub fn source(&self, start: usize, end: usize) -> Span {
        let (start, end) = (start as u32, end as u32);
        let first = self.offset(start, false);
        let last = if end > start {
            self.offset(end, true)
        } else {
            first
        };
        Span::new(first, last)
    }

    /// The source of all the words; empty at 0 where there are none.
    pub fn span(&self) -> Span {
        self.source(0, self.text.len())
    }

    fn offset(&self, at: u32, as_end: bool) -> u32 {
        let index = self.pieces.partition_point(|piece| {
            if as_end {
                piece.at < at
            } else {
                piece.at <= at
            }
        });
        let Some(piece) = index.checked_sub(1).and_then(|i| self.pieces.get(i)) else {
            return self.pieces.first().map_or(0, |piece| piece.source.start);
        };
        let into = (at - piece.at).min(piece.len);
        if piece.source.len() == piece.len {
            piece.source.start + into
        } else if into == 0 {
            piece.source.start
        } else if as_end || into == piece.len {
            piece.source.end
        } else {
            piece.source.start
        }
    }

    /// Marks of one kind.
    pub fn marks_of(&self, kind: NodeKind) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.kind == kind)
    }

    /// Whether byte `at` of the words stands in a code span.
    pub fn in_code(&self, at: usize) -> bool {
        let next = self.code.partition_point(|code| code.0 as usize <= at);
        let before = next.checked_sub(1).and_then(|last| self.code.get(last));
        before.is_some_and(|code| at < code.1 as usize)
    }
}

/// The part `from..to` of `source`, where words and source have the same bytes.
fn sub(source: Span, exact: bool, from: usize, to: usize) -> Span {
    if exact {
        Span::new(source.start + from as u32, source.start + to as u32)
    } else {
        source
    }
}
