//! `tailor`: a résumé for one job, of what the person wrote.

mod human;
mod letter;
mod out;
mod setter;

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Bar, Host, HostError, Scope};
use whyproof_experience::view::{self, MOST_PAGES, TailorInput, Tailored, View};
use whyproof_host::System;
use whyproof_render::resume::{Design, ResumeOptions};

use super::bar;
use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::terminal::Terminal;
use crate::workspace::Workspace;
use crate::workspace::embeddings::Embeddings;
use crate::workspace::job;
use crate::workspace::produced;
use out::Format;
use setter::Setter;

/// Make a résumé for one job: choose, order and fit what you wrote
///
/// Whyproof writes no line of its own. Each line of the résumé is one of yours, whole or cut where you marked it with
/// ` // `; a word of the job stands for yours only where you confirmed it. What is left out is told, with the reason. What
/// you decide is kept in OUT's `.view.yaml`: pins, drops, words.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof tailor me --job job.txt -o acme.pdf
  whyproof tailor me --job job.txt --pages 2 --design modern --letter -o acme.pdf
  whyproof tailor me --bar ./acme.toml -o acme.json       JSON Resume
  whyproof tailor me --view acme.view.yaml -o acme.docx   As that view says

Exit codes: 0 written, 1 it does not fit on the pages, 2 something could not be read, or written.")]
pub(crate) struct TailorArgs {
    /// The folder of your workspace, or its files
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(crate) paths: Vec<String>,
    /// The job description: text, Markdown, HTML, PDF or DOCX
    #[arg(long, value_name = "FILE", conflicts_with = "bar")]
    pub(crate) job: Option<String>,
    /// A bar that stands for the job: its name, or the path of its file
    #[arg(long, value_name = "NAME")]
    pub(crate) bar: Option<String>,
    #[command(flatten)]
    pub(crate) embeddings: Embeddings,
    /// How the pages look: plain, modern or compact; else as the view says, else plain
    #[arg(long, value_name = "NAME")]
    pub(crate) design: Option<String>,
    /// How many pages: else as the view says, else one
    #[arg(long, value_name = "N")]
    pub(crate) pages: Option<usize>,
    /// What you decided for this job: else OUT's own
    #[arg(long, value_name = "FILE")]
    pub(crate) view: Option<String>,
    /// Also write a cover letter, of your own sentences, to OUT's `-letter.md`
    #[arg(long)]
    pub(crate) letter: bool,
    /// The file to write: .pdf, .docx or .md, or as JSON Resume .json or .yaml
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: String,
}

/// What a job asks for.
struct Asked {
    /// As the view names it.
    job: String,
    /// Its title.
    title: String,
    /// Whose it is, where the description says so.
    company: Option<String>,
    /// What it asks for, a criterion each.
    bar: Bar,
}

pub(crate) fn run(arguments: &TailorArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let told = made(arguments, terminal.width())?;
    terminal.print(&told)?;
    Ok(ExitCode::SUCCESS)
}

/// A résumé for the job in a file, made of what stands in a folder, without a word.
///
/// # Errors
/// As the verb.
pub(crate) fn silently(folder: &str, job: &str, output: &str) -> Result<(), Error> {
    let arguments = TailorArgs {
        paths: vec![folder.to_owned()],
        job: Some(job.to_owned()),
        bar: None,
        embeddings: Embeddings::default(),
        design: None,
        pages: None,
        view: None,
        letter: false,
        output: output.to_owned(),
    };
    made(&arguments, 80).map(drop)
}

/// Makes the résumé, and says what it has and what it has not.
fn made(arguments: &TailorArgs, columns: usize) -> Result<String, Error> {
    let format = Format::of(&arguments.output)?;
    let workspace = Workspace::read(&arguments.paths)?.near(&arguments.embeddings)?;
    if workspace.background.life.is_none() {
        let message = "there is no résumé to tailor";
        return Err(Error::new(ErrorKind::Environment, message)
            .hint("`whyproof import resume.pdf -o me` makes a workspace of one."));
    }
    let read = workspace.files();
    produced::is_free(&arguments.output, format.produced(), &read)?;
    let own = out::view_of(&arguments.output);
    let path = arguments.view.as_deref().unwrap_or(&own);
    let known = known_view(path, arguments.view.is_some())?;
    let is_new = known.is_none();
    let mut view = known.unwrap_or_default();
    let asked = asked(arguments, &view, &workspace)?;
    let pages = arguments.pages.or(view.pages).unwrap_or(1);
    if !(1..=MOST_PAGES).contains(&pages) {
        let message = format!("a résumé has from 1 to {MOST_PAGES} pages, and --pages is {pages}");
        return Err(Error::new(ErrorKind::Usage, message));
    }
    let options = options(arguments, &view, &workspace)?;
    let tailored = tailored(&workspace, &asked, &view, pages, &options)?;
    if !tailored.fits {
        return Err(does_not_fit(&tailored, pages));
    }
    out::write(&arguments.output, format, &tailored, &options, &read)?;
    if is_new {
        view.job = Some(asked.job.clone());
        view.pages = Some(pages);
        view.design = Some(options.design.word().to_owned());
        let text = view
            .to_yaml()
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
        System.create(path, text.as_bytes())?;
    }
    let written = is_new.then_some(path);
    let mut told = human::told(&tailored, &arguments.output, written, columns);
    if arguments.letter {
        let (design, out) = (options.design, &arguments.output);
        let letter = letter::write(&workspace, &asked, &tailored, design, out, columns)?;
        told.push_str(&format!("\n{letter}"));
    }
    Ok(told)
}

