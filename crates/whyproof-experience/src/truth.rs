//! Whether a line says no more than what it rests on: its numbers and its words of scope are in the story that it is
//! tied to, or in the imported line that it was changed from. A line that was imported is its own source, wherever in the
//! résumé the person has put it; where nothing was imported, the lines are the person's own words.

mod content;
mod imported;
mod nearest;
mod number;
mod scope;
mod source;
#[cfg(test)]
mod tests;
mod token;
mod withdrawn;

use std::ops::Range;

use whyproof_case::list;

use crate::Background;
use crate::background::same;
use crate::cut;
use crate::resume::LineId;

use imported::Imported;
use number::{Hedge, Quantity, Unit, numbers};
use scope::{Change, Scope, Whose, family, scopes};
use source::{Source, Sources};

pub(crate) use content::terms;
pub use withdrawn::withdrawn;

/// What numbers a line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// None.
    Nothing,
    /// One that is no year.
    Number,
    /// A change: from one to another, by a share, or so many times.
    Change,
}

impl Told {
    /// Reads a line.
    pub(crate) fn of(line: &str) -> Told {
        let read = numbers(line);
        let is_share =
            |it: &Quantity| matches!(it.unit, Unit::Percent | Unit::Points | Unit::Times);
        if !read.changes.is_empty() || read.found.iter().any(is_share) {
            Told::Change
        } else if read.found.iter().any(|it| !it.is_year()) {
            Told::Number
        } else {
            Told::Nothing
        }
    }
}

/// A line that says more than what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which line.
    pub line: LineId,
    /// Its words.
    pub words: String,
    /// What is wrong with it, a sentence or two.
    pub says: String,
    /// The nearest wording that its source supports, where there is a source.
    pub nearest: Option<String>,
}

/// What a line says that its source does not.
#[derive(Debug, Clone, PartialEq)]
struct Fault {
    /// Where it stands in the line.
    at: Range<usize>,
    /// What is wrong, without a stop.
    says: String,
    /// The source's own words in its place.
    instead: Option<String>,
}

/// The lines of a résumé that say more than what they rest on, in order.
pub fn check(background: &Background) -> Vec<Refusal> {
    let Some(life) = &background.life else {
        return Vec::new();
    };
    let mut sources = Sources::new(background);
    let imported = Imported::of(&life.own);
    let by_hand = life.own.is_by_hand();
    let mut refusals = Vec::new();
    for line in life.resume.lines() {
        let words = cut::whole(line.text);
        let mut notes = life.own.lines.iter();
        let note = notes.find(|note| same(&cut::whole(&note.line), &words));
        let story = note.and_then(|note| note.story.as_deref());
        // What was never imported are the person's own words: only what they tied to a story is held against it.
        let is_own = by_hand && story.is_none();
        if is_own || note.is_some_and(|note| note.from.is_some()) || imported.has(&words) {
            continue;
        }
        let refused = match sources.of(&life.own, &words, story) {
            Ok(source) => held(&words, &source, source::is_list(line.id.section)),
            Err(missing) => Some((missing, None)),
        };
        if let Some((says, nearest)) = refused {
            refusals.push(Refusal {
                line: line.id,
                words,
                says,
                nearest,
            });
        }
    }
    refusals
}

/// How many lines of a résumé that was written by hand say a number or a word of scope and are tied to no story.
pub fn on_their_word(background: &Background) -> usize {
    let Some(life) = background
        .life
        .as_ref()
        .filter(|life| life.own.is_by_hand())
    else {
        return 0;
    };
    let is_tied = |words: &str| {
        let mut notes = life.own.lines.iter();
        notes.any(|note| note.story.is_some() && same(&cut::whole(&note.line), words))
    };
    let lines = life.resume.lines();
    let bare = lines.iter().filter(|line| {
        let words = cut::whole(line.text);
        !is_tied(&words) && untied(&words, source::is_list(line.id.section)).is_some()
    });
    bare.count()
}

/// What `theirs` says that `mine` does not, where it says more: for words that would stand in the place of others.
pub(crate) fn more(mine: &str, theirs: &str) -> Option<String> {
    let source = Source::words("your own words", mine);
    faults(theirs, &source)
        .into_iter()
        .next()
        .map(|fault| fault.says)
}

