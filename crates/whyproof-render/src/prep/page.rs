//! The preparation book as a page, to be read on a phone.

mod asked;
mod sheet;

use super::{Book, KEEP, KIND, TAKE, to_tell};
use crate::html::SafeHtml;
use crate::take::{TakeOptions, page as take, says};
use crate::web::{self, Frame, Web};

/// A preparation book as one file: no script, no request, all that it shows inside.
pub fn html(book: &Book, options: &TakeOptions) -> SafeHtml {
    let mut head = Web::new(options);
    cover(&mut head, book, options);
    let mut body = Web::new(options);
    chapters(&mut body, book);
    let title = format!("{}: {}", whose(book), KIND.to_lowercase());
    let frame = Frame {
        title: &title,
        skip: "Skip to the book",
        options,
    };
    web::page(&frame, head, body)
}

/// Whose it is.
pub(super) fn whose(book: &Book) -> &str {
    let named = book.person.as_deref().map(str::trim);
    let named = named.filter(|name| !name.is_empty());
    named.unwrap_or(says::person(&book.take))
}

fn cover(web: &mut Web, book: &Book, options: &TakeOptions) {
    web.lit("<header class=\"head\">\n")
        .element("p", "kind", KIND);
    web.lit("<h1>").said(whose(book)).lit("</h1>\n");
    if let Some(job) = &book.job {
        web.element("p", "lead", job);
    }
    if let Some(day) = options.day {
        let day = web.locale.date(day);
        web.lit("<dl class=\"facts\">\n<div><dt>Made on</dt><dd>")
            .said(&day);
        web.lit("</dd></div>\n</dl>\n");
    }
    web.lit("<div class=\"private\">\n").element("p", "", KEEP);
    web.lit("</div>\n</header>\n");
}

fn chapters(web: &mut Web, book: &Book) {
    for (at, story) in book.stories.iter().enumerate() {
        sheet::write(web, story, at);
    }
    take::matrix(web, &book.take);
    take::choice(web, &book.take);
    asked::interviewers(web, book);
    asked::ask_them(web, book);
    asked::failures(web, book);
    asked::debriefs(web, book);
    asked::line_notes(web, book);
    findings(web, book);
}

/// What the take found: each criterion, how far it is shown, and which story to tell.
fn findings(web: &mut Web, book: &Book) {
    let bars = &book.take.bars;
    if bars.iter().all(|bar| bar.criteria.is_empty()) {
        return;
    }
    web.section("part", "take", "The take at a glance");
    web.element("p", "bar-says", TAKE);
    take::worth(web, &book.take);
    take::key(web);
    for bar in bars {
        web.heading(3, "crit", "", says::bar(bar));
        web.lit("<ul class=\"findings\">\n");
        for one in &bar.criteria {
            web.lit("<li><span class=\"called\">")
                .said(says::heading(one));
            web.lit("</span> ");
            take::level(web, one.level);
            if let Some(at) = to_tell(book, one) {
                web.lit(" <span class=\"tell-it\">Tell: ");
                web.out.open("a").to(&format!("story-{}", at + 1));
                web.said(book.stories[at].name()).lit("</a></span>");
            }
            web.lit("</li>\n");
        }
        web.lit("</ul>\n");
    }
    web.end_section();
}
