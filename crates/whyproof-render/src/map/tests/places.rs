//! Where boxes and lines stand.

use super::{argued, wide, wrong};
use crate::map::{self, MapOptions, Scheme};

const SMALL: &str = "### One {#a}\n\n- because it is.\n- and it was.\n- but no.\n  - but yes.\n\n### Two\n\n- because #a\n";

#[test]
fn nothing_touches_and_every_line_ends_on_its_boxes() {
    let mut forty = String::new();
    for claim in 0..40 {
        forty.push_str(&format!("### Claim {claim} of forty\n\n"));
        for reason in 0..claim % 7 {
            let word = ["because", "but", "because", "and"][reason % 4];
            forty.push_str(&format!("- {word} there are words in number {reason}.\n"));
            if (claim + reason) % 3 == 0 {
                forty.push_str("  - but that is so.\n  - because of it.\n    - and more.\n");
            }
        }
        forty.push('\n');
    }
    for argument in [SMALL, &forty, "", "- but the whole of it is wrong.\n"] {
        let case = argued(argument);
        for width in [0, 320, 500, 900, 1200, 2400] {
            assert_eq!(wrong(&case, &wide(width)), None, "{width} wide: {argument}");
        }
    }
}

#[test]
fn claims_stand_beside_each_other_where_the_page_is_wide_enough() {
    let claims: String = (0..40)
        .map(|at| format!("### Claim {at}\n\n- because so.\n\n"))
        .collect();
    let case = argued(&claims);
    let high = |width| map::svg(&case, &wide(width)).height;
    assert!(
        high(2400) * 3 < high(700) * 2,
        "{} {}",
        high(2400),
        high(700)
    );
}

#[test]
fn what_fits_stands_beside_each_other_and_else_along_a_trunk() {
    let case = argued("### A claim\n\n- because one.\n- because two.\n- but three.\n");
    let tree = map::tree(&case);
    let tops = |width| {
        let part = super::Part::new(&tree, 0..tree.len());
        let (_, layout, _) = super::draw::drawn(&case, part, &wide(width));
        let mut tops: Vec<_> = layout.rects[1..].iter().map(|rect| rect.y as i64).collect();
        tops.dedup();
        tops.len()
    };
    assert_eq!((tops(1200), tops(560), tops(320)), (1, 2, 3));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let case = argued(SMALL);
    let options = MapOptions::default();
    assert_eq!(
        map::svg(&case, &options),
        map::svg(&argued(SMALL), &options)
    );
}

#[test]
fn one_claim_is_a_map_of_its_own_with_the_numbers_of_the_whole() {
    let case = argued(SMALL);
    let tree = map::tree(&case);
    let second = tree
        .iter()
        .rposition(|node| node.depth == 0)
        .expect("a claim");
    let drawn = map::svg_of(&case, &tree, second as u32, &MapOptions::default());
    let drawn = drawn.expect("it is there");
    assert_eq!(drawn.title, "Argument map of claim 2: Two");
    assert!(
        drawn.text.contains(">see 1<") && !drawn.text.contains("it was"),
        "{drawn}"
    );
    assert_eq!(map::svg_of(&case, &tree, 99, &MapOptions::default()), None);
}

#[test]
fn a_scheme_has_a_ground_and_no_style_sheet() {
    let case = argued(SMALL);
    let drawn = |scheme| {
        let options = MapOptions {
            scheme,
            prefix: "x".to_owned(),
            ..MapOptions::default()
        };
        map::svg(&case, &options).text
    };
    let (dark, either) = (drawn(Some(Scheme::Dark)), drawn(None));
    assert!(
        dark.contains("fill=\"#15191e\"") && !dark.contains("<style>"),
        "{dark}"
    );
    assert!(
        dark.contains("#e6edf3") && !dark.contains("#1f2328"),
        "{dark}"
    );
    assert!(either.contains("prefers-color-scheme:dark") && either.contains("id=\"x\""));
}

/// What the nodes are, each with its number.
fn told(argument: &str) -> Vec<String> {
    let case = argued(argument);
    let tree = map::tree(&case);
    let told = tree.iter().enumerate().map(|(at, node)| {
        let number = map::number(&tree, at as u32);
        format!("{number} {:?} {:?} {}", node.link, node.seen, node.words)
    });
    assert_eq!(wrong(&case, &wide(1200)), None);
    told.collect()
}

#[test]
fn what_stands_under_a_reference_is_shown_under_what_it_bears_on() {
    assert_eq!(
        told("### One\n\n- because #two\n  - because of this.\n\n### Two {#two}\n"),
        [
            "1 Claim Here One",
            "1.1 Because Elsewhere Two",
            "2 Claim Here Two",
            "2.1 Because Here of this.",
        ]
    );
}

#[test]
fn what_stands_under_a_reference_to_nothing_is_shown_and_bears_on_nothing() {
    assert_eq!(
        told("### One\n\n- because #gone\n  - because of this.\n    - but no.\n"),
        [
            "1 Claim Here One",
            "2 Loose Here of this.",
            "2.1 But Here no.",
        ]
    );
}
