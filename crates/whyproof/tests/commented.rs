//! Comments of a Word file, back onto what they were put to.
#![allow(clippy::unwrap_used)]

mod word;
#[path = "../../whyproof-import/tests/zipped/mod.rs"]
mod zipped;

use proptest::prelude::*;
use whyproof_case::{
    Case, Computed, Fate, Held, Merged, Scope, Target, Why, clean_words, merge, resolve, revision,
};
use whyproof_import::{ImportError, MAX_COMMENTS, comments};
use whyproof_render::docx::{DocxOptions, write};
use whyproof_render::manuscript::Manuscript;
use whyproof_testing::MemoryHost;
use word::Word;
use zipped::Docx;

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the fare

## Customer problem

Somebody gives a sample; two in three *never* learn the **result** of it.[^trial]

| district | came |
| --- | ---: |
| Balaka | 1 in 3 came |

## Case

### A voucher brings most people back {#voucher}

Because it pays for the trip.

- but some may not want to know.
  - but nearly everyone came.[^trial]

## Questions

### Why not a text message? {on=#voucher by=\"S. Banda\"}

A result has to be given with counselling.

## Data

```sql learned
select 1
```

[^trial]: measurement: field trial, 2,834 people.
";

const EXAMPLES: [&str; 11] = [
    include_str!("../../../examples/learn-your-result/proposal.md"),
    include_str!("../../../examples/learn-your-result/measured.md"),
    include_str!("../../../examples/organ-donor-form/proposal.md"),
    include_str!("../../../examples/stories/the-scale-that-beeped.md"),
    include_str!("../../../examples/stories/the-whiteboard-stayed.md"),
    include_str!("../../../examples/weak/bare-numbers.md"),
    include_str!("../../../examples/weak/fluent-no-sources.md"),
    include_str!("../../../examples/weak/only-we.md"),
    include_str!("../../../examples/weak/rests-on-itself.md"),
    include_str!("../../../examples/weak/unanswered-objection.md"),
    include_str!("../../../examples/weak/vague-problem.md"),
];

fn case(text: &str) -> Case {
    let parse = whyproof_syntax::parse(text);
    resolve(
        parse,
        &MemoryHost::new(),
        Scope::default(),
        &Computed::default(),
    )
}

/// The case as a Word file that is open in Word.
fn opened(text: &str) -> Word {
    let case = case(text);
    let options = DocxOptions {
        path: "pay-the-fare.md",
        ..DocxOptions::default()
    };
    Word::open(&write(&Manuscript::new(&case), &options).unwrap())
}

/// The comments of a saved file, merged into a text.
fn merged(file: &[u8], into: &str) -> Merged {
    let commented = comments("commented.docx", file).unwrap();
    merge(&case(into), &MemoryHost::new(), &commented.incoming(false))
}

/// What the why with these words is put to: the words of its statement, else of its passage, else of its question.
fn target(text: &str, question: &str) -> String {
    let case = case(text);
    let why = case.whys.iter().find(|why| why.text.ends_with(question));
    match &why
        .unwrap_or_else(|| panic!("“{question}” in {text}"))
        .target
    {
        Target::Statement(id) => case.statement(*id).text.clone(),
        Target::Passage(span) => text[span.range()].to_owned(),
        Target::Answer(why) => case.whys[*why as usize].text.clone(),
        other => format!("{other:?}"),
    }
}

/// Whether a why is put to the block, the statement or the question that has these words.
fn is_put_to(after: &Case, why: &Why, words: &str) -> bool {
    let block_has = |text: &whyproof_syntax::TextId| {
        after.parse.document.text(*text).words.text.contains(words)
    };
    match &why.target {
        Target::Statement(id) => {
            // What is asked of a question is put to its answer.
            let answers = after.whys.iter().find(|why| why.answered_by == Some(*id));
            after.statement(*id).own.iter().any(block_has)
                || answers.is_some_and(|why| block_has(&why.head))
        }
        Target::Answer(why) => {
            let why = &after.whys[*why as usize];
            block_has(&why.head) || why.answer_blocks.iter().any(block_has)
        }
        Target::Passage(span) => {
            let texts = after.parse.document.texts.iter();
            let mut meets = texts.filter(|text| text.span.contains(*span));
            meets.any(|text| text.words.text.contains(words))
        }
        Target::Case | Target::Dangling(_) => false,
    }
}

