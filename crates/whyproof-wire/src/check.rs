//! The document of `check`: what the checks found, file by file.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_check::Findings;
use whyproof_syntax::{Diagnostic, LineIndex, Span};

use crate::place::Place;
use crate::words::Severity;

/// What `whyproof check --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/check/1")]
pub struct Check {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/check/1"))]
    pub schema: &'static str,
    /// The files that were checked, in order.
    pub files: Vec<CheckedFile>,
    /// All files together.
    pub summary: Summary,
}

impl Check {
    /// The document of several files.
    pub fn of(files: Vec<CheckedFile>) -> Self {
        let count = |severity| {
            let findings = files.iter().flat_map(|file| &file.findings);
            findings.filter(|f| f.severity == severity).count()
        };
        let summary = Summary {
            files: files.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            folded: files
                .iter()
                .flat_map(|file| &file.findings)
                .map(|finding| finding.folded)
                .sum(),
            left_out: files.iter().map(|file| file.left_out).sum(),
            total: files.iter().map(|file| file.total).sum(),
        };
        Self {
            schema: "whyproof/check/1",
            files,
            summary,
        }
    }
}

/// How many files and findings there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Errors listed.
    pub errors: usize,
    /// Warnings listed.
    pub warnings: usize,
    /// Further findings listed.
    pub infos: usize,
    /// Findings folded into those listed.
    pub folded: u32,
    /// Findings that `--all` would list besides, folded ones apart.
    pub left_out: u32,
    /// All findings.
    pub total: u32,
}

/// What was found in one file.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CheckedFile {
    /// The file, as it was named.
    pub path: String,
    /// Worst first.
    pub findings: Vec<Finding>,
    /// Findings that `--all` would list besides, folded ones apart.
    pub left_out: u32,
    /// All findings.
    pub total: u32,
}

impl CheckedFile {
    /// What `findings` say of the case at `path`, of which the text is `text`, with its lines.
    pub fn of(path: &str, text: &str, lines: &LineIndex, findings: &Findings) -> Self {
        let place = |span| Place::within(text, lines, span);
        let shown = findings.shown.iter();
        Self {
            path: path.to_owned(),
            findings: shown.map(|finding| Finding::of(finding, place)).collect(),
            left_out: findings.left_out,
            total: findings.total,
        }
    }
}

/// One finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// The check's stable name.
    pub id: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Other places it speaks of.
    pub related: Vec<Related>,
    /// A change that would mend it.
    pub fix: Option<Fix>,
    /// Further findings of the same check that were folded into this one.
    pub folded: u32,
    /// How many of the author's statements rest on the place.
    pub load: u32,
}

impl Finding {
    fn of(finding: &whyproof_check::Finding, place: impl Fn(Span) -> Place) -> Self {
        let diagnostic: &Diagnostic = &finding.diagnostic;
        let related = diagnostic.related.iter().map(|related| Related {
            message: related.message.clone(),
            place: place(related.span),
        });
        Self {
            id: diagnostic.id,
            severity: diagnostic.severity.into(),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            place: place(diagnostic.span),
            related: related.collect(),
            fix: diagnostic.fix.as_ref().map(Fix::from),
            folded: finding.folded,
            load: finding.weight,
        }
    }
}

/// Another place that a finding speaks of.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Related {
    /// What it has to do with it.
    pub message: String,
    /// Where.
    #[serde(flatten)]
    pub place: Place,
}

/// A change that would mend a finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Fix {
    /// What the change does, as a command.
    pub title: String,
    /// Whether `--fix` applies it.
    pub safe: bool,
    /// Replacements in order, not overlapping.
    pub edits: Vec<Edit>,
}

impl From<&whyproof_syntax::Fix> for Fix {
    fn from(fix: &whyproof_syntax::Fix) -> Self {
        let edits = fix.edits.iter().map(|edit| Edit {
            start: edit.span.start,
            end: edit.span.end,
            text: edit.text.clone(),
        });
        Self {
            title: fix.title.clone(),
            safe: fix.safe,
            edits: edits.collect(),
        }
    }
}

/// One replacement of text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Edit {
    /// First byte of what is replaced.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// What stands there afterwards.
    pub text: String,
}
