//! The sheet of a story on a page.

use super::super::book::{Said, StorySheet, pieces};
use super::super::{MEASURED, PRIVATE, SHARED};
use crate::web::Web;

/// A story's sheet.
pub(super) fn write(web: &mut Web, story: &StorySheet, at: usize) {
    let id = format!("story-{}", at + 1);
    web.section("part sheet", &id, story.name());
    facts(web, story);
    web.lit("<div class=\"criterion\">\n<div>\n");
    for (heading, paragraphs) in &story.parts {
        web.heading(3, "crit", "", heading);
        told(web, paragraphs);
    }
    web.lit("</div>\n<div class=\"beside\">\n");
    if !story.measured.is_empty() {
        web.lit("<p class=\"label\">")
            .lit(MEASURED)
            .lit("</p>\n")
            .list(&story.measured);
    }
    if !story.numbers.is_empty() {
        web.lit("<p class=\"label\">Numbers at hand</p>\n");
        web.list(&story.numbers);
    }
    if !story.hardest.is_empty() {
        web.lit("<p class=\"label\">The hardest questions</p>\n");
        web.list(&story.hardest);
    }
    if let Some(notes) = &story.notes {
        web.lit("<div class=\"private\">\n");
        web.element("p", "label", PRIVATE).paragraphs("", notes);
        web.lit("</div>\n");
    }
    web.lit("</div>\n</div>\n").end_section();
}

/// Paragraphs, and lists with what is said of their items.
fn told(web: &mut Web, said: &[Said]) {
    let mut in_list = false;
    for piece in pieces(said) {
        if in_list && !piece.is_item {
            web.lit("</ul>\n");
        }
        if piece.is_item && !in_list {
            web.lit("<ul>\n");
        }
        in_list = piece.is_item;
        if in_list {
            web.lit("<li>").said(piece.words).lit("\n");
            web.list(&piece.below).lit("</li>\n");
        } else {
            web.element("p", "", piece.words);
        }
    }
    if in_list {
        web.lit("</ul>\n");
    }
}

fn facts(web: &mut Web, story: &StorySheet) {
    let told = [("When", &story.when), ("My part", &story.my_part)];
    let told = told
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let shared = story.share.iter().map(|one| (SHARED, one));
    web.lit("<dl class=\"facts\">\n");
    for (name, value) in told.chain(shared).chain([("File", &story.path)]) {
        web.lit("<div><dt>").lit(name).lit("</dt><dd>");
        web.apart(value).lit("</dd></div>\n");
    }
    web.lit("</dl>\n");
}
