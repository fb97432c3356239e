//! Findings as a whole: their order, what is folded, left out, allowed or turned off, and fixes that are applied.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "tests; one takes its time"
)]

mod support;

use support::Checked;
use whyproof_case::{Computed, FigureState, Value, Verdict};
use whyproof_check::{Finding, apply};
use whyproof_syntax::{Diagnostic, Edit, Fix, Severity, Span};
use whyproof_testing::MemoryHost;

const THREE_CLAIMS: &str = "\
# Vouchers

## Case

### The trip is what stops people

### The programme can afford it

### Nobody is pressed
";

fn check(text: &str) -> Checked {
    Checked::of(text, &MemoryHost::new(), false)
}

fn with_config(text: &str, config: &str) -> Checked {
    let host = MemoryHost::new().file("whyproof.toml", config);
    Checked::of(text, &host, false)
}

#[test]
fn repeats_are_folded_into_the_first_and_counted() {
    let checked = check(THREE_CLAIMS);
    let bare = checked.of_check("claim-on-word");
    assert_eq!(bare.len(), 1);
    assert_eq!(bare[0].folded, 2);
    let all = Checked::of(THREE_CLAIMS, &MemoryHost::new(), true);
    assert_eq!(all.of_check("claim-on-word").len(), 3);
    assert!(all.findings.shown.iter().all(|finding| finding.folded == 0));
    assert_eq!(all.findings.left_out, 0);
}

#[test]
fn errors_are_never_folded_nor_left_out() {
    let mut text = String::from("## What happened\n\n");
    for at in 0..14 {
        text += &format!("Something happened.[^missing-{}]\n\n", "x".repeat(at * 4));
    }
    let checked = check(&text);
    assert_eq!(checked.of_check("evidence-undefined").len(), 14);
}

#[test]
fn what_carries_more_comes_first() {
    let text = "\
## Case

### Small {#small}

- because a small thing is assumed here.

### Large {#large}

- because everything else follows from this one.

### Next

- because #large

### After

- because #large
";
    let checked = Checked::of(text, &MemoryHost::new(), true);
    let first = checked.of_check("claim-rests-on-assumption")[0];
    assert!(
        first.diagnostic.message.contains("everything else"),
        "{}",
        checked.show(first)
    );
    let severities: Vec<Severity> = checked
        .findings
        .shown
        .iter()
        .map(|finding| finding.diagnostic.severity)
        .collect();
    assert!(severities.is_sorted_by(|a, b| a >= b));
}

#[test]
fn two_pages_get_ten_findings_at_most_and_the_rest_are_counted() {
    let mut text = String::from("---\nonwer: R. Okafor\nkidn: idea\n---\n\n# Vouchers\n\n");
    text += "## Customer problem\n\nUsers have many problems, and it is obviously the worst thing ever.\n\n";
    text += "## Case\n\n### It works {#a seen=\"P. Rao 2026-01-01\"}\n\n- but it may not.\n- because it works.\n\n";
    text += "### It pays for the whole programme\n\n- because the whole programme pays for it.\n\n";
    text += "### It is safe for everybody[^log]\n\n- because #a\n- but it harms.\n  - but it does not.\n\n";
    text += "## Questions\n\n### Why now? {on=#a by=\"S. Banda\"}\n\n### Why us? {by=\"S. Banda\"}\n\nBecause us.\n\n";
    text += "### Why here? {by=\"S. Banda\" settled=yes}\n\nIt is near.\n\n";
    text += "## Decision\n\nApprove it.\n\n[^log]: observation: my notes\n[^old]: observation: my older notes\n";
    let checked = check(&text);
    let shown = checked.findings.shown.len();
    assert!(shown <= 10, "{shown}");
    assert!(checked.findings.left_out > 0);
    let folded: u32 = checked
        .findings
        .shown
        .iter()
        .map(|finding| finding.folded)
        .sum();
    assert!(checked.findings.total >= shown as u32 + folded + checked.findings.left_out);
    let three = with_config(&text, "[check]\nmost = 3\n");
    assert!(three.findings.shown.len() <= 3);
}

#[test]
fn a_comment_with_a_reason_allows_and_one_without_does_not() {
    let before = "## Case\n\n### The programme can afford it\n\n";
    let comment = "<!-- whyproof: allow objection-unanswered: answered in the room -->\n\n";
    let after = "- but the nurses are not in the sum.\n";
    let allowed = check(&format!("{before}{comment}{after}"));
    assert!(
        !allowed.ids().contains(&"objection-unanswered"),
        "{:?}",
        allowed.ids()
    );
    let bare = comment.replace(": answered in the room", "");
    let refused = check(&format!("{before}{bare}{after}"));
    assert!(refused.ids().contains(&"objection-unanswered"));
    assert!(refused.ids().contains(&"bad-comment"));
    let inside = "- but the nurses are not in the sum. <!-- whyproof: allow objection-unanswered: known -->\n";
    let allowed = check(&format!("{before}{inside}"));
    assert!(!allowed.ids().contains(&"objection-unanswered"));
    let elsewhere = check(&format!("{comment}{before}{after}"));
    assert!(
        elsewhere.ids().contains(&"objection-unanswered"),
        "only the next block is meant"
    );
}

