//! JSON Resume: the model itself, so that nothing has to be placed.

use std::collections::{BTreeMap, BTreeSet};

use whyproof_experience::resume::{LineNote, Own, Part, Resume};

use super::{Built, Finder};
use crate::ImportError;
use crate::draft::Note;

/// Whether a text has keys of the model.
pub(super) fn is_resume(head: &str) -> bool {
    let has = |key: &str| {
        let quoted = format!("\"{key}\"");
        let after = |at: usize| {
            head.get(at + quoted.len()..)
                .unwrap_or_default()
                .trim_start()
        };
        head.match_indices(quoted.as_str())
            .any(|(at, _)| after(at).starts_with(':'))
            || head
                .lines()
                .any(|line| line.starts_with(&format!("{key}:")))
    };
    has("basics") || (has("work") && (has("education") || has("skills")))
}

pub(super) fn read(name: &str, text: String, kept: &str) -> Result<Built, ImportError> {
    let is_json = text.trim_start().starts_with('{');
    let read = if is_json {
        Resume::from_json(&text)
    } else {
        Resume::from_yaml(&text)
    };
    let mut resume = read.map_err(|error| {
        let place = error
            .line
            .map_or_else(String::new, |line| format!("line {line}: "));
        ImportError::Unreadable {
            name: name.to_owned(),
            what: "JSON Resume",
            problem: format!("{place}{}", error.reason),
            hint: "its keys are at https://jsonresume.org/schema",
        }
    })?;
    let mut notes = Vec::new();
    // A file that Whyproof wrote knows where its lines came from.
    let own = resume.own().unwrap_or_else(|reason| {
        notes.push(Note::new(
            None,
            format!("What the file says of its own lines was left out: {reason}"),
        ));
        Own::default()
    });
    let finder = Finder { text: &text, kept };
    let lines = noted(&resume, &own, &finder, is_json);
    let own = Own { lines, ..own };
    resume.set_own(&own);
    Ok(Built {
        resume,
        text,
        notes,
    })
}

/// Where each line came from: as the file says, or else where it stands in the file.
fn noted(resume: &Resume, own: &Own, finder: &Finder<'_>, is_json: bool) -> Vec<LineNote> {
    let notes = own.lines.iter();
    let known: BTreeMap<&str, &LineNote> = notes.map(|note| (note.line.as_str(), note)).collect();
    let mut lines: Vec<LineNote> = Vec::new();
    let mut told = BTreeSet::new();
    for line in resume.lines() {
        if !told.insert(line.text) {
            continue;
        }
        let note = known.get(line.text).map(|note| (*note).clone());
        let written = if is_json {
            escaped(line.text)
        } else {
            line.text.to_owned()
        };
        let part = match line.id.part {
            Part::Summary => "summary".to_owned(),
            Part::Highlight(at) => format!("highlights[{at}]"),
        };
        let path = format!("{}[{}].{part}", line.id.section.key(), line.id.entry);
        lines.push(note.unwrap_or_else(|| LineNote {
            line: line.text.to_owned(),
            from: Some(finder.from(&written, &path)),
            ..LineNote::default()
        }));
    }
    let others = own.lines.iter();
    lines.extend(
        others
            .filter(|note| !told.contains(note.line.as_str()))
            .cloned(),
    );
    lines
}

/// As JSON writes it, without the quotes.
fn escaped(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    json.trim_matches('"').to_owned()
}
