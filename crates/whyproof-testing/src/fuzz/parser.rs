//! Any text parses, and the tree keeps all of it.

use whyproof_syntax::{Document, Parse, Relation, Tree, WhyTarget, Words, parse};

use super::{text, within};

/// The target `parser`.
pub fn parser(data: &[u8]) {
    parsed(&text(data));
}

/// Parses `text` and asserts what holds for any parse.
pub fn parsed(text: &str) -> Parse {
    let parse = parse(text);
    assert_eq!(parse.tree.text(), text, "the tree lost something");
    leaves_tile(&parse.tree);
    spans(text, &parse);
    for block in &parse.document.texts {
        words_lead_back(text, &block.words);
    }
    references(&parse.document);
    parse
}

/// Leaves stand one after the other, and every node within its parent.
fn leaves_tile(tree: &Tree) {
    let mut at = 0;
    for node in std::iter::once(tree.root()).chain(tree.descendants(tree.root())) {
        let span = tree.span(node);
        within(tree.source(), span, "a node");
        if let Some(parent) = tree.parent(node) {
            assert!(parent < node && node < tree.after(parent), "parents first");
            assert!(tree.span(parent).contains(span), "a node within its parent");
        }
        if tree.after(node).0 == node.0 + 1 {
            assert_eq!(span.start, at, "a leaf begins where the last one ended");
            at = span.end;
        }
    }
    assert_eq!(at as usize, tree.source().len(), "leaves reach the end");
}

fn spans(text: &str, parse: &Parse) {
    let document = &parse.document;
    for block in &document.texts {
        within(text, block.span, "a text block");
        within(text, block.words.span(), "words");
        within(text, block.attributes.span, "attributes");
        for pair in &block.attributes.pairs {
            within(text, pair.span, "an attribute");
        }
        if let Some((_, span)) = &block.attributes.id {
            within(text, *span, "an id");
        }
    }
    for section in &document.sections {
        within(text, section.span, "a section");
    }
    for footnote in &document.footnotes {
        within(text, footnote.span, "a footnote");
    }
    for fence in &document.fences {
        within(text, fence.span, "a fenced block");
        assert!(text.is_char_boundary(fence.code_start as usize));
        for pair in &fence.attributes.pairs {
            within(text, pair.span, "a fenced block's attribute");
        }
    }
    if let Some(front) = document.front_matter {
        within(text, front.span, "front matter");
        within(text, front.yaml, "YAML");
        assert!(front.span.contains(front.yaml));
    }
    for diagnostic in &parse.diagnostics {
        within(text, diagnostic.span, diagnostic.id);
        let line = parse.lines.line_column(text, diagnostic.span.start);
        assert!(line.line >= 1 && line.line <= parse.lines.count());
    }
}

/// Every letter of the words leads to a stretch of the source that has it, or an entity in its place.
fn words_lead_back(text: &str, words: &Words) {
    let mut last = 0;
    for (at, letter) in words.text.char_indices() {
        let span = words.source(at, at + letter.len_utf8());
        within(text, span, "a letter");
        assert!(
            span.start >= last,
            "letters stand in the order of the source"
        );
        last = span.start;
        let source = &text[span.range()];
        assert!(
            !letter.is_alphanumeric() || source.contains(letter) || source.contains('&'),
            "{letter:?} was read from {source:?}"
        );
    }
    for mark in &words.marks {
        assert!(
            words
                .text
                .get(mark.start as usize..mark.end as usize)
                .is_some()
        );
    }
}

/// Statements and whys stand under what came before them.
fn references(document: &Document) {
    let texts = document.texts.len() as u32;
    for (index, statement) in (0..).zip(&document.statements) {
        assert!(statement.own.iter().all(|own| own.0 < texts));
        assert_eq!(statement.own.first(), Some(&statement.head));
        let words = &document.text(statement.head).words.text;
        assert!(words.is_char_boundary(statement.words_from as usize));
        match statement.relation {
            Relation::Reason { of, .. } => assert!(of < index),
            Relation::Objection { to } => assert!(to < index),
            Relation::Claim | Relation::CaseObjection => {}
        }
    }
    for (index, why) in (0..).zip(&document.whys) {
        assert!(why.head.0 < texts && why.answer.iter().all(|block| block.0 < texts));
        match why.target {
            WhyTarget::Answer(other) => assert!(other < index),
            WhyTarget::Statement(statement) => {
                assert!((statement as usize) < document.statements.len());
            }
            WhyTarget::Case => {}
        }
    }
}
