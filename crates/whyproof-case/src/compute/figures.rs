//! One figure against what its query gave.

use crate::computed::{Ran, Value};
use crate::explain::{list, list_first};
use crate::figure::{Figure, FigureState, Form};
use crate::form::{self, Given, Saying, Shape};
use crate::plainly::plainly;
use crate::sql::Answer;
use crate::table::{Cell, ColumnKind, Table};

/// How the text of `figure` stands to what came of its query. `condition` is the query's own (`holds="…"`), `held`
/// what came of asking it.
pub(super) fn value(
    figure: &Figure,
    ran: &Ran,
    condition: Option<&str>,
    held: Option<&Ran>,
) -> Value {
    let answer = match ran {
        Ok(answer) => answer,
        Err(error) => return trouble(None, error.to_string()),
    };
    if figure.form == Form::Chart {
        return chart(answer);
    }
    let picked = match pick(figure, &answer.table) {
        Ok(picked) => picked,
        Err(why) => return trouble(Some(answer), why),
    };
    let saying = form::read(&figure.text);
    match (saying, condition) {
        (Some(Saying::Value(shape)), _) => shaped(answer, picked.cell, &shape, &figure.text),
        (Some(Saying::Open), _) => Value {
            says: Some(plainly(&picked.cell)),
            ..live(answer, picked.cell, FigureState::Stale)
        },
        (Some(Saying::Asserted(said)), _) => {
            let given = Given {
                cell: &picked.cell,
                of: picked.of,
            };
            match said.holds(&given) {
                // What the query promises has to be true as well.
                Ok(true) if condition.is_some() => holds(answer, picked.cell, held),
                Ok(true) => live(answer, picked.cell, FigureState::Live),
                Ok(false) => live(answer, picked.cell, FigureState::Broken),
                Err(why) => trouble(Some(answer), why.to_string()),
            }
        }
        (None, Some(_)) => holds(answer, picked.cell, held),
        (None, None) => words(answer, picked.cell, figure),
    }
}

/// Words that are no form: they say a text as it stands, or nothing that can be checked.
fn words(answer: &Answer, cell: Cell, figure: &Figure) -> Value {
    if matches!(cell, Cell::Text(_)) {
        return shaped(answer, cell, &Shape::text(), &figure.text);
    }
    if figure.text.contains('?') {
        let why = "a figure to be filled in is `?` alone: `refresh` writes the value, and its form is yours to change";
        return trouble(Some(answer), why.to_owned());
    }
    trouble(
        Some(answer),
        format!(
            "the words “{}” are no condition that can be checked: give the query one, as in `sql {} holds=\"{} > 0\"`",
            figure.text,
            figure.query,
            figure.column.as_deref().unwrap_or("column"),
        ),
    )
}

/// The text against the value in its form.
fn shaped(answer: &Answer, cell: Cell, shape: &Shape, text: &str) -> Value {
    match shape.say(&cell) {
        Ok(says) if form::same(&says, text) => live(answer, cell, FigureState::Live),
        Ok(says) if says.contains(char::is_control) => trouble(
            Some(answer),
            "the value has signs in it that no text shows".to_owned(),
        ),
        Ok(says) if is_lost(&cell, &says) => trouble(
            Some(answer),
            format!(
                "the data say {}, which in the form of “{text}” would be {says}: write it with more decimals, or as per cent",
                plainly(&cell)
            ),
        ),
        Ok(says) => Value {
            says: Some(says),
            ..live(answer, cell, FigureState::Stale)
        },
        Err(why) => trouble(Some(answer), why.to_string()),
    }
}

/// Whether a value that is not zero is said as zero.
fn is_lost(cell: &Cell, says: &str) -> bool {
    cell.number().is_some_and(|number| number != 0.0)
        && says.contains('0')
        && !says.contains(|letter: char| matches!(letter, '1'..='9'))
}

/// The query's own condition, as every row meets it or not.
fn holds(answer: &Answer, cell: Cell, held: Option<&Ran>) -> Value {
    let counts = match held {
        Some(Ok(held)) => &held.table,
        Some(Err(error)) => {
            return trouble(
                Some(answer),
                format!("its condition cannot be asked: {error}"),
            );
        }
        None => return trouble(Some(answer), "its condition was not asked".to_owned()),
    };
    let count = |name: &str| {
        let at = counts.column(name)?;
        counts.rows.first()?.get(at)?.number()
    };
    match (count("total"), count("broken")) {
        (Some(total), Some(broken)) if total > 0.0 => {
            if broken == 0.0 {
                return live(answer, cell, FigureState::Live);
            }
            let rows = if total == 1.0 {
                "the query's row does not meet its condition".to_owned()
            } else {
                format!("{broken} of {total} rows do not meet the query's condition")
            };
            Value {
                trouble: Some(rows),
                ..live(answer, cell, FigureState::Broken)
            }
        }
        _ => trouble(
            Some(answer),
            "the query gave no row to hold it against".to_owned(),
        ),
    }
}

/// A chart shows what the query gave, whatever it is.
fn chart(answer: &Answer) -> Value {
    let rows = answer.table.rows.len();
    if rows == 0 {
        return trouble(Some(answer), "the query gave no row to draw".to_owned());
    }
    Value {
        text: format!("{rows} {}", if rows == 1 { "row" } else { "rows" }),
        ..live(answer, Cell::Null, FigureState::Live)
    }
}

