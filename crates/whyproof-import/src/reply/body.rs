//! The JSON document in the bytes of a reply, and whether it is the one that is wanted.

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::clean;
use super::{MAX_BYTES, MAX_NAME, ReplyError};

/// A document that is read.
pub(super) struct Document {
    /// Its schema.
    pub(super) schema: &'static str,
    /// What the schemas of its later versions begin with.
    pub(super) family: &'static str,
}

/// Any object, for what it says it is.
#[derive(Deserialize)]
struct Head {
    schema: Option<Text>,
}

/// A text, or whatever else stands there.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Is(String),
    IsNot(IgnoredAny),
}

/// Reads the document in `bytes`; `name` is the file's, for errors.
pub(super) fn read<T: DeserializeOwned>(
    name: &str,
    bytes: &[u8],
    wanted: &Document,
) -> Result<T, ReplyError> {
    let not = |found: &str| ReplyError::NotReply {
        name: name.to_owned(),
        found: found.to_owned(),
    };
    if bytes.len() > MAX_BYTES {
        return Err(ReplyError::TooLarge {
            name: name.to_owned(),
        });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (skipped, body) = body(bytes, wanted);
    match body.first() {
        None => return Err(not("it is empty")),
        Some(b'{') => {}
        Some(_) => return Err(not("it does not begin with `{`")),
    }
    let in_message = !bytes.trim_ascii_start().starts_with(b"{");
    let wrong = |error: serde_json::Error| ReplyError::of_json(name, skipped, &error);
    let head: Head = first_value(body, in_message).map_err(wrong)?;
    match head.schema {
        Some(Text::Is(schema)) if schema == wanted.schema => {}
        Some(Text::Is(schema)) if schema.starts_with(wanted.family) => {
            return Err(ReplyError::Later {
                name: name.to_owned(),
                schema: clean::line(&schema, MAX_NAME),
            });
        }
        Some(Text::Is(schema)) => {
            let schema = clean::line(&schema, MAX_NAME);
            return Err(not(&format!("its `schema` is `{schema}`")));
        }
        Some(Text::IsNot(_)) => return Err(not("its `schema` is no text")),
        None => return Err(not("it has no `schema`")),
    }
    first_value(body, in_message).map_err(wrong)
}

/// The lines before the document, and what begins with it: a message that somebody mailed has words around it.
fn body<'b>(bytes: &'b [u8], wanted: &Document) -> (usize, &'b [u8]) {
    let trimmed = bytes.trim_ascii_start();
    let lines = |upto: usize| bytes[..upto].iter().filter(|&&byte| byte == b'\n').count();
    if trimmed.is_empty() || trimmed.starts_with(b"{") {
        return (lines(bytes.len() - trimmed.len()), trimmed);
    }
    let mark = wanted.schema.as_bytes();
    let named = bytes.windows(mark.len()).position(|part| part == mark);
    let open = named.and_then(|at| bytes[..at].iter().rposition(|&byte| byte == b'{'));
    open.map_or((0, trimmed), |at| (lines(at), &bytes[at..]))
}

/// The value that `bytes` begin with; nothing may follow it but what a message has after it.
fn first_value<'b, T: Deserialize<'b>>(bytes: &'b [u8], in_message: bool) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = T::deserialize(&mut reader)?;
    if !in_message {
        reader.end()?;
    }
    Ok(value)
}
