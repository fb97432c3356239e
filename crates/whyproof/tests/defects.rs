//! Is the verdict right? Each example has ten defects and more seeded into it, one at a time. Every one must change
//! the verdict or the findings, and the first screen must name it, unless three weaker places come before it.
//! `defects/report.md` says what each did; `UPDATE_DEFECTS=1` writes it anew.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test runs the program on files"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Defects {
    defect: Vec<Defect>,
}

#[derive(Deserialize)]
struct Defect {
    case: String,
    name: String,
    find: String,
    replace: String,
}

/// What the program says of a case.
struct Said {
    standing: String,
    /// Standings of the author's statements, by id and words.
    statements: BTreeMap<String, String>,
    missing: BTreeSet<String>,
    /// Check, message and line, worst first.
    findings: Vec<(String, String, u64)>,
    screen: String,
}

#[test]
fn every_seeded_defect_is_seen() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/defects");
    let text = std::fs::read_to_string(here.join("defects.toml")).expect("defects.toml");
    let defects: Defects = toml::from_str(&text).expect("the list of defects");
    let folder = tempfile::tempdir().expect("a folder");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"),
        folder.path(),
    );
    let mut sound: BTreeMap<&str, Said> = BTreeMap::new();
    let mut count: BTreeMap<&str, u32> = BTreeMap::new();
    let mut report =
        "# What each seeded defect changes\n\nWritten by `tests/defects.rs`.\n".to_owned();
    let mut failed = Vec::new();
    for defect in &defects.defect {
        let path = folder.path().join(&defect.case);
        let good = std::fs::read_to_string(&path).expect("the case");
        assert_eq!(
            good.matches(&defect.find).count(),
            1,
            "{}: {}",
            defect.case,
            defect.name
        );
        let before = sound
            .entry(&defect.case)
            .or_insert_with(|| said(folder.path(), &defect.case));
        *count.entry(&defect.case).or_default() += 1;
        std::fs::write(&path, good.replacen(&defect.find, &defect.replace, 1)).expect("the defect");
        let after = said(folder.path(), &defect.case);
        std::fs::write(&path, good).expect("the case as it was");
        if let Err(why) = judge(defect, before, &after, &mut report) {
            failed.push(format!(
                "{} — {}: {why}\n{}",
                defect.case, defect.name, after.screen
            ));
        }
    }
    assert!(
        count.len() >= 5 && count.values().all(|n| *n >= 10),
        "ten defects in each: {count:?}"
    );
    let file = here.join("report.md");
    if std::env::var_os("UPDATE_DEFECTS").is_some() {
        std::fs::write(&file, &report).expect("report.md");
    }
    assert!(
        failed.is_empty(),
        "{} of {}:\n{}",
        failed.len(),
        defects.defect.len(),
        failed.join("\n")
    );
    assert_eq!(
        std::fs::read_to_string(&file).unwrap_or_default(),
        report,
        "report.md is of another day"
    );
}

/// Writes what changed, and says what is wrong where the defect is not seen or not named.
fn judge(defect: &Defect, before: &Said, after: &Said, report: &mut String) -> Result<(), String> {
    writeln!(report, "\n## {}: {}\n", defect.case, defect.name).map_err(|e| e.to_string())?;
    let new = new_findings(before, after);
    let changed = changes(before, after, &new);
    for line in &changed {
        report.push_str(&format!("- {line}\n"));
    }
    if changed.is_empty() {
        return Err("nothing changes".to_owned());
    }
    let words = squeeze(&after.screen);
    let named = after.screen != before.screen
        && (new.iter().any(|&at| is_on(&after.findings[at], &words))
            || changed_statement_is_on(before, after, &words));
    if named {
        report.push_str("- the first screen names it\n");
        return Ok(());
    }
    let first = new.first().copied().unwrap_or(after.findings.len());
    let weaker = &after.findings[..first.min(3)];
    for (id, message, line) in weaker {
        report.push_str(&format!(
            "- weaker, and named before it: line {line}: {id}: {message}\n"
        ));
    }
    if weaker.len() == 3 {
        Ok(())
    } else {
        Err(format!("the first screen does not name it: {changed:?}"))
    }
}

/// The findings that were not there before, by index. Line numbers move with the defect, so findings are told apart
/// by check and words.
fn new_findings(before: &Said, after: &Said) -> Vec<usize> {
    let words = |(id, message, _): &(String, String, u64)| (id.clone(), message.clone());
    let known: BTreeSet<(String, String)> = before.findings.iter().map(words).collect();
    let all = after.findings.iter().enumerate();
    all.filter(|(_, finding)| !known.contains(&words(finding)))
        .map(|(at, _)| at)
        .collect()
}

/// What changed in the verdict and the findings, a line each.
fn changes(before: &Said, after: &Said, new: &[usize]) -> Vec<String> {
    let mut changed = Vec::new();
    if before.standing != after.standing {
        changed.push(format!(
            "the case: {} → {}",
            before.standing, after.standing
        ));
    }
    let missing = after.missing.difference(&before.missing);
    changed.extend(missing.map(|part| format!("the problem lacks {part}")));
    for (statement, standing) in &after.statements {
        let old = before.statements.get(statement);
        if let Some(old) = old.filter(|old| *old != standing) {
            changed.push(format!("{statement}: {old} → {standing}"));
        }
    }
    changed.extend(new.iter().map(|&at| {
        let (id, message, line) = &after.findings[at];
        format!("line {line}: {id}: {message}")
    }));
    changed
}

/// Whether a finding's words or its line stand on the screen.
fn is_on((_, message, line): &(String, String, u64), screen: &str) -> bool {
    if screen.contains(&format!(" line {line} ")) {
        return true;
    }
    let message = squeeze(message);
    let start: String = message.chars().take(40).collect();
    screen.contains(start.trim_end())
}

/// Whether a statement that moved, or that is argued now and was not, or a part now missing stands on the screen.
fn changed_statement_is_on(before: &Said, after: &Said, screen: &str) -> bool {
    let moved = after
        .statements
        .iter()
        .filter(|(words, standing)| before.statements.get(*words) != Some(*standing));
    let quoted = |words: &String| {
        let start: String = squeeze(words).chars().take(30).collect();
        screen.contains(start.trim_end())
    };
    moved.map(|(words, _)| words).any(quoted)
        || after
            .missing
            .difference(&before.missing)
            .any(|part| screen.contains(&part.replace('_', " ")))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn said(folder: &Path, case: &str) -> Said {
    let show = json(folder, &["show", case, "--format", "json"]);
    let check = json(folder, &["check", case, "--all", "--format", "json"]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let statements = list(&show["claims"])
        .iter()
        .map(|s| (text(&s["text"]), text(&s["standing"])))
        .collect();
    let problem = show["problem"].as_object().cloned().unwrap_or_default();
    let findings = list(&check["files"][0]["findings"]);
    Said {
        standing: text(&show["case"]["standing"]),
        statements,
        missing: problem
            .iter()
            .filter(|(_, found)| found.is_null())
            .map(|(part, _)| part.clone())
            .collect(),
        findings: findings
            .iter()
            .map(|f| {
                (
                    text(&f["id"]),
                    text(&f["message"]),
                    f["line"].as_u64().unwrap_or(0),
                )
            })
            .collect(),
        screen: run(folder, &[case]),
    }
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let printed = run(folder, arguments);
    serde_json::from_str(&printed)
        .unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{printed}"))
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .env("WHYPROOF_TODAY", "2026-11-23")
        .output()
        .expect("the program");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn copy(from: &PathBuf, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file");
        }
    }
}
