//! What a statement is shown with, in few words.

use whyproof_case::{Case, Figure, FigureState, Grounds, Side, Statement};

/// What evidence or a figure does for its statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It counts.
    Counts,
    /// It does not: nobody can open it, or nobody has computed it.
    Nothing,
    /// It says otherwise.
    Against,
}

/// Evidence or a figure of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown<'a> {
    /// Research, observation or measurement; or figure.
    pub what: &'static str,
    /// Its footnote's label, or the figure's words.
    pub label: &'a str,
    /// What it does for its statement.
    pub weight: Weight,
    /// The same in words: `counts`, `author’s word`.
    pub says: &'static str,
}

/// What a statement is shown with, evidence before figures, each in order.
pub(super) fn of<'a>(case: &'a Case, statement: &Statement) -> Vec<Shown<'a>> {
    let evidence = statement.evidence.iter();
    let evidence = evidence.filter_map(|at| case.evidence.get(*at as usize));
    let evidence = evidence.map(|evidence| {
        let (weight, says) = match (&evidence.grounds, evidence.contradicted.is_some()) {
            (Grounds::Contradicted { .. }, _) | (_, true) => (Weight::Against, "says otherwise"),
            (grounds, _) if grounds.count() => (Weight::Counts, "counts"),
            (Grounds::NotKnownYet(_), _) => (Weight::Nothing, "cannot tell yet"),
            _ if statement.side == Side::Challenger => (Weight::Nothing, "on their word"),
            _ => (Weight::Nothing, "author’s word"),
        };
        Shown {
            what: evidence.kind.word(),
            label: &evidence.id,
            weight,
            says,
        }
    });
    let figures = statement.figures.iter();
    let figures = figures.filter_map(|at| case.figures.get(*at as usize));
    evidence.chain(figures.map(figure)).collect()
}

fn figure(figure: &Figure) -> Shown<'_> {
    let (weight, says) = match figure.state {
        FigureState::Live if figure.counts => (Weight::Counts, "counts"),
        FigureState::Live => (Weight::Nothing, "from the case alone"),
        FigureState::Stale => (Weight::Nothing, "out of date"),
        FigureState::Broken => (Weight::Against, "the data say otherwise"),
        FigureState::NotComputed => (Weight::Nothing, "not computed"),
    };
    Shown {
        what: "figure",
        label: &figure.text,
        weight,
        says,
    }
}
