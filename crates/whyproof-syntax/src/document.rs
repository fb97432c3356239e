//! The typed view: front matter, sections, text blocks, footnotes, fenced blocks, statements and whys.

use crate::attributes::{self, Attributes};
use crate::role::Role;
use crate::statement::{self, Statement, Why};
use crate::tree::{NodeId, NodeKind, Payload, Tree};
use crate::words::Words;
use crate::{Diagnostic, Span, question};

/// A [`Text`] of a [`Document`]: its place in file order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(pub u32);

/// In what a text block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the narrative.
    Body,
    /// In a block quotation: somebody else's words.
    Quote,
    /// In a table.
    Table,
    /// In the definition of a footnote, by its index in [`Document::footnotes`].
    Footnote(u32),
}

/// A heading, a paragraph (also a list item's) or a table's cell.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its node.
    pub node: NodeId,
    /// [`NodeKind::Heading`], [`NodeKind::Paragraph`] or [`NodeKind::TableCell`].
    pub kind: NodeKind,
    /// Where it stands, without white space at its end.
    pub span: Span,
    /// Its words, without attributes.
    pub words: Words,
    /// Its attributes.
    pub attributes: Attributes,
    /// In what it stands.
    pub place: Place,
    /// Its section, by index; none before the first level-2 heading.
    pub section: Option<u32>,
}

/// A level-2 heading and what stands under it.
#[derive(Debug, Clone)]
pub struct Section {
    /// The heading.
    pub heading: TextId,
    /// The heading's words.
    pub title: String,
    /// What the heading makes of it; none for an unknown section, which is prose.
    pub role: Option<Role>,
    /// From the heading to the next section.
    pub span: Span,
    /// Its blocks in order, footnote definitions left out.
    pub blocks: Vec<NodeId>,
    /// Its text blocks after the heading: first and one past the last.
    pub texts: (TextId, TextId),
}

/// The YAML between the first lines of hyphens.
#[derive(Debug, Clone, Copy)]
pub struct FrontMatter {
    /// All of it, with its fences.
    pub span: Span,
    /// The YAML.
    pub yaml: Span,
}

/// The definition of a footnote.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// Its label.
    pub label: String,
    /// Its node.
    pub node: NodeId,
    /// All of it.
    pub span: Span,
    /// Its text blocks: first and one past the last.
    pub texts: (TextId, TextId),
    /// The attributes at its end.
    pub attributes: Attributes,
}

/// A fenced code block.
#[derive(Debug, Clone)]
pub struct Fence {
    /// Its node.
    pub node: NodeId,
    /// Where it stands.
    pub span: Span,
    /// First word of the info string, in small letters.
    pub language: String,
    /// Second word of the info string.
    pub name: Option<String>,
    /// `key="value"` after the name.
    pub attributes: Attributes,
    /// What stands between the fences.
    pub code: String,
    /// First byte of the line after the opening fence.
    pub code_start: u32,
}

/// The typed view of a tree.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The front matter.
    pub front_matter: Option<FrontMatter>,
    /// The first level-1 heading.
    pub title: Option<TextId>,
    /// Level-2 sections in order.
    pub sections: Vec<Section>,
    /// Text blocks in order.
    pub texts: Vec<Text>,
    /// Footnote definitions in order.
    pub footnotes: Vec<Footnote>,
    /// Fenced blocks in order.
    pub fences: Vec<Fence>,
    /// The statements of *Case*, in order.
    pub statements: Vec<Statement>,
    /// The whys of *Case* and *Questions*, in order.
    pub whys: Vec<Why>,
}

impl Document {
    /// A text block.
    pub fn text(&self, id: TextId) -> &Text {
        &self.texts[id.0 as usize]
    }

    /// The text blocks from `range.0` to before `range.1`, with their ids.
    pub fn texts_in(&self, range: (TextId, TextId)) -> impl Iterator<Item = (TextId, &Text)> {
        let ids = range.0.0..range.1.0.min(self.texts.len() as u32);
        ids.map(|id| (TextId(id), &self.texts[id as usize]))
    }

    /// The text blocks within `node`.
    pub fn texts_under(&self, tree: &Tree, node: NodeId) -> (TextId, TextId) {
        let from = self.texts.partition_point(|text| text.node < node);
        let to = self
            .texts
            .partition_point(|text| text.node < tree.after(node));
        (TextId(from as u32), TextId(to as u32))
    }

