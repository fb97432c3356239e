//! What a rule sees, and how it takes material.

use crate::english::{Class, Clause, Shape, Token, class, clause, is_adverb, noun_phrase};
use crate::material::{Attach, Material, Slot, Slots};

use super::sentence::{Sentence, Sentences};

/// One sentence among the others.
pub(crate) struct Take<'a> {
    pub(crate) sentences: &'a Sentences,
    pub(crate) sentence: &'a Sentence,
    at: usize,
}

impl<'a> Take<'a> {
    pub(crate) fn new(sentences: &'a Sentences, at: usize) -> Self {
        Take {
            sentences,
            sentence: &sentences.all[at],
            at,
        }
    }

    /// The sentence before it in the same paragraph.
    pub(crate) fn before(&self) -> Option<&'a Sentence> {
        let before = self.sentences.all.get(self.at.checked_sub(1)?)?;
        (before.paragraph == self.sentence.paragraph).then_some(before)
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        &self.sentence.tokens
    }

    /// The clause of the tokens from `from` to before `to`.
    pub(crate) fn clause(&self, from: usize, to: usize) -> Option<Clause> {
        (from < to)
            .then(|| clause(self.tokens(), from, to))
            .flatten()
    }

    /// The tokens as words for a slot.
    pub(crate) fn words(&self, from: usize, to: usize) -> Option<Slot> {
        self.sentences.words(self.sentence, from, to)
    }

    /// The words of a clause.
    pub(crate) fn clause_words(&self, clause: Clause) -> Option<Slot> {
        self.words(clause.from, clause.to)
    }

    /// The first place of `words` one after the other.
    pub(crate) fn find(&self, words: &[&str]) -> Option<usize> {
        let tokens = self.tokens();
        (0..tokens.len()).find(|at| {
            words.len() <= tokens.len() - at
                && words
                    .iter()
                    .zip(&tokens[*at..])
                    .all(|(word, token)| token.is(word))
        })
    }

    /// The first place of one of `words`.
    pub(crate) fn find_any(&self, words: &[&str]) -> Option<usize> {
        self.tokens().iter().position(|token| token.any(words))
    }

    /// The noun phrase that begins at `from`, as words.
    pub(crate) fn phrase(&self, from: usize) -> Option<(Slot, usize)> {
        let end = noun_phrase(self.tokens(), from)?;
        let tokens = &self.tokens()[from..end];
        let vague = tokens.len() == 1
            && matches!(
                class(&tokens[0].lower),
                Class::Pronoun | Class::Object | Class::Determiner
            );
        let long = tokens.len() > 14;
        (!vague && !long)
            .then(|| Some((self.words(from, end)?, end)))
            .flatten()
    }

    /// Whether the subject of `clause` points back to what a question would not have. In a short speech everybody in
    /// the room still has it in their ears.
    pub(crate) fn points_back(&self, clause: Clause) -> bool {
        self.points_back_in(self.tokens(), clause)
    }

    /// The same in the tokens of another sentence.
    pub(crate) fn points_back_in(&self, tokens: &[Token], clause: Clause) -> bool {
        !self.sentences.short && is_anaphor(tokens, clause)
    }

    /// The subject of `clause`, where it names what it is about.
    pub(crate) fn subject(&self, clause: Clause) -> Option<Slot> {
        let (from, to) = clause.subject;
        let empty = self.tokens()[from].any(&["it", "it's", "there", "there's"]);
        (!empty && !self.points_back(clause) && to - from <= 10)
            .then(|| self.words(from, to))
            .flatten()
    }

    /// Takes material of the sentence: `weight` from 0 to 100 is for a plain sentence; what makes it worse lessens it.
    pub(crate) fn take(
        &self,
        attach: Attach,
        marker: impl Into<String>,
        weight: u8,
        slots: Slots,
    ) -> Material {
        let sentence = self.sentence;
        let mut facts = Vec::new();
        let mut worth = i32::from(weight);
        if sentence.sourced {
            facts.push("sourced");
            worth -= 12;
        }
        if sentence.shown {
            facts.push("shown");
            worth -= 40;
        }
        if has_number(&sentence.tokens) {
            facts.push("number");
        }
        if sentence
            .tokens
            .iter()
            .any(|t| t.any(&["not", "never", "no"]) || t.lower.ends_with("n't"))
        {
            facts.push("negative");
        }
        if sentence
            .tokens
            .iter()
            .any(|t| t.any(&["i", "my", "me", "i've", "i'm"]))
        {
            facts.push("first-person");
        }
        let words: usize = slots
            .values()
            .map(|slot| slot.text.split(' ').count())
            .max()
            .unwrap_or(0);
        worth -= i32::try_from(words.saturating_sub(14)).unwrap_or(0) * 2;
        if sentence
            .clause
            .is_some_and(|clause| is_anaphor(&sentence.tokens, clause))
        {
            worth -= 14;
        }
        if sentence.tokens.iter().any(|t| t.shape == Shape::Code) {
            worth -= 12;
        }
        if slots.values().any(|slot| points_away(&slot.text)) {
            worth -= 25;
        }
        let content = sentence
            .tokens
            .iter()
            .filter(|t| t.is_wordy() && class(&t.lower) == Class::Open)
            .count();
        worth += i32::try_from(content.min(8)).unwrap_or(0) * 3 - 14;
        if !self.sentences.short && matches!(attach, Attach::Claim | Attach::Term | Attach::Example)
        {
            // In a proposal, what is merely stated is mostly background.
            worth -= 14;
        }
        worth += section(&sentence.heading);
        worth += match super::stakes::count(&sentence.tokens) {
            0 => -30,
            1 => -8,
            2 => 4,
            _ => 10,
        };
        Material {
            attach,
            name: "",
            on: sentence.on.clone(),
            span: sentence.span,
            marker: marker.into(),
            slots,
            facts,
            load: sentence.load,
            weight: worth.clamp(1, 100) as u8,
        }
    }
}

