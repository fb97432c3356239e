//! Node, Chromium and the tests' npm packages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Something wrong with a page.
#[derive(serde::Deserialize)]
pub(crate) struct Fault {
    file: PathBuf,
    pub(crate) rule: String,
    element: String,
    message: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    width: u32,
}

impl Fault {
    /// Whether it is against this rule, at an element that begins so.
    #[allow(
        dead_code,
        reason = "not every test's pages have a fault that is known"
    )]
    pub(crate) fn is_about(&self, rule: &str, element: &str) -> bool {
        self.rule == rule && self.element.starts_with(element)
    }
}

/// Opens every page in Chromium in a theme, light or dark, on a phone, a tablet and a desk.
pub(crate) fn audit(pages: &[PathBuf], theme: &str) -> Vec<Fault> {
    let said = format!("audited {} views", pages.len() * 3);
    let first = [&modules(), &chromium(), Path::new(theme)];
    run("audit.mjs", &first, pages, &said)
}

/// Holds every page against the HTML standard.
pub(crate) fn validate(pages: &[PathBuf]) -> Vec<Fault> {
    let said = format!("validated {} pages", pages.len());
    run("validate.mjs", &[&modules()], pages, &said)
}

/// Faults as a person reads them: what is wrong with what, then in which views.
pub(crate) fn report(faults: &[Fault]) -> String {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for fault in faults {
        let file = fault.file.file_name().unwrap_or_default().to_string_lossy();
        let line = format!(
            "{file}: {}: {}\n    {}",
            fault.rule, fault.message, fault.element
        );
        let views = lines.entry(line).or_default();
        if fault.width > 0 {
            views.push(format!("{} {} px", fault.theme, fault.width));
        }
    }
    let lines = lines.iter().map(|(line, views)| match views.is_empty() {
        true => format!("{line}\n"),
        false => format!("{line}\n    in {}\n", views.join(", ")),
    });
    lines.collect()
}

/// Runs a script, whose last line shows that it came to its end.
fn run(script: &str, first: &[&Path], pages: &[PathBuf], said: &str) -> Vec<Fault> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/web")
        .join(script);
    let node = std::env::var_os("NODE").map_or_else(|| "node".into(), PathBuf::from);
    let output = Command::new(node)
        .arg(&script)
        .args(first)
        .args(pages)
        .output()
        .expect("the test needs node: run `cargo xtask setup`");
    let printed = String::from_utf8_lossy(&output.stdout);
    let mut lines: Vec<&str> = printed.lines().collect();
    assert!(
        output.status.success() && lines.pop() == Some(said),
        "{} broke off:\n{printed}\n{}",
        script.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    let faults = lines.iter().map(|line| serde_json::from_str(line));
    faults.collect::<Result<_, _>>().expect("a fault a line")
}

/// The folder of the packages. The stamp is written when all of them are there.
pub(crate) fn modules() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.setup/npm");
    assert!(
        folder.join("installed-lock.json").is_file()
            && folder.join("node_modules/playwright-core").is_dir(),
        "the test needs playwright-core, axe-core and html-validate: run `cargo xtask setup`"
    );
    folder.join("node_modules")
}

/// Chromium: that of `CHROMIUM`, a program or the folder it is in, else one on the search path.
pub(crate) fn chromium() -> PathBuf {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    if let Some(program) = named.as_ref().filter(|path| path.is_file()) {
        return program.clone();
    }
    let folders = named.map_or_else(
        || std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect(),
        |folder| vec![folder],
    );
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let mut programs = folders
        .iter()
        .flat_map(|folder| names.map(|name| folder.join(name)));
    programs
        .find(|program| program.is_file())
        .expect("the test needs Chromium: run `cargo xtask setup`, or name it in CHROMIUM")
}
