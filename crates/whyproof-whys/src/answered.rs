//! What the case has already been asked is not asked again.

use whyproof_case::Case;

use crate::barrage::Candidate;
use crate::likeness::Content;

/// Beyond this a question says what one in the case says.
const ASKED: f64 = 0.75;

/// Leaves out the candidates that say what a why of the case says already, whatever its state.
pub(crate) fn leave_out(case: &Case, candidates: &mut Vec<Candidate<'_>>) {
    let asked: Vec<Content> = case.whys.iter().map(|why| Content::of(&why.text)).collect();
    candidates.retain(|candidate| {
        let content = Content::of(&candidate.text);
        !asked.iter().any(|why| why.likeness(&content) >= ASKED)
    });
}
