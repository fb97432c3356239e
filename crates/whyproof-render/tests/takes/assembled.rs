//! A book that is put together from a background and its take.

use whyproof_case::{Case, Computed, Scope};
use whyproof_experience::resume::{LineNote, Own, Resume};
use whyproof_experience::{Background, Life, Remark, RemarkKind, Story, Take};
use whyproof_render::prep::{Assembly, Book, Meeting, Said, assemble};
use whyproof_testing::MemoryHost;

use super::sample;

const STORY: &str = "\
---
kind: story
owner: Kirsi Lahtinen
when: spring 2021
my part: operations lead
share: no company name; order volumes as \"hundreds a week\"
---

# The returns desk

## What I learned

Decide when you will stop.

## The hardest part

Phoning 11 managers.

## What I did

I timed it for 4 days.[^n]

- I called every manager.
  - but two never answered.

[^n]: observation: my notebook.
";

fn case(text: &str) -> Case {
    let host = MemoryHost::default();
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

fn background() -> Background {
    let note = |note: &str| LineNote {
        line: "Ran returns.".to_owned(),
        note: Some(note.to_owned()),
        ..LineNote::default()
    };
    let own = Own {
        lines: vec![note("With Petra."), note(" ")],
        ..Own::default()
    };
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            resume: Resume::default(),
            own,
        }),
        stories: vec![Story {
            path: "stories/returns.md".to_owned(),
            case: case(STORY),
            notes: Some("Say 11 first.".to_owned()),
        }],
    }
}

fn put_together(take: Take, meets: Vec<Meeting>) -> Book {
    let asks = |case: &Case, views: &[String], count: usize| {
        let title = case.title.clone().unwrap_or_default();
        let asked = (0..count).map(|at| {
            (
                format!("Why {at} of {title}, {}?", views.join(" ")),
                "It is asked.".to_owned(),
            )
        });
        asked.collect::<Vec<_>>()
    };
    let background = background();
    assemble(Assembly {
        background: &background,
        take,
        job: None,
        meets,
        debriefs: Vec::new(),
        asks: &asks,
    })
}

#[test]
fn a_sheet_has_the_parts_in_a_storys_order_and_its_numbers() {
    let book = put_together(Take::default(), Vec::new());
    let sheet = &book.stories[0];
    let headings: Vec<&str> = sheet
        .parts
        .iter()
        .map(|(heading, _)| heading.as_str())
        .collect();
    assert_eq!(
        headings,
        ["The hardest part", "What I did", "What I learned"]
    );
    let said = |depth: u8, words: &str| Said {
        depth,
        words: words.to_owned(),
    };
    assert_eq!(
        sheet.parts[1].1,
        [
            said(0, "I timed it for 4 days."),
            said(1, "I called every manager."),
            said(2, "but two never answered.")
        ]
    );
    assert_eq!(
        sheet.numbers,
        ["Phoning 11 managers.", "I timed it for 4 days."]
    );
    assert_eq!(
        sheet.share,
        ["No company name", "Order volumes as \"hundreds a week\""]
    );
    assert_eq!(sheet.notes.as_deref(), Some("Say 11 first."));
    assert_eq!(sheet.hardest.len(), 4);
    assert_eq!(book.person.as_deref(), Some("Kirsi Lahtinen"));
}

#[test]
fn notes_on_lines_are_in_it_and_empty_ones_are_not() {
    let book = put_together(Take::default(), Vec::new());
    let notes: Vec<&str> = book
        .line_notes
        .iter()
        .map(|one| one.note.as_str())
        .collect();
    assert_eq!(notes, ["With Petra."]);
}

#[test]
fn an_interviewer_asks_what_their_criteria_ask_then_whys_of_the_story_to_tell() {
    let meets = Meeting {
        name: "R. Okafor".to_owned(),
        who: "Engineer".to_owned(),
        criteria: vec!["problem".to_owned()],
        views: vec!["engineering".to_owned()],
    };
    let book = put_together(sample::take(), vec![meets]);
    let [one] = book.interviewers.as_slice() else {
        panic!("{:?}", book.interviewers)
    };
    assert_eq!(one.looks_for, ["A specific, defined customer problem"]);
    assert_eq!(
        one.whys[0].question,
        "Who exactly has this problem, and when did you last watch one of them have it?"
    );
    assert_eq!(one.whys[0].story.as_deref(), Some("The returns desk"));
    let last = one.whys.last().expect("a why");
    assert_eq!(last.question, "Why 1 of The returns desk, engineering?");
    assert_eq!(last.asked, "It is asked.");
}

#[test]
fn where_nobody_is_named_somebody_asks_for_the_first_bar() {
    let book = put_together(sample::take(), Vec::new());
    assert_eq!(book.interviewers.len(), 1);
    assert_eq!(book.interviewers[0].looks_for.len(), 7);
}

#[test]
fn what_nothing_speaks_to_is_asked_first_and_once() {
    let mut take = sample::take();
    let again = take.places[1].questions.clone();
    take.places[0].questions.extend(again);
    let book = put_together(take, Vec::new());
    assert_eq!(book.ask_them.len(), 3);
    assert_eq!(
        book.ask_them[0],
        "Who decides when two of the nine want different things?"
    );
}

#[test]
fn a_failure_is_told_with_what_was_learned() {
    let remark = |path: &str| Remark {
        kind: RemarkKind::Failure,
        words: String::new(),
        path: path.to_owned(),
        line: None,
        says: String::new(),
    };
    let remarks = [
        "stories/returns.md",
        "stories/returns.md",
        "stories/gone.md",
    ]
    .map(remark);
    let book = put_together(
        Take {
            remarks: remarks.to_vec(),
            ..Take::default()
        },
        Vec::new(),
    );
    assert_eq!(book.failures.len(), 1);
    assert_eq!(book.failures[0].learned, ["Decide when you will stop."]);
}

#[test]
fn a_why_is_expected_from_one_of_them() {
    let meets = |name: &str| Meeting {
        name: name.to_owned(),
        criteria: vec!["problem".to_owned()],
        ..Meeting::default()
    };
    let book = put_together(sample::take(), vec![meets("One"), meets("Another")]);
    let of_story = |at: usize| {
        let whys = book.interviewers[at].whys.iter();
        let whys = whys.filter(|why| why.asked == "It is asked.");
        whys.map(|why| why.question.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of_story(0).len(), 2);
    assert_eq!(of_story(1).len(), 2);
    let asks = |at: usize| {
        let whys = book.interviewers[at].whys.iter();
        whys.map(|why| why.question.as_str()).collect::<Vec<_>>()
    };
    assert!(asks(0).iter().all(|why| !asks(1).contains(why)));
    // Each has a question on what they both look for.
    assert_eq!((asks(0).len(), asks(1).len()), (3, 3));
}
