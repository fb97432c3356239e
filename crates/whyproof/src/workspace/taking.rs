//! A take of a workspace: which bars it is held to, the job, and what people said.

use whyproof_case::{Bar, Ladder, Scope};
use whyproof_experience::debrief::{Coverage, coverage};
use whyproof_experience::job::Job;
use whyproof_experience::people::FILE;
use whyproof_experience::{Background, Take, TakeInput, take};
use whyproof_host::System;

use crate::commands::bar;
use crate::commands::debrief;
use crate::error::Error;
use crate::workspace::Workspace;
use crate::workspace::job;
use crate::workspace::people;

/// The bar that people are held to where nothing names one.
pub(crate) const USUAL: &str = "product-manager";

/// What a background is held to.
#[derive(Debug)]
pub(crate) struct Held {
    /// The job's bar first, then those that were named; else those that the stories name, else the usual one.
    pub(crate) bars: Vec<Bar>,
    /// The job, where one was given.
    pub(crate) job: Option<Job>,
}

impl Held {
    /// The bars that were named and the job in a file, each once.
    ///
    /// # Errors
    /// Where a bar is not there, or the job cannot be read.
    pub(crate) fn to(
        named: &[String],
        path: Option<&str>,
        workspace: &Workspace,
    ) -> Result<Held, Error> {
        let job = path.map(job::read).transpose()?;
        let mut bars = Vec::new();
        if let (Some(job), Some(path)) = (&job, path) {
            bars.push(job.bar(&job::name(path)));
        }
        if named.is_empty() && bars.is_empty() {
            bars = of_stories(&workspace.background);
        }
        let usual = [USUAL.to_owned()];
        let names = match named {
            [] if bars.is_empty() => &usual[..],
            named => named,
        };
        let scope = Scope::of_folder(&System, &workspace.folder);
        let mut held = Held { bars, job };
        for name in names {
            held.also_to(name, &scope)?;
        }
        Ok(held)
    }

    /// Holds it to one more bar, where it is not held to it yet.
    ///
    /// # Errors
    /// Where the bar is not there.
    pub(crate) fn also_to(&mut self, name: &str, scope: &Scope) -> Result<(), Error> {
        let found = bar::find(scope, name)?;
        if self.bars.iter().all(|known| known.name != found.name) {
            self.bars.push(found.as_ref().clone());
        }
        Ok(())
    }

    /// The bar that interviewers hold somebody to: what was named, else what the stories name, else what the job's title
    /// says, else the ladder's. A ladder of the person's own comes before the title.
    pub(crate) fn of_interviewers(
        &self,
        named: &[String],
        ladder: &Ladder,
        is_own: bool,
    ) -> String {
        let stories = || {
            let bars = self.bars.iter().skip(usize::from(self.job.is_some()));
            bars.map(|bar| bar.name.as_str()).next()
        };
        let own = || ladder.bar.as_deref().filter(|_| is_own);
        let title = || self.job.as_ref()?.title.as_deref().and_then(bar_of_title);
        let first = named.first().map(String::as_str);
        let found = first.or_else(own).or_else(stories).or_else(title);
        let found = found.or(ladder.bar.as_deref());
        found.unwrap_or(USUAL).to_owned()
    }

    /// The take of a workspace, with what people said of it; with `all`, every sentence.
    ///
    /// # Errors
    /// Where `take.yaml` is there and cannot be read.
    pub(crate) fn take(&self, workspace: &Workspace, all: bool) -> Result<Take, Error> {
        let (_, people) = people::read(&workspace.beside(FILE))?;
        Ok(take(&TakeInput {
            background: &workspace.background,
            bars: &self.bars,
            job: self.job.as_ref(),
            people: &people,
            meaning: workspace.meaning(),
            all,
        }))
    }

    /// What was asked in interviews, for each bar; nothing where the workspace has no debriefs.
    ///
    /// # Errors
    /// Where `debriefs.yaml` is there and cannot be read.
    pub(crate) fn asked(&self, workspace: &Workspace) -> Result<Vec<Coverage>, Error> {
        let debriefs = debrief::Book::of(&workspace.folder).read()?;
        if debriefs.is_empty() {
            return Ok(Vec::new());
        }
        let bars = self.bars.iter();
        Ok(bars.map(|bar| coverage(&debriefs, &bar.criteria)).collect())
    }
}

/// The built-in bar of a job by the words of its title: "Programme manager, returns" is a program manager's.
fn bar_of_title(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    let bars = [
        ("product manager", "product-manager"),
        ("program manager", "program-manager"),
        ("programme manager", "program-manager"),
        ("engineer", "engineer"),
        ("developer", "engineer"),
        ("founder", "founder"),
    ];
    let found = bars.into_iter().find(|(words, _)| title.contains(words));
    found.map(|(_, bar)| bar)
}

fn of_stories(background: &Background) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let named = background.stories.iter();
    for bar in named.filter_map(|story| story.case.bar.as_deref()) {
        if bars.iter().all(|known| known.name != bar.name) {
            bars.push(bar.clone());
        }
    }
    bars
}