#[test]
fn the_workspace_sets_severities_and_ignores_with_a_reason() {
    let off = with_config(THREE_CLAIMS, "[check.severity]\nclaim-on-word = \"off\"\n");
    assert!(!off.ids().contains(&"claim-on-word"));
    let error = with_config(
        THREE_CLAIMS,
        "[check.severity]\nclaim-on-word = \"error\"\n",
    );
    assert_eq!(
        error.of_check("claim-on-word").len(),
        3,
        "errors are not folded"
    );
    assert_eq!(error.findings.count(Severity::Error), 3);
    let bad_kind = "---\nkind: proposal\n---\n";
    let off = with_config(bad_kind, "[check.severity]\nunknown-kind = \"off\"\n");
    assert!(
        !off.ids().contains(&"unknown-kind"),
        "also what the resolver finds"
    );
    let ignore = |path: &str| {
        format!(
            "[[check.ignore]]\ncheck = \"claim-on-word\"\npath = \"{path}\"\nreason = \"a draft\"\n"
        )
    };
    let ignored = with_config(THREE_CLAIMS, &ignore("case.md"));
    assert!(!ignored.ids().contains(&"claim-on-word"));
    let other = with_config(THREE_CLAIMS, &ignore("other.md"));
    assert!(other.ids().contains(&"claim-on-word"));
}

fn finding(span: Span, text: &str, safe: bool) -> Finding {
    let fix = Fix {
        title: format!("Write {text}"),
        safe,
        edits: vec![Edit {
            span,
            text: text.to_owned(),
        }],
    };
    Finding {
        diagnostic: Diagnostic::new("long-sentence", Severity::Info, span, "").fix(fix),
        weight: 0,
        folded: 0,
    }
}

#[test]
fn of_overlapping_fixes_the_first_is_applied_and_the_rest_wait() {
    let text = "one two three";
    let findings = [
        finding(Span::new(4, 13), "2 3", true),
        finding(Span::new(0, 7), "1 2", true),
        finding(Span::new(8, 13), "3", true),
        finding(Span::new(0, 3), "unsafe", false),
    ];
    let applied = apply(text, &findings);
    assert_eq!(applied.text, "1 2 3");
    assert_eq!(applied.titles, ["Write 1 2", "Write 3"]);
}

#[test]
fn a_fix_outside_the_text_or_inside_a_character_is_left_alone() {
    let text = "naïve";
    let findings = [
        finding(Span::new(3, 4), "i", true),
        finding(Span::new(4, 40), "x", true),
    ];
    let applied = apply(text, &findings);
    assert_eq!(applied.text, text);
    assert!(applied.titles.is_empty());
}

#[test]
fn near_misses_are_mended_all_at_once() {
    let text = "\
---
kidn: idea
onwer: R. Okafor
---

## Case

### A voucher brings people back {#Voucher}

- because #cots

### The programme can afford it {#cost}

### The programme is safe {#cost}
";
    let before = Checked::of(text, &MemoryHost::new(), true);
    let applied = apply(text, &before.findings.shown);
    assert_eq!(applied.titles.len(), 5, "{:?}", applied.titles);
    let after = Checked::of(&applied.text, &MemoryHost::new(), true);
    assert_eq!(after.case.owner.as_deref(), Some("R. Okafor"));
    for id in [
        "unknown-key",
        "bad-id",
        "dangling-reference",
        "duplicate-id",
    ] {
        assert!(after.of_check(id).is_empty(), "{id}:\n{}", applied.text);
    }
}

#[test]
fn a_digit_is_no_slip() {
    let text = "## Case\n\n### It works\n\n- because #cost-1\n\n### It pays {#cost-2}\n";
    let checked = check(text);
    assert!(
        checked.of_check("dangling-reference")[0]
            .diagnostic
            .fix
            .is_none()
    );
}

#[test]
fn a_figure_that_the_data_contradict_fells_its_statement_and_is_told_once() {
    let text = "\
## Case

### A voucher is enough

- because [whatever the age](figure:by_age.least) people came.

## Data

```sql by_age holds=\"least > 0.75\"
select min(came) as least from 'data/trial.csv'
```
";
    let mut computed = Computed::default();
    let value = Value {
        text: "0.5".to_owned(),
        state: FigureState::Broken,
        outside: true,
        ..whyproof_case::Value::default()
    };
    computed.figures.insert(
        ("by_age.least".to_owned(), "whatever the age".to_owned()),
        value,
    );
    let checked = Checked::computed(text, &MemoryHost::new(), &computed, true);
    let falls = checked.of_check("claim-falls");
    assert_eq!(falls.len(), 1, "{:?}", checked.ids());
    assert_eq!(falls[0].diagnostic.severity, Severity::Error);
    assert!(!checked.ids().contains(&"claim-rests-on-assumption"));
}

