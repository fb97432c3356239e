//! The interview: what is said becomes the story, in the person's words and nothing but them.

use proptest::prelude::*;
use whyproof_case::{Case, Computed, EvidenceKind, Kind, Scope, resolve};
use whyproof_experience::interview::Interview;
use whyproof_syntax::{NodeKind, Role, parse};
use whyproof_testing::MemoryHost;
use whyproof_whys::drill::{Entry, State};

/// What is said to each question, by its id, until nothing is put.
fn told(answers: &[(&str, &str)]) -> (Interview, Vec<Entry>) {
    let mut interview = Interview::begin(&[]);
    let mut entries = Vec::new();
    while let Some(question) = interview.session().reference() {
        let mut said = answers.iter().filter(|(id, _)| *id == question.id);
        let at = usize::from(question.follow_up.is_some());
        let entry = match said.nth(at) {
            Some((_, answer)) => Entry::Answered {
                question,
                answer: (*answer).to_owned(),
                seconds: None,
            },
            None => Entry::Skipped { question },
        };
        interview.session_mut().take(&entry);
        entries.push(entry);
    }
    (interview, entries)
}

fn case(text: &str) -> Case {
    let host = MemoryHost::new();
    let scope = Scope::of_folder(&host, ".");
    resolve(parse(text), &host, scope, &Computed::default())
}

fn part(case: &Case, role: Role) -> String {
    let part = case.story.iter().find(|part| part.role == role);
    part.map(|part| part.text.clone()).unwrap_or_default()
}

#[test]
fn a_story_has_its_seven_parts_and_what_others_did() {
    let (interview, _) = told(&[
        ("title", "I shut down the returns desk"),
        ("when", "spring 2021 – March 2022"),
        ("my-part", "operations lead; four people"),
        ("hardest", "Phoning eleven managers."),
        ("did", "I timed it for four days."),
        ("did-not", "I never asked why."),
        ("roads", "Scanners: too dear."),
        ("others", "Dana L. wrote the label system."),
        ("mattered", "19 minutes a return."),
        ("happened", "Nineteen minutes became seven."),
        ("learned", "Decide when you will stop."),
        ("proud", "I said stop."),
        (
            "share",
            "no company name;\norder volumes as \"hundreds a week\"",
        ),
    ]);
    let text = interview.story(Some("R. Okafor"));
    let case = case(&text);
    assert_eq!(case.kind, Kind::Story);
    assert_eq!(case.title.as_deref(), Some("I shut down the returns desk"));
    assert_eq!(case.owner.as_deref(), Some("R. Okafor"));
    assert_eq!(case.front.get("when"), Some("spring 2021 – March 2022"));
    assert_eq!(
        case.front.get("my part"),
        Some("operations lead; four people")
    );
    assert_eq!(
        case.front.get("share"),
        Some("no company name; order volumes as \"hundreds a week\"")
    );
    assert_eq!(
        part(&case, Role::DidNotDo),
        "I never asked why. Scanners: too dear."
    );
    assert!(text.contains("\n## What others did\n\nDana L. wrote the label system.\n"));
    assert_eq!(case.story.len(), 7);
    assert!(case.diagnostics.is_empty(), "{:?}", case.diagnostics);
}

/// What somebody names as its confirmation is evidence of what happened; notes that were typed stay notes.
#[test]
fn what_confirms_it_is_a_note_and_typed_notes_stay_notes() {
    let (interview, _) = told(&[
        ("title", "T"),
        (
            "did",
            "I timed it.[^watch]\n[^watch]: observation: my stopwatch, May 2021",
        ),
        ("happened", "Nineteen minutes became seven."),
        ("confirm", "measurement: the till's log, 2022 [x](evil) <b>"),
    ]);
    let text = interview.story(None);
    assert!(text.contains("\nI timed it.[^watch]\n"), "{text}");
    assert!(
        text.contains("Nineteen minutes became seven. [^confirm]\n"),
        "{text}"
    );
    assert!(
        text.contains("\n[^watch]: observation: my stopwatch, May 2021\n"),
        "{text}"
    );
    assert!(!text.contains("Who or what could confirm it?"), "{text}");
    let case = case(&text);
    assert_eq!(case.evidence.len(), 2, "{:?}", case.evidence);
    let errors: Vec<_> = case
        .diagnostics
        .iter()
        .map(|one| one.message.clone())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
}

