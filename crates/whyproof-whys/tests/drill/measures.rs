use whyproof_whys::drill::{Known, Measure};

use crate::{CASE, case};

fn measure(question: &str, answer: &str) -> Measure {
    Measure::of(question, answer, &Known::of(&case(CASE)))
}

#[test]
fn numbers_are_said_with_their_units() {
    for (text, numbers) in [
        (
            "It took nineteen minutes a return.",
            &["nineteen minutes"][..],
        ),
        (
            "78.9% came, 2,834 people in all",
            &["78.9% came", "2,834 people"],
        ),
        (
            "It costs $1.2M, or two hundred thousand a month",
            &["$1.2M", "two hundred thousand"],
        ),
        ("a third of an hour", &["third"]),
        ("in March 2021, on 23 November, since 2019, by Q3", &[]),
        ("the third time, our 2nd try, a B2B customer", &[]),
        ("1. first\n2. second", &[]),
        ("2026-05-02", &[]),
        ("one of us", &[]),
    ] {
        assert_eq!(measure("Why?", text).numbers, numbers, "{text}");
    }
}

#[test]
fn evidence_is_what_is_named_and_there() {
    for (text, evidence) in [
        ("We measured it in the pilot.", &["measured", "pilot"][..]),
        ("We will measure it in a pilot.", &[]),
        ("There is no data.", &[]),
        (
            "See https://who.int/x and notes.md.",
            &["https://who.int/x", "notes.md"],
        ),
        ("It is so.[^trial]", &["[^trial]"]),
    ] {
        assert_eq!(measure("Why?", text).evidence, evidence, "{text}");
    }
    assert_eq!(measure("Why?", "78.9% of them").figures, ["78.9%"]);
    assert!(measure("Why?", "178.9% of them, 78.95").figures.is_empty());
}

#[test]
fn what_the_answer_does_not_mention() {
    let beside = measure(
        "Why not send the result by text message?",
        "The weather was fine.",
    );
    assert!(beside.is_beside());
    assert_eq!(beside.leaves_out, ["send", "result", "text", "message"]);
    let about = measure(
        "Why not send the result by text message?",
        "Results need counselling.",
    );
    assert!(!about.is_beside());
    assert_eq!(about.mentions, ["result"]);
}

#[test]
fn time_to_say_it() {
    let long = "word ".repeat(301);
    let measure = measure("Why?", &long);
    assert_eq!(
        (measure.words, measure.seconds, measure.over(120)),
        (301, 121, 1)
    );
    assert_eq!((measure.i, measure.we), (0, 0));
}
