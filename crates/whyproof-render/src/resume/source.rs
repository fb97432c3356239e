//! The Typst source of a résumé: whatever it says stands in strings.

use std::collections::BTreeMap;

use whyproof_experience::resume::{LineId, Resume};
use whyproof_typeset::string;

use super::design::{EDGES, Look};
use super::sheet::Passage;
use super::{Entry, Fact, Linked, Piece, ResumeOptions, Sheet};
use crate::letters;
use crate::paper::words::{self, Shapeless};

/// What designs are made of.
const TOOLS: &str = include_str!("designs/tools.typ");

/// What every design shares.
const COMMON: &str = include_str!("designs/common.typ");

/// The longest address under a title that is kept in one line, in small letters.
const KEPT: usize = 60;

/// The longest place that is.
const PLACE: usize = 44;

/// The most letters of bullets that stay on a page together.
const TOGETHER: usize = 1_200;

/// What the pages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// To be read; a foot has the name and the number of the page.
    Read {
        /// Whether there is a foot.
        footed: bool,
    },
    /// To be measured: one page without an end, with labels where lines begin and end.
    Measured,
}

/// A source, and what is known of it.
pub(super) struct Written {
    pub(super) out: String,
    pub(super) shapeless: Shapeless,
    /// The number of each line's labels.
    pub(super) marked: BTreeMap<LineId, usize>,
}

/// The Typst source of a résumé. Pure: nothing is read.
pub fn source(resume: &Resume, options: &ResumeOptions) -> String {
    let sheet = Sheet::new(resume, options);
    write(&sheet, options, Use::Read { footed: true }).out
}

/// The label where a line begins, by its number.
pub(super) fn begin(number: usize) -> String {
    format!("begin-{number}")
}

/// The label where a line ends.
pub(super) fn end(number: usize) -> String {
    format!("end-{number}")
}

/// The label of a section's name, by its number.
pub(super) fn named(number: usize) -> String {
    format!("section-{number}")
}

/// Writes the source of a sheet.
pub(super) fn write(sheet: &Sheet, options: &ResumeOptions, for_what: Use) -> Written {
    let mut setter = Setter {
        written: Written {
            out: head(options.design.look()),
            shapeless: Shapeless::new(),
            marked: BTreeMap::new(),
        },
        english: options.locale().language == "en",
        marks: for_what == Use::Measured,
    };
    setter.show(sheet, options, for_what);
    setter.masthead(sheet);
    for (number, section) in sheet.sections.iter().enumerate() {
        setter.raw("#section([");
        setter.mark(&named(number));
        setter.words(section.title);
        setter.raw("])\n");
        for piece in &section.pieces {
            match piece {
                Piece::Passage(passage) => setter.passage(passage, false),
                Piece::Entry(entry) => setter.entry(entry),
                Piece::Fact(fact) => setter.fact(fact),
            }
        }
    }
    setter.written
}

/// The measures of a design, and its style.
pub(crate) fn head(look: Look) -> String {
    let Look {
        style,
        points,
        leading,
        gap,
        margins: [left, right, top, bottom],
    } = look;
    let (above, below) = EDGES;
    // What is common comes last: it looks as the design says.
    format!(
        "#let points = {points}pt\n#let leading = {leading}pt\n#let gap = {gap}pt\n#let above-line = {above}em\n#let below-line = {below}em\n#let left-margin = {left}mm\n#let right-margin = {right}mm\n#let top-margin = {top}mm\n#let bottom-margin = {bottom}mm\n{TOOLS}{style}{COMMON}"
    )
}

/// About how wide a text is, in small letters.
fn wide(text: &str) -> usize {
    let halves = text.chars().map(|letter| match letter {
        '\u{1100}'.. => 4,
        capital if capital.is_uppercase() => 3,
        _ => 2,
    });
    halves.sum::<usize>().div_ceil(2)
}

struct Setter {
    written: Written,
    english: bool,
    marks: bool,
}

impl Setter {
    fn raw(&mut self, source: &str) {
        self.written.out.push_str(source);
    }

    fn words(&mut self, text: &str) {
        let set = letters::set(text, ' ', self.english);
        words::words(&set, &mut self.written.shapeless, &mut self.written.out);
    }

    fn block(&mut self, text: &str) {
        self.raw("[");
        self.words(text);
        self.raw("]");
    }

