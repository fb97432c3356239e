//! From pulldown-cmark's events to the lossless tree. Bytes that no event covers become markup leaves, and a
//! range that would overlap what stands already is cut, so that the leaves tile the text by construction.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use crate::comments::{self, Shadow};
use crate::tree::{NodeData, NodeId, NodeKind, Payload, Tree};
use crate::{Diagnostic, Severity, Span};

pub(crate) fn build(text: &str, diagnostics: &mut Vec<Diagnostic>) -> Tree {
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let body = front_matter_end(text, bom, diagnostics);
    let mut builder = Builder {
        text,
        nodes: Vec::new(),
        payloads: Vec::new(),
        stack: Vec::new(),
        cursor: 0,
        shadow: None,
    };
    let shadow = comments::shadow(text);
    let read = shadow.as_ref().map_or(text, |shadow| shadow.text.as_str());
    builder.shadow = shadow.as_ref();
    builder.open(NodeKind::Document, 0, text.len() as u32);
    if body > bom as u32 {
        builder.leaf(NodeKind::FrontMatter, bom as u32, body);
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let offset = body.max(bom as u32);
    for (event, range) in Parser::new_ext(&read[offset as usize..], options).into_offset_iter() {
        builder.event(
            event,
            range.start as u32 + offset,
            range.end as u32 + offset,
        );
    }
    while !builder.stack.is_empty() {
        builder.close();
    }
    Tree {
        text: text.into(),
        nodes: builder.nodes,
        payloads: builder.payloads,
    }
}

/// Byte after the front matter's closing line; `bom` where there is none.
fn front_matter_end(text: &str, bom: usize, diagnostics: &mut Vec<Diagnostic>) -> u32 {
    let mut lines = text[bom..].split_inclusive('\n');
    let Some(first) = lines.next() else {
        return bom as u32;
    };
    if first.trim_end() != "---" {
        // A formatter that found no end to the front matter took its first line for a rule, and rewrote it.
        let next = lines.map(str::trim).find(|line| !line.is_empty());
        if matches!(first.trim_end(), "***" | "___") && next.is_some_and(is_front) {
            diagnostics.push(not_closed(bom, first));
        }
        return bom as u32;
    }
    let mut at = bom + first.len();
    for line in lines {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return at as u32;
        }
    }
    let second = text[bom + first.len()..].lines().next().unwrap_or("");
    if second.contains(':') {
        diagnostics.push(not_closed(bom, first));
    }
    bom as u32
}

/// Whether a line begins with a key that front matter has.
fn is_front(line: &str) -> bool {
    let keys = ["kind", "owner", "bar", "ladder", "when", "my part", "share"];
    line.split_once(':')
        .is_some_and(|(key, _)| keys.contains(&key))
}

fn not_closed(at: usize, first: &str) -> Diagnostic {
    let span = Span::new(at as u32, (at + first.trim_end().len()) as u32);
    let message = "The front matter is not closed";
    Diagnostic::new("front-matter", Severity::Error, span, message).help(
        "Put a line of three hyphens, `---`, before its first key, and another after its last one.",
    )
}

