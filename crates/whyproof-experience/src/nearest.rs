//! Which criterion a question is about, and which story an answer tells, by the words that they share.

use whyproof_case::Criterion;
use whyproof_syntax::{NodeKind, Place};

use crate::background::Story;
use crate::matching::{Answer, Matcher};

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

/// Stories to find an answer's among.
pub(crate) struct Stories(Matcher);

impl Stories {
    pub(crate) fn new(stories: &[Story]) -> Stories {
        let texts: Vec<String> = stories.iter().map(told).collect();
        Stories(Matcher::new(texts.iter().map(String::as_str)))
    }

    /// The story that an answer tells, by its place, and the words of the answer by which it is known.
    pub(crate) fn of(&self, answer: &str) -> Option<(usize, Vec<String>)> {
        let tells = |answer: &Answer| {
            let is =
                |(words, share): (usize, f64)| answer.met.len() >= words && answer.covered >= share;
            is(TELLS) || is(NAMES)
        };
        let found = best(&self.0, answer, tells)?;
        let words = found.met.into_iter().map(|met| met.wanted).collect();
        Some((found.item, words))
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
