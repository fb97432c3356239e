//! The styles: few, named as Word names them where Word has them, so that a reader can change them all at once.

use super::pen::Pen;
use super::place::STEP;

/// The ink of headings and links.
const INK: &str = "1F3A5F";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    paragraph: String,
    run: String,
}

fn style(
    id: &'static str,
    name: &'static str,
    based: &'static str,
    paragraph: impl Into<String>,
    run: impl Into<String>,
) -> Style {
    Style {
        id,
        name,
        based,
        next: "",
        paragraph: paragraph.into(),
        run: run.into(),
    }
}

fn heading(id: &'static str, name: &'static str, level: u8, before: u32, size: u32) -> Style {
    Style {
        next: "BodyText",
        ..style(
            id,
            name,
            "Normal",
            format!(
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"{level}\"/>"
            ),
            format!(
                "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:b/><w:bCs/><w:color w:val=\"{INK}\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"
            ),
        )
    }
}

fn paragraphs() -> Vec<Style> {
    let spaced = |left: usize| {
        format!("<w:spacing w:before=\"0\" w:after=\"120\"/><w:ind w:left=\"{left}\"/>")
    };
    let small = "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>";
    let sans = "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>";
    let mono = "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/>";
    let code = format!("{mono}<w:noProof/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
    let grey = format!("{sans}<w:color w:val=\"595959\"/>{small}");
    vec![
        style("BodyText", "Body Text", "Normal", "", ""),
        Style {
            next: "Subtitle",
            ..style(
                "Title",
                "Title",
                "Normal",
                "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"252\" w:lineRule=\"auto\"/>",
                format!(
                    "{sans}<w:b/><w:bCs/><w:color w:val=\"{INK}\"/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>"
                ),
            )
        },
        style(
            "Subtitle",
            "Subtitle",
            "Normal",
            "<w:spacing w:after=\"360\"/>",
            format!("{sans}<w:color w:val=\"595959\"/>"),
        ),
        heading("Heading1", "heading 1", 0, 360, 32),
        heading("Heading2", "heading 2", 1, 280, 26),
        heading("Heading3", "heading 3", 2, 240, 23),
        style(
            "Claim",
            "Claim",
            "BodyText",
            "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"120\"/>",
            "<w:b/><w:bCs/>",
        ),
        style("Reason", "Reason", "BodyText", spaced(0), ""),
        style("Objection", "Objection", "BodyText", spaced(0), ""),
        style("Rebuttal", "Rebuttal", "BodyText", spaced(0), ""),
        style("Elaboration", "Elaboration", "BodyText", spaced(0), ""),
        style(
            "Question",
            "Question",
            "BodyText",
            spaced(0),
            "<w:i/><w:iCs/>",
        ),
        style(
            "Asked",
            "Asked",
            "BodyText",
            "<w:keepNext/><w:spacing w:after=\"80\"/>",
            grey.clone(),
        ),
        style("Aside", "Aside", "BodyText", "", grey.clone()),
        style(
            "Quote",
            "Quote",
            "BodyText",
            format!("<w:spacing w:after=\"140\"/><w:ind w:left=\"{STEP}\" w:right=\"{STEP}\"/>"),
            "<w:i/><w:iCs/>",
        ),
        style(
            "ListParagraph",
            "List Paragraph",
            "BodyText",
            "<w:spacing w:after=\"80\"/>",
            "",
        ),
        style(
            "ListContinue",
            "List Continue",
            "BodyText",
            "<w:spacing w:after=\"80\"/>",
            "",
        ),
        style(
            "CodeTitle",
            "Code Title",
            "BodyText",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>",
            format!("{sans}<w:b/><w:bCs/>{small}"),
        ),
        style(
            "CodeBlock",
            "Code Block",
            "Normal",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F5F5F2\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"252\" w:lineRule=\"auto\"/>",
            code,
        ),
        style(
            "TableText",
            "Table Text",
            "Normal",
            "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>",
            format!("{sans}{small}"),
        ),
        style(
            "TableHead",
            "Table Head",
            "TableText",
            "<w:keepNext/>",
            "<w:b/><w:bCs/>",
        ),
        style(
            "AfterTable",
            "After Table",
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>",
            "",
        ),
        style(
            "Rule",
            "Rule",
            "Normal",
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"A0A0A0\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"200\"/>",
            "",
        ),
        style(
            "FootnoteText",
            "footnote text",
            "Normal",
            "<w:spacing w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>",
            small,
        ),
        style(
            "Footer",
            "footer",
            "Normal",
            "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
            grey,
        ),
    ]
}

/// The part.
pub(super) fn part(language: &str) -> String {
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
    for style in paragraphs() {
        pen.open(
            "w:style",
            &[("w:type", "paragraph"), ("w:styleId", style.id)],
        );
        pen.value("w:name", style.name);
        pen.value("w:basedOn", style.based);
        if !style.next.is_empty() {
            pen.value("w:next", style.next);
        }
        pen.raw("<w:qFormat/>");
        for (name, properties) in [("w:pPr", &style.paragraph), ("w:rPr", &style.run)] {
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
    pen.raw(&format!("<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr><w:color w:val=\"{INK}\"/><w:u w:val=\"single\"/></w:rPr></w:style>"));
    pen.raw("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    pen.raw("<w:style w:type=\"table\" w:styleId=\"CaseTable\"><w:name w:val=\"Case Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"595959\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"595959\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D0D0D0\"/></w:tblBorders></w:tblPr></w:style>");
    pen.close("w:styles");
    pen.finish()
}
