use whyproof_case::{Case, Computed, Scope};

use super::{Parts, way, words};
use crate::manuscript::Manuscript;

fn case(text: &str) -> Case {
    let host = whyproof_testing::MemoryHost::default();
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

/// The name, the ways, the opening, what it is about, the body, and how it is signed.
fn told(letter: &str) -> [String; 6] {
    let case = case(&format!(
        "---\nkind: letter\nowner: Ann Lee\n---\n\n{letter}\n"
    ));
    let manuscript = Manuscript::new(&case);
    let parts = Parts::of(&manuscript.lead, case.owner.as_deref(), true);
    let sender = parts.sender.as_ref();
    let ways = sender.map_or(&[][..], |one| one.ways.as_slice());
    let ways: Vec<&str> = ways.iter().map(|(text, _)| text.as_str()).collect();
    let opening: Vec<String> = parts.opening.iter().map(|one| words(one)).collect();
    [
        sender.map_or_else(String::new, |one| one.name.clone()),
        ways.join("|"),
        opening.join("|"),
        parts.about.map_or_else(String::new, words),
        words(parts.body),
        parts.signed.map_or_else(String::new, |(close, name)| {
            words(close) + "|" + &words(name)
        }),
    ]
}

#[test]
fn a_letter_has_its_parts() {
    let letter = "**Ann Lee**\\\nann@example.org · Leeds, UK · https://www.example.org/ann\n\n27 November 2026\n\nHarbor\\\nQuay 1\n\n**Manager**\n\nDear team,\n\nI *did* it.\n\n- And that\n\nYours sincerely,\n\nAnn Lee";
    let wanted = [
        "Ann Lee",
        "ann@example.org|Leeds, UK|example.org/ann",
        "27 November 2026|Harbor Quay 1",
        "Manager",
        "Dear team,I did it.And that",
        "Yours sincerely,|Ann Lee",
    ];
    assert_eq!(told(letter), wanted);
}

#[test]
fn what_is_not_told_from_the_body_stands_in_it() {
    let plain = "Dear team,\n\nI did it.\n\nAnn";
    assert_eq!(told(plain), ["", "", "", "", "Dear team,I did it.Ann", ""]);
    let bold = "**Application**\n\nDear team,\n\n- one\n\n**No subject**";
    assert_eq!(
        told(bold),
        ["", "", "", "Application", "Dear team,oneNo subject", ""]
    );
    assert_eq!(told("**Ann Lee**\n\nDear team,")[0], "Ann Lee");
    assert_eq!(told(""), ["", "", "", "", "", ""]);
}

#[test]
fn a_way_leads_to_mail_or_the_web() {
    let leads = |text| way(text).1;
    assert_eq!(leads("ann@a.org").as_deref(), Some("mailto:ann@a.org"));
    assert_eq!(leads("a.org/ann").as_deref(), Some("https://a.org/ann"));
    assert_eq!(leads("206.555.0143"), None);
    assert_eq!(leads("St. Gallen / Bern"), None);
    assert_eq!(leads("javascript:alert(1)/"), None);
}
