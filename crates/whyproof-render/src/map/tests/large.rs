//! Arguments that are deep or long.

use super::{argued, wide, wrong};
use crate::map::{self, MapOptions};

/// A chain of so many levels, two statements at each.
fn deep(levels: usize) -> String {
    let mut argument = String::from("### The top\n\n");
    for level in 0..levels {
        let indent = "  ".repeat(level);
        argument.push_str(&format!(
            "{indent}- because beside {level}.\n{indent}- but below {level}.\n"
        ));
    }
    argument
}

#[test]
fn below_the_twelfth_level_an_argument_is_set_flat_with_its_number() {
    let case = argued(&deep(20));
    assert_eq!(wrong(&case, &wide(1200)), None);
    let drawn = map::svg(&case, &MapOptions::default()).text;
    let path = format!("1{}", ".2".repeat(11));
    assert!(drawn.contains(&format!("<title>{path}, but, ")), "{drawn}");
    assert!(
        drawn.contains("<title>level 13, … 2.2.1, because, "),
        "{drawn}"
    );
    // The reason stands right under its parent; the objection does not, and says what it is to.
    assert!(drawn.contains(&format!(">but, under {path}<")), "{drawn}");
}

#[test]
fn a_thousand_levels_are_drawn() {
    let case = argued(&deep(1000));
    assert!(case.statements.len() >= 2000, "{}", case.statements.len());
    for width in [320, 1200] {
        assert_eq!(wrong(&case, &wide(width)), None);
    }
}

#[test]
fn five_thousand_statements_are_drawn() {
    let mut argument = String::new();
    for claim in 0..500 {
        argument.push_str(&format!("### Claim {claim}\n\n- because {claim} is so.\n"));
        argument.push_str("- and another.\n  - but no.\n    - but yes.\n  - because of that.\n");
        argument.push_str("- but it rains.\n  - but not here.\n- but the sun.\n  - but shade.\n\n");
    }
    let case = argued(&argument);
    assert_eq!(case.statements.len(), 5000);
    assert_eq!(wrong(&case, &wide(1200)), None);
}

#[test]
fn a_statement_of_a_megabyte_is_drawn() {
    let case = argued(&format!(
        "### {}\n\n- because {}\n",
        "x".repeat(1 << 20),
        "y z ".repeat(1 << 18)
    ));
    assert_eq!(wrong(&case, &wide(1200)), None);
}
