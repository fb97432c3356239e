//! Pieces of a line: what stands between the signs that people part fields with; which of them is a place.

use super::kinds::is_company;

/// Signs that part fields wherever they stand.
const SIGNS: [char; 7] = ['|', '•', '·', '●', '◦', '▪', '⋄'];

/// The fields of a line: parted by signs, wide gaps and dashes with space around them.
pub(super) fn pieces(line: &str) -> Vec<String> {
    let mut text = line.to_owned();
    for wide in ["    ", "   ", "  ", " – ", " — ", " - ", " // ", " / "] {
        text = text.replace(wide, "|");
    }
    let pieces = text.split(SIGNS).map(tidy);
    pieces
        .filter(|piece| piece.contains(char::is_alphanumeric))
        .collect()
}

/// Without signs and spaces around it.
pub(super) fn tidy(text: &str) -> String {
    let edges = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';' | ':' | '|' | '–' | '—' | '-' | '•' | '·' | '/' | '@'
            )
    };
    let mut text = text.trim_matches(edges);
    // Brackets that held a date are empty now, or only one of them is left.
    loop {
        let inner = text
            .strip_suffix("()")
            .or_else(|| text.strip_suffix("[]"))
            .or_else(|| text.strip_suffix('(').filter(|rest| !rest.contains('(')))
            .or_else(|| text.strip_prefix(')').filter(|rest| !rest.contains(')')))
            .or_else(|| text.strip_prefix("()"));
        match inner {
            Some(inner) => text = inner.trim_matches(edges),
            None => break,
        }
    }
    if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        && !inner.contains(['(', ')'])
    {
        text = inner;
    }
    if text.matches(')').count() > text.matches('(').count() && text.ends_with(')') {
        text = text.strip_suffix(')').unwrap_or(text);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Parts of a list at commas and the like that stand in no brackets.
pub(super) fn parts(text: &str, signs: &[char]) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            _ if open == 0 && signs.contains(&c) => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    if open > 0 {
        // A bracket that nobody closed holds nothing.
        parts = text.split(signs).map(str::to_owned).collect();
    }
    let parts = parts
        .iter()
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect()
}

/// Parts of a head at its commas, as they are written. A comma in brackets parts nothing, unless a bracket is not
/// closed.
pub(super) fn at_commas(text: &str) -> Vec<&str> {
    let (mut found, mut from, mut open) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' => open = open.saturating_sub(1),
            ',' if open == 0 => {
                let rest = text.get(at + 1..).unwrap_or_default();
                if let Some(next) = rest.strip_prefix(' ') {
                    found.push(text.get(from..at).unwrap_or_default());
                    from = text.len() - next.len();
                }
            }
            _ => {}
        }
    }
    if open > 0 {
        return text.split(", ").collect();
    }
    found.push(text.get(from..).unwrap_or_default());
    found
}

/// A text without what stands in its brackets; the whole of it where they are not closed.
pub(super) fn unbracketed(text: &str) -> String {
    let mut out = String::new();
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => open += 1,
            ')' | ']' if open > 0 => open -= 1,
            _ if open == 0 => out.push(c),
            _ => {}
        }
    }
    if open > 0 { text.to_owned() } else { out }
}

const STATES: &str = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NL NS ON PE QC SK NSW VIC QLD";
const COUNTRIES: &[&str] = &[
    "argentina",
    "australia",
    "austria",
    "belgium",
    "brazil",
    "bulgaria",
    "canada",
    "chile",
    "china",
    "colombia",
    "croatia",
    "cyprus",
    "czech republic",
    "czechia",
    "denmark",
    "egypt",
    "england",
    "estonia",
    "finland",
    "france",
    "germany",
    "deutschland",
    "ghana",
    "greece",
    "hong kong",
    "hungary",
    "iceland",
    "india",
    "indonesia",
    "ireland",
    "israel",
    "italy",
    "italia",
    "japan",
    "kenya",
    "latvia",
    "lithuania",
    "luxembourg",
    "malaysia",
    "mexico",
    "morocco",
    "netherlands",
    "the netherlands",
    "new zealand",
    "nigeria",
    "northern ireland",
    "norway",
    "österreich",
    "pakistan",
    "peru",
    "philippines",
    "poland",
    "portugal",
    "romania",
    "saudi arabia",
    "schweiz",
    "scotland",
    "serbia",
    "singapore",
    "slovakia",
    "slovenia",
    "south africa",
    "south korea",
    "spain",
    "españa",
    "sweden",
    "switzerland",
    "taiwan",
    "thailand",
    "turkey",
    "uae",
    "uk",
    "u.k.",
    "ukraine",
    "united arab emirates",
    "united kingdom",
    "united states",
    "usa",
    "u.s.",
    "u.s.a.",
    "us",
    "vietnam",
    "wales",
];

