//! The explanation of one statement for people.

use whyproof_case::{Case, Side, Standing, StatementId};

use crate::outline::{Drawing, mark, to_the_ground};
use crate::steps;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// Most statements that are listed of those that rest on one.
const LISTED: usize = 20;

/// The whole screen, with styles, for `columns`.
pub(super) fn write(case: &Case, id: StatementId, columns: usize) -> String {
    let mut lines = head(case, id, columns);
    heading(&mut lines, "Down to the ground");
    let rows = to_the_ground(case, id);
    let drawing = Drawing {
        case,
        rows: &rows,
        columns,
        reasons: true,
    };
    lines.extend(drawing.lines());
    heading(&mut lines, "What would change it");
    lines.extend(change(case, id, columns));
    heading(&mut lines, "What rests on it");
    lines.extend(resting(case, id, columns));
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn heading(lines: &mut Vec<String>, heading: &str) {
    let strong = style::STRONG;
    lines.push(String::new());
    lines.push(format!("{strong}{heading}{strong:#}"));
    lines.push(String::new());
}

/// Its words, and why it has its standing in a sentence.
fn head(case: &Case, id: StatementId, columns: usize) -> Vec<String> {
    let statement = case.statement(id);
    let strong = style::STRONG;
    let (sign, look) = mark(statement.standing);
    let mut lines = Vec::new();
    for (at, line) in wrap(&statement.text, columns.saturating_sub(2))
        .iter()
        .enumerate()
    {
        let sign = if at == 0 { sign } else { " " };
        lines.push(format!("{look}{sign}{look:#} {strong}{line}{strong:#}"));
    }
    lines.extend(steps::indented(&case.because(id), 2, columns));
    lines
}

fn change(case: &Case, id: StatementId, columns: usize) -> Vec<String> {
    let statement = case.statement(id);
    let mut lines = Vec::new();
    if statement.standing == Standing::Stands {
        let text = match statement.side {
            Side::Author => {
                "It stands. An objection to it, or to what it rests on, that has evidence and no answer would make it fall."
            }
            Side::Challenger => {
                "It stands against you. A rebuttal with evidence under it would make it fall."
            }
        };
        return steps::indented(text, 2, columns);
    }
    if statement.side == Side::Challenger {
        let text = match statement.standing {
            Standing::Falls => {
                "It is refuted. This is what would have to be shown and answered for it to stand against you:"
            }
            _ => {
                "A rebuttal with evidence under it would make it fall. This is what would make it stand against you:"
            }
        };
        lines.extend(steps::indented(text, 2, columns));
    }
    lines.extend(steps::lines(case, &statement.repair, "It", columns));
    lines
}

/// What differs between making it fall and making it stand.
fn resting(case: &Case, id: StatementId, columns: usize) -> Vec<String> {
    let resting = case.resting_on(id);
    let others = counted(
        resting.statements.len(),
        "other statement",
        "other statements",
    );
    let what = match (resting.case, resting.statements.len()) {
        (false, 0) => {
            return steps::indented("Nothing: no other standing depends on it.", 2, columns);
        }
        (true, 0) => "The case".to_owned(),
        (true, _) => format!("The case and {others}"),
        (false, _) => whyproof_case::capital(&others),
    };
    let differ = if resting.case && resting.statements.is_empty()
        || resting.statements.len() == 1 && !resting.case
    {
        "differs"
    } else {
        "differ"
    };
    let stop = if resting.statements.is_empty() {
        "."
    } else {
        ":"
    };
    let text = format!(
        "{what} {differ} in standing between making it fall and making it stand, as things are or with all else granted{stop}"
    );
    let mut lines = steps::indented(&text, 2, columns);
    for other in resting.statements.iter().take(LISTED) {
        let statement = case.statement(*other);
        let (sign, look) = mark(statement.standing);
        let line = case.line(statement.span);
        let text = format!("#{}, line {line}: {}", statement.id, case.quote(*other));
        for (at, line) in wrap(&text, columns.saturating_sub(4)).iter().enumerate() {
            let lead = if at == 0 {
                format!("  {look}{sign}{look:#} ")
            } else {
                "    ".to_owned()
            };
            lines.push(format!("{lead}{line}"));
        }
    }
    let more = resting.statements.len().saturating_sub(LISTED);
    if more > 0 {
        lines.push(format!("  and {}.", counted(more, "more", "more")));
    }
    lines
}
