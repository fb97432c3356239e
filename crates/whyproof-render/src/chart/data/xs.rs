//! What is along a chart: times, numbers or words.

use jiff::civil::{Date, DateTime};
use whyproof_case::{Cell, ColumnKind, Table};

use super::period::{self, Grain};
use super::{one_line, roles};
use crate::chart::number::{Form, Unit};
use crate::chart::scale::civil;

/// The places along a chart.
#[derive(Debug, Clone)]
pub(crate) enum Xs {
    /// Seconds from 1970, ascending.
    Time { at: Vec<f64>, grain: Grain },
    /// Numbers, ascending.
    Number(Vec<f64>),
    /// Words, in the order of the rows.
    Words(Vec<String>),
}

impl Xs {
    pub(crate) fn len(&self) -> usize {
        match self {
            Xs::Time { at, .. } | Xs::Number(at) => at.len(),
            Xs::Words(words) => words.len(),
        }
    }

    /// Where a place is, on the scale of the places.
    pub(crate) fn at(&self, place: usize) -> f64 {
        match self {
            Xs::Time { at, .. } | Xs::Number(at) => at.get(place).copied().unwrap_or(0.0),
            Xs::Words(_) => place as f64,
        }
    }

    /// A place with the word that it has in a sentence: in 2024, on 3 May.
    pub(crate) fn at_place(&self, place: usize) -> String {
        let word = match self {
            Xs::Time {
                grain: Grain::Day | Grain::Second,
                ..
            } => "on",
            Xs::Time { .. } => "in",
            Xs::Number(_) | Xs::Words(_) => "at",
        };
        format!("{word} {}", self.label(place))
    }

    /// A place as a sentence says it.
    pub(crate) fn label(&self, place: usize) -> String {
        match self {
            Xs::Time { at, grain } => when(at.get(place).copied().unwrap_or(0.0), *grain),
            Xs::Number(at) => {
                Form::values(at.iter().copied(), &Unit::default()).bare(self.at(place))
            }
            Xs::Words(words) => words.get(place).cloned().unwrap_or_default(),
        }
    }
}

/// A time as a sentence says it.
pub(crate) fn when(seconds: f64, grain: Grain) -> String {
    let days = (seconds / 86_400.0).floor() as i64;
    let (year, month, day) = civil::civil(days);
    match grain {
        Grain::Year => year.to_string(),
        Grain::Half => format!("{year}-H{}", (month + 5) / 6),
        Grain::Quarter => format!("{year}-Q{}", (month + 2) / 3),
        Grain::Month => format!("{} {year}", civil::month_name(month)),
        Grain::Week => format!("the week of {day} {} {year}", civil::month_name(month)),
        Grain::Day => format!("{day} {} {year}", civil::month_name(month)),
        Grain::Second => {
            let of_day = (seconds - days as f64 * 86_400.0) as i64;
            let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
            let clock = match second {
                0 => format!("{hour:02}:{minute:02}"),
                _ => format!("{hour:02}:{minute:02}:{second:02}"),
            };
            format!("{day} {} {year}, {clock}", civil::month_name(month))
        }
    }
}

/// What a column is along a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Along {
    Time,
    Number,
    Words,
}

impl Along {
    pub(crate) fn of(table: &Table, column: usize) -> Along {
        let kind = table.columns[column].kind;
        match roles::is_time(table, column) {
            true => Along::Time,
            false if kind.is_number() || kind == ColumnKind::Span => Along::Number,
            false => Along::Words,
        }
    }
}

/// One place before the places are put in order: a number, of seconds along time, or words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    Number(f64),
    Words(String),
}

impl Place {
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Place::Number(number) => Some(*number),
            Place::Words(_) => None,
        }
    }
}

/// The place of a cell; none where it is missing or infinite.
fn place(cell: &Cell, along: Along) -> Option<Place> {
    let number = match (along, cell) {
        (_, Cell::Null) => return None,
        (Along::Words, Cell::Bool(truth)) => {
            return Some(Place::Words(if *truth { "yes" } else { "no" }.to_owned()));
        }
        (Along::Words, cell) => return Some(Place::Words(cell.to_string())),
        (Along::Time, cell) => time(cell)?,
        (Along::Number, Cell::Span(seconds)) => *seconds,
        (Along::Number, cell) => cell.number()?,
    };
    // Zero has no sign here: −0 and 0 are one place.
    number.is_finite().then_some(Place::Number(number + 0.0))
}

/// The place of each row.
pub(crate) fn places(table: &Table, column: usize) -> Vec<Option<Place>> {
    let along = Along::of(table, column);
    let rows = table.rows.iter();
    rows.map(|row| place(row.get(column)?, along)).collect()
}

/// The place of each row in words.
pub(crate) fn labels(table: &Table, column: usize) -> Vec<String> {
    let is_time = Along::of(table, column) == Along::Time;
    let grain = grain(table, column);
    let places = places(table, column);
    let numbers = places.iter().flatten().filter_map(Place::number);
    let form = Form::values(numbers, &Unit::default());
    let label = |place: &Option<Place>| match place {
        None => "(missing)".to_owned(),
        Some(Place::Words(words)) => one_line(words),
        Some(Place::Number(number)) if is_time => when(*number, grain),
        Some(Place::Number(number)) => form.bare(*number),
    };
    places.iter().map(label).collect()
}

fn time(cell: &Cell) -> Option<f64> {
    Some(match cell {
        Cell::Date(date) => seconds(*date),
        Cell::Time(time) => moment(*time),
        Cell::Text(words) => period::parse(words)?.start,
        Cell::Int(year @ 1000..=2999) => civil::days(*year, 1, 1) as f64 * 86_400.0,
        _ => return None,
    })
}

fn seconds(date: Date) -> f64 {
    let (year, month, day) = (date.year(), date.month(), date.day());
    civil::days(year.into(), month.into(), day.into()) as f64 * 86_400.0
}

fn moment(time: DateTime) -> f64 {
    let clock = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60;
    seconds(time.date())
        + f64::from(clock + i32::from(time.second()))
        + f64::from(time.subsec_nanosecond()) / 1e9
}

/// How long the periods of a column along time are.
pub(crate) fn grain(table: &Table, column: usize) -> Grain {
    let mut cells = table.rows.iter().filter_map(|row| row.get(column));
    let first = cells.clone().find(|cell| !matches!(cell, Cell::Null));
    let is_midnight = |cell: &Cell| time(cell).is_none_or(|at| at.rem_euclid(86_400.0) == 0.0);
    match first {
        Some(Cell::Text(words)) => period::parse(words).map_or(Grain::Day, |period| period.grain),
        Some(Cell::Int(_)) => Grain::Year,
        Some(Cell::Time(_)) if !cells.all(is_midnight) => Grain::Second,
        _ => whole_periods(table, column),
    }
}

/// Days that are all the first of a month, a quarter or a year are those.
fn whole_periods(table: &Table, column: usize) -> Grain {
    let mut grain = Grain::Year;
    for at in table.rows.iter().filter_map(|row| time(row.get(column)?)) {
        let (_, month, day) = civil::civil((at / 86_400.0).floor() as i64);
        let own = match (month, day) {
            (1, 1) => Grain::Year,
            (4 | 7 | 10, 1) => Grain::Quarter,
            (_, 1) => Grain::Month,
            _ => return Grain::Day,
        };
        grain = grain.min(own);
    }
    // One first of January is a day as well as a year.
    if table.rows.len() > 1 {
        grain
    } else {
        Grain::Day
    }
}
