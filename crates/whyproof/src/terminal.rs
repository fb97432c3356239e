//! Where the program writes: standard output and standard error, with or without colour.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::AutoStream;
use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::error::{Error, ErrorKind};
use crate::text;

/// Colours are never the only carrier of a meaning.
pub(crate) mod style {
    use super::{AnsiColor, Style};

    /// What stands.
    pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
    /// What is assumed.
    pub(crate) const OPEN: Style = AnsiColor::Yellow.on_default().bold();
    /// What falls.
    pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
    /// Titles and headings.
    pub(crate) const STRONG: Style = Style::new().bold();
    /// What may be passed over.
    pub(crate) const FAINT: Style = Style::new().dimmed();
    /// What can be typed.
    pub(crate) const TYPED: Style = AnsiColor::Cyan.on_default();
}

/// Widest text that is written, in columns, whatever the window's width.
const WIDEST: usize = 100;
/// Bytes of a JSON document that are written at once.
const PIECE: usize = 64 << 10;
/// Columns where there is no window.
const USUAL: usize = 80;

/// Standard output and standard error.
pub(crate) struct Terminal {
    out: AutoStream<io::StdoutLock<'static>>,
    err: AutoStream<io::Stderr>,
    /// Whoever read the output has gone: the rest is dropped, quietly.
    gone: bool,
    width: usize,
}

impl Terminal {
    /// The process's own, coloured where it is a terminal and nobody asked otherwise (`NO_COLOR`).
    pub(crate) fn standard() -> Self {
        Self {
            out: AutoStream::auto(io::stdout().lock()),
            err: AutoStream::auto(io::stderr()),
            gone: false,
            width: width(),
        }
    }

    /// Colours as asked for on the command line.
    pub(crate) fn set_colour(&mut self, choice: ColorChoice) {
        if choice != ColorChoice::Auto {
            self.out = AutoStream::new(io::stdout().lock(), choice);
            self.err = AutoStream::new(io::stderr(), choice);
        }
    }

    /// Whether whoever read the output has gone.
    pub(crate) fn is_gone(&self) -> bool {
        self.gone
    }

    /// Columns to write in.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Whether a person sees standard error as it comes.
    #[cfg(any(feature = "links", feature = "figures"))]
    pub(crate) fn is_watched(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Whether standard output is a terminal.
    pub(crate) fn is_window(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Writes `text` to standard output.
    ///
    /// # Errors
    /// Where it cannot be written, a closed pipe apart.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Error> {
        if self.gone {
            return Ok(());
        }
        let out = &mut self.out;
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        self.settle(written)
    }

    /// Writes `text` that has no styles to standard output: nobody looks for them in it.
    ///
    /// # Errors
    /// Where it cannot be written, a closed pipe apart.
    pub(crate) fn print_plain(&mut self, text: &str) -> Result<(), Error> {
        self.print_bytes(text.as_bytes())
    }

    /// Writes bytes that may be no text to standard output.
    ///
    /// # Errors
    /// Where they cannot be written, a closed pipe apart.
    pub(crate) fn print_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if self.gone {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes);
        self.settle(written.and_then(|()| out.flush()))
    }

    /// Writes one JSON document to standard output, piece by piece.
    ///
    /// # Errors
    /// Where it cannot be written, a closed pipe apart.
    pub(crate) fn print_json(&mut self, document: &impl Serialize) -> Result<(), Error> {
        if self.gone {
            return Ok(());
        }
        let mut out = BufWriter::with_capacity(PIECE, io::stdout().lock());
        let written = whyproof_wire::write_json(document, &mut out);
        let written = written.and_then(|()| out.flush());
        self.settle(written)
    }

    /// Writes `text` to standard error. There is nowhere to say that this failed.
    pub(crate) fn note(&mut self, text: &str) {
        let _ = self.err.write_all(text.as_bytes());
        let _ = self.err.flush();
    }

    /// Says what went wrong, and what to do about it.
    pub(crate) fn report(&mut self, error: &Error) {
        if error.is_whole {
            return self.note(&error.message);
        }
        let (bad, faint) = (style::BAD, style::FAINT);
        let mut text = format!("{bad}error:{bad:#} {}\n", error.message);
        for hint in &error.hints {
            text.push_str(&format!("{faint} hint:{faint:#} {hint}\n"));
        }
        self.note(&text);
    }

    fn settle(&mut self, written: io::Result<()>) -> Result<(), Error> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            Err(error) => {
                self.gone = true;
                let message = format!("writing to standard output: {error}");
                Err(Error::new(ErrorKind::Environment, message))
            }
            Ok(()) => Ok(()),
        }
    }
}

/// The window's width where standard output is one, within reason.
fn width() -> usize {
    let window = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal());
    window.map_or(USUAL, |(width, _)| {
        usize::from(width.0).clamp(text::NARROWEST, WIDEST)
    })
}
