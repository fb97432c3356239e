//! The sheet of a story on paper.

use super::super::{PRIVATE, StorySheet};
use crate::print::Pen;

/// A story's sheet; in smaller letters where `close`.
pub(super) fn write(pen: &mut Pen, story: &StorySheet, at: usize, of: usize, close: bool) {
    pen.raw("#pagebreak(weak: true)\n");
    pen.raw(if close { "#close[" } else { "#sheet[" });
    pen.raw(&format!("#metadata(0)<sheet-{at}>\n"));
    pen.call("kicker", &[&format!("Story {} of {of}", at + 1)]);
    pen.heading(1, story.name());
    let told = [("When", &story.when), ("My part", &story.my_part)];
    for (label, value) in told {
        if let Some(value) = value {
            part(pen, label).words(value).end();
        }
    }
    if !story.share.is_empty() {
        part(pen, "To be shared").list(&story.share).end();
    }
    for (heading, paragraphs) in &story.parts {
        part(pen, heading);
        for paragraph in paragraphs {
            pen.words(paragraph).raw("\n\n");
        }
        pen.end();
    }
    if !story.numbers.is_empty() {
        part(pen, "Numbers at hand").list(&story.numbers).end();
    }
    if !story.hardest.is_empty() {
        part(pen, "The hardest questions")
            .list(&story.hardest)
            .end();
    }
    if let Some(notes) = &story.notes {
        private(pen, notes);
    }
    pen.raw(&format!("#metadata(0)<sheet-end-{at}>\n]\n#rest()\n\n"));
}

fn part<'p>(pen: &'p mut Pen, label: &str) -> &'p mut Pen {
    pen.raw("#part").block(label).raw("[")
}

/// What stands nowhere else, and says so.
pub(super) fn private(pen: &mut Pen, words: &str) {
    pen.raw("#private")
        .block(PRIVATE)
        .raw("[")
        .paragraphs(words)
        .end();
}
