//! What holds for any bytes: one function for each target of `fuzz/`, which the tests run over its corpus, too.
//!
//! Each panics where something does not hold.

mod fixes;
mod parser;
mod resolver;
mod standing;

pub use fixes::fixes;
pub use parser::{parsed, parser};
pub use resolver::{resolved, resolver};
pub use standing::standing;

use whyproof_syntax::Span;

/// Bytes as a text, what is not UTF-8 replaced.
fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// A span lies within the text, on character boundaries.
fn within(text: &str, span: Span, what: &str) {
    assert!(
        text.get(span.range()).is_some(),
        "{what} at {span:?} is no part of the text"
    );
}
