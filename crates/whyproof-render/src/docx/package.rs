//! The archive: its parts, what each is, and how they are related.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::pen::Pen;
use super::setter::{Links, Set, Shared};
use super::{DocxError, DocxOptions, MARGIN, numbering, properties, styles};
use crate::manuscript::Manuscript;

/// The namespace of a document's text.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A file in the making: parts by name, in the order of the archive.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    pub(super) fn new(
        manuscript: &Manuscript<'_>,
        options: &DocxOptions<'_>,
        shared: &Shared,
        body: Set,
        notes: Set,
    ) -> Self {
        let language = language(options.language);
        let revision = &shared.holds.revision;
        let mut package = Package::default();
        package.add("[Content_Types].xml", types(shared));
        package.add("_rels/.rels", roots());
        let case = manuscript.case;
        let core = properties::core(
            case.title.as_deref(),
            case.owner.as_deref(),
            options.language,
            options.date,
        );
        package.add("docProps/core.xml", core);
        package.add("docProps/app.xml", properties::app());
        package.add(
            "docProps/custom.xml",
            properties::custom(revision, options.path),
        );
        package.add("word/document.xml", document(&body, options));
        package.add("word/_rels/document.xml.rels", related(shared, &body));
        package.add(
            "word/styles.xml",
            styles::part(&language, styles::PARAGRAPHS),
        );
        package.add("word/settings.xml", properties::settings(&language, true));
        let numbering: &numbering::Numbering = &shared.numbering;
        package.add("word/numbering.xml", numbering.part());
        package.add("word/footer1.xml", footer());
        package.add("word/footnotes.xml", footnotes(&notes));
        let links = links_of(&notes.links);
        package.add("word/_rels/footnotes.xml.rels", relationships(&links));
        package.add("customXml/item1.xml", shared.holds.part(options.path));
        package.add("customXml/itemProps1.xml", item(revision));
        let own = own("rId1", "customXmlProps", "itemProps1.xml");
        package.add("customXml/_rels/item1.xml.rels", relationships(&[own]));
        for (at, picture) in shared.pictures.all.iter().enumerate() {
            let name = |ending| format!("word/media/chart{}.{ending}", at + 1);
            package.parts.push((name("png"), picture.png.clone()));
            if let Some(svg) = &picture.svg {
                package.add(&name("svg"), svg.clone());
            }
        }
        package
    }

    pub(super) fn add(&mut self, name: &str, text: String) {
        self.parts.push((name.to_owned(), text.into_bytes()));
    }

    /// The archive's bytes: no time of day and no order of chance in them.
    pub(super) fn zip(self) -> Result<Vec<u8>, DocxError> {
        let wrong = |error: &dyn std::fmt::Display| DocxError::Archive(error.to_string());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (name, bytes) in self.parts {
            writer
                .start_file(name, options)
                .map_err(|error| wrong(&error))?;
            writer.write_all(&bytes).map_err(|error| wrong(&error))?;
        }
        let cursor = writer.finish().map_err(|error| wrong(&error))?;
        Ok(cursor.into_inner())
    }
}

/// A language's tag; letters, digits and hyphens only.
pub(super) fn language(tag: &str) -> String {
    let plain = tag
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    let plain: String = plain.take(35).collect();
    if plain.is_empty() {
        "en-US".to_owned()
    } else {
        plain
    }
}

/// A relationship: its id, its type and its target, and whether that is outside.
pub(super) type Related = (String, String, String, bool);

pub(super) fn own(id: &str, kind: &str, target: &str) -> Related {
    (
        id.to_owned(),
        format!("{OFFICE}/{kind}"),
        target.to_owned(),
        false,
    )
}

pub(super) fn relationships(all: &[Related]) -> String {
    let mut pen = Pen::part();
    let namespace = format!("{PACKAGE}/relationships");
    pen.open("Relationships", &[("xmlns", &namespace)]);
    for (id, kind, target, is_outside) in all {
        let mut attributes = vec![("Id", id.as_str()), ("Type", kind), ("Target", target)];
        if *is_outside {
            attributes.push(("TargetMode", "External"));
        }
        pen.empty("Relationship", &attributes);
    }
    pen.close("Relationships");
    pen.finish()
}

/// The relationships to what a part links to.
pub(super) fn links_of(links: &Links) -> Vec<Related> {
    let links = links.all();
    links
        .map(|(id, target)| (id, format!("{OFFICE}/hyperlink"), target.to_owned(), true))
        .collect()
}

fn roots() -> String {
    let mut all = common_roots();
    all.push(own("rId4", "custom-properties", "docProps/custom.xml"));
    relationships(&all)
}