/// What a line says too much, and the nearest wording that its source supports.
fn held(words: &str, source: &Source, is_list: bool) -> Option<(String, Option<String>)> {
    if source.sentences.is_empty() {
        return untied(words, is_list).map(|says| (says, None));
    }
    let faults = faults(words, source);
    let first: Vec<&str> = faults.iter().map(|fault| fault.says.as_str()).collect();
    let says =
        (!first.is_empty()).then(|| whyproof_case::capital(&format!("{}.", first.join("; "))))?;
    Some((says, nearest::wording(words, &faults, source)))
}

/// What needs a source, where there is none.
fn untied(words: &str, is_list: bool) -> Option<String> {
    let numbers = numbers(words).found.into_iter();
    // In a list of skills a number is part of a name: `ISO 9001`.
    let numbers = numbers
        .filter(|it| !is_list || it.unit != Unit::Count)
        .map(|it| it.at);
    let scopes = scopes(words).into_iter();
    let scopes = scopes.filter(needs_source).map(|it| it.at);
    let mut all: Vec<Range<usize>> = numbers.chain(scopes).collect();
    all.sort_by_key(|at| (at.start, at.end));
    all.dedup_by(|next, before| next.start < before.end);
    let said: Vec<String> = all
        .into_iter()
        .map(|at| format!("“{}”", &words[at]))
        .collect();
    let needs = if said.len() == 1 { "needs" } else { "need" };
    (!said.is_empty()).then(|| {
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        format!(
            "{} {needs} a source: tie the line to a story that tells it.",
            list(&said)
        )
    })
}

fn needs_source(it: &Scope) -> bool {
    !it.is_also && !it.denied && it.level >= family(it.family).tie
}

/// What a line says that a source does not, in the line's order.
fn faults(words: &str, source: &Source) -> Vec<Fault> {
    if source
        .sentences
        .iter()
        .any(|sentence| source::alike(&sentence.words, words))
    {
        return Vec::new();
    }
    let closest = source.closest(words);
    let said = numbers(words);
    let mut faults: Vec<Fault> = Vec::new();
    for quantity in &said.found {
        faults.extend(number_fault(words, quantity, source, closest));
    }
    for scope in scopes(words) {
        // A word that is a number, too, as *doubled*, is found once.
        let is_told = faults
            .iter()
            .any(|fault| fault.at.start < scope.at.end && scope.at.start < fault.at.end);
        let as_number = said.found.iter().any(|it| it.at == scope.at);
        if !is_told && !as_number {
            faults.extend(scope_fault(words, &scope, source, closest));
        }
    }
    faults.sort_by_key(|fault| fault.at.start);
    faults
}

fn number_fault(
    words: &str,
    line: &Quantity,
    source: &Source,
    closest: Option<usize>,
) -> Option<Fault> {
    let said = &words[line.at.clone()];
    let all = || {
        source
            .sentences
            .iter()
            .flat_map(|one| one.numbers.found.iter().map(move |it| (one, it)))
    };
    let told = all().any(|(_, it)| line.is_in(it)) || source.years(line) || derived(line, source);
    let counted = nearest::counted(words, line);
    let is_theirs = counted.is_empty() || counted.iter().any(|stem| source.stems.contains(stem));
    if told && (line.unit != Unit::Count || is_theirs || line.is_year()) {
        return None;
    }
    let name = &source.name;
    let instead = nearest::number(words, line, source, closest);
    let hedged = all().find(|(_, it)| it.equals(line) && !line.is_in(it));
    let says = match (hedged, told) {
        (_, true) => format!("“{said}” counts something else than {name} does"),
        (Some((one, it)), _) => {
            let theirs = &one.words[it.at.clone()];
            let verb = if it.hedge == Hedge::Exact || line.hedge == Hedge::Exact {
                "says more than"
            } else {
                "is not"
            };
            format!("“{said}” {verb} “{theirs}” in {name}")
        }
        _ => format!("“{said}” is not in {name}"),
    };
    Some(Fault {
        at: line.at.clone(),
        says,
        instead,
    })
}

