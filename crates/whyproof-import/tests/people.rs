//! Who a résumé is of, and where they live: from its first lines, or from those behind a column.
#![allow(clippy::unwrap_used)]

use whyproof_experience::resume::Basics;
use whyproof_import::{lost, resume};

const REST: &str = "EXPERIENCE\nNurse, Orla Hospital, 2019 – 2022\n- Cut the wait from 6 hours to 4\n\nEDUCATION\n\
    BSc Nursing, University of Leeds, 2015 – 2018\n";

/// Who it is, as read of a text, of which nothing is lost.
fn basics(text: &str) -> Basics {
    let imported = resume("cv.txt", text.as_bytes()).unwrap();
    assert_eq!(lost(&imported), Vec::<String>::new(), "{text}");
    imported.resume.basics.unwrap_or_default()
}

/// Name, label, street, postal code, city and region; mail and telephone have to be there.
fn told(top: &str) -> String {
    let read = basics(&format!("{top}\n\n{REST}"));
    assert_eq!(read.email.as_deref(), Some("ann@example.org"), "{top}");
    assert_eq!(read.phone.as_deref(), Some("01234 567890"), "{top}");
    let at = read.location.unwrap_or_default();
    let all = [
        read.name,
        read.label,
        at.address,
        at.postal_code,
        at.city,
        at.region,
    ];
    all.map(Option::unwrap_or_default).join(" / ")
}

/// Where somebody lives stands in the line of their contacts, and is not what they are: a packet without names leaves
/// out the one and keeps the other.
#[test]
fn a_line_of_contacts_says_where_somebody_lives_and_not_what_they_are() {
    let pieces = ["Maidstone, Kent", "ann@example.org", "01234 567890"];
    let orders = [[0, 1, 2], [1, 0, 2], [2, 1, 0]];
    for sign in [" | ", " · ", " • ", " – ", " / ", "\t"] {
        for order in orders {
            let line = order.map(|at| pieces[at]).join(sign);
            let found = told(&format!("Ann Example\n{line}"));
            assert_eq!(found, "Ann Example /  /  /  / Maidstone / Kent", "{line}");
        }
    }
    for (top, wanted) in [
        (
            "Ann Example\nOslo | ann@example.org | 01234 567890",
            "Ann Example /  /  /  / Oslo / ",
        ),
        (
            "Ann Example\nKraków, Małopolskie | ann@example.org | 01234 567890",
            "Ann Example /  /  /  / Kraków / Małopolskie",
        ),
        (
            "Ann Example\nSeattle, WA 98101 · ann@example.org · 01234 567890",
            "Ann Example /  /  / 98101 / Seattle / WA",
        ),
        (
            "Ann Example\n12 High Street, Leeds LS1 4AP\nT: 01234 567890 | E: ann@example.org",
            "Ann Example /  / 12 High Street / LS1 4AP / Leeds / ",
        ),
        (
            "Ann Example\n12 High Street\nMaidstone\nKent\nME14 1XX\nann@example.org\n01234 567890",
            "Ann Example /  / 12 High Street / ME14 1XX / Maidstone / Kent",
        ),
        (
            "Maidstone, Kent | ann@example.org | 01234 567890\nAnn Example",
            "Ann Example /  /  /  / Maidstone / Kent",
        ),
    ] {
        assert_eq!(told(top), wanted, "{top}");
    }
}

#[test]
fn what_somebody_is_stays_beside_their_contacts() {
    for (top, wanted) in [
        (
            "Ann Example\nProgramme manager | Leeds | ann@example.org | 01234 567890",
            "Ann Example / Programme manager /  /  / Leeds / ",
        ),
        (
            "Ann Example | Illustrator | ann@example.org | 01234 567890",
            "Ann Example / Illustrator /  /  /  / ",
        ),
        (
            "Ann Example\nHead of Maths, Kent | ann@example.org | 01234 567890",
            "Ann Example / Head of Maths, Kent /  /  /  / ",
        ),
        (
            "Ann Example, RN\nann@example.org | 01234 567890\nProduct, Strategy and Research",
            "Ann Example, RN / Product, Strategy and Research /  /  /  / ",
        ),
    ] {
        assert_eq!(told(top), wanted, "{top}");
    }
}

/// Two columns: the left one, with contacts and skills, comes before the name.
#[test]
fn a_name_in_capitals_behind_a_column_is_the_name() {
    let column =
        "CONTACT\nann.oduya@example.org\n01234 567890\nMaidstone, Kent\n\nSKILLS\nSQL\nExcel\n\n";
    let read = basics(&format!(
        "{column}ANN ODUYA\nProgramme manager\n\nPROFILE\nRuns what others plan.\n\n{REST}"
    ));
    assert_eq!(read.name.as_deref(), Some("ANN ODUYA"));
    assert_eq!(read.label.as_deref(), Some("Programme manager"));
    assert_eq!(read.summary.as_deref(), Some("Runs what others plan."));
    let at = read.location.unwrap_or_default();
    assert_eq!(at.city.as_deref(), Some("Maidstone"));
    for heading in ["KEY ACHIEVEMENTS", "CORE VALUES", "SELECTED CLIENTS"] {
        let read = basics(&format!(
            "{column}{heading}\nProgramme manager of the year\n\n{REST}"
        ));
        assert_eq!(read.name, None, "{heading}");
    }
}
