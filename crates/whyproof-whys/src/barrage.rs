//! The barrage: material and questions brought together, what is answered left out, the rest in order.

use std::collections::BTreeMap;

use whyproof_case::{Case, WhyKind};
use whyproof_syntax::{Role, Span};

use crate::bank::{Bank, Question};
use crate::material::{Attach, Material, On, Slot, Slots};
use crate::rank;
use crate::view::View;
use crate::{answered, gather, mine};

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The most questions; all that are worth asking where none.
    pub count: Option<usize>,
    /// From which points of view; every one where empty.
    pub views: Vec<View>,
}

/// One question of the barrage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its id in this barrage.
    pub id: String,
    /// Why, or why not.
    pub kind: WhyKind,
    /// The scheme that it is a critical question of.
    pub scheme: String,
    /// What it is about.
    pub on: On,
    /// Where that stands.
    pub span: Span,
    /// The question.
    pub text: String,
    /// Why it is asked here.
    pub why: String,
    /// What a good answer brings.
    pub good_answer: String,
    /// Where it comes from.
    pub from: Origin,
    /// How many statements rest on what it is about.
    pub load: u32,
    /// Whose question it is.
    pub views: Vec<View>,
    /// Why it stands where it does in the order.
    pub order: String,
}

/// Where a question comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The question of the bank with this id.
    Bank(String),
    /// A language model, by its name.
    Model(String),
}

/// The questions that a case should expect, hardest first.
#[derive(Debug, Clone, Default)]
pub struct Barrage {
    /// The questions.
    pub asked: Vec<Asked>,
    /// How many more were worth asking, beyond the count.
    pub more: usize,
}

/// A question that could be asked, before the choice.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a> {
    pub(crate) question: &'a Question,
    pub(crate) material: &'a Material,
    pub(crate) text: String,
}

/// The barrage for `case`, from the questions of `bank`.
pub fn ask(case: &Case, bank: &Bank, options: &Options) -> Barrage {
    let mut material = material(case);
    let kind = kind(case);
    if kind == rank::Kind::Prose {
        // A heading *Decision* in a text that is no case tells mostly of what was decided; what stands under
        // *Alternatives* there is told by its words.
        // A list of questions there is told to readers, and no answer to a room.
        let ours = [Attach::Decision, Attach::Alternative, Attach::Answer];
        material.retain(|one| !ours.contains(&one.attach));
    }
    let mut candidates = candidates(&material, bank);
    answered::leave_out(case, &mut candidates);
    let chosen = rank::choose(candidates, kind, options);
    let more = chosen.more;
    let mut ids = Ids::default();
    let asked = chosen
        .candidates
        .into_iter()
        .map(|(candidate, order)| asked(case, &candidate, order, &mut ids))
        .collect();
    Barrage { asked, more }
}

/// What can be asked about.
fn material(case: &Case) -> Vec<Material> {
    let mut material = gather::gather(case);
    material.extend(mine::mine(case));
    material
}

/// The questions of `bank` that fit, worded.
fn candidates<'a>(material: &'a [Material], bank: &'a Bank) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    for one in material {
        for question in bank.questions_on(one.attach).filter(|q| q.fits(one)) {
            let Some(text) = question.word(one) else {
                continue;
            };
            // Where a transcript names who speaks, nobody else is addressed.
            if one.is("spoken") && addresses(&text) {
                continue;
            }
            found.push(Candidate {
                question,
                material: one,
                text,
            });
        }
    }
    found
}

/// Whether a question says *you* outside its quotations.
fn addresses(text: &str) -> bool {
    let unquoted = text
        .split('“')
        .map(|part| part.rsplit_once('”').map_or(part, |(_, after)| after));
    let words = unquoted.flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    let you = ["you", "your", "yours", "yourself", "yourselves"];
    words
        .map(str::to_lowercase)
        .any(|word| you.contains(&word.as_str()))
}

/// What the bank knows of a question.
pub(crate) struct Source {
    pub(crate) why: String,
    pub(crate) good_answer: String,
    pub(crate) views: Vec<View>,
}

/// What `bank` knows of all that could be asked of `case`, by the question's [`answered::plain`] words: whence a
/// question came that stands in the case now.
pub(crate) fn sources(case: &Case, bank: &Bank) -> BTreeMap<String, Source> {
    let mut found = BTreeMap::new();
    for candidate in candidates(&material(case), bank) {
        found
            .entry(answered::plain(&candidate.text))
            .or_insert_with(|| Source {
                why: why(&candidate),
                good_answer: candidate.question.good_answer.clone(),
                views: candidate.question.views.clone(),
            });
    }
    found
}

/// Why it is asked here.
fn why(candidate: &Candidate<'_>) -> String {
    let slots = with_marker(candidate.material);
    candidate.question.why.fill(&slots).unwrap_or_default()
}

/// What the text is to the ranking.
fn kind(case: &Case) -> rank::Kind {
    let ours = !case.claims.is_empty() || case.problem.section || !case.story.is_empty();
    if !ours {
        return if mine::is_short(case) {
            rank::Kind::Speech
        } else {
            rank::Kind::Prose
        };
    }
    let has = |role| case.parse.document.sections_of(role).next().is_some();
    let parts = [Role::Impact, Role::Decision, Role::Alternatives];
    let said = parts.into_iter().filter(|role| has(*role)).count();
    match case.kind {
        whyproof_case::Kind::Idea if said < 2 && !gather::is_technical(case) => rank::Kind::Draft,
        whyproof_case::Kind::Idea => rank::Kind::Idea,
        _ => rank::Kind::Case,
    }
}

fn asked(case: &Case, candidate: &Candidate<'_>, order: String, ids: &mut Ids) -> Asked {
    let Candidate {
        question,
        material,
        text,
    } = candidate;
    Asked {
        id: ids.make(case, question, material),
        kind: question.kind,
        scheme: question.scheme.clone(),
        on: material.on.clone(),
        span: material.span,
        text: text.clone(),
        why: why(candidate),
        good_answer: question.good_answer.clone(),
        from: Origin::Bank(question.id.clone()),
        load: material.load,
        views: question.views.clone(),
        order,
    }
}

/// The slots of `material`, and `marker`.
fn with_marker(material: &Material) -> Slots {
    let mut slots = material.slots.clone();
    let marker = Slot {
        text: material.marker.clone(),
        span: material.span,
        plural: false,
    };
    slots.insert("marker", marker);
    slots
}

/// Ids of one barrage: the question's, then what it is about.
#[derive(Debug, Default)]
struct Ids(std::collections::BTreeSet<String>);

impl Ids {
    fn make(&mut self, case: &Case, question: &Question, material: &Material) -> String {
        let about = match material.on {
            On::Statement(id) => case.statement(id).id.clone(),
            On::Answer(at) => case
                .whys
                .get(at as usize)
                .map(|why| why.id.clone())
                .unwrap_or_default(),
            On::Case => String::new(),
            On::Passage => slug(&case.source()[material.span.range()]),
        };
        let name = match (material.attach, about.is_empty()) {
            (Attach::Case, _) | (_, true) => question.id.clone(),
            _ => format!("{}-{about}", question.id),
        };
        let mut id = name.clone();
        let mut next = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{name}-{next}");
            next += 1;
        }
        id
    }
}

/// The first four words in small letters, joined by hyphens.
fn slug(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<String> = words.take(4).map(str::to_lowercase).collect();
    words.join("-")
}
