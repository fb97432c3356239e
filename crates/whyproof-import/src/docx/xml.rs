//! XML as a flat run of pieces, names without their prefixes; no entity but the five of XML itself.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::ImportError;

/// An element's start.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value, by its name without prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Attribute `val`.
    pub(crate) fn val(&self) -> Option<&str> {
        self.get("val")
    }

    /// Whether a switch such as `<w:b/>` is on.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.val(), Some("0" | "false" | "off" | "none"))
    }
}

/// A piece of a part.
pub(crate) enum Piece<'p> {
    /// An element begins.
    Open(&'p Tag),
    /// The element of this name ends.
    Close(&'p str),
    /// Words.
    Text(&'p str),
}

/// Hands a part's pieces to `take`, in order; every start has its end.
pub(crate) fn each(
    name: &str,
    part: &str,
    text: &str,
    mut take: impl FnMut(Piece<'_>),
) -> Result<(), ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut open = 0_usize;
    let wrong = |byte: u64, problem: String| ImportError::Xml {
        name: name.to_owned(),
        part: part.to_owned(),
        byte,
        problem,
    };
    loop {
        let event = reader.read_event();
        match event.map_err(|error| wrong(reader.error_position(), error.to_string()))? {
            Event::Start(start) | Event::Empty(start) => {
                open += 1;
                take(Piece::Open(&tag(&start)));
            }
            Event::End(end) => {
                open = open.saturating_sub(1);
                take(Piece::Close(end.local_name().as_ref()));
            }
            Event::Text(words) => take(Piece::Text(&words.xml10_content())),
            Event::CData(words) => take(Piece::Text(&words.xml10_content())),
            Event::GeneralRef(entity) => {
                let named = match &*entity {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                let Some(named) = named else {
                    let problem = format!("unknown entity &{};", &*entity);
                    return Err(wrong(reader.buffer_position(), problem));
                };
                take(Piece::Text(named.encode_utf8(&mut [0; 4])));
            }
            Event::DocType(_) => {
                return Err(ImportError::Doctype {
                    name: name.to_owned(),
                    part: part.to_owned(),
                });
            }
            Event::Eof if open > 0 => {
                return Err(wrong(text.len() as u64, "it ends too early".to_owned()));
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn tag(start: &BytesStart<'_>) -> Tag {
    let mut attributes = start.attributes();
    let attributes = attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .map(|attribute| {
            let key = attribute.key.local_name().as_ref().to_owned();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            (key, value.unwrap_or_default().into_owned())
        });
    Tag {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
    }
}
