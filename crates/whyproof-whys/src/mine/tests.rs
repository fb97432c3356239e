//! What each rule takes, and what it must leave.

mod actions;
mod commitments;
mod facts;
mod left;
mod parts;
mod reasons;
mod sources;
mod speech;
mod whole;

use whyproof_case::{Case, Computed, Scope, resolve};
use whyproof_testing::MemoryHost;

use super::sentence::Sentences;
use super::take::Take;
use super::{Rule, oughts};
use crate::material::{Attach, Material};

fn case(text: &str) -> Case {
    let host = MemoryHost::new().file("case.md", text);
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn taken(rule: Rule, text: &str) -> Vec<Material> {
    let sentences = Sentences::read(&case(text));
    let mut found = Vec::new();
    for at in 0..sentences.all.len() {
        rule(&Take::new(&sentences, at), &mut found);
    }
    found
}

/// The slots of the only material that `rule` takes of `text`, one a line.
fn slots(rule: Rule, text: &str, attach: Attach) -> Vec<String> {
    let found = taken(rule, text);
    assert_eq!(found.len(), 1, "{text}");
    assert_eq!(found[0].attach, attach, "{text}");
    found[0]
        .slots
        .iter()
        .map(|(name, slot)| format!("{name}: {}", slot.text))
        .collect()
}

/// Rule; text; what it attaches to; its slots.
type Row = (Rule, &'static str, Attach, &'static [&'static str]);

fn take_each(rows: &[Row]) {
    for (rule, text, attach, wanted) in rows {
        assert_eq!(slots(*rule, text, *attach), *wanted, "{text}");
    }
}

#[test]
fn reasons_are_taken() {
    take_each(reasons::REASONS);
}

#[test]
fn sources_and_forecasts_are_taken() {
    take_each(sources::SOURCES);
}

#[test]
fn actions_and_what_comes_of_them_are_taken() {
    take_each(actions::ACTIONS);
}

#[test]
fn the_rest_is_left() {
    for (rule, text) in left::LEFT {
        assert!(taken(*rule, text).is_empty(), "{text}");
    }
}

#[test]
fn facts_are_known() {
    for (rule, text, fact) in facts::FACTS {
        let found = taken(*rule, text);
        assert!(found.iter().any(|m| m.is(fact)), "{text}: {fact}");
    }
}

#[test]
fn a_sentence_that_points_back_is_not_quoted_in_a_long_text() {
    let text = "It should close the old road.";
    assert_eq!(taken(oughts::should, text).len(), 1);
    let long = format!("{text}\n\n{}", "Rain fell on the hill. ".repeat(120));
    assert!(taken(oughts::should, &long).is_empty());
}

#[test]
fn every_rule_bears_any_text() {
    for text in [
        "because",
        "If,",
        "than",
        "in order to",
        "It is unclear whether",
        "instead of",
        "We propose to",
        "“”",
        "I've got to",
        "According to",
        "10%",
        "going to",
        "as a result",
    ] {
        for rule in super::RULES {
            assert!(taken(*rule, text).len() <= 1, "{text}");
        }
    }
}
