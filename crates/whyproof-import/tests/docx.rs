//! DOCX, from files built here: every word is kept, and what is hostile is refused.
#![allow(clippy::unwrap_used)]

mod common;
mod zipped;

use common::{assert_all, read, words};
use proptest::prelude::*;
use whyproof_import::{Draft, Format, ImportError, import};
use whyproof_syntax::{Role, parse};
use zipped::{Docx, p, r, zip};

fn draft(docx: Docx) -> Draft {
    let draft = import("Proposal.docx", &docx.build()).unwrap();
    assert_eq!(draft.format, Format::Docx);
    draft
}

fn body(xml: &str) -> String {
    let draft = draft(Docx::new(xml));
    draft
        .markdown
        .strip_prefix("---\nkind: idea\n---\n\n")
        .unwrap()
        .to_owned()
}

#[test]
fn headings_in_any_language() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Mein"><w:name w:val="Meine"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Mein"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"#;
    let styled = |style: &str, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#,
            r(text)
        )
    };
    let xml = [
        styled("Titel", "Shorter forms"),
        styled("berschrift1", "Background"),
        p("People wait."),
        styled("Mein", "Since when"),
        p("Since May."),
        format!(
            r#"<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{}</w:p>"#,
            r("Alternatives")
        ),
        p("None."),
    ]
    .concat();
    let draft = draft(Docx::new(&xml).part(
        "styles",
        "styles",
        &format!("<w:styles>{styles}</w:styles>"),
    ));
    assert_eq!(
        draft.markdown,
        "---\nkind: idea\n---\n\n# Shorter forms\n\n## Customer problem\n\n### Background\n\nPeople wait.\n\n#### Since when\n\nSince May.\n\n## Alternatives\n\nNone.\n"
    );
    let document = parse(&draft.markdown).document;
    assert_eq!(document.sections[0].role, Some(Role::Problem));
}

#[test]
fn lists_by_their_numbering() {
    let numbering = r#"<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
    let item = |level: usize, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>{}</w:p>"#,
            r(text)
        )
    };
    let xml = [
        p("We:"),
        item(0, "one"),
        item(1, "first"),
        item(1, "second"),
        item(0, "two"),
        item(1, "anew"),
        p("Done."),
    ]
    .concat();
    let draft = draft(Docx::new(&xml).part("numbering", "numbering", numbering));
    assert!(
        draft
            .markdown
            .ends_with("\n\nWe:\n\n- one\n  1. first\n  2. second\n- two\n  1. anew\n\nDone.\n"),
        "{}",
        draft.markdown
    );
}

