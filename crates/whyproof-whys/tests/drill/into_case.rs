use whyproof_case::{Target, WhyState};
use whyproof_whys::On;
use whyproof_whys::drill::{Known, Session, into_case};

use crate::{CASE, SETTINGS, answer, asked, case, host, skip};

fn drilled(text: &str) -> (Session, whyproof_case::Case) {
    let case = case(text);
    let voucher = case.find("voucher").expect("a statement");
    let afford = case
        .statements()
        .find(|(_, s)| s.text.contains("afford"))
        .expect("another")
        .0;
    let questions = vec![
        asked("a", "Why not a letter?", On::Statement(voucher)),
        asked("b", "What does it cost?", On::Statement(afford)),
        asked("c", "Who decides?", On::Case),
    ];
    let mut session = Session::begin(questions, Known::of(&case), SETTINGS, &[]);
    answer(&mut session, "It is cheaper.");
    answer(&mut session, "# By half\nin the pilot.[^trial]");
    answer(&mut session, "Two dollars a visit, in the trial.");
    skip(&mut session);
    (session, case)
}

#[test]
fn answers_are_the_owners_and_the_rest_is_suggested() {
    let (session, case) = drilled(CASE);
    let written = into_case(&case, &host(), &session, &[]);
    let expected = CASE
        .replace("*afford* it.", "*afford* it. {#programme-afford}")
        .replace(
            "## Impact",
            "\
## Questions

### Why not a letter? {on=#voucher}

It is cheaper.

#### You say “It is cheaper”. How much is that, in numbers?

\\# By half
in the pilot.[^trial]

### What does it cost? {on=#programme-afford}

Two dollars a visit, in the trial.

### Who decides? {by=\"whyproof\"}

## Impact",
        );
    assert_eq!(written.text, expected);
    assert_eq!(written.questions.len(), 3);
    let after = crate::case(&written.text);
    let states: Vec<WhyState> = after.whys.iter().map(|why| why.state).collect();
    use WhyState::{Answered, Suggested};
    assert_eq!(states, [Answered, Answered, Answered, Suggested]);
    assert!(matches!(after.whys[1].target, Target::Answer(0)));
    assert_eq!(after.verdict.standing, case.verdict.standing);
    assert!(
        !after
            .diagnostics
            .iter()
            .any(|d| d.id == "dangling-reference")
    );
}

#[test]
fn nothing_is_added_twice_and_questions_go_where_questions_are() {
    let text = CASE.replace(
        "## Impact",
        "## Questions\n\n### Old one?\n\nYes.\n\n## Impact",
    );
    let (session, case) = drilled(&text);
    let written = into_case(&case, &host(), &session, &["Why not a letter?"]);
    assert!(!written.text.contains("Why not a letter?"));
    let old = written.text.find("### Old one?").expect("there");
    let new = written.text.find("### What does it cost?").expect("there");
    let impact = written.text.find("## Impact").expect("there");
    assert!(old < new && new < impact);
    assert_eq!(written.text.matches("## Questions").count(), 1);
}

#[test]
fn a_file_of_windows_keeps_its_line_ends() {
    let (session, case) = drilled(&CASE.replace('\n', "\r\n"));
    let written = into_case(&case, &host(), &session, &[]);
    assert_eq!(written.questions.len(), 3);
    assert_eq!(
        written.text.matches('\n').count(),
        written.text.matches("\r\n").count()
    );
}

#[test]
fn where_nothing_would_be_read_nothing_is_written() {
    let (session, case) = drilled(&format!(
        "{}\n```\nnever closed\n",
        CASE.replace("## Impact", "## More")
    ));
    let written = into_case(&case, &host(), &session, &[]);
    assert_eq!(written.left.len(), 3);
    assert_eq!(written.text, case.source());
}
