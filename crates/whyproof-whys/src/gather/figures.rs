//! Figures that their data do not bear out.

use whyproof_case::{FigureState, Form};

use super::reading::{Reading, material, put};
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
            put(
                &mut one.slots,
                "statement",
                reading.whole(&statement.text, statement.span),
            );
        }
        into.push(one);
    }
}
