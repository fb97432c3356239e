//! A person's workspace: `experience.yaml`, the story bank, and what stands beside them.

pub(crate) mod embeddings;
pub(crate) mod job;
pub(crate) mod people;
pub(crate) mod produced;
pub(crate) mod sharing;
pub(crate) mod taking;

use whyproof_case::{Host, HostError, Kind, join};
use whyproof_experience::resume::{Resume, ResumeError};
use whyproof_experience::{Background, Life, Meaning, Story};
use whyproof_host::System;
use whyproof_render::resume::ResumeOptions;

use crate::commands::check::files;
use crate::error::{Error, ErrorKind};
use crate::input::{self, Source};
use crate::text::typed;

use embeddings::Embeddings;

/// The file of a workspace that has the résumé.
pub(crate) const EXPERIENCE: &str = "experience.yaml";

/// The folder of a workspace that has what was read at imports.
const IMPORTED: &str = "imported";

/// What was read of a person.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// The folder that was named, else that of the first file; `.` for the current one.
    pub(crate) folder: String,
    /// The résumé and the stories.
    pub(crate) background: Background,
    /// The person's own model, where they point to one.
    meaning: Option<Box<dyn Meaning>>,
}

impl Workspace {
    /// Reads folders (their `experience.yaml` and every story below them), stories, and résumés.
    ///
    /// # Errors
    /// Where something named cannot be read, or there is neither a résumé nor a story.
    pub(crate) fn read(paths: &[String]) -> Result<Workspace, Error> {
        let mut life = None;
        let mut folder = None;
        for path in paths {
            let is_folder = System.stat(path).is_ok_and(|stat| stat.folder);
            let here = if is_folder { path.clone() } else { above(path) };
            folder.get_or_insert(here);
            if let Some(found) = life_of(path, is_folder)?
                && let Some(before) = life.replace(found)
            {
                let before: Life = before;
                let message = format!("`{}` and `{path}` are both résumés", before.path);
                return Err(Error::new(ErrorKind::Usage, message)
                    .hint("A take is of one person: name one of them."));
            }
        }
        let is_life = |path: &&String| life.as_ref().is_none_or(|life: &Life| life.path != **path);
        let others: Vec<String> = paths.iter().filter(is_life).cloned().collect();
        let stories = stories(&others)?;
        if life.is_none() && stories.is_empty() {
            return Err(nothing(paths));
        }
        Ok(Workspace {
            folder: folder.unwrap_or_else(|| ".".to_owned()),
            background: Background { life, stories },
            meaning: None,
        })
    }

    /// The same, read by meaning too where the person points to a model.
    ///
    /// # Errors
    /// Where there is no such model, or this build reads none.
    pub(crate) fn near(self, embeddings: &Embeddings) -> Result<Workspace, Error> {
        let meaning = embeddings.read()?;
        Ok(Workspace { meaning, ..self })
    }

    /// What reads by meaning, where the person points to a model.
    pub(crate) fn meaning(&self) -> Option<&dyn Meaning> {
        self.meaning.as_deref()
    }

    /// The language and the country of what is written about the person, as in `en-US`: by their résumé.
    pub(crate) fn locale(&self) -> String {
        let life = self.background.life.as_ref();
        life.map_or_else(
            || "en".to_owned(),
            |life| ResumeOptions::of(&life.resume).locale,
        )
    }

    /// The files that were read, the résumé first.
    pub(crate) fn files(&self) -> Vec<&str> {
        let life = self.background.life.iter().map(|life| life.path.as_str());
        let stories = self.background.stories.iter();
        life.chain(stories.map(|story| story.path.as_str()))
            .collect()
    }

    /// A path in the workspace.
    pub(crate) fn beside(&self, name: &str) -> String {
        join(&self.folder, name)
    }
}

/// The folder that a path stands in.
pub(crate) fn above(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or(".", |(folder, _)| folder);
    if folder.is_empty() { "/" } else { folder }.to_owned()
}

/// The résumé that a path names: a folder's `experience.yaml`, or a résumé file.
fn life_of(path: &str, is_folder: bool) -> Result<Option<Life>, Error> {
    let file = if is_folder {
        join(path, EXPERIENCE)
    } else {
        path.to_owned()
    };
    if is_folder && matches!(System.stat(&file), Err(HostError::NotFound { .. })) {
        return Ok(None);
    }
    let ending = file
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let is_markdown = matches!(ending.as_deref(), Some("md" | "markdown"));
    let is_yaml = matches!(ending.as_deref(), Some("yaml" | "yml"));
    if !is_yaml {
        let bytes = input::any_bytes(&System, &file)?;
        // Markdown is a story, unless it is plainly a résumé.
        return match is_markdown && !whyproof_import::is_resume(&file, &bytes) {
            true => Ok(None),
            false => imported(file, &bytes).map(Some),
        };
    }
    let source = Source::read(&System, &file)?;
    if source.text.lines().any(|line| line.trim_end() == "cv:") {
        return imported(file, source.text.as_bytes()).map(Some);
    }
    let resume = Resume::from_yaml(&source.text).map_err(|error| wrong(&file, &error))?;
    let own = resume
        .own()
        .map_err(|reason| Error::new(ErrorKind::Environment, format!("{file}: {reason}")))?;
    let mut own = own;
    own.imported = imported_beside(&file)?;
    let path = file;
    Ok(Some(Life { path, resume, own }))
}

