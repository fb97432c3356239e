//! Answers from a file: blocks with a line `---` between them.

use std::collections::VecDeque;

use super::Said;

/// What is still to be said.
#[derive(Debug)]
pub(in crate::commands) struct Script {
    rest: VecDeque<Said>,
}

/// Whether a line is a command.
pub(in crate::commands) fn is_command(line: &str) -> bool {
    matches!(line.trim(), "/skip" | "/park" | "/quit")
}

/// What a block says: a command on its last line, with what stands before it, or an answer; none where it is empty.
pub(in crate::commands) fn split(block: &str, seconds: Option<u32>) -> Option<Said> {
    let block = block.trim_end();
    let (before, last) = match block.rsplit_once('\n') {
        Some((before, last)) => (before, last),
        None => ("", block),
    };
    let before = before.trim_matches(['\n', '\r', ' ']).to_owned();
    match last.trim() {
        "/skip" => Some(Said::Skip(before)),
        "/park" => Some(Said::Park(before)),
        "/quit" => Some(Said::Quit(before)),
        "" => None,
        _ => Some(Said::Answer(
            block.trim_matches(['\n', '\r', ' ']).to_owned(),
            seconds,
        )),
    }
}

impl Script {
    /// Reads a script.
    pub(in crate::commands) fn read(text: &str) -> Self {
        let mut rest = VecDeque::new();
        let mut block = String::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for line in text.lines() {
            let ends = line.trim_end() == "---";
            if !ends {
                block.push_str(line);
                block.push('\n');
            }
            if ends || is_command(line) {
                rest.extend(split(&block, None));
                block.clear();
            }
        }
        rest.extend(split(&block, None));
        Self { rest }
    }

    /// The next thing said; at the end nothing is left to say.
    pub(in crate::commands) fn next(&mut self) -> Said {
        self.rest.pop_front().unwrap_or(Said::Left)
    }
}
