use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;
use whyproof_case::{Scope, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use super::{Letter, LetterInput, letter, phrases};
use crate::background::{Background, Life, Story};
use crate::resume::Resume;
use crate::take::{BarTake, CriterionTake, Level, Quote, Reading, Remark, RemarkKind};

const DESK: &str = "---\nkind: story\nowner: \"Ann: Example\"\n---\n\n# The desk\n\n## The hardest part\n\nNobody wanted it.\n\n## What I did\n\nIt was wet. I counted 40 returns # by hand. They were late.\n\n## Why it mattered\n\nA customer waited nine days for her money.\n\n## What happened\n\nReturns fell from 9 to 4 a day.[^count] So we kept it.\n\n[^count]: measurement: my tally. notes/count.csv\n";
const FORM: &str = "---\nkind: story\n---\n\n# The form\n\n## What I did\n\nI drew a form of 23 fields.\n\n## What happened\n\nIn three months there were 11 reports.\n";
const LINE: &str = "Packed 300 parcels a shift";

fn background() -> Background {
    let host = MemoryHost::new();
    let story = |path: &str, text: &str| {
        let scope = Scope::of(&host, path);
        let case = resolve(parse(text), &host, scope, &Default::default());
        let path = path.to_owned();
        Story {
            path,
            case,
            notes: None,
        }
    };
    let value = json!({
        "basics": {"name": "Ann: Example", "email": "ann@example.org", "location": {"city": "Leeds"}},
        "work": [{"name": "Acme * Sons", "highlights": [LINE]}],
    });
    let resume = Resume::from_json(&value.to_string()).expect("a résumé");
    Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            own: resume.own().expect("own keys"),
            resume,
        }),
        stories: vec![
            story("stories/desk.md", DESK),
            story("stories/form.md", FORM),
        ],
    }
}

fn quote(words: &str, story: Option<usize>) -> Quote {
    Quote {
        words: words.to_owned(),
        path: String::new(),
        line: None,
        part: String::new(),
        story,
        readings: vec![Reading::Kind("a number before and after".to_owned())],
        evidence: Vec::new(),
    }
}

fn criterion(asks: &str, level: Level, found: Vec<Quote>) -> CriterionTake {
    CriterionTake {
        id: asks.to_owned(),
        title: asks.to_owned(),
        meets: String::new(),
        below: String::new(),
        raises: String::new(),
        questions: Vec::new(),
        from: Some(asks.to_owned()),
        wish: false,
        read_as: Vec::new(),
        level,
        found,
        more: Vec::new(),
        missing: Vec::new(),
        people: Vec::new(),
    }
}

fn failure() -> Remark {
    Remark {
        kind: RemarkKind::Failure,
        words: String::new(),
        path: "stories/form.md".to_owned(),
        line: None,
        says: String::new(),
    }
}

fn written(criteria: Vec<CriterionTake>, background: &Background) -> Option<Letter> {
    let take = BarTake {
        name: "job".to_owned(),
        title: "Job".to_owned(),
        criteria,
    };
    letter(&LetterInput {
        lang: None,
        design: Some("modern"),
        job: "Product # Manager",
        company: Some("Harbor"),
        day: Some("27 November 2026"),
        take: &take,
        remarks: &[failure()],
        background,
        may: &|words, _| (!words.contains("secret")).then(|| words.to_owned()),
    })
}

fn criteria(asks_failure: bool) -> Vec<CriterionTake> {
    let last = if asks_failure {
        "Tell us about something that failed."
    } else {
        "You can draw."
    };
    vec![
        criterion("You can sing.", Level::NotShown, vec![]),
        criterion(
            last,
            Level::Shown,
            vec![quote("I drew a form of 23 fields.", Some(1))],
        ),
        criterion(
            "You can measure.",
            Level::Claimed,
            vec![quote("Returns fell from 9 to 4 a day.", Some(0))],
        ),
        criterion("You can pack.", Level::Claimed, vec![quote(LINE, None)]),
    ]
}

