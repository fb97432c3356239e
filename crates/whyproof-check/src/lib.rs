//! The checks: what weakens a case, where, and what to do about it.
//!
//! [`check`] runs them over a resolved case and gives [`Findings`], worst first, repeats folded, and cut to what a
//! reader can take in unless all are asked for. Every check is one file in `checks/` and one page in `docs/checks/`,
//! whose examples are its tests. [`apply`] applies fixes.

mod allow;
mod argument;
mod check;
mod checks;
mod countable;
mod fix;
#[cfg(feature = "grammar")]
mod grammar;
mod links;
mod mend;
mod near;
mod prose;
mod rank;
mod said;
mod words;

use jiff::civil::Date;
use whyproof_case::{Case, CheckConfig, Kind};

pub use check::{Check, Context, Family, Finding, Sink};
pub use checks::all;
pub use fix::{Applied, apply};
#[cfg(feature = "grammar")]
pub use grammar::Grammar;
pub use links::{Answer, Answers};
pub use rank::Findings;

/// What a letter is held to: its front matter and its words. What an idea or a story owes its reader, a letter does not.
const LETTER: [&str; 9] = [
    "adverb-for-data",
    "bad-comment",
    "false-precision",
    "front-matter",
    "long-sentence",
    "superlative",
    "unknown-key",
    "unknown-kind",
    "weasel-words",
];

/// How checks are run.
#[derive(Debug, Clone, Copy)]
pub struct Options<'c> {
    /// What the workspace wants otherwise.
    pub config: &'c CheckConfig,
    /// Today, for evidence that grows old.
    pub today: Date,
    /// Every finding: also of checks that are off by default, none folded and none left out.
    pub all: bool,
}

/// Runs the checks over `case`.
pub fn check(case: &Case, options: &Options<'_>) -> Findings {
    check_links(case, options, &Answers::default())
}

/// The same where the links of its evidence were asked.
pub fn check_links(case: &Case, options: &Options<'_>, answers: &Answers) -> Findings {
    let prose = prose::Prose::read(case);
    let attacked = argument::attacked(case);
    let context = Context {
        case,
        attacked: &attacked,
        config: options.config,
        today: options.today,
        prose: &prose,
        answers,
    };
    let mut found: Vec<Finding> = mend::mended(case)
        .into_iter()
        .map(Finding::of_file)
        .collect();
    let applies = |id: &str| case.kind != Kind::Letter || LETTER.contains(&id);
    for check in checks::all().iter().filter(|check| applies(check.id)) {
        let wanted = options.config.severity.get(check.id);
        if check::is_on(check, wanted.copied(), options.all) {
            let mut sink = Sink::new(check);
            (check.run)(&context, &mut sink);
            found.extend(sink.into_findings());
        }
    }
    check::set_levels(&mut found, options.config);
    allow::apply(case, options.config, &mut found);
    rank::rank(case, options, found)
}
