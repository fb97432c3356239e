//! What is asked of an answer: each question quotes the answer's own words.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::known::Known;
use super::lexicon::{CAUSES, MAGNITUDE, PLANS, VAGUE};
use super::measure::{Measure, in_a_row, numbers, says_when};
use super::words::{Word, clause, quote, sentences_of, words};
use crate::likeness::COMMON;

/// What a follow-up asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seeks {
    /// An answer: the question was said again.
    Answer,
    /// What the person did: *we* was said.
    OwnPart,
    /// A number for a word that is none.
    HowMany,
    /// Another cause.
    OtherCause,
    /// A number for more or less.
    HowMuch,
    /// Evidence.
    HowKnown,
    /// A day.
    ByWhen,
}

impl Seeks {
    /// All of them.
    pub const ALL: [Seeks; 7] = [
        Seeks::Answer,
        Seeks::OwnPart,
        Seeks::HowMany,
        Seeks::OtherCause,
        Seeks::HowMuch,
        Seeks::HowKnown,
        Seeks::ByWhen,
    ];

    /// Whether an answer with this measure gives it.
    pub(super) fn is_met(self, measure: &Measure) -> bool {
        match self {
            Seeks::Answer => !measure.repeats,
            Seeks::OwnPart => measure.i > 0,
            Seeks::HowMany | Seeks::HowMuch => !measure.numbers.is_empty() || measure.is_grounded(),
            Seeks::OtherCause | Seeks::HowKnown => measure.is_grounded(),
            Seeks::ByWhen => measure.says_when,
        }
    }

    /// What there is to say of an answer that does not give it, asked of the words `quote`.
    pub(super) fn missing(self, quote: &str) -> String {
        match self {
            Seeks::Answer => {
                "Told that it says the question again, it does so once more.".to_owned()
            }
            Seeks::OwnPart => "Asked what you did yourself, it does not say I.".to_owned(),
            Seeks::HowMany => format!("Asked for a number for “{quote}”, it gives none."),
            Seeks::OtherCause => {
                format!("Asked what else could explain it (“{quote}”), it names no evidence.")
            }
            Seeks::HowMuch => format!("Asked how much that is (“{quote}”), it gives no number."),
            Seeks::HowKnown => format!("Asked how you know “{quote}”, it names no evidence."),
            Seeks::ByWhen => format!("Asked by when (“{quote}”), it gives no day."),
        }
    }
}

/// A question put to an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// What it asks for.
    pub seeks: Seeks,
    /// The answer's own words that it is put to.
    pub quote: String,
    /// The question.
    pub text: String,
}

/// An answer, read once.
struct Read<'a> {
    text: &'a str,
    words: Vec<Word>,
    sentences: Vec<Range<usize>>,
    numbers: Vec<Range<usize>>,
}

/// What `answer` is to be asked, where anything: `asked` holds what was asked of the answers before it.
pub(super) fn follow_up(
    answer: &str,
    measure: &Measure,
    known: &Known,
    asked: &BTreeSet<Seeks>,
) -> Option<FollowUp> {
    let words = words(answer);
    let read = Read {
        numbers: numbers(answer, &words),
        sentences: sentences_of(answer),
        text: answer,
        words,
    };
    // It ends at evidence, at a figure, and at an assumption that is admitted; a person's own part and a day are
    // asked for even then.
    let ends = measure.is_grounded() || measure.admits.is_some();
    let quantity = measure.asks_quantity && measure.admits.is_none() && measure.figures.is_empty();
    let candidates = [
        measure.repeats.then(|| again(&read)).flatten(),
        known.is_story.then(|| own_part(&read, measure)).flatten(),
        (quantity && read.numbers.is_empty())
            .then(|| how_much(&read, true))
            .flatten(),
        (!ends).then(|| how_many(&read)).flatten(),
        (!ends).then(|| other_cause(&read)).flatten(),
        (!ends).then(|| how_much(&read, false)).flatten(),
        by_when(&read),
        (!ends).then(|| how_known(&read, known)).flatten(),
    ];
    candidates
        .into_iter()
        .flatten()
        .find(|one| !asked.contains(&one.seeks))
}

impl Read<'_> {
    fn words_of<'r>(&'r self, sentence: &'r Range<usize>) -> impl Iterator<Item = &'r Word> {
        self.words
            .iter()
            .filter(|word| sentence.contains(&word.at.start))
    }

    fn has_number(&self, part: &Range<usize>) -> bool {
        self.numbers
            .iter()
            .any(|number| part.contains(&number.start))
    }

    /// The words of the clause around the byte `at`.
    fn around(&self, sentence: &Range<usize>, at: usize) -> String {
        quote(self.text, &clause(self.text, sentence, at))
    }

    /// Whether a sentence tells what the teller did: I or we come first.
    fn is_own(&self, sentence: &Range<usize>) -> bool {
        let first = self
            .words_of(sentence)
            .find(|word| !word.any(&["and", "but", "so", "then", "because", "yes", "no", "well"]));
        first.is_some_and(|word| {
            word.any(&[
                "i", "we", "i've", "we've", "i'd", "we'd", "my", "i'm", "we're",
            ])
        })
    }

    fn is_question(&self, sentence: &Range<usize>) -> bool {
        self.text[sentence.clone()].ends_with('?')
    }
}

fn made(seeks: Seeks, quote: String, ask: impl Fn(&str) -> String) -> Option<FollowUp> {
    (!quote.is_empty()).then(|| FollowUp {
        seeks,
        text: ask(&quote),
        quote,
    })
}

fn again(read: &Read<'_>) -> Option<FollowUp> {
    let quote = quote(read.text, read.sentences.first()?);
    made(Seeks::Answer, quote, |q| {
        format!("That says the question again: “{q}”. What is the answer?")
    })
}