/// A chart whose file cannot be one.
pub(super) fn no_picture(path: &str) -> Value {
    trouble(
        None,
        format!("a chart is an .svg file in the workspace, and `{path}` is not"),
    )
}

fn live(answer: &Answer, cell: Cell, state: FigureState) -> Value {
    Value {
        text: cell.to_string(),
        state,
        outside: answer.is_grounded(),
        cell: Some(cell),
        says: None,
        trouble: None,
    }
}

fn trouble(answer: Option<&Answer>, why: String) -> Value {
    Value {
        text: String::new(),
        state: FigureState::NotComputed,
        outside: answer.is_some_and(Answer::is_grounded),
        cell: None,
        says: None,
        trouble: Some(why),
    }
}

/// The cell that a figure means.
struct Picked {
    cell: Cell,
    /// The whole of which it is a part.
    of: Option<f64>,
}

/// The cell of the figure's column: of the only row, of the row with its key; of many rows of true and false, how
/// many are true, of all that are one or the other.
fn pick(figure: &Figure, table: &Table) -> Result<Picked, String> {
    let name = figure.column.as_deref().unwrap_or("");
    let column = column(table, name)?;
    if let Some(key) = &figure.key {
        let row = keyed(table, key)?;
        return picked(table, row, column);
    }
    match table.rows.as_slice() {
        [] => Err("the query gave no row".to_owned()),
        [row] => picked(table, row, column),
        rows if table.columns[column].kind == ColumnKind::Bool => {
            let counted = rows.iter().filter_map(|row| match row[column] {
                Cell::Bool(truth) => Some(truth),
                _ => None,
            });
            let (all, part) = counted.fold((0i64, 0i64), |(all, part), truth| {
                (all + 1, part + i64::from(truth))
            });
            Ok(Picked {
                cell: Cell::Int(part),
                of: Some(all as f64),
            })
        }
        rows if table.columns.len() == 1 => Err(format!(
            "the query gave {} rows: let it give one, or a column before this one that tells them apart",
            rows.len()
        )),
        rows => Err(format!(
            "the query gave {} rows: say which by its first column, as in `figure:{}.{name}[{}]`",
            rows.len(),
            figure.query,
            rows.first()
                .and_then(|row| row.first())
                .map_or_else(|| "key".to_owned(), |cell| encoded(&cell.to_string()))
        )),
    }
}

/// A key as it stands in a link's target.
fn encoded(key: &str) -> String {
    let mut target = String::with_capacity(key.len());
    for letter in key.chars() {
        match letter {
            ' ' => target.push_str("%20"),
            '%' => target.push_str("%25"),
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            letter => target.push(letter),
        }
    }
    target
}

fn column(table: &Table, name: &str) -> Result<usize, String> {
    if let Some(at) = table.column(name) {
        return Ok(at);
    }
    // Unquoted names in SQL are small letters.
    let mut near =
        (0..table.columns.len()).filter(|&at| table.columns[at].name.eq_ignore_ascii_case(name));
    if let (Some(at), None) = (near.next(), near.next()) {
        return Ok(at);
    }
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("`{}`", column.name))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Err(if name.is_empty() {
        format!("the figure names no column; the query has {}", list(&names))
    } else {
        format!("the query has no column `{name}`; it has {}", list(&names))
    })
}

fn keyed<'t>(table: &'t Table, key: &str) -> Result<&'t Vec<Cell>, String> {
    let is_key = |row: &&Vec<Cell>| {
        row.first().is_some_and(|cell| {
            // A month or a day is often the moment at which it begins.
            let day = match cell {
                Cell::Time(time) if time.time() == jiff::civil::Time::midnight() => {
                    time.date().to_string()
                }
                _ => String::new(),
            };
            day == key || form::same(&cell.to_string(), key)
        })
    };
    let mut rows = table.rows.iter().filter(is_key);
    let first = table
        .columns
        .first()
        .map_or("", |column| column.name.as_str());
    match (rows.next(), rows.next()) {
        (Some(row), None) => Ok(row),
        (Some(_), Some(_)) => Err(format!(
            "the key `{key}` stands in {} rows of the column `{first}`; it has to be in one",
            2 + rows.count()
        )),
        (None, _) if table.rows.is_empty() => Err(format!(
            "no row has the key `{key}`: the query gives no rows"
        )),
        (None, _) => {
            let keys = table.rows.iter().filter_map(|row| row.first());
            Err(format!(
                "no row has the key `{key}` in the column `{first}`, which has {}",
                list_first(keys.map(|cell| format!("`{cell}`")))
            ))
        }
    }
}

fn picked(table: &Table, row: &[Cell], column: usize) -> Result<Picked, String> {
    let cell = row.get(column).cloned().unwrap_or(Cell::Null);
    let name = &table.columns[column].name;
    match &cell {
        Cell::Null => return Err(format!("the value of `{name}` is missing")),
        Cell::Float(number) if !number.is_finite() => {
            return Err(format!("the value of `{name}` is not a finite number"));
        }
        _ => {}
    }
    let whole = table
        .column(&format!("{name}_of"))
        .or_else(|| table.column("of"));
    let of = whole.and_then(|at| row.get(at)).and_then(Cell::number);
    Ok(Picked { cell, of })
}
