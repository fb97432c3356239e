//! Front matter: `kind` where it is missing, and what other tools put there.

/// Where the front matter of a text ends: the bytes of its YAML, and of what follows it.
pub(crate) fn split(text: &str) -> (Option<&str>, &str) {
    let opened = text
        .strip_prefix("---\n")
        .or_else(|| text.strip_prefix("---\r\n"));
    let Some(rest) = opened else {
        return (None, text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let body = rest.get(at + line.len()..).unwrap_or_default();
            return (rest.get(..at), body);
        }
        at += line.len();
    }
    (None, text)
}

/// The value of a plain `key: value` line.
pub(crate) fn value<'y>(yaml: &'y str, key: &str) -> Option<&'y str> {
    yaml.lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(':'))
        .map(|value| value.trim().trim_matches(['"', '\'']))
        .filter(|value| !value.is_empty() && !value.starts_with(['|', '>', '[', '{', '&', '*']))
}

/// The text with a title above it, below its front matter.
pub(crate) fn with_title(text: &str, title: &str) -> String {
    let (_, body) = split(text);
    let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let head = text.get(..text.len() - body.len()).unwrap_or_default();
    let body = body.trim_start_matches(['\n', '\r']);
    let between = if head.is_empty() { "" } else { line };
    format!("{head}{between}# {title}{line}{line}{body}")
}

/// The text with front matter that says of which kind it is, and the owner: where the file says none, the author that
/// other tools say, else `from`.
pub(crate) fn with_kind(text: &str, kind: &str, from: Option<&str>) -> String {
    let (yaml, body) = split(text);
    let Some(yaml) = yaml else {
        let owner = from.map_or_else(String::new, |from| format!("owner: {}\n", quoted(from)));
        return format!(
            "---\nkind: {kind}\n{owner}---\n\n{}",
            body.trim_start_matches(['\n', '\r'])
        );
    };
    let line = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    let mut added = String::new();
    if !yaml.lines().any(|line| line.starts_with("kind:")) {
        added += &format!("kind: {kind}{line}");
    }
    let author = value(yaml, "author").or(from);
    if let (None, Some(author)) = (value(yaml, "owner"), author) {
        added += &format!("owner: {}{line}", quoted(author));
    }
    let untouched = text.get(text.find('\n').map_or(0, |at| at + 1)..);
    format!("---{line}{added}{}", untouched.unwrap_or_default())
}

/// A value as a YAML string, in quotes where it needs them.
pub(crate) fn quoted(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = value.starts_with(char::is_alphanumeric)
        && !value.contains([':', '#', '"', '\\', '{', '[', ','])
        && value.contains(char::is_alphabetic)
        && !["true", "false", "null", "yes", "no", "on", "off"]
            .contains(&value.to_lowercase().as_str());
    if plain {
        return value;
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
