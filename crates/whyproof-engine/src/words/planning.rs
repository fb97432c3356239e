//! What is wrong with a query before it runs.

use datafusion::common::{Column, DataFusionError, SchemaError, Span};

use super::types::plain;
use crate::{EngineError, hint, sql};

/// A syntax error, with its place.
pub(crate) fn syntax(error: &DataFusionError) -> EngineError {
    let text = match error.find_root() {
        DataFusionError::SQL(parser, _) => parser.to_string(),
        other => other.strip_backtrace(),
    };
    let text = text
        .trim_start_matches("SQL error: ")
        .trim_start_matches("sql parser error: ")
        .to_owned();
    if text.contains("recursion limit exceeded") || text.contains("RecursionLimitExceeded") {
        return too_deep();
    }
    let (text, place) = take_place(&text);
    let text = text.trim_end_matches([',', ' ', '.']);
    let text = text
        .replace("Expected: ", "expected ")
        .replace("found: ", "found ")
        .replace("found EOF", "found its end");
    wrong(format!("the SQL is not right: {text}"), place)
}

/// What is said of a query with too many brackets in brackets.
pub(crate) fn too_deep() -> EngineError {
    wrong(
        "the query is nested too deeply: take it apart with WITH".into(),
        None,
    )
}

/// Takes ` at Line: 1, Column: 8` off a message.
fn take_place(text: &str) -> (String, Option<(u32, u32)>) {
    let Some(at) = text.find("at Line: ") else {
        return (text.to_owned(), None);
    };
    let rest = &text[at + "at Line: ".len()..];
    let (line, rest) = number(rest);
    let (column, rest) = number(rest.trim_start_matches(", Column: "));
    let place = line.zip(column);
    (format!("{}{rest}", text[..at].trim_end()), place)
}

fn number(text: &str) -> (Option<u32>, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    (text[..end].parse().ok(), &text[end..])
}

fn wrong(message: String, place: Option<(u32, u32)>) -> EngineError {
    EngineError::Wrong { message, place }
}

/// What is wrong with names and types in the query.
pub(crate) fn planning(error: &DataFusionError, sql: &str) -> EngineError {
    let place = error
        .diagnostic()
        .and_then(|diagnostic| diagnostic.span)
        .and_then(place);
    let mut root = error.find_root();
    while let DataFusionError::Collection(all) = root {
        match all.first() {
            Some(first) => root = first.find_root(),
            None => break,
        }
    }
    match root {
        DataFusionError::SchemaError(schema, _) => self::schema(schema, place, sql),
        DataFusionError::SQL(..) => syntax(root),
        DataFusionError::Plan(message) => wrong(plan(message), place),
        other => wrong(plan(&other.strip_backtrace()), place),
    }
}

fn place(span: Span) -> Option<(u32, u32)> {
    Some((
        u32::try_from(span.start.line).ok()?,
        u32::try_from(span.start.column).ok()?,
    ))
}

fn schema(error: &SchemaError, at: Option<(u32, u32)>, sql: &str) -> EngineError {
    let own = |column: &Column| column.spans.first().and_then(place).or(at);
    match error {
        SchemaError::FieldNotFound {
            field,
            valid_fields,
        } => {
            let place = own(field);
            wrong(no_column(field, valid_fields, quoted(sql, place)), place)
        }
        SchemaError::AmbiguousReference { field } => wrong(
            format!(
                "the column `{0}` is in several tables: say which, as in t.{0}",
                field.name
            ),
            own(field),
        ),
        SchemaError::DuplicateQualifiedField { name, .. }
        | SchemaError::DuplicateUnqualifiedField { name } => wrong(twice(name), at),
    }
}

/// What is said of two columns of one name.
fn twice(name: &str) -> String {
    format!("two columns are called `{name}`: give one another name, as in `{name} AS other`")
}

