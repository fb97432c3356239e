//! Prints the barrage for files: `cargo run --release -p whyproof-whys --example ask -- PATH…`.
//! Files beside each are read, so that evidence counts as it does in a workspace.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program to look at questions with"
)]

use std::path::Path;
use std::process::ExitCode;

use whyproof_case::{Computed, Scope, resolve};
use whyproof_testing::MemoryHost;
use whyproof_whys::{Options, ask, built_in};

fn main() -> ExitCode {
    for path in std::env::args().skip(1) {
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                println!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        };
        let folder = Path::new(&path).parent().unwrap_or(Path::new("."));
        let host = beside(folder);
        let scope = Scope::of(&host, "case.md");
        let case = resolve(
            whyproof_syntax::parse(&text),
            &host,
            scope,
            &Computed::default(),
        );
        let barrage = ask(&case, built_in(), &Options::default());
        println!(
            "== {path}: {} asked, {} more",
            barrage.asked.len(),
            barrage.more
        );
        for asked in &barrage.asked {
            println!(
                "{:4}: {} [{}, {}]",
                case.line(asked.span),
                asked.text,
                asked.id,
                asked.scheme
            );
            println!("      {} ({})", asked.why, asked.order);
        }
    }
    ExitCode::SUCCESS
}

/// The files of a folder and of the folders in it.
fn beside(folder: &Path) -> MemoryHost {
    let mut host = MemoryHost::new();
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries(folder) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            for inner in entries(&entry.path()) {
                if let Ok(bytes) = std::fs::read(inner.path()) {
                    host = host.file(
                        &format!("{name}/{}", inner.file_name().to_string_lossy()),
                        bytes,
                    );
                }
            }
        } else if let Ok(bytes) = std::fs::read(entry.path()) {
            host = host.file(&name, bytes);
        }
    }
    host
}
