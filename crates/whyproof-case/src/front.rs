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
    let reader = events(tree, front, false);
    if let Some((span, message)) = reader.wrong {
        diagnostics
            .push(Diagnostic::new("front-matter", Severity::Error, span, message).help(HELP));
    }
    Front {
        entries: reader.entries,
        span: front.span,
    }
}

/// Reads the front matter of a text that is no case: a list becomes its words with commas between them, and what
/// cannot be read is left out.
pub(crate) fn read_loosely(tree: &Tree, front: Option<FrontMatter>) -> Front {
    front.map_or_else(Front::default, |front| Front {
        entries: events(tree, front, true).entries,
        span: front.span,
    })
}

fn events(tree: &Tree, front: FrontMatter, lists: bool) -> Reader {
    let yaml = tree.slice(front.yaml);
    let place = Places::new(yaml, front.yaml.start);
    let mut reader = Reader {
        entries: Vec::new(),
        key: None,
        inside: false,
        nested: 0,
        lists,
        wrong: None,
    };
    let mut parser = Parser::new_from_str(yaml);
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = place.byte(error.marker().index());
                let message = format!("The front matter is not YAML: {}", error.info());
                reader.wrong = Some((Span::new(at, at), message));
                break;
            }
        };
        let span = Span::new(place.byte(span.start.index()), place.byte(span.end.index()));
        if event == Event::DocumentEnd || !reader.event(&event, span) {
            break;
        }
    }
    reader
}

/// Takes the events of a flat list of keys; what another tool's key holds is passed over.
struct Reader {
    entries: Vec<Entry>,
    key: Option<(String, Span)>,
    inside: bool,
    /// How deep in another tool's value.
    nested: u32,
    /// Whether the words of a list are its key's value.
    lists: bool,
    wrong: Option<(Span, String)>,
}

impl Reader {
    /// Takes one event; false where nothing after it can be read.
    fn event(&mut self, event: &Event<'_>, span: Span) -> bool {
        match event {
            Event::MappingEnd | Event::SequenceEnd if self.nested > 0 => self.nested -= 1,
            Event::MappingStart(..) | Event::SequenceStart(..) if self.nested > 0 => {
                self.nested += 1
            }
            Event::Scalar(text, ..) if self.nested == 1 && self.lists => self.listed(text),
            Event::Scalar(..) | Event::Alias(_) if self.nested > 0 => {}
            Event::MappingStart(..) if !self.inside => self.inside = true,
            Event::Scalar(text, style, ..) if self.inside => self.scalar(text, *style, span),
            Event::MappingStart(..) | Event::SequenceStart(..) if self.inside => {
                return self.list(span);
            }
            Event::Alias(_) if self.key.take().is_some() => {}
            Event::MappingEnd => self.inside = false,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
            _ => {
                self.wrong = Some((
                    span,
                    "The front matter holds more than keys and values".to_owned(),
                ));
                return false;
            }
        }
        true
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) {
        let Some((key, key_span)) = self.key.take() else {
            self.key = Some((text.to_owned(), span));
            return;
        };
        let empty = style == ScalarStyle::Plain && matches!(text, "~" | "null" | "");
        let value = if empty {
            String::new()
        } else {
            text.trim().to_owned()
        };
        self.entries.push(Entry {
            key,
            value,
            key_span,
            value_span: span,
        });
    }

    /// One more word of the list that the last key holds.
    fn listed(&mut self, text: &str) {
        if let Some(entry) = self.entries.last_mut() {
            if !entry.value.is_empty() {
                entry.value.push_str(", ");
            }
            entry.value.push_str(text.trim());
        }
    }

    /// A list or keys of its own: wrong under a key of ours, another tool's under another.
    fn list(&mut self, span: Span) -> bool {
        let Some((key, key_span)) = self.key.take() else {
            self.wrong = Some((
                span,
                "The front matter holds more than keys and values".to_owned(),
            ));
            return false;
        };
        if KEYS.contains(&key.as_str()) {
            self.wrong
                .get_or_insert((span, format!("`{key}` holds a list or keys of its own")));
        }
        self.nested = 1;
        self.entries.push(Entry {
            key,
            value: String::new(),
            key_span,
            value_span: span,
        });
        true
    }
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
