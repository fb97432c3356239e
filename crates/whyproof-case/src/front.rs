//! Front matter: a flat list of keys and values.

use saphyr_parser::{Event, Parser, ScalarStyle};
use whyproof_syntax::{Diagnostic, FrontMatter, Severity, Span, Tree};

/// One `key: value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key, as written.
    pub key: String,
    /// The value; empty where none stands.
    pub value: String,
    /// Where the key stands.
    pub key_span: Span,
    /// Where the value stands.
    pub value_span: Span,
}

/// The keys that mean something.
pub const KEYS: [&str; 7] = ["kind", "owner", "bar", "ladder", "when", "my part", "share"];

/// The front matter of a case.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// Its entries in order.
    pub entries: Vec<Entry>,
    /// All of it; empty where there is none.
    pub span: Span,
}

impl Front {
    /// The first entry with `key` and a value.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.key == key && !entry.value.is_empty())
    }

    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entry(key).map(|entry| entry.value.as_str())
    }
}

const HELP: &str =
    "Front matter is lines of `key: value`; put a value with `: ` or `#` in it in quotes.";

/// Reads the front matter; what is not a flat list of keys is a diagnostic, and what came before it is kept.
pub(crate) fn read(
    tree: &Tree,
    front: Option<FrontMatter>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Front {
    let Some(front) = front else {
        return Front::default();
    };
    let yaml = tree.slice(front.yaml);
    let place = Places::new(yaml, front.yaml.start);
    let mut read = Front {
        entries: Vec::new(),
        span: front.span,
    };
    let mut key: Option<(String, Span)> = None;
    let mut inside = false;
    let mut parser = Parser::new_from_str(yaml);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = place.byte(error.marker().index());
                let message = format!("The front matter is not YAML: {}", error.info());
                diagnostics.push(
                    Diagnostic::new("front-matter", Severity::Error, Span::new(at, at), message)
                        .help(HELP),
                );
                return read;
            }
        };
        let span = Span::new(place.byte(span.start.index()), place.byte(span.end.index()));
        match event {
            Event::MappingStart(..) if !inside => inside = true,
            Event::Scalar(text, style, ..) if inside => match key.take() {
                None => key = Some((text.into_owned(), span)),
                Some((name, key_span)) => {
                    let empty = style == ScalarStyle::Plain && matches!(&*text, "~" | "null" | "");
                    let value = if empty {
                        String::new()
                    } else {
                        text.trim().to_owned()
                    };
                    read.entries.push(Entry {
                        key: name,
                        value,
                        key_span,
                        value_span: span,
                    });
                }
            },
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
            Event::MappingEnd => inside = false,
            Event::DocumentEnd => return read,
            _ => {
                let what = key.map_or(
                    "The front matter holds more than keys and values".to_owned(),
                    |(name, _)| format!("`{name}` holds a list or keys of its own"),
                );
                diagnostics
                    .push(Diagnostic::new("front-matter", Severity::Error, span, what).help(HELP));
                return read;
            }
        }
    }
    read
}

/// Places in the YAML: the parser counts characters, spans count bytes.
struct Places {
    bytes: Vec<u32>,
    end: u32,
}

impl Places {
    fn new(yaml: &str, base: u32) -> Self {
        let bytes = yaml
            .char_indices()
            .map(|(at, _)| base + at as u32)
            .collect();
        Self {
            bytes,
            end: base + yaml.len() as u32,
        }
    }

    fn byte(&self, character: usize) -> u32 {
        self.bytes.get(character).copied().unwrap_or(self.end)
    }
}
