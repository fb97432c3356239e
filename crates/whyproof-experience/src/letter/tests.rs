use whyproof_case::{Scope, resolve};
use whyproof_syntax::parse;
use whyproof_testing::MemoryHost;

use super::{LetterInput, letter, phrases};
use crate::background::{Background, Story};
use crate::take::{BarTake, CriterionTake, Level, Quote, Reading};

const STORY: &str = "---\nkind: story\nowner: \"Ann: Example\"\n---\n\n# The desk\n\n## What happened\n\nReturns fell from 9 to 4 a day.[^count]\n\n[^count]: measurement: my tally. notes/count.csv\n";

fn background() -> Background {
    let host = MemoryHost::new()
        .file("me/stories/desk.md", STORY)
        .file("me/stories/notes/count.csv", "day,returns\n1,9\n")
        .file("me/whyproof.toml", "");
    let scope = Scope::of(&host, "me/stories/desk.md");
    let case = resolve(parse(STORY), &host, scope, &Default::default());
    Background {
        life: None,
        stories: vec![Story {
            path: "stories/desk.md".to_owned(),
            case,
            notes: None,
        }],
    }
}

fn quote(words: &str, evidence: &[&str]) -> Quote {
    Quote {
        words: words.to_owned(),
        path: "stories/desk.md".to_owned(),
        line: Some(9),
        part: "What happened".to_owned(),
        story: Some(0),
        readings: vec![Reading::Kind("a number before and after".to_owned())],
        evidence: evidence.iter().map(|label| (*label).to_owned()).collect(),
    }
}

fn criterion(id: &str, level: Level, found: Vec<Quote>) -> CriterionTake {
    CriterionTake {
        id: id.to_owned(),
        title: id.to_owned(),
        meets: format!("You can {id}."),
        below: String::new(),
        raises: String::new(),
        questions: Vec::new(),
        from: Some(format!("You can {id}.")),
        level,
        found,
        more: 0,
        missing: Vec::new(),
        people: Vec::new(),
    }
}

fn take(criteria: Vec<CriterionTake>) -> BarTake {
    BarTake {
        name: "job".to_owned(),
        title: "Job".to_owned(),
        criteria,
    }
}

fn written(take: &BarTake) -> Option<super::Letter> {
    let background = background();
    letter(&LetterInput {
        job: "Product # Manager",
        job_path: "job.txt",
        take,
        background: &background,
        may: &|quote| (!quote.words.contains("secret")).then(|| quote.words.clone()),
        link: &str::to_owned,
    })
}

#[test]
fn a_letter_is_a_case_with_the_persons_sentences_and_their_evidence() {
    let take = take(vec![
        criterion(
            "count",
            Level::Claimed,
            vec![quote("I asked # 40 people.", &[])],
        ),
        criterion("sing", Level::NotShown, vec![]),
        criterion(
            "measure",
            Level::Shown,
            vec![
                quote("Returns fell from 9 to 4 a day.", &["count"]),
                quote("The secret was paint.", &[]),
                quote("I asked # 40 people.", &[]),
                quote("We kept *it*.", &["count"]),
            ],
        ),
    ]);
    let letter = written(&take).expect("a letter");
    assert_eq!(letter.unanswered, ["You can count.", "You can sing."]);
    assert_eq!(
        letter.markdown,
        "---\nkind: idea\nowner: \"Ann: Example\"\n---\n\n# Product \\# Manager\n\n## Customer problem\n\nYou ask for this:[^job]\n\n> You can measure.\n\n## Case\n\n### Returns fell from 9 to 4 a day.[^1-count]\n\n- because I asked \\# 40 people.\n- because We kept \\*it\\*.[^1-count]\n\n## Decision\n\nI would like to talk about it with you.\n\n[^job]: research: the job description. job.txt\n\n[^1-count]: measurement: my tally. stories/notes/count.csv\n"
    );
}

#[test]
fn a_letter_has_no_word_that_is_nobodys() {
    let take = take(vec![criterion(
        "measure",
        Level::Shown,
        vec![quote("Returns fell from 9 to 4 a day.", &["count"])],
    )]);
    let letter = written(&take).expect("a letter");
    let host = MemoryHost::new()
        .file("me/job.txt", "x")
        .file("me/stories/notes/count.csv", "day,returns\n1,9\n");
    let case = resolve(
        parse(&letter.markdown),
        &host,
        Scope::of(&host, "me/letter.md"),
        &Default::default(),
    );
    assert!(case.diagnostics.is_empty(), "{:?}", case.diagnostics);
    assert_eq!(case.verdict.standing, whyproof_case::Standing::Assumed);
    assert!(
        case.evidence.iter().all(|one| one.counts()),
        "{:?}",
        case.evidence
    );
    let known = [
        "You can measure.",
        "Returns fell from 9 to 4 a day.",
        "my tally. stories/notes/count.csv",
        "job.txt",
        "Product # Manager",
        "Ann: Example",
    ];
    for text in &case.parse.document.texts {
        let words = text.words.text.trim();
        let is_heading = matches!(words, "Customer problem" | "Case" | "Decision");
        let known = known
            .iter()
            .copied()
            .chain(phrases())
            .any(|known| !known.is_empty() && words.contains(known));
        assert!(is_heading || known, "{words}");
    }
}

#[test]
fn nothing_to_say_is_no_letter() {
    assert_eq!(
        written(&take(vec![criterion("sing", Level::NotShown, vec![])])),
        None
    );
    assert_eq!(
        written(&take(vec![criterion(
            "keep",
            Level::Shown,
            vec![quote("It is secret.", &[])]
        )])),
        None
    );
}