/// Whether a share or a factor follows from a change that the source tells: *from 50 to 30* is 40 % less.
fn derived(line: &Quantity, source: &Source) -> bool {
    let loose = matches!(
        line.hedge,
        Hedge::Exact | Hedge::About | Hedge::AtLeast | Hedge::Nearly
    );
    if line.low != line.high || !loose {
        return false;
    }
    let sentences = source.sentences.iter();
    let mut changes = sentences.flat_map(|one| {
        let found = &one.numbers.found;
        one.numbers
            .changes
            .iter()
            .map(|(from, to)| (&found[*from], &found[*to]))
    });
    changes.any(|(from, to)| {
        let is_plain = from.hedge == Hedge::Exact
            && to.hedge == Hedge::Exact
            && from.low != 0.0
            && to.low != 0.0;
        let change = (to.low - from.low).abs() / from.low * 100.0;
        let factor = to.low / from.low;
        let rounded = |value: f64| {
            let scale = 10f64.powi(line.decimals.min(6) as i32);
            let value = match line.hedge {
                Hedge::AtLeast => (value * scale).floor(),
                _ => (value * scale).round(),
            };
            value / scale
        };
        is_plain
            && match line.unit {
                Unit::Percent => rounded(change) == line.low,
                Unit::Times => {
                    (factor - line.low).abs() < 1e-9 || (1.0 / factor - line.low).abs() < 1e-9
                }
                _ => false,
            }
    })
}

fn scope_fault(
    words: &str,
    line: &Scope,
    source: &Source,
    closest: Option<usize>,
) -> Option<Fault> {
    if line.is_also || line.denied {
        return None;
    }
    let family = family(line.family);
    let good = |it: &Scope| supports(it, line);
    let near = closest.map(|at| &source.sentences[at]);
    let near_good =
        near.is_some_and(|one| one.scopes.iter().any(good) || changes(family.change, one));
    // What the closest sentence tells of the same thing goes before what others tell of other things.
    let weaker = near.filter(|_| !near_good).and_then(|one| {
        let weaker = one
            .scopes
            .iter()
            .filter(|it| !it.denied && is_weaker(it, line));
        let found = weaker.min_by_key(|it| it.family != line.family)?;
        Some((one, found))
    });
    let needed = needs_source(line);
    let told = || {
        source
            .sentences
            .iter()
            .any(|one| one.scopes.iter().any(good) || changes(family.change, one))
    };
    if near_good || (weaker.is_none() && (!needed || told())) {
        return None;
    }
    let said = &words[line.at.clone()];
    let name = &source.name;
    let says = match &weaker {
        Some((one, it)) => format!(
            "“{said}” says more than “{}” in {name}",
            &one.words[it.whole.clone()]
        ),
        None => format!("“{said}” is not what {name} tells"),
    };
    let at = if line.assisted {
        line.whole.clone()
    } else {
        line.at.clone()
    };
    let instead = weaker.and_then(|(one, it)| nearest::verb(&words[at.end..], one, it));
    Some(Fault { at, says, instead })
}

/// Whether a word of a source supports one of a line.
fn supports(it: &Scope, line: &Scope) -> bool {
    let whose = !family(line.family).own
        || it.whose == Whose::Own
        || (it.whose == Whose::Shared && line.family != 0);
    it.family == line.family
        && it.level >= line.level
        && !it.denied
        && (!it.assisted || line.assisted)
        && (whose || (line.family != 0 && it.is_also && it.whose != Whose::Other))
}

/// Whether a word of a source says less of what a word of a line says: it is of a lower level, or only helped with.
fn is_weaker(it: &Scope, line: &Scope) -> bool {
    let lower = it.family == line.family && it.level < line.level;
    let helped = it.family == line.family && it.assisted && !line.assisted;
    let helper = it.family == 0 && it.level < 2 && family(line.family).own && !line.assisted;
    (lower || helped || helper) && it.whose != Whose::Other
}

/// Whether a sentence tells a change in numbers that goes the way.
fn changes(way: Option<Change>, one: &source::Sentence) -> bool {
    let found = &one.numbers.found;
    way.is_some_and(|way| {
        one.numbers.changes.iter().any(|(from, to)| {
            let (from, to) = (found[*from].low, found[*to].low);
            match way {
                Change::Rise => to > from,
                Change::Fall => to < from,
                Change::Any => to != from,
            }
        })
    })
}