/// Names and headings alone are more than the pages hold: another page is nobody's wish.
fn does_not_fit(tailored: &Tailored, pages: usize) -> Error {
    let message = format!(
        "it does not fit on {}: names, dates and headings alone take {}",
        whyproof_case::counted(pages, "page", "pages"),
        whyproof_case::number(tailored.pages)
    );
    Error::new(ErrorKind::Finding, message)
        .hint("Nothing was written.")
        .hint(format!(
            "Give it more, --pages {}, or set it closer, --design compact.",
            tailored.pages
        ))
}

/// How the pages look.
fn options(
    arguments: &TailorArgs,
    view: &View,
    workspace: &Workspace,
) -> Result<ResumeOptions, Error> {
    let life = workspace.background.life.as_ref();
    let resume = life.map(|life| life.resume.clone()).unwrap_or_default();
    let mut options = ResumeOptions::of(&resume);
    options.day = Some(System.today());
    if let Some(name) = arguments.design.as_ref().or(view.design.as_ref()) {
        options.design = Design::parse(name).ok_or_else(|| {
            Error::new(ErrorKind::Usage, format!("there is no design `{name}`"))
                .hint("There are plain, modern and compact.")
        })?;
    }
    Ok(options)
}

fn tailored(
    workspace: &Workspace,
    asked: &Asked,
    view: &View,
    pages: usize,
    options: &ResumeOptions,
) -> Result<Tailored, Error> {
    let input = TailorInput {
        background: &workspace.background,
        bar: &asked.bar,
        view,
        measure: &Setter(options),
        pages,
        meaning: workspace.meaning(),
    };
    view::tailor(&input).map_err(|reason| Error::new(ErrorKind::Environment, reason))
}

/// What the job asks for: each criterion of its bar.
fn asked(arguments: &TailorArgs, view: &View, workspace: &Workspace) -> Result<Asked, Error> {
    let named = arguments
        .job
        .as_ref()
        .or(arguments.bar.as_ref())
        .or(view.job.as_ref());
    let Some(name) = named else {
        let message = "which job is it for?";
        return Err(Error::new(ErrorKind::Usage, message).hint(
            "Give its description, `--job job.txt`, or a bar that stands for it, `--bar product-manager`.",
        ));
    };
    let is_bar = arguments.bar.is_some() || name.ends_with(".toml") || whyproof_syntax::is_id(name);
    if arguments.job.is_some() || !is_bar {
        return described(name);
    }
    let scope = Scope::of_folder(&System, &workspace.folder);
    let bar = bar::find(&scope, name)?;
    Ok(Asked {
        job: name.clone(),
        title: bar.title.clone(),
        company: None,
        bar: bar.as_ref().clone(),
    })
}

/// What a job description asks for.
fn described(path: &str) -> Result<Asked, Error> {
    let job = job::read(path)?;
    let bar = job.bar(&job::name(path));
    Ok(Asked {
        job: path.to_owned(),
        title: bar.title.clone(),
        company: job.company.clone(),
        bar,
    })
}

/// The view at a path; none where there is no such file, and nobody named it.
fn known_view(path: &str, is_named: bool) -> Result<Option<View>, Error> {
    match System.stat(path) {
        Err(HostError::NotFound { .. }) if !is_named => return Ok(None),
        _ => {}
    }
    let source = Source::read(&System, path)?;
    let view = View::from_yaml(&source.text).map_err(|error| {
        let place = match (error.line, error.column) {
            (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
            (Some(line), None) => format!("{path}:{line}"),
            _ => path.to_owned(),
        };
        Error::new(ErrorKind::Environment, format!("{place}: {}", error.reason))
            .hint("The keys of a view are in docs/tailoring.md.")
    })?;
    Ok(Some(view))
}
