//! Blocks as Markdown.

use rustc_hash::FxHashMap;

use super::body::{Block, ENDNOTE, FOOTNOTE, Paragraph, Story};
use super::inline::{self, Place};
use super::numbering::{Marker, Numbering};
use super::parts::Parts;
use super::styles::{Look, Styles};
use crate::draft::Note;
use crate::escape;

pub(super) fn document(parts: Parts, notes: &mut Vec<Note>) -> String {
    let mut labels = Labels::default();
    let mut out = String::new();
    for story in parts.body {
        notes.extend(story.notes.iter().map(|text| Note::new(None, text)));
        let mut writer = Writer::new(&parts.styles, &parts.numbering);
        out += &labels.resolve(&writer.blocks(story.blocks, notes));
    }
    for (mark, stories) in [(FOOTNOTE, parts.footnotes), (ENDNOTE, parts.endnotes)] {
        for story in stories
            .into_iter()
            .filter(|story| !story.separator && !story.blocks.is_empty())
        {
            notes.extend(story.notes.iter().map(|text| Note::new(None, text)));
            let label = labels.of(mark, &story.id);
            let mut writer = Writer::new(&parts.styles, &parts.numbering);
            let body = labels.resolve(&writer.blocks(story.blocks, notes));
            out += &format!("\n[^{label}]: {}\n", indented(body.trim(), "    "));
        }
    }
    for story in parts
        .comments
        .into_iter()
        .filter(|story| !story.blocks.is_empty())
    {
        let by = if story.author.is_empty() {
            String::new()
        } else {
            format!(" by {}", story.author)
        };
        notes.push(Note::new(None, format!("Comment{by}: {}", words(&story))));
    }
    for (what, stories) in parts.margins {
        let told: Vec<String> = stories
            .iter()
            .map(words)
            .filter(|words| !words.is_empty())
            .collect();
        if !told.is_empty() {
            notes.push(Note::new(
                None,
                format!("{what}, left out: {}", told.join(" ")),
            ));
        }
    }
    out
}

/// All words of a story on one line.
fn words(story: &Story) -> String {
    let mut out = Vec::new();
    for block in &story.blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(inline::plain(&paragraph.runs)),
            Block::Table(rows) => {
                let cells = rows.iter().flatten().flatten();
                out.extend(cells.map(|paragraph| inline::plain(&paragraph.runs)));
            }
        }
    }
    out.join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn indented(text: &str, by: &str) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out += by;
            out += line;
        }
    }
    out
}

/// Labels of footnotes, counted in the order they are referred to.
#[derive(Default)]
struct Labels {
    known: FxHashMap<(char, String), usize>,
    counts: [usize; 2],
}

impl Labels {
    fn of(&mut self, mark: char, id: &str) -> String {
        let end = usize::from(mark == ENDNOTE);
        let counts = &mut self.counts;
        let number = *self.known.entry((mark, id.to_owned())).or_insert_with(|| {
            let count = counts.get_mut(end);
            count.map_or(0, |count| {
                *count += 1;
                *count
            })
        });
        if end == 1 {
            format!("end{number}")
        } else {
            number.to_string()
        }
    }

    /// Puts labels where references are marked.
    fn resolve(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find([FOOTNOTE, ENDNOTE]) {
            let (before, marked) = rest.split_at(at);
            out += before;
            let mark = if marked.starts_with(FOOTNOTE) {
                FOOTNOTE
            } else {
                ENDNOTE
            };
            let (id, after) = marked
                .get(1..)
                .and_then(|text| text.split_once(mark))
                .unwrap_or_default();
            out += &format!("[^{}]", self.of(mark, id));
            rest = after;
        }
        out + rest
    }
}

struct Writer<'p> {
    styles: &'p Styles,
    numbering: &'p Numbering,
    out: String,
    /// Where the text of each open list item begins.
    items: Vec<usize>,
    counts: FxHashMap<(String, usize), usize>,
    code: Vec<String>,
    contents: usize,
}

impl<'p> Writer<'p> {
    fn new(styles: &'p Styles, numbering: &'p Numbering) -> Self {
        Self {
            styles,
            numbering,
            out: String::new(),
            items: Vec::new(),
            counts: FxHashMap::default(),
            code: Vec::new(),
            contents: 0,
        }
    }

