//! Which statement of the old is which of the new: by the author's id, by its words, by its place, by likeness.

use rustc_hash::FxHashMap;
use whyproof_syntax::{Role, Span};

use super::likeness::{ALIKE, IN_PLACE, VERY_ALIKE, Wording, Wordings};
use super::pairs::Pairs;
use super::said;
use crate::anchor::{Anchor, Placement, place};
use crate::case::{Case, Kind};
use crate::statement::{Statement, StatementId, StatementKind};

/// Most bytes that are searched for anchors, all of them together.
const SEARCHED: usize = 8 << 20;

/// Kinds of statements that are written as such; whys and their answers are paired as whys.
const ARGUED: [StatementKind; 4] = [
    StatementKind::Claim,
    StatementKind::Reason,
    StatementKind::Objection,
    StatementKind::Rebuttal,
];

/// Whether a statement is one that is written as such, and no question or answer.
pub(super) fn is_argued(statement: &Statement) -> bool {
    ARGUED.contains(&statement.kind)
}

/// The part of a story that a statement is, where a story without *Case* claims it.
pub(super) fn story_part(case: &Case, statement: &Statement) -> Option<Role> {
    if case.kind != Kind::Story || statement.kind != StatementKind::Claim {
        return None;
    }
    if statement.own.is_empty() {
        // The claim that is not told yet has no words but its part's name.
        let roles = [Role::WhatHappened, Role::WhyItMattered];
        return roles
            .into_iter()
            .find(|role| role.title() == statement.text);
    }
    let head = case.parse.document.texts.get(statement.head.0 as usize)?;
    let role = case.parse.document.role_of(head)?;
    matches!(role, Role::WhatHappened | Role::WhyItMattered).then_some(role)
}

/// Pairs the statements; `whys` are pairs of whys by index.
pub(super) fn statements(old: &Case, new: &Case, whys: &Pairs) -> Pairs {
    let mut pairs = Pairs::new(old.statements.len(), new.statements.len());
    for (was, is) in whys.kept() {
        let (was, is) = (&old.whys[was as usize], &new.whys[is as usize]);
        for (was, is) in [
            (was.statement, is.statement),
            (was.answered_by, is.answered_by),
        ] {
            if let (Some(was), Some(is)) = (was, is) {
                pairs.pair(was.0, is.0);
            }
        }
    }
    let said = |case: &Case| -> Vec<Wording> {
        let all = case.statements.iter();
        all.map(|statement| Wording::new(said::statement(case, statement)))
            .collect()
    };
    let (was, is) = (said(old), said(new));
    let matching = Matching {
        old,
        new,
        wordings: Wordings {
            old: &was,
            new: &is,
        },
    };
    matching.by_id(&mut pairs);
    matching.by_words(&mut pairs);
    matching.among_siblings(VERY_ALIKE, &mut pairs);
    matching.by_place(&mut pairs);
    matching.among_siblings(ALIKE, &mut pairs);
    matching.anywhere(&mut pairs);
    pairs
}

struct Matching<'c> {
    old: &'c Case,
    new: &'c Case,
    wordings: Wordings<'c>,
}

/// Statements of one kind under one parent.
type Families = FxHashMap<(Option<u32>, StatementKind), Vec<u32>>;

