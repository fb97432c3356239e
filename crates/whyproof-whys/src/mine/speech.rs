//! A short speech: each of its lines can be quoted, and what it is about is what its lines have in common.

use std::collections::BTreeMap;

use crate::english::{CONTRACTED, Class, Token, can, class, is_finite_at, skip_leads};
use crate::likeness::Content;
use crate::material::{Attach, Material, Slot, Slots};

use super::sentence::{Sentence, Sentences, after_speaker};
use super::take::Take;
use super::topic::{beside, topics};

/// Most words of a line that is quoted; a longer one is cut where it pauses.
const LONGEST: usize = 30;
/// What a line weighs at most.
const LINE: u8 = 70;
/// Least words of a line that can be asked about.
const SHORTEST: usize = 3;
/// More words that carry a line make it no more central.
const FULL: usize = 3;

/// Who is somebody else once a line is told of its speaker.
const PERSONS: &[&str] = &["i", "me", "my", "mine", "myself", "you", "your", "yours"];

/// What others say weighs so many times less than what the speaker says.
const OTHERS: usize = 3;

/// What stands for something that another line names.
const BACK: &[&str] = &["it", "it's", "they", "they're", "them", "this", "these"];
/// Most words that carry a line which needs another to be understood.
const LITTLE: usize = 5;

/// What a line is known for, by its words.
const MARKS: &[(&str, &[&str])] = &[
    (
        "general",
        &[
            "all",
            "always",
            "any",
            "anyone",
            "each",
            "every",
            "everybody",
            "everyone",
            "everything",
            "most",
            "never",
            "nobody",
            "none",
            "nothing",
            "only",
            "whenever",
        ],
    ),
    (
        "ahead",
        &["will", "'ll", "gonna", "shall", "won't", "going", "would"],
    ),
    (
        "ought",
        &[
            "should",
            "must",
            "ought",
            "need",
            "needs",
            "shouldn't",
            "mustn't",
        ],
    ),
];

/// A line of a short speech, quoted.
pub(crate) fn said(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    // Where nobody is named, a plain sentence is taken by what it says.
    let plain = take.sentence.speaker.is_none() && take.sentence.clause.is_some();
    let marked = tokens.iter().any(|t| t.any(&["http", "<", ">", "[", "]"]));
    if !take.sentences.short || plain || marked {
        return;
    }
    let from = skip_leads(tokens, opening(tokens), tokens.len());
    let Some((from, to)) = line(tokens, from) else {
        return;
    };
    let Some(mut quote) = take.quoted(from, to) else {
        return;
    };
    quote.text = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if quote.text.contains(['"', '“', '”']) {
        return;
    }
    let claim = claimed(take, from, to, &quote);
    let mut slots = Slots::from([("quote", quote)]);
    if let Some(speaker) = &take.sentence.speaker {
        slots.insert("speaker", speaker.clone());
        slots.extend(claim.map(|claim| ("claim", claim)));
    }
    let mut material = take.take(Attach::Saying, "words that are not backed", LINE, slots);
    let words = &tokens[from..to];
    let known = MARKS
        .iter()
        .filter(|(_, marks)| words.iter().any(|t| t.any(marks)));
    material.facts.extend(known.map(|(fact, _)| *fact));
    if words
        .iter()
        .any(|t| t.any(&["maybe", "perhaps", "might", "if"]))
    {
        material.facts.retain(|fact| *fact != "ahead");
    }
    if tokens[to..].iter().any(|t| t.is("?")) || asks(words) {
        material.facts.push("asks");
    }
    // Nothing but how central it is tells one line from another: `weigh` adds that.
    material.weight = LINE;
    into.push(material);
}

/// Whether a line begins as a question does, which a transcript may give without its mark: *why did she*, *is it*.
fn asks(words: &[Token]) -> bool {
    let is = |at: usize, wanted: Class| words.get(at).is_some_and(|t| class(&t.lower) == wanted);
    let subject = is(1, Class::Pronoun) || is(1, Class::Determiner);
    // *Had we known it, we …* asks nothing.
    let supposes = words
        .first()
        .is_some_and(|t| t.any(&["had", "should", "were"]));
    (is(0, Class::Question) && is(1, Class::Auxiliary))
        || (is(0, Class::Auxiliary) && subject && !supposes)
}

/// The line as it stands after *the claim that*: told, where it is one plain clause and nobody in it is *I* or *you*;
/// quoted, where it says something at all.
fn claimed(take: &Take<'_>, from: usize, to: usize, quote: &Slot) -> Option<Slot> {
    let tokens = take.tokens().get(from..to)?;
    let persons = tokens.iter().any(|t| {
        let head = t.lower.split('\'').next().unwrap_or("");
        PERSONS.contains(&head)
    });
    let clause = take
        .sentence
        .clause
        .filter(|c| c.from == from && c.to == to);
    let bids = tokens.first().is_some_and(|t| {
        let can = can(&t.lower);
        let verb = can.verb && !can.noun && !t.lower.ends_with('s');
        t.any(&["let", "let's", "take"]) || (class(&t.lower) == Class::Open && verb)
    });
    if bids {
        return None;
    }
    match clause {
        Some(clause) if !persons => take.clause_words(clause),
        _ => says(tokens).then(|| Slot {
            text: format!("“{}”", quote.text),
            ..quote.clone()
        }),
    }
}

