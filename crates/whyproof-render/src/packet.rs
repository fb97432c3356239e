//! The review packet: one file for somebody who has no account and no Whyproof. They read the case in it, ask whys,
//! give a verdict and save a small reply file, which `whyproof import` merges. The packet of a take ([`take`]) is the
//! same for a mentor, who says what they think of somebody's background.
//!
//! It is a page with one script of ours in it, allowed by its hash and by nothing else; it reaches for nothing outside
//! itself, and without the script it is still the page.

mod frame;
mod island;
mod take;

use crate::html::{self, PageOptions, SafeHtml};
use crate::manuscript::Manuscript;

use frame::{COMMON_NAME, COMMON_SEND, Frame};

pub use take::{TAKE_SCRIPT, TakePacket, TakeStory, take};

/// The script, as it stands in every packet of a case.
pub const SCRIPT: &str = concat!(
    include_str!("packet/common.js"),
    include_str!("packet/packet.js")
);
/// What stands before the case.
const INTRO: &str = include_str!("packet/intro.html");
/// What stands after it: the beginning of the reply, the review that somebody speaks for, and what asks a why.
const REPLY: &str = include_str!("packet/reply.html");
const RUNG: &str = include_str!("packet/rung.html");
const ASK: &str = include_str!("packet/ask.html");

/// What stands in every packet, and tells one from another page.
pub const MARK: &str = "<body class=\"packet\">";

/// How a packet is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PacketOptions {
    /// The mail address that replies go to, where that is known.
    pub mail: Option<String>,
}

/// The packet of a case.
pub fn page(manuscript: &Manuscript<'_>, options: &PacketOptions) -> SafeHtml {
    let case = manuscript.case;
    let article = html::article(manuscript, &PageOptions::default());
    let island = island::of(manuscript, options);
    let frame = Frame {
        language: html::language(case),
        title: "For review: ",
        of: case.title.as_deref().unwrap_or("a case without a title"),
        skip: "Skip to the case",
        style: "",
        script: SCRIPT,
        island: &island,
    };
    let mut page = frame.begin(article.as_str().len());
    page.lit(INTRO).lit("<main id=\"case\" tabindex=\"-1\">\n");
    page.safe(&article);
    page.lit("</main>\n");
    for part in [REPLY, COMMON_NAME, RUNG, COMMON_SEND, ASK] {
        page.lit(part);
    }
    frame.end(page)
}

#[cfg(test)]
mod tests;
