//! The page of a take.

mod asked;
mod criteria;
mod head;
mod matrix;
mod people;
mod rest;

use whyproof_experience::Take;
use whyproof_experience::debrief::Coverage;

use super::{TakeOptions, says};
use crate::html::SafeHtml;
use crate::web::{self, Frame, Web};

pub(crate) use criteria::level;
pub(crate) use head::{key, worth};
pub(crate) use matrix::{choice, matrix};

/// A take as one file: no script, no request, all that it shows inside.
pub fn html(take: &Take, options: &TakeOptions) -> SafeHtml {
    let mut head = Web::new(options);
    head::write(&mut head, take, options);
    let mut body = Web::new(options);
    sections(&mut body, take, &options.asked);
    let title = format!("{}: {}", says::person(take), says::KIND.to_lowercase());
    let frame = Frame {
        title: &title,
        skip: "Skip to the take",
        options,
    };
    web::page(&frame, head, body)
}

/// What a take says, a section each: what a reader wants first, then why.
fn sections(web: &mut Web, take: &Take, asked: &[Coverage]) {
    criteria::side_by_side(web, take);
    rest::strongest(web, take);
    rest::strong_lines(web, take);
    rest::gaps(web, take);
    people::whole(web, take);
    for (at, _) in take.bars.iter().enumerate() {
        criteria::bar(web, take, at, asked.get(at));
    }
    rest::remarks(web, take);
    rest::places(web, take);
    matrix(web, take);
    choice(web, take);
    asked::about_none(web, asked);
}

/// What the marks mean, where there are some, and what it cannot know.
fn legend(web: &mut Web, has_marks: bool) {
    web.lit("<div class=\"legend\">\n<p><b>How to read this</b></p>\n");
    if has_marks {
        head::key(web);
    }
    for paragraph in says::FOOT {
        web.element("p", "", paragraph);
    }
    web.lit("</div>\n");
}
