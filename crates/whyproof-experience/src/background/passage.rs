//! The sentences of a background: what they tell, where they stand, and whether a reader could check them.

use std::ops::Range;

use whyproof_case::{Case, Grounds, is_other, sentences};
use whyproof_syntax::{NodeKind, Payload, Place, Role, Span, Text, TextId};

use super::Background;
use crate::cut;
use crate::resume::LineId;
use crate::take::Named;

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A line of the résumé.
    Line(LineId),
    /// A sentence of a story, by the story's place in the bank.
    Story {
        /// Which story.
        story: usize,
        /// What its section is for.
        role: Option<Role>,
        /// Where its block stands.
        span: Span,
    },
    /// A thing that the résumé names and does not tell; only a take reads it.
    Named(Named),
}

/// A sentence of a story, or a line of the résumé.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub spot: Spot,
    /// Its words.
    pub words: String,
    /// Of a story's sentence: the labels of notes that it cites and that count as evidence.
    pub evidence: Vec<String>,
    /// Of a story's sentence: why what it cites does not count, the first of those.
    pub unshown: Option<Grounds>,
    /// Of a line: the story that it is tied to, by its place in the bank.
    pub tied: Option<usize>,
}

/// The lines of the résumé, then the sentences of the stories.
pub(super) fn read(background: &Background) -> Vec<Passage> {
    let mut passages = Vec::new();
    if let Some(life) = &background.life {
        for line in life.resume.lines() {
            let words = cut::whole(line.text);
            let mut notes = life.own.lines.iter();
            let note = notes.find(|note| same(&cut::whole(&note.line), &words));
            let path = note.and_then(|note| note.story.as_deref());
            let tied = path.and_then(|path| background.story_at(path));
            passages.push(Passage {
                spot: Spot::Line(line.id),
                words,
                evidence: Vec::new(),
                unshown: None,
                tied,
            });
        }
    }
    for (at, story) in background.stories.iter().enumerate() {
        told(&story.case, at, &mut passages);
    }
    passages
}

/// Whether two lines have the same words, white space apart.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// What the author of a story tells in it, a sentence each, in file order: not what others said, not notes, not what was
/// asked, not what was left undone, and not what others did.
fn told(case: &Case, at: usize, passages: &mut Vec<Passage>) {
    let document = &case.parse.document;
    for (index, text) in document.texts.iter().enumerate() {
        let role = document.role_of(text);
        let tells = !matches!(
            role,
            Some(Role::Questions | Role::Data | Role::DidNotDo | Role::OthersDid)
        );
        let is_body = text.place == Place::Body && !matches!(text.kind, NodeKind::Heading(_));
        if !is_body || !tells || is_somebodys(case, TextId(index as u32)) {
            continue;
        }
        let words = text.words.text.as_str();
        for range in sentences(words) {
            let (evidence, unshown) = cited(case, text, &range);
            passages.push(Passage {
                spot: Spot::Story {
                    story: at,
                    role,
                    span: text.span,
                },
                words: words[range].trim().to_owned(),
                evidence,
                unshown,
                tied: None,
            });
        }
    }
}

/// Whether a block states what somebody else says.
fn is_somebodys(case: &Case, block: TextId) -> bool {
    case.statements.iter().any(|statement| {
        let by = statement.by.as_deref();
        statement.own.contains(&block) && by.is_some_and(|by| is_other(by, case.owner.as_deref()))
    })
}

/// The evidence that a sentence cites: its notes stand in it or right behind it.
pub(crate) fn cited(
    case: &Case,
    text: &Text,
    sentence: &Range<usize>,
) -> (Vec<String>, Option<Grounds>) {
    let mut shown = Vec::new();
    let mut unshown = None;
    for mark in text.words.marks_of(NodeKind::FootnoteReference) {
        let at = mark.start as usize;
        if at <= sentence.start || at > sentence.end {
            continue;
        }
        let Some(Payload::Label(label)) = case.parse.tree.payload(mark.node) else {
            continue;
        };
        let mut known = case.evidence.iter();
        let Some(evidence) = known.find(|one| one.id.eq_ignore_ascii_case(label)) else {
            continue;
        };
        if evidence.counts() {
            shown.push(evidence.id.clone());
        } else {
            unshown.get_or_insert(evidence.grounds.clone());
        }
    }
    (shown, unshown)
}
