//! The pieces of a part as blocks: paragraphs and tables, in the order they are read.

use super::inline::Run;
use super::parts::Targets;
use super::xml::{self, Piece, Tag};
use crate::ImportError;

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    /// Its own outline level, from 0; 9 is none.
    pub(super) outline: Option<usize>,
    /// Its own numbering and level in it.
    pub(super) list: Option<(String, usize)>,
    pub(super) runs: Vec<Run>,
}

/// What a part is made of.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Paragraph),
    /// Rows of cells; tables within a cell are paragraphs of it.
    Table(Vec<Vec<Vec<Paragraph>>>),
}

/// The body of the document, or one footnote, endnote or comment.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) id: String,
    pub(super) author: String,
    /// Whether it is only the line between text and footnotes.
    pub(super) separator: bool,
    pub(super) blocks: Vec<Block>,
    /// What was left out of it, in sentences.
    pub(super) notes: Vec<String>,
}

/// Stand for references until the labels are known: `\u{2}` and the id, `\u{3}` for an endnote's.
pub(super) const FOOTNOTE: char = '\u{2}';
pub(super) const ENDNOTE: char = '\u{3}';

pub(super) fn read(
    name: &str,
    part: &str,
    text: &str,
    targets: &Targets,
) -> Result<Vec<Story>, ImportError> {
    let mut reader = Reader::new(targets);
    xml::each(name, part, text, |piece| match piece {
        Piece::Open(tag) => reader.open(tag),
        Piece::Close(name) => reader.close(name),
        Piece::Text(words) => reader.text(words),
    })?;
    Ok(reader.stories)
}

struct Reader<'t> {
    targets: &'t Targets,
    stories: Vec<Story>,
    /// Names of the open elements.
    path: Vec<String>,
    /// Open paragraphs: a text box has paragraphs within one.
    paragraphs: Vec<Paragraph>,
    /// Looks of the open runs.
    looks: Vec<Run>,
    links: Vec<Option<String>>,
    tables: usize,
    rows: Vec<Vec<Vec<Paragraph>>>,
    /// How many elements are open whose text was deleted or moved away.
    gone: usize,
    deleted: String,
    /// How many fallbacks are open, which repeat what stands before them.
    repeated: usize,
    /// What the next picture is called.
    picture: String,
}

impl<'t> Reader<'t> {
    fn new(targets: &'t Targets) -> Self {
        Self {
            targets,
            stories: vec![Story::default()],
            path: Vec::new(),
            paragraphs: Vec::new(),
            looks: Vec::new(),
            links: Vec::new(),
            tables: 0,
            rows: Vec::new(),
            gone: 0,
            deleted: String::new(),
            repeated: 0,
            picture: String::new(),
        }
    }

