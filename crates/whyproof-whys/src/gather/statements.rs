//! The author's claims and reasons that do not stand.

use std::collections::BTreeSet;

use whyproof_case::{Side, Standing, Statement, StatementId, StatementKind, Step};
use whyproof_syntax::Role;

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// Words of what is settled by a rule, or by reckoning.
const RULES: &[&str] = &[
    "due",
    "deadline",
    "must",
    "by law",
    "rule",
    "that is",
    "that makes",
    "in all",
];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    let steps: BTreeSet<StatementId> = case
        .verdict
        .repair
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Show(id) | Step::Answer(id) => Some(*id),
            Step::Mend(_) => None,
        })
        .collect();
    for (id, statement) in case.statements() {
        let wanted = matches!(statement.kind, StatementKind::Claim | StatementKind::Reason)
            && statement.side == Side::Author
            && !reading.is_told(statement);
        if !wanted {
            continue;
        }
        let claim = statement.kind == StatementKind::Claim;
        // Nothing waits for a reason beside one that holds.
        let idle = !claim && statement.load == 0;
        if statement.standing == Standing::Stands || idle {
            continue;
        }
        into.push(one(reading, id, statement, steps.contains(&id)));
    }
}

fn one(reading: &Reading<'_>, id: StatementId, statement: &Statement, step: bool) -> Material {
    let case = reading.case;
    let mut one = material(
        Attach::Statement,
        statement.kind.word(),
        marker(statement),
        statement.span,
    );
    one.on = On::Statement(id);
    one.load = statement.load;
    let span = statement.span;
    let slots = &mut one.slots;
    slots.insert("quote", Reading::quote(&statement.text, span));
    put(slots, "statement", reading.whole(&statement.text, span));
    if let Some(parent) = statement.parent.map(|parent| case.statement(parent)) {
        reading.pair(
            slots,
            ("parent", reading.whole(&parent.text, parent.span)),
            ("reason", reading.clause(&statement.text, span)),
        );
    }
    if let [premises] = statement.reasons.as_slice()
        && let [because] = premises.as_slice()
    {
        let because = case.statement(*because);
        let statement = slots.remove("statement");
        reading.pair(
            slots,
            ("because", reading.whole(&because.text, because.span)),
            ("statement", statement),
        );
    }
    one.weight = match statement.standing {
        Standing::Falls => 75,
        Standing::Assumed if step => 70,
        Standing::Assumed | Standing::Stands => 55,
    };
    // Of how a thing is made, nobody asks first how that was found out.
    let facts = facts(reading, statement);
    if !facts.contains(&"claim") && !words::is_found_out(&statement.text) {
        one.weight /= 2;
    }
    one.facts = facts;
    one
}

fn marker(statement: &Statement) -> &'static str {
    match (statement.kind, statement.standing) {
        (StatementKind::Claim, Standing::Falls) => "a claim that falls",
        (StatementKind::Claim, _) => "a claim that is only assumed",
        (_, Standing::Falls) => "a reason that falls",
        _ => "a reason that is only assumed",
    }
}

fn facts(reading: &Reading<'_>, statement: &Statement) -> Vec<&'static str> {
    let claim = statement.kind == StatementKind::Claim;
    let cited = !statement.evidence.is_empty() || !statement.figures.is_empty();
    let mut facts = Vec::new();
    let mut fact = |holds: bool, name: &'static str| {
        if holds {
            facts.push(name);
        }
    };
    fact(claim, "claim");
    fact(!claim, "reason");
    fact(statement.standing == Standing::Assumed, "assumed");
    fact(statement.standing == Standing::Falls, "falls");
    fact(statement.shown, "shown");
    fact(!cited && statement.reasons.is_empty(), "bare");
    fact(!statement.reasons.is_empty(), "reasoned");
    fact(statement.reasons.len() == 1, "one-reason");
    fact(
        !statement.evidence.is_empty() && !statement.shown,
        "on-your-word",
    );
    fact(statement.why.circular, "circular");
    facts.extend(words_of(reading, statement));
    facts
}

/// What the words of a statement say of it.
fn words_of(reading: &Reading<'_>, statement: &Statement) -> Vec<&'static str> {
    let text = &statement.text;
    let lower = format!(" {} ", text.to_lowercase());
    let says = |some: &[&str]| some.iter().any(|word| lower.contains(&format!(" {word} ")));
    let first = words::first(text);
    let first = first.as_str();
    let facts = [
        (says(&["will", "would", "won't", "going to"]), "future"),
        (
            matches!(first, "all" | "every" | "everybody" | "everyone" | "most")
                && !words::counts(text),
            "general",
        ),
        (
            (matches!(first, "nobody" | "none") || lower.starts_with(" no one "))
                && !says(&["when", "if", "where"]),
            "nobody",
        ),
        (!words::numbers(text).is_empty(), "number"),
        (
            (!words::numbers(text).is_empty() || words::is_measured(text)) && !says(RULES),
            "measured",
        ),
        (reading.has(Role::Impact), "impact"),
        (says(&["should", "ought", "shall"]), "normative"),
    ];
    facts
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, name)| *name)
        .collect()
}
