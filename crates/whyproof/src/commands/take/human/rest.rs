//! What stands under the bars: the strongest stories, the gaps, the remarks.

use whyproof_case::shorten;
use whyproof_experience::{Level, Remark, RemarkKind, Strong, Take};

use super::{heading, mark};
use crate::steps::indented;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// How many gaps are told, and how many remarks of a kind, unless all are asked for.
const GAPS: usize = 5;
const REMARKS: usize = 3;
/// Longest quotation of what a remark is about, in characters.
const QUOTE: usize = 120;

pub(super) fn strongest(take: &Take, columns: usize) -> Vec<String> {
    if take.strongest.is_empty() {
        return Vec::new();
    }
    let words = match take.strongest.len() {
        1 => "The strongest story",
        2 => "The two strongest stories",
        _ => "The three strongest stories",
    };
    let mut lines = vec![heading(words)];
    for (at, one) in take.strongest.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(story(one, at + 1, columns));
    }
    lines
}

fn story(one: &Strong, number: usize, columns: usize) -> Vec<String> {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let title = wrap(&one.title, columns.saturating_sub(5));
    let titled = title.iter().enumerate().map(|(at, line)| {
        let lead = if at == 0 {
            format!("{number:>3}  ")
        } else {
            " ".repeat(5)
        };
        format!("{lead}{strong}{line}{strong:#}")
    });
    let mut lines: Vec<String> = titled.collect();
    lines.extend(
        indented(&one.path, 5, columns)
            .iter()
            .map(|line| format!("{faint}{line}{faint:#}")),
    );
    lines.extend(indented(&one.reasons.join(" "), 5, columns));
    if !one.questions.is_empty() {
        lines.push("     Tell it when they ask:".to_owned());
        for question in &one.questions {
            lines.extend(indented(question, 7, columns));
        }
    }
    lines
}

pub(super) fn gaps(take: &Take, columns: usize, all: bool) -> Vec<String> {
    if take.gaps.is_empty() {
        return Vec::new();
    }
    let told = if all { take.gaps.len() } else { GAPS };
    let mut lines = vec![heading("Gaps, and how to close them")];
    // What nothing speaks to comes first: it takes longest.
    let level = |bar: &str, criterion: &str| {
        let bar = take.bars.iter().find(|one| one.name == bar)?;
        bar.criteria
            .iter()
            .find(|one| one.id == criterion)
            .map(|one| one.level)
    };
    let mut gaps: Vec<_> = take
        .gaps
        .iter()
        .map(|gap| {
            (
                level(&gap.bar, &gap.criterion).unwrap_or(Level::NotShown),
                gap,
            )
        })
        .collect();
    gaps.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    for (level, gap) in gaps.iter().take(told) {
        let (mark, look) = mark(*level);
        for (at, line) in wrap(&gap.title, columns.saturating_sub(4))
            .iter()
            .enumerate()
        {
            lines.push(match at {
                0 => format!("  {look}{mark}{look:#} {line}"),
                _ => format!("    {line}"),
            });
        }
        for step in gap.all_steps() {
            lines.extend(indented(&step, 4, columns));
        }
    }
    lines.extend(left_out(
        take.gaps.len().saturating_sub(told),
        "gap",
        "gaps",
    ));
    lines
}

/// The line that says that more is there.
fn left_out(more: usize, one: &str, many: &str) -> Option<String> {
    let typed = style::TYPED;
    let more = (more > 0).then(|| counted(more, &format!("more {one}"), &format!("more {many}")));
    more.map(|more| format!("  and {more}: {typed}--all{typed:#} tells them"))
}

pub(super) fn remarks(take: &Take, columns: usize, all: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = take.remarks.as_slice();
    while let Some(first) = rest.first() {
        let many = rest.iter().take_while(|one| one.kind == first.kind).count();
        let (group, later) = rest.split_at(many);
        rest = later;
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(of_kind(group, columns, all));
    }
    lines
}

/// Remarks of one kind. What is said of all of them alike is said once.
fn of_kind(group: &[Remark], columns: usize, all: bool) -> Vec<String> {
    let Some(first) = group.first() else {
        return Vec::new();
    };
    let alike = group.len() > 1 && group.iter().all(|one| one.says == first.says);
    let mut lines = vec![heading(title(first.kind))];
    if alike {
        lines.extend(indented(&first.says, 2, columns));
    }
    let told = if all { group.len() } else { REMARKS };
    for one in group.iter().take(told) {
        let line = one.line.map_or_else(String::new, |line| format!(":{line}"));
        let faint = style::FAINT;
        let place = format!("{}{line}", one.path);
        let quote = format!("“{}”", shorten(&one.words, QUOTE));
        let quoted = indented(&format!("{quote}  {place}"), 2, columns);
        // The place is faint where it is on one line.
        lines.extend(
            quoted
                .into_iter()
                .map(|line| match line.strip_suffix(&place) {
                    Some(before) => format!("{before}{faint}{place}{faint:#}"),
                    None => line,
                }),
        );
        if !alike {
            lines.extend(indented(&one.says, 4, columns));
        }
    }
    lines.extend(left_out(group.len().saturating_sub(told), "line", "lines"));
    lines
}

fn title(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::SaysMore => "Says more than its source",
        RemarkKind::Withdrawn => "Withdrawn, and still written",
        RemarkKind::Twice => "Told twice",
        RemarkKind::NoNumber => "Results without a number",
        RemarkKind::Buzzword => "Words that stand for something untold",
        RemarkKind::NoStory => "Lines that no story tells yet",
        RemarkKind::Failure => "Failures worth telling",
        RemarkKind::Unplaced => "What the import could not place",
    }
}
