//! `bar from`: the draft of a bar from a job description.

use std::process::ExitCode;

use clap::Args;
use whyproof_case::Host;
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::terminal::{Terminal, style};
use crate::text::{counted, typed};
use crate::workspace::job;

/// Draft a bar from a job description: a criterion for each thing that it asks for, with the sentence it came from
///
/// Nothing is made up: what below and raising the bar look like, the description does not say, and the draft leaves it
/// to you. Benefits, the law's sentences and what the place says of itself are no criteria.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof bar from job.pdf
  whyproof bar from job.html --name harborline -o bars/harborline.toml")]
pub(crate) struct FromArgs {
    /// The job description: text, Markdown, HTML, PDF or DOCX; `-` is standard input
    #[arg(value_name = "JOB")]
    job: String,
    /// The bar's name; else the file's
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Write the draft to this file, which must not be there yet, instead of standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<String>,
}

pub(super) fn run(arguments: &FromArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let job = job::read(&arguments.job)?;
    let of_output = |path: &String| job::name(path);
    let name = match &arguments.name {
        Some(name) if whyproof_syntax::is_id(name) => name.clone(),
        Some(name) => {
            let message = format!("`{name}` is no name for a bar");
            return Err(Error::new(ErrorKind::Usage, message)
                .hint("A name has small letters, digits and hyphens, and begins with a letter."));
        }
        None => arguments
            .output
            .as_ref()
            .map_or_else(|| job::name(&arguments.job), of_output),
    };
    let draft = job.draft(&name);
    match &arguments.output {
        Some(path) => System.create(path, draft.as_bytes())?,
        None => terminal.print(&draft)?,
    }
    let wishes = job.requirements.iter().filter(|one| one.wish).count();
    let (strong, blue) = (style::STRONG, style::TYPED);
    let mut told = format!(
        "{}, {} of them only wished for.\n",
        counted(job.requirements.len(), "criterion", "criteria"),
        if wishes == 0 {
            "none".to_owned()
        } else {
            wishes.to_string()
        },
    );
    let next = match &arguments.output {
        Some(path) => format!("whyproof bar ./{}", typed(path)),
        None => format!(
            "whyproof bar from {} -o bars/{name}.toml",
            typed(&arguments.job)
        ),
    };
    told.push_str(&format!(
        "\n{strong}Next{strong:#}\n  {blue}{next}{blue:#}\n"
    ));
    terminal.note(&told);
    Ok(ExitCode::SUCCESS)
}
