//! The sentences of a text that can be asked about, each with where and how it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use whyproof_case::{Case, Side, StatementId, sentences};
use whyproof_syntax::{NodeKind, Place, Role, Span, Text};

use crate::english::{Clause, Shape, Token, clause, lower_first, tokens, turn};
use crate::material::{On, Slot};

use super::joined::joined;
use super::whole::Whole;

/// Most words of a text that is heard as one speech.
pub(super) const SHORT: usize = 400;
/// The same where the text opens with who says it.
pub(super) const SHORT_SPOKEN: usize = 1200;
/// No page is narrower, in characters.
const NARROW: usize = 60;
/// No page is wider.
const WIDE: usize = 100;

/// One sentence.
#[derive(Debug, Clone)]
pub(crate) struct Sentence {
    /// Its words, code between backticks.
    pub(crate) text: String,
    /// Its tokens.
    pub(crate) tokens: Vec<Token>,
    /// Where it stands.
    pub(crate) span: Span,
    /// Whether a footnote or a link stands in its paragraph.
    pub(crate) sourced: bool,
    /// What it stands on.
    pub(crate) on: On,
    /// What rests on its statement.
    pub(crate) load: u32,
    /// Whether its statement is shown by evidence that counts.
    pub(crate) shown: bool,
    /// The heading it stands under, in small letters.
    pub(crate) heading: String,
    /// The headings it stands under, outermost first.
    pub(crate) path: Vec<String>,
    /// Its paragraph, by number.
    pub(crate) paragraph: usize,
    /// Who says it, where the text is a transcript: *CLINTON:*.
    pub(crate) speaker: Option<Slot>,
    /// Its clause, where it is plain.
    pub(crate) clause: Option<Clause>,
}

/// The sentences of a text, and the words it has with a small first letter.
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    /// In file order.
    pub(crate) all: Vec<Sentence>,
    /// Whether the text is so short that what its pronouns stand for is plain.
    pub(crate) short: bool,
    /// What is known of the text as a whole.
    pub(crate) whole: Whole,
    small: BTreeSet<String>,
}

impl Sentences {
    /// Reads them: paragraphs of the narrative, and the statements of the author's argument.
    pub(crate) fn read(case: &Case) -> Self {
        let mut found = Sentences {
            short: super::is_short(case),
            ..Sentences::default()
        };
        let mut path: Vec<(u8, String)> = Vec::new();
        let own = case.statements().filter(|(_, s)| s.side == Side::Author);
        let own: BTreeMap<u32, StatementId> = own.map(|(id, s)| (s.head.0, id)).collect();
        for (index, text) in case.parse.document.texts.iter().enumerate() {
            if let NodeKind::Heading(level) = text.kind {
                path.retain(|(above, _)| *above < level);
                path.push((level, text.words.text.to_lowercase()));
                continue;
            }
            let role = case.parse.document.role_of(text);
            if text.kind != NodeKind::Paragraph || text.place != Place::Body {
                continue;
            }
            let statement = own.get(&(index as u32)).copied();
            let argued = matches!(role, Some(Role::Case | Role::Questions | Role::Data));
            if argued && statement.is_none() {
                continue;
            }
            let path: Vec<String> = path.iter().map(|(_, heading)| heading.clone()).collect();
            found.paragraph(case, text, index, statement, &path);
        }
        if found.short {
            found.hear();
        } else {
            found.whole = Whole::read(case.source(), &found.all);
        }
        found.learn();
        found
    }

