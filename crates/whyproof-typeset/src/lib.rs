//! Typst behind a small API of ours: a source, its pictures and a day go in, pages come out, as PDF and as PNG.
//!
//! It sees what it is given and nothing else: no file, no package, no network, no clock, and no font but those built
//! in. The same document gives the same bytes. Typst recurses on the depth of its source, so it runs on threads with
//! a large stack; [`Document::source`] should nest a few dozen levels at most.
//!
//! ```
//! use whyproof_typeset::{Document, Standard, string, typeset};
//!
//! let title = string("What we ask for");
//! let source = format!("#set document(title: {title})\n#title()\n#{};", string("#import \"x\""));
//! let paper = typeset(&Document { source, ..Document::default() })?;
//! assert_eq!(paper.pages(), 1);
//! assert!(paper.pdf(Standard::Ua1)?.starts_with(b"%PDF"));
//! # Ok::<(), whyproof_typeset::TypesetError>(())
//! ```

mod error;
mod fonts;
mod frames;
mod literal;
mod stack;
mod typeset;
mod world;

pub use error::TypesetError;
pub use fonts::{MONOSPACED, SERIF, covers};
pub use frames::Run;
pub use literal::string;
pub use typeset::{Day, Document, LIMIT, Place, Standard, Typeset, typeset};
/// How Typst reads a source: for tests that hold one against what it may be made of.
pub use typst::syntax;

#[cfg(test)]
mod tests;
