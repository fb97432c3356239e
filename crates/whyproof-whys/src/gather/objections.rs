//! Objections that are not answered, or that are answered on the author's word.

use whyproof_case::{Standing, Statement, StatementId, StatementKind};

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

fn objection(
    reading: &Reading<'_>,
    id: StatementId,
    statement: &Statement,
    into: &mut Vec<Material>,
) {
    let case = reading.case;
    let answered = statement.objections.first().copied();
    let mut slots = Slots::new();
    slots.insert("quote", Reading::quote(&statement.text, statement.span));
    put(
        &mut slots,
        "objection",
        reading.clause(&statement.text, statement.span),
    );
    if let Some(by) = &statement.by {
        slots.insert("by", Reading::quote(by, statement.span));
    }
    match statement
        .parent
        .and_then(|parent| case.statements.get(parent.0 as usize))
    {
        Some(target) => {
            slots.insert("target", Reading::quote(&target.text, target.span));
            let objection = slots.remove("objection");
            reading.pair(
                &mut slots,
                ("statement", reading.whole(&target.text, target.span)),
                ("objection", objection),
            );
        }
        None => slots.extend(
            reading
                .about()
                .into_iter()
                .filter(|(name, _)| *name == "title"),
        ),
    }
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
    if statement.parent.is_none() {
        one.facts.push("case");
    }
    match answered {
        None => one.facts.push("unanswered"),
        // What is planned, meant or defined is the author's to say.
        Some(rebuttal) if !words::is_found_out(&case.statement(rebuttal).text) => return,
        Some(rebuttal) => answer(reading, rebuttal, &mut slots, &mut one),
    }
    one.slots = slots;
    into.push(one);
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
