//! Columns that are no numbers, where numbers are wanted: what is in them, and what to do.

use super::Session;
use super::query::{self, Series};
use super::told::Trouble;
use crate::experiment::{Declared, Summary};
use crate::table::{Cell, Column, ColumnKind};

/// How many values are looked at.
const LOOKED: usize = 1000;

/// Words for true, in columns of text.
const YES: [&str; 4] = ["yes", "y", "true", "t"];

/// That the columns of every series are numbers, or true and false.
pub(super) fn columns(
    declared: &Declared,
    series: &[Series],
    kinds: &[Column],
    session: &mut Session<'_>,
) -> Result<(), Trouble> {
    for one in series {
        for column in &one.columns {
            let Some(kind) = query::kind(column, kinds) else {
                continue;
            };
            if !kind.is_number() && kind != ColumnKind::Bool {
                let values = values(declared, column, session)?;
                return Err(unlike(one, column, kind, &values));
            }
        }
    }
    Ok(())
}

/// The first values of a column, as text.
fn values(
    declared: &Declared,
    column: &str,
    session: &mut Session<'_>,
) -> Result<Vec<String>, Trouble> {
    let column = query::quoted(column);
    let rows = query::rows_where(declared, &format!("{column} is not null"));
    let sql = format!("select cast({column} as varchar) as value\nfrom {rows}\nlimit {LOOKED}");
    let table = session.ask_one(sql)?;
    let cells = table.rows.iter().filter_map(|row| row.first());
    let cells = cells.filter(|cell| **cell != Cell::Null);
    Ok(cells.map(ToString::to_string).collect())
}

fn unlike(series: &Series, column: &str, kind: ColumnKind, values: &[String]) -> Trouble {
    let kind = match kind {
        ColumnKind::Text => "text",
        ColumnKind::Date | ColumnKind::Time => "dates",
        _ => "lengths of time",
    };
    if values.is_empty() {
        return Trouble {
            message: format!("No row has a value of `{column}`."),
            help: "Look at `from` and `population`: is the file there, and not empty?".to_owned(),
        };
    }
    let number = |value: &&String| value.trim().parse::<f64>().is_err();
    let odd = values.iter().find(number).unwrap_or(&values[0]);
    let per = match &series.metric.summary {
        Summary::Rate { per } => format!(
            " `{}` is read as events over exposure: the sum of `{}` over the sum of `{per}`.",
            series.metric.name, series.metric.column
        ),
        _ => String::new(),
    };
    Trouble {
        message: format!(
            "`{column}` is {kind}, as in “{}”, and what is measured has to be numbers, or true and false.{per}",
            crate::shorten(odd, 40)
        ),
        help: help(column, values, odd),
    }
}

/// How to make numbers of such values.
fn help(column: &str, values: &[String], odd: &str) -> String {
    let yes = values
        .iter()
        .find(|value| YES.contains(&value.trim().to_lowercase().as_str()));
    let has_digits = odd.chars().any(|c| c.is_ascii_digit());
    let cast = |inner: String| {
        format!("Make numbers of it in a query: `cast({inner} as double) as {column}`.")
    };
    match yes {
        Some(yes) => format!(
            "Make numbers of it in a query: `case when {column} = '{yes}' then 1 else 0 end as {column}`."
        ),
        None if has_digits && odd.contains(',') => cast(format!("replace({column}, ',', '.')")),
        None if has_digits && odd.contains(['$', '€', '£']) => {
            let sign = odd.chars().find(|c| "$€£".contains(*c)).unwrap_or('$');
            cast(format!("replace({column}, '{sign}', '')"))
        }
        None => "Take another column, or make numbers of it in a query; leave such rows out by `population`."
            .to_owned(),
    }
}
