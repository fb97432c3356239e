//! What a map says in words.

use super::{argued, case, wide, wrong};
use crate::map::{self, MapOptions};

#[test]
fn a_map_is_told_in_sentences() {
    let case = argued(
        "### One {#a}\n\n- because it is.[^r]\n- but no.\n  - but #a\n\n[^r]: research: r. https://doi.org/10.1257/aer.98.5.1829\n",
    );
    let svg = map::svg(&case, &MapOptions::default());
    assert_eq!(svg.title, "Argument map: A title");
    assert_eq!(
        svg.description,
        "1 claim, 1 reason and 1 objection. 1 stands and 2 are assumed. 1, claim, assumed: “One”. 1.1, because, stands: “it is”. 1.2, but, assumed: “no”. 1.2.1, but, which leads back to itself: “One”."
    );
    let empty = map::svg(&super::case("# T\n\nprose\n"), &MapOptions::default());
    assert_eq!(
        empty.description,
        "Nothing is argued yet: there is no claim."
    );
}

#[test]
fn all_words_are_in_the_title_of_their_box() {
    let long = "word ".repeat(200);
    let case = argued(&format!("### One\n\n- because {long}end.\n"));
    let svg = map::svg(&case, &MapOptions::default()).text;
    assert!(
        svg.contains(&format!("{long}end. — It is assumed")),
        "{svg}"
    );
}

#[test]
fn evidence_says_whether_it_counts() {
    let case = argued(
        "### One\n\n- because it is.[^r][^o]\n- but no.[^p] {by=\"S. Banda\"}\n\n[^r]: research: r. https://doi.org/10.1257/aer.98.5.1829\n[^o]: observation: o\n[^p]: measurement: p\n",
    );
    let svg = map::svg(&case, &MapOptions::default()).text;
    for words in [
        "research, counts: r",
        "observation, author’s word: o",
        "measurement, on their word: p",
        "S. Banda says it",
    ] {
        assert!(svg.contains(&format!(">{words}<")), "{words}: {svg}");
    }
}

/// What would run, load or end something if it were more than text.
const PAYLOADS: &[&str] = &[
    "<script>alert(1)</script>",
    "</title></desc></text></svg><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "]]><!-- --><![CDATA[",
    "\"><image href=\"https://example.org/x\"/>",
    "<foreignObject><iframe src=javascript:alert(1)>",
    "&lt;b&gt; &#x3c;script&#x3e; &xxe;",
    "<?xml-stylesheet href=\"https://example.org/x.css\"?>",
    "url(https://example.org/x) expression(alert(1)) @import",
    "\u{202e}reversed\u{202c} \u{2066}isolated",
    "\u{1}\u{8}\u{b}\u{c}\u{1f}\u{7f}\u{fffe}\u{ffff}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦",
];

#[test]
fn payloads_are_text() {
    for payload in PAYLOADS {
        let escaped = payload.replace('<', "\\<").replace('`', "");
        let case = case(&format!(
            "# {escaped}\n\n## Case\n\n### {escaped}\n\n- because `{payload}` [^{0}] {{by=\"{1}\"}}\n- but {payload}\n\n[^{0}]: research: {payload}\n",
            payload.replace(['[', ']', ' '], ""),
            payload.replace('"', ""),
        ));
        let mut options = wide(600);
        options.prefix = format!("{payload}x");
        assert_eq!(wrong(&case, &options), None, "{payload}");
        let svg = map::svg(&case, &options).text;
        let lower = svg.to_lowercase();
        for tag in [
            "<script",
            "<image",
            "<iframe",
            "<foreignobject",
            "<a ",
            "<!",
            "<?",
            "<b>",
        ] {
            assert!(!lower.contains(tag), "{tag} of {payload}: {svg}");
        }
        assert_eq!(lower.matches("<svg").count(), 1, "{payload}");
    }
}
