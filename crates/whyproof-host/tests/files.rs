//! Files: reading with a limit, staying inside, writing in one step.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests look at the files themselves"
)]

use std::fs;

use whyproof_case::{Host, HostError};
use whyproof_host::{System, walk};

fn folder() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().to_str().expect("UTF-8").to_owned();
    (folder, path)
}

#[test]
fn a_file_is_read_up_to_its_limit() {
    let (_keep, root) = folder();
    let path = format!("{root}/case.md");
    System.write(&path, b"12345").expect("written");
    assert_eq!(System.read(&path, 5), Ok(b"12345".to_vec()));
    let (size, limit) = (5, 4);
    let refused = HostError::TooLarge {
        path: path.clone(),
        size,
        limit,
    };
    assert_eq!(System.read(&path, 4), Err(refused));
    assert_eq!(
        System.read(&root, 9),
        Err(HostError::IsFolder { path: root.clone() })
    );
    let none = format!("{root}/none.md");
    assert_eq!(
        System.read(&none, 9),
        Err(HostError::NotFound { path: none.clone() })
    );
    let below = format!("{path}/below.md");
    assert_eq!(
        System.read(&below, 9),
        Err(HostError::NotFound {
            path: below.clone()
        })
    );
}

#[test]
fn writing_makes_folders_and_leaves_nothing_beside() {
    let (_keep, root) = folder();
    let path = format!("{root}/a/b/case.md");
    System.write(&path, b"old").expect("written");
    System.write(&path, b"new").expect("replaced");
    assert_eq!(System.read(&path, 9), Ok(b"new".to_vec()));
    assert_eq!(
        System.list(&format!("{root}/a/b")),
        Ok(vec!["case.md".to_owned()])
    );
}

#[test]
fn nothing_is_overwritten_by_create() {
    let (_keep, root) = folder();
    let path = format!("{root}/case.md");
    System.create(&path, b"mine").expect("created");
    let exists = HostError::Exists { path: path.clone() };
    assert_eq!(System.create(&path, b"other"), Err(exists));
    assert_eq!(System.read(&path, 9), Ok(b"mine".to_vec()));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_links_are_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (_keep, root) = folder();
    let (path, link) = (format!("{root}/case.md"), format!("{root}/link.md"));
    fs::write(&path, "old").expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
    symlink("case.md", &link).expect("linked");
    System.write(&link, b"new").expect("replaced");
    assert_eq!(fs::read(&path).expect("read"), b"new");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    let mode = fs::metadata(&path).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    // A dangling link is something that must not be overwritten.
    let dangling = format!("{root}/dangling.md");
    symlink("nowhere/else.md", &dangling).expect("linked");
    assert_eq!(
        System.create(&dangling, b"x"),
        Err(HostError::Exists {
            path: dangling.clone()
        })
    );
}

#[cfg(unix)]
#[test]
fn neither_dots_nor_links_leave_the_root() {
    let (_keep, outer) = folder();
    let root = format!("{outer}/workspace");
    fs::create_dir_all(format!("{root}/data")).expect("made");
    fs::write(format!("{outer}/secret.txt"), "secret").expect("written");
    fs::write(format!("{root}/data/rows.csv"), "a,b").expect("written");
    std::os::unix::fs::symlink("../secret.txt", format!("{root}/link.txt")).expect("linked");
    let size = |path: &str| System.stat_within(&root, path).map(|stat| stat.size);
    let outside = |path: &str| {
        Err(HostError::Outside {
            path: path.to_owned(),
        })
    };
    assert_eq!(size("data/rows.csv"), Ok(3));
    assert_eq!(size("data/../data/rows.csv"), Ok(3));
    for path in [
        "../secret.txt",
        "link.txt",
        "data/../../secret.txt",
        "/etc/passwd",
    ] {
        assert_eq!(size(path), outside(path));
    }
    let none = HostError::NotFound {
        path: "data/none.csv".to_owned(),
    };
    assert_eq!(size("data/none.csv"), Err(none));
}

#[test]
fn a_walk_finds_cases_that_are_not_ignored() {
    let (_keep, root) = folder();
    for file in [
        "b.md",
        "a/z.MARKDOWN",
        "a/data.csv",
        "target/t.md",
        ".hidden/h.md",
    ] {
        System
            .write(&format!("{root}/{file}"), b"x")
            .expect("written");
    }
    System
        .write(&format!("{root}/.gitignore"), b"target/\n")
        .expect("written");
    let walked = walk(&root, &["md", "markdown"]);
    assert_eq!(
        walked.files,
        [format!("{root}/a/z.MARKDOWN"), format!("{root}/b.md")]
    );
    assert_eq!(walked.failures, Vec::<String>::new());
}

#[test]
fn what_is_appended_comes_after_what_is_there() {
    let (_keep, root) = folder();
    let path = format!("{root}/.whyproof/drill/case.jsonl");
    System.append(&path, b"one\n").expect("made");
    System.append(&path, b"two\n").expect("appended");
    assert_eq!(System.read(&path, 99), Ok(b"one\ntwo\n".to_vec()));
    let folder = format!("{root}/.whyproof");
    let refused = System.append(&folder, b"x");
    assert_eq!(refused, Err(HostError::IsFolder { path: folder }));
}

#[test]
fn a_quick_write_replaces_the_whole() {
    let (_keep, root) = folder();
    let path = format!("{root}/drafts/case.json");
    System
        .write_soon(&path, b"longer than the next")
        .expect("made");
    System.write_soon(&path, b"short").expect("replaced");
    assert_eq!(System.read(&path, 99), Ok(b"short".to_vec()));
    assert_eq!(
        System.list(&format!("{root}/drafts")),
        Ok(vec!["case.json".to_owned()])
    );
}

#[test]
fn the_clock_does_not_go_back() {
    let before = System.clock();
    assert!(System.clock() >= before);
}
