//! The argument in the languages of other programs.

use whyproof_wire::{argdown, dot, mermaid};

use crate::cases::{examples, of, root};

const CASE: &str = "---
kind: idea
owner: R. Okafor
---

# A night bus

## Customer problem

The 340 people on the late shift wait for a lift every evening.

## Case

### Staff would take it {#ride}

- because we counted the queue.[^queue]
- but it may be full. {#full by=\"B. Lee\"}
  - but it has 60 seats.[^queue]

### It can be paid {#pay}

- because the county pays a third {#third}
- and the hospital pays the rest. {#rest}
- because #ride

- but nobody asked the drivers.

[^queue]: observation: the queue on five evenings, data/x.csv
";

/// Set to 1, the test writes the files instead of comparing them.
const UPDATE: &str = "WHYPROOF_UPDATE_EXPORTS";

#[test]
fn one_case_in_every_language() {
    let case = of(CASE);
    let folder = root().join("crates/whyproof-wire/tests/wire/exports");
    for (name, text) in [
        ("night-bus.dot", dot(&case)),
        ("night-bus.mmd", mermaid(&case)),
        ("night-bus.argdown", argdown(&case)),
    ] {
        let path = folder.join(name);
        if std::env::var_os(UPDATE).is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, kept, "{name} differs; {UPDATE}=1 writes it");
    }
}

#[test]
fn every_statement_of_every_example_is_drawn_once() {
    for (path, case) in examples() {
        let (dot, mermaid, argdown) = (dot(&case), mermaid(&case), argdown(&case));
        for (id, statement) in case.statements() {
            let node = format!("\n  n{} [", id.0);
            assert_eq!(dot.matches(&node).count(), 1, "{path}: {}", statement.id);
            let lines = mermaid.lines();
            let drawn = lines.filter(|line| {
                let rest = line.trim_start().strip_prefix(&format!("n{}", id.0));
                rest.is_some_and(|rest| rest.starts_with(['[', '(', '{']))
            });
            assert_eq!(drawn.count(), 1, "{path}: {}", statement.id);
            let defined = format!("[{}]: ", statement.id);
            assert_eq!(
                argdown.matches(&defined).count(),
                1,
                "{path}: {}",
                statement.id
            );
        }
    }
}
