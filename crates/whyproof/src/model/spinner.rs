//! A sign of life while a model writes.

use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often it moves.
const STEP: Duration = Duration::from_millis(100);

/// A spinner on standard error, where a person sees it; what the model writes is counted, never shown.
pub(super) struct Spinner {
    bar: ProgressBar,
    characters: Cell<usize>,
}

impl Spinner {
    pub(super) fn new(name: &str) -> Spinner {
        let bar = ProgressBar::new_spinner().with_prefix(name.to_owned());
        if io::stderr().is_terminal() {
            bar.enable_steady_tick(STEP);
        } else {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        let style = ProgressStyle::with_template("{spinner} Asking {prefix} {msg}");
        Spinner {
            bar: match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            },
            characters: Cell::new(0),
        }
    }

    pub(super) fn wrote(&self, piece: &str) {
        let characters = self.characters.get() + piece.chars().count();
        self.characters.set(characters);
        self.bar
            .set_message(format!("({characters} characters so far)"));
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
