//! Parts that the author marks: `**Who:** …`, a block that begins `Who: …`, or a heading `### Who` over a block.

use std::ops::Range;

use whyproof_syntax::{NodeKind, Text};

use crate::problem::{Found, Part, Problem};

/// Takes the parts that `block` marks, and gives where their labels stand in its words; `heading` is the part that the
/// heading just above it names.
pub(super) fn read(block: &Text, heading: Option<Part>, into: &mut Problem) -> Vec<Range<usize>> {
    let mut labels = Vec::new();
    let text = block.words.text.as_str();
    let strong: Vec<(usize, usize)> = block
        .words
        .marks_of(NodeKind::Strong)
        .map(|mark| (mark.start as usize, mark.end as usize))
        .collect();
    // What is strong inside of a part's words is no label, and does not end them.
    let marks = strong.iter().filter(|&&(start, end)| {
        let colon = |label: &str, after: &str| {
            label.trim_end().ends_with(':') || after.starts_with(':')
        };
        matches!((text.get(start..end), text.get(end..)), (Some(label), Some(after)) if colon(label, after))
    });
    let marks: Vec<(usize, usize)> = marks.copied().collect();
    for (index, &(start, end)) in marks.iter().enumerate() {
        if let Some(part) = text.get(start..end).and_then(Part::of) {
            let to = marks.get(index + 1).map_or(text.len(), |next| next.0);
            labels.push(start..end);
            take(block, part, end, to, into);
        }
    }
    if let Some((label, _)) = text
        .split_once(':')
        .filter(|(label, _)| label.len() < 40 && !strong.iter().any(|s| s.0 == 0))
        && let Some(part) = Part::of(label)
    {
        labels.push(0..label.len());
        take(block, part, label.len(), text.len(), into);
    } else if let Some(part) = heading {
        take(block, part, 0, text.len(), into);
    }
    labels
}

fn take(block: &Text, part: Part, from: usize, to: usize, into: &mut Problem) {
    let Some(raw) = block.words.text.get(from..to) else {
        return;
    };
    let from = from + raw.len() - raw.trim_start_matches([':', ' ']).len();
    let text = raw.trim_matches([':', ' ']);
    // A part that is named and left open is not said.
    let open = text.is_empty()
        || matches!(
            text.to_ascii_lowercase().as_str(),
            "?" | "…" | "..." | "tbd" | "todo" | "n/a" | "unknown" | "-"
        );
    let place = &mut into.parts[part as usize];
    if open || place.as_ref().is_some_and(|found| found.marked) {
        return;
    }
    *place = Some(Found {
        text: text.to_owned(),
        span: block.words.source(from, from + text.len()),
        marked: true,
    });
}
