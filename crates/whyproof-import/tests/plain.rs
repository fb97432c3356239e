//! Markdown and plain text.
#![allow(clippy::unwrap_used)]

mod common;

use common::{assert_in_order, read, words};
use proptest::prelude::*;
use whyproof_import::{Draft, Format, ImportError, Topic, import};
use whyproof_syntax::{Role, parse};

fn markdown(text: &str) -> Draft {
    let draft = import("notes/proposal.md", text.as_bytes()).unwrap();
    assert_eq!(draft.format, Format::Markdown);
    draft
}

#[test]
fn sections_find_their_roles_without_a_word_lost() {
    let text = "# Shorter forms\n\nA summary.\n\n## Background\n\nPeople wait.\n\n### History\n\nLong ago.\n\n## Motivation\n\nIt hurts.\n\n## Proposal\n\nDo it.\n\n## Risks\n\nFew.\n\n## FAQ\n\n### Why now?\n\nBecause.\n";
    let draft = markdown(text);
    assert_eq!(
        draft.markdown,
        "---\nkind: idea\n---\n\n# Shorter forms\n\nA summary.\n\n## Customer problem\n\n### Background\n\nPeople wait.\n\n#### History\n\nLong ago.\n\n### Motivation\n\nIt hurts.\n\n## Proposal\n\nDo it.\n\n## Risks\n\nFew.\n\n## FAQ\n\n### Why now?\n\nBecause.\n"
    );
    assert_eq!(draft.notes.len(), 1);
    assert_eq!(draft.notes[0].line, Some(21));
    assert!(
        draft.notes[0]
            .text
            .contains("“Risks” may belong under “Questions”")
    );
    let document = parse(&draft.markdown).document;
    let roles: Vec<_> = document
        .sections
        .iter()
        .map(|section| section.role)
        .collect();
    assert_eq!(
        roles,
        [Some(Role::Problem), None, None, Some(Role::Questions)]
    );
}

#[test]
fn levels_are_arranged() {
    let many =
        markdown("Problem\n=======\n\nOne.\n\nDetails\n-------\n\nTwo.\n\nPlan\n====\n\nThree.\n");
    assert_eq!(
        many.markdown,
        "---\nkind: idea\n---\n\n## Problem\nOne.\n".replace("One", "\nOne")
            + "\n### Details\n\nTwo.\n\n## Plan\n\nThree.\n"
    );
    let low = markdown("# Title\n\n### Alternatives\n\nNone.\n\n#### One\n\nText\n");
    assert!(
        low.markdown
            .ends_with("# Title\n\n## Alternatives\n\nNone.\n\n### One\n\nText\n"),
        "{}",
        low.markdown
    );
}

#[test]
fn front_matter_is_completed_and_a_case_is_left_alone() {
    let draft = markdown("---\ntitle: Faster forms\nauthor: S. Banda\n---\n\nText.\n");
    assert_eq!(
        draft.markdown,
        "---\nkind: idea\nowner: S. Banda\ntitle: Faster forms\nauthor: S. Banda\n---\n\n# Faster forms\n\n\nText.\n"
    );
    let case =
        "---\r\nkind: story\r\nowner: me\r\n---\r\n\r\n# Then\r\n\r\n## What I did\r\n\r\nAll.\r\n";
    let draft = markdown(case);
    assert_eq!(draft.markdown, case);
    assert!(draft.missing.iter().any(|gap| gap.topic == Topic::Story));
    assert!(
        !draft
            .missing
            .iter()
            .any(|gap| gap.topic == Topic::Owner || gap.topic == Topic::Claims)
    );
}

#[test]
fn what_is_missing_is_a_list_of_at_most_ten_in_order() {
    let draft = markdown("Just 3 words here.\n");
    let topics: Vec<Topic> = draft.missing.iter().map(|gap| gap.topic).collect();
    use Topic::{
        Alternatives, Claims, Decision, Evidence, Figures, Impact, Objections, Owner, Problem,
        Title,
    };
    assert_eq!(
        topics,
        [
            Problem,
            Claims,
            Evidence,
            Objections,
            Figures,
            Decision,
            Alternatives,
            Impact,
            Title,
            Owner
        ]
    );
    for gap in &draft.missing {
        assert!(
            gap.text.ends_with('.') && gap.text.contains('`') && gap.text.len() < 200,
            "{}",
            gap.text
        );
    }
    let full = "---\nkind: idea\nowner: me\n---\n\n# T\n\n## Problem\n\nSix of ten wait.\n\nEach waits 3 days.\n\n## Case\n\n- it works [3](figure:a.b)\n  - because we saw it[^1]\n  - but not often\n\n## Decision\n\nDo it.\n\n## Alternatives\n\nNot to.\n\n## Impact\n\nWait.\n\n[^1]: observation: notes.md\n";
    assert_eq!(markdown(full).missing, []);
    assert_eq!(markdown(full).kept.statements, 3);
}

