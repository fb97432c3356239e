//! What a rule sees, and how it takes material.

use crate::english::{Class, Clause, Token, class, clause, is_adverb, noun_phrase};
use crate::material::{Attach, Material, Slot, Slots};

use super::pointing::is_anaphor;
use super::sentence::{Sentence, Sentences};
use super::worth::{facts, worth};

/// One sentence among the others.
pub(crate) struct Take<'a> {
    pub(crate) sentences: &'a Sentences,
    pub(crate) sentence: &'a Sentence,
    pub(crate) at: usize,
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

    /// The sentence before it in the same paragraph, to be looked at as this one is.
    pub(crate) fn earlier(&self) -> Option<Take<'a>> {
        self.before()?;
        Some(Take::new(self.sentences, self.at.checked_sub(1)?))
    }

    /// The sentence after it in the same paragraph.
    pub(crate) fn after(&self) -> Option<&'a Sentence> {
        let after = self.sentences.all.get(self.at + 1)?;
        (after.paragraph == self.sentence.paragraph).then_some(after)
    }

    /// Whether the next sentence begins to say why.
    pub(crate) fn is_explained(&self) -> bool {
        let next = self.sentences.all.get(self.at + 1);
        let next = next.filter(|next| next.paragraph == self.sentence.paragraph);
        let starts: [&[&str]; 10] = [
            &["because"],
            &["this", "is", "because"],
            &["that", "is", "because"],
            &["since"],
            &["for", "example"],
            &["for", "instance"],
            &["the", "reason"],
            &["specifically"],
            &["in", "particular"],
            &["namely"],
        ];
        next.is_some_and(|next| {
            starts.iter().any(|words| {
                words.len() <= next.tokens.len()
                    && words
                        .iter()
                        .zip(&next.tokens)
                        .all(|(word, token)| token.is(word))
            })
        })
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

    /// The tokens as they stand in the text, to be quoted.
    pub(crate) fn quoted(&self, from: usize, to: usize) -> Option<Slot> {
        let (first, last) = (
            self.tokens().get(from)?,
            self.tokens().get(to.checked_sub(1)?)?,
        );
        let text = self.sentence.text.get(first.start..last.end)?;
        Some(Slot {
            text: text.trim_end_matches([',', '-', '–', '.']).to_owned(),
            span: self.sentence.span,
            plural: false,
        })
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
        let worth = i32::from(weight) + worth(self, attach, &slots);
        Material {
            attach,
            name: "",
            on: sentence.on.clone(),
            span: sentence.span,
            marker: marker.into(),
            facts: facts(self, &slots),
            slots,
            load: sentence.load,
            weight: worth.clamp(1, 100) as u8,
        }
    }
}

/// Past adverbs.
pub(crate) fn past_adverbs(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|t| is_adverb(&t.lower)) {
        at += 1;
    }
    at
}
