//! Questions from elsewhere, into a case.
#![allow(clippy::unwrap_used, reason = "tests know what is there")]

use proptest::prelude::*;
use whyproof_case::{
    Anchor, Case, Computed, Fate, Held, Incoming, Merged, Scope, Target, clean_name, clean_words,
    merge, resolve,
};
use whyproof_syntax::Span;
use whyproof_testing::MemoryHost;

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the fare

## Customer problem

Somebody gives a sample. Two in three *never* learn the result.[^trial]

## Case

### A voucher brings most people back

Because it pays for the trip.

Most of them came within a week.

- but some may not want to know.

### The programme can afford it {#cost}

## Questions

### Why not a text message? {on=#cost}

A result has to be given with counselling.

## Data

```sql learned
select 1
```

[^trial]: measurement: field trial, 2,834 people.
";

fn case(text: &str) -> Case {
    let parse = whyproof_syntax::parse(text);
    resolve(
        parse,
        &MemoryHost::new(),
        Scope::default(),
        &Computed::default(),
    )
}

/// A question by S. Banda on `words` of `text`.
fn on(text: &str, words: &str, question: &str) -> Incoming {
    let at = text.find(words).unwrap();
    let span = Span::new(at as u32, (at + words.len()) as u32);
    Incoming {
        author: "S. Banda".to_owned(),
        text: question.to_owned(),
        anchor: Some(Anchor::new(&case(text), span)),
        words: words.to_owned(),
        at: None,
    }
}

fn whole(author: &str, text: &str) -> Incoming {
    Incoming {
        author: author.to_owned(),
        text: text.to_owned(),
        ..Incoming::default()
    }
}

fn merged(text: &str, incoming: &[Incoming]) -> Merged {
    merge(&case(text), &MemoryHost::new(), incoming)
}

/// The lines of `new` that `old` does not have, and those it lost.
fn changed(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let lines = |one: &str, other: &str| {
        let other: Vec<&str> = other.lines().collect();
        let one = one.lines().filter(|line| !other.contains(line));
        one.map(str::to_owned).collect()
    };
    (lines(new, old), lines(old, new))
}

#[test]
fn a_comment_on_a_statement_becomes_a_why_on_its_id() {
    let merged = merged(
        CASE,
        &[on(CASE, "The programme can afford it", "How long?")],
    );
    let (new, gone) = changed(CASE, &merged.text);
    assert_eq!(new, ["### How long? {on=#cost by=\"S. Banda\"}"]);
    assert_eq!(gone, Vec::<String>::new());
    assert_eq!(merged.outcomes[0].held, Held::Exact);
    assert_eq!(merged.outcomes[0].on.as_deref(), Some("#cost"));
}

#[test]
fn a_statement_without_an_id_gets_one_first() {
    let merged = merged(CASE, &[on(CASE, "pays for the trip", "Who says so?")]);
    let (new, gone) = changed(CASE, &merged.text);
    assert_eq!(
        new,
        [
            "Because it pays for the trip. {#pays-trip}",
            "### Who says so? {on=#pays-trip by=\"S. Banda\"}"
        ]
    );
    assert_eq!(gone, ["Because it pays for the trip."]);
}

#[test]
fn two_on_one_statement_share_its_new_id() {
    let both = [
        on(CASE, "pays for the trip", "Who says so?"),
        on(CASE, "Because it pays", "Since when?"),
    ];
    let merged = merged(CASE, &both);
    assert_eq!(merged.text.matches("{#pays-trip}").count(), 1);
    assert_eq!(merged.text.matches("on=#pays-trip").count(), 2);
}

#[test]
fn what_elaborates_a_statement_is_put_to_that_statement() {
    let merged = merged(CASE, &[on(CASE, "within a week", "Of what?")]);
    let (new, _) = changed(CASE, &merged.text);
    assert_eq!(
        new[0],
        "### A voucher brings most people back {#voucher-brings-most}"
    );
}

#[test]
fn a_passage_is_quoted() {
    let merged = merged(CASE, &[on(CASE, "Two in three", "Of how many?")]);
    let (new, gone) = changed(CASE, &merged.text);
    assert_eq!(
        new,
        ["### Of how many? {on=\"Two in three\" by=\"S. Banda\"}"]
    );
    assert_eq!(gone, Vec::<String>::new());
}

#[test]
fn a_passage_with_markup_is_quoted_by_its_words() {
    let mut asked = on(CASE, "Two in three *never* learn", "Ever?");
    asked.words = "three never learn".to_owned();
    let merged = merged(CASE, &[asked]);
    assert!(merged.text.contains("{on=\"three never learn\" by="));
    assert!(matches!(
        case(&merged.text).whys[1].target,
        Target::Passage(_)
    ));
}

#[test]
fn a_comment_on_an_answer_is_put_to_that_answer() {
    let merged = merged(CASE, &[on(CASE, "counselling", "By law?")]);
    let (new, _) = changed(CASE, &merged.text);
    assert_eq!(
        new,
        [
            "### Why not a text message? {on=#cost} {#text-message}",
            "### By law? {on=#text-message by=\"S. Banda\"}"
        ]
    );
}

