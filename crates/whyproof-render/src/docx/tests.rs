//! What is in a Word file, and that Word's rules are kept.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use whyproof_case::{Case, Computed, Scope, resolve};
use zip::ZipArchive;

use super::{DocxOptions, Page, Picture, write};
use crate::manuscript::Manuscript;

const EXAMPLES: [&str; 8] = [
    include_str!("../../../../examples/learn-your-result/proposal.md"),
    include_str!("../../../../examples/learn-your-result/measured.md"),
    include_str!("../../../../examples/organ-donor-form/proposal.md"),
    include_str!("../../../../examples/stories/the-scale-that-beeped.md"),
    include_str!("../../../../examples/stories/the-whiteboard-stayed.md"),
    include_str!("../../../../examples/weak/bare-numbers.md"),
    include_str!("../../../../examples/weak/rests-on-itself.md"),
    include_str!("../../../../examples/weak/unanswered-objection.md"),
];

fn case(text: &str) -> Case {
    resolve(
        whyproof_syntax::parse(text),
        &whyproof_testing::MemoryHost::default(),
        Scope::default(),
        &Computed::default(),
    )
}

fn drawn(_: u32) -> Option<Picture> {
    Some(Picture {
        png: vec![0x89, b'P', b'N', b'G'],
        svg: Some("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned()),
        width: 800.0,
        height: 400.0,
        alternative: "What it \"shows\" & more".to_owned(),
    })
}

fn written(text: &str) -> Vec<u8> {
    let case = case(text);
    let options = DocxOptions {
        date: Some(jiff::civil::date(2026, 11, 23)),
        path: "case.md",
        picture: &drawn,
        ..DocxOptions::default()
    };
    let written = write(&Manuscript::new(&case), &options);
    written.unwrap_or_else(|error| panic!("{error}"))
}

pub(super) fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect(name);
    part.read_to_string(&mut text).expect("text");
    text
}

fn body(text: &str) -> String {
    part(&written(text), "word/document.xml")
}

/// An element: its name with prefix, its attributes, and the names of its children.
#[derive(Debug, Default, Clone)]
pub(super) struct Node {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<String>,
}

impl Node {
    pub(super) fn get(&self, key: &str) -> &str {
        let found = self.attributes.iter().find(|(name, _)| name == key);
        found.map_or("", |(_, value)| value)
    }
}

/// Every element of a part, each after what is in it; panics where the XML is not well-formed.
pub(super) fn nodes(xml: &str) -> Vec<Node> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = true;
    let (mut open, mut done): (Vec<Node>, Vec<Node>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if let Some(parent) = open.last_mut() {
                    parent.children.push(name.clone());
                }
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = attribute
                        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                        .expect("a value");
                    (attribute.key.as_ref().to_owned(), value.into_owned())
                });
                open.push(Node {
                    name,
                    attributes: attributes.collect(),
                    children: Vec::new(),
                });
            }
            Event::End(_) => done.push(open.pop().expect("an open element")),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    done
}

/// The words of the runs, in order.
pub(super) fn words(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let (mut said, mut inside) = (String::new(), false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => inside = start.name().as_ref() == "w:t",
            Event::End(end) => {
                inside = false;
                if end.name().as_ref() == "w:p" {
                    said.push('\n');
                }
            }
            Event::Text(text) if inside => said.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) if inside => said.push(match &*entity {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                _ => '\'',
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    said
}

/// In which order Word wants what stands in these elements.
const ORDERS: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:strike",
            "w:noProof",
            "w:color",
            "w:sz",
            "w:szCs",
            "w:u",
            "w:vertAlign",
            "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:semiHidden",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:footerReference",
            "w:pgSz",
            "w:pgMar",
            "w:cols",
            "w:titlePg",
        ],
    ),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    (
        "w:lvl",
        &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr"],
    ),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:footnotePr",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    (
        "wp:inline",
        &["wp:extent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"],
    ),
];

const PARTS: [&str; 6] = [
    "word/document.xml",
    "word/footnotes.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/footer1.xml",
];

/// Panics where what stands in an element is not in Word's order.
pub(super) fn assert_ordered(node: &Node) {
    if let Some((_, order)) = ORDERS.iter().find(|(of, _)| *of == node.name) {
        let places = node.children.iter().map(|child| {
            let place = order.iter().position(|known| known == child);
            place.unwrap_or_else(|| panic!("{child} in {}", node.name))
        });
        let places: Vec<usize> = places.collect();
        assert!(places.is_sorted_by(|a, b| a < b), "{node:?}");
    }
}

