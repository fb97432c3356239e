//! `measure`: whether it was the right thing.

mod drawn;
mod folder;
mod full;
mod human;

use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressDrawTarget};
use whyproof_case::{Experiment, Host, Measurement, experiments, measure};
use whyproof_host::System;
use whyproof_syntax::{Parse, parse};
use whyproof_wire::Measure;

use crate::error::{Error, ErrorKind, FINDINGS};
use crate::figures;
use crate::input::Source;
use crate::terminal::Terminal;

/// How often the spinner moves.
const TICK: Duration = Duration::from_millis(120);

/// Say whether it was the right thing: the measured effect against the smallest worthwhile one
///
/// Each experiment block of the case that says where its data are is measured where the data lie: only sums come back. The
/// verdict is *right thing* where the whole interval is beyond the smallest worthwhile effect, *wrong thing* where all of it
/// falls short or a guardrail is broken, else *not known yet*. Of a folder, every experiment of its cases is told in a
/// line, and how well each author's forecasts held.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof measure proposal.md
  whyproof measure proposal.md --full          Variants, guardrails, segments, forecast, method, SQL
  whyproof measure .                           Every experiment here, and how the forecasts held
  whyproof measure proposal.md --format json | jq '.experiments[] | {name, effect, interval, verdict}'

`whyproof plan --help` shows an experiment block.

Exit codes: 0 measured, whatever the verdict, 1 something cannot be measured, 2 the case could not be read.")]
pub(crate) struct MeasureArgs {
    /// The case, or a folder of cases; `-` is standard input
    #[arg(value_name = "CASE")]
    case: String,
    /// Only the experiment of this name
    #[arg(long, value_name = "NAME")]
    experiment: Option<String>,
    /// Tell all there is: variants, guardrails, segments, forecast, method, SQL
    #[arg(long, conflicts_with = "format")]
    full: bool,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: MeasureFormat,
}

/// How a measurement is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MeasureFormat {
    /// For people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
}

pub(crate) fn run(arguments: &MeasureArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if System.stat(&arguments.case).is_ok_and(|stat| stat.folder) {
        if arguments.experiment.is_some() || arguments.full {
            let message = "`--experiment` and `--full` are of one case";
            return Err(Error::new(ErrorKind::Usage, message)
                .hint("Name the case; a folder is told in a line for each experiment."));
        }
        return folder::run(&arguments.case, arguments.format, terminal);
    }
    let source = Source::read(&System, &arguments.case)?;
    let parsed = parse(&source.text);
    let mut troubles = Vec::new();
    let found = experiments(&parsed, &mut troubles);
    let wanted = super::experiments::named(&found, arguments.experiment.as_deref(), &source.path)?;
    if let Some(trouble) = troubles.first() {
        return Err(super::experiments::unreadable(trouble, &source));
    }
    let measured = measured(&source, &parsed, &wanted, terminal)?;
    if measured.is_empty() {
        let has_data = wanted.iter().any(|one| one.declared.from.is_some());
        let lacks = match has_data {
            true => "says what is compared: it has `from`, and neither `variant` nor `time`",
            false => "says where its data are",
        };
        let message = format!("no experiment of `{}` {lacks}", source.path);
        return Err(Error::new(ErrorKind::Finding, message).hint(
            "Without them it is a plan, and `whyproof plan` says what it needs. When there are data write `from = \"FILE\"` and `variant = \"COLUMN\"`; where nobody was split `from`, `time`, `start` and `method = \"before-after\"`. `whyproof plan --help` shows a block.",
        ));
    }
    match arguments.format {
        MeasureFormat::Json => terminal.print_json(&Measure::of(&measured))?,
        MeasureFormat::Human => {
            let text = human::write(&measured, &source.path, arguments.full, terminal.width());
            terminal.print(&text)?;
        }
    }
    let failed = |measured: &Measurement| measured.trouble.is_some();
    Ok(if measured.iter().any(failed) {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    })
}

/// What these experiments of a case measured; Ctrl-C stops it.
fn measured(
    source: &Source,
    parsed: &Parse,
    wanted: &[Experiment],
    terminal: &Terminal,
) -> Result<Vec<Measurement>, Error> {
    let scope = source.scope(&System);
    let config = crate::config::load(&System, &scope.root)?;
    let spinner = spinner(wanted, terminal);
    let measured = figures::within(&config, &System, &scope, &|_, _| {}, |with| {
        measure::measure(parsed, wanted, with)
    });
    spinner.finish_and_clear();
    Ok(measured)
}

/// Where a person sees it, what is being measured.
fn spinner(wanted: &[Experiment], terminal: &Terminal) -> ProgressBar {
    let names: Vec<&str> = wanted.iter().map(|one| one.name.as_str()).collect();
    let bar = ProgressBar::new_spinner().with_message(format!("Measuring {}", names.join(", ")));
    if !terminal.is_watched() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar.enable_steady_tick(TICK);
    bar
}
