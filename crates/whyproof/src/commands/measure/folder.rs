//! All experiments of a folder, and how well each author foretold them.

use std::collections::BTreeMap;
use std::process::ExitCode;

use whyproof_case::measure::{Calibrated, calibrated};
use whyproof_case::{Computed, Measurement, experiments, resolve};
use whyproof_host::System;
use whyproof_syntax::parse;
use whyproof_wire::{Measure, MeasuredIn};

use super::human::{called, mark, paragraph};
use super::{MeasureFormat, measured};
use crate::commands::check::files::{self, is_case};
use crate::error::{Error, ErrorKind, FINDINGS};
use crate::input::Source;
use crate::terminal::{Terminal, style};
use crate::text::wrap;

/// Who foretold, where a case does not say whose it is.
const NOBODY: &str = "nobody named";

/// The measurements of a case.
struct Of {
    path: String,
    owner: Option<String>,
    measured: Vec<Measurement>,
}

pub(super) fn run(
    folder: &str,
    format: MeasureFormat,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let found = files::find(&[folder.to_owned()]);
    let mut failures = found.failures;
    let mut cases = Vec::new();
    for file in found.files {
        match of(&file.path, terminal) {
            Ok(of) => cases.extend(of),
            Err(error) => failures.push(error),
        }
    }
    for failure in &failures {
        terminal.note(&format!("{failure}\n"));
    }
    if cases.is_empty() && failures.is_empty() {
        let message = format!("no case in `{folder}` has an experiment that can be measured");
        return Err(Error::new(ErrorKind::Finding, message)
            .hint("An experiment is measured where it says `from`, in a file whose head says what it is: `kind: idea`."));
    }
    let authors = authors(&cases);
    match format {
        MeasureFormat::Json => terminal.print_json(&document(&cases, &authors))?,
        MeasureFormat::Human => terminal.print(&screen(&cases, &authors, terminal.width()))?,
    }
    let mut all = cases.iter().flat_map(|of| &of.measured);
    let failed = !failures.is_empty() || all.any(|one| one.trouble.is_some());
    Ok(match failed {
        true => ExitCode::from(FINDINGS),
        false => ExitCode::SUCCESS,
    })
}

/// The experiments of a case that can be measured; none where the file is no case or has none.
fn of(path: &str, terminal: &Terminal) -> Result<Option<Of>, Error> {
    let source = Source::read(&System, path)?;
    if !is_case(&source.text) {
        return Ok(None);
    }
    let parsed = parse(&source.text);
    let mut troubles = Vec::new();
    let wanted = experiments(&parsed, &mut troubles);
    if let Some(trouble) = troubles.first() {
        return Err(crate::commands::experiments::unreadable(trouble, &source));
    }
    if wanted.is_empty() {
        return Ok(None);
    }
    let measured = measured(&source, &parsed, &wanted, terminal)?;
    // Resolved without computing: what is measured is measured once.
    let scope = source.scope(&System);
    let owner = resolve(parsed, &System, scope, &Computed::default()).owner;
    Ok((!measured.is_empty()).then(|| Of {
        path: path.to_owned(),
        owner,
        measured,
    }))
}

/// How the forecasts of each author held, in the order of their names.
fn authors(cases: &[Of]) -> Vec<Calibrated> {
    let mut by: BTreeMap<&str, Vec<&Measurement>> = BTreeMap::new();
    for of in cases {
        let owner = of.owner.as_deref().unwrap_or(NOBODY);
        by.entry(owner).or_default().extend(&of.measured);
    }
    let all = by.iter();
    all.filter_map(|(author, measured)| calibrated(author, measured))
        .collect()
}

fn document<'a>(cases: &'a [Of], authors: &'a [Calibrated]) -> Measure<'a> {
    let all = cases.iter().map(|of| MeasuredIn {
        case: &of.path,
        owner: of.owner.as_deref(),
        measured: &of.measured,
    });
    Measure::of_many(all, authors)
}

fn screen(cases: &[Of], authors: &[Calibrated], columns: usize) -> String {
    let strong = style::STRONG;
    let mut text = String::new();
    for of in cases {
        text.push_str(&format!("{strong}{}{strong:#}\n", of.path));
        for one in &of.measured {
            row(&mut text, one, columns);
        }
        text.push('\n');
    }
    if !authors.is_empty() {
        text.push_str(&format!("{strong}How the forecasts held{strong:#}\n"));
    }
    for author in authors {
        let says = author.says.join(" ");
        let sealed = match author.sealed {
            all if all == author.forecasts => "sealed",
            0 => "none of them sealed",
            _ => "some of them sealed",
        };
        paragraph(
            &mut text,
            &format!("{} ({sealed}): {says}", author.author),
            columns,
        );
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// An experiment, its verdict, and what came of it in a sentence.
fn row(text: &mut String, one: &Measurement, columns: usize) {
    let name = called(one);
    let told = match &one.trouble {
        Some(trouble) => vec![(None, trouble.message.clone())],
        None => {
            let verdicts = one.effects.iter().map(|effect| effect.verdict);
            verdicts.zip(one.sentences()).collect()
        }
    };
    for (verdict, sentence) in told {
        let (sign, tone, word) = match one.trouble {
            Some(_) => ("✗", style::BAD, "cannot be measured"),
            None => mark(verdict),
        };
        text.push_str(&format!("  {tone}{sign} {word}{tone:#}  {name}\n"));
        for line in wrap(&sentence, columns.saturating_sub(4)) {
            text.push_str(&format!("    {line}\n"));
        }
    }
}