#[test]
fn an_experiment_that_found_otherwise_or_nothing_yet_is_told_once() {
    let text = "\
## Case

### A voucher brings people back[^v]

[^v]: measurement: experiment voucher

## Impact

```experiment voucher
metric = \"came\"
```
";
    let check = |verdict| {
        let mut computed = Computed::default();
        computed.experiments.insert("voucher".to_owned(), verdict);
        Checked::computed(text, &MemoryHost::new(), &computed, true)
    };
    let wrong = check(Verdict::WrongThing);
    assert_eq!(wrong.of_check("claim-falls").len(), 1);
    assert!(wrong.of_check("evidence-no-source").is_empty());
    let open = check(Verdict::NotKnownYet);
    assert!(open.of_check("claim-falls").is_empty());
    assert_eq!(open.of_check("evidence-no-source").len(), 1);
    let right = check(Verdict::RightThing);
    assert!(right.of_check("evidence-no-source").is_empty());
}

#[test]
fn one_weakness_is_said_once() {
    let text = "\
## Case

### A voucher brings people back

- because the trip stops them.[^panel]
- but some may not want to know.
  - but they will.[^hearsay]

[^panel]: research: a panel
";
    let checked = Checked::of(text, &MemoryHost::new(), true);
    assert_eq!(checked.of_check("evidence-no-source").len(), 1);
    assert_eq!(checked.of_check("evidence-undefined").len(), 1);
    for id in [
        "claim-on-word",
        "claim-rests-on-assumption",
        "objection-answered-on-word",
        "objection-unanswered",
    ] {
        assert!(checked.of_check(id).is_empty(), "{id}");
    }
}

#[test]
fn sources_that_lead_nowhere_come_first_and_are_named() {
    let text = "\
## Case

### Parents want it[^panel]

### It costs less[^drops]

### Nobody else can[^insider]

[^panel]: research: a panel of a leading institute
[^drops]: measurement: internal analysis
[^insider]: research: somebody who knows. https://example.com/talk
";
    let checked = check(text);
    let mut shown = checked.findings.shown.iter();
    let first = shown
        .find(|f| !f.diagnostic.id.starts_with("problem-"))
        .unwrap();
    assert_eq!(first.diagnostic.id, "evidence-no-source");
    assert!(first.diagnostic.message.contains("None of the 3 sources"));
    assert_eq!(first.diagnostic.related.len(), 3);
}

#[test]
fn no_text_makes_the_checks_panic() {
    let odd = [
        "",
        "[^",
        "[^]: research:",
        "[^a]: research",
        "[^a]:\n",
        "x[^a]\n\n[^a]: measurement",
        "---\n: x\n---\n",
        "## Case\n\n- but #\n- because #x\n- because because\n- and",
        "## Case\n\n### é {#é}\n\n- because #é",
        "# Decision\n### Decision\n###### Case\n",
        "<!-- whyproof: allow : -->",
        "<!-- whyproof:allow ,,é: x -->\n\nx",
        "[?](figure:.[)[x](figure:)[y](figure:é.x)",
        "```experiment\né = 1\n```\n\n```sql\n```",
    ];
    for text in odd {
        let checked = Checked::of(text, &MemoryHost::new(), true);
        let applied = apply(text, &checked.findings.shown);
        Checked::of(&applied.text, &MemoryHost::new(), true);
    }
}

#[test]
fn ten_thousand_faults_of_one_kind_are_found_in_time() {
    let mut text = String::from("## Case\n\n");
    for at in 0..10_000 {
        let word = format!("claim{}", (b'a' + (at % 26) as u8) as char);
        text += &format!(
            "### It pays {word} {at} [^lost-{at}] {{#same}}\n\n- because #gone-{word}-{at}\n\n"
        );
        text += &format!("[^note-{at}]: measurment: a note. https://notes.org/{at}\n\n");
    }
    let started = std::time::Instant::now();
    let checked = Checked::of(&text, &MemoryHost::new(), true);
    assert!(
        checked.findings.total > 29_000,
        "{}",
        checked.findings.total
    );
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

/// A rebuttal that was not indented attacks the claim: whoever wrote it is told how it becomes the answer.
#[test]
fn an_answer_that_is_not_indented_is_told() {
    let case = "## Case\n\n### A voucher brings people back\n\n- but some may not want to know.\n\
                - but of 60 who were asked, 54 wanted to.[^asked]\n\n\
                [^asked]: observation: asked at the door, May 2026. https://vale.net/asked\n";
    let help = |text: &str| -> String {
        let checked = check(text);
        let falls = checked.of_check("claim-falls");
        falls
            .first()
            .and_then(|finding| finding.diagnostic.help.clone())
            .unwrap_or_default()
    };
    assert!(
        help(case)
            .contains("is meant to answer the objection “some may not want to know”, indent it")
    );
    let answered = case.replace("to know.\n", "to know.\n  - but all came.\n");
    assert!(!help(&answered).contains("indent"), "{}", help(&answered));
    assert_eq!(help(&case.replace("- but of", "  - but of")), "");
}
