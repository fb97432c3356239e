//! Builds DOCX files.
#![allow(clippy::unwrap_used, dead_code)]

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these files.
pub(crate) fn zip(files: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1));
    for (name, text) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A run.
pub(crate) fn r(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A document in the making.
pub(crate) struct Docx {
    files: Vec<(String, String)>,
    relationships: String,
}

impl Docx {
    /// One whose body is this XML.
    pub(crate) fn new(body: &str) -> Self {
        let files = vec![
            ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
            ("_rels/.rels".to_owned(), r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#.to_owned()),
            ("word/document.xml".to_owned(), format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document><w:body>{body}<w:sectPr/></w:body></w:document>"#)),
        ];
        Self {
            files,
            relationships: String::new(),
        }
    }

    /// Adds the part `word/NAME.xml`.
    pub(crate) fn part(mut self, name: &str, kind: &str, xml: &str) -> Self {
        self.files
            .push((format!("word/{name}.xml"), xml.to_owned()));
        self.relationships += &format!(
            r#"<Relationship Id="p{name}" Type="http://x/relationships/{kind}" Target="{name}.xml"/>"#
        );
        self
    }

    /// Adds a relationship that leads out of the document.
    pub(crate) fn link(mut self, id: &str, target: &str) -> Self {
        self.relationships += &format!(
            r#"<Relationship Id="{id}" Type="x/hyperlink" Target="{target}" TargetMode="External"/>"#
        );
        self
    }

    /// The file.
    pub(crate) fn build(self) -> Vec<u8> {
        let mut files = self.files;
        files.push((
            "word/_rels/document.xml.rels".to_owned(),
            format!("<Relationships>{}</Relationships>", self.relationships),
        ));
        let files: Vec<(&str, String)> = files
            .iter()
            .map(|(name, text)| (name.as_str(), text.clone()))
            .collect();
        zip(&files)
    }
}
