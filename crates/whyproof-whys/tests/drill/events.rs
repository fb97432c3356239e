use proptest::prelude::*;
use whyproof_whys::On;
use whyproof_whys::drill::{Draft, Entry, Journal, Known, Session, Settings, State, into_case};

use crate::{CASE, SETTINGS, answer, asked, case, host, park, session, skip};

#[test]
fn a_parked_question_comes_back_once_at_the_end() {
    let mut session = session(CASE, &["One?", "Two?"]);
    park(&mut session);
    assert_eq!(session.put().map(|put| put.number), Some(2));
    skip(&mut session);
    let again = session.put().expect("the parked one");
    assert!(again.is_again);
    assert_eq!(again.text(), "One?");
    park(&mut session);
    assert!(session.put().is_none());
    assert!(!session.is_over(), "it waits for the next sitting");
}

#[test]
fn the_report_says_what_held_what_wavered_and_what_to_prepare() {
    let mut session = session(
        CASE,
        &["Why so?", "Why now?", "Who agrees?", "What for?", "Where?"],
    );
    answer(&mut session, "In the trial 79 of 100 came.");
    answer(&mut session, "The queue is a wall.");
    answer(&mut session, "Everything waits there.");
    answer(&mut session, "It is a place of waiting.");
    answer(&mut session, "I do not know.");
    skip(&mut session);
    session.take(&Entry::Quit);
    assert!(session.put().is_none());
    let report = session.report();
    let of = |lines: &[whyproof_whys::drill::Line]| -> Vec<String> {
        lines
            .iter()
            .map(|l| format!("{}: {}", l.question, l.reasons.join(" ")))
            .collect()
    };
    same(
        &of(&report.held),
        &["Why so?: It names evidence: “trial” and it gives numbers: “79” and “100 came”."],
    );
    same(
        &of(&report.wavered),
        &["Why now?: Asked how you know “The queue is a wall”, it names no evidence."],
    );
    same(
        &of(&report.prepare),
        &[
            "Who agrees?: You said “do not know”: an honest end. Find it out before the room asks.",
            "What for?: You skipped it.",
        ],
    );
    assert_eq!(report.not_reached, 1);
}

fn same(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected);
}

#[test]
fn a_journal_is_read_line_by_line() {
    let mut text = Entry::Quit.line().expect("a line");
    text.push_str("nonsense\n");
    text.push_str("{\"event\":\"answered\",\"ques");
    let journal = Journal::read(&text);
    assert_eq!(journal.entries, [Entry::Quit]);
    assert_eq!(journal.unread, [2]);
    assert!(journal.is_cut);
    assert!(!journal.is_begun());
    assert_eq!(Draft::read("{\"question\":"), None);
}

/// What somebody does next.
#[derive(Debug, Clone)]
enum Step {
    Answer(String),
    Skip,
    Park,
    Quit,
    /// The program dies; after a half-written line where true.
    Die(bool),
    /// The case changes: a question is gone.
    Change(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let answers = prop_oneof![
        Just("It is cheaper.".to_owned()),
        Just("# A heading\n\n## Another\n```\nfn".to_owned()),
        Just("We counted it {#id by=\"X\"}".to_owned()),
        Just("<!-- never closed\n[x]: y\n---\n===\n<b>".to_owned()),
        "[a-zA-Z0-9 .,#*_`<>\\[\\](){}|=!&;:~+?\"\\\\\n-]{1,80}",
        "\\PC{1,40}",
    ];
    prop_oneof![
        6 => answers.prop_map(Step::Answer),
        1 => Just(Step::Skip),
        1 => Just(Step::Park),
        1 => Just(Step::Quit),
        2 => any::<bool>().prop_map(Step::Die),
        1 => (0usize..4).prop_map(Step::Change),
    ]
}

const QUESTIONS: [&str; 4] = [
    "Why so?",
    "Why not send a *letter* {now}?",
    "How many come back?",
    "Says who?",
];

fn begin(gone: &[usize], journal: &str) -> Session {
    let case = case(CASE);
    let voucher = case.find("voucher").expect("a statement");
    let afford = case
        .statements()
        .find(|(_, s)| s.text.contains("afford"))
        .expect("another")
        .0;
    let ons = [
        On::Statement(voucher),
        On::Statement(afford),
        On::Case,
        On::Passage,
    ];
    let questions = QUESTIONS
        .iter()
        .zip(ons)
        .enumerate()
        .filter(|(at, _)| !gone.contains(at));
    let questions = questions.map(|(at, (text, on))| asked(&format!("q{at}"), text, on));
    let journal = Journal::read(journal);
    let settings = Settings {
        count: Some(3),
        ..SETTINGS
    };
    Session::begin(
        questions.collect(),
        Known::of(&case),
        settings,
        journal.open(),
    )
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_sequence_of_events_loses_an_answer(steps in prop::collection::vec(step(), 1..14)) {
        let mut journal = String::new();
        let mut gone = Vec::new();
        let mut given: Vec<String> = Vec::new();
        let mut session = begin(&gone, &journal);
        for step in steps {
            let question = session.reference();
            let entry = match (step, question) {
                (Step::Die(half), _) => {
                    if half {
                        journal.push_str("{\"event\":\"answered\",\"question\":{\"id\":");
                    }
                    session = begin(&gone, &journal);
                    continue;
                }
                (Step::Change(at), _) => {
                    gone.push(at);
                    session = begin(&gone, &journal);
                    continue;
                }
                (_, None) => continue,
                (Step::Answer(answer), Some(question)) => {
                    given.push(answer.clone());
                    Entry::Answered { question, answer, seconds: Some(3) }
                }
                (Step::Skip, Some(question)) => Entry::Skipped { question },
                (Step::Park, Some(question)) => Entry::Parked { question },
                (Step::Quit, _) => Entry::Quit,
            };
            // As the program does: a line of its own after one that was cut off.
            if Journal::read(&journal).is_cut {
                journal.push('\n');
            }
            journal.push_str(&entry.line().expect("a line"));
            session.take(&entry);
        }
        let session = begin(&gone, &journal);
        let mut kept: Vec<String> = session.kept().iter().map(|kept| kept.answer.clone()).collect();
        for thread in session.threads() {
            kept.extend(thread.turns.iter().map(|turn| turn.answer.clone()));
        }
        let (mut all, mut expected) = (kept, given);
        all.sort();
        expected.sort();
        prop_assert_eq!(all, expected);

        // And into the case, where every letter of what was answered stands in its why.
        let case = case(CASE);
        let host = host();
        let written = into_case(&case, &host, &session, &[]);
        prop_assert_eq!(&written.left, &Vec::<String>::new());
        let after = crate::case(&written.text);
        for thread in session.threads().filter(|thread| thread.state != State::Waiting) {
            let asked = after.whys.iter().position(|why| why.text == thread.question.text);
            prop_assert!(asked.is_some(), "{}", written.text);
            for (turn, why) in thread.turns.iter().zip(after.whys.iter().skip(asked.unwrap_or(0))) {
                let read = why.answer.as_deref().unwrap_or("");
let typed = letters(&turn.answer);
                let whole = letters(&written.text).contains(&typed);
                prop_assert!(whole && letters(read).len() <= typed.len(), "{}", &written.text);
                let markup = turn.answer.contains("](") || turn.answer.contains("[^");
                let listed = turn.answer.contains([')', '.']);
                prop_assert!(markup || listed || typed == letters(read), "{}", &written.text);
            }
        }
        let again = into_case(&after, &host, &session, &written.questions.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(again.text, written.text);
    }
}
