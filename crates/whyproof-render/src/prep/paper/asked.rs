//! Which story for what, whoever will ask, what to ask them, failures, and what was asked before, on paper.

use super::super::book::{Asked, Book, Interviewer, asked};
use super::super::{PRIVATE, may_ask};
use super::named;
use crate::locale::Locale;
use crate::print::Pen;
use crate::take::paper as take;
use crate::take::says;

/// The longest question in the list of who asks it, in letters.
const SHORT: usize = 90;

/// The most letters of somebody who asks that stay on a page.
const PAGE: usize = 3_000;

/// A matrix of more requirements begins a page.
const FEW: usize = 8;

/// Whether which story is for what takes a page of its own.
pub(super) fn is_long(book: &Book) -> bool {
    has_matrix(book) && book.take.matrix.requirements.len() > FEW
}

fn has_matrix(book: &Book) -> bool {
    !book.take.matrix.requirements.is_empty() && !book.take.matrix.columns.is_empty()
}

/// The matrix, and the fewest stories that cover it.
pub(super) fn coverage(pen: &mut Pen, book: &Book) {
    let has_matrix = has_matrix(book);
    let choice = &book.take.choice;
    if !has_matrix && choice.stories.is_empty() && choice.uncovered.is_empty() {
        return;
    }
    let begins = if is_long(book) { "(begins: true)" } else { "" };
    pen.call(&format!("chapter{begins}"), &["Which story for what"]);
    pen.deeper = 1;
    take::matrix(pen, &book.take);
    take::choice(pen, &book.take);
    pen.deeper = 0;
}

/// The likely whys: each once, with whoever may ask it and room for notes; then whoever asks, with their numbers.
pub(super) fn interviewers(pen: &mut Pen, book: &Book) {
    if book.interviewers.is_empty() {
        return;
    }
    let (all, numbers) = asked(book);
    if !all.is_empty() {
        pen.call("chapter", &["The whys to expect"]);
    }
    for (at, one) in all.iter().enumerate() {
        let by = may_ask(book, &one.by);
        let why = one.why;
        let asked = why.asked.trim();
        let ends = asked.is_empty() || asked.ends_with(['.', '?', '!']);
        let asked = format!("{asked}{}", if ends { "" } else { "." });
        let told = [Some(asked.as_str()), why.story.as_deref(), by.as_deref()];
        why_of(pen, at + 1, &why.question, told);
    }
    pen.call("chapter", &["Whom you will meet"]);
    for (one, numbers) in book.interviewers.iter().zip(&numbers) {
        interviewer(pen, one, numbers, &all);
    }
}

/// A question by its number, with what is told of it, and beside it room to write.
fn why_of(pen: &mut Pen, number: usize, question: &str, told: [Option<&str>; 3]) {
    pen.raw(&format!("#why({number}, "))
        .block(question)
        .raw(", ");
    for words in told {
        match words.filter(|words| !words.trim().is_empty()) {
            Some(words) => pen.block(words),
            None => pen.raw("none"),
        };
        pen.raw(", ");
    }
    pen.raw(")\n\n");
}

fn interviewer(pen: &mut Pen, one: &Interviewer, numbers: &[usize], all: &[Asked<'_>]) {
    let looks: usize = one.looks_for.iter().map(String::len).sum();
    let is_long = looks + one.who.len() + numbers.len() * SHORT > PAGE;
    pen.raw(if is_long {
        "#asker(whole: false)["
    } else {
        "#asker["
    });
    pen.heading(2, named(&one.name, "Somebody"));
    if !one.who.trim().is_empty() {
        pen.call("lead", &[&one.who]);
    }
    if !one.looks_for.is_empty() {
        let looks = one.looks_for.join("; ");
        pen.call("small", &[&format!("Looks for: {looks}.")]);
    }
    let asked = numbers
        .iter()
        .filter_map(|number| Some((number, all.get(number.checked_sub(1)?)?)));
    for (number, asked) in asked {
        let question = whyproof_case::shorten(asked.why.question.trim(), SHORT);
        pen.raw(&format!("#asks({number})")).block(&question);
        pen.raw("\n");
    }
    pen.end();
}

/// What to ask them, with room for what they say.
pub(super) fn ask_them(pen: &mut Pen, book: &Book) {
    if book.ask_them.is_empty() {
        return;
    }
    pen.call("chapter", &["What to ask them"]);
    for (at, question) in book.ask_them.iter().enumerate() {
        why_of(pen, at + 1, question, [None; 3]);
    }
}

/// Failures, and what was learned.
pub(super) fn failures(pen: &mut Pen, book: &Book) {
    if book.failures.is_empty() {
        return;
    }
    pen.call("chapter", &["Failures, and what you learned"]);
    for failure in &book.failures {
        pen.raw("#failed").title(&failure.story).raw("[");
        for paragraph in &failure.learned {
            pen.words(paragraph).raw("\n\n");
        }
        pen.end();
    }
}

/// What was asked in interviews before.
pub(super) fn debriefs(pen: &mut Pen, book: &Book, locale: &Locale) {
    if book.debriefs.is_empty() {
        return;
    }
    pen.call("chapter", &["What you were asked"]);
    for one in &book.debriefs {
        let day = one.day.as_deref().map(|day| says::day(day, locale));
        let who = named(&one.by, "Somebody");
        let asked = day.map_or_else(|| who.to_owned(), |day| format!("{who}, {day}"));
        pen.row(&asked)
            .raw("#strong")
            .block(&one.question)
            .raw("\n\n");
        if !one.went.trim().is_empty() {
            pen.words(&format!("How it went: {}", one.went.trim()));
        }
        pen.end();
    }
}

/// Private notes on lines of the résumé.
pub(super) fn line_notes(pen: &mut Pen, book: &Book) {
    if book.line_notes.is_empty() {
        return;
    }
    pen.call("chapter", &["Notes on lines of the résumé"]);
    pen.raw("#private").block(PRIVATE).raw("[");
    for one in &book.line_notes {
        let line = format!("“{}”", one.line.trim());
        pen.raw("#noted")
            .block(&line)
            .raw("[")
            .paragraphs(&one.note)
            .end();
    }
    pen.end();
}