fn own_part(read: &Read<'_>, measure: &Measure) -> Option<FollowUp> {
    if measure.we <= measure.i {
        return None;
    }
    let forms = ["we", "we're", "we've", "we'd"];
    let we = read.words.iter().find(|word| word.any(&forms))?;
    let sentence = read.sentences.iter().find(|s| s.contains(&we.at.start))?;
    made(Seeks::OwnPart, read.around(sentence, we.at.start), |q| {
        format!("You say “{q}”. What did you do yourself?")
    })
}

fn how_many(read: &Read<'_>) -> Option<FollowUp> {
    for sentence in &read.sentences {
        if read.has_number(sentence) || read.is_question(sentence) {
            continue;
        }
        let words: Vec<&Word> = read.words_of(sentence).collect();
        for (index, word) in words.iter().enumerate() {
            let Some((_, ask)) = VAGUE.iter().find(|(vague, _)| word.lower == *vague) else {
                continue;
            };
            let before = index.checked_sub(1).and_then(|at| words.get(at));
            // “the most important”, “as often as”, “so many as”: no quantity is claimed.
            if before.is_some_and(|word| word.any(&["the", "at", "as", "how", "not", "a"]))
                && word.any(&["most", "many", "few", "often", "soon"])
            {
                continue;
            }
            let end = quantified(read.text, &words, index);
            return made(
                Seeks::HowMany,
                quote(read.text, &(word.at.start..end)),
                |q| format!("{ask} “{q}”?"),
            );
        }
    }
    None
}

/// Where the words that a quantity is of end: “most people”, “many of the clinics”.
fn quantified(text: &str, words: &[&Word], index: usize) -> usize {
    let alone = words[index].at.end;
    let next = |at: usize| {
        let (before, word) = (words.get(at.checked_sub(1)?)?, words.get(at)?);
        text[before.at.end..word.at.start]
            .trim()
            .is_empty()
            .then_some(word)
    };
    let noun = |word: &Word| {
        word.lower.chars().all(char::is_alphabetic)
            && COMMON.binary_search(&word.lower.as_str()).is_err()
            && !word.lower.ends_with("ly")
    };
    match next(index + 1) {
        Some(of) if of.lower == "of" => match next(index + 2) {
            Some(which) if which.any(&["the", "our", "their", "these", "those", "my", "its"]) => {
                next(index + 3).map_or(alone, |word| word.at.end)
            }
            Some(word) => word.at.end,
            None => alone,
        },
        Some(word)
            if noun(word)
                && words[index].any(&[
                    "most",
                    "many",
                    "several",
                    "few",
                    "some",
                    "numerous",
                    "various",
                    "countless",
                ]) =>
        {
            word.at.end
        }
        _ => alone,
    }
}

fn other_cause(read: &Read<'_>) -> Option<FollowUp> {
    for sentence in &read.sentences {
        let inside: Vec<Word> = read.words_of(sentence).cloned().collect();
        let Some(at) = in_a_row(&inside, CAUSES) else {
            continue;
        };
        let after = inside.iter().find(|word| word.at.start >= at.end);
        // “because I”, “because we”: a motive, which only the person knows.
        if after.is_none_or(|word| word.any(&["i", "we", "my", "our", "i'm", "we're"]))
            || read.is_question(sentence)
        {
            continue;
        }
        return made(Seeks::OtherCause, read.around(sentence, at.start), |q| {
            format!("You say “{q}”. What else could explain it?")
        });
    }
    None
}

fn how_much(read: &Read<'_>, asked: bool) -> Option<FollowUp> {
    if asked {
        let quote = quote(read.text, read.sentences.first()?);
        return made(Seeks::HowMuch, quote, |q| {
            format!("You say “{q}”. In numbers, what is that?")
        });
    }
    let plain =
        |sentence: &&Range<usize>| !read.has_number(sentence) && !read.is_question(sentence);
    for sentence in read.sentences.iter().filter(plain) {
        if let Some(word) = read.words_of(sentence).find(|word| word.any(MAGNITUDE)) {
            return made(Seeks::HowMuch, read.around(sentence, word.at.start), |q| {
                format!("You say “{q}”. How much is that, in numbers?")
            });
        }
    }
    None
}

fn by_when(read: &Read<'_>) -> Option<FollowUp> {
    for sentence in &read.sentences {
        let inside: Vec<Word> = read.words_of(sentence).cloned().collect();
        if let Some(at) = in_a_row(&inside, PLANS)
            && !says_when(&inside, &read.numbers)
        {
            return made(Seeks::ByWhen, read.around(sentence, at.start), |q| {
                format!("You say “{q}”. By when?")
            });
        }
    }
    None
}

fn how_known(read: &Read<'_>, known: &Known) -> Option<FollowUp> {
    // What a story's teller did is testimony; what anybody plans is not known at all.
    let doubtful = |sentence: &&Range<usize>| {
        let inside: Vec<Word> = read.words_of(sentence).cloned().collect();
        let testimony = known.is_story && read.is_own(sentence);
        let plan = in_a_row(&inside, PLANS).is_some();
        let doubted = !testimony && !plan;
        doubted && !inside.is_empty() && !read.is_question(sentence)
    };
    let mut sentences = read.sentences.iter().filter(doubtful);
    let numbered = read
        .sentences
        .iter()
        .filter(doubtful)
        .find(|s| read.has_number(s));
    let sentence = numbered.or_else(|| sentences.next())?;
    let at = read
        .numbers
        .iter()
        .find(|number| sentence.contains(&number.start));
    let quote = match at {
        Some(number) => read.around(sentence, number.start),
        None => quote(read.text, sentence),
    };
    made(Seeks::HowKnown, quote, |q| {
        format!("You say “{q}”. How do you know?")
    })
}
