//! A Word file of a case whose experiment was measured.

use std::io::Read as _;

use crate::support::Workspace;

#[test]
fn a_word_file_says_what_was_measured() {
    let workspace = Workspace::example("learn-your-result");
    workspace
        .run(&["render", "measured.md", "--out", "measured.docx"])
        .exits(0);
    let file = std::fs::File::open(workspace.path("measured.docx")).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut document = String::new();
    let mut part = archive.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut document).unwrap();
    assert!(document.contains("was worth it"), "{document}");
}
