//! `take`: what somebody's background shows against a bar.

mod human;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Bar, Scope};
use whyproof_experience::{Background, TakeInput, take};
use whyproof_host::System;

use crate::commands::bar;
use crate::error::Error;
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// The bar of a background that names none.
const USUAL: &str = "product-manager";

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
    /// Tell every sentence, gap and remark
    #[arg(long)]
    all: bool,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: TakeFormat,
}

/// How a take is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TakeFormat {
    /// For people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
}

pub(crate) fn run(arguments: &TakeArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let workspace = Workspace::read(&arguments.paths)?;
    let bars = bars(&arguments.bars, &workspace)?;
    let told = take(&TakeInput {
        background: &workspace.background,
        bars: &bars,
        people: &[],
        question: None,
        signed: None,
    });
    match arguments.format {
        TakeFormat::Human => {
            let text = human::write(&told, terminal.width(), arguments.all);
            terminal.print(&text)?;
        }
        TakeFormat::Json => terminal.print_json(&whyproof_wire::Take::from(&told))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The bars that were named, each once; else those that the stories name, else the usual one.
fn bars(named: &[String], workspace: &Workspace) -> Result<Vec<Bar>, Error> {
    if named.is_empty() {
        let own = of_stories(&workspace.background);
        if !own.is_empty() {
            return Ok(own);
        }
    }
    let scope = Scope::of_folder(&System, &workspace.folder);
    let usual = [USUAL.to_owned()];
    let names = if named.is_empty() { &usual[..] } else { named };
    let mut bars: Vec<Bar> = Vec::new();
    for name in names {
        let found = bar::find(&scope, name)?;
        if bars.iter().all(|known| known.name != found.name) {
            bars.push(found.as_ref().clone());
        }
    }
    Ok(bars)
}

fn of_stories(background: &Background) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for bar in background
        .stories
        .iter()
        .filter_map(|story| story.case.bar.as_deref())
    {
        if bars.iter().all(|known| known.name != bar.name) {
            bars.push(bar.clone());
        }
    }
    bars
}
