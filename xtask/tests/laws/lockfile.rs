//! The tree of dependencies stays lean.

use std::fs;

/// The most packages that Cargo.lock may have. A commit that needs more raises this and says what
/// was bought for it. Most of them come with harper's grammar, and about half of those are built
/// on other platforms only. Line editing in the drill (rustyline), an allocator and a lexicon of word classes came
/// with ten more, SQL over files (DataFusion) with a hundred, PostgreSQL (sqlx) and buckets with thirty, and the
/// client of a cluster, which is built only where it is asked for, with as many. Ctrl-C while a query runs took five, and
/// papers (Typst) a hundred and seventy. Reading PDFs (hayro), stems, BM25 and a model of meanings took twenty-five, the statistics
/// of impact (nalgebra, random numbers) and their seal ten.
const MOST: usize = 1020;

#[test]
fn the_lock_file_has_not_grown_unseen() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    let text = fs::read_to_string(path).expect("Cargo.lock is there");
    let packages = text.lines().filter(|line| *line == "[[package]]").count();
    assert!(
        (1..=MOST).contains(&packages),
        "{packages} packages in Cargo.lock; at most {MOST}"
    );
}
