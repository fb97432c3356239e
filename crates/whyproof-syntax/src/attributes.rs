//! Attributes: `{#id key=value key="value"}` at the end of a block, or the same in a comment.

use crate::words::Words;
use crate::{Diagnostic, Severity, Span};

/// One `key=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: String,
    /// The value, without its quotes.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// The attributes of a block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    /// The id, without `#`, and where it stands.
    pub id: Option<(String, Span)>,
    /// Keys and values, in order.
    pub pairs: Vec<Pair>,
    /// The braces and all between; empty where the block has none.
    pub span: Span,
}

impl Attributes {
    /// The value of the first pair with `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pair(key).map(|pair| pair.value.as_str())
    }

    /// The first pair with `key`.
    pub fn pair(&self, key: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.key == key)
    }

    /// Whether the block has none.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.pairs.is_empty()
    }

    fn merge(&mut self, other: Attributes) {
        if self.id.is_none() {
            self.id = other.id;
        }
        self.pairs.extend(other.pairs);
        self.span = if self.span.is_empty() {
            other.span
        } else {
            self.span.cover(other.span)
        };
    }
}

/// Whether `text` has the form of an id: `[a-z][a-z0-9-]*`, at most 64 long.
pub fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Longest attribute list that is looked for, in bytes.
const LONGEST: usize = 2048;

/// Takes the attributes off the end of `words`; of several lists there the first comes first.
pub(crate) fn take(words: &mut Words, into: &mut Attributes, diagnostics: &mut Vec<Diagnostic>) {
    let mut lists = Vec::new();
    let mut end = words.text.len();
    while let Some((open, list)) = last_list(words, end) {
        let at = |from: usize, to: usize| words.source(open + 1 + from, open + 1 + to);
        lists.push(read(&list, words.source(open, end), at, diagnostics));
        end = words.text[..open].trim_end().len();
    }
    if !lists.is_empty() {
        words.truncate(end);
    }
    tell_unread(words, diagnostics);
    lists.into_iter().rev().for_each(|list| into.merge(list));
}

/// Braces that end a block and begin as attributes do, but cannot be read as such: most often a value without quotes.
fn tell_unread(words: &Words, diagnostics: &mut Vec<Diagnostic>) {
    let text = words.text.as_str();
    let Some(open) = text.strip_suffix('}').and_then(|body| body.rfind('{')) else {
        return;
    };
    let list = text[open + 1..text.len() - 1].trim();
    let key = list.split_once('=').is_some_and(|(key, value)| {
        let plain = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        plain && !value.is_empty() && !value.contains(['(', ';'])
    });
    if !key || words.in_code(open) || words.in_code(text.len() - 1) {
        return;
    }
    let span = words.source(open, text.len());
    diagnostics.push(
        Diagnostic::new(
            "bad-attributes",
            Severity::Error,
            span,
            format!("`{{{list}}}` cannot be read, so it says nothing"),
        )
        .help("Put a value of more than one word in quotes: `{by=\"P. Rao\"}`."),
    );
}

/// Reads the attributes in an HTML comment, where that is all that the comment holds.
pub(crate) fn take_comment(
    html: &str,
    span: Span,
    into: &mut Attributes,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let Some(inner) = html
        .trim()
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"))
    else {
        return false;
    };
    let Some(list) = inner
        .trim()
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    else {
        return false;
    };
    let open = html.find('{').map_or(0, |at| at as u32);
    take_list(
        list,
        Span::new(span.start + open, span.end),
        Some(span.start + open + 1),
        into,
        diagnostics,
    )
}

/// Reads the attribute list `list`, which stands in `span`: from the byte `verbatim` on, or in other characters.
pub(crate) fn take_list(
    list: &str,
    span: Span,
    verbatim: Option<u32>,
    into: &mut Attributes,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let Some(tokens) = tokens(list) else {
        return false;
    };
    let at = |from: usize, to: usize| match verbatim {
        Some(base) => Span::new(base + from as u32, base + to as u32),
        None => span,
    };
    into.merge(read(&tokens, span, at, diagnostics));
    true
}

