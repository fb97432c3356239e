//! Runs queries over the files of a folder and says how long each took: `query FOLDER SQL…`.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "a program of its own, which measures"
)]

use std::collections::BTreeMap;
use std::time::Instant;

use whyproof_engine::{Bounds, Engine, Input, Job, Reading, tables_of};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let started = Instant::now();
    let mut args = std::env::args().skip(1);
    let root = args.next().ok_or("query FOLDER SQL…")?;
    let engine = Engine::new(None)?;
    println!("engine: {:?}", started.elapsed());
    for sql in args {
        let files = tables_of(&sql)?.into_iter().map(|path| {
            let reading = Reading::default();
            (path.clone(), Input::Files { path, reading })
        });
        let job = Job {
            root: root.clone().into(),
            tables: files.collect(),
            sql,
            places: BTreeMap::new(),
            bounds: Bounds::default(),
            explain: std::env::var_os("EXPLAIN").is_some(),
        };
        let asked = Instant::now();
        let output = engine.run(&job, None)?;
        println!(
            "{:?}: {} rows of {:?}",
            asked.elapsed(),
            output.rows.len(),
            output.read
        );
        for row in output.rows.iter().take(3) {
            println!("  {row:?}");
        }
        if let Some(plan) = output.plan {
            println!("{plan}");
        }
    }
    println!("all: {:?}", started.elapsed());
    Ok(())
}
