//! What is missing, where the next sentence tells it.

use whyproof_case::{Bar, Computed, Criterion, Scope, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use crate::background::{Background, Story};
use crate::people::People;
use crate::take::model::{RemarkKind, Take};
use crate::take::{TakeInput, take};

/// The take of a story that has these words under *What happened*.
fn of(happened: &str) -> Take {
    let text = format!("---\nkind: story\n---\n\n# T\n\n## What happened\n\n{happened}\n");
    let host = MemoryHost::new();
    let case = resolve(parse(&text), &host, Scope::default(), &Computed::default());
    let background = Background {
        life: None,
        stories: vec![Story {
            path: "stories/t.md".to_owned(),
            case,
            notes: None,
        }],
    };
    let criterion = Criterion {
        id: "impact".to_owned(),
        title: "Impact".to_owned(),
        below: String::new(),
        meets: "They say in numbers what came of it.".to_owned(),
        raises: String::new(),
        signals: Vec::new(),
        cues: vec!["returns desk".to_owned(), "shut down".to_owned()],
        questions: Vec::new(),
        from: None,
        wish: false,
    };
    let bar = Bar {
        name: "own".to_owned(),
        title: "Own".to_owned(),
        summary: String::new(),
        over: Vec::new(),
        criteria: vec![criterion],
    };
    take(&TakeInput {
        background: &background,
        bars: &[bar],
        job: None,
        people: &People::default(),
        meaning: None,
        all: false,
    })
}

fn missing(take: &Take) -> String {
    let all = take.bars.iter().flat_map(|bar| &bar.criteria);
    let all: Vec<&str> = all
        .flat_map(|one| &one.missing)
        .map(String::as_str)
        .collect();
    all.join(" ")
}

#[test]
fn what_the_next_sentence_tells_is_not_missing() {
    let first = "I shut down the returns desk in Leeds.";
    let lacks = "What came of it has no number.";
    let told = missing(&of(&format!("{first} 30% of returns.")));
    assert!(!told.contains(lacks), "{told}");
    for other in [
        "Nobody minded.",
        "Nobody minded. It rained for days. 30% of returns.",
        "\n\n## What I learned\n\n30% of returns.",
    ] {
        let told = missing(&of(&format!("{first} {other}")));
        assert!(told.contains(lacks), "{other}: {told}");
    }
}

#[test]
fn a_word_that_sounds_is_told_by_the_sentence_behind_it() {
    let vague = "We drove synergies across the business.";
    let remarks = |text: &str| {
        let all = of(text).remarks.into_iter();
        all.filter(|one| one.kind == RemarkKind::Buzzword).count()
    };
    assert_eq!(remarks(vague), 1);
    let told = format!("{vague} Eleven shops gave up their own desks.");
    assert_eq!(remarks(&told), 0);
    let other = format!("{vague} It was nice.");
    assert_eq!(remarks(&other), 1);
}