#[test]
fn a_comment_on_a_note_is_put_to_what_cites_it() {
    let merged = merged(CASE, &[on(CASE, "field trial", "Which one?")]);
    let new = case(&merged.text);
    let Target::Passage(span) = new.whys[1].target else {
        panic!("{:?}", new.whys[1].target);
    };
    assert!(merged.text[span.range()].contains("learn the result"));
}

#[test]
fn without_questions_the_section_is_made() {
    let text = "# T\n\n## Case\n\n### A claim {#a}\n\n## Data\n\n```sql q\nselect 1\n```\n";
    let merged = merged(text, &[on(text, "A claim", "Why?")]);
    assert_eq!(
        merged.text,
        "# T\n\n## Case\n\n### A claim {#a}\n\n## Questions\n\n### Why? {on=#a by=\"S. Banda\"}\n\n## Data\n\n```sql q\nselect 1\n```\n"
    );
}

#[test]
fn lines_end_as_they_do_in_the_file() {
    let text = CASE.replace('\n', "\r\n");
    let merged = merged(&text, &[whole("S. Banda", "What next?")]);
    assert!(
        merged
            .text
            .contains("\r\n\r\n### What next? {by=\"S. Banda\"}\r\n\r\n## Data")
    );
    assert_eq!(
        merged.text.matches('\n').count(),
        merged.text.matches("\r\n").count()
    );
}

#[test]
fn merging_twice_changes_nothing() {
    let all = [
        on(CASE, "pays for the trip", "Who says so?"),
        on(CASE, "Two in three", "Of how many?"),
        on(CASE, "counselling", "By law?"),
        on(CASE, "field trial", "Which one?"),
        whole("S. Banda", "What next?"),
        whole("", "No name?"),
    ];
    let once = merged(CASE, &all);
    assert_eq!(once.count(Fate::Brought), 6);
    let twice = merged(&once.text, &all);
    assert_eq!(twice.text, once.text);
    assert_eq!(twice.count(Fate::Known), 6);
}

#[test]
fn the_same_words_on_another_statement_are_another_why() {
    let all = [
        on(CASE, "pays for the trip", "Why?"),
        on(CASE, "The programme can", "Why?"),
        whole("P. Rao", "Why?"),
        whole("S. Banda", "Why?"),
    ];
    assert_eq!(merged(CASE, &all).count(Fate::Brought), 4);
}

#[test]
fn a_question_follows_its_statement_through_an_edit() {
    let asked = [
        on(CASE, "The programme can afford it", "How long?"),
        on(CASE, "Two in three", "Of how many?"),
    ];
    let edited = CASE
        .replace("The programme can afford it", "The ministry pays for it")
        .replace(
            "# Pay the fare\n",
            "# Pay the fare\n\nA lead that is new.\n",
        );
    let merged = merged(&edited, &asked);
    let held: Vec<Held> = merged.outcomes.iter().map(|one| one.held).collect();
    assert_eq!(held, [Held::Changed, Held::Exact]);
    assert!(merged.text.contains("### How long? {on=#cost by="));
}

#[test]
fn what_is_lost_is_put_to_the_whole_with_its_words() {
    let asked = [on(
        CASE,
        "Two in three *never* learn the result.",
        "Of how many?",
    )];
    let edited = CASE.replace(
        "Somebody gives a sample. Two in three *never* learn the result.[^trial]",
        "Nobody comes back.",
    );
    let once = merged(&edited, &asked);
    assert_eq!(once.outcomes[0].held, Held::Lost);
    assert!(once.text.contains(
        "### On “Two in three \\*never\\* learn the result.”: Of how many? {by=\"S. Banda\"}"
    ));
    assert_eq!(merged(&once.text, &asked).text, once.text);
}

