//! Every question on a phrase is asked of a text, and is silent where the text answers.

#![allow(clippy::unwrap_used, reason = "a test reads a file of the crate")]

mod texts;

use whyproof_whys::{Bank, Options, ask};

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
        "odds-both",
        "Plan",
        "The new ticket is fully backwards compatible.\n\nThe gates of the depot will be removed in the north.",
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
        "goal-seen",
        "Plan",
        "The goal is to make the way home easier for the nurses.",
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
        "only-rest",
        "Plan",
        "The night bus is limited to the stops of the north.",
    ),
    (
        "span-why",
        "Plan",
        "A ticket must be used within 14 days of the day of sale.",
    ),
    (
        "cached-stale",
        "Plan",
        "The timetable is cached by the gate of each stop.",
    ),
    (
        "remote-gone",
        "Plan",
        "The timetable will be downloaded by the gate of each stop.",
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
        "consensus-none",
        "Plan",
        "The drivers will change the stop by consensus among them.",
    ),
    (
        "everywhere-done",
        "Plan",
        "All existing gates of the depot need to be changed for the card.",
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
        "span-why",
        "Plan",
        "A ticket must be used within 14 days because the ink fades.",
    ),
    (
        "cached-stale",
        "Plan",
        "The timetable is cached by each gate. It expires at noon.",
    ),
    (
        "goal-seen",
        "Plan",
        "The goal is to make the way home easier for 40 nurses.",
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
];

/// The ids of what the questions on phrases ask, with their words.
fn asked(heading: &str, said: &str) -> Vec<(String, String)> {
    let mut bank = Bank::default();
    let text = include_str!("../questions/prose-cues.toml");
    bank.add("prose-cues.toml", text).unwrap();
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
    let ids = include_str!("../questions/prose-cues.toml").matches("\nid = ");
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
            "However, it is unclear whether the depot can charge every bus, because nobody has counted the plugs that are left in the old hall by the river.",
            "“it is unclear whether the depot can charge every bus”: what in the proposal hangs on that, and can it be accepted before that is settled?",
        ),
        (
            "A ticket must be used within 14 days.",
            "“A ticket must be used within 14 days”: why “14 days”, and what would go wrong with half or with twice that?",
        ),
    ] {
        let asked = asked("Plan", said);
        assert!(asked.iter().any(|(_, text)| text == wanted), "{asked:?}");
    }
}
