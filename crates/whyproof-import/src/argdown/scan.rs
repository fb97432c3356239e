//! Argdown's lines as elements: what they are, how far they are indented, and their words.

use super::inline;
use crate::draft::Note;

/// What an element is to the one it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `+`, `<+`: it supports what it stands under.
    Support,
    /// `-`, `<-`: it attacks it.
    Attack,
    /// `_`, `<_`: it undercuts it.
    Undercut,
    /// `+>`: it is supported by it.
    Supported,
    /// `->`: it is attacked by it.
    Attacked,
    /// `_>`: it is undercut by it.
    Undercutted,
    /// `><`: the two contradict each other.
    Contradiction,
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A paragraph of its own.
    Top,
    /// Under another, by a relation.
    Related(Sign),
    /// An item of a list.
    Item,
    /// A numbered premise or conclusion.
    Numbered,
    /// A line of hyphens: what is numbered next is concluded.
    Inference,
    /// A heading of this level.
    Heading(usize),
}

/// One element.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) kind: Kind,
    pub(super) indent: usize,
    pub(super) line: usize,
    /// Its source, its lines joined, without its sign.
    pub(super) source: String,
    /// Whether an empty line, or the beginning, stands before it.
    pub(super) after_empty: bool,
}

/// A whole file.
#[derive(Debug, Default)]
pub(super) struct Scan {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) elements: Vec<Element>,
}

pub(super) fn scan(text: &str, notes: &mut Vec<Note>) -> Scan {
    let mut scan = Scan::default();
    let body = front_matter(text, &mut scan, notes);
    let skipped = text.len() - body.len();
    let first_line = 1 + text
        .as_bytes()
        .get(..skipped)
        .unwrap_or_default()
        .iter()
        .filter(|&&b| b == b'\n')
        .count();
    let body = inline::without_comments(body, first_line, notes);
    let mut after_empty = true;
    let mut in_rules = false;
    for (at, line) in body.split('\n').enumerate() {
        let number = first_line + at;
        let commented = line.contains(inline::MARK);
        let line = &line.replace(inline::MARK, "");
        let words = line.trim();
        if words.is_empty() && commented {
            continue;
        }
        if words.is_empty() {
            (after_empty, in_rules) = (true, false);
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        if in_rules || is_inference(words) {
            in_rules = rules(words, in_rules, number, &mut scan, notes);
            after_empty = false;
            continue;
        }
        match opening(line, words, after_empty) {
            Some((kind, rest)) => scan.elements.push(Element {
                kind,
                indent,
                line: number,
                source: rest.to_owned(),
                after_empty,
            }),
            None => match scan.elements.last_mut() {
                Some(last) if !after_empty && last.kind != Kind::Inference => {
                    last.source.push('\n');
                    last.source.push_str(words);
                }
                _ => scan.elements.push(Element {
                    kind: Kind::Top,
                    indent,
                    line: number,
                    source: words.to_owned(),
                    after_empty,
                }),
            },
        }
        after_empty = false;
    }
    scan
}

/// Reads `===` … `===` at the beginning; what follows it.
fn front_matter<'t>(text: &'t str, scan: &mut Scan, notes: &mut Vec<Note>) -> &'t str {
    let start = text.trim_start();
    let is_fence = |line: &str| line.len() >= 3 && line.bytes().all(|byte| byte == b'=');
    let Some((first, rest)) = start.split_once('\n') else {
        return text;
    };
    if !is_fence(first.trim()) {
        return text;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if is_fence(line.trim()) {
            let yaml = rest.get(..at).unwrap_or_default();
            settings(yaml, scan, notes);
            return rest.get(at + line.len()..).unwrap_or_default();
        }
        at += line.len();
    }
    text
}

/// Title and author, with the lines that go on below them; the rest is noted.
fn settings(yaml: &str, scan: &mut Scan, notes: &mut Vec<Note>) {
    let mut entries: Vec<String> = Vec::new();
    for line in yaml.lines().filter(|line| !line.trim().is_empty()) {
        match entries.last_mut() {
            Some(last) if line.starts_with([' ', '\t', '-']) => {
                last.push('\n');
                last.push_str(line);
            }
            _ => entries.push(line.to_owned()),
        }
    }
    for entry in entries {
        let (key, value) = entry.split_once(':').unwrap_or((&entry, ""));
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value
            .trim_matches(['"', '\''])
            .trim_start_matches(['>', '|', '-'])
            .trim();
        match key.trim() {
            "title" if !value.is_empty() => scan.title = Some(value.to_owned()),
            "author" if !value.is_empty() && !value.starts_with('[') => {
                scan.author = Some(value.to_owned());
            }
            _ => notes.push(Note::new(
                Some(1),
                format!("The setting `{entry}` has no place in a case."),
            )),
        }
    }
}

fn is_inference(words: &str) -> bool {
    words.starts_with("--") && !words.starts_with("-->")
}

/// A line of an inference; whether its rules go on.
fn rules(words: &str, open: bool, line: usize, scan: &mut Scan, notes: &mut Vec<Note>) -> bool {
    let collapsed = words.bytes().all(|byte| byte == b'-') && words.len() >= 4;
    let names = words.trim_matches('-').trim();
    if !names.is_empty() {
        notes.push(Note::new(
            Some(line),
            format!("The inference names “{names}”; a case has no names for inferences."),
        ));
    }
    if open {
        return !words.ends_with("--");
    }
    scan.elements.push(Element {
        kind: Kind::Inference,
        indent: 0,
        line,
        source: String::new(),
        after_empty: false,
    });
    let closed = !names.is_empty() && words.ends_with("--");
    !collapsed && !closed
}

/// What a line opens, and its words; none where it goes on with what stands above.
fn opening<'l>(line: &str, words: &'l str, after_empty: bool) -> Option<(Kind, &'l str)> {
    const SIGNS: [(&str, Sign); 10] = [
        ("+>", Sign::Supported),
        ("->", Sign::Attacked),
        ("_>", Sign::Undercutted),
        ("><", Sign::Contradiction),
        ("<+", Sign::Support),
        ("<-", Sign::Attack),
        ("<_", Sign::Undercut),
        ("+", Sign::Support),
        ("-", Sign::Attack),
        ("_", Sign::Undercut),
    ];
    let begins = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '[', '<']);
    for (sign, meaning) in SIGNS {
        if let Some(rest) = words.strip_prefix(sign).filter(|rest| begins(rest)) {
            return Some((Kind::Related(meaning), rest.trim_start()));
        }
    }
    if let Some(rest) = numbered(words) {
        return Some((Kind::Numbered, rest));
    }
    let indented = line.starts_with([' ', '\t']);
    if let (true, Some(rest)) = (indented, item(words)) {
        return Some((Kind::Item, rest));
    }
    let level = words.len() - words.trim_start_matches('#').len();
    if after_empty && level > 0 {
        let rest = words.get(level..).unwrap_or_default();
        if rest.starts_with(' ') {
            return Some((Kind::Heading(level.min(6)), rest.trim()));
        }
    }
    None
}

fn numbered(words: &str) -> Option<&str> {
    let (number, rest) = words.strip_prefix('(')?.split_once(')')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| rest.trim_start())
}

fn item(words: &str) -> Option<&str> {
    if let Some(rest) = words.strip_prefix('*') {
        return rest.starts_with([' ', '\t']).then(|| rest.trim_start());
    }
    let (number, rest) = words.split_once('.')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}
