//! Words of scope in what somebody tells: how much of it was theirs, what they began, how far it reached.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::token::{Token, tokens};

/// How far behind a helping word a word of scope is still what was helped with: *helped the team to launch*.
const HELPED: usize = 4;
/// How far behind *not* a word is denied.
const DENIED: usize = 4;

/// Words that mean a like thing, from weak to strong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Family {
    /// What it is called.
    pub(crate) name: String,
    levels: Vec<Vec<String>>,
    base: Vec<String>,
    also: Vec<String>,
    /// From which level a line needs a source.
    pub(crate) tie: usize,
    /// Whether the source must say that the person did it.
    pub(crate) own: bool,
    /// A change in numbers that supports it.
    #[serde(default)]
    pub(crate) change: Option<Change>,
}

/// Which way numbers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Change {
    /// Up.
    Rise,
    /// Down.
    Fall,
    /// Either.
    Any,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Families {
    family: Vec<Family>,
}

/// How a phrase is read where it stands.
#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<String>,
    family: usize,
    level: usize,
    is_base: bool,
    is_also: bool,
}

struct Lexicon {
    families: Vec<Family>,
    /// Phrases by their first word, longest first.
    phrases: BTreeMap<String, Vec<Phrase>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let read: Families =
        toml::from_str(include_str!("scope.toml")).unwrap_or(Families { family: Vec::new() });
    let mut phrases: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
    for (family, it) in read.family.iter().enumerate() {
        let top = it.levels.len().saturating_sub(1);
        let levels = it.levels.iter().enumerate();
        let levels =
            levels.flat_map(|(level, words)| words.iter().map(move |w| (w, level, false, false)));
        let base = it.base.iter().map(|word| (word, top, true, false));
        let also = it.also.iter().map(|word| (word, top, false, true));
        for (words, level, is_base, is_also) in levels.chain(base).chain(also) {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let first = words.first().cloned().unwrap_or_default();
            phrases.entry(first).or_default().push(Phrase {
                words,
                family,
                level,
                is_base,
                is_also,
            });
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }
    Lexicon {
        families: read.family,
        phrases,
    }
});

/// The family at a place.
pub(crate) fn family(at: usize) -> &'static Family {
    &LEXICON.families[at]
}

/// Whose doing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The teller's: *I*, or nobody is named, as in a line of a résumé.
    Own,
    /// The teller's and others': *we*.
    Shared,
    /// Somebody else's.
    Other,
}

/// A word of scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scope {
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
    /// The same with the helping word before it, or the preposition behind it.
    pub(crate) whole: Range<usize>,
    /// Its family.
    pub(crate) family: usize,
    /// Its level in it.
    pub(crate) level: usize,
    /// Whether it only supports: a line may have it without a source.
    pub(crate) is_also: bool,
    /// Whether it says that somebody helped with it.
    pub(crate) assisted: bool,
    /// Whether it is denied.
    pub(crate) denied: bool,
    /// Who did it.
    pub(crate) whose: Whose,
}

/// The words of scope of a sentence or a line, in order.
pub(crate) fn scopes(text: &str) -> Vec<Scope> {
    let all = tokens(text);
    // Hyphens join words: `company-wide` is two.
    let words: Vec<&Token<'_>> = all.iter().filter(|token| token.text != "-").collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut end = at + 1;
        for phrase in at_word(&words, at) {
            end = end.max(at + phrase.words.len());
            found.push(read(&words, at, phrase, &found));
        }
        at = end;
    }
    found
}

/// The phrases that begin at a word: the longest, and others of its length.
fn at_word<'l>(words: &[&Token<'_>], at: usize) -> Vec<&'l Phrase> {
    let token = words[at];
    let shouted = token.text.len() > 1 && !token.text.chars().any(char::is_lowercase);
    let Some(list) = LEXICON.phrases.get(&token.lower).filter(|_| !shouted) else {
        return Vec::new();
    };
    let is_here = |phrase: &&Phrase| {
        let mut rest = phrase.words.iter().enumerate();
        rest.all(|(more, word)| {
            words
                .get(at + more)
                .is_some_and(|token| token.lower == *word)
        }) && is_meant(words, at, phrase)
    };
    let mut here: Vec<&Phrase> = list.iter().filter(is_here).collect();
    let longest = here.first().map_or(0, |phrase| phrase.words.len());
    here.retain(|phrase| phrase.words.len() == longest);
    here
}

