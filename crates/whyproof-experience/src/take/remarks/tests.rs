//! Remarks on composed lines.

use crate::background::{Background, Life};
use crate::people::People;
use crate::resume::Resume;
use crate::take::model::{Remark, RemarkKind};
use crate::take::{TakeInput, take};

/// The remarks on a job with these lines.
fn of(lines: &[&str]) -> Vec<Remark> {
    let work = serde_json::json!({"work": [{"name": "Acme", "position": "Clerk", "highlights": lines}],
        "meta": {"whyproof": {"unplaced": [{"text": "Page 2", "from": "imported/resume.txt:40"}],
            "lines": [{"line": lines[0], "from": "imported/resume.txt:12"}]}}});
    let resume = Resume::from_json(&work.to_string()).expect("a résumé");
    let own = resume.own().expect("own keys");
    let background = Background {
        life: Some(Life {
            path: "experience.yaml".to_owned(),
            resume,
            own,
        }),
        stories: Vec::new(),
    };
    let input = TakeInput {
        background: &background,
        bars: &[],
        job: None,
        people: &People::default(),
        meaning: None,
        all: false,
    };
    take(&input).remarks
}

fn words(remarks: &[Remark], kind: RemarkKind) -> Vec<&str> {
    let of_kind = remarks.iter().filter(|remark| remark.kind == kind);
    of_kind.map(|remark| remark.words.as_str()).collect()
}

#[test]
fn results_without_numbers_buzzwords_and_lines_without_stories() {
    let lines = [
        "Improved the returns process for shops",
        "Cut returns from 19 minutes to 7",
        "Passionate team player who leveraged synergies",
    ];
    let remarks = of(&lines);
    assert_eq!(words(&remarks, RemarkKind::NoNumber), [lines[0]]);
    assert_eq!(words(&remarks, RemarkKind::Buzzword), [lines[2]]);
    assert_eq!(words(&remarks, RemarkKind::NoStory), [lines[0], lines[1]]);
    assert_eq!(words(&remarks, RemarkKind::Unplaced), ["Page 2"]);
    let imported = remarks
        .iter()
        .find(|remark| remark.words == lines[0])
        .expect("a remark");
    assert_eq!(
        (imported.path.as_str(), imported.line),
        ("imported/resume.txt", Some(12))
    );
    let kinds: Vec<RemarkKind> = remarks.iter().map(|remark| remark.kind).collect();
    assert!(kinds.is_sorted(), "{kinds:?}");
}

#[test]
fn the_same_line_twice_and_a_failure() {
    let lines = [
        "Cut the waiting time at the counter from 19 minutes to 7",
        "Reduced waiting time at the counter from 19 minutes to 7",
        "Shut down the returns desk that I had talked eleven shops into",
        "Sold bread at the market",
    ];
    let remarks = of(&lines);
    assert_eq!(words(&remarks, RemarkKind::Twice), [lines[1]]);
    assert_eq!(words(&remarks, RemarkKind::Failure), [lines[2]]);
}
