//! What a letter is made of: who sends it, to whom and about what, its body, and how it is signed.

use crate::manuscript::{Element, Event};
use crate::resume::links;

/// How many paragraphs may stand between who sends a letter and what it is about: the day, and whom it goes to.
const OPENING: usize = 3;

/// What stands between two ways to reach somebody.
const BETWEEN: &str = " · ";

/// Who sends a letter.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sender {
    /// Their name.
    pub(super) name: String,
    /// The ways to reach them: words, and where they lead.
    pub(super) ways: Vec<(String, Option<String>)>,
}

/// A letter in its parts; what is not told from the body stands in that.
#[derive(Debug)]
pub(super) struct Parts<'m, 'a> {
    /// Who sends it: the first paragraph, where its first line is a name in bold.
    pub(super) sender: Option<Sender>,
    /// The day, and whom it goes to.
    pub(super) opening: Vec<&'m [Event<'a>]>,
    /// What it is about: a paragraph in bold.
    pub(super) about: Option<&'m [Event<'a>]>,
    /// The rest.
    pub(super) body: &'m [Event<'a>],
    /// The close, and the sender's name under it, where the letter ends with both.
    pub(super) signed: Option<(&'m [Event<'a>], &'m [Event<'a>])>,
}

impl<'m, 'a> Parts<'m, 'a> {
    /// The parts of what stands before a letter's first section; it may be signed where it `is_whole`.
    pub(super) fn of(flow: &'m [Event<'a>], owner: Option<&str>, is_whole: bool) -> Self {
        let mut blocks = blocks(flow);
        let sender = blocks.first().and_then(|first| sender(first, owner));
        if sender.is_some() {
            blocks.remove(0);
        }
        let about = blocks.iter().take(OPENING + 1).position(|one| is_bold(one));
        let about = about.filter(|at| blocks[..*at].iter().all(|one| is_paragraph(one)));
        let (opening, about) = match about {
            Some(at) => (blocks.drain(..at).collect(), Some(blocks.remove(0))),
            None => (Vec::new(), None),
        };
        let name = sender.as_ref().map(|sender| sender.name.as_str());
        let is_name = |one: &[Event<'_>]| [name, owner].contains(&Some(words(one).trim()));
        let signed = match blocks.as_slice() {
            [.., close, last] if is_whole && is_paragraph(close) && is_paragraph(last) => {
                is_name(last).then_some((*close, *last))
            }
            _ => None,
        };
        let under = signed.map_or(0, |(close, name)| close.len() + name.len());
        let rest: usize = blocks.iter().map(|one| one.len()).sum();
        let body = &flow[flow.len() - rest..flow.len() - under];
        Parts {
            sender,
            opening,
            about,
            body,
            signed,
        }
    }
}

/// The blocks of a flow, one after the other.
fn blocks<'m, 'a>(flow: &'m [Event<'a>]) -> Vec<&'m [Event<'a>]> {
    let mut blocks = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for (at, event) in flow.iter().enumerate() {
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.push(&flow[from..=at]);
            from = at + 1;
        }
    }
    blocks.extend((from < flow.len()).then(|| &flow[from..]));
    blocks
}

fn is_paragraph(block: &[Event<'_>]) -> bool {
    matches!(block.first(), Some(Event::Open(Element::Paragraph(_))))
}

/// Whether all words of a paragraph are bold.
fn is_bold(block: &[Event<'_>]) -> bool {
    is_paragraph(block) && is_strong(block)
}

/// Whether all words among events are bold, and there are some.
fn is_strong(events: &[Event<'_>]) -> bool {
    let (mut depth, mut has_words) = (0_usize, false);
    for event in events {
        match event {
            Event::Open(Element::Strong) => depth += 1,
            Event::Close(Element::Strong) => depth = depth.saturating_sub(1),
            Event::Text(words, _) if words.trim().is_empty() => {}
            Event::Text(..) if depth > 0 => has_words = true,
            Event::Open(_) | Event::Close(_) => {}
            _ => return false,
        }
    }
    has_words
}

/// The words among events, without their markup.
fn words(events: &[Event<'_>]) -> String {
    let words = events.iter().filter_map(|event| match event {
        Event::Text(words, _) | Event::Code(words) | Event::Html(words) => Some(*words),
        Event::Break => Some(" "),
        _ => None,
    });
    words.collect()
}

/// Who sends it: a name in bold, and under it the ways to reach them; the name alone where it is the owner's.
fn sender(block: &[Event<'_>], owner: Option<&str>) -> Option<Sender> {
    if !is_paragraph(block) {
        return None;
    }
    let mut lines = block.split(|event| *event == Event::Break);
    let first = lines.next().filter(|line| is_strong(line))?;
    let name = words(first).trim().to_owned();
    let rest: Vec<String> = lines.map(words).collect();
    let ways = rest.iter().flat_map(|line| line.split(BETWEEN));
    let ways: Vec<_> = ways
        .map(str::trim)
        .filter(|way| !way.is_empty())
        .map(way)
        .collect();
    (!ways.is_empty() || owner.map(str::trim) == Some(name.as_str()))
        .then_some(Sender { name, ways })
}

/// A way to reach somebody as a résumé shows it, and where it leads.
fn way(text: &str) -> (String, Option<String>) {
    let is_web = text.contains("://") || text.starts_with("www.") || text.contains('/');
    let target = match is_web && !text.contains(char::is_whitespace) {
        true => links::of_web(text),
        false => links::of_mail(text),
    };
    let shown = target.as_ref().map_or(text, |_| links::shown(text));
    (shown.to_owned(), target)
}

#[cfg(test)]
mod tests;
