//! A letter is made of the person's words and the job's, and is a case.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use whyproof_case::{Case, Kind, Scope, resolve, sentences};
use whyproof_syntax::{Place, Severity, parse};
use whyproof_testing::MemoryHost;

use super::{LetterInput, PHRASES, letter};
use crate::resume::Resume;
use crate::{Background, Life, Story};

const STORY: &str = "\
---
kind: story
owner: Ann Example
share: no \"Acme\"
---

# The check

## What I did

I interviewed 40 customers about their parcels.[^a] The check was written for Acme. In March I asked customers again.

[^a]: measurement: https://www.who.int/log
";

fn case(text: &str, host: &MemoryHost, path: &str) -> Case {
    resolve(
        parse(text),
        host,
        Scope::of(host, path),
        &Default::default(),
    )
}

fn background(story: &str, lines: &[String]) -> Background {
    let host = MemoryHost::new().file("stories/a.md", story);
    let notes: Vec<_> = lines
        .iter()
        .map(|line| json!({"line": line, "from": "imported/a.txt:1", "story": "stories/a.md"}))
        .collect();
    let value = json!({"basics": {"name": "Ann Example"}, "work": [{"name": "Beta", "highlights": lines}], "meta": {"whyproof": {"lines": notes}}});
    let resume = Resume::from_json(&value.to_string()).expect("a résumé");
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            own: resume.own().expect("own keys"),
            resume,
        }),
        stories: vec![Story {
            path: "stories/a.md".to_owned(),
            case: case(story, &host, "stories/a.md"),
            notes: None,
        }],
    }
}

fn written(background: &Background, asked: &[String]) -> Option<String> {
    let life = background.life.as_ref().expect("a life");
    letter(&LetterInput {
        background,
        resume: &life.resume,
        title: "Product manager",
        asked,
        source: "job.md",
        link: &|path| path.to_owned(),
    })
}

#[test]
fn a_letter_is_a_case_of_the_persons_words() {
    let lines = [
        "Interviewed customers about parcels that came wrong".to_owned(),
        "Swept the hall".to_owned(),
    ];
    let asked = [
        "Interview customers about their parcels.".to_owned(),
        "Fly to the moon.".to_owned(),
    ];
    let text = written(&background(STORY, &lines), &asked).expect("a letter");
    assert_eq!(
        text,
        "---\nkind: idea\nowner: \"Ann Example\"\n---\n\n# Product manager\n\n## Customer problem\n\nYou wrote what needs doing:\n\n\
         - “Interview customers about their parcels.”[^job]\n\n## Case\n\nHere is what I have done that bears on it.\n\n\
         ### Interviewed customers about parcels that came wrong\n\n\
         - because I interviewed 40 customers about their parcels.[^s1]\n- because in March I asked customers again.[^s2]\n\n\
         ## Decision\n\nI would like to talk with you about it.\n\nAnn Example\n\n[^job]: research: job.md\n\n\
         [^s1]: measurement: https://www.who.int/log\n\n[^s2]: stories/a.md\n"
    );
    let host = MemoryHost::new()
        .file("stories/a.md", STORY)
        .file("job.md", "A job.");
    let case = case(&text, &host, "letter.md");
    assert_eq!(case.kind, Kind::Idea);
    assert_eq!(case.claims.len(), 1);
    assert!(
        case.diagnostics
            .iter()
            .all(|one| one.severity != Severity::Error),
        "{:?}",
        case.diagnostics
    );
}

#[test]
fn where_nothing_answers_there_is_no_letter() {
    let lines = ["Swept the hall".to_owned()];
    assert_eq!(
        written(&background(STORY, &lines), &["Fly to the moon.".to_owned()]),
        None
    );
    assert_eq!(written(&background(STORY, &lines), &[]), None);
}

fn plain(words: &str) -> String {
    let words = words.trim().trim_matches(['“', '”']);
    let words = words.strip_prefix("because ").unwrap_or(words);
    words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

proptest! {
    #[test]
    fn every_sentence_is_from_the_input_or_the_list(
        lines in proptest::collection::vec("(Asked|Told|#|But|1\\.) [a-z*_<\\[&{]{1,6} (customers|parcels)[.?]?", 1..5),
        told in proptest::collection::vec("(The|I|Acme|In) [a-z]{1,6} (customers|parcels) [a-z`|>]{1,5}", 1..5),
        asked in proptest::collection::vec("[A-Z][a-z*]{1,6} (customers|parcels)\\.", 1..5),
    ) {
        let story = format!("---\nkind: story\nshare: no \"Acme\"\n---\n\n# A\n\n## What I did\n\n{}.\n", told.join(". "));
        let background = background(&story, &lines);
        let Some(text) = written(&background, &asked) else {
            return Ok(());
        };
        prop_assert!(!text.contains("Acme"));
        let mut may: BTreeSet<String> = lines.iter().chain(&asked).map(|words| plain(words)).collect();
        may.extend(background.passages().iter().map(|one| plain(&one.words)));
        may.extend([&PHRASES.opening, &PHRASES.bridge, &PHRASES.closing].map(|words| plain(words)));
        may.extend(["product manager", "ann example", "customer problem", "case", "decision"].map(str::to_owned));
        let host = MemoryHost::new();
        let case = case(&text, &host, "letter.md");
        prop_assert!(case.diagnostics.iter().all(|one| one.severity != Severity::Error), "{:?}\n{}", case.diagnostics, text);
        for block in &case.parse.document.texts {
            let words = &block.words.text;
            let whole = may.contains(&plain(words));
            let each = sentences(words).into_iter().all(|range| may.contains(&plain(&words[range])));
            prop_assert!(block.place != Place::Body || whole || each, "{:?}\n{}", words, text);
        }
    }
}
