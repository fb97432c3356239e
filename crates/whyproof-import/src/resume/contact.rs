//! Who it is and how to reach them: the block at the top, and a section of its own.

use whyproof_experience::resume::{Basics, Location, Profile};

use super::home;
use super::kinds::is_title;
use super::pieces::{is_place, is_state, pieces, tidy};

/// Labels that stand before what they name.
const LABELS: &[&str] = &[
    "email",
    "e-mail",
    "mail",
    "phone",
    "tel",
    "telephone",
    "mobile",
    "cell",
    "address",
    "website",
    "web",
    "url",
    "linkedin",
    "github",
    "location",
    "contact",
    "homepage",
    "portfolio",
    "blog",
    "twitter",
    "adresse",
    "telefon",
    "mob",
];
/// Letters that do, before a colon: `T: 01632 960001 | E: ann@example.org`.
const LETTERS: &str = "aemptw";

/// Puts into the basics what a line has of them, and gives back the pieces that are none.
pub(super) fn place(line: &str, basics: &mut Basics) -> Vec<String> {
    let mut left = Vec::new();
    // Where an address was cut and its rest is not known, it is nobody's.
    let broken: Vec<&str> = line
        .split_whitespace()
        .filter_map(|word| word.strip_suffix('-').filter(|bare| is_url(bare)))
        .collect();
    for piece in pieces(line) {
        let mut rest = Vec::new();
        let mut is_taken = false;
        for word in piece.split_whitespace() {
            let bare = word.trim_matches(|c: char| {
                matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | ',' | ';' | '|')
            });
            let bare = bare
                .trim_start_matches("mailto:")
                .trim_start_matches("tel:");
            let named = bare
                .split_once(':')
                .filter(|(label, _)| is_label(label) || is_letter(&label.to_lowercase()))
                .map_or(bare, |(_, value)| value);
            if is_mail(named) && basics.email.is_none() {
                basics.email = Some(named.to_owned());
                is_taken = true;
            } else if is_url(named) && !broken.contains(&named) {
                url(named.trim_end_matches(['.', '/']), basics);
                is_taken = true;
            } else {
                rest.push(word);
            }
        }
        let words = rest.join(" ");
        let rest = phone(&words, basics);
        is_taken |= rest != words;
        let rest = tidy(&unlabelled(&rest, is_taken));
        if rest.contains(char::is_alphanumeric) {
            left.extend(located(&rest, basics));
        }
    }
    left
}

/// Puts the place where somebody lives into the basics, where a piece that [`place`] left is one, and gives back the
/// others and those that name a second one. `trust` says what may be one.
pub(super) fn live(
    left: Vec<String>,
    trust: Trust,
    basics: &mut Basics,
) -> (Vec<String>, Vec<String>) {
    let (mut others, mut more) = (Vec::new(), Vec::new());
    let is_titled = left.iter().any(|piece| is_title(piece));
    for (at, piece) in left.into_iter().enumerate() {
        // What stands first may be the name.
        let is_free = basics.name.is_some() || at > 0;
        let found = home::home(&piece).filter(|home| {
            home.is_sure
                || match trust {
                    Trust::Known => false,
                    Trust::Near => is_free && (home.is_full || is_titled),
                    Trust::Line => is_free,
                    Trust::Section => home.is_full,
                    Trust::Told => true,
                }
        });
        match (found, &mut basics.location) {
            (None, _) => others.push(piece),
            (Some(home), None) => basics.location = Some(home.location),
            (Some(home), Some(known)) => {
                if !(home.is_sure && home::fill(known, home.location)) {
                    more.push(piece);
                }
            }
        }
    }
    (others, more)
}

/// Where a piece stands that may be an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Anywhere: what names a county, a street or a postal code is one.
    Known,
    /// Above or below a line that says how to reach somebody: a town with a region of any name is one.
    Near,
    /// In such a line: a town is one.
    Line,
    /// In a section of contacts.
    Section,
    /// Behind a word that says that it is one.
    Told,
}

