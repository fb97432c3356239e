//! `diff` with a git repository: revisions of a case, and what a repository or a name of a revision could be up to.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests make repositories and run the program in them"
)]

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const FIRST: &str =
    "---\nkind: idea\n---\n\n# T\n\n## Case\n\n- A voucher brings people back. {#back}\n";
const SECOND: &str = "---\nkind: idea\n---\n\n# T\n\n## Case\n\n- A voucher brings people back.[^a] {#back}\n\n[^a]: research: https://www.who.int/a\n";
const THIRD: &str = "---\nkind: idea\n---\n\n# T\n\n## Case\n\n- A voucher brings people back.[^a] {#back}\n  - but not all of them.\n\n[^a]: research: https://www.who.int/a\n";

/// Runs git in a folder, without anybody's settings.
fn git(folder: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=T", "-c", "user.email=t@example.com"])
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgSign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {said}");
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    std::fs::write(path, text).expect("written");
}

/// A repository whose case, `docs/case.md`, has two revisions, and a third that is not committed.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    git(root, &["init", "-q"]);
    write(root, "docs/case.md", FIRST);
    git(root, &["add", "."]);
    git(root, &["commit", "-q", "-m", "first"]);
    git(root, &["tag", "v1"]);
    write(root, "docs/case.md", SECOND);
    git(root, &["commit", "-q", "-a", "-m", "second"]);
    write(root, "docs/case.md", THIRD);
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whyproof"));
    command
        .arg("diff")
        .args(arguments)
        .current_dir(folder)
        .env("WHYPROOF_TODAY", "2026-11-23");
    command
}

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it ran")
}

