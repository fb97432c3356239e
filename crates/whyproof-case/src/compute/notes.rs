//! A folder of Markdown notes as a table: a row a note.

use std::collections::BTreeSet;
use std::sync::Arc;

use whyproof_syntax::{NodeKind, Parse, Place};

use super::cells;
use crate::front::{self, Front};
use crate::host::{Host, HostError, join};
use crate::sql::SqlError;
use crate::table::{Cell, Column, ColumnKind, Table};

/// Longest note that is read, in bytes.
const LONGEST: u64 = 4 << 20;

/// Most notes of one folder.
const MOST: usize = 10_000;

/// The columns that every folder has; those of front matter come after them.
const COLUMNS: [(&str, ColumnKind); 8] = [
    ("path", ColumnKind::Text),
    ("title", ColumnKind::Text),
    ("date", ColumnKind::Date),
    ("who", ColumnKind::Text),
    ("tags", ColumnKind::Text),
    ("quotes", ColumnKind::Text),
    ("quote_count", ColumnKind::Int),
    ("word_count", ColumnKind::Int),
];

/// A folder of notes.
pub(super) struct Notes {
    /// A row a note.
    pub(super) table: Arc<Table>,
    /// The files that were read, seen from the root.
    pub(super) paths: Vec<String>,
}

/// One note, read.
struct Note {
    path: String,
    parse: Parse,
    front: Front,
}

/// The notes in the folder `path` of `root`, by path, with the files that were read; none where it holds no
/// Markdown. Folders in it are read, too; hidden files and `README.md` are not.
pub(super) fn read(host: &dyn Host, root: &str, path: &str) -> Result<Option<Notes>, SqlError> {
    let paths = files(host, root, path)?;
    if paths.is_empty() {
        return Ok(None);
    }
    let mut notes = Vec::with_capacity(paths.len());
    for path in &paths {
        let bytes = host
            .read(&join(root, path), LONGEST)
            .map_err(|error| SqlError::Failed(error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|_| SqlError::Table {
            name: path.clone(),
            message: format!("the note {path} is not UTF-8 text"),
        })?;
        let parse = whyproof_syntax::parse(&text);
        let front = front::read_loosely(&parse.tree, parse.document.front_matter);
        notes.push(Note {
            path: path.clone(),
            parse,
            front,
        });
    }
    Ok(Some(Notes {
        table: Arc::new(table(&notes)),
        paths,
    }))
}

/// Markdown files below `path`, sorted. Links that lead out of the workspace are refused as a whole.
fn files(host: &dyn Host, root: &str, path: &str) -> Result<Vec<String>, SqlError> {
    let failed = |error: HostError| match error {
        HostError::Outside { path } => SqlError::Table {
            message: format!("`{path}` leads out of the workspace; only files below it are read"),
            name: path,
        },
        other => SqlError::Failed(other.to_string()),
    };
    let mut found = BTreeSet::new();
    let mut looked = 0;
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        // Links between folders make many paths of few, and one to a folder above it would never end.
        looked += 1;
        if looked > MOST {
            return Err(SqlError::Bound {
                bound: "rows",
                message: format!("the folder has more than {MOST} folders in it"),
            });
        }
        if folder.split('/').count() > 64 {
            continue;
        }
        for name in host.list(&join(root, &folder)).map_err(failed)? {
            if name.starts_with('.') || name.eq_ignore_ascii_case("readme.md") {
                continue;
            }
            let path = join(&folder, &name);
            if host.stat_within(root, &path).map_err(failed)?.folder {
                folders.push(path);
            } else if name.ends_with(".md") || name.ends_with(".markdown") {
                found.insert(path);
            }
            if found.len() > MOST {
                return Err(SqlError::Bound {
                    bound: "rows",
                    message: format!("the folder has more than {MOST} notes"),
                });
            }
        }
    }
    Ok(found.into_iter().collect())
}

fn table(notes: &[Note]) -> Table {
    let mut extra: Vec<&str> = Vec::new();
    for entry in notes.iter().flat_map(|note| &note.front.entries) {
        let key = entry.key.as_str();
        if !COLUMNS.iter().any(|(name, _)| *name == key) && !extra.contains(&key) {
            extra.push(key);
        }
    }
    let names = extra.iter().map(|&key| key.to_owned()).collect();
    let words: Vec<Vec<String>> = notes
        .iter()
        .map(|note| {
            let value = |key: &&str| note.front.get(key).unwrap_or("").to_owned();
            extra.iter().map(value).collect()
        })
        .collect();
    let front = cells::typed(names, &words);
    let mut columns: Vec<Column> = COLUMNS
        .iter()
        .map(|&(name, kind)| Column {
            name: name.to_owned(),
            kind,
        })
        .collect();
    columns.extend(front.columns);
    let rows = notes.iter().zip(front.rows);
    let rows = rows.map(|(note, front)| row(note).into_iter().chain(front).collect());
    Table {
        columns,
        rows: rows.collect(),
    }
}

fn row(note: &Note) -> Vec<Cell> {
    let text = |words: Option<&str>| words.map_or(Cell::Null, |words| Cell::Text(words.to_owned()));
    let document = &note.parse.document;
    let title = document
        .title
        .map(|title| document.text(title).words.text.as_str());
    let said = quotes(&note.parse);
    let body = document
        .texts
        .iter()
        .filter(|text| text.place == Place::Body);
    let words: usize = body
        .map(|text| text.words.text.split_whitespace().count())
        .sum();
    vec![
        Cell::Text(note.path.clone()),
        text(title),
        date(note),
        text(note.front.get("who")),
        tags(note),
        text((!said.is_empty()).then(|| said.join("\n")).as_deref()),
        Cell::Int(said.len() as i64),
        Cell::Int(words as i64),
    ]
}

/// The day that front matter gives, else the one that the file's name begins with.
fn date(note: &Note) -> Cell {
    let name = note.path.rsplit('/').next().unwrap_or("");
    let told = note
        .front
        .get("date")
        .map(|date| date.get(..10).unwrap_or(date));
    told.or_else(|| name.get(..10))
        .and_then(|day| day.parse().ok())
        .map_or(Cell::Null, Cell::Date)
}

/// The tags of front matter, a comma and a blank between them: what `string_to_array(tags, ', ')` takes apart.
fn tags(note: &Note) -> Cell {
    let Some(tags) = note.front.get("tags") else {
        return Cell::Null;
    };
    // Between commas a tag may have blanks in it.
    let between: fn(char) -> bool = if tags.contains(',') {
        |letter| letter == ','
    } else {
        char::is_whitespace
    };
    let tags: Vec<&str> = tags
        .split(between)
        .map(|tag| tag.trim().trim_start_matches('#'))
        .filter(|tag| !tag.is_empty())
        .collect();
    Cell::Text(tags.join(", "))
}

/// The words of its block quotations, each on one line.
fn quotes(parse: &Parse) -> Vec<String> {
    let tree = &parse.tree;
    let mut found = Vec::new();
    let mut end = 0;
    for node in tree.descendants(tree.root()) {
        // A quotation in a quotation is a part of it.
        if tree.kind(node) != NodeKind::BlockQuote || node.0 < end {
            continue;
        }
        end = tree.after(node).0;
        let texts = parse.document.texts_under(tree, node);
        let words = parse.document.texts_in(texts).map(|(_, text)| {
            text.words
                .text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        });
        let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
        if !words.is_empty() {
            found.push(words.join(" "));
        }
    }
    found
}
