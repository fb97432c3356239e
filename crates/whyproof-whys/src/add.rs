//! Questions written into a case, as suggested whys.

use whyproof_case::{Case, StatementId, normalised};
use whyproof_syntax::{NodeKind, Place, Role, TextId, parse};

use crate::barrage::Asked;
use crate::material::On;

/// Fewest and most words of a passage that a question quotes.
const QUOTED: std::ops::RangeInclusive<usize> = 3..=12;
/// Longest attribute list that the language reads, in bytes, with room for its keys.
const ATTRIBUTES: usize = 1_900;

/// The text of `case` with `asked` as suggested whys in *Questions*, which is made before the last footnotes where it is
/// missing. Nothing of the text is lost; what it asks already is not written again.
///
/// A question that would not be read back as the why it is, because the place is inside a block that is never closed,
/// is left out.
pub fn add(case: &Case, asked: &[Asked]) -> String {
    let mut text = case.source().to_owned();
    for one in asked {
        let words = one.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let parsed = parse(&text);
        let same = normalised(&words);
        let known = |id: TextId| normalised(&parsed.document.text(id).words.text) == same;
        if words.is_empty() || parsed.document.whys.iter().any(|why| known(why.head)) {
            continue;
        }
        let on = on(case, one, asked);
        let follow_up = under(case, one, &parsed);
        let level = follow_up.map_or(3, |(_, level)| level);
        let heading = heading(&words, on.as_deref(), level);
        let places = match follow_up {
            Some((at, _)) => [Some((at, false)), None, None],
            None => [
                in_questions(&parsed),
                new_section(&parsed),
                Some((text.len(), true)),
            ],
        };
        let written = places.into_iter().flatten().find_map(|(at, section)| {
            let new = insert(&text, at, &heading, section);
            is_read(&new, &same, on.as_deref(), parsed.document.whys.len()).then_some(new)
        });
        if let Some(written) = written {
            text = written;
        }
    }
    text
}

/// The heading's line.
fn heading(words: &str, on: Option<&str>, level: u8) -> String {
    let marks = "#".repeat(usize::from(level));
    let mut line = format!("{marks} {} {{", escaped(words));
    if let Some(on) = on {
        line.push_str("on=");
        line.push_str(on);
        line.push(' ');
    }
    line + "by=whyproof}"
}

/// Words that Markdown reads as words.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut before = ' ';
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let inside =
            before.is_alphanumeric() && rest.peek().is_some_and(|next| next.is_alphanumeric());
        let special = matches!(
            c,
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '{' | '}' | '&' | '~' | '|' | '#'
        ) || (c == '_' && !inside);
        if special {
            text.push('\\');
        }
        text.push(c);
        before = c;
    }
    text
}

/// What the attribute `on` says: an id that the author gave, or words in quotation marks; none for the whole.
fn on(case: &Case, asked: &Asked, all: &[Asked]) -> Option<String> {
    match asked.on {
        On::Case => None,
        On::Statement(id) => {
            let statement = case.statement(id);
            if statement.explicit {
                return Some(format!("#{}", statement.id));
            }
            window(&statement.text, |words| of_statement(case, words) == [id])
        }
        On::Answer(at) => {
            let why = case.whys.get(at as usize)?;
            // In *Questions* it is a follow-up, under what it is put to.
            why.in_case.then_some(())?;
            if case.parse.document.text(why.head).attributes.id.is_some() {
                return Some(format!("#{}", why.id));
            }
            window(why.answer.as_deref()?, |words| times(case, words) == 1)
        }
        On::Passage => {
            let passage = case.source().get(asked.span.range())?;
            window(passage, |words| {
                times(case, words) == 1 && !all.iter().any(|asked| asked.text.contains(words))
            })
        }
    }
}

/// A few words in a row that can be quoted and that `is_one` takes for one place.
fn window(text: &str, is_one: impl Fn(&str) -> bool) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let most = words.len().min(*QUOTED.end());
    let least = words.len().min(*QUOTED.start()).max(1);
    // From the start on, as much as may be quoted: a reader knows the place again.
    let starts = 0..words.len().min(40);
    starts
        .flat_map(|from| (least..=most).rev().map(move |len| (from, len)))
        .filter_map(|(from, len)| words.get(from..from + len))
        .map(|words| words.join(" "))
        .map(|words| words.trim_end_matches(['.', ',', ';', ':']).to_owned())
        .find(|words| {
            let plain = !words.is_empty()
                && words.len() < ATTRIBUTES
                && !words.contains(|c: char| {
                    matches!(
                        c,
                        '"' | '“'
                            | '”'
                            | '\''
                            | '’'
                            | '‘'
                            | '{'
                            | '}'
                            | '\\'
                            | '<'
                            | '>'
                            | '`'
                            | '*'
                            | '_'
                            | '['
                            | ']'
                            | '&'
                            | '#'
                            | '|'
                            | '~'
                            | '^'
                    ) || c.is_control()
                });
            plain && is_one(words)
        })
        .map(|words| format!("\"{words}\""))
}

