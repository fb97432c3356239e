//! Résumés: JSON Resume, RenderCV's YAML, LinkedIn's data export, Europass XML, and the text of anything else.

mod contact;
mod dates;
mod days;
mod drafts;
mod entries;
mod europass;
mod headings;
mod heads;
mod home;
mod json;
mod kinds;
mod ledger;
mod lines;
mod linkedin;
mod lists;
mod parse;
mod pieces;
mod regions;
mod rendercv;
mod tree;
mod urls;
mod xml;

use std::collections::BTreeSet;

use whyproof_experience::resume::{Resume, all};

use crate::draft::Note;
use crate::text::{FileFormat, Read, clean, ending, text_of};
use crate::{ImportError, MAX_BYTES, decode};
pub use drafts::{StoryDraft, story_drafts};
use ledger::Leaf;
use lines::What;

/// Largest file of JSON, YAML or XML that is read as a résumé, in bytes.
const STRUCTURED: usize = 8 << 20;

/// A résumé that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedResume {
    /// The résumé; where its lines came from and what could not be placed is in its own keys.
    pub resume: Resume,
    /// The text that the places of its own keys are lines of.
    pub text: String,
    /// Where that text is to be kept in the workspace, as in `imported/resume.txt`.
    pub kept: String,
    /// What the file was read as.
    pub format: FileFormat,
    /// How many pages it has, where it has pages.
    pub pages: Option<usize>,
    /// What was left out on purpose, or may not be what it seems.
    pub notes: Vec<Note>,
}

/// What a reader of one format gives.
struct Built {
    resume: Resume,
    text: String,
    notes: Vec<Note>,
}

/// Reads a résumé of any format that is known.
///
/// # Errors
/// Where the file is none, damaged, encrypted, too large, or has nothing that a résumé has.
pub fn resume(name: &str, bytes: &[u8]) -> Result<ImportedResume, ImportError> {
    let too_large = |limit| ImportError::TooLarge {
        name: name.to_owned(),
        limit,
    };
    if bytes.len() > MAX_BYTES {
        return Err(too_large(MAX_BYTES));
    }
    let structured = structured(name, bytes);
    let kept = kept(name, structured);
    let (format, pages, mut built) = match structured {
        Some(FileFormat::LinkedIn) => (
            FileFormat::LinkedIn,
            None,
            linkedin::read(name, bytes, &kept)?,
        ),
        Some(format) => {
            if bytes.len() > STRUCTURED {
                return Err(too_large(STRUCTURED));
            }
            let text = clean(&decode::text(name, bytes)?);
            let built = match format {
                FileFormat::JsonResume => json::read(name, text, &kept),
                FileFormat::RenderCv => rendercv::read(name, text, &kept),
                _ => europass::read(name, text, &kept),
            };
            (format, None, built?)
        }
        None => {
            let Read {
                text,
                format,
                pages,
            } = text_of(name, bytes)?;
            let resume = parse::read(&text, &kept);
            (
                format,
                pages,
                Built {
                    resume,
                    text,
                    notes: Vec::new(),
                },
            )
        }
    };
    urls::complete(&mut built.resume);
    days::settle(&mut built, &kept);
    if is_bare(&built.resume) {
        return Err(ImportError::NoResume {
            name: name.to_owned(),
        });
    }
    Ok(ImportedResume {
        resume: built.resume,
        text: built.text,
        kept,
        format,
        pages,
        notes: built.notes,
    })
}

/// Whether a file is a résumé and no draft of a case: by the keys of a known format, or because its text has the
/// sections and dates of one. A file that cannot be read is none.
pub fn is_resume(name: &str, bytes: &[u8]) -> bool {
    if bytes.len() > MAX_BYTES {
        return false;
    }
    if structured(name, bytes).is_some() {
        return true;
    }
    let Ok(read) = text_of(name, bytes) else {
        return false;
    };
    if read.text.starts_with("---\n") && read.text.contains("\nkind:") {
        return false;
    }
    let items = lines::items(&read.text);
    let sections: BTreeSet<headings::Kind> = items
        .iter()
        .filter_map(|item| match item.what {
            What::Heading(kind) => Some(kind),
            _ => None,
        })
        .collect();
    let life = [headings::Kind::Work, headings::Kind::Education];
    let has_life = life.iter().any(|kind| sections.contains(kind));
    let is_dated =
        |item: &&lines::Item| dates::find(&item.text).is_some_and(|found| found.is_range);
    let dated = items.iter().filter(is_dated).count();
    let reached = items
        .iter()
        .take(40)
        .any(|item| contact::is_contact(&item.text));
    // A first résumé may have one post and nothing else.
    let is_of_one = dated == 1 && reached;
    has_life && (sections.len() >= 2 || dated >= 2 || is_of_one) && (reached || dated >= 2)
}

