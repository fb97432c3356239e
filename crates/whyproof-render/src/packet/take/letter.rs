//! The covering letter, in the person's own words, and the way through the packet.

use whyproof_case::shorten;

use super::{TakePacket, bar};
use crate::html::Html;

/// How long the words of an entry of the contents may be.
const ENTRY: usize = 80;

/// What people say of a story or a point, and what it means.
const MEANS: [(&str, &str); 3] = [
    (
        "Below",
        "less than is expected of everybody who does this work",
    ),
    ("Meets", "what is expected"),
    (
        "Raises",
        "more than that: others would do well to learn from it",
    ),
];

pub(super) fn write(packet: &TakePacket<'_>, out: &mut Html) {
    out.lit("<header class=\"head\">\n<p class=\"kind\">For your take</p>\n<h1>");
    match packet.signed {
        Some(signed) => out.lit("<bdi>").text(signed).lit("</bdi> asks you"),
        None => out.lit("A question to you"),
    };
    out.lit("</h1>\n<div class=\"take-letter\">\n");
    for paragraph in paragraphs(packet.question) {
        out.lit("<p>").text(&paragraph).lit("</p>\n");
    }
    if let Some(signed) = packet.signed {
        out.element("p", "take-signed", signed).lit("\n");
    }
    out.lit("</div>\n");
    measure(packet, out);
    out.lit("</header>\n");
}

/// What the three words mean, before anybody is asked for one.
fn measure(packet: &TakePacket<'_>, out: &mut Html) {
    if packet.bars.is_empty() {
        return;
    }
    out.lit("<div class=\"take-measure\">\n<p>Beside each story and each point you can say how it compares with what is expected of: ");
    for (at, bar) in packet.bars.iter().enumerate() {
        out.lit(if at > 0 { "; " } else { "" });
        drop(out.open("a").to(&bar::id(at)));
        out.text(&bar.title).lit("</a>");
    }
    out.lit(".</p>\n<dl>\n");
    for (word, means) in MEANS {
        out.lit("<div><dt>").lit(word).lit("</dt><dd>");
        out.lit(means).lit("</dd></div>\n");
    }
    out.lit("</dl>\n</div>\n");
}

/// The paragraphs of a text; their own line breaks stay.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        let Some(last) = paragraphs.last_mut() else {
            continue;
        };
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

pub(super) fn contents(packet: &TakePacket<'_>, out: &mut Html) {
    out.lit(
        "<nav class=\"contents\" aria-label=\"Contents\">\n<p class=\"label\">Contents</p>\n<ul>\n",
    );
    if packet.resume.is_some() {
        out.lit("<li><a href=\"#take-background\">Background</a></li>\n");
    }
    if !packet.stories.is_empty() {
        out.lit("<li><a href=\"#take-stories\">Stories</a>\n<ul>\n");
        for (at, story) in packet.stories.iter().enumerate() {
            out.lit("<li>");
            drop(out.open("a").to(&format!("take-story-{}", at + 1)));
            out.text(&shorten(story.title(), ENTRY)).lit("</a></li>\n");
        }
        out.lit("</ul>\n</li>\n");
    }
    for (at, bar) in packet.bars.iter().enumerate() {
        out.lit("<li>");
        drop(out.open("a").to(&bar::id(at)));
        out.lit("What is expected: ").text(&bar.title);
        out.lit("</a>\n<ul>\n");
        for (of, criterion) in bar.criteria.iter().enumerate() {
            out.lit("<li>");
            drop(out.open("a").to(&bar::criterion_id(at, of)));
            out.text(&shorten(&criterion.title, ENTRY))
                .lit("</a></li>\n");
        }
        out.lit("</ul>\n</li>\n");
    }
    out.lit("</ul>\n</nav>\n");
}
