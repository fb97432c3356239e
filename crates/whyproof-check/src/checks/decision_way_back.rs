//! `decision-way-back`: the decision does not say whether it can be undone.

use whyproof_syntax::Severity;

use super::decision_missing::asked;
use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-way-back",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say whether it can be undone",
    run,
};

/// Words for a way back, or for there being none.
const WAYS_BACK: &[&str] = &[
    "undo",
    "undone",
    "undoes",
    "reverse*",
    "reversible",
    "irreversible",
    "revert*",
    "roll back",
    "rolled back",
    "rollback",
    "roll it back",
    "cancel*",
    "can stop",
    "be stopped",
    "stop it",
    "stop any",
    "stop at",
    "stop the",
    "stops by",
    "stopped",
    "switched off",
    "switch it off",
    "switch off",
    "turned off",
    "turn it off",
    "turn off",
    "go back",
    "goes back",
    "way back",
    "ends by itself",
    "end it",
    "ended",
    "expires",
    "opt out",
    "opt-out",
    "one-way",
    "two-way",
    "withdraw*",
    "terminate*",
    "close it",
    "closed again",
    "taken back",
    "take it back",
    "leave again",
    "no return",
    "abort*",
    "exit",
    "give it back",
    "return it",
    "behind a flag",
    "feature flag",
    "kept in print",
    "ends on",
    "ends after",
    "pull out",
    "pulled out",
    "back out of",
    "break clause",
    "notice period",
    "month's notice",
    "months notice",
    "week's notice",
    "weeks notice",
    "day's notice",
    "days notice",
    "hand* back",
    "sent back",
    "send it back",
    "send them back",
    "undoing",
    "wind down",
    "wound down",
];

/// Words with which what was got is given back: *takes the lockers back*.
const GIVES: &str = "take takes taken taking give gives given giving hand hands handed handing return send sends sent \
                     buy buys bought put puts";

/// Words without which “end” and “stop” tell of anything.
const MAY: &str = "can could may might if unless any either free whenever";

/// What is ended by somebody who decides again, or when.
const ENDED: &str = "it this that the a our we pilot trial contract lease test agreement early any at after in by if \
                     when once unless there then on without";

/// Things begun for a time.
const FOR_A_TIME: &[&str] = &["pilot", "pilots", "trial", "trials", "test", "experiment"];

/// Whether the decision says how it ends: *we can end the pilot in any month*, *the supplier takes them back*, *a
/// pilot of three months*.
fn says(said: &Said<'_>) -> bool {
    said.has(WAYS_BACK) || gives_back(said.words()) || may_end(said.words()) || for_a_time(said)
}

fn is(word: &str, list: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

fn gives_back(words: &[String]) -> bool {
    let mut returned = words
        .windows(2)
        .filter(|pair| pair[0] == "be" || pair[0] == "are" || pair[0] == "is");
    words.iter().enumerate().any(|(at, word)| {
        let near = words.iter().skip(at + 1).take(6);
        is(word, GIVES) && near.into_iter().any(|next| next == "back")
    }) || returned.any(|pair| pair[1] == "returned")
}

/// *We can end it*, *if they do not hold, we stop*.
fn may_end(words: &[String]) -> bool {
    if !words.iter().any(|word| is(word, MAY)) {
        return false;
    }
    words.iter().enumerate().any(|(at, word)| {
        let before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .map_or("", String::as_str);
        let next = words.get(at + 1).map_or("", String::as_str);
        let noun = is(
            before,
            "the a an bus this each every next last its year's month's",
        );
        is(word, "end ends stop stops quit quits leave leaves")
            && !noun
            && (next.is_empty() || is(next, ENDED))
            // To end the queue, to leave the house: a purpose.
            && (next != "the" || is(words.get(at + 2).map_or("", String::as_str), ENDED))
    })
}

/// *A pilot of three months*, *a three-month trial*, *a trial until May*.
fn for_a_time(said: &Said<'_>) -> bool {
    const TIMES: &str = "day days week weeks month months year years";
    let words = said.words();
    said::position_any(words, FOR_A_TIME).is_some_and(|at| {
        let from = at.saturating_sub(3);
        let near: Vec<&str> = words
            .iter()
            .skip(from)
            .take(10)
            .map(String::as_str)
            .collect();
        near.windows(2)
            .any(|pair| (said::is_number(pair[0]) || pair[0] == "one") && is(pair[1], TIMES))
            || near.iter().any(|word| {
                word.split_once('-')
                    .is_some_and(|(_, unit)| is(unit, TIMES))
            })
    })
}

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(asked) = asked(context) else { return };
    if asked.said.iter().any(says) {
        return;
    }
    let found = sink.diagnostic(asked.span, "The decision does not say whether it can be undone").help(
        "Say how it would be stopped, and what stays behind: “It can be stopped at the end of any month”; or say that it cannot.",
    );
    sink.push(found);
}
