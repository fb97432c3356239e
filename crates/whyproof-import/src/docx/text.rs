//! A document as lines of plain text: headers first, then paragraphs, items and tables by row.

use super::body::{Block, Paragraph, Story};
use super::inline;
use super::numbering::Marker;
use super::parts::Parts;
use super::styles::Look;

/// The lines.
pub(super) fn lines(parts: &Parts) -> String {
    let mut out = String::new();
    let margin = |wanted: &'static str| {
        let margins = parts
            .margins
            .iter()
            .filter(move |(what, _)| *what == wanted);
        margins.flat_map(|(_, stories)| stories)
    };
    // First, even and other pages may have the same header.
    let mut told = Vec::new();
    for story in margin("Header") {
        once(parts, story, &mut told, &mut out);
    }
    for story in &parts.body {
        blocks(parts, story, &mut out);
    }
    let notes = parts.footnotes.iter().chain(&parts.endnotes);
    for story in notes.filter(|story| !story.separator) {
        blocks(parts, story, &mut out);
    }
    for story in margin("Footer") {
        once(parts, story, &mut told, &mut out);
    }
    out
}

fn once(parts: &Parts, story: &Story, told: &mut Vec<String>, out: &mut String) {
    let mut text = String::new();
    blocks(parts, story, &mut text);
    if !told.contains(&text) {
        out.push_str(&text);
        told.push(text);
    }
}

fn blocks(parts: &Parts, story: &Story, out: &mut String) {
    for block in &story.blocks {
        match block {
            Block::Paragraph(paragraph) => line(parts, paragraph, out),
            Block::Table(rows) => rows.iter().for_each(|row| cells(parts, row, out)),
        }
    }
}

/// A row: its cells side by side where each is one line, else one below the other.
fn cells(parts: &Parts, row: &[Vec<Paragraph>], out: &mut String) {
    let is_one = |cell: &Vec<Paragraph>| {
        let mut filled = cell
            .iter()
            .filter(|one| !inline::plain(&one.runs).trim().is_empty());
        let first = filled.next();
        filled.next().is_none() && first.is_none_or(|one| !inline::plain(&one.runs).contains('\n'))
    };
    if row.iter().all(is_one) {
        let words = row
            .iter()
            .flatten()
            .map(|one| inline::plain(&one.runs).trim().to_owned());
        let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
        out.push_str(&words.join(" | "));
        out.push('\n');
    } else {
        row.iter().flatten().for_each(|one| line(parts, one, out));
    }
}

fn line(parts: &Parts, paragraph: &Paragraph, out: &mut String) {
    let words = inline::plain(&paragraph.runs);
    let words = words.trim();
    let style = paragraph.style.as_deref().unwrap_or_default();
    let is_heading = matches!(parts.styles.look(style), Look::Heading(_))
        || matches!(paragraph.outline, Some(0..=8));
    let own = paragraph
        .list
        .as_ref()
        .map(|(number, level)| (number.as_str(), *level));
    let list = match (own, parts.styles.list(style)) {
        (Some(("", level)), Some((number, _))) => Some((number, level)),
        (own, inherited) => own.or(inherited),
    };
    let marker = list.map_or(Marker::None, |(number, level)| {
        parts.numbering.marker(number, level)
    });
    if is_heading && !words.is_empty() {
        out.push('\n');
    }
    if marker != Marker::None && !is_heading && !words.is_empty() {
        out.push_str("- ");
        out.push_str(&words.replace('\n', "\n  "));
    } else {
        out.push_str(words);
    }
    out.push('\n');
}
