//! `take`: what somebody's background shows against a bar.

mod human;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::Host;
use whyproof_experience::Take;
use whyproof_experience::debrief::Coverage;
use whyproof_host::System;
use whyproof_render::take::{self, TakeOptions};

use crate::error::{Error, ErrorKind};
use crate::terminal::Terminal;
use crate::text::typed;
use crate::workspace::Workspace;
use crate::workspace::embeddings::Embeddings;
use crate::workspace::produced::{self, Produced};
use crate::workspace::sharing;
use crate::workspace::taking::{Held, USUAL};

/// Say what somebody's background shows against a bar, criterion by criterion
///
/// A background is a résumé (experience.yaml) and stories. Every criterion is *shown*, where a sentence tells it and cites
/// evidence that a reader could check, *claimed*, where a sentence tells it on the person's word, or *not shown yet*. The
/// sentences stand with it, why they were read so, and what is missing. Below, meets and raises are for people to say, and
/// nothing is said of anybody's character.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof take                              This folder, against the bar that its stories name
  whyproof take me --bar founder
  whyproof take me --bar product-manager --bar program-manager
  whyproof take me --all                     Every remark and every gap
  whyproof take me --format json | jq -r '.bars[].criteria[] | select(.level == \"not_shown\").title'")]
pub(crate) struct TakeArgs {
    /// Folders, stories, and one résumé
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<String>,
    /// The bar, by its name or its file; two stand side by side
    #[arg(long = "bar", value_name = "NAME")]
    bars: Vec<String>,
    /// A job description (text, Markdown, HTML, PDF or DOCX): what it asks for is the first bar
    #[arg(long, value_name = "FILE")]
    job: Option<String>,
    #[command(flatten)]
    embeddings: Embeddings,
    /// Tell every sentence, gap and remark
    #[arg(long)]
    all: bool,
    /// How it is written; else as the output's name says, else for people
    #[arg(long, value_name = "FORMAT")]
    format: Option<TakeFormat>,
    /// Write it to this file: .html, .pdf or .json
    #[arg(short, long, value_name = "OUT")]
    output: Option<String>,
}

/// How a take is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TakeFormat {
    /// For people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
    /// A page, which needs -o
    Html,
    /// A paper, which needs -o
    Pdf,
}

impl TakeFormat {
    fn produced(self) -> Produced {
        match self {
            TakeFormat::Human => Produced::Text,
            TakeFormat::Json => Produced::Json,
            TakeFormat::Html => Produced::Html,
            TakeFormat::Pdf => Produced::Pdf,
        }
    }
}

/// What a take can be in a file.
const FILES: [Produced; 4] = [
    Produced::Html,
    Produced::Pdf,
    Produced::Json,
    Produced::Text,
];

pub(crate) fn run(arguments: &TakeArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let mut workspace = Workspace::read(&arguments.paths)?.near(&arguments.embeddings)?;
    let mut kept = Vec::new();
    // What is written may go to others; the terminal is the person's own.
    let is_written = arguments.output.is_some()
        || matches!(arguments.format, Some(format) if format != TakeFormat::Human);
    if is_written {
        (workspace, kept) = sharing::as_shared(workspace);
    }
    let held = Held::to(&arguments.bars, arguments.job.as_deref(), &workspace)?;
    let told = Told {
        take: held.take(&workspace, arguments.all)?,
        asked: held.asked(&workspace)?,
        locale: workspace.locale(),
    };
    match &arguments.output {
        Some(path) => {
            let kind = match arguments.format {
                Some(format) => format.produced(),
                None => Produced::named(path, &FILES)?,
            };
            let bytes = told.bytes(kind, terminal.width(), arguments.all)?;
            produced::write(path, &bytes, kind, &workspace.files())?;
            terminal.print(&format!("Wrote {}.\n", typed(path)))?;
            for line in &kept {
                terminal.note(&format!("note: left out: {line}.\n"));
            }
        }
        None => match arguments.format {
            None | Some(TakeFormat::Human) => {
                terminal.print(&told.human(terminal.width(), arguments.all))?;
            }
            Some(TakeFormat::Json) => terminal.print_json(&told.document())?,
            Some(TakeFormat::Html | TakeFormat::Pdf) => {
                let message = "a page or a paper of a take goes into a file";
                return Err(Error::new(ErrorKind::Usage, message).hint("Say which: -o take.html."));
            }
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// The take of what stands in a folder, against the job in a file, as a page, without a word.
///
/// # Errors
/// As the verb.
pub(crate) fn silently(folder: &str, job: &str, output: &str) -> Result<(), Error> {
    let (workspace, _) = sharing::as_shared(Workspace::read(&[folder.to_owned()])?);
    let held = Held::to(&[USUAL.to_owned()], Some(job), &workspace)?;
    let told = Told {
        take: held.take(&workspace, false)?,
        asked: held.asked(&workspace)?,
        locale: workspace.locale(),
    };
    let bytes = told.bytes(Produced::Html, 80, false)?;
    produced::write(output, &bytes, Produced::Html, &workspace.files())
}

/// What is told: the take, and what was asked in interviews, for each of its bars.
struct Told {
    take: Take,
    asked: Vec<Coverage>,
    /// The person's, as in `en-US`: it says which pages and dates are usual there.
    locale: String,
}

impl Told {
    fn human(&self, columns: usize, all: bool) -> String {
        human::write(&self.take, &self.asked, columns, all)
    }

    fn document(&self) -> whyproof_wire::Take {
        whyproof_wire::Take::from(&self.take).with_asked(&self.asked)
    }

    /// As it stands in a file.
    fn bytes(&self, kind: Produced, columns: usize, all: bool) -> Result<Vec<u8>, Error> {
        let options = || TakeOptions {
            day: Some(System.today()),
            asked: self.asked.clone(),
            locale: self.locale.clone(),
            ..TakeOptions::default()
        };
        match kind {
            Produced::Json => {
                let text = serde_json::to_string(&self.document());
                let text =
                    text.map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
                Ok((text + "\n").into_bytes())
            }
            Produced::Html => Ok(take::html(&self.take, &options())
                .into_string()
                .into_bytes()),
            Produced::Pdf => paper(&self.take, &options()),
            _ => Ok(anstream::adapter::strip_str(&self.human(columns, all))
                .to_string()
                .into_bytes()),
        }
    }
}

#[cfg(feature = "pdf")]
fn paper(told: &Take, options: &TakeOptions) -> Result<Vec<u8>, Error> {
    let printed = take::pdf(told, options)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    Ok(printed.pdf)
}

#[cfg(not(feature = "pdf"))]
fn paper(_: &Take, _: &TakeOptions) -> Result<Vec<u8>, Error> {
    Err(produced::no_paper())
}
