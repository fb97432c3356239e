//! Where whys are written, and how.

use whyproof_syntax::{NodeKind, Role};

use super::Entry;
use super::about::About;
use super::clean::escaped;
use crate::case::Case;

/// Where whys are added: after the byte `at`, and whether *Questions* has to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) is_new: bool,
}

/// A text with whys in it.
pub(super) struct Written {
    pub(super) text: String,
    /// What was inserted: where in the old text, and how many bytes; in order.
    pub(super) inserted: Vec<(usize, usize)>,
    /// Where the whys stand in the new text.
    pub(super) block: std::ops::Range<usize>,
}

/// The end of *Questions*; else before *Impact* and *Data*, which end a case; else the end. Where a block is never
/// closed, what stands after it is part of it: then before a section.
pub(super) fn places(case: &Case) -> Vec<Place> {
    let (document, tree) = (&case.parse.document, &case.parse.tree);
    let source = case.source();
    let trimmed = |at: usize| source.get(..at).map_or(0, |before| before.trim_end().len());
    let end = |section: &whyproof_syntax::Section| {
        let heading = document.text(section.heading).span.end;
        let last = section.blocks.last();
        trimmed(last.map_or(heading, |block| tree.span(*block).end.max(heading)) as usize)
    };
    let new = |at| Place { at, is_new: true };
    let mut places = Vec::new();
    if let Some(section) = document.sections_of(Role::Questions).last() {
        places.push(Place {
            at: end(section),
            is_new: false,
        });
    } else {
        let closes = |section: &&whyproof_syntax::Section| {
            matches!(section.role, Some(Role::Impact | Role::Data))
        };
        if let Some(section) = document.sections.iter().find(closes) {
            places.push(new(trimmed(section.span.start as usize)));
        }
        if let Some(section) = document.sections.last() {
            places.push(new(end(section)));
        }
    }
    places.push(new(trimmed(source.len())));
    if let (Some(first), Some(last)) = (document.sections.first(), document.sections.last()) {
        places.push(new(trimmed(last.span.start as usize)));
        places.push(new(trimmed(first.span.start as usize)));
    }
    places.dedup();
    places
}

/// The text of `case` with `entries` at `place`, and new ids on what they are put to.
pub(super) fn write(case: &Case, place: &Place, entries: &[Entry]) -> Written {
    let source = case.source();
    let (before, after) = source.split_at_checked(place.at).unwrap_or((source, ""));
    let mut block = String::new();
    if place.is_new {
        block.push_str("## Questions\n\n");
    }
    for entry in entries {
        block.push_str(&heading(entry));
        block.push_str("\n\n");
    }
    let block = framed(before, &block, after);
    let mut edits = vec![(before.len(), block, true)];
    for entry in entries {
        if let About::Id(id, Some(target)) = entry.about() {
            let mark = format!(" {{#{id}}}");
            let at = end_of_words(case, *target);
            if !edits
                .iter()
                .any(|(other, text, _)| *other == at && *text == mark)
            {
                edits.push((at, mark, false));
            }
        }
    }
    // An id at the same place belongs to what stands before the whys.
    edits.sort_by_key(|&(at, _, is_block)| (at, is_block));
    let mut written = Written {
        text: String::with_capacity(source.len() + edits.iter().map(|e| e.1.len()).sum::<usize>()),
        inserted: Vec::with_capacity(edits.len()),
        block: 0..0,
    };
    let mut from = 0;
    for (at, text, is_block) in edits {
        written.text.push_str(&source[from..at]);
        if is_block {
            written.block = written.text.len()..written.text.len() + text.len();
        }
        written.inserted.push((at, text.len()));
        written.text.push_str(&text);
        from = at;
    }
    written.text.push_str(&source[from..]);
    written
}

/// A why's line.
fn heading(entry: &Entry) -> String {
    let mut attributes: Vec<String> = Vec::new();
    match entry.about() {
        About::Whole => {}
        About::Id(id, _) => attributes.push(format!("on=#{id}")),
        About::Words(words) => attributes.push(format!("on=\"{words}\"")),
    }
    let named = [("by", &entry.author), ("at", &entry.at)];
    for (key, name) in named {
        if let Some(name) = name {
            attributes.push(format!("{key}=\"{}\"", escaped(name)));
        }
    }
    let mut line = format!("### {}", escaped(&entry.heading()));
    if !attributes.is_empty() {
        line.push_str(&format!(" {{{}}}", attributes.join(" ")));
    }
    line
}

/// Where the words of a block end, and what is marked of them: before the line under a heading or the marks after it.
fn end_of_words(case: &Case, target: whyproof_syntax::TextId) -> usize {
    let tree = &case.parse.tree;
    let text = case.parse.document.text(target);
    let inline = tree
        .children(text.node)
        .filter(|&node| tree.kind(node) != NodeKind::Markup);
    let last = inline.last().map(|node| tree.span(node).end);
    let end = last.unwrap_or(text.span.end).min(text.span.end) as usize;
    let source = case.source();
    let from = (text.span.start as usize).min(end);
    source
        .get(from..end)
        .map_or(end, |words| from + words.trim_end().len())
}

/// `block` with the empty lines that part it from what stands before and after it.
fn framed(before: &str, block: &str, after: &str) -> String {
    let mut framed = String::new();
    if !before.trim().is_empty() {
        framed.push_str("\n\n");
    }
    framed.push_str(block.trim_end());
    let lines = after.chars().filter(|c| !matches!(c, '\r' | ' ' | '\t'));
    let lines = lines.take_while(|c| *c == '\n').count();
    let wanted: usize = if after.trim().is_empty() { 1 } else { 2 };
    framed.push_str(&"\n".repeat(wanted.saturating_sub(lines)));
    if before.contains("\r\n") || after.contains("\r\n") {
        framed = framed.replace('\n', "\r\n");
    }
    framed
}
