//! What is measured of a file before anything of it is parsed: how deep its parts are nested, and to how much they
//! unpack.

use std::io::{Chain, Cursor, Read};

use zip::read::read_zipfile_from_stream_with_compressed_size;

use super::Wrong;

/// Deepest nesting of lists and dictionaries.
const DEPTH: usize = 500;
/// Most that all parts of a file unpack to.
const UNPACKED: u64 = 512 << 20;
/// Largest file whose parts cannot be measured, for they are encrypted with no password.
const HIDDEN: usize = 8 << 20;

pub(super) fn check(bytes: &[u8]) -> Result<(), Wrong> {
    let mut nesting = Nesting::default();
    if !nesting.is_shallow(bytes) {
        return Err(Wrong::Damaged("its parts are nested too deeply"));
    }
    if find(bytes, b"/Encrypt").is_some() {
        return match bytes.len() {
            0..=HIDDEN => Ok(()),
            _ => Err(Wrong::Encrypted),
        };
    }
    let mut left = UNPACKED;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"stream")) {
        let keyword = at + found;
        at = keyword + b"stream".len();
        let before = bytes.get(keyword.saturating_sub(3)..keyword);
        if before == Some(b"end") {
            continue;
        }
        let head = bytes
            .get(keyword.saturating_sub(2048)..keyword)
            .unwrap_or_default();
        let head = head
            .get(rfind(head, b"obj").unwrap_or(0)..)
            .unwrap_or_default();
        if packings(head) > 1 {
            return Err(Wrong::Damaged("a part of it is packed more than once"));
        }
        let data = bytes.get(at..).unwrap_or_default();
        let skip = data
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count()
            .min(2);
        let data = data.get(skip..).unwrap_or_default();
        let data = data
            .get(..find(data, b"endstream").unwrap_or(data.len()))
            .unwrap_or_default();
        let size = unpacked(data, left)?;
        left = left
            .checked_sub(size)
            .ok_or(Wrong::TooMuch("bytes when unpacked", UNPACKED as usize))?;
        at += skip + data.len();
    }
    Ok(())
}

/// How many packings a stream's dictionary names.
fn packings(head: &[u8]) -> usize {
    let mut plain = Vec::with_capacity(head.len());
    let mut at = 0;
    while let Some(&byte) = head.get(at) {
        let code = head.get(at + 1..at + 3).filter(|_| byte == b'#');
        let code = code.and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(code) => {
                plain.push(code);
                at += 3;
            }
            None => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    let names: [&[u8]; 3] = [b"/FlateDecode", b"/LZWDecode", b"/RunLengthDecode"];
    let short: [&[u8]; 3] = [b"/Fl", b"/LZW", b"/RL"];
    let count = |name: &&[u8]| {
        plain
            .windows(name.len())
            .filter(|part| part == name)
            .count()
    };
    let long: usize = names.iter().map(count).sum();
    let all: usize = short.iter().map(count).sum();
    // The short names are in no longer one but their own, and `/Flags`.
    let others = count(&b"/Flags".as_slice()) + count(&b"/RL".as_slice());
    long.max(all.saturating_sub(others.min(all)))
}

/// To how much data unpacks, counted up to `most`; what is not packed counts nothing, what is damaged as far as it goes.
/// What it unpacks to is measured, too.
fn unpacked(data: &[u8], most: u64) -> Result<u64, Wrong> {
    let is_zlib = matches!(data, [first, second, ..]
        if first & 0x0f == 8 && (u32::from(*first) * 256 + u32::from(*second)) % 31 == 0);
    if !is_zlib {
        return Ok(0);
    }
    let mut reader = archive(data.get(2..).unwrap_or_default());
    let size = data.len() as u64 - 2;
    let Ok(Some(mut file)) = read_zipfile_from_stream_with_compressed_size(&mut reader, size)
    else {
        return Ok(0);
    };
    let mut nesting = Nesting::default();
    let mut chunk = vec![0; 64 << 10];
    let mut count = 0;
    while count <= most {
        match file.read(&mut chunk) {
            Ok(0) | Err(_) => break,
            Ok(read) => {
                count += read as u64;
                if !nesting.is_shallow(chunk.get(..read).unwrap_or_default()) {
                    return Err(Wrong::Damaged("its parts are nested too deeply"));
                }
            }
        }
    }
    Ok(count)
}

/// Deflated data as the one entry of a zip archive, which the reader at hand unpacks piece by piece.
fn archive(deflated: &[u8]) -> Chain<Cursor<Vec<u8>>, &[u8]> {
    let mut head = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    head.extend(
        u32::try_from(deflated.len())
            .unwrap_or(u32::MAX - 1)
            .to_le_bytes(),
    );
    head.extend((u32::MAX - 1).to_le_bytes());
    head.extend(b"\x01\0\0\0s");
    Cursor::new(head).chain(deflated)
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|part| part == needle)
}

fn rfind(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).rposition(|part| part == needle)
}

/// How deep lists and dictionaries are nested, byte by byte.
#[derive(Default)]
struct Nesting {
    depth: usize,
    /// Open parentheses of a string.
    string: usize,
    escaped: bool,
    comment: bool,
    before: [u8; 3],
}

impl Nesting {
    /// Goes on over `bytes`; false where it is too deep.
    fn is_shallow(&mut self, bytes: &[u8]) -> bool {
        for &byte in bytes {
            self.step(byte);
            if self.depth > DEPTH {
                return false;
            }
            self.before = [self.before[1], self.before[2], byte];
        }
        true
    }

    fn step(&mut self, byte: u8) {
        if self.before == *b"obj" && !byte.is_ascii_alphanumeric() {
            // What stands between objects is skipped by readers.
            self.depth = 0;
            self.string = 0;
            self.comment = false;
        }
        if self.comment {
            self.comment = !matches!(byte, b'\r' | b'\n');
            return;
        }
        if self.string > 0 {
            match (self.escaped, byte) {
                (true, _) => self.escaped = false,
                (false, b'\\') => self.escaped = true,
                (false, b'(') => self.string += 1,
                (false, b')') => self.string -= 1,
                _ => {}
            }
            return;
        }
        match byte {
            b'%' => self.comment = true,
            b'(' => self.string = 1,
            b'[' => self.depth += 1,
            b'<' if self.before[2] == b'<' => self.depth += 1,
            b']' => self.depth = self.depth.saturating_sub(1),
            b'>' if self.before[2] == b'>' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Nesting, packings};

    #[test]
    fn nesting_is_counted_outside_strings() {
        assert!(!Nesting::default().is_shallow("[".repeat(600).as_bytes()));
        assert!(!Nesting::default().is_shallow("<</A".repeat(600).as_bytes()));
        assert!(Nesting::default().is_shallow(format!("({})", "[".repeat(600)).as_bytes()));
        assert!(Nesting::default().is_shallow("[ ] << >> ".repeat(600).as_bytes()));
        let sly = format!("1 0 obj (((( endobj 2 0 obj {}", "[ (]) ".repeat(600));
        assert!(!Nesting::default().is_shallow(sly.as_bytes()));
    }

    #[test]
    fn packings_are_counted_by_any_spelling() {
        assert_eq!(packings(b"<< /Filter /FlateDecode /Flags 4 >>"), 1);
        assert_eq!(packings(b"<< /Filter [/FlateDecode /Fl#61teDecode] >>"), 2);
        assert_eq!(packings(b"<< /Filter [/Fl /Fl] >>"), 2);
    }
}
