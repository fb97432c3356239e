//! What a source supports, case by case.

use proptest::prelude::*;
use whyproof_case::{Scope as Place, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use super::number::numbers;
use super::source::Source;
use super::{check, held, more, on_their_word, withdrawn};
use crate::resume::{Own, Resume};
use crate::{Background, Life, Story};

const STORY: &str = "\
---
kind: story
owner: A. Reyes
when: March 2021 – June 2022
my part: product manager; the interviews and the decision were mine
---

# The whiteboard stayed

## What I did

I interviewed 40 nurses about the handover between shifts. My director led the programme. I helped to launch the app on the ward. I wrote the two pages that closed it. I did not manage anybody.

## What I did not do

I never led a team of 12.

## What happened

In the sixth week about 30 nurses used it. The work cost €183,000. Wrong parcels went from [188](figure:a.b) to 25 in 12 weeks. All six tables had a scale.
";

fn refused(source: &str, line: &str) -> Option<Option<String>> {
    held(line, &Source::words("it", source), false).map(|(_, nearest)| nearest)
}

/// Source, line, and what is nearest; an empty one where the line says no more.
const CASES: &[(&str, &str, &str)] = &[
    // Numbers by value and unit.
    ("Cut errors by 40%.", "Cut errors by 40 %", ""),
    ("Cut errors by 40%.", "Cut errors by forty percent", ""),
    ("Cut errors by forty per cent.", "Cut errors by 40%", ""),
    ("Packed 1,200 boxes.", "Packed 1200 boxes", ""),
    (
        "Packed 1 200 boxes in a day.",
        "Packed 200 boxes in a day",
        "",
    ),
    ("Packed twelve hundred boxes.", "Packed 1200 boxes", ""),
    ("Raised $1.2M.", "Raised 1.2 million dollars", ""),
    ("Raised $1.2M.", "Raised €1.2M", "Raised $1.2M."),
    (
        "Cut errors by 40%.",
        "Cut errors by 60%",
        "Cut errors by 40%",
    ),
    (
        "Cut errors by 40%.",
        "Cut errors by 40 points",
        "Cut errors by 40%.",
    ),
    (
        "Interviewed 40 nurses.",
        "Interviewed 60 nurses",
        "Interviewed 40 nurses",
    ),
    ("Interviewed 40 nurses.", "Interviewed forty nurses", ""),
    (
        "Interviewed 40 nurses.",
        "Interviewed 40 doctors",
        "Interviewed 40 nurses.",
    ),
    (
        "Answered mail within 2 hours.",
        "Answered mail within 120 minutes",
        "",
    ),
    (
        "Answered mail within 2 hours.",
        "Answered mail within 2 minutes",
        "Answered mail within 2 hours",
    ),
    ("Ran it for 2 years.", "Ran it for 24 months", ""),
    ("Packed 3–5 boxes.", "Packed 3 to 5 boxes", ""),
    ("Packed 3–5 boxes.", "Packed 5 boxes", "Packed 3–5 boxes"),
    ("Packed between 3 and 5 boxes.", "Packed 3-5 boxes", ""),
    ("A third of them agreed.", "33% of them agreed", ""),
    ("Half of the nurses agreed.", "50% of the nurses agreed", ""),
    // How loosely they are meant.
    (
        "Interviewed about 40 nurses.",
        "Interviewed about 40 nurses",
        "",
    ),
    (
        "Interviewed about 40 nurses.",
        "Interviewed roughly 40 nurses",
        "",
    ),
    (
        "Interviewed about 40 nurses.",
        "Interviewed 40 nurses",
        "Interviewed about 40 nurses",
    ),
    ("Interviewed 40 nurses.", "Interviewed about 40 nurses", ""),
    (
        "Interviewed 40 nurses.",
        "Interviewed over 40 nurses",
        "Interviewed 40 nurses",
    ),
    ("Interviewed 40 nurses.", "Interviewed 40+ nurses", ""),
    (
        "Interviewed nearly 40 nurses.",
        "Interviewed at least 40 nurses",
        "Interviewed nearly 40 nurses",
    ),
    ("Interviewed 40 nurses.", "Interviewed dozens of nurses", ""),
    (
        "Interviewed 12 nurses.",
        "Interviewed dozens of nurses",
        "Interviewed 12 nurses",
    ),
    // What follows from a change.
    ("Errors went from 50 to 30 a week.", "Cut errors by 40%", ""),
    (
        "Errors went from 50 to 30 a week.",
        "Cut errors by 50%",
        "Errors went from 50 to 30 a week.",
    ),
    ("Orders rose from 10 to 20 a day.", "Doubled orders", ""),
    (
        "Orders rose from 10 to 15 a day.",
        "Doubled orders",
        "Orders rose from 10 to 15 a day.",
    ),
    ("Orders doubled.", "Grew orders 2x", ""),
    (
        "Orders rose from 10 to 20 a day.",
        "Reduced orders from 20 to 10 a day",
        "Orders rose from 10 to 20 a day.",
    ),
    // How much of it was theirs.
    (
        "Helped with the label queue.",
        "Led the label queue",
        "Helped with the label queue",
    ),
    (
        "Helped to build the check.",
        "Built the check",
        "Helped to build the check",
    ),
    (
        "Worked on the label queue.",
        "Led the label queue",
        "Worked on the label queue",
    ),
    (
        "Ran the weekly review.",
        "Led the weekly review",
        "Ran the weekly review",
    ),
    ("Led the weekly review.", "Ran the weekly review", ""),
    (
        "Led the weekly review.",
        "Helped with the weekly review",
        "",
    ),
    ("Managed a team of five.", "Led a team of five", ""),
    (
        "Managed to persuade a team of five.",
        "Managed a team of five",
        "Managed to persuade a team of five.",
    ),
    (
        "Helped launch the app.",
        "Launched the app",
        "Helped launch the app",
    ),
    ("Launched the app.", "Helped to launch the app", ""),
    (
        "Co-founded the shop.",
        "Founded the shop",
        "Co-founded the shop",
    ),
    (
        "Joined a lead-time study.",
        "Cut lead time",
        "Joined a lead-time study.",
    ),
    (
        "I asked the ward to close it and led the review.",
        "Led the review",
        "",
    ),
    (
        "Maria led the review of the ward.",
        "Led the review of the ward",
        "Maria led the review of the ward.",
    ),
    (
        "The review of the ward was led by me.",
        "Led the review of the ward",
        "",
    ),
    (
        "The review of the ward was led by Maria.",
        "Led the review of the ward",
        "The review of the ward was led by Maria.",
    ),
    (
        "I did not lead the review of the ward.",
        "Led the review of the ward",
        "I did not lead the review of the ward.",
    ),
    ("We launched the app.", "Launched the app", ""),
    ("I wrote the check.", "Created the check", ""),
    (
        "I watched the check.",
        "Created the check",
        "I watched the check.",
    ),
    // What changed, and how far it reached.
    ("Wrong parcels fell.", "Reduced wrong parcels", ""),
    (
        "Counted wrong parcels.",
        "Reduced wrong parcels",
        "Counted wrong parcels.",
    ),
    (
        "Put a scale under six tables.",
        "Put a scale under all six tables",
        "Put a scale under six tables.",
    ),
    (
        "Put a scale under every table.",
        "Put a scale under all tables",
        "",
    ),
    (
        "Wrote the sales guide.",
        "Wrote the company-wide sales guide",
        "Wrote the sales guide.",
    ),
    ("Sold in four countries.", "Sold globally", ""),
    ("Answered mail every week.", "Answered mail weekly", ""),
    (
        "Wrote the guide.",
        "Wrote the guide, by the best practice",
        "",
    ),
];

#[test]
fn a_line_says_no_more_than_its_source() {
    let mut wrong = Vec::new();
    for (source, line, nearest) in CASES {
        let found = refused(source, line);
        let expected = (!nearest.is_empty()).then(|| Some((*nearest).to_owned()));
        if found != expected {
            wrong.push(format!(
                "{source:?} / {line:?}: {found:?}, not {expected:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn without_a_source_numbers_and_words_of_scope_are_refused() {
    let says = |line| held(line, &Source::default(), false).map(|(says, _)| says);
    assert_eq!(
        says("Led a team of 12, and grew sales").as_deref(),
        Some("“Led”, “12” and “grew” need a source: tie the line to a story that tells it.")
    );
    assert_eq!(says("Wrote the sales guide"), None);
    assert_eq!(says("Reviewed the B2B leads"), None);
    assert_eq!(held("ISO 9001", &Source::default(), true), None);
}

fn background(lines: &[&str], own: &str) -> Background {
    let host = MemoryHost::new();
    let case = resolve(
        parse(STORY),
        &host,
        Place::of(&host, "stories/a.md"),
        &Default::default(),
    );
    let text = format!(
        "{{\"work\": [{{\"name\": \"Acme\", \"highlights\": {}}}], \"meta\": {{\"whyproof\": {own}}}}}",
        serde_json::to_string(lines).expect("lines")
    );
    let resume = Resume::from_json(&text).expect("a résumé");
    let own = resume.own().expect("own keys");
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            resume,
            own,
        }),
        stories: vec![Story {
            path: "stories/a.md".to_owned(),
            case,
            notes: None,
        }],
    }
}

fn nearest(line: &str) -> Option<Option<String>> {
    let own = format!("{{\"lines\": [{{\"line\": {line:?}, \"story\": \"stories/a.md\"}}]}}");
    let refusals = check(&background(&[line], &own));
    refusals.into_iter().next().map(|one| one.nearest)
}

#[test]
fn a_tied_line_rests_on_what_its_story_tells() {
    let none = None;
    assert_eq!(nearest("Interviewed 40 nurses about handovers"), none);
    assert_eq!(nearest("Cut wrong parcels from 188 to 25"), none);
    assert_eq!(nearest("Cut wrong parcels by 87%"), none);
    assert_eq!(nearest("Wrote the two pages that closed it"), none);
    assert_eq!(
        nearest("Launched the app on the ward"),
        Some(Some("Helped to launch the app on the ward".to_owned()))
    );
    assert_eq!(
        nearest("Led the programme"),
        Some(Some("My director led the programme.".to_owned()))
    );
    // What was left undone is told, and supports nothing.
    assert!(nearest("Led a team of 12").is_some());
    assert_eq!(
        nearest("30 nurses used it in the sixth week"),
        Some(Some("About 30 nurses used it in the sixth week".to_owned()))
    );
}

#[test]
fn an_imported_line_is_its_own_source_and_that_of_what_it_is_changed_to() {
    let own = r#"{"lines": [{"line": "Helped with the sales of 40 boxes to schools", "from": "imported/a.txt:1"}]}"#;
    let said = |lines: &[&str]| check(&background(lines, own));
    assert_eq!(said(&["Helped with the sales of 40 boxes to schools"]), []);
    assert_eq!(
        said(&["Helped with the sales // of 40 boxes to schools"]),
        []
    );
    let refusals = said(&["Led the sales of 40 boxes to schools"]);
    assert_eq!(
        refusals[0].nearest.as_deref(),
        Some("Helped with the sales of 40 boxes to schools")
    );
    assert_eq!(
        refusals[0].says,
        "“Led” says more than “Helped with” in the line that it was changed from."
    );
    let refusals = said(&["Led 12 people in another town"]);
    assert_eq!(refusals[0].nearest, None);
}

#[test]
fn what_was_imported_is_its_own_source_wherever_it_was_put() {
    let own = r#"{"unplaced": [{"text": "Grew the society from 35 to 140 members", "from": "imported/a.txt:9"}]}"#;
    let mut background = background(
        &["Grew the society from 35 to 140 members", "Led 12 people"],
        own,
    );
    assert_eq!(check(&background).len(), 1);
    if let Some(life) = &mut background.life {
        life.own.imported = vec!["Other\n\u{2022} Led 12\n  people\n".to_owned()];
    }
    assert_eq!(check(&background), []);
}

#[test]
fn what_was_never_imported_is_the_persons_own_word() {
    let lines = ["Grew sales by 30%", "Kept the rota"];
    let background = background(&lines, "{}");
    assert_eq!(check(&background), []);
    assert_eq!(on_their_word(&background), 1);
}

#[test]
fn a_story_that_is_not_there_is_told() {
    let own = r#"{"lines": [{"line": "Led it", "story": "stories/gone.md"}]}"#;
    let refusals = check(&background(&["Led it"], own));
    assert_eq!(
        refusals[0].says,
        "The story that it is tied to, `stories/gone.md`, is not there."
    );
}

#[test]
fn words_of_others_may_say_no_more() {
    assert_eq!(more("customers", "users"), None);
    assert!(more("helped", "led").is_some());
    assert!(more("a few", "40").is_some());
}

#[test]
fn what_was_withdrawn_is_known_again() {
    let own = Own {
        withdrawn: vec![
            "Led the ward's 40 nurses".to_owned(),
            "Café Zürich".to_owned(),
        ],
        ..Own::default()
    };
    let is = |text| withdrawn(&own, text).is_some();
    assert!(is("In 2021, leading forty nurses of the ward, I wrote it."));
    assert!(is("Led the ward's 40 nurses."));
    assert!(is("At café zürich"));
    assert!(is("I led the ward. It had 40 nurses."));
    assert!(!is("I asked 40 nurses of the ward."));
    assert!(!is("Led the ward. Wrote it. Then 40 nurses came."));
}

#[test]
fn numbers_are_read() {
    let read = |text| -> Vec<String> {
        let found = numbers(text).found.into_iter();
        found
            .map(|it| {
                format!(
                    "{} {}–{} {:?} {:?}",
                    &text[it.at.clone()],
                    it.low,
                    it.high,
                    it.unit,
                    it.hedge
                )
            })
            .collect()
    };
    assert_eq!(read("B2B, 3D, Q3 and one of them"), Vec::<String>::new());
    assert_eq!(read("twenty-three"), ["twenty-three 23–23 Count Exact"]);
    assert_eq!(
        read("a hundred and ten boxes"),
        ["a hundred and ten 110–110 Count Exact"]
    );
    assert_eq!(read("over $3.5k"), ["over $3.5k 3500–3500 Money('$') Over"]);
    assert_eq!(
        read("a 40-minute talk"),
        ["40-minute 2400–2400 Measure(\"s\") Exact"]
    );
    assert_eq!(
        read("up to 5 GB"),
        ["up to 5 GB 5000000000–5000000000 Measure(\"byte\") UpTo"]
    );
    assert_eq!(numbers("fell from 31 a week to 4").changes, [(0, 1)]);
}

fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("led"),
        Just("Helped"),
        Just("launched"),
        Just("all"),
        Just("40"),
        Just("about"),
        Just("%"),
        Just("the"),
        Just("nurses"),
        Just("I"),
        Just("not"),
        Just("from"),
        Just("to"),
        Just("3–5"),
        Just("$2m"),
        Just("doubled"),
        Just("a"),
        Just("third"),
        Just("Maria"),
        Just("by"),
        Just("and"),
        Just(","),
        Just("company-wide"),
        Just("café"),
        Just("boxes"),
    ];
    proptest::collection::vec(word, 1..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_line_equal_to_its_source_is_never_refused(line in line()) {
        prop_assert_eq!(refused(&line, &line), None);
    }

    #[test]
    fn a_number_that_the_source_does_not_have_is_always_refused(line in line()) {
        let more = format!("{line} and 7777 boxes");
        prop_assert!(refused(&line, &more).is_some(), "{}", more);
    }

    #[test]
    fn what_is_nearest_is_supported(source in line(), line in line()) {
        if let Some(Some(nearest)) = refused(&source, &line) {
            prop_assert_eq!(refused(&source, &nearest), None, "{} / {}", source, nearest);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC*", line in "\\PC*") {
        let _ = refused(&text, &line);
        let _ = numbers(&text);
        let _ = crate::cut::lengths(&text);
        let _ = crate::share::Share::read(&text).leaks(&line);
    }
}
