//! Finding the parts of the problem in its words.

use whyproof_syntax::{NodeKind, Parse, Place, Section, Text};

use super::{Found, Part, Problem};

/// Finds the parts that one section says, and keeps those found before.
pub(super) fn parts(
    parse: &Parse,
    section: &Section,
    is_evidence: &impl Fn(&str) -> bool,
    into: &mut Problem,
) {
    let blocks = parse.document.texts_in(section.texts).map(|(_, text)| text);
    for block in blocks.filter(|text| !matches!(text.place, Place::Footnote(_))) {
        marked(block, into);
        let _ = is_evidence;
    }
}

/// `**Who:** …` marks a part, over what is found.
fn marked(block: &Text, into: &mut Problem) {
    let words = &block.words;
    for (index, mark) in words
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| mark.kind == NodeKind::Strong)
    {
        let label = &words.text[mark.start as usize..mark.end as usize];
        let after = &words.text[mark.end as usize..];
        if !label.ends_with(':') && !after.starts_with(':') {
            continue;
        }
        let Some(part) = Part::of(label) else {
            continue;
        };
        let next = words.marks[index + 1..]
            .iter()
            .find(|mark| mark.kind == NodeKind::Strong);
        let end = next.map_or(words.text.len(), |mark| mark.start as usize);
        let from = mark.end as usize + after.len() - after.trim_start_matches([':', ' ']).len();
        let text = words.text.get(from..end).unwrap_or("").trim();
        if let Some(at) = Part::ALL
            .iter()
            .position(|p| *p == part)
            .filter(|_| !text.is_empty())
        {
            let found = Found {
                text: text.to_owned(),
                span: words.source(from, from + text.len()),
                marked: true,
            };
            if !into.parts[at].as_ref().is_some_and(|other| other.marked) {
                into.parts[at] = Some(found);
            }
        }
    }
}
