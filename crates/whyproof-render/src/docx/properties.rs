//! What the file says of itself.

use jiff::civil::Date;

use super::pen::Pen;

/// The identifier of custom properties' one format.
const FORMAT: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/// The longest property.
const LONGEST: usize = 240;

/// Title, author, language and day.
pub(super) fn core(
    title: Option<&str>,
    author: Option<&str>,
    language: &str,
    date: Option<Date>,
) -> String {
    let mut pen = Pen::part();
    pen.open(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let said = [
        ("dc:title", title),
        ("dc:creator", author),
        ("dc:language", Some(language)),
    ];
    for (name, value) in said {
        if let Some(value) = value {
            pen.open(name, &[]);
            pen.words(value);
            pen.close(name);
        }
    }
    if let Some(date) = date {
        let stamp = format!("{date}T00:00:00Z");
        for name in ["dcterms:created", "dcterms:modified"] {
            pen.open(name, &[("xsi:type", "dcterms:W3CDTF")]);
            pen.words(&stamp);
            pen.close(name);
        }
    }
    pen.close("cp:coreProperties");
    pen.finish()
}

/// What made it.
pub(super) fn app() -> String {
    let mut pen = Pen::part();
    pen.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Whyproof</Application></Properties>");
    pen.finish()
}

/// Which case it is, and which revision.
pub(super) fn custom(revision: &str, path: &str) -> String {
    let mut pen = Pen::part();
    pen.open(
        "Properties",
        &[
            (
                "xmlns",
                "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
            ),
            (
                "xmlns:vt",
                "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
            ),
        ],
    );
    let path: String = path.chars().take(LONGEST).collect();
    let said = [
        ("2", "WhyproofCase", path.as_str()),
        ("3", "WhyproofRevision", revision),
    ];
    for (id, name, value) in said {
        pen.open(
            "property",
            &[("fmtid", FORMAT), ("pid", id), ("name", name)],
        );
        pen.open("vt:lpwstr", &[]);
        pen.words(value);
        pen.close("vt:lpwstr");
        pen.close("property");
    }
    pen.close("Properties");
    pen.finish()
}

/// How Word should treat it; `noted` where it has footnotes.
pub(super) fn settings(language: &str, noted: bool) -> String {
    let mut pen = Pen::part();
    pen.open("w:settings", &[("xmlns:w", super::package::MAIN)]);
    pen.raw("<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>");
    if noted {
        pen.raw("<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
    }
    pen.raw("<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>");
    pen.value("w:themeFontLang", language);
    pen.raw("<w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/>");
    pen.close("w:settings");
    pen.finish()
}