/// Panics where a rule is broken on which Word calls a file damaged.
fn assert_sound(file: &[u8]) {
    let mut styles = BTreeSet::new();
    for node in nodes(&part(file, "word/styles.xml")) {
        if node.name == "w:style" {
            assert!(styles.insert(node.get("w:styleId").to_owned()));
        }
    }
    for name in PARTS {
        for node in nodes(&part(file, name)) {
            assert_ordered(&node);
            if matches!(node.name.as_str(), "w:pStyle" | "w:rStyle" | "w:tblStyle") {
                assert!(styles.contains(node.get("w:val")), "{node:?}");
            }
            if node.name == "w:p" {
                let properties = node.children.iter().rposition(|child| child == "w:pPr");
                assert!(matches!(properties, None | Some(0)));
            }
            if node.name == "w:tc" {
                assert_eq!(node.children, ["w:tcPr", "w:p"]);
            }
            if node.name == "w:tbl" {
                assert_eq!(node.children[..2], ["w:tblPr", "w:tblGrid"]);
                assert!(node.children.len() > 2);
            }
            if node.name == "w:body" {
                let last: Vec<&str> = node
                    .children
                    .iter()
                    .rev()
                    .take(2)
                    .map(String::as_str)
                    .collect();
                assert_eq!(last[0], "w:sectPr");
                assert_ne!(last.get(1), Some(&"w:tbl"), "a table at the end");
                let touch = node
                    .children
                    .windows(2)
                    .any(|two| two[0] == "w:tbl" && two[1] == "w:tbl");
                assert!(!touch);
            }
            if node.name == "w:footnote" && name == "word/footnotes.xml" {
                assert!(node.children.iter().all(|child| child == "w:p"));
                assert!(!node.children.is_empty());
            }
        }
    }
    assert_names(file);
    assert_related(file);
}

/// Bookmarks have their own ids and names, and every one ends; footnotes are referred to once.
fn assert_names(file: &[u8]) {
    let (mut ids, mut names, mut ends) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut referred = Vec::new();
    for name in ["word/document.xml", "word/footnotes.xml"] {
        for node in nodes(&part(file, name)) {
            let id = node.get("w:id").to_owned();
            match node.name.as_str() {
                "w:bookmarkStart" => {
                    assert!(ids.insert(id));
                    let name = node.get("w:name");
                    assert!(name.len() <= 40 && names.insert(name.to_owned()));
                }
                "w:bookmarkEnd" => assert!(ends.insert(id)),
                "w:footnoteReference" => referred.push(id),
                "w:hyperlink" if !node.get("w:anchor").is_empty() => {
                    assert!(
                        part(file, name).contains(&format!("w:name=\"{}\"", node.get("w:anchor")))
                    );
                }
                _ => {}
            }
        }
    }
    assert_eq!(ids, ends);
    let notes = nodes(&part(file, "word/footnotes.xml"));
    let notes = notes.iter().filter(|node| node.name == "w:footnote");
    let defined: Vec<String> = notes.map(|node| node.get("w:id").to_owned()).collect();
    assert_eq!(defined[..2], ["-1", "0"]);
    assert_eq!(defined[2..], referred[..]);
}

/// What a part refers to by a relationship is there, and every part has a type.
fn assert_related(file: &[u8]) {
    let archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let names = archive.file_names();
    let files: BTreeSet<String> = names
        .map(|name| name.expect("a name").into_owned())
        .collect();
    for name in ["document", "footnotes"] {
        let related = nodes(&part(file, &format!("word/_rels/{name}.xml.rels")));
        let mut known = BTreeSet::new();
        for node in related.iter().filter(|node| node.name == "Relationship") {
            assert!(known.insert(node.get("Id").to_owned()));
            let target = node.get("Target");
            if node.get("TargetMode") != "External" {
                let path = match target.strip_prefix("../") {
                    Some(path) => path.to_owned(),
                    None => format!("word/{target}"),
                };
                assert!(files.contains(&path), "{path}");
            }
        }
        for node in nodes(&part(file, &format!("word/{name}.xml"))) {
            for key in ["r:id", "r:embed"] {
                let id = node.get(key);
                assert!(id.is_empty() || known.contains(id), "{node:?}");
            }
        }
    }
    let types = part(file, "[Content_Types].xml");
    for name in files {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let is_typed = types.contains(&format!("PartName=\"/{name}\""))
            || types.contains(&format!("Extension=\"{ending}\""));
        assert!(is_typed, "{name}");
    }
}

