//! What would become of a case if something in it were otherwise.

use whyproof_case::{Case, Computed, Scope, Standing, Supposition, resolve};
use whyproof_testing::MemoryHost;

const TEXT: &str = "---\nkind: story\n---\n\n# T\n\n## Case\n\n### One {#one}\n\n- because this [^a] {#this}\n- but that {#that}\n  - but no [^a] {#no}\n\n### Two [^b] {#two}\n\n[^a]: measurement: x.csv\n\n[^b]: research: x.csv\n";

fn case() -> Case {
    let host = MemoryHost::new().file("x.csv", "a\n1\n");
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(TEXT),
        &host,
        scope,
        &Computed::default(),
    )
}

#[test]
fn as_things_are_it_stands() {
    assert_eq!(case().verdict.standing, Standing::Stands);
}

#[test]
fn what_falls_takes_with_it_what_rests_on_it() {
    let case = case();
    let one = case.find("one").unwrap();
    let then = case.suppose(Supposition::Falls(one));
    assert_eq!(then.case, Standing::Falls);
    assert_eq!(then.changed, [(one, Standing::Falls)]);
    let this = case.find("this").unwrap();
    let then = case.suppose(Supposition::Falls(this));
    assert_eq!(then.case, Standing::Assumed);
    assert_eq!(
        then.changed,
        [(one, Standing::Assumed), (this, Standing::Falls)]
    );
}

#[test]
fn evidence_that_is_lost_leaves_what_has_other_evidence() {
    let then = case().suppose(Supposition::Lost(0));
    assert_eq!(then.case, Standing::Assumed);
    assert!(
        then.changed
            .iter()
            .all(|(_, standing)| *standing == Standing::Assumed)
    );
    assert_eq!(then.changed.len(), 4, "one, this, that and no");
}

#[test]
fn an_objection_to_the_whole_leaves_it_assumed() {
    let then = case().suppose(Supposition::Objected);
    assert_eq!(then.case, Standing::Assumed);
    assert!(then.changed.is_empty());
}

#[test]
fn what_is_shown_can_be_an_objection() {
    let case = case();
    let that = case.find("that").unwrap();
    let then = case.suppose(Supposition::Shown(that));
    assert_eq!(then.case, Standing::Stands, "its rebuttal has evidence");
}
