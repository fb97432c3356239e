//! What a manuscript says of a case.

use whyproof_case::{Case, Computed, Scope};

use super::{Element, Event, Manuscript};

fn case(text: &str) -> Case {
    let host = whyproof_testing::MemoryHost::default();
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

/// The events as letters: a word for what opens, a stroke for what closes.
fn told(events: &[Event<'_>]) -> String {
    let mut told = String::new();
    for event in events {
        let word = match event {
            Event::Open(element) => match element {
                Element::Heading(level, _) => format!("<h{level} "),
                Element::Paragraph(_) => "<p ".to_owned(),
                Element::List(first) => format!("<list {first:?} "),
                Element::Item(ticked) => format!("<item {ticked:?} "),
                Element::Cell(_, column) => format!("<cell {column} "),
                Element::Link { target, .. } => format!("<a {target} "),
                other => format!("<{other:?} "),
            },
            Event::Close(_) => ">".to_owned(),
            Event::Text(words, _) => (*words).to_owned(),
            Event::Note(note, reference) => format!("[{note}.{reference}]"),
            other => format!("({other:?})"),
        };
        told.push_str(&word);
    }
    told
}

#[test]
fn a_block_is_told_without_its_attributes() {
    let case = case(
        "# A *title* {#top}\n\nlead\n\n## Case\n\n### A claim {#c}[^a]\n\n- because it is <!-- {#r} -->\n- [x] but no\n\n[^a]: observation: seen\n",
    );
    let manuscript = Manuscript::new(&case);
    assert_eq!(told(&manuscript.title), "A <Emphasis title>");
    assert_eq!(told(&manuscript.lead), "<p lead>");
    assert_eq!(
        told(&manuscript.parts[0].flow),
        "<h3 A claim[0.0]><list None <item None <p because it is>><item Some(true) <p but no>>>"
    );
    assert_eq!(told(&manuscript.notes[0].flow), "<p observation: seen>");
    assert_eq!(manuscript.notes[0].evidence, Some(0));
}

#[test]
fn a_passage_that_is_asked_about_is_marked() {
    let case = case(
        "# T\n\n## Customer problem\n\nThey wait *nine* days for it.\n\n## Questions\n\n### How do you know? {on=\"wait nine days\" by=\"A. B.\"}\n",
    );
    let manuscript = Manuscript::new(&case);
    assert_eq!(
        told(&manuscript.parts[0].flow),
        "<p They <Passage(0) wait ><Emphasis <Passage(0) nine>><Passage(0)  days> for it.>"
    );
    let Some(Event::Open(Element::Paragraph(text))) = manuscript.parts[0].flow.first() else {
        panic!("a paragraph");
    };
    assert_eq!(manuscript.block(*text).asked, [0]);
}

#[test]
fn notes_are_numbered_as_they_are_met() {
    let case =
        case("a[^z] b[^y] c[^z] d[^none]\n\n[^y]: yes [^x]\n[^z]: zed\n[^w]: unused\n[^x]: ex\n");
    let manuscript = Manuscript::new(&case);
    let labels: Vec<_> = manuscript
        .notes
        .iter()
        .map(|note| (note.label, note.references))
        .collect();
    assert_eq!(labels, [("z", 2), ("y", 1), ("x", 1), ("w", 0)]);
}

#[test]
fn what_follows_a_second_title_is_kept() {
    let case = case("# One\n\na\n\n## S\n\nb\n\n# Two\n\nc\n\n## T\n\nd\n");
    let manuscript = Manuscript::new(&case);
    assert_eq!(told(&manuscript.parts[0].flow), "<p b><h1 Two><p c>");
    assert_eq!(told(&manuscript.parts[1].flow), "<p d>");
}
