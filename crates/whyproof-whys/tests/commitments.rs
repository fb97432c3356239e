//! Every question on a commitment is asked of a text, whatever the ranking prefers.

#![allow(clippy::unwrap_used, reason = "a test reads a file of the crate")]

mod texts;

use whyproof_whys::{Bank, Options, ask};

/// A proposal with one commitment of each kind, and the question that it makes asked.
const ASKED: &[(&str, &str, &str)] = &[
    (
        "bar-judged",
        "Exit criteria",
        "Test coverage of the depot is acceptable.",
    ),
    (
        "hope-fails",
        "Plan",
        "Hopefully this bus will be used by a handful of riders.",
    ),
];

fn asked(heading: &str, said: &str) -> Vec<(String, String)> {
    let mut bank = Bank::default();
    bank.add(
        "prose-commitments.toml",
        include_str!("../questions/prose-commitments.toml"),
    )
    .unwrap();
    let rain = "Rain fell on the hill. ".repeat(120);
    let text = format!("# Night buses\n\n## {heading}\n\n{said}\n\n## Weather\n\n{rain}");
    let asked = ask(&texts::case(&text), &bank, &Options::default()).asked;
    asked
        .into_iter()
        .map(|asked| (format!("{:?}", asked.from), asked.text))
        .collect()
}

#[test]
fn every_question_on_a_commitment_is_asked_somewhere() {
    let mut wrong = Vec::new();
    for (id, heading, said) in ASKED {
        let asked = asked(heading, said);
        let from: Vec<&str> = asked.iter().map(|(from, _)| from.as_str()).collect();
        if from != [format!("Bank({id:?})")] {
            wrong.push(format!("{id}: {asked:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let ids = include_str!("../questions/prose-commitments.toml").matches("\nid = ");
    assert_eq!(ids.count(), ASKED.len());
}

#[test]
fn a_question_says_whose_words_it_asks_about() {
    for (heading, said, wanted) in [
        (
            "Exit criteria",
            "Test coverage of the depot is acceptable.",
            "“Test coverage of the depot is acceptable”: what would count as “acceptable”, so that two people who judge it would agree?",
        ),
        (
            "Plan",
            "It is severe, but hopefully this bus will be used by a handful of riders.",
            "You hope that this bus will be used by a handful of riders. What follows for the proposal if it turns out otherwise?",
        ),
    ] {
        let asked = asked(heading, said);
        assert_eq!(asked.len(), 1, "{asked:?}");
        assert_eq!(asked[0].1, wanted);
    }
}
