//! Evidence, queries and experiments.

use std::collections::BTreeMap;

use super::both::Both;
use super::{ChangeKind, Changed};
use crate::case::Case;
use crate::evidence::Evidence;
use crate::experiment::Experiment;
use crate::explain::{capital, list_first};
use crate::ids::normalised;
use crate::query::Query;

pub(super) fn evidence(both: &Both<'_>, into: &mut Vec<Changed>) {
    for at in both.evidence.dropped() {
        let one = &both.old.evidence[at as usize];
        into.push(Changed {
            old: Some(words(one)),
            old_line: Some(both.old.line(one.span)),
            ..of(ChangeKind::EvidenceDropped, one)
        });
    }
    for at in both.evidence.added() {
        let one = &both.new.evidence[at as usize];
        into.push(Changed {
            new: Some(words(one)),
            line: Some(both.new.line(one.span)),
            because: Some(reason(one)),
            ..of(ChangeKind::EvidenceAdded, one)
        });
    }
    for (was, is) in both.evidence.kept() {
        let (was, is) = (
            &both.old.evidence[was as usize],
            &both.new.evidence[is as usize],
        );
        let changed = |kind| Changed {
            old: Some(words(was)),
            new: Some(words(is)),
            old_line: Some(both.old.line(was.span)),
            line: Some(both.new.line(is.span)),
            ..of(kind, is)
        };
        if was.counts() != is.counts() {
            let kind = if is.counts() {
                ChangeKind::EvidenceCounts
            } else {
                ChangeKind::EvidenceCountsNoMore
            };
            into.push(Changed {
                because: Some(reason(is)),
                ..changed(kind)
            });
        }
        let same = was.kind == is.kind
            && normalised(&was.text) == normalised(&is.text)
            && was.source == is.source;
        if !same {
            into.push(changed(ChangeKind::EvidenceReworded));
        }
    }
}

fn of(kind: ChangeKind, one: &Evidence) -> Changed {
    Changed {
        id: Some(one.id.clone()),
        ..Changed::new(kind, &one.id)
    }
}

fn words(one: &Evidence) -> String {
    format!("{}: {}", one.kind.word(), one.text.trim())
}

/// Why it counts, or does not, as a sentence.
fn reason(one: &Evidence) -> String {
    let does = if one.counts() { "It counts: " } else { "" };
    format!("{}.", capital(&format!("{does}{}", one.grounds.sentence())))
}

pub(super) fn queries(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let line = |case: &Case, query: &Query| Some(case.line(query.span));
    let (was, is) = (
        first(&old.queries, |query| &query.name),
        first(&new.queries, |query| &query.name),
    );
    for query in was.values() {
        if !is.contains_key(query.name.as_str()) {
            into.push(Changed {
                old_line: line(old, query),
                ..named(ChangeKind::QueryDropped, &query.name)
            });
        }
    }
    for query in is.values() {
        let Some(was) = was.get(query.name.as_str()) else {
            into.push(Changed {
                line: line(new, query),
                ..named(ChangeKind::QueryAdded, &query.name)
            });
            continue;
        };
        if sql(was) != sql(query) || was.holds != query.holds {
            into.push(Changed {
                old: Some(whole(was)),
                new: Some(whole(query)),
                old_line: line(old, was),
                line: line(new, query),
                ..named(ChangeKind::QueryChanged, &query.name)
            });
        }
    }
}

/// SQL without regard to white space at the ends of lines.
fn sql(query: &Query) -> Vec<&str> {
    let lines = query.sql.lines().map(str::trim_end);
    lines.filter(|line| !line.is_empty()).collect()
}

fn whole(query: &Query) -> String {
    let text = query.sql.trim_end();
    match &query.holds {
        Some(holds) => format!("{text}\n-- holds: {holds}"),
        None => text.to_owned(),
    }
}

pub(super) fn experiments(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let line = |case: &Case, one: &Experiment| Some(case.line(one.span));
    let (was, is) = (
        first(&old.experiments, |one| &one.name),
        first(&new.experiments, |one| &one.name),
    );
    for one in was.values() {
        if !is.contains_key(one.name.as_str()) {
            into.push(Changed {
                old_line: line(old, one),
                ..named(ChangeKind::ExperimentDropped, &one.name)
            });
        }
    }
    for one in is.values() {
        let Some(was) = was.get(one.name.as_str()) else {
            into.push(Changed {
                line: line(new, one),
                ..named(ChangeKind::ExperimentAdded, &one.name)
            });
            continue;
        };
        let (before, after) = (keys(was, one), keys(one, was));
        if before.is_some() || after.is_some() {
            into.push(Changed {
                old: before,
                new: after,
                old_line: line(old, was),
                line: line(new, one),
                ..named(ChangeKind::ExperimentChanged, &one.name)
            });
        }
    }
}

/// What `one` declares that `other` does not, or otherwise.
fn keys(one: &Experiment, other: &Experiment) -> Option<String> {
    let has = |name: &str, value: &str| {
        let mut keys = other.keys.iter();
        keys.any(|key| key.name == name && key.value == value)
    };
    let differ = one.keys.iter().filter(|key| !has(&key.name, &key.value));
    let mut words = differ
        .map(|key| format!("{} = {}", key.name, key.value))
        .peekable();
    words.peek()?;
    Some(list_first(words))
}

/// The first of each name.
fn first<'t, T>(all: &'t [T], name: impl Fn(&'t T) -> &'t str) -> BTreeMap<&'t str, &'t T> {
    let mut by = BTreeMap::new();
    for one in all {
        by.entry(name(one)).or_insert(one);
    }
    by
}

fn named(kind: ChangeKind, name: &str) -> Changed {
    Changed {
        id: Some(name.to_owned()),
        ..Changed::new(kind, name)
    }
}
