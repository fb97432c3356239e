//! `tailor`: a résumé for one job, of what the person wrote.

mod human;
mod letter;
mod out;

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Host, HostError, Scope};
use whyproof_experience::view::{self, Letters, MOST_PAGES, TailorInput, Tailored, View};
use whyproof_host::System;

use super::bar;
use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::terminal::Terminal;
use crate::workspace::Workspace;
use out::Format;

/// Make a résumé for one job: choose, order and fit what you wrote
///
/// Whyproof writes no line of its own. Each line of the résumé is one of yours, whole or cut where you marked it with
/// ` // `; a word of the job stands for yours only where you confirmed it. What is left out is told, with the reason. What
/// you decide is kept in OUT's `.view.yaml`: pins, drops, words.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof tailor --bar product-manager -o acme.json
  whyproof tailor me --bar ./acme.toml --pages 2 -o acme.yaml
  whyproof tailor --view acme.view.yaml -o acme.json      As that view says

Exit codes: 0 written, 2 something could not be read, or written.")]
pub(crate) struct TailorArgs {
    /// The folder of your workspace, or its files
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(crate) paths: Vec<String>,
    /// The bar that stands for the job: its name, or the path of its file
    #[arg(long, value_name = "NAME")]
    pub(crate) bar: Option<String>,
    /// How many pages: else as the view says, else one
    #[arg(long, value_name = "N")]
    pub(crate) pages: Option<usize>,
    /// What you decided for this job: else OUT's own
    #[arg(long, value_name = "FILE")]
    pub(crate) view: Option<String>,
    /// Also write a cover letter, a case in Markdown, to OUT's `-letter.md`
    #[arg(long)]
    pub(crate) letter: bool,
    /// The file to write: .json or .yaml, as JSON Resume
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: String,
}

/// What a job asks for.
struct Asked {
    /// As the view names it.
    job: String,
    /// Its title.
    title: String,
    /// Where its words stand, as a letter cites it.
    source: String,
    /// Ids and texts.
    requirements: Vec<(String, String)>,
}

pub(crate) fn run(arguments: &TailorArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let format = Format::of(&arguments.output)?;
    let workspace = Workspace::read(&arguments.paths)?;
    if workspace.background.life.is_none() {
        let message = "there is no résumé to tailor";
        return Err(Error::new(ErrorKind::Environment, message)
            .hint("`whyproof import resume.pdf -o me` makes a workspace of one."));
    }
    out::refuse_experience(&workspace, &arguments.output)?;
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
    let tailored = tailored(&workspace, &asked, &view, pages)?;
    out::write(&arguments.output, format, &tailored)?;
    if is_new {
        view.job = Some(asked.job.clone());
        view.pages = Some(pages);
        let text = view.to_yaml().map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
        System.create(path, text.as_bytes())?;
    }
    let written = is_new.then_some(path);
    terminal.print(&human::told(&tailored, &arguments.output, pages, written, terminal.width()))?;
    if arguments.letter {
        let told = letter::write(&workspace, &asked, &tailored, &arguments.output)?;
        terminal.print(&format!("\n{told}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn tailored(workspace: &Workspace, asked: &Asked, view: &View, pages: usize) -> Result<Tailored, Error> {
    let input = TailorInput {
        background: &workspace.background,
        requirements: &asked.requirements,
        view,
        // A résumé that is written as data is set elsewhere.
        measure: &Letters::default(),
        pages,
    };
    view::tailor(&input).map_err(|reason| Error::new(ErrorKind::Environment, reason))
}

/// What the job asks for: each criterion of its bar.
fn asked(arguments: &TailorArgs, view: &View, workspace: &Workspace) -> Result<Asked, Error> {
    let Some(name) = arguments.bar.as_ref().or(view.job.as_ref()) else {
        let message = "which job is it for?";
        return Err(Error::new(ErrorKind::Usage, message)
            .hint("Name the bar that stands for it: `--bar product-manager`; `whyproof bar` lists them."));
    };
    let scope = Scope::of_folder(&System, &workspace.folder);
    let bar = bar::find(&scope, name)?;
    let requirements = bar.criteria.iter().map(|one| {
        let text = one.from.clone().unwrap_or_else(|| format!("{}. {}", one.title, one.meets));
        (one.title.clone(), text)
    });
    Ok(Asked {
        job: name.clone(),
        title: bar.title.clone(),
        source: match name.contains('/') || name.ends_with(".toml") {
            true => name.clone(),
            false => format!("the bar {name}"),
        },
        requirements: requirements.collect(),
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