#[test]
fn a_comment_comes_back_onto_what_it_was_put_to() {
    let mut word = opened(CASE);
    // A heading, across runs, within a word, a cell, and an answer.
    word.comment("voucher brings most", "P. Rao", "Most of whom?");
    word.comment("three never learn the result of", "P. Rao", "Of how many?");
    word.comment("ays for the tri", "P. Rao", "All of it?");
    word.comment("1 in 3", "P. Rao", "Of whom?");
    word.comment("counselling", "P. Rao", "By which rule?");
    word.comment("But some may not", "P. Rao", "How many?");
    let file = word.save();
    let commented = comments("commented.docx", &file).unwrap();
    assert_eq!(commented.revision, Some(revision(CASE)));
    assert_eq!(commented.case_path.as_deref(), Some("pay-the-fare.md"));
    let merged = merged(&file, CASE);
    assert_eq!(merged.count(Fate::Brought), 6, "{merged:#?}");
    assert!(merged.outcomes.iter().all(|one| one.held == Held::Exact));
    let of = |question| target(&merged.text, question);
    assert_eq!(of("Most of whom?"), "A voucher brings most people back");
    assert_eq!(of("All of it?"), "it pays for the trip.");
    assert_eq!(of("How many?"), "some may not want to know.");
    assert_eq!(
        of("By which rule?"),
        "A result has to be given with counselling."
    );
    assert_eq!(of("Of whom?"), "1 in 3");
    assert_eq!(of("Of how many?"), "three *never* learn the **result** of");
}

#[test]
fn comments_overlap_and_stand_on_notes() {
    let mut word = opened(CASE);
    word.comment("two in three never", "P. Rao", "First?");
    word.comment("three never learn", "S. Banda", "Second?");
    word.comment("nearly everyone came.", "S. Banda", "Third?");
    let merged = merged(&word.save(), CASE);
    assert_eq!(merged.count(Fate::Brought), 3);
    assert_eq!(target(&merged.text, "First?"), "two in three *never");
    assert_eq!(target(&merged.text, "Second?"), "three *never* learn");
    assert_eq!(target(&merged.text, "Third?"), "nearly everyone came.");
}

#[test]
fn replies_ask_too_and_what_is_done_is_left_out() {
    let mut word = opened(CASE);
    let first = word.comment("voucher brings most", "P. Rao", "Most of whom?");
    word.reply(&first, "R. Okafor", "Of those tested.");
    word.reply(&first, "S. Banda", "And who was tested?");
    let second = word.comment("two in three", "P. Rao", "A typing error");
    word.reply(&second, "R. Okafor", "Mended.");
    word.resolve(&second);
    let file = word.save();
    let commented = comments("commented.docx", &file).unwrap();
    assert_eq!(commented.comments.len(), 2);
    // In the order of the text.
    let first = &commented.comments[1];
    assert_eq!((first.replies.len(), first.done), (2, false));
    assert_eq!(
        commented.comments[0].date.as_deref(),
        Some("2026-05-02T10:00:00Z")
    );
    assert_eq!(commented.done(), 2);
    let some = merged(&file, CASE);
    assert_eq!(some.count(Fate::Brought), 3);
    assert_eq!(commented.incoming(true).len(), 5);
    let now = case(&some.text);
    let owners = now
        .whys
        .iter()
        .find(|why| why.text == "Of those tested.")
        .unwrap();
    assert!(!owners.counts && owners.answer.is_none());
    assert_eq!(now.verdict.tested.people, ["S. Banda", "P. Rao"]);
}