    fn maybe(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.block(text),
            None => self.raw("none"),
        }
    }

    /// A label, where lines are measured.
    fn mark(&mut self, label: &str) {
        if self.marks {
            self.raw(&format!("#metadata(none)<{label}>"));
        }
    }

    fn show(&mut self, sheet: &Sheet, options: &ResumeOptions, for_what: Use) {
        let locale = options.locale();
        let name = sheet.name.as_deref().unwrap_or_default();
        let name = words::shown(name, &mut self.written.shapeless);
        let title = if name.is_empty() { "Résumé" } else { &name };
        let author = if name.is_empty() {
            "none".to_owned()
        } else {
            string(&name)
        };
        let foot = match for_what {
            Use::Read { footed: true } => string(&whyproof_case::shorten(title, 64)),
            _ => "none".to_owned(),
        };
        self.raw(&format!(
            "\n#show: paper.with(title: {}, author: {author}, language: {}, region: {}, size: {}, endless: {}, foot: {foot})\n",
            string(title),
            string(&locale.language),
            locale.region.as_deref().map_or("none".to_owned(), string),
            string(options.page().word()),
            for_what == Use::Measured,
        ));
    }

    fn masthead(&mut self, sheet: &Sheet) {
        self.raw("#masthead(");
        self.maybe(sheet.name.as_deref());
        self.raw(", ");
        self.maybe(sheet.label.as_deref());
        self.raw(", ");
        // The style keeps each in a line where there is room for it.
        self.several(&sheet.contacts, |_| false);
        self.raw(")\n");
    }

    /// Words that may lead somewhere, as an array; some are kept in one line.
    fn several(&mut self, all: &[Linked], is_kept: fn(&Linked) -> bool) {
        self.raw("(");
        for one in all {
            self.raw("[");
            let is_kept = is_kept(one);
            self.raw(if is_kept { "#box[" } else { "" });
            match &one.target {
                Some(target) => {
                    self.raw(&format!("#link({})[", string(target)));
                    let written = &mut self.written;
                    words::addressed(&one.text, &mut written.shapeless, &mut written.out);
                    self.raw("]");
                }
                None => self.words(&one.text),
            }
            self.raw(if is_kept { "]" } else { "" });
            self.raw("], ");
        }
        self.raw(")");
    }

    fn entry(&mut self, entry: &Entry) {
        self.raw("#entry(");
        for part in [&entry.title, &entry.at, &entry.place, &entry.dates] {
            let is_place = std::ptr::eq(part, &entry.place);
            let is_kept = |text: &&str| is_place && wide(text) <= PLACE;
            match part.as_deref() {
                Some(text) if is_kept(&text) => {
                    self.raw("[#box");
                    self.block(text);
                    self.raw("]");
                }
                part => self.maybe(part),
            }
            self.raw(", ");
        }
        self.several(&entry.about, |one| {
            one.target.is_some() && wide(&one.text) <= KEPT
        });
        let has_body =
            !(entry.passages.is_empty() && entry.bullets.is_empty() && entry.facts.is_empty());
        if !has_body {
            return self.raw(", none)\n");
        }
        self.raw(")[\n");
        for passage in &entry.passages {
            self.passage(passage, !entry.bullets.is_empty());
        }
        self.bullets(&entry.bullets);
        for fact in &entry.facts {
            self.fact(fact);
        }
        self.raw("]\n");
    }

    /// The bullets of an entry: no page parts the first from the second, nor the last from the one before.
    fn bullets(&mut self, bullets: &[Passage]) {
        let (first, rest) = match bullets.len() {
            few if few <= 3 => bullets.split_at(few),
            _ => bullets.split_at(2),
        };
        let (middle, last) = rest.split_at(rest.len().saturating_sub(2));
        for (some, may_be_kept) in [(first, true), (middle, false), (last, true)] {
            if some.is_empty() {
                continue;
            }
            let letters: usize = some.iter().map(|one| one.text.len()).sum();
            let is_kept = may_be_kept && letters <= TOGETHER;
            self.raw(if is_kept { "#kept(" } else { "#bullets(" });
            for bullet in some {
                self.line(&bullet.text, bullet.id);
                self.raw(", ");
            }
            self.raw(")\n");
        }
    }

    /// A passage: a paragraph for each that the person wrote.
    fn passage(&mut self, passage: &Passage, is_sticky: bool) {
        let paragraphs: Vec<&str> = passage
            .text
            .split("\n\n")
            .filter(|text| !text.trim().is_empty())
            .collect();
        let last = paragraphs.len().saturating_sub(1);
        let number = self.number(passage.id);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let is_short = is_sticky && passage.text.len() <= TOGETHER;
            self.raw(if is_short {
                "#passage(sticky: true)["
            } else {
                "#passage["
            });
            self.mark_line(number.filter(|_| at == 0), begin);
            self.words(paragraph);
            self.mark_line(number.filter(|_| at == last), end);
            self.raw("]\n");
        }
    }

    fn line(&mut self, text: &str, id: Option<LineId>) {
        let number = self.number(id);
        self.raw("[");
        self.mark_line(number, begin);
        self.words(text);
        self.mark_line(number, end);
        self.raw("]");
    }

    fn mark_line(&mut self, number: Option<usize>, label: fn(usize) -> String) {
        if let Some(number) = number {
            self.mark(&label(number));
        }
    }

    fn number(&mut self, id: Option<LineId>) -> Option<usize> {
        let marked = &mut self.written.marked;
        let number = marked.len();
        Some(*marked.entry(id?).or_insert(number))
    }

    fn fact(&mut self, fact: &Fact) {
        self.raw("#fact(");
        self.maybe(fact.term.as_deref());
        self.raw(", ");
        self.maybe(fact.words.as_deref());
        self.raw(")\n");
    }
}
