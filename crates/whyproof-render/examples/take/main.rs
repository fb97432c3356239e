//! Sets a composed take and preparation book, into a folder: `take FOLDER` writes the pages, the PDFs, their Typst
//! source and the PDFs' pages as PNG.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    reason = "an example program writes files, and says what it did"
)]

mod sample;

use std::time::Instant;

use whyproof_render::html::Theme;
use whyproof_render::{PageSize, prep, take};
use whyproof_typeset::{Document, typeset};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder")?;
    std::fs::create_dir_all(&folder)?;
    let options = take::TakeOptions {
        day: Some(jiff::civil::date(2026, 11, 23)),
        size: Some(PageSize::A4),
        ..take::TakeOptions::default()
    };
    let (of, book) = (sample::take(), sample::book());
    for (word, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        let options = take::TakeOptions {
            theme,
            ..options.clone()
        };
        let page = take::html(&of, &options).into_string();
        std::fs::write(format!("{folder}/take-{word}.html"), page)?;
        let page = prep::html(&book, &options).into_string();
        std::fs::write(format!("{folder}/prep-{word}.html"), page)?;
    }
    let before = Instant::now();
    let printed = take::pdf(&of, &options)?;
    written(&folder, "take", &printed, before)?;
    let before = Instant::now();
    let printed = prep::pdf(&book, &options)?;
    written(&folder, "prep", &printed, before)?;
    pictures(&folder, "take", take::source(&of, &options))?;
    pictures(&folder, "prep", prep::source(&book, &options))
}

fn written(
    folder: &str,
    name: &str,
    printed: &take::Printed,
    before: Instant,
) -> Result<(), Box<dyn std::error::Error>> {
    let (pages, bytes) = (printed.pages, printed.pdf.len());
    println!(
        "{name}: {pages} pages, {bytes} bytes, {} ms",
        before.elapsed().as_millis()
    );
    std::fs::write(format!("{folder}/{name}.pdf"), &printed.pdf)?;
    Ok(())
}

fn pictures(folder: &str, name: &str, source: String) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::write(format!("{folder}/{name}.typ"), &source)?;
    let set = typeset(&Document {
        source,
        ..Document::default()
    })?;
    for warning in set.warnings() {
        println!("{name}: {warning}");
    }
    for page in 1..=set.pages() {
        std::fs::write(
            format!("{folder}/{name}-page-{page:02}.png"),
            set.png(page, 1.5)?,
        )?;
    }
    Ok(())
}
