//! Footnotes, numbered as a reader meets them.

use std::collections::BTreeMap;

use whyproof_case::Case;

use super::event::Event;

/// A footnote.
#[derive(Debug, Clone)]
pub struct Note<'a> {
    /// Its label in the file.
    pub label: &'a str,
    /// Its evidence, by index; none for a note that is no evidence.
    pub evidence: Option<u32>,
    /// How many references lead to it.
    pub references: u32,
    /// What it says.
    pub flow: Vec<Event<'a>>,
}

/// The footnotes by label, and the numbers they were given.
#[derive(Debug)]
pub(super) struct Numbers<'a> {
    /// The first definition of each label in small letters, by index in the document.
    defined: BTreeMap<String, u32>,
    /// Notes in the order in which they were referred to: the definition's index, and the references so far.
    pub(super) order: Vec<(u32, u32)>,
    /// Place in `order`, by definition.
    placed: BTreeMap<u32, u32>,
    case: &'a Case,
}

impl<'a> Numbers<'a> {
    pub(super) fn new(case: &'a Case) -> Numbers<'a> {
        let mut defined = BTreeMap::new();
        for (index, footnote) in case.parse.document.footnotes.iter().enumerate() {
            defined
                .entry(footnote.label.to_lowercase())
                .or_insert(index as u32);
        }
        Numbers {
            defined,
            order: Vec::new(),
            placed: BTreeMap::new(),
            case,
        }
    }

    /// A reference: the note's number from 0, and which reference to it this is.
    pub(super) fn refer(&mut self, label: &str) -> Option<(u32, u32)> {
        let &definition = self.defined.get(&label.to_lowercase())?;
        let note = self.place(definition);
        let references = &mut self.order[note as usize].1;
        *references += 1;
        Some((note, *references - 1))
    }

    /// Gives a definition its number, if it has none.
    pub(super) fn place(&mut self, definition: u32) -> u32 {
        let next = self.order.len() as u32;
        let note = *self.placed.entry(definition).or_insert(next);
        if note == next {
            self.order.push((definition, 0));
        }
        note
    }

    /// The note of a definition, without its words.
    pub(super) fn note(&self, definition: u32) -> Note<'a> {
        let footnote = &self.case.parse.document.footnotes[definition as usize];
        let evidence = self
            .case
            .evidence
            .iter()
            .position(|evidence| evidence.span == footnote.span);
        Note {
            label: &footnote.label,
            evidence: evidence.map(|index| index as u32),
            references: 0,
            flow: Vec::new(),
        }
    }
}
