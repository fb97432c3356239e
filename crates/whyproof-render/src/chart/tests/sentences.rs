//! The text alternative.

use super::{effects, options, points, rates, table};
use crate::chart::{Options, describe};

#[test]
fn sentences_are_made_from_the_data() {
    let of = |table: &_, pairs: &[(&str, &str)]| {
        let (title, description) = describe(table, &options(pairs)).expect("a chart");
        format!("{title}\n{description}")
    };
    let counts: String = (0..90).map(|at| format!("{}\n", at * at % 31)).collect();
    let all = [
        of(&rates(), &[("unit", "%")]),
        of(
            &points(),
            &[("unit", "%"), ("title", "The further, the fewer")],
        ),
        of(&effects(), &[("unit", "points")]),
        of(&table("g:text,a:float,b:float", "x,1,2\ny,3,"), &[]),
        of(&table("age:int", &counts), &[("unit", "years")]),
        of(&table("day:date,n:int", "2024-05-01,3"), &[]),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn markup_in_words_stays_words() {
    let table = table("g:text,n<b>:float", "<script>&\"'\u{1}\u{202e},1\nb\u{0},2");
    let svg = crate::chart::svg(&table, &Options::default()).expect("a chart");
    assert!(
        svg.text.contains("&lt;script&gt;&amp;&quot;"),
        "{}",
        svg.text
    );
    assert!(!svg.text.contains("<script") && !svg.text.contains('\u{1}'));
}