fn no_column(field: &Column, there: &[Column], quoted: bool) -> String {
    let name = &field.name;
    if let Some(relation) = &field.relation
        && !there.is_empty()
        && !there
            .iter()
            .any(|column| column.relation.as_ref() == Some(relation))
    {
        let mut tables: Vec<String> = there
            .iter()
            .filter_map(|column| Some(column.relation.as_ref()?.to_string()))
            .collect();
        tables.dedup();
        return format!(
            "there is no table `{relation}` in FROM; there are {}",
            hint::list(tables.iter().map(String::as_str))
        );
    }
    let mut names: Vec<&str> = Vec::new();
    for column in there {
        if !names.contains(&column.name.as_str()) {
            names.push(&column.name);
        }
    }
    let near = hint::among(name, names.iter().copied());
    let near_text = near.as_ref().map(|near| {
        let bare = near.chars().all(|c| c.is_alphanumeric() || c == '_')
            && (!quoted || *near == near.to_lowercase());
        if bare {
            format!(" (did you mean {near}?)")
        } else {
            format!(" (did you mean \"{near}\"?)")
        }
    });
    let there = match names.len() {
        0 => "no columns are known here".to_owned(),
        1 => format!("there is only {}", hint::list(names.into_iter())),
        _ => format!("there are {}", hint::list(names.into_iter())),
    };
    let texts = if quoted && near.is_none() {
        format!("; a text is written in single quotes: '{name}'")
    } else {
        String::new()
    };
    format!(
        "there is no column `{name}`{}; {there}{texts}",
        near_text.unwrap_or_default()
    )
}

/// Whether the SQL has a double quote at the place.
fn quoted(sql: &str, place: Option<(u32, u32)>) -> bool {
    let Some((line, column)) = place else {
        return false;
    };
    sql.lines()
        .nth(line.saturating_sub(1) as usize)
        .and_then(|line| line.chars().nth(column.saturating_sub(1) as usize))
        == Some('"')
}

/// A message of the planner.
fn plan(message: &str) -> String {
    let between = |text: &str, start: &str, end: &str| -> Option<String> {
        let rest = &text[text.find(start)? + start.len()..];
        Some(rest[..rest.find(end)?].to_owned())
    };
    if let Some(name) = between(message, "Invalid function '", "'") {
        let near = between(message, "Did you mean '", "'")
            .filter(|near| hint::among(&name, [near.as_str()].into_iter()).is_some());
        let near = near.map(|near| format!(": did you mean `{near}`?"));
        return sql::absent(&name).unwrap_or_else(|| {
            format!("there is no function `{name}`{}", near.unwrap_or_default())
        });
    }
    if message.contains("must be part of an aggregate function")
        && let Some(column) = between(message, "olumn \"", "\"")
    {
        let column = column.rsplit('.').next().unwrap_or_default();
        return format!(
            "the column `{column}` is neither in GROUP BY nor inside a function such as avg or count"
        );
    }
    if message.contains("require unique expression names")
        && let Some(name) = between(message, "expression \"", "\"")
    {
        let name = name.rsplit(" AS ").next().unwrap_or_default();
        return twice(name.rsplit('.').next().unwrap_or_default());
    }
    if let Some(types) = between(
        message,
        "Cannot coerce arithmetic expression ",
        " to valid types",
    ) {
        return format!("{} cannot be computed: cast one of the two", plain(&types));
    }
    if let Some(call) = between(
        message,
        "No function matches the given name and argument types '",
        "'",
    ) {
        let call = plain(&call);
        return match call.split_once('(') {
            Some((name, types)) if types.starts_with("text") => format!(
                "`{name}` cannot take text: what a column of a file holds is found by its values, and one that is no \
                 number (or none at all) makes it text; cast it (`try_cast(… as double)`), or give its type in \
                 whyproof.toml (`types`)"
            ),
            Some((name, types)) if types.starts_with("bool") => format!(
                "`{name}` cannot take true and false: count with `count(*) filter (where …)`, or write \
                 `{name}(case when … then 1 else 0 end)`"
            ),
            _ => format!("there is no {call}"),
        };
    }
    plain(message)
}
