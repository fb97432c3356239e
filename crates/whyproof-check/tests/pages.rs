//! The pages of `docs/checks/` are tests: their bad examples are found, their good ones are not.
//!
//! A page is `# id`, a paragraph, `## Finds`, then examples: fenced blocks `markdown bad` and `markdown good`, with
//! `line=4` for the line of the finding and `says="words"` for a part of its message. A block `text file=PATH` puts a
//! file beside the next example; `whyproof.toml` is such a file. A block `text answer=URL` holds the status with which
//! the URL answers in the next example; where nothing is said of a URL, nobody asks it. A block `text query=NAME` is
//! what that query gives in the next example, as comma-separated values; `text fails=NAME` is why it gives nothing.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the pages"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use support::Checked;
use whyproof_syntax::{NodeKind, Parse, parse};
use whyproof_testing::MemoryHost;

/// A page: its check's id and its text.
struct Page {
    id: String,
    text: String,
}

struct Example {
    bad: bool,
    text: String,
    /// Line in the page, from 1.
    at: u32,
    line: Option<u32>,
    says: Option<String>,
    files: Vec<(String, String)>,
    answers: Vec<(String, u16)>,
    /// What queries give, by name, or why they give nothing.
    queries: Vec<(String, Result<String, String>)>,
}

impl Example {
    fn check(&self, text: &str) -> Checked {
        let mut host = self
            .files
            .iter()
            .fold(MemoryHost::new(), |host, (path, text)| {
                host.file(path, text)
            });
        for (name, gives) in &self.queries {
            host = support::knows(host, text, name, gives);
        }
        Checked::asked(text, &host, &self.answers)
    }
}

fn pages() -> Vec<Page> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/checks"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| path.file_stem().is_some_and(|name| name != "index"))
        .collect();
    files.sort();
    let page = |path: PathBuf| Page {
        id: path.file_stem().unwrap().to_string_lossy().into_owned(),
        text: std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n"),
    };
    files.into_iter().map(page).collect()
}

fn examples(parse: &Parse) -> Result<Vec<Example>, String> {
    let mut found = Vec::new();
    let mut files = Vec::new();
    let mut answers = Vec::new();
    let mut queries = Vec::new();
    for fence in &parse.document.fences {
        let at = parse.lines.line(fence.span.start);
        match (fence.language.as_str(), fence.name.as_deref()) {
            ("text", None) if fence.attributes.get("answer").is_some() => {
                let url = fence.attributes.get("answer").unwrap_or("");
                let status = fence.code.trim().parse();
                let status = status.map_err(|_| format!("line {at}: no status"))?;
                answers.push((url.to_owned(), status));
            }
            ("text", None) if fence.attributes.get("query").is_some() => {
                let name = fence.attributes.get("query").unwrap_or("");
                queries.push((name.to_owned(), Ok(fence.code.clone())));
            }
            ("text", None) if fence.attributes.get("fails").is_some() => {
                let name = fence.attributes.get("fails").unwrap_or("");
                queries.push((name.to_owned(), Err(fence.code.trim().to_owned())));
            }
            ("text", None) => {
                let path = fence.attributes.get("file");
                let path = path.ok_or(format!("line {at}: a `text` block without `file=`"))?;
                files.push((path.to_owned(), fence.code.clone()));
            }
            ("markdown", Some(name @ ("bad" | "good"))) => {
                let line = fence.attributes.get("line").map(str::parse).transpose();
                found.push(Example {
                    bad: name == "bad",
                    text: fence.code.clone(),
                    at,
                    line: line.map_err(|_| format!("line {at}: `line=` is no number"))?,
                    says: fence.attributes.get("says").map(str::to_owned),
                    files: std::mem::take(&mut files),
                    answers: std::mem::take(&mut answers),
                    queries: std::mem::take(&mut queries),
                });
            }
            _ => {
                return Err(format!(
                    "line {at}: a block that is neither a file nor an example"
                ));
            }
        }
    }
    Ok(found)
}

