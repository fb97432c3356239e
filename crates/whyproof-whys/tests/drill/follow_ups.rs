use crate::{CASE, answer, session};

/// What `given` to `question` is asked, in an idea or a story.
fn asked_of(text: &str, question: &str, given: &str) -> Option<String> {
    let mut session = session(text, &[question]);
    answer(&mut session, given);
    session.put().map(|put| put.text().to_owned())
}

fn idea(question: &str, given: &str) -> Option<String> {
    asked_of(CASE, question, given)
}

fn story(given: &str) -> Option<String> {
    let text = "---\nkind: story\n---\n# T\n\n## What I did\n\nI did.\n";
    asked_of(text, "What did you do first?", given)
}

#[test]
fn each_quotes_the_answers_own_words() {
    let why = "Why would anybody come back?";
    for (given, expected) in [
        ("Most people want to know.", "How many is “Most people”?"),
        (
            "It works for many of the clinics.",
            "How many is “many of the clinics”?",
        ),
        ("They often forget.", "How often is “often”?"),
        (
            "They stay at home because the trip stops them, not the fear.",
            "You say “They stay at home because the trip stops them”. What else could explain it?",
        ),
        (
            "It is cheaper.",
            "You say “It is cheaper”. How much is that, in numbers?",
        ),
        (
            "We will ask the ministry.",
            "You say “We will ask the ministry”. By when?",
        ),
        (
            "About 40% stayed away.",
            "You say “About 40% stayed away”. How do you know?",
        ),
        (
            "A result has to be given with counselling.",
            "You say “A result has to be given with counselling”. How do you know?",
        ),
        (
            "Anybody would come back, obviously.",
            "That says the question again: “Anybody would come back, obviously”. What is the answer?",
        ),
    ] {
        assert_eq!(idea(why, given).as_deref(), Some(expected), "{given}");
    }
}

#[test]
fn it_ends_at_evidence_a_figure_or_an_admitted_assumption() {
    let why = "Why would anybody come back?";
    for given in [
        "In the trial 79 of 100 came.",
        "We counted them for a week.",
        "Because 78.9% did.",
        "See data/learned.csv.",
        "Somebody counted.[^trial]",
        "We assume it: most people are curious.",
        "I do not know.",
        "That is from memory.",
        "We will ask the ministry by March; nobody knows yet.",
    ] {
        assert_eq!(idea(why, given), None, "{given}");
    }
}

#[test]
fn evidence_that_is_denied_or_planned_is_none() {
    let why = "Why would anybody come back?";
    let planned = idea(why, "We will run a survey.");
    assert_eq!(
        planned.as_deref(),
        Some("You say “We will run a survey”. By when?")
    );
    assert_eq!(
        idea(why, "There is no survey, and no data."),
        None,
        "that admits it"
    );
    let denied = idea(why, "The survey was not done, people are curious.");
    assert_eq!(denied, None, "a survey that is named is not judged");
}

#[test]
fn a_question_for_a_quantity_wants_one() {
    let asked = idea(
        "How many people would come?",
        "The trial says that they would.",
    );
    assert_eq!(
        asked.as_deref(),
        Some("You say “The trial says that they would”. In numbers, what is that?")
    );
    assert_eq!(
        idea("How many people would come?", "In the trial two in three."),
        None
    );
}

#[test]
fn a_story_is_asked_for_the_tellers_own_part() {
    let ours = story("We wrote two pages, and were told no twice.");
    assert_eq!(
        ours.as_deref(),
        Some("You say “We wrote two pages”. What did you do yourself?")
    );
    assert_eq!(story("I stood at the counter for four days."), None);
    let other = story("I stood at the counter. The queue was a wall.");
    assert_eq!(
        other.as_deref(),
        Some("You say “The queue was a wall”. How do you know?")
    );
}

#[test]
fn two_at_most_and_never_the_same() {
    let mut session = session(CASE, &["Why would anybody come back?", "What next?"]);
    answer(&mut session, "It is cheaper.");
    let first = session.put().expect("a follow-up").text().to_owned();
    answer(&mut session, "It is cheaper.");
    let second = session.put().expect("another").text().to_owned();
    assert_eq!(second, "You say “It is cheaper”. How do you know?");
    assert_ne!(first, second);
    answer(&mut session, "It is cheaper.");
    assert_eq!(
        session.put().expect("the next question").text(),
        "What next?"
    );
}

#[test]
fn odd_answers_are_no_trouble() {
    for given in [
        "",
        "?",
        "…",
        "\u{0}",
        "- \n- ",
        "“”",
        "1.",
        "𝔄 𝔅",
        "because",
        "most",
        "we will",
        "a\n\n\nb",
        "$",
        "%",
        "'",
        "the most",
    ] {
        let _ = idea("Why?", given);
        let _ = story(given);
    }
}
