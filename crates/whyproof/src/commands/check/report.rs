//! Checking files, several at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use whyproof_case::{Case, Config, Host};
use whyproof_check::{Answers, Finding, Findings, Options, check_links};
use whyproof_host::System;
use whyproof_syntax::{LineIndex, Severity, Span};

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
    /// The text of the case. The case itself goes once it is checked, so that many need little memory.
    pub(crate) text: String,
    /// The lines of the text.
    pub(crate) lines: LineIndex,
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
            && self.text == other.text
            && self.findings.shown == other.findings.shown
    }
}

impl Checked {
    /// The line that a span of the text begins in, from 1.
    pub(crate) fn line(&self, span: Span) -> u32 {
        self.lines.line(span.start)
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
    let checker = Checker {
        arguments,
        prose: Mutex::default(),
    };
    let mut report = Report {
        failures: found.failures,
        ..Report::default()
    };
    for outcome in outcomes(&found.files, &checker, &configs, terminal) {
        match outcome {
            Ok(Some(checked)) => report.checked.push(checked),
            Ok(None) => report.passed_over += 1,
            // Many cases have one configuration: what is wrong with it is said once.
            Err(error) if report.failures.contains(&error) => {}
            Err(error) => report.failures.push(error),
        }
    }
    for checked in &report.checked {
        terminal.note(&fixes::told(checked));
    }
    report
}

/// What came of each file, several at once; the order stays.
fn outcomes(
    files: &[File],
    checker: &Checker<'_>,
    configs: &Configs,
    terminal: &Terminal,
) -> Vec<Result<Option<Checked>, Error>> {
    let load = |file| load(file, checker.arguments, configs);
    if !checker.arguments.links {
        // One file from its bytes to its findings at a time: the next has the memory that this one had.
        let none = Answers::default();
        let check = |file| load(file).map(|loaded| loaded.map(|case| checker.check(case, &none)));
        return files.par_iter().map(check).collect();
    }
    // A link that many cases have is asked once: all are read first.
    let loaded: Vec<_> = files.par_iter().map(load).collect();
    let answers = ask(&loaded, terminal);
    let check = |loaded: Result<Option<Loaded>, Error>| {
        loaded.map(|loaded| loaded.map(|case| checker.check(case, &answers)))
    };
    loaded.into_par_iter().map(check).collect()
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
fn ask(loaded: &[Result<Option<Loaded>, Error>], terminal: &Terminal) -> Answers {
    let loaded = loaded.iter().flatten().flatten();
    super::links::ask(loaded.map(|loaded| &loaded.case), terminal.is_watched())
}

#[cfg(not(feature = "links"))]
fn ask(_loaded: &[Result<Option<Loaded>, Error>], _terminal: &Terminal) -> Answers {
    Answers::default()
}

/// Checks cases on several threads.
struct Checker<'a> {
    arguments: &'a CheckArgs,
    /// Those that no thread uses now: there are never more than threads, and what they remember stays.
    prose: Mutex<Vec<Prose>>,
}

impl Checker<'_> {
    fn check(&self, loaded: Loaded, answers: &Answers) -> Checked {
        let options = options(&loaded.config, self.arguments);
        let mut findings = check_links(&loaded.case, &options, answers);
        if self.arguments.grammar {
            let mut prose = self.spare().pop().unwrap_or_default();
            prose.add(&loaded.case, &loaded.config, &mut findings);
            self.spare().push(prose);
        }
        Checked {
            path: loaded.path,
            text: loaded.case.source().to_owned(),
            lines: loaded.case.parse.lines,
            findings,
            fixed: loaded.fixed,
        }
    }

    fn spare(&self) -> MutexGuard<'_, Vec<Prose>> {
        self.prose.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Spelling and grammar: used by one thread at a time, made for the configuration of the case before.
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
