//! A résumé as a Word file, read back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use whyproof_experience::resume::Resume;

use super::resume;
use crate::docx::tests::{assert_ordered, nodes, part, words};
use crate::resume::{PageSize, ResumeOptions};

const NURSE: &str = include_str!("../../../../whyproof/tests/resumes/nurse.yaml");

fn read(text: &str) -> Resume {
    Resume::from_yaml(text).unwrap_or_else(|error| panic!("{error}"))
}

fn written(text: &str) -> Vec<u8> {
    let read = read(text);
    let options = ResumeOptions {
        day: Some(jiff::civil::date(2026, 11, 23)),
        ..ResumeOptions::of(&read)
    };
    resume(&read, &options).unwrap_or_else(|error| panic!("{error}"))
}

/// Panics where a rule is broken on which Word calls a file damaged.
fn assert_sound(file: &[u8]) {
    let names = |xml: &str, name: &str, key: &str| -> BTreeSet<String> {
        let found = nodes(xml).into_iter().filter(|node| node.name == name);
        found.map(|node| node.get(key).to_owned()).collect()
    };
    let known = names(&part(file, "word/styles.xml"), "w:style", "w:styleId");
    let related = part(file, "word/_rels/document.xml.rels");
    let related = names(&related, "Relationship", "Id");
    for name in ["document", "styles", "numbering", "settings", "footer1"] {
        for node in nodes(&part(file, &format!("word/{name}.xml"))) {
            assert_ordered(&node);
            if matches!(node.name.as_str(), "w:pStyle" | "w:rStyle" | "w:basedOn") {
                assert!(known.contains(node.get("w:val")), "{node:?}");
            }
            if matches!(node.name.as_str(), "w:hyperlink" | "w:footerReference") {
                assert!(related.contains(node.get("r:id")), "{node:?}");
            }
        }
    }
    let types = part(file, "[Content_Types].xml");
    for name in names(&types, "Override", "PartName") {
        assert!(!part(file, &name[1..]).is_empty(), "{name}");
    }
}

#[test]
fn a_resume_is_sound_and_whole() {
    let file = written(NURSE);
    assert_sound(&file);
    let said = words(&part(&file, "word/document.xml"));
    let mut rest = said.as_str();
    for line in read(NURSE).lines() {
        // Keywords and courses share their paragraphs.
        for words in line.text.split("\n\n") {
            let at = rest.find(words.trim());
            rest = &rest[at.unwrap_or_else(|| panic!("{words} is not in {rest}"))..];
        }
    }
    assert!(
        said.contains(
            "Advanced nurse practitioner, St Brannoc's Hospital, BristolJan 2020 – present"
        )
    );
}

#[test]
fn headings_lists_and_links_are_real() {
    let file = written(NURSE);
    let text = part(&file, "word/document.xml");
    let styled = |style: &str| {
        text.matches(&format!("<w:pStyle w:val=\"{style}\"/>"))
            .count()
    };
    assert_eq!(styled("Title"), 1);
    assert_eq!(styled("Heading1"), 11);
    assert_eq!(styled("ListBullet"), 13);
    assert_eq!(text.matches("<w:numId w:val=\"1\"/>").count(), 13);
    assert_eq!(text.matches("<w:hyperlink ").count(), 4);
    assert!(part(&file, "docProps/core.xml").contains("2026-11-23"));
}

#[test]
fn the_page_follows_the_country() {
    let read = read(NURSE);
    let mut options = ResumeOptions::of(&read);
    let text = |options: &ResumeOptions| {
        let file = resume(&read, options).unwrap_or_else(|error| panic!("{error}"));
        part(&file, "word/document.xml")
    };
    assert!(text(&options).contains("w:w=\"11906\""));
    options.size = Some(PageSize::UsLetter);
    assert!(text(&options).contains("w:w=\"12240\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_words_make_a_sound_file(words in "\\PC{0,80}") {
        let text = serde_json::json!({
            "basics": {"name": words, "email": words, "url": words},
            "work": [{"position": words, "startDate": words, "highlights": [words]}],
            "skills": [{"name": words, "keywords": [words]}],
        });
        let read = Resume::from_json(&text.to_string()).expect("a résumé");
        let file = resume(&read, &ResumeOptions::of(&read)).unwrap_or_default();
        assert_sound(&file);
    }
}
