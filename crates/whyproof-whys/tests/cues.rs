//! Every question on a phrase is asked of a text, and is silent where the text answers.

#![allow(clippy::unwrap_used, reason = "a test reads a file of the crate")]

mod texts;

use whyproof_whys::{Bank, Options, ask};

/// The file of questions on phrases.
const QUESTIONS: &str = include_str!("../questions/prose-cues.toml");

/// The heading, what stands under it, the question that it makes asked.
const ASKED: &[(&str, &str, &str)] = &[
    (
        "deprecated-when",
        "Plan",
        "The paper tickets of the night bus will be deprecated.",
    ),
    (
        "codemod-rest",
        "Plan",
        "The depot will provide a codemod for the timetables of the night bus.",
    ),
    (
        "slower-how-much",
        "Plan",
        "The gate adds some overhead for every rider of the bus.",
    ),
    (
        "opt-in-end",
        "Plan",
        "The night bus is kept behind a feature flag of the depot.",
    ),
    (
        "unbounded-large",
        "Plan",
        "The tickets of the late shift are queued at the gate of the depot.",
    ),
    (
        "way-back-what",
        "Plan",
        "All tickets of the members will be migrated to the new card.",
    ),
    (
        "unclear-hangs",
        "Plan",
        "It is unclear whether the depot can charge every bus at night.",
    ),
    (
        "unsettled-noticed",
        "Plan",
        "The exact colour of the tickets will be decided during implementation.",
    ),
    (
        "unspecified-settled",
        "Plan",
        "The plan deliberately leaves the order of the stops at night to the drivers.",
    ),
    (
        "discretion-guided",
        "Plan",
        "The board may grant an exception at its discretion.",
    ),
    (
        "unfixed-count",
        "Plan",
        "The format of the tickets may still change before the bus runs.",
    ),
    (
        "expected-not",
        "Plan",
        "The older gates are expected to accept the ticket of the tram.",
    ),
    (
        "line-where",
        "Plan",
        "A stop should be moved to the mill where it is abandoned.",
    ),
    (
        "unmet-then",
        "Plan",
        "The name of a stop must not contain a second comma.",
    ),
];

/// Texts in which the question is answered, or nothing is asked for.
const LEFT: &[(&str, &str, &str)] = &[
    (
        "deprecated-when",
        "Plan",
        "The paper tickets will be deprecated in release 4.",
    ),
    (
        "codemod-rest",
        "Plan",
        "The depot will provide a codemod. It cannot read tickets of leather.",
    ),
    (
        "slower-how-much",
        "Plan",
        "The gate adds some overhead. A benchmark stands below.",
    ),
    (
        "slower-how-much",
        "Plan",
        "The gate adds some overhead, 30 milliseconds for each rider.",
    ),
    (
        "opt-in-end",
        "Plan",
        "The night bus is kept behind a feature flag. It becomes the default in May.",
    ),
    (
        "unbounded-large",
        "Plan",
        "The tickets of the late shift are queued at the gate of the depot.\n\n```\nmax_tickets = 40\n```",
    ),
    (
        "way-back-what",
        "Plan",
        "All tickets of the members will be migrated. There is a backup of each.",
    ),
    (
        "unmet-then",
        "Plan",
        "The name of a stop must not contain a comma. Otherwise it is rejected.",
    ),
    (
        "unclear-hangs",
        "Open questions",
        "It is unclear whether the depot can charge every bus at night.",
    ),
    (
        "unclear-hangs",
        "Plan",
        "They are not sure whether this is what nurses want.",
    ),
    (
        "unspecified-settled",
        "Plan",
        "The plan deliberately leaves the order open because no rider asked for one.",
    ),
    (
        "discretion-guided",
        "Plan",
        "The board may grant an exception at its discretion. The criteria are on the wall.",
    ),
];

/// The ids of what the questions on phrases ask, with their words.
fn asked(heading: &str, said: &str) -> Vec<(String, String)> {
    let mut bank = Bank::default();
    bank.add("cues", QUESTIONS).unwrap();
    let rain = "Rain fell on the hill. ".repeat(120);
    let (first, rest) = rain.split_at(rain.len() / 2);
    let text =
        format!("# Night buses\n\n{first}\n\n## {heading}\n\n{said}\n\n## Weather\n\n{rest}");
    let asked = ask(&texts::case(&text), &bank, &Options::default()).asked;
    let from = |from: &whyproof_whys::Origin| match from {
        whyproof_whys::Origin::Bank(id) | whyproof_whys::Origin::Model(id) => id.clone(),
    };
    asked
        .into_iter()
        .map(|asked| (from(&asked.from), asked.text))
        .collect()
}

#[test]
fn every_question_on_a_phrase_is_asked_somewhere() {
    let mut wrong = Vec::new();
    for (id, heading, said) in ASKED {
        let asked = asked(heading, said);
        if !asked.iter().any(|(from, _)| from == id) {
            wrong.push(format!("{id}: {asked:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(QUESTIONS.matches("\nid = ").count(), ASKED.len());
}

#[test]
fn what_is_answered_is_not_asked() {
    for (id, heading, said) in LEFT {
        let asked = asked(heading, said);
        assert!(
            !asked.iter().any(|(from, _)| from == id),
            "{said}: {asked:?}"
        );
    }
}

#[test]
fn nothing_is_asked_of_how_a_text_opens() {
    let rain = "Rain fell on the hill. ".repeat(120);
    let text = format!(
        "# Night buses\n\nIt is unclear whether the depot can charge every bus.\n\n## Weather\n\n{rain}"
    );
    let mut bank = Bank::default();
    bank.add("cues", QUESTIONS).unwrap();
    let asked = ask(&texts::case(&text), &bank, &Options::default()).asked;
    assert!(asked.is_empty(), "{asked:?}");
}

#[test]
fn a_question_quotes_what_can_be_said_in_one_breath() {
    for (said, wanted) in [
        (
            "However, it is unclear whether the depot can charge every bus, because nobody has counted the plugs that are left in the old hall by the river and the mill of the town.",
            "“it is unclear whether the depot can charge every bus”: how will that be found out, and what in the proposal changes with the answer?",
        ),
        (
            "The driver of the ‘night owl’ may grant a ride at its discretion, \"one by one\", at each stop.",
            "“The driver of the ‘night owl’ may grant a ride at its discretion, ‘one by one’, at each stop”: what is to guide that choice, so that two people would make it alike?",
        ),
    ] {
        let asked = asked("Plan", said);
        assert!(asked.iter().any(|(_, text)| text == wanted), "{asked:?}");
    }
}
