//! Words, numbers and marks of a text.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with digits among them after the first, and apostrophes between letters.
    Word,
    /// Digits, with full stops and commas between them.
    Number,
    /// One character that is none of these.
    Mark,
    /// Anything in a code span.
    Code,
}

/// A piece of a text without white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the block's words.
    pub(crate) start: u32,
    /// Byte after the last.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: TokenKind,
}

impl Token {
    /// The token's part of `words`.
    pub(crate) fn of<'w>(&self, words: &'w str) -> &'w str {
        words
            .get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
}

/// Appends the tokens of `words[from..to]`. `code` are the code spans of the block, in order.
pub(super) fn read(
    words: &str,
    from: usize,
    to: usize,
    code: &[(u32, u32)],
    into: &mut Vec<Token>,
) {
    let bytes = words.as_bytes();
    let to = to.min(bytes.len());
    let mut at = from;
    let mut spans = code
        .iter()
        .skip_while(|span| span.1 as usize <= from)
        .peekable();
    while at < to {
        let byte = bytes[at];
        if byte == b' ' {
            at += 1;
            continue;
        }
        let start = at;
        at = end_of(bytes, at, to);
        while spans.next_if(|span| span.1 as usize <= start).is_some() {}
        let in_code = spans.peek().is_some_and(|span| span.0 as usize <= start);
        let kind = match byte {
            _ if in_code => TokenKind::Code,
            b'0'..=b'9' => TokenKind::Number,
            _ if is_word(words, start) => TokenKind::Word,
            _ => TokenKind::Mark,
        };
        into.push(Token {
            start: start as u32,
            end: at as u32,
            kind,
        });
    }
}

/// Whether the character at `at` begins a word: any letter, in whichever script.
fn is_word(words: &str, at: usize) -> bool {
    match words.as_bytes()[at] {
        byte if byte < 0x80 => byte.is_ascii_alphabetic() || byte == b'_',
        _ => words[at..].starts_with(char::is_alphabetic),
    }
}

/// The end of the token that begins at `at`, on a character boundary.
fn end_of(bytes: &[u8], at: usize, to: usize) -> usize {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at + 1;
    match bytes[at] {
        b'0'..=b'9' => {
            while end < to && (digit(end) || (matches!(bytes[end], b'.' | b',') && digit(end + 1)))
            {
                end += 1;
            }
        }
        byte if byte.is_ascii_alphabetic() || byte == b'_' => {
            while end < to && part_of_word(bytes, end) {
                end += apostrophe(bytes, end).max(1);
            }
            while end < to && is_continuation(bytes[end]) {
                end += 1;
            }
        }
        byte if byte >= 0x80 => {
            // One character; a letter beyond ASCII goes on as a word does.
            while end < to && is_continuation(bytes[end]) {
                end += 1;
            }
            // Punctuation of three bytes (quotes, dashes, bullets) and symbols of Latin-1 stand alone.
            if byte != 0xe2 && byte != 0xc2 {
                while end < to && part_of_word(bytes, end) {
                    end += 1;
                }
                while end < to && is_continuation(bytes[end]) {
                    end += 1;
                }
            }
        }
        _ => {}
    }
    end.min(to)
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

fn part_of_word(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'_' => true,
        0xe2 | 0xc2 => apostrophe(bytes, at) > 0,
        b'\'' => apostrophe(bytes, at) > 0,
        byte => byte.is_ascii_alphanumeric() || byte >= 0x80,
    }
}

/// How many bytes an apostrophe at `at` has that stands before a letter; 0 where there is none.
fn apostrophe(bytes: &[u8], at: usize) -> usize {
    let len = match bytes.get(at..) {
        Some([b'\'', ..]) => 1,
        Some([0xe2, 0x80, 0x99, ..]) => 3,
        _ => return 0,
    };
    let letter = bytes.get(at + len).is_some_and(u8::is_ascii_alphabetic);
    if letter { len } else { 0 }
}

/// How many words a reader reads: those joined by hyphens, slashes or full stops are one, a code span is one.
pub(crate) fn words(tokens: &[Token]) -> u32 {
    let mut count = 0;
    let mut joined = false;
    let mut before = 0;
    let mut code = false;
    for token in tokens {
        let adjacent = token.start == before;
        before = token.end;
        match token.kind {
            // A dash of three bytes parts words, a hyphen joins them.
            TokenKind::Mark => joined &= adjacent && token.end - token.start < 3,
            TokenKind::Code => {
                count += u32::from(!code);
                joined = false;
            }
            TokenKind::Word | TokenKind::Number => {
                count += u32::from(!adjacent || !joined);
                joined = true;
            }
        }
        code = token.kind == TokenKind::Code;
    }
    count
}
