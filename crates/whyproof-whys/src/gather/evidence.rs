//! Evidence that nobody can open, that is old or small, or on which much rests.

use whyproof_case::{Evidence, EvidenceKind, Grounds, StatementId};

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On, Slot};

/// How many years older than the case's latest date evidence is when it is asked about.
const OLD: i16 = 8;
/// Fewer than these are few.
const FEW: u32 = 30;

/// Names of bodies end in these.
const BODIES: &[&str] = &[
    "group",
    "survey",
    "study",
    "report",
    "council",
    "office",
    "bureau",
    "institute",
    "ministry",
];
/// Words after which no *the* fits.
const OWNED: &[&str] = &[
    "a", "an", "the", "my", "our", "their", "his", "her", "one", "two", "three", "both",
];

/// What a piece of evidence is called.
pub(super) struct Noun {
    pub(super) words: Slot,
    /// Whether *the* can stand before it.
    pub(super) common: bool,
}

impl Noun {
    /// The slot that it belongs in: after *the*, or as a name by itself.
    pub(super) fn slot(&self, common: &'static str, named: &'static str) -> &'static str {
        if self.common { common } else { named }
    }
}

/// The words of a footnote up to its first comma, as a noun.
pub(super) fn noun(reading: &Reading<'_>, evidence: &Evidence) -> Noun {
    let text = evidence.text.trim();
    // Names of authors have commas between them; what they are comes after.
    let named = text.starts_with(|c: char| c.is_uppercase());
    let marks: &[&str] = if named {
        &[", a ", ", an ", ", \"", ", “", ", the ", ";", " (", ". "]
    } else {
        &[",", ";", " ("]
    };
    let end = marks
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    let first = whyproof_case::sentences(text)
        .first()
        .map_or(text.len(), |range| range.end);
    let head = text
        .get(..end.min(first))
        .unwrap_or(text)
        .trim_end_matches(['.', ' ']);
    let opens = words::first(head);
    let owned = OWNED.contains(&opens.as_str());
    let names = head.starts_with(|c: char| c.is_uppercase()) || head.is_empty();
    let address =
        head.contains("://") || head.contains('/') || head.split_whitespace().count() > 14;
    if names || address || head.contains(['“', '”', '"']) {
        // A body takes *the* before its name; authors do not.
        let last = head
            .split_whitespace()
            .last()
            .map(words::bare)
            .unwrap_or_default();
        return Noun {
            words: Reading::quote(head, evidence.span),
            common: !address && BODIES.contains(&last.as_str()) && opens != "the",
        };
    }
    Noun {
        words: reading.slot(head, evidence.span),
        common: !owned && !names,
    }
}

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    let latest = latest_year(reading);
    for (index, evidence) in case.evidence.iter().enumerate() {
        let cited: Vec<StatementId> = case
            .statements()
            .filter(|(_, statement)| statement.evidence.contains(&(index as u32)))
            .map(|(id, _)| id)
            .collect();
        if let Some(one) = one(reading, evidence, &cited, latest) {
            into.push(one);
        }
    }
}

fn one(
    reading: &Reading<'_>,
    evidence: &Evidence,
    cited: &[StatementId],
    latest: i16,
) -> Option<Material> {
    let counts = evidence.counts();
    let mut one = material(
        Attach::Evidence,
        evidence.kind.word(),
        "evidence that counts",
        evidence.span,
    );
    one.on = On::Passage;
    one.facts.push(match evidence.kind {
        EvidenceKind::Research => "research",
        EvidenceKind::Observation => "observation",
        EvidenceKind::Measurement => "measurement",
    });
    let year = evidence.date.map(|date| date.last.year());
    let old = year.is_some_and(|year| latest - year >= OLD);
    let few = few(&evidence.text).filter(|_| evidence.kind != EvidenceKind::Measurement);
    let vague = vague(&evidence.text);
    let missing = matches!(
        evidence.grounds,
        Grounds::FileMissing(_) | Grounds::FileEmpty(_)
    );
    let over = || {
        let mut experiments = reading.case.experiments.iter();
        experiments.any(|experiment| super::experiments::is_over(reading, experiment))
    };
    let facts = [
        (counts, "counts"),
        (!counts, "on-your-word"),
        (missing, "file-missing"),
        (
            matches!(evidence.grounds, Grounds::NotMeasured(_)) && !over(),
            "not-measured",
        ),
        (evidence.used >= 3, "carries-much"),
        (old, "old"),
        (few.is_some(), "few"),
        (vague.is_some(), "nameless"),
    ];
    one.facts.extend(
        facts
            .iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, name)| *name),
    );
    // What can be opened, is recent and is not small needs no question of its own.
    if counts && !old && few.is_none() {
        return None;
    }
    if !counts {
        one.marker = "evidence that nobody can open".to_owned();
        one.weight = 65;
    }
    one.slots = reading.about();
    let quote = |words: &str| Reading::quote(words, evidence.span);
    put(&mut one.slots, "few", few.map(quote));
    let vague = vague.map(|words| reading.slot(words, evidence.span));
    put(&mut one.slots, "vague", vague);
    said(reading, evidence, &mut one);
    cited_by(reading, cited, &mut one);
    Some(one)
}

