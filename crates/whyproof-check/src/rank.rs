//! Worst first, repeats folded, and no more than a reader takes in.

use std::collections::BTreeMap;

use whyproof_case::Case;
use whyproof_syntax::Severity;

use crate::Options;
use crate::check::Finding;

/// Words on two pages.
const TWO_PAGES: usize = 1000;

/// What the checks found.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Worst first.
    pub shown: Vec<Finding>,
    /// Those folded into one of them, worst first.
    pub repeats: Vec<Finding>,
    /// How many more there are, folded ones apart.
    pub left_out: u32,
    /// How many findings there were in all.
    pub total: u32,
}

impl Findings {
    /// How many of the findings shown have `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.shown
            .iter()
            .filter(|finding| finding.diagnostic.severity == severity)
            .count()
    }
}

pub(crate) fn rank(case: &Case, options: &Options<'_>, mut found: Vec<Finding>) -> Findings {
    found.sort_by(|a, b| {
        let key = |f: &Finding| {
            (
                std::cmp::Reverse(f.diagnostic.severity),
                std::cmp::Reverse(f.weight),
            )
        };
        key(a).cmp(&key(b)).then_with(|| {
            (a.diagnostic.span, a.diagnostic.id).cmp(&(b.diagnostic.span, b.diagnostic.id))
        })
    });
    found.dedup_by(|a, b| a.diagnostic == b.diagnostic);
    let total = found.len() as u32;
    if options.all {
        return Findings {
            shown: found,
            repeats: Vec::new(),
            left_out: 0,
            total,
        };
    }
    let mut shown: Vec<Finding> = Vec::new();
    let mut repeats: Vec<Finding> = Vec::new();
    let mut first: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in found {
        let id = finding.diagnostic.id;
        match first.get(id) {
            // An error is never hidden behind another.
            Some(&at) if finding.diagnostic.severity != Severity::Error => {
                shown[at].folded += 1;
                repeats.push(finding);
            }
            _ => {
                first.entry(id).or_insert(shown.len());
                shown.push(finding);
            }
        }
    }
    let words: usize = case
        .parse
        .document
        .texts
        .iter()
        .map(|text| text.words.text.len())
        .sum::<usize>()
        / 6;
    let most = (options.config.most as usize * words.max(TWO_PAGES)).div_ceil(TWO_PAGES);
    let errors = shown
        .iter()
        .filter(|f| f.diagnostic.severity == Severity::Error)
        .count();
    let kept = most.max(errors).min(shown.len());
    let left_out = (shown.len() - kept) as u32;
    shown.truncate(kept);
    Findings {
        shown,
        repeats,
        left_out,
        total,
    }
}
