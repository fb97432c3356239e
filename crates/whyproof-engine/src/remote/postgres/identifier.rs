//! How PostgreSQL writes names.

/// A table's name as the configuration gives it: a table, or a schema and a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableName {
    parts: Vec<String>,
}

impl TableName {
    /// Reads `table`, `schema.table` and the same with quotes, as PostgreSQL would read them.
    pub(super) fn parse(text: &str) -> Option<TableName> {
        let mut parts = Vec::new();
        let mut rest = text.trim();
        loop {
            let (part, after) = part(rest)?;
            parts.push(part);
            match after.strip_prefix('.') {
                Some(next) => rest = next,
                None if after.is_empty() => break,
                None => return None,
            }
        }
        (parts.len() <= 2).then_some(TableName { parts })
    }

    /// The name with quotes around each part: nothing in it can be read as SQL.
    pub(super) fn quoted(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(|part| quoted(part)).collect();
        parts.join(".")
    }

    /// Whether these parts, as PostgreSQL reads them, are this table.
    pub(super) fn is(&self, parts: &[String]) -> bool {
        self.parts == parts
    }

    /// The table's name, where the role's own settings say in which schema it is looked for.
    pub(super) fn bare(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [table] => Some(table),
            _ => None,
        }
    }
}

/// The first part of a name, and what stands after it.
fn part(text: &str) -> Option<(String, &str)> {
    let Some(inside) = text.strip_prefix('"') else {
        let end = text
            .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '$')))
            .unwrap_or(text.len());
        let (name, after) = text.split_at(end);
        let starts_well = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
        return starts_well.then(|| (name.to_ascii_lowercase(), after));
    };
    let mut name = String::new();
    let mut letters = inside.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\0' => return None,
            '"' if inside[at + 1..].starts_with('"') => {
                letters.next();
                name.push('"');
            }
            '"' => return (!name.is_empty()).then_some((name, &inside[at + 1..])),
            _ => name.push(letter),
        }
    }
    None
}

/// A name in quotes.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::TableName;

    fn read(text: &str) -> Option<String> {
        TableName::parse(text).map(|name| name.quoted())
    }

    #[test]
    fn names_are_read_as_postgresql_reads_them() {
        assert_eq!(read("orders").as_deref(), Some("\"orders\""));
        assert_eq!(
            read("Sales.Orders").as_deref(),
            Some("\"sales\".\"orders\"")
        );
        assert_eq!(
            read("sales.\"Orders 2026\"").as_deref(),
            Some("\"sales\".\"Orders 2026\"")
        );
        assert_eq!(read("\"a\"\"b.c\"").as_deref(), Some("\"a\"\"b.c\""));
        assert_eq!(read("größe").as_deref(), Some("\"größe\""));
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in [
            "",
            ".",
            "a.",
            ".a",
            "a.b.c",
            "a b",
            "a;b",
            "1a",
            "\"a",
            "\"\"",
            "a\"b",
            "(select 1)",
            "a--",
            "a\0",
            "\"a\0\"",
            "orders; drop table orders",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
