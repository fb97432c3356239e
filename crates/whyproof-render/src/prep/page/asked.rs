//! Whoever will ask, what to ask them, failures, and what was asked before, on a page.

use super::super::book::{Asked, Book, Interviewer, asked};
use super::super::{PRIVATE, may_ask};
use crate::take::says;
use crate::web::{Entry, Web};

/// The longest question in the list of who asks it, in letters.
const SHORT: usize = 90;

/// The likely whys: each once, with whoever may ask it; then whoever asks, and which.
pub(super) fn interviewers(web: &mut Web, book: &Book) {
    if book.interviewers.is_empty() {
        return;
    }
    let (all, numbers) = asked(book);
    if !all.is_empty() {
        web.section("part", "whys", "The whys to expect");
        web.lit("<ol class=\"whys\">\n");
        for (at, one) in all.iter().enumerate() {
            why(web, book, one, &id(at + 1));
        }
        web.lit("</ol>\n").end_section();
    }
    web.section("part", "meets", "Whom you will meet");
    for (at, one) in book.interviewers.iter().enumerate() {
        let id = format!("asks-{}", at + 1);
        let name = says::titled(&one.name, "Somebody");
        web.heading(3, "asker", &id, name);
        if let Some(entry) = web.entries.last_mut() {
            entry.below.push(Entry::new(&id, name));
        }
        interviewer(web, one, &numbers[at], &all);
    }
    web.end_section();
}

/// The place of a why, by its number.
fn id(number: usize) -> String {
    format!("why-{number}")
}

fn why(web: &mut Web, book: &Book, one: &Asked<'_>, id: &str) {
    drop(web.out.open("li").set("id", id));
    web.lit("\n<p class=\"asks\">").apart(&one.why.question);
    web.lit("</p>\n");
    web.element("p", "why-read", &one.why.asked);
    if let Some(by) = may_ask(book, &one.by) {
        web.element("p", "why-read", &by);
    }
    if let Some(story) = &one.why.story {
        web.lit("<p class=\"why-read\">Tell: <span class=\"tell\">")
            .apart(story)
            .lit("</span></p>\n");
    }
    web.lit("<div class=\"room\"></div>\n</li>\n");
}

fn interviewer(web: &mut Web, one: &Interviewer, numbers: &[usize], all: &[Asked<'_>]) {
    web.element("p", "bar-says", &one.who);
    if !one.looks_for.is_empty() {
        let looks = one.looks_for.join("; ");
        web.element("p", "why-read", &format!("Looks for: {looks}."));
    }
    if numbers.is_empty() {
        return;
    }
    web.lit("<ul class=\"by-number\">\n");
    for number in numbers {
        let Some(asked) = all.get(number.saturating_sub(1)) else {
            continue;
        };
        let question = whyproof_case::shorten(asked.why.question.trim(), SHORT);
        web.lit("<li><span>").said(&format!("{number}."));
        web.lit("</span> ");
        web.out.open("a").to(&id(*number));
        web.said(&question).lit("</a></li>\n");
    }
    web.lit("</ul>\n");
}

/// What to ask them.
pub(super) fn ask_them(web: &mut Web, book: &Book) {
    if book.ask_them.is_empty() {
        return;
    }
    web.section("part", "ask-them", "What to ask them");
    web.lit("<ol class=\"whys\">\n");
    for question in &book.ask_them {
        web.lit("<li>\n<p>").apart(question);
        web.lit("</p>\n<div class=\"room\"></div>\n</li>\n");
    }
    web.lit("</ol>\n").end_section();
}

/// Failures, and what was learned.
pub(super) fn failures(web: &mut Web, book: &Book) {
    if book.failures.is_empty() {
        return;
    }
    web.section("part", "failures", "Failures, and what you learned");
    for failure in &book.failures {
        web.heading(3, "crit", "", &failure.story);
        for paragraph in &failure.learned {
            web.element("p", "", paragraph);
        }
    }
    web.end_section();
}

/// What was asked in interviews before.
pub(super) fn debriefs(web: &mut Web, book: &Book) {
    if book.debriefs.is_empty() {
        return;
    }
    web.section("part", "debriefs", "What you were asked");
    web.lit("<ul class=\"remarks\">\n");
    for one in &book.debriefs {
        web.lit("<li>\n<p>").apart(&one.question);
        web.lit("</p>\n<p class=\"why-read\"><b>");
        web.apart(says::titled(&one.by, "Somebody")).lit("</b>");
        if let Some(day) = &one.day {
            let day = says::day(day, &web.locale);
            web.lit(", ").apart(&day);
        }
        if !one.went.trim().is_empty() {
            web.lit(". How it went: ").apart(&one.went);
        }
        web.lit("</p>\n</li>\n");
    }
    web.lit("</ul>\n").end_section();
}

/// Private notes on lines of the résumé.
pub(super) fn line_notes(web: &mut Web, book: &Book) {
    if book.line_notes.is_empty() {
        return;
    }
    web.section("part", "line-notes", "Notes on lines of the résumé");
    web.lit("<div class=\"private\">\n")
        .element("p", "label", PRIVATE);
    for one in &book.line_notes {
        web.lit("<p class=\"noted\">“")
            .apart(&one.line)
            .lit("”</p>\n");
        web.paragraphs("", &one.note);
    }
    web.lit("</div>\n").end_section();
}