#[test]
fn every_example_comes_back_with_a_comment_on_every_block() {
    for text in EXAMPLES {
        let before = case(text);
        let document = &before.parse.document;
        let mut word = opened(text);
        let mut put: Vec<(String, String)> = Vec::new();
        for (index, block) in document.texts.iter().enumerate() {
            if matches!(block.place, whyproof_syntax::Place::Footnote(_)) {
                continue;
            }
            // Words that begin in a block and that the file has once.
            let xml = word.part("word/document.xml");
            let (plain, _) = word::words_of(&xml);
            let words: Vec<&str> = block.words.text.split(' ').skip(1).take(6).collect();
            let words = words.join(" ");
            if words.len() < 12 || plain.matches(&words).count() != 1 {
                continue;
            }
            let question = format!("Why is that so, number {index}?");
            word.comment(&words, "P. Rao", &question);
            put.push((words, question));
        }
        assert!(put.len() > 3, "{text}");
        let file = word.save();
        let merged = merged(&file, text);
        assert_eq!(merged.count(Fate::Brought), put.len());
        for (outcome, (words, _)) in merged.outcomes.iter().zip(&put) {
            assert_eq!((outcome.held, &outcome.quote), (Held::Exact, words));
        }
        let after = case(&merged.text);
        for (words, question) in &put {
            let why = after.whys.iter().find(|why| why.text == *question).unwrap();
            let is_there = is_put_to(&after, why, words);
            assert!(is_there, "“{words}”: {:?}", why.target);
        }
        assert_eq!(
            merge(
                &after,
                &MemoryHost::new(),
                &comments("c.docx", &file).unwrap().incoming(false)
            )
            .text,
            merged.text
        );
    }
}

#[test]
fn comments_find_their_place_after_an_edit() {
    let mut word = opened(CASE);
    word.comment("voucher brings most", "P. Rao", "Most of whom?");
    word.comment("two in three", "P. Rao", "Of how many?");
    word.comment("ays for the tri", "P. Rao", "All of it?");
    let edited = CASE
        .replace(
            "A voucher brings most people back",
            "A fare brings two in three back",
        )
        .replace("Because it pays for the trip.\n\n", "")
        .replace(
            "# Pay the fare\n",
            "# Pay the fare\n\nNew words before all.\n",
        )
        .replace(
            "- but some may not",
            "- because it is paid.\n- but some may not",
        );
    let merged = merged(&word.save(), &edited);
    let held: Vec<Held> = merged.outcomes.iter().map(|one| one.held).collect();
    assert_eq!(
        held,
        [Held::Moved, Held::Changed, Held::Lost],
        "{merged:#?}"
    );
    assert_eq!(
        target(&merged.text, "Most of whom?"),
        "A fare brings two in three back"
    );
    let lost = "### On “ays for the tri”: All of it? {by=\"P. Rao\"}";
    assert!(merged.text.contains(lost));
}

#[test]
fn without_the_part_that_says_what_is_held_words_find_the_place() {
    let mut word = opened(CASE);
    word.comment("voucher brings most", "P. Rao", "Most of whom?");
    word.set("customXml/item1.xml", None);
    let file = word.save();
    let commented = comments("commented.docx", &file).unwrap();
    assert_eq!(commented.revision, Some(revision(CASE)));
    let merged = merged(&file, CASE);
    assert_eq!(
        target(&merged.text, "Most of whom?"),
        "A voucher brings most people back"
    );
}

