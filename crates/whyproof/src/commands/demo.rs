//! `demo`: the built-in workspace, unpacked, and what there is to see in it.

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Host, HostError, join};
use whyproof_host::{System, open_page};

use super::open::first_screen;
use super::{prep, render, tailor, take};
use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::screen;
use crate::terminal::{Terminal, style};
use crate::text::typed;

/// Unpack real cases into a folder, and show what Whyproof says of them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof demo              Unpacks into whyproof-demo
  whyproof demo ~/cases      Unpacks into a folder of yours; it must be new or empty
  whyproof demo --open       Shows one of its pages in your browser")]
pub(crate) struct DemoArgs {
    /// The folder; it is made where it is not there
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: Option<String>,
    /// Open a page of it in the browser
    #[arg(long)]
    pub(crate) open: bool,
}

/// Every file of the workspace: its path and its bytes.
const WORKSPACE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/workspace.rs"));

/// The folder where none is named.
const FOLDER: &str = "whyproof-demo";

/// The cases whose first screens are shown.
const SHOWN: [&str; 2] = [
    "learn-your-result/proposal.md",
    "weak/unanswered-objection.md",
];

/// The cases that are rendered, with the names of their pages and papers; the first is the one that `--open` opens.
const RENDERED: [(&str, &str); 6] = [
    ("learn-your-result/measured.md", "measured"),
    ("learn-your-result/proposal.md", "proposal"),
    ("learn-your-result/told.md", "told"),
    ("organ-donor-form/proposal.md", "organ-donor-form"),
    ("stories/the-scale-that-beeped.md", "the-scale-that-beeped"),
    ("stories/the-whiteboard-stayed.md", "the-whiteboard-stayed"),
];

/// What there is at the place where the workspace should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing, or an empty folder.
    Free,
    /// The workspace as it was unpacked.
    Unpacked,
    /// Something else.
    Taken,
}

