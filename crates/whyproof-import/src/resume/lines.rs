//! The lines of a résumé's text as what they are: headings, bullets with what hangs under them, other lines.

use super::headings::{self, Kind};

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The heading of a section; its words, where the section is of its own name.
    Heading(Kind),
    Bullet,
    Text,
}

/// A line, with what was wrapped of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Its number, from 1, and that of its last line.
    pub(super) line: usize,
    pub(super) last: usize,
    pub(super) what: What,
    pub(super) text: String,
    /// Where in the text each further line of it begins, and that line's number.
    pub(super) wraps: Vec<(usize, usize)>,
    /// Whether an empty line stands above it.
    pub(super) apart: bool,
}

impl Item {
    /// Remembers the line of words that were joined to its end.
    fn wrapped(&mut self, words: &str, line: usize) {
        self.wraps.push((self.text.len() - words.len(), line));
        self.last = line;
    }
}

/// Signs that begin an item.
const BULLETS: [char; 14] = [
    '-', '*', '•', '·', '–', '—', '+', '◦', '▪', '●', '‣', '■', '○', '►',
];
/// Words behind which a line goes on.
const OPEN_ENDS: [&str; 14] = [
    "and", "or", "the", "a", "an", "of", "to", "in", "for", "with", "by", "from", "on", "at",
];

/// The lines of a text.
pub(super) fn items(text: &str) -> Vec<Item> {
    let widths = text.lines().map(|line| line.trim().chars().count());
    let widest = widths.max().unwrap_or(0).min(100);
    let level = section_level(text);
    let loud = text
        .lines()
        .filter(|line| is_loud(line) && headings::kind(line.trim()).is_some())
        .nth(1)
        .is_some();
    let mut items: Vec<Item> = Vec::new();
    let mut apart = true;
    let mut section = None;
    // How wide the last line of what is open was, and how far its bullet was indented.
    let mut before = (0, 0);
    for (at, line) in text.lines().enumerate() {
        let words = line.trim();
        if words.is_empty() || is_rule(words) {
            apart = true;
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let (what, words) = what(words, level, section, (apart, loud));
        if what == What::Text
            && !apart
            && let Some(last) = items.last_mut()
            && last.what == What::Bullet
            && goes_on(&last.text, &words, before, indent, widest)
        {
            join(&mut last.text, &words);
            last.wrapped(&words, at + 1);
            before.0 = line.trim().chars().count();
            continue;
        }
        if what == What::Text
            && !apart
            && let Some(last) = items.last_mut()
            && super::contact::is_cut(&last.text, &words)
        {
            last.text.push_str(&words);
            last.wrapped(&words, at + 1);
            continue;
        }
        before = (line.trim().chars().count(), indent);
        if let What::Heading(kind) = what {
            section = Some(kind);
        }
        items.push(Item {
            line: at + 1,
            last: at + 1,
            what,
            text: words,
            wraps: Vec::new(),
            apart,
        });
        apart = false;
    }
    inline(items)
}

/// A heading with its content on the same line, as two items.
fn inline(items: Vec<Item>) -> Vec<Item> {
    let mut out = Vec::with_capacity(items.len());
    let mut section = None;
    for item in items {
        if let What::Heading(kind) = item.what {
            section = Some(kind);
        }
        let named = item
            .text
            .split_once(':')
            .filter(|(_, rest)| !rest.trim().is_empty());
        let kind = named.and_then(|(name, _)| headings::kind(name));
        let begins = match kind {
            Some(Kind::Languages | Kind::Interests | Kind::Certificates) => {
                section != Some(Kind::Skills)
            }
            Some(Kind::Skills) => {
                !matches!(section, Some(Kind::Skills | Kind::Work | Kind::Projects))
            }
            Some(Kind::Summary) => section.is_none(),
            _ => false,
        };
        match (named, kind) {
            (Some((_, rest)), Some(kind)) if begins && item.what == What::Text => {
                section = Some(kind);
                out.push(Item {
                    what: What::Heading(kind),
                    text: String::new(),
                    ..item.clone()
                });
                let cut = item.text.len() - rest.trim_start().len();
                let wraps = item.wraps.iter();
                out.push(Item {
                    text: rest.trim().to_owned(),
                    wraps: wraps
                        .map(|(at, line)| (at.saturating_sub(cut), *line))
                        .collect(),
                    apart: false,
                    ..item
                });
            }
            _ => out.push(item),
        }
    }
    out
}

/// How many `#` the headings of known sections have, where they have any.
fn section_level(text: &str) -> Option<usize> {
    let levels = text.lines().filter_map(|line| {
        let level = hashes(line.trim())?;
        headings::kind(line.trim()).map(|_| level)
    });
    levels.max()
}

fn hashes(words: &str) -> Option<usize> {
    let rest = words.trim_start_matches('#');
    let level = words.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then_some(level)
}

fn is_rule(words: &str) -> bool {
    !words.contains(char::is_alphanumeric)
}

/// `loud` says whether the text has its headings in capitals.
fn what(
    words: &str,
    level: Option<usize>,
    section: Option<Kind>,
    (apart, loud): (bool, bool),
) -> (What, String) {
    if let Some(own) = hashes(words) {
        let text = words.trim_start_matches('#').trim();
        return match headings::kind(text) {
            Some(kind) if level == Some(own) => (What::Heading(kind), text.to_owned()),
            None if level.is_some_and(|level| own <= level) && section.is_some() => {
                (What::Heading(Kind::Other), text.to_owned())
            }
            _ => (What::Text, text.to_owned()),
        };
    }
    if let Some(rest) = words.strip_prefix(BULLETS)
        && (rest.starts_with(' ') || words.starts_with('•') || words.starts_with('●'))
    {
        return (What::Bullet, rest.trim().to_owned());
    }
    // In a list of skills, "Tools" may be one.
    let by_itself =
        apart || !matches!(section, Some(Kind::Skills | Kind::Interests)) || is_loud(words);
    let is_list = matches!(
        section,
        Some(Kind::Skills | Kind::Languages | Kind::Certificates | Kind::Interests | Kind::Contact)
    );
    match headings::kind(words) {
        // Where headings are in capitals, "Leadership" within a list is none.
        Some(kind)
            if by_itself && !words.contains("    ") && (apart || !loud || is_loud(words)) =>
        {
            (What::Heading(kind), words.to_owned())
        }
        None if apart && is_list && loud && is_name(words) => {
            (What::Heading(Kind::Other), words.to_owned())
        }
        _ => (What::Text, words.to_owned()),
    }
}

/// Whether words in capitals name a section that nobody else has.
fn is_name(words: &str) -> bool {
    let is_plain = !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '/' | '.'));
    is_loud(words) && is_plain && words.len() > 6 && words.split_whitespace().count() <= 3
}

