//! The interview about the hardest thing that somebody did: one question at a time, and the story file of the answers.
//!
//! Pure: an [`Interview`] is what its journal says, as a drill is. Whoever runs it writes each step down first. All words
//! of the file but its headings and comments are the person's own.

mod value;
mod write;

use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_whys::On;
use whyproof_whys::drill::{Entry, Known, Question, Reference, Seeks, Session, Settings, State};

/// Seconds that an answer may take to say: two minutes.
const BUDGET: u32 = 120;

/// A question of the interview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    id: String,
    text: String,
    help: String,
    /// `title`, a key of the front matter, or a section's heading.
    goes: String,
    #[serde(default)]
    follow_ups: Vec<Seeks>,
    /// Whether nothing is missing where it was skipped.
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asks {
    question: Vec<Ask>,
}

/// What is built in, read once; a test reads it, so that nothing is left out.
static ASKS: LazyLock<Vec<Ask>> = LazyLock::new(|| {
    let asks: Result<Asks, _> = toml::from_str(include_str!("interview/questions.toml"));
    asks.map(|asks| asks.question).unwrap_or_default()
});

/// The id of the question for the title.
const TITLE: &str = "title";

/// An interview.
#[derive(Debug, Clone)]
pub struct Interview {
    session: Session,
}

impl Interview {
    /// The interview of which `earlier` was said before.
    pub fn begin(earlier: &[Entry]) -> Interview {
        let question = |ask: &Ask| Question {
            id: ask.id.clone(),
            on: On::Case,
            span: whyproof_syntax::Span::default(),
            text: ask.text.clone(),
            why: String::new(),
            good_answer: ask.help.clone(),
            open: None,
            depth: usize::from(!ask.follow_ups.is_empty()),
            seeks: ask.follow_ups.clone(),
        };
        let settings = Settings {
            count: None,
            budget: BUDGET,
        };
        let questions = ASKS.iter().map(question).collect();
        Interview {
            session: Session::begin(questions, Known::story(), settings, earlier),
        }
    }

    /// The questions and answers; a question's help is its `good_answer`.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The same, to take steps.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The step that answers the question for the title.
    pub fn titled(title: &str) -> Entry {
        let text = ASKS.iter().find(|ask| ask.id == TITLE);
        Entry::Answered {
            question: Reference {
                id: TITLE.to_owned(),
                text: text.map(|ask| ask.text.clone()).unwrap_or_default(),
                follow_up: None,
            },
            answer: title.to_owned(),
            seconds: None,
        }
    }

    /// What the person calls it, in one line.
    pub fn title(&self) -> Option<String> {
        let title = self.said(TITLE).join(" ");
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    }

    /// Whether anything but the title was answered.
    pub fn is_told(&self) -> bool {
        let mut threads = self.session.threads();
        threads.any(|thread| thread.question.id != TITLE && !thread.turns.is_empty())
    }

    /// How many questions were answered.
    pub fn answered(&self) -> usize {
        let threads = self.session.threads();
        threads.filter(|thread| !thread.turns.is_empty()).count()
    }

    /// The questions that were not answered, in their order; one that may be skipped was answered by that.
    pub fn unanswered(&self) -> Vec<&str> {
        let threads = self.session.threads();
        let open = threads.filter(|thread| {
            let skipped = thread.state == State::Skipped;
            thread.turns.is_empty() && !(skipped && is_optional(&thread.question.id))
        });
        open.map(|thread| thread.question.text.as_str()).collect()
    }

    /// Whether a follow-up was answered.
    pub fn has_follow_ups(&self) -> bool {
        let mut threads = self.session.threads();
        threads.any(|thread| {
            let answers = thread.turns.iter();
            answers
                .filter(|turn| !turn.answer.trim().is_empty())
                .count()
                > 1
        })
    }

    /// The story file: what was said, in the person's words; `owner` is the person's name, where it is known.
    pub fn story(&self, owner: Option<&str>) -> String {
        write::story(self, owner)
    }

    /// The answers to a question and its follow-ups.
    fn said(&self, id: &str) -> Vec<&str> {
        let threads = self
            .session
            .threads()
            .filter(|thread| thread.question.id == id);
        let turns = threads.flat_map(|thread| &thread.turns);
        turns
            .map(|turn| turn.answer.trim())
            .filter(|answer| !answer.is_empty())
            .collect()
    }

    /// The answers that go to one place, with the help of its first question.
    fn at(&self, place: &str) -> (Vec<&str>, &'static str) {
        let asks = || ASKS.iter().filter(|ask| ask.goes == place);
        let said = asks().flat_map(|ask| self.said(&ask.id)).collect();
        let help = asks().next().map_or("", |ask| ask.help.as_str());
        (said, help)
    }
}

fn is_optional(id: &str) -> bool {
    ASKS.iter().any(|ask| ask.id == id && ask.optional)
}
