//! The words that were imported: a line that stands among them word for word is its own source.

use std::collections::BTreeSet;

use whyproof_case::{normalised, sentences};

use crate::resume::Own;

/// Most lines of an imported text that one line of a résumé is wrapped over.
const WRAPPED: usize = 12;

/// What was imported, by its words.
pub(super) struct Imported {
    /// Each line, and each sentence of a line.
    whole: BTreeSet<String>,
    /// The lines of each text, for what is wrapped over several.
    texts: Vec<Vec<String>>,
}

impl Imported {
    /// The texts, and what found no place.
    pub(super) fn of(own: &Own) -> Imported {
        let mut whole = BTreeSet::new();
        let mut texts = Vec::new();
        let unplaced = own.unplaced.iter().map(|one| &one.text);
        for text in own.imported.iter().chain(unplaced) {
            let lines: Vec<String> = text
                .lines()
                .map(plain)
                .filter(|line| !line.is_empty())
                .collect();
            for range in sentences(text) {
                whole.insert(plain(&text[range]));
            }
            whole.extend(lines.iter().map(|line| normalised(line)));
            whole.insert(plain(text));
            texts.push(lines);
        }
        Imported { whole, texts }
    }

    /// Whether a line stands among them, from the beginning of a line or a sentence to the end of one.
    pub(super) fn has(&self, line: &str) -> bool {
        let wanted = plain(line);
        if wanted.is_empty() || self.whole.contains(&wanted) {
            return !wanted.is_empty();
        }
        self.texts.iter().any(|lines| is_wrapped(lines, &wanted))
    }
}

/// Whether some lines that follow each other are the wanted one together.
fn is_wrapped(lines: &[String], wanted: &str) -> bool {
    let mut starts = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| wanted.starts_with(line.as_str()));
    starts.any(|(from, _)| {
        let mut joined = String::new();
        lines[from..].iter().take(WRAPPED).any(|line| {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(line);
            normalised(&joined) == wanted
        })
    })
}

/// The words of a line without the mark of a list.
fn plain(line: &str) -> String {
    let line = line.trim();
    let mark = |c: char| "-*•‣▪●◦·–—✓✔➢▸#".contains(c);
    let bare = line.trim_start_matches(mark);
    let is_item = bare.len() < line.len() && bare.starts_with(char::is_whitespace);
    normalised(if is_item { bare } else { line })
}

#[cfg(test)]
mod tests {
    use super::Imported;
    use crate::resume::{Own, Unplaced};

    #[test]
    fn a_line_stands_among_what_was_imported_whole() {
        let own = Own {
            imported: vec![
                "LEADERSHIP\n- President, data society. Grew it from 35\n  to 140 members in a year.\n* Did not lead the choir of 12\n"
                    .to_owned(),
            ],
            unplaced: vec![Unplaced {
                text: "Raised 400 pounds".to_owned(),
                from: "imported/a.txt:9".to_owned(),
            }],
            ..Own::default()
        };
        let imported = Imported::of(&own);
        for line in [
            "President, data society. Grew it from 35 to 140 members in a year",
            "Grew it from 35 to 140 members in a year.",
            "Raised 400 pounds",
            "Did not lead the choir of 12",
        ] {
            assert!(imported.has(line), "{line}");
        }
        for line in [
            "Lead the choir of 12",
            "to 140 members",
            "Raised 4000 pounds",
            "",
        ] {
            assert!(!imported.has(line), "{line}");
        }
    }
}