/// Whether a line has a mail, a telephone number or an address of the web.
pub(super) fn is_contact(line: &str) -> bool {
    let mut basics = Basics::default();
    place(line, &mut basics);
    basics.email.is_some()
        || basics.phone.is_some()
        || basics.url.is_some()
        || basics.profiles.is_some()
}

/// Whether a line ends within an address that was wrapped at its hyphen, and the next one begins with the rest of it.
pub(super) fn is_cut(line: &str, next: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let first = next.split_whitespace().next().unwrap_or_default();
    let is_rest = first.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && !is_url(first)
        && first
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '%' | '?' | '='));
    is_rest && last.contains('/') && last.strip_suffix('-').is_some_and(is_url)
}

/// Whether words are an address that [`place`] gave back because it was cut.
pub(super) fn is_address(words: &str) -> bool {
    !words.contains(' ') && is_url(words)
}

fn is_label(word: &str) -> bool {
    LABELS.contains(&word.trim_end_matches([':', '.']).to_lowercase().as_str())
}

/// Whether a word is a single letter that says what stands behind its colon.
pub(super) fn is_letter(word: &str) -> bool {
    word.len() == 1 && LETTERS.contains(word)
}

/// Without labels before it; a letter is one where what it names `is_taken`.
fn unlabelled(text: &str, is_taken: bool) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    while words.first().is_some_and(|word| {
        let is_sign = !word.contains(char::is_alphanumeric);
        let is_named = |letter: &str| is_taken && is_letter(&letter.to_lowercase());
        word.strip_suffix(':').is_some_and(is_named)
            || is_sign
            || (is_label(word) && (word.ends_with([':', '.']) || words.len() == 1))
    }) {
        words.remove(0);
    }
    words.join(" ")
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.ends_with('.')
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
    })
}

fn is_url(word: &str) -> bool {
    if word.starts_with("http://") || word.starts_with("https://") || word.starts_with("www.") {
        return word.len() > 11;
    }
    let (host, path) = word.split_once('/').unwrap_or((word, ""));
    let Some((name, end)) = host.rsplit_once('.') else {
        return false;
    };
    let is_host = host.is_ascii()
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let known = [
        "com", "org", "net", "io", "dev", "me", "co", "ai", "app", "eu", "de", "uk", "ch", "at",
        "fr", "info", "page", "design", "tech",
    ];
    is_host
        && name.len() > 1
        && !name.ends_with('.')
        && (known.contains(&end)
            || (!path.is_empty() && end.len() >= 2 && end.chars().all(|c| c.is_ascii_lowercase())))
}

/// Hosts that are networks, and their names.
const NETWORKS: [(&str, &str); 9] = [
    ("linkedin.com", "LinkedIn"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("twitter.com", "Twitter"),
    ("x.com", "X"),
    ("stackoverflow.com", "Stack Overflow"),
    ("xing.com", "XING"),
    ("orcid.org", "ORCID"),
    ("medium.com", "Medium"),
];

fn url(address: &str, basics: &mut Basics) {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = bare
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_start_matches("www.");
    let network = NETWORKS
        .iter()
        .find(|(known, _)| host == *known || host.ends_with(&format!(".{known}")));
    match network {
        None if basics.url.is_none() => basics.url = Some(address.to_owned()),
        _ => {
            let name = bare
                .split(['/', '?'])
                .skip(1)
                .filter(|part| !part.is_empty())
                .last();
            basics.profiles.get_or_insert_default().push(Profile {
                network: network.map(|(_, name)| (*name).to_owned()),
                username: network.and(name).map(str::to_owned),
                url: Some(address.to_owned()),
                ..Profile::default()
            });
        }
    }
}

/// Takes a telephone number out of a text.
fn phone(text: &str, basics: &mut Basics) -> String {
    let is_sign = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '+' | '(' | ')' | '-' | '.' | ' ' | '\u{2011}' | '–' | '/'
            )
    };
    let mut from = None;
    let ends = text.char_indices().chain([(text.len(), 'x')]);
    for (at, c) in ends {
        match (is_sign(c), from) {
            (true, None) if c != ' ' && c != '.' && c != '-' => from = Some(at),
            (false, Some(start)) => {
                let number = text
                    .get(start..at)
                    .unwrap_or_default()
                    .trim_end_matches([' ', '(', '-', '.', '/', '–']);
                let digits = number.chars().filter(char::is_ascii_digit).count();
                if (7..=16).contains(&digits) && !is_years(number) && basics.phone.is_none() {
                    basics.phone = Some(number.to_owned());
                    let (before, after) = (text.get(..start), text.get(start + number.len()..));
                    return format!(
                        "{} {}",
                        before.unwrap_or_default(),
                        after.unwrap_or_default()
                    );
                }
                from = None;
            }
            _ => {}
        }
    }
    text.to_owned()
}

