//! The footnotes: evidence says where it is on the author's word only.

use super::DocxOptions;
use super::place::Place;
use super::setter::{Set, Setter, Shared};
use crate::manuscript::{Element, Event, Manuscript};

/// What is said of evidence that does not count.
pub(super) const ON_WORD: &str = "On the author’s word.";

/// The footnotes in the order of their numbers.
pub(super) fn footnotes(
    manuscript: &Manuscript<'_>,
    options: &DocxOptions<'_>,
    shared: &mut Shared,
) -> Set {
    let order = shared.order.clone();
    let mut setter = Setter::body(manuscript, options, shared);
    for (number, note) in (1..).zip(order) {
        let Some(note) = manuscript.notes.get(note as usize) else {
            continue;
        };
        let id: u32 = number;
        setter.pen.open("w:footnote", &[("w:id", &id.to_string())]);
        setter.note_sign = true;
        setter.place = Place::Note;
        setter.levels.clear();
        let evidence = note
            .evidence
            .and_then(|at| manuscript.case.evidence.get(at as usize));
        let on_word = evidence.is_some_and(|evidence| !evidence.counts());
        let last = note
            .flow
            .iter()
            .rposition(|event| matches!(event, Event::Close(Element::Paragraph(_))));
        for (at, event) in note.flow.iter().enumerate() {
            if on_word && Some(at) == last {
                setter.said_on_word();
            }
            setter.event(event);
        }
        setter.end();
        if last.is_none() || setter.note_sign {
            setter.begin("FootnoteText", "", None);
            if on_word {
                setter.said_on_word();
            }
            setter.end();
        }
        setter.pen.close("w:footnote");
    }
    setter.finish()
}

impl Setter<'_, '_, '_> {
    fn said_on_word(&mut self) {
        self.close_links();
        self.pen
            .raw("<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\"> ");
        self.pen.words(ON_WORD);
        self.pen.raw("</w:t></w:r>");
    }
}
