//! Bytes to text.

use crate::ImportError;

/// The text without a byte-order mark; UTF-16 is read where its mark says so.
pub(crate) fn text(name: &str, bytes: &[u8]) -> Result<String, ImportError> {
    if let Some(text) = utf16(bytes) {
        return text.ok_or_else(|| not_text(name, bytes, 0));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            Err(not_text(name, bytes, text.find('\0').unwrap_or_default()))
        }
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_text(name, bytes, error.valid_up_to())),
    }
}

/// None where no mark says UTF-16; within, none where it is not.
pub(crate) fn utf16(bytes: &[u8]) -> Option<Option<String>> {
    let (unit, body): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xff, 0xfe, body @ ..] => (u16::from_le_bytes, body),
        [0xfe, 0xff, body @ ..] => (u16::from_be_bytes, body),
        _ => return None,
    };
    let (pairs, odd) = body.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    Some(
        text.ok()
            .filter(|text| odd.is_empty() && !text.contains('\0')),
    )
}

fn not_text(name: &str, bytes: &[u8], at: usize) -> ImportError {
    let before = bytes.get(..at).unwrap_or_default();
    ImportError::NotText {
        name: name.to_owned(),
        line: 1 + before.iter().filter(|&&byte| byte == b'\n').count(),
        byte: at,
    }
}
