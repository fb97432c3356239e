//! The story file: front matter, the title, and a section for each part, each answer read back as it was meant.

use whyproof_case::EvidenceKind;
use whyproof_syntax::{NodeKind, Role, parse};
use whyproof_whys::drill::escape::{self, Escaping};

use super::{Interview, value};
use crate::yaml::scalar;

/// The sections, in their order.
const SECTIONS: [Role; 8] = [
    Role::HardestPart,
    Role::Did,
    Role::DidNotDo,
    Role::OthersDid,
    Role::WhyItMattered,
    Role::WhatHappened,
    Role::WhatILearned,
    Role::Proud,
];

/// What stands at the end, for the person alone, where nothing confirms the story yet.
const CONFIRM: &str = "\
<!-- Who or what could confirm it? As a footnote on the words it is about: [^notes]
[^notes]: observation: my notebook, May 2021. notes/may.md (beside this file) -->
";

/// The note of what confirms the story.
const NOTE: &str = "confirm";

pub(super) fn story(interview: &Interview, owner: Option<&str>) -> String {
    let mut text = String::from("---\nkind: story\n");
    let owner = owner
        .map(|owner| value::line(&[owner]))
        .filter(|owner| !owner.is_empty());
    key(&mut text, "owner", owner.as_deref(), "your name");
    let when = value::line(&interview.at("when").0);
    key(&mut text, "when", Some(&when), "spring 2021 – March 2022");
    let part = value::line(&interview.at("my part").0);
    key(
        &mut text,
        "my part",
        Some(&part),
        "your role; what was yours, and what was others'",
    );
    let share = value::listed(&interview.at("share").0);
    key(
        &mut text,
        "share",
        Some(&share),
        "what may be told of it, and in which words",
    );
    text.push_str("---\n");
    let title = interview.title().map(|title| escape::heading(&title));
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        text.push_str(&format!("\n# {title}\n"));
    }
    let confirm = value::line(&interview.at("confirm").0);
    let mut notes = Vec::new();
    for role in SECTIONS {
        let (answers, help) = interview.at(role.title());
        // What others did may have been nothing: then there is no such section.
        if answers.is_empty() && role == Role::OthersDid {
            continue;
        }
        text.push_str(&format!("\n## {}\n", role.title()));
        let mut paragraphs: Vec<String> = Vec::new();
        for answer in answers {
            let said = without_notes(answer, &mut notes);
            paragraphs.push(words(&said));
        }
        let mut body = paragraphs.join("\n\n").trim_end().to_owned();
        if role == Role::WhatHappened && !body.is_empty() && !confirm.is_empty() {
            body.push_str(&format!(" [^{NOTE}]"));
        }
        match body.trim() {
            "" => text.push_str(&format!("\n<!-- {help} -->\n")),
            body => text.push_str(&format!("\n{body}\n")),
        }
    }
    if !confirm.is_empty() && text.contains(&format!(" [^{NOTE}]\n")) {
        notes.push((NOTE.to_owned(), words(&of_a_kind(&confirm))));
    }
    if notes.is_empty() {
        text.push_str(&format!("\n{CONFIRM}"));
    }
    for (at, (label, words)) in notes.iter().enumerate() {
        let gap = if at == 0 { "\n" } else { "" };
        text.push_str(&format!("{gap}[^{label}]: {words}\n"));
    }
    text
}

/// What confirms a story as evidence: where the person did not say of which kind, as what somebody saw or was told.
fn of_a_kind(said: &str) -> String {
    use EvidenceKind::{Measurement, Observation, Research};
    let has_kind = [Research, Observation, Measurement].iter().any(|kind| {
        said.split_once(':')
            .is_some_and(|(head, _)| head.eq_ignore_ascii_case(kind.word()))
    });
    match has_kind {
        true => said.to_owned(),
        false => format!("{}: {said}", Observation.word()),
    }
}

/// An answer without the notes that were typed under words that refer to them, such as `[^log]: observation: …`; those
/// go to `notes`, once each.
fn without_notes(answer: &str, notes: &mut Vec<(String, String)>) -> String {
    let note = |line: &str| {
        let (label, words) = line.strip_prefix("[^")?.split_once("]: ")?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let is_note = !label.is_empty() && label.chars().all(is_plain) && !words.trim().is_empty();
        is_note.then(|| (label.to_owned(), value::line(&[words])))
    };
    let mut said = Vec::new();
    for line in answer.lines() {
        let found = note(line).filter(|(label, _)| {
            let refers = answer.replacen(&format!("[^{label}]:"), "", 1);
            let is_new = label != NOTE && notes.iter().all(|(known, _)| known != label);
            is_new && refers.contains(&format!("[^{label}]"))
        });
        match found {
            Some(found) => notes.push(found),
            None => said.push(line),
        }
    }
    said.join("\n")
}

/// A line of the front matter, or what could stand there as a comment.
fn key(text: &mut String, key: &str, said: Option<&str>, example: &str) {
    match said {
        Some(said) if !said.is_empty() => text.push_str(&format!("{key}: {}\n", scalar(said))),
        _ => text.push_str(&format!("{key}: # {example}\n")),
    }
}

/// An answer as Markdown: lists, links and emphasis stay where it is read back as words of its section alone.
fn words(answer: &str) -> String {
    let light = escape::answer(answer, Escaping::Light);
    if reads_back(answer, &light) {
        return light;
    }
    escape::answer(answer, Escaping::Whole)
}

/// Whether `written` in a section is that section's words and nothing else, every letter and digit of `answer` among
/// them.
fn reads_back(answer: &str, written: &str) -> bool {
    let role = Role::WhyItMattered;
    let text = format!(
        "---\nkind: story\n---\n\n# T\n\n## {0}\n\n{written}\n\n## Q\n\nQ.\n",
        role.title()
    );
    let parsed = parse(&text);
    let document = &parsed.document;
    let headings = document
        .texts
        .iter()
        .filter(|text| matches!(text.kind, NodeKind::Heading(_)));
    if headings.count() != 3
        || document.sections.len() != 2
        || !document.footnotes.is_empty()
        || !document.fences.is_empty()
        || !document.statements.is_empty()
        || !document.whys.is_empty()
    {
        return false;
    }
    let mut read = String::new();
    for text in &document.texts {
        let is_body =
            document.role_of(text) == Some(role) && !matches!(text.kind, NodeKind::Heading(_));
        if !text.attributes.is_empty() {
            return false;
        }
        if is_body {
            read.push_str(&text.words.text);
            read.push('\n');
        }
    }
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let is_item = |line: &str| {
        let rest = line
            .trim_start()
            .trim_start_matches(|c: char| c.is_ascii_digit());
        rest.starts_with(". ") || rest.starts_with(") ")
    };
    let unnumbered: Vec<&str> = answer
        .lines()
        .map(|line| match is_item(line) {
            true => line
                .trim_start()
                .trim_start_matches(|c: char| c.is_ascii_digit()),
            false => line,
        })
        .collect();
    let (read, typed) = (letters(&read), letters(answer));
    // Targets of links and labels of notes are in the text, not among its words.
    let markup = answer.contains("](") || answer.contains("[^");
    read == typed || read == letters(&unnumbered.join("\n")) || (markup && is_within(&read, &typed))
}

/// Whether all of `part` stands in `whole` in the same order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|other| other == c))
}
