//! The instructions of a page, a token at a time: no nesting is followed, so that none can be too deep.

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    /// A bracket of any kind.
    Bracket,
    Operator(Vec<u8>),
}

/// The token at `at`, which moves behind it; none at the end.
pub(super) fn next(bytes: &[u8], at: &mut usize) -> Option<Token> {
    loop {
        let byte = *bytes.get(*at)?;
        match byte {
            b'%' => *at += count(bytes, *at, |byte| !matches!(byte, b'\r' | b'\n')),
            _ if is_space(byte) => *at += 1,
            _ => break,
        }
    }
    let byte = *bytes.get(*at)?;
    let token = match byte {
        b'(' => Token::Text(literal(bytes, at)),
        b'<' if bytes.get(*at + 1) != Some(&b'<') => Token::Text(hex(bytes, at)),
        b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b')' => {
            *at += 1;
            Token::Bracket
        }
        b'/' => {
            *at += 1;
            Token::Name(name(regular(bytes, at)))
        }
        _ => {
            let word = regular(bytes, at);
            match number(word) {
                Some(number) => Token::Number(number),
                None => Token::Operator(word.to_vec()),
            }
        }
    };
    Some(token)
}

/// Moves behind the data of a picture within the instructions, whose `BI` was read.
pub(super) fn skip_picture(bytes: &[u8], at: &mut usize) {
    let is_space_at = |at: usize| bytes.get(at).is_none_or(|&byte| is_space(byte));
    while let Some(pair) = bytes.get(*at..*at + 2) {
        if pair == b"EI" && is_space_at(at.wrapping_sub(1)) && is_space_at(*at + 2) {
            *at += 2;
            return;
        }
        *at += 1;
    }
    *at = bytes.len();
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn count(bytes: &[u8], from: usize, is_in: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().take_while(|&&byte| is_in(byte)).count()
}

fn regular<'b>(bytes: &'b [u8], at: &mut usize) -> &'b [u8] {
    let length = count(bytes, *at, |byte| {
        !is_space(byte)
            && !matches!(
                byte,
                b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
            )
    });
    let word = bytes.get(*at..*at + length).unwrap_or_default();
    *at += length;
    word
}

fn number(word: &[u8]) -> Option<f64> {
    let first = *word.first()?;
    if !first.is_ascii_digit() && !matches!(first, b'+' | b'-' | b'.') {
        return None;
    }
    let word = std::str::from_utf8(word).ok()?;
    // Some programs write `--5` and `1.-2`.
    let plain = word.trim_start_matches("--").trim_start_matches('+');
    let end = plain
        .char_indices()
        .skip(1)
        .find(|(_, c)| *c == '-')
        .map_or(plain.len(), |(at, _)| at);
    let number: f64 = plain.get(..end)?.parse().ok()?;
    number.is_finite().then_some(number)
}

fn name(word: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(word.len());
    let mut at = 0;
    while let Some(&byte) = word.get(at) {
        let hex = word.get(at + 1..at + 3).filter(|_| byte == b'#');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(code) => {
                out.push(code);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

fn literal(bytes: &[u8], at: &mut usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut open = 0_usize;
    while let Some(&byte) = bytes.get(*at) {
        *at += 1;
        match byte {
            b'(' => {
                open += 1;
                if open == 1 {
                    continue;
                }
            }
            b')' => {
                open -= 1;
                if open == 0 {
                    break;
                }
            }
            b'\\' => {
                escaped(bytes, at, &mut out);
                continue;
            }
            _ => {}
        }
        out.push(byte);
    }
    out
}

fn escaped(bytes: &[u8], at: &mut usize, out: &mut Vec<u8>) {
    let Some(&byte) = bytes.get(*at) else {
        return;
    };
    *at += 1;
    match byte {
        b'n' => out.push(b'\n'),
        b'r' => out.push(b'\r'),
        b't' => out.push(b'\t'),
        b'b' => out.push(8),
        b'f' => out.push(12),
        b'\n' => {}
        b'\r' => *at += usize::from(bytes.get(*at) == Some(&b'\n')),
        b'0'..=b'7' => {
            let more = count(bytes, *at, |byte| matches!(byte, b'0'..=b'7')).min(2);
            let digits = bytes.get(*at - 1..*at + more).unwrap_or_default();
            let code = digits
                .iter()
                .fold(0_u32, |code, digit| code * 8 + u32::from(digit - b'0'));
            out.push((code & 0xff) as u8);
            *at += more;
        }
        _ => out.push(byte),
    }
}

fn hex(bytes: &[u8], at: &mut usize) -> Vec<u8> {
    *at += 1;
    let mut digits = Vec::new();
    while let Some(&byte) = bytes.get(*at) {
        *at += 1;
        match byte {
            b'>' => break,
            _ => digits.extend(char::from(byte).to_digit(16)),
        }
    }
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| {
            (pair.first().copied().unwrap_or(0) * 16 + pair.get(1).copied().unwrap_or(0)) as u8
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Token, next, skip_picture};

    #[test]
    fn instructions_are_read_token_by_token() {
        let bytes = b"BT /F#31 12 Tf [(a\\(b\\051\\101) -2.5 <4142>] TJ % end\n--3 Td";
        let mut at = 0;
        let tokens: Vec<Token> = std::iter::from_fn(|| next(bytes, &mut at)).collect();
        assert_eq!(tokens[1], Token::Name(b"F1".to_vec()));
        assert_eq!(tokens[5], Token::Text(b"a(b)A".to_vec()));
        assert_eq!(tokens[6], Token::Number(-2.5));
        assert_eq!(tokens[7], Token::Text(b"AB".to_vec()));
        assert_eq!(tokens.last(), Some(&Token::Operator(b"Td".to_vec())));
    }

    #[test]
    fn a_picture_is_passed_over() {
        let bytes = b"/W 1 ID \xffEIx EI Q";
        let mut at = 0;
        skip_picture(bytes, &mut at);
        assert_eq!(next(bytes, &mut at), Some(Token::Operator(b"Q".to_vec())));
    }
}
