//! Reading examples out of a page.

use std::ops::Range;

use whyproof_case::{Case, Cell, Computed, FigureState, Scope, Value, Verdict, resolve};

use crate::MemoryHost;

/// An example: a case, the workspace it stands in, and what is expected of it.
#[derive(Debug, Clone)]
pub struct Example {
    /// The heading it stands under.
    pub heading: String,
    /// Line of its case's block in the page, from 1.
    pub line: usize,
    /// Files beside the case: path and text.
    pub files: Vec<(String, String)>,
    /// What an engine is taken to have computed.
    pub computed: Computed,
    /// The case.
    pub source: String,
    /// Whether ids made from words are shown.
    pub ids: bool,
    /// What is expected, in the notation.
    pub expected: String,
    /// Where that stands in the page, in bytes.
    pub place: Range<usize>,
}

/// A page that cannot be read, and at which line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Malformed {
    /// Line in the page, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl Example {
    /// Resolves `source` as this example's case: `case.md` beside the example's files.
    pub fn case(&self, source: &str) -> Case {
        let mut host = MemoryHost::new().file("case.md", source);
        for (path, text) in &self.files {
            host = host.file(path, text);
        }
        let scope = Scope::of(&host, "case.md");
        resolve(whyproof_syntax::parse(source), &host, scope, &self.computed)
    }
}

/// A fenced block of a page.
struct Block<'p> {
    line: usize,
    info: Vec<&'p str>,
    text: &'p str,
    place: Range<usize>,
}

/// The examples of a page, in order.
///
/// # Errors
/// Where a block is not closed, not known, or stands where it means nothing.
pub fn examples(page: &str) -> Result<Vec<Example>, Malformed> {
    let mut found = Vec::new();
    let mut open = Example::empty();
    let mut given = false;
    for part in parts(page)? {
        let block = match part {
            Part::Heading(heading) => {
                heading.clone_into(&mut open.heading);
                continue;
            }
            Part::Block(block) => block,
        };
        let fail = |message: &str| Malformed {
            line: block.line,
            message: message.to_owned(),
        };
        match block.info.as_slice() {
            ["text", file] => {
                let path = file
                    .strip_prefix("file=")
                    .ok_or_else(|| fail("a file needs `file=PATH`"))?;
                open.files.push((path.to_owned(), block.text.to_owned()));
            }
            ["computed"] => {
                compute_all(&block, &mut open.computed)?;
            }
            ["markdown", how @ ..] => {
                open.source =
                    written(block.text, how).ok_or_else(|| fail("unknown way of writing"))?;
                open.line = block.line;
                given = true;
            }
            ["case", flags @ ..] => {
                if !std::mem::take(&mut given) {
                    return Err(fail(
                        "nothing to expect this of: no `markdown` block before it",
                    ));
                }
                open.ids = flags == ["ids"];
                block.text.clone_into(&mut open.expected);
                open.place = block.place;
                let next = Example {
                    heading: open.heading.clone(),
                    ..Example::empty()
                };
                found.push(std::mem::replace(&mut open, next));
            }
            _ => return Err(fail("a block that is no part of an example")),
        }
    }
    if given {
        return Err(Malformed {
            line: open.line,
            message: "a case without a `case` block after it".to_owned(),
        });
    }
    Ok(found)
}

impl Example {
    fn empty() -> Self {
        Example {
            heading: String::new(),
            line: 0,
            files: Vec::new(),
            computed: Computed::default(),
            source: String::new(),
            ids: false,
            expected: String::new(),
            place: 0..0,
        }
    }
}

/// The page with every expectation replaced.
pub fn rewrite(page: &str, examples: &[Example], expected: &[String]) -> String {
    let mut new = String::with_capacity(page.len());
    let mut at = 0;
    for (example, expected) in examples.iter().zip(expected) {
        new.push_str(&page[at..example.place.start]);
        new.push_str(expected);
        at = example.place.end;
    }
    new.push_str(&page[at..]);
    new
}

enum Part<'p> {
    Heading(&'p str),
    Block(Block<'p>),
}

/// Headings, and blocks fenced with four backticks or more; other fences are prose.
fn parts(page: &str) -> Result<Vec<Part<'_>>, Malformed> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, usize, Vec<&str>)> = None;
    let mut at = 0;
    for (number, line) in (1..).zip(page.split_inclusive('\n')) {
        let ticks = line.len() - line.trim_start_matches('`').len();
        let rest = line[ticks..].trim();
        match &open {
            None if ticks >= 4 => {
                let info = rest.split_whitespace().collect();
                open = Some((number, ticks, at + line.len(), info));
            }
            None if line.starts_with('#') => {
                found.push(Part::Heading(line.trim_start_matches('#').trim()));
            }
            Some((_, fence, ..)) if ticks >= *fence && rest.is_empty() => {
                if let Some((line, _, start, info)) = open.take() {
                    found.push(Part::Block(Block {
                        line,
                        info,
                        text: &page[start..at],
                        place: start..at,
                    }));
                }
            }
            _ => {}
        }
        at += line.len();
    }
    match open {
        Some((line, ..)) => Err(Malformed {
            line,
            message: "a block that is not closed".to_owned(),
        }),
        None => Ok(found),
    }
}

/// The case as the block's info string says it is written: what a page cannot show as it is.
fn written(text: &str, how: &[&str]) -> Option<String> {
    let mut text = text.to_owned();
    for how in how {
        text = match *how {
            "crlf" => text.replace('\n', "\r\n"),
            "bom" => format!("\u{feff}{text}"),
            "tabs" => text.replace('→', "\t"),
            "unended" => text.trim_end_matches('\n').to_owned(),
            _ => return None,
        };
    }
    Some(text)
}

fn compute_all(block: &Block<'_>, into: &mut Computed) -> Result<(), Malformed> {
    for (line, text) in (block.line + 1..).zip(block.text.lines()) {
        compute(text, into).ok_or_else(|| Malformed {
            line,
            message: format!("`{text}` is no figure and no experiment"),
        })?;
    }
    Ok(())
}

/// `figure TARGET "TEXT" STATE [inside]` or `experiment NAME VERDICT`.
fn compute(line: &str, into: &mut Computed) -> Option<()> {
    if let Some(rest) = line.strip_prefix("experiment ") {
        let (name, verdict) = rest.split_once(' ')?;
        let verdict = Verdict::all().into_iter().find(|v| v.word() == verdict)?;
        into.experiments.insert(name.to_owned(), verdict);
        return Some(());
    }
    let (target, rest) = line.strip_prefix("figure ")?.split_once(" \"")?;
    let (text, state) = rest.rsplit_once("\" ")?;
    let (state, outside) = state
        .strip_suffix(" inside")
        .map_or((state, true), |state| (state, false));
    let state = [FigureState::Live, FigureState::Stale, FigureState::Broken]
        .into_iter()
        .find(|known| known.word() == state)?;
    let value = Value {
        text: text.to_owned(),
        state,
        outside,
        cell: Some(Cell::Null),
        ..Value::default()
    };
    into.figures
        .insert((target.to_owned(), text.to_owned()), value);
    Some(())
}
