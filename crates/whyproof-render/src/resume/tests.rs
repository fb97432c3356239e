//! What stands in a résumé, and what does not.

mod markdown;
#[cfg(feature = "pdf")]
mod measured;
#[cfg(feature = "pdf")]
mod paper;

use whyproof_experience::resume::Resume;

use super::sheet::{Entry, Piece, Sheet};
use super::{Design, ResumeOptions};

const OPERATIONS: &str = include_str!("../../../whyproof/tests/resumes/operations.yaml");
const NURSE: &str = include_str!("../../../whyproof/tests/resumes/nurse.yaml");
const ENGINEER: &str = include_str!("../../../whyproof/tests/resumes/engineer.yaml");

fn read(text: &str) -> Resume {
    Resume::from_yaml(text).unwrap_or_else(|error| panic!("{error}"))
}

fn sheet(text: &str) -> Sheet {
    let resume = read(text);
    Sheet::new(&resume, &ResumeOptions::of(&resume))
}

fn entries(sheet: &Sheet) -> Vec<&Entry> {
    let pieces = sheet.sections.iter().flat_map(|section| &section.pieces);
    let entries = pieces.filter_map(|piece| match piece {
        Piece::Entry(entry) => Some(entry),
        _ => None,
    });
    entries.collect()
}

#[test]
fn every_design_has_its_word() {
    for design in Design::ALL {
        assert_eq!(Design::parse(design.word()), Some(design));
    }
    assert_eq!(Design::parse("baroque"), None);
}

#[test]
fn sections_stand_in_reading_order() {
    let sheet = sheet(NURSE);
    let titles: Vec<&str> = sheet.sections.iter().map(|section| section.title).collect();
    assert_eq!(
        titles,
        [
            "Summary",
            "Experience",
            "Volunteering",
            "Education",
            "Awards",
            "Certificates",
            "Publications",
            "Skills",
            "Languages",
            "Interests",
            "References"
        ]
    );
    let contacts: Vec<&str> = sheet.contacts.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        contacts,
        [
            "siobhan@example.org",
            "+44 20 7946 0958",
            "12 Tanner's Row, Flat 3, Bristol, BS1 4QA, GB"
        ]
    );
}

#[test]
fn what_is_empty_leaves_no_trace() {
    let empty = sheet(
        "basics: {name: ' ', label: '', profiles: [{}], location: {city: ''}}\nwork: [{}, {name: ' ', highlights: ['', ' ']}]\nskills: [{keywords: ['']}]\nawards: []\nreferences: [{name: ''}]\n",
    );
    assert_eq!(empty, Sheet::default());
}

#[test]
fn an_entry_is_called_by_what_it_has() {
    let sheet = sheet(
        "work:\n- {name: Acme, startDate: '2020'}\n- {location: Rome, highlights: [Built]}\n- {highlights: [Sold]}\n- {position: Cook, startDate: 'whenever the harvest was over', endDate: '2019'}\n",
    );
    let entries = entries(&sheet);
    let titles: Vec<Option<&str>> = entries.iter().map(|entry| entry.title.as_deref()).collect();
    assert_eq!(titles, [Some("Acme"), Some("Rome"), None, Some("Cook")]);
    assert_eq!(entries[0].dates.as_deref(), Some("2020 – present"));
    assert_eq!(entries[3].dates, None);
    assert_eq!(
        entries[3].about[0].text,
        "whenever the harvest was over – 2019"
    );
}

#[test]
fn terms_without_words_stand_in_one_line() {
    let sheet = sheet(
        "basics: {}\nskills:\n- {name: SQL}\n- {name: Python, level: good}\n- {name: Web, keywords: [HTML, 'CSS, mostly']}\n- {name: Go}\n",
    );
    let facts = sheet.sections[0].pieces.iter().map(|piece| match piece {
        Piece::Fact(fact) => (fact.term.as_deref(), fact.words.as_deref()),
        _ => (None, None),
    });
    assert_eq!(
        facts.collect::<Vec<_>>(),
        [
            (None, Some("SQL, Python (good)")),
            (Some("Web"), Some("HTML; CSS, mostly")),
            (None, Some("Go"))
        ]
    );
}

#[test]
fn an_account_is_told_by_its_address_or_its_network() {
    let sheet = sheet(
        "basics:\n  profiles:\n  - {network: GitHub, username: ann, url: 'https://github.com/ann'}\n  - {network: Blog, url: ann.example.org}\n  - {network: Mastodon, username: '@ann@x.org'}\n  - {url: 'javascript:alert(1)'}\n",
    );
    let contacts = sheet.contacts.iter();
    let contacts: Vec<(&str, Option<&str>)> = contacts
        .map(|one| (one.text.as_str(), one.target.as_deref()))
        .collect();
    assert_eq!(
        contacts,
        [
            ("github.com/ann", Some("https://github.com/ann")),
            ("Blog: ann.example.org", Some("https://ann.example.org")),
            ("Mastodon: @ann@x.org", None),
            ("javascript:alert(1)", None)
        ]
    );
}
