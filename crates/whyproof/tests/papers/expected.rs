//! What has to stand in a paper, read from the case's file by the parser alone, without what renders it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use whyproof_syntax::{
    Document, NodeKind, Parse, Payload, Place, Relation, Section, Statement, Text, TextId,
};

use super::forms::{Form, Notes, Piece};

/// What has to stand in a form of a case: `text` and `notes` one after the other, the rest anywhere.
pub(crate) struct Expected {
    pub(crate) text: Vec<Value>,
    pub(crate) notes: Vec<Value>,
    pub(crate) anywhere: Vec<Value>,
}

/// Reads what has to stand in a form of a case.
pub(crate) fn expected(parse: &Parse, form: &Form) -> Expected {
    let document = &parse.document;
    let mut text = Vec::new();
    let mut anywhere = Vec::new();
    for piece in form.shows {
        match piece {
            Piece::Title => text.extend(document.title),
            Piece::Lead => text.extend(lead(document)),
            Piece::Sections(roles) => {
                text.extend(sections(document, |section| {
                    section.role.is_some_and(|role| roles.contains(&role))
                }));
            }
            Piece::AllBut(roles) => {
                text.extend(sections(document, |section| {
                    section.role.is_none_or(|role| !roles.contains(&role))
                }));
            }
            Piece::Claims => text.extend(claims(document)),
            Piece::ClaimsAndWhysAnywhere => {
                anywhere.extend(claims(document));
                anywhere.extend(document.whys.iter().map(|why| why.head));
            }
        }
    }
    text.retain(|&id| is_said(document, id));
    let items = |ids: &[TextId]| ids.iter().map(|&id| item(document.text(id))).collect();
    Expected {
        notes: match form.notes {
            Notes::None => Vec::new(),
            which => notes(parse, &text, which),
        },
        text: items(&text),
        anywhere: items(&anywhere),
    }
}

/// What stands before the first section, without the title.
fn lead(document: &Document) -> impl Iterator<Item = TextId> {
    let texts = document.texts.iter().zip(0..);
    texts
        .filter(|(text, _)| text.section.is_none())
        .map(|(_, id)| TextId(id))
        .filter(|&id| document.title != Some(id))
}

/// The headings and blocks of sections. One that has no words, only code, is not expected.
fn sections(document: &Document, is_shown: impl Fn(&Section) -> bool) -> Vec<TextId> {
    let of = |section: &Section| {
        let texts = (section.texts.0.0..section.texts.1.0).map(TextId);
        let said: Vec<TextId> = texts.filter(|&id| is_said(document, id)).collect();
        let heading = (!said.is_empty()).then_some(section.heading);
        heading.into_iter().chain(said)
    };
    let shown = document.sections.iter().filter(|section| is_shown(section));
    shown.flat_map(of).collect()
}

fn claims(document: &Document) -> impl Iterator<Item = TextId> {
    let claim = |statement: &&Statement| {
        statement.relation == Relation::Claim && statement.reference.is_none()
    };
    let statements = document.statements.iter().filter(claim);
    statements.map(|statement| statement.head)
}

/// Whether a block is words of the narrative: no note, which stands apart, and no mere reference such as
/// `because #id`, which each form words as it likes.
fn is_said(document: &Document, id: TextId) -> bool {
    let mut statements = document.statements.iter();
    let refers = statements.any(|statement| statement.head == id && statement.reference.is_some());
    let text = document.text(id);
    !refers && !text.words.text.is_empty() && !matches!(text.place, Place::Footnote(_))
}

/// Notes in the order in which the blocks first refer to them; then, if all are wanted, the others.
fn notes(parse: &Parse, shown: &[TextId], which: Notes) -> Vec<Value> {
    let document = &parse.document;
    let marks = shown
        .iter()
        .flat_map(|&id| &document.text(id).words.marks)
        .filter_map(|mark| match parse.tree.payload(mark.node) {
            Some(Payload::Label(label)) => Some(label.to_lowercase()),
            _ => None,
        });
    let defined = document.footnotes.iter();
    let others = defined
        .filter(|_| which == Notes::All)
        .map(|note| note.label.to_lowercase());
    let mut known = BTreeSet::new();
    let labels = marks
        .chain(others)
        .filter(|label| known.insert(label.clone()));
    let found = labels.filter_map(|label| {
        let mut defined = document.footnotes.iter();
        defined.find(|note| note.label.to_lowercase() == label)
    });
    found
        .flat_map(|note| document.texts_in(note.texts))
        .filter(|(_, text)| !text.words.text.is_empty())
        .map(|(_, text)| item(text))
        .collect()
}

/// A block's words, cut where a note's mark stands.
fn item(text: &Text) -> Value {
    let words = text.words.text.as_str();
    let mut pieces = Vec::new();
    let mut from = 0;
    for mark in text.words.marks_of(NodeKind::FootnoteReference) {
        let at = mark.start as usize;
        pieces.push(&words[from..at]);
        from = at;
    }
    pieces.push(&words[from..]);
    pieces.retain(|piece| !piece.is_empty());
    let what = match (text.place, text.kind) {
        (Place::Footnote(_), _) => "note",
        (_, NodeKind::Heading(_)) => "heading",
        (_, NodeKind::TableCell) => "table cell",
        _ => "paragraph",
    };
    json!({ "what": what, "pieces": pieces })
}