    fn parent(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    fn is_gone(&self, name: &str) -> bool {
        matches!(name, "del" | "moveFrom")
            && !matches!(self.parent(), "rPr" | "trPr" | "tcPr" | "numPr" | "pPr")
    }

    fn open(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if name == "Fallback" {
            self.repeated += 1;
        } else if self.repeated == 0 {
            if self.is_gone(name) {
                self.gone += 1;
            } else {
                self.structure(tag);
            }
        }
        let gone = self.is_gone(name);
        // Marked, so that its end is known for what it is.
        self.path.push(if gone {
            "gone".to_owned()
        } else {
            name.to_owned()
        });
    }

    fn structure(&mut self, tag: &Tag) {
        match tag.name.as_str() {
            "footnote" | "endnote" | "comment" => {
                let get = |name| tag.get(name).unwrap_or_default().to_owned();
                self.stories.push(Story {
                    id: get("id"),
                    author: get("author"),
                    separator: tag.get("type").is_some_and(|kind| kind != "normal"),
                    ..Story::default()
                });
            }
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => {
                let link = self.links.last().cloned().flatten();
                self.looks.push(Run {
                    link,
                    ..Run::default()
                });
            }
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.rows.push(Vec::new()),
            "tc" if self.tables == 1 => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            "gridSpan" if self.tables == 1 => {
                let more = tag
                    .val()
                    .and_then(|n| n.parse::<usize>().ok())
                    .unwrap_or(1)
                    .clamp(1, 64);
                if let Some(row) = self.rows.last_mut() {
                    // The paragraphs of this cell go to the last one pushed; empty ones stand before it.
                    row.extend((1..more).map(|_| Vec::new()));
                }
            }
            "hyperlink" => {
                let target = tag.get("id").and_then(|id| self.targets.get(id)).cloned();
                let anchor = tag.get("anchor").map(|anchor| format!("#{anchor}"));
                // A place within the document has no name in Markdown.
                self.links
                    .push(target.filter(|_| anchor.is_none() || tag.get("id").is_some()));
            }
            _ if self.parent() == "rPr" => self.look(tag),
            _ => self.detail(tag),
        }
    }

    /// Properties of a paragraph, and what stands in a run beside its words.
    fn detail(&mut self, tag: &Tag) {
        let in_run = self.parent() == "r";
        let value = tag.val().unwrap_or_default();
        match tag.name.as_str() {
            "pStyle" => self.paragraph(|p| p.style = Some(value.to_owned())),
            "outlineLvl" => self.paragraph(|p| p.outline = value.parse().ok()),
            "numId" => self.paragraph(|p| p.list.get_or_insert_default().0 = value.to_owned()),
            "ilvl" => {
                self.paragraph(|p| p.list.get_or_insert_default().1 = value.parse().unwrap_or(0))
            }
            "tab" | "ptab" if in_run => self.text_in_run("\t"),
            "br" | "cr" if in_run => {
                let breaks = matches!(tag.get("type"), None | Some("textWrapping"));
                self.text_in_run(if breaks { "\n" } else { " " });
            }
            "noBreakHyphen" if in_run => self.text_in_run("\u{2011}"),
            "sym" if in_run => {
                let (font, code) = (
                    tag.get("font").unwrap_or_default(),
                    tag.get("char").unwrap_or_default(),
                );
                self.note(format!("The sign {code} of the font {font} was left out."));
            }
            "footnoteReference" => self.reference(FOOTNOTE, tag),
            "endnoteReference" => self.reference(ENDNOTE, tag),
            "docPr" => {
                let told = tag.get("descr").filter(|words| !words.is_empty());
                self.picture = told.or(tag.get("name")).unwrap_or_default().to_owned();
            }
            "blip" => self.picture(tag.get("embed").or(tag.get("link"))),
            "imagedata" => self.picture(tag.get("id")),
            _ => {}
        }
    }

    fn look(&mut self, tag: &Tag) {
        let Some(look) = self.looks.last_mut() else {
            return;
        };
        match tag.name.as_str() {
            "b" => look.bold = tag.is_on(),
            "i" => look.italic = tag.is_on(),
            "strike" | "dstrike" => look.struck = tag.is_on(),
            "rFonts" => {
                let font = tag
                    .get("ascii")
                    .or(tag.get("hAnsi"))
                    .unwrap_or_default()
                    .to_lowercase();
                look.code = [
                    "courier",
                    "consolas",
                    "menlo",
                    "monaco",
                    " mono",
                    "monospace",
                ]
                .iter()
                .any(|known| font.contains(known));
            }
            "rStyle" => look.style = tag.val().map(str::to_owned),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let open = self.path.pop().unwrap_or_default();
        if open == "Fallback" {
            self.repeated = self.repeated.saturating_sub(1);
            return;
        }
        if self.repeated > 0 {
            return;
        }
        if open == "gone" {
            self.gone = self.gone.saturating_sub(1);
            if self.gone == 0 && name == "del" {
                self.deleted();
            }
            if self.gone == 0 {
                self.deleted.clear();
            }
            return;
        }
        match name {
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.block(paragraph);
                }
            }
            "r" => {
                self.looks.pop();
            }
            "hyperlink" => {
                self.links.pop();
            }
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    let rows = std::mem::take(&mut self.rows);
                    self.put(Block::Table(rows));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.repeated > 0 || !matches!(self.parent(), "t" | "delText") {
            return;
        }
        self.text_in_run(words);
    }

    fn text_in_run(&mut self, words: &str) {
        if self.gone > 0 {
            self.deleted.push_str(words);
            return;
        }
        let mut run = self.looks.last().cloned().unwrap_or_default();
        run.text = words
            .chars()
            .filter(|&c| c == '\n' || c == '\t' || c >= ' ')
            .collect();
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Paragraph::default());
        }
        self.paragraph(|paragraph| paragraph.runs.push(run));
    }

    fn reference(&mut self, mark: char, tag: &Tag) {
        if self.gone > 0 {
            return;
        }
        let id: String = tag
            .get("id")
            .unwrap_or_default()
            .chars()
            .filter(|c| !c.is_control())
            .collect();
        let run = Run {
            text: format!("{mark}{id}{mark}"),
            raw: true,
            ..Run::default()
        };
        self.paragraph(|paragraph| paragraph.runs.push(run));
    }

    fn picture(&mut self, id: Option<&str>) {
        let file = id
            .and_then(|id| self.targets.get(id))
            .cloned()
            .unwrap_or_default();
        let name = std::mem::take(&mut self.picture);
        let told = if name.is_empty() {
            String::new()
        } else {
            format!(" (“{name}”)")
        };
        self.note(format!("The picture {file}{told} was left out: put it beside the case and write `![what it shows](file)`."));
    }

    fn deleted(&mut self) {
        let words = std::mem::take(&mut self.deleted);
        let words = words.trim();
        if !words.is_empty() {
            self.note(format!("Deleted in the document, and left out: “{words}”"));
        }
    }

    fn note(&mut self, text: String) {
        if let Some(story) = self.stories.last_mut() {
            story.notes.push(text);
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn block(&mut self, paragraph: Paragraph) {
        let cell = self.rows.last_mut().and_then(|row| row.last_mut());
        match cell.filter(|_| self.tables > 0) {
            Some(cell) => cell.push(paragraph),
            None => self.put(Block::Paragraph(paragraph)),
        }
    }

    fn put(&mut self, block: Block) {
        if let Some(story) = self.stories.last_mut() {
            story.blocks.push(block);
        }
    }
}
