//! What rests on a statement is what its load counts.

use proptest::prelude::*;
use whyproof_case::{Case, Computed, Scope, resolve};
use whyproof_testing::MemoryHost;

fn case(text: &str) -> Case {
    let host = MemoryHost::new().file("x.csv", "a\n1\n");
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn load_is_what_rests(case: &Case) -> Result<(), TestCaseError> {
    for (id, statement) in case.statements() {
        let resting = case.resting_on(id);
        let count = resting.statements.len() as u32 + u32::from(resting.case);
        prop_assert_eq!(
            count,
            statement.load,
            "{} in\n{}",
            statement.id,
            case.source()
        );
    }
    Ok(())
}

#[test]
fn what_rests_is_named() {
    let case = case(
        "# T\n\n## Case\n\n### One {#one}\n\n- because this {#this}\n  - because that {#that}\n\n### Two {#two}\n",
    );
    let that = case.find("that").unwrap();
    let resting = case.resting_on(that);
    let names: Vec<&str> = resting
        .statements
        .iter()
        .map(|id| case.statement(*id).id.as_str())
        .collect();
    assert_eq!(names, ["one", "this"]);
    assert_eq!(
        case.statement(that).load,
        names.len() as u32 + u32::from(resting.case)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Outlines of up to a dozen lines, with evidence and references.
    #[test]
    fn as_many_rest_on_it_as_its_load_says(
        lines in prop::collection::vec((0usize..5, 0usize..4, 0usize..12, any::<bool>()), 1..12)
    ) {
        let mut text = String::from("---\nkind: story\n---\n\n# T\n\n## Case\n\n- A claim {#s0}\n");
        let mut depth = 0;
        for (at, (wanted, word, refers, shown)) in lines.into_iter().enumerate() {
            depth = (wanted + 1).min(depth + 1);
            let word = ["because", "and", "but", "because"][word];
            let indent = "  ".repeat(depth);
            let body = if refers < at { format!("#s{refers}") } else { format!("words {at}") };
            let note = if shown && refers >= at { "[^x]" } else { "" };
            let id = if refers < at { String::new() } else { format!(" {{#s{}}}", at + 1) };
            text.push_str(&format!("{indent}- {word} {body}{note}{id}\n"));
        }
        text.push_str("\n[^x]: measurement: x.csv\n");
        load_is_what_rests(&case(&text))?;
    }
}
