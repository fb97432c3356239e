//! Prints every finding of every check in the files given, one a line, for counting false alarms:
//! check, file, line, message, and the line's words.
//!
//! `cargo run --release -p whyproof-check --example alarms -- [--default] FILE…`
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "an example program reads files and prints"
)]

use jiff::civil::date;
use whyproof_case::{CheckConfig, Computed, Scope, resolve};
use whyproof_check::{Options, check};
use whyproof_testing::MemoryHost;

fn main() -> Result<(), std::io::Error> {
    let (flags, files): (Vec<String>, Vec<String>) = std::env::args()
        .skip(1)
        .partition(|argument| argument.starts_with("--"));
    let config = CheckConfig::default();
    let options = Options {
        config: &config,
        today: date(2026, 8, 1),
        all: !flags.iter().any(|flag| flag == "--default"),
    };
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let host = MemoryHost::new();
        let scope = Scope::of(&host, &file);
        let case = resolve(
            whyproof_syntax::parse(&text),
            &host,
            scope,
            &Computed::default(),
        );
        for finding in check(&case, &options).shown {
            let diagnostic = finding.diagnostic;
            let block = case
                .parse
                .document
                .texts
                .iter()
                .find(|block| block.span.contains(diagnostic.span))
                .map_or("", |block| block.words.text.as_str());
            let line = case.line(diagnostic.span);
            println!(
                "{}\t{file}:{line}\t{}\t{block}",
                diagnostic.id, diagnostic.message
            );
        }
    }
    Ok(())
}
