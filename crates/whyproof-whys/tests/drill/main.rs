//! The drill: follow-ups, measures, resuming, and answers that get into the case whole.

mod events;
mod follow_ups;
mod into_case;
mod measures;
mod people;

use whyproof_case::{Case, Computed, Scope, WhyKind, resolve};
use whyproof_syntax::{Span, parse};
use whyproof_testing::MemoryHost;
use whyproof_whys::drill::{Entry, Known, Question, Session, Settings};
use whyproof_whys::{Asked, On, Origin};

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the fare

## Case

- A voucher brings most people back. {#voucher}
  - because [78.9%](figure:learned.with) came.[^trial]
- The programme can *afford* it.

## Impact

Later.

[^trial]: measurement: field trial. data/learned.csv
";

fn host() -> MemoryHost {
    MemoryHost::new().file("data/learned.csv", "a\n1\n")
}

fn case(text: &str) -> Case {
    let host = host();
    let scope = Scope::of(&host, "case.md");
    resolve(parse(text), &host, scope, &Computed::default())
}

fn asked(id: &str, text: &str, on: On) -> Question {
    Question::from(Asked {
        id: id.to_owned(),
        kind: WhyKind::of(text),
        scheme: "test".to_owned(),
        on,
        span: Span::default(),
        text: text.to_owned(),
        why: "It is a test.".to_owned(),
        good_answer: "A number and where it comes from.".to_owned(),
        from: Origin::Bank(id.to_owned()),
        load: 0,
        views: Vec::new(),
        order: String::new(),
    })
}

const SETTINGS: Settings = Settings {
    count: None,
    budget: 120,
};

fn session(text: &str, questions: &[&str]) -> Session {
    let questions = questions.iter().enumerate();
    let asked = questions.map(|(at, text)| asked(&format!("q{at}"), text, On::Case));
    Session::begin(asked.collect(), Known::of(&case(text)), SETTINGS, &[])
}

fn answer(session: &mut Session, text: &str) {
    let question = session.reference().expect("something is put");
    session.take(&Entry::Answered {
        question,
        answer: text.to_owned(),
        seconds: None,
    });
}

fn skip(session: &mut Session) {
    let question = session.reference().expect("something is put");
    session.take(&Entry::Skipped { question });
}

fn park(session: &mut Session) {
    let question = session.reference().expect("something is put");
    session.take(&Entry::Parked { question });
}
