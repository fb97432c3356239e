//! Where somebody lives, as people write it among their contacts: a town, its county, a street, a postal code.

use whyproof_experience::resume::Location;

use super::kinds::{is_company, is_degree, is_department, is_school, is_title};
use super::pieces::{is_country, is_state};
use super::regions;

/// Most parts of an address in one line.
const PARTS: usize = 6;

/// An address, and how sure it is that the words are one.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Home {
    pub(super) location: Location,
    /// Whether a street, a postal code, or a county or country that is known says so.
    pub(super) is_sure: bool,
    /// Whether it has more than a town.
    pub(super) is_full: bool,
}

/// Reads `Maidstone, Kent`, `12 High Street, Leeds LS1 4AP`, `10115 Berlin`, `Oslo`: none where a part is no part of an
/// address.
pub(super) fn home(text: &str) -> Option<Home> {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() || parts.len() > PARTS {
        return None;
    }
    let (mut streets, mut regions, mut towns) = (Vec::new(), Vec::new(), Vec::new());
    let mut code = None;
    let mut is_known = false;
    for part in &parts {
        let (bare, found) = without_code(part);
        code = code.or(found);
        if bare.is_empty() {
            continue;
        }
        // "Durham" and "New York" by themselves, or before another part, are towns.
        let is_behind = !towns.is_empty() || !streets.is_empty();
        let is_region =
            is_country(bare) || (is_behind && (is_state(bare) || regions::is_region(bare)));
        if is_region {
            is_known |= is_behind && !regions::is_first_name(bare);
            regions.push(bare);
        } else if is_street(bare) {
            streets.push(bare);
        } else if is_town(bare) && towns.len() < 2 && regions.is_empty() {
            towns.push(bare);
        } else {
            return None;
        }
    }
    let mut towns = towns.into_iter();
    let city = towns.next();
    let regions: Vec<&str> = towns.chain(regions).collect();
    let is_full = parts.len() > 1 || code.is_some() || !streets.is_empty();
    let joined = |parts: &[&str]| (!parts.is_empty()).then(|| parts.join(", "));
    let is_sure = !streets.is_empty() || code.is_some() || (is_known && city.is_some());
    // What holds nothing but signs and figures says nowhere.
    let is_somewhere = city.is_some() || !streets.is_empty() || !regions.is_empty();
    let location = Location {
        address: joined(&streets),
        postal_code: code,
        city: city.map(str::to_owned),
        region: joined(&regions),
        ..Location::default()
    };
    (is_somewhere || is_sure).then_some(Home {
        location,
        is_sure,
        is_full,
    })
}

/// Puts what is known of a place where nothing is known yet; false where something else is known already.
pub(super) fn fill(into: &mut Location, more: Location) -> bool {
    let is_free = |old: &Option<String>, new: &Option<String>| old.is_none() || new.is_none();
    let fits = is_free(&into.address, &more.address)
        && is_free(&into.postal_code, &more.postal_code)
        && is_free(&into.city, &more.city)
        && is_free(&into.region, &more.region);
    if fits {
        into.address = into.address.take().or(more.address);
        into.postal_code = into.postal_code.take().or(more.postal_code);
        into.city = into.city.take().or(more.city);
        into.region = into.region.take().or(more.region);
    }
    fits
}

/// A part without the postal code at its end, or before its town.
fn without_code(part: &str) -> (&str, Option<String>) {
    let words: Vec<(usize, &str)> = word_places(part);
    for count in [2, 1] {
        let Some(from) = words.len().checked_sub(count) else {
            continue;
        };
        let start = words.get(from).map_or(0, |(at, _)| *at);
        let code = part.get(start..).unwrap_or_default();
        if is_code(code) && (count == 2 || !is_house(code) || from > 0) {
            let bare = part.get(..start).unwrap_or_default().trim();
            return (bare, Some(code.to_owned()));
        }
    }
    // "10115 Berlin"
    match part.split_once(' ') {
        Some((first, rest)) if is_code(first) && is_town(rest.trim()) => {
            (rest.trim(), Some(first.to_owned()))
        }
        _ => (part, None),
    }
}

fn word_places(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let places = text.split(' ').map(|word| {
        let place = (at, word);
        at += word.len() + 1;
        place
    });
    places.filter(|(_, word)| !word.is_empty()).collect()
}

/// Whether words are a postal code: five digits, or the British and Canadian ones.
fn is_code(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            other => other,
        })
        .collect();
    matches!(
        shape.as_str(),
        "99999"
            | "99999-9999"
            | "A9 9AA"
            | "A99 9AA"
            | "AA9 9AA"
            | "AA99 9AA"
            | "A9A 9AA"
            | "AA9A 9AA"
            | "A9A 9A9"
    )
}

