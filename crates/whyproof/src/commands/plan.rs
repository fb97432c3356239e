//! `plan`: how many people an experiment takes, and for how long.

mod human;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::planning::{Planned, Wishes, plan};
use whyproof_case::{Amount, Cell, Column, ColumnKind, Host, Table, experiments};
use whyproof_host::System;
use whyproof_render::chart;
use whyproof_syntax::parse;
use whyproof_wire::Plan;

use crate::error::{Error, ErrorKind, FINDINGS};
use crate::input::Source;
use crate::terminal::Terminal;

/// Say what an experiment takes before there are data: how many people, for how long, and what it could see
///
/// What a plan needs is declared in the experiment block (`worthwhile`, `baseline`, `spread`, `split`, `traffic`) or given
/// here; what neither says is asked for, never guessed.
#[derive(Debug, Args)]
#[command(after_help = "\
An experiment is a block in the case:
  ```experiment shorter-form
  metric = \"signed_up\"                # a column: its mean, or the share of ones; \"orders / visits\", \"median minutes\"
  direction = \"up\"                    # or \"down\", where less is better
  worthwhile = \"3 points\"             # the least that would be worth it; or \"5%\" of what there is, \"$0.40\", \"5 minutes\"
  baseline = \"20%\"                    # what there is now; of what is no share also spread, its standard deviation
  forecast = \"4 points to 8 points\"   # what you expect
  guardrail = { metric = \"refunded\", margin = \"1 point\", direction = \"down\" }
  traffic = \"400 a day\"
  end = \"2027-01-31\"                  # before that day there is no verdict
  # When there are data:
  from = \"signups.csv\"                # a file beside the case, with a row for each of whom it was tried on
  unit = \"user\"                       # the column that says who a row is of
  variant = \"form\"                    # the column that says who had what
  control = \"old\"
  treatment = \"new\"
  split = \"50/50\"                     # how they were to be divided
  # To look before the end: method = \"sequential\", or \"pocock\" with looks = [\"2027-01-15\", \"2027-01-31\"]
  # Where nobody was split: method = \"before-after\", time = \"day\", start = \"2026-12-01\"
  ```

Examples:
  whyproof plan proposal.md
  whyproof plan proposal.md --per-day 400 --power 90%
  whyproof plan proposal.md --people 2000              What could they see?
  whyproof plan proposal.md --cluster-size 20 --icc 0.05
  whyproof plan proposal.md --explained 40%            Covariates take 40% of the variance away (CUPED)
  whyproof plan proposal.md --simulate 10000           Make it up 10,000 times, to check the formula
  whyproof plan proposal.md --chart power.svg

Exit codes: 0 planned, 1 something is not declared, or no number would do, 2 the case could not be read.")]
pub(crate) struct PlanArgs {
    /// The case; `-` is standard input
    #[arg(value_name = "CASE")]
    case: String,
    /// Only the experiment of this name
    #[arg(long, value_name = "NAME")]
    experiment: Option<String>,
    /// The chance to see the smallest worthwhile effect, if it is there [default: 80%]
    #[arg(long, value_name = "SHARE", value_parser = share)]
    power: Option<f64>,
    /// What the control is expected to have: `40%`, `12 minutes`
    #[arg(long, value_name = "AMOUNT", value_parser = amount)]
    baseline: Option<Amount>,
    /// The standard deviation of the metric: `8 minutes`
    #[arg(long, value_name = "AMOUNT", value_parser = amount)]
    spread: Option<Amount>,
    /// How many come in a day, all variants together
    #[arg(long, value_name = "N", value_parser = above_zero)]
    per_day: Option<f64>,
    /// The share of the variance that covariates take away
    #[arg(long, value_name = "SHARE", value_parser = share)]
    explained: Option<f64>,
    /// How many belong together, where groups are assigned
    #[arg(long, value_name = "N", requires = "icc", value_parser = above_zero)]
    cluster_size: Option<f64>,
    /// How alike those in a group are: the intraclass correlation
    #[arg(long, value_name = "SHARE", requires = "cluster_size", value_parser = share)]
    icc: Option<f64>,
    /// How much the groups' sizes vary: their standard deviation over their mean, as in `60%`
    #[arg(long, value_name = "SHARE", requires = "cluster_size", value_parser = variation, default_value_t = 0.0)]
    size_variation: f64,
    /// How many can be had: what they could see is told
    #[arg(long, value_name = "N", value_parser = above_zero)]
    people: Option<f64>,
    /// Make the experiment up so many times, to check the formula
    #[arg(long, value_name = "TIMES", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    simulate: u32,
    /// Write the power curve as SVG to this file, which must not be there yet
    #[arg(long, value_name = "FILE")]
    chart: Option<String>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: PlanFormat,
}

