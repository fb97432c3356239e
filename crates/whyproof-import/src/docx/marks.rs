//! Where comments stand in a text: its words, paragraph by paragraph, with the bookmarks and ranges in them.

use rustc_hash::FxHashMap;

use super::xml::{self, Piece, Tag};
use crate::ImportError;

/// Longest quotation of what is commented on, in bytes.
const QUOTED: usize = 4_000;

/// A paragraph: where its words stand among all, and its bookmark.
#[derive(Debug, Clone)]
struct Paragraph {
    start: usize,
    end: usize,
    bookmark: Option<String>,
}

/// Where the words of a comment stand.
#[derive(Debug, Clone, Copy)]
struct Range {
    start: usize,
    end: Option<usize>,
    /// In which paragraph it begins, where it begins in one.
    paragraph: Option<usize>,
}

/// The words of a part with what is marked in them.
#[derive(Debug, Default)]
pub(super) struct Marks {
    words: String,
    paragraphs: Vec<Paragraph>,
    ranges: FxHashMap<String, Range>,
    /// The comments in the order in which they begin.
    order: Vec<String>,
    /// Open paragraphs: a text box has paragraphs within one.
    open: Vec<usize>,
    path: Vec<String>,
    repeated: usize,
}

/// What a comment is put to.
#[derive(Debug, Default)]
pub(super) struct Marked {
    pub(super) quote: String,
    pub(super) bookmark: Option<String>,
    pub(super) paragraph: String,
}

/// Reads a part.
pub(super) fn read(name: &str, part: &str, text: &str) -> Result<Marks, ImportError> {
    let mut marks = Marks::default();
    xml::each(name, part, text, |piece| match piece {
        Piece::Open(tag) => marks.open(tag),
        Piece::Close(name) => marks.close(name),
        Piece::Text(words) => {
            let is_words = marks.path.last().is_some_and(|name| name == "t");
            if is_words && marks.repeated == 0 {
                marks.words.push_str(words);
            }
        }
    })?;
    Ok(marks)
}

impl Marks {
    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if name == "Fallback" {
            self.repeated += 1;
        }
        if self.repeated == 0 {
            self.mark(tag);
        }
        self.path.push(name.to_owned());
    }

    fn mark(&mut self, tag: &Tag) {
        let id = || tag.get("id").unwrap_or_default().to_owned();
        match tag.name.as_str() {
            "p" => {
                if !self.words.is_empty() && !self.words.ends_with('\n') {
                    self.words.push('\n');
                }
                let start = self.words.len();
                self.open.push(self.paragraphs.len());
                self.paragraphs.push(Paragraph {
                    start,
                    end: start,
                    bookmark: None,
                });
            }
            "bookmarkStart" => {
                let name = tag.get("name").filter(|name| name.starts_with("wp_"));
                let paragraph = self.open.last().and_then(|at| self.paragraphs.get_mut(*at));
                if let (Some(name), Some(paragraph)) = (name, paragraph) {
                    paragraph.bookmark.get_or_insert_with(|| name.to_owned());
                }
            }
            "commentRangeStart" => self.begin(id()),
            "commentRangeEnd" => {
                let end = self.words.len();
                if let Some(range) = self.ranges.get_mut(&id()) {
                    range.end.get_or_insert(end);
                }
            }
            // A comment without a range is put to where it is referred to.
            "commentReference" if !self.ranges.contains_key(&id()) => {
                self.begin(id());
                let end = self.words.len();
                if let Some(range) = self.ranges.get_mut(&id()) {
                    range.start = end;
                    range.end = Some(end);
                }
            }
            "tab" | "br" | "cr" if self.path.last().is_some_and(|name| name == "r") => {
                self.words.push(' ');
            }
            "noBreakHyphen" => self.words.push('\u{2011}'),
            _ => {}
        }
    }

    fn begin(&mut self, id: String) {
        if self.ranges.contains_key(&id) {
            return;
        }
        let range = Range {
            start: self.words.len(),
            end: None,
            paragraph: self.open.last().copied(),
        };
        self.order.push(id.clone());
        self.ranges.insert(id, range);
    }

    fn close(&mut self, name: &str) {
        self.path.pop();
        if name == "Fallback" {
            self.repeated = self.repeated.saturating_sub(1);
        } else if name == "p"
            && self.repeated == 0
            && let Some(at) = self.open.pop()
        {
            let end = self.words.len();
            if let Some(paragraph) = self.paragraphs.get_mut(at) {
                paragraph.end = end;
            }
            self.words.push('\n');
        }
    }

    /// The ids of the comments, in the order of the text.
    pub(super) fn order(&self) -> &[String] {
        &self.order
    }

    /// What the comment of this id is put to.
    pub(super) fn marked(&self, id: &str) -> Option<Marked> {
        let range = self.ranges.get(id)?;
        let end = range.end.unwrap_or(range.start).max(range.start);
        let at = self.paragraph(range, end)?;
        let paragraph = self.paragraphs.get(at)?;
        // Words of further paragraphs are not among those of the block that it is put to.
        let from = range.start.max(paragraph.start);
        let to = end.min(paragraph.end).max(from);
        Some(Marked {
            quote: self.slice(from, to.min(from + QUOTED)),
            bookmark: paragraph.bookmark.clone(),
            paragraph: self.slice(paragraph.start, paragraph.end.min(paragraph.start + QUOTED)),
        })
    }

    /// The first paragraph that has words of a range; else the one in which it begins, else the next.
    fn paragraph(&self, range: &Range, end: usize) -> Option<usize> {
        let holds = |at: &usize| {
            let paragraph = self.paragraphs.get(*at);
            paragraph.is_some_and(|p| p.start < end && range.start < p.end)
        };
        let next = self.paragraphs.partition_point(|p| p.start < range.start);
        let near = range.paragraph.into_iter().chain((next..).take(64));
        near.into_iter()
            .find(holds)
            .or(range.paragraph)
            .or_else(|| (next < self.paragraphs.len()).then_some(next))
    }

    fn slice(&self, from: usize, mut to: usize) -> String {
        to = to.min(self.words.len());
        while !self.words.is_char_boundary(to) {
            to -= 1;
        }
        let words = self.words.get(from..to).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
