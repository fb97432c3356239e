//! Why a statement that cites something is still not shown: what is cited, and what it lacks.

use whyproof_case::{Case, Evidence, Grounds, StatementId};

/// What the evidence of a statement lacks.
pub(crate) struct Gap<'c> {
    /// The evidence.
    pub(crate) evidence: &'c Evidence,
    /// What it lacks: "names the file data/calls.csv, and there is none".
    pub(crate) lacks: String,
    /// What to do, after a colon.
    pub(crate) mend: &'static str,
}

impl Gap<'_> {
    /// "[calls] names the file data/calls.csv, and there is none".
    pub(crate) fn sentence(&self) -> String {
        format!("[{}] {}", self.evidence.id, self.lacks)
    }
}

/// The gap under `id`; none where it cites no evidence, or some of it counts.
pub(crate) fn of(case: &Case, id: StatementId) -> Option<Gap<'_>> {
    let evidence = &case.statement(id).evidence;
    let mut evidence = evidence
        .iter()
        .filter_map(|at| case.evidence.get(*at as usize));
    let first = evidence.next()?;
    let (lacks, mend) = lacks(&first.grounds)?;
    if evidence.any(Evidence::counts) {
        return None;
    }
    Some(Gap {
        evidence: first,
        lacks,
        mend,
    })
}

fn lacks(grounds: &Grounds) -> Option<(String, &'static str)> {
    Some(match grounds {
        Grounds::FileMissing(path) => (
            format!("names the file {path}, and there is none"),
            "put it there, or name the file that is meant",
        ),
        Grounds::FileEmpty(path) => (
            format!("names the file {path}, which is empty"),
            "put into it what was found",
        ),
        Grounds::FileOutside(path) => (
            format!("names {path}, which is outside the workspace"),
            "put it beside the case",
        ),
        Grounds::CaseItself => (
            "names the case itself".to_owned(),
            "name what a reader can open beside it",
        ),
        Grounds::BadLink(url) => (
            format!("names {url}, which leads nowhere"),
            "give the address under which a reader finds it",
        ),
        Grounds::NoSource => (
            "names nothing that a reader can open".to_owned(),
            "name a file, a link or a DOI, or let somebody who opened it sign it with `seen`",
        ),
        Grounds::NotMeasured(name) => (
            format!("names the experiment {name}, which is not measured yet"),
            "measure it",
        ),
        Grounds::NoExperiment(name) => (
            format!("names an experiment {name}, and there is none in this case"),
            "plan and measure it, or name the one that is meant",
        ),
        Grounds::NotKnownYet(name) => (
            format!("names the experiment {name}, which cannot tell yet"),
            "wait until it can, or cite something else",
        ),
        Grounds::Contradicted { .. }
        | Grounds::File(_)
        | Grounds::Link(_)
        | Grounds::Doi(_)
        | Grounds::Experiment(_)
        | Grounds::Seen(_) => return None,
    })
}
