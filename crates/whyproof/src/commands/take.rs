//! `take`: what somebody's background shows against a bar.

mod human;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Host, HostError};
use whyproof_experience::Take;
use whyproof_host::System;
use whyproof_render::take::{self, TakeOptions};

use crate::error::{Error, ErrorKind};
use crate::input;
use crate::taking::Held;
use crate::terminal::Terminal;
use crate::text::typed;
use crate::workspace::Workspace;

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

pub(crate) fn run(arguments: &TakeArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let workspace = Workspace::read(&arguments.paths)?;
    let held = Held::to(&arguments.bars, arguments.job.as_deref(), &workspace)?;
    let told = held.take(&workspace)?;
    let format = arguments.format.map_or_else(|| named(arguments.output.as_deref()), Ok)?;
    match (format, &arguments.output) {
        (TakeFormat::Human, None) => {
            let text = human::write(&told, terminal.width(), arguments.all);
            terminal.print(&text)?;
        }
        (TakeFormat::Json, None) => terminal.print_json(&whyproof_wire::Take::from(&told))?,
        (_, None) => {
            let message = "a page or a paper of a take goes into a file";
            return Err(Error::new(ErrorKind::Usage, message).hint("Say which: -o take.html."));
        }
        (format, Some(path)) => {
            let bytes = bytes(&told, format, terminal.width(), arguments.all)?;
            write(path, &bytes, format)?;
            terminal.print(&format!("Wrote {}.\n", typed(path)))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The format that a file's name asks for; for people where there is none.
fn named(path: Option<&str>) -> Result<TakeFormat, Error> {
    let Some(path) = path else {
        return Ok(TakeFormat::Human);
    };
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => Ok(TakeFormat::Html),
        Some("pdf") => Ok(TakeFormat::Pdf),
        Some("json") => Ok(TakeFormat::Json),
        Some("txt") => Ok(TakeFormat::Human),
        _ => {
            let message = format!("`{path}` does not say what the take should be written as");
            Err(Error::new(ErrorKind::Usage, message)
                .hint("Give a name that ends in .html, .pdf, .json or .txt."))
        }
    }
}

/// The bytes of a take in a file.
fn bytes(told: &Take, format: TakeFormat, columns: usize, all: bool) -> Result<Vec<u8>, Error> {
    let options = TakeOptions {
        day: Some(System.today()),
        ..TakeOptions::default()
    };
    match format {
        TakeFormat::Human => Ok(anstream::adapter::strip_str(&human::write(told, columns, all))
            .to_string()
            .into_bytes()),
        TakeFormat::Json => {
            let text = serde_json::to_string(&whyproof_wire::Take::from(told));
            let text = text.map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
            Ok((text + "\n").into_bytes())
        }
        TakeFormat::Html => Ok(take::html(told, &options).as_str().as_bytes().to_vec()),
        TakeFormat::Pdf => paper(told, &options),
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
    let message = "this build was made without the feature `pdf`";
    Err(Error::new(ErrorKind::Usage, message)
        .hint("Build it with the feature `pdf`, which is on by default."))
}

/// Writes a file anew; what stands there and was not made by a command like this stays.
fn write(path: &str, bytes: &[u8], format: TakeFormat) -> Result<(), Error> {
    let ours = |old: &[u8]| match format {
        TakeFormat::Html => old.starts_with(b"<!doctype html"),
        TakeFormat::Pdf => old.starts_with(b"%PDF-"),
        TakeFormat::Json => old.starts_with(b"{\"schema\":\"whyproof/take/"),
        TakeFormat::Human => false,
    };
    match System.read(path, input::LIMIT) {
        Ok(old) if !ours(&old) => {
            let message = format!("`{path}` is there already, and is no take");
            Err(Error::new(ErrorKind::Environment, message).hint("Give another name after -o."))
        }
        Ok(_) | Err(HostError::NotFound { .. }) => Ok(System.write(path, bytes)?),
        Err(error) => Err(error.into()),
    }
}
