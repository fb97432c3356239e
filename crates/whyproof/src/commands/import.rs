//! `import`: somebody else's file as a first draft of a case; a résumé as a person's workspace; replies to a packet, or
//! the comments of a Word file, into a case.

mod experience;
mod into;
mod replies;
mod takes;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Host, HostError};
use whyproof_host::System;
use whyproof_import::Draft;

use crate::error::{Error, ErrorKind};
use crate::input;
use crate::terminal::{Terminal, style};
use crate::text::{typed, wrap};

/// Make a first draft of a case from Argdown, DOCX, Markdown or plain text, a workspace from a résumé, or merge replies
/// to a packet
///
/// Nothing of the text is lost and nothing is made up. What the case still lacks is a list of at most ten, written to
/// standard error. A résumé (PDF, DOCX, Markdown, plain text, HTML, JSON Resume, RenderCV, LinkedIn's data export,
/// Europass) becomes experience.yaml: with -o FOLDER beside the text as it was read and a story to be told for each line
/// that tells something done; what has no place is shown and kept. With --into, the files are replies to a packet: their whys go into the case, each with its author
/// and on what it was put to, and the replies are kept beside it; or a Word file that was made of the case, whose
/// comments become questions in the same way. Replies of mentors go into the folder of the person: what they said
/// stands in its take.yaml, under their names.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof import proposal.docx -o proposal.md
  whyproof import debate.argdown | less
  whyproof import resume.pdf -o me
  whyproof import *-reply.json --into proposal.md
  whyproof import *-reply.json --into me              Mentors' replies, into me/take.yaml
  whyproof import commented.docx --into proposal.md")]
pub(crate) struct ImportArgs {
    /// The file, with --into any number of them; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<String>,
    /// Merge the files, replies to a packet or a commented Word file, into this case; mentors' replies into this folder
    #[arg(long, value_name = "CASE|FOLDER", conflicts_with = "output")]
    pub(crate) into: Option<String>,
    /// Write the draft to this file, which must not be there yet, instead of standard output; of a résumé, into this
    /// folder, which must not have an experience.yaml yet
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<String>,
    /// Read the file as this, whatever it looks like
    #[arg(long = "as", value_name = "WHAT", conflicts_with = "into")]
    pub(crate) as_what: Option<What>,
    /// With --into: bring comments that were resolved in Word, too
    #[arg(long, requires = "into")]
    pub(crate) resolved: bool,
    /// With --into: say what would be brought, and write nothing
    #[arg(long, requires = "into")]
    pub(crate) dry_run: bool,
}

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// A résumé
    Experience,
    /// A case
    Case,
}

pub(crate) fn run(arguments: &ImportArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if let Some(case) = &arguments.into {
        return merge(arguments, case, terminal);
    }
    let [file] = arguments.files.as_slice() else {
        let message = "one file at a time becomes a case";
        return Err(Error::new(ErrorKind::Usage, message)
            .hint("Replies to a packet go into the case that they are about: --into CASE."));
    };
    let bytes = input::any_bytes(&System, file)?;
    if replies::is_reply(&bytes) {
        let message = format!("`{file}` is a reply to a packet");
        let hint = format!(
            "`whyproof import {} --into CASE.md` merges it into its case.",
            typed(file)
        );
        return Err(Error::new(ErrorKind::Usage, message).hint(hint));
    }
    if takes::is_reply(&bytes) {
        let hint = format!(
            "`whyproof import {} --into FOLDER` puts it into the take.yaml of the person that it is about.",
            typed(file)
        );
        let message = format!("`{file}` is a mentor's reply");
        return Err(Error::new(ErrorKind::Usage, message).hint(hint));
    }
    let is_resume = match arguments.as_what {
        Some(what) => what == What::Experience,
        None => whyproof_import::is_resume(file, &bytes),
    };
    if is_resume {
        return experience::run(file, &bytes, arguments.output.as_deref(), terminal);
    }
    input::no_data(file)?;
    if bytes.starts_with(b"%PDF-") {
        // A scan, a password or damage is worth more words than that it is no résumé.
        whyproof_import::text_of(file, &bytes)
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    }
    let draft = whyproof_import::import(file, &bytes)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    match &arguments.output {
        Some(path) => write(path, &draft)?,
        None => terminal.print(&draft.markdown)?,
    }
    let told = told(file, arguments, &draft, terminal.width());
    terminal.note(&told);
    Ok(ExitCode::SUCCESS)
}

