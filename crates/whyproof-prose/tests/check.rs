//! What the checker finds, and that it never fails.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use whyproof_prose::{Checker, Dialect, Issue, Kind};

fn checker(words: &[&str]) -> Checker {
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    Checker::new(Dialect::American, &words)
}

fn spelling(checker: &mut Checker, text: &str) -> Vec<String> {
    let issues = checker.check(text);
    let spelling = issues.iter().filter(|issue| issue.kind == Kind::Spelling);
    spelling
        .map(|issue| text[issue.span.clone()].to_owned())
        .collect()
}

#[test]
fn a_misspelling_is_found_with_a_suggestion() {
    let issues = checker(&[]).check("We recieved the results on Monday.");
    let found = issues.iter().find(|issue| issue.span == (3..11)).unwrap();
    assert_eq!(found.kind, Kind::Spelling);
    assert_eq!(found.rule, "SpellCheck");
    assert!(
        found.suggestions.contains(&"received".to_owned()),
        "{found:?}"
    );
    assert!(!found.message.is_empty());
}

#[test]
fn grammar_is_found_and_mended() {
    let text = "This is an test of the scheme.";
    let issues = checker(&[]).check(text);
    let found = issues.iter().find(|issue| issue.rule == "AnA").unwrap();
    let mut mended = text.to_owned();
    mended.replace_range(found.span.clone(), &found.suggestions[0]);
    assert_eq!(mended, "This is a test of the scheme.");
}

#[test]
fn clean_prose_has_no_issue() {
    let text = "We asked eleven managers. Four of them rang back, and we drove to the others.";
    assert_eq!(checker(&[]).check(text), Vec::<Issue>::new());
}

#[test]
fn words_of_the_workspace_are_accepted() {
    let text = "Zorblax opened the frobnicator. The frobnicator's lid fell on Zorblax’s foot.";
    assert!(!spelling(&mut checker(&[]), text).is_empty());
    assert_eq!(
        spelling(&mut checker(&["Zorblax", "frobnicator"]), text),
        Vec::<String>::new()
    );
    assert_eq!(
        spelling(&mut checker(&["  Zorblax, frobnicator "]), text),
        Vec::<String>::new()
    );
    // Only those.
    let text = "Zorblax opened the frobnicator.";
    assert_eq!(spelling(&mut checker(&["Zorblax"]), text), ["frobnicator"]);
}

#[test]
fn a_word_of_the_workspace_may_begin_a_sentence() {
    let text = "Frobnicators are rare.";
    assert_eq!(
        spelling(&mut checker(&["frobnicators"]), text),
        Vec::<String>::new()
    );
}

#[test]
fn spans_are_exact_after_wide_characters() {
    for before in [
        "🙂👩‍👩‍👧 ok. ",
        "First line.\r\nSecond line.\r\n\r\n",
        "שלום עולם. ",
        "مرحبا بالعالم. ",
        "naïve café, “quoted” — 2.0 km. ",
        "\u{feff}",
        "日本語のテキスト。 ",
        "e\u{301}t\u{e9} ",
        "\t\u{a0}\u{2003}",
    ] {
        let text = format!("{before}We recieved it.");
        let at = before.len() + 3;
        let issues = checker(&[]).check(&text);
        let found = issues.iter().find(|issue| issue.span == (at..at + 8));
        assert!(found.is_some(), "{before:?}: {issues:?}");
    }
}

#[test]
fn dialects_differ_in_spelling() {
    let text = "The colour of the harbour.";
    assert_eq!(spelling(&mut checker(&[]), text), ["colour", "harbour"]);
    assert!(spelling(&mut Checker::new(Dialect::British, &[]), text).is_empty());
    assert_eq!("en-GB".parse(), Ok(Dialect::British));
    assert_eq!(" Canadian".parse(), Ok(Dialect::Canadian));
    let unknown = "scots".parse::<Dialect>().unwrap_err();
    assert!(
        unknown.to_string().contains("american, australian"),
        "{unknown}"
    );
}

#[test]
fn a_dialect_knows_its_words() {
    for word in ["colour", "Harbour", "organisation", "the", "don’t", "J."] {
        assert!(Dialect::British.knows(word), "{word}");
    }
    for word in ["recieved", "zorblax", "", "two words"] {
        assert!(!Dialect::British.knows(word), "{word}");
    }
    assert!(!Dialect::American.knows("colour"));
}

#[test]
fn a_rule_can_be_left_out() {
    let text = "This is an test.";
    assert!(
        checker(&[])
            .check(text)
            .iter()
            .any(|issue| issue.rule == "AnA")
    );
    let mut without = checker(&[]).without(&["AnA", "NoSuchRule"]);
    assert_eq!(without.check(text), Vec::<Issue>::new());
}

#[test]
fn every_thread_finds_the_same() {
    let first = checker(&["Zorblax"]);
    let text = "Zorblax recieved an test. It it was alot.";
    let expected = first.clone().check(text);
    assert!(expected.len() >= 3, "{expected:?}");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let mut own = first.clone();
            let expected = &expected;
            scope.spawn(move || {
                for _ in 0..3 {
                    assert_eq!(&own.check(text), expected);
                }
            });
        }
    });
}

#[test]
fn nothing_to_read_is_nothing_wrong() {
    for text in ["", " ", "\r\n\r\n", "…—", "\0"] {
        assert_eq!(checker(&[]).check(text), Vec::<Issue>::new(), "{text:?}");
    }
}

/// Paragraphs read at once have the issues that each has by itself, at the same places.
#[test]
fn many_texts_are_checked_as_each_would_be() {
    let paragraphs = [
        "We recieved an results on Monday, and the the nurse called back",
        "Reasons",
        "— …",
        "naïve users’ “résumés” were loosing there data 🙂",
        "",
        "An user waited; it was a unfair wait.",
        "The nurse called back",
    ];
    let mut many: Vec<&str> = paragraphs.to_vec();
    let long = "This is an test of the scheme. ".repeat(900);
    many.extend([&*long, "And one that follows, recieved late."]);
    let mut checker = checker(&[]);
    let each: Vec<Vec<Issue>> = many.iter().map(|text| checker.check(text)).collect();
    assert!(each[0].len() >= 3 && each[7].len() >= 900, "{each:?}");
    assert_eq!(checker.check_all(&many), each);
    assert_eq!(checker.check_all(&[]), Vec::<Vec<Issue>>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_checked(texts in prop::collection::vec(prop_oneof![
        any::<Vec<char>>().prop_map(|chars| chars.into_iter().collect::<String>()),
        "[a-zA-Z0-9 .,;:'’\"()%$–—\\r\\n\\t🙂é/@#-]{0,120}",
        "((is|an|the|a|of|to|it|its|there|their|was|not|1st|2nd|km|\\$5|5%|i|we|re) ){0,25}",
    ], 1..4)) {
        let mut checker = checker(&[]);
        for text in &texts {
            let issues = checker.check(text);
            prop_assert!(issues.iter().all(|issue| issue.kind != Kind::Unchecked), "{text:?}");
            for issue in &issues {
                prop_assert!(text.get(issue.span.clone()).is_some());
            }
            prop_assert!(issues.is_sorted_by_key(|issue| issue.span.start));
        }
    }
}