/// Whether the subject only points back: *it*, *they*, *this*.
pub(crate) fn is_anaphor(tokens: &[Token], clause: Clause) -> bool {
    let (from, to) = clause.subject;
    let first = &tokens[from];
    if first.any(&["it", "it's", "it'll", "it'd"]) {
        return !points_to_nothing(&tokens[clause.verb..clause.to]);
    }
    first.any(&[
        "he", "she", "they", "they're", "they've", "they'll", "he's", "she's", "they\'d",
        "that\'s", "he\'d", "she'd", "he'll", "she'll",
    ]) || (to - from <= 2 && first.any(&["this", "these", "those", "that", "such", "both", "each"]))
        || (to - from == 1
            && first.any(&[
                "some", "others", "many", "most", "all", "few", "one", "another", "neither",
            ]))
}

/// *It is hard to …*, *it would be nice that …*: *it* points to nothing before.
fn points_to_nothing(from_verb: &[Token]) -> bool {
    let be = from_verb[0].any(&["is", "was", "it's", "isn't", "seems"])
        || (from_verb[0].any(&["would", "will", "may", "might"])
            && from_verb.get(1).is_some_and(|t| t.is("be")));
    be && from_verb
        .iter()
        .skip(2)
        .take(4)
        .any(|t| t.any(&["to", "that"]))
}

/// Whether the clause only says what its authors want, plan or think.
pub(crate) fn is_stance(tokens: &[Token], clause: Clause) -> bool {
    let ours = tokens[clause.subject.0].any(&["we", "we'll", "we'd", "i", "i'd", "i'll"]);
    let says = tokens[clause.subject.0..clause.subject.1].iter().any(|t| {
        t.any(&[
            "author", "authors", "rfc", "pep", "kep", "proposal", "document", "section",
        ])
    });
    let after = tokens[clause.verb + 1..clause.to]
        .iter()
        .find(|t| !is_adverb(&t.lower));
    let wants = &[
        "want",
        "would",
        "plan",
        "propose",
        "believe",
        "think",
        "hope",
        "should",
        "will",
        "note",
        "consider",
        "call",
        "further",
        "suggest",
        "recommend",
        "intend",
        "aim",
        "prefer",
        "expect",
        "assume",
        "we'll",
        "we'd",
    ];
    (ours && (tokens[clause.verb].any(wants) || after.is_some_and(|t| t.any(wants))))
        || (says
            && tokens[clause.verb].any(&[
                "claims",
                "proposes",
                "describes",
                "introduces",
                "adds",
                "suggests",
                "aims",
                "outlines",
                "covers",
                "is",
            ]))
}

/// Whether the words point to something outside them.
fn points_away(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    let first = words.first().copied().unwrap_or("");
    [
        "they", "he", "she", "this", "these", "those", "it's", "they're", "that",
    ]
    .contains(&first)
        || words.iter().skip(1).any(|w| {
            [
                "this", "these", "that's", "above", "below", "former", "latter",
            ]
            .contains(w)
        })
        || lower.ends_with(" it")
        || lower.ends_with(" them")
        || lower.ends_with(" so")
        || lower.ends_with(" that")
}

/// Whether a quantity stands among the tokens.
pub(crate) fn has_number(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .any(|t| t.shape == crate::english::Shape::Number)
}

/// What a heading says of the worth of what stands under it.
fn section(heading: &str) -> i32 {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&[
        "motivation",
        "rationale",
        "drawback",
        "risk",
        "alternative",
        "problem",
        "why",
        "summary",
        "abstract",
        "proposal",
        "impact",
        "goal",
        "backwards compat",
        "backward compat",
        "unresolved",
        "open",
        "security",
        "caveat",
        "limitation",
        "rejected",
        "concern",
    ]) {
        10
    } else if has(&[
        "specification",
        "reference-level",
        "implementation",
        "syntax",
        "example",
        "detail",
        "test",
        "graduation",
        "api",
        "grammar",
    ]) {
        -26
    } else {
        0
    }
}

/// Past adverbs.
pub(crate) fn past_adverbs(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|t| is_adverb(&t.lower)) {
        at += 1;
    }
    at
}
