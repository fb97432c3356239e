//! Markdown as text: marks within a line are dropped, headings keep their `#`, items their `- `; where a link leads
//! stands behind its words.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use crate::front;

/// The text; front matter stays as it is.
pub(super) fn text(markdown: &str) -> String {
    let (yaml, body) = front::split(markdown);
    let mut writer = Writer::default();
    if let Some(yaml) = yaml {
        writer.out = format!("---\n{}\n---\n", yaml.trim_end());
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        writer.event(event);
    }
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    links: Vec<(usize, String)>,
    cell: bool,
    /// Numbers of the open lists; none for a list with bullets.
    lists: Vec<Option<u64>>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) => self.out.push_str(&words),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.out.push_str(&words),
            Event::InlineHtml(tag) => {
                let breaks = tag.to_ascii_lowercase().starts_with("<br");
                self.out.push_str(if breaks { "\n" } else { "" });
            }
            Event::Html(block) => {
                let words = html::text(&block);
                if !words.trim().is_empty() {
                    self.line(false);
                    self.out.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                self.out.push('\n');
                if !self.lists.is_empty() {
                    self.out.push_str("  ");
                }
            }
            Event::Rule => self.line(true),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(_) | Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.line(true);
                self.out.push_str(&"#".repeat(level as usize));
                self.out.push(' ');
            }
            Tag::Paragraph if self.out.ends_with("- ") => {}
            Tag::Paragraph | Tag::Table(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_) => {
                self.line(self.lists.is_empty());
            }
            Tag::List(first) => {
                self.line(self.lists.is_empty());
                self.lists.push(first);
            }
            Tag::Item => {
                self.line(false);
                self.out.push_str("- ");
            }
            Tag::TableRow | Tag::TableHead => {
                self.line(false);
                self.cell = false;
            }
            Tag::TableCell => {
                if self.cell {
                    self.out.push_str(" | ");
                }
                self.cell = true;
            }
            Tag::Link { dest_url, .. } => self.links.push((self.out.len(), dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => {
                let Some((from, target)) = self.links.pop() else {
                    return;
                };
                let words = self.out.get(from..).unwrap_or_default();
                let bare = target
                    .trim_start_matches("mailto:")
                    .trim_start_matches("tel:");
                if !bare.is_empty() && !words.contains(bare) {
                    self.out.push_str(&format!(" ({bare})"));
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.line(self.lists.is_empty());
            }
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item => self.line(false),
            _ => {}
        }
    }

    /// A new line; with `apart`, an empty one above it.
    fn line(&mut self, apart: bool) {
        if self.out.is_empty() || self.out.ends_with("- ") {
            return;
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        if apart && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn marks_go_and_words_stay() {
        let markdown = "# Ann *Example*\n\n[Mail](mailto:ann@example.org) | <https://example.org>\n\n## Work\n\n**Nurse**, Ward\n2019 – 2021\n\n- One `x`\n- Two\n  more\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
        assert_eq!(
            text(markdown).trim(),
            "# Ann Example\n\nMail (ann@example.org) | https://example.org\n\n## Work\n\nNurse, Ward\n2019 – 2021\n\n- One x\n- Two\n  more\n\nA | B\n1 | 2"
        );
    }
}
