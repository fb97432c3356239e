//! A take for people.

mod asked;
mod beside;
mod criterion;
mod rest;

use whyproof_case::capital;
use whyproof_experience::debrief::Coverage;
use whyproof_experience::{BarTake, Judgement, Level, ON_YOUR_WORD, Take};

use crate::steps::indented;
use crate::terminal::style;
use crate::text::{counted, width, wrap};

/// What a take cannot say.
const CANNOT_KNOW: &str = "This was read from sentences, by their words and their form. Whether they are true, and what you \
                           have not written down, it cannot know: “not shown yet” is said of these files, not of you. \
                           Whether something is below the bar, meets it or raises it is for people to say.";

/// The whole screen, with styles, for `columns`; `asked` is of each bar. `all` leaves nothing out.
pub(super) fn write(take: &Take, asked: &[Coverage], columns: usize, all: bool) -> String {
    let mut lines = head(take, columns);
    if let [one, other] = take.bars.as_slice() {
        lines.push(String::new());
        lines.extend(beside::table(one, other, columns));
    }
    for (at, bar) in take.bars.iter().enumerate() {
        lines.push(String::new());
        lines.extend(bar_head(bar, columns));
        let once = bar.is_on_your_word();
        if once {
            lines.extend(faint(ON_YOUR_WORD, columns));
        }
        for (of, one) in bar.criteria.iter().enumerate() {
            lines.push(String::new());
            lines.extend(criterion::write(one, columns, all, once));
            if let Some(covered) = asked.get(at).and_then(|bar| bar.of(of)) {
                lines.extend(asked::about(covered, columns, all));
            }
        }
    }
    for section in [
        asked::about_none(asked, columns),
        people(take, columns),
        rest::strongest(take, columns),
        rest::gaps(take, columns, all),
        rest::remarks(take, columns, all),
        faint(CANNOT_KNOW, columns),
    ] {
        if !section.is_empty() {
            lines.push(String::new());
            lines.extend(section);
        }
    }
    lines.join("\n") + "\n"
}

/// Who it is of and what was read.
fn head(take: &Take, columns: usize) -> Vec<String> {
    let strong = style::STRONG;
    let who = take.person.as_deref().map_or_else(
        || "A take".to_owned(),
        |person| format!("A take on the background of {person}"),
    );
    let mut lines: Vec<String> = wrap(&who, columns)
        .iter()
        .map(|line| format!("{strong}{line}{strong:#}"))
        .collect();
    if let Some(question) = &take.question {
        let signed = take
            .signed
            .as_ref()
            .map_or_else(String::new, |by| format!(" {by}"));
        lines.extend(indented(&format!("“{question}”{signed}"), 2, columns));
    }
    let read = match take.files.len() {
        0 => return lines,
        1..=4 => format!("Read: {}.", take.files.join(", ")),
        many => format!(
            "Read: {} and {}.",
            take.files[..3].join(", "),
            counted(many - 3, "more file", "more files")
        ),
    };
    lines.extend(faint(&read, columns));
    lines
}

fn bar_head(bar: &BarTake, columns: usize) -> Vec<String> {
    let strong = style::STRONG;
    let title = wrap(&bar.title, usize::MAX).concat();
    let counts = counts(bar);
    let room = columns.saturating_sub(width(&title) + width(&counts));
    if room < 2 {
        let mut lines: Vec<String> = wrap(&title, columns)
            .iter()
            .map(|line| format!("{strong}{line}{strong:#}"))
            .collect();
        lines.extend(wrap(&counts, columns));
        return lines;
    }
    vec![format!(
        "{strong}{title}{strong:#}{}{counts}",
        " ".repeat(room)
    )]
}

/// "two shown, four claimed, one not shown yet", without what there is none of.
fn counts(bar: &BarTake) -> String {
    let levels = [Level::Shown, Level::Claimed, Level::NotShown];
    let counted = levels
        .into_iter()
        .map(|level| (bar.count(level), level))
        .filter(|(count, _)| *count > 0);
    let said: Vec<String> = counted
        .map(|(count, level)| format!("{} {}", crate::text::number(count), level.words()))
        .collect();
    capital(&said.join(", "))
}

/// A level's mark, and its colour: never the colour alone.
fn mark(level: Level) -> (&'static str, anstyle::Style) {
    match level {
        Level::Shown => ("●", style::GOOD),
        Level::Claimed => ("◐", style::OPEN),
        Level::NotShown => ("○", style::FAINT),
    }
}

/// What people said of the whole.
fn people(take: &Take, columns: usize) -> Vec<String> {
    if take.people.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading("What people said")];
    lines.extend(
        take.people
            .iter()
            .flat_map(|one| judgement(one, 2, columns)),
    );
    lines
}

/// Who said what, and when.
fn judgement(one: &Judgement, indent: usize, columns: usize) -> Vec<String> {
    let day = one
        .day
        .as_ref()
        .map_or_else(String::new, |day| format!(", {day}"));
    let judged = one
        .judged
        .map_or_else(String::new, |judged| format!(" {}.", judged.word()));
    let note = if one.note.trim().is_empty() {
        String::new()
    } else {
        format!(" “{}”", one.note.trim())
    };
    indented(&format!("{}{day}:{judged}{note}", one.by), indent, columns)
}

fn heading(words: &str) -> String {
    let strong = style::STRONG;
    format!("{strong}{words}{strong:#}")
}

/// What may be passed over.
fn faint(text: &str, columns: usize) -> Vec<String> {
    let faint = style::FAINT;
    wrap(text, columns)
        .iter()
        .map(|line| format!("{faint}{line}{faint:#}"))
        .collect()
}

#[cfg(test)]
mod tests;
