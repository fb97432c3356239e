//! What stands around every packet: its policy, its style, its script and what the script knows.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::MARK;
use crate::html::{self, Html, SafeHtml};

/// What packets add to the style of a case.
const STYLE: &str = include_str!("packet.css");
/// The field for the name of whoever answers.
pub(super) const COMMON_NAME: &str = include_str!("name.html");
/// The end of a reply: the ways in which it goes back.
pub(super) const COMMON_SEND: &str = include_str!("send.html");

/// A packet without what stands in it.
pub(super) struct Frame<'f> {
    pub(super) language: &'f str,
    /// What its title begins with.
    pub(super) title: &'static str,
    /// What it is of: the rest of the title.
    pub(super) of: &'f str,
    /// The words of the link to its main part, `#case`.
    pub(super) skip: &'static str,
    /// What it adds to the style of packets.
    pub(super) style: &'static str,
    pub(super) script: &'static str,
    /// What the script knows, as [`escaped`] writes it.
    pub(super) island: &'f str,
}

impl Frame<'_> {
    /// What the page may do: show itself and run the one script.
    fn policy(&self) -> String {
        let hash = STANDARD.encode(Sha256::digest(self.script.as_bytes()));
        format!(
            "default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        )
    }

    /// The page up to what stands in it, with room for `bytes` of that.
    pub(super) fn begin(&self, bytes: usize) -> Html {
        let room = bytes + self.island.len() * 2 + self.script.len() + (64 << 10);
        let mut page = Html::with_room(room);
        page.lit("<!DOCTYPE html>\n");
        let mut root = page
            .open("html")
            .set("lang", self.language)
            .set("class", html::Theme::Auto.class());
        if html::is_from_the_right(self.language) {
            root = root.set("dir", "rtl");
        }
        drop(root);
        page.lit("\n<head>\n<meta charset=\"utf-8\">\n");
        page.open("meta")
            .set("http-equiv", "Content-Security-Policy")
            .set("content", &self.policy());
        page.lit("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.lit("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.lit("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.lit("<meta name=\"generator\" content=\"Whyproof\">\n<title>");
        page.lit(self.title).text(self.of);
        page.lit("</title>\n<style>").lit(html::style());
        page.lit(STYLE).lit(self.style);
        page.lit("</style>\n</head>\n").lit(MARK).lit("\n");
        page.lit("<a class=\"skip\" href=\"#case\">").lit(self.skip);
        page.lit("</a>\n");
        page
    }

    /// The page, with its script.
    pub(super) fn end(&self, mut page: Html) -> SafeHtml {
        page.lit("<div id=\"packet-data\" hidden>")
            .text(self.island);
        page.lit("</div>\n<script>").lit(self.script);
        page.lit("</script>\n</body>\n</html>\n");
        page.finish()
    }
}

/// JSON with everything outside plain ASCII, and all that means something to a page, by its number.
pub(super) fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + 64);
    let mut units = [0; 2];
    for c in json.chars() {
        match c {
            // Of these only quotation marks stand outside of strings.
            '<' | '>' | '&' | '\'' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            ' '..='~' => text.push(c),
            _ => {
                for unit in c.encode_utf16(&mut units) {
                    text.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
    text
}
