//! What is shown while questions are put and answered.

use whyproof_case::list;
use whyproof_whys::drill::{Measure, Put, Turn};

use super::Said;
use crate::terminal::style;
use crate::text::{harmless, wrap};

/// How far a question and what is said of an answer are set in.
const INDENT: &str = "  ";

/// How an answer ends, and what else can be done.
pub(in crate::commands) const ENDS: &str = "Enter twice ends it  /skip  /park  /quit";

/// A duration for people: `45 seconds`, `2 minutes`, `2 min 30 s`.
pub(in crate::commands) fn time(seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (0, 1) => "1 second".to_owned(),
        (0, _) => format!("{rest} seconds"),
        (1, 0) => "1 minute".to_owned(),
        (_, 0) => format!("{minutes} minutes"),
        _ => format!("{minutes} min {rest} s"),
    }
}

/// What stands around a question.
pub(in crate::commands) struct Asking<'a> {
    /// Before its number: `Question`, or who asks.
    pub(in crate::commands) lead: &'a str,
    /// How many there are.
    pub(in crate::commands) of: String,
    /// Behind its number, where it is no follow-up: `on line 12`.
    pub(in crate::commands) place: Option<String>,
    /// What stands before its words, a paragraph each.
    pub(in crate::commands) before: Vec<String>,
    /// What stands under its words, a paragraph each.
    pub(in crate::commands) notes: Vec<String>,
}

/// What is put now.
pub(in crate::commands) fn question(put: &Put<'_>, asking: &Asking<'_>, columns: usize) -> String {
    let mut head = format!("{} {} of {}", asking.lead, put.number, asking.of);
    if put.depth > 0 && put.question.depth == 1 {
        head.push_str(", follow-up");
    } else if put.depth > 0 {
        head.push_str(&format!(
            ", follow-up {} of at most {}",
            put.depth, put.question.depth
        ));
    } else if put.is_again {
        head.push_str(", parked before");
    } else if let Some(place) = &asking.place {
        head.push_str(&format!(", {place}"));
    }
    framed(&head, &asking.before, put.text(), &asking.notes, columns)
}

/// A question with what stands around it: a head, paragraphs before its words, and under them.
pub(in crate::commands) fn framed(
    head: &str,
    before: &[String],
    words: &str,
    notes: &[String],
    columns: usize,
) -> String {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let room = columns.saturating_sub(INDENT.len());
    let mut text = String::from("\n");
    if !head.is_empty() {
        text.push_str(&format!("{faint}{head}{faint:#}\n\n"));
    }
    let faintly = |text: &mut String, paragraphs: &[String]| {
        for line in paragraphs.iter().flat_map(|one| wrap(one, room)) {
            text.push_str(&format!("{INDENT}{faint}{line}{faint:#}\n"));
        }
    };
    if !before.is_empty() {
        faintly(&mut text, before);
        text.push('\n');
    }
    for line in wrap(words, room) {
        text.push_str(&format!("{INDENT}{strong}{line}{strong:#}\n"));
    }
    text.push('\n');
    faintly(&mut text, notes);
    text.push_str(&format!("{INDENT}{faint}{ENDS}{faint:#}\n\n"));
    text
}

/// Why it is asked, where that is known.
pub(in crate::commands) fn asked_because(put: &Put<'_>) -> Option<String> {
    let why = put.question.why.trim_end_matches('.');
    (!why.is_empty()).then(|| format!("Asked because: {}.", lower(why)))
}

/// A sentence that goes on: its first letter small, where that is no name or I.
pub(in crate::commands) fn lower(sentence: &str) -> String {
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
        "Whether",
    ];
    if common.contains(&first) {
        let mut chars = sentence.chars();
        let head = chars.next().map(|c| c.to_lowercase().to_string());
        return format!("{}{}", head.unwrap_or_default(), chars.as_str());
    }
    sentence.to_owned()
}

/// What a script says, as if it were typed.
pub(in crate::commands) fn echo(said: &Said) -> String {
    let (typed, command) = match said {
        Said::Answer(answer, _) => return format!("{}\n", harmless(answer)),
        Said::Skip(typed) => (typed, "/skip"),
        Said::Park(typed) => (typed, "/park"),
        Said::Quit(typed) => (typed, "/quit"),
        Said::Left => return String::new(),
    };
    if typed.is_empty() {
        format!("{command}\n")
    } else {
        format!("{}\n{command}\n", harmless(typed))
    }
}

/// What can be said of an answer.
pub(in crate::commands) fn measure(turn: &Turn, budget: u32, columns: usize) -> String {
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

/// `words` in lines behind `indent`.
pub(in crate::commands) fn lines(words: &str, indent: &str, columns: usize) -> String {
    let mut text = String::new();
    for line in wrap(words, columns.saturating_sub(indent.len())) {
        text.push_str(&format!("{indent}{line}\n"));
    }
    text
}
