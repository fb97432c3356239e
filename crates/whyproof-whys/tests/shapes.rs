//! Every shape of a sentence is asked about in a case, and is left alone where its words are another thing.

#![allow(clippy::unwrap_used, reason = "a test reads files of the crate")]

mod texts;

use whyproof_whys::{Bank, Options, Origin, ask};

const QUESTIONS: &str = include_str!("../questions/shapes.toml");
/// The files of shapes.
const SHAPES: &[&str] = &[
    include_str!("../shapes/counts.toml"),
    include_str!("../shapes/money.toml"),
    include_str!("../shapes/plans.toml"),
];

/// The shape, where it stands, what stands there, the question.
const ASKED: &[(&str, &str, &str, &str)] = &[
    (
        "base",
        "reason",
        "three of our last five night incidents came from the old depot",
        "“three of our last five night incidents came from the old depot”: and of the cases in which nothing went wrong, how many were like that?",
    ),
    (
        "chance",
        "reason",
        "on the new line 1 of 84 rides was late, and on the old one 5 of 112",
        "1 of 84 against 5 of 112: how do you know that it is not chance?",
    ),
    (
        "few-events",
        "reason",
        "the drivers had 2 accidents in seven weeks, after 3 in the seven before",
        "2 accidents in seven weeks, after 3 in seven before: how do you know that it is not chance?",
    ),
    (
        "few-bad",
        "reason",
        "only 2 of the 93 rides were late",
        "Only 2 of 93 rides were late: over what time did you look, and how many would there be when everybody has it?",
    ),
    (
        "groups",
        "reason",
        "nurses with a ticket leave in 22% of the cases, against 9% of those who have none",
        "“nurses with a ticket leave in 22% of the cases, against 9% of those who have none”: in what else do the two groups differ?",
    ),
    (
        "own-eyes",
        "reason",
        "of 64 rides that I went through by hand, 41 were late",
        "“of 64 rides that I went through by hand, 41 were late”: who else has gone through some of them, and did they come out the same?",
    ),
    (
        "sweeping",
        "reason",
        "nobody takes the bicycle home after a late shift",
        "“nobody takes the bicycle home after a late shift”: how did you find that out, and who comes closest to being an exception?",
    ),
    (
        "only-because",
        "reason",
        "the taxi stand is there only because of the hospital",
        "“the taxi stand is there only because of the hospital”: who says so, and what else would it be needed for?",
    ),
    (
        "off",
        "reason",
        "217 of 1,900 rides (13%) are late",
        "217 of 1,900 is not 13%. Which of the three is wrong?",
    ),
    (
        "volunteered",
        "impact",
        "The depot by the mill put itself forward.",
        "“The depot by the mill put itself forward”: what does that say of those who would never have done so?",
    ),
    (
        "as-first",
        "impact",
        "If all nine depots do as the mill did, nobody waits.",
        "“If all nine depots do as the mill did, nobody waits”: which of them is least like that, and what is left of the sum without it?",
    ),
    (
        "turns",
        "paying reason",
        "one nurse in three will take the night bus",
        "“one nurse in three will take the night bus”: what is that taken from, and what is left at half of it?",
    ),
    (
        "about",
        "reason",
        "a ride by taxi takes about 1.3 times as long",
        "“a ride by taxi takes about 1.3 times as long”: who has measured that, and how far off may it be?",
    ),
    (
        "reckoned",
        "problem",
        "I reckon that half a shift a week is lost.",
        "“I reckon that half a shift a week is lost”: what is that number taken from, and what changes if it is half of it?",
    ),
    (
        "change",
        "reason",
        "reminders cut late rides by 60%",
        "You say that reminders cut late rides by 60%. From what to what is that, and what happened where nothing was done?",
    ),
    (
        "running",
        "decision",
        "Approve £42,000 for the night bus.",
        "£42,000 is what it takes to begin. What does “Night buses” cost a year after that, and who keeps it going?",
    ),
    (
        "people",
        "decision",
        "Approve two of our six drivers until June.",
        "You ask for two of your six drivers. Where does that come from, and what is not done meanwhile?",
    ),
    (
        "not-yet",
        "answer",
        "The union has not answered yet.",
        "“The union has not answered yet”: what will you do if it turns out against you, and why decide before it is known?",
    ),
    (
        "anyway",
        "impact",
        "Fewer than 30 late rides in 2027.",
        "“Fewer than 30 late rides in 2027”: how will you tell what “Night buses” did from what would have happened anyway?",
    ),
    (
        "scaled",
        "reason",
        "two wards take 40 rides a week, scaled to fourteen",
        "“two wards take 40 rides a week, scaled to fourteen”: what will not grow in the same measure?",
    ),
    (
        "tempting",
        "alternative",
        "Shared taxis. Few were ever used. Two of them might just be enough.",
        "Of “Shared taxis” you write: “Two of them might just be enough”. What would have to be so for you to take it after all?",
    ),
    (
        "depends",
        "reason",
        "the county has said that it will pay the drivers",
        "“the county has said that it will pay the drivers”: who has that in writing, and what will you do if it does not come?",
    ),
    (
        "promise",
        "rebuttal",
        "we will put a porter at every stop",
        "“we will put a porter at every stop”: who does that, and is it in what you ask for?",
    ),
];

