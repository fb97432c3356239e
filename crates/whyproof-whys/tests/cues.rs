//! Every question on a phrase is asked of a text, and is silent where the text answers.

#![allow(clippy::unwrap_used, reason = "a test reads a file of the crate")]

mod texts;

use whyproof_whys::{Bank, Options, ask};

/// The files of questions on phrases.
const QUESTIONS: &[(&str, &str)] = &[
    ("cues", include_str!("../questions/prose-cues.toml")),
    ("open", include_str!("../questions/prose-open.toml")),
    ("burden", include_str!("../questions/prose-burden.toml")),
    ("line", include_str!("../questions/prose-line.toml")),
];

/// The heading, what stands under it, the question that it makes asked.
const ASKED: &[(&str, &str, &str)] = &[
    (
        "moved-relied",
        "Plan",
        "The old `stop` function will be removed from the timetable module.",
    ),
    (
        "reworked-users",
        "Plan",
        "We propose to rewrite the timetable of the night buses.",
    ),
    (
        "deprecated-when",
        "Plan",
        "The paper tickets of the night bus will be deprecated.",
    ),
    (
        "breaks-whom",
        "Plan",
        "The new ticket will break the old gates of the depot.",
    ),
    (
        "silent-noticed",
        "Plan",
        "A ticket of the wrong zone is silently ignored by the gate.",
    ),
    (
        "beside-long",
        "Plan",
        "Paper tickets continue to work alongside the card of the depot.",
    ),
    (
        "period-long",
        "Plan",
        "After a transition period the drivers will take cards alone.",
    ),
    (
        "interim-end",
        "Plan",
        "For now we support only the night bus of the north.",
    ),
    (
        "unclear-hangs",
        "Plan",
        "It is unclear whether the depot can charge every bus at night.",
    ),
    (
        "wavering-part",
        "Plan",
        "The depot should probably get a second gate for the night bus.",
    ),
    (
        "few-counted",
        "Plan",
        "The stop at the mill is rarely used by nurses of the hospital.",
    ),
    (
        "unsupported-need",
        "Plan",
        "The new gate will not support tickets of another town.",
    ),
    (
        "hard-met",
        "Plan",
        "Charging every bus at night will be difficult for the new depot.",
    ),
    (
        "manual-forgotten",
        "Plan",
        "Maintainers must make sure that the gate is closed at night.",
    ),
    (
        "unmet-then",
        "Plan",
        "The name of a stop must not contain a second comma.",
    ),
    (
        "discretion-by",
        "Plan",
        "The board of the depot decides whether a second bus runs at night.",
    ),
    (
        "aside-only",
        "Alternatives",
        "A shared taxi for every nurse would be too complicated to run.",
    ),
    (
        "way-why-not",
        "Alternatives",
        "Another option is a shared taxi for the nurses of the hospital.",
    ),
    (
        "cases-which",
        "Plan",
        "The driver may refuse a ticket in some cases.",
    ),
    (
        "cached-stale",
        "Plan",
        "The timetable is cached by the gate of each stop.",
    ),
    (
        "secret-leaks",
        "Plan",
        "The password of the driver is stored in the gate of the depot.",
    ),
    (
        "format-older",
        "Plan",
        "The tickets will be written to disk by the gate of the depot.",
    ),
    (
        "everywhere-done",
        "Plan",
        "All existing gates of the depot need to be changed for the card.",
    ),
    (
        "leaning-many",
        "Plan",
        "Nurses who rely on the current timetable will have to learn the way.",
    ),
    (
        "downside-worth",
        "Plan",
        "Unfortunately the night bus has to leave out the stop at the mill.",
    ),
    (
        "mislead-whom",
        "Plan",
        "The number of the night bus may be confusing to riders of the tram.",
    ),
    (
        "expected-not",
        "Plan",
        "The older gates are expected to accept the ticket of the tram.",
    ),
    (
        "in-step-differ",
        "Plan",
        "The timetable of the bus must be kept in sync with the one of the ferry.",
    ),
    (
        "relies-fails",
        "Plan",
        "The depot will be cleaned on a best effort basis by the drivers.",
    ),
    (
        "should-only",
        "Plan",
        "The driver SHOULD count the riders of the night bus at each stop.",
    ),
    (
        "unaffected-shown",
        "Plan",
        "The night bus should not affect the riders of the tram.",
    ),
    (
        "spared-caught",
        "Plan",
        "The new gate is hard to test on the way from the depot.",
    ),
    (
        "notice-learn",
        "Plan",
        "The rights of a member may be revoked without notice.",
    ),
    (
        "each-decides-apart",
        "Plan",
        "The price of a ticket is ultimately up to each distributor of the tickets.",
    ),
    (
        "somehow-how",
        "Plan",
        "The depot will somehow be told how many nurses wait at the stop.",
    ),
    (
        "unsettled-noticed",
        "Plan",
        "The exact colour of the tickets will be decided during implementation.",
    ),
    (
        "unspecified-settled",
        "Plan",
        "The order of the stops at night is not specified by this plan.",
    ),
    (
        "unfixed-count",
        "Plan",
        "The format of the tickets may still change before the bus runs.",
    ),
    (
        "revisit-when",
        "Plan",
        "We will revisit the price of the night ticket in the spring.",
    ),
    (
        "explore-result",
        "Plan",
        "Another engine for the night bus should be investigated by the depot.",
    ),
    (
        "soon-long",
        "Plan",
        "Lost property will be returned to riders in a timely manner.",
    ),
    (
        "discretion-guided",
        "Plan",
        "The board may grant an exception on a case-by-case basis.",
    ),
    (
        "line-where",
        "Plan",
        "A van will be used when the bus is too large for the road.",
    ),
    (
        "needed-who",
        "Plan",
        "The driver may leave a stop out in exceptional circumstances.",
    ),
    (
        "default-which",
        "Plan",
        "The gate starts with a sensible default for the price of a ticket.",
    ),
    (
        "bound-how-much",
        "Plan",
        "There is a limit on the tickets that a rider can hold.",
    ),
    (
        "most-rest",
        "Plan",
        "Most users of the tram will not need a ticket for the bus.",
    ),
    (
        "known-others",
        "Plan",
        "Every rider that we know of takes the bus to the mill.",
    ),
    (
        "usually-else",
        "Plan",
        "The driver will usually wait for the ferry at the last stop.",
    ),
];