    fn blocks(&mut self, blocks: Vec<Block>, notes: &mut Vec<Note>) -> String {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::Table(rows) => self.table(rows),
            }
        }
        self.end_code();
        if self.contents > 0 {
            notes.push(Note::new(
                None,
                "The table of contents was left out: the headings are in the text.",
            ));
        }
        std::mem::take(&mut self.out)
    }

    fn paragraph(&mut self, mut paragraph: Paragraph) {
        self.styles.dress(&mut paragraph.runs);
        let style = paragraph.style.as_deref().unwrap_or_default();
        let look = match paragraph.outline {
            Some(level @ 0..=8) => Look::Heading(level + 1),
            _ => self.styles.look(style),
        };
        if look == Look::Code {
            self.items.clear();
            self.code.push(inline::plain(&paragraph.runs));
            return;
        }
        self.end_code();
        let inherited = self
            .styles
            .list(style)
            .map(|(number, level)| (number.to_owned(), level));
        let list = match (paragraph.list.take(), inherited) {
            (Some((number, level)), Some((other, _))) if number.is_empty() => Some((other, level)),
            (own, inherited) => own.or(inherited),
        };
        let runs = paragraph.runs;
        match look {
            Look::Heading(level) => {
                let words = inline::markdown(runs, Place::Heading);
                if !words.is_empty() {
                    self.items.clear();
                    let closing = if words.ends_with('#') { " #" } else { "" };
                    self.apart();
                    self.out += &format!("{} {words}{closing}\n", "#".repeat(level.min(6)));
                }
            }
            Look::Contents => self.contents += usize::from(!inline::plain(&runs).trim().is_empty()),
            Look::Quote => {
                let words = inline::markdown(runs, Place::Paragraph);
                if !words.is_empty() {
                    self.items.clear();
                    self.apart();
                    self.out += &format!("> {}\n", words.replace('\n', "\n> "));
                }
            }
            Look::Code | Look::Plain => {
                let words = inline::markdown(runs, Place::Paragraph);
                if words.is_empty() {
                    return;
                }
                let marker = list.as_ref().map_or(Marker::None, |(number, level)| {
                    self.numbering.marker(number, *level)
                });
                match list.filter(|_| marker != Marker::None) {
                    Some((number, level)) => self.item(number, level, marker, &words),
                    None => {
                        self.items.clear();
                        self.apart();
                        self.out += &format!("{words}\n");
                    }
                }
            }
        }
    }

    fn item(&mut self, number: String, level: usize, marker: Marker, words: &str) {
        if self.items.is_empty() {
            self.apart();
        }
        self.items.truncate(level);
        let indent = self.items.last().copied().unwrap_or(0);
        self.counts
            .retain(|(of, deeper), _| *of != number || *deeper <= level);
        let count = self.counts.entry((number, level)).or_default();
        *count += 1;
        let marker = match marker {
            Marker::Number => format!("{count}. "),
            Marker::Bullet | Marker::None => "- ".to_owned(),
        };
        let text = indent + marker.len();
        self.out += &" ".repeat(indent);
        self.out += &marker;
        self.out += &indented(words, &" ".repeat(text));
        self.out.push('\n');
        self.items.push(text);
    }

    fn table(&mut self, rows: Vec<Vec<Vec<Paragraph>>>) {
        self.end_code();
        self.items.clear();
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| {
                row.into_iter()
                    .map(|cell| self.cell(cell))
                    .collect::<Vec<_>>()
            })
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        self.apart();
        for (at, row) in rows.iter().enumerate() {
            self.out.push('|');
            for column in 0..width {
                let words = row.get(column).map_or("", String::as_str);
                self.out += &format!(" {words} |");
            }
            self.out.push('\n');
            if at == 0 {
                self.out += &format!("|{}\n", " --- |".repeat(width));
            }
        }
    }

    fn end_code(&mut self) {
        let lines = std::mem::take(&mut self.code);
        let code = lines.join("\n");
        if code.trim().is_empty() {
            return;
        }
        self.apart();
        let fence = escape::fence(&code);
        self.out += &format!("{fence}\n{}\n{fence}\n", code.trim_end());
    }

    /// An empty line, where something stands above.
    fn apart(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn cell(&self, paragraphs: Vec<Paragraph>) -> String {
        let words = paragraphs.into_iter().map(|mut paragraph| {
            self.styles.dress(&mut paragraph.runs);
            inline::markdown(paragraph.runs, Place::Cell)
        });
        words
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join("<br> ")
    }
}
