//! Figures whose text moved or that stand otherwise to their data, and tables that a query writes.

use std::collections::BTreeMap;

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
    let mut told: Vec<Changed> = Vec::new();
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
    into.append(&mut told);
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
fn state(old: &Case, new: &Case, was: &Figure, is: &Figure, told: &mut Vec<Changed>) {
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

/// Adds a move, or counts it where the same is told already.
fn once(changed: Changed, told: &mut Vec<Changed>) {
    let same = told.iter_mut().find(|other| {
        other.kind == changed.kind && other.old == changed.old && other.new == changed.new
    });
    match same {
        Some(same) => same.many += 1,
        None => told.push(changed),
    }
}

fn tables(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let cells = |case: &Case, table: &Tabled| -> String {
        let span = table.span;
        let texts = &case.parse.document.texts;
        let from = texts.partition_point(|text| text.span.start < span.start);
        let inside = texts[from..]
            .iter()
            .take_while(|text| text.span.start < span.end);
        inside
            .map(|text| normalised(&text.words.text) + "|")
            .collect()
    };
    let find = |case: &Case, query: &str| -> Option<(u32, String)> {
        let mut all = case.tabled.iter().filter(|table| table.query == query);
        let first = all.next()?;
        let mut said = cells(case, first);
        for table in all {
            said.push('\n');
            said += &cells(case, table);
        }
        Some((case.line(first.span), said))
    };
    let mut names: Vec<&str> = Vec::new();
    for table in new.tabled.iter().chain(&old.tabled) {
        names.push(&table.query);
    }
    names.sort_unstable();
    names.dedup();
    for name in names {
        let (was, is) = (find(old, name), find(new, name));
        if was.as_ref().map(|(_, said)| said) != is.as_ref().map(|(_, said)| said) {
            let there = |found: &Option<(u32, String)>| found.as_ref().map(|_| "there".to_owned());
            into.push(Changed {
                id: Some(name.to_owned()),
                old: there(&was),
                new: there(&is),
                old_line: was.map(|(line, _)| line),
                line: is.map(|(line, _)| line),
                ..Changed::new(ChangeKind::Table, name)
            });
        }
    }
}
