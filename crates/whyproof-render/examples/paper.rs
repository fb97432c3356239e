//! Sets cases in every form, into a folder: `paper FOLDER CASE…` writes PDF, PNG pages and Typst source of each.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "an example program reads and writes files, and says what it did"
)]

use std::path::Path;
use std::time::Instant;

use whyproof_case::{Computed, Kind, Scope};
use whyproof_render::manuscript::Manuscript;
use whyproof_render::paper::{Form, PaperOptions, pdf, png, source};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("a folder, then cases")?;
    std::fs::create_dir_all(&folder)?;
    for file in arguments {
        let path = Path::new(&file);
        let text = std::fs::read_to_string(path)?;
        let mut host = whyproof_testing::MemoryHost::new();
        let mut charts = std::collections::BTreeMap::new();
        let beside = path.parent().unwrap_or(Path::new("."));
        for under in ["notes", "data", "charts"] {
            let Ok(entries) = std::fs::read_dir(beside.join(under)) else {
                continue;
            };
            for entry in entries.flatten() {
                let name = format!("{under}/{}", entry.file_name().to_string_lossy());
                let bytes = std::fs::read(entry.path())?;
                host = host.file(&name, &bytes);
                charts.insert(name, bytes);
            }
        }
        let case = whyproof_case::resolve(
            whyproof_syntax::parse(&text),
            &host,
            Scope::default(),
            &Computed::default(),
        );
        let manuscript = Manuscript::new(&case);
        let parent = beside.file_name().unwrap_or_default().to_string_lossy();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        for form in Form::ALL {
            if form == Form::Story && case.kind != Kind::Story {
                continue;
            }
            let options = PaperOptions {
                day: Some(jiff::civil::date(2026, 3, 2)),
                charts: charts.clone(),
                ..PaperOptions::new(form)
            };
            let name = format!("{folder}/{parent}-{stem}-{}", form.word());
            std::fs::write(format!("{name}.typ"), source(&manuscript, &options))?;
            let before = Instant::now();
            let paper = pdf(&manuscript, &options)?;
            let took = before.elapsed();
            std::fs::write(format!("{name}.pdf"), &paper.pdf)?;
            println!(
                "{name}: {} pages, {} bytes, {} ms",
                paper.report.pages,
                paper.pdf.len(),
                took.as_millis()
            );
            for sentence in paper.report.sentences() {
                println!("  {sentence}");
            }
            for (page, picture) in png(&manuscript, &options, 1.6)?.pages.iter().enumerate() {
                std::fs::write(format!("{name}-{}.png", page + 1), picture)?;
            }
        }
    }
    Ok(())
}
