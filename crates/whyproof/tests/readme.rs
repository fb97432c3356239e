//! The README's tour is typed as it stands: every `console` block, one after another, in one folder.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test runs the program on files"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// A command of the tour, and what the README says that it prints; or a file that it says to save.
struct Step {
    line: usize,
    command: String,
    output: String,
}

/// What begins a block that is to be saved.
const SAVE: &str = "````markdown file=";

#[test]
fn the_tour_prints_what_the_readme_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md");
    let steps = steps(&readme);
    assert!(steps.len() >= 5, "the tour has {} commands", steps.len());
    let folder = tempfile::tempdir().expect("a folder");
    let mut here = folder.path().to_owned();
    for step in steps {
        if let Some(name) = step.command.strip_prefix(SAVE) {
            std::fs::write(here.join(name), &step.output).expect("the file");
            continue;
        }
        if let Some(to) = step.command.strip_prefix("cd ") {
            here = here.join(to);
            assert!(
                here.is_dir(),
                "README.md:{}: there is no folder {to}",
                step.line
            );
            continue;
        }
        let printed = run(&step.command, &here);
        assert!(
            same(&step.output, &printed),
            "README.md:{}: `{}` prints\n{printed}\nand the README says\n{}",
            step.line,
            step.command,
            step.output
        );
    }
}

/// Lines that begin with `$ ` are typed; what follows is printed.
fn steps(readme: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (index, line) in readme.lines().enumerate() {
        if line.starts_with(SAVE) {
            steps.push(Step {
                line: index + 1,
                command: line.to_owned(),
                output: String::new(),
            });
            inside = true;
        } else if line.starts_with("```") {
            inside = !inside && line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            steps.push(Step {
                line: index + 1,
                command: command.to_owned(),
                output: String::new(),
            });
        } else if let Some(step) = steps.last_mut().filter(|_| inside) {
            step.output.push_str(line);
            step.output.push('\n');
        }
    }
    steps
}

fn run(command: &str, here: &PathBuf) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_whyproof"));
    let folder = program.parent().expect("the program's folder");
    let path = format!(
        "{}:{}",
        folder.display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(here)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .env("WHYPROOF_TODAY", "2026-11-23")
        .output()
        .expect("a shell");
    let mut printed = String::from_utf8_lossy(&output.stdout).into_owned();
    printed.push_str(&String::from_utf8_lossy(&output.stderr));
    printed
}

/// Whether the output is what is said, where a line `...` stands for any number of lines.
fn same(said: &str, printed: &str) -> bool {
    let printed: Vec<&str> = printed.trim_end().lines().map(str::trim_end).collect();
    let mut at = 0;
    let mut skip = false;
    for line in said.trim_end().lines().map(str::trim_end) {
        if line == "..." {
            skip = true;
            continue;
        }
        let found = if skip {
            printed[at..].iter().position(|p| *p == line)
        } else {
            (printed.get(at) == Some(&line)).then_some(0)
        };
        let Some(found) = found else { return false };
        at += found + 1;
        skip = false;
    }
    skip || at == printed.len()
}

#[test]
fn the_picture_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let svg = std::fs::read_to_string(root.join("docs/images/screen.svg")).expect("the picture");
    let command = "whyproof learn-your-result/proposal.md";
    let printed = run(command, &root.join("examples"));
    let wanted = format!("$ {command}\n\n{printed}");
    assert_eq!(
        letters(&drawn(&svg)),
        letters(&wanted),
        "draw it again: `cargo xtask picture`"
    );
}

/// The words of a drawing: what stands outside tags after the style sheet.
fn drawn(svg: &str) -> String {
    let body = svg.split_once("</style>").map_or(svg, |(_, body)| body);
    let mut words = String::new();
    for part in body.split('<') {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(words, |words, (entity, letter)| {
        words.replace(entity, letter)
    })
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}
