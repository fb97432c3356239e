//! What the small API promises.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::{Day, Document, Standard, TypesetError, string, typeset};

fn document(source: impl Into<String>) -> Document {
    Document {
        source: source.into(),
        ..Document::default()
    }
}

fn words(source: &str) -> String {
    let set = typeset(&document(source)).expect("pages");
    let runs = (1..=set.pages()).flat_map(|page| set.runs(page));
    runs.map(|run| run.text).collect()
}

#[test]
fn a_payload_of_typst_is_its_own_text() {
    for payload in [
        "#import \"@preview/x:1.0.0\": *",
        "#read(\"/etc/passwd\")",
        "#eval(\"1 + 1\")",
        "#{ 1 + 1 }",
        "#sys.version",
        "$x^2$",
        "`raw` ```rs fn``` ",
        "*bold* _emph_",
        "// a comment",
        "/* a comment */",
        "<label> @reference",
        "a \\ b \\u{41} \\",
        "] [ ) ( } {",
        "\" ; \" + \"",
        "= heading",
        "- item",
        "~ -- --- ... -?",
        "https://example.org",
        "';--",
    ] {
        let set = words(&format!("#{};", string(payload)));
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(bare(&set), bare(payload));
    }
}

proptest! {
    #[test]
    fn a_literal_means_its_text(text in any::<String>()) {
        let literal = string(&text);
        prop_assert_eq!(read(&literal), Some(text));
    }
}

/// The value of a source that is one string literal and nothing else, as Typst reads it.
fn read(literal: &str) -> Option<String> {
    let root = typst::syntax::parse_code(literal);
    if !root.errors_and_warnings().0.is_empty() {
        return None;
    }
    let code: typst::syntax::ast::Code<'_> = root.cast()?;
    let mut expressions = code.exprs();
    let first = expressions.next();
    match (first, expressions.next()) {
        (Some(typst::syntax::ast::Expr::Str(value)), None) => Some(value.get().to_string()),
        _ => None,
    }
}

#[test]
fn nothing_outside_can_be_read() {
    for source in [
        "#read(\"/etc/passwd\")",
        "#read(\"../secret\")",
        "#image(\"chart.svg\")",
        "#import \"@preview/example:0.1.0\": add",
        "#import \"other.typ\": *",
        "#include \"main.typ\"",
        "#plugin(\"x.wasm\")",
        "#datetime.today()",
    ] {
        let error = typeset(&document(source)).expect_err(source);
        assert!(
            matches!(error, TypesetError::Source { .. }),
            "{source}: {error}"
        );
    }
}

#[test]
fn a_file_that_is_given_can_be_read() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let set = typeset(&Document {
        source: "#image(\"a.svg\", alt: \"nothing\")".to_owned(),
        files: BTreeMap::from([("a.svg".to_owned(), svg.as_bytes().to_vec())]),
        day: None,
    });
    assert_eq!(set.expect("pages").pages(), 1);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let whole = Document {
        source: format!(
            "#set document(title: {0})\n#title()\n#{0};",
            string("Twice")
        ),
        day: Some(Day {
            year: 2026,
            month: 2,
            day: 3,
        }),
        ..Document::default()
    };
    let bytes = || typeset(&whole).and_then(|set| set.pdf(Standard::Ua1));
    let first = bytes().expect("a PDF");
    assert_eq!(first, bytes().expect("a PDF"));
    let text = String::from_utf8_lossy(&first);
    assert!(text.contains("20260203"), "the day stands in the PDF");
}

#[test]
fn what_a_standard_lacks_is_told() {
    let set = typeset(&document("#{\"without a title\"};")).expect("pages");
    let error = set.pdf(Standard::Ua1).expect_err("no title");
    assert!(matches!(error, TypesetError::Standard { .. }), "{error}");
    assert!(set.pdf(Standard::Pdf17).is_ok());
}

#[test]
fn a_wrong_source_is_told_with_its_line() {
    let error = typeset(&document("fine\n#nothing-of-that-name")).expect_err("unknown");
    let TypesetError::Source { line, .. } = error else {
        panic!("{error}");
    };
    assert_eq!(line, Some(2));
}

#[test]
fn deep_nesting_does_not_overflow() {
    let nested = |depth: usize| format!("{}deep{}", "#list([".repeat(depth), "])".repeat(depth));
    assert!(words(&nested(20)).contains("deep"));
    // Typst has its own bound, and says so.
    assert!(typeset(&document(nested(2000))).is_err());
}

#[test]
fn a_source_that_is_too_large_is_refused() {
    let error = typeset(&document(" ".repeat(crate::LIMIT + 1))).expect_err("too large");
    assert!(matches!(error, TypesetError::TooLarge { .. }), "{error}");
}

#[test]
fn a_label_has_a_place() {
    let set = typeset(&document(
        "one\n#pagebreak()\n#v(100pt)\n#metadata(none)<here>",
    ))
    .expect("pages");
    let place = set.place("here").expect("a place");
    assert_eq!(place.page, 2);
    assert!(place.down > 100.0);
    assert_eq!(set.place("nowhere"), None);
}

#[test]
fn a_page_is_a_picture() {
    let set = typeset(&document("one")).expect("pages");
    assert!(set.png(1, 0.5).expect("a picture").starts_with(b"\x89PNG"));
    assert!(matches!(set.png(2, 1.0), Err(TypesetError::NoPage { .. })));
    assert!(matches!(set.png(0, 1.0), Err(TypesetError::NoPage { .. })));
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9] {
        assert!(matches!(set.png(1, scale), Err(TypesetError::Scale(_))));
    }
}

#[test]
fn letters_without_a_shape_are_known() {
    for letter in ['a', 'é', 'ß', 'Ж', 'λ', 'א', '“', '—', '€', '≤', '→', '☐'] {
        assert!(crate::covers(letter), "{letter}");
    }
    for letter in ['中', '🎉', '\u{7}'] {
        assert!(!crate::covers(letter), "{letter}");
    }
}