pub(crate) fn run(arguments: &DemoArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let (folder, place) = choose(arguments.folder.as_deref())?;
    if place == Place::Free {
        for (path, bytes) in WORKSPACE {
            System.create(&join(&folder, path), bytes)?;
        }
    }
    let name = typed(&folder);
    terminal.print(&match place {
        Place::Unpacked => format!(
            "The {} files of the demo are in {name} already, as they were unpacked.\n",
            WORKSPACE.len()
        ),
        _ => format!("Unpacked {} files into {name}.\n", WORKSPACE.len()),
    })?;
    terminal.print(&rendered(&folder)?)?;
    terminal.print(&person(&folder)?)?;
    terminal.print(&impact(&folder))?;
    for case in SHOWN {
        show(&join(&folder, case), terminal)?;
    }
    terminal.print(&more(&folder))?;
    if arguments.open {
        let page = join(&folder, &format!("pages/{}.html", RENDERED[0].1));
        open_page(&page).map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes cases as pages and on paper, and says where they are.
fn rendered(folder: &str) -> Result<String, Error> {
    for (case, name) in RENDERED {
        let path = join(folder, case);
        render::silently(&path, &join(folder, &format!("pages/{name}.html")))?;
        if cfg!(feature = "pdf") {
            render::silently(&path, &join(folder, &format!("papers/{name}.pdf")))?;
        }
    }
    let count = RENDERED.len();
    let pages = typed(&join(folder, "pages"));
    if cfg!(feature = "pdf") {
        let papers = typed(&join(folder, "papers"));
        Ok(format!(
            "{count} of the cases are in {pages} as pages, and in {papers} on paper.\n"
        ))
    } else {
        Ok(format!("{count} of the cases are in {pages} as pages.\n"))
    }
}

/// Makes what the example person takes into an interview, and says where it is.
fn person(folder: &str) -> Result<String, Error> {
    let here = join(folder, "person");
    let job = join(&here, "job.txt");
    let page = join(folder, "pages/person-take.html");
    take::silently(&here, &job, &page)?;
    let (resume, book) = match cfg!(feature = "pdf") {
        true => ("papers/person-resume.pdf", "papers/person-prep.pdf"),
        false => ("pages/person-resume.docx", "pages/person-prep.html"),
    };
    tailor::silently(&here, &job, &join(folder, resume))?;
    prep::silently(&here, &job, &join(folder, book))?;
    Ok(format!(
        "Of the person in {}: a take, {}; a résumé for a job, {}; a preparation book, {}.\n",
        typed(&here),
        typed(&page),
        typed(&join(folder, resume)),
        typed(&join(folder, book))
    ))
}

/// Where one idea is from its proposal to the story of it.
fn impact(folder: &str) -> String {
    let [proposal, measured, told] = ["proposal", "measured", "told"]
        .map(|name| typed(&join(folder, &format!("learn-your-result/{name}.md"))));
    format!(
        "One idea as it was proposed and sealed, {proposal}; measured, {measured}; told as a story, {told}.\n"
    )
}

/// The folder to unpack into: the one named, else the first of `whyproof-demo`, `whyproof-demo-2`, … that is free
/// or holds the workspace untouched.
fn choose(named: Option<&str>) -> Result<(String, Place), Error> {
    if let Some(folder) = named {
        return match look(folder)? {
            Place::Taken => Err(Error::new(
                ErrorKind::Environment,
                format!("`{folder}` is there already, and not empty"),
            )
            .hint("Nothing is ever overwritten: name a new folder, or none to let one be chosen.")),
            place => Ok((folder.to_owned(), place)),
        };
    }
    for number in 1u32.. {
        let folder = match number {
            1 => FOLDER.to_owned(),
            _ => format!("{FOLDER}-{number}"),
        };
        let place = look(&folder)?;
        if place != Place::Taken {
            return Ok((folder, place));
        }
    }
    Err(Error::new(
        ErrorKind::Environment,
        "there is no free name for the folder",
    ))
}

fn look(folder: &str) -> Result<Place, Error> {
    match System.stat(folder) {
        Err(HostError::NotFound { .. }) => return Ok(Place::Free),
        Err(error) => return Err(error.into()),
        Ok(stat) if !stat.folder => return Ok(Place::Taken),
        Ok(_) => {}
    }
    if System.list(folder)?.is_empty() {
        return Ok(Place::Free);
    }
    let same = |(path, bytes): &(&str, &[u8])| {
        let read = System.read(&join(folder, path), bytes.len() as u64);
        read.is_ok_and(|read| read == *bytes)
    };
    Ok(if WORKSPACE.iter().all(same) {
        Place::Unpacked
    } else {
        Place::Taken
    })
}

/// The command and its screen, as if it had been typed.
fn show(path: &str, terminal: &mut Terminal) -> Result<(), Error> {
    let (faint, blue) = (style::FAINT, style::TYPED);
    let source = Source::read(&System, path)?;
    let screen = first_screen(&source)?;
    terminal.print(&format!(
        "\n{faint}${faint:#} {blue}whyproof {}{blue:#}\n\n",
        typed(path)
    ))?;
    terminal.print(&screen::draw(&screen, terminal.width()))
}

/// What to try next.
fn more(folder: &str) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let tries = [
        (
            format!("whyproof check {}", typed(&join(folder, "weak"))),
            "what the checks find",
        ),
        (
            format!(
                "whyproof measure {}",
                typed(&join(folder, "learn-your-result/measured.md"))
            ),
            "was it the right thing?",
        ),
        (
            format!(
                "whyproof {}",
                typed(&join(folder, "stories/the-whiteboard-stayed.md"))
            ),
            "a story that stands",
        ),
        (
            format!(
                "whyproof take {} --job {}",
                typed(&join(folder, "person")),
                typed(&join(folder, "person/job.txt"))
            ),
            "somebody's background against a job",
        ),
        (
            "whyproof new idea \"Your own\"".to_owned(),
            "begin your own",
        ),
    ];
    let widest = tries
        .iter()
        .map(|(command, _)| crate::text::width(command))
        .max()
        .unwrap_or(0);
    let mut text = format!("\n{strong}Try these{strong:#}\n");
    for (command, does) in &tries {
        let gap = " ".repeat(widest - crate::text::width(command) + 3);
        text.push_str(&format!("  {blue}{command}{blue:#}{gap}{does}\n"));
    }
    if System.env("CARGO").is_some() {
        text.push_str(
            "\nTo have `whyproof` as a command: cargo install --path crates/whyproof\n\
             Until then write target/release/whyproof for it.\n",
        );
    }
    text
}
