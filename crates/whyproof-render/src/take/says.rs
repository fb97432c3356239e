//! What a take is told in, on a page and on paper alike.

use std::collections::BTreeMap;

use jiff::civil::Date;
use whyproof_case::{capital, counted, list};
use whyproof_experience::debrief::Heard;
use whyproof_experience::{
    BarTake, CriterionTake, Level, Quote, Reading, Remark, RemarkKind, Take,
};

use crate::locale::Locale;

/// How many words that met are named for a sentence.
const MET: usize = 6;

/// What the reader holds.
pub(crate) const KIND: &str = "A take on a background";

/// What stands at the end, a paragraph each.
pub(crate) const FOOT: [&str; 3] = [
    "A criterion is “shown” where your own words tell it and lead to evidence that a reader could check, “claimed” \
     where they tell it on your word, and “not shown yet” where nothing that was read tells it. Whether that is below \
     the bar, meets it or raises it, people say, under their names. There is no score.",
    "This was read from words. It cannot know what was never written down, whether what is written is true, how the \
     work was done, or what you are like. A sentence can be misread: why each was read so stands beside it.",
    "“Not shown yet” is no judgement of you. It says what a reader who has only these files would still have to ask.",
];

/// What stands over what a job says of its place, where nothing speaks to it.
pub(crate) const OPEN_PLACES: &str = "The job says this of the place, and nothing that was read speaks to it. That may \
     not matter at all: ask.";

/// What was asked in interviews, and no criterion asks for.
pub(crate) const ASKED_ELSE: &str = "Asked in interviews, and about none of these";

/// The levels, in order.
pub(crate) const LEVELS: [Level; 3] = [Level::Shown, Level::Claimed, Level::NotShown];

/// Whose it is.
pub(crate) fn person(take: &Take) -> &str {
    let named = take.person.as_deref().map(str::trim);
    let named = named.filter(|name| !name.is_empty());
    named.unwrap_or("Your background")
}

/// The paragraphs of a text: what stands on a line of its own.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The pieces of a sentence of ours, and whether each is code: what stands between two backticks.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let is_paired = text.matches('`').count().is_multiple_of(2);
    let mark = if is_paired { "`" } else { "\n" };
    text.split(mark)
        .enumerate()
        .map(move |(at, piece)| (is_paired && at % 2 == 1, piece))
        .filter(|(_, piece)| !piece.is_empty())
}

/// How many criteria of a bar are at each level, in a sentence.
pub(crate) fn tally(bar: &BarTake) -> String {
    if bar.criteria.is_empty() {
        return "This bar has no criteria.".to_owned();
    }
    let parts = LEVELS.map(|level| (bar.count(level), level.words()));
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, words)| counted(count, words, words))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!("{}.", capital(&list(&parts)))
}

/// Why a sentence was read as it was.
pub(crate) fn readings(quote: &Quote) -> String {
    let told: Vec<String> = quote.readings.iter().map(reading).collect();
    if told.is_empty() {
        return String::new();
    }
    format!("Read so by {}.", told.join("; "))
}

fn reading(reading: &Reading) -> String {
    match reading {
        Reading::Words(met) => words(met),
        Reading::Kind(kind) => kind.trim().to_owned(),
        Reading::Part(part) => format!("its place, under “{}”", part.trim()),
        Reading::Meaning(near) => {
            format!("its meaning, as the model on this machine measures it ({near:.2} of 1)")
        }
    }
}

fn words(met: &[whyproof_experience::Met]) -> String {
    let words = met.iter().take(MET).map(|met| {
        let (wanted, found) = (met.wanted.trim(), met.found.trim());
        if wanted.to_lowercase() == found.to_lowercase() {
            format!("“{found}”")
        } else {
            format!("“{found}” for “{wanted}”")
        }
    });
    let words: Vec<String> = words.collect();
    let more = match met.len().saturating_sub(MET) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let noun = if met.len() == 1 { "word" } else { "words" };
    format!("the {noun} {}{more}", words.join(", "))
}

/// Where a sentence stands.
pub(crate) fn place(quote: &Quote) -> String {
    match (quote.part.trim(), quote.path.trim()) {
        ("", path) => at(path, quote.line),
        (part, "") => part.to_owned(),
        (part, path) => format!("{part}, {}", at(path, quote.line)),
    }
}