/// Whether words that are other words too are meant as words of scope.
fn is_meant(words: &[&Token<'_>], at: usize, phrase: &Phrase) -> bool {
    let before = at.checked_sub(1).map_or("", |at| words[at].lower.as_str());
    let after = words
        .get(at + phrase.words.len())
        .map_or("", |token| token.lower.as_str());
    match phrase.words[0].as_str() {
        // *It led to a fall*, *I managed to persuade*.
        "led" | "lead" | "leading" | "managed" | "manage" if after == "to" => return false,
        // *Every week* is how often.
        "every" | "each" | "all" | "whole" => {
            let often = [
                "day",
                "week",
                "weeks",
                "month",
                "months",
                "quarter",
                "year",
                "hour",
                "time",
                "morning",
                "evening",
                "night",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "day's",
                "minute",
            ];
            if often.contains(&after) || before == "at" || before == "after" || before == "not" {
                return false;
            }
        }
        // *At best*, *best practice*.
        "best" if before == "at" || after.starts_with("practi") => return false,
        // *Did not* denies what follows.
        "did" if after == "not" => return false,
        _ => {}
    }
    let base_after = ["", "i", "we", "to", "and", "by", ";", ".", "helped", "help"];
    !phrase.is_base || base_after.contains(&before)
}

fn read(words: &[&Token<'_>], at: usize, phrase: &Phrase, before: &[Scope]) -> Scope {
    let end = at + phrase.words.len();
    let start = words[at].at.start;
    let stop = words[end - 1].at.end;
    let mut whole = start..stop;
    let helper = helper(words, at, phrase, before);
    if let Some(helper) = helper {
        whole.start = helper;
    }
    let weak = phrase.family == 0 && phrase.level < 2;
    if let Some(next) = words.get(end).filter(|_| weak)
        && matches!(next.lower.as_str(), "with" | "to" | "on" | "in")
    {
        whole.end = next.at.end;
        // *Helped to build* is one thing.
        if let Some(verb) = words
            .get(end + 1)
            .filter(|verb| next.lower == "to" && verb.is_word())
        {
            let names =
                ["the", "a", "an", "this", "our", "my", "it"].contains(&verb.lower.as_str());
            whole.end = if names { whole.end } else { verb.at.end };
        }
    }
    Scope {
        at: start..stop,
        whole,
        family: phrase.family,
        level: phrase.level,
        is_also: phrase.is_also,
        assisted: helper.is_some(),
        denied: is_denied(words, at),
        whose: whose(words, at, end),
    }
}

/// Where the helping word stands that a word of scope is what was helped with.
fn helper(words: &[&Token<'_>], at: usize, phrase: &Phrase, before: &[Scope]) -> Option<usize> {
    if at > 0 && words[at - 1].lower == "co" {
        return Some(words[at - 1].at.start);
    }
    let from = at.saturating_sub(HELPED);
    let last = before.iter().rev().find(|it| it.family == 0)?;
    let is_near = words[from..at]
        .iter()
        .position(|token| token.at.start == last.at.start)?;
    let between = &words[from + is_near + 1..at];
    // *Helped the team, and led it*: what follows is no more what was helped with.
    let joined = between.iter().any(|token| {
        token.is_stop() || matches!(token.lower.as_str(), "and" | "i" | "who" | "that")
    });
    let is_self = last.family == phrase.family && last.level == phrase.level;
    (last.level < 2 && !joined && !is_self).then_some(last.at.start)
}

fn is_denied(words: &[&Token<'_>], at: usize) -> bool {
    let from = at.saturating_sub(DENIED);
    let near = words[from..at]
        .iter()
        .rev()
        .take_while(|token| !token.is_stop());
    let mut near = near.take_while(|token| !matches!(token.lower.as_str(), "and" | "but" | "then"));
    near.any(|token| {
        let word = token.lower.as_str();
        matches!(
            word,
            "not" | "never" | "nobody" | "without" | "cannot" | "nor" | "neither"
        ) || word.ends_with("n't")
    })
}

/// Who did what a verb says: the nearest subject before it.
fn whose(words: &[&Token<'_>], at: usize, end: usize) -> Whose {
    if words.get(end).is_some_and(|token| token.lower == "by") {
        let next = words.get(end + 1).map_or("", |token| token.lower.as_str());
        return if next == "me" {
            Whose::Own
        } else {
            Whose::Other
        };
    }
    let start = words[..at]
        .iter()
        .rposition(|token| matches!(token.text, "." | "!" | "?" | ";" | ":"));
    let clause = &words[start.map_or(0, |at| at + 1)..at];
    // *I asked her and led it*: past a joint with nothing behind it, objects are no subjects.
    let mut past_joint = false;
    let mut noun = false;
    for (back, token) in clause.iter().rev().enumerate() {
        match token.lower.as_str() {
            "co" => {}
            "i" | "i've" | "i'd" => return Whose::Own,
            "we" | "we've" | "we'd" => return Whose::Shared,
            "he" | "she" | "they" => return Whose::Other,
            "it" | "you" | "who" | "which" | "that" | "nobody" | "somebody" | "someone"
            | "others"
                if !past_joint =>
            {
                return Whose::Other;
            }
            "and" | "," | "then" | "but" | "or" => {
                if noun {
                    return Whose::Other;
                }
                past_joint = true;
            }
            "while" | "when" | "because" | "after" | "before" | "until" | "as" | "where"
                if !past_joint =>
            {
                return if noun { Whose::Other } else { Whose::Own };
            }
            "the" | "my" | "our" | "his" | "her" | "their" | "another" | "a" | "an"
                if !past_joint =>
            {
                noun = true
            }
            _ => {
                let first = back + 1 == clause.len();
                let named = token.is_word() && token.text.starts_with(char::is_uppercase);
                // A sentence's first word is a name where the verb follows it: *Maria led*; *Finally led* is not.
                let verb = ["ly", "ed", "ing"]
                    .iter()
                    .any(|end| token.lower.ends_with(end))
                    || LEXICON.phrases.contains_key(&token.lower);
                if named && !past_joint && (!first || (back == 0 && !verb)) {
                    noun = true;
                }
            }
        }
    }
    if noun { Whose::Other } else { Whose::Own }
}
