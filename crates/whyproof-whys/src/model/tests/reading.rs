use proptest::prelude::*;
use whyproof_case::StatementId;

use super::*;
use crate::model::Dropped;

/// The reply with one question, quoting the figure's sentence.
fn one(question: &str) -> Proposed {
    let quote = "Of those offered a voucher, 78.9% came";
    let line = serde_json::json!({"quote": quote, "question": question});
    reply(&line.to_string())
}

#[track_caller]
fn kept(question: &str) {
    let proposed = one(question);
    let texts: Vec<&str> = proposed
        .kept
        .iter()
        .map(|kept| kept.text.as_str())
        .collect();
    assert_eq!(texts, [question], "{:?}", proposed.dropped);
}

#[track_caller]
fn dropped(question: &str, why: Dropped) {
    let proposed = one(question);
    assert_eq!(proposed.kept, [], "{question}");
    assert_eq!(
        proposed.dropped.into_iter().collect::<Vec<_>>(),
        [(why, 1)],
        "{question}"
    );
}

#[test]
fn a_question_is_tied_to_the_words_that_it_quotes() {
    let proposed = reply(
        r#"{"quote": "“78.9% came, says "P. Rao".", "question": "unused"}
           {"quote": "'those offered a voucher, 78.9%'", "question": "Would they have come without a voucher?"}"#,
    );
    // The first line is no JSON: its quotation marks close the string.
    assert_eq!(proposed.dropped.get(&Dropped::Unreadable), Some(&1));
    let kept = &proposed.kept[0];
    let (case, ..) = asked();
    assert_eq!(
        &case.source()[kept.span.range()],
        "those offered a voucher, 78.9%"
    );
    assert_eq!(kept.on, On::Statement(StatementId(0)));
    assert_eq!(kept.load, case.statement(StatementId(0)).load);
}