/// The words of a résumé's file that are neither in the résumé nor in what could not be placed: none, unless this
/// crate has lost them. What only labels a field, names a section or writes a month out counts for nothing. For
/// tests and fuzzers.
#[doc(hidden)]
pub fn lost(imported: &ImportedResume) -> Vec<String> {
    if structured_format(imported.format) {
        return Vec::new();
    }
    let leaf = |line: &str| Leaf {
        text: line.to_owned(),
        from: String::new(),
    };
    let leaves: Vec<Leaf> = imported.text.lines().map(leaf).collect();
    let owed = ledger::owed(&imported.resume, &leaves);
    owed.into_iter().map(|leaf| leaf.text.clone()).collect()
}

fn structured_format(format: FileFormat) -> bool {
    use FileFormat::{Europass, JsonResume, LinkedIn, RenderCv};
    matches!(format, Europass | JsonResume | LinkedIn | RenderCv)
}

/// The format of a file that says itself what its words are.
fn structured(name: &str, bytes: &[u8]) -> Option<FileFormat> {
    if linkedin::is_export(name, bytes) {
        return Some(FileFormat::LinkedIn);
    }
    if bytes.starts_with(b"PK") || bytes.starts_with(b"%PDF") {
        return None;
    }
    let head = bytes.get(..bytes.len().min(64 << 10)).unwrap_or_default();
    let wide = decode::utf16(head.get(..head.len() & !1).unwrap_or_default()).flatten();
    let head = wide.unwrap_or_else(|| String::from_utf8_lossy(head).into_owned());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let ending = ending(name);
    if head.starts_with('{') {
        return json::is_resume(head).then_some(FileFormat::JsonResume);
    }
    if head.starts_with('<') {
        return europass::is_resume(head).then_some(FileFormat::Europass);
    }
    if matches!(ending.as_str(), "yaml" | "yml") {
        if rendercv::is_resume(head) {
            return Some(FileFormat::RenderCv);
        }
        return json::is_resume(head).then_some(FileFormat::JsonResume);
    }
    None
}

/// Where the text of a file is kept: under its own name, for text of any kind `.txt`.
fn kept(name: &str, format: Option<FileFormat>) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let plain: String = stem
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, '.' | '_') {
                c
            } else {
                '-'
            }
        })
        .collect();
    let plain = plain.trim_matches(['-', '.']);
    let stem = if plain.is_empty() { "resume" } else { plain };
    let ending = match format {
        Some(FileFormat::LinkedIn) | None => "txt".to_owned(),
        Some(_) => ending(name),
    };
    let ending = if ending.is_empty() { "txt" } else { &ending };
    format!("imported/{stem}.{ending}")
}

/// Whether there is nothing in it but what could not be placed.
fn is_bare(resume: &Resume) -> bool {
    let reached = resume.basics.as_ref().is_some_and(|basics| {
        basics.email.is_some() || basics.phone.is_some() || basics.profiles.is_some()
    });
    let told = [
        all(&resume.work).len(),
        all(&resume.volunteer).len(),
        all(&resume.education).len(),
        all(&resume.projects).len(),
        all(&resume.skills).len(),
        all(&resume.languages).len(),
        all(&resume.certificates).len(),
        all(&resume.awards).len(),
        all(&resume.publications).len(),
    ];
    !reached && told.iter().all(|count| *count == 0)
}

/// Where in a text the words stand, by line, each found behind the one before where they repeat.
struct Finder<'t> {
    text: &'t str,
    kept: &'t str,
}

impl Finder<'_> {
    /// The line that has `needle`; the path of a value where no line has it as it is.
    fn from(&self, needle: &str, path: &str) -> String {
        self.place(find_whole(self.text, needle), path)
    }

    /// The same of a whole value that repeats, behind so many that say the same.
    fn place_of(&self, needle: &str, path: &str, before: usize) -> String {
        let quoted = format!("\"{needle}\"");
        let found = whole_words(self.text, &quoted).nth(before);
        let found = found.or_else(|| whole_words(self.text, needle).nth(before));
        self.place(found.or_else(|| find_whole(self.text, needle)), path)
    }

    fn place(&self, found: Option<usize>, path: &str) -> String {
        match found.and_then(|at| self.text.get(..at)) {
            Some(before) => format!("{}:{}", self.kept, 1 + before.matches('\n').count()),
            None => format!("{} {path}", self.kept),
        }
    }
}

/// Where `needle` stands as whole words: "Java" is not in "JavaScript".
fn find_whole(text: &str, needle: &str) -> Option<usize> {
    whole_words(text, needle).next()
}

/// The same, everywhere.
fn whole_words(text: &str, needle: &str) -> impl Iterator<Item = usize> {
    let length = needle.len();
    let is_whole = move |at: &usize| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let after = text.get(at + length..);
        let after = after.and_then(|text| text.chars().next());
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    };
    let found = text.match_indices(needle).map(|(at, _)| at);
    found.filter(move |_| length > 0).filter(is_whole)
}
