//! `render`: cases as pages and papers.

mod docx;
mod html;
mod kind;
mod made;
mod map;
#[cfg(feature = "pdf")]
mod paper;
mod progress;
mod resume;
mod target;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Case, Host, HostError};
use whyproof_host::{System, Watch};
use whyproof_render::html::Theme;
use whyproof_render::resume::Design;

use crate::commands::check::files;
use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT, Source};
use crate::terminal::Terminal;
use crate::text::{counted, typed};
use crate::workspace::sharing;
use kind::Kind;
use made::Made;
use target::Target;

/// Write a case as a page or a paper that anybody can read
///
/// The ending of OUT says as what: `.html` is one file that needs no network and runs nothing, with the standing of
/// every statement, evidence and questions in the margin, and the query behind every figure; `.pdf` is a paper in the
/// form that --form names; `.png` is that paper as pictures, one a page; `.docx` is for people who comment in
/// Word; `.svg` is the map of the argument. With a folder, which ends in `/` or is there, every case becomes a page in
/// it; folders are searched for cases, as `check` does.
///
/// A résumé, YAML or JSON with the keys of JSON Resume, becomes `.pdf` or `.png` in the design that --design names,
/// `.docx`, `.md`, or `.json` for whoever reads JSON Resume. Whyproof's own keys stay in the file.
#[derive(Debug, Clone, Args)]
#[command(after_help = "\
Examples:
  whyproof render proposal.md -o proposal.html
  whyproof render proposal.md -o proposal.html --watch   Again whenever it is saved
  whyproof render . -o pages/                            Every case of this folder
  whyproof render proposal.md -o map.svg                 The argument, as a map
  whyproof render proposal.md -o proposal.pdf            Six pages and an appendix
  whyproof render proposal.md -o brief.pdf --form brief --since HEAD~3
  whyproof render experience.yaml -o resume.pdf          A résumé, in the plain design

What a story's `share` does not let leave is not rendered.

Exit codes: 0 written, 1 a story may not be shared, 2 something could not be read, rendered or written.")]
pub(crate) struct RenderArgs {
    /// Files or folders, or one résumé; `-` is standard input
    #[arg(value_name = "CASE", required = true)]
    pub(crate) cases: Vec<String>,
    /// The file to write, or a folder
    #[arg(short, long, value_name = "OUT")]
    pub(crate) out: String,
    /// Light, dark, or as the reader's system is set
    #[arg(long, value_name = "THEME", default_value = "auto")]
    pub(crate) theme: ThemeName,
    /// The form of a paper: narrative, story for a story, letter for a letter
    #[arg(long, value_name = "FORM")]
    pub(crate) form: Option<FormName>,
    /// The size of a paper's pages: else as the case's language or the résumé's country has it
    #[arg(long, value_name = "SIZE")]
    pub(crate) paper: Option<PaperName>,
    /// How a résumé, or the head of a letter, looks on paper: else as a letter says, else plain
    #[arg(long, value_name = "DESIGN")]
    pub(crate) design: Option<DesignName>,
    /// For a brief: also what changed since this git revision, or file
    #[arg(long, value_name = "OLD")]
    pub(crate) since: Option<String>,
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

impl From<DesignName> for Design {
    fn from(name: DesignName) -> Design {
        match name {
            DesignName::Plain => Design::Plain,
            DesignName::Modern => Design::Modern,
            DesignName::Compact => Design::Compact,
        }
    }
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

/// The form of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormName {
    /// The case as prose: six pages and an appendix
    Narrative,
    /// The press release, then questions
    #[value(name = "prfaq")]
    PrFaq,
    /// Problem, claims and decision on one page
    OnePager,
    /// For the reviewer: standings, open whys, verdicts, what changed
    Brief,
    /// The interview sheet of a story
    Story,
    /// A letter as it is
    Letter,
}

/// How a résumé looks on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignName {
    /// One column, a quiet serif
    Plain,
    /// Dates and terms in a column on the left
    Modern,
    /// Close-set: much on one page
    Compact,
}

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaperName {
    /// 210 by 297 millimetres
    A4,
    /// 8½ by 11 inches
    UsLetter,
}

/// One case, and where it goes.
struct Job {
    path: String,
    out: String,
    kind: Kind,
    /// What was made last.
    last: Made,
}

