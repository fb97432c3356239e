//! How long one case of 3,000 words takes to check again after an edit.
//!
//! `case.md` is the first case that `generate_cases.py` writes. `cargo bench -p whyproof-check --bench recheck`
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark"
)]

use divan::{Bencher, black_box};
use jiff::civil::date;
use whyproof_case::{Case, CheckConfig, Computed, Level, Scope, resolve};
use whyproof_check::{Family, Findings, Options, check};
use whyproof_testing::MemoryHost;

const CASE: &str = include_str!("case.md");

fn main() {
    divan::main();
}

fn read(text: &str, host: &MemoryHost) -> Case {
    let scope = Scope::of(host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        host,
        scope,
        &Computed::default(),
    )
}

fn checked(case: &Case, config: &CheckConfig) -> Findings {
    let options = Options {
        config,
        today: date(2026, 8, 1),
        all: true,
    };
    check(case, &options)
}

/// Parsing alone.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    bencher.bench(|| whyproof_syntax::parse(black_box(CASE)));
}

/// Every check on a resolved case.
#[divan::bench]
fn checks(bencher: Bencher<'_, '_>) {
    let case = read(CASE, &MemoryHost::new());
    let config = CheckConfig::default();
    bencher.bench(|| checked(black_box(&case), &config));
}

/// The prose read, and the checks of numbers and prose alone.
#[divan::bench]
fn numbers_and_prose(bencher: Bencher<'_, '_>) {
    let case = read(CASE, &MemoryHost::new());
    let mut config = CheckConfig::default();
    for other in whyproof_check::all() {
        if !matches!(other.family, Family::Numbers | Family::Prose) {
            config.severity.insert(other.id.to_owned(), Level::Off);
        }
    }
    bencher.bench(|| checked(black_box(&case), &config));
}

/// A word is changed in the middle; then the text is parsed, resolved and checked.
#[divan::bench]
fn after_an_edit(bencher: Bencher<'_, '_>) {
    let host = MemoryHost::new();
    let middle = CASE[..CASE.len() / 2].rfind(' ').unwrap_or(0);
    let (before, after) = CASE.split_at(middle);
    let edited = format!("{before} rarely{after}");
    let config = CheckConfig::default();
    bencher.bench(|| checked(&read(black_box(&edited), &host), &config));
}
