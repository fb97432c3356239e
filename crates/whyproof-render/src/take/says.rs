//! What a take is told in, on a page and on paper alike.

use std::collections::BTreeMap;
#[cfg(feature = "pdf")]
use std::collections::BTreeSet;

use jiff::civil::Date;
use whyproof_case::{capital, counted, list};
use whyproof_experience::debrief::Heard;
use whyproof_experience::{
    BarTake, CriterionTake, Gap, Level, NO_STORY, Quote, Reading, Remark, RemarkKind, Take,
};

use crate::locale::Locale;

/// How many words that met are named for a sentence.
const MET: usize = 6;

/// What the reader holds.
pub(crate) const KIND: &str = "A take on a background";

/// What the three levels mean: it stands where a reader meets them first.
pub(crate) const KEY: [(Level, &str); 3] = [
    (
        Level::Shown,
        "a story of yours tells it, and leads to evidence that a reader could check",
    ),
    (
        Level::Claimed,
        "your own words tell it, and a reader has to take your word for it",
    ),
    (
        Level::NotShown,
        "nothing that was read tells it: a reader would have to ask",
    ),
];

/// What a bar is.
pub(crate) const BAR: &str = "A bar is what somebody in this work is held to, point by point.";

/// What stands at the end, a paragraph each.
pub(crate) const FOOT: [&str; 3] = [
    "Whether what was read is below the bar, meets it or raises it, people say, under their names. There is no score.",
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

/// Why a sentence was read as it was, in a sentence for each way.
pub(crate) fn readings(quote: &Quote) -> String {
    let mut kinds = Vec::new();
    let mut told = Vec::new();
    for reading in &quote.readings {
        match reading {
            Reading::Kind(kind) => kinds.push(kind.trim().trim_start_matches("it was ")),
            Reading::Words(met) => told.push(words(met)),
            // Where it stands is said before.
            Reading::Part(part) if part.trim() == quote.part.trim() && quote.readings.len() > 1 => {
            }
            Reading::Part(part) => told.push(format!("It stands under “{}”.", part.trim())),
            Reading::Meaning { near, met } => {
                told.push(format!(
                    "Near in meaning, as the model on this machine measures it ({near:.2} of 1)."
                ));
                told.extend((!met.is_empty()).then(|| words(met)));
            }
        }
    }
    if !kinds.is_empty() {
        told.insert(0, format!("Read as: {}.", kinds.join("; ")));
    }
    told.join(" ")
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
    let noun = if met.len() == 1 { "Word" } else { "Words" };
    format!("{noun} that met: {}{more}.", words.join(", "))
}

/// Where a sentence stands, for people: its story and the part of it, else the part of the résumé, else the file.
pub(crate) fn place(take: &Take, quote: &Quote) -> String {
    let part = quote.part.trim();
    match (story(take, quote), part) {
        (Some(title), "") => format!("“{title}”"),
        (Some(title), part) => format!("“{title}”, under “{part}”"),
        (None, "") => at(quote.path.trim(), quote.line),
        (None, part) => part.to_owned(),
    }
}

/// The title of the story that a sentence stands in.
fn story<'t>(take: &'t Take, quote: &Quote) -> Option<&'t str> {
    quote.story?;
    let mut stories = take.matrix.columns.iter();
    let (_, title) = stories.find(|(path, _)| *path == quote.path)?;
    Some(title.trim()).filter(|title| !title.is_empty())
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
pub(crate) fn more(more: &[Quote]) -> Option<String> {
    let counted = counted(more.len(), "more sentence", "more sentences");
    (!more.is_empty()).then(|| format!("And {counted}"))
}

