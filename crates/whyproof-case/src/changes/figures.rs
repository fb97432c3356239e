//! Figures whose text moved or that stand otherwise to their data, and tables that a query writes.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::{ChangeKind, Changed};
use crate::case::Case;
use crate::figure::{Figure, FigureState, Form};
use crate::ids::normalised;
use crate::tabled::Tabled;

pub(super) fn changes(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let (was, is) = (by_id(old), by_id(new));
    for (id, figures) in &was {
        if !is.contains_key(id) {
            into.push(lone(ChangeKind::FigureDropped, old, figures[0]));
        }
    }
    for (id, figures) in &is {
        match was.get(id) {
            None => into.push(lone(ChangeKind::FigureAdded, new, figures[0])),
            Some(before) => moved(old, new, before, figures, into),
        }
    }
    tables(old, new, into);
}

/// The figures of each name, in the order of the file.
fn by_id(case: &Case) -> BTreeMap<&str, Vec<&Figure>> {
    let mut by: BTreeMap<&str, Vec<&Figure>> = BTreeMap::new();
    for figure in &case.figures {
        by.entry(figure.id.as_str()).or_default().push(figure);
    }
    by
}

/// What a figure says; a chart, where its file is.
fn says(figure: &Figure) -> String {
    match &figure.path {
        Some(path) => format!("{} ({path})", figure.text),
        None => figure.text.clone(),
    }
}

fn lone(kind: ChangeKind, case: &Case, figure: &Figure) -> Changed {
    let line = Some(case.line(figure.span));
    let said = Some(says(figure));
    let changed = Changed {
        id: Some(figure.id.clone()),
        ..Changed::new(kind, &figure.id)
    };
    if kind == ChangeKind::FigureDropped {
        Changed {
            old: said,
            old_line: line,
            ..changed
        }
    } else {
        Changed {
            new: said,
            line,
            ..changed
        }
    }
}

/// Places with the same text are set against each other first, the others in order; one move is told once.
fn moved(old: &Case, new: &Case, before: &[&Figure], after: &[&Figure], into: &mut Vec<Changed>) {
    let mut texts: BTreeMap<String, Vec<&Figure>> = BTreeMap::new();
    for figure in before.iter().rev() {
        texts.entry(says(figure)).or_default().push(figure);
    }
    let mut told = Told::new();
    let mut left = Vec::new();
    for figure in after {
        match texts.get_mut(&says(figure)).and_then(Vec::pop) {
            Some(was) => state(old, new, was, figure, &mut told),
            None => left.push(*figure),
        }
    }
    let mut rest: Vec<&Figure> = texts.into_values().flatten().collect();
    rest.sort_by_key(|figure| figure.span.start);
    for (was, is) in rest.into_iter().zip(left) {
        let changed = Changed {
            old: Some(says(was)),
            new: Some(says(is)),
            ..of(old, new, ChangeKind::FigureMoved, was, is)
        };
        once(changed, &mut told);
        state(old, new, was, is, &mut told);
    }
    into.extend(told.into_values());
}

fn of(old: &Case, new: &Case, kind: ChangeKind, was: &Figure, is: &Figure) -> Changed {
    Changed {
        id: Some(is.id.clone()),
        old_line: Some(old.line(was.span)),
        line: Some(new.line(is.span)),
        ..Changed::new(kind, &is.id)
    }
}

/// A state moved only where both were computed: what nobody computed is no news.
fn state(old: &Case, new: &Case, was: &Figure, is: &Figure, told: &mut Told) {
    let computed = |figure: &Figure| figure.state != FigureState::NotComputed;
    if was.state == is.state || !computed(was) || !computed(is) {
        return;
    }
    let because = is.says.as_ref().map(|says| format!("The data say {says}."));
    let contradicted = (is.is_broken() && is.form == Form::Asserted)
        .then(|| format!("The data say otherwise than “{}”.", is.text));
    let changed = Changed {
        old: Some(was.state.word().to_owned()),
        new: Some(is.state.word().to_owned()),
        because: contradicted.or(because),
        ..of(old, new, ChangeKind::FigureState, was, is)
    };
    once(changed, told);
}

/// Moves of one figure: each is told once, with how often it is.
type Told = BTreeMap<(ChangeKind, Option<String>, Option<String>), Changed>;

fn once(changed: Changed, told: &mut Told) {
    let key = (changed.kind, changed.old.clone(), changed.new.clone());
    match told.entry(key) {
        Entry::Occupied(mut same) => same.get_mut().many += 1,
        Entry::Vacant(place) => drop(place.insert(changed)),
    }
}

fn tables(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let (was, is) = (cells(old), cells(new));
    let names: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
    for name in names {
        let (before, after) = (was.get(name), is.get(name));
        if before.map(|(_, said)| said) != after.map(|(_, said)| said) {
            let there = |found: Option<&(u32, String)>| found.map(|_| "there".to_owned());
            into.push(Changed {
                id: Some(name.to_owned()),
                old: there(before),
                new: there(after),
                old_line: before.map(|(line, _)| *line),
                line: after.map(|(line, _)| *line),
                ..Changed::new(ChangeKind::Table, name)
            });
        }
    }
}

/// The cells of the tables that each query writes, and the line of the first.
fn cells(case: &Case) -> BTreeMap<&str, (u32, String)> {
    let texts = &case.parse.document.texts;
    let mut cells: BTreeMap<&str, (u32, String)> = BTreeMap::new();
    for Tabled { query, span, .. } in &case.tabled {
        let line = case.line(*span);
        let (_, said) = cells.entry(query).or_insert((line, String::new()));
        let from = texts.partition_point(|text| text.span.start < span.start);
        let inside = texts[from..].iter();
        for text in inside.take_while(|text| text.span.start < span.end) {
            said.push_str(&normalised(&text.words.text));
            said.push('|');
        }
        said.push('\n');
    }
    cells
}