    /// The text block of `node`, where it is one.
    pub fn text_of(&self, node: NodeId) -> Option<TextId> {
        let at = self
            .texts
            .binary_search_by_key(&node, |text| text.node)
            .ok()?;
        Some(TextId(at as u32))
    }

    /// Sections with a role.
    pub fn sections_of(&self, role: Role) -> impl Iterator<Item = &Section> {
        self.sections
            .iter()
            .filter(move |section| section.role == Some(role))
    }

    /// The role of the section that a text block stands in.
    pub fn role_of(&self, text: &Text) -> Option<Role> {
        self.sections.get(text.section? as usize)?.role
    }
}

pub(crate) fn read(tree: &Tree, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let mut document = Document {
        front_matter: front_matter(tree),
        ..Document::default()
    };
    read_texts(tree, &mut document, diagnostics);
    read_comments(tree, &mut document, diagnostics);
    for index in 0..document.footnotes.len() {
        let (from, to) = document.texts_under(tree, document.footnotes[index].node);
        document.footnotes[index].texts = (from, to);
        if let Some(last) = document.texts[from.0 as usize..to.0 as usize].last() {
            document.footnotes[index].attributes = last.attributes.clone();
        }
    }
    read_sections(tree, &mut document);
    statement::read(tree, &mut document);
    question::read(tree, &mut document);
    document
}

fn front_matter(tree: &Tree) -> Option<FrontMatter> {
    let node = tree
        .children(tree.root())
        .take(2)
        .find(|&node| tree.kind(node) == NodeKind::FrontMatter)?;
    let span = tree.span(node);
    let text = tree.slice(span);
    let first = text.find('\n').map_or(text.len(), |at| at + 1);
    let last = text
        .trim_end()
        .rfind('\n')
        .map_or(first, |at| at + 1)
        .max(first);
    Some(FrontMatter {
        span,
        yaml: Span::new(span.start + first as u32, span.start + last as u32),
    })
}

/// Every heading, paragraph and cell, and every fence and footnote, in one walk.
fn read_texts(tree: &Tree, document: &mut Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut quote_end = 0;
    let mut footnote_end = 0;
    let mut node = 1;
    while node < tree.len() as u32 {
        let id = NodeId(node);
        match tree.kind(id) {
            NodeKind::BlockQuote => quote_end = quote_end.max(tree.after(id).0),
            NodeKind::FootnoteDefinition => {
                footnote_end = tree.after(id).0;
                document.footnotes.push(footnote(tree, id));
            }
            NodeKind::FencedCode => {
                document.fences.push(fence(tree, id, diagnostics));
                node = tree.after(id).0;
                continue;
            }
            kind @ (NodeKind::Heading(_) | NodeKind::Paragraph | NodeKind::TableCell) => {
                let place = if node < footnote_end {
                    Place::Footnote(document.footnotes.len() as u32 - 1)
                } else if node < quote_end {
                    Place::Quote
                } else if kind == NodeKind::TableCell {
                    Place::Table
                } else {
                    Place::Body
                };
                document
                    .texts
                    .push(text(tree, id, kind, place, diagnostics));
                node = tree.after(id).0;
                continue;
            }
            _ => {}
        }
        node += 1;
    }
}

fn text(
    tree: &Tree,
    node: NodeId,
    kind: NodeKind,
    place: Place,
    diagnostics: &mut Vec<Diagnostic>,
) -> Text {
    let mut words = Words::read(tree, node);
    let mut attributes = Attributes::default();
    attributes::take(&mut words, &mut attributes, diagnostics);
    for inline in tree
        .descendants(node)
        .filter(|&n| tree.kind(n) == NodeKind::Html)
    {
        attributes::take_comment(
            tree.slice(tree.span(inline)),
            tree.span(inline),
            &mut attributes,
            diagnostics,
        );
    }
    let span = tree.span(node);
    let kept = tree.slice(span).trim_end().len() as u32;
    Text {
        node,
        kind,
        span: Span::new(span.start, span.start + kept),
        words,
        attributes,
        place,
        section: None,
    }
}

