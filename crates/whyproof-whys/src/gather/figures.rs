//! Figures, and numbers in the argument that say less than they seem to.

use whyproof_case::{FigureState, Form, Side, Standing, Statement, StatementId};

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// Words of a change.
const CHANGES: &[&str] = &[
    " cut ",
    " cuts ",
    " fell ",
    " rose ",
    " grew ",
    " up ",
    " down ",
    " increase",
    " decrease",
    " reduc",
    " improve",
    "-fold",
    " times ",
    " doubl",
    " halv",
    " more than before",
    " faster",
    " drop ",
    " gain",
];
/// Words of a time.
const TIMES: &[&str] = &[
    " year",
    " month",
    " week",
    " day",
    " quarter",
    " hour",
    " since ",
    " between ",
    "19",
    "20",
];
/// Words of money.
const MONEY: &[&str] = &["$", "€", "£", " euro", " dollar", " cents", " pounds"];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    for figure in &case.figures {
        let name = match (figure.state, figure.form) {
            (FigureState::Broken, _) => "broken",
            (_, Form::Open) => "open",
            (FigureState::Stale, _) => "stale",
            _ => continue,
        };
        let mut one = material(
            Attach::Figure,
            name,
            "a figure that its data do not bear out",
            figure.span,
        );
        one.on = On::Passage;
        one.weight = 75;
        one.facts.push(name);
        one.slots
            .insert("figure", Reading::quote(&figure.text, figure.span));
        one.slots
            .insert("query", Reading::quote(&figure.query, figure.span));
        let inside = case
            .statements()
            .find(|(_, s)| s.own.contains(&figure.block));
        if let Some((id, statement)) = inside {
            one.load = statement.load;
            one.on = On::Statement(id);
            put(
                &mut one.slots,
                "statement",
                reading.whole(&statement.text, statement.span),
            );
        }
        into.push(one);
    }
    for (id, statement) in case.statements() {
        let open = statement.side == Side::Author && statement.standing != Standing::Stands;
        if open && statement.figures.is_empty() && !statement.shown && !reading.is_told(statement) {
            number(reading, id, statement, into);
        }
    }
}

/// The first number of a statement that is not shown.
fn number(reading: &Reading<'_>, id: StatementId, statement: &Statement, into: &mut Vec<Material>) {
    let text = &statement.text;
    let Some((at, percent)) = words::numbers(text).into_iter().next() else {
        return;
    };
    let Some(number) = text.get(at.clone()) else {
        return;
    };
    let lower = format!(" {} ", text.to_lowercase());
    let has = |some: &[&str]| some.iter().any(|words| lower.contains(words));
    let change = has(CHANGES);
    let many = words::numbers(text).len() > 1;
    let mut one = material(
        Attach::Figure,
        "number",
        "a number that nothing shows",
        statement.span,
    );
    one.on = On::Statement(id);
    one.load = statement.load;
    one.weight = 60;
    let exact = number
        .split('.')
        .nth(1)
        .is_some_and(|tail| tail.trim_end_matches('%').len() >= 2);
    let facts = [
        (true, "unsourced"),
        (percent, "percent"),
        (change, "change"),
        (!change && !percent && has(MONEY), "money"),
        (percent && !has(&[" of the "]) && !many, "no-base"),
        (
            change && !has(&[" from ", " against ", " than ", " compared "]),
            "no-comparison",
        ),
        (!has(TIMES), "no-period"),
        (
            has(&[" average", " mean ", " typical", " median"]),
            "average",
        ),
        (percent && exact, "exact"),
    ];
    one.facts.extend(
        facts
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, name)| *name),
    );
    one.slots
        .insert("number", Reading::quote(number, statement.span));
    one.slots
        .insert("quote", Reading::quote(text, statement.span));
    put(
        &mut one.slots,
        "sentence",
        reading
            .whole(text, statement.span)
            .filter(|slot| slot.text.contains(number)),
    );
    into.push(one);
}