/// Texts in which the question is answered, or nothing is asked for.
const LEFT: &[(&str, &str, &str)] = &[
    (
        "moved-relied",
        "Plan",
        "The old `stop` function will be removed. It was deprecated in May.",
    ),
    (
        "deprecated-when",
        "Plan",
        "The paper tickets will be deprecated in release 4.",
    ),
    (
        "breaks-whom",
        "Plan",
        "The new ticket will not break the old gates of the depot.",
    ),
    (
        "breaks-whom",
        "Plan",
        "The new ticket will break the old gates. We found 12 of them.",
    ),
    (
        "silent-noticed",
        "Plan",
        "A wrong ticket is silently ignored. The gate logs a warning for it.",
    ),
    (
        "period-long",
        "Plan",
        "After a transition period of 6 months the drivers will take cards.",
    ),
    (
        "few-counted",
        "Plan",
        "The stop is rarely used by nurses. We counted 3 of them in May.",
    ),
    (
        "unsupported-need",
        "Plan",
        "The new gate will not support them because nobody has such tickets.",
    ),
    (
        "unmet-then",
        "Plan",
        "The name of a stop must not contain a comma. Otherwise it is rejected.",
    ),
    (
        "aside-only",
        "Plan",
        "A shared taxi for every nurse would be too complicated to run.",
    ),
    (
        "way-why-not",
        "Alternatives",
        "Another option is a shared taxi. However it is slow.",
    ),
    (
        "cases-which",
        "Plan",
        "The driver may refuse a ticket in some cases, for example at night.",
    ),
    (
        "cached-stale",
        "Plan",
        "The timetable is cached by each gate. It expires at noon.",
    ),
    (
        "wavering-part",
        "Background",
        "The depot should probably get a second gate for the night bus.",
    ),
    (
        "unclear-hangs",
        "Open questions",
        "It is unclear whether the depot can charge every bus at night.",
    ),
    (
        "interim-end",
        "Plan",
        "Which bus should we support for now?",
    ),
    (
        "unspecified-settled",
        "Plan",
        "The order of the stops is not specified because no rider asked for one.",
    ),
    (
        "unaffected-shown",
        "Plan",
        "The night bus should not affect the tram. We measured it in May.",
    ),
    (
        "should-only",
        "Plan",
        "The driver should count the riders of the night bus at each stop.",
    ),
    (
        "downside-worth",
        "Plan",
        "Unfortunately the bus is slow. However the seats are soft.",
    ),
    (
        "way-why-not",
        "Alternatives",
        "Another option is a shared taxi for the nurses of the hospital.\n\nA taxi is too slow.",
    ),
    (
        "relies-fails",
        "Plan",
        "The depot will be cleaned on a best effort basis. Otherwise the doors stay shut.",
    ),
    (
        "unclear-hangs",
        "Plan",
        "They are not sure whether this is what nurses want.",
    ),
];

/// The ids of what the questions on phrases ask, with their words.
fn asked(heading: &str, said: &str) -> Vec<(String, String)> {
    let mut bank = Bank::default();
    for (name, text) in QUESTIONS {
        bank.add(name, text).unwrap();
    }
    let rain = "Rain fell on the hill. ".repeat(120);
    let text = format!("# Night buses\n\n## {heading}\n\n{said}\n\n## Weather\n\n{rain}");
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
    let ids = QUESTIONS
        .iter()
        .flat_map(|(_, text)| text.matches("\nid = "));
    assert_eq!(ids.count(), ASKED.len());
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
fn a_question_quotes_what_can_be_said_in_one_breath() {
    for (said, wanted) in [
        (
            "However, it is unclear whether the depot can charge every bus, because nobody has counted the plugs that are left in the old hall by the river and the mill of the town.",
            "“it is unclear whether the depot can charge every bus”: how will that be found out, and what in the proposal changes with the answer?",
        ),
        (
            "The driver of the ‘night owl’ SHOULD count the riders, \"one by one\", at each stop.",
            "“The driver of the ‘night owl’ SHOULD count the riders, ‘one by one’, at each stop”: why is that no more than a recommendation, and what can others count on where it is not followed?",
        ),
    ] {
        let asked = asked("Plan", said);
        assert!(asked.iter().any(|(_, text)| text == wanted), "{asked:?}");
    }
}