/// Where sentences stand: each file once, with its lines. Files of which the lines mean nothing are left out.
#[cfg(feature = "pdf")]
pub(crate) fn lines(quotes: &[Quote]) -> Option<String> {
    let mut files: Vec<(&str, BTreeSet<u32>)> = Vec::new();
    for quote in quotes {
        let Some(line) = quote.line else { continue };
        match files.iter_mut().find(|(path, _)| *path == quote.path) {
            Some((_, lines)) => drop(lines.insert(line)),
            None => files.push((&quote.path, BTreeSet::from([line]))),
        }
    }
    let told = files.iter().map(|(path, lines)| {
        let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
        let noun = if lines.len() == 1 { "line" } else { "lines" };
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        format!("{path}, {noun} {}", list(&lines))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// What is said where nothing tells a criterion: with what it was read as asking for, where a rule reads it.
pub(crate) fn nothing(one: &CriterionTake) -> String {
    let says: Vec<&str> = one.read_as.iter().map(String::as_str).collect();
    match says.as_slice() {
        [] => "Nothing that was read tells this.".to_owned(),
        says => format!(
            "Nothing that was read tells this. It was read as asking for {}.",
            list(says)
        ),
    }
}

/// Whether remarks of a kind are on everything that was read: then they need not be told one by one.
pub(crate) fn is_of_all(take: &Take, kind: RemarkKind) -> bool {
    kind == RemarkKind::NoStory && !take.matrix.has_stories()
}

/// What is said where no line has a story.
pub(crate) fn of_all(lines: usize) -> String {
    let lines = counted(lines, "line stands", "lines stand");
    format!("There is no story yet: {lines} without one.")
}

/// A criterion's title, whole: a job's sentence that was cut to be a title is told to its end.
pub(crate) fn heading(one: &CriterionTake) -> &str {
    let title = titled(&one.title, &one.id);
    whole(title, [one.from.as_deref(), Some(&one.meets)])
}

/// A title, told to its end by one of some sentences where it was cut.
pub(crate) fn whole<'t>(title: &'t str, whole: [Option<&'t str>; 2]) -> &'t str {
    let Some(begun) = title.strip_suffix('…') else {
        return title;
    };
    let mut whole = whole.into_iter().flatten().map(str::trim);
    let whole = whole.find(|words| words.starts_with(begun.trim_end()));
    whole.map_or(title, |words| words.trim_end_matches(['.', ';']))
}

/// What meeting the bar looks like, where the heading does not say it.
pub(crate) fn meets(one: &CriterionTake) -> Option<&str> {
    let meets = one.meets.trim();
    (!meets.is_empty() && !is_same(meets, heading(one))).then_some(meets)
}

/// The job's sentence, where neither the heading nor what meets it says it.
pub(crate) fn from(one: &CriterionTake) -> Option<&str> {
    let from = one.from.as_deref()?.trim();
    let is_new = !is_same(from, heading(one)) && !is_same(from, &one.meets);
    (!from.is_empty() && is_new).then_some(from)
}

/// What is said where a job does not ask for it.
pub(crate) fn welcome(one: &CriterionTake) -> Option<&'static str> {
    one.wish
        .then_some("It would be welcome; it is not asked for.")
}

/// What is missing, without the words of the criterion, which stand above it, and without what is said of the whole bar.
pub(crate) fn missing<'t>(bar: &BarTake, one: &'t CriterionTake) -> Vec<&'t str> {
    let own = [heading(one), one.meets.trim()];
    let own = own.map(|words| words.trim_end_matches(['.', ';']));
    let is_told = |words: &&str| {
        let bare = words.trim().trim_end_matches(['.', ';']);
        let again = own.iter().any(|own| !own.is_empty() && bare.ends_with(own));
        !(again && one.found.is_empty())
    };
    let once = bar.is_on_your_word();
    let all = one.missing.iter().map(String::as_str);
    all.filter(is_told)
        .filter(|words| !(once && *words == NO_STORY))
        .collect()
}

/// Whether two sentences are the same but for capitals and their ends.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let bare = |words: &str| words.trim().trim_end_matches(['.', ';']).to_lowercase();
    bare(one) == bare(other)
}

/// The titles of requirements, by their ids.
pub(crate) fn requirements<'t>(take: &'t Take, ids: &'t [String]) -> Vec<&'t str> {
    ids.iter().map(|id| requirement(take, id)).collect()
}

/// The title of a requirement, whole, by its id.
pub(crate) fn requirement<'t>(take: &'t Take, id: &'t str) -> &'t str {
    let mut criteria = take.bars.iter().flat_map(|bar| &bar.criteria);
    let mut rows = take.matrix.requirements.iter();
    criteria
        .find(|one| one.id == id)
        .map(heading)
        .or_else(|| rows.find(|row| row.0 == id).map(|row| titled(&row.1, id)))
        .unwrap_or(id)
}

/// For which of a chosen story's requirements another could be told.
pub(crate) fn second(covers: usize, of: usize) -> String {
    match covers {
        all if all >= of => "for the same".to_owned(),
        some => format!("for {some} of these {of}"),
    }
}

/// The title of a gap's criterion, whole.
pub(crate) fn gap<'t>(take: &'t Take, gap: &'t Gap) -> &'t str {
    let bar = take.bars.iter().find(|bar| bar.name == gap.bar);
    let mut criteria = bar.into_iter().flat_map(|bar| &bar.criteria);
    let criterion = criteria.find(|one| one.id == gap.criterion);
    criterion.map_or_else(|| titled(&gap.title, &gap.criterion), heading)
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
            "It stands in what was read, and was kept as it is.",
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

/// What is said alike of each of several remarks, to be said once.
pub(crate) fn same<'r>(remarks: &[&'r Remark]) -> Option<&'r str> {
    let first = remarks.first()?;
    let alike = remarks.iter().all(|one| one.says == first.says);
    (alike && remarks.len() > 1).then_some(first.says.as_str())
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