    fn paragraph(
        &mut self,
        case: &Case,
        text: &Text,
        index: usize,
        statement: Option<StatementId>,
        path: &[String],
    ) {
        let words = &text.words;
        let sourced = words
            .marks
            .iter()
            .any(|mark| matches!(mark.kind, NodeKind::FootnoteReference | NodeKind::Link));
        let ranges = match self.short {
            true => lines_or_sentences(case, text),
            false => sentences(&words.text),
        };
        for range in ranges {
            let code = words.marks.iter().filter(|m| m.kind == NodeKind::Code);
            let code = code.map(|m| (m.start as usize, m.end as usize));
            let mut quoted = with_backticks(&words.text, range.clone(), code);
            if self.short {
                quoted = joined(&quoted);
            }
            let tokens = tokens(&quoted);
            let clause = clause(&tokens, after_speaker(&tokens), tokens.len());
            let (on, load, shown) = match statement {
                Some(id) => {
                    let statement = case.statement(id);
                    (On::Statement(id), statement.load, statement.shown)
                }
                None => (On::Passage, 0, false),
            };
            self.all.push(Sentence {
                text: quoted,
                tokens,
                span: words.source(range.start, range.end),
                sourced,
                on,
                load,
                shown,
                heading: path.last().cloned().unwrap_or_default(),
                path: path.to_vec(),
                paragraph: index,
                speaker: None,
                clause,
            });
        }
    }

    /// Hears who speaks: a name before a colon has the floor until the next one.
    fn hear(&mut self) {
        let mut speaking: Option<Slot> = None;
        for sentence in &mut self.all {
            let after = after_speaker(&sentence.tokens);
            if let Some(last) = after.checked_sub(2).and_then(|at| sentence.tokens.get(at)) {
                let name = &sentence.text[sentence.tokens[0].start..last.end];
                speaking = Some(Slot {
                    text: as_name(name),
                    span: sentence.span,
                    plural: false,
                });
            }
            sentence.speaker.clone_from(&speaking);
        }
    }

    /// Learns which words the text has with a small first letter.
    fn learn(&mut self) {
        for sentence in &self.all {
            for token in &sentence.tokens {
                if !token.capital && token.is_wordy() {
                    self.small.insert(token.lower.clone());
                }
            }
        }
    }

    /// The tokens from `from` to before `to` as words in the middle of a question.
    pub(crate) fn words(&self, sentence: &Sentence, from: usize, to: usize) -> Option<Slot> {
        let first = sentence.tokens.get(from)?;
        let last = sentence.tokens.get(to.checked_sub(1)?)?;
        if to <= from {
            return None;
        }
        let mut text = sentence.text.get(first.start..last.end)?.to_owned();
        let mut head = first.clone();
        head.end -= head.start;
        head.start = 0;
        text = lower_first(&text, &head, |word| self.small.contains(word));
        text = turn(&without_asides(&text));
        Some(Slot {
            text: tidy(&text),
            span: sentence.span,
            plural: crate::english::is_plural(&sentence.tokens[from..to]),
        })
    }
}

/// The sentences of a block of a speech. Where it is written line by line, a line's end ends a sentence too.
fn lines_or_sentences(case: &Case, text: &Text) -> Vec<Range<usize>> {
    let words = &text.words;
    let source = &case.source()[text.span.range()];
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    if !is_line_by_line(&lines) && !is_transcript(&lines) {
        return sentences(&words.text);
    }
    let mut found = Vec::new();
    let mut from = 0;
    for pair in lines.windows(2).filter(|pair| ends_here(pair[0], pair[1])) {
        let head: String = pair[1]
            .split_whitespace()
            .take(4)
            .collect::<Vec<_>>()
            .join(" ");
        // Not before half of this line: the next may begin with the same words.
        let past = words.text.ceil_char_boundary(from + pair[0].len() / 2);
        let at = words.text.get(past..).and_then(|rest| rest.find(&head));
        if let Some(at) = at.filter(|_| !head.is_empty()) {
            push_sentences(&words.text, from..past + at, &mut found);
            from = past + at;
        }
    }
    push_sentences(&words.text, from..words.text.len(), &mut found);
    found
}

/// Whether the lines were broken by sense and not at a width: many are much shorter than the longest.
fn is_line_by_line(lines: &[&str]) -> bool {
    let Some((_, before)) = lines.split_last() else {
        return false;
    };
    let longest = lines
        .iter()
        .map(|line| line.chars().count())
        .max()
        .unwrap_or(0);
    let short = before
        .iter()
        .filter(|line| line.chars().count() * 10 < longest * 7)
        .count();
    before.len() >= 2 && short * 10 >= before.len() * 3
}

