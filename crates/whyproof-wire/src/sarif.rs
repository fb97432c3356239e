//! Findings in SARIF 2.1.0, which code hosts and editors read.

mod log;
mod uri;

use std::collections::BTreeMap;

use crate::check::{Check, CheckedFile, Finding};
use crate::place::Place;
use crate::words::Severity;
use log::{
    ArtifactChange, ArtifactContent, ArtifactLocation, ByteRegion, Configuration, Driver, Fix,
    Location, Log, Message, PhysicalLocation, Region, Replacement, Result, Rule, Run, Tool,
};

const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The document of what was found. Columns count Unicode code points; edits are in bytes.
///
/// # Errors
/// Those of serde; none for these types.
pub fn sarif(check: &Check) -> std::result::Result<String, serde_json::Error> {
    let mut rules: Vec<Rule> = whyproof_check::all().iter().map(Rule::from).collect();
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, rule) in rules.iter().enumerate() {
        index.insert(rule.id, at);
    }
    // Findings of the parser and the resolver belong to no check.
    for finding in check.files.iter().flat_map(|file| &file.findings) {
        index.entry(finding.id).or_insert_with(|| {
            rules.push(Rule::of_file(finding.id, finding.severity));
            rules.len() - 1
        });
    }
    let results = check
        .files
        .iter()
        .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
        .map(|(file, finding)| result(file, finding, &index));
    crate::json(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            results: results.collect(),
            tool: Tool {
                driver: Driver {
                    name: "whyproof",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    information_uri: REPOSITORY,
                    rules,
                },
            },
            column_kind: "unicodeCodePoints",
        }],
    })
}

fn result<'c>(
    file: &'c CheckedFile,
    finding: &'c Finding,
    index: &BTreeMap<&str, usize>,
) -> Result<'c> {
    let uri = uri::of_path(&file.path);
    let related = finding.related.iter().map(|related| Location {
        message: Some(Message::new(&related.message)),
        physical_location: physical(&uri, &related.place),
    });
    let text = match &finding.help {
        Some(help) => format!("{}\n{help}", finding.message),
        None => finding.message.clone(),
    };
    Result {
        rule_id: finding.id,
        rule_index: index.get(finding.id).copied().unwrap_or_default(),
        level: level(finding.severity),
        message: Message { text },
        locations: [Location {
            message: None,
            physical_location: physical(&uri, &finding.place),
        }],
        related_locations: related.collect(),
        fixes: finding.fix.iter().map(|fix| mend(&uri, fix)).collect(),
    }
}

fn physical(uri: &str, place: &Place) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation {
            uri: uri.to_owned(),
        },
        region: Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            byte_offset: place.start,
            byte_length: place.end - place.start,
        },
    }
}

fn mend<'c>(uri: &str, fix: &'c crate::check::Fix) -> Fix<'c> {
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: ByteRegion {
            byte_offset: edit.start,
            byte_length: edit.end - edit.start,
        },
        inserted_content: ArtifactContent { text: &edit.text },
    });
    Fix {
        description: Message::new(&fix.title),
        artifact_changes: [ArtifactChange {
            artifact_location: ArtifactLocation {
                uri: uri.to_owned(),
            },
            replacements: replacements.collect(),
        }],
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

impl From<&whyproof_check::Check> for Rule {
    fn from(check: &whyproof_check::Check) -> Self {
        let page = page(check.id);
        Self {
            id: check.id,
            short_description: Message::new(check.summary),
            help: Message {
                text: format!("{} See {page}", sentence(check.summary)),
            },
            help_uri: page,
            default_configuration: Configuration {
                level: level(check.severity.into()),
                enabled: check.default,
            },
        }
    }
}

impl Rule {
    fn of_file(id: &'static str, severity: Severity) -> Self {
        let text = format!("The file itself: {}", id.replace('-', " "));
        Self {
            id,
            short_description: Message { text: text.clone() },
            help: Message {
                text: format!("{text}. See {}", page(id)),
            },
            help_uri: page(id),
            default_configuration: Configuration {
                level: level(severity),
                enabled: true,
            },
        }
    }
}

/// The page that tells of a check, or of what the parser and the resolver find.
fn page(id: &str) -> String {
    format!("{REPOSITORY}/blob/main/docs/checks/{id}.md")
}

fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
