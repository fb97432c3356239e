//! A job description from a file that somebody named.

use whyproof_experience::job::{self, Job};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT};
use crate::text::typed;

/// Reads a job description: plain text, Markdown, HTML, PDF or DOCX; `-` is standard input.
///
/// # Errors
/// Where the file cannot be read, or asks for nothing.
pub(crate) fn read(path: &str) -> Result<Job, Error> {
    let bytes = input::any_bytes(&System, path)?;
    let read = whyproof_import::job_text_of(path, &bytes)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let job = job::read(&read.text);
    if job.requirements.is_empty() {
        let message = format!("no requirement was found in {}", typed(path));
        return Err(Error::new(ErrorKind::Environment, message).hint(
            "A requirement is an item of a list, or a sentence such as “you have …” or “you will …”.",
        ));
    }
    Ok(job)
}

/// A bar's name for the job of a file: the file's, as an id.
pub(crate) fn name(path: &str) -> String {
    if path == STANDARD_INPUT {
        return "job".to_owned();
    }
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut name = String::new();
    for c in stem.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => name.push(c),
            _ if !name.ends_with('-') && !name.is_empty() => name.push('-'),
            _ => {}
        }
    }
    let name = name.trim_end_matches('-');
    match name.starts_with(|c: char| c.is_ascii_lowercase()) {
        true => name.chars().take(64).collect(),
        false => format!("job-{name}")
            .trim_end_matches('-')
            .chars()
            .take(64)
            .collect(),
    }
}
