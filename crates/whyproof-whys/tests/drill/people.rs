//! What people have asked in the case, and nobody has answered.

use whyproof_case::{Case, WhyState};
use whyproof_whys::drill::{Entry, Journal, Known, Question, Session, into_case, questions};
use whyproof_whys::{Options, View, add, ask, built_in};

use crate::{SETTINGS, answer, case, host, park, skip};

const ASKED: &str = "\
---
kind: idea
owner: R. Okafor
ladder: product-review
---

# Pay the fare

## Case

- A voucher brings most people back. {#voucher}
  - because the trip stops them. {#trip}
  - Why not send a bus? {by=\"Q. Lee\"}
- The programme can afford it. {#afford}

## Questions

### Who else was asked? {by=\"P. Rao\" at=business}

### What does a voucher cost us? {on=#afford by=whyproof}

Two dollars.

### How would the clinic know? {on=#trip by=\"P. Rao\" at=product}

### How many of them come for the trip? {on=#trip by=whyproof}

### Would the clinic know of it? {on=#trip by=whyproof}

### What would I say to the ministry? {on=#afford by=\"r okafor\"}
### And to the donors?

## Impact

Later.
";

fn texts(questions: &[Question]) -> Vec<&str> {
    questions.iter().map(|one| one.text.as_str()).collect()
}

/// Those that stand in the case.
fn open(case: &Case, views: &[View]) -> Vec<Question> {
    let all = questions(case, built_in(), views);
    all.into_iter().filter(|one| one.open.is_some()).collect()
}

#[test]
fn people_come_first_by_what_rests_on_it_then_suggestions() {
    let case = case(ASKED);
    let all = questions(&case, built_in(), &[]);
    let expected = [
        "Why not send a bus?",
        "How would the clinic know?",
        "Who else was asked?",
        "What would I say to the ministry?",
        "And to the donors?",
        "How many of them come for the trip?",
    ];
    assert_eq!(texts(&all)[..expected.len()], expected);
    let barrage = &all[expected.len()..];
    assert!(!barrage.is_empty(), "the barrage comes, too");
    assert!(barrage.iter().all(|one| one.open.is_none()));
    let of = |at: usize| all[at].open.as_ref().expect("a why of the case");
    let loads: Vec<u32> = (0..expected.len()).map(|at| of(at).load).collect();
    assert!(
        loads[0] > loads[2] && loads[..5].is_sorted_by(|one, next| one >= next),
        "{loads:?}"
    );
    assert_eq!(of(1).by.as_deref(), Some("P. Rao"));
    assert_eq!(of(1).at.as_deref(), Some("The product review"));
    assert_eq!(of(2).at.as_deref(), Some("The business review"));
    assert!(!of(1).is_owners && of(3).is_owners && !of(3).is_suggested);
    assert_eq!(of(4).by, None);
    assert!(of(5).is_suggested && of(5).by.is_none());
}

#[test]
fn what_the_case_asks_is_not_asked_twice() {
    let before = case(crate::CASE);
    let options = Options::default();
    let barrage = ask(&before, built_in(), &options).asked;
    // As suggestions, each is asked once, with what the bank knows of it.
    let suggested = case(&add(&before, &barrage));
    let all = questions(&suggested, built_in(), &[]);
    for one in &barrage {
        let same: Vec<_> = all.iter().filter(|other| other.text == one.text).collect();
        assert_eq!(same.len(), 1, "{}", one.text);
        assert_eq!(same[0].good_answer, one.good_answer);
        assert_eq!(same[0].why, one.why);
    }
    // In somebody's name, too, and in other words.
    let text = crate::CASE.replace(
        "## Impact",
        &format!(
            "## Questions\n\n### {} {{by=\"P. Rao\"}}\n\n## Impact",
            barrage[0].text
        ),
    );
    let all = questions(&case(&text), built_in(), &[]);
    let same = all.iter().filter(|other| other.text == barrage[0].text);
    assert_eq!(same.count(), 1);
    assert_eq!(all[0].text, barrage[0].text);
}

#[test]
fn a_point_of_view_drops_suggestions_that_are_none_of_its_and_no_persons_question() {
    let before = case(crate::CASE);
    let all = ask(&before, built_in(), &Options::default()).asked;
    let text = add(&before, &all).replace(
        "## Questions\n",
        "## Questions\n\n### Who else was asked? {by=\"P. Rao\"}\n\n### Says the model so? {by=whyproof}\n",
    );
    let suggested = case(&text);
    let finance = questions(&suggested, built_in(), &[View::Finance]);
    assert_eq!(finance[0].text, "Who else was asked?");
    let found = |text: &str| finance.iter().any(|one| one.text == text);
    assert!(found("Says the model so?"), "nobody knows whose it is");
    for one in &all {
        assert_eq!(
            found(&one.text),
            one.views.contains(&View::Finance),
            "{}",
            one.text
        );
    }
}

#[test]
fn two_that_have_the_same_words_are_two_where_they_are_about_different_things() {
    let text = ASKED
        .replace(
            "### And to the donors?",
            "### How would the clinic know? {on=#afford}",
        )
        .replace(
            "### Who else was asked?",
            "### How would the clinic know? {on=#trip}\n\n### Who else?",
        );
    let case = case(&text);
    let open = open(&case, &[]);
    let same = open
        .iter()
        .filter(|one| one.text == "How would the clinic know?");
    assert_eq!(same.count(), 2);
    let mut session = Session::begin(open, Known::of(&case), SETTINGS, &[]);
    let mut steps = 0;
    while session.put().is_some() {
        skip(&mut session);
        steps += 1;
        assert!(steps < 20, "each is put once");
    }
}

/// A sitting in which every question of the case is answered by `say`, follow-ups are skipped, and it is written.
fn write(text: &str, say: impl Fn(&str) -> String) -> String {
    let before = case(text);
    let mut session = Session::begin(open(&before, &[]), Known::of(&before), SETTINGS, &[]);
    while let Some(put) = session.put() {
        let (depth, text) = (put.depth, put.text().to_owned());
        match depth {
            0 => answer(&mut session, &say(&text)),
            1 => answer(&mut session, "We assume it."),
            _ => skip(&mut session),
        }
    }
    let written = into_case(&before, &host(), &session, &[]);
    assert_eq!(written.left, Vec::<String>::new(), "{}", written.text);
    written.text
}

#[test]
fn an_answer_stands_under_its_why_and_a_suggestion_becomes_the_owners() {
    let text = write(ASKED, |question| match question {
        "How would the clinic know?" => "It is cheaper.".to_owned(),
        "Why not send a bus?" => "Because of the road:\n\n- it is closed\n- in May".to_owned(),
        _ => "We have not measured it.".to_owned(),
    });
    let expected = ASKED
        .replace(
            "  - Why not send a bus? {by=\"Q. Lee\"}\n",
            "  - Why not send a bus? {by=\"Q. Lee\"} {#send-bus}\n\n    Because of the road:\n\n    - it is closed\n    - in May\n\n",
        )
        .replace(
            "at=business}\n",
            "at=business}\n\nWe have not measured it.\n",
        )
        .replace(
            "at=product}\n",
            "at=product}\n\nIt is cheaper.\n\n#### You say “It is cheaper”. How much is that, in numbers?\n\nWe assume it.\n",
        )
        .replace(
            "### How many of them come for the trip? {on=#trip by=whyproof}\n",
            "### How many of them come for the trip? {on=#trip}\n\nWe have not measured it.\n",
        )
        .replace(
            "by=\"r okafor\"}\n### And to the donors?\n",
            "by=\"r okafor\"}\n\nWe have not measured it.\n\n### And to the donors?\n\nWe have not measured it.\n\n### You say “Because of the road”. What else could explain it? {on=#send-bus}\n\nWe assume it.\n",
        );
    assert_eq!(text, expected);
    let (before, after) = (case(ASKED), case(&text));
    assert!(after.verdict.standing >= before.verdict.standing);
    let left = after.whys.iter().filter(|why| why.state == WhyState::Open);
    assert_eq!(left.count(), 0);
}

#[test]
fn a_paragraph_that_asks_is_answered_by_the_next_or_by_a_list() {
    let text = "# T\n\n## Case\n\n### A voucher helps\n\nHow many?\n\nbecause it does.\n\n> ### B\n\n- [ ] Who else? {by=whyproof}\n";
    let one = write(text, |_| "We have not measured it.".to_owned());
    let expected = text
        .replace("How many?\n", "How many?\n\nWe have not measured it.\n")
        .replace(
            "Who else? {by=whyproof}\n",
            "Who else?\n\n  We have not measured it.\n",
        );
    assert_eq!(one, expected);
    let two = write(text, |_| "Because we\nhave not measured it.".to_owned());
    assert!(
        two.contains("How many?\n\n- Because we\n  have not measured it.\n\nbecause"),
        "{two}"
    );
    let windows = write(&text.replace('\n', "\r\n"), |_| {
        "We have not measured it.".to_owned()
    });
    assert_eq!(windows, expected.replace('\n', "\r\n"));
}

#[test]
fn what_is_skipped_or_parked_stays_as_it_is_and_what_is_written_is_not_kept_as_lost() {
    let before = case(ASKED);
    let mut session = Session::begin(open(&before, &[]), Known::of(&before), SETTINGS, &[]);
    skip(&mut session);
    park(&mut session);
    let written = into_case(&before, &host(), &session, &[]);
    assert_eq!(written.text, ASKED);
    assert_eq!(written.questions, Vec::<String>::new());
    let question = session.reference().expect("something is put");
    answer(&mut session, "We have not measured it.");
    let written = into_case(&before, &host(), &session, &[]);
    assert_eq!(written.questions, [question.text.as_str()]);
    let after = case(&written.text);
    let given = Entry::Answered {
        question,
        answer: "We have not measured it.".to_owned(),
        seconds: None,
    };
    let added = Entry::Added {
        questions: written.questions,
    };
    let mut journal = String::new();
    for entry in [&given, &added] {
        journal.push_str(&entry.line().expect("a line"));
    }
    let journal = Journal::read(&journal);
    let again = |entries| Session::begin(open(&after, &[]), Known::of(&after), SETTINGS, entries);
    assert_eq!(again(&journal.entries[..1]).kept().len(), 1);
    assert_eq!(again(&journal.entries).kept(), []);
}
