//! Statements: their standings, and what came, went, was said otherwise or stands elsewhere.

use rustc_hash::FxHashSet;

use super::both::{Both, named};
use super::matching::{is_argued, story_part};
use super::{ChangeKind, Changed, said};
use crate::case::Case;
use crate::explain::list_first;
use crate::ids::normalised;
use crate::statement::{Statement, StatementId, StatementKind};

pub(super) fn changes(both: &Both<'_>, into: &mut Vec<Changed>) {
    for at in both.statements.dropped() {
        lone(both, both.old, ChangeKind::Dropped, at, into);
    }
    for at in both.statements.added() {
        lone(both, both.new, ChangeKind::Added, at, into);
    }
    for (was, is) in both.statements.kept() {
        if is_argued(both.new.statement(StatementId(is))) {
            Kept::new(both, was, is).changes(into);
        }
    }
}

fn lone(both: &Both<'_>, case: &Case, kind: ChangeKind, at: u32, into: &mut Vec<Changed>) {
    let statement = case.statement(StatementId(at));
    if !is_argued(statement) {
        return;
    }
    let standing = Some(statement.standing.word().to_owned());
    let (old, new) = match kind {
        ChangeKind::Dropped => (standing, None),
        _ => (None, standing),
    };
    into.push(Changed {
        old,
        new,
        under: Some(under(case, statement)),
        ..both.of_lone(kind, case, at)
    });
}

/// What a statement stands under, in words.
fn under(case: &Case, statement: &Statement) -> String {
    match statement.parent {
        Some(parent) => named(case, parent),
        None => "the case".to_owned(),
    }
}

/// A statement that both revisions have.
struct Kept<'c> {
    both: &'c Both<'c>,
    was: u32,
    is: u32,
    old: &'c Statement,
    new: &'c Statement,
}

impl<'c> Kept<'c> {
    fn new(both: &'c Both<'c>, was: u32, is: u32) -> Self {
        Self {
            both,
            was,
            is,
            old: both.old.statement(StatementId(was)),
            new: both.new.statement(StatementId(is)),
        }
    }

    fn changes(&self, into: &mut Vec<Changed>) {
        if self.old.standing != self.new.standing {
            into.push(Changed {
                because: Some(self.both.new.because(StatementId(self.is))),
                ..self.changed(
                    ChangeKind::Standing,
                    self.old.standing.word(),
                    self.new.standing.word(),
                )
            });
        }
        if self.is_reworded() {
            into.push(self.changed(ChangeKind::Reworded, &self.old.text, &self.new.text));
        }
        let (was, is) = (self.old.kind, self.new.kind);
        if was != is {
            into.push(self.changed(ChangeKind::Role, was.word(), is.word()));
        }
        if self.is_moved() {
            let (was, is) = (
                under(self.both.old, self.old),
                under(self.both.new, self.new),
            );
            into.push(self.changed(ChangeKind::Moved, &was, &is));
        } else if was == is {
            self.joined(into);
        }
        if self.old.by != self.new.by {
            into.push(Changed {
                old: self.old.by.clone(),
                new: self.new.by.clone(),
                ..self
                    .both
                    .of_statement(ChangeKind::SaidBy, self.was, self.is)
            });
        }
        self.refers(into);
        self.cites(into);
    }

    fn changed(&self, kind: ChangeKind, old: &str, new: &str) -> Changed {
        Changed {
            old: Some(old.to_owned()),
            new: Some(new.to_owned()),
            ..self.both.of_statement(kind, self.was, self.is)
        }
    }

    /// Other words: a figure's value apart, and a part of a story, which is told as such.
    fn is_reworded(&self) -> bool {
        let (old, new) = (self.both.old, self.both.new);
        story_part(new, self.new).is_none()
            && normalised(&self.old.text) != normalised(&self.new.text)
            && said::statement(old, self.old) != said::statement(new, self.new)
    }