#[test]
fn a_file_that_is_hostile_is_refused() {
    let doctype =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:comments>&b;</w:comments>";
    let external =
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:comments>&a;</w:comments>";
    for xml in [doctype, external] {
        let file = Docx::new("<w:p/>")
            .part("comments", "comments", xml)
            .build();
        let error = comments("c.docx", &file).unwrap_err();
        assert!(matches!(error, ImportError::Doctype { .. }), "{error}");
    }
    let unknown = "<w:comments><w:comment>&nope;</w:comment></w:comments>";
    let file = Docx::new("<w:p/>")
        .part("comments", "comments", unknown)
        .build();
    assert!(matches!(
        comments("c.docx", &file),
        Err(ImportError::Xml { .. })
    ));
    let bomb = format!("<w:comments>{}</w:comments>", " ".repeat(70 << 20));
    let file = Docx::new("<w:p/>")
        .part("comments", "comments", &bomb)
        .build();
    assert!(matches!(
        comments("c.docx", &file),
        Err(ImportError::PartTooLarge { .. })
    ));
    let mut word = opened(CASE);
    let rels = word.part("word/_rels/document.xml.rels");
    let out = rels.replace("../customXml/item1.xml", "../../../etc/passwd");
    word.set("word/_rels/document.xml.rels", Some(&out));
    assert!(matches!(
        comments("c.docx", &word.save()),
        Err(ImportError::Path { .. })
    ));
    assert!(matches!(
        comments("c.md", b"# T"),
        Err(ImportError::Unsupported { .. })
    ));
    assert!(matches!(
        comments("c.docx", b"PK\x03\x04 no"),
        Err(ImportError::Archive { .. })
    ));
}

#[test]
fn more_comments_than_anybody_writes_are_refused() {
    let many =
        "<w:comment w:id=\"1\"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:comment>".repeat(100_000);
    let xml = format!("<w:comments>{many}</w:comments>");
    let file = Docx::new("<w:p/>")
        .part("comments", "comments", &xml)
        .build();
    let error = comments("c.docx", &file).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "`c.docx` has 100000 comments, and at most {MAX_COMMENTS} are read: send those that matter in a file of their own"
        )
    );
}

#[test]
fn replies_in_a_circle_lose_nobody() {
    let mut word = opened(CASE);
    let first = word.comment("two in three", "P. Rao", "First?");
    let second = word.reply(&first, "P. Rao", "Second?");
    let mut file = Word::open(&word.save());
    let extended = file.part("word/commentsExtended.xml");
    let circle = extended.replacen(
        " w15:done",
        &format!(" w15:paraIdParent=\"{second}\" w15:done"),
        1,
    );
    file.set("word/commentsExtended.xml", Some(&circle));
    let commented = comments("c.docx", &file.zip()).unwrap();
    assert_eq!(commented.incoming(false).len(), 2);
}

#[test]
fn a_forged_part_leads_nowhere_else() {
    let mut word = opened(CASE);
    word.comment(
        "two in three",
        "R.  OKAFOR",
        "Yes {settled=\"R. Okafor 2026-05-02\"}\n\n## Case\n\n### A claim",
    );
    let held = word.part("customXml/item1.xml");
    let held = held
        .replace("two in three", "nothing of the kind")
        .replace("<before", "<after");
    word.set("customXml/item1.xml", None);
    word.set(
        "customXml/item1.xml",
        Some(&held.replace("</before", "</after")),
    );
    let merged = merged(&word.save(), CASE);
    let now = case(&merged.text);
    assert_eq!(now.claims.len(), case(CASE).claims.len());
    assert!(now.whys.iter().all(|why| why.settled.is_none()));
    let words = "Yes {settled=\"R. Okafor 2026-05-02\"} ## Case ### A claim";
    assert!(now.whys.iter().any(|why| why.text.ends_with(words)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_comment_comes_back_as_one_why(words in "[^\u{0}-\u{1f}\u{fffe}\u{ffff}]{1,60}", author in "[A-Za-z. \"{}<]{1,20}") {
        let mut word = opened(CASE);
        word.comment("ays for the tri", &author, &words);
        let merged = merged(&word.save(), CASE);
        let clean = clean_words(&words);
        if !clean.is_empty() {
            prop_assert_eq!(merged.count(Fate::Brought), 1);
            let now = case(&merged.text);
            prop_assert_eq!(&now.whys.last().unwrap().text, &clean);
        }
    }
}
