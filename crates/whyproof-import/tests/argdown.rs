//! Argdown to a case and its meaning.
#![allow(clippy::unwrap_used)]

mod common;

use common::{assert_all, read, words};
use proptest::prelude::*;
use whyproof_import::{Draft, Format, import};
use whyproof_syntax::{Relation, parse};

fn draft(text: &str) -> Draft {
    let draft = import("debate.argdown", text.as_bytes()).unwrap();
    assert_eq!(draft.format, Format::Argdown);
    draft
}

fn case(text: &str) -> String {
    let draft = draft(text);
    let at = draft
        .markdown
        .find("## Case\n")
        .unwrap_or_else(|| panic!("{}", draft.markdown));
    draft.markdown[at + 9..].to_owned()
}

/// Statements as `relation words`, in order, `>` for each level.
fn outline(markdown: &str) -> Vec<String> {
    let document = parse(markdown).document;
    let mut depths: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for statement in &document.statements {
        let (name, depth) = match statement.relation {
            Relation::Claim => ("claim", 0),
            Relation::CaseObjection => ("objection", 0),
            Relation::Reason { of, .. } => ("because", depths[of as usize] + 1),
            Relation::Objection { to } => ("but", depths[to as usize] + 1),
        };
        depths.push(depth);
        let text = document.text(statement.head);
        let said = match &statement.reference {
            Some(reference) => format!("#{}", reference.id),
            None => text.words.text[statement.words_from as usize..].to_owned(),
        };
        out.push(format!("{}{name} {said}", ">".repeat(depth)));
    }
    out
}

#[test]
fn support_and_attack_nest() {
    let text = "[Close the desk]: We should close the desk.\n  + <Time>: It takes nineteen minutes.\n    - The new scanner is faster.\n      + We timed it.\n  - Customers like it.\n";
    assert_eq!(
        case(text),
        "### We should close the desk. {#close-the-desk}\n\n- because **Time:** It takes nineteen minutes. {#time}\n  - but The new scanner is faster.\n    - because We timed it.\n- but Customers like it.\n"
    );
    assert_eq!(
        outline(&draft(text).markdown),
        [
            "claim We should close the desk.",
            ">because Time: It takes nineteen minutes.",
            ">>but The new scanner is faster.",
            ">>>because We timed it.",
            ">but Customers like it.",
        ]
    );
}

#[test]
fn what_is_said_of_a_title_stands_together() {
    let text = "[Bike]: Everybody should cycle.\n\n[Rain]: It rains.\n  -> [Bike]\n\n[Bike]\n  + [Health]: It keeps people well.\n\n[Work]: More people get to work on time.\n  + [Health]\n";
    assert_eq!(
        outline(&draft(text).markdown),
        [
            "claim Everybody should cycle.",
            ">but It rains.",
            ">because It keeps people well.",
            "claim More people get to work on time.",
            ">because #health",
        ]
    );
}

#[test]
fn premises_are_joined_and_an_undercut_meets_the_argument() {
    let text = "<Socrates>: The old one.\n\n(1) All people are mortal.\n(2) Socrates is a person.\n--\nModus ponens\n--\n(3) [Mortal]: Socrates is mortal.\n\n[Sad]: This is sad.\n  + <Socrates>\n\n<Socrates>\n  _ <Gods>: He might be a god.\n";
    let draft = draft(text);
    assert_eq!(
        outline(&draft.markdown),
        [
            "claim This is sad.",
            ">because Socrates is mortal.",
            ">>because Socrates: The old one.",
            ">>>but Gods: He might be a god.",
            ">>because All people are mortal.",
            ">>because Socrates is a person.",
        ]
    );
    let groups: Vec<u32> = parse(&draft.markdown)
        .document
        .statements
        .iter()
        .filter_map(|s| match s.relation {
            Relation::Reason { of: 1, group } => Some(group),
            _ => None,
        })
        .collect();
    assert_eq!(
        groups,
        [0, 0, 0],
        "the argument and its premises are one reason"
    );
    let notes: Vec<_> = draft
        .notes
        .iter()
        .map(|note| (note.line, note.text.as_str()))
        .collect();
    assert_eq!(
        notes[0],
        (
            Some(6),
            "The inference names “Modus ponens”; a case has no names for inferences."
        )
    );
    assert!(
        notes.iter().any(|note| note.1.contains("undercut")),
        "{notes:?}"
    );
}

#[test]
fn steps_lead_to_one_another() {
    let text = "(1) A holds.\n(2) B holds.\n----\n(3) C holds.\n(4) D holds.\n----\n(5) E holds.\n  -> [F]: F holds.\n";
    assert_eq!(
        outline(&draft(text).markdown),
        [
            "claim F holds.",
            ">but E holds.",
            ">>because C holds.",
            ">>>because A holds.",
            ">>>because B holds.",
            ">>because D holds.",
        ]
    );
}