struct Builder<'t> {
    text: &'t str,
    nodes: Vec<NodeData>,
    payloads: Vec<(NodeId, Payload)>,
    /// Open nodes, each with the end that its event gave.
    stack: Vec<(u32, u32)>,
    cursor: u32,
    /// What the parser reads instead of the text, where that differs.
    shadow: Option<&'t Shadow>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, start: u32, end: u32) {
        match event {
            Event::Start(tag) => self.start(tag, start, end),
            Event::End(_) => {
                self.close_implicit_paragraph();
                self.close();
            }
            Event::Text(text) => self.text(&text, start, end),
            Event::Code(text) => {
                self.inline_leaf(NodeKind::Code, start, end);
                let text = self.restored(&text, start, end);
                self.decode_last(&text);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.inline_leaf(NodeKind::Text, start, end)
            }
            Event::Html(_) => self.leaf(NodeKind::Html, start, end),
            Event::InlineHtml(_) => self.inline_leaf(NodeKind::Html, start, end),
            Event::FootnoteReference(label) => {
                self.inline_leaf(NodeKind::FootnoteReference, start, end);
                let label = self.restored(&label, start, end);
                self.carry(Payload::Label(label.as_ref().into()));
            }
            Event::SoftBreak => self.inline_leaf(NodeKind::SoftBreak, start, end),
            Event::HardBreak => self.inline_leaf(NodeKind::HardBreak, start, end),
            Event::Rule => {
                self.close_implicit_paragraph();
                self.leaf(NodeKind::Rule, start, end);
            }
            Event::TaskListMarker(_) => self.inline_leaf(NodeKind::TaskMarker, start, end),
        }
    }

    fn start(&mut self, tag: Tag<'_>, start: u32, end: u32) {
        let (kind, payload) = kind_of(tag);
        if kind.is_inline() {
            self.open_implicit_paragraph(start);
        } else {
            self.close_implicit_paragraph();
        }
        self.open(kind, start, end);
        if let Some(mut payload) = payload {
            for part in payload.parts() {
                if let Cow::Owned(restored) = self.restored(part, start, end) {
                    *part = restored.into();
                }
            }
            let node = self.stack.last().map_or(0, |top| top.0);
            self.payloads.push((NodeId(node), payload));
        }
    }

    /// Words, and comments that the shadow made words of.
    fn text(&mut self, text: &str, start: u32, end: u32) {
        let code = matches!(
            self.top_kind(),
            NodeKind::FencedCode | NodeKind::IndentedCode
        );
        let exact = !code && text.len() as u32 == end.saturating_sub(start);
        let masks = self.shadow.filter(|_| exact);
        let masks = masks.map_or(&[][..], |shadow| shadow.within(Span::new(start, end)));
        if masks.is_empty() {
            self.inline_leaf(NodeKind::Text, start, end);
            let text = self.restored(text, start, end);
            self.decode_last(&text);
            return;
        }
        let mut at = start;
        for mask in masks {
            if at < mask.start {
                self.inline_leaf(NodeKind::Text, at, mask.start);
            }
            self.inline_leaf(NodeKind::Html, mask.start, mask.end);
            at = mask.end;
        }
        if at < end {
            self.inline_leaf(NodeKind::Text, at, end);
        }
    }

    /// What the parser gives of `start..end`, as the text has it.
    fn restored<'p>(&self, part: &'p str, start: u32, end: u32) -> Cow<'p, str> {
        match self.shadow {
            Some(shadow) => Cow::Owned(shadow.restore(part, Span::new(start, end), self.text)),
            None => Cow::Borrowed(part),
        }
    }

    fn top_kind(&self) -> NodeKind {
        self.stack
            .last()
            .map_or(NodeKind::Document, |top| self.nodes[top.0 as usize].kind)
    }

    /// A tight item's words have no paragraph of their own; give them one.
    fn open_implicit_paragraph(&mut self, start: u32) {
        if matches!(
            self.top_kind(),
            NodeKind::Item | NodeKind::FootnoteDefinition | NodeKind::BlockQuote
        ) {
            let end = self.stack.last().map_or(start, |top| top.1);
            self.open(NodeKind::Paragraph, start, end);
            if let Some(top) = self.stack.last_mut() {
                top.1 = u32::MAX;
            }
        }
    }

    /// An implicit paragraph is known by its open end.
    fn close_implicit_paragraph(&mut self) {
        if let Some(top) = self.stack.last_mut()
            && top.1 == u32::MAX
        {
            top.1 = self.cursor;
            self.close();
        }
    }

    fn inline_leaf(&mut self, kind: NodeKind, start: u32, end: u32) {
        self.open_implicit_paragraph(start);
        self.leaf(kind, start, end);
    }

    fn limit(&self) -> u32 {
        self.stack
            .iter()
            .rev()
            .map(|top| top.1)
            .find(|&end| end != u32::MAX)
            .unwrap_or(self.text.len() as u32)
    }

    fn clamp(&self, start: u32, end: u32) -> (u32, u32) {
        let limit = self.limit().max(self.cursor);
        let start = start.clamp(self.cursor, limit);
        (start, end.clamp(start, limit))
    }

    fn open(&mut self, kind: NodeKind, start: u32, end: u32) {
        let (start, end) = self.clamp(start, end);
        self.fill(start);
        let node = self.push(kind, Span::new(start, end));
        self.stack.push((node, end));
    }

    fn leaf(&mut self, kind: NodeKind, start: u32, end: u32) {
        let (start, end) = self.clamp(start, end);
        self.fill(start);
        self.push(kind, Span::new(start, end));
        self.cursor = end;
    }

    fn close(&mut self) {
        if let Some((node, end)) = self.stack.pop() {
            let end = if end == u32::MAX { self.cursor } else { end };
            if end > self.cursor || self.nodes.len() as u32 == node + 1 {
                self.stack.push((node, end));
                self.fill_always(end.max(self.cursor));
                self.stack.pop();
            }
            let after = self.nodes.len() as u32;
            let data = &mut self.nodes[node as usize];
            data.span.end = end.max(data.span.start);
            data.after = after;
        }
    }

    /// Bytes up to `to` that no event covered.
    fn fill(&mut self, to: u32) {
        if to > self.cursor {
            self.fill_always(to);
        }
    }

    fn fill_always(&mut self, to: u32) {
        self.push(NodeKind::Markup, Span::new(self.cursor, to));
        self.cursor = to;
    }

    fn push(&mut self, kind: NodeKind, span: Span) -> u32 {
        let node = self.nodes.len() as u32;
        let parent = self.stack.last().map_or(0, |top| top.0);
        self.nodes.push(NodeData {
            kind,
            span,
            parent,
            after: node + 1,
        });
        node
    }

    fn carry(&mut self, payload: Payload) {
        self.payloads
            .push((NodeId(self.nodes.len() as u32 - 1), payload));
    }

    fn decode_last(&mut self, text: &str) {
        if self
            .nodes
            .last()
            .is_some_and(|node| &self.text[node.span.range()] != text)
        {
            self.carry(Payload::Decoded(text.into()));
        }
    }
}

