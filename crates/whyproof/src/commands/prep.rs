//! `prep`: the preparation book.

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Case, Scope};
use whyproof_experience::debrief::Debrief;
use whyproof_experience::rehearsal::dealt;
use whyproof_host::System;
use whyproof_render::prep::{self, Assembly, Meeting};
use whyproof_render::take::TakeOptions;
use whyproof_whys::View;

use super::ask;
use super::bar;
use super::debrief;
use super::drill::looped;
use crate::error::Error;
#[cfg(feature = "pdf")]
use crate::error::ErrorKind;
use crate::terminal::{Terminal, style};
use crate::text::typed;
use crate::workspace::Workspace;
use crate::workspace::embeddings::Embeddings;
use crate::workspace::produced::{self, Produced};
use crate::workspace::taking::Held;

/// Make the book to prepare with: a sheet for each story, which to tell for what, and the whys to expect from whom
///
/// It also has what to ask them, the failures, what was asked in earlier interviews, and the take. It is for you alone: your
/// private notes on stories (NAME.notes.md) and lines are in it, and nowhere else.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof prep me -o prep.pdf
  whyproof prep me --job job.txt -o prep.html          To read on a phone
  whyproof prep me --loop acme-loop -o prep.pdf        Who asks: a ladder of yours, ladders/acme-loop.toml")]
pub(crate) struct PrepArgs {
    /// Folders, stories, and one résumé
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<String>,
    /// The bar, by its name or its file
    #[arg(long = "bar", value_name = "NAME")]
    bars: Vec<String>,
    /// A job description: what it asks for is the first bar
    #[arg(long, value_name = "FILE")]
    job: Option<String>,
    #[command(flatten)]
    embeddings: Embeddings,
    /// The interviewers: a ladder, by its name
    #[arg(long = "loop", value_name = "NAME", default_value = looped::LOOP)]
    ladder: String,
    /// Write the book to this file, .pdf or .html
    #[arg(short, long, value_name = "OUT")]
    output: String,
}

pub(crate) fn run(arguments: &PrepArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let stories = made(arguments)?;
    terminal.print(&told(&arguments.output, stories))?;
    Ok(ExitCode::SUCCESS)
}

/// The book of what stands in a folder, for the job in a file, without a word.
///
/// # Errors
/// As the verb.
pub(crate) fn silently(folder: &str, job: &str, output: &str) -> Result<(), Error> {
    let arguments = PrepArgs {
        paths: vec![folder.to_owned()],
        bars: Vec::new(),
        job: Some(job.to_owned()),
        embeddings: Embeddings::default(),
        ladder: looped::LOOP.to_owned(),
        output: output.to_owned(),
    };
    made(&arguments).map(drop)
}

/// Makes the book; how many stories are in it.
fn made(arguments: &PrepArgs) -> Result<usize, Error> {
    let kind = Produced::named(&arguments.output, &[Produced::Pdf, Produced::Html])?;
    let workspace = Workspace::read(&arguments.paths)?.near(&arguments.embeddings)?;
    let mut held = Held::to(&arguments.bars, arguments.job.as_deref(), &workspace)?;
    let scope = Scope::of_folder(&System, &workspace.folder);
    let ladder = looped::find(&scope, &arguments.ladder)?;
    let is_own = ladder.name != looped::LOOP;
    let name = held.of_interviewers(&arguments.bars, &ladder, is_own);
    let bar = bar::find(&scope, &name)?;
    held.also_to(&name, &scope)?;
    let take = held.take(&workspace, false)?;
    let heard = held.asked(&workspace)?;
    let debriefs = debrief::Book::of(&workspace.folder).read()?;
    let dealt = dealt(&ladder, &bar);
    let meets = ladder.rungs.iter().zip(dealt).map(|(rung, criteria)| {
        let criteria = criteria.iter().filter_map(|at| bar.criteria.get(*at));
        Meeting {
            name: rung.title.clone(),
            who: rung.who.clone(),
            criteria: criteria.map(|one| one.id.clone()).collect(),
            views: rung.views.clone(),
        }
    });
    let book = prep::assemble(Assembly {
        background: &workspace.background,
        take,
        job: held.job.as_ref().and_then(|job| job.title.clone()),
        meets: meets.collect(),
        debriefs: debriefs.iter().flat_map(asked).collect(),
        asks: &asks,
    });
    let options = TakeOptions {
        day: Some(whyproof_case::Host::today(&System)),
        asked: heard,
        locale: workspace.locale(),
        ..TakeOptions::default()
    };
    let bytes = match kind {
        Produced::Html => prep::html(&book, &options).as_str().as_bytes().to_vec(),
        _ => paper(&book, &options)?,
    };
    produced::write(&arguments.output, &bytes, kind, &workspace.files())?;
    Ok(workspace.background.stories.len())
}

#[cfg(feature = "pdf")]
fn paper(book: &prep::Book, options: &TakeOptions) -> Result<Vec<u8>, Error> {
    let printed = prep::pdf(book, options)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    Ok(printed.pdf)
}

#[cfg(not(feature = "pdf"))]
fn paper(_: &prep::Book, _: &TakeOptions) -> Result<Vec<u8>, Error> {
    Err(produced::no_paper())
}

/// The whys of a story, from points of view: every one where there are none.
fn asks(case: &Case, views: &[String], count: usize) -> Vec<(String, String)> {
    let views: Vec<View> = views.iter().filter_map(|view| View::named(view)).collect();
    let asked = ask::of(case, count, views).unwrap_or_default().into_iter();
    asked.map(|why| (why.text, why.why)).collect()
}

/// What was asked in an interview.
fn asked(debrief: &Debrief) -> Vec<prep::Debrief> {
    let by = debrief.by.clone().or_else(|| debrief.at.clone());
    let asked = debrief.asked.iter().map(|asked| prep::Debrief {
        day: debrief.day.clone(),
        by: by.clone().unwrap_or_default(),
        question: asked.question.clone(),
        went: asked.went.word().to_owned(),
    });
    asked.collect()
}

fn told(path: &str, stories: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let mut told = format!(
        "Wrote {}. It has your private notes: it is for you alone.\n",
        typed(path)
    );
    if stories == 0 {
        told.push_str(&format!(
            "\n{strong}Next{strong:#}\n  {blue}whyproof story{blue:#}  asks about the hardest thing you did: the book has no story yet\n"
        ));
    }
    told
}