/// The shape, where it stands, what stands there and is something else, or is answered.
const LEFT: &[(&str, &str, &str)] = &[
    (
        "base",
        "reason",
        "1,910 of 14,300 complaints were of the bus",
    ),
    ("base", "reason", "two of the five complaints said so"),
    (
        "chance",
        "reason",
        "of the new ones 10 of 1,000 were late, of the old 400 of 1,000",
    ),
    (
        "change",
        "reason",
        "reminders cut late rides by 60%, from 10 a week to 4",
    ),
    (
        "groups",
        "reason",
        "of those drawn by lot 22% leave, against 9% of those who have none",
    ),
    ("sweeping", "reason", "nobody should wait for a lift"),
    (
        "turns",
        "reason",
        "one nurse in three will take the night bus",
    ),
    ("reckoned", "problem", "I think that it rains."),
    (
        "running",
        "decision",
        "Approve £42,000, and £3,000 a year for the upkeep.",
    ),
    (
        "people",
        "decision",
        "Approve two drivers more, whom we hire in June.",
    ),
    ("not-yet", "answer", "The union has answered."),
    (
        "anyway",
        "impact",
        "Fewer than 30 late rides in 2027, on lines drawn by lot.",
    ),
    (
        "tempting",
        "alternative",
        "Shared taxis. I'd be tempted if it weren't for the price.",
    ),
    ("depends", "reason", "the county pays the drivers"),
    ("promise", "rebuttal", "we will not run on Sundays"),
];

/// What is asked of a case with `said` in that place.
fn asked(place: &str, said: &str) -> Vec<(String, String)> {
    let claim = if place.starts_with("paying") {
        "The bus pays for itself"
    } else {
        "Nurses want a bus"
    };
    let mut text = format!(
        "---\nkind: idea\nowner: A\n---\n# Night buses\n\n## Customer problem\n\nThe 340 nurses of the late shift wait.\n\n{}\n\n## Case\n\n### {claim}\n\n- because taxis are dear\n",
        if place == "problem" { said } else { "" }
    );
    match place {
        "reason" | "paying reason" => text.push_str(&format!("- because {said}\n")),
        "rebuttal" => text.push_str(&format!("- but stops are dark\n  - but {said}\n")),
        "answer" => text.push_str(&format!("\n## Questions\n\n### Why now?\n\n{said}\n")),
        "alternative" => text.push_str(&format!("\n## Alternatives\n\n{said}\n")),
        "impact" => text.push_str(&format!("\n## Impact\n\n{said}\n")),
        "decision" => text.push_str(&format!("\n## Decision\n\n{said}\n")),
        _ => {}
    }
    let mut bank = Bank::default();
    bank.add("shapes", QUESTIONS).unwrap();
    let from = |from: Origin| match from {
        Origin::Bank(id) | Origin::Model(id) => id,
    };
    let asked = ask(&texts::case(&text), &bank, &Options::default()).asked;
    asked
        .into_iter()
        .map(|one| (from(one.from), one.text))
        .collect()
}

#[test]
fn every_shape_is_asked_about() {
    let mut wrong = Vec::new();
    for (shape, place, said, wanted) in ASKED {
        let asked = asked(place, said);
        let found = (format!("shape-{shape}"), (*wanted).to_owned());
        if !asked.contains(&found) {
            wrong.push(format!("{shape}: {asked:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let shapes: usize = SHAPES
        .iter()
        .map(|file| file.matches("\nname = ").count())
        .sum();
    assert_eq!(
        (shapes, QUESTIONS.matches("\nname = ").count()),
        (ASKED.len(), ASKED.len())
    );
}

#[test]
fn what_is_something_else_is_left_alone() {
    for (shape, place, said) in LEFT {
        let asked = asked(place, said);
        let id = format!("shape-{shape}");
        assert!(
            !asked.iter().any(|(from, _)| *from == id),
            "{said}: {asked:?}"
        );
    }
}

#[test]
fn a_text_that_is_no_case_is_not_looked_at_for_shapes() {
    let mut bank = Bank::default();
    bank.add("shapes", QUESTIONS).unwrap();
    let text = "# Night buses\n\nI reckon that half a shift a week is lost.\n";
    let asked = ask(&texts::case(text), &bank, &Options::default()).asked;
    assert!(asked.is_empty(), "{asked:?}");
}
