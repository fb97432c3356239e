//! A résumé as a Word file: plain styles, real headings and lists, dates at a tab on the right.

mod styles;

use whyproof_experience::resume::Resume;

use super::package::{self, MAIN, OFFICE, Package, own};
use super::pen::Pen;
use super::setter::Links;
use super::{DocxError, Page, numbering, properties};
use crate::resume::{Entry, Fact, Linked, PageSize, Piece, ResumeOptions, Sheet};

/// What stands free on each side of a page, in twentieths of a point.
const MARGIN: u32 = 1_247;

/// Writes a résumé as a Word file. The design is for paper; here all look alike.
///
/// # Errors
///
/// Where the archive cannot hold it, which is larger than a written text can be.
pub fn resume(resume: &Resume, options: &ResumeOptions) -> Result<Vec<u8>, DocxError> {
    let page = match options.page() {
        PageSize::A4 => Page::A4,
        PageSize::UsLetter => Page::Letter,
    };
    let sheet = Sheet::new(resume, options);
    let mut setter = Setter {
        pen: Pen::default(),
        links: Links::default(),
        measure: page.size().0 - 2 * MARGIN,
    };
    setter.sheet(&sheet);
    let locale = options.locale();
    let language = match locale.region {
        Some(region) => format!("{}-{region}", locale.language),
        None if locale.language == "en" => "en-US".to_owned(),
        None => locale.language,
    };
    let language = package::language(&language);
    let name = sheet.name.as_deref();
    let title = name.or(Some("Résumé"));
    let core = properties::core(title, name, &language, options.day);
    let mut all = Package::default();
    let types = package::content_types(&[], &package::common_parts());
    all.add("[Content_Types].xml", types);
    let roots = package::common_roots();
    all.add("_rels/.rels", package::relationships(&roots));
    all.add("docProps/core.xml", core);
    all.add("docProps/app.xml", properties::app());
    all.add("word/document.xml", document(setter.pen, page));
    let mut related = vec![
        own("rId1", "styles", "styles.xml"),
        own("rId2", "settings", "settings.xml"),
        own("rId3", "numbering", "numbering.xml"),
        own("rId5", "footer", "footer1.xml"),
    ];
    related.extend(package::links_of(&setter.links));
    let related = package::relationships(&related);
    all.add("word/_rels/document.xml.rels", related);
    let looks = super::styles::part(&language, styles::PARAGRAPHS);
    all.add("word/styles.xml", looks);
    let settings = properties::settings(&language, false);
    all.add("word/settings.xml", settings);
    let lists = numbering::Numbering::default().part();
    all.add("word/numbering.xml", lists);
    all.add("word/footer1.xml", package::footer());
    all.zip()
}

fn document(body: Pen, page: Page) -> String {
    let mut pen = Pen::part();
    pen.open("w:document", &[("xmlns:w", MAIN), ("xmlns:r", OFFICE)]);
    pen.open("w:body", &[]);
    pen.raw(&body.finish());
    let (width, height) = page.size();
    // The first page has no number: most résumés have no second.
    pen.raw(&format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"1134\" w:right=\"{MARGIN}\" w:bottom=\"1134\" w:left=\"{MARGIN}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:cols w:space=\"720\"/><w:titlePg/></w:sectPr>"
    ));
    pen.close("w:body");
    pen.close("w:document");
    pen.finish()
}

struct Setter {
    pen: Pen,
    links: Links,
    /// Width of the text, in twentieths of a point.
    measure: u32,
}

impl Setter {
    fn sheet(&mut self, sheet: &Sheet) {
        self.said("Title", sheet.name.as_deref());
        self.said("Subtitle", sheet.label.as_deref());
        self.several("Contact", &sheet.contacts);
        for section in &sheet.sections {
            self.said("Heading1", Some(section.title));
            for piece in &section.pieces {
                match piece {
                    Piece::Passage(passage) => self.paragraphs(&passage.text),
                    Piece::Entry(entry) => self.entry(entry),
                    Piece::Fact(fact) => self.fact(fact),
                }
            }
        }
    }

