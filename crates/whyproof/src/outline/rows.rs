//! Rows of an outline. Nothing recurses: an argument may be as deep as its file is long.

use whyproof_case::{Case, StatementId, StatementKind};

/// What a row is to the row it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    /// A claim of the case, or where an outline begins.
    Top,
    /// A reason, or the first premise of one.
    Because,
    /// A further premise of the reason before it.
    And,
    /// An objection or a rebuttal.
    But,
    /// A why that counts.
    Asks,
    /// Its answer.
    Answers,
}

/// Whether a row shows its statement and what is under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seen {
    /// It does.
    Here,
    /// The statement has its own place, which is another one.
    Elsewhere,
    /// The statement is one that this row stands under: reasons lead back to it.
    Around,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its statement.
    pub(crate) id: StatementId,
    /// What it is to the row it stands under.
    pub(crate) link: Link,
    /// How many rows it stands under.
    pub(crate) depth: u32,
    /// Which it is of those under the same row, from 1.
    pub(crate) number: u32,
    /// The row it stands under, by index.
    pub(crate) parent: Option<u32>,
    /// Whether it is shown here.
    pub(crate) seen: Seen,
}

/// Every statement of the case, once; what is referred to is shown where it stands.
pub(crate) fn of_case(case: &Case) -> Vec<Row> {
    let mut top: Vec<(Link, StatementId)> = Vec::new();
    top.extend(case.claims.iter().map(|id| (Link::Top, *id)));
    let objections = case.objections.iter();
    top.extend(objections.map(|id| (attack(case, *id), *id)));
    top.sort_by_key(|(_, id)| *id);
    top.dedup();
    Walk::new(case, false).rows(&top)
}

/// The statement `id` and all that its standing depends on; what comes twice is followed once.
pub(crate) fn to_the_ground(case: &Case, id: StatementId) -> Vec<Row> {
    Walk::new(case, true).rows(&[(Link::Top, id)])
}

/// What bears on a statement: its reasons, then what attacks it.
fn under(case: &Case, id: StatementId) -> Vec<(Link, StatementId)> {
    let statement = case.statement(id);
    let mut under = Vec::new();
    for premises in &statement.reasons {
        for (at, premise) in premises.iter().enumerate() {
            let link = if at == 0 { Link::Because } else { Link::And };
            under.push((link, *premise));
        }
    }
    let objections = statement.objections.iter();
    under.extend(objections.map(|id| (attack(case, *id), *id)));
    under
}

fn attack(case: &Case, id: StatementId) -> Link {
    match case.statement(id).kind {
        StatementKind::Why => Link::Asks,
        StatementKind::Answer => Link::Answers,
        _ => Link::But,
    }
}

/// A walk through the argument, first things first.
struct Walk<'c> {
    case: &'c Case,
    /// Whether what is referred to is followed.
    follow: bool,
    shown: Vec<bool>,
    /// Statements that the current row stands under.
    open: Vec<bool>,
    rows: Vec<Row>,
}

/// What is still to do.
enum Task {
    Show(Row),
    Leave(StatementId),
}

impl<'c> Walk<'c> {
    fn new(case: &'c Case, follow: bool) -> Self {
        let none = vec![false; case.statements.len()];
        Self {
            case,
            follow,
            shown: none.clone(),
            open: none,
            rows: Vec::new(),
        }
    }

    fn rows(mut self, top: &[(Link, StatementId)]) -> Vec<Row> {
        let mut tasks = Vec::new();
        push(&mut tasks, top, 0, None);
        while let Some(task) = tasks.pop() {
            match task {
                Task::Leave(id) => self.open[id.0 as usize] = false,
                Task::Show(row) => self.show(row, &mut tasks),
            }
        }
        self.rows
    }

    fn show(&mut self, mut row: Row, tasks: &mut Vec<Task>) {
        let at = row.id.0 as usize;
        row.seen = self.seen(&row);
        let index = self.rows.len() as u32;
        self.rows.push(row);
        if row.seen != Seen::Here {
            return;
        }
        self.shown[at] = true;
        self.open[at] = true;
        tasks.push(Task::Leave(row.id));
        push(tasks, &under(self.case, row.id), row.depth + 1, Some(index));
    }

    fn seen(&self, row: &Row) -> Seen {
        let at = row.id.0 as usize;
        let above = row.parent.and_then(|parent| self.rows.get(parent as usize));
        let own = self.case.statement(row.id).parent == above.map(|above| above.id);
        if self.open[at] {
            Seen::Around
        } else if self.shown[at] || (!self.follow && !own) {
            Seen::Elsewhere
        } else {
            Seen::Here
        }
    }
}

fn push(tasks: &mut Vec<Task>, under: &[(Link, StatementId)], depth: u32, parent: Option<u32>) {
    for (at, (link, id)) in under.iter().enumerate().rev() {
        tasks.push(Task::Show(Row {
            id: *id,
            link: *link,
            depth,
            number: at as u32 + 1,
            parent,
            seen: Seen::Here,
        }));
    }
}
