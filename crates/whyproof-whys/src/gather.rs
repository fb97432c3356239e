//! Material from the structure of a case: its statements, objections, figures, evidence, problem, alternatives,
//! decision, experiments, parts of a story, the bar, and the answers that it gives.

mod alternatives;
mod answers;
mod criteria;
mod decision;
mod evidence;
mod experiments;
mod figures;
mod objections;
mod problem;
mod reading;
mod shapes;
mod statements;
mod stories;
mod words;

use whyproof_case::{Case, Kind};

use crate::material::Material;
use reading::Reading;

pub(crate) use criteria::CRITERIA;
pub(crate) use reading::is_technical;

/// What the structure of `case` can be asked about, in file order.
pub(crate) fn gather(case: &Case) -> Vec<Material> {
    // A letter is asked nothing: what it tells is asked of its stories.
    if case.kind == Kind::Letter {
        return Vec::new();
    }
    let reading = Reading::new(case);
    let mut found = Vec::new();
    problem::gather(&reading, &mut found);
    statements::gather(&reading, &mut found);
    objections::gather(&reading, &mut found);
    figures::gather(&reading, &mut found);
    evidence::gather(&reading, &mut found);
    alternatives::gather(&reading, &mut found);
    decision::gather(&reading, &mut found);
    experiments::gather(&reading, &mut found);
    stories::gather(&reading, &mut found);
    criteria::gather(&reading, &mut found);
    answers::gather(&reading, &mut found);
    shapes::gather(&reading, &mut found);
    found.sort_by_key(|material| material.span.start);
    found
}
