//! Objections that are not answered, or that are answered on the author's word.

use whyproof_case::{Kind, Standing, Statement, StatementId, StatementKind};

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On, Slots};

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    for (id, statement) in case.statements() {
        // A why that is open has been asked already.
        if statement.kind == StatementKind::Objection && statement.standing != Standing::Falls {
            objection(reading, id, statement, into);
        }
    }
}

/// What an objection says, who holds it, and what it is against.
fn slots(reading: &Reading<'_>, statement: &Statement) -> Slots {
    let mut slots = Slots::new();
    slots.insert("quote", Reading::quote(&statement.text, statement.span));
    let objection = reading.clause(&statement.text, statement.span);
    if let Some(by) = &statement.by {
        slots.insert("by", Reading::quote(by, statement.span));
    }
    let Some(target) = parent(reading, statement) else {
        put(&mut slots, "objection", objection);
        let about = reading.about().into_iter();
        slots.extend(about.filter(|(name, _)| *name == "title"));
        return slots;
    };
    slots.insert("target", Reading::quote(&target.text, target.span));
    if let Some(claim) = claim(reading, target) {
        slots.insert("claimed", Reading::quote(&claim.text, claim.span));
        put(&mut slots, "claim", reading.brief(&claim.text, claim.span));
    }
    let whole = reading.whole(&target.text, target.span);
    reading.pair(&mut slots, ("statement", whole), ("objection", objection));
    slots
}

/// What a statement stands under.
fn parent<'c>(reading: &Reading<'c>, statement: &Statement) -> Option<&'c Statement> {
    statement.parent.map(|id| reading.case.statement(id))
}

fn objection(
    reading: &Reading<'_>,
    id: StatementId,
    statement: &Statement,
    into: &mut Vec<Material>,
) {
    let mut slots = slots(reading, statement);
    let mut one = material(
        Attach::Objection,
        "",
        "an objection that is not answered",
        statement.span,
    );
    one.on = On::Statement(id);
    one.load = statement.load;
    one.weight = 65;
    if statement.shown {
        one.facts.push("shown");
        one.weight = 80;
    }
    if statement.by.is_some() {
        one.facts.push("by-other");
    }
    let target = parent(reading, statement);
    let of_reason = target.is_some_and(|target| target.kind == StatementKind::Reason);
    let facts = [
        (of_reason, "of-reason"),
        (of_reason && is_carried(reading, statement), "carried"),
        (target.is_none(), "case"),
    ];
    one.facts.extend(
        facts
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, name)| *name),
    );
    match statement.objections.first().copied() {
        None => one.facts.push("unanswered"),
        Some(rebuttal) if !is_asked_about(reading, reading.case.statement(rebuttal)) => return,
        Some(rebuttal) => answer(reading, rebuttal, &mut slots, &mut one),
    }
    one.slots = slots;
    into.push(one);
}

/// Whether somebody would ask who has checked an answer: what is planned, meant or defined is the author's to say, and
/// a number in a case for an idea is asked about as a number.
fn is_asked_about(reading: &Reading<'_>, rebuttal: &Statement) -> bool {
    if reading.case.kind == Kind::Idea {
        return words::is_frequency(&rebuttal.text);
    }
    words::is_found_out(&rebuttal.text)
}

/// Whether what the attacked reason is for has another reason that stands.
fn is_carried(reading: &Reading<'_>, objection: &Statement) -> bool {
    let whole = parent(reading, objection).and_then(|reason| parent(reading, reason));
    let (Some(reason), Some(whole)) = (objection.parent, whole) else {
        return false;
    };
    let mut others = whole
        .reasons
        .iter()
        .filter(|group| !group.contains(&reason));
    others.any(|group| {
        let stands = |id: &StatementId| reading.case.statement(*id).standing == Standing::Stands;
        group.iter().all(stands)
    })
}

/// The claim that a reason is for.
fn claim<'c>(reading: &Reading<'c>, reason: &'c Statement) -> Option<&'c Statement> {
    let mut above = reason;
    while let Some(next) = parent(reading, above) {
        above = next;
    }
    (above.kind == StatementKind::Claim).then_some(above)
}

/// The author's answer, which is only on their word.
fn answer(reading: &Reading<'_>, rebuttal: StatementId, slots: &mut Slots, one: &mut Material) {
    let answer = reading.case.statement(rebuttal);
    slots.insert("answer", Reading::quote(&answer.text, answer.span));
    let objection = slots.remove("objection");
    let reply = reading.clause(&answer.text, answer.span);
    reading.pair(slots, ("objection", objection), ("rebuttal", reply));
    one.marker = "an answer to an objection on your word".to_owned();
    one.on = On::Statement(rebuttal);
    one.span = answer.span;
    one.facts.push("word-only");
    if !answer.reasons.is_empty() {
        one.facts.push("reasoned");
    }
}
