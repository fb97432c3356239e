//! Draws the argument map of a case: `cargo run --release -p whyproof-render --example map CASE OUT.svg [light|dark]
//! [WIDTH]`. Files beside the case are looked at, so that evidence counts; figures are not computed.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "an example program reads its case and writes its picture"
)]

use std::path::{Path, PathBuf};

use whyproof_case::{Computed, Scope};
use whyproof_render::map::{self, MapOptions, Scheme};
use whyproof_testing::MemoryHost;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, out, rest @ ..] = arguments.as_slice() else {
        eprintln!("map CASE OUT.svg [light|dark] [WIDTH]");
        std::process::exit(2);
    };
    let options = MapOptions {
        scheme: rest.first().and_then(|word| match word.as_str() {
            "light" => Some(Scheme::Light),
            "dark" => Some(Scheme::Dark),
            _ => None,
        }),
        width: rest
            .get(1)
            .and_then(|word| word.parse().ok())
            .unwrap_or(1200),
        ..MapOptions::default()
    };
    let path = Path::new(case);
    let text = std::fs::read_to_string(path).expect("a case to read");
    let host = files(path.parent().unwrap_or(Path::new(".")));
    let parse = whyproof_syntax::parse(&text);
    let case = whyproof_case::resolve(parse, &host, Scope::default(), &Computed::default());
    let svg = map::svg(&case, &options);
    std::fs::write(out, &svg.text).expect("a place to write to");
    eprintln!("{}x{}: {}", svg.width, svg.height, svg.description);
}

/// What stands in a folder, as files in memory.
fn files(folder: &Path) -> MemoryHost {
    let mut host = MemoryHost::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let (Ok(name), Ok(bytes)) = (path.strip_prefix(folder), std::fs::read(&path))
            {
                host = host.file(&name.to_string_lossy(), bytes);
            }
        }
    }
    host
}
