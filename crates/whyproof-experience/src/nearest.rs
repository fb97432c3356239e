//! Which criterion a question is about, and which story an answer tells, by the words that they share.

use std::collections::BTreeSet;

use whyproof_case::Criterion;
use whyproof_syntax::{NodeKind, Place};

use crate::background::Story;
use crate::matching::{Answer, Matcher};
use crate::stems;
use crate::truth::terms;

/// Words with which interviewers begin, whatever they ask about.
const FRAME: &[&str] = &[
    "tell",
    "describe",
    "example",
    "walk",
    "give",
    "time",
    "times",
    "situation",
    "talk",
    "share",
    "think",
    "question",
    "thing",
    "things",
    "something",
    "anything",
    "did",
    "happened",
];

/// How much of a question's words must be a criterion's.
const ABOUT: f64 = 0.2;

/// How many different words an answer must share with the story that it tells, and how much of its words that must be;
/// of a short answer, half of them will do.
const TELLS: (usize, f64) = (4, 0.2);
const NAMES: (usize, f64) = (2, 0.5);

/// Criteria to find a question's among.
pub(crate) struct Criteria(Matcher);

impl Criteria {
    pub(crate) fn new(criteria: &[Criterion]) -> Criteria {
        let texts: Vec<String> = criteria
            .iter()
            .map(|one| {
                let words = [
                    one.title.clone(),
                    one.meets.clone(),
                    one.questions.join(" "),
                    one.cues.join(" "),
                ];
                words.join(" ")
            })
            .collect();
        Criteria(Matcher::new(texts.iter().map(String::as_str)))
    }

    /// The criterion that a question is about, by its place.
    pub(crate) fn of(&self, question: &str) -> Option<usize> {
        let words = question.split_whitespace().filter(|word| {
            let word = word
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            !FRAME.contains(&word.as_str())
        });
        let words: Vec<&str> = words.collect();
        best(&self.0, &words.join(" "), |answer| answer.covered >= ABOUT).map(|answer| answer.item)
    }
}

/// Stories to find an answer's among, each by the stems of its words that mean something.
pub(crate) struct Stories(Vec<BTreeSet<String>>);

impl Stories {
    pub(crate) fn new(stories: &[Story]) -> Stories {
        Stories(stories.iter().map(|story| terms(&told(story))).collect())
    }

    /// The story that an answer tells, by its place, and the words of the answer by which it is known.
    pub(crate) fn of(&self, answer: &str) -> Option<(usize, Vec<String>)> {
        let said = terms(answer);
        let tells = |shared: usize| {
            let share = shared as f64 / said.len().max(1) as f64;
            let is = |(words, least): (usize, f64)| shared >= words && share >= least;
            is(TELLS) || is(NAMES)
        };
        let mut best: Option<(usize, usize)> = None;
        for (at, story) in self.0.iter().enumerate() {
            let shared = story.intersection(&said).count();
            if tells(shared) && best.is_none_or(|(_, most)| shared > most) {
                best = Some((at, shared));
            }
        }
        let (at, _) = best?;
        let mut words: Vec<String> = Vec::new();
        for word in stems::words(answer) {
            let text = &answer[word.at];
            let is_shared = said.contains(&word.stem) && self.0[at].contains(&word.stem);
            if is_shared && !words.iter().any(|known| known == text) {
                words.push(text.to_owned());
            }
        }
        Some((at, words))
    }
}

fn best(matcher: &Matcher, text: &str, is: impl Fn(&Answer) -> bool) -> Option<Answer> {
    let answers = matcher.answers_at(text, 0.0);
    answers.into_iter().find(is)
}

/// The words of a story: its title and all that its file tells, notes and questions apart.
fn told(story: &Story) -> String {
    let document = &story.case.parse.document;
    let mut words = story.title().to_owned();
    for text in &document.texts {
        let heading = matches!(text.kind, NodeKind::Heading(_));
        if text.place == Place::Body && !heading {
            words.push('\n');
            words.push_str(&text.words.text);
        }
    }
    words
}