/// `check` takes a footnote of no kind for no evidence: what was said is an observation where it is not said to be more.
#[test]
fn what_confirms_it_has_a_kind() {
    for (said, kind) in [
        ("Dana L., who ran the desk", EvidenceKind::Observation),
        ("my notebook: May 2021", EvidenceKind::Observation),
        ("https://www.who.int/times", EvidenceKind::Observation),
        ("Measurement: the till's log", EvidenceKind::Measurement),
    ] {
        let (interview, _) = told(&[("title", "T"), ("happened", "It fell."), ("confirm", said)]);
        let text = interview.story(None);
        let case = case(&text);
        let kinds: Vec<_> = case.evidence.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
        let all = case.evidence.iter().all(|one| said.contains(&one.text));
        assert!(
            all && case.evidence.iter().all(|one| one.used == 1),
            "{text}"
        );
    }
}

#[test]
fn follow_ups_ask_once_for_what_is_missing() {
    let mut interview = Interview::begin(&[]);
    let mut follow_ups = Vec::new();
    while let Some(question) = interview.session().reference() {
        let answer = match question.id.as_str() {
            "did" => "We stood at the counter.",
            "mattered" => "It was much slower than before.",
            "happened" => "It fell to 7 because the queue was typing.",
            "when" => "We did it for many months because of rain.",
            _ => "Nothing.",
        };
        follow_ups.extend(question.follow_up.clone());
        interview.session_mut().take(&Entry::Answered {
            question,
            answer: answer.to_owned(),
            seconds: None,
        });
    }
    assert_eq!(
        follow_ups,
        [
            "You say “We stood at the counter”. What did you do yourself?",
            "You say “It was much slower than before”. How much is that, in numbers?",
            "You say “It fell to 7 because the queue was typing”. What else could explain it?",
        ]
    );
}

#[test]
fn what_is_said_to_a_follow_up_is_a_paragraph_of_its_own() {
    let (interview, _) = told(&[
        ("title", "T"),
        ("did", "We stood at the counter."),
        ("did", "I held the watch."),
    ]);
    let text = interview.story(None);
    assert!(
        text.contains("\nWe stood at the counter.\n\nI held the watch.\n"),
        "{text}"
    );
}

#[test]
fn the_same_steps_bring_the_interview_back() {
    let (whole, entries) = told(&[
        ("title", "T"),
        ("hardest", "The phone."),
        ("did", "I rang."),
    ]);
    for cut in 0..=entries.len() {
        let mut interview = Interview::begin(&entries[..cut]);
        for entry in &entries[cut..] {
            let question = interview.session().reference();
            let said = match entry {
                Entry::Answered { question, .. } | Entry::Skipped { question } => question,
                other => panic!("{other:?}"),
            };
            assert_eq!(question.as_ref(), Some(said));
            interview.session_mut().take(entry);
        }
        assert_eq!(interview.story(None), whole.story(None));
    }
    assert!(whole.session().is_over());
    let open = Interview::begin(&entries[..2]);
    assert!(
        open.session()
            .threads()
            .any(|thread| thread.state == State::Waiting)
    );
}

#[test]
fn parts_that_were_not_told_say_what_goes_there_and_are_empty() {
    let (interview, _) = told(&[("title", "T"), ("did", "I rang 4 people.")]);
    let text = interview.story(None);
    let case = case(&text);
    assert_eq!(part(&case, Role::HardestPart), "");
    assert!(text.contains("## The hardest part\n\n<!-- "), "{text}");
    assert!(!text.contains("What others did"), "{text}");
    assert!(text.contains("\nshare: # "), "{text}");
    assert!(case.front.get("share").is_none());
}

