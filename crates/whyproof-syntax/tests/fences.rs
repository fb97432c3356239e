//! The info string of a fenced block: language, name, attributes, whatever letters they share.

use whyproof_syntax::parse;

#[test]
fn a_name_within_the_language_is_still_the_name() {
    for (info, language, name, source) in [
        ("query y from=\"a\"", "query", Some("y"), Some("a")),
        ("chart c from=\"c c\"", "chart", Some("c"), Some("c c")),
        ("query from=\"query\"", "query", None, Some("query")),
        ("  SQL  sql ", "sql", Some("sql"), None),
    ] {
        let text = format!("```{info}\nselect 1\n```\n");
        let parse = parse(&text);
        let fence = &parse.document.fences[0];
        assert_eq!(fence.language, language, "{info}");
        assert_eq!(fence.name.as_deref(), name, "{info}");
        assert_eq!(fence.attributes.get("from"), source, "{info}");
        for pair in &fence.attributes.pairs {
            let written = &text[pair.span.range()];
            assert!(written.starts_with("from="), "{info}: {written}");
        }
    }
}
