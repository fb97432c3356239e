//! A résumé as it is read: a person, how to reach them, and sections of entries and facts. Whatever is empty is absent.

mod person;
mod sections;

use whyproof_experience::resume::{LineId, Resume};

pub(crate) use sections::titles;

use super::ResumeOptions;

/// The longest dates that stand beside a title, in letters; longer ones stand below it.
const DATES: usize = 26;

/// A résumé as it is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// The person's name.
    pub(crate) name: Option<String>,
    /// What they are, in a few words.
    pub(crate) label: Option<String>,
    /// How to reach them.
    pub(crate) contacts: Vec<Linked>,
    /// The sections, in reading order; none is empty.
    pub(crate) sections: Vec<Chapter>,
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chapter {
    /// Its name: the one word here that is ours.
    pub(crate) title: &'static str,
    /// What stands in it.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    /// A paragraph.
    Passage(Passage),
    /// A job, a school, a prize.
    Entry(Entry),
    /// A term and what is said of it.
    Fact(Fact),
}

/// A paragraph or an item of a list; which line of the résumé it is, where it is one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Passage {
    /// Which line.
    pub(crate) id: Option<LineId>,
    /// Its words.
    pub(crate) text: String,
}

/// A job, a school, a prize.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Entry {
    /// What it is called.
    pub(crate) title: Option<String>,
    /// For whom, of whom.
    pub(crate) at: Option<String>,
    /// Where.
    pub(crate) place: Option<String>,
    /// When, in a few letters.
    pub(crate) dates: Option<String>,
    /// What else is to know before the rest: words and addresses.
    pub(crate) about: Vec<Linked>,
    /// Paragraphs.
    pub(crate) passages: Vec<Passage>,
    /// A list.
    pub(crate) bullets: Vec<Passage>,
    /// Facts after the list.
    pub(crate) facts: Vec<Fact>,
}

/// A term and what is said of it; one of both may be absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Fact {
    /// The term.
    pub(crate) term: Option<String>,
    /// What is said of it.
    pub(crate) words: Option<String>,
}

/// Words that may lead somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Linked {
    /// The words.
    pub(crate) text: String,
    /// Where they lead.
    pub(crate) target: Option<String>,
}

impl Sheet {
    /// A résumé, in reading order.
    pub(crate) fn new(resume: &Resume, options: &ResumeOptions) -> Sheet {
        let mut sheet = Sheet::default();
        if let Some(basics) = &resume.basics {
            sheet.name = said(&basics.name);
            sheet.label = said(&basics.label);
            sheet.contacts = person::contacts(basics);
        }
        let sections = sections::all_of(resume, &options.locale());
        sheet.sections = sections
            .into_iter()
            .filter(|section| !section.pieces.is_empty())
            .collect();
        sheet
    }

    /// About how many letters it has.
    #[cfg(feature = "pdf")]
    pub(crate) fn letters(&self) -> usize {
        let pieces = self.sections.iter().flat_map(|section| &section.pieces);
        let of = |passages: &[Passage]| passages.iter().map(|one| one.text.len()).sum::<usize>();
        pieces
            .map(|piece| match piece {
                Piece::Passage(passage) => passage.text.len(),
                Piece::Fact(fact) => fact.words.as_deref().map_or(20, str::len),
                Piece::Entry(entry) => 120 + of(&entry.passages) + of(&entry.bullets),
            })
            .sum()
    }
}

impl Entry {
    /// An entry called by the first of some names; the second is for whom.
    fn named(names: [Option<String>; 2], dates: Option<String>) -> Entry {
        let mut names = names.into_iter().flatten();
        let mut entry = Entry {
            title: names.next(),
            at: names.next(),
            ..Entry::default()
        };
        match dates {
            Some(dates) if dates.chars().count() > DATES => entry.tell(Some(dates)),
            dates => entry.dates = dates,
        }
        entry
    }

    /// The entry with whatever it can be called by as its title; none where it says nothing.
    fn told(mut self) -> Option<Entry> {
        if self.title.is_none() {
            self.title = self.place.take().or_else(|| self.dates.take());
        }
        let says = self.title.is_some() || !self.about.is_empty() || !self.facts.is_empty();
        (says || !self.passages.is_empty() || !self.bullets.is_empty()).then_some(self)
    }

    /// Words that stand before the rest.
    fn tell(&mut self, words: Option<String>) {
        let plain = |text| Linked { text, target: None };
        self.about.extend(words.map(plain));
    }

    /// An address that stands before the rest.
    fn lead(&mut self, address: &Option<String>) {
        self.about.extend(person::address(address));
    }

    /// Words in paragraphs.
    fn pass(&mut self, id: Option<LineId>, text: &Option<String>) {
        self.passages
            .extend(said(text).map(|text| Passage { id, text }));
    }
}

/// What a key says; none where it says nothing.
fn said(text: &Option<String>) -> Option<String> {
    let text = text.as_deref()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// What the items of a list say.
fn said_by(list: &Option<Vec<String>>) -> Vec<String> {
    let items = whyproof_experience::resume::all(list).iter();
    items
        .map(|item| item.trim())
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Items in one line; where one has a comma of its own, between semicolons.
fn joined(items: &[String]) -> Option<String> {
    let mark = match items.iter().any(|item| item.contains(',')) {
        true => "; ",
        false => ", ",
    };
    (!items.is_empty()).then(|| items.join(mark))
}
