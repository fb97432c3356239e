//! From rows to lines.

use std::ops::Range;

use anstyle::Style;
use whyproof_case::{Case, Side, Standing, Statement, Step};

use super::rows::{Link, Row, Seen};
use crate::terminal::style;
use crate::text::{counted, wrap};

/// Deepest level that is indented; what is deeper stands flat, with the numbers that lead to it.
const DEEPEST: u32 = 12;
/// Columns of one level.
const STEP: usize = 2;
/// Most numbers that are given at either end of the way to a row.
const NUMBERS: usize = 3;

/// The mark of a standing, which says it without colour, and its colour.
pub(crate) fn mark(standing: Standing) -> (&'static str, Style) {
    match standing {
        Standing::Stands => ("✓", style::GOOD),
        Standing::Assumed => ("~", style::OPEN),
        Standing::Falls => ("✗", style::BAD),
    }
}

/// Draws the rows of one outline.
pub(crate) struct Drawing<'r> {
    pub(crate) case: &'r Case,
    pub(crate) rows: &'r [Row],
    pub(crate) columns: usize,
    /// Whether every row says why it has its standing.
    pub(crate) reasons: bool,
}

impl Drawing<'_> {
    /// The lines of the rows in `range`, with styles.
    pub(crate) fn lines(&self, range: Range<usize>) -> Vec<String> {
        let mut lines = Vec::new();
        for row in self.rows.get(range).unwrap_or_default() {
            if row.depth == 0 && !lines.is_empty() {
                lines.push(String::new());
            }
            self.row(row, &mut lines);
        }
        lines
    }

    fn row(&self, row: &Row, lines: &mut Vec<String>) {
        let statement = self.case.statement(row.id);
        let indent = self.indent(row);
        let (sign, look) = mark(statement.standing);
        let mut text = self.lead(row, statement);
        match row.seen {
            Seen::Here => text.push_str(&statement.text),
            Seen::Elsewhere | Seen::Around => {
                let quote = self.case.quote(row.id);
                let line = self.case.line(statement.span);
                text.push_str(&format!("#{}, line {line}: “{quote}”", statement.id));
            }
        }
        if row.seen == Seen::Around {
            text.push_str(" (it leads back to itself here)");
        }
        let room = self.columns.saturating_sub(indent + 2);
        let strong = if row.depth == 0 {
            style::STRONG
        } else {
            Style::new()
        };
        for (at, line) in wrap(&text, room).iter().enumerate() {
            let blank = " ".repeat(indent);
            let sign = if at == 0 {
                format!("{look}{sign}{look:#}")
            } else {
                " ".to_owned()
            };
            lines.push(format!("{blank}{sign} {strong}{line}{strong:#}"));
        }
        if row.seen == Seen::Here {
            self.notes(statement, look, indent + 2, lines);
            if self.reasons {
                let because = self.case.because(row.id);
                for line in wrap(&because, room) {
                    lines.push(format!("{}{line}", " ".repeat(indent + 2)));
                }
            }
        }
    }

    fn indent(&self, row: &Row) -> usize {
        let deepest = (self.columns / 3).min(DEEPEST as usize * STEP);
        (row.depth.min(DEEPEST) as usize * STEP).min(deepest)
    }

    /// The word before a statement's own, and below the deepest level the numbers that lead to it.
    fn lead(&self, row: &Row, statement: &Statement) -> String {
        let by = statement.by.as_deref();
        let says = |word: &str| match by {
            Some(by) => format!("{word} ({by}): "),
            None => format!("{word}: "),
        };
        let word = match row.link {
            Link::Top => String::new(),
            Link::Because => "because ".to_owned(),
            Link::And => "and ".to_owned(),
            Link::But if by.is_some() => says("but"),
            Link::But => "but ".to_owned(),
            Link::Asks => says("why"),
            Link::Answers => "answer: ".to_owned(),
        };
        if row.depth > DEEPEST {
            format!("[{}] {word}", self.way(row))
        } else {
            word
        }
    }

    /// The numbers that lead to a row, those in the middle left out: `1.2.1 … 3.1.1, level 40`.
    fn way(&self, row: &Row) -> String {
        let mut last = Vec::new();
        let mut at = Some(row);
        while let Some(row) = at.filter(|_| last.len() < NUMBERS) {
            last.push(row.number.to_string());
            at = row.parent.and_then(|parent| self.rows.get(parent as usize));
        }
        last.reverse();
        format!("level {}, … {}", row.depth + 1, last.join("."))
    }

    /// Standing, id, line, what rests on it, what it rests on, what would make it stand.
    fn notes(&self, statement: &Statement, look: Style, indent: usize, lines: &mut Vec<String>) {
        let mut notes = vec![statement.standing.word().to_owned()];
        notes.push(format!("#{}", statement.id));
        notes.push(format!("line {}", self.case.line(statement.span)));
        if statement.load > 0 {
            let rests = if statement.load == 1 { "rests" } else { "rest" };
            notes.push(format!("{} {rests} on it", statement.load));
        }
        notes.extend(self.sources(statement));
        notes.extend(self.repair(statement));
        let faint = style::FAINT;
        let room = self.columns.saturating_sub(indent);
        for (at, line) in wrap(&notes.join(" · "), room).iter().enumerate() {
            let blank = " ".repeat(indent);
            let word = statement.standing.word();
            match line.strip_prefix(word).filter(|_| at == 0) {
                Some(rest) => {
                    lines.push(format!("{blank}{look}{word}{look:#}{faint}{rest}{faint:#}"));
                }
                None => lines.push(format!("{blank}{faint}{line}{faint:#}")),
            }
        }
    }

    fn sources(&self, statement: &Statement) -> Vec<String> {
        let word = match statement.side {
            Side::Author => "your",
            Side::Challenger => "their",
        };
        let evidence = statement.evidence.iter();
        let evidence = evidence.filter_map(|at| self.case.evidence.get(*at as usize));
        let mut sources: Vec<String> = evidence
            .map(|evidence| match evidence.counts() {
                true => format!("[{}]", evidence.id),
                false => format!("[{}] on {word} word", evidence.id),
            })
            .collect();
        let figures = statement.figures.iter();
        let figures = figures.filter_map(|at| self.case.figures.get(*at as usize));
        let (counted_, open): (Vec<_>, Vec<_>) = figures.partition(|figure| figure.counts);
        if !counted_.is_empty() {
            sources.push(counted(counted_.len(), "figure", "figures"));
        }
        if !open.is_empty() {
            let figures = counted(open.len(), "figure", "figures");
            sources.push(
                format!("{figures} that shows nothing yet")
                    .replace("figures that shows", "figures that show"),
            );
        }
        sources
    }

    /// "to stand: show it", or how many steps, and the weakest link.
    fn repair(&self, statement: &Statement) -> Option<String> {
        if statement.side == Side::Challenger || statement.standing == Standing::Stands {
            return None;
        }
        let repair = &statement.repair;
        if !repair.reaches {
            return Some("no step makes it stand".to_owned());
        }
        let weakest = statement
            .weakest
            .or_else(|| repair.steps.first().copied())?;
        let what = match weakest {
            Step::Show(id) if self.case.statement(id).id == statement.id => "show it".to_owned(),
            step @ (Step::Show(_) | Step::Answer(_)) => {
                format!("{} #{}", step.word(), self.case.step_id(step))
            }
            step @ Step::Mend(_) => format!("{} {}", step.word(), self.case.step_id(step)),
        };
        Some(match repair.steps.len() + repair.more as usize {
            1 => format!("to stand: {what}"),
            many => format!("to stand: {many} steps, weakest link: {what}"),
        })
    }
}
