//! What people said, put behind what `take.yaml` says already.
//!
//! The text is the person's: it is never written anew, only added to. Each place where the list may end is tried, and
//! the first is taken at which the text then says what it said before, and after it what is new.

use serde::Serialize;
use serde_saphyr::Location;

use super::read::placed;
use super::{People, PeopleError, Said};

/// Most ends of a list in brackets that are tried.
const ENDS: usize = 16;

#[derive(Serialize)]
struct Written<'s> {
    by: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bar: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judged: Option<&'s str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'s str,
}

impl<'s> Written<'s> {
    fn of(said: &'s Said) -> Written<'s> {
        Written {
            by: &said.by,
            day: said.day.as_deref(),
            bar: said.bar.as_deref(),
            criterion: said.criterion.as_deref(),
            story: said.story.as_deref(),
            judged: said.judged.map(|judged| judged.word()),
            note: &said.note,
        }
    }
}

/// Something to be put into the text: where, and what.
type Addition = (usize, String);

impl People {
    /// The text of `take.yaml` with `more` at the end of what was said; whatever stood in it still does.
    ///
    /// # Errors
    /// Where the text cannot be read, or its list is written in a way that nothing can be put behind.
    pub fn add(text: &str, more: &[Said]) -> Result<String, PeopleError> {
        let (mut wanted, place) = placed(text)?;
        if more.is_empty() {
            return Ok(text.to_owned());
        }
        wanted.said.extend(more.iter().cloned());
        for (at, added) in additions(text, place, more) {
            let new = format!("{}{added}{}", &text[..at], &text[at..]);
            if placed(&new).is_ok_and(|(people, _)| people == wanted) {
                return Ok(new);
            }
        }
        let reason = "nothing can be put behind what `said` holds here: write it as a list, with `- by: NAME` on a line of its own";
        Err(PeopleError::at(place, reason.to_owned()))
    }
}

/// What may be added where, the likeliest first.
fn additions(text: &str, place: Option<Location>, more: &[Said]) -> Vec<Addition> {
    let lines = lines(text);
    let Some((line, column)) = place.map(|place| (place.line(), place.column())) else {
        return anew(text, &lines, more);
    };
    let line = usize::try_from(line).unwrap_or(0).saturating_sub(1);
    let column = usize::try_from(column).unwrap_or(0).saturating_sub(1);
    let Some(first) = lines.get(line) else {
        return Vec::new();
    };
    // A list with dashes is said to begin at its first dash or right behind it.
    if first.is_item() {
        return behind(text, &lines, line, more);
    }
    match first.words.char_indices().nth(column) {
        Some((start, '[')) => in_brackets(text, first.at + start, more),
        _ => Vec::new(),
    }
}

/// A line of the text, its break apart.
struct Line<'t> {
    at: usize,
    end: usize,
    words: &'t str,
}

impl Line<'_> {
    fn indent(&self) -> usize {
        self.words.len() - self.words.trim_start_matches(' ').len()
    }

    fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }

    fn is_item(&self) -> bool {
        let rest = &self.words[self.indent()..];
        rest == "-" || rest.starts_with("- ")
    }

    fn is_comment(&self) -> bool {
        self.words.trim_start().starts_with('#')
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let begin = at;
        at += line.len();
        Line {
            at: begin,
            end: at,
            words: line.trim_end_matches(['\n', '\r']),
        }
    });
    lines.collect()
}

/// Behind the last item of a list with dashes, of which the line `first` has the first.
fn behind(text: &str, lines: &[Line<'_>], first: usize, more: &[Said]) -> Vec<Addition> {
    let indent = lines[first].indent();
    let is_item = |line: &Line<'_>| line.indent() == indent && line.is_item();
    let mut last = first;
    let mut next = lines.len();
    for (at, line) in lines.iter().enumerate().skip(first + 1) {
        if line.is_blank() {
            continue;
        }
        if line.indent() > indent || is_item(line) {
            last = at;
        } else if !line.is_comment() {
            next = at;
            break;
        }
    }
    // Blank lines may belong to the last words, and then the list ends after them.
    let blank = lines[last + 1..next].iter();
    let blank = blank.take_while(|line| line.is_blank()).count();
    let mut ends = vec![last];
    if blank > 0 {
        ends.push(last + blank);
    }
    let mut additions = Vec::new();
    for end in ends {
        let end = lines[end].end;
        for items in items(text, indent, more) {
            additions.push((end, on_its_line(text, end, items)));
        }
    }
    additions
}

/// Before a bracket that may close the list which opens at `open`.
fn in_brackets(text: &str, open: usize, more: &[Said]) -> Vec<Addition> {
    let json = more.iter().map(json).collect::<Vec<_>>().join(", ");
    let ends = text[open..].match_indices(']').take(ENDS);
    let ends = ends.map(|(at, _)| open + at);
    ends.flat_map(|end| [(end, format!(", {json}")), (end, json.clone())])
        .collect()
}

/// A list where there is none yet: under its key where that stands there, else at the end.
fn anew(text: &str, lines: &[Line<'_>], more: &[Said]) -> Vec<Addition> {
    let is_key = |line: &&Line<'_>| {
        let rest = line.words.trim_start().strip_prefix("said:");
        rest.is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with('#'))
    };
    let mut additions = Vec::new();
    for line in lines.iter().filter(is_key).take(ENDS) {
        for items in items(text, line.indent(), more) {
            additions.push((line.end, on_its_line(text, line.end, items)));
        }
    }
    let begins = |line: &&Line<'_>| {
        !line.is_blank() && !line.is_comment() && !line.words.starts_with(['-', '%', '\u{feff}'])
    };
    let indent = lines.iter().find(begins).map_or(0, Line::indent);
    let key = format!("{:indent$}said:{}", "", line_break(text));
    for items in items(text, indent, more) {
        let added = on_its_line(text, text.len(), format!("{key}{items}"));
        additions.push((text.len(), added));
    }
    additions
}

/// `added` at `at`, on a line of its own.
fn on_its_line(text: &str, at: usize, added: String) -> String {
    let is_new = at == 0 || text[..at].ends_with('\n');
    if is_new {
        added
    } else {
        format!("{}{added}", line_break(text))
    }
}

fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The items of a list with dashes: as people write them, and where that reads otherwise, in braces.
fn items(text: &str, indent: usize, more: &[Said]) -> [String; 2] {
    let written: Vec<Written<'_>> = more.iter().map(Written::of).collect();
    let plain = serde_saphyr::to_string(&written).unwrap_or_default();
    let braced = more.iter().map(|said| format!("- {}\n", json(said)));
    let braced: String = braced.collect();
    [plain, braced].map(|items| {
        let mut indented = String::new();
        for line in items.lines() {
            if !line.is_empty() {
                indented.push_str(&format!("{:indent$}{line}", ""));
            }
            indented.push_str(line_break(text));
        }
        indented
    })
}

/// One, as JSON, which is YAML too.
fn json(said: &Said) -> String {
    // Texts alone: nothing here can fail to be written.
    serde_json::to_string(&Written::of(said)).unwrap_or_default()
}
