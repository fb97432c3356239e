//! Quantities: numbers that say how much or how many.

mod numeral;
mod unit;
mod words;

use super::tokens::{Token, TokenKind};
pub(crate) use unit::{Dimension, Unit};

/// How much or how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Quantity {
    /// First byte in the block's words: its sign or currency.
    pub(crate) start: u32,
    /// Byte after the last: of its unit.
    pub(crate) end: u32,
    /// Its value in its own unit, words like *million* multiplied in.
    pub(crate) value: f64,
    /// Its unit.
    pub(crate) unit: Unit,
    /// Digits after the decimal point.
    pub(crate) decimals: u8,
    /// Digits that say something: leading zeros, and zeros at the end of a whole number, left out.
    pub(crate) significant: u8,
    /// A small counting word or numeral: up to ten of something, or a number in words up to ten.
    pub(crate) small: bool,
    /// Whether it stands in a figure.
    pub(crate) figure: bool,
}

/// A sentence's words and tokens.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// The block's words as written.
    pub(super) words: &'a str,
    /// The same in small letters.
    pub(super) lower: &'a str,
    /// The tokens of the sentence.
    pub(super) tokens: &'a [Token],
}

impl<'a> Line<'a> {
    fn get(&self, at: usize) -> Option<(&'a str, TokenKind)> {
        let token = self.tokens.get(at)?;
        Some((token.of(self.lower), token.kind))
    }

    /// The text of token `at` in small letters; empty beyond the sentence.
    fn text(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |(text, _)| text)
    }

    fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// The token just before `at`; empty at the sentence's start.
    fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    /// Whether no white space stands before token `at`.
    fn joined(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            matches!((self.tokens.get(before), self.tokens.get(at)), (Some(a), Some(b)) if a.end == b.start)
        })
    }

    /// Whether token `at` is written with a capital and does not begin the sentence.
    fn is_name(&self, at: usize) -> bool {
        at > 0
            && self.tokens.get(at).is_some_and(|token| {
                let text = token.of(self.words);
                token.kind == TokenKind::Word
                    && text.starts_with(|c: char| c.is_uppercase())
                    && text != "I"
            })
    }
}

/// Appends the quantities of one sentence.
pub(super) fn read(line: Line<'_>, into: &mut Vec<Quantity>) {
    let mut at = 0;
    while at < line.tokens.len() {
        let next = match line.tokens[at].kind {
            TokenKind::Number => numeral::read(line, at, into),
            TokenKind::Word => words::read(line, at, into),
            _ => at + 1,
        };
        at = next.max(at + 1);
    }
}