/// What a footnote says of itself.
fn said(reading: &Reading<'_>, evidence: &Evidence, one: &mut Material) {
    let quote = |words: &str| Reading::quote(words, evidence.span);
    let called = noun(reading, evidence);
    if !called.words.text.is_empty() {
        let name = called.slot("evidence", "named_evidence");
        one.slots.insert(name, called.words);
    }
    let year = evidence
        .date
        .map(|date| quote(&date.last.year().to_string()));
    put(&mut one.slots, "year", year);
    let source = evidence.source.as_deref().map(quote);
    put(&mut one.slots, "source", source);
}

/// The statement that cites it on which most rests.
fn cited_by(reading: &Reading<'_>, cited: &[StatementId], one: &mut Material) {
    let case = reading.case;
    let best = cited
        .iter()
        .copied()
        .max_by_key(|id| (case.statement(*id).load, std::cmp::Reverse(id.0)));
    if let Some(statement) = best.map(|id| case.statement(id)) {
        one.load = statement.load;
        one.slots
            .insert("quote", Reading::quote(&statement.text, statement.span));
        let brief = reading.brief(&statement.text, statement.span);
        put(&mut one.slots, "statement", brief);
    }
}

/// The latest year that the case gives, footnotes apart where the text has one.
fn latest_year(reading: &Reading<'_>) -> i16 {
    let case = reading.case;
    let of = |text: &str| whyproof_case::latest_date(text).map_or(0, |date| date.last.year());
    let body = case
        .parse
        .document
        .texts
        .iter()
        .map(|text| of(&text.words.text))
        .max();
    let blocks = case
        .experiments
        .iter()
        .filter_map(|e| e.get(&["end"]))
        .map(of)
        .max();
    body.into_iter().chain(blocks).max().unwrap_or(0)
}

/// A sample that is stated and small: “40 interviews”, “three mornings”.
fn few(text: &str) -> Option<&str> {
    const COUNTED: &[&str] = &[
        "afternoons",
        "calls",
        "customers",
        "employees",
        "evenings",
        "households",
        "interviews",
        "mornings",
        "participants",
        "patients",
        "people",
        "respondents",
        "sessions",
        "teams",
        "users",
        "visits",
    ];
    const SPELLED: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let words: Vec<(usize, &str)> = text
        .split_whitespace()
        .map(|w| (w.as_ptr() as usize - text.as_ptr() as usize, w))
        .collect();
    words.windows(2).find_map(|pair| {
        let [(start, number), (at, noun)] = pair else {
            return None;
        };
        let small = SPELLED.contains(&words::bare(number).as_str())
            || number.parse::<u32>().is_ok_and(|n| (1..FEW).contains(&n));
        let noun_end = at + noun.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        (small && COUNTED.contains(&words::bare(noun).as_str()))
            .then(|| text.get(*start..noun_end))
            .flatten()
    })
}

/// A source that hides who it is: “a leading institute”, “somebody who knows the industry well”.
fn vague(text: &str) -> Option<&str> {
    const HIDING: &[&str] = &[
        "a leading ",
        "an expert",
        "an insider",
        "a well-known ",
        "a renowned ",
        "a major ",
        "a large company",
        "a friend",
        "people familiar",
        "somebody who ",
        "someone who ",
        "a source ",
        "industry sources",
        "several experts",
    ];
    let lower = text.to_lowercase();
    let at = HIDING.iter().filter_map(|words| lower.find(words)).min()?;
    let rest = text.get(at..)?;
    let end = rest.find([',', '.', ';', '(']).unwrap_or(rest.len());
    rest.get(..end).map(str::trim_end)
}
