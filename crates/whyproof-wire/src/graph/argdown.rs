//! The argument in Argdown 1.7.

use whyproof_case::{Case, Statement, StatementId, StatementKind};

use super::wrap;

/// A block for every statement that something bears on, in file order: `+` a reason, `-` an objection. A reason with
/// several premises is an argument with them as its premises. Standing is a tag, with a colour in the front matter.
pub fn argdown(case: &Case) -> String {
    let mut out = String::from(HEAD);
    let title = case.title.as_deref().unwrap_or("(no title)");
    out.push_str(&format!("\n# {}\n", escape(title)));
    let whole = Whole::of(case);
    block(
        &mut out,
        case,
        &format!(
            "[{}]: {} #{}",
            whole.id,
            escape(title),
            case.verdict.standing
        ),
        &case.claims,
        &case.objections,
    );
    for (id, statement) in case.statements() {
        if !is_leaf(statement) {
            let single = statement.reasons.iter().filter(|r| r.len() == 1);
            let single: Vec<StatementId> = single.flatten().copied().collect();
            let head = define(statement);
            block(&mut out, case, &head, &single, &statement.objections);
            joined(&mut out, case, id);
        } else if is_uncited(case, id) {
            block(&mut out, case, &define(statement), &[], &[]);
        }
    }
    out
}

const HEAD: &str = "===
color:
  tagColors:
    stands: \"#00795a\"
    assumed: \"#9a6a00\"
    falls: \"#b24000\"
===
";

/// The id of the case as a whole, which no statement has.
struct Whole {
    id: String,
}

impl Whole {
    fn of(case: &Case) -> Self {
        let mut id = "case".to_owned();
        while case.find(&id).is_some() {
            id.push('-');
        }
        Self { id }
    }
}

/// Whether nothing bears on it: such a statement is defined where it is used.
fn is_leaf(statement: &Statement) -> bool {
    statement.reasons.is_empty() && statement.objections.is_empty()
}

/// Whether no line of another block defines this leaf: it is only a premise of several.
fn is_uncited(case: &Case, id: StatementId) -> bool {
    let statement = case.statement(id);
    let Some(parent) = statement.parent.map(|parent| case.statement(parent)) else {
        return false;
    };
    let alone = parent.reasons.iter().any(|r| r.as_slice() == [id]);
    !alone && !attacks(statement)
}

fn attacks(statement: &Statement) -> bool {
    !matches!(statement.kind, StatementKind::Claim | StatementKind::Reason)
}

fn define(statement: &Statement) -> String {
    format!(
        "[{}]: {} #{}",
        statement.id,
        escape(&statement.text),
        statement.standing
    )
}

fn block(
    out: &mut String,
    case: &Case,
    head: &str,
    reasons: &[StatementId],
    objections: &[StatementId],
) {
    out.push_str(&format!("\n{head}\n"));
    let reasons = reasons.iter().map(|id| ('+', id));
    let objections = objections.iter().map(|id| ('-', id));
    for (sign, id) in reasons.chain(objections) {
        let statement = case.statement(*id);
        if is_leaf(statement) {
            out.push_str(&format!("  {sign} {}\n", define(statement)));
        } else {
            out.push_str(&format!("  {sign} [{}]\n", statement.id));
        }
    }
}

/// Reasons with several premises, as arguments.
fn joined(out: &mut String, case: &Case, id: StatementId) {
    let statement = case.statement(id);
    let several = statement.reasons.iter().filter(|r| r.len() > 1);
    for (at, premises) in several.enumerate() {
        out.push_str(&format!("\n<{} because {}>\n\n", statement.id, at + 1));
        for (number, premise) in premises.iter().enumerate() {
            let premise = &case.statement(*premise).id;
            out.push_str(&format!("({}) [{premise}]\n", number + 1));
        }
        out.push_str(&format!(
            "-----\n({}) [{}]\n",
            premises.len() + 1,
            statement.id
        ));
    }
}

/// Text in one line in which nothing is Argdown: a backslash before what would begin a mark, a link, a tag, a
/// comment, data or a shortcode.
fn escape(text: &str) -> String {
    let text = wrap::plain(text);
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let mark = match c {
            '\\' | '@' | '#' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}' | '=' => true,
            '/' => matches!(next, '/' | '*') || matches!(before, '/' | '*'),
            '.' | ':' => !next.is_whitespace() && !next.is_ascii_digit(),
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}
