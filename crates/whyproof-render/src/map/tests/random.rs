//! Any argument gives a map in which nothing is wrong.

use proptest::prelude::*;

use super::{argued, case, wide, wrong};

#[derive(Debug, Clone)]
struct Item {
    /// Up from the deepest place where it may stand.
    up: usize,
    word: &'static str,
    /// A statement that it refers to.
    refers: Option<usize>,
    words: String,
    end: &'static str,
}

fn item() -> impl Strategy<Value = Item> {
    let words = prop_oneof![
        4 => "[a-z]{1,9}( [a-z]{1,12}){0,14}",
        1 => "[a-zA-Z]{40,90}",
        1 => "[日本語の文章]{1,60}",
        1 => "[^\\p{C}\\[\\]{}#`*_<>|\\\\!-]{1,40}",
    ];
    let word = prop::sample::select(vec!["because", "because", "but", "but", "and", ""]);
    let end = prop::sample::select(vec![
        "",
        "[^a]",
        "[^b]",
        "[^a][^b][^c]",
        "[^d]",
        " {by=\"S. Banda\"}",
        " why? {by=\"P. Rao\"}",
        " [12%](figure:q.c) and [13%](figure:q.d)",
    ]);
    (
        0_usize..4,
        word,
        prop::option::weighted(0.15, 0_usize..30),
        words,
        end,
    )
        .prop_map(|(up, word, refers, words, end)| Item {
            up,
            word,
            refers,
            words,
            end,
        })
}

/// Items as a case, with references among them, to nothing, and around.
fn told(items: &[Item], claims: usize) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for (at, item) in items.iter().enumerate() {
        if at % (items.len() / claims + 1) == 0 {
            text.push_str(&format!("\n### {} {{#s{at}}}\n\n", item.words));
            depth = 0;
            continue;
        }
        depth = (depth + 1).saturating_sub(item.up);
        let indent = "  ".repeat(depth.saturating_sub(1));
        let (word, end) = (item.word, item.end);
        match item.refers {
            Some(to) => text.push_str(&format!("{indent}- {word} #s{to}\n")),
            None => text.push_str(&format!(
                "{indent}- {word} {}{end} {{#s{at}}}\n",
                item.words
            )),
        }
        depth = depth.max(1);
    }
    text.push_str("\n- but the whole is wrong.\n\n## Questions\n\n### Who says so? {on=#s1 by=\"S. Banda\"}\n\nWe do.[^a]\n\n### Why not? {by=\"Q. R.\"}\n\n");
    text.push_str("[^a]: research: it. https://doi.org/10.1257/aer.98.5.1829\n[^b]: observation: seen\n[^c]: measurement: counted. doi:10.1000/182\n[^d]: measurement: experiment x\n");
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_argument_gives_a_map(items in prop::collection::vec(item(), 1..60), claims in 1_usize..9, width in 280_u32..1800, lines in 1_u32..7) {
        let case = argued(&told(&items, claims));
        let mut options = wide(width);
        options.max_lines = lines;
        prop_assert_eq!(wrong(&case, &options), None);
    }

    #[test]
    fn any_text_gives_a_map(text in whyproof_testing::markdown::markdown()) {
        prop_assert_eq!(wrong(&case(&text), &wide(900)), None);
    }
}
