//! Types as a reader knows them, and the engine's own words taken off a message.

/// The engine's names of types, longest first, and ours.
const TYPES: &[(&str, &str)] = &[
    ("LargeUtf8", "text"),
    ("Utf8View", "text"),
    ("Utf8", "text"),
    ("UInt64", "int"),
    ("UInt32", "int"),
    ("UInt16", "int"),
    ("UInt8", "int"),
    ("Int64", "int"),
    ("Int32", "int"),
    ("Int16", "int"),
    ("Int8", "int"),
    ("Float64", "float"),
    ("Float32", "float"),
    ("Float16", "float"),
    ("Date32", "date"),
    ("Date64", "date"),
    ("Boolean", "bool"),
    ("Null", "null"),
];

/// What the engine puts before a message.
const BEFORE: &[&str] = &[
    "Error during planning: ",
    "Execution error: ",
    "Optimizer rule 'simplify_expressions' failed",
    "Arrow error: ",
    "Parser error: ",
    "Cast error: ",
    "Compute error: ",
    "Invalid argument error: ",
    "Parquet error: ",
    "Json error: ",
    "External error: ",
    "Object Store error: ",
    "Schema error: ",
    "type_coercion",
    "caused by",
    "This feature is not implemented: ",
];

/// The message with our words for types, without the engine's own talk.
pub(super) fn plain(message: &str) -> String {
    let end = [
        "\nThis issue was likely caused by a bug",
        "This issue was likely caused by a bug",
        "\n\nbacktrace",
        "\n\tCandidate functions",
        "\tCandidate functions",
        " You might need to add explicit type casts",
        ". Row data:",
    ]
    .into_iter()
    .filter_map(|marker| message.find(marker))
    .min()
    .unwrap_or(message.len());
    let mut message = message[..end].to_owned();
    for before in BEFORE {
        message = message.replace(before, "");
    }
    for (theirs, ours) in TYPES {
        message = whole_words(&message, theirs, ours);
    }
    let message = stamps(&message);
    let lines: Vec<&str> = message
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ").trim_end_matches('.').to_owned()
}

/// Replaces a word where nothing longer contains it.
fn whole_words(text: &str, from: &str, to: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        let whole = !before.ends_with(inside) && !after.starts_with(inside);
        out.push_str(before);
        out.push_str(if whole { to } else { from });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// `Timestamp(µs)`, `Timestamp(ns, "UTC")`: time; `Duration(…)` and `Interval(…)`: span.
fn stamps(text: &str) -> String {
    let mut text = text.to_owned();
    for (theirs, ours) in [
        ("Timestamp(", "time"),
        ("Duration(", "span"),
        ("Interval(", "span"),
        ("Time64(", "time of day"),
    ] {
        while let Some(at) = text.find(theirs) {
            let Some(end) = text[at..].find(')') else {
                break;
            };
            text.replace_range(at..=at + end, ours);
        }
    }
    text
}
