//! The order of the questions: what rests on it, how weak it is, and how different it is from those before it.

use crate::barrage::{Candidate, Options};
use crate::likeness::Content;
use crate::material::{Attach, Material};

/// Below this a question is not worth a room's time: in a case, and in prose that argues without our format.
const WORTH: (f64, f64) = (1.0, 0.2);
/// The same in a case that argues for an idea.
const WORTH_IDEA: f64 = 2.4;
/// The same in prose so long that there is much to choose from.
const WORTH_LONG: f64 = 1.5;
/// From this many on, only what is hard to meet is asked: of a case that is told whole, and of a draft.
const ENOUGH: (usize, usize) = (1, 4);
/// Weight of a question that is hard to meet: lighter ones are for cases that leave much unsaid.
const HARD: u8 = 4;
/// Two questions whose words are alike beyond this are one.
const SAME: f64 = 0.6;

/// The chosen questions in order, each with the reason for its place, and how many more were worth asking.
pub(crate) struct Chosen<'a> {
    pub(crate) candidates: Vec<(Candidate<'a>, String)>,
    pub(crate) more: usize,
}

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A case that argues for an idea and is told whole, or is about code.
    Idea,
    /// One that leaves whole parts unsaid.
    Draft,
    /// Any other text in our format.
    Case,
    /// A text that is heard as one speech.
    Speech,
    /// Any other text.
    Prose,
}

struct Scored<'a> {
    candidate: Candidate<'a>,
    content: Content,
    score: f64,
}

/// Chooses at most `options.count`, one after the other: the best of those left, where a question loses for every
/// one before it that has its scheme, its kind of material, its passage or its words.
pub(crate) fn choose<'a>(
    candidates: Vec<Candidate<'a>>,
    kind: Kind,
    options: &Options,
) -> Chosen<'a> {
    let worth = match kind {
        Kind::Idea | Kind::Draft => WORTH_IDEA,
        Kind::Case => WORTH.0,
        Kind::Speech => WORTH.1,
        Kind::Prose => WORTH_LONG,
    };
    let mut left: Vec<Scored<'a>> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let score = score(&candidate, options)?;
            let content = Content::of(&candidate.text);
            (score >= worth || candidate.question.own).then_some(Scored {
                candidate,
                content,
                score,
            })
        })
        .collect();
    let most = options.count.unwrap_or(usize::MAX);
    let mut chosen: Vec<Scored<'a>> = Vec::new();
    while chosen.len() < most {
        let enough = match kind {
            Kind::Idea => chosen.len() >= ENOUGH.0,
            Kind::Draft => chosen.len() >= ENOUGH.1,
            Kind::Case | Kind::Speech | Kind::Prose => false,
        };
        left.retain(|one| {
            let question = one.candidate.question;
            let hard = !enough || question.weight >= HARD;
            question.own || (one.score >= worth && hard)
        });
        let mut best: Option<usize> = None;
        for (at, one) in left.iter().enumerate() {
            if best.is_none_or(|b| one.score > left[b].score) {
                best = Some(at);
            }
        }
        let Some(best) = best else { break };
        let taken = left.remove(best);
        left.retain(|one| !is_same(one, &taken));
        for one in &mut left {
            one.score *= apart(&one.candidate, &taken.candidate);
        }
        chosen.push(taken);
    }
    left.retain(|one| one.score >= worth || one.candidate.question.own);
    Chosen {
        more: left.len(),
        candidates: chosen
            .into_iter()
            .map(|one| {
                let order = order(&one.candidate);
                (one.candidate, order)
            })
            .collect(),
    }
}

/// Whether two questions are one. A quoted line can be asked about in more than one way: how it is known, what follows.
fn is_same(one: &Scored<'_>, taken: &Scored<'_>) -> bool {
    let (a, b) = (one.candidate.material, taken.candidate.material);
    let of_a_line = are_lines(a, b) && a.span == b.span;
    let same_question = one.candidate.question.id == taken.candidate.question.id;
    one.content.likeness(&taken.content) > SAME && (!of_a_line || same_question)
}

/// Whether both are quoted lines of a speech.
fn are_lines(a: &Material, b: &Material) -> bool {
    a.attach == Attach::Saying && b.attach == Attach::Saying
}

/// What a candidate is worth by itself; none where nobody asks from its point of view.
fn score(candidate: &Candidate<'_>, options: &Options) -> Option<f64> {
    let question = candidate.question;
    if !options.views.is_empty()
        && !question
            .views
            .iter()
            .any(|view| options.views.contains(view))
    {
        return None;
    }
    let material = candidate.material;
    let load = 1.0 + f64::from(material.load).ln_1p() / 2.0;
    Some(f64::from(question.weight) * f64::from(material.weight) / 50.0 * load)
}

/// By how much a candidate loses once `taken` is asked.
fn apart(one: &Candidate<'_>, taken: &Candidate<'_>) -> f64 {
    let mut factor = 1.0;
    if one.question.id == taken.question.id {
        factor *= 0.6;
    } else if one.question.scheme == taken.question.scheme {
        factor *= 0.85;
    }
    // Shapes have nothing in common but that they are looked for in the same way.
    if one.material.attach == taken.material.attach && one.material.attach != Attach::Shape {
        factor *= 0.88;
    }
    let (a, b) = (one.material.span, taken.material.span);
    if a.start < b.end && b.start < a.end && !a.is_empty() && !b.is_empty() {
        // A line may be asked about twice, where the speech has few.
        let quoted = are_lines(one.material, taken.material);
        factor *= if quoted { 0.5 } else { 0.3 };
    }
    factor
}

/// Why a question stands where it does.
fn order(candidate: &Candidate<'_>) -> String {
    let material = candidate.material;
    let rests = match material.load {
        0 => String::new(),
        1 => "1 statement rests on it; ".to_owned(),
        n => format!("{n} statements rest on it; "),
    };
    format!(
        "{rests}taken by {}, question of weight {}",
        material.marker, candidate.question.weight
    )
}