/// Whether a verb stands in a line that is no mere part of a sentence.
fn says(tokens: &[Token]) -> bool {
    let opens = tokens.first().map(|t| class(&t.lower));
    let part = matches!(
        opens,
        Some(Class::Preposition | Class::Auxiliary | Class::Adverb)
    );
    let open = tokens.iter().any(|t| t.is(")") || t.is("…"));
    let verb = (1..tokens.len()).any(|at| is_finite_at(tokens, at));
    let contracted = tokens
        .iter()
        .any(|t| CONTRACTED.contains(&t.lower.as_str()));
    !part && !open && (verb || contracted)
}

/// Past the speaker's name and the mark that opens the speech.
fn opening(tokens: &[Token]) -> usize {
    let from = after_speaker(tokens);
    from + tokens[from..].iter().take_while(|t| !t.is_wordy()).count()
}

/// The words from `from` that can be quoted: to the end of the line, or to its last pause before it grows too long.
fn line(tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    let last = (from..tokens.len())
        .rev()
        .find(|at| tokens[*at].is_wordy())?;
    let wordy: Vec<usize> = (from..=last).filter(|at| tokens[*at].is_wordy()).collect();
    if wordy.len() < SHORTEST {
        return None;
    }
    let Some(end) = wordy.get(LONGEST) else {
        return Some((from, last + 1));
    };
    let pause = (from..*end).rev().find(|at| {
        tokens[*at].any(&[",", ";", ":", "-", "–", "—", "and", "but", "because", "so"])
    })?;
    let words = wordy.iter().filter(|at| **at < pause).count();
    (words >= LONGEST / 3).then_some((from, pause))
}

/// Gives every material of a short speech its weight by how central its line is: one that says much, and says it of
/// what the other lines are about, is what the speech stands on.
pub(crate) fn weigh(sentences: &Sentences, found: &mut [Material]) {
    let topics = topics(sentences);
    let contents: Vec<Content> = sentences.all.iter().map(|s| Content::of(&s.text)).collect();
    let mut in_lines: BTreeMap<&str, usize> = BTreeMap::new();
    for word in contents.iter().flat_map(Content::words) {
        *in_lines.entry(word).or_default() += 1;
    }
    let first = sentences.all.iter().find_map(|s| s.speaker.as_ref());
    let central = |(sentence, content): (&Sentence, &Content)| -> usize {
        let own = content.words().count().min(FULL);
        let shared: usize = content.words().map(|word| in_lines[word] - 1).sum();
        (own + shared + names(sentence)).saturating_sub(of_oneself(sentence))
    };
    let scores: Vec<usize> = sentences.all.iter().zip(&contents).map(central).collect();
    let most = scores.iter().copied().max().unwrap_or(0).max(1);
    for material in found {
        let at = sentences.all.iter().position(|s| s.span == material.span);
        let Some(at) = at else { continue };
        let weight = usize::from(material.weight) * (2 * most + 3 * scores[at]) / (5 * most);
        // Who speaks first is whose speech it is; what others say is what they speak to.
        let sentence = &sentences.all[at];
        let speaker = sentence.speaker.as_ref().map(|slot| &slot.text);
        let by = if speaker == first.map(|slot| &slot.text) {
            1
        } else {
            OTHERS
        };
        material.weight = u8::try_from((weight / by).clamp(1, 100)).unwrap_or(100);
        if material.attach == Attach::Saying {
            let little = contents[at].words().count() <= LITTLE;
            let back = little && sentence.tokens.iter().any(|t| t.any(BACK));
            let beside = beside(&topics, &contents[at], if back { 1 } else { 2 });
            let names = ["topic", "other"];
            let slots = names
                .into_iter()
                .zip(beside.into_iter().map(|topic| topic.slot.clone()));
            material.slots.extend(slots);
        }
    }
}

/// What a line loses that tells how the speaker feels, or what is not.
fn of_oneself(sentence: &Sentence) -> usize {
    let tokens = &sentence.tokens[opening(&sentence.tokens)..];
    let first = tokens
        .first()
        .is_some_and(|t| t.any(&["i", "i'm", "i've", "i'd"]));
    let denies = tokens
        .iter()
        .any(|t| t.any(&["not", "never"]) || t.lower.ends_with("n't"));
    2 * usize::from(first) + usize::from(denies)
}

/// How many names stand in a line.
fn names(sentence: &Sentence) -> usize {
    let tokens = &sentence.tokens;
    let first = opening(tokens) + 1;
    let names = tokens
        .iter()
        .skip(first)
        .filter(|t| t.capital && t.lower.len() > 2);
    names.count().min(3)
}