#[test]
fn every_example_is_sound_and_whole() {
    for text in EXAMPLES {
        let file = written(text);
        assert_sound(&file);
        let case = case(text);
        let document = &case.parse.document;
        let said = words(&part(&file, "word/document.xml"));
        let notes = words(&part(&file, "word/footnotes.xml"));
        let flat = |text: &str| {
            let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            text.to_lowercase()
        };
        let all = flat(&format!("{said} {notes}"));
        for text in &document.texts {
            // A link that is no link in Word has its target behind it, a chart its picture.
            for words in flat(&text.words.text).split(' ') {
                assert!(all.contains(words), "“{words}” of {:?}", text.words.text);
            }
        }
        for fence in &document.fences {
            for line in fence.code.lines() {
                assert!(said.contains(line), "{line}");
            }
        }
        // In reading order.
        let headings = document
            .sections
            .iter()
            .map(|section| section.title.as_str());
        let mut from = 0;
        for heading in headings.filter(|heading| *heading != "Data") {
            let at = said[from..].find(heading);
            from += at.unwrap_or_else(|| panic!("{heading} after what stands before it"));
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    assert_eq!(written(EXAMPLES[1]), written(EXAMPLES[1]));
}

#[test]
fn headings_lists_and_an_argument_have_their_styles() {
    let xml = body(
        "# T\n\nlead\n\n## Plan\n\n1. one\n   - deeper\n2. two\n\n- [x] done\n\n## Case\n\n### A claim\n\nBecause it is.\n\n- but no\n  - but yes\n- why so?\n\n## Questions\n\n### Why? {by=\"S. Banda\"}\n\nSo.\n",
    );
    let styles: Vec<String> = nodes(&xml)
        .iter()
        .filter(|node| node.name == "w:pStyle")
        .map(|node| node.get("w:val").to_owned())
        .collect();
    assert_eq!(
        styles,
        [
            "Title",
            "BodyText",
            "Heading1",
            "ListParagraph",
            "ListParagraph",
            "ListParagraph",
            "ListParagraph",
            "Heading1",
            "Heading2",
            "Reason",
            "Objection",
            "Rebuttal",
            "Question",
            "Heading1",
            "Heading2",
            "Asked",
            "BodyText"
        ]
    );
    assert!(xml.contains("<w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"));
    let said = words(&xml);
    assert!(said.contains("But no\nBut yes\n"), "{said}");
    assert!(said.contains("☒ done"));
    assert!(said.contains("Asked by S. Banda"));
}

#[test]
fn below_the_deepest_level_an_argument_is_flat_with_its_path() {
    let mut text = "# T\n\n## Case\n\n### A claim\n\n".to_owned();
    for depth in 0..1_000 {
        text.push_str(&format!(
            "{}- but no {depth}\n",
            " ".repeat(2 * depth.min(40))
        ));
    }
    let file = written(&text);
    assert_sound(&file);
    let xml = part(&file, "word/document.xml");
    assert!(xml.contains("<w:ind w:left=\"3240\"/>"));
    let deepest = nodes(&xml)
        .iter()
        .filter(|node| node.name == "w:ind")
        .filter_map(|node| node.get("w:left").parse::<u32>().ok())
        .max();
    assert_eq!(deepest, Some(3_240));
    assert!(words(&xml).contains("1.1.1.1.1.1.1.1.1.1 But no 9\n"));
}

#[test]
fn a_note_is_a_footnote_once_and_its_number_after_that() {
    let text = "# T\n\nOne[^a], two[^b], again[^a].\n\n[^a]: observation: seen by me.\n[^b]: research: https://doi.org/10.1136/bmj.315.7110.703 as [^a] says\n[^c]: never referred to\n";
    let file = written(text);
    assert_sound(&file);
    let xml = part(&file, "word/document.xml");
    assert_eq!(xml.matches("<w:footnoteReference ").count(), 2);
    assert!(xml.contains(" NOTEREF note_1 \\h "));
    let notes = words(&part(&file, "word/footnotes.xml"));
    assert!(
        notes.contains("observation: seen by me. On the author’s word."),
        "{notes}"
    );
    assert!(!notes.contains("703 as 1 says On the"), "{notes}");
    assert!(words(&xml).contains("Notes that nothing refers to\nnever referred to"));
}

#[test]
fn a_table_has_its_head_on_every_page() {
    let xml = body("# T\n\n| a | b |\n| :-: | --: |\n| 1 | 2 |\n\n| c |\n| - |\n| 3 |\n");
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(xml.matches("<w:gridCol ").count(), 3);
    assert!(xml.contains("<w:jc w:val=\"right\"/>"));
}

#[test]
fn a_chart_is_a_picture_with_its_words() {
    let text = "# T\n\n![By distance](charts/d.svg \"figure:d\")\n\n![else](x.png)\n\n## Data\n\n```sql d\nselect 1\n```\n";
    let file = written(text);
    assert_sound(&file);
    let xml = part(&file, "word/document.xml");
    assert!(xml.contains("descr=\"What it &quot;shows&quot; &amp; more\""));
    assert!(xml.contains("<asvg:svgBlip r:embed=\"rSvg1\"/>"));
    // As wide as the text, and as high as that makes it.
    assert!(xml.contains("<wp:extent cx=\"5731510\" cy=\"2865755\"/>"));
    assert!(words(&xml).contains("[Picture: else, x.png]"));
    let case = case(text);
    let without = write(&Manuscript::new(&case), &DocxOptions::default()).expect("written");
    assert!(words(&part(&without, "word/document.xml")).contains("[Chart: By distance]"));
}

#[test]
fn only_links_to_the_web_and_to_mail_are_links() {
    let text = "# T\n\n[web](https://example.com/?a=1&b=2) [mail](mailto:a@b.c) [js](javascript:alert(1)) [data](data:text/html,x) [file](file:///etc/passwd) [unc](\\\\\\\\host\\\\x) [notes](notes/a.md) [same](#id) <https://a.b>\n";
    let file = written(text);
    assert_sound(&file);
    let related = part(&file, "word/_rels/document.xml.rels");
    assert_eq!(related.matches("TargetMode=\"External\"").count(), 3);
    assert!(related.contains("https://example.com/?a=1&amp;b=2"));
    let said = words(&part(&file, "word/document.xml"));
    assert!(
        said.contains("js (javascript:alert(1)) data (data:text/html,x) file (file:///etc/passwd)")
    );
    assert!(said.contains("notes (notes/a.md) same"));
}

#[test]
fn a_hostile_text_is_text() {
    let text = "---\nowner: \"<w:p>&\"\n---\n\n# </w:t></w:r></w:p> & \u{1} \u{202e}txet\n\n<script>alert(1)</script>\n\n`]]>` <b onclick=\"x\">b</b> &#0; &#xFFFF; \u{feff}\n\n> > > deep\n>\n> | a |\n> | - |\n> | <w:tbl> |\n\n```sql \"q\nselect '</w:t>'\n```\n";
    let file = written(text);
    assert_sound(&file);
    let said = words(&part(&file, "word/document.xml"));
    assert!(
        said.starts_with("</w:t></w:r></w:p> &  txet\n<w:p>&\n"),
        "{said:?}"
    );
    assert!(said.contains("<script>alert(1)</script>"));
    assert!(said.contains("<b onclick=\"x\">b</b>"));
    for name in PARTS.iter().chain(&[
        "docProps/core.xml",
        "docProps/custom.xml",
        "customXml/item1.xml",
    ]) {
        nodes(&part(&file, name));
    }
}

#[test]
fn the_file_says_what_it_is() {
    let file = written("---\nowner: A & B\n---\n\n# T < U\n\nwords\n");
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:title>T &lt; U</dc:title><dc:creator>A &amp; B</dc:creator>"));
    assert!(core.contains("2026-11-23T00:00:00Z"));
    let custom = part(&file, "docProps/custom.xml");
    assert!(custom.contains("<vt:lpwstr>case.md</vt:lpwstr>"));
    let held = part(&file, "customXml/item1.xml");
    assert!(held.contains("<quote xml:space=\"preserve\">words</quote>"));
    let case = case("# T\n");
    let options = DocxOptions {
        page: Page::Letter,
        language: "de-DE\"/><x",
        ..DocxOptions::default()
    };
    let file = write(&Manuscript::new(&case), &options).expect("written");
    assert!(part(&file, "word/document.xml").contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"));
    assert!(part(&file, "word/styles.xml").contains("<w:lang w:val=\"de-DEx\""));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(120))]

    #[test]
    fn any_text_is_a_sound_file(text in "([a-z \n#>*`~|\\-\\[\\]()!^:<&_0-9.]|\\PC){0,200}") {
        assert_sound(&written(&text));
        assert_sound(&written(&format!("# T\n\n## Case\n\n{text}\n\n## Questions\n\n{text}\n")));
    }
}
