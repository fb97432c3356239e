//! How impact is to be judged: experiments as declared, and the section.

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
    let all: [(&'static str, &[&str], &'static str); 12] = [
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
    ];
    for (name, keys, missing) in all {
        match experiment.get(keys) {
            Some(value) if !value.starts_with(['[', '{']) => {
                let said = value.replace('_', " ");
                one.slots
                    .insert(name, Reading::quote(&said, experiment.span));
            }
            Some(_) => {}
            None => one.facts.push(missing),
        }
    }
    if !experiment.name.is_empty() {
        one.slots
            .insert("name", Reading::quote(&experiment.name, experiment.span));
    }
    one.weight = 60;
    one
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
    if !reading.has(Role::Impact) && case.experiments.is_empty() {
        one.facts.push("missing");
        one.marker = "a case that does not say what success is".to_owned();
    } else {
        let all: Vec<&str> = texts.iter().map(|text| text.words.text.as_str()).collect();
        let all = all.join(" ");
        if words::numbers(&all).is_empty() && case.experiments.is_empty() {
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
