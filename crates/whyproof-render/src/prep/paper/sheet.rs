//! The sheet of a story on paper.

use super::super::PRIVATE;
use super::super::book::{Said, StorySheet, pieces};
use crate::print::Pen;

/// A story's sheet; in smaller letters where `close`.
pub(super) fn write(pen: &mut Pen, story: &StorySheet, at: usize, of: usize, close: bool) {
    match at {
        0 => pen.call("chapter", &["Stories"]),
        _ => pen.raw("#pagebreak(weak: true)\n"),
    };
    pen.raw(if close { "#close[" } else { "#sheet[" });
    pen.raw(&format!("#metadata(0)<sheet-{at}>\n"));
    pen.call("kicker", &[&format!("Story {} of {of}", at + 1)]);
    pen.heading(2, story.name());
    let facts = [("When", &story.when), ("My part", &story.my_part)];
    for (label, value) in facts {
        if let Some(value) = value {
            part(pen, label).words(value).end();
        }
    }
    if !story.share.is_empty() {
        part(pen, "To be shared").list(&story.share).end();
    }
    for (heading, paragraphs) in &story.parts {
        part(pen, heading);
        told(pen, paragraphs);
        pen.end();
    }
    if !story.numbers.is_empty() {
        part(pen, "Numbers at hand")
            .raw("#together[")
            .list(&story.numbers)
            .raw("]")
            .end();
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

/// Paragraphs, and lists with what is said of their items.
fn told(pen: &mut Pen, said: &[Said]) {
    let pieces = pieces(said);
    let mut in_list = false;
    for piece in pieces {
        if in_list && !piece.is_item {
            pen.raw(");\n\n");
        }
        if piece.is_item && !in_list {
            pen.raw("#list(");
        }
        in_list = piece.is_item;
        if !in_list {
            pen.words(piece.words).raw("\n\n");
            continue;
        }
        pen.raw("[").words(piece.words).raw("\n");
        pen.list(&piece.below).raw("],");
    }
    if in_list {
        pen.raw(");\n");
    }
}

/// What stands nowhere else, and says so.
pub(super) fn private(pen: &mut Pen, words: &str) {
    pen.raw("#private")
        .block(PRIVATE)
        .raw("[")
        .paragraphs(words)
        .end();
}