/// How a plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanFormat {
    /// For people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
}

/// A share: `80%` or `0.8`, between nothing and all.
fn share(text: &str) -> Result<f64, String> {
    fraction(text)
        .filter(|share| *share > 0.0 && *share < 1.0)
        .ok_or_else(|| "write a share between 0% and 100%, as in `80%` or `0.8`".to_owned())
}

/// A share that may be none, and more than all.
fn variation(text: &str) -> Result<f64, String> {
    fraction(text)
        .filter(|share| *share >= 0.0 && share.is_finite())
        .ok_or_else(|| "write a share, as in `60%` or `0.6`".to_owned())
}

/// `80%` or `0.8`.
fn fraction(text: &str) -> Option<f64> {
    let (digits, whole) = match text.trim().strip_suffix('%') {
        Some(digits) => (digits, 100.0),
        None => (text.trim(), 1.0),
    };
    let number = digits.trim().parse::<f64>().ok()?;
    Some(number / whole)
}

fn above_zero(text: &str) -> Result<f64, String> {
    let number = text.trim().replace(',', "").parse::<f64>().ok();
    number
        .filter(|number| *number > 0.0 && number.is_finite())
        .ok_or_else(|| "write a number above zero, as in `400`".to_owned())
}

fn amount(text: &str) -> Result<Amount, String> {
    Amount::read(text).ok_or_else(|| {
        "write a number with its unit, as in `40%`, `12 minutes` or `$3.50`".to_owned()
    })
}

pub(crate) fn run(arguments: &PlanArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let source = Source::read(&System, &arguments.case)?;
    let parsed = parse(&source.text);
    let mut troubles = Vec::new();
    let found = experiments(&parsed, &mut troubles);
    let wanted = super::experiments::named(&found, arguments.experiment.as_deref(), &source.path)?;
    if let Some(trouble) = troubles.first() {
        return Err(super::experiments::unreadable(trouble, &source));
    }
    let wishes = arguments.wishes();
    let mut planned = Vec::new();
    let mut failures = Vec::new();
    for experiment in &wanted {
        match plan(experiment, &wishes) {
            Ok(one) => planned.push(one),
            Err(trouble) => {
                let message = trouble.message.trim_end_matches('.');
                let message = format!("`{}` cannot be planned. {message}", experiment.name);
                failures.push(Error::new(ErrorKind::Finding, message).hint(trouble.help));
            }
        }
    }
    match arguments.format {
        PlanFormat::Json => terminal.print_json(&Plan::of(&planned))?,
        PlanFormat::Human => {
            let text = human::write(&planned, &source.path, terminal.width());
            terminal.print(&text)?;
        }
    }
    if let (Some(path), Some(one)) = (&arguments.chart, planned.first()) {
        write_chart(one, path, terminal)?;
    }
    for failure in &failures {
        terminal.report(failure);
    }
    Ok(if failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FINDINGS)
    })
}

impl PlanArgs {
    fn wishes(&self) -> Wishes {
        Wishes {
            power: self.power,
            baseline: self.baseline.clone(),
            spread: self.spread.clone(),
            traffic: self.per_day,
            explained: self.explained.unwrap_or(0.0),
            clusters: self.cluster_size.zip(self.icc),
            size_variation: self.size_variation,
            units: self.people,
            runs: self.simulate,
        }
    }
}

fn write_chart(planned: &Planned, path: &str, terminal: &mut Terminal) -> Result<(), Error> {
    let (table, options) = curve(planned);
    let drawn = chart::svg(&table, &options)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    System.create(path, drawn.text.as_bytes())?;
    terminal.note(&format!("The power curve is written to {path}\n"));
    Ok(())
}

/// The power curve as a table, and how it is drawn.
fn curve(planned: &Planned) -> (Table, chart::Options) {
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        kind,
    };
    let rows = planned
        .curve
        .iter()
        .map(|(units, power)| vec![Cell::Int(*units as i64), Cell::Float(power * 100.0)]);
    let table = Table {
        columns: vec![
            column(&planned.units, ColumnKind::Int),
            column("chance to see it", ColumnKind::Float),
        ],
        rows: rows.collect(),
    };
    let options = chart::Options {
        kind: Some(chart::ChartKind::Line),
        x: Some(planned.units.clone()),
        title: Some(planned.caption()),
        unit: Some("%".to_owned()),
        ..chart::Options::default()
    };
    (table, options)
}
