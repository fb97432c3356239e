//! An interviewer: whose criteria, what they ask first, and how far they have come.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use whyproof_case::{Bar, Ladder};
use whyproof_syntax::Span;
use whyproof_whys::On;
use whyproof_whys::drill::{DEPTH, Known, Question, Session};

use super::{Plan, settings};
use crate::debrief::{Asked, Debrief, Went};
use crate::nearest::Criteria;

/// What a question of the loop is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// It was really asked.
    Asked {
        /// By whom, at which interview, on which day: as far as it is known, in words.
        by: String,
        /// How it went.
        went: Went,
        /// The criterion that it is about, by its place in the bar.
        criterion: Option<usize>,
    },
    /// A criterion, by its place in the bar.
    Criterion(usize),
    /// A story that was told.
    Story {
        /// Its place in the bank.
        story: usize,
        /// The line of its file, from 1; none where it is about the whole.
        line: Option<u32>,
    },
}

impl About {
    /// The criterion, where it is about one.
    pub(super) fn criterion(&self) -> Option<usize> {
        match self {
            About::Asked { criterion, .. } => *criterion,
            About::Criterion(at) => Some(*at),
            About::Story { .. } => None,
        }
    }
}

/// A question, and what it is about.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) question: Question,
    pub(super) about: About,
}

/// An interviewer.
pub(super) struct Room {
    /// What the ids of its questions begin with.
    pub(super) key: String,
    /// Its rung, by its place.
    pub(super) rung: usize,
    /// Its criteria, by their places in the bar.
    pub(super) criteria: Vec<usize>,
    /// What is asked first.
    pub(super) openings: Vec<Ask>,
    /// All that is asked now.
    pub(super) asks: Vec<Ask>,
    pub(super) session: Session,
    /// Whether its session has nothing of the journal yet.
    pub(super) is_fresh: bool,
}

impl Room {
    pub(super) fn about(&self, id: &str) -> Option<&About> {
        let ask = self.asks.iter().find(|ask| ask.question.id == id)?;
        Some(&ask.about)
    }
}

/// The interviewers with what each asks first: what was really asked, worst first, then a question for each of their
/// criteria. None asks what another asks first.
pub(super) fn rooms(plan: &Plan<'_>, known: &Known) -> Vec<Room> {
    let criteria = dealt(plan.ladder, plan.bar);
    let asked = heard(plan, &criteria);
    let most = plan.count.div_ceil(2);
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut keys: BTreeSet<String> = BTreeSet::new();
    let mut rooms = Vec::new();
    for ((rung, theirs), asked) in criteria.iter().enumerate().zip(asked) {
        let named = plan
            .ladder
            .rungs
            .get(rung)
            .map_or("", |rung| rung.name.as_str());
        let mut key = named.replace('/', "-");
        if !keys.insert(key.clone()) {
            key = format!("{key}-{}", rung + 1);
            keys.insert(key.clone());
        }
        let mut openings: Vec<Ask> = Vec::new();
        let mut add = |ask: Ask, used: &mut BTreeSet<String>| {
            if openings.len() < most && used.insert(ask.question.text.clone()) {
                openings.push(ask);
            }
        };
        for ask in asked {
            add(ask, &mut used);
        }
        for at in theirs {
            if let Some(ask) = of_criterion(plan, *at, &used) {
                add(ask, &mut used);
            }
        }
        for ask in &mut openings {
            ask.question.id = format!("{key}/{}", ask.question.id);
        }
        rooms.push(Room {
            key,
            rung,
            criteria: theirs.clone(),
            openings,
            asks: Vec::new(),
            session: Session::begin(Vec::new(), known.clone(), settings(plan.budget), &[]),
            is_fresh: true,
        });
    }
    rooms
}