/// What it prints where it is done.
fn told(folder: &Path, arguments: &[&str]) -> String {
    let output = diff(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What it says where it cannot be done.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = diff(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn what_changed_since_the_last_commit_and_since_any_revision() {
    let folder = repository();
    let docs = folder.path().join("docs");
    let last = told(&docs, &["case.md"]);
    assert!(last.starts_with("case.md since HEAD\n"), "{last}");
    assert!(
        last.contains("A new objection to the claim “A voucher brings people back”"),
        "{last}"
    );
    assert!(!last.contains("cites"), "{last}");
    for revision in ["HEAD~1", "v1", "main^", "v1:docs/case.md", "v1:./case.md"] {
        let first = told(&docs, &[revision, "case.md"]);
        assert!(first.contains("cites [a] now"), "{revision}: {first}");
    }
    let from_above = told(folder.path(), &["v1", "docs/case.md"]);
    assert!(
        from_above.starts_with("docs/case.md since v1\n"),
        "{from_above}"
    );
    assert!(from_above.contains("cites [a] now"), "{from_above}");
}

#[test]
fn the_exit_code_is_asked_for() {
    let folder = repository();
    let root = folder.path();
    let code = |arguments: &[&str]| diff(root, arguments).status.code();
    assert_eq!(code(&["--exit-code", "docs/case.md"]), Some(1));
    assert_eq!(code(&["docs/case.md"]), Some(0));
    git(root, &["commit", "-q", "-a", "-m", "third"]);
    assert_eq!(code(&["--exit-code", "docs/case.md"]), Some(0));
    let told = told(root, &["docs/case.md"]);
    assert!(told.contains("the same, byte for byte"), "{told}");
}

#[test]
fn a_file_of_the_name_is_meant_and_that_is_said() {
    let folder = repository();
    let docs = folder.path().join("docs");
    write(&docs, "v1", SECOND);
    let output = diff(&docs, &["v1", "case.md"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains(
            "`v1` is a file and a revision; the file is meant. The revision is `v1:./case.md`."
        ),
        "{said}"
    );
    let told_of_file = String::from_utf8_lossy(&output.stdout);
    assert!(
        told_of_file.starts_with("case.md since v1\n"),
        "{told_of_file}"
    );
    let revision = told(&docs, &["v1:./case.md", "case.md"]);
    assert!(revision.contains("cites [a] now"), "{revision}");
}

#[test]
fn what_is_not_there_is_said_from_the_top() {
    let folder = repository();
    let root = folder.path();
    let said = refused(root, &["HEAD~9", "docs/case.md"]);
    assert!(
        said.contains("there is no file `HEAD~9`, and no git revision of that name"),
        "{said}"
    );
    write(root, "new.md", THIRD);
    let said = refused(root, &["v1", "new.md"]);
    assert!(
        said.contains("there is no file `./new.md` in the revision `v1`"),
        "{said}"
    );
    let said = refused(root, &["v1:docs", "docs/case.md"]);
    assert!(said.contains("`v1:docs` is a folder"), "{said}");
    let elsewhere = tempfile::tempdir().expect("a folder");
    write(elsewhere.path(), "case.md", THIRD);
    let said = refused(elsewhere.path(), &["case.md"]);
    assert!(said.contains("is in no git repository"), "{said}");
    let output = command(root, &["docs/case.md"])
        .env("PATH", "")
        .output()
        .expect("it ran");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("git is not installed"), "{said}");
}

#[test]
fn no_name_of_a_revision_is_an_option_or_leads_out() {
    let folder = repository();
    let root = folder.path();
    let written = root.join("written");
    let option = format!("--output={}", written.display());
    for revision in [option.as_str(), "-p", "--textconv"] {
        let said = refused(root, &["--", revision, "docs/case.md"]);
        assert!(
            said.contains("it begins with a hyphen"),
            "{revision}: {said}"
        );
    }
    let said = refused(root, &["HEAD\n--output=x", "docs/case.md"]);
    assert!(said.contains("it has a control character in it"), "{said}");
    let said = refused(root, &["v1:docs/\u{7}case.md", "docs/case.md"]);
    assert!(said.contains("it has a control character in it"), "{said}");
    for path in [
        "v1:../../../etc/passwd",
        "v1:/etc/passwd",
        "v1:./../../x",
        ":/first",
    ] {
        let said = refused(root, &[path, "docs/case.md"]);
        assert!(!said.contains("root:"), "{path}: {said}");
    }
    let long = "x".repeat(10_000);
    let said = refused(root, &[&long, "docs/case.md"]);
    assert!(
        said.contains("too long") || said.contains("no file"),
        "{said}"
    );
    assert!(!written.exists());
}

/// What a repository's own settings and the environment could start.
#[test]
fn nothing_that_a_repository_names_is_run() {
    let folder = repository();
    let root = folder.path();
    let mark = root.join("was-run");
    let run = format!("touch {}", mark.display());
    write(root, ".gitattributes", "*.md diff=evil filter=evil\n");
    for key in [
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "alias.cat-file",
        "diff.external",
    ] {
        let value = if key.starts_with("alias") {
            format!("!{run}")
        } else {
            run.clone()
        };
        git(root, &["config", key, &value]);
    }
    let output = command(root, &["v1", "docs/case.md"])
        .env("GIT_EXTERNAL_DIFF", &run)
        .env("GIT_PAGER", &run)
        .env("GIT_SSH_COMMAND", &run)
        .env("GIT_DIR", "/nowhere")
        .env("GIT_WORK_TREE", "/nowhere")
        .output()
        .expect("it ran");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("cites [a] now"), "{said}");
    assert!(!mark.exists());
}

#[test]
fn a_folder_that_only_looks_like_a_repository_is_none() {
    let folder = repository();
    let root = folder.path();
    let bare = root.join("bare");
    git(root, &["clone", "-q", "--bare", ".", "bare"]);
    write(&bare, "case.md", THIRD);
    let said = refused(&bare, &["HEAD:docs/case.md", "case.md"]);
    assert!(said.contains("bare"), "{said}");
}

#[test]
fn a_huge_file_of_a_revision_is_refused() {
    let folder = repository();
    let root = folder.path();
    std::fs::write(root.join("docs/case.md"), vec![b'a'; 65 << 20]).expect("written");
    git(
        root,
        &[
            "-c",
            "core.compression=1",
            "commit",
            "-q",
            "-a",
            "-m",
            "huge",
        ],
    );
    write(root, "docs/case.md", THIRD);
    let said = refused(root, &["docs/case.md"]);
    assert!(
        said.contains("has 65 MB; the most that is read is 64 MB"),
        "{said}"
    );
}

#[test]
fn a_revision_that_is_no_text_is_refused() {
    let folder = repository();
    let root = folder.path();
    std::fs::write(root.join("docs/case.md"), b"caf\xe9\n").expect("written");
    git(root, &["commit", "-q", "-a", "-m", "latin"]);
    write(root, "docs/case.md", THIRD);
    let said = refused(root, &["docs/case.md"]);
    assert!(
        said.contains("HEAD:./case.md:1:4: this is not UTF-8 text"),
        "{said}"
    );
}

#[test]
fn programs_read_which_revision_it_was() {
    let folder = repository();
    let document = told(folder.path(), &["--format", "json", "v1", "docs/case.md"]);
    let document: serde_json::Value = serde_json::from_str(&document).expect("JSON");
    assert_eq!(document["schema"], "whyproof/diff/1");
    assert_eq!(document["old"]["revision"], "v1");
    assert_eq!(document["old"]["path"], "case.md");
    assert_eq!(document["new"]["revision"], serde_json::Value::Null);
    assert_eq!(document["new"]["path"], "docs/case.md");
    let kinds: Vec<&str> = document["changes"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|change| change["kind"].as_str())
        .collect();
    assert!(
        kinds.contains(&"added") && kinds.contains(&"cites"),
        "{kinds:?}"
    );
    assert_eq!(document["kept"][0]["id"], "back");
}
