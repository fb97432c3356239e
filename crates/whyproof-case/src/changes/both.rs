//! Two revisions of a case, and which of the one is which of the other.

use super::likeness::{ALIKE, Wording, Wordings};
use super::pairs::Pairs;
use super::{ChangeKind, Changed, matching};
use crate::case::Case;
use crate::explain::shorten;
use crate::ids::normalised;
use crate::repair::{Mend, Step};
use crate::statement::{StatementId, StatementKind};

/// Longest quotation in a change, in characters.
pub(super) const QUOTE: usize = 100;

/// Both revisions.
pub(super) struct Both<'c> {
    pub(super) old: &'c Case,
    pub(super) new: &'c Case,
    pub(super) statements: Pairs,
    pub(super) whys: Pairs,
    pub(super) evidence: Pairs,
}

impl<'c> Both<'c> {
    pub(super) fn new(old: &'c Case, new: &'c Case) -> Self {
        let whys = whys(old, new);
        Self {
            statements: matching::statements(old, new, &whys),
            evidence: evidence(old, new),
            whys,
            old,
            new,
        }
    }

    /// A change of a statement that both have.
    pub(super) fn of_statement(&self, kind: ChangeKind, was: u32, is: u32) -> Changed {
        let (old, new) = (StatementId(was), StatementId(is));
        let statement = self.new.statement(new);
        Changed {
            role: Some(statement.kind),
            id: Some(statement.id.clone()),
            old_line: Some(self.old.line(self.old.statement(old).span)),
            line: Some(self.new.line(statement.span)),
            ..Changed::new(kind, &statement.text)
        }
    }

    /// A change of a statement that only one of them has.
    pub(super) fn of_lone(&self, kind: ChangeKind, case: &Case, at: u32) -> Changed {
        let statement = case.statement(StatementId(at));
        let line = Some(case.line(statement.span));
        let dropped = kind == ChangeKind::Dropped;
        Changed {
            role: Some(statement.kind),
            id: Some(statement.id.clone()),
            old_line: line.filter(|_| dropped),
            line: line.filter(|_| !dropped),
            ..Changed::new(kind, &statement.text)
        }
    }

    /// What a step of a repair of the old is in the new, so that equal steps are equal.
    pub(super) fn step(&self, step: Step, is_old: bool) -> String {
        let case = if is_old { self.old } else { self.new };
        let statement = |id: StatementId| {
            let now = if is_old {
                self.statements.new_of(id.0)
            } else {
                Some(id.0)
            };
            match now {
                Some(now) => format!("#{now}"),
                None => case.statement(id).text.clone(),
            }
        };
        match step {
            Step::Show(id) => format!("show {}", statement(id)),
            Step::Answer(id) => format!("answer {}", statement(id)),
            Step::Mend(Mend::Evidence(at)) => {
                let now = if is_old {
                    self.evidence.new_of(at)
                } else {
                    Some(at)
                };
                format!("mend evidence {now:?}")
            }
            Step::Mend(_) => format!("mend {}", case.step_id(step)),
        }
    }
}

/// What a step asks for, in a few words.
pub(super) fn step_in_words(case: &Case, step: Step) -> String {
    match step {
        Step::Show(id) => format!("evidence for “{}”", case.quote(id)),
        Step::Answer(id) => format!("an answer to “{}”", case.quote(id)),
        Step::Mend(Mend::Part(part)) => format!("a problem that says {}", part.words()),
        Step::Mend(Mend::FirstClaim) => "a first claim".to_owned(),
        Step::Mend(Mend::Figure(_)) => format!("the figure {}", case.step_id(step)),
        Step::Mend(Mend::Evidence(_)) => format!("experiment {}", case.step_id(step)),
    }
}

/// A statement in a few words, with what it is.
pub(super) fn named(case: &Case, id: StatementId) -> String {
    let statement = case.statement(id);
    let words = shorten(statement.text.trim_end_matches('.'), QUOTE);
    format!("{} “{words}”", word(statement.kind))
}

/// What a statement is called.
pub(super) fn word(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Why => "question",
        other => other.word(),
    }
}

fn whys(old: &Case, new: &Case) -> Pairs {
    let mut pairs = Pairs::new(old.whys.len(), new.whys.len());
    let wordings = |case: &Case| -> Vec<Wording> {
        let all = case.whys.iter();
        all.map(|why| Wording::new(normalised(&why.text))).collect()
    };
    let (was, is) = (wordings(old), wordings(new));
    pairs.by_key(
        |at| explicit(&old.whys[at as usize].id),
        |at| explicit(&new.whys[at as usize].id),
    );
    rest(
        &mut pairs,
        Wordings {
            old: &was,
            new: &is,
        },
    );
    pairs
}

/// An id that the author gave: those made from words begin so.
fn explicit(id: &str) -> Option<&str> {
    (!id.starts_with("w-")).then_some(id)
}

fn evidence(old: &Case, new: &Case) -> Pairs {
    let mut pairs = Pairs::new(old.evidence.len(), new.evidence.len());
    let wordings = |case: &Case| -> Vec<Wording> {
        let all = case.evidence.iter();
        all.map(|evidence| Wording::new(normalised(&evidence.text)))
            .collect()
    };
    let (was, is) = (wordings(old), wordings(new));
    let wordings = Wordings {
        old: &was,
        new: &is,
    };
    // Labels are often numbers that move on when a footnote comes in before them: first label and words.
    let labelled = |case: &Case, wordings: &[Wording]| -> Vec<String> {
        let all = case.evidence.iter().zip(wordings);
        all.map(|(evidence, said)| format!("{}\n{}", evidence.id, said.words))
            .collect()
    };
    let (by_old, by_new) = (labelled(old, &was), labelled(new, &is));
    pairs.by_key(
        |at| Some(by_old[at as usize].as_str()),
        |at| Some(by_new[at as usize].as_str()),
    );
    pairs.by_key(
        |at| Some(was[at as usize].words.as_str()),
        |at| Some(is[at as usize].words.as_str()),
    );
    // A number says nothing of what it labels; a word does.
    let label = |id: &'_ str| id.parse::<u64>().is_err();
    pairs.by_key(
        |at| Some(old.evidence[at as usize].id.as_str()).filter(|id| label(id)),
        |at| Some(new.evidence[at as usize].id.as_str()).filter(|id| label(id)),
    );
    rest(&mut pairs, wordings);
    pairs
}

/// Equal words, then the most alike.
fn rest(pairs: &mut Pairs, wordings: Wordings<'_>) {
    pairs.by_key(
        |at| Some(wordings.old[at as usize].words.as_str()),
        |at| Some(wordings.new[at as usize].words.as_str()),
    );
    let (old, new): (Vec<u32>, Vec<u32>) = (pairs.dropped().collect(), pairs.added().collect());
    wordings.pair(&old, &new, ALIKE, pairs);
}
