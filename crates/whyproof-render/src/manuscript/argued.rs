//! An argument as prose: its claims are headings or begin a paragraph, what stands under them are sentences, in the
//! author's own words and order. Nothing is added but a capital, a full stop, and the words that `#id` stands for.

use whyproof_case::{StatementId, StatementKind};
use whyproof_syntax::TextId;

use super::{Element, Event, Manuscript, Part};

/// A paragraph is not added to once it has so many words: what follows begins another.
const LONG: usize = 110;

/// A piece of an argument that is told as prose.
#[derive(Debug, Clone, PartialEq)]
pub enum Argued<'m, 'a> {
    /// A heading: a claim, or below level 3 what elaborates one.
    Heading {
        /// Its level, from 3.
        level: u8,
        /// Its block.
        text: TextId,
        /// Its words.
        words: &'m [Event<'a>],
    },
    /// Sentences that make one paragraph.
    Paragraph {
        /// Whether the first of them is a claim.
        claim: bool,
        /// The sentences: blocks of the text, one or more sentences each.
        sentences: Vec<Sentence<'m, 'a>>,
    },
    /// What is no sentence, as it is: a table, a chart, somebody else's words, a block of code, a rule.
    Block(&'m [Event<'a>]),
}

/// The words of one block.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence<'m, 'a> {
    /// Its block.
    pub text: TextId,
    /// Its words.
    pub words: &'m [Event<'a>],
    /// The event whose first letter becomes a capital.
    pub capital: Option<usize>,
    /// The event before which a full stop is to be set; the number of events for one at the end.
    pub stop: Option<usize>,
    /// The statement that it refers to, and because, but or and: it has no words of its own then.
    pub refers: Option<(&'static str, StatementId)>,
}

impl<'a> Manuscript<'a> {
    /// A section as prose; meant for *Case*.
    pub fn argued<'m>(&'m self, part: &'m Part<'a>) -> Vec<Argued<'m, 'a>> {
        let mut telling = Telling {
            manuscript: self,
            told: Vec::new(),
            lists: 0,
            open: None,
        };
        let events = &part.flow[..];
        let mut at = 0;
        while at < events.len() {
            at = telling.step(events, at);
        }
        telling.told
    }

    /// The words of a block as a sentence.
    pub fn sentence<'m>(&'m self, text: TextId, words: &'m [Event<'a>]) -> Sentence<'m, 'a> {
        Sentence {
            text,
            words,
            capital: capital(words),
            stop: stop(words),
            refers: self.reference(words),
        }
    }

    /// What a block refers to that is only because, but or and, and `#id`.
    pub(crate) fn reference(&self, words: &[Event<'_>]) -> Option<(&'static str, StatementId)> {
        let [Event::Text(words, _)] = words else {
            return None;
        };
        let (word, id) = words.trim().split_once(char::is_whitespace)?;
        let word = ["because", "but", "and"]
            .into_iter()
            .find(|known| known.eq_ignore_ascii_case(word))?;
        let id = self.case.find(id.trim().strip_prefix('#')?)?;
        Some((word, id))
    }
}

/// What was said last in a paragraph that more may be added to.
#[derive(Clone, Copy)]
struct Open {
    words: usize,
    attacks: bool,
}

struct Telling<'m, 'a> {
    manuscript: &'m Manuscript<'a>,
    told: Vec<Argued<'m, 'a>>,
    lists: u32,
    open: Option<Open>,
}

