//! A proposal's headings, arranged as a case's sections: one title, sections at level 2, and ordinary
//! headings under the section that they belong to. No word is changed and none is moved.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use whyproof_syntax::Role;

use crate::draft::Note;
use crate::{front, synonyms};

/// A heading of the top level: not in a list, a quotation or a footnote.
struct Heading {
    start: usize,
    end: usize,
    level: usize,
    title: String,
}

/// The text with its headings arranged; a title that stands in the front matter alone is set above.
pub(crate) fn arrange(text: &str, notes: &mut Vec<Note>) -> String {
    let (yaml, body) = front::split(text);
    let head = text.len() - body.len();
    let mut headings = headings(body);
    let titled = level(&mut headings);
    let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(text.len() + 256);
    out += text.get(..head).unwrap_or_default();
    if let (false, Some(title)) = (titled, yaml.and_then(|yaml| front::value(yaml, "title"))) {
        out += &format!("{line}# {title}{line}{line}");
    }
    let mut at = 0;
    let mut plan = Plan::new(&headings);
    for heading in &headings {
        out += body.get(at..heading.start).unwrap_or_default();
        let (above, level) = plan.place(heading, notes, || line_of(text, head + heading.start));
        if let Some(role) = above {
            out += &format!("## {}{line}{line}", role.title());
        }
        out += &rewritten(
            body.get(heading.start..heading.end).unwrap_or_default(),
            level,
            line,
        );
        at = heading.end;
    }
    out += body.get(at..).unwrap_or_default();
    out
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count()
}

fn headings(body: &str) -> Vec<Heading> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let (mut found, mut depth) = (Vec::<Heading>::new(), 0_usize);
    let mut open = false;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                depth += 1;
                open = true;
                found.push(Heading {
                    start: range.start,
                    end: range.end,
                    level: level as usize,
                    title: String::new(),
                });
            }
            Event::Start(_) => depth += 1,
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                open &= !(depth == 0 && matches!(end, TagEnd::Heading(_)));
            }
            Event::Text(text) | Event::Code(text) if open => {
                if let Some(last) = found.last_mut() {
                    last.title.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

/// Gives the headings after the title levels from 2; whether there is a title.
fn level(headings: &mut [Heading]) -> bool {
    let is_title = |heading: &Heading| {
        heading.level == 1
            && Role::of(&heading.title).is_none()
            && synonyms::section_of(&heading.title).is_none()
    };
    let titled = headings.first().is_some_and(is_title);
    let rest = headings.get_mut(usize::from(titled)..).unwrap_or_default();
    let top = rest.iter().map(|heading| heading.level).min().unwrap_or(2);
    for heading in rest {
        heading.level = (heading.level + 2 - top).min(6);
    }
    titled
}

/// Which section is open, and which there are.
struct Plan {
    named: Vec<Role>,
    open: Option<Role>,
    /// Whether the open section's heading is ours, so that those of the file stand below it.
    under: bool,
}

impl Plan {
    fn new(headings: &[Heading]) -> Self {
        let sections = headings.iter().filter(|heading| heading.level == 2);
        Self {
            named: sections
                .filter_map(|heading| Role::of(&heading.title))
                .collect(),
            open: None,
            under: false,
        }
    }

    /// The section to open above a heading, and the heading's level.
    fn place(
        &mut self,
        heading: &Heading,
        notes: &mut Vec<Note>,
        line: impl Fn() -> usize,
    ) -> (Option<Role>, usize) {
        if heading.level != 2 {
            let down = usize::from(self.under && heading.level > 2);
            return (None, (heading.level + down).min(6));
        }
        let role = match Role::of(&heading.title) {
            Some(role) => {
                (self.open, self.under) = (Some(role), false);
                return (None, 2);
            }
            None => synonyms::section_of(&heading.title),
        };
        let Some(role) = role else {
            (self.open, self.under) = (None, false);
            return (None, 2);
        };
        if self.open == Some(role) {
            self.under = true;
            return (None, 3);
        }
        if self.named.contains(&role) {
            let (title, section) = (&heading.title, role.title());
            notes.push(Note::new(
                Some(line()),
                format!("“{title}” may belong under “{section}”, which stands elsewhere; it was left as a section of its own."),
            ));
            (self.open, self.under) = (None, false);
            return (None, 2);
        }
        self.named.push(role);
        (self.open, self.under) = (Some(role), true);
        (Some(role), 3)
    }
}

/// A heading's source at another level.
fn rewritten(source: &str, level: usize, line: &str) -> String {
    let trimmed = source.trim_start_matches(' ');
    let marks = trimmed.len() - trimmed.trim_start_matches('#').len();
    let after = trimmed.get(marks..).unwrap_or_default();
    let hashes = "#".repeat(level);
    if (1..=6).contains(&marks) && after.starts_with(['\n', '\r', ' ', '\t']) {
        return if marks == level {
            source.to_owned()
        } else {
            format!("{hashes}{after}")
        };
    }
    // Underlined: its words are all lines but the last.
    let body = source.trim_end();
    let (words, underline) = body.rsplit_once('\n').unwrap_or((body, ""));
    if (underline.trim().starts_with('=') && level == 1)
        || (underline.trim().starts_with('-') && level == 2)
    {
        return source.to_owned();
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    format!("{hashes} {}{line}", words.join(" "))
}