/// A file, and the line in it.
pub(crate) fn at(path: &str, line: Option<u32>) -> String {
    line.map_or_else(|| path.to_owned(), |line| format!("{path}:{line}"))
}

/// The evidence that a sentence cites.
pub(crate) fn evidence(quote: &Quote) -> Option<String> {
    let labels: Vec<&str> = quote.evidence.iter().map(String::as_str).collect();
    let told = list(&labels);
    (!labels.is_empty()).then(|| format!("Evidence that a reader could check: {told}."))
}

/// How many more sentences there are.
pub(crate) fn more(more: usize) -> Option<String> {
    let count = counted(more, "more sentence was", "more sentences were");
    (more > 0).then(|| format!("{} read so.", capital(&count)))
}

/// The titles of requirements, by their ids.
pub(crate) fn requirements<'t>(take: &'t Take, ids: &'t [String]) -> Vec<&'t str> {
    let rows = take.matrix.requirements.iter();
    let rows = rows.map(|(id, title)| (id.as_str(), title.as_str()));
    let bars = take.bars.iter().flat_map(|bar| &bar.criteria);
    let bars = bars.map(|one| (one.id.as_str(), one.title.as_str()));
    let mut known = BTreeMap::new();
    for (id, title) in rows.chain(bars) {
        known.entry(id).or_insert(title);
    }
    let title = |id: &'t String| known.get(id.as_str()).copied().unwrap_or(id);
    ids.iter().map(title).collect()
}

/// Whether what meets a criterion is the job's own sentence, which stands there anyway.
pub(crate) fn is_from_the_job(one: &CriterionTake) -> bool {
    one.from
        .as_deref()
        .is_some_and(|from| from.trim() == one.meets.trim())
}

/// What a group of remarks is about, and what that means.
pub(crate) fn remark(kind: RemarkKind) -> (&'static str, &'static str) {
    match kind {
        RemarkKind::SaysMore => (
            "Says more than its source",
            "Left out of whatever is made, until a story, a figure or a measured impact says as much.",
        ),
        RemarkKind::Withdrawn => (
            "Withdrawn, and still written",
            "You have withdrawn this: it goes into nothing that is made.",
        ),
        RemarkKind::Twice => (
            "Told twice",
            "The same story in two places counts once. There is room for another.",
        ),
        RemarkKind::NoNumber => (
            "Results without a number",
            "How many, how much, how long, and what was it before?",
        ),
        RemarkKind::Buzzword => (
            "Words without substance beside them",
            "Readers skip these. What you did instead is what they look for.",
        ),
        RemarkKind::NoStory => (
            "Lines that no story tells yet",
            "They are yours and may stand. The story behind a line is what an interviewer asks for.",
        ),
        RemarkKind::Failure => (
            "Failures worth telling",
            "Somebody will ask for one. These say what went wrong, and what you learned.",
        ),
        RemarkKind::Unplaced => (
            "What could not be placed",
            "It stood in the file that was imported, and was kept as it was.",
        ),
    }
}

/// The remarks by kind, in the kinds' order.
pub(crate) fn remarks(take: &Take) -> BTreeMap<RemarkKind, Vec<&Remark>> {
    let mut groups: BTreeMap<RemarkKind, Vec<&Remark>> = BTreeMap::new();
    for remark in &take.remarks {
        groups.entry(remark.kind).or_default().push(remark);
    }
    groups
}

/// A day as it is written there; what is none stays as it is.
pub(crate) fn day(day: &str, locale: &Locale) -> String {
    let read: Option<Date> = day.trim().parse().ok();
    read.map_or_else(|| day.trim().to_owned(), |day| locale.date(day))
}

/// Who asked a question in an interview, when, and how it went.
pub(crate) fn heard(heard: &Heard, locale: &Locale) -> String {
    let mut told = vec![heard.who()];
    told.extend(heard.day.as_deref().map(|of| day(of, locale)));
    told.retain(|part| !part.trim().is_empty());
    let went = capital(heard.went.words());
    match told.is_empty() {
        true => format!("{went}."),
        false => format!("{}. {went}.", told.join(", ")),
    }
}

/// A story's title, else its file.
pub(crate) fn titled<'t>(title: &'t str, path: &'t str) -> &'t str {
    let title = title.trim();
    if title.is_empty() { path } else { title }
}

/// The title of a bar, else its name.
pub(crate) fn bar(bar: &BarTake) -> &str {
    titled(&bar.title, &bar.name)
}