impl<'m, 'a> Telling<'m, 'a> {
    /// Tells what begins at an event, and where the next begins.
    fn step(&mut self, events: &'m [Event<'a>], at: usize) -> usize {
        match &events[at] {
            Event::Open(Element::Heading(level, text)) => {
                let end = end(events, at);
                self.block(Argued::Heading {
                    level: *level,
                    text: *text,
                    words: &events[at + 1..end],
                });
                end + 1
            }
            Event::Open(Element::Paragraph(text)) => {
                let end = end(events, at);
                let words = &events[at + 1..end];
                if is_picture(words) {
                    self.block(Argued::Block(&events[at..=end]));
                } else {
                    self.say(*text, words);
                }
                end + 1
            }
            Event::Open(Element::List(_)) => {
                self.lists += 1;
                at + 1
            }
            Event::Close(Element::List(_)) => {
                self.lists = self.lists.saturating_sub(1);
                at + 1
            }
            Event::Open(Element::Item(_)) | Event::Close(_) => at + 1,
            Event::Open(_) => {
                let end = end(events, at);
                self.block(Argued::Block(&events[at..=end.min(events.len() - 1)]));
                end + 1
            }
            _ => {
                self.block(Argued::Block(&events[at..=at]));
                at + 1
            }
        }
    }

    fn block(&mut self, block: Argued<'m, 'a>) {
        self.open = None;
        self.told.push(block);
    }

    /// Adds a block's words to the paragraph that is open, or begins one.
    fn say(&mut self, text: TextId, words: &'m [Event<'a>]) {
        let sentence = self.manuscript.sentence(text, words);
        let Stance {
            claim,
            attacks,
            first,
        } = self.stance(text);
        let joins = self.open.is_some_and(|open| {
            let turns = first && (attacks || open.attacks || open.words > LONG);
            self.lists > 0 && !(claim || turns)
        });
        let more = count(words);
        match self.told.last_mut() {
            Some(Argued::Paragraph { sentences, .. }) if joins => sentences.push(sentence),
            _ => self.told.push(Argued::Paragraph {
                claim,
                sentences: vec![sentence],
            }),
        }
        let before = self.open.filter(|_| joins);
        self.open = Some(Open {
            words: before.map_or(0, |open| open.words) + more,
            attacks: if first {
                attacks
            } else {
                before.is_some_and(|open| open.attacks)
            },
        });
    }

    fn stance(&self, text: TextId) -> Stance {
        let block = self.manuscript.block(text);
        let case = self.manuscript.case;
        if block.asks.is_some() {
            return Stance {
                claim: false,
                attacks: true,
                first: true,
            };
        }
        let Some(id) = block.states else {
            return Stance::default();
        };
        let statement = case.statement(id);
        let under = statement.parent.map(|parent| case.statement(parent).kind);
        Stance {
            claim: statement.kind == StatementKind::Claim,
            attacks: statement.kind == StatementKind::Objection,
            first: under.is_none_or(|under| under == StatementKind::Claim),
        }
    }
}

/// What a block is in the argument.
#[derive(Default)]
struct Stance {
    claim: bool,
    attacks: bool,
    /// Whether it stands directly under a claim or under the case.
    first: bool,
}

/// The event that closes what is opened at `at`.
fn end(events: &[Event<'_>], at: usize) -> usize {
    let mut depth = 0_u32;
    for (index, event) in events.iter().enumerate().skip(at) {
        match event {
            Event::Open(_) => depth += 1,
            Event::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    events.len().saturating_sub(1)
}

/// Whether words are pictures and nothing else.
pub(crate) fn is_picture(words: &[Event<'_>]) -> bool {
    let is_shown = |event: &Event<'_>| matches!(event, Event::Chart(_) | Event::Picture { .. });
    let is_blank = |event: &Event<'_>| match event {
        Event::Text(words, _) => words.trim().is_empty(),
        other => is_shown(other),
    };
    words.iter().any(is_shown) && words.iter().all(is_blank)
}

/// How many words there are.
fn count(words: &[Event<'_>]) -> usize {
    let texts = words.iter().map(|event| match event {
        Event::Text(words, _) | Event::Code(words) => words.split_whitespace().count(),
        _ => 0,
    });
    texts.sum()
}

/// The event whose first letter is to be a capital: what the words begin with, unless that is code or a name with
/// capitals of its own (`iPhone`).
fn capital(words: &[Event<'_>]) -> Option<usize> {
    for (index, event) in words.iter().enumerate() {
        match event {
            Event::Open(_) | Event::Close(_) => {}
            Event::Text("", _) => {}
            Event::Text(text, _) => {
                let word = text.split(char::is_whitespace).next().unwrap_or("");
                let named = word.chars().skip(1).any(char::is_uppercase);
                let small = word.chars().next().is_some_and(char::is_lowercase);
                return (small && !named).then_some(index);
            }
            _ => return None,
        }
    }
    None
}

/// Where a full stop is to be set: after the last letter, before the notes that follow it; none where the words end
/// with a mark of their own.
fn stop(words: &[Event<'_>]) -> Option<usize> {
    for (index, event) in words.iter().enumerate().rev() {
        match event {
            Event::Note(..) | Event::NoNote(_) | Event::Open(_) | Event::Close(_) => {}
            Event::Text(text, _) if text.trim().is_empty() => {}
            Event::Text(text, _) => {
                let closing =
                    |letter: char| matches!(letter, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
                let bare = text.trim_end().trim_end_matches(closing);
                let ended = bare.ends_with(['.', '!', '?', ':', ';', '…', ',', '–', '—']);
                return (!ended).then(|| after(words, index));
            }
            Event::Code(_) | Event::Html(_) => return Some(after(words, index)),
            _ => return None,
        }
    }
    None
}

/// The place after the event at `index` and what it closes.
fn after(words: &[Event<'_>], index: usize) -> usize {
    let closed = words[index + 1..]
        .iter()
        .take_while(|event| matches!(event, Event::Close(_)))
        .count();
    index + 1 + closed
}

#[cfg(test)]
mod tests;
