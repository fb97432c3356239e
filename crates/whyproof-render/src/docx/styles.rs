//! The styles: few, named as Word names them where Word has them, so that a reader can change them all at once.

use super::pen::Pen;

/// The letters of headings and tables.
macro_rules! sans {
    () => {
        "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
    };
}

/// The letters of code.
macro_rules! mono {
    () => {
        "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>"
    };
}

/// The ink of headings and links.
macro_rules! ink {
    () => {
        "<w:color w:val=\"1F3A5F\"/>"
    };
}

/// The ink of what is said aside.
macro_rules! grey {
    () => {
        "<w:color w:val=\"595959\"/>"
    };
}

/// A style of paragraphs: its id, its name, the style that it is based on, the one of the paragraph after it, the
/// properties of its paragraphs, and those of their runs.
pub(super) type Style = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

/// The styles of a case's paragraphs.
pub(super) const PARAGRAPHS: &[Style] = &[
    ("BodyText", "Body Text", "Normal", "", "", ""),
    (
        "Title",
        "Title",
        "Normal",
        "Subtitle",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"252\" w:lineRule=\"auto\"/>",
        concat!(
            sans!(),
            "<w:b/><w:bCs/>",
            ink!(),
            "<w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>"
        ),
    ),
    (
        "Subtitle",
        "Subtitle",
        "Normal",
        "",
        "<w:spacing w:after=\"360\"/>",
        concat!(sans!(), grey!()),
    ),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        concat!(
            sans!(),
            "<w:b/><w:bCs/>",
            ink!(),
            "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
        ),
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
        concat!(
            sans!(),
            "<w:b/><w:bCs/>",
            ink!(),
            "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"
        ),
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"2\"/>",
        concat!(
            sans!(),
            "<w:b/><w:bCs/>",
            ink!(),
            "<w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>"
        ),
    ),
    (
        "Claim",
        "Claim",
        "BodyText",
        "",
        "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"120\"/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "Reason",
        "Reason",
        "BodyText",
        "",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "",
    ),
    (
        "Objection",
        "Objection",
        "BodyText",
        "",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "",
    ),
    (
        "Rebuttal",
        "Rebuttal",
        "BodyText",
        "",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "",
    ),
    (
        "Elaboration",
        "Elaboration",
        "BodyText",
        "",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "",
    ),
    (
        "Question",
        "Question",
        "BodyText",
        "",
        "<w:spacing w:before=\"0\" w:after=\"120\"/>",
        "<w:i/><w:iCs/>",
    ),
    (
        "Asked",
        "Asked",
        "BodyText",
        "",
        "<w:keepNext/><w:spacing w:after=\"80\"/>",
        concat!(
            sans!(),
            grey!(),
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"
        ),
    ),
    (
        "Aside",
        "Aside",
        "BodyText",
        "",
        "",
        concat!(
            sans!(),
            grey!(),
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"
        ),
    ),
    (
        "Quote",
        "Quote",
        "BodyText",
        "",
        "<w:spacing w:after=\"140\"/><w:ind w:left=\"360\" w:right=\"360\"/>",
        "<w:i/><w:iCs/>",
    ),
    (
        "ListParagraph",
        "List Paragraph",
        "BodyText",
        "",
        "<w:spacing w:after=\"80\"/>",
        "",
    ),
    (
        "ListContinue",
        "List Continue",
        "BodyText",
        "",
        "<w:spacing w:after=\"80\"/>",
        "",
    ),
    (
        "CodeTitle",
        "Code Title",
        "BodyText",
        "",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
        concat!(
            sans!(),
            "<w:b/><w:bCs/>",
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"
        ),
    ),
    (
        "CodeBlock",
        "Code Block",
        "Normal",
        "",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F5F2\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>",
        concat!(
            mono!(),
            "<w:noProof/>",
            "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"
        ),
    ),
    (
        "TableText",
        "Table Text",
        "Normal",
        "",
        "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>",
        concat!(sans!(), "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"),
    ),
    (
        "TableHead",
        "Table Head",
        "TableText",
        "",
        "<w:keepNext/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "AfterTable",
        "After Table",
        "Normal",
        "",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>",
        "",
    ),
    (
        "Rule",
        "Rule",
        "Normal",
        "",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"A0A0A0\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"200\"/>",
        "",
    ),
    (
        "FootnoteText",
        "footnote text",
        "Normal",
        "",
        "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "",
        "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        concat!(
            sans!(),
            grey!(),
            "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"
        ),
    ),
];

/// The part, with the styles of paragraphs.
pub(super) fn part(language: &str, paragraphs: &[Style]) -> String {
    let mut pen = Pen::part();
    pen.open("w:styles", &[("xmlns:w", super::package::MAIN)]);
    pen.raw("<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Cambria\" w:eastAsia=\"Cambria\" w:hAnsi=\"Cambria\" w:cs=\"Cambria\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>");
    pen.empty(
        "w:lang",
        &[
            ("w:val", language),
            ("w:eastAsia", language),
            ("w:bidi", "ar-SA"),
        ],
    );
    pen.raw("</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after=\"140\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
    pen.raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
    for (id, name, based, next, paragraph, run) in paragraphs {
        pen.open("w:style", &[("w:type", "paragraph"), ("w:styleId", id)]);
        pen.value("w:name", name);
        pen.value("w:basedOn", based);
        if !next.is_empty() {
            pen.value("w:next", next);
        }
        pen.raw("<w:qFormat/>");
        for (name, properties) in [("w:pPr", paragraph), ("w:rPr", run)] {
            if !properties.is_empty() {
                pen.open(name, &[]);
                pen.raw(properties);
                pen.close(name);
            }
        }
        pen.close("w:style");
    }
    pen.raw("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>");
    pen.raw("<w:style w:type=\"character\" w:styleId=\"Code\"><w:name w:val=\"Code\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr><w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>");
    pen.raw("<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>");
    pen.raw(concat!("<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr>", ink!(), "<w:u w:val=\"single\"/></w:rPr></w:style>"));
    pen.raw("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    pen.raw("<w:style w:type=\"table\" w:styleId=\"CaseTable\"><w:name w:val=\"Case Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"595959\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"595959\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D0D0D0\"/></w:tblBorders></w:tblPr></w:style>");
    pen.close("w:styles");
    pen.finish()
}