    fn begin(&mut self, style: &str, more: &str) {
        self.pen.open("w:p", &[]);
        self.pen.open("w:pPr", &[]);
        self.pen.value("w:pStyle", style);
        self.pen.raw(more);
        self.pen.close("w:pPr");
    }

    fn end(&mut self) {
        self.pen.close("w:p");
    }

    /// Words in a look of their own, or in their paragraph's.
    fn run(&mut self, words: &str, look: &str) {
        self.pen.open("w:r", &[]);
        if !look.is_empty() {
            self.pen.open("w:rPr", &[]);
            self.pen.raw(look);
            self.pen.close("w:rPr");
        }
        self.pen.open("w:t", &[("xml:space", "preserve")]);
        self.pen.words(&drawn(words));
        self.pen.close("w:t");
        self.pen.close("w:r");
    }

    fn said(&mut self, style: &str, words: Option<&str>) {
        if let Some(words) = words {
            self.begin(style, "");
            self.run(words, "");
            self.end();
        }
    }

    fn several(&mut self, style: &str, all: &[Linked]) {
        if all.is_empty() {
            return;
        }
        self.begin(style, "");
        for (at, one) in all.iter().enumerate() {
            if at > 0 {
                self.run(" · ", "");
            }
            match &one.target {
                Some(target) => {
                    let id = self.links.to(target);
                    let attributes = [("r:id", id.as_str()), ("w:history", "1")];
                    self.pen.open("w:hyperlink", &attributes);
                    self.run(&one.text, "<w:rStyle w:val=\"Hyperlink\"/>");
                    self.pen.close("w:hyperlink");
                }
                None => self.run(&one.text, ""),
            }
        }
        self.end();
    }

    /// A paragraph for each that the person wrote.
    fn paragraphs(&mut self, text: &str) {
        let paragraphs = text.split("\n\n");
        for paragraph in paragraphs.filter(|text| !text.trim().is_empty()) {
            self.said("BodyText", Some(paragraph));
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.heading(entry);
        self.several("About", &entry.about);
        for passage in &entry.passages {
            self.paragraphs(&passage.text);
        }
        for bullet in &entry.bullets {
            let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
            self.begin("ListBullet", list);
            self.run(&bullet.text, "");
            self.end();
        }
        for fact in &entry.facts {
            self.fact(fact);
        }
    }

    /// What it is called, and its dates at the right edge.
    fn heading(&mut self, entry: &Entry) {
        let Some(title) = &entry.title else {
            return self.said("About", entry.dates.as_deref());
        };
        let tabs = format!(
            "<w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>",
            self.measure
        );
        let plain = "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>";
        self.begin("Heading2", &tabs);
        self.run(title, "");
        for part in [&entry.at, &entry.place].into_iter().flatten() {
            self.run(&format!(", {part}"), plain);
        }
        if let Some(dates) = &entry.dates {
            self.pen.raw("<w:r><w:tab/></w:r>");
            self.run(dates, plain);
        }
        self.end();
    }

    fn fact(&mut self, fact: &Fact) {
        self.begin("BodyText", "");
        if let Some(term) = &fact.term {
            self.run(term, "<w:b/><w:bCs/>");
        }
        if let Some(words) = &fact.words {
            let mark = if fact.term.is_some() { ": " } else { "" };
            self.run(&format!("{mark}{words}"), "");
        }
        self.end();
    }
}

/// Words with white space drawn together.
fn drawn(words: &str) -> String {
    let mut drawn = String::with_capacity(words.len());
    for letter in words.chars() {
        if !letter.is_whitespace() || letter == '\u{a0}' {
            drawn.push(letter);
        } else if !drawn.ends_with(' ') {
            drawn.push(' ');
        }
    }
    drawn
}

#[cfg(test)]
mod tests;
