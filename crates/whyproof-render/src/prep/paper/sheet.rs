//! The sheet of a story on paper.

use super::super::book::{Book, Said, StorySheet, pieces};
use super::super::{MEASURED, PRIVATE, SHARED};
use super::asked;
use crate::print::Pen;

/// The sheets of all stories; long ones in smaller letters where `close`. What a sheet leaves of its page is for notes,
/// but where a short chapter follows the last.
pub(super) fn all(pen: &mut Pen, book: &Book, close: bool) {
    let of = book.stories.len();
    for (at, story) in book.stories.iter().enumerate() {
        write(pen, story, at, of, close);
        if at + 1 < of || asked::is_long(book) {
            pen.call("rest", &["Notes"]);
        }
    }
}

/// A story's sheet: the first begins the chapter.
fn write(pen: &mut Pen, story: &StorySheet, at: usize, of: usize, close: bool) {
    pen.raw(if close {
        "#sheet(close: true)["
    } else {
        "#sheet["
    });
    if at == 0 {
        pen.heading(1, "Stories");
    }
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
        part(pen, SHARED).list(&story.share).end();
    }
    for (heading, paragraphs) in &story.parts {
        part(pen, heading);
        told(pen, paragraphs);
        pen.end();
    }
    if !story.measured.is_empty() {
        part(pen, MEASURED).list(&story.measured).end();
    }
    at_hand(pen, story);
    if let Some(notes) = &story.notes {
        private(pen, notes);
    }
    pen.raw(&format!("#metadata(0)<sheet-end-{at}>\n]\n\n"));
}

/// Numbers and the hardest questions, beside each other.
fn at_hand(pen: &mut Pen, story: &StorySheet) {
    let lists = [
        ("Numbers at hand", &story.numbers),
        ("The hardest questions", &story.hardest),
    ];
    if lists.iter().all(|(_, list)| list.is_empty()) {
        return;
    }
    pen.raw("#beside-each-other(");
    for (label, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        pen.raw("(")
            .block(label)
            .raw(", [")
            .list(list.as_slice())
            .raw("]), ");
    }
    pen.raw(")\n\n");
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