#[test]
fn a_letter_reads_as_a_letter_and_each_paragraph_is_one_story() {
    let letter = written(criteria(true), &background()).expect("a letter");
    assert_eq!(
        letter.markdown,
        "---\nkind: letter\nowner: \"Ann: Example\"\ndesign: modern\n---\n\n**Ann: Example**\\\nann@example.org · Leeds\n\n27 November 2026\n\nHarbor\n\n**Product \\# Manager**\n\nDear hiring team,\n\nI am applying for the position above. Here is some of what I have done that answers what you ask for.\n\nA customer waited nine days for her money. I counted 40 returns \\# by hand. Returns fell from 9 to 4 a day.\n\nAnd something that did not work: I drew a form of 23 fields. In three months there were 11 reports.\n\nFrom my résumé:\n\nAcme \\* Sons\n\n- Packed 300 parcels a shift\n\nI would like to talk about it with you.\n\nYours sincerely,\n\nAnn: Example\n"
    );
    let tells: Vec<(&str, &str)> = letter
        .tells
        .iter()
        .map(|one| (one.from.as_str(), one.answers.as_str()))
        .collect();
    assert_eq!(
        tells,
        [
            ("stories/desk.md", "You can measure."),
            ("stories/form.md", "Tell us about something that failed."),
            ("Acme * Sons", "You can pack."),
        ]
    );
}

#[test]
fn a_failure_is_told_only_where_the_job_asks_for_one_and_never_leads() {
    let letter = written(criteria(false), &background()).expect("a letter");
    assert!(
        !letter.markdown.contains("23 fields"),
        "{}",
        letter.markdown
    );
    let asked = vec![criteria(true).remove(1)];
    assert_eq!(written(asked, &background()), None);
}

#[test]
fn nothing_to_say_is_no_letter() {
    let none = vec![criterion("sing", Level::NotShown, vec![])];
    assert_eq!(written(none, &background()), None);
}

#[test]
fn a_letter_is_asked_nothing_and_has_no_findings_of_its_form() {
    let letter = written(criteria(true), &background()).expect("a letter");
    let host = MemoryHost::new();
    let scope = Scope::of(&host, "me/letter.md");
    let case = resolve(parse(&letter.markdown), &host, scope, &Default::default());
    assert_eq!(case.kind, whyproof_case::Kind::Letter);
    assert!(case.diagnostics.is_empty(), "{:?}", case.diagnostics);
    assert!(case.statements.is_empty() && case.whys.is_empty());
}

/// A part of a story: sentences of few words, some with numbers, some that lead back.
fn part() -> impl Strategy<Value = String> {
    let sentence = "(I|It|We|A desk|So it) [a-e#*]{1,8} (9|from 9 to 4|[a-c]{1,5}) [a-e]{1,6}[.]";
    proptest::collection::vec(sentence, 0..4).prop_map(|all| all.join(" "))
}

proptest! {
    #[test]
    fn every_line_of_a_letter_is_the_persons_the_jobs_or_a_phrase(
        parts in proptest::collection::vec(part(), 3), line in "[a-e*]{1,9} (40|[a-e]{1,4})",
    ) {
        let mut background = background();
        let text = format!(
            "---\nkind: story\n---\n\n# S\n\n## What I did\n\n{}\n\n## Why it mattered\n\n{}\n\n## What happened\n\n{}\n",
            parts[0], parts[1], parts[2]
        );
        let host = MemoryHost::new();
        background.stories[0].case = resolve(parse(&text), &host, Scope::default(), &Default::default());
        if let Some(life) = &mut background.life
            && let Some(work) = &mut life.resume.work
        {
            work[0].highlights = Some(vec![line.clone()]);
        }
        let mut known: BTreeSet<String> = background.passages().iter().map(|passage| passage.words.clone()).collect();
        known.extend(phrases().map(str::to_owned));
        known.extend(["Ann: Example", "ann@example.org · Leeds", "27 November 2026", "Harbor", "Product # Manager", "Acme * Sons"].map(str::to_owned));
        let asks = vec![
            criterion("You can measure.", Level::Shown, vec![quote("x", Some(0)), quote(&line, None)]),
            criterion("You failed.", Level::Shown, vec![quote("y", Some(1))]),
        ];
        let Some(letter) = written(asks, &background) else {
            return Ok(());
        };
        let case = resolve(parse(&letter.markdown), &host, Scope::default(), &Default::default());
        for text in &case.parse.document.texts {
            for block in text.words.text.split('\n') {
                // What is known, one after the other, with a space between.
                let mut rest = block.trim();
                while !rest.is_empty() {
                    let begins = known.iter().filter(|one| !one.is_empty() && rest.starts_with(one.as_str()));
                    let Some(longest) = begins.max_by_key(|one| one.len()) else {
                        return Err(TestCaseError::fail(format!("{rest:?} of {block:?}")));
                    };
                    rest = rest[longest.len()..].trim_start();
                }
            }
        }
    }
}
