//! Sets a manuscript: the body of the file, or a footnote.

use std::collections::BTreeMap;

use super::hold::Holds;
use super::numbering::Numbering;
use super::pen::Pen;
use super::picture::Pictures;
use super::place::{Level, Place};
use super::runs::Look;
use super::{DocxOptions, Page};
use crate::manuscript::{Manuscript, Part};
use whyproof_syntax::{Role, TextId};

/// What all parts of the file share.
pub(super) struct Shared {
    pub(super) holds: Holds,
    pub(super) numbering: Numbering,
    pub(super) pictures: Pictures,
    /// The number of each note in the file, by its index in the manuscript.
    pub(super) numbered: BTreeMap<u32, u32>,
    /// The notes in the order of their numbers, by index.
    pub(super) order: Vec<u32>,
    /// Bookmarks on references to notes.
    pub(super) marked: BTreeMap<u32, String>,
}

impl Shared {
    pub(super) fn new(manuscript: &Manuscript<'_>, _: &DocxOptions<'_>) -> Self {
        Shared {
            holds: Holds::new(manuscript),
            numbering: Numbering::default(),
            pictures: Pictures::default(),
            numbered: BTreeMap::new(),
            order: Vec::new(),
            marked: BTreeMap::new(),
        }
    }
}

/// What leads out of a part, by relationship.
#[derive(Debug, Default)]
pub(super) struct Links {
    all: Vec<String>,
    known: BTreeMap<String, usize>,
}

impl Links {
    /// The id of the relationship to `target`.
    pub(super) fn to(&mut self, target: &str) -> String {
        let next = self.all.len();
        let at = *self.known.entry(target.to_owned()).or_insert(next);
        if at == next {
            self.all.push(target.to_owned());
        }
        format!("rLink{}", at + 1)
    }

    /// Ids and targets.
    pub(super) fn all(&self) -> impl Iterator<Item = (String, &str)> {
        let all = self.all.iter().enumerate();
        all.map(|(at, target)| (format!("rLink{}", at + 1), target.as_str()))
    }
}

/// A part that is set: its XML without the frame, and where it links to.
pub(super) struct Set {
    pub(super) xml: String,
    pub(super) links: Links,
}

/// Sets events as paragraphs and tables.
pub(super) struct Setter<'s, 'm, 'a> {
    pub(super) manuscript: &'m Manuscript<'a>,
    pub(super) options: &'m DocxOptions<'m>,
    pub(super) shared: &'s mut Shared,
    pub(super) pen: Pen,
    pub(super) links: Links,
    pub(super) place: Place,
    pub(super) levels: Vec<Level>,
    /// The open paragraph: the bookmark in it, where it has one.
    pub(super) paragraph: Option<Option<u32>>,
    pub(super) look: Look,
    /// Whether the next words begin a sentence with a capital.
    pub(super) capital: bool,
    /// Fences that are set in the appendix.
    pub(super) later: Vec<u32>,
    /// Columns of the open table, and whether its head is open.
    pub(super) columns: usize,
    pub(super) is_head: bool,
    /// Whether nothing but a table stands before, which must not touch the next or the end.
    pub(super) after_table: bool,
    /// Whether the next paragraph begins with the sign of its footnote.
    pub(super) note_sign: bool,
}

impl<'s, 'm, 'a> Setter<'s, 'm, 'a> {
    pub(super) fn body(
        manuscript: &'m Manuscript<'a>,
        options: &'m DocxOptions<'m>,
        shared: &'s mut Shared,
    ) -> Self {
        Setter {
            manuscript,
            options,
            shared,
            pen: Pen::default(),
            links: Links::default(),
            place: Place::Prose,
            levels: Vec::new(),
            paragraph: None,
            look: Look::default(),
            capital: false,
            later: Vec::new(),
            columns: 0,
            is_head: false,
            after_table: false,
            note_sign: false,
        }
    }

    /// The title, and whose case it is.
    pub(super) fn title(&mut self) {
        let manuscript = self.manuscript;
        if let Some(title) = manuscript.case.parse.document.title {
            self.begin("Title", "", Some(title));
            self.inline(&manuscript.title);
            self.end();
        }
        let case = manuscript.case;
        let front = |key| case.front.get(key);
        let said = [case.owner.as_deref(), front("when"), front("my part")];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            self.begin("Subtitle", "", None);
            self.words(&said.join(" · "));
            self.end();
        }
    }

    /// A section.
    pub(super) fn part(&mut self, part: &'m Part<'a>) {
        self.begin("Heading1", "", Some(part.heading));
        self.inline(&part.title);
        self.end();
        let place = match part.role {
            Some(Role::Case) => Place::Argued,
            Some(Role::Questions) => Place::Asked,
            _ => Place::Prose,
        };
        self.flow(&part.flow, place);
    }

    /// What is set.
    pub(super) fn finish(mut self) -> Set {
        self.end();
        Set {
            xml: self.pen.finish(),
            links: self.links,
        }
    }

    /// The sheet's measure, in twentieths of a point.
    pub(super) fn measure(&self) -> u32 {
        let page: Page = self.options.page;
        page.measure()
    }

    /// Begins a paragraph of a style, with more properties, on a block of the case.
    pub(super) fn begin(&mut self, style: &str, properties: &str, text: Option<TextId>) {
        self.end();
        self.after_table = false;
        self.pen.open("w:p", &[]);
        self.pen.open("w:pPr", &[]);
        self.pen.value("w:pStyle", style);
        self.pen.raw(properties);
        self.pen.close("w:pPr");
        let hold = text.and_then(|text| self.shared.holds.on(self.manuscript, text));
        if let Some((id, name)) = &hold {
            let id = id.to_string();
            let attributes = [("w:id", id.as_str()), ("w:name", name.as_str())];
            self.pen.empty("w:bookmarkStart", &attributes);
        }
        self.paragraph = Some(hold.map(|(id, _)| id));
        if std::mem::take(&mut self.note_sign) {
            self.pen.raw(
                "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>",
            );
            self.words(" ");
        }
    }

    /// Ends the open paragraph.
    pub(super) fn end(&mut self) {
        let Some(bookmark) = self.paragraph.take() else {
            return;
        };
        self.close_links();
        self.look = Look::default();
        self.capital = false;
        if let Some(id) = bookmark {
            self.pen
                .empty("w:bookmarkEnd", &[("w:id", &id.to_string())]);
        }
        self.pen.close("w:p");
    }

    /// A paragraph of plain words of our own.
    pub(super) fn line(&mut self, style: &str, words: &str) {
        self.begin(style, "", None);
        self.words(words);
        self.end();
    }

    /// Keeps a table from touching the next, or the end of the text.
    pub(super) fn apart(&mut self) {
        if std::mem::take(&mut self.after_table) {
            self.begin("AfterTable", "", None);
            self.end();
        }
    }
}
