//! How an argument reads.

use whyproof_case::{Case, Computed, Scope};
use whyproof_syntax::Role;

use crate::manuscript::{Argued, Event, Manuscript, Sentence};

fn case(argument: &str) -> Case {
    let host = whyproof_testing::MemoryHost::default();
    let text = format!("# T\n\n## Case\n\n{argument}\n\n[^n]: observation: seen\n");
    whyproof_case::resolve(
        whyproof_syntax::parse(&text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

fn sentence(case: &Case, sentence: &Sentence<'_, '_>) -> String {
    let mut told = String::new();
    if let Some((word, id)) = sentence.refers {
        return format!("{word} “{}”", case.statement(id).text);
    }
    for (index, event) in sentence.words.iter().enumerate() {
        if sentence.stop == Some(index) {
            told.push('.');
        }
        match event {
            Event::Text(words, _) if sentence.capital == Some(index) => {
                let mut letters = words.chars();
                told.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                told.push_str(letters.as_str());
            }
            Event::Text(words, _) | Event::Code(words) => told.push_str(words),
            Event::Note(note, _) => told.push_str(&format!("[{note}]")),
            _ => {}
        }
    }
    if sentence.stop == Some(sentence.words.len()) {
        told.push('.');
    }
    told
}

/// A line a piece.
fn told(argument: &str) -> String {
    let case = case(argument);
    let manuscript = Manuscript::new(&case);
    let part = manuscript.part(Role::Case).expect("a case");
    let lines = manuscript
        .argued(part)
        .into_iter()
        .map(|piece| match piece {
            Argued::Heading { level, .. } => format!("h{level}"),
            Argued::Paragraph { claim, sentences } => {
                let told: Vec<String> = sentences.iter().map(|s| sentence(&case, s)).collect();
                format!("{}{}", if claim { "* " } else { "" }, told.join(" "))
            }
            Argued::Block(events) => format!("block of {}", events.len()),
        });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn because_and_but_are_sentences() {
    assert_eq!(
        told(
            "### C\n\n- because it is\n- because *they* say so[^n]\n- but not \"always\"\n  - but often enough."
        ),
        "h3\nBecause it is. Because they say so.[0]\nBut not \"always\". But often enough."
    );
}

#[test]
fn a_paragraph_of_the_author_stays_one_and_its_list_joins_it() {
    assert_eq!(
        told("### C\n\nBecause it did.\n\nBut may it?\n\n- but it did twice"),
        "h3\nBecause it did.\nBut may it? But it did twice."
    );
}

#[test]
fn a_claim_that_is_an_item_begins_its_paragraph() {
    assert_eq!(
        told("- one thing\n  - because of this\n- another thing\n  - but of that"),
        "* One thing. Because of this.\n* Another thing.\nBut of that."
    );
}

#[test]
fn a_reference_is_the_words_it_refers_to() {
    assert_eq!(
        told("### It works {#works}\n\n### It pays\n\n- because #works"),
        "h3\nh3\nbecause “It works”"
    );
}

#[test]
fn what_is_no_sentence_is_left_as_it_is() {
    assert_eq!(
        told("### C\n\n- because\n\n| a |\n| --- |\n| 1 |\n\n> said\n\n---"),
        "h3\nBecause.\nblock of 12\nblock of 5\nblock of 1"
    );
}

#[test]
fn names_code_and_marks_keep_their_form() {
    assert_eq!(
        told("- `let` is code\n- iPhones sell\n- is it:\n- ends in `code`"),
        "* let is code.\n* iPhones sell.\n* Is it:\n* Ends in code."
    );
}

#[test]
fn depth_is_no_matter() {
    let deep: String = (0..1000)
        .map(|depth| format!("{}- but {depth}\n", "  ".repeat(depth)))
        .collect();
    assert!(told(&format!("### C\n\n{deep}")).contains("But 0. But 1. But 2."));
}
