//! The loop: interviewers with criteria of their own, over a story bank.

use std::sync::Arc;

use whyproof_case::{Bar, Computed, Ladder, Scope, bar, built_in_ladders, ladder, resolve};
use whyproof_experience::Story;
use whyproof_experience::debrief::{Asked, Debrief, Went};
use whyproof_experience::rehearsal::{About, Heard, Plan, Rehearsal};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;
use whyproof_whys::View;
use whyproof_whys::drill::Entry;

const RETURNS: &str = "\
---
kind: story
---

# I shut down the returns desk

## The hardest part

Phoning eleven managers who had moved their shelves.

## What I did

I stood at the counter with a stopwatch for four days.

## Why it mattered

Every return took a salesperson off the floor.

## What happened

Nineteen minutes became seven, and returns went up.
";

const PRINTER: &str = "\
---
kind: story
---

# It was my label queue

## What I did

I weighed parcels at the packing table, and found the printer's queue out of order.

## What happened

Wrong parcels fell from nineteen to two a week.
";

const ANSWER: &str = "At the returns desk I phoned eleven managers, stood at the counter with a stopwatch, and got nineteen minutes down to seven. It is in the log.";

struct Bank {
    stories: Vec<Story>,
    ladder: Arc<Ladder>,
    bar: Arc<Bar>,
}

impl Bank {
    fn new(bar_name: &str) -> Bank {
        let host = MemoryHost::new();
        let scope = Scope::of_folder(&host, ".");
        let story = |(path, text): (&str, &str)| Story {
            path: path.to_owned(),
            case: resolve(parse(text), &host, scope.clone(), &Computed::default()),
            notes: None,
        };
        Bank {
            stories: [
                ("stories/returns.md", RETURNS),
                ("stories/printer.md", PRINTER),
            ]
            .map(story)
            .into(),
            ladder: ladder(&host, &scope, "interview-loop").expect("built in"),
            bar: bar(&host, &scope, bar_name).expect("built in"),
        }
    }

    fn plan<'p>(&'p self, debriefs: &'p [Debrief]) -> Plan<'p> {
        Plan {
            ladder: &self.ladder,
            bar: &self.bar,
            stories: &self.stories,
            debriefs,
            bank: whyproof_whys::built_in(),
            count: 4,
            budget: 120,
        }
    }
}

/// Says `answer` to the first question of an interviewer and its follow-ups.
fn answer(rehearsal: &mut Rehearsal<'_>, room: usize, answer: &str) -> (Vec<Entry>, Option<Heard>) {
    let first = rehearsal
        .session(room)
        .and_then(|one| one.reference())
        .expect("a question");
    let mut entries = Vec::new();
    loop {
        let question = rehearsal
            .session(room)
            .and_then(|one| one.reference())
            .expect("a question");
        assert_eq!(question.id, first.id);
        let entry = Entry::Answered {
            question,
            answer: answer.to_owned(),
            seconds: None,
        };
        rehearsal.session_mut(room).expect("there").take(&entry);
        entries.push(entry.clone());
        if let Some(heard) = rehearsal.noted(room, entry) {
            return (entries, Some(heard));
        }
        let next = rehearsal.session(room).and_then(|one| one.reference());
        if next.is_none_or(|next| next.id != first.id) {
            return (entries, None);
        }
    }
}

#[test]
fn the_loop_that_is_built_in_names_criteria_of_its_bar_and_known_views() {
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    for name in built_in_ladders() {
        let ladder = ladder(&host, &scope, name).expect("built in");
        let held = ladder
            .bar
            .as_deref()
            .map(|name| bar(&host, &scope, name).expect("built in"));
        for rung in &ladder.rungs {
            for view in &rung.views {
                assert!(View::named(view).is_some(), "{name}: {view}");
            }
            for id in &rung.criteria {
                let known = held
                    .as_ref()
                    .is_some_and(|bar| bar.criteria.iter().any(|one| one.id == *id));
                assert!(known, "{name}: {id}");
            }
        }
    }
    let interviews = ladder(&host, &scope, "interview-loop").expect("built in");
    assert_eq!(interviews.rungs.len(), 6);
}

#[test]
fn a_story_that_is_told_is_asked_about_before_the_next_criterion() {
    let bank = Bank::new("product-manager");
    let mut rehearsal = Rehearsal::begin(bank.plan(&[]), &[]);
    let (_, heard) = answer(&mut rehearsal, 0, ANSWER);
    let Some(Heard::Tells { story: 0, words }) = heard else {
        panic!("{heard:?}");
    };
    assert!(words.iter().any(|word| word == "counter"), "{words:?}");
    let put = rehearsal
        .session(0)
        .and_then(|one| one.put())
        .expect("a why");
    let about = rehearsal.about(0, &put.question.id).expect("known");
    assert!(matches!(about, About::Story { story: 0, .. }), "{about:?}");
    let asked = rehearsal.session(0).expect("there").threads().count();
    assert_eq!(
        asked, 3,
        "a criterion, a why on its story, and the next criterion"
    );
}

