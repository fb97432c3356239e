//! Which is older in git, the lock or the data.

use jiff::civil::date;
use whyproof_case::{Limits, Scope, Seal, lock_age};
use whyproof_testing::MemoryHost;

const HASH: &str = "11deb2ce87f9efec5817e5da6316abeec0621768d17824e4ebea922d7c2dc031";

fn told(host: MemoryHost) -> Option<String> {
    let host = host.file("case.md", "").file("data.csv", "");
    let scope = Scope::of(&host, "case.md");
    let seal = Seal::read(&format!("2026-03-02 sha256:{HASH}"))?;
    let files = ["data.csv".to_owned()];
    Some(lock_age(&seal, &files, &host, &scope, Limits::default())?.says())
}

#[test]
fn a_lock_that_git_has_before_the_data_is_not_told() {
    let host = MemoryHost::new()
        .commit("a", date(2026, 3, 1), "case.md", "no lock")
        .commit("b", date(2026, 3, 2), "case.md", HASH)
        .commit("c", date(2026, 4, 2), "data.csv", "1")
        .commit(
            "d",
            date(2026, 4, 3),
            "case.md",
            format!("{HASH} and words"),
        );
    assert_eq!(told(host), None);
    assert_eq!(told(MemoryHost::new()), None);
}

#[test]
fn a_lock_that_came_after_the_data_is_told() {
    let host = MemoryHost::new()
        .commit("a", date(2026, 3, 1), "data.csv", "1")
        .commit("b", date(2026, 3, 2), "case.md", "no lock")
        .commit("c", date(2026, 4, 2), "case.md", HASH);
    assert_eq!(
        told(host).as_deref(),
        Some(
            "The lock is younger than the data: git has `data.csv` since 2026-03-01, and the lock since 2026-04-02."
        )
    );
}

#[test]
fn a_lock_that_is_in_no_commit_is_told() {
    let host = MemoryHost::new()
        .commit("a", date(2026, 3, 1), "data.csv", "1")
        .commit("b", date(2026, 3, 2), "case.md", "no lock");
    assert_eq!(
        told(host).as_deref(),
        Some(
            "The lock is younger than the data: git has `data.csv` since 2026-03-01, and the lock is not committed yet."
        )
    );
}