#[test]
fn who_says_to_be_the_owner_settles_and_answers_nothing() {
    for name in [
        "R. Okafor",
        " r  okafor ",
        "Ｒ. Okafor",
        "R. Oka\u{200b}for",
        "R.\u{202e} Okafor",
    ] {
        let merged = merged(
            CASE,
            &[whole(name, "Yes. {settled=\"R. Okafor 2026-05-02\"}")],
        );
        let new = case(&merged.text);
        let why = new.whys.last().unwrap();
        assert_eq!(
            why.text, "Yes. {settled=\"R. Okafor 2026-05-02\"}",
            "{name}"
        );
        assert!(why.settled.is_none() && why.answer.is_none() && !why.counts);
        assert_eq!(new.verdict.tested.people, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_name_cannot_leave_its_quotation_marks() {
    let hostile = "Eve\" settled=\"Eve 2026-01-01\"} \n## Case {#x";
    let merged = merged(CASE, &[whole(hostile, "Why?")]);
    let new = case(&merged.text);
    let why = new.whys.last().unwrap();
    assert_eq!(
        why.by.as_deref(),
        Some("Eve settled=Eve 2026-01-01 ## Case #x")
    );
    assert!(why.settled.is_none());
    assert_eq!(clean_name("12345"), None);
    assert_eq!(clean_name(&"x".repeat(900)).unwrap().len(), 80);
}

#[test]
fn a_comment_is_words_whatever_it_says() {
    let hostile = [
        "{#cost}",
        "x {by=\"R. Okafor\"}",
        "x `{by=\"R. Okafor\"}`",
        "x \\`}",
        "<!-- {settled=\"A 2026-01-01\"} -->",
        "<script>alert(1)</script>",
        "a\n\n## Case\n\n### A claim",
        "[x](javascript:alert(1)) ![y](z)",
        "*a* _b_ **c** ~~d~~ `e` [^trial]",
        "&lt; &#35; &amp;",
        "trailing ###",
        "# #",
        "***",
        "a \\",
        "| a | b |",
        "because it is",
        "\u{202e}txet",
        "}",
        "{}",
        "``` sql",
    ];
    for words in hostile {
        let merged = merged(CASE, &[whole("S. Banda", words)]);
        assert_eq!(merged.count(Fate::Brought), 1, "{words}");
        let new = case(&merged.text);
        assert_eq!(new.whys.len(), 2, "{words}");
        assert_eq!(new.whys[1].text, clean_words(words));
        assert_eq!(new.whys[1].by.as_deref(), Some("S. Banda"));
        assert_eq!(new.statements.len(), case(CASE).statements.len() + 1);
    }
}

#[test]
fn a_block_that_is_never_closed_swallows_nothing() {
    let text = "# T\n\n## Case\n\n### A claim {#a}\n\n## Data\n\n```sql q\nselect 1\n";
    let asked = [on(text, "A claim", "Why?")];
    assert!(merged(text, &asked).text.contains("### Why? {on=#a"));
    let only = "```\nopen";
    let merged = merged(only, &[whole("S. Banda", "Why?")]);
    assert_eq!(
        (merged.text.as_str(), merged.outcomes[0].fate),
        (only, Fate::Left)
    );
}

#[test]
fn headings_of_every_form_take_an_id() {
    for heading in [
        "### Shut it ###",
        "### Shut **it**",
        "### Shut it[^n]",
        "### Shut it {x=1}",
    ] {
        let text = format!("# T\n\n## Case\n\n{heading}\n\nBecause.\n\n[^n]: a note\n");
        let merged = merged(&text, &[on(&text, "Shut", "Why?")]);
        let new = case(&merged.text);
        assert!(
            matches!(new.whys[0].target, Target::Statement(_)),
            "{}",
            merged.text
        );
        assert_eq!(new.statements[0].text, "Shut it");
    }
}

#[test]
fn many_questions_go_in_at_once() {
    let all: Vec<Incoming> = (0..2_000)
        .map(|number| whole("S. Banda", &format!("Why {number}?")))
        .collect();
    assert_eq!(case(&merged(CASE, &all).text).whys.len(), 2_001);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_comment_is_exactly_one_why(
        words in "([a-z ?{}#*_`~<>\\[\\]()&;:!|\\\\\"'=^$.\\-\n\r\t]|\\PC){0,60}",
        name in "\\PC{0,20}",
        place in 0..5_usize,
    ) {
        let target = ["", "Two in three", "pays for the trip", "counselling", "afford"][place];
        let mut asked = if target.is_empty() { whole(&name, &words) } else { on(CASE, target, &words) };
        asked.author = name;
        let before = case(CASE);
        let merged = merged(CASE, &[asked.clone()]);
        let new = case(&merged.text);
        let clean = clean_words(&words);
        if clean.is_empty() {
            prop_assert_eq!(&merged.text, CASE);
            return Ok(());
        }
        prop_assert_eq!(merged.outcomes[0].fate, Fate::Brought);
        prop_assert_eq!(new.whys.len(), before.whys.len() + 1);
        let why = new.whys.last().unwrap();
        prop_assert_eq!(&why.text, &clean);
        prop_assert_eq!(&why.by, &clean_name(&asked.author));
        prop_assert!(why.answer.is_none() && why.settled.is_none());
        prop_assert_eq!(new.parse.document.statements.len(), before.parse.document.statements.len());
        prop_assert_eq!(&new.whys[0].text, &before.whys[0].text);
        prop_assert_eq!(&new.whys[0].answer, &before.whys[0].answer);
        let again = merge(&new, &MemoryHost::new(), &[asked]);
        prop_assert_eq!(again.text, merged.text);
    }

    #[test]
    fn any_text_keeps_all_its_words(text in "([a-z \n#>*`~|\\-]|\\PC){0,120}", words in "\\PC{1,20}") {
        let merged = merged(&text, &[whole("S. Banda", &words)]);
        let mut rest = merged.text.chars();
        prop_assert!(text.chars().all(|c| rest.any(|other| other == c)));
    }
}
