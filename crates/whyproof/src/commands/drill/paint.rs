//! What a drill shows on its way.

use whyproof_case::{Case, list};
use whyproof_whys::drill::{DEPTH, Entry, Journal, Measure, Open, Put, Session, Turn};

use super::Said;
use super::store::Store;
use crate::terminal::style;
use crate::text::{counted, typed, wrap};

/// How far a question and what is said of an answer are set in.
const INDENT: &str = "  ";

/// What an earlier sitting left.
pub(super) struct Before {
    /// Whether there was one that was not gone through.
    is_begun: bool,
    /// The day of the last one.
    day: String,
    /// Whether the case has changed since.
    is_changed: bool,
    /// How many lines of the journal cannot be read.
    unread: usize,
}

impl Before {
    /// What `journal` says; `revision` is the case's now.
    pub(super) fn of(journal: &Journal, revision: &str) -> Self {
        let last = journal.open().iter().rev().find_map(|entry| match entry {
            Entry::Began { revision, day, .. } => Some((revision, day)),
            _ => None,
        });
        Self {
            is_begun: journal.is_begun(),
            day: last.map(|(_, day)| day.clone()).unwrap_or_default(),
            is_changed: last.is_some_and(|(before, _)| before != revision),
            unread: journal.unread.len(),
        }
    }
}

/// A duration for people: `45 seconds`, `2 minutes`, `2 min 30 s`.
pub(super) fn time(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (0, 1) => "1 second".to_owned(),
        (0, _) => format!("{rest} seconds"),
        (1, 0) => "1 minute".to_owned(),
        (_, 0) => format!("{minutes} minutes"),
        _ => format!("{minutes} min {rest} s"),
    }
}

/// The first words: what comes, where it is kept, and how an answer ends.
pub(super) fn begin(
    path: &str,
    session: &Session,
    before: &Before,
    store: &Store<'_>,
    columns: usize,
) -> String {
    let strong = style::STRONG;
    let of = session.put().map_or(0, |put| put.of);
    let budget = time(session.settings().budget);
    let mut text = format!("{strong}Drill on {}{strong:#}\n", typed(path));
    let mut say = |words: &str| text.push_str(&lines(words, "", columns));
    if before.is_begun {
        let answers: usize = session.threads().map(|thread| thread.turns.len()).sum();
        say(&format!(
            "Going on from {}: {} so far. --again begins anew.",
            before.day,
            counted(answers, "answer", "answers")
        ));
        if before.is_changed {
            say(
                "The case has changed since. Answers to questions that it is not asked any more are kept.",
            );
        }
    } else {
        say(&format!(
            "{}, {budget} each to say the answer in. All you type is kept, in {}.",
            whyproof_case::capital(&counted(of, "question", "questions")),
            store.path()
        ));
    }
    if before.unread > 0 {
        say(&format!(
            "{} of the journal cannot be read, and stay as they are.",
            whyproof_case::capital(&counted(before.unread, "line", "lines"))
        ));
    }
    text
}

/// What is put now.
pub(super) fn question(put: &Put<'_>, case: &Case, columns: usize) -> String {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut head = format!("Question {} of {}", put.number, put.of);
    if put.depth > 0 {
        head.push_str(&format!(", follow-up {} of at most {DEPTH}", put.depth));
    } else if put.is_again {
        head.push_str(", parked before");
    } else if !put.question.span.is_empty() {
        head.push_str(&format!(", on line {}", case.line(put.question.span)));
    }
    let mut text = format!("\n{faint}{head}{faint:#}\n\n");
    for line in wrap(put.text(), columns.saturating_sub(INDENT.len())) {
        text.push_str(&format!("{INDENT}{strong}{line}{strong:#}\n"));
    }
    text.push('\n');
    let mut reasons = Vec::new();
    if put.depth == 0 {
        reasons.extend(put.question.open.as_ref().map(|open| asker(open, case)));
        if !put.question.why.is_empty() {
            let why = lower(put.question.why.trim_end_matches('.'));
            reasons.push(format!("Asked because: {why}."));
        }
    }
    for reason in reasons {
        for line in wrap(&reason, columns.saturating_sub(INDENT.len())) {
            text.push_str(&format!("{INDENT}{faint}{line}{faint:#}\n"));
        }
    }
    text.push_str(&format!(
        "{INDENT}{faint}Enter twice ends it  /skip  /park  /quit{faint:#}\n\n"
    ));
    text
}

/// Who asks a why of the case, at which review, where it stands, and what rests on what it is about.
fn asker(open: &Open, case: &Case) -> String {
    let by = match &open.by {
        _ if open.is_suggested => "Suggested".to_owned(),
        Some(name) if open.is_owners => format!("Asked by {name}, whose case it is"),
        Some(name) => format!("Asked by {name}"),
        None => "Asked in the case".to_owned(),
    };
    let at = open.at.as_ref().map(|at| format!(" at {}", lower(at)));
    let rests = counted(
        open.load as usize,
        "statement rests on it",
        "statements rest on it",
    );
    format!(
        "{by}{}, line {}. {}.",
        at.unwrap_or_default(),
        case.line(open.span),
        whyproof_case::capital(&rests)
    )
}

