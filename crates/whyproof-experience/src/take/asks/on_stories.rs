//! Requirements of a job against small stories: what is found, and why.

use whyproof_case::{Scope, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use crate::people::People;
use crate::take::{CriterionTake, Level, Quote, Reading, TakeInput, take};
use crate::{Background, Story, job};

/// It failed, and says so.
const FORM: &str = "\
---
kind: story
owner: Ann
---

# The form

## The hardest part

Reading the eleven reports and seeing that four of them were from me.

## What I did

I designed a form of 23 fields. I watched two nurses try it, in week ten, after it had failed.[^watched]

## What I did not do

I did not ask one nurse before it was built.

## Why it mattered

The audit had found about 30 near misses a month on four wards.[^watched]

## What I learned

People who read reports want other things than people who write them.

[^watched]: observation: https://www.who.int/form
";

/// It went well.
const QUESTION: &str = "\
---
kind: story
owner: Ann
---

# The question

## The hardest part

The director had said no twice, and his reason was good.

## What I did

I listened to 40 calls before I wrote anything.[^calls] I went back to him with one page.

## What I did not do

I did not run it in the largest stores. I did not build the ranking: it would have taken a quarter.

## What happened

Refunds fell from 6.1 % of orders to 3.8 %.[^calls]

## What I learned

Write the strongest no at the top of the page.

[^calls]: measurement: https://www.who.int/calls
";

/// What is found for a requirement, in this story bank.
fn found(requirement: &str, stories: &[&str]) -> CriterionTake {
    let host = MemoryHost::new();
    let stories = stories.iter().enumerate().map(|(at, text)| Story {
        path: format!("stories/{at}.md"),
        case: resolve(parse(text), &host, Scope::default(), &Default::default()),
        notes: None,
    });
    let background = Background {
        life: None,
        stories: stories.collect(),
    };
    let text = format!("Clerk\n\nRequirements\n- {requirement}\n");
    let bars = [job::read(&text).bar("job")];
    let input = TakeInput {
        background: &background,
        bars: &bars,
        job: None,
        people: &People::default(),
        meaning: None,
        all: false,
    };
    let told = take(&input);
    told.bars[0].criteria[0].clone()
}

fn first(requirement: &str) -> Quote {
    let criterion = found(requirement, &[QUESTION, FORM]);
    criterion.found.first().expect(requirement).clone()
}

#[test]
fn what_not_to_build_is_found_under_what_was_not_done() {
    let quote = first("Decide what not to build");
    assert_eq!(
        quote.words,
        "I did not build the ranking: it would have taken a quarter."
    );
    let part = Reading::Part("What I did not do".to_owned());
    assert!(quote.readings.contains(&part), "{:?}", quote.readings);
    assert_eq!(
        found("Decide what not to build", &[QUESTION]).level,
        Level::Claimed
    );
}

#[test]
fn a_failure_is_found_in_the_story_that_failed_and_in_no_other() {
    let asked = "You can tell us about something that failed, and what you did differently";
    let quote = first(asked);
    assert!(quote.words.ends_with("after it had failed."), "{quote:?}");
    let kind = Reading::Kind("something that failed".to_owned());
    assert!(quote.readings.contains(&kind), "{:?}", quote.readings);
    let all = found(asked, &[QUESTION, FORM]);
    assert!(
        all.found.iter().all(|quote| quote.story == Some(1)),
        "{all:?}"
    );
    assert_eq!(all.level, Level::Shown);
    assert_eq!(found(asked, &[QUESTION]).level, Level::NotShown);
}

#[test]
fn what_was_hardest_and_what_was_learned_are_read_by_their_parts() {
    let hard = first("Show us a hard decision");
    assert_eq!(hard.part, "The hardest part");
    let learned = first("Tell us what you learned");
    assert_eq!(learned.part, "What I learned");
}

#[test]
fn numbers_people_and_a_no_are_read_by_their_kinds() {
    let measured = first("Measure whether it worked");
    assert!(measured.words.starts_with("Refunds fell"), "{measured:?}");
    let asked = "Talk to customers, and find out which problem is worth solving";
    let both = found(asked, &[QUESTION, FORM]);
    let hurts = both.found[1].words.as_str();
    assert!(hurts.starts_with("The audit had found"), "{both:?}");
    let asked = first(asked);
    let kind = Reading::Kind("people were asked or watched, and counted".to_owned());
    assert_eq!(asked.readings[0], kind, "{asked:?}");
    let again = first("Go on when people say no");
    assert_eq!(again.story, Some(0), "{again:?}");
}

#[test]
fn a_part_is_not_read_for_what_does_not_ask_for_it() {
    let quote = found("Fluent Japanese", &[QUESTION, FORM]);
    assert_eq!(quote.level, Level::NotShown);
}

#[test]
fn closely_related_asks_for_nothing_that_was_stopped() {
    let role = "3+ years in product management or a closely related role";
    let stopped = QUESTION.replace(
        "I listened to 40 calls before I wrote anything.[^calls]",
        "I stopped it after ten weeks.",
    );
    let criterion = found(role, &[&stopped]);
    assert_eq!(criterion.level, Level::NotShown, "{criterion:?}");
    let missing = criterion.missing.join(" ");
    assert!(!missing.contains("stopped"), "{missing}");
    let stop = "You have stopped or closed something that did not work";
    assert_eq!(found(stop, &[&stopped]).level, Level::Claimed);
}

#[test]
fn drivers_and_dispatchers_are_people_who_are_asked() {
    let rode = QUESTION.replace(
        "I listened to 40 calls before I wrote anything.[^calls]",
        "Interviewed 27 drivers in depots and rode along for three nights.",
    );
    let asked = "Spend time in depots with dispatchers and drivers";
    let criterion = found(asked, &[&rode]);
    let quote = criterion.found.first().expect("a sentence");
    assert!(quote.words.starts_with("Interviewed 27"), "{quote:?}");
}

#[test]
fn a_business_case_was_written_for_others() {
    let wrote = QUESTION.replace(
        "I listened to 40 calls before I wrote anything.[^calls]",
        "Wrote the business case, and the board approved £140,000.",
    );
    let asked = "Write clear product documents that leaders can decide on";
    let criterion = found(asked, &[&wrote]);
    let quote = criterion.found.first().expect("a sentence");
    assert!(quote.words.starts_with("Wrote the business"), "{quote:?}");
}