#[test]
fn a_contradiction_goes_both_ways_and_a_circle_is_written_once() {
    let text = "[A]: Up.\n  >< [B]: Down.\n";
    assert_eq!(
        outline(&draft(text).markdown),
        ["claim Up.", ">but Down.", ">>but #a"]
    );
    let text = "<a>\n  - <b>\n    + <c>\n      - <a>\n";
    assert_eq!(
        outline(&draft(text).markdown),
        ["claim a", ">but b", ">>because c", ">>>but #a"]
    );
}

#[test]
fn front_matter_comments_tags_and_data() {
    let text = "===\ntitle: A better returns\n  desk\nauthor: R. Okafor\nmodel:\n    mode: strict\n===\n\n# Time // not for print\n\n/* a remark\n\nover lines */\n\nSome talk about it.\n\n[T]: It takes too long. #slow {source: \"my notes\"}\n  // why\n  + See [the log](https://example.org/log) and @[T].\n\n[T] #again\n";
    let draft = draft(text);
    assert!(
        draft
            .markdown
            .starts_with("---\nkind: idea\nowner: R. Okafor\n---\n\n# A better returns desk\n"),
        "{}",
        draft.markdown
    );
    assert!(
        draft
            .markdown
            .contains("## Outline\n\n### Time\n\nSome talk about it.\n"),
        "{}",
        draft.markdown
    );
    assert!(
        draft
            .markdown
            .contains("- because See [the log](https://example.org/log) and T.\n"),
        "{}",
        draft.markdown
    );
    let notes: Vec<_> = draft
        .notes
        .iter()
        .map(|note| (note.line.unwrap(), note.text.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            (
                1,
                "The setting `model:\n    mode: strict` has no place in a case."
            ),
            (9, "Comment: not for print"),
            (11, "Comment: a remark over lines"),
            (
                17,
                "The data {source: \"my notes\"} have no place in a case."
            ),
            (18, "Comment: why"),
            (21, "The tags #again have no place in a case."),
        ]
    );
}

#[test]
fn words_are_never_read_as_something_else() {
    for said in [
        "But is it so?",
        "Because of it, and more.",
        "1. First of all",
        "a < b, `c`, a_b, [d], {e: f} g",
        "# no heading",
        "c #",
        "says \\*so\\*",
        "&amp; more",
    ] {
        let text = format!("[T]: {said}\n  + {said}\n");
        let draft = draft(&text);
        let expected = said.replace("\\*", "*");
        let document = parse(&draft.markdown).document;
        let told: Vec<&str> = document
            .statements
            .iter()
            .map(|s| document.text(s.head).words.text.as_str())
            .collect();
        assert_eq!(document.statements.len(), 2, "{}", draft.markdown);
        assert!(
            told[0] == expected || told[0] == format!("T: {expected}"),
            "{told:?} for {expected:?}"
        );
        assert!(told[1].ends_with(&expected), "{told:?} for {expected:?}");
    }
}

const CITY: &str = "# Central theses\n\n[Car-free]: The old town should be free of cars.\n\n[Toll]: Driving into the old town should cost a toll.\n\n[As it is]: Nothing should change.\n\n# How they relate\n\n[Car-free]\n  -> [As it is]\n  -  [As it is]\n  -> [Toll]\n\n[Toll]\n  -> [As it is]\n\n# Trade\n\nShops fear for their customers, and say so in every hearing.\n\n[Car-free]\n  - <Shops die>: Customers with cars go elsewhere; a third of shops depend on them.\n    - The count of 2019 says that four in five come on foot.\n  - <Deliveries>: Shops must be supplied\n    every morning.\n    - Vans may enter before ten.\n      - Bakeries get flour at noon.\n\n[Toll]\n  - <Only for the rich>: A toll keeps out those who cannot pay.\n    + [Fairness]: A rule must not depend on the purse.\n\n# Air\n\n<Clean air>: Engines foul the air of narrow streets.\n  +> [Car-free]\n  +> [Toll]\n  - <Wind>: The wind from the river clears it.\n\n## Against @[As it is]\n\n[Fairness]\n  +> <Clean air>\n\n<Asthma>\n\n(1) [Dirty]: The air is dirty.\n(2) Dirty air makes asthma worse.\n  - <Doctors>: Doctors disagree.\n-----\n(3) Asthma gets worse.\n  -> [As it is]\n";

