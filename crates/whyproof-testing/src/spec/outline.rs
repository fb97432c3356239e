//! A case in the specification's notation: the verdict, the argument as an outline, then all else by line.

use std::fmt::Write;

use whyproof_case::{Case, Statement, StatementId, StatementKind};

use super::parts;

/// How much of a case is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Show {
    /// Ids made from words, beside the author's.
    pub ids: bool,
    /// Lines of diagnostics, which a formatter may change.
    pub lines: bool,
}

/// The case in the notation of `docs/spec/README.md`.
pub fn dump(case: &Case, show: Show) -> String {
    let mut out = String::new();
    parts::head(case, &mut out);
    argument(case, show, &mut out);
    parts::rest(case, show, &mut out);
    out
}

/// Where each statement is shown in full: under its parent, else where it is first used.
struct Homes {
    of: Vec<Option<StatementId>>,
    top: Vec<StatementId>,
}

impl Homes {
    fn read(case: &Case) -> Self {
        let mut top: Vec<StatementId> = case.claims.clone();
        top.extend(&case.objections);
        top.sort_unstable();
        top.dedup();
        let mut of = vec![None; case.statements.len()];
        for (id, statement) in case.statements() {
            for child in children(statement).map(|(_, child)| child) {
                let is_home = case.statement(child).parent == Some(id);
                let slot = &mut of[child.0 as usize];
                if is_home || (slot.is_none() && case.statement(child).parent.is_some()) {
                    *slot = Some(id);
                }
            }
        }
        Self { of, top }
    }
}

/// What stands under a statement, with the word before it.
fn children(statement: &Statement) -> impl Iterator<Item = (&'static str, StatementId)> {
    let reasons = statement.reasons.iter().flat_map(|reason| {
        let words = std::iter::once("because").chain(std::iter::repeat("and"));
        words.zip(reason.iter().copied())
    });
    reasons.chain(statement.objections.iter().map(|id| ("but", *id)))
}

fn argument(case: &Case, show: Show, out: &mut String) {
    let homes = Homes::read(case);
    let mut open: Vec<(usize, &'static str, StatementId, bool)> = Vec::new();
    for id in homes.top.iter().rev() {
        let word = if case.claims.contains(id) {
            "claim"
        } else {
            "but"
        };
        let home = homes.of[id.0 as usize].is_none();
        open.push((0, word, *id, home));
    }
    while let Some((depth, word, id, home)) = open.pop() {
        let statement = case.statement(id);
        let word = match statement.kind {
            StatementKind::Why => "why",
            StatementKind::Answer => "answer",
            _ => word,
        };
        let _ = write!(out, "{:1$}{word}", "", depth * 2);
        if !home {
            let _ = writeln!(out, " #{}", statement.id);
            continue;
        }
        line(case, statement, show, out);
        elaborations(case, statement, depth + 1, out);
        let under: Vec<_> = children(statement).collect();
        for (word, child) in under.into_iter().rev() {
            let home = homes.of[child.0 as usize] == Some(id);
            open.push((depth + 1, word, child, home));
        }
    }
}

/// The blocks that elaborate a statement; an answer and a story's claim have them in their words.
fn elaborations(case: &Case, statement: &Statement, depth: usize, out: &mut String) {
    for id in statement.own.iter().skip(1) {
        let words = &case.parse.document.text(*id).words.text;
        if !statement.text.contains(words.as_str()) {
            let _ = writeln!(out, "{:1$}also \"{words}\"", "", depth * 2);
        }
    }
}

/// A statement after its word: id, words, standing, and what bears on it.
fn line(case: &Case, statement: &Statement, show: Show, out: &mut String) {
    if statement.explicit || show.ids {
        let _ = write!(out, " #{}", statement.id);
    }
    let _ = write!(out, " \"{}\" {}", statement.text, statement.standing.word());
    let evidence = |counts: bool| {
        let all = statement
            .evidence
            .iter()
            .map(|at| &case.evidence[*at as usize]);
        all.filter(move |e| e.contradicted.is_none() && e.counts() == counts)
            .map(|e| format!("^{}", e.id))
    };
    let figures = |counts: bool| {
        let all = statement
            .figures
            .iter()
            .map(|at| &case.figures[*at as usize]);
        all.filter(move |f| !f.is_broken() && f.counts == counts)
            .map(|f| f.id.clone())
    };
    let contradicted = statement.contradicted.iter();
    let contradicted = contradicted.map(|at| format!("^{}", case.evidence[*at as usize].id));
    let broken = statement.broken.iter();
    let broken = broken.map(|at| case.figures[*at as usize].id.clone());
    list(out, "shown by", evidence(true).chain(figures(true)));
    list(out, "cites", evidence(false).chain(figures(false)));
    list(out, "contradicted by", contradicted.chain(broken));
    list(out, "by", statement.by.iter().cloned());
    let attributes = &case.parse.document.text(statement.head).attributes;
    let asks = matches!(statement.kind, StatementKind::Why | StatementKind::Answer);
    for pair in attributes
        .pairs
        .iter()
        .filter(|pair| !asks && pair.key != "by")
    {
        let _ = write!(out, ", {}={}", pair.key, pair.value);
    }
    out.push('\n');
}

fn list(out: &mut String, what: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        let _ = write!(out, ", {what} {}", items.join(" "));
    }
}