/// The criteria of each rung, by their places in the bar. Those that the bar does not have are left out; those of the
/// bar that no rung names are dealt out among the rungs that are left with none.
pub fn dealt(ladder: &Ladder, bar: &Bar) -> Vec<Vec<usize>> {
    let place = |id: &String| bar.criteria.iter().position(|one| one.id == *id);
    let rungs = ladder.rungs.iter();
    let mut dealt: Vec<Vec<usize>> = rungs
        .map(|rung| rung.criteria.iter().filter_map(place).collect())
        .collect();
    let named: BTreeSet<usize> = dealt.iter().flatten().copied().collect();
    let bare: Vec<usize> = (0..dealt.len())
        .filter(|at| dealt[*at].is_empty())
        .collect();
    if !bare.is_empty() {
        let left = (0..bar.criteria.len()).filter(|at| !named.contains(at));
        for (criterion, rung) in left.zip(bare.iter().cycle()) {
            dealt[*rung].push(criterion);
        }
    }
    dealt
}

/// The first question of a criterion that nobody has asked.
fn of_criterion(plan: &Plan<'_>, at: usize, used: &BTreeSet<String>) -> Option<Ask> {
    let criterion = plan.bar.criteria.get(at)?;
    let mut questions = criterion.questions.iter().zip(1..);
    let (text, number) = questions.find(|(text, _)| !used.contains(*text))?;
    let id = format!("{}-{number}", criterion.id);
    Some(Ask {
        question: question(
            id,
            text,
            &format!("what meets the bar, “{}”", criterion.meets),
        ),
        about: About::Criterion(at),
    })
}

/// What was really asked, by rung: those that went badly first, of those the latest. It is put by whoever has the name
/// or the title that the debrief gives, else by the first whose criterion it is about, else by the first.
fn heard(plan: &Plan<'_>, criteria: &[Vec<usize>]) -> Vec<Vec<Ask>> {
    let about = Criteria::new(&plan.bar.criteria);
    let mut heard: Vec<(Went, Reverse<Option<&str>>, usize, Ask)> = Vec::new();
    for (number, (debrief, asked)) in (1..).zip(all(plan.debriefs)) {
        let criterion = about.of(&asked.question);
        let named = debrief.at.as_deref().and_then(|at| rung_of(plan, at));
        let by_criterion = || {
            criteria
                .iter()
                .position(|theirs| criterion.is_some_and(|at| theirs.contains(&at)))
        };
        let rung = named.or_else(by_criterion).unwrap_or(0);
        let ask = Ask {
            question: question(format!("asked-{number}"), &asked.question, ""),
            about: About::Asked {
                by: who(debrief),
                went: asked.went,
                criterion,
            },
        };
        heard.push((asked.went, Reverse(debrief.day.as_deref()), rung, ask));
    }
    heard.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)));
    let mut rooms: Vec<Vec<Ask>> = criteria.iter().map(|_| Vec::new()).collect();
    for (_, _, rung, ask) in heard {
        if let Some(room) = rooms.get_mut(rung) {
            room.push(ask);
        }
    }
    rooms
}

fn all(debriefs: &[Debrief]) -> impl Iterator<Item = (&Debrief, &Asked)> {
    debriefs
        .iter()
        .flat_map(|debrief| debrief.asked.iter().map(move |asked| (debrief, asked)))
}

fn rung_of(plan: &Plan<'_>, at: &str) -> Option<usize> {
    let wanted = at.trim().to_lowercase();
    let mut rungs = plan.ladder.rungs.iter();
    rungs.position(|rung| rung.name.to_lowercase() == wanted || rung.title.to_lowercase() == wanted)
}

/// Who asked, as far as it is known.
fn who(debrief: &Debrief) -> String {
    let mut parts: Vec<&str> = Vec::new();
    parts.extend(debrief.by.as_deref());
    parts.extend(debrief.at.as_deref());
    parts.extend(debrief.day.as_deref());
    parts.join(", ")
}

fn question(id: String, text: &str, good_answer: &str) -> Question {
    Question {
        id,
        on: On::Case,
        span: Span::default(),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        why: String::new(),
        good_answer: good_answer.to_owned(),
        open: None,
        depth: DEPTH,
        seeks: Vec::new(),
    }
}