#[test]
fn a_debate_keeps_every_word_and_every_relation() {
    let draft = draft(CITY);
    let found = read(&draft.markdown);
    let statements: Vec<String> = CITY
        .lines()
        .map(|line| {
            line.split("]: ")
                .last()
                .unwrap()
                .split(">: ")
                .last()
                .unwrap()
        })
        .filter(|line| !line.trim_start().starts_with(['[', '+', '<', '-']) || line.contains('.'))
        .map(|line| line.split_once(") [").map_or(line, |_| ""))
        .flat_map(|line| words(line.trim_start_matches(['(', '1', '2', '3', ')'])))
        .collect();
    assert_all(&statements, &found, &draft.markdown);
    let document = parse(&draft.markdown).document;
    let count = |is: fn(&Relation) -> bool| {
        document
            .statements
            .iter()
            .filter(|s| is(&s.relation))
            .count()
    };
    assert_eq!(
        count(|r| matches!(r, Relation::Objection { .. })),
        13,
        "{}",
        draft.markdown
    );
    assert_eq!(
        count(|r| matches!(r, Relation::Reason { .. })),
        7,
        "{}",
        draft.markdown
    );
    let diagnostics = parse(&draft.markdown).diagnostics;
    assert!(
        diagnostics.is_empty(),
        "{diagnostics:?}\n{}",
        draft.markdown
    );
    assert!(draft.missing.len() <= 10);
}

#[test]
fn deep_and_long_files_are_read() {
    let mut deep = String::from("[T]: Top.\n");
    for level in 1..=1_000 {
        deep += &format!("{}+ Level {level} holds.\n", " ".repeat(level));
    }
    let deep = draft(&deep);
    assert_eq!(deep.kept.statements, 1_001);
    assert_eq!(
        outline(&deep.markdown).last().unwrap(),
        &format!("{}because Level 1000 holds.", ">".repeat(1_000))
    );
}

#[test]
fn a_chain_that_is_not_nested_stays_small() {
    let mut flat = String::new();
    for link in 0..20_000 {
        flat += &format!("[s{link}]: Link {link}.\n  + [s{}]\n\n", link + 1);
    }
    let flat = draft(&flat);
    assert!(flat.markdown.len() < 48 << 20, "{}", flat.markdown.len());
    assert!(
        flat.notes
            .iter()
            .any(|note| note.text.contains("nest too deep"))
    );
}

#[test]
fn ten_megabytes_are_read() {
    let one = "[T]: It rains in the valley and it rains on the hill.\n  + Somebody saw it there.\n\nPlain talk.\n\n";
    let long = one.repeat(10_000_000 / one.len());
    let long = draft(&long);
    assert!(long.kept.words > 100);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_fails(text in "([-+_<>(){}\\[\\]:#*/=!@|&;`'\".~^1-3 \\n\\t]|abc|because|but|  |<a>|\\[b\\]|\\(1\\)|----|\n\n){0,60}") {
        let _ = import("x.argdown", text.as_bytes());
    }

    #[test]
    fn no_word_of_a_statement_is_lost(lines in prop::collection::vec((0_usize..5, "[+]|-|[+]>|->|><|", "([A-Z]:)?", "[a-z]{3,8}( [a-z*_<&|`\\[\\]{}#-]{1,6}){0,6}"), 1..20)) {
        let mut text = String::new();
        for (index, (indent, sign, title, words)) in lines.iter().enumerate() {
            let title = title.trim_end_matches(':');
            let title = if title.is_empty() { String::new() } else { format!("[{title}]: ") };
            // A word that nothing repeats.
            if sign.is_empty() {
                text += &format!("\n{title}x{index}q {words}.\n");
            } else {
                text += &format!("{}{sign} {title}x{index}q {words}.\n", " ".repeat(*indent));
            }
        }
        let draft = import("x.argdown", text.as_bytes()).unwrap();
        let found = read(&draft.markdown);
        for index in 0..lines.len() {
            let word = format!("x{index}q");
            prop_assert!(found.contains(&word), "{word} lost of\n{text}\nin\n{}", draft.markdown);
        }
    }

    #[test]
    fn every_word_of_every_statement_is_kept(lines in prop::collection::vec((0_usize..5, "[+]|-|[+]>|->|><|", "([A-D]:)?", "[a-z]{1,8}([ ,;!?()|&'<-]{1,2}[a-z]{1,8}){0,8}"), 1..20)) {
        let (mut text, mut wanted) = (String::new(), Vec::new());
        for (index, (indent, sign, title, said)) in lines.iter().enumerate() {
            let title = title.trim_end_matches(':');
            let title = if title.is_empty() { String::new() } else { format!("[{title}]: ") };
            let said = format!("n{index} {said}.");
            wanted.extend(words(&said));
            let lead = if sign.is_empty() { "\n".to_owned() } else { format!("{}{sign} ", " ".repeat(*indent)) };
            text += &format!("{lead}{title}{said}\n");
        }
        let draft = import("x.argdown", text.as_bytes()).unwrap();
        assert_all(&wanted, &read(&draft.markdown), &draft.markdown);
    }
}