impl Matching<'_> {
    fn by_id(&self, pairs: &mut Pairs) {
        for (was, statement) in self.old.statements() {
            if let Some(role) = story_part(self.old, statement) {
                let mut like = self.new.statements();
                let is = like.find(|(_, other)| story_part(self.new, other) == Some(role));
                if let Some((is, _)) = is {
                    pairs.pair(was.0, is.0);
                }
            }
        }
        for (was, statement) in self.argued(self.old) {
            let is = self.new.find(&statement.id).filter(|_| statement.explicit);
            let is = is.filter(|is| {
                let other = self.new.statement(*is);
                other.explicit && is_argued(other)
            });
            if let Some(is) = is {
                pairs.pair(was.0, is.0);
            }
        }
    }

    /// Equal words: first where they stand once on both sides, then those of the same kind under the same parent,
    /// then in order.
    fn by_words(&self, pairs: &mut Pairs) {
        let mut places: FxHashMap<&str, (Vec<u32>, Vec<u32>)> = FxHashMap::default();
        for at in self.free(self.old, |at| pairs.is_free_old(at)) {
            let words = self.wordings.old[at as usize].words.as_str();
            places.entry(words).or_default().0.push(at);
        }
        for at in self.free(self.new, |at| pairs.is_free_new(at)) {
            let words = self.wordings.new[at as usize].words.as_str();
            places.entry(words).or_default().1.push(at);
        }
        let alone = places.values();
        for (old, new) in alone.filter(|(old, new)| old.len() == 1 && new.len() == 1) {
            pairs.pair(old[0], new[0]);
        }
        self.repeated(pairs);
        pairs.by_key(
            |at| self.words(self.old, self.wordings.old, at),
            |at| self.words(self.new, self.wordings.new, at),
        );
    }

    fn words<'w>(&self, case: &Case, wordings: &'w [Wording], at: u32) -> Option<&'w str> {
        is_argued(&case.statements[at as usize]).then(|| wordings[at as usize].words.as_str())
    }

    /// Words that stand several times, of the same kind under the same parent; parents stand first.
    fn repeated(&self, pairs: &mut Pairs) {
        type Place<'w> = (&'w str, Option<u32>, StatementKind);
        let mut places: FxHashMap<Place<'_>, Vec<u32>> = FxHashMap::default();
        let mut new = self.free(self.new, |at| pairs.is_free_new(at));
        new.reverse();
        for at in new {
            let words = self.wordings.new[at as usize].words.as_str();
            let (parent, kind) = family(self.new, at);
            places.entry((words, parent, kind)).or_default().push(at);
        }
        for at in self.free(self.old, |at| pairs.is_free_old(at)) {
            let words = self.wordings.old[at as usize].words.as_str();
            let (parent, kind) = family(self.old, at);
            let parent = match parent {
                None => None,
                Some(parent) => match pairs.new_of(parent) {
                    None => continue,
                    paired => paired,
                },
            };
            let like = places.get_mut(&(words, parent, kind)).and_then(Vec::pop);
            if let Some(like) = like {
                pairs.pair(at, like);
            }
        }
    }

    /// Between the words that stood on either side, with some words in common.
    fn by_place(&self, pairs: &mut Pairs) {
        let length = self.new.source().len() + self.old.source().len() + 1;
        let left = self.free(self.old, |at| pairs.is_free_old(at));
        for at in left.into_iter().take(SEARCHED / length) {
            let anchor = Anchor::new(self.old, self.old.statements[at as usize].span);
            let span = match place(&anchor, self.new) {
                Placement::Exact(span) | Placement::Moved(span) | Placement::Changed(span) => span,
                Placement::Lost => continue,
            };
            let wording = &self.wordings.old[at as usize];
            let like = self.at(span).into_iter().find(|like| {
                let other = &self.wordings.new[*like as usize];
                pairs.is_free_new(*like) && wording.likeness(other, true) >= IN_PLACE
            });
            if let Some(like) = like {
                pairs.pair(at, like);
            }
        }
    }

    /// Statements of the new that `span` touches: the one it begins in, and the one after.
    fn at(&self, span: Span) -> Vec<u32> {
        let all = &self.new.statements;
        let after = all.partition_point(|statement| statement.span.start <= span.start);
        let near = after.saturating_sub(1)..(after + 1).min(all.len());
        let touched = near.filter(|at| {
            let other = &all[*at];
            is_argued(other) && other.span.start < span.end && span.start < other.span.end
        });
        touched.map(|at| at as u32).collect()
    }

    /// The most alike of the same kind under the same parent, from the top down.
    fn among_siblings(&self, least: u32, pairs: &mut Pairs) {
        let (old, new) = (self.families(self.old), self.families(self.new));
        let mut parents: Vec<(Option<u32>, Option<u32>)> = vec![(None, None)];
        parents.extend(pairs.kept().map(|(was, is)| (Some(was), Some(is))));
        while let Some((was, is)) = parents.pop() {
            for kind in ARGUED {
                if let (Some(old), Some(new)) = (old.get(&(was, kind)), new.get(&(is, kind))) {
                    let found = self.wordings.pair(old, new, least, pairs);
                    parents.extend(found.into_iter().map(|(was, is)| (Some(was), Some(is))));
                }
            }
        }
    }

    fn anywhere(&self, pairs: &mut Pairs) {
        let old = self.free(self.old, |at| pairs.is_free_old(at));
        let new = self.free(self.new, |at| pairs.is_free_new(at));
        self.wordings.pair(&old, &new, VERY_ALIKE, pairs);
    }

    fn families(&self, case: &Case) -> Families {
        let mut families = Families::default();
        for (id, _) in self.argued(case) {
            families.entry(family(case, id.0)).or_default().push(id.0);
        }
        families
    }

    fn argued<'c>(&self, case: &'c Case) -> impl Iterator<Item = (StatementId, &'c Statement)> {
        case.statements()
            .filter(|(_, statement)| is_argued(statement))
    }

    fn free(&self, case: &Case, is_free: impl Fn(u32) -> bool) -> Vec<u32> {
        let argued = self.argued(case).map(|(id, _)| id.0);
        argued.filter(|at| is_free(*at)).collect()
    }
}

fn family(case: &Case, at: u32) -> (Option<u32>, StatementKind) {
    let statement = &case.statements[at as usize];
    (statement.parent.map(|parent| parent.0), statement.kind)
}
