//! Writes a case as a Word file: `cargo run -p whyproof-render --example word_file -- CASE.md OUT.docx`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "an example reads and writes files by itself"
)]

use std::process::ExitCode;

use whyproof_case::{Computed, Scope, resolve};
use whyproof_render::docx::{DocxOptions, write};
use whyproof_render::manuscript::Manuscript;
use whyproof_testing::MemoryHost;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(case), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: word_file CASE.md OUT.docx");
        return ExitCode::from(2);
    };
    match made(&case, &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn made(path: &str, out: &str) -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let parse = whyproof_syntax::parse(&text);
    let host = MemoryHost::new();
    let case = resolve(parse, &host, Scope::default(), &Computed::default());
    let name = path.rsplit('/').next().unwrap_or(path);
    let options = DocxOptions {
        path: name,
        ..DocxOptions::default()
    };
    std::fs::write(out, write(&Manuscript::new(&case), &options)?)?;
    Ok(())
}