/// The statements among whose own words `words` stand.
fn of_statement(case: &Case, words: &str) -> Vec<StatementId> {
    let document = &case.parse.document;
    let holds = |id: &TextId| {
        document
            .texts
            .get(id.0 as usize)
            .is_some_and(|text| text.words.text.contains(words))
    };
    let all = case.statements();
    all.filter(|(_, statement)| statement.own.iter().any(holds))
        .map(|(id, _)| id)
        .collect()
}

/// How many blocks have `words`, footnotes apart.
fn times(case: &Case, words: &str) -> usize {
    let texts = case.parse.document.texts.iter();
    texts
        .filter(|text| !matches!(text.place, Place::Footnote(_)))
        .map(|text| text.words.text.matches(words).count())
        .sum()
}

/// Where a follow-up to an answer in *Questions* stands, and its level: after that answer.
fn under(case: &Case, asked: &Asked, parsed: &whyproof_syntax::Parse) -> Option<(usize, u8)> {
    let On::Answer(at) = asked.on else {
        return None;
    };
    let why = case.whys.get(at as usize).filter(|why| !why.in_case)?;
    let same = normalised(&why.text);
    let whys = parsed.document.whys.iter().filter(|why| !why.in_case);
    let heads = whys.map(|why| parsed.document.text(why.head));
    let head = heads
        .into_iter()
        .find(|head| normalised(&head.words.text) == same)?;
    let NodeKind::Heading(level @ 3..=5) = head.kind else {
        return None;
    };
    let tree = &parsed.tree;
    let mut end = head.span.end;
    let after = tree.children(tree.root()).filter(|node| *node > head.node);
    for node in after {
        match tree.kind(node) {
            NodeKind::Heading(_) => break,
            NodeKind::FootnoteDefinition | NodeKind::Markup => {}
            _ => end = tree.span(node).end,
        }
    }
    Some((end as usize, level + 1))
}

/// The end of the last block of *Questions*.
fn in_questions(parsed: &whyproof_syntax::Parse) -> Option<(usize, bool)> {
    let section = parsed.document.sections_of(Role::Questions).last()?;
    let heading = parsed.document.text(section.heading).span.end;
    let last = section
        .blocks
        .last()
        .map_or(heading, |block| parsed.tree.span(*block).end.max(heading));
    Some((last as usize, false))
}

/// The start of the footnotes that end the text.
fn new_section(parsed: &whyproof_syntax::Parse) -> Option<(usize, bool)> {
    let tree = &parsed.tree;
    let mut at = None;
    for node in tree.children(tree.root()) {
        match tree.kind(node) {
            NodeKind::FootnoteDefinition => {
                at.get_or_insert(tree.span(node).start as usize);
            }
            NodeKind::Markup => {}
            _ => at = None,
        }
    }
    at.map(|at| (at, true))
}

/// The text with the heading at `at`, in lines of its own.
fn insert(text: &str, at: usize, heading: &str, section: bool) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (before, after) = text.split_at(floor(text, at));
    let kept = before.trim_end_matches(['\n', '\r', ' ', '\t']);
    // Blank lines between stay as they are; what is missing of them is added.
    let gap = &before[kept.len()..];
    let lines = gap.matches('\n').count();
    let mut new = before.to_owned();
    if !kept.is_empty() {
        let wanted = if gap.is_empty() || lines == 0 {
            2
        } else {
            2usize.saturating_sub(lines)
        };
        new.push_str(&end.repeat(wanted));
    }
    if section {
        new.push_str("## Questions");
        new.push_str(&end.repeat(2));
    }
    new.push_str(heading);
    new.push_str(end);
    if !after
        .trim_start_matches([' ', '\t'])
        .starts_with(['\n', '\r'])
        && !after.is_empty()
    {
        new.push_str(end);
    }
    new + after
}

/// The last character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether the text has one why more, and it is the one that was written.
fn is_read(text: &str, words: &str, on: Option<&str>, before: usize) -> bool {
    let parsed = parse(text);
    let wanted = on.map(|on| on.trim_matches('"'));
    parsed.document.whys.len() == before + 1
        && parsed.document.whys.iter().any(|why| {
            let head = parsed.document.text(why.head);
            let attributes = &head.attributes;
            normalised(&head.words.text) == words
                && attributes.get("by") == Some("whyproof")
                && attributes.get("on") == wanted
        })
}
