//! `claim-repeated`: the same thing said twice; a reason that only repeats what it should support.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use whyproof_case::{Side, StatementId, StatementKind};
use whyproof_syntax::{NodeKind, Severity};

use crate::check::{Check, Context, Family, Sink};
use crate::words;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-repeated",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "The same thing said twice",
    run,
};

/// Fewer words that carry meaning are no repetition.
const FEWEST: usize = 3;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let mut first: BTreeMap<(bool, Rc<BTreeSet<String>>), StatementId> = BTreeMap::new();
    let mut all: Vec<Rc<BTreeSet<String>>> = Vec::with_capacity(case.statements.len());
    for (id, statement) in case.statements() {
        let whole = case.parse.document.text(statement.head).kind == NodeKind::Heading(2)
            || matches!(statement.kind, StatementKind::Why | StatementKind::Answer);
        let words = Rc::new(if whole {
            BTreeSet::new()
        } else {
            words::content(&statement.text)
        });
        all.push(Rc::clone(&words));
        if words.len() < FEWEST {
            continue;
        }
        let author = statement.side == Side::Author;
        let parent = statement.parent.filter(|parent| {
            statement.kind == StatementKind::Reason
                && all
                    .get(parent.0 as usize)
                    .is_some_and(|other| alike(&words, other))
        });
        let earlier = match first.entry((author, words)) {
            Entry::Occupied(entry) => Some(*entry.get()),
            Entry::Vacant(entry) => {
                entry.insert(id);
                None
            }
        };
        let Some(before) = parent.or(earlier) else {
            continue;
        };
        let (message, help) = if parent.is_some() {
            (
                format!(
                    "The reason “{}” only repeats what it should support",
                    case.quote(id)
                ),
                "Say why it is so: what was seen, measured or read.",
            )
        } else {
            (
                format!("“{}” is said twice", case.quote(id)),
                "Say it once, and refer to it where it is needed again: `because #id`.",
            )
        };
        let found = sink
            .diagnostic(statement.span, message)
            .help(help)
            .related(case.statement(before).span, "said here already");
        sink.push_on(case, id, found);
    }
}

/// Whether two sets are almost the same: a reason with a number or a "not" of its own says something new.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let common = one.intersection(other).count();
    let new = one.len() - common;
    let missing = other.len() - common;
    let telling = |word: &String| {
        word.contains(|c: char| c.is_numeric()) || matches!(word.as_str(), "not" | "no" | "never")
    };
    new * 5 <= one.len() && missing * 3 <= other.len() && !one.difference(other).any(telling)
}
