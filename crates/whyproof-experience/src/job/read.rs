//! The lines of a job description, and which of them ask for something.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_case::sentences;

use super::Requirement;

/// The most requirements of one job: no description that a person wrote has more.
const MOST: usize = 200;
/// The longest line that is a heading, in letters.
const HEADING: usize = 70;
/// The longest title of a requirement, in letters.
const TITLE: usize = 60;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Heading,
    Item,
    Prose,
}

/// A paragraph, a list item or a heading of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) words: String,
    /// From 1.
    pub(super) number: u32,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Purpose {
    /// What is asked for.
    Asks,
    /// What would be welcome.
    Wishes,
    /// What the place offers, and what the law wants said.
    Offers,
    /// About the place.
    About,
}

/// Phrases as [`normal`] has them, so that no line of a long text brings them into that form again.
#[derive(Default, Deserialize)]
struct Lexicon {
    asks: Vec<String>,
    wishes: Vec<String>,
    offers: Vec<String>,
    about: Vec<String>,
    /// Of sentences that say where and with whom somebody would work.
    setting: Vec<String>,
    /// What such a sentence asks for beside that.
    deeds: Vec<String>,
    /// Beginnings and phrases of sentences that ask, outside sections that do.
    sentence: Vec<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let read: Lexicon = toml::from_str(include_str!("headings.toml")).unwrap_or_default();
    Lexicon {
        asks: normals(&read.asks),
        wishes: normals(&read.wishes),
        offers: normals(&read.offers),
        about: normals(&read.about),
        setting: normals(&read.setting),
        deeds: normals(&read.deeds),
        sentence: normals(&read.sentence),
    }
});

/// What a sentence says of what would only be welcome.
static WISHES: LazyLock<Vec<String>> = LazyLock::new(|| {
    normals(&[
        "a plus",
        "nice to have",
        "preferred",
        "bonus",
        "would be great",
        "welcome",
        "desirable",
    ])
});

/// The lines of a text: wrapped paragraphs and items are joined.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open = false;
    let plain: Vec<String> = text.lines().map(plain).collect();
    let first = plain.iter().position(|line| !line.trim().is_empty());
    for (at, line) in plain.iter().enumerate() {
        let number = at as u32 + 1;
        let trimmed = line.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        if let Some(item) = item(trimmed) {
            lines.push(new(LineKind::Item, item, number));
            open = true;
            continue;
        }
        let next = plain.get(at + 1).map_or("", |next| next.trim());
        if first == Some(at) && stands_over(trimmed, next) {
            lines.push(new(LineKind::Heading, trimmed, number));
            continue;
        }
        if labelled(trimmed, LABELS).is_some() {
            lines.push(new(LineKind::Prose, trimmed, number));
            open = false;
            continue;
        }
        if let Some(heading) = heading(trimmed, next, open) {
            lines.push(new(LineKind::Heading, heading, number));
            open = false;
            continue;
        }
        match lines.last_mut().filter(|_| open) {
            Some(before) => {
                before.words.push(' ');
                before.words.push_str(trimmed);
            }
            None => lines.push(new(LineKind::Prose, trimmed, number)),
        }
        open = true;
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

fn new(kind: LineKind, words: &str, number: u32) -> Line {
    Line {
        kind,
        words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        number,
    }
}

/// A line without control characters and marks of emphasis.
fn plain(line: &str) -> String {
    let kept: String = line
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    kept.replace("**", "").replace("__", "")
}

/// The words of a list item.
fn item(line: &str) -> Option<&str> {
    let mark = |c: char| "-*•‣▪●◦·–—✓✔➢▸".contains(c);
    if let Some(rest) = line.strip_prefix(mark)
        && rest.starts_with(char::is_whitespace)
    {
        return Some(rest.trim());
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < line.len() && line.len() - digits.len() <= 2;
    let rest = digits.strip_prefix(['.', ')']).filter(|_| numbered)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim())
}

/// Whether the first line is a title over a line that says whose and where: two short lines, neither a sentence.
fn stands_over(first: &str, next: &str) -> bool {
    let is_short = |line: &str, most: usize| {
        !line.is_empty()
            && line.chars().count() <= most
            && !line.ends_with(['.', ',', ';', ':', '!', '?'])
            && line.starts_with(char::is_uppercase)
            && item(line).is_none()
    };
    // "Acme, Leeds (hybrid)".
    let names = next.split(", ").count();
    let is_place = (2..=4).contains(&names) && next.split_whitespace().count() <= 16;
    is_short(first, HEADING) && is_short(next, 2 * HEADING) && (parts(next).len() > 1 || is_place)
}

/// What labels a line of a job's head.
const LABELS: &[&str] = &[
    "job title",
    "title",
    "position",
    "role",
    "company",
    "employer",
    "organisation",
    "organization",
    "location",
    "team",
    "department",
    "salary",
    "contract",
    "reports to",
    "reference",
    "closing date",
];
/// How many of them are of the job's title.
const TITLES: usize = 4;

/// What stands behind a label of a job's head.
fn labelled<'l>(line: &'l str, labels: &[&str]) -> Option<&'l str> {
    let (label, rest) = line.split_once(':')?;
    let is_label = labels.contains(&label.trim().to_lowercase().as_str());
    is_label
        .then(|| rest.trim())
        .filter(|rest| !rest.is_empty())
}