/// Renders the case at `path` to the file `out` as it is rendered where nothing else is said, and says nothing.
///
/// # Errors
/// Where it cannot be read, rendered or written.
pub(crate) fn silently(path: &str, out: &str) -> Result<(), Error> {
    let arguments = RenderArgs {
        cases: vec![path.to_owned()],
        out: out.to_owned(),
        theme: ThemeName::Auto,
        form: None,
        paper: None,
        design: None,
        since: None,
        watch: false,
    };
    let make = Kind::of(out)?.maker()?;
    let case = Source::read(&System, path)?.case(&System);
    sharing::allowed(&case, path)?;
    for (path, bytes) in make(&case, &arguments, out)?.files {
        System.write(&path, &bytes)?;
    }
    Ok(())
}

pub(crate) fn run(arguments: &RenderArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.watch && arguments.cases.iter().any(|path| path == STANDARD_INPUT) {
        let message = "--watch needs files, and `-` is standard input";
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    if let Some(path) = resume::named(&arguments.cases)? {
        return resume::run(path, arguments, terminal);
    }
    let target = Target::read(&arguments.out)?;
    refuse_misplaced(arguments, target.kind())?;
    let found = files::find(&arguments.cases);
    for failure in &found.failures {
        terminal.report(failure);
    }
    let mut failed = (!found.failures.is_empty()).then_some(ErrorKind::Environment);
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
        let worst = all(&mut jobs, arguments, terminal)?;
        failed = failed.filter(|kind| *kind != ErrorKind::Finding).or(worst);
        let Some(watch) = &watch else {
            break;
        };
        if terminal.is_gone() || !watch.wait() {
            break;
        }
        failed = None;
    }
    Ok(failed.map_or(ExitCode::SUCCESS, ErrorKind::exit_code))
}

/// Renders every case that is not as it was written last; what went wrong, the worst of it.
fn all(
    jobs: &mut [Job],
    arguments: &RenderArgs,
    terminal: &mut Terminal,
) -> Result<Option<ErrorKind>, Error> {
    let of = jobs.len();
    let mut written = 0;
    let mut worst = None;
    for (at, job) in jobs.iter_mut().enumerate() {
        match one(job, at, of, arguments, terminal) {
            Ok(true) => {
                written += 1;
                terminal.print(&line(&job.path, &job.last))?;
                for note in &job.last.notes {
                    terminal.note(&format!("note: {note}\n"));
                }
            }
            Ok(false) => {}
            Err(error) => {
                // Only where nothing else went wrong is it a finding.
                worst = match (worst, error.kind) {
                    (None | Some(ErrorKind::Finding), ErrorKind::Finding) => {
                        Some(ErrorKind::Finding)
                    }
                    _ => Some(ErrorKind::Environment),
                };
                terminal.report(&error);
            }
        }
    }
    if of != 1 && (written > 0 || of == 0) && !terminal.is_gone() {
        let cases = counted(written, "case", "cases");
        terminal.print(&format!("{} rendered.\n", whyproof_case::capital(&cases)))?;
    }
    Ok(worst)
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
    let reminders = sharing::allowed(&case, &job.path)?;
    let make = job.kind.maker()?;
    let mut made = make(&case, arguments, &job.out)?;
    made.notes.extend(reminders);
    drop(progress);
    if made == job.last {
        return Ok(false);
    }
    for (path, bytes) in &made.files {
        refuse_over(&case, path)?;
        System.write(path, bytes)?;
    }
    job.last = made;
    Ok(true)
}

/// What was written, in a line.
fn line(path: &str, made: &Made) -> String {
    let files = &made.files;
    let (first, last) = match files.as_slice() {
        [] => return String::new(),
        [(only, _)] => (only, only),
        [(first, _), .., (last, _)] => (first, last),
    };
    let case = typed(path);
    if files.len() == 1 {
        format!("{case} is {}\n", typed(first))
    } else {
        format!("{case} is {} to {}\n", typed(first), typed(last))
    }
}

/// What is said of papers only, and of pages of a size.
fn refuse_misplaced(arguments: &RenderArgs, kind: Kind) -> Result<(), Error> {
    let named = [
        ("--design", arguments.design.is_some() && !kind.is_paper()),
        ("--form", arguments.form.is_some() && !kind.is_paper()),
        ("--since", arguments.since.is_some() && !kind.is_paper()),
        ("--paper", arguments.paper.is_some() && !kind.has_pages()),
    ];
    match named.iter().find(|(_, is_misplaced)| *is_misplaced) {
        None => Ok(()),
        Some((option, _)) => Err(
            Error::new(ErrorKind::Usage, format!("{option} is for papers"))
                .hint("Write a paper: `-o OUT.pdf`."),
        ),
    }
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
