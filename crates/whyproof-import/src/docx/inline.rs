//! Runs of a paragraph as Markdown.

use crate::escape::escape;

/// Words in one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) code: bool,
    pub(super) struck: bool,
    /// Where it leads.
    pub(super) link: Option<String>,
    /// Whether the text is Markdown already.
    pub(super) raw: bool,
    /// Its character style.
    pub(super) style: Option<String>,
}

/// Where a paragraph is written, which says how a line break in it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// Runs of one look as one.
pub(super) fn merged(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match out.last_mut() {
            Some(last) if !run.raw && last.same_look(&run) => last.text.push_str(&run.text),
            _ => out.push(run),
        }
    }
    out
}

impl Run {
    fn same_look(&self, other: &Self) -> bool {
        let looks = |run: &Self| (run.bold, run.italic, run.code, run.struck, run.raw);
        looks(self) == looks(other) && self.link == other.link
    }
}

/// A paragraph's words as they are.
pub(super) fn plain(runs: &[Run]) -> String {
    let words = runs.iter().filter(|run| !run.raw);
    words.map(|run| run.text.as_str()).collect()
}

/// A paragraph as Markdown; `\n` in it is a hard break whose backslash stands already.
pub(super) fn markdown(runs: Vec<Run>, place: Place) -> String {
    let runs = merged(runs);
    let mut out = String::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let Some(target) = &run.link else {
            piece(run, runs.get(at + 1), place, &mut out);
            at += 1;
            continue;
        };
        let same = runs
            .iter()
            .skip(at)
            .take_while(|next| next.link == run.link)
            .count();
        let mut inner = String::new();
        for index in at..at + same {
            if let Some(run) = runs.get(index) {
                piece(run, runs.get(index + 1), Place::Heading, &mut inner);
            }
        }
        at += same;
        if inner.trim().is_empty() {
            out += &inner;
        } else {
            out += &format!("[{}]({})", inner.trim(), destination(target));
            if inner.ends_with(' ') {
                out.push(' ');
            }
        }
    }
    out.trim()
        .trim_end_matches("\\\n")
        .trim_end_matches("<br>")
        .trim_end()
        .to_owned()
}

fn destination(target: &str) -> String {
    let simple = !target.is_empty()
        && target
            .chars()
            .all(|c| c.is_ascii_graphic() && !matches!(c, '(' | ')' | '<' | '>' | '\\' | '&'));
    if simple {
        return target.to_owned();
    }
    let mut out = String::from("<");
    for c in target.chars().filter(|c| !c.is_control()) {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out.push('>');
    out
}

fn piece(run: &Run, next: Option<&Run>, place: Place, out: &mut String) {
    if run.raw {
        out.push_str(&run.text);
        return;
    }
    let words = run.text.trim();
    if words.is_empty() {
        broken(&run.text, place, out);
        return;
    }
    let from = run.text.len() - run.text.trim_start().len();
    let (before, rest) = run.text.split_at(from);
    let after = rest.get(words.len()..).unwrap_or_default();
    broken(before, place, out);
    let simple = !words.contains(['\n', '`', '|']) && place != Place::Cell;
    if run.code && simple && !out.ends_with('`') {
        out.push_str(&format!("`{words}`"));
    } else {
        let mark = match (run.bold, run.italic, run.struck) {
            (true, true, _) => "***",
            (true, false, _) => "**",
            (false, true, _) => "*",
            (false, false, true) => "~~",
            _ => "",
        };
        let following = after
            .chars()
            .next()
            .or_else(|| next.and_then(|next| next.text.chars().next()));
        let mark = if holds(words, following, out) {
            mark
        } else {
            ""
        };
        out.push_str(mark);
        broken(words, place, out);
        out.push_str(mark);
    }
    broken(after, place, out);
}

/// Whether marks around words would be read as emphasis, by CommonMark's rules for delimiters.
fn holds(words: &str, following: Option<char>, out: &str) -> bool {
    let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let before = out.chars().next_back();
    let open = before
        .is_none_or(|c| c.is_whitespace() || (mark(c) && !matches!(c, '*' | '~' | '\\')))
        || words.chars().next().is_some_and(char::is_alphanumeric)
            && !matches!(before, Some('*' | '~' | '\\'));
    let close = following.is_none_or(|c| c.is_whitespace() || (mark(c) && !matches!(c, '*' | '~')))
        || words.chars().next_back().is_some_and(char::is_alphanumeric)
            && !matches!(following, Some('*' | '~'));
    open && close && !words.contains('\n')
}

/// Words escaped, their line breaks as the place has them.
fn broken(words: &str, place: Place, out: &mut String) {
    for (at, line) in words.split('\n').enumerate() {
        if at > 0 {
            let spaces = out.len() - out.trim_end_matches(' ').len();
            out.truncate(out.len() - spaces);
            match place {
                Place::Heading => out.push(' '),
                Place::Cell => out.push_str("<br> "),
                Place::Paragraph if out.is_empty() || out.ends_with('\n') => {}
                Place::Paragraph => out.push_str("\\\n"),
            }
        }
        let starts = out.is_empty() || out.ends_with('\n');
        let line = if starts { line.trim_start() } else { line };
        let line: String = line
            .chars()
            .map(|c| {
                if c.is_whitespace() && c != '\u{a0}' {
                    ' '
                } else {
                    c
                }
            })
            .collect();
        out.push_str(&escape(&line, starts));
    }
}
