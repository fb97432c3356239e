//! A name in capitals that stands behind a column of contacts and skills, where a page begins with one.

use whyproof_experience::resume::Basics;

use super::super::headings::{self, Kind};
use super::super::lines::{Item, What};
use super::super::{contact, dates, home, kinds, regions};

/// Words of headings that sections of people's own are called by: no name has them.
const HEADING: &[&str] = &[
    "about",
    "achievements",
    "additional",
    "affiliations",
    "appointments",
    "areas",
    "assignments",
    "associations",
    "awards",
    "background",
    "board",
    "books",
    "career",
    "certifications",
    "clearances",
    "client",
    "clients",
    "competencies",
    "conferences",
    "contact",
    "core",
    "courses",
    "curriculum",
    "databases",
    "declaration",
    "details",
    "domain",
    "education",
    "employment",
    "engagements",
    "exhibitions",
    "experience",
    "expertise",
    "focus",
    "frameworks",
    "funding",
    "further",
    "grants",
    "highlights",
    "history",
    "hobbies",
    "impact",
    "industries",
    "industry",
    "info",
    "information",
    "interests",
    "key",
    "knowledge",
    "languages",
    "licence",
    "licences",
    "major",
    "media",
    "membership",
    "memberships",
    "methodologies",
    "methods",
    "motto",
    "my",
    "nationality",
    "notable",
    "objective",
    "other",
    "particulars",
    "performances",
    "personal",
    "philosophy",
    "platforms",
    "press",
    "productions",
    "professional",
    "profile",
    "programming",
    "projects",
    "publications",
    "qualifications",
    "recent",
    "record",
    "references",
    "relevant",
    "research",
    "responsibilities",
    "results",
    "resume",
    "roles",
    "sectors",
    "security",
    "selected",
    "service",
    "skills",
    "software",
    "stack",
    "statement",
    "strengths",
    "summary",
    "systems",
    "talks",
    "teaching",
    "tech",
    "technical",
    "technologies",
    "timeline",
    "tools",
    "track",
    "training",
    "values",
    "vitae",
    "voluntary",
    "volunteering",
    "work",
];

/// Where behind the first `from` lines the name stands: capitals that the person's mail or profiles repeat, or, where
/// there is but one such line, capitals that a title and a heading follow.
pub(super) fn find(items: &[Item], from: usize) -> Option<usize> {
    let rest = items.get(from..)?;
    let handles = handles(items);
    let is_known = |text: &str| {
        let mut words = text.split([' ', '-', '\'', '’']);
        let own = |word: &str| {
            word.chars().count() >= 3 && handles.iter().any(|handle| handle.contains(word))
        };
        words.any(|word| own(&word.to_lowercase()))
    };
    let named = |at: usize| rest.get(at).is_some_and(is_name);
    let all: Vec<usize> = (0..rest.len()).filter(|at| named(*at)).collect();
    let known = all
        .iter()
        .find(|at| rest.get(**at).is_some_and(|item| is_known(&item.text)));
    if let Some(known) = known {
        return Some(*known);
    }
    let mut titled = all.into_iter().filter(|at| is_titled(rest, *at));
    let first = titled.next()?;
    titled.next().is_none().then_some(first)
}

/// What the person is called by in mails and in profiles, in lower case.
fn handles(items: &[Item]) -> Vec<String> {
    let mut basics = Basics::default();
    for item in items {
        contact::place(&item.text, &mut basics);
    }
    let profiles = basics.profiles.into_iter().flatten();
    let handles = basics
        .email
        .into_iter()
        .chain(profiles.filter_map(|profile| profile.username))
        .chain(basics.url);
    handles.map(|handle| handle.to_lowercase()).collect()
}

/// Whether a line may be a name in capitals, and is no heading, title, employer or place.
fn is_name(item: &Item) -> bool {
    let text = item.text.as_str();
    let may_be = matches!(item.what, What::Text | What::Heading(Kind::Other));
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_plain = text
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    let long = words
        .iter()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2);
    let lower = text.to_lowercase();
    may_be
        && (2..=4).contains(&words.len())
        && is_plain
        && !text.contains(char::is_lowercase)
        && long.count() >= 2
        && headings::kind(text).is_none()
        && !lower.split([' ', '-']).any(|word| HEADING.contains(&word))
        && !home::says_work(text)
        && !kinds::is_title(text)
        && !regions::is_region(text)
}

/// Whether a line is followed by what somebody is and then a heading, contacts or a few words about them, or by the
/// heading of such words at once.
fn is_titled(rest: &[Item], at: usize) -> bool {
    let about = |item: &Item| matches!(item.what, What::Heading(Kind::Summary | Kind::Contact));
    let Some(next) = rest.get(at + 1) else {
        return false;
    };
    if about(next) {
        return true;
    }
    let words = |item: &Item| item.text.split_whitespace().count();
    let is_title = next.what == What::Text
        && kinds::is_title(&next.text)
        && words(next) <= 8
        && dates::find(&next.text).is_none();
    let begins = |item: &Item| match item.what {
        What::Heading(kind) => kind != Kind::Other,
        What::Text => words(item) > 8 || contact::is_contact(&item.text),
        What::Bullet => false,
    };
    is_title && rest.get(at + 2).is_some_and(begins)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::resume::lines::items;

    fn found(text: &str) -> Option<String> {
        let items = items(text);
        let at = find(&items, 0)?;
        items.get(at).map(|item| item.text.clone())
    }

    #[test]
    fn a_name_in_capitals_is_found_behind_a_column() {
        let column = "CONTACT\nann.oduya@example.org\nLeeds, UK\n\nSKILLS\nSQL\nExcel\n\n";
        for (rest, wanted) in [
            (
                "ANN ODUYA\nProduct manager\n\nPROFILE\nBuilds things.\n",
                Some("ANN ODUYA"),
            ),
            (
                "KEY CLIENTS\nAcme\n\nANN ODUYA\n\nEXPERIENCE\n",
                Some("ANN ODUYA"),
            ),
            // The mail does not repeat it, but what she is and a heading follow.
            (
                "JO VAN DIJK\nProduct manager\n\nEXPERIENCE\n",
                Some("JO VAN DIJK"),
            ),
        ] {
            assert_eq!(
                found(&format!("{column}{rest}")).as_deref(),
                wanted,
                "{rest}"
            );
        }
    }

    #[test]
    fn no_heading_is_taken_for_a_name() {
        let column = "CONTACT\nhi@example.org\n\nSKILLS\nSQL\n\n";
        for rest in [
            "KEY ACHIEVEMENTS\nProduct manager of the year\n\nEXPERIENCE\n",
            "SELECTED ENGAGEMENTS\nLead designer\nAcme, 2019 – 2021\n",
            "GREEN HARBOR\nProduct manager\n2019 – 2021\n- Cut it\n",
            "PROFILE\nManager\n\nEDUCATION\nBSc\n",
            "NORTH YORKSHIRE\nProduct manager\n\nEXPERIENCE\n",
            "UNIVERSITY OF LEEDS\nTutor\n\nEXPERIENCE\n",
        ] {
            assert_eq!(found(&format!("{column}{rest}")), None, "{rest}");
        }
    }
}