/// The parts of a line that says whose a job is and where: `Acme · Berlin`.
pub(super) fn parts(line: &str) -> Vec<&str> {
    let marks = [" · ", " | ", " • ", " — ", " – ", " - "];
    let Some(mark) = marks.into_iter().find(|mark| line.contains(mark)) else {
        return vec![line];
    };
    let parts = line.split(mark).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The words of a heading: marked as one, or known, or short and standing alone with a colon.
fn heading<'l>(line: &'l str, next: &str, open: bool) -> Option<&'l str> {
    if line.starts_with('#') {
        return Some(line.trim_start_matches('#').trim().trim_end_matches(':'));
    }
    let words = line.trim_end_matches(':').trim();
    if words.chars().count() > HEADING || words.ends_with(['.', ';', ',', '!']) {
        return None;
    }
    let has_colon = line.ends_with(':');
    let known = purpose(words).is_some() && words.split_whitespace().count() <= 8;
    let alone = !open && (next.is_empty() || item(next).is_some());
    let capitals = words.chars().any(char::is_alphabetic) && words.to_uppercase() == words;
    let is_heading = known || has_colon || (alone && (capitals || item(next).is_some()));
    is_heading.then_some(words)
}

fn purpose(heading: &str) -> Option<Purpose> {
    let words = normal(heading);
    let has = |list: &[String]| list.iter().any(|phrase| has_phrase(&words, phrase));
    let lexicon = &*LEXICON;
    let kinds = [
        (Purpose::Wishes, &lexicon.wishes),
        (Purpose::Offers, &lexicon.offers),
        (Purpose::Asks, &lexicon.asks),
        (Purpose::About, &lexicon.about),
    ];
    let found = kinds.into_iter().find(|(_, list)| has(list));
    found.map(|(purpose, _)| purpose)
}

