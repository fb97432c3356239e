//! A take on screens of several widths.

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;
use whyproof_experience::debrief::{Coverage, Covered, Heard, Went};
use whyproof_experience::{
    BarTake, CriterionTake, Gap, Judged, Judgement, Level, Quote, Reading, Remark, RemarkKind,
    Strong, Take,
};

use super::write;

/// A bar whose words are all `words`.
fn bar_of(words: &str) -> BarTake {
    let word = || words.to_owned();
    let quote = Quote {
        words: word(),
        path: word(),
        line: Some(3),
        part: word(),
        story: Some(0),
        readings: vec![Reading::Kind(word())],
        evidence: vec![word()],
    };
    let criterion = |level| CriterionTake {
        id: "a".to_owned(),
        title: word(),
        meets: word(),
        below: word(),
        raises: word(),
        questions: vec![word()],
        from: None,
        wish: false,
        read_as: Vec::new(),
        level,
        found: vec![quote.clone(), quote.clone()],
        more: vec![quote.clone(); 2],
        missing: vec![word()],
        people: vec![said(words)],
    };
    BarTake {
        name: "b".to_owned(),
        title: word(),
        criteria: [Level::Shown, Level::Claimed, Level::NotShown]
            .map(criterion)
            .to_vec(),
    }
}

fn said(words: &str) -> Judgement {
    Judgement {
        by: words.to_owned(),
        day: None,
        judged: Some(Judged::Raises),
        note: words.to_owned(),
    }
}

/// A take whose words are all `words`.
fn of(words: &str, bars: usize) -> Take {
    let word = || words.to_owned();
    Take {
        person: Some(word()),
        question: Some(word()),
        signed: Some(word()),
        files: vec![word(); 6],
        bars: vec![bar_of(words); bars],
        strongest: vec![Strong {
            story: 0,
            title: word(),
            path: word(),
            reasons: vec![word()],
            questions: vec![word()],
        }],
        gaps: vec![
            Gap {
                bar: "b".to_owned(),
                criterion: "a".to_owned(),
                title: word(),
                untold: Some(word()),
                open: false,
                steps: vec![word()]
            };
            7
        ],
        remarks: vec![
            Remark {
                kind: RemarkKind::Buzzword,
                words: word(),
                path: word(),
                line: Some(1),
                says: word()
            };
            5
        ],
        people: vec![said(words)],
        ..Take::default()
    }
}

/// What was asked about the first criterion of each bar, and about none: each `words`.
fn asked(words: &str, bars: usize) -> Vec<Coverage> {
    let heard = |went| Heard {
        question: words.to_owned(),
        went,
        day: Some(words.to_owned()),
        at: Some(words.to_owned()),
        by: None,
        story: None,
        note: Some("private".to_owned()),
    };
    let covered = Covered {
        criterion: "a".to_owned(),
        title: words.to_owned(),
        asked: vec![heard(Went::Well), heard(Went::Badly), heard(Went::Mixed)],
    };
    let coverage = Coverage {
        criteria: vec![covered],
        other: vec![heard(Went::Mixed)],
    };
    vec![coverage; bars]
}

/// The lines without what colours them.
fn plain(text: &str) -> Vec<String> {
    let bare = anstream::adapter::strip_str(text).to_string();
    bare.lines().map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn no_line_is_wider_than_the_screen_and_nothing_steers_it(words in "\\PC{0,90}|[a-z ]{0,300}", columns in 40usize..120, bars in 1usize..3) {
        let text = write(&of(&words, bars), &asked(&words, bars), columns, false);
        for line in plain(&text) {
            prop_assert!(line.width() <= columns, "{} > {columns}: {line}", line.width());
        }
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let text = write(&of("word", 1), &[], 80, false);
    assert!(text.contains("and two more gaps"), "{text}");
    assert!(text.contains("and two more lines"), "{text}");
    let all = write(&of("word", 1), &[], 80, true);
    assert!(
        !all.contains("more gaps") && !all.contains("more lines"),
        "{all}"
    );
}

#[test]
fn what_was_asked_stands_with_its_criterion_the_worst_first() {
    let text = plain(&write(&of("word", 1), &asked("word", 1), 80, false)).join("\n");
    let about = "  Asked in interviews: three questions, one went badly.
    “word” word, word: it went badly.
    “word” word, word: it was mixed.
    and one more question
";
    assert_eq!(text.matches(about).count(), 1, "{text}");
    let none = "Asked, and about none of these\n  “word” word, word: it was mixed.";
    assert!(text.contains(none), "{text}");
    assert!(!text.contains("private"), "{text}");
    let without = plain(&write(&of("word", 1), &[], 80, true)).join("\n");
    assert!(!without.contains("Asked in interviews"), "{without}");
}

#[test]
fn what_steers_a_terminal_does_not_reach_it() {
    let words = "a\u{1b}[31mb\u{7}\u{202e}c";
    let text = write(&of(words, 2), &asked(words, 2), 80, true);
    let bare = plain(&text).join("\n");
    assert!(!bare.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{bare:?}");
}