/// Replies, or the comments of one Word file, into a case.
fn merge(arguments: &ImportArgs, case: &str, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if takes::is_persons(case) {
        return takes::run(&arguments.files, case, arguments.dry_run, terminal);
    }
    let is_word = |file: &&String| file.to_lowercase().ends_with(".docx");
    match (arguments.files.iter().find(is_word), arguments.files.len()) {
        (Some(file), 1) => into::run(arguments, file, case, terminal),
        (Some(file), _) => Err(Error::new(
            ErrorKind::Usage,
            format!("`{file}` has to be merged by itself"),
        )
        .hint("Word files go into a case one at a time, replies all at once.")),
        (None, _) if arguments.resolved || arguments.dry_run => Err(Error::new(
            ErrorKind::Usage,
            "--resolved and --dry-run are for a Word file's comments, and --dry-run for mentors' replies",
        )),
        (None, _) => replies::run(&arguments.files, case, terminal),
    }
}

fn write(path: &str, draft: &Draft) -> Result<(), Error> {
    System
        .create(path, draft.markdown.as_bytes())
        .map_err(|error| match error {
            HostError::Exists { path } => {
                Error::new(ErrorKind::Environment, format!("`{path}` is there already"))
                    .hint("Nothing is ever overwritten: give another name after -o.")
            }
            other => other.into(),
        })
}

/// What was read, what is missing and what was changed on the way.
fn told(file: &str, arguments: &ImportArgs, draft: &Draft, columns: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let kept = draft.kept;
    let counted = |count: usize, one: &str, many: &str| {
        format!("{count} {}", if count == 1 { one } else { many })
    };
    // In one window with the draft, a line between them.
    let between = if arguments.output.is_some() { "" } else { "\n" };
    let mut text = format!(
        "{between}Read as {}: {}, {}, {} of the argument.\n",
        draft.format.name(),
        counted(kept.words, "word", "words"),
        counted(kept.sections, "section", "sections"),
        counted(kept.statements, "statement", "statements"),
    );
    if !draft.missing.is_empty() {
        text.push_str(&format!("\n{strong}What it still lacks{strong:#}\n"));
        for (at, gap) in draft.missing.iter().enumerate() {
            text.push_str(&item(&format!("{:>2}. ", at + 1), &gap.text, columns));
        }
    }
    if !draft.notes.is_empty() {
        text.push_str(&format!("\n{strong}What is not as it was{strong:#}\n"));
        for note in &draft.notes {
            let lead = note
                .line
                .map_or_else(|| "  - ".to_owned(), |line| format!("  line {line}  "));
            text.push_str(&item(&lead, &note.text, columns));
        }
    }
    let next = match &arguments.output {
        Some(path) => format!("whyproof {}", typed(path)),
        None => format!("whyproof import {} -o CASE.md", typed(file)),
    };
    text.push_str(&format!(
        "\n{strong}Next{strong:#}\n  {blue}{next}{blue:#}\n"
    ));
    text
}

/// `text` behind `lead`, its further lines under its first.
fn item(lead: &str, text: &str, columns: usize) -> String {
    let indent = crate::text::width(lead);
    let mut item = String::new();
    for (at, line) in wrap(text, columns.saturating_sub(indent))
        .iter()
        .enumerate()
    {
        let lead = if at == 0 {
            lead.to_owned()
        } else {
            " ".repeat(indent)
        };
        item.push_str(&format!("{lead}{line}\n"));
    }
    item
}
