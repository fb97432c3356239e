//! Answers typed in the terminal: several lines, kept at each key.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, IsTerminal};

use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Context, Event, EventContext, EventHandler, KeyCode,
    KeyEvent, Modifiers, RepeatCount,
};
use whyproof_whys::drill::{Draft, Reference};

use super::script::split;
use super::{Said, Store};
use crate::error::{Error, ErrorKind};
use crate::terminal::Terminal;

/// Whether somebody types the answers.
pub(in crate::commands) fn is_typed() -> bool {
    io::stdin().is_terminal()
}

/// The line editor.
pub(in crate::commands) struct Editor<'s> {
    line: rustyline::Editor<Keeper<'s>, DefaultHistory>,
    store: &'s Store<'s>,
    /// What was being typed in an earlier sitting.
    before: Option<String>,
}

impl<'s> Editor<'s> {
    /// An editor whose answers are kept in `store` as they are typed.
    pub(in crate::commands) fn new(store: &'s Store<'s>) -> Result<Self, Error> {
        let config = Config::builder().auto_add_history(false).build();
        let mut line = rustyline::Editor::with_config(config).map_err(failed)?;
        let ends = || EventHandler::Conditional(Box::new(Ends));
        for key in [
            KeyEvent(KeyCode::Enter, Modifiers::NONE),
            KeyEvent(KeyCode::Enter, Modifiers::ALT),
            KeyEvent(KeyCode::Char('M'), Modifiers::CTRL),
            KeyEvent(KeyCode::Char('J'), Modifiers::CTRL),
            // Alt+Enter as a terminal hands it on that was not listened to yet, and as Windows does.
            KeyEvent(KeyCode::Char('J'), Modifiers::CTRL_ALT),
            KeyEvent(KeyCode::Char('M'), Modifiers::CTRL_ALT),
            KeyEvent(KeyCode::Char('D'), Modifiers::CTRL),
        ] {
            line.bind_sequence(key, ends());
        }
        Ok(Self {
            line,
            store,
            before: None,
        })
    }

    /// Begins the next answer with what was typed before.
    pub(in crate::commands) fn prefill(&mut self, text: &str) {
        self.before = Some(text.to_owned());
    }

    /// What somebody types to `question`.
    pub(in crate::commands) fn answer(
        &mut self,
        question: &Reference,
        terminal: &mut Terminal,
    ) -> Result<Said, Error> {
        let began = self.store.host().clock();
        let mut text = self.before.take().unwrap_or_default();
        loop {
            self.line.set_helper(Some(Keeper {
                store: self.store,
                question: question.clone(),
                lines: Cell::new(0),
            }));
            let read = self.line.readline_with_initial("", (text.as_str(), ""));
            self.line.set_helper(None);
            match read {
                Ok(typed) => {
                    if !typed.ends_with('\n') {
                        terminal.print("\n")?;
                    }
                    text = typed;
                }
                // What stands there is kept already.
                Err(ReadlineError::Interrupted | ReadlineError::Eof) => return Ok(Said::Left),
                Err(error) => return Err(failed(error)),
            }
            let taken = self.store.host().clock().saturating_sub(began);
            let seconds = u32::try_from(taken.as_secs()).unwrap_or(u32::MAX);
            match split(&text, Some(seconds)) {
                Some(said) => {
                    if let Said::Answer(answer, _) = &said {
                        self.line
                            .add_history_entry(answer.as_str())
                            .map_err(failed)?;
                    }
                    return Ok(said);
                }
                None => terminal.print(
                    "Nothing typed yet: /skip passes, /park keeps it for the end, /quit stops.\n",
                )?,
            }
        }
    }

    /// Whether somebody says yes; no where nothing is said.
    pub(in crate::commands) fn yes(question: &str) -> Result<bool, Error> {
        // Here Enter ends the line, as anywhere.
        let mut line = rustyline::DefaultEditor::new().map_err(failed)?;
        match line.readline(&format!("\n{question}")) {
            Ok(answer) => Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")),
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }
}

fn failed(error: ReadlineError) -> Error {
    Error::new(
        ErrorKind::Environment,
        format!("reading from the terminal: {error}"),
    )
}

/// Which keys end an answer: Enter on an empty last line or on a command, Alt+Enter, and Ctrl+D at the end.
struct Ends;

impl ConditionalEventHandler for Ends {
    fn handle(
        &self,
        event: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let line = context.line();
        let KeyEvent(code, modifiers) = event.get(0)?;
        let is_control_d =
            matches!(code, KeyCode::Char('D' | 'd')) && modifiers.contains(Modifiers::CTRL);
        let at_end = line
            .get(context.pos()..)
            .is_none_or(|rest| rest.trim().is_empty());
        if line.trim().is_empty() {
            // Ctrl+D where nothing stands is the end of the input.
            return (!is_control_d).then_some(Cmd::Noop);
        }
        if is_control_d {
            return at_end.then_some(Cmd::AcceptLine);
        }
        let ends = modifiers.contains(Modifiers::ALT) || (at_end && is_ended(line));
        Some(if ends { Cmd::AcceptLine } else { Cmd::Newline })
    }
}

/// Whether the last line is empty or a command.
fn is_ended(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or(text);
    (last.trim().is_empty() && !text.trim().is_empty()) || super::script::is_command(last)
}

/// Keeps what is typed, at each key and before it is shown.
struct Keeper<'s> {
    store: &'s Store<'s>,
    question: Reference,
    /// Lines at the last key: a new one is written to the disk.
    lines: Cell<usize>,
}

impl Keeper<'_> {
    /// Keeps `text`; says what went wrong.
    fn keep(&self, text: &str) -> Option<String> {
        let lines = text.matches('\n').count();
        let firmly = self.lines.replace(lines) != lines;
        let draft = Draft {
            question: self.question.clone(),
            answer: text.to_owned(),
        };
        self.store
            .keep(&draft, firmly)
            .err()
            .map(|error| error.message)
    }
}

/// What is shown behind the text where it cannot be kept.
struct NotKept(String);

impl rustyline::hint::Hint for NotKept {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl rustyline::hint::Hinter for Keeper<'_> {
    type Hint = NotKept;

    fn hint(&self, line: &str, _: usize, _: &Context<'_>) -> Option<NotKept> {
        let reason = self.keep(line)?;
        Some(NotKept(format!("\n[this is not kept: {reason}]")))
    }
}

impl rustyline::highlight::Highlighter for Keeper<'_> {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Borrowed(hint)
    }
}

/// A terminal that cannot move its cursor gives whole lines.
impl Validator for Keeper<'_> {
    fn validate(&self, context: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = context.input();
        if let Some(reason) = self.keep(text) {
            return Err(io::Error::other(reason).into());
        }
        Ok(if is_ended(text) {
            ValidationResult::Valid(None)
        } else {
            ValidationResult::Incomplete
        })
    }
}

impl rustyline::completion::Completer for Keeper<'_> {
    type Candidate = String;
}

impl rustyline::Helper for Keeper<'_> {}
