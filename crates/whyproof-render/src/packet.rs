//! The review packet: one file for somebody who has no account and no Whyproof. They read the case in it, ask whys,
//! give a verdict and save a small reply file, which `whyproof import` merges.
//!
//! It is the case's page with one script of ours in it, allowed by its hash and by nothing else; it reaches for
//! nothing outside itself, and without the script it is still the page.

mod island;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::html::{self, Html, PageOptions, SafeHtml};
use crate::manuscript::Manuscript;

/// The script, as it stands in every packet.
pub const SCRIPT: &str = include_str!("packet/packet.js");
/// What it adds to the style of a case.
const STYLE: &str = include_str!("packet/packet.css");
/// What stands before the case.
const INTRO: &str = include_str!("packet/intro.html");
/// What stands after it.
const REPLY: &str = include_str!("packet/reply.html");

/// What stands in every packet, and tells one from another page.
pub const MARK: &str = "<body class=\"packet\">";

/// How a packet is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PacketOptions {
    /// The mail address that replies go to, where that is known.
    pub mail: Option<String>,
}

/// What the page may do: show itself and run the one script.
pub fn policy() -> String {
    let hash = STANDARD.encode(Sha256::digest(SCRIPT.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The packet of a case.
pub fn page(manuscript: &Manuscript<'_>, options: &PacketOptions) -> SafeHtml {
    let case = manuscript.case;
    let article = html::article(manuscript, &PageOptions::default());
    let island = island::of(manuscript, options);
    let room = article.as_str().len() + island.len() * 2 + SCRIPT.len() + (64 << 10);
    let mut page = Html::with_room(room);
    page.lit("<!DOCTYPE html>\n");
    let language = html::language(case);
    let mut root = page
        .open("html")
        .set("lang", language)
        .set("class", html::Theme::Auto.class());
    if html::is_from_the_right(language) {
        root = root.set("dir", "rtl");
    }
    drop(root);
    page.lit("\n<head>\n<meta charset=\"utf-8\">\n");
    page.open("meta")
        .set("http-equiv", "Content-Security-Policy")
        .set("content", &policy());
    page.lit("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.lit("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.lit("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.lit("<meta name=\"generator\" content=\"Whyproof\">\n<title>For review: ");
    page.text(case.title.as_deref().unwrap_or("a case without a title"));
    page.lit("</title>\n<style>").lit(html::style());
    page.lit(STYLE)
        .lit("</style>\n</head>\n<body class=\"packet\">\n");
    page.lit("<a class=\"skip\" href=\"#case\">Skip to the case</a>\n");
    page.lit(INTRO).lit("<main id=\"case\" tabindex=\"-1\">\n");
    page.safe(&article);
    page.lit("</main>\n").lit(REPLY);
    page.lit("<div id=\"packet-data\" hidden>").text(&island);
    page.lit("</div>\n<script>").lit(SCRIPT);
    page.lit("</script>\n</body>\n</html>\n");
    page.finish()
}

#[cfg(test)]
mod tests;
