//! What an interview shows before its first question and after its last.

use whyproof_experience::interview::Interview;

use super::file::Written;
use super::line::From;
use crate::commands::sitting::Store;
use crate::commands::sitting::paint::lines;
use crate::terminal::style;
use crate::text::{counted, typed, wrap};

/// What comes, and where it is kept.
pub(super) fn begin(
    interview: &Interview,
    is_begun: bool,
    from: Option<&From>,
    store: &Store<'_>,
    columns: usize,
) -> String {
    let strong = style::STRONG;
    let title = interview
        .title()
        .unwrap_or_else(|| "The hardest thing you did".to_owned());
    let mut text = String::new();
    for line in wrap(&title, columns) {
        text.push_str(&format!("{strong}{line}{strong:#}\n"));
    }
    if let Some(from) = from {
        text.push_str(&lines(
            &format!("Your résumé says: “{}”", from.line),
            "",
            columns,
        ));
    }
    let left = interview.unanswered().len();
    let words = if left == 0 {
        "Every question has its answer.".to_owned()
    } else if is_begun {
        format!(
            "Going on: {} so far, and {} to come. --again begins anew.",
            counted(interview.answered(), "answer", "answers"),
            counted(left, "question", "questions")
        )
    } else {
        format!(
            "{}, one at a time; /skip what does not fit. Your words become the story as you type them. All of it is kept, in {}.",
            whyproof_case::capital(&counted(left, "question", "questions")),
            store.path()
        )
    };
    text.push_str(&lines(&words, "", columns));
    text
}

/// Where the story is, what it does not tell yet, and how to go on.
pub(super) fn end(
    interview: &Interview,
    written: Option<&Written>,
    from: Option<&From>,
    again: &str,
    columns: usize,
) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let Some(written) = written else {
        let words = "Nothing was told yet, so there is no story. What you typed is kept.";
        let words = lines(words, "", columns);
        return format!("\n{words}{blue}{again}{blue:#}   goes on from here\n");
    };
    let file = typed(&written.path);
    let mut text = String::from("\n");
    if let Some(other) = &written.instead_of {
        let words = format!("{} is there and stays as it is.", typed(other));
        text.push_str(&lines(&words, "", columns));
    }
    let mut words = format!("Wrote {file}, in your words.");
    if interview.has_follow_ups() {
        words.push_str(
            " What you answered to follow-ups stands there as paragraphs of its own: work them in as you like.",
        );
    }
    text.push_str(&lines(&words, "", columns));
    let left = interview.unanswered();
    if !left.is_empty() {
        text.push_str(&format!("\n{strong}Not told yet{strong:#}\n"));
        for question in left {
            text.push_str(&lines(question, "  ", columns));
        }
    }
    text.push_str(&tie(from, &written.path, columns));
    text.push_str(&next(interview, &file, again, columns));
    text
}

/// How a line of the résumé is tied to the story that it was told from.
fn tie(from: Option<&From>, path: &str, columns: usize) -> String {
    let mut text = String::new();
    if let Some(From {
        line,
        resume: Some(resume),
        is_noted,
    }) = from
    {
        let words = match is_noted {
            true => format!(
                "To tie that line of your résumé to the story, put the last line of this beside it, under meta, whyproof, lines in {}:",
                typed(resume)
            ),
            false => format!(
                "To tie that line of your résumé to the story, put this under meta, whyproof, lines in {}:",
                typed(resume)
            ),
        };
        text.push('\n');
        text.push_str(&lines(&words, "", columns));
        text.push_str(&format!(
            "  - line: {}\n    story: {}\n",
            crate::text::harmless(&scalar(line)),
            path
        ));
    }
    text
}

/// What to type next, each with what it does.
fn next(interview: &Interview, file: &str, again: &str, columns: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let mut text = format!("\n{strong}Next{strong:#}\n");
    let drill = format!("whyproof drill {file}");
    let rows = [
        (
            format!("whyproof {file}"),
            "how it stands, as often as you like",
        ),
        (drill, "what an interviewer will ask about it"),
    ];
    let open =
        (!interview.session().is_over()).then(|| (again.to_owned(), "the questions that are left"));
    let rows: Vec<(String, &str)> = rows.into_iter().chain(open).collect();
    let widest = rows
        .iter()
        .map(|(command, _)| crate::text::width(command))
        .max()
        .unwrap_or(0);
    let longest = rows.iter().map(|(_, what)| what.len()).max().unwrap_or(0);
    let beside = widest + longest + 5 <= columns;
    for (command, what) in rows {
        let gap = match beside {
            true => " ".repeat(widest.saturating_sub(crate::text::width(&command)) + 3),
            false => "\n    ".to_owned(),
        };
        text.push_str(&format!("  {blue}{command}{blue:#}{gap}{what}\n"));
    }
    text
}

/// A line as YAML takes it.
fn scalar(line: &str) -> String {
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}