/// Whether all letters are capitals.
fn is_loud(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !words.contains(char::is_lowercase)
}

/// Whether a line goes on with what the bullet above it says.
fn goes_on(above: &str, words: &str, before: (usize, usize), indent: usize, widest: usize) -> bool {
    let (width, bullet) = before;
    if indent > bullet {
        return true;
    }
    if super::dates::find(words).is_some_and(|found| found.is_range) {
        return false;
    }
    let last = above.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_open =
        above.ends_with([',', '-', '–', '&', '/', '(']) || OPEN_ENDS.contains(&last.as_str());
    let is_low =
        words.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | '&' | '/' | '%'));
    let is_full =
        width * 5 >= widest * 4 && widest >= 50 && !above.ends_with(['.', ';', ':', '!', '?']);
    is_low || is_open || is_full
}

/// Adds what was wrapped.
pub(super) fn join(text: &mut String, more: &str) {
    let is_broken =
        text.ends_with('-') && !text.ends_with(" -") && more.starts_with(char::is_lowercase);
    if !is_broken && !text.is_empty() {
        text.push(' ');
    }
    text.push_str(more);
}

#[cfg(test)]
mod tests {
    use super::{Item, What, items};

    fn told(text: &str) -> Vec<String> {
        let tell = |item: Item| match item.what {
            What::Heading(kind) => format!("{kind:?}"),
            What::Bullet => format!("- {}", item.text),
            What::Text => item.text,
        };
        items(text).into_iter().map(tell).collect()
    }

    #[test]
    fn wrapped_bullets_are_one_and_headings_are_known() {
        let text = "Ann Example\n\nWORK EXPERIENCE\nNurse, Ward, 2019 – 2021\n- Cut the wait from 40 to\n30 minutes\n- Wrote\n  the rota\nAssistant, 2018 – 2019\n\nLanguages: English, Welsh\n";
        assert_eq!(
            told(text),
            [
                "Ann Example",
                "Work",
                "Nurse, Ward, 2019 – 2021",
                "- Cut the wait from 40 to 30 minutes",
                "- Wrote the rota",
                "Assistant, 2018 – 2019",
                "Languages",
                "English, Welsh"
            ]
        );
    }

    #[test]
    fn markdown_headings_of_sections_have_one_level() {
        let text = "# Ann\n## Experience\n### Nurse\n- Did\n## Gardening\nmuch\n";
        assert_eq!(
            told(text),
            ["Ann", "Work", "Nurse", "- Did", "Other", "much"]
        );
    }
}