#[test]
fn a_quote_is_found_whatever_its_marks_and_through_markup() {
    let quotes = [
        ("says \\\"P. Rao\\\"", "says “P. Rao"),
        ("not the fear of the result.", "not the *fear of the result"),
    ];
    let (case, mut barrage, _) = asked();
    barrage
        .asked
        .push(about(&case, "the trip stops", "Why the trip?"));
    let prompt = prompts(&case, &barrage, &[], &Budget::default()).remove(0);
    for (quote, source) in quotes {
        let line =
            format!(r#"{{"quote": "{quote}", "question": "Who else has seen this happen?"}}"#);
        let mut proposed = Proposed::default();
        read(&case, &barrage, &prompt, &line, &mut proposed);
        assert_eq!(&case.source()[proposed.kept[0].span.range()], source);
    }
}

#[test]
fn what_is_no_quote_of_a_passage_is_dropped() {
    for quote in [
        "Vouchers bring joy",
        "voucher",
        "",
        "Pay the fare",
        "of  those",
    ] {
        let line = serde_json::json!({"quote": quote, "question": "Would they come without it?"});
        let proposed = reply(&line.to_string());
        assert_eq!(proposed.dropped.get(&Dropped::Quote), Some(&1), "{quote:?}");
    }
}

#[test]
fn what_is_in_the_text_may_be_in_a_question() {
    kept("Why did only 78.9% come?");
    kept("Who is P. Rao, and why should I believe it?");
    kept("Is it “the fear of the result” that stops them? How do you know?");
    kept("Why do three in Malawi not return?");
    kept("What would change in two years' time?");
    kept("Isn't it the trip that stops them?");
    kept("Does Malawi's voucher work elsewhere?");
}

#[test]
fn what_is_not_in_the_text_is_dropped() {
    dropped("Why did only 79% come?", Dropped::Figure);
    dropped("Why did 1,000 people come?", Dropped::Figure);
    dropped("Why did half of them come?", Dropped::Figure);
    dropped("Why did four people come?", Dropped::Figure);
    dropped("Why did ½ of them come?", Dropped::Figure);
    dropped("What would Google do about it?", Dropped::Name);
    dropped("Google does it otherwise, why?", Dropped::Name);
    dropped("Did the WHO look at this?", Dropped::Name);
    dropped("Is it cheaper than eBay sells it?", Dropped::Name);
    dropped("Is it a “game changer” for them?", Dropped::Quotation);
    dropped("Is it a 'game changer' for them?", Dropped::Quotation);
    dropped(
        "Why don't they say \"we can't pay\" then?",
        Dropped::Quotation,
    );
}

#[test]
fn what_is_no_question_is_dropped() {
    dropped("They would have come anyway.", Dropped::Question);
    dropped("Why so?", Dropped::Question);
    dropped(
        "Why did they come? Who paid for it? What did it cost?",
        Dropped::Question,
    );
    dropped(
        &format!("Why {}?", "did they come ".repeat(14)),
        Dropped::Question,
    );
}

#[test]
fn what_is_no_text_is_dropped() {
    for question in [
        "Why did `they` come at all?",
        "Why did <b>they</b> come at all?",
        "Why did [they](x) come at all?",
        "# Why did they come at all?",
        "- Why did they come at all?",
        "Why did they come at all {#x}?",
        "Why did *they* come at all?",
        "Why did _they_ come at all?",
        "Why did @they come at all?",
        "Why did $they$ come at all?",
        "Why did &lt;they&gt; come at all?",
        "Why is www.example.com not asked?",
        "Why is http://example.com not asked?",
        "Why did \u{1b}[31mthey come at all?",
        "Why did \u{9b}31mthey come at all?",
        "Why did \u{202e}they come at all?",
        "Why did th\u{200b}ey come at all?",
        "Why did \\u001b they come at all?",
    ] {
        dropped(question, Dropped::Markup);
    }
    kept("Why did they not come & return?");
}

#[test]
fn what_is_asked_already_is_dropped() {
    dropped(
        "How many people were really offered one?",
        Dropped::Repeated,
    );
    let twice =
        r#"{"quote": "offered a voucher", "question": "Would they return without a voucher?"}"#;
    let proposed = reply(&format!("{twice}\n{twice}"));
    assert_eq!(proposed.kept.len(), 1);
    assert_eq!(proposed.dropped.get(&Dropped::Repeated), Some(&1));
}

#[test]
fn json_is_found_in_whatever_surrounds_it() {
    let line =
        r#"{"quote": "offered a voucher", "question": "Would they return without a voucher?"}"#;
    for text in [
        format!("Sure! Here you go:\n```json\n{line}\n```\nHope it helps {{:"),
        format!("[{line}]"),
        format!("{{\"questions\": [{line}]}}"),
        format!("<think>{{hm}}</think>\n1. {line}"),
        line.replace("}", ", \"extra\": {\"a\": [1]}}"),
    ] {
        let proposed = reply(&text);
        assert_eq!(
            (proposed.kept.len(), proposed.dropped()),
            (1, 0),
            "{text}: {:?}",
            proposed.dropped
        );
    }
    let cut = reply(&format!(
        "{line}\n{{\"quote\": \"offered a voucher\", \"ques"
    ));
    assert_eq!((cut.kept.len(), cut.dropped()), (1, 1));
    let none = reply("I cannot help with that.");
    assert_eq!(none.dropped.get(&Dropped::Unreadable), Some(&1));
    assert_eq!(reply("").dropped(), 0);
}

#[test]
fn braces_without_end_cost_nothing() {
    for text in [
        "{".repeat(200_000),
        "{\"a\":".repeat(50_000),
        "{\"quote\":[".repeat(30_000),
    ] {
        assert_eq!(reply(&text).kept, []);
    }
}

proptest! {
    #[test]
    fn whatever_is_replied_what_is_kept_is_plain_and_from_the_text(
        quote in "(Of those|offered a|a voucher|78.9% came|[ -~é“\u{1b}]{0,12}){1,3}",
        question in "(Why |did |Malawi |Rao |[A-Z][a-z]{2,6} |[0-9]{1,3} |voucher |they |come |\\PC| |\u{1b}|\u{202e}){1,12}\\??",
        around in "[ -~\n{}\"]{0,20}",
    ) {
        let line = serde_json::json!({"quote": quote, "question": question});
        let proposed = reply(&format!("{around}{line}{around}"));
        let (case, ..) = asked();
        for kept in &proposed.kept {
            prop_assert!(case.source().get(kept.span.range()).is_some_and(|words| !words.is_empty()));
            prop_assert!(kept.text.ends_with('?'));
            prop_assert!(kept.text.split_whitespace().count() <= 40);
            prop_assert!(!kept.text.chars().any(char::is_control));
            for word in kept.text.split(|c: char| !c.is_alphanumeric()).skip(1) {
                let is_name = word.starts_with(char::is_uppercase);
                prop_assert!(!is_name || case.source().contains(word), "{}", kept.text);
                let is_figure = word.starts_with(|c: char| c.is_ascii_digit());
                prop_assert!(!is_figure || case.source().contains(word), "{}", kept.text);
            }
        }
    }
}
