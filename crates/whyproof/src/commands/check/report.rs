//! Checking files, several at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use whyproof_case::{Case, Config, Host};
use whyproof_check::{Answers, Finding, Findings, Options, check_links};
use whyproof_host::System;
use whyproof_syntax::Severity;

use super::files::{self, File};
use super::{CheckArgs, fixes};
use crate::config;
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

/// A case that is about to be checked.
struct Loaded {
    path: String,
    case: Case,
    config: Arc<Config>,
    fixed: Vec<String>,
}

/// Checks what the arguments name.
pub(super) fn make(arguments: &CheckArgs, terminal: &mut Terminal) -> Report {
    let found = files::find(&arguments.paths);
    let configs = Configs::default();
    let outcomes: Vec<Result<Option<Loaded>, Error>> = found
        .files
        .par_iter()
        .map(|file| load(file, arguments, &configs))
        .collect();
    let mut report = Report {
        failures: found.failures,
        ..Report::default()
    };
    let mut loaded = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(Some(case)) => loaded.push(case),
            Ok(None) => report.passed_over += 1,
            // Many cases have one configuration: what is wrong with it is said once.
            Err(error) if report.failures.contains(&error) => {}
            Err(error) => report.failures.push(error),
        }
    }
    let answers = ask(&loaded, arguments, terminal);
    report.checked = run(loaded, arguments, &answers);
    for checked in &report.checked {
        terminal.note(&fixes::told(checked));
    }
    report
}

/// Reads one file, and mends it where that was asked for; none where it is no case and nobody named it.
fn load(file: &File, arguments: &CheckArgs, configs: &Configs) -> Result<Option<Loaded>, Error> {
    let mut source = Source::read(&System, &file.path)?;
    if file.found && !files::is_case(&source.text) {
        return Ok(None);
    }
    let mut case = source.case(&System);
    let config = configs.of(&case.scope.root)?;
    let mut fixed = Vec::new();
    if arguments.fix {
        fixed = fixes::apply_all(&mut source, &mut case, &options(&config, arguments))?;
    }
    Ok(Some(Loaded {
        path: file.path.clone(),
        case,
        config,
        fixed,
    }))
}

fn options<'c>(config: &'c Config, arguments: &CheckArgs) -> Options<'c> {
    Options {
        config: &config.check,
        today: System.today(),
        all: arguments.all,
    }
}

#[cfg(feature = "links")]
fn ask(loaded: &[Loaded], arguments: &CheckArgs, terminal: &Terminal) -> Answers {
    if !arguments.links {
        return Answers::default();
    }
    let cases = loaded.iter().map(|loaded| &loaded.case);
    super::links::ask(cases, terminal.is_watched())
}

#[cfg(not(feature = "links"))]
fn ask(_loaded: &[Loaded], _arguments: &CheckArgs, _terminal: &Terminal) -> Answers {
    Answers::default()
}

/// Checks the cases, several at once; the order stays.
fn run(loaded: Vec<Loaded>, arguments: &CheckArgs, answers: &Answers) -> Vec<Checked> {
    let check = |prose: &mut Prose, loaded: Loaded| {
        let options = options(&loaded.config, arguments);
        let mut findings = check_links(&loaded.case, &options, answers);
        if arguments.grammar {
            prose.add(&loaded.case, &loaded.config, &mut findings);
        }
        Checked {
            path: loaded.path,
            case: loaded.case,
            findings,
            fixed: loaded.fixed,
        }
    };
    loaded
        .into_par_iter()
        .map_init(Prose::default, check)
        .collect()
}

/// Spelling and grammar: a thread's own, made for the configuration of the case before.
#[derive(Default)]
struct Prose {
    #[cfg(feature = "grammar")]
    made: Option<(Arc<Config>, whyproof_check::Grammar)>,
}

impl Prose {
    #[cfg(feature = "grammar")]
    fn add(&mut self, case: &Case, config: &Arc<Config>, findings: &mut Findings) {
        let made = self
            .made
            .take()
            .filter(|(known, _)| Arc::ptr_eq(known, config));
        let (_, grammar) = self.made.insert(made.unwrap_or_else(|| {
            let grammar = whyproof_check::Grammar::new(&config.check);
            (Arc::clone(config), grammar)
        }));
        grammar.add(case, &config.check, findings);
    }

    #[cfg(not(feature = "grammar"))]
    fn add(&mut self, _case: &Case, _config: &Arc<Config>, _findings: &mut Findings) {}
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
        let config = Arc::new(config::load(&System, root)?);
        read.insert(root.to_owned(), Arc::clone(&config));
        Ok(config)
    }
}
