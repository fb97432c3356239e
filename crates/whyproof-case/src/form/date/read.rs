//! The ways of writing a date.

use super::{Name, Part, Width, YEARS};
use crate::dates::MONTHS;
use crate::form::ordinal::suffix;
use crate::form::text::letters;

/// Every way: what it has read of a text, and what it left.
pub(super) const WAYS: [fn(&str) -> Option<Reader<'_>>; 4] =
    [by_year, by_marks, by_name, by_quarter];

/// What is left to read, and the parts that were.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
    pub(super) parts: Vec<Part>,
}

impl<'a> Reader<'a> {
    fn new(rest: &'a str) -> Self {
        Self {
            rest,
            parts: Vec::new(),
        }
    }

    /// A run of `most` digits or fewer, with no digit after it.
    fn digits(&mut self, most: usize) -> Option<&'a str> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        (1..=most).contains(&length).then(|| {
            self.rest = rest;
            digits
        })
    }

    fn literal(&mut self, choice: &[&str]) -> Option<&'a str> {
        let found = choice.iter().find(|mark| self.rest.starts_with(**mark))?;
        let (mark, rest) = self.rest.split_at(found.len());
        self.rest = rest;
        self.parts.push(Part::As(mark.to_owned()));
        Some(mark)
    }

    fn year(&mut self) -> Option<()> {
        let digits = self.digits(4).filter(|digits| digits.len() == 4)?;
        YEARS.contains(&digits.parse().ok()?).then_some(())?;
        self.parts.push(Part::Year);
        Some(())
    }

    fn month(&mut self, exactly: bool) -> Option<u8> {
        let (month, width) = self.two_digits(exactly, 12)?;
        self.parts.push(Part::Month(width));
        Some(month)
    }

    fn day(&mut self, exactly: bool) -> Option<u8> {
        let (day, width) = self.two_digits(exactly, 31)?;
        if !exactly && letters(self.rest) == suffix(u64::from(day)) {
            self.rest = &self.rest[2..];
            self.parts.push(Part::Ordinal);
        } else {
            self.parts.push(Part::Day(width));
        }
        Some(day)
    }

    /// A number of two digits, up to `most`.
    fn two_digits(&mut self, exactly: bool, most: u8) -> Option<(u8, Width)> {
        let digits = self.digits(2)?;
        let two = exactly || digits.starts_with('0');
        if exactly && digits.len() != 2 {
            return None;
        }
        let number = digits.parse().ok().filter(|n| (1..=most).contains(n))?;
        Some((number, if two { Width::Two } else { Width::Any }))
    }

    /// A month's name with a capital letter: without one, `may` is another word.
    fn name(&mut self) -> Option<()> {
        let word = letters(self.rest);
        let lower = word.to_ascii_lowercase();
        let title =
            word.starts_with(|c: char| c.is_ascii_uppercase()) && word.get(1..) == lower.get(1..);
        let name = if MONTHS.contains(&lower.as_str()) {
            Name::Full
        } else if word == "Sept" {
            Name::Sept
        } else {
            MONTHS
                .iter()
                .find(|month| month.get(..3) == Some(lower.as_str()))?;
            Name::Short
        };
        if !title {
            return None;
        }
        self.rest = &self.rest[word.len()..];
        self.parts.push(Part::Name(name));
        Some(())
    }

    fn quarter(&mut self) -> Option<()> {
        self.literal(&["Q"])?;
        let digits = self.digits(1)?;
        ("1"..="4").contains(&digits).then_some(())?;
        self.parts.push(Part::Quarter);
        Some(())
    }

    /// The time after a day, where there is one.
    fn time(mut self) -> Self {
        let mut ahead = Reader {
            rest: self.rest,
            parts: Vec::new(),
        };
        let minutes = ahead.literal(&["T", " at ", ", ", " "]).is_some()
            && ahead.field(Part::Hour)
            && ahead.literal(&[":"]).is_some()
            && ahead.field(Part::Minute);
        if !minutes {
            return self;
        }
        self.rest = ahead.rest;
        self.parts.append(&mut ahead.parts);
        if ahead.literal(&[":"]).is_some() && ahead.field(Part::Second) {
            self.rest = ahead.rest;
            self.parts.append(&mut ahead.parts);
        }
        self
    }

    fn field(&mut self, part: Part) -> bool {
        let found = self.digits(2).is_some_and(|digits| digits.len() == 2);
        self.parts.push(part);
        found
    }
}

/// `2026-11-23`, `2026/11/23`, `2026-11`.
fn by_year(text: &str) -> Option<Reader<'_>> {
    let mut reader = Reader::new(text);
    reader.year()?;
    let mark = reader.literal(&["-", "/"])?;
    reader.month(true)?;
    if mark == "-" && !reader.rest.starts_with('-') {
        return Some(reader);
    }
    reader.literal(&[mark])?;
    reader.day(true)?;
    Some(reader.time())
}

/// `23.11.2026`, and `23/11/2026` or `11/23/2026` where only one of the two numbers can be the month.
fn by_marks(text: &str) -> Option<Reader<'_>> {
    let slash = Part::As("/".to_owned());
    let in_order = |order: [bool; 2]| {
        let mut reader = Reader::new(text);
        for is_month in order {
            if is_month {
                reader.month(false)?;
            } else {
                reader.day(false)?;
            }
            reader.literal(&[".", "/"])?;
        }
        reader.year()?;
        let plain = reader.parts[1] == reader.parts[3] && !reader.parts.contains(&Part::Ordinal);
        plain.then_some(reader)
    };
    let days_first = in_order([false, true]);
    let months_first = in_order([true, false]).filter(|reader| reader.parts[1] == slash);
    match (days_first, months_first) {
        (Some(reader), None) | (None, Some(reader)) => Some(reader.time()),
        _ => None,
    }
}

/// `23 November 2026`, `23 Nov`, `Nov 23, 2026`, `November 2026`.
fn by_name(text: &str) -> Option<Reader<'_>> {
    let mut reader = Reader::new(text);
    let day_first = reader.day(false).is_some();
    if day_first {
        reader.literal(&[" ", "\u{a0}", "-"])?;
    }
    reader.name()?;
    let marks = [". ", ", ", " ", "\u{a0}", "-"];
    let mut ahead = Reader::new(reader.rest);
    if ahead.literal(&marks).is_some() && ahead.year().is_some() {
        reader.rest = ahead.rest;
        reader.parts.append(&mut ahead.parts);
        return Some(if day_first { reader.time() } else { reader });
    }
    if day_first {
        return Some(reader);
    }
    reader.literal(&marks)?;
    reader.day(false)?;
    let mut ahead = Reader::new(reader.rest);
    if ahead.literal(&[", ", " "]).is_some() && ahead.year().is_some() {
        reader.rest = ahead.rest;
        reader.parts.append(&mut ahead.parts);
        return Some(reader.time());
    }
    Some(reader)
}

/// `Q3 2025`, `2011-Q3`.
fn by_quarter(text: &str) -> Option<Reader<'_>> {
    let mut reader = Reader::new(text);
    let marks = ["-", " ", "/", "\u{a0}"];
    if reader.year().is_some() {
        reader.literal(&marks);
        reader.quarter()?;
    } else {
        reader.quarter()?;
        reader.literal(&[" of ", "-", " ", "/", "\u{a0}"])?;
        reader.year()?;
    }
    Some(reader)
}
