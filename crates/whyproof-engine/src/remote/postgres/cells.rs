//! PostgreSQL's types and values as ours.

use sqlx::TypeInfo;
use sqlx::postgres::{PgTypeInfo, PgTypeKind};

use super::numeric;
use crate::{Kind, Value};

/// How a column's values come over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Bool,
    Int2,
    Int4,
    Int8,
    Oid,
    Float4,
    Float8,
    Numeric,
    Text,
    /// Its text stands after a byte that says which version.
    Jsonb,
    Uuid,
    Date,
    Moment,
    Interval,
    /// What a function gives that gives nothing.
    Nothing,
}

/// Days and seconds from 1970, where we count from, to 2000, where PostgreSQL does.
const DAYS: i32 = 10_957;
const MICROSECONDS: i64 = 946_684_800_000_000;

impl Form {
    /// The form of a type; nothing where it has to be cast to another first.
    pub(super) fn of(given: &PgTypeInfo) -> Option<Form> {
        let mut given = given;
        loop {
            match given.kind() {
                PgTypeKind::Domain(under) => given = under,
                PgTypeKind::Enum(_) => return Some(Form::Text),
                PgTypeKind::Simple | PgTypeKind::Pseudo => break,
                _ => return None,
            }
        }
        Some(match given.oid().map(|oid| oid.0) {
            Some(16) => Form::Bool,
            Some(21) => Form::Int2,
            Some(23) => Form::Int4,
            Some(20) => Form::Int8,
            Some(26) => Form::Oid,
            Some(700) => Form::Float4,
            Some(701) => Form::Float8,
            Some(1700) => Form::Numeric,
            // text, varchar, char(n), name, json, xml, and a literal that nothing gave a type.
            Some(25 | 1043 | 1042 | 19 | 114 | 142 | 705) => Form::Text,
            Some(3802) => Form::Jsonb,
            Some(2950) => Form::Uuid,
            Some(1082) => Form::Date,
            Some(1114 | 1184) => Form::Moment,
            Some(1186) => Form::Interval,
            Some(2278) => Form::Nothing,
            _ if given.name() == "citext" => Form::Text,
            _ => return None,
        })
    }

    /// What such a column holds. A numeric one may turn out to hold whole numbers only.
    pub(super) fn kind(self) -> Kind {
        match self {
            Form::Bool => Kind::Bool,
            Form::Int2 | Form::Int4 | Form::Int8 | Form::Oid => Kind::Int,
            Form::Float4 | Form::Float8 | Form::Numeric => Kind::Float,
            Form::Text | Form::Jsonb | Form::Uuid | Form::Nothing => Kind::Text,
            Form::Date => Kind::Date,
            Form::Moment => Kind::Time,
            Form::Interval => Kind::Span,
        }
    }

    /// A value, or in words why it is none of ours.
    pub(super) fn read(self, bytes: &[u8]) -> Result<Value, &'static str> {
        const BROKEN: &str = "holds a value that is not understood";
        match self {
            Form::Interval => return interval(bytes).unwrap_or(Err(BROKEN)),
            Form::Date => return date(bytes).unwrap_or(Err(BROKEN)),
            Form::Moment => return moment(bytes).unwrap_or(Err(BROKEN)),
            _ => {}
        }
        let value = match self {
            Form::Bool => bytes.first().map(|byte| Value::Bool(*byte != 0)),
            Form::Int2 => exact(bytes).map(|two| Value::Int(i16::from_be_bytes(two).into())),
            Form::Int4 => exact(bytes).map(|four| Value::Int(i32::from_be_bytes(four).into())),
            Form::Int8 => exact(bytes).map(|eight| Value::Int(i64::from_be_bytes(eight))),
            Form::Oid => exact(bytes).map(|four| Value::Int(u32::from_be_bytes(four).into())),
            Form::Float4 => exact(bytes).map(|four| Value::Float(f32::from_be_bytes(four).into())),
            Form::Float8 => exact(bytes).map(|eight| Value::Float(f64::from_be_bytes(eight))),
            Form::Numeric => numeric::read(bytes),
            Form::Text => text(bytes),
            Form::Jsonb => bytes.get(1..).and_then(text),
            Form::Uuid => exact(bytes).map(|sixteen| Value::Text(uuid(sixteen))),
            _ => Some(Value::Null),
        };
        value.ok_or(BROKEN)
    }
}