#[test]
fn plain_text_is_escaped_and_its_headings_are_found() {
    let text = "Shorter forms\r\n\r\nBackground:\r\n\r\nPeople wait * and * wait_for_it, <b> & [x].\r\n# not a heading\r\n    not code\r\n\r\n• one\r\n• two\r\n  more\r\n\r\n1. Alternatives\r\n\r\n---\r\nNothing {at} all.\r\n";
    let draft = import("p.txt", text.as_bytes()).unwrap();
    assert_eq!(draft.format, Format::PlainText);
    let document = parse(&draft.markdown).document;
    assert_eq!(
        document.text(document.title.unwrap()).words.text,
        "Shorter forms"
    );
    assert!(
        document
            .texts
            .iter()
            .any(|t| t.words.text.starts_with(
                "People wait * and * wait_for_it, <b> & [x]. # not a heading not code"
            )),
        "{}",
        draft.markdown
    );
    let roles: Vec<_> = document
        .sections
        .iter()
        .map(|section| section.role)
        .collect();
    assert_eq!(
        roles,
        [Some(Role::Problem), Some(Role::Alternatives)],
        "{}",
        draft.markdown
    );
    assert!(
        document.texts.iter().any(|t| t.words.text == "two more"),
        "{}",
        draft.markdown
    );
}

#[test]
fn what_cannot_be_read_is_told() {
    let told = |name: &str, bytes: &[u8]| import(name, bytes).unwrap_err().to_string();
    assert_eq!(
        told("a.md", b" \n"),
        "`a.md` has no words: nothing to import"
    );
    assert_eq!(
        told("a.md", b"one\ntwo\xff"),
        "`a.md` is not UTF-8 text (line 2, byte 7): save it as UTF-8 and import it again"
    );
    assert_eq!(
        told("a.pdf", b"%PDF-1.7"),
        "`a.pdf` is a PDF without the sections of a résumé: import the file that it was made from, or say `--as experience`"
    );
    assert!(told("a.doc", b"\xd0\xcf\x11\xe0\xa1").contains("save it as .docx"));
    assert!(told("a.docx", b"hello").contains("no zip archive"));
    let large = vec![b'a'; whyproof_import::MAX_BYTES + 1];
    assert!(matches!(
        import("a.md", &large),
        Err(ImportError::TooLarge { .. })
    ));
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("# Ü\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert!(import("a.md", &utf16).unwrap().markdown.ends_with("# Ü\n"));
}

#[test]
fn large_and_deep_files_are_read() {
    let long = "## Background\n\nSome words that go on. ".repeat(10_000_000 / 40);
    assert!(import("a.md", long.as_bytes()).unwrap().kept.words > 100_000);
    let deep: String = (0..1_000)
        .map(|level| format!("{}- level {level}\n", "  ".repeat(level)))
        .collect();
    assert!(import("a.md", deep.as_bytes()).is_ok());
    assert!(import("a.txt", deep.as_bytes()).is_ok());
}

const TEXT: &str = "([a-z]{1,7}|Background|Risks|FAQ|Plan|#{1,7}|[-*+>=_~`|:.&<{}()!]{1,3}|\\[|\\]|\\\\|1\\.|[ \\t]{1,5}|\\n|\\n\\n|\\r\\n|---\\n|===\\n|é|🙂|שלום){0,60}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_fail(name in "[a-z]\\.(md|txt|argdown|docx|)", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = import(&name, &bytes);
    }

    #[test]
    fn markdown_keeps_its_words_in_order(text in TEXT) {
        if let Ok(draft) = import("a.md", text.as_bytes()) {
            assert_in_order(&words(&text), &words(&draft.markdown), &draft.markdown);
        }
    }

    #[test]
    fn plain_text_reads_back_as_the_same_words(text in TEXT) {
        if let Ok(draft) = import("a.txt", text.as_bytes()) {
            assert_in_order(&words(&text), &read(&draft.markdown), &draft.markdown);
        }
    }
}