    fn is_moved(&self) -> bool {
        match (self.old.parent, self.new.parent) {
            (None, None) => false,
            (Some(was), Some(is)) => self.both.statements.new_of(was.0) != Some(is.0),
            _ => true,
        }
    }

    /// Whether it is a premise that another begins, on either side.
    fn joined(&self, into: &mut Vec<Changed>) {
        let follows = |case: &Case, statement: &Statement, at: u32| {
            let parent = case.statement(statement.parent?);
            let group = parent
                .reasons
                .iter()
                .find(|group| group.contains(&StatementId(at)))?;
            group.first().copied().filter(|first| first.0 != at)
        };
        if self.new.kind != StatementKind::Reason {
            return;
        }
        let was = follows(self.both.old, self.old, self.was);
        let is = follows(self.both.new, self.new, self.is);
        if was.is_some() != is.is_some() {
            let words = |case: &Case, first: Option<StatementId>| {
                first.map_or("a reason of its own".to_owned(), |first| {
                    format!("joined to the {}", named(case, first))
                })
            };
            let (was, is) = (words(self.both.old, was), words(self.both.new, is));
            into.push(self.changed(ChangeKind::Joined, &was, &is));
        }
    }

    /// References to statements that stand elsewhere: `because #id`, `but #id`.
    fn refers(&self, into: &mut Vec<Changed>) {
        let old = referred(self.both.old, self.old, self.was);
        let new = referred(self.both.new, self.new, self.is);
        if old.is_empty() && new.is_empty() {
            return;
        }
        let kept: FxHashSet<(u32, bool)> = old
            .iter()
            .filter_map(|(at, attacks)| Some((self.both.statements.new_of(*at)?, *attacks)))
            .collect();
        let all = |case: &Case, list: &[(u32, bool)]| {
            let words = list.iter().map(|(at, attacks)| {
                let role = if *attacks { "an objection" } else { "a reason" };
                format!("the {} as {role}", named(case, StatementId(*at)))
            });
            (!list.is_empty()).then(|| list_first(words))
        };
        if kept.len() != old.len()
            || new.len() != old.len()
            || !new.iter().all(|one| kept.contains(one))
        {
            into.push(Changed {
                old: all(self.both.old, &old),
                new: all(self.both.new, &new),
                ..self
                    .both
                    .of_statement(ChangeKind::Refers, self.was, self.is)
            });
        }
    }

    fn cites(&self, into: &mut Vec<Changed>) {
        let (old, new) = (&self.old.evidence, &self.new.evidence);
        let kept: FxHashSet<u32> = old
            .iter()
            .filter_map(|at| self.both.evidence.new_of(*at))
            .collect();
        let now: FxHashSet<u32> = new.iter().copied().collect();
        let was: FxHashSet<u32> = old.iter().copied().collect();
        if kept == now && kept.len() == was.len() {
            return;
        }
        let labels = |case: &Case, list: &[u32]| {
            let labels = list
                .iter()
                .map(|at| format!("[{}]", case.evidence[*at as usize].id));
            (!list.is_empty()).then(|| list_first(labels))
        };
        into.push(Changed {
            old: labels(self.both.old, old),
            new: labels(self.both.new, new),
            ..self.both.of_statement(ChangeKind::Cites, self.was, self.is)
        });
    }
}

/// What bears on a statement and stands elsewhere, and whether it attacks; each once, in order.
fn referred(case: &Case, statement: &Statement, at: u32) -> Vec<(u32, bool)> {
    let elsewhere = |id: &StatementId| {
        let other = case.statement(*id);
        is_argued(other) && other.parent != Some(StatementId(at))
    };
    let reasons = statement
        .reasons
        .iter()
        .flatten()
        .filter(|id| elsewhere(id));
    let attacks = statement.objections.iter().filter(|id| elsewhere(id));
    let mut all: Vec<(u32, bool)> = reasons.map(|id| (id.0, false)).collect();
    all.extend(attacks.map(|id| (id.0, true)));
    all.sort_unstable();
    all.dedup();
    all
}