/// The texts of `imported/` beside a résumé: what was read at an import, in the order of their names.
fn imported_beside(resume: &str) -> Result<Vec<String>, Error> {
    let folder = join(&above(resume), IMPORTED);
    let mut texts = Vec::new();
    let names = match System.list(&folder) {
        Ok(names) => names,
        Err(HostError::NotFound { .. }) => return Ok(texts),
        Err(error) => return Err(error.into()),
    };
    for name in names.iter().filter(|name| name.ends_with(".txt")) {
        let path = join(&folder, name);
        texts.push(input::decode(&path, input::any_bytes(&System, &path)?)?);
    }
    Ok(texts)
}

/// A résumé of another format, read as it is.
fn imported(file: String, bytes: &[u8]) -> Result<Life, Error> {
    let read = whyproof_import::resume(&file, bytes)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let mut own = read.resume.own().unwrap_or_default();
    let text = std::str::from_utf8(&bytes[..bytes.len().min(SEARCHED)]).unwrap_or_default();
    for line in own.lines.iter_mut().filter(|line| line.from.is_some()) {
        line.from = Some(place_in(&file, text, &line.line));
    }
    for one in &mut own.unplaced {
        one.from = place_in(&file, text, &one.text);
    }
    Ok(Life {
        path: file,
        resume: read.resume,
        own,
    })
}

/// How many bytes of a résumé are searched for the places of its lines.
const SEARCHED: usize = 100_000;

/// Where words stand in a file that nobody has imported: its line too, where its text has them as they are.
fn place_in(file: &str, text: &str, words: &str) -> String {
    let line = text.lines().position(|line| line.contains(words));
    line.map_or_else(|| file.to_owned(), |at| format!("{file}:{}", at + 1))
}

/// A file that is no résumé.
pub(crate) fn wrong(path: &str, error: &ResumeError) -> Error {
    let place = match (error.line, error.column) {
        (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
        _ => path.to_owned(),
    };
    Error::new(ErrorKind::Environment, format!("{place}: {}", error.reason))
        .hint("`experience.yaml` has the keys of JSON Resume: docs/experience.md.")
}

/// The stories that were named, and those of folders, in the order of their paths.
fn stories(paths: &[String]) -> Result<Vec<Story>, Error> {
    let markdown: Vec<String> = paths
        .iter()
        .filter(|path| {
            let ending = path.rsplit_once('.').map(|(_, ending)| ending);
            matches!(ending, Some("md" | "markdown"))
                || System.stat(path).is_ok_and(|stat| stat.folder)
        })
        .cloned()
        .collect();
    let found = files::find(&markdown);
    if let Some(failure) = found.failures.into_iter().next() {
        return Err(failure);
    }
    let mut stories = Vec::new();
    for file in found.files {
        let source = Source::read(&System, &file.path)?;
        if file.found && !files::is_case(&source.text) {
            continue;
        }
        let case = source.case(&System);
        // A draft is told once its author says so.
        if file.found && case.front.get("draft") == Some("true") {
            continue;
        }
        if case.kind == Kind::Story {
            let notes = notes(&file.path)?;
            let path = file.path;
            stories.push(Story { path, case, notes });
        } else if !file.found {
            let path = &file.path;
            let message = if source.text.trim().is_empty() {
                format!("`{path}` is empty")
            } else if files::is_case(&source.text) {
                format!("`{path}` is an idea: a take is of stories")
            } else {
                format!(
                    "`{path}` is neither a story nor has what a résumé has, as jobs, schools or skills under headings"
                )
            };
            return Err(Error::new(ErrorKind::Usage, message).hint(
                "A story says `kind: story` in its front matter: `whyproof new story TITLE` begins one.",
            ));
        }
    }
    Ok(stories)
}

/// The private notes of a story: `NAME.notes.md` beside it.
fn notes(path: &str) -> Result<Option<String>, Error> {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let beside = format!("{stem}.notes.md");
    match System.read(&beside, input::LIMIT) {
        Ok(bytes) => input::decode(&beside, bytes).map(Some),
        Err(HostError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn nothing(paths: &[String]) -> Error {
    let names: Vec<String> = paths.iter().map(|path| typed(path)).collect();
    let message = format!(
        "there is neither a résumé nor a story in {}",
        names.join(", ")
    );
    Error::new(ErrorKind::Environment, message)
        .hint("`whyproof import resume.pdf -o me` makes a workspace of a résumé.")
        .hint("`whyproof story \"What was hard\"` asks about the hardest thing you did, and writes the story.")
}
