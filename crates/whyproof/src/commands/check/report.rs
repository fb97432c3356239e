//! Checking files, several at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use whyproof_case::{Case, Config, Host};
use whyproof_check::{Finding, Findings, Options, check};
use whyproof_host::System;
use whyproof_syntax::Severity;

use super::files::{self, File};
use super::{CheckArgs, fixes};
use crate::error::Error;
use crate::input::Source;
use crate::terminal::Terminal;

/// What was found in one file.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    /// The file's path as it was named.
    pub(crate) path: String,
    /// The case.
    pub(crate) case: Case,
    /// What the checks found.
    pub(crate) findings: Findings,
    /// Titles of the fixes that were applied.
    pub(crate) fixed: Vec<String>,
}

/// What was found in all of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Report {
    /// The files checked, in order of their paths.
    pub(crate) checked: Vec<Checked>,
    /// Files that could not be read or written.
    pub(crate) failures: Vec<Error>,
    /// How many Markdown files in folders are no cases.
    pub(crate) passed_over: usize,
}

impl PartialEq for Checked {
    /// A case is its text, and what its neighbours make of it shows in the findings.
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
            && self.case.source() == other.case.source()
            && self.findings.shown == other.findings.shown
    }
}

impl Report {
    /// Every finding shown.
    pub(crate) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.checked
            .iter()
            .flat_map(|checked| &checked.findings.shown)
    }

    /// How many findings shown have the severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings()
            .filter(|finding| finding.diagnostic.severity == severity)
            .count()
    }

    /// Whether the findings fail the cases.
    pub(crate) fn fails(&self, strict: bool) -> bool {
        self.count(Severity::Error) > 0 || (strict && self.findings().next().is_some())
    }
}

/// Checks what the arguments name.
pub(super) fn make(arguments: &CheckArgs, terminal: &mut Terminal) -> Result<Report, Error> {
    let found = files::find(&arguments.paths);
    let configs = Configs::default();
    let outcomes: Vec<Result<Option<Checked>, Error>> = found
        .files
        .par_iter()
        .map(|file| one(file, arguments, &configs))
        .collect();
    let mut report = Report {
        failures: found.failures,
        ..Report::default()
    };
    for outcome in outcomes {
        match outcome {
            Ok(Some(checked)) => report.checked.push(checked),
            Ok(None) => report.passed_over += 1,
            Err(error) if report.failures.contains(&error) => {}
            Err(error) => report.failures.push(error),
        }
    }
    for checked in report
        .checked
        .iter()
        .filter(|checked| !checked.fixed.is_empty())
    {
        terminal.note(&fixes::told(checked));
    }
    Ok(report)
}

/// Checks one file; none where it is no case and nobody named it.
fn one(file: &File, arguments: &CheckArgs, configs: &Configs) -> Result<Option<Checked>, Error> {
    let mut source = Source::read(&System, &file.path)?;
    if file.found && !files::is_case(&source.text) {
        return Ok(None);
    }
    let mut case = source.case(&System);
    let config = configs.of(&case.scope.root)?;
    let options = Options {
        config: &config.check,
        today: System.today(),
        all: arguments.all,
    };
    let mut fixed = Vec::new();
    if arguments.fix {
        fixed = fixes::apply_all(&mut source, &mut case, &options)?;
    }
    let findings = check(&case, &options);
    Ok(Some(Checked {
        path: file.path.clone(),
        case,
        findings,
        fixed,
    }))
}

/// The workspaces' configurations, each read once.
#[derive(Default)]
struct Configs {
    read: Mutex<BTreeMap<String, Arc<Config>>>,
}

impl Configs {
    fn of(&self, root: &str) -> Result<Arc<Config>, Error> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(config) = read.get(root) {
            return Ok(Arc::clone(config));
        }
        let config = Arc::new(Config::load(&System, root)?);
        read.insert(root.to_owned(), Arc::clone(&config));
        Ok(config)
    }
}
