//! What a check is, and what it finds.

use jiff::civil::Date;
use whyproof_case::{Case, CheckConfig, Level, StatementId};
use whyproof_syntax::{Diagnostic, Severity, Span};

use crate::links::Answers;
use crate::prose::Prose;

/// What checks are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The file itself.
    File,
    /// The customer problem.
    Problem,
    /// Claims, reasons and objections.
    Claims,
    /// Evidence.
    Evidence,
    /// Whys and their answers.
    Whys,
    /// What is asked for.
    Decision,
    /// How it will be measured.
    Impact,
    /// Stories; these checks ask, they never accuse.
    Stories,
    /// Numbers in the prose.
    Numbers,
    /// Words that weaken a claim.
    Prose,
}

/// One check.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its name, which is its file's and its page's: `objection-unanswered`.
    pub id: &'static str,
    /// What it is about.
    pub family: Family,
    /// How much its findings matter.
    pub severity: Severity,
    /// Whether it runs unless it is turned off.
    pub default: bool,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Looks at a case.
    pub run: fn(&Context<'_>, &mut Sink),
}

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The case.
    pub case: &'a Case,
    /// What the workspace wants otherwise.
    pub config: &'a CheckConfig,
    /// Today.
    pub today: Date,
    /// What every statement attacks, by its place: statements, and `None` for the whole case.
    pub attacked: &'a [Vec<Option<StatementId>>],
    /// The prose, read once for all checks.
    pub prose: &'a Prose,
    /// What came of asking the links of the evidence; empty where nobody asked.
    pub answers: &'a Answers,
}

/// A diagnostic with what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, where, and what to do.
    pub diagnostic: Diagnostic,
    /// How much rests on the place: the load of its statement, or what a check gives.
    pub weight: u32,
    /// Further findings of the same check that were folded into this one.
    pub folded: u32,
}

impl Finding {
    /// A finding of the parser or the resolver.
    pub(crate) fn of_file(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostic,
            weight: 0,
            folded: 0,
        }
    }
}

/// Where a check puts what it finds.
#[derive(Debug)]
pub struct Sink {
    check: Check,
    found: Vec<Finding>,
}

impl Sink {
    pub(crate) fn new(check: &Check) -> Self {
        Self {
            check: *check,
            found: Vec::new(),
        }
    }

    /// A finding at `span`; fill in the rest with [`Diagnostic`]'s own methods by way of [`Sink::push`].
    pub fn diagnostic(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.check.id, self.check.severity, span, message)
    }

    /// Adds a finding of no particular weight.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.weigh(diagnostic, 0);
    }

    /// Adds a finding about a statement: it weighs what rests on it.
    pub fn push_on(&mut self, case: &Case, statement: StatementId, diagnostic: Diagnostic) {
        self.weigh(diagnostic, case.statement(statement).load);
    }

    /// Adds a finding on which `weight` statements rest.
    pub fn weigh(&mut self, diagnostic: Diagnostic, weight: u32) {
        self.found.push(Finding {
            diagnostic,
            weight,
            folded: 0,
        });
    }

    pub(crate) fn into_findings(self) -> Vec<Finding> {
        self.found
    }
}

pub(crate) fn is_on(check: &Check, wanted: Option<Level>, all: bool) -> bool {
    match wanted {
        Some(Level::Off) => false,
        Some(_) => true,
        None => check.default || all,
    }
}

/// Sets the severities that the workspace wants, and drops what it turned off.
pub(crate) fn set_levels(found: &mut Vec<Finding>, config: &CheckConfig) {
    if config.severity.is_empty() {
        return;
    }
    found.retain_mut(|finding| match config.severity.get(finding.diagnostic.id) {
        Some(Level::Off) => false,
        Some(level) => {
            finding.diagnostic.severity = match level {
                Level::Error => Severity::Error,
                Level::Warning => Severity::Warning,
                Level::Info | Level::Off => Severity::Info,
            };
            true
        }
        None => true,
    });
}
