//! Times the check of whole text files: `prose_speed THREADS FILE...` prints the issues found, the
//! time of the whole run and per file, with the dictionary read once and the rules built once a
//! thread, as the program does it.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use whyproof_prose::{Checker, Dialect};

fn main() -> std::io::Result<()> {
    let begun = Instant::now();
    let mut args = std::env::args().skip(1);
    let threads = args.next().and_then(|n| n.parse().ok()).unwrap_or(1);
    let texts: Vec<String> = args
        .map(std::fs::read_to_string)
        .collect::<Result<_, _>>()?;
    let checker = Checker::new(Dialect::American, &[]);
    let (next, issues) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut checker = checker.clone();
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    issues.fetch_add(checker.check(text).len(), Ordering::Relaxed);
                }
            });
        }
    });
    let took = begun.elapsed().as_secs_f64() * 1e3;
    let files = texts.len().max(1) as f64;
    let issues = issues.into_inner();
    println!(
        "{issues} issues, {took:.0} ms, {:.1} ms a file",
        took / files
    );
    Ok(())
}