/// Answers that try to be something else than words of their section.
const HOSTILE: &[&str] = &[
    "# A heading\n\ntext",
    "## What happened\n\nI won.",
    "Text\n===\nmore",
    "Text\n---\nmore",
    "---\nkind: idea\n---",
    "<!-- a comment --> kept",
    "<script>alert(1)</script>",
    "```sql q\nselect 1\n```",
    "~~~\ncode\n~~~",
    "    four spaces",
    "> quoted",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "words {#id by=\"P. Rao 2026-01-01\"}",
    "- one\n- but two {#x}\n- because three",
    "1. one\n2. two",
    "[^note]: observation: mine",
    "as the notes say[^note]",
    "a [link](https://example.org/x) here",
    "![image](x.png)",
    "[78%](figure:q.x)",
    "\u{1b}[31mred\u{7}\u{0}",
    "a\r\nb\rc",
    "Why did it work?\n\n### Why? {by=\"Somebody\"}",
    "&lt;b&gt; &#35; x",
    "back\\slash \\# and `code`",
    "**Who:** nobody",
    "\u{202e}evil",
    "%%% $$$",
    "+",
    "1.",
    "***",
];

#[test]
fn an_answer_is_words_whatever_it_looks_like() {
    for hostile in HOSTILE {
        holds(hostile, hostile, hostile);
    }
}

/// A story of these answers has no other structure than one of plain words.
fn holds(title: &str, answer: &str, front: &str) {
    let ids = [
        "hardest", "did", "did-not", "roads", "others", "mattered", "happened", "learned", "proud",
    ];
    let mut answers = vec![
        ("title", title),
        ("when", front),
        ("my-part", front),
        ("share", front),
    ];
    answers.extend(ids.map(|id| (id, answer)));
    let (interview, _) = told(&answers);
    let text = interview.story(Some(front));
    let case = case(&text);
    let document = &case.parse.document;
    let headings: Vec<&str> = document
        .texts
        .iter()
        .filter(|text| matches!(text.kind, NodeKind::Heading(_)))
        .map(|text| text.words.text.as_str())
        .collect();
    let sections = document
        .sections
        .iter()
        .filter_map(|section| section.role)
        .count();
    assert_eq!(
        headings.len(),
        document.sections.len() + usize::from(case.title.is_some()),
        "{text}"
    );
    assert_eq!(sections, document.sections.len(), "{text}");
    assert!((7..=8).contains(&sections), "{text}");
    assert_eq!(case.kind, Kind::Story, "{text}");
    assert!(
        document.footnotes.is_empty() && document.fences.is_empty(),
        "{text}"
    );
    assert!(case.whys.is_empty(), "{text}");
    let control = |c: char| c.is_control() && c != '\n';
    assert!(!text.contains(control), "{text:?}");
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    if let Some(kept) = case.front.get("share") {
        let mut rest = letters(answer).chars().collect::<Vec<_>>().into_iter();
        assert!(
            letters(kept).chars().all(|c| rest.any(|other| other == c)),
            "{kept}"
        );
    } else {
        assert_eq!(letters(front), "", "{text}");
    }
    // Every letter that was said is in the file.
    let mut file = text.chars();
    for c in letters(answer).chars() {
        assert!(file.any(|other| other == c), "{c} of {answer:?} in {text}");
    }
    let owner = case.front.get("owner").unwrap_or_default();
    assert_eq!(letters(owner), letters(front), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_is_words(answer in "[ a-z0-9#>*_`~{}\\[\\]()!^:=|<&;\\\\\"'\n\t.-]{1,60}") {
        holds(&answer, &answer, &answer);
    }
}
