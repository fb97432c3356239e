//! How one value is written.

use super::date::Date;
use super::decimal::Decimal;
use super::duration::Duration;
use super::number::Number;
use super::ordinal::Ordinal;
use super::science::Science;
use super::truth::Truth;
use super::{Saying, Unsayable, kind, same, text};
use crate::table::Cell;

/// How one value is written: all of a text but the value itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shape(Form);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Form {
    Text,
    Truth(Truth),
    Date(Date),
    Duration(Duration),
    Science(Science),
    Ordinal(Ordinal),
    Number(Number),
}

impl Shape {
    /// The form of a text that is a cell's own: a name, a sentence. It says numbers, dates and lengths of time
    /// as [`Cell`] does.
    pub fn text() -> Self {
        Self(Form::Text)
    }

    /// A form that cannot be taken for a condition.
    pub(super) fn distinct(words: &str) -> Option<Self> {
        let form = Truth::read(words)
            .map(Form::Truth)
            .or_else(|| Date::read(words).map(Form::Date))
            .or_else(|| Duration::on_a_clock(words).map(Form::Duration))
            .or_else(|| Duration::in_parts(words).map(Form::Duration))
            .or_else(|| Science::read(words).map(Form::Science))?;
        Some(Self(form))
    }

    /// A form of a number that is no condition.
    pub(super) fn number(words: &str) -> Option<Self> {
        let ordinal = Ordinal::read(words).map(Form::Ordinal);
        let form = ordinal.or_else(|| Number::read(words).map(Form::Number))?;
        Some(Self(form))
    }

    /// Says a value in this form. What it says is read as a form that says the same of the same value: else a figure
    /// would be stale as soon as it was written.
    pub fn say(&self, cell: &Cell) -> Result<String, Unsayable> {
        let said = self.write(cell)?;
        let again = match super::read(&said) {
            _ if self.0 == Form::Text => return Ok(said),
            Some(Saying::Value(shape)) => shape.write(cell).ok(),
            _ => None,
        };
        if again.as_ref() == Some(&said) {
            Ok(said)
        } else {
            Err(Unsayable::Ambiguous(said))
        }
    }

    fn write(&self, cell: &Cell) -> Result<String, Unsayable> {
        match (&self.0, cell) {
            (_, Cell::Null) => Err(Unsayable::Missing),
            (Form::Text, cell) => Ok(text::normal(&cell.to_string())),
            (_, Cell::Text(words)) => self.own(words),
            (Form::Truth(truth), Cell::Bool(is)) => Ok(truth.say(*is).to_owned()),
            (Form::Date(date), Cell::Date(day)) => date.say(day.at(0, 0, 0, 0), false),
            (Form::Date(date), Cell::Time(time)) => date.say(*time, true),
            (Form::Duration(form), Cell::Span(seconds)) => form.say(*seconds),
            (Form::Duration(form), Cell::Time(time)) => {
                form.time(*time).ok_or_else(|| self.wrong(cell))
            }
            (Form::Number(form), Cell::Span(seconds)) => {
                let unit = form.unit().ok_or(Unsayable::Unit)?;
                form.say(&finite(seconds / unit.seconds())?)
            }
            (Form::Number(form), Cell::Date(day)) if form.is_year() => year(form, day.year()),
            (Form::Number(form), Cell::Time(time)) if form.is_year() => year(form, time.year()),
            (form, Cell::Int(whole)) => self.counted(form, &Decimal::whole(*whole), cell),
            (form, Cell::Float(number)) => self.counted(form, &finite(*number)?, cell),
            _ => Err(self.wrong(cell)),
        }
    }

    /// Whether `text` says the value; a figure whose text does not is stale. White space does not count.
    pub fn is_said_by(&self, text: &str, cell: &Cell) -> Result<bool, Unsayable> {
        Ok(same(text, &self.say(cell)?))
    }

    fn counted(&self, form: &Form, value: &Decimal, cell: &Cell) -> Result<String, Unsayable> {
        match form {
            Form::Number(form) => form.say(value),
            Form::Ordinal(form) => form.say(value),
            Form::Science(form) => form.say(value),
            _ => Err(self.wrong(cell)),
        }
    }

    /// A cell's text that is itself of such a form says itself.
    fn own(&self, words: &str) -> Result<String, Unsayable> {
        match super::read(words) {
            Some(Saying::Value(shape)) if self.is_akin(&shape) => Ok(text::normal(words)),
            _ => Err(Unsayable::kind("text", self.wants())),
        }
    }

    fn is_akin(&self, other: &Shape) -> bool {
        match (&self.0, &other.0) {
            (Form::Truth(_), Form::Truth(_)) | (Form::Date(_), Form::Date(_)) => true,
            (Form::Duration(one), Form::Duration(other)) => one.is_akin(other),
            (Form::Ordinal(one), Form::Ordinal(other)) => one.is_akin(other),
            (Form::Number(one), Form::Number(other)) => one.is_akin(other),
            (one, other) => one == other,
        }
    }

    fn wrong(&self, cell: &Cell) -> Unsayable {
        Unsayable::kind(kind(cell), self.wants())
    }

    /// What it is the form of, in messages.
    fn wants(&self) -> &'static str {
        match self.0 {
            Form::Text => "text",
            Form::Truth(_) => "yes or no",
            Form::Date(_) => "a date",
            Form::Duration(_) => "a length of time",
            Form::Ordinal(_) => "a place in an order",
            Form::Science(_) | Form::Number(_) => "a number",
        }
    }
}

fn finite(number: f64) -> Result<Decimal, Unsayable> {
    Decimal::of(number).ok_or(Unsayable::NotFinite)
}

fn year(form: &Number, year: i16) -> Result<String, Unsayable> {
    if !(1000..=2999).contains(&year) {
        return Err(Unsayable::Large);
    }
    form.say(&Decimal::whole(year.into()))
}