/// Whether somebody is named who speaks, and the lines were not broken at a width.
fn is_transcript(lines: &[&str]) -> bool {
    let named = lines
        .first()
        .is_some_and(|line| after_speaker(&tokens(line)) > 0);
    let widths = lines.iter().map(|line| line.chars().count());
    let longest = widths.clone().max().unwrap_or(0);
    let full = widths
        .take(lines.len().saturating_sub(1))
        .all(|width| width * 10 >= longest * 8);
    named && (lines.len() < 3 || !(NARROW..=WIDE).contains(&longest) || !full)
}

/// Whether a sentence ends with `line`, where `next` comes after it.
fn ends_here(line: &str, next: &str) -> bool {
    let on = [
        "and", "because", "that", "to", "of", "than", "which", "who", "where", "if", "or", "in",
        "for", "on", "with", "as", "when", "while", "from", "by", "plus",
    ];
    let word = next
        .split(|c: char| !c.is_alphanumeric())
        .find(|w| !w.is_empty())
        .unwrap_or("");
    let capital = next
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_uppercase);
    capital || !(line.ends_with([',', ';']) || on.contains(&word))
}

fn push_sentences(text: &str, range: Range<usize>, into: &mut Vec<Range<usize>>) {
    let ranges = sentences(&text[range.clone()]);
    into.extend(
        ranges
            .into_iter()
            .map(|r| range.start + r.start..range.start + r.end),
    );
}

/// The words of `range`, code between backticks again.
pub(in crate::mine) fn with_backticks(
    text: &str,
    range: Range<usize>,
    code: impl Iterator<Item = (usize, usize)>,
) -> String {
    let mut quoted = String::new();
    let mut from = range.start;
    for (start, end) in code {
        if start < from || end > range.end || text[start..end].contains('`') {
            continue;
        }
        quoted.push_str(&text[from..start]);
        quoted.push('`');
        quoted.push_str(&text[start..end]);
        quoted.push('`');
        from = end;
    }
    quoted.push_str(&text[from..range.end]);
    quoted
}

/// Past the name of who speaks: *CLINTON:*, or *anna_k: "*.
pub(super) fn after_speaker(tokens: &[Token]) -> usize {
    let colon = tokens.iter().take(5).position(|t| t.is(":"));
    let named = |at: usize| {
        let opens = tokens
            .get(at + 1)
            .is_some_and(|t| t.any(&["\"", "“"]) && at <= 3);
        let name = |t: &Token| opens || t.capital || t.shape == Shape::Number;
        tokens[..at].iter().all(|t| t.is_wordy() && name(t))
    };
    colon
        .filter(|at| *at > 0 && named(*at))
        .map_or(0, |at| at + 1)
}

/// Whether a text opens with who says it and a quotation mark.
pub(super) fn is_spoken(text: &str) -> bool {
    let opening: String = text.chars().take(80).collect();
    let tokens = tokens(&opening);
    let after = after_speaker(&tokens);
    after > 0 && tokens.get(after).is_some_and(|t| t.any(&["\"", "“"]))
}

/// A name as it is said: not all in capitals, unless it is as short as initials.
fn as_name(name: &str) -> String {
    let shouted = name.chars().count() > 3 && !name.chars().any(char::is_lowercase);
    let parts = name.trim_matches('_').split(' ').map(|part| {
        let mut chars = part.chars();
        match chars.next() {
            Some(first) if shouted => first.to_string() + &chars.as_str().to_lowercase(),
            _ => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Without what stands in parentheses.
fn without_asides(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Without white space before marks or twice.
fn tidy(text: &str) -> String {
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if !kept.is_empty() && !word.starts_with([',', '.', ';', ':']) {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept.trim_end_matches([',', '.', ';', ':', '!']).to_owned()
}
