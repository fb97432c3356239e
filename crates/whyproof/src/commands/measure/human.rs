//! The first screen of a measurement: the verdict in a sentence, the effect drawn, five answers, and whether to trust it.

use whyproof_case::{Measurement, Verdict, capital};

use super::{drawn, full};
use crate::terminal::style;
use crate::text::{typed, width, wrap};

/// Columns of the questions.
const QUESTION: usize = 21;

/// The screen of each experiment, and behind `--full` all else.
pub(super) fn write(measured: &[Measurement], path: &str, in_full: bool, columns: usize) -> String {
    let mut text = String::new();
    for (at, one) in measured.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str(&screen(one, columns));
        if in_full {
            text.push_str(&full::write(one, columns));
        }
    }
    if !in_full && measured.iter().any(|one| one.trouble.is_none()) {
        let (typed_style, file) = (style::TYPED, typed(path));
        text.push_str(&format!(
            "\n{typed_style}whyproof measure {file} --full{typed_style:#} tells all: variants, guardrails, forecast, method.\n"
        ));
    }
    text
}

fn screen(measured: &Measurement, columns: usize) -> String {
    let mut text = head(measured);
    if let Some(trouble) = &measured.trouble {
        paragraph(&mut text, &trouble.message, columns);
        paragraph(&mut text, &trouble.help, columns);
        return text;
    }
    for sentence in measured.sentences() {
        paragraph(&mut text, &sentence, columns);
    }
    for picture in measured.pictures() {
        text.push('\n');
        let several = measured.effects.len() > 1;
        for line in drawn::lines(&picture, several, columns) {
            text.push_str(&format!("  {line}\n"));
        }
    }
    if let Some(answers) = measured.answers() {
        text.push('\n');
        if let Some(of) = &answers.of {
            paragraph(
                &mut text,
                &format!("Of {of}, the one to look at first:"),
                columns,
            );
        }
        let asked = [
            ("Did it work?", &answers.worked),
            ("How sure?", &answers.sure),
            ("Was it worth it?", &answers.worth),
            ("Could it be chance?", &answers.chance),
            ("What now?", &answers.next),
        ];
        for (question, answer) in asked {
            row(&mut text, question, answer, columns);
        }
    }
    text.push('\n');
    for (at, line) in measured.trust_lines().iter().enumerate() {
        row(&mut text, if at == 0 { "Trust" } else { "" }, line, columns);
    }
    text
}

/// The name and the verdict, of each treatment where there are several.
fn head(measured: &Measurement) -> String {
    let strong = style::STRONG;
    let mut text = format!("{strong}{}{strong:#}", called(measured));
    let several = measured.effects.len() > 1;
    for effect in &measured.effects {
        let (mark, tone, word) = mark(effect.verdict);
        text.push_str(&format!("   {tone}{mark} {word}{tone:#}"));
        if several {
            text.push_str(&format!(" with {}", effect.treatment));
        }
    }
    if measured.trouble.is_some() {
        let bad = style::BAD;
        text.push_str(&format!("   {bad}✗ cannot be measured{bad:#}"));
    }
    text.push_str("\n\n");
    text
}

/// An experiment's name, as words.
pub(super) fn called(measured: &Measurement) -> String {
    let name = match measured.name.as_str() {
        "" => "Experiment",
        name => name,
    };
    capital(&name.replace(['_', '-'], " "))
}

/// The sign, the colour and the words of a verdict.
pub(super) fn mark(verdict: Option<Verdict>) -> (&'static str, anstyle::Style, &'static str) {
    match verdict {
        Some(Verdict::RightThing) => ("✓", style::GOOD, "right thing"),
        Some(Verdict::WrongThing) => ("✗", style::BAD, "wrong thing"),
        Some(Verdict::NotKnownYet) => ("~", style::OPEN, "not known yet"),
        None => ("·", style::FAINT, "no verdict"),
    }
}

pub(super) fn paragraph(text: &mut String, says: &str, columns: usize) {
    for line in wrap(says, columns) {
        text.push_str(&line);
        text.push('\n');
    }
}

/// A question, and its answer beside it; below it where there is no room.
fn row(text: &mut String, question: &str, answer: &str, columns: usize) {
    let strong = style::STRONG;
    let beside = columns >= 2 * QUESTION + 10;
    let (indent, room) = if beside {
        (QUESTION, columns - QUESTION)
    } else {
        (2, columns.saturating_sub(2))
    };
    let lines = wrap(answer, room);
    if !beside && !question.is_empty() {
        text.push_str(&format!("{strong}{question}{strong:#}\n"));
    }
    for (at, line) in lines.iter().enumerate() {
        if at == 0 && beside && !question.is_empty() {
            let gap = " ".repeat(QUESTION.saturating_sub(width(question)));
            text.push_str(&format!("{strong}{question}{strong:#}{gap}{line}\n"));
        } else {
            text.push_str(&format!("{}{line}\n", " ".repeat(indent)));
        }
    }
}
