//! The explanation of one statement for people.

use whyproof_case::{Case, Side, Standing, StatementId, StatementKind};

use crate::outline::{Drawing, mark, to_the_ground};
use crate::steps;
use crate::terminal::style;
use crate::text::{counted, number, wrap};

/// Most statements that are listed of those that rest on one.
const LISTED: usize = 20;

/// The whole screen, with styles, for `columns`.
pub(super) fn write(case: &Case, id: StatementId, columns: usize) -> String {
    let rows = to_the_ground(case, id);
    let drawing = Drawing {
        case,
        rows: &rows,
        columns,
        reasons: true,
    };
    let mut lines = drawing.lines(0..1);
    if rows.len() > 1 {
        heading(&mut lines, "Down to the ground");
        lines.extend(drawing.lines(1..rows.len()));
    }
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

fn change(case: &Case, id: StatementId, columns: usize) -> Vec<String> {
    let statement = case.statement(id);
    match (statement.side, statement.standing) {
        (Side::Author, Standing::Stands) => {
            let text = "It stands. An objection that has evidence and no answer, to it or to what it rests on, would \
                        make it fall.";
            steps::indented(text, 2, columns)
        }
        (Side::Author, _) => steps::lines(case, &statement.repair, "It", columns),
        (Side::Challenger, standing) => steps::indented(&against(case, id, standing), 2, columns),
    }
}

/// What would change an objection: the author's move first, then the challenger's.
fn against(case: &Case, id: StatementId, standing: Standing) -> String {
    let statement = case.statement(id);
    let line = case.line(statement.span);
    let how = match statement.kind {
        StatementKind::Why => format!("An answer with evidence, under line {line}, makes it fall."),
        _ => format!(
            "A rebuttal with evidence makes it fall: “but …” under it, below line {line}, with a reference such as \
             [^source]."
        ),
    };
    let repair = &statement.repair;
    let names = repair
        .steps
        .iter()
        .take(LISTED)
        .map(|step| format!("{} #{}", step.word(), case.step_id(*step)));
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let more = match repair.steps.len().saturating_sub(LISTED) + repair.more as usize {
        0 => String::new(),
        more => format!(", and {}", counted(more, "more step", "more steps")),
    };
    let theirs = format!(
        "Whoever objects makes it stand in {}: {}{more}.",
        counted(repair.steps.len() + repair.more as usize, "step", "steps"),
        whyproof_case::list(&names)
    );
    match standing {
        Standing::Stands => format!("It stands against you. {how}"),
        Standing::Assumed if names.is_empty() => how,
        Standing::Assumed => format!("{how} {theirs}"),
        Standing::Falls if names.is_empty() => "It is refuted.".to_owned(),
        Standing::Falls => format!("It is refuted. {theirs}"),
    }
}

/// What falls or loses its support with it, as things are or with the rest granted.
fn resting(case: &Case, id: StatementId, columns: usize) -> Vec<String> {
    let resting = case.resting_on(id);
    let many = resting.statements.len();
    let (who, they) = match (resting.case, many) {
        (false, 0) => {
            return steps::indented("Nothing: no other standing depends on it.", 2, columns);
        }
        (true, 0) => ("The case".to_owned(), "the case"),
        (true, 1) => ("The case, and the statement below".to_owned(), "they"),
        (false, 1) => ("The statement below".to_owned(), "it"),
        (true, _) => (
            format!("The case, and the {} statements below", number(many)),
            "they",
        ),
        (false, _) => (format!("The {} statements below", number(many)), "they"),
    };
    let one = they != "they";
    let (fall, lose, their) = if one {
        ("falls", "loses", "its")
    } else {
        ("fall", "lose", "their")
    };
    let (when, with) = match case.statement(id).side {
        Side::Author => ("falls", " with it"),
        Side::Challenger => ("stands", ""),
    };
    let text = format!(
        "{who}: if this {when}, {they} {fall}{with} or {lose} {their} support, now or once the rest is shown."
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