/// Whether a word is the short name of a state.
pub(super) fn is_state(text: &str) -> bool {
    let is_short = text.len() >= 2 && text.chars().all(|c| c.is_ascii_uppercase());
    is_short && STATES.split(' ').any(|state| state == text)
}

/// Whether a text names a country.
pub(super) fn is_country(text: &str) -> bool {
    COUNTRIES.contains(&text.to_lowercase().as_str())
}

fn is_remote(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "remote" | "hybrid" | "fully remote" | "on-site" | "onsite"
    )
}

/// Whether a piece is a place and nothing else: `Leeds, UK`, `Seattle, WA 98101`, `Remote`.
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim();
    if is_remote(text) || is_country(text) {
        return true;
    }
    let inner = text
        .split_once('(')
        .filter(|(_, rest)| is_remote(rest.trim_end_matches(')')));
    let text = inner.map_or(text, |(before, _)| before.trim());
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    let [towns @ .., last] = parts.as_slice() else {
        return false;
    };
    let is_deep = matches!(towns, [_, region] if is_state(region));
    if towns.is_empty() || (towns.len() > 1 && !is_deep) {
        return false;
    }
    let state = last.split(' ').next().unwrap_or_default();
    let code = last.get(state.len()..).unwrap_or_default().trim();
    let is_code = code.chars().all(|c| c.is_ascii_digit() || c == '-');
    let is_end = (is_state(state) && is_code) || is_country(last) || is_remote(last);
    let is_town = |town: &&str| {
        let words = town.split(' ').count();
        let is_plain = !town.ends_with('.') && !town.contains(|c: char| c.is_ascii_digit());
        town.starts_with(char::is_uppercase) && words <= 4 && is_plain && !is_company(town)
    };
    is_end && towns.iter().all(is_town)
}

/// A place at the end of a list with commas, and what stands before it.
pub(super) fn with_place(text: &str) -> (String, Option<String>) {
    let commas: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    for at in commas.iter().rev().take(3).rev() {
        let (before, place) = (text.get(..*at), text.get(at + 2..));
        if let (Some(before), Some(place)) = (before, place)
            && place.contains(',')
            && is_place(place)
        {
            return (before.to_owned(), Some(place.to_owned()));
        }
    }
    if let Some(at) = commas.last() {
        let place = text.get(at + 2..).unwrap_or_default();
        if is_country(place) || is_remote(place) {
            return (
                text.get(..*at).unwrap_or_default().to_owned(),
                Some(place.to_owned()),
            );
        }
    }
    (text.to_owned(), None)
}

#[cfg(test)]
mod tests {
    use super::{is_place, parts, pieces, tidy, with_place};

    #[test]
    fn fields_are_parted_by_what_people_part_them_with() {
        assert_eq!(
            pieces("Nurse | Ward 3 • Leeds, UK"),
            ["Nurse", "Ward 3", "Leeds, UK"]
        );
        assert_eq!(pieces("Nurse, Ward — Leeds, "), ["Nurse, Ward", "Leeds"]);
        assert_eq!(tidy("Nurse ()"), "Nurse");
        assert_eq!(tidy("(Nurse)"), "Nurse");
        assert_eq!(tidy("Nurse (part-time)"), "Nurse (part-time)");
        assert_eq!(
            parts("SQL (a, b), C++; R", &[',', ';']),
            ["SQL (a, b)", "C++", "R"]
        );
    }

    #[test]
    fn places_are_known_by_their_ends() {
        for place in [
            "Leeds, UK",
            "Seattle, WA",
            "Seattle, WA 98101",
            "Remote",
            "San Jose, CA, USA",
            "Berlin, Germany (Remote)",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in [
            "Acme, Inc.",
            "Nurse, Ward 3",
            "Leeds",
            "Python, SQL",
            "Level 3, UK",
        ] {
            assert!(!is_place(other), "{other}");
        }
        assert_eq!(
            with_place("Nurse, Ward, Boise, ID"),
            ("Nurse, Ward".to_owned(), Some("Boise, ID".to_owned()))
        );
    }
}