fn kind_of(tag: Tag<'_>) -> (NodeKind, Option<Payload>) {
    let link = |target: &str, title: &str| {
        Some(Payload::Link {
            target: target.into(),
            title: title.into(),
        })
    };
    match tag {
        Tag::Paragraph => (NodeKind::Paragraph, None),
        Tag::Heading { level, .. } => (NodeKind::Heading(level as u8), None),
        Tag::BlockQuote(_) => (NodeKind::BlockQuote, None),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => (
            NodeKind::FencedCode,
            Some(Payload::Info(info.as_ref().into())),
        ),
        Tag::CodeBlock(CodeBlockKind::Indented) => (NodeKind::IndentedCode, None),
        Tag::HtmlBlock => (NodeKind::HtmlBlock, None),
        Tag::List(_) => (NodeKind::List, None),
        Tag::Item => (NodeKind::Item, None),
        Tag::FootnoteDefinition(label) => (
            NodeKind::FootnoteDefinition,
            Some(Payload::Label(label.as_ref().into())),
        ),
        Tag::Table(_) => (NodeKind::Table, None),
        Tag::TableHead => (NodeKind::TableHead, None),
        Tag::TableRow => (NodeKind::TableRow, None),
        Tag::TableCell => (NodeKind::TableCell, None),
        Tag::Emphasis => (NodeKind::Emphasis, None),
        Tag::Strong => (NodeKind::Strong, None),
        Tag::Strikethrough => (NodeKind::Strikethrough, None),
        Tag::Link {
            dest_url, title, ..
        } => (NodeKind::Link, link(&dest_url, &title)),
        Tag::Image {
            dest_url, title, ..
        } => (NodeKind::Image, link(&dest_url, &title)),
        // Their extensions are off; were one to come, its words stay.
        Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Superscript
        | Tag::Subscript
        | Tag::MetadataBlock(_) => (NodeKind::Paragraph, None),
    }
}