/// A sentence that goes on: its first letter small, where that is no name or I.
fn lower(sentence: &str) -> String {
    let first = sentence.split_whitespace().next().unwrap_or("");
    let common = [
        "It",
        "The",
        "A",
        "An",
        "This",
        "That",
        "These",
        "Nothing",
        "No",
        "What",
        "There",
        "Nobody",
        "One",
        "If",
        "In",
        "Only",
        "Everything",
        "Where",
        "Without",
    ];
    if common.contains(&first) {
        let mut chars = sentence.chars();
        let head = chars.next().map(|c| c.to_lowercase().to_string());
        return format!("{}{}", head.unwrap_or_default(), chars.as_str());
    }
    sentence.to_owned()
}

/// What a script says, as if it were typed.
pub(super) fn echo(said: &Said) -> String {
    let (typed, command) = match said {
        Said::Answer(answer, _) => return format!("{answer}\n\n"),
        Said::Skip(typed) => (typed, "/skip"),
        Said::Park(typed) => (typed, "/park"),
        Said::Quit(typed) => (typed, "/quit"),
        Said::Left => return String::new(),
    };
    if typed.is_empty() {
        format!("{command}\n")
    } else {
        format!("{typed}\n{command}\n")
    }
}

/// What can be said of an answer.
pub(super) fn measure(turn: &Turn, budget: u32, columns: usize) -> String {
    let (faint, open) = (style::FAINT, style::OPEN);
    let measure = &turn.measure;
    let mut text = String::new();
    let plain = format!(
        "{}, {} to say. {}",
        if measure.words == 1 {
            "1 word".to_owned()
        } else {
            format!("{} words", measure.words)
        },
        time(measure.seconds),
        has(measure)
    );
    for line in wrap(&plain, columns.saturating_sub(INDENT.len())) {
        text.push_str(&format!("{INDENT}{faint}{line}{faint:#}\n"));
    }
    for remark in remarks(measure, turn.follow_up.is_none(), budget) {
        for line in wrap(&remark, columns.saturating_sub(INDENT.len())) {
            text.push_str(&format!("{INDENT}{open}{line}{open:#}\n"));
        }
    }
    text
}

/// Its numbers, its evidence, and who did it.
fn has(measure: &Measure) -> String {
    let some = |words: &[String]| {
        let words: Vec<&str> = words.iter().take(3).map(String::as_str).collect();
        list(&words)
    };
    let mut parts = vec![if measure.numbers.is_empty() {
        "No number".to_owned()
    } else {
        format!("Numbers: {}", some(&measure.numbers))
    }];
    parts.push(if measure.evidence.is_empty() {
        "No evidence named".to_owned()
    } else {
        format!("Evidence named: {}", some(&measure.evidence))
    });
    if !measure.figures.is_empty() {
        parts.push(format!("Figures of the case: {}", some(&measure.figures)));
    }
    if let Some(admitted) = &measure.admits {
        parts.push(format!("Admits: “{admitted}”"));
    }
    if measure.i + measure.we > 0 {
        parts.push(format!("I {}, we {}", times(measure.i), times(measure.we)));
    }
    format!("{}.", parts.join(". "))
}

fn times(count: usize) -> String {
    match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{n} times"),
    }
}

/// What may be missing.
fn remarks(measure: &Measure, is_first: bool, budget: u32) -> Vec<String> {
    let mut found = Vec::new();
    if is_first && measure.is_beside() {
        let words: Vec<String> = measure
            .leaves_out
            .iter()
            .take(3)
            .map(|word| format!("“{word}”"))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        found.push(format!("It does not mention {}.", list(&words)));
    }
    if measure.asks_quantity && measure.numbers.is_empty() && measure.admits.is_none() && is_first {
        found.push("The question asks for a quantity.".to_owned());
    }
    let over = measure.over(budget);
    if over > 0 {
        found.push(format!("That is {} longer than you have.", time(over)));
    }
    found
}

/// The case has an answer to everything.
pub(super) fn nothing(path: &str, case: &Case, columns: usize) -> String {
    let words = format!(
        "There is nothing to ask of {}: {}",
        typed(path),
        if case.source().trim().is_empty() {
            "it is empty."
        } else {
            "what could be asked of it from here, it answers."
        }
    );
    lines(&words, "", columns)
}

/// How to go on.
pub(super) fn resume(path: &str) -> String {
    let blue = style::TYPED;
    format!("\n{blue}whyproof drill {path}{blue:#}   goes on from here\n")
}

/// `words` in lines behind `indent`.
pub(super) fn lines(words: &str, indent: &str, columns: usize) -> String {
    let mut text = String::new();
    for line in wrap(words, columns.saturating_sub(indent.len())) {
        text.push_str(&format!("{indent}{line}\n"));
    }
    text
}