/// Small letters, plain apostrophes, one space between words and around them.
pub(super) fn normal(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let letters = lower.chars();
    let kept: String = letters
        .map(|c| {
            if c.is_alphanumeric() || c == '\'' {
                c
            } else {
                ' '
            }
        })
        .collect();
    format!(
        " {} ",
        kept.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

/// Phrases in the form in which [`has_phrase`] looks for them.
pub(super) fn normals<S: AsRef<str>>(phrases: &[S]) -> Vec<String> {
    let phrases = phrases.iter();
    phrases.map(|phrase| normal(phrase.as_ref())).collect()
}

/// Whether words have a phrase, whole words only; both as [`normal`] has them.
pub(super) fn has_phrase(words: &str, phrase: &str) -> bool {
    words.contains(phrase)
}

/// The first line, where it is short.
pub(super) fn title(lines: &[Line]) -> Option<String> {
    let first = lines.first()?;
    let words = first.words.trim_end_matches(':');
    if let Some(title) = labelled(words, &LABELS[..TITLES]) {
        return Some(title.to_owned());
    }
    let is_title = first.kind != LineKind::Item
        && words.chars().count() <= 100
        && !words.ends_with('.')
        && purpose(words).is_none();
    is_title.then(|| words.to_owned())
}

/// What is asked for, in order.
pub(super) fn requirements(lines: &[Line]) -> Vec<Requirement> {
    let mut found: Vec<Requirement> = Vec::new();
    let mut ids = BTreeSet::new();
    let sectioned = lines.iter().any(|line| {
        line.kind == LineKind::Heading
            && matches!(purpose(&line.words), Some(Purpose::Asks | Purpose::Wishes))
    });
    let mut section = None;
    for line in lines {
        if line.kind == LineKind::Heading {
            section = purpose(&line.words);
            continue;
        }
        for range in sentences(&line.words) {
            let sentence = &line.words[range];
            if found.len() >= MOST || !asks(sentence, line.kind, section, sectioned) {
                continue;
            }
            let wish = section == Some(Purpose::Wishes) || is_wish(sentence);
            found.push(Requirement {
                id: id(sentence, &mut ids),
                title: shortened(sentence),
                text: sentence.to_owned(),
                wish,
                line: line.number,
            });
        }
    }
    found
}

fn asks(sentence: &str, kind: LineKind, section: Option<Purpose>, sectioned: bool) -> bool {
    if sentence.split_whitespace().count() < 2 {
        // *German* and *SQL* ask for something where they stand in a list of what is asked for.
        let asked = matches!(section, Some(Purpose::Asks | Purpose::Wishes));
        let letters = sentence.chars().filter(|c| c.is_alphabetic()).count();
        return asked && kind == LineKind::Item && letters > 1;
    }
    let words = normal(sentence);
    let says_so = || {
        LEXICON
            .sentence
            .iter()
            .any(|phrase| has_phrase(&words, phrase))
    };
    let is_setting = kind == LineKind::Prose && {
        let has = |list: &[String]| list.iter().any(|phrase| has_phrase(&words, phrase));
        let promises = words.matches(" you will ").count() + words.matches(" you'll ").count();
        promises == 1 && has(&LEXICON.setting) && !has(&LEXICON.deeds)
    };
    match section {
        _ if is_setting => false,
        Some(Purpose::Asks | Purpose::Wishes) => {
            kind == LineKind::Item || says_so() || !sectioned || is_fragment(sentence)
        }
        Some(Purpose::Offers) => false,
        Some(Purpose::About) => says_so(),
        None => (kind == LineKind::Item && !sectioned) || says_so(),
    }
}

/// Whether a line has no verb of its own in front: "5+ years of product management".
fn is_fragment(sentence: &str) -> bool {
    !sentence.ends_with('.') || sentence.starts_with(|c: char| c.is_ascii_digit())
}

/// "SQL; Python is a plus" asks for SQL.
fn is_wish(sentence: &str) -> bool {
    let words = normal(sentence.split(';').next().unwrap_or(sentence));
    WISHES.iter().any(|phrase| has_phrase(&words, phrase))
}

/// The first words, cut at a word.
fn shortened(sentence: &str) -> String {
    let sentence = sentence.trim_end_matches(['.', ';']);
    if sentence.chars().count() <= TITLE {
        return sentence.to_owned();
    }
    let mut short = String::new();
    for word in sentence.split_whitespace() {
        if short.chars().count() + word.chars().count() + 1 > TITLE {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = sentence.chars().take(TITLE).collect();
    }
    let bare = short
        .trim_end_matches([',', ';', ':', '–', '-', '('])
        .trim_end();
    format!("{bare}…")
}

/// An id of the first words that say something; each once.
fn id(sentence: &str, ids: &mut BTreeSet<String>) -> String {
    const EMPTY: &[&str] = &[
        "a", "an", "the", "of", "and", "to", "in", "with", "for", "you", "your", "will", "have",
        "our", "or", "on", "we", "are", "is", "be", "who", "that", "at", "by", "can", "as",
    ];
    let words = normal(sentence);
    let kept = words
        .split_whitespace()
        .map(|word| {
            word.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str()));
    let mut base = kept.take(4).collect::<Vec<_>>().join("-");
    base.truncate(48);
    if !base.starts_with(|c: char| c.is_ascii_lowercase()) {
        base = format!("r-{base}");
    }
    let base = base.trim_end_matches('-').to_owned();
    let mut id = base.clone();
    let mut number = 2;
    while !ids.insert(id.clone()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}
