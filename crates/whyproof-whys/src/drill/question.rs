//! What a drill asks: first what people have asked of the case and nobody has answered, then the barrage.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use whyproof_case::{Case, Target, Why, WhyState};
use whyproof_syntax::Span;

use super::follow_up::Seeks;
use super::session::DEPTH;
use crate::answered::{Known, plain};
use crate::bank::Bank;
use crate::barrage::{self, Asked, Options, ask};
use crate::material::On;
use crate::view::View;

/// A question of a drill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id in the barrage or, of a why, in the case.
    pub id: String,
    /// What it is about.
    pub on: On,
    /// Where that stands; empty where it is the whole case.
    pub span: Span,
    /// The question.
    pub text: String,
    /// Why it is asked here; empty where only its asker knows.
    pub why: String,
    /// What a good answer brings; empty where only its asker knows.
    pub good_answer: String,
    /// The why of the case that it is; none where the barrage asks it.
    pub open: Option<Open>,
    /// How many follow-ups it has at most, each put to the answer before.
    pub depth: usize,
    /// What they may ask for; anything where empty.
    pub seeks: Vec<Seeks>,
}

/// A why that stands in the case without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its index.
    pub why: u32,
    /// Where it stands.
    pub span: Span,
    /// Who asks it, the barrage apart.
    pub by: Option<String>,
    /// Whether that is the case's owner.
    pub is_owners: bool,
    /// At which review: the title of the ladder's rung, else as the file says it.
    pub at: Option<String>,
    /// Whether it is a suggestion: nobody has put their name to it.
    pub is_suggested: bool,
    /// How many statements rest on what it is about, the case counted as one.
    pub load: u32,
}

impl From<Asked> for Question {
    fn from(asked: Asked) -> Self {
        Question {
            id: asked.id,
            on: asked.on,
            span: asked.span,
            text: asked.text,
            why: asked.why,
            good_answer: asked.good_answer,
            open: None,
            depth: DEPTH,
            seeks: Vec::new(),
        }
    }
}

/// All that `case` can be asked: what people have asked and nobody has answered, then open suggestions, each by what
/// rests on it and then by their order in the file; then the barrage from `views` (every one where empty).
///
/// A person's question is asked from whatever point of view; a suggestion is left out where the bank knows that it is
/// none of `views`', and where somebody has asked the same.
pub fn questions(case: &Case, bank: &Bank, views: &[View]) -> Vec<Question> {
    let mut asked = open(case, bank, views);
    let options = Options {
        count: None,
        views: views.to_vec(),
    };
    let barrage = ask(case, bank, &options).asked;
    asked.extend(barrage.into_iter().map(Question::from));
    asked
}

/// The whys of the case that wait for an answer.
fn open(case: &Case, bank: &Bank, views: &[View]) -> Vec<Question> {
    let waits = |why: &Why| match why.state {
        WhyState::Open => true,
        WhyState::Suggested => why.answer.is_none(),
        WhyState::Answered | WhyState::Settled => false,
    };
    let is_suggested = |why: &Why| why.state == WhyState::Suggested;
    let waiting = case.whys.iter().zip(0..).filter(|(why, _)| waits(why));
    let mut waiting: Vec<(&Why, u32)> = waiting.collect();
    waiting.sort_by_key(|&(why, at)| (is_suggested(why), Reverse(load(case, why)), at));
    let mut sources = BTreeMap::new();
    if waiting.iter().any(|(why, _)| is_suggested(why)) {
        sources = barrage::sources(case, bank);
    }
    let mut known = Known::new(case.whys.iter().filter(|why| !is_suggested(why)));
    let mut found: Vec<(&Why, Question)> = Vec::new();
    for (why, at) in waiting {
        let source = sources.get(&plain(&why.text));
        let viewed = source.is_none_or(|source| {
            views.is_empty() || source.views.iter().any(|view| views.contains(view))
        });
        let on = on(why);
        let is_follow_up = matches!(on, On::Answer(_));
        if is_suggested(why) {
            if !viewed || known.asks(&why.text, &on, is_follow_up) {
                continue;
            }
            known.push(why);
        }
        // Two people may ask one thing with the same words: one answer will do.
        let twice = |(other, _): &(&Why, _)| other.text == why.text && other.target == why.target;
        if found.iter().any(twice) {
            continue;
        }
        let mut question = one(case, why, at, on);
        if let Some(source) = source {
            question.why.clone_from(&source.why);
            question.good_answer.clone_from(&source.good_answer);
        }
        found.push((why, question));
    }
    found.into_iter().map(|(_, question)| question).collect()
}

fn one(case: &Case, why: &Why, at: u32, on: On) -> Question {
    let is_suggested = why.state == WhyState::Suggested;
    let by = why.by.clone().filter(|_| !is_suggested);
    Question {
        id: why.id.clone(),
        span: place(case, why),
        on,
        text: why.text.clone(),
        why: String::new(),
        good_answer: String::new(),
        open: Some(Open {
            why: at,
            span: why.span,
            is_owners: by.is_some() && !why.by_other,
            by,
            at: why.at.as_deref().map(|at| review(case, at)),
            is_suggested,
            load: load(case, why),
        }),
        depth: DEPTH,
        seeks: Vec::new(),
    }
}

/// The title of the rung that is named, where the case's ladder has it.
fn review(case: &Case, at: &str) -> String {
    let rungs = case.ladder.iter().flat_map(|ladder| &ladder.rungs);
    let mut rungs = rungs.filter(|rung| rung.name == at);
    rungs.next().map_or(at, |rung| &rung.title).to_owned()
}

fn on(why: &Why) -> On {
    match &why.target {
        Target::Statement(id) => On::Statement(*id),
        Target::Passage(_) => On::Passage,
        Target::Answer(of) => On::Answer(*of),
        Target::Case | Target::Dangling(_) => On::Case,
    }
}

fn place(case: &Case, why: &Why) -> Span {
    match &why.target {
        Target::Statement(id) => case.statement(*id).span,
        Target::Passage(span) => *span,
        Target::Answer(of) => case
            .whys
            .get(*of as usize)
            .map(|of| of.answer_span)
            .unwrap_or_default(),
        Target::Case | Target::Dangling(_) => Span::default(),
    }
}

/// How many statements rest on what a why is about; the whole, and words that are no statement, bear the case alone.
fn load(case: &Case, why: &Why) -> u32 {
    let of = |id| case.statement(id).load;
    let mut about = why;
    // From an answer to what it answers; `on` may lead round in a circle.
    for _ in 0..case.whys.len() {
        let Target::Answer(of) = about.target else {
            break;
        };
        let Some(next) = case.whys.get(of as usize) else {
            break;
        };
        about = next;
    }
    let target = match about.target {
        Target::Statement(id) => of(id),
        _ => 1,
    };
    target.max(why.statement.map_or(0, of)).max(1)
}
