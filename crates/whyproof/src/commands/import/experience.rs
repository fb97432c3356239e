//! `import` of a résumé: a person's workspace, with stories that are still to be told.

use std::process::ExitCode;

use whyproof_case::{Host, HostError, join};
use whyproof_experience::resume::{Resume, Unplaced, all};
use whyproof_host::System;
use whyproof_import::{ImportedResume, StoryDraft, story_drafts};

use super::item;
use crate::commands::new;
use crate::error::{Error, ErrorKind};
use crate::terminal::{Terminal, style};
use crate::text::{counted, typed};
use crate::workspace::EXPERIENCE;

/// Most pieces without a place that are shown.
const SHOWN: usize = 20;

pub(super) fn run(
    file: &str,
    bytes: &[u8],
    folder: Option<&str>,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let imported = whyproof_import::resume(file, bytes)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let yaml = imported
        .resume
        .to_yaml()
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let drafts = match folder {
        Some(folder) => {
            let drafts = story_drafts(&imported);
            write(folder, &imported, &yaml, &drafts)?;
            drafts
        }
        None => {
            terminal.print(&yaml)?;
            Vec::new()
        }
    };
    terminal.note(&told(file, folder, &imported, &drafts, terminal.width()));
    Ok(ExitCode::SUCCESS)
}

/// Writes the workspace: what it is made of first, so that a folder with a résumé is whole.
fn write(
    folder: &str,
    imported: &ImportedResume,
    yaml: &str,
    drafts: &[StoryDraft],
) -> Result<(), Error> {
    if folder.ends_with(".yaml") || folder.ends_with(".yml") || folder.ends_with(".md") {
        return Err(Error::new(
            ErrorKind::Usage,
            format!("`{folder}` is no name of a folder"),
        )
        .hint(
            "A résumé becomes a folder: `-o me` writes me/experience.yaml and what belongs to it.",
        ));
    }
    let mut files = vec![(imported.kept.clone(), imported.text.clone())];
    files.extend(drafts.iter().map(|draft| {
        let path = format!("stories/drafts/{}.md", draft.slug);
        (path, new::story_of(draft))
    }));
    files.push((EXPERIENCE.to_owned(), yaml.to_owned()));
    for (name, _) in files.iter().rev() {
        let path = join(folder, name);
        if System.stat(&path).is_ok() {
            return Err(taken(&path));
        }
    }
    for (name, text) in &files {
        let path = join(folder, name);
        System
            .create(&path, text.as_bytes())
            .map_err(|error| match error {
                HostError::Exists { path } => taken(&path),
                other => other.into(),
            })?;
    }
    Ok(())
}

fn taken(path: &str) -> Error {
    Error::new(ErrorKind::Environment, format!("`{path}` is there already"))
        .hint("Nothing is ever overwritten: give another folder after -o.")
}

/// What was read, what has no place, and what comes next.
fn told(
    file: &str,
    folder: Option<&str>,
    imported: &ImportedResume,
    drafts: &[StoryDraft],
    columns: usize,
) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let between = if folder.is_some() { "" } else { "\n" };
    let mut text = format!(
        "{between}Read as {}: {}.\n",
        imported.format.name(),
        counts(&imported.resume)
    );
    if let Some(folder) = folder {
        let written = format!(
            "Wrote {}, {} and {} into stories/drafts.",
            typed(&join(folder, EXPERIENCE)),
            typed(&imported.kept),
            counted(
                drafts.len(),
                "story that is still to be told",
                "stories that are still to be told"
            ),
        );
        text.push_str(&item("", &written, columns));
    }
    let unplaced = imported.resume.own().unwrap_or_default().unplaced;
    text.push_str(&left(&unplaced, columns));
    for note in &imported.notes {
        text.push_str(&item("- ", &note.text, columns));
    }
    let next = match folder {
        Some(folder) => format!("whyproof take {}", typed(folder)),
        None => format!("whyproof import {} -o FOLDER", typed(file)),
    };
    text.push_str(&format!(
        "\n{strong}Next{strong:#}\n  {blue}{next}{blue:#}\n"
    ));
    text
}

/// What could not be placed, each with the line it stands in.
fn left(unplaced: &[Unplaced], columns: usize) -> String {
    let strong = style::STRONG;
    if unplaced.is_empty() {
        return String::new();
    }
    let mut text =
        format!("\n{strong}What has no place yet, and is kept under `unplaced`{strong:#}\n");
    for one in unplaced.iter().take(SHOWN) {
        let line = one
            .from
            .rsplit_once(':')
            .and_then(|(_, line)| line.parse::<usize>().ok());
        let lead = line.map_or_else(|| "  - ".to_owned(), |line| format!("  line {line}  "));
        text.push_str(&item(&lead, &one.text, columns));
    }
    if unplaced.len() > SHOWN {
        text.push_str(&format!("  and {} more\n", unplaced.len() - SHOWN));
    }
    text
}

/// What there is of each kind, but for what there is nothing of.
fn counts(resume: &Resume) -> String {
    let lines = all(&resume.work)
        .iter()
        .map(|one| all(&one.highlights).len() + usize::from(one.summary.is_some()));
    let unpaid = all(&resume.volunteer)
        .iter()
        .map(|one| all(&one.highlights).len());
    let projects = all(&resume.projects)
        .iter()
        .map(|one| all(&one.highlights).len());
    let lines: usize = lines.chain(unpaid).chain(projects).sum();
    let keywords: usize = all(&resume.skills)
        .iter()
        .map(|one| all(&one.keywords).len().max(1))
        .sum();
    let kinds = [
        (all(&resume.work).len(), "job", "jobs"),
        (all(&resume.volunteer).len(), "unpaid job", "unpaid jobs"),
        (all(&resume.projects).len(), "project", "projects"),
        (lines, "line", "lines"),
        (all(&resume.education).len(), "school", "schools"),
        (keywords, "skill", "skills"),
        (all(&resume.languages).len(), "language", "languages"),
        (
            all(&resume.certificates).len(),
            "certificate",
            "certificates",
        ),
        (all(&resume.awards).len(), "prize", "prizes"),
        (
            all(&resume.publications).len(),
            "publication",
            "publications",
        ),
    ];
    let counts: Vec<String> = kinds
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    if counts.is_empty() {
        "how to reach the person, and nothing else".to_owned()
    } else {
        counts.join(", ")
    }
}
