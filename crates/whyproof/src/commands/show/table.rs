//! The parts of the problem or of the story, and the words taken for each.

use whyproof_case::{Case, Part, STORY_PARTS};

use crate::terminal::style;
use crate::text::{width, wrap, wrap_to};

/// Columns of the labels.
const LABEL: usize = 22;
/// Most lines of a story's part.
const LINES: usize = 2;

pub(super) fn problem(case: &Case, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in Part::ALL {
        let room = columns.saturating_sub(LABEL + 2);
        match case.problem.part(part) {
            Some(found) => {
                let line = case.line(found.span);
                let marked = if found.marked { ", marked" } else { "" };
                let text = format!("{} (line {line}{marked})", found.text);
                row(&mut lines, part.words(), &wrap(&text, room));
            }
            None if Part::NEEDED.contains(&part) => {
                missing(
                    &mut lines,
                    part.words(),
                    "not said; it cannot stand without",
                );
            }
            None => missing(&mut lines, part.words(), "not said"),
        }
    }
    lines
}

pub(super) fn story(case: &Case, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for role in STORY_PARTS {
        let Some(part) = case.story.iter().find(|part| part.role == role) else {
            missing(&mut lines, role.title(), "not told");
            continue;
        };
        let room = columns.saturating_sub(LABEL + 2);
        row(&mut lines, role.title(), &wrap_to(&part.text, room, LINES));
    }
    lines
}

fn row(lines: &mut Vec<String>, label: &str, text: &[String]) {
    let blank = " ".repeat(LABEL.saturating_sub(width(label)));
    let mut lead = format!("  {label}{blank}");
    for line in text {
        lines.push(format!("{lead}{line}"));
        lead = " ".repeat(LABEL + 2);
    }
}

fn missing(lines: &mut Vec<String>, label: &str, what: &str) {
    let open = style::OPEN;
    let blank = " ".repeat(LABEL.saturating_sub(width(label)));
    lines.push(format!("  {label}{blank}{open}— {what}{open:#}"));
}
