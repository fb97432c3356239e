//! A workspace in a temporary folder, and the program in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with a case in it; nothing in it is kept, no cache outside it is used.
pub(crate) struct Workspace {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            variables: Vec::new(),
        }
    }

    /// A copy of an example of the repository.
    pub(crate) fn example(name: &str) -> Self {
        let made = Self::new();
        let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples")).join(name);
        let mut waiting = vec![PathBuf::new()];
        while let Some(below) = waiting.pop() {
            for entry in std::fs::read_dir(from.join(&below)).unwrap() {
                let entry = entry.unwrap();
                let path = below.join(entry.file_name());
                if entry.file_type().unwrap().is_dir() {
                    waiting.push(path);
                } else {
                    made.write(path.to_str().unwrap(), std::fs::read(entry.path()).unwrap());
                }
            }
        }
        made
    }

    /// With a variable in the environment of the program.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }

    /// The program with `arguments`, in the folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whyproof"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("WHYPROOF_TODAY", "2026-11-26")
            .env("WHYPROOF_CACHE", self.path(".cache"))
            .envs(self.variables.iter().cloned());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap())
    }
}

/// What the program said.
#[derive(Debug, Clone)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Fails with all that was said unless the exit code is this.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    /// Fails unless one of the outputs has the words, whatever the line breaks.
    #[track_caller]
    pub(crate) fn says(self, words: &str) -> Self {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = flat(&format!("{} {}", self.out, self.err));
        assert!(
            said.contains(words),
            "no «{words}» in:\n{}\n{}",
            self.out,
            self.err
        );
        self
    }
}

/// A table of a thousand rows: three of it, crossed, have 10^9.
pub(crate) fn thousand() -> String {
    let rows: String = (1..=1000).map(|n| format!("{n}\n")).collect();
    format!("n\n{rows}")
}

/// A query that looks at 10^9 rows and finds none.
pub(crate) const ENDLESS: &str = "select count(*) as a from 'n.csv' a, 'n.csv' b, 'n.csv' c where a.n * b.n * c.n = -1 or sqrt(a.n + b.n + c.n) < 0";

/// A case with one query and one figure of it.
pub(crate) fn case(words: &str, target: &str, sql: &str) -> String {
    format!(
        "---\nkind: idea\nowner: R. Okafor\n---\n\n# Pay the fare\n\n## Case\n\n- It works: [{words}](figure:{target}).\n\n## Data\n\n```sql q\n{sql}\n```\n"
    )
}

/// The example of the trial, whose queries read the table `trial`, which `toml` says where to find.
pub(crate) fn trial(toml: &str) -> Workspace {
    let workspace = Workspace::example("learn-your-result");
    let text = workspace.read("measured.md");
    workspace.write(
        "measured.md",
        text.replace("'data/learn_your_result.csv'", "trial"),
    );
    workspace.write("whyproof.toml", toml);
    workspace
}

/// The figures of that case with their values, in order.
pub(crate) fn figures(workspace: &Workspace) -> Vec<(String, String)> {
    let ran = workspace
        .run(&["show", "--format", "json", "measured.md"])
        .exits(0);
    let shown: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let of = |figure: &serde_json::Value| {
        assert_eq!(figure["state"], "live", "{figure}");
        (figure["id"].to_string(), figure["value"].to_string())
    };
    shown["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(of)
        .collect()
}
