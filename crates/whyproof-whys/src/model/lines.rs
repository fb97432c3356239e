//! The JSON objects in what a model writes, whatever it writes around them.

use serde::de::DeserializeOwned;

/// Most places that are tried: a model that opens braces without end is not followed.
const TRIES: usize = 400;

/// The objects of one kind in `reply`, in order, and whether there was anything that began like one and was not:
/// cut off, or of another shape.
pub(crate) fn objects<T: DeserializeOwned>(reply: &str) -> (Vec<T>, usize) {
    let mut found = Vec::new();
    let mut broken = 0;
    let mut at = 0;
    for _ in 0..TRIES {
        let Some(open) = reply.get(at..).and_then(|rest| rest.find('{')) else {
            break;
        };
        let start = at + open;
        let rest = &reply[start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        if let Some(Ok(value)) = values.next() {
            found.push(value);
            at = start + values.byte_offset().max(1);
        } else {
            // An object around others, `{"questions": [`, is only a wrapping.
            if rest[1..].trim_start().starts_with('"') && !wraps(rest) {
                broken += 1;
            }
            at = start + 1;
        }
    }
    (found, broken)
}

/// Whether the first value of the object that `text` begins with is a list or an object.
fn wraps(text: &str) -> bool {
    let value = text.split_once(':').map_or("", |(_, value)| value);
    value.trim_start().starts_with(['[', '{'])
}