#[test]
fn looks_and_links_survive_and_signs_stay_signs() {
    let look = |props: &str, text: &str| {
        format!(r#"<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    };
    let xml = format!(
        "<w:p>{}{}{}{}{}</w:p><w:p>{}{}</w:p>{}{}",
        look("", "It is "),
        look("<w:b/>", "very "),
        look("<w:b/>", "bold"),
        look(r#"<w:b w:val="0"/>"#, " and "),
        look("<w:b/><w:i/>", "both."),
        look("", "a"),
        look("<w:b/>", "(odd)"),
        p("1. not a *list*, _no_ &lt;b&gt; {x} [^1] `c` a_b | &amp;amp; # no"),
        p("# no heading"),
    );
    assert_eq!(
        body(&xml),
        "It is **very bold** and ***both.***\n\na(odd)\n\n1\\. not a \\*list\\*, \\_no\\_ \\<b> \\{x\\} \\[^1\\] \\`c\\` a_b \\| \\&amp; \\# no\n\n\\# no heading\n"
    );
    let link = format!(
        r#"<w:p><w:hyperlink r:id="rId9">{}</w:hyperlink></w:p>"#,
        r("the log")
    );
    let draft = draft(Docx::new(&link).link("rId9", "https://example.org/a?b=1"));
    assert!(
        draft
            .markdown
            .ends_with("[the log](https://example.org/a?b=1)\n"),
        "{}",
        draft.markdown
    );
}

#[test]
fn tables_boxes_notes_and_changes() {
    let cell = |text: &str| format!("<w:tc>{text}</w:tc>");
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell(&p("Place")),
        cell(&(p("Count") + &p("of 9|10"))),
        cell(&format!(
            "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}<w:tbl><w:tr>{}</w:tr></w:tbl>",
            p("both"),
            cell(&p("inner"))
        )),
    );
    let xml = [
        table,
        format!(r#"<w:p>{}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#, r("See.")),
        format!(r#"<w:p><w:ins w:author="A">{}</w:ins><w:del w:author="A"><w:r><w:delText>no longer</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom></w:p>"#, r("Now"), r("moved")),
        format!("<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", r("Beside"), p("Boxed"), p("Boxed")),
        r#"<w:p><w:r><w:drawing><wp:docPr name="Picture 1" descr="a queue"/><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>"#.to_owned(),
        format!("<w:p>{}<w:r><w:br/></w:r>{}<w:r><w:tab/></w:r>{}</w:p>", r("one"), r("- two"), r("three")),
    ]
    .concat();
    let docx = Docx::new(&xml)
        .part("footnotes", "footnotes", &format!(r#"<w:footnotes><w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="2">{}{}</w:footnote></w:footnotes>"#, p("x"), p("observation: notes.md"), p("More.")))
        .part("comments", "comments", &format!(r#"<w:comments><w:comment w:id="1" w:author="Ann">{}</w:comment></w:comments>"#, p("Is it so?")))
        .part("header1", "header", &format!("<w:hdr>{}</w:hdr>", p("Confidential")))
        .link("rId9", "media/image1.png");
    let draft = draft(docx);
    assert_eq!(
        draft
            .markdown
            .strip_prefix("---\nkind: idea\n---\n\n")
            .unwrap(),
        "| Place | Count<br> of 9\\|10 |\n| --- | --- |\n|  | both<br> inner |\n\nSee.[^1]\n\nNow\n\nBoxed\n\nBeside\n\none\\\n\\- two three\n\n[^1]: observation: notes.md\n\n    More.\n"
    );
    let notes: Vec<&str> = draft.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(
        notes,
        [
            "Deleted in the document, and left out: “no longer”",
            "The picture media/image1.png (“a queue”) was left out: put it beside the case and write `![what it shows](file)`.",
            "Comment by Ann: Is it so?",
            "Header, left out: Confidential",
        ]
    );
    assert_eq!(draft.kept.footnotes, 1);
}

#[test]
fn code_is_fenced() {
    let code = |text: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="PreformattedText"/></w:pPr>{}</w:p>"#,
            r(text)
        )
    };
    let xml = [code("select *"), code("  from ```t```;"), p("After.")].concat();
    assert_eq!(
        body(&xml),
        "````\nselect *\n  from ```t```;\n````\n\nAfter.\n"
    );
}

#[test]
fn a_file_as_another_office_writes_it() {
    // A prefix of its own, no styles part, the text elsewhere in the archive, CDATA and entities.
    let files = [
        ("_rels/.rels", r#"<?xml version="1.0"?><Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/text/main.xml"/></Relationships>"#.to_owned()),
        ("text/main.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<x:document xmlns:x=\"u\"><x:body><!-- c --><x:p><x:pPr><x:pStyle x:val=\"Heading1\"/></x:pPr><x:r><x:t>Caf&#xE9; &amp; bar</x:t></x:r></x:p><x:p><x:r><x:t><![CDATA[a<b]]></x:t></x:r></x:p></x:body></x:document>".to_owned()),
    ];
    let draft = import("a.docx", &zip(&files)).unwrap();
    assert!(
        draft.markdown.ends_with("# Café & bar\n\na\\<b\n"),
        "{}",
        draft.markdown
    );
}

#[test]
fn hostile_files_are_refused_with_a_reason() {
    let told = |files: &[(&str, String)]| import("a.docx", &zip(files)).unwrap_err();
    let rels = |target: &str| {
        (
            "_rels/.rels",
            format!(
                r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{target}"/></Relationships>"#
            ),
        )
    };
    assert!(
        matches!(told(&[("a.txt", String::new())]), ImportError::MissingPart { part, .. } if part == "word/document.xml")
    );
    assert!(matches!(
        told(&[rels("../../etc/passwd")]),
        ImportError::Path { .. }
    ));
    assert!(matches!(
        told(&[rels("C:/x.xml")]),
        ImportError::Path { .. }
    ));
    let document = |text: &str| [("word/document.xml", text.to_owned())];
    let bomb = r#"<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>"#;
    assert!(matches!(told(&document(bomb)), ImportError::Doctype { .. }));
    assert!(
        told(&document("<a>&c;</a>"))
            .to_string()
            .contains("unknown entity &c;")
    );
    assert!(matches!(
        told(&document("<a><b></a>")),
        ImportError::Xml { .. }
    ));
    assert!(matches!(told(&document("<a><b>")), ImportError::Xml { .. }));
    assert!(matches!(
        told(&document("<w:document/>")),
        ImportError::Empty { .. }
    ));
    let large = zip(&document(&" ".repeat((64 << 20) + 1)));
    assert!(large.len() < 1 << 20, "it is a bomb");
    assert!(matches!(
        import("a.docx", &large),
        Err(ImportError::PartTooLarge { .. })
    ));
    assert!(matches!(
        import("a.docx", b"PK\x03\x04broken"),
        Err(ImportError::Archive { .. })
    ));
    let whole = Docx::new(&p("Words.")).build();
    for end in (0..whole.len()).step_by(7) {
        assert!(import("a.docx", &whole[..end]).is_err());
    }
}

#[test]
fn deep_xml_and_long_texts_are_read() {
    let deep = format!(
        "{}{}{}",
        "<w:sdt>".repeat(100_000),
        p("Deep down."),
        "</w:sdt>".repeat(100_000)
    );
    assert!(body(&deep).contains("Deep down."));
    let boxes = format!(
        "{}{}{}",
        "<w:p><w:r><w:txbxContent>".repeat(5_000),
        p("In boxes."),
        "</w:txbxContent></w:r></w:p>".repeat(5_000)
    );
    assert!(body(&boxes).contains("In boxes."));
    let long = p("Some words that go on and on.").repeat(150_000);
    assert!(body(&long).len() > 4 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost(paragraphs in prop::collection::vec(
        (0_u8..7, prop::collection::vec((0_u8..6, "([a-z0-9]{1,4}|[ ]{1,2}|[-*+>=_~`|:.&<{}()!#]|\\[|\\]|\\\\|[é🙂ש]|\n){0,8}"), 0..5)), 1..8)) {
        let mut xml = String::new();
        let mut expected = String::new();
        for (shape, runs) in &paragraphs {
            let mut inner = String::new();
            for (look, text) in runs {
                let props = ["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:strike/>", r#"<w:rFonts w:ascii="Courier New"/>"#][*look as usize];
                for (at, line) in text.split('\n').enumerate() {
                    let escaped = line.replace('&', "&amp;").replace('<', "&lt;");
                    let broken = if at > 0 { "<w:br/>" } else { "" };
                    inner += &format!("<w:r><w:rPr>{props}</w:rPr>{broken}<w:t>{escaped}</w:t></w:r>");
                }
                expected += text;
            }
            expected.push('\n');
            let properties = match shape {
                0 => r#"<w:pStyle w:val="Heading2"/>"#,
                1 => r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>"#,
                2 => r#"<w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr>"#,
                3 => r#"<w:pStyle w:val="Code"/>"#,
                4 => r#"<w:pStyle w:val="Quote"/>"#,
                _ => "",
            };
            let paragraph = format!("<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>");
            xml += &if *shape == 5 { format!("<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>") } else { paragraph };
        }
        match import("a.docx", &Docx::new(&xml).build()) {
            Ok(draft) => assert_all(&words(&expected), &read(&draft.markdown), &draft.markdown),
            Err(ImportError::Empty { .. }) => prop_assert!(words(&expected).is_empty()),
            Err(error) => prop_assert!(false, "{error}"),
        }
    }

    #[test]
    fn no_xml_fails(xml in "(<w:(p|r|t|tbl|tr|tc|ins|del|pPr|rPr|numPr|hyperlink|footnote)>|</w:(p|r|t|tbl|tr|tc|ins|del|pPr|rPr)>|<w:(b|br|tab|p|numId|ilvl|gridSpan|footnoteReference)( w:val=\"-?[0-9]{1,20}\")?/>|abc |&amp;|&#0;|<|&){0,40}") {
        let file = zip(&[("word/document.xml", format!("<w:document>{xml}</w:document>"))]);
        let _ = import("a.docx", &file);
        let _ = import("a.docx", &Docx::new(&p("Words.")).part("styles", "styles", &xml).part("numbering", "numbering", &xml).build());
    }

    #[test]
    fn no_damage_fails(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = Docx::new(&p("Words.")).part("styles", "styles", "<w:styles/>").build();
        let at = at.index(file.len());
        file[at] = byte;
        let _ = import("a.docx", &file);
    }
}