fn exact<const N: usize>(bytes: &[u8]) -> Option<[u8; N]> {
    bytes.try_into().ok()
}

fn text(bytes: &[u8]) -> Option<Value> {
    let words = std::str::from_utf8(bytes).ok()?;
    Some(Value::Text(words.to_owned()))
}

fn uuid(bytes: [u8; 16]) -> String {
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let groups = [&hex[..4], &hex[4..6], &hex[6..8], &hex[8..10], &hex[10..]];
    groups.map(|group| group.concat()).join("-")
}

type Read = Result<Value, &'static str>;

const ENDLESS: &str = "holds `infinity`, which is no day; leave it out, or cast it to `text`";

fn date(bytes: &[u8]) -> Option<Read> {
    let days = i32::from_be_bytes(exact(bytes)?);
    Some(match days {
        i32::MIN | i32::MAX => Err(ENDLESS),
        _ => days
            .checked_add(DAYS)
            .map(Value::Date)
            .ok_or("holds a day that is too far away"),
    })
}

fn moment(bytes: &[u8]) -> Option<Read> {
    let time = i64::from_be_bytes(exact(bytes)?);
    Some(match time {
        i64::MIN | i64::MAX => Err(ENDLESS),
        _ => time
            .checked_add(MICROSECONDS)
            .map(Value::Time)
            .ok_or("holds a day that is too far away"),
    })
}

fn interval(bytes: &[u8]) -> Option<Read> {
    let (time, rest) = bytes.split_at_checked(8)?;
    let (days, months) = rest.split_at_checked(4)?;
    let time = i64::from_be_bytes(exact(time)?);
    let days = i32::from_be_bytes(exact(days)?);
    let months = i32::from_be_bytes(exact(months)?);
    Some(match months {
        0 => Ok(Value::Span(f64::from(days) * 86_400.0 + time as f64 / 1e6)),
        _ => Err(
            "holds an interval with months, which have no length; take `extract(epoch from …)`, or subtract days",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::Form;
    use crate::Value;

    #[test]
    fn times_are_counted_from_1970() {
        assert_eq!(
            Form::Date.read(&0_i32.to_be_bytes()),
            Ok(Value::Date(10_957))
        );
        assert_eq!(
            Form::Date.read(&(-10_957_i32).to_be_bytes()),
            Ok(Value::Date(0))
        );
        assert_eq!(
            Form::Moment.read(&0_i64.to_be_bytes()),
            Ok(Value::Time(946_684_800_000_000))
        );
        assert!(Form::Date.read(&i32::MAX.to_be_bytes()).is_err());
        assert!(Form::Moment.read(&i64::MIN.to_be_bytes()).is_err());
        assert!(Form::Moment.read(&(i64::MAX - 1).to_be_bytes()).is_err());
    }

    #[test]
    fn intervals_have_a_length_where_they_have_no_months() {
        let of = |time: i64, days: i32, months: i32| {
            let bytes = [
                &time.to_be_bytes()[..],
                &days.to_be_bytes(),
                &months.to_be_bytes(),
            ]
            .concat();
            Form::Interval.read(&bytes)
        };
        assert_eq!(of(1_500_000, 1, 0), Ok(Value::Span(86_401.5)));
        assert!(of(0, 0, 1).is_err());
    }

    #[test]
    fn words_and_what_is_broken() {
        assert_eq!(
            Form::Jsonb.read(b"\x01{}"),
            Ok(Value::Text("{}".to_owned()))
        );
        assert_eq!(
            Form::Uuid.read(&[0xab; 16]),
            Ok(Value::Text(
                "abababab-abab-abab-abab-abababababab".to_owned()
            ))
        );
        assert!(Form::Text.read(&[0xff]).is_err());
        assert!(Form::Int8.read(&[0]).is_err());
        assert!(Form::Jsonb.read(&[]).is_err());
        assert!(Form::Interval.read(&[0; 9]).is_err());
    }
}