/// The attribute list that ends the words before `end`: where its brace opens, and its tokens.
fn last_list(words: &Words, end: usize) -> Option<(usize, Vec<Token>)> {
    let text = words.text.get(..end)?;
    let body = text.strip_suffix('}')?;
    if words.in_code(text.len() - 1) {
        return None;
    }
    let mut floor = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let mut before = body.len();
    while let Some(open) = body.get(floor..before)?.rfind('{').map(|at| at + floor) {
        if let Some(tokens) = tokens(&body[open + 1..]) {
            return (!words.in_code(open)).then_some((open, tokens));
        }
        before = open;
    }
    None
}

struct Token {
    from: usize,
    to: usize,
    kind: TokenKind,
}

enum TokenKind {
    Id(String),
    Pair(String, String),
}

/// The tokens of an attribute list; none where the text is not one.
fn tokens(list: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += list[at..].len() - list[at..].trim_start().len();
        let rest = &list[at..];
        if rest.is_empty() {
            return (!found.is_empty()).then_some(found);
        }
        let (token, len) = if let Some(id) = rest.strip_prefix('#') {
            let len = id.find(char::is_whitespace).unwrap_or(id.len());
            if len == 0 || id[..len].contains(['{', '}', '"', '=']) {
                return None;
            }
            (TokenKind::Id(id[..len].to_owned()), len + 1)
        } else {
            pair(rest)?
        };
        if rest[len..].starts_with(|c: char| !c.is_whitespace()) {
            return None;
        }
        found.push(Token {
            from: at,
            to: at + len,
            kind: token,
        });
        at += len;
    }
}

fn pair(rest: &str) -> Option<(TokenKind, usize)> {
    let equals = rest.find('=')?;
    let key = &rest[..equals];
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if !key.starts_with(|c: char| c.is_ascii_lowercase()) || !key.chars().all(word) {
        return None;
    }
    let value = &rest[equals + 1..];
    let quote = value.chars().next()?;
    let closing: &[char] = match quote {
        '"' | '“' | '”' | '„' => &['"', '”', '“'],
        '\'' | '‘' | '’' => &['\'', '’', '‘'],
        _ => {
            let len = value.find(char::is_whitespace).unwrap_or(value.len());
            let plain = &value[..len];
            let token = TokenKind::Pair(key.to_owned(), plain.to_owned());
            return (!plain.contains(['{', '}', '"'])).then_some((token, equals + 1 + len));
        }
    };
    let inside = &value[quote.len_utf8()..];
    // A straight quote closes a straight one; curly ones close each other, as smart editors leave them.
    let closes = |c: char| {
        if quote == '"' || quote == '\'' {
            c == quote
        } else {
            closing.contains(&c)
        }
    };
    let end = inside.char_indices().find(|&(at, c)| {
        closes(c)
            && inside[at + c.len_utf8()..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
    })?;
    let text = inside[..end.0]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let len = equals + 1 + quote.len_utf8() + end.0 + end.1.len_utf8();
    Some((TokenKind::Pair(key.to_owned(), text), len))
}

fn read(
    tokens: &[Token],
    span: Span,
    at: impl Fn(usize, usize) -> Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Attributes {
    let mut attributes = Attributes {
        span,
        ..Attributes::default()
    };
    for token in tokens {
        let place = at(token.from, token.to);
        match &token.kind {
            TokenKind::Id(id) if is_id(id) => {
                if attributes.id.is_none() {
                    attributes.id = Some((id.clone(), place));
                }
            }
            TokenKind::Id(id) => diagnostics.push(
                Diagnostic::new("bad-id", Severity::Error, place, format!("`#{id}` cannot be an id"))
                    .help("An id begins with a small letter, then small letters, digits and hyphens; 64 at most."),
            ),
            TokenKind::Pair(key, value) => {
                attributes.pairs.push(Pair { key: key.clone(), value: value.clone(), span: place });
            }
        }
    }
    attributes
}