/// What every file begins with: its text, and what it says of itself.
pub(super) fn common_roots() -> Vec<Related> {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    vec![
        own("rId1", "officeDocument", "word/document.xml"),
        (
            "rId2".to_owned(),
            core,
            "docProps/core.xml".to_owned(),
            false,
        ),
        own("rId3", "extended-properties", "docProps/app.xml"),
    ]
}

fn related(shared: &Shared, body: &Set) -> String {
    let mut all = vec![
        own("rId1", "styles", "styles.xml"),
        own("rId2", "settings", "settings.xml"),
        own("rId3", "numbering", "numbering.xml"),
        own("rId4", "footnotes", "footnotes.xml"),
        own("rId5", "footer", "footer1.xml"),
        own("rId6", "customXml", "../customXml/item1.xml"),
    ];
    for (at, picture) in shared.pictures.all.iter().enumerate() {
        let number = at + 1;
        all.push(own(
            &format!("rPng{number}"),
            "image",
            &format!("media/chart{number}.png"),
        ));
        if picture.svg.is_some() {
            all.push(own(
                &format!("rSvg{number}"),
                "image",
                &format!("media/chart{number}.svg"),
            ));
        }
    }
    all.extend(links_of(&body.links));
    relationships(&all)
}

fn types(shared: &Shared) -> String {
    let pictures: &[(&str, &str)] = match shared.pictures.all.is_empty() {
        true => &[],
        false => &[("png", "image/png"), ("svg", "image/svg+xml")],
    };
    let office = "application/vnd.openxmlformats-officedocument";
    let mut parts = common_parts();
    parts.extend([
        (
            "/docProps/custom.xml",
            format!("{office}.custom-properties+xml"),
        ),
        ("/word/footnotes.xml", format!("{WORD}.footnotes+xml")),
        (
            "/customXml/itemProps1.xml",
            format!("{office}.customXmlProperties+xml"),
        ),
    ]);
    content_types(pictures, &parts)
}

/// The parts that every file has, and what each is.
pub(super) fn common_parts() -> Vec<(&'static str, String)> {
    let office = "application/vnd.openxmlformats-officedocument";
    vec![
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            format!("{office}.extended-properties+xml"),
        ),
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/footer1.xml", format!("{WORD}.footer+xml")),
    ]
}

/// What each part is.
pub(super) fn content_types(pictures: &[(&str, &str)], parts: &[(&str, String)]) -> String {
    let mut pen = Pen::part();
    pen.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let defaults = [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
    ];
    for (ending, kind) in defaults.iter().chain(pictures) {
        pen.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    for (part, kind) in parts {
        pen.empty("Override", &[("PartName", part), ("ContentType", kind)]);
    }
    pen.close("Types");
    pen.finish()
}

fn document(body: &Set, options: &DocxOptions<'_>) -> String {
    let mut pen = Pen::part();
    pen.open(
        "w:document",
        &[
            ("xmlns:w", MAIN),
            ("xmlns:r", OFFICE),
            (
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ),
            (
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:pic",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
            (
                "xmlns:asvg",
                "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
            ),
        ],
    );
    pen.open("w:body", &[]);
    pen.raw(&body.xml);
    let (width, height) = options.page.size();
    pen.raw(&format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/><w:cols w:space=\"720\"/></w:sectPr>"
    ));
    pen.close("w:body");
    pen.close("w:document");
    pen.finish()
}

/// The footnotes after the two lines that Word wants first.
fn footnotes(notes: &Set) -> String {
    let mut pen = Pen::part();
    pen.open("w:footnotes", &[("xmlns:w", MAIN), ("xmlns:r", OFFICE)]);
    pen.raw("<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
    pen.raw(&notes.xml);
    pen.close("w:footnotes");
    pen.finish()
}

/// The number of the page.
pub(super) fn footer() -> String {
    let mut pen = Pen::part();
    pen.open("w:ftr", &[("xmlns:w", MAIN)]);
    pen.raw("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>");
    pen.close("w:ftr");
    pen.finish()
}

/// The properties of the part that holds the anchors; its identifier is made of the revision.
fn item(revision: &str) -> String {
    let hex: String = revision.to_uppercase().chars().take(32).collect();
    let cut = |from: usize, to: usize| hex.get(from..to).unwrap_or("0");
    let id = format!(
        "{{{}-{}-{}-{}-{}}}",
        cut(0, 8),
        cut(8, 12),
        cut(12, 16),
        cut(16, 20),
        cut(20, 32)
    );
    let mut pen = Pen::part();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
    pen.open(
        "ds:datastoreItem",
        &[("ds:itemID", &id), ("xmlns:ds", namespace)],
    );
    pen.open("ds:schemaRefs", &[]);
    pen.empty("ds:schemaRef", &[("ds:uri", super::NAMESPACE)]);
    pen.close("ds:schemaRefs");
    pen.close("ds:datastoreItem");
    pen.finish()
}
