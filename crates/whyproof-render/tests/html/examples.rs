//! Every example is a page that says all that it says.

use std::fs;
use std::path::{Path, PathBuf};

use whyproof_case::Case;
use whyproof_render::html::{PageOptions, page};
use whyproof_render::manuscript::{Event, Manuscript};
use whyproof_testing::MemoryHost;

use super::case_in;
use super::parsed::check;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// The examples, read in a workspace of their files.
fn examples() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut found = Vec::new();
    files(&root, &mut found);
    found.sort();
    let mut host = MemoryHost::new();
    let mut texts = Vec::new();
    for path in &found {
        let bytes = fs::read(path).expect("a file");
        let name = path.strip_prefix(&root).expect("below").to_string_lossy();
        if name.ends_with(".md") {
            texts.push((
                name.to_string(),
                String::from_utf8(bytes.clone()).expect("text"),
            ));
        }
        host = host.file(&name, bytes);
    }
    let case = |(name, text): &(String, String)| case_in(&host, name, text);
    texts.iter().map(case).collect()
}

/// The words of a text without its white space, and without what a page makes of marks and first letters.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_whitespace());
    let plain = letters.map(|letter| match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other.to_ascii_lowercase(),
    });
    plain.collect()
}

#[test]
fn every_example_is_a_page_with_all_its_words() {
    let examples = examples();
    assert!(examples.len() > 10);
    for case in &examples {
        let manuscript = Manuscript::new(case);
        let html = page(&manuscript, &PageOptions::default()).into_string();
        let parsed = check(&html);
        let shown = plain(&parsed.text);
        let flows = manuscript.parts.iter().map(|part| &part.flow);
        let notes = manuscript.notes.iter().map(|note| &note.flow);
        for event in flows.chain(notes).flatten().chain(&manuscript.lead) {
            if let Event::Text(words, _) = event {
                // What only refers to a statement says that one's words.
                let refers = words.split_once(" #").map(|(_, id)| id.trim());
                let statement = refers.and_then(|id| case.find(id));
                let said: &str = match statement {
                    Some(id) => case.statement(id).text.trim_end_matches('.'),
                    None => words,
                };
                assert!(shown.contains(&plain(said)), "{said}");
            }
        }
        for query in &case.queries {
            assert!(parsed.text.contains(query.sql.trim()), "{}", query.sql);
        }
        for key in case.experiments.iter().flat_map(|e| &e.keys) {
            assert!(parsed.text.contains(&key.value), "{}", key.value);
        }
    }
}

#[test]
fn a_page_is_the_same_every_time() {
    for case in &examples() {
        let once = page(&Manuscript::new(case), &PageOptions::default());
        let again = page(&Manuscript::new(case), &PageOptions::default());
        assert_eq!(once, again);
    }
}
