//! `render`: cases as pages and papers.

mod html;
mod kind;
mod progress;
mod target;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Case, Host, HostError};
use whyproof_host::{System, Watch};
use whyproof_render::html::Theme;

use crate::commands::check::files;
use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT, Source};
use crate::terminal::Terminal;
use crate::text::{counted, typed};
use kind::Kind;
use target::Target;

/// Write a case as a page that anybody can read
///
/// The ending of OUT says as what: `.html` is one file that needs no network and runs nothing, with the standing of
/// every statement, evidence and questions in the margin, and the query behind every figure. With a folder, which
/// ends in `/` or is there, every case becomes a page in it; folders are searched for cases, as `check` does.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof render proposal.md -o proposal.html
  whyproof render proposal.md -o proposal.html --watch   Again whenever it is saved
  whyproof render . -o pages/                            Every case of this folder

Exit codes: 0 written, 2 something could not be read, rendered or written.")]
pub(crate) struct RenderArgs {
    /// Files or folders; `-` is standard input
    #[arg(value_name = "CASE", required = true)]
    pub(crate) cases: Vec<String>,
    /// The file to write, or a folder
    #[arg(short, long, value_name = "OUT")]
    pub(crate) out: String,
    /// Light, dark, or as the reader's system is set
    #[arg(long, value_name = "THEME", default_value = "auto")]
    pub(crate) theme: ThemeName,
    /// Render again whenever a case changes, until Ctrl-C
    #[arg(long)]
    pub(crate) watch: bool,
}

/// On which ground a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    /// As the reader's system is set
    Auto,
    /// Dark words on a light page
    Light,
    /// Light words on a dark page
    Dark,
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Theme {
        match name {
            ThemeName::Auto => Theme::Auto,
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
        }
    }
}

/// One case, and where it goes.
struct Job {
    path: String,
    out: String,
    kind: Kind,
    /// What was written last.
    last: Vec<u8>,
}

pub(crate) fn run(arguments: &RenderArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.watch && arguments.cases.iter().any(|path| path == STANDARD_INPUT) {
        let message = "--watch needs files, and `-` is standard input";
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    let target = Target::read(&arguments.out)?;
    let found = files::find(&arguments.cases);
    for failure in &found.failures {
        terminal.report(failure);
    }
    let mut failed = !found.failures.is_empty();
    let named = found.files.into_iter().filter(|file| {
        !file.found || Source::read(&System, &file.path).map_or(true, |s| files::is_case(&s.text))
    });
    let paths: Vec<String> = named.map(|file| file.path).collect();
    let mut jobs = target.jobs(paths)?;
    let watch = match arguments.watch {
        true => Some(
            Watch::new(&arguments.cases)
                .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?,
        ),
        false => None,
    };
    loop {
        failed |= !all(&mut jobs, arguments, terminal)?;
        let Some(watch) = &watch else {
            break;
        };
        if terminal.is_gone() || !watch.wait() {
            break;
        }
        failed = false;
    }
    Ok(if failed {
        ErrorKind::Environment.exit_code()
    } else {
        ExitCode::SUCCESS
    })
}

/// Renders every case that is not as it was written last; whether all went well.
fn all(jobs: &mut [Job], arguments: &RenderArgs, terminal: &mut Terminal) -> Result<bool, Error> {
    let of = jobs.len();
    let mut written = 0;
    let mut good = true;
    for (at, job) in jobs.iter_mut().enumerate() {
        match one(job, at, of, arguments, terminal) {
            Ok(true) => {
                written += 1;
                let line = format!("{} is {}\n", typed(&job.path), typed(&job.out));
                terminal.print(&line)?;
            }
            Ok(false) => {}
            Err(error) => {
                good = false;
                terminal.report(&error);
            }
        }
    }
    if of != 1 && (written > 0 || of == 0) && !terminal.is_gone() {
        let cases = counted(written, "case", "cases");
        terminal.print(&format!("{} rendered.\n", whyproof_case::capital(&cases)))?;
    }
    Ok(good)
}

/// Renders a case; whether that wrote anything new.
fn one(
    job: &mut Job,
    at: usize,
    of: usize,
    arguments: &RenderArgs,
    terminal: &Terminal,
) -> Result<bool, Error> {
    let progress = progress::Progress::new(&job.path, at, of, terminal);
    let source = Source::read(&System, &job.path)?;
    let case = source.case_telling(&System, &|done, of| progress.set(done, of));
    let make = job.kind.maker()?;
    let bytes = make(&case, arguments, &job.out)?;
    drop(progress);
    if bytes == job.last {
        return Ok(false);
    }
    refuse_over(&case, &job.out)?;
    System.write(&job.out, &bytes)?;
    job.last = bytes;
    Ok(true)
}

/// A case is never written over, by whatever name or link.
fn refuse_over(case: &Case, out: &str) -> Result<(), Error> {
    match System.read(out, input::LIMIT) {
        Ok(old) if !old.is_empty() && old == case.source().as_bytes() => {
            let message = format!("`{out}` is the case itself, and is left as it is");
            Err(Error::new(ErrorKind::Usage, message).hint("Give the page another name."))
        }
        Err(HostError::IsFolder { path }) => Err(Error::new(
            ErrorKind::Usage,
            format!("`{path}` is a folder"),
        )),
        _ => Ok(()),
    }
}
