//! What a model proposes, and what of it is kept.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use whyproof_case::Case;
use whyproof_syntax::Span;

use super::invented::{Invented, Said, fold_char};
use super::lines::objects;
use super::passages::Passage;
use super::prompt::Prompt;
use super::shape::{is_plain, is_question};
use crate::barrage::Barrage;
use crate::likeness::Content;
use crate::material::On;

/// Why a proposal was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dropped {
    /// It was not the JSON that was asked for, or was cut off.
    Unreadable,
    /// What it quotes is not in a passage that was shown, or is no more than a word.
    Quote,
    /// It is no question of one or two sentences and at most 40 words.
    Question,
    /// It has marks that are no text.
    Markup,
    /// It has a figure that is not in the text.
    Figure,
    /// It has a name that is not in the text.
    Name,
    /// It quotes what is not in the text.
    Quotation,
    /// It says what another question says.
    Repeated,
}

impl Dropped {
    /// The reason, in words that go after “a question that …”.
    pub fn word(self) -> &'static str {
        match self {
            Dropped::Unreadable => "could not be read",
            Dropped::Quote => "quoted no passage that was shown",
            Dropped::Question => "was no question of one or two short sentences",
            Dropped::Markup => "had marks that are no text",
            Dropped::Figure => "had a figure that is not in the text",
            Dropped::Name => "had a name that is not in the text",
            Dropped::Quotation => "had a quotation that is not in the text",
            Dropped::Repeated => "repeated another question",
        }
    }
}

/// The question that a proposal is most like.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// That question.
    pub text: String,
    /// How alike they are, 0 to 1.
    pub likeness: f64,
}

/// A question of a model's that may be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The question.
    pub text: String,
    /// The words that it is about.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
    /// What they belong to.
    pub on: On,
    /// How many statements rest on that.
    pub load: u32,
    /// The questions of the barrage about the same passage, by index.
    pub beside: Vec<usize>,
    /// What it is most like, of the barrage, the case's own whys and the proposals before it.
    pub near: Option<Near>,
}

/// What a model proposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposed {
    /// What may be asked, in the model's order.
    pub kept: Vec<Proposal>,
    /// How many were dropped, by reason.
    pub dropped: BTreeMap<Dropped, usize>,
}

impl Proposed {
    /// How many were dropped in all.
    pub fn dropped(&self) -> usize {
        self.dropped.values().sum()
    }

    pub(crate) fn drop(&mut self, why: Dropped, how_many: usize) {
        if how_many > 0 {
            *self.dropped.entry(why).or_default() += how_many;
        }
    }
}

/// Beyond this two questions are one, whoever judges.
pub(crate) const SURE: f64 = 0.85;
/// Most objects of one reply that are looked at.
const MOST: usize = 100;

#[derive(Deserialize)]
struct Line {
    quote: String,
    question: String,
}

/// Reads what a model replied to `prompt`, and adds it to what it has proposed before. Nothing in a reply fails:
/// what cannot be used is dropped and counted.
pub fn read(case: &Case, barrage: &Barrage, prompt: &Prompt, reply: &str, into: &mut Proposed) {
    let (lines, broken) = objects::<Line>(reply);
    let nothing = lines.is_empty() && broken == 0 && !reply.trim().is_empty();
    into.drop(Dropped::Unreadable, broken + usize::from(nothing));
    let said = Said::by(case);
    let mut asked: Vec<String> = barrage
        .asked
        .iter()
        .map(|asked| asked.text.clone())
        .collect();
    asked.extend(case.whys.iter().map(|why| why.text.clone()));
    asked.extend(into.kept.iter().map(|kept| kept.text.clone()));
    let mut known: Vec<(String, Content)> = asked
        .into_iter()
        .map(|text| {
            let content = Content::of(&text);
            (text, content)
        })
        .collect();
    into.drop(Dropped::Unreadable, lines.len().saturating_sub(MOST));
    for line in lines.iter().take(MOST) {
        match proposal(case, prompt, &said, &known, line) {
            Err(why) => into.drop(why, 1),
            Ok(proposal) => {
                known.push((proposal.text.clone(), Content::of(&proposal.text)));
                into.kept.push(proposal);
            }
        }
    }
}

fn proposal(
    case: &Case,
    prompt: &Prompt,
    said: &Said,
    known: &[(String, Content)],
    line: &Line,
) -> Result<Proposal, Dropped> {
    let (passage, range) = find(&prompt.passages, &line.quote).ok_or(Dropped::Quote)?;
    // The blanks that JSON may hold are blanks; any other invisible character is not text.
    let text = line
        .question
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if !is_plain(&text) {
        return Err(Dropped::Markup);
    }
    if !is_question(&text) {
        return Err(Dropped::Question);
    }
    match said.invented(&text) {
        None => {}
        Some(Invented::Figure) => return Err(Dropped::Figure),
        Some(Invented::Name) => return Err(Dropped::Name),
        Some(Invented::Quotation) => return Err(Dropped::Quotation),
    }
    let near = nearest(&text, known);
    if near.as_ref().is_some_and(|near| near.likeness >= SURE) {
        return Err(Dropped::Repeated);
    }
    let statement = passage.statement(case);
    Ok(Proposal {
        text,
        quote: passage.words[range.clone()].to_owned(),
        span: passage.span(case, range),
        on: statement.map_or(On::Passage, On::Statement),
        load: statement.map_or(0, |id| case.statement(id).load),
        beside: passage.asked.clone(),
        near,
    })
}

fn nearest(text: &str, known: &[(String, Content)]) -> Option<Near> {
    let content = Content::of(text);
    let mut near: Option<Near> = None;
    for (text, other) in known {
        let likeness = content.likeness(other);
        if likeness > near.as_ref().map_or(0.0, |near| near.likeness) {
            near = Some(Near {
                text: text.clone(),
                likeness,
            });
        }
    }
    near
}

/// The first passage that has the words of `quote`, and where. Kinds of quotation marks, hyphens and blanks are one;
/// marks around the words are not of the quote.
fn find<'p>(passages: &'p [Passage], quote: &str) -> Option<(&'p Passage, Range<usize>)> {
    let quote = quote.trim_matches(|c: char| c.is_whitespace() || "\"“”'‘’….".contains(c));
    quote.split_whitespace().nth(1)?;
    let wanted: Vec<char> = quote.chars().map(fold_char).collect();
    passages
        .iter()
        .find_map(|passage| Some((passage, position(&passage.words, &wanted)?)))
}

fn position(words: &str, wanted: &[char]) -> Option<Range<usize>> {
    let folded: Vec<(usize, char)> = words
        .char_indices()
        .map(|(at, c)| (at, fold_char(c)))
        .collect();
    let at = folded
        .windows(wanted.len())
        .position(|window| window.iter().map(|(_, c)| c).eq(wanted))?;
    let end = folded.get(at + wanted.len());
    Some(folded.get(at)?.0..end.map_or(words.len(), |(end, _)| *end))
}
