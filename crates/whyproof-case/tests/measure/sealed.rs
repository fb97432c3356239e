//! The seal, and what changed since it was made.

use jiff::civil::date;
use whyproof_case::{Lock, Scope, resolve, seal, sealed};
use whyproof_testing::MemoryHost;

fn case(worthwhile: &str, locked: &str) -> String {
    format!(
        "## Impact\n\n```experiment idea\nmetric = \"x\"\nworthwhile = \"{worthwhile}\"\n{locked}\n```\n"
    )
}

fn experiment(text: &str, host: &MemoryHost) -> whyproof_case::Experiment {
    let scope = Scope::of(host, "case.md");
    let case = resolve(
        whyproof_syntax::parse(text),
        host,
        scope,
        &Default::default(),
    );
    case.experiments.into_iter().next().unwrap()
}

#[test]
fn a_seal_holds_until_something_is_changed() {
    let host = MemoryHost::new();
    let open = experiment(&case("10 points", ""), &host);
    assert_eq!(Lock::of(&open), Lock::Open);
    let seal = seal(&open, date(2026, 5, 4)).unwrap();
    let locked = format!("locked = \"{seal}\"");
    let same = experiment(&case("10 points", &locked), &host);
    assert_eq!(Lock::of(&same), Lock::Sealed(seal.clone()));
    let other = experiment(&case("5 points", &locked), &host);
    assert_eq!(Lock::of(&other), Lock::Broken(seal));
    let words = experiment(&case("5 points", "locked = \"yesterday\""), &host);
    assert_eq!(Lock::of(&words), Lock::Unreadable);
}

#[test]
fn what_changed_since_is_found_in_git() {
    let plain = MemoryHost::new();
    let was = experiment(&case("10 points", ""), &plain);
    let locked = format!("locked = \"{}\"", seal(&was, date(2026, 5, 4)).unwrap());
    let now = case("5 points", &locked);
    let host = MemoryHost::new()
        .file("case.md", &now)
        .revision("HEAD", "case.md", &now)
        .revision("HEAD~1", "case.md", case("10 points", &locked))
        .revision("HEAD~2", "case.md", case("10 points", ""));
    let scope = Scope::of(&host, "case.md");
    let found = sealed(&experiment(&now, &host), &host, &scope, Default::default()).unwrap();
    assert_eq!(found.revision, "HEAD~1");
    assert_eq!(
        found.changed,
        ["`worthwhile` was `10 points`, and is `5 points`"]
    );
    let same = experiment(&case("10 points", &locked), &host);
    assert_eq!(sealed(&same, &host, &scope, Default::default()), None);
}
