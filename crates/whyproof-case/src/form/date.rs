//! Days, months, quarters and times.

mod read;

use jiff::civil::DateTime;

use super::Unsayable;
use super::ordinal::suffix;
use super::text::is_unit;
use crate::dates::MONTHS;

/// Years that are written with four digits and read as such.
const YEARS: std::ops::RangeInclusive<i16> = 1000..=2999;

/// How a date is written: its parts in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Date {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Part {
    Year,
    Quarter,
    /// A month's number in two digits, or as short as it is.
    Month(Width),
    Name(Name),
    Day(Width),
    /// `23rd`.
    Ordinal,
    Hour,
    Minute,
    Second,
    /// Anything else, as written.
    As(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Width {
    Two,
    Any,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Name {
    Full,
    /// Three letters.
    Short,
    /// The same, but `Sept`.
    Sept,
}

impl Date {
    /// Reads a text that is a date.
    pub(super) fn read(text: &str) -> Option<Self> {
        read::WAYS.iter().find_map(|way| {
            let mut reader = way(text)?;
            let glued = reader.rest.starts_with(|c: char| c.is_alphanumeric());
            if (glued && reader.rest != "Z") || !is_unit(reader.rest) {
                return None;
            }
            reader.parts.push(Part::As(reader.rest.to_owned()));
            Some(Self {
                parts: reader.parts,
            })
        })
    }

    /// Says a date, with the time where `timed`.
    pub(super) fn say(&self, at: DateTime, timed: bool) -> Result<String, Unsayable> {
        if !YEARS.contains(&at.year()) {
            return Err(Unsayable::Large);
        }
        if !timed && self.parts.contains(&Part::Hour) {
            return Err(Unsayable::kind("a day without a time", "a time"));
        }
        let text: String = self.parts.iter().map(|part| part.say(at)).collect();
        let slashes = self.parts.contains(&Part::As("/".to_owned()));
        let by_year = self.parts.first() == Some(&Part::Year);
        let quarter = self.parts.contains(&Part::Quarter);
        if slashes && !by_year && !quarter && at.day() <= 12 {
            return Err(Unsayable::Ambiguous(text));
        }
        Ok(text)
    }
}

impl Part {
    fn say(&self, at: DateTime) -> String {
        let padded = |number: i8, width: Width| match width {
            Width::Two => format!("{number:02}"),
            Width::Any => number.to_string(),
        };
        match self {
            Part::Year => format!("{:04}", at.year()),
            Part::Quarter => ((at.month() + 2) / 3).to_string(),
            Part::Month(width) => padded(at.month(), *width),
            Part::Name(name) => month(at.month(), *name),
            Part::Day(width) => padded(at.day(), *width),
            Part::Ordinal => format!("{}{}", at.day(), suffix(at.day().unsigned_abs().into())),
            Part::Hour => format!("{:02}", at.hour()),
            Part::Minute => format!("{:02}", at.minute()),
            Part::Second => format!("{:02}", at.second()),
            Part::As(text) => text.clone(),
        }
    }
}

fn month(number: i8, name: Name) -> String {
    let full = usize::try_from(number - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or_default();
    let length = match name {
        Name::Full => full.len(),
        Name::Sept if number == 9 => 4,
        Name::Short | Name::Sept => 3,
    };
    let mut text = full.get(..length).unwrap_or(full).to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
