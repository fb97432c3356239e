//! The built-in questions: every file is read, and every question of the structure is asked somewhere.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the files of the crate"
)]

mod texts;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use whyproof_case::Scope;
use whyproof_testing::MemoryHost;
use whyproof_whys::{Bank, Options, OwnError, ask, built_in};

/// Every file of questions, by name.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions");
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    entries.map(read).collect()
}

#[test]
fn every_file_is_read_and_built_in() {
    let mut bank = Bank::default();
    for (name, text) in files() {
        bank.add(&name, &text).unwrap();
    }
    let here: BTreeSet<&str> = bank.questions().iter().map(|q| q.id.as_str()).collect();
    let built: BTreeSet<&str> = built_in()
        .questions()
        .iter()
        .map(|q| q.id.as_str())
        .collect();
    assert_eq!(here, built);
    assert_eq!(
        built.len(),
        built_in().questions().len(),
        "ids are one of a kind"
    );
}

#[test]
fn every_wording_has_a_slot() {
    for question in built_in().questions() {
        for wording in &question.text {
            assert!(
                wording.slots().next().is_some(),
                "{} could be asked of any case",
                question.id
            );
        }
        assert!(!question.reference.trim().is_empty(), "{}", question.id);
        assert!(
            !question.views.is_empty(),
            "{} is nobody's question",
            question.id
        );
        assert!(question.good_answer.ends_with('.'), "{}", question.id);
    }
}

/// The questions of the files that `of` takes, each as a bank of its own: what the ranking prefers does not hide it.
fn alone(of: fn(&str) -> bool) -> BTreeMap<String, Bank> {
    let mut found = BTreeMap::new();
    for (name, text) in files().into_iter().filter(|(name, _)| of(name)) {
        for block in text.split("[[question]]").skip(1) {
            let mut bank = Bank::default();
            bank.add(&name, &format!("[[question]]{block}")).unwrap();
            let id = bank.questions()[0].id.clone();
            found.insert(id, bank);
        }
    }
    found
}

/// Whether `texts` make every question of `banks` asked.
fn are_asked<T: AsRef<str>>(banks: &BTreeMap<String, Bank>, texts: &[(T, &[&str])]) {
    let mut left: BTreeSet<&String> = banks.keys().collect();
    let mut wrong = Vec::new();
    for (text, wanted) in texts {
        let text = text.as_ref();
        let case = texts::case(text);
        for id in *wanted {
            let bank = banks
                .get(*id)
                .unwrap_or_else(|| panic!("there is no question {id}"));
            if ask(&case, bank, &Options::default()).asked.is_empty() {
                wrong.push(format!("{id} is not asked of\n{text}"));
            }
            left.retain(|left| left != id);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(left.is_empty(), "no text makes these asked: {left:?}");
}

#[test]
fn every_question_of_the_structure_is_asked_somewhere() {
    are_asked(
        &alone(|name| !name.starts_with("prose") && name != "shapes.toml"),
        texts::ASKED,
    );
}

#[test]
fn every_question_on_a_part_is_asked_somewhere() {
    let banks = alone(|name| name == "prose-parts.toml");
    are_asked(&banks, &texts::parts::asked());
}

/// A workspace with one file of questions.
fn own(text: &str) -> Result<Bank, OwnError> {
    let host = MemoryHost::new()
        .file("whyproof.toml", "")
        .file("questions/own.toml", text)
        .file("a/case.md", "# T\n");
    let scope = Scope::of(&host, "a/case.md");
    Bank::with_own(&host, &scope).map(Cow::into_owned)
}

/// The example of the page.
fn example() -> String {
    let page = include_str!("../../../docs/questions.md");
    let (_, rest) = page.split_once("```toml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn a_workspace_adds_its_own() {
    let bank = own(&example()).unwrap();
    assert_eq!(bank.questions().len(), built_in().questions().len() + 1);
    let text = "---\nkind: idea\n---\n# Clinics\n\n## Customer problem\n\nP.\n\n## Case\n\n### It works\n\n## Decision\n\nOpen two clinics by May at $5.\n";
    let asked = ask(&texts::case(text), &bank, &Options::default()).asked;
    let texts: Vec<&str> = asked.iter().map(|asked| asked.text.as_str()).collect();
    let wanted = "Whose consent do we need to open two clinics by May at $5, and what do we do where it is refused?";
    assert!(texts.contains(&wanted), "{texts:#?}");
}

#[test]
fn without_a_folder_there_is_what_is_built_in() {
    let host = MemoryHost::new().file("case.md", "# T\n");
    let bank = Bank::with_own(&host, &Scope::of(&host, "case.md")).unwrap();
    assert_eq!(bank.questions(), built_in().questions());
}

#[test]
fn mistakes_name_their_place_and_what_was_meant() {
    let cases = [
        (
            "{decision},",
            "{decison},",
            "questions/own.toml:8:33: question `clinic-consent` names the slot `decison`, which `decision` does not have; did you mean `decision`?",
        ),
        (
            "[\"missing\"]",
            "[\"mising\"]",
            "questions/own.toml:6:12: question `clinic-consent` names the fact `mising`, which `decision` does not have; did you mean `missing`?",
        ),
        (
            "why = \"the",
            "whi = \"the",
            "`questions/own.toml` cannot be read: TOML parse error at line 11, column 1",
        ),
        (
            "weight = 4",
            "weight = 9",
            "`questions/own.toml`, question `clinic-consent`: `weight` goes from 1 to 5",
        ),
        (
            "\"clinic-consent\"",
            "\"statement-known\"",
            "`questions/own.toml` has a second question with the id `statement-known`: ids are one of a kind",
        ),
    ];
    for (from, to, wanted) in cases {
        let text = example();
        assert!(text.contains(from), "{from}");
        let error = own(&text.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.starts_with(wanted), "{error}\nwanted {wanted}");
    }
}
