//! The plain text of a file: what a reader would read, line by line.

mod clean;
pub(crate) mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

use crate::{ImportError, MAX_BYTES, decode, docx};

pub(crate) use clean::clean;

/// Longest text that is read, in bytes: a thousand pages.
pub const MAX_TEXT: usize = 8 << 20;

/// What a file was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileFormat {
    /// Any text without markup.
    PlainText,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// PDF.
    Pdf,
    /// Word's format since 2007.
    Docx,
    /// JSON Resume.
    JsonResume,
    /// RenderCV's YAML.
    RenderCv,
    /// LinkedIn's data export, or one file of it.
    LinkedIn,
    /// Europass XML.
    Europass,
}

impl FileFormat {
    /// Its name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::PlainText => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV YAML",
            Self::LinkedIn => "LinkedIn data export",
            Self::Europass => "Europass XML",
        }
    }
}

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Lines that end in `\n`, without control characters; list items begin with `- `.
    pub text: String,
    /// What it was read as.
    pub format: FileFormat,
    /// How many pages it has, where it has pages.
    pub pages: Option<usize>,
}

/// The plain text of a `.txt`, `.md`, `.html`, `.docx` or (feature `pdf`) `.pdf` file: told by its bytes, then by the
/// ending of its name.
///
/// # Errors
/// Where it is none of these, damaged, encrypted, larger than what is read, or has no text.
pub fn text_of(name: &str, bytes: &[u8]) -> Result<Read, ImportError> {
    read(name, bytes, html::text)
}

/// The same of a job description, which is a page of somebody else's site: without the site's notices of cookies, menus
/// and feet, as long as what remains holds most of the text.
///
/// # Errors
/// As [`text_of`].
pub fn job_text_of(name: &str, bytes: &[u8]) -> Result<Read, ImportError> {
    read(name, bytes, html::own_text)
}

/// Reads a file; `page` gives the text of a page of the web.
fn read(name: &str, bytes: &[u8], page: fn(&str) -> String) -> Result<Read, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(name, MAX_BYTES));
    }
    let format = format_of(name, bytes)?;
    let (text, pages) = match format {
        #[cfg(feature = "pdf")]
        FileFormat::Pdf => {
            let read = pdf::text(name, bytes)?;
            (read.text, Some(read.pages))
        }
        FileFormat::Docx => (docx::to_text(name, bytes)?, None),
        _ if bytes.len() > 2 * MAX_TEXT => return Err(too_large(name, MAX_TEXT)),
        FileFormat::Html => (page(&decoded(name, bytes)?), None),
        FileFormat::Markdown => (markdown::text(&decoded(name, bytes)?), None),
        _ => (decoded(name, bytes)?, None),
    };
    let text = clean(&text);
    if text.len() > MAX_TEXT {
        return Err(too_large(name, MAX_TEXT));
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(ImportError::Empty {
            name: name.to_owned(),
        });
    }
    Ok(Read {
        text,
        format,
        pages,
    })
}

fn too_large(name: &str, limit: usize) -> ImportError {
    ImportError::TooLarge {
        name: name.to_owned(),
        limit,
    }
}

/// Text as UTF-8 or UTF-16; what is neither and has no zero byte is read as Windows-1252, as old editors write it.
fn decoded(name: &str, bytes: &[u8]) -> Result<String, ImportError> {
    match decode::text(name, bytes) {
        Err(error @ ImportError::NotText { .. }) => windows(bytes).ok_or(error),
        other => other,
    }
}

/// None where the bytes are no text: a control character that no editor writes.
fn windows(bytes: &[u8]) -> Option<String> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let text = bytes.iter().map(|&byte| match byte {
        b'\t' | b'\n' | b'\r' | 0x0c | 0x20..=0x7e => Some(char::from(byte)),
        0x80..=0x9f => HIGH
            .get(usize::from(byte) - 0x80)
            .copied()
            .filter(|c| !c.is_control()),
        0xa0..=0xff => Some(char::from(byte)),
        _ => None,
    });
    text.collect()
}

/// The ending of a file's name, in lower case; empty where it has none.
pub(crate) fn ending(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

/// What has words in a form that is not read: what it is, and what to do.
fn refused(ending: &str, bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let is_archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    match ending {
        "odt" | "ott" | "pages" if is_archive => Some((
            "a document of another word processor",
            "save it as .docx or .pdf",
        )),
        "xlsx" | "pptx" | "ods" | "odp" if is_archive => {
            Some(("no text document", "import a .docx, .pdf, .md or .txt file"))
        }
        _ if bytes.starts_with(b"\xd0\xcf\x11\xe0") => Some((
            "an old Word file or one with a password",
            "save it as .docx without a password",
        )),
        _ if bytes.starts_with(b"{\\rtf") => Some(("rich text (RTF)", "save it as .docx")),
        _ if is_picture(bytes) => Some((
            "a picture",
            "Whyproof reads text, not pictures: import the file it was made from, or type it into a .txt file",
        )),
        _ if !cfg!(feature = "pdf") && is_pdf(ending, bytes) => Some((
            "a PDF, which this build cannot read",
            "import the file that it was made from",
        )),
        _ => None,
    }
}

/// Some programs write a few bytes before a PDF's mark.
fn is_pdf(ending: &str, bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    head.windows(5).any(|five| five == b"%PDF-") && (ending == "pdf" || bytes.starts_with(b"%PDF-"))
}

/// Which of the formats with words a file has.
fn format_of(name: &str, bytes: &[u8]) -> Result<FileFormat, ImportError> {
    let ending = ending(name);
    if let Some((what, hint)) = refused(&ending, bytes) {
        return Err(ImportError::Unsupported {
            name: name.to_owned(),
            what,
            hint,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(FileFormat::Docx);
    }
    if is_pdf(&ending, bytes) {
        return Ok(FileFormat::Pdf);
    }
    let named = match ending.as_str() {
        "pdf" | "docx" | "docm" => {
            return Err(ImportError::Unreadable {
                name: name.to_owned(),
                what: if ending == "pdf" { "PDF" } else { "DOCX" },
                problem: "its first bytes are another format's".to_owned(),
                hint: "save it anew from the program that made it",
            });
        }
        "html" | "htm" | "xhtml" | "mhtml" => FileFormat::Html,
        "md" | "markdown" | "mdown" | "mkd" => FileFormat::Markdown,
        _ => FileFormat::PlainText,
    };
    if named == FileFormat::PlainText && is_html(bytes.get(..1024).unwrap_or(bytes)) {
        return Ok(FileFormat::Html);
    }
    Ok(named)
}

fn is_picture(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    marks.iter().any(|mark| bytes.starts_with(mark))
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

fn is_html(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}