/// What is wrong with the page's form.
fn form(page: &Page, parse: &Parse, examples: &[Example]) -> Option<&'static str> {
    let document = &parse.document;
    let titled = document
        .title
        .is_some_and(|title| document.text(title).words.text == page.id);
    let first = document.texts.get(1);
    if !titled {
        Some("the title is not the check's id")
    } else if first.is_none_or(|text| text.kind != NodeKind::Paragraph) {
        Some("no paragraph under the title")
    } else if document
        .sections
        .first()
        .is_none_or(|section| section.title != "Finds")
    {
        Some("no section `Finds`")
    } else if !examples.iter().any(|example| example.bad) {
        Some("no bad example")
    } else if examples.iter().all(|example| example.bad) {
        Some("no good example")
    } else {
        None
    }
}

/// What is wrong with what is found in an example.
fn fault(id: &str, example: &Example) -> Option<String> {
    let checked = example.check(&example.text);
    let own = checked.of_check(id);
    if !example.bad {
        let first = own.first()?;
        return Some(format!("a good example is found: {}", checked.show(first)));
    }
    let all: String = checked
        .findings
        .shown
        .iter()
        .map(|f| checked.show(f) + "\n")
        .collect();
    if own.is_empty() {
        return Some(format!("a bad example is not found, but:\n{all}"));
    }
    let here = |f: &&&whyproof_check::Finding| {
        example
            .line
            .is_none_or(|line| checked.case.line(f.diagnostic.span) == line)
            && example
                .says
                .as_ref()
                .is_none_or(|says| f.diagnostic.message.contains(says))
    };
    let Some(found) = own.iter().find(here) else {
        let wanted = (example.line, &example.says);
        return Some(format!("no finding of its own is as {wanted:?}:\n{all}"));
    };
    let help = found.diagnostic.help.as_deref().unwrap_or("");
    help.is_empty()
        .then(|| format!("no help: {}", checked.show(found)))
}

#[test]
fn the_examples_of_every_page_hold() {
    let known: BTreeSet<&str> = whyproof_check::all().iter().map(|check| check.id).collect();
    let mut faults = String::new();
    for page in pages() {
        let parse = parse(&page.text);
        if !known.contains(page.id.as_str()) {
            let _ = writeln!(faults, "{}: no such check", page.id);
        }
        match examples(&parse) {
            Err(fault) => {
                let _ = writeln!(faults, "{}: {fault}", page.id);
            }
            Ok(examples) => {
                if let Some(fault) = form(&page, &parse, &examples) {
                    let _ = writeln!(faults, "{}: {fault}", page.id);
                }
                for example in &examples {
                    if let Some(fault) = fault(&page.id, example) {
                        let _ = writeln!(faults, "{}, line {}: {fault}", page.id, example.at);
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_check_has_a_page() {
    let pages: BTreeSet<String> = pages().into_iter().map(|page| page.id).collect();
    let checks: BTreeSet<String> = whyproof_check::all()
        .iter()
        .map(|c| c.id.to_owned())
        .collect();
    let without: Vec<&String> = checks.difference(&pages).collect();
    assert!(without.is_empty(), "checks without a page: {without:?}");
    assert_eq!(
        checks.len(),
        whyproof_check::all().len(),
        "two checks of one name"
    );
}

/// How many findings there are of the checks whose findings `apply` can mend.
fn mended(checks: &BTreeSet<&str>, checked: &Checked) -> usize {
    checks.iter().map(|id| checked.of_check(id).len()).sum()
}

/// What was hidden behind a fault can come to light: evidence that counts makes its claim one that nobody has
/// objected to. So the findings of the checks that were mended have to be fewer, and all findings no more.
#[test]
fn a_safe_fix_leaves_fewer_findings() {
    let mut faults = String::new();
    for page in pages() {
        for example in examples(&parse(&page.text)).unwrap_or_default() {
            let before = example.check(&example.text);
            let applied = whyproof_check::apply(&example.text, &before.findings.shown);
            if applied.titles.is_empty() {
                continue;
            }
            let safe = before
                .findings
                .shown
                .iter()
                .filter(|finding| finding.diagnostic.fix.as_ref().is_some_and(|fix| fix.safe));
            let checks = safe.map(|finding| finding.diagnostic.id).collect();
            let after = example.check(&applied.text);
            let more = after.findings.total > before.findings.total;
            if more || mended(&checks, &after) >= mended(&checks, &before) {
                let _ = writeln!(
                    faults,
                    "{}, line {}: {:?} leaves {:?} of {:?}:\n{}",
                    page.id,
                    example.at,
                    applied.titles,
                    after.ids(),
                    before.ids(),
                    applied.text
                );
            }
            assert_eq!(after.case.parse.tree.text(), applied.text);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
