//! Debriefs: read with their places, only ever added to, and which criterion each question is about.

use proptest::prelude::*;
use whyproof_case::{Scope, bar};
use whyproof_experience::debrief::{
    Asked, Debrief, HEAD, Went, about_none, added, coverage, is_day, read,
};
use whyproof_testing::MemoryHost;

fn asked(question: &str, went: Went) -> Asked {
    Asked {
        question: question.to_owned(),
        went,
        story: None,
        note: None,
    }
}

fn debrief(at: &str, asked: Vec<Asked>) -> Debrief {
    Debrief {
        day: Some("2026-11-23".to_owned()),
        at: Some(at.to_owned()),
        by: Some("P. Rao".to_owned()),
        asked,
    }
}

#[test]
fn what_is_added_stands_at_the_end_and_the_rest_as_it_was() {
    let mine = "# mine\n- at: Recruiter   # by phone\n  asked:\n    - question: Why us?\n      went: mixed\n# the end";
    let more = debrief(
        "Hiring manager",
        vec![asked("Which part was yours?", Went::Badly)],
    );
    let text = format!("{mine}{}", added(mine, &more).expect("it can be added"));
    assert!(text.starts_with(mine));
    let all = read(&text).expect("readable");
    assert_eq!(all.len(), 2);
    assert_eq!(all[1], more);
    // The same conversation goes on.
    let next = debrief("Hiring manager", vec![asked("And then?", Went::Well)]);
    let text = format!("{text}{}", added(&text, &next).expect("it can be added"));
    let all = read(&text).expect("readable");
    assert_eq!(all.len(), 2);
    assert_eq!(all[1].asked.len(), 2);
}

#[test]
fn a_list_in_another_form_is_left_alone() {
    for text in ["[]\n", "- {at: x, asked: []}\n...\n", "  - asked: []\n"] {
        let error =
            added(text, &debrief("x", vec![asked("Why?", Went::Well)])).expect_err("refused");
        assert!(
            error.reason.contains("after its end") || error.line.is_some(),
            "{error}"
        );
    }
}

#[test]
fn a_key_that_means_nothing_is_refused_with_its_place() {
    let error =
        read("- at: x\n  asked:\n    - question: Why?\n      wnet: well\n").expect_err("refused");
    assert_eq!(error.line, Some(4), "{error:?}");
    assert!(error.reason.contains("wnet"), "{error}");
    let error = read("- asked:\n    - question: Why?\n      went: fine\n").expect_err("refused");
    assert!(error.reason.contains("fine"), "{error}");
    assert!(read("words").is_err());
    assert_eq!(read(HEAD), Ok(Vec::new()));
    assert_eq!(read(""), Ok(Vec::new()));
}

#[test]
fn each_question_is_about_the_criterion_whose_words_it_has() {
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    let bar = bar(&host, &scope, "product-manager").expect("built in");
    let debriefs = [debrief(
        "Hiring manager",
        vec![
            asked(
                "Tell me about a time you persuaded an executive who said no.",
                Went::Badly,
            ),
            asked(
                "What was the metric before, and what did it become?",
                Went::Well,
            ),
            asked(
                "Where were you stuck, and what was the setback?",
                Went::Mixed,
            ),
            asked("Do you like dogs?", Went::Well),
        ],
    )];
    let coverage = coverage(&debriefs, &bar.criteria);
    let about = |id: &str| -> Vec<String> {
        let found = coverage.criteria.iter().find(|one| one.criterion == id);
        found
            .map(|one| {
                one.asked
                    .iter()
                    .map(|asked| asked.question.clone())
                    .collect()
            })
            .unwrap_or_default()
    };
    assert_eq!(about("case").len(), 1, "{coverage:?}");
    assert_eq!(about("impact").len(), 1, "{coverage:?}");
    assert_eq!(about("persistence").len(), 1, "{coverage:?}");
    assert_eq!(coverage.other.len(), 1, "{coverage:?}");
    let case = coverage
        .criteria
        .iter()
        .find(|one| one.criterion == "case")
        .expect("there");
    assert_eq!(
        case.words().as_deref(),
        Some("asked in interviews: one question, it went badly")
    );
    assert!(coverage.criteria.iter().any(|one| one.words().is_none()));
}

proptest! {
    #[test]
    fn any_words_are_read_back(question in "\\PC{1,40}", note in "[ -~\n\t]{0,40}", at in "\\PC{1,20}") {
        let one = Debrief {
            day: None,
            at: Some(at),
            by: None,
            asked: vec![Asked { question, went: Went::Mixed, story: Some("stories/x.md".to_owned()), note: Some(note) }],
        };
        let text = added("", &one).expect("it can be added");
        prop_assert_eq!(read(&text), Ok(vec![one]));
    }
}

#[test]
fn what_is_about_no_criterion_of_any_bar_is_told_once() {
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    let named = |name| bar(&host, &scope, name).expect("built in");
    let debriefs = [debrief(
        "Recruiter",
        vec![
            asked("Do you like dogs?", Went::Well),
            asked("What was the metric before?", Went::Well),
            asked("What is the metric now?", Went::Badly),
            asked("And what was the metric in March?", Went::Well),
        ],
    )];
    let of = |name| coverage(&debriefs, &named(name).criteria);
    let bars = [of("product-manager"), of("environment")];
    let none = about_none(&bars);
    let none: Vec<&str> = none.iter().map(|one| one.question.as_str()).collect();
    assert_eq!(none, ["Do you like dogs?"]);
    assert!(about_none(&[]).is_empty());
    let mut criteria = bars[0].criteria.iter();
    let impact = criteria
        .find(|one| one.asked.len() == 3)
        .expect("the metric");
    let worst = impact.worst_first();
    assert!(worst[0].question.contains("now") && worst[1].question.contains("March"));
    assert_eq!(worst[0].who(), "P. Rao, Recruiter");
}

#[test]
fn a_day_is_written_as_the_file_has_it() {
    assert!(is_day("2026-11-27"));
    for other in [
        "27.11.2026",
        "2026-11-27T10:00",
        "20261127",
        "2026-02-30",
        "",
    ] {
        assert!(!is_day(other), "{other}");
    }
}