#[test]
fn the_journal_brings_the_loop_back() {
    let bank = Bank::new("product-manager");
    let mut rehearsal = Rehearsal::begin(bank.plan(&[]), &[]);
    let (mut entries, _) = answer(&mut rehearsal, 0, ANSWER);
    let (more, _) = answer(
        &mut rehearsal,
        0,
        "I counted it: 19 before and 7 after, in the log.",
    );
    entries.extend(more);
    let (other, _) = answer(&mut rehearsal, 2, ANSWER);
    entries.extend(other);
    let back = Rehearsal::begin(bank.plan(&[]), &entries);
    for room in 0..6 {
        let ids = |one: &Rehearsal<'_>| -> Vec<String> {
            let session = one.session(room).expect("there");
            session
                .threads()
                .map(|thread| format!("{} {}", thread.question.id, thread.turns.len()))
                .collect()
        };
        assert_eq!(ids(&rehearsal), ids(&back));
        let put = |one: &Rehearsal<'_>| one.session(room).and_then(|session| session.reference());
        assert_eq!(put(&rehearsal), put(&back));
    }
    assert_eq!(rehearsal.report(), back.report());
}

#[test]
fn no_interviewer_asks_what_another_has_put() {
    let bank = Bank::new("product-manager");
    let mut rehearsal = Rehearsal::begin(bank.plan(&[]), &[]);
    let mut put = Vec::new();
    for room in 0..6 {
        while let Some(question) = rehearsal.session(room).and_then(|one| one.reference()) {
            if question.follow_up.is_none() {
                assert!(!put.contains(&question.text), "twice: {}", question.text);
                put.push(question.text.clone());
            }
            answer(&mut rehearsal, room, ANSWER);
        }
    }
    assert!(rehearsal.is_over());
    let report = rehearsal.report();
    assert_eq!(report.rooms.len(), 6);
    assert_eq!(report.untold, [1]);
    assert_eq!(report.told.len(), 1);
    assert!(report.open.is_empty(), "{:?}", report.open);
}

#[test]
fn what_was_really_asked_comes_first_and_what_went_badly_before_the_rest() {
    let bank = Bank::new("product-manager");
    let asked = |question: &str, went| Asked {
        question: question.to_owned(),
        went,
        story: None,
        note: None,
    };
    let debriefs = [Debrief {
        day: Some("2026-11-20".to_owned()),
        at: Some("hiring manager".to_owned()),
        by: Some("P. Rao".to_owned()),
        asked: vec![
            asked("What would you have measured?", Went::Well),
            asked("Which decision was yours alone?", Went::Badly),
        ],
    }];
    let rehearsal = Rehearsal::begin(bank.plan(&debriefs), &[]);
    let session = rehearsal.session(1).expect("the hiring manager");
    let texts: Vec<&str> = session
        .threads()
        .map(|thread| thread.question.text.as_str())
        .collect();
    assert_eq!(
        texts[..2],
        [
            "Which decision was yours alone?",
            "What would you have measured?"
        ]
    );
    let put = session.put().expect("put");
    let Some(About::Asked { by, went, .. }) = rehearsal.about(1, &put.question.id) else {
        panic!("not told that it was asked");
    };
    assert_eq!(
        (by.as_str(), *went),
        ("P. Rao, hiring manager, 2026-11-20", Went::Badly)
    );
}

#[test]
fn another_bar_is_dealt_out_among_interviewers_who_have_none_of_its_criteria() {
    let bank = Bank::new("engineer");
    let rehearsal = Rehearsal::begin(bank.plan(&[]), &[]);
    for room in 0..6 {
        assert!(
            rehearsal
                .session(room)
                .is_some_and(|one| one.put().is_some()),
            "{room} asks nothing"
        );
    }
}

#[test]
fn what_nobody_got_an_answer_on_is_said_with_who_would_have_asked() {
    let bank = Bank::new("product-manager");
    let mut rehearsal = Rehearsal::begin(bank.plan(&[]), &[]);
    let question = rehearsal
        .session(0)
        .and_then(|one| one.reference())
        .expect("put");
    let entry = Entry::Skipped { question };
    rehearsal.session_mut(0).expect("there").take(&entry);
    rehearsal.noted(0, entry);
    let (_, heard) = answer(
        &mut rehearsal,
        0,
        "I like dogs and long walks, and 3 cats. It is in the log.",
    );
    assert_eq!(heard, Some(Heard::Unwritten));
    let report = rehearsal.report();
    assert_eq!(report.unwritten.len(), 1);
    assert_eq!(report.untold, [0, 1]);
    let open: Vec<usize> = report.open.iter().map(|one| one.criterion).collect();
    assert_eq!(open.len(), 6, "all but ownership: {open:?}");
}