/// Whether a code may be the number of something instead.
fn is_house(code: &str) -> bool {
    code.chars().all(|c| c.is_ascii_digit())
}

/// Whether a part names a street or what stands in one, with its number.
fn is_street(part: &str) -> bool {
    const STREETS: &[&str] = &[
        "street",
        "st",
        "road",
        "rd",
        "avenue",
        "ave",
        "lane",
        "ln",
        "drive",
        "close",
        "court",
        "way",
        "square",
        "terrace",
        "crescent",
        "gardens",
        "grove",
        "mews",
        "walk",
        "boulevard",
        "blvd",
        "parade",
        "quay",
        "flat",
        "apt",
        "apartment",
        "rue",
        "calle",
        "row",
    ];
    const ENDS: &[&str] = &["straße", "strasse", "str", "weg", "gasse", "platz", "allee"];
    let lower = part.to_lowercase();
    let mut words = lower
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'));
    let is_named =
        words.any(|word| STREETS.contains(&word) || ENDS.iter().any(|end| word.ends_with(end)));
    let is_numbered = part
        .split_whitespace()
        .any(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 5);
    is_named && is_numbered && part.split_whitespace().count() <= 6 && !is_title(part)
}

/// Whether words may name a town: each begins with a capital, and none says what somebody does.
fn is_town(part: &str) -> bool {
    const LINKS: &[&str] = &[
        "upon", "on", "of", "the", "in", "de", "la", "le", "les", "am", "an", "der", "do", "da",
        "del", "sur", "under", "by", "next",
    ];
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_named = words
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) || LINKS.contains(word));
    let is_plain = part
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
    let is_short_form = part.len() <= 4 && !part.contains(char::is_lowercase);
    (1..=4).contains(&words.len())
        && part.starts_with(char::is_uppercase)
        && is_named
        && is_plain
        && !is_short_form
        && !says_work(part)
}

/// Whether words say what somebody does, has learned or works in.
pub(super) fn says_work(part: &str) -> bool {
    const WORK: &[&str] = &[
        "accounting",
        "actor",
        "agile",
        "author",
        "banking",
        "candidate",
        "change",
        "compliance",
        "consulting",
        "creative",
        "economics",
        "education",
        "enthusiast",
        "excel",
        "expert",
        "governance",
        "graduate",
        "health",
        "healthcare",
        "innovation",
        "java",
        "journalism",
        "law",
        "leadership",
        "management",
        "manufacturing",
        "nursing",
        "poet",
        "procurement",
        "professional",
        "publishing",
        "python",
        "risk",
        "safety",
        "science",
        "statistics",
        "student",
        "teaching",
        "transformation",
        "veteran",
    ];
    let lower = part.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let is_doer = ["ist", "ician", "ator", "itor", "apher"]
        .iter()
        .any(|end| last.ends_with(end))
        || (last.ends_with("er")
            && !["ster", "ver", "eter"]
                .iter()
                .any(|town| last.ends_with(town)));
    is_doer
        || words.any(|word| WORK.contains(&word))
        || is_title(part)
        || is_company(part)
        || is_school(part)
        || is_degree(part)
        || is_department(part)
}

#[cfg(test)]
mod tests {
    use super::home;

    /// Street, postal code, city, region, and whether it is sure.
    fn told(text: &str) -> Option<String> {
        let home = home(text)?;
        let at = home.location;
        let parts = [at.address, at.postal_code, at.city, at.region];
        let parts = parts.map(Option::unwrap_or_default).join(" | ");
        Some(format!("{parts} | {}", home.is_sure))
    }

    #[test]
    fn addresses_are_taken_apart() {
        for (text, wanted) in [
            ("Maidstone, Kent", " |  | Maidstone | Kent | true"),
            (
                "Maidstone, Kent ME14 1XX",
                " | ME14 1XX | Maidstone | Kent | true",
            ),
            (
                "12 High Street, Leeds LS1 4AP",
                "12 High Street | LS1 4AP | Leeds |  | true",
            ),
            ("10115 Berlin", " | 10115 | Berlin |  | true"),
            ("Austin, Texas 78701", " | 78701 | Austin | Texas | true"),
            (
                "Stoke-on-Trent, Staffordshire, UK",
                " |  | Stoke-on-Trent | Staffordshire, UK | true",
            ),
            ("Kraków, Małopolskie", " |  | Kraków | Małopolskie | false"),
            ("Manchester", " |  | Manchester |  | false"),
        ] {
            assert_eq!(told(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_somebody_does_is_no_address() {
        for text in [
            "Programme manager",
            "Illustrator, Animator",
            "Painter",
            "Registered Nurse, RN",
            "Data Science",
            "Python, SQL",
            "10 years of service",
            "Head of Maths, Kent",
            "Product",
            "",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
