//! A Word file as Word leaves it when somebody comments in it.
#![allow(clippy::unwrap_used, dead_code)]

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A file that is open in Word.
pub(crate) struct Word {
    parts: Vec<(String, Vec<u8>)>,
    comments: String,
    extended: String,
    count: usize,
}

impl Word {
    /// Opens a file.
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let parts = (0..archive.len()).map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        });
        let parts = parts.collect();
        Word {
            parts,
            comments: String::new(),
            extended: String::new(),
            count: 0,
        }
    }

    /// A part's text.
    pub(crate) fn part(&self, name: &str) -> String {
        let part = self.parts.iter().find(|(other, _)| other == name).unwrap();
        String::from_utf8(part.1.clone()).unwrap()
    }

    /// Puts another text into a part; none takes the part away.
    pub(crate) fn set(&mut self, name: &str, text: Option<&str>) {
        self.parts
            .retain(|(other, _)| other != name || text.is_some());
        let Some(text) = text else { return };
        let bytes = text.as_bytes().to_vec();
        match self.parts.iter_mut().find(|(other, _)| other == name) {
            Some(part) => part.1 = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
    }

    /// Comments on words of the text, wherever runs end in them; gives the name of the comment's paragraph.
    pub(crate) fn comment(&mut self, words: &str, author: &str, text: &str) -> String {
        let id = self.count;
        self.mark(words, &id.to_string());
        self.say(author, text, None)
    }

    /// Marks words with the range of a comment, and refers to it behind them.
    fn mark(&mut self, words: &str, id: &str) {
        let xml = self.part("word/document.xml");
        let (plain, places) = words_of(&xml);
        let at = plain
            .find(words)
            .unwrap_or_else(|| panic!("“{words}” is not in the file"));
        let place = |byte: usize| places[byte];
        let (start, end) = (place(at), place(at + words.len() - 1) + 1);
        let mut new = xml[..start].to_owned();
        new += &split(
            &xml,
            start,
            &format!("<w:commentRangeStart w:id=\"{id}\"/>"),
        );
        new += &xml[start..end];
        let reference = format!(
            "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>"
        );
        new += &split(&xml, end, &reference);
        new += &xml[end..];
        self.set("word/document.xml", Some(&new));
    }

    /// Replies to the comment whose paragraph has this name.
    pub(crate) fn reply(&mut self, to: &str, author: &str, text: &str) -> String {
        self.say(author, text, Some(to))
    }

    fn say(&mut self, author: &str, text: &str, to: Option<&str>) -> String {
        let id = self.count;
        self.count += 1;
        let paragraph = format!("{:08X}", 0x1000_0000 + id);
        let paragraphs = text.split('\n').map(|line| {
            format!(
                "<w:p w14:paraId=\"{paragraph}\"><w:r><w:annotationRef/></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                escaped(line)
            )
        });
        let paragraphs: String = paragraphs.collect();
        self.comments += &format!(
            "<w:comment w:id=\"{id}\" w:author=\"{}\" w:date=\"2026-05-02T10:00:00Z\" w:initials=\"X\">{paragraphs}</w:comment>",
            escaped(author)
        );
        let parent = to
            .map(|to| format!(" w15:paraIdParent=\"{to}\""))
            .unwrap_or_default();
        self.extended +=
            &format!("<w15:commentEx w15:paraId=\"{paragraph}\"{parent} w15:done=\"0\"/>");
        paragraph
    }

    /// Resolves the comment whose paragraph has this name.
    pub(crate) fn resolve(&mut self, paragraph: &str) {
        let open = format!("w15:paraId=\"{paragraph}\" w15:done=\"0\"");
        let done = open.replace("done=\"0\"", "done=\"1\"");
        assert!(self.extended.contains(&open));
        self.extended = self.extended.replace(&open, &done);
    }

    /// Saves the file.
    pub(crate) fn save(mut self) -> Vec<u8> {
        let comments = format!(
            "<w:comments xmlns:w=\"m\" xmlns:w14=\"n\">{}</w:comments>",
            self.comments
        );
        let extended = format!(
            "<w15:commentsEx xmlns:w15=\"o\">{}</w15:commentsEx>",
            self.extended
        );
        self.set("word/comments.xml", Some(&comments));
        self.set("word/commentsExtended.xml", Some(&extended));
        let rels = self.part("word/_rels/document.xml.rels");
        let more = "<Relationship Id=\"rC\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/><Relationship Id=\"rX\" Type=\"http://schemas.microsoft.com/office/2011/relationships/commentsExtended\" Target=\"commentsExtended.xml\"/></Relationships>";
        let rels = rels.replace("</Relationships>", more);
        self.set("word/_rels/document.xml.rels", Some(&rels));
        self.zip()
    }

    /// The archive as it is.
    pub(crate) fn zip(self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in self.parts {
            writer
                .start_file(name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(&bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

/// All words of the runs, paragraphs parted by a line break, and where each of their bytes stands.
pub(crate) fn words_of(xml: &str) -> (String, Vec<usize>) {
    let (mut plain, mut places) = (String::new(), Vec::new());
    let mut at = 0;
    while let Some(open) = xml[at..].find('<') {
        let tag = at + open;
        let end = tag + xml[tag..].find('>').unwrap() + 1;
        at = end;
        if xml[tag..].starts_with("</w:p>") {
            plain.push('\n');
            places.push(tag);
        } else if xml[tag..].starts_with("<w:t ") {
            let text = &xml[end..end + xml[end..].find('<').unwrap()];
            let mut from = 0;
            while from < text.len() {
                let entities = [
                    ("&amp;", '&'),
                    ("&lt;", '<'),
                    ("&gt;", '>'),
                    ("&apos;", '\''),
                    ("&quot;", '"'),
                ];
                let entity = entities
                    .iter()
                    .find(|(name, _)| text[from..].starts_with(name));
                let (c, len) = match entity {
                    Some((name, c)) => (*c, name.len()),
                    None => {
                        let c = text[from..].chars().next().unwrap();
                        (c, c.len_utf8())
                    }
                };
                plain.push(c);
                places.extend((0..c.len_utf8()).map(|more| end + from + more.min(len - 1)));
                from += len;
            }
        }
    }
    (plain, places)
}

/// What ends a run at `at`, stands between, and begins the run again.
fn split(xml: &str, at: usize, between: &str) -> String {
    let run = xml[..at].rfind("<w:r>").unwrap();
    let looks = &xml[run + "<w:r>".len()..at];
    let looks = looks
        .strip_prefix("<w:rPr>")
        .and_then(|rest| rest.split_once("</w:rPr>"))
        .map(|(looks, _)| format!("<w:rPr>{looks}</w:rPr>"))
        .unwrap_or_default();
    format!("</w:t></w:r>{between}<w:r>{looks}<w:t xml:space=\"preserve\">")
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}