/// A comment that is a block of its own speaks for the block just before it.
fn read_comments(tree: &Tree, document: &mut Document, diagnostics: &mut Vec<Diagnostic>) {
    let mut before: Vec<Option<NodeId>> = vec![None];
    let mut ends: Vec<u32> = vec![tree.len() as u32];
    for node in tree.descendants(tree.root()) {
        while ends.len() > 1 && ends.last().is_some_and(|&end| end <= node.0) {
            ends.pop();
            before.pop();
        }
        let kind = tree.kind(node);
        if kind == NodeKind::HtmlBlock
            && let Some(text) = before
                .last()
                .copied()
                .flatten()
                .and_then(|b| document.text_of(b))
        {
            let attributes = &mut document.texts[text.0 as usize].attributes;
            let span = tree.span(node);
            let html = tree.slice(span).trim_end();
            let span = Span::new(span.start, span.start + html.len() as u32);
            attributes::take_comment(html, span, attributes, diagnostics);
        } else if kind != NodeKind::Markup
            && !kind.is_inline()
            && let Some(last) = before.last_mut()
        {
            *last = Some(node);
        }
        if matches!(
            kind,
            NodeKind::List | NodeKind::Item | NodeKind::BlockQuote | NodeKind::FootnoteDefinition
        ) {
            ends.push(tree.after(node).0);
            before.push(None);
        }
    }
}

fn footnote(tree: &Tree, node: NodeId) -> Footnote {
    let label = match tree.payload(node) {
        Some(Payload::Label(label)) => label.to_string(),
        _ => String::new(),
    };
    let none = (TextId(0), TextId(0));
    Footnote {
        label,
        node,
        span: tree.span(node),
        texts: none,
        attributes: Attributes::default(),
    }
}

/// The first word of `text`, and what comes after it.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim())
}

fn fence(tree: &Tree, node: NodeId, diagnostics: &mut Vec<Diagnostic>) -> Fence {
    let info = match tree.payload(node) {
        Some(Payload::Info(info)) => info.to_string(),
        _ => String::new(),
    };
    let span = tree.span(node);
    let (language, after) = first_word(&info);
    let language = language.to_lowercase();
    let (word, after_name) = first_word(after);
    let is_name = !word.is_empty() && !word.contains(['=', '{']);
    let name = is_name.then(|| word.to_owned());
    let rest = if is_name { after_name } else { after };
    let mut attributes = Attributes::default();
    if !rest.is_empty() {
        let list = rest
            .strip_prefix('{')
            .and_then(|r| r.strip_suffix('}'))
            .unwrap_or(rest);
        let line = tree.slice(span).lines().next().unwrap_or("");
        // An info string with escapes or entities does not stand in the source as it is read.
        let verbatim = line.rfind(list).map(|at| span.start + at as u32);
        let place = Span::new(
            verbatim.unwrap_or(span.start),
            span.start + line.len() as u32,
        );
        attributes::take_list(list, place, verbatim, &mut attributes, diagnostics);
    }
    let first_line = tree
        .slice(span)
        .find('\n')
        .map_or(span.len(), |at| at as u32 + 1);
    Fence {
        node,
        span,
        language,
        name,
        attributes,
        code: tree.code(node),
        code_start: span.start + first_line,
    }
}

fn read_sections(tree: &Tree, document: &mut Document) {
    let mut open = false;
    let end = tree.span(tree.root()).end;
    for node in tree.children(tree.root()) {
        let kind = tree.kind(node);
        if let (NodeKind::Heading(level @ 1..=2), Some(text)) = (kind, document.text_of(node)) {
            let start = tree.span(node).start;
            if let Some(last) = document.sections.last_mut().filter(|_| open) {
                last.span.end = start;
                last.texts.1 = text;
            }
            open = level == 2;
            if open {
                let title = document.text(text).words.text.clone();
                let role = Role::of(&title);
                let texts = (TextId(text.0 + 1), TextId(document.texts.len() as u32));
                let span = Span::new(start, end);
                document.sections.push(Section {
                    heading: text,
                    title,
                    role,
                    span,
                    blocks: Vec::new(),
                    texts,
                });
            } else if document.title.is_none() {
                document.title = Some(text);
            }
        } else if open
            && !matches!(kind, NodeKind::Markup | NodeKind::FootnoteDefinition)
            && let Some(section) = document.sections.last_mut()
        {
            section.blocks.push(node);
        }
    }
    for (index, section) in document.sections.iter().enumerate() {
        for id in section.heading.0..section.texts.1.0 {
            if let Some(text) = document.texts.get_mut(id as usize) {
                text.section = Some(index as u32);
            }
        }
    }
}
