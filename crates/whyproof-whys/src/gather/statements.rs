//! The author's claims and reasons that do not stand, or that stand on little.

use std::collections::BTreeSet;

use whyproof_case::{Case, Kind, Side, Standing, Statement, StatementId, StatementKind, Step};
use whyproof_syntax::Role;

use super::evidence::noun;
use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// Words of money that comes or goes.
const MONEY: &[&str] = &[
    "afford", "pay for", "pays for", "paid for", "cost", "costs", "save", "saves", "cheaper",
    "profit", "revenue",
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
        let sources = sources(case, id);
        let claim = statement.kind == StatementKind::Claim;
        let facts = facts(reading, statement, claim, &sources);
        let thin = facts.contains(&"one-source") && claim;
        // Nothing waits for a reason beside one that holds.
        let idle = !claim && statement.load == 0;
        if (statement.standing == Standing::Stands && !thin) || idle {
            continue;
        }
        into.push(one(
            reading,
            id,
            statement,
            facts,
            &sources,
            steps.contains(&id),
        ));
    }
}

fn one(
    reading: &Reading<'_>,
    id: StatementId,
    statement: &Statement,
    facts: Vec<&'static str>,
    sources: &BTreeSet<u32>,
    step: bool,
) -> Material {
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
    if facts.contains(&"one-source")
        && let Some(evidence) = sources
            .first()
            .and_then(|at| case.evidence.get(*at as usize))
    {
        let noun = noun(reading, evidence);
        put(slots, noun.slot("source", "named_source"), Some(noun.words));
    }
    one.weight = match statement.standing {
        Standing::Falls => 75,
        Standing::Assumed if step => 70,
        Standing::Assumed => 55,
        Standing::Stands => 40,
    };
    // Of how a thing is made, nobody asks first how that was found out.
    if !facts.contains(&"claim") && !words::is_found_out(&statement.text) {
        one.weight /= 2;
    }
    one.facts = facts;
    one
}

fn marker(statement: &Statement) -> &'static str {
    match (statement.kind, statement.standing) {
        (StatementKind::Claim, Standing::Falls) => "a claim that falls",
        (StatementKind::Claim, Standing::Assumed) => "a claim that is only assumed",
        (StatementKind::Claim, Standing::Stands) => "a claim that stands on one source",
        (_, Standing::Falls) => "a reason that falls",
        _ => "a reason that is only assumed",
    }
}

fn facts(
    reading: &Reading<'_>,
    statement: &Statement,
    claim: bool,
    sources: &BTreeSet<u32>,
) -> Vec<&'static str> {
    let case = reading.case;
    let cited = !statement.evidence.is_empty() || !statement.figures.is_empty();
    let counted = sources
        .iter()
        .filter(|at| case.evidence.get(**at as usize).is_some_and(|e| e.counts()))
        .count();
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
    fact(statement.standing == Standing::Stands, "stands");
    fact(statement.shown, "shown");
    fact(!cited && statement.reasons.is_empty(), "bare");
    fact(!statement.reasons.is_empty(), "reasoned");
    fact(statement.reasons.len() == 1, "one-reason");
    fact(
        !statement.evidence.is_empty() && !statement.shown,
        "on-your-word",
    );
    fact(statement.why.circular, "circular");
    fact(statement.objections.is_empty(), "no-objection");
    fact(
        case.kind == Kind::Idea
            && statement.standing == Standing::Stands
            && counted == 1
            && sources.len() == 1,
        "one-source",
    );
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
            matches!(first, "all" | "every" | "everybody" | "everyone" | "most"),
            "general",
        ),
        (
            matches!(first, "nobody" | "none") || lower.starts_with(" no one "),
            "nobody",
        ),
        (!words::numbers(text).is_empty(), "number"),
        (says(MONEY) && !says(&["time", "minutes", "hours"]), "money"),
        (reading.has(Role::Impact), "impact"),
    ];
    facts
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, name)| *name)
        .collect()
}

/// The evidence under a statement: its own and its reasons', by index.
fn sources(case: &Case, id: StatementId) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        if let Some(statement) = case.statements.get(id.0 as usize) {
            found.extend(&statement.evidence);
            open.extend(statement.reasons.iter().flatten());
        }
    }
    found
}
