//! A résumé: on paper, as a Word file, as Markdown, and as JSON for others.

use std::process::ExitCode;

use whyproof_case::Host;
use whyproof_experience::resume::Resume;
use whyproof_experience::truth;
use whyproof_host::{System, Watch};
use whyproof_render::resume::{self, Design, PageSize, ResumeOptions};

use super::made::Made;
use super::{PaperName, RenderArgs, line, target};
use crate::error::{Error, ErrorKind};
use crate::input;
use crate::terminal::Terminal;
use crate::text::typed;
use crate::workspace;
use crate::workspace::sharing;

/// How the names of files end that may be résumés.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// The résumé among what was named: a case is never YAML or JSON.
///
/// # Errors
/// Where it stands with something else.
pub(super) fn named(paths: &[String]) -> Result<Option<&str>, Error> {
    let is_resume = |path: &&String| ENDINGS.contains(&ending(path).as_str());
    match paths.iter().find(is_resume) {
        Some(path) if paths.len() > 1 => {
            let message = format!("`{path}` is no case, and cannot be rendered with others");
            Err(Error::new(ErrorKind::Usage, message).hint("A résumé is rendered alone."))
        }
        found => Ok(found.map(String::as_str)),
    }
}

/// Renders the résumé at `path`; with --watch again whenever it changes.
pub(super) fn run(
    path: &str,
    arguments: &RenderArgs,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    refuse_misplaced(path, arguments)?;
    let watch = match arguments.watch {
        true => Some(
            Watch::new(&arguments.cases)
                .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?,
        ),
        false => None,
    };
    let mut last = Made::default();
    loop {
        let done = once(path, arguments, &mut last, terminal);
        let Some(watch) = &watch else {
            return done.map(|()| ExitCode::SUCCESS);
        };
        if let Err(error) = &done {
            terminal.report(error);
        }
        if terminal.is_gone() || !watch.wait() {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

fn once(
    path: &str,
    arguments: &RenderArgs,
    last: &mut Made,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let (resume, withdrawn, kept) = read(path)?;
    let mut made = make(&resume, arguments)?;
    let kept = kept.iter().map(|line| format!("Left out: {line}."));
    made.notes.extend(kept);
    if withdrawn > 0 {
        let lines = match withdrawn {
            1 => "A line that you have withdrawn is left out.".to_owned(),
            many => format!("{many} lines that you have withdrawn are left out."),
        };
        made.notes.push(lines);
    }
    if made == *last {
        return Ok(());
    }
    for (out, bytes) in &made.files {
        System.write(out, bytes)?;
    }
    terminal.print(&line(path, &made))?;
    for note in &made.notes {
        terminal.note(&format!("note: {note}\n"));
    }
    *last = made;
    Ok(())
}

/// The résumé as others may have it, how many lines of it were withdrawn, and what stories do not let leave.
fn read(path: &str) -> Result<(Resume, usize, Vec<String>), Error> {
    let text = input::decode(path, input::any_bytes(&System, path)?)?;
    let read = match ending(path).as_str() {
        "json" => Resume::from_json(&text),
        _ => Resume::from_yaml(&text),
    };
    let mut resume = read.map_err(|error| workspace::wrong(path, &error))?;
    if resume.basics.is_none() && resume.work.is_none() {
        let message = format!("`{path}` is no résumé: it has neither `basics` nor `work`");
        return Err(Error::new(ErrorKind::Usage, message).hint(format!(
            "A résumé has the keys of JSON Resume; `whyproof import {} -o me` reads others.",
            typed(path)
        )));
    }
    let mut own = resume
        .own()
        .map_err(|reason| Error::new(ErrorKind::Environment, format!("{path}: {reason}")))?;
    let before = resume.lines().len();
    resume.retain(&|line| truth::withdrawn(&own, line).is_none());
    let withdrawn = before - resume.lines().len();
    let kept = sharing::of_file(path, &mut resume, &mut own)?;
    Ok((resume.without_own(), withdrawn, kept))
}

/// The files of a résumé, as the ending of OUT says.
fn make(resume: &Resume, arguments: &RenderArgs) -> Result<Made, Error> {
    let out = arguments.out.as_str();
    let options = options(resume, arguments);
    match ending(out).as_str() {
        "pdf" | "png" => on_paper(resume, &options, out),
        "docx" => {
            let bytes = resume::docx(resume, &options)
                .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
            Ok(Made::one(out, bytes))
        }
        "md" | "markdown" => {
            let text = resume::markdown(resume, &options);
            Ok(Made::one(out, text.into_bytes()))
        }
        "json" => {
            let text = resume
                .to_json()
                .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
            Ok(Made::one(out, text.into_bytes()))
        }
        _ => {
            let message = format!("the ending of `{out}` does not say what to write");
            Err(Error::new(ErrorKind::Usage, message)
                .hint("End it in .pdf, .docx, .md, .json or .png."))
        }
    }
}

fn options(resume: &Resume, arguments: &RenderArgs) -> ResumeOptions {
    let mut options = ResumeOptions::of(resume);
    options.size = arguments.paper.map(|paper| match paper {
        PaperName::A4 => PageSize::A4,
        PaperName::UsLetter => PageSize::UsLetter,
    });
    options.design = arguments.design.map(Design::from).unwrap_or_default();
    options.day = Some(System.today());
    options
}

/// A résumé as PDF, or its pages as pictures.
#[cfg(feature = "pdf")]
fn on_paper(resume: &Resume, options: &ResumeOptions, out: &str) -> Result<Made, Error> {
    use super::paper::{SHARP, numbered};
    use whyproof_render::paper::PaperError;

    let wrong = |error: PaperError| match error {
        PaperError::TooLarge(reason) => Error::new(
            ErrorKind::Environment,
            format!("the résumé is too large for a paper: {reason}"),
        )
        .hint("`-o OUT.docx` takes a résumé of any length."),
        error => Error::new(ErrorKind::Environment, error.to_string()),
    };
    let (files, shapeless) = if ending(out) == "pdf" {
        let paper = resume::pdf(resume, options).map_err(wrong)?;
        (vec![(out.to_owned(), paper.pdf)], paper.shapeless)
    } else {
        let pictures = resume::png(resume, options, SHARP).map_err(wrong)?;
        (numbered(pictures.pages, out), pictures.shapeless)
    };
    let notes = whyproof_render::paper::untold(&shapeless);
    Ok(Made {
        files,
        notes: notes.into_iter().collect(),
    })
}

#[cfg(not(feature = "pdf"))]
fn on_paper(_: &Resume, _: &ResumeOptions, out: &str) -> Result<Made, Error> {
    let message = format!("this build does not write `{out}`");
    Err(Error::new(ErrorKind::Usage, message)
        .hint("Build it with the feature `pdf`, which is on by default."))
}

/// What is said of cases only, and a file that would be written over.
fn refuse_misplaced(path: &str, arguments: &RenderArgs) -> Result<(), Error> {
    let is_paper = matches!(ending(&arguments.out).as_str(), "pdf" | "png");
    let has_pages = is_paper || ending(&arguments.out) == "docx";
    let wrong = |message: &str, hint: &str| {
        Err(Error::new(ErrorKind::Usage, message.to_owned()).hint(hint.to_owned()))
    };
    if arguments.form.is_some() || arguments.since.is_some() {
        return wrong(
            "--form and --since are for cases, and this is a résumé",
            "A résumé has a design: `--design modern`.",
        );
    }
    if arguments.design.is_some() && !is_paper {
        return wrong("--design is for paper", "Write a paper: `-o OUT.pdf`.");
    }
    if arguments.paper.is_some() && !has_pages {
        return wrong("--paper is for papers", "Write a paper: `-o OUT.pdf`.");
    }
    if target::plain(path) == target::plain(&arguments.out) {
        let message = format!("`{path}` is the résumé itself, and is left as it is");
        return wrong(&message, "Give -o another name.");
    }
    Ok(())
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}
