//! How impact is to be judged: experiments as declared, and the section.

use whyproof_case::planning::{Planned, Wishes, plan};
use whyproof_case::{Experiment, Kind};
use whyproof_syntax::Role;

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    for experiment in &reading.case.experiments {
        into.push(one(reading, experiment));
    }
    impact(reading, into);
}

fn one(reading: &Reading<'_>, experiment: &Experiment) -> Material {
    let mut one = material(
        Attach::Experiment,
        "",
        "an experiment as it is declared",
        experiment.span,
    );
    one.on = On::Passage;
    one.slots = reading.about();
    one.slots.retain(|name, _| *name != "quote");
    let all: [(&'static str, &[&str], &'static str); 15] = [
        ("metric", &["metric", "metrics"], "no-metric"),
        ("worthwhile", &["worthwhile"], "no-worthwhile"),
        ("forecast", &["forecast"], "no-forecast"),
        ("guardrail", &["guardrail", "guardrails"], "no-guardrail"),
        ("control", &["control"], "no-control"),
        ("treatment", &["treatment", "treatments"], "no-treatment"),
        ("population", &["population"], "no-population"),
        ("baseline", &["baseline"], "no-baseline"),
        ("end", &["end"], "no-end"),
        ("cluster", &["cluster"], "no-cluster"),
        ("variant", &["variant"], "no-variant"),
        ("split", &["split"], "no-split"),
        ("start", &["start"], "no-start"),
        ("traffic", &["traffic"], "no-traffic"),
        ("unit", &["unit"], "no-unit"),
    ];
    for (name, keys, missing) in all {
        match experiment.get(keys) {
            Some(value) if !value.starts_with(['[', '{']) => {
                let said = value.replace('_', " ");
                one.slots
                    .insert(name, Reading::quote(&said, experiment.span));
            }
            Some(_) => {}
            // A forecast may be told beside the block.
            None if name == "forecast" && is_foretold(reading) => {}
            None if name == "worthwhile" && is_weighed(reading) => {}
            None => one.facts.push(missing),
        }
    }
    if let Ok(planned) = plan(experiment, &Wishes::default()) {
        one.facts.extend(falls_short(experiment, &planned));
    }
    if is_over(reading, experiment) {
        one.facts.push("over");
    }
    if !experiment.name.is_empty() {
        one.slots
            .insert("name", Reading::quote(&experiment.name, experiment.span));
    }
    one.weight = 60;
    one
}

/// What an experiment cannot tell by its own numbers: it ends before enough have come to see the smallest worthwhile
/// effect, or is not expected to reach it.
fn falls_short(experiment: &Experiment, planned: &Planned) -> Vec<&'static str> {
    let day = |key: &str| {
        let date = experiment
            .get(&[key])
            .and_then(whyproof_case::latest_date)?;
        Some(date.last)
    };
    let given = day("start").zip(day("end"));
    let given = given.and_then(|(start, end)| u64::try_from((end - start).get_days() + 1).ok());
    let early = planned
        .needed
        .days
        .zip(given)
        .is_some_and(|(needed, given)| given < needed);
    let facts = [(early, "too-early"), (planned.short.is_some(), "too-small")];
    facts
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, name)| *name)
        .collect()
}

/// Whether an experiment had ended when the latest evidence was taken.
pub(super) fn is_over(reading: &Reading<'_>, experiment: &Experiment) -> bool {
    let end = experiment
        .get(&["end"])
        .and_then(whyproof_case::latest_date);
    let dates = reading.case.evidence.iter();
    let latest = dates
        .filter_map(|evidence| evidence.date)
        .map(|date| date.last)
        .max();
    end.is_some_and(|end| latest.is_some_and(|latest| end.last < latest))
}

/// Whether the words under *Impact* say from what number on it is worth going on.
fn is_weighed(reading: &Reading<'_>) -> bool {
    const WEIGHED: &[&str] = &[
        "more than",
        "less than",
        "at least",
        "below",
        "under ",
        "worth",
        "no more",
    ];
    let says = |text: &str| {
        WEIGHED
            .iter()
            .any(|words| text.to_lowercase().contains(words))
    };
    let texts = reading.texts_of(Role::Impact);
    texts
        .iter()
        .any(|text| says(&text.words.text) && words::counts(&text.words.text))
}

/// Whether the words under *Impact* have a number of their own: how far something is expected to move.
fn is_foretold(reading: &Reading<'_>) -> bool {
    let texts = reading.texts_of(Role::Impact);
    texts.iter().any(|text| words::counts(&text.words.text))
}

fn impact(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    if case.kind != Kind::Idea || !reading.is_case || case.claims.is_empty() {
        return;
    }
    let texts = reading.texts_of(Role::Impact);
    let mut one = material(
        Attach::Impact,
        "",
        "how success is to be seen",
        reading.start(),
    );
    one.slots = reading.about();
    one.weight = 60;
    if reading.technical {
        one.facts.push("technical");
    }
    if !reading.has(Role::Impact) && case.experiments.is_empty() {
        one.facts.push("missing");
        one.marker = "a case that does not say what success is".to_owned();
    } else {
        if !reading.has_number(Role::Impact) && case.experiments.is_empty() {
            one.facts.push("no-number");
        }
        if case.experiments.is_empty() {
            one.facts.push("no-experiment");
        }
        if let Some(text) = texts.iter().find(|text| !text.words.text.is_empty()) {
            one.span = text.words.span();
            one.on = On::Passage;
            one.slots
                .insert("quote", Reading::quote(&text.words.text, text.words.span()));
            put(
                &mut one.slots,
                "sentence",
                reading.whole(&text.words.text, text.words.span()),
            );
        }
    }
    into.push(one);
}