fn is_years(number: &str) -> bool {
    super::dates::find(number).is_some_and(|found| found.is_range)
}

/// Puts a place into the basics; what else stands there is given back.
fn located(text: &str, basics: &mut Basics) -> Vec<String> {
    if basics.location.is_some() || !is_place(text) {
        return vec![text.to_owned()];
    }
    let parts: Vec<&str> = text.split(", ").collect();
    let mut location = Location::default();
    match parts.as_slice() {
        [city, state] if is_state(state.split(' ').next().unwrap_or_default()) => {
            let (state, code) = state.split_once(' ').unwrap_or((state, ""));
            location.city = Some((*city).to_owned());
            location.region = Some(state.to_owned());
            location.postal_code = (!code.is_empty()).then(|| code.to_owned());
        }
        _ => location.city = Some(text.to_owned()),
    }
    basics.location = Some(location);
    Vec::new()
}

#[cfg(test)]
mod tests {
    use whyproof_experience::resume::Basics;

    use super::place;

    #[test]
    fn a_line_of_contacts_is_taken_apart() {
        let mut basics = Basics::default();
        let left = place(
            "Seattle, WA 98101 | ann@example.org • +1 (555) 010-2000 | linkedin.com/in/ann | https://ann.example.org/",
            &mut basics,
        );
        assert_eq!(left, Vec::<String>::new());
        assert_eq!(basics.email.as_deref(), Some("ann@example.org"));
        assert_eq!(basics.phone.as_deref(), Some("+1 (555) 010-2000"));
        assert_eq!(basics.url.as_deref(), Some("https://ann.example.org"));
        assert_eq!(
            basics
                .profiles
                .as_ref()
                .map(|all| all[0].username.as_deref()),
            Some(Some("ann"))
        );
        let location = basics.location.unwrap_or_default();
        assert_eq!(
            (
                location.city.as_deref(),
                location.region.as_deref(),
                location.postal_code.as_deref()
            ),
            (Some("Seattle"), Some("WA"), Some("98101"))
        );
    }

    #[test]
    fn a_letter_before_what_it_names_goes_and_another_stays() {
        let mut basics = Basics::default();
        let line = "T: 01632 960 001 | E: ann@example.org | C: a language";
        assert_eq!(place(line, &mut basics), ["C: a language"]);
        assert_eq!(basics.phone.as_deref(), Some("01632 960 001"));
    }

    #[test]
    fn labels_go_and_other_words_stay() {
        let mut basics = Basics::default();
        assert_eq!(
            place("Phone: 01632 960 001, Email: ann@example.org", &mut basics),
            Vec::<String>::new()
        );
        assert_eq!(
            place("Node.js and 2019 – 2020", &mut basics),
            ["Node.js and 2019", "2020"]
        );
        assert_eq!(basics.url, None);
    }
}
