//! Figures, and numbers in the argument that say less than they seem to.

use whyproof_case::{FigureState, Form, Side, Standing, Statement, StatementId};

use super::reading::{Reading, material};
use super::words;
use crate::material::{Attach, Material, On};

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
            reading.put(
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
    let change = has(&[
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
    ]);
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
    let mut fact = |holds: bool, name: &'static str| {
        if holds {
            one.facts.push(name);
        }
    };
    fact(true, "unsourced");
    fact(percent, "percent");
    fact(change, "change");
    fact(
        !change && !percent && has(&["$", "€", "£", " euro", " dollar", " cents", " pounds"]),
        "money",
    );
    fact(percent && !has(&[" of the "]) && !many, "no-base");
    fact(
        change && !has(&[" from ", " against ", " than ", " compared "]),
        "no-comparison",
    );
    fact(
        !has(&[
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
        ]),
        "no-period",
    );
    fact(
        has(&[" average", " mean ", " typical", " median"]),
        "average",
    );
    fact(
        number
            .split('.')
            .nth(1)
            .is_some_and(|tail| tail.trim_end_matches('%').len() >= 2)
            && percent,
        "exact",
    );
    one.slots
        .insert("number", Reading::quote(number, statement.span));
    one.slots
        .insert("quote", Reading::quote(text, statement.span));
    reading.put(
        &mut one.slots,
        "sentence",
        reading
            .whole(text, statement.span)
            .filter(|slot| slot.text.contains(number)),
    );
    into.push(one);
}
