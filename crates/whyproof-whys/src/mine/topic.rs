//! What a short speech is about: the nouns that most of its lines have, as they can be said by themselves.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::english::{Class, Shape, Token, can, class, is_adverb, is_finite_at, is_plural};
use crate::likeness::{COMMON, Content, stem};
use crate::material::Slot;

use super::sentence::{Sentence, Sentences, after_speaker};

/// Most words of a topic.
const LONGEST: usize = 3;

/// Nouns that say nothing of what a speech is about, divided by spaces.
const EMPTY: &str = "best hundreds millions respect rest thousands worst discussion issue issues reality imagination anybody anything april argument august beginning bit bullshit case cases comment course crap day days december \
    difference everybody everything example exception exceptions experience fact facts february friday god good \
    guy guys history hour hours idea idiot idiots interests january july june kind kinds liar look lot lots march \
    matter minute minutes mister moment monday month months moron morons nobody november number october opinion \
    paragraph part parts people person place point post pound president problem problems question questions reason \
    reasons reply same saturday secretary senator sense sentence september shit side somebody someone something \
    sort sorts statement step steps stuff sunday thank thanks thing things thursday time times today tomorrow \
    tonight tuesday view views way ways wednesday week weeks word words world year years yes yesterday";

/// Adjectives that say no kind, for all their ending.
const PLAIN: &str = "actual basic critical crucial equal essential familiar fantastic final formal general normal original \
    particular personal popular potential real regular several similar special specific terrific total tragic \
    typical unusual usual whole";

/// How many, in words: *two clerks* are clerks.
const COUNTS: &str = "one two three four five six seven eight nine ten dozen hundred thousand million billion trillion \
    half";

/// A thing that a speech is about.
#[derive(Debug, Clone)]
pub(super) struct Topic {
    /// Its words, as they stand in a line.
    pub(super) slot: Slot,
    /// The same, to be compared with those of a line.
    content: Content,
    /// How many lines speak of it.
    lines: usize,
}

/// One place of a noun that can be said by itself.
struct Place {
    head: String,
    slot: Slot,
    /// How well it is said by itself: a plural best, then a name and *the*, then *a*.
    form: u8,
}

/// What `sentences` are about, first what most of them are.
pub(super) fn topics(sentences: &Sentences) -> Vec<Topic> {
    let mut in_lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut best: BTreeMap<String, (usize, Place)> = BTreeMap::new();
    let speakers: BTreeSet<String> = sentences
        .all
        .iter()
        .filter_map(|s| s.speaker.as_ref())
        .map(|speaker| speaker.text.to_lowercase())
        .collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut order = 0;
    for sentence in &sentences.all {
        for word in Content::of(&sentence.text).words() {
            *in_lines.entry(word.to_owned()).or_default() += 1;
        }
        for place in places(sentences, sentence) {
            order += 1;
            if speakers.contains(&place.slot.text.to_lowercase()) {
                continue;
            }
            *times.entry(place.head.clone()).or_default() += 1;
            let known = best.get(&place.head).map_or(0, |(_, known)| known.form);
            if place.form > known {
                best.insert(place.head.clone(), (order, place));
            }
        }
    }
    let of = |count: &BTreeMap<String, usize>, head: &str| count.get(head).copied().unwrap_or(0);
    let mut found: Vec<(usize, Place)> = best.into_values().collect();
    // A noun of many lines first, then one that is often one, then one that is said well by itself, then the more
    // exact, then the earlier.
    found.sort_by_key(|(order, place)| {
        let counts = [
            of(&in_lines, &place.head),
            of(&times, &place.head),
            usize::from(place.form),
            place.slot.text.split(' ').count().min(2),
        ];
        (Reverse(counts), *order)
    });
    let topic = |(_, place): (usize, Place)| Topic {
        content: Content::of(&place.slot.text),
        lines: of(&in_lines, &place.head),
        slot: place.slot,
    };
    found.into_iter().map(topic).collect()
}

/// The first two of `topics` that say what `line` does not, and not the same. What only one line speaks of is not what
/// the speech is about; it is named where `least` is one, of a line that does not say what it speaks of.
pub(super) fn beside<'a>(topics: &'a [Topic], line: &Content, least: usize) -> Vec<&'a Topic> {
    let mut found: Vec<&Topic> = Vec::new();
    for topic in topics.iter().filter(|topic| topic.lines >= least) {
        let shares = |other: &Content| topic.content.words().any(|word| other.has(word));
        if !shares(line) && !found.iter().any(|other| shares(&other.content)) {
            found.push(topic);
        }
        if found.len() == 2 {
            break;
        }
    }
    found
}

/// The nouns of a line that can be said by themselves.
fn places(sentences: &Sentences, sentence: &Sentence) -> Vec<Place> {
    let tokens = &sentence.tokens;
    let opens = after_speaker(tokens);
    let mut found = Vec::new();
    for at in opens..tokens.len() {
        if !is_head(tokens, at, opens) {
            continue;
        }
        let from = (opens..at)
            .rev()
            .take(LONGEST - 1)
            .take_while(|i| modifies(tokens, *i, opens))
            .last()
            .unwrap_or(at);
        let Some((from, form)) = said_alone(tokens, from, at, opens) else {
            continue;
        };
        let named = is_name(tokens, from, opens);
        let as_written = sentence.text.get(tokens[from].start..tokens[at].end);
        if let Some(mut slot) = sentences.words(sentence, from, at + 1) {
            // A name keeps its capitals.
            if let Some(name) = as_written.filter(|_| named) {
                name.clone_into(&mut slot.text);
            }
            let head = stem(&tokens[at].lower);
            found.push(Place { head, slot, form });
        }
    }
    found
}

/// Whether the token at `at` ends a noun phrase.
fn is_head(tokens: &[Token], at: usize, opens: usize) -> bool {
    let token = &tokens[at];
    let named = is_name(tokens, at, opens);
    let next = tokens.get(at + 1);
    let ends = next.is_none_or(|next| {
        let goes_on = if named {
            is_name(tokens, at + 1, opens)
        } else {
            is_noun(next) && !is_finite_at(tokens, at + 1)
        };
        !goes_on && !next.any(&["-", "’", "'", "/", "of"])
    });
    // *The workers need it*: a verb.
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let after_plural =
        before.is_some_and(|t| class(&t.lower) == Class::Open && ends_in_s(&t.lower));
    let describes = named && can(&token.lower).adjective && next.is_some_and(Token::is_wordy);
    ends && !describes
        && (named || (is_noun(token) && !(after_plural && is_verb(&token.lower))))
        && !is_listed(EMPTY, &token.lower)
        && !is_listed(COUNTS, &token.lower)
        && COMMON.binary_search(&token.lower.as_str()).is_err()
}

/// Whether a token is written as a name where no line begins.
fn is_name(tokens: &[Token], at: usize, opens: usize) -> bool {
    let lone = |t: &Token| t.lower.chars().all(char::is_alphabetic) && t.lower.len() > 1;
    at > opens
        && (tokens[at - 1].is_wordy() || tokens[at - 1].is(","))
        && tokens[at].capital
        && lone(&tokens[at])
        && class(&tokens[at].lower) == Class::Open
}

/// Whether `word` is in `list`.
fn is_listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// Whether a token is a noun: it can be one, and it is none of an adjective's or an adverb's forms.
fn is_noun(token: &Token) -> bool {
    let can = can(&token.lower);
    token.shape == Shape::Word
        && token.lower.len() > 2
        && token.lower.chars().all(|c| c.is_alphabetic() || c == '-')
        && class(&token.lower) == Class::Open
        && can.noun
        && !can.adjective
        && !is_adverb(&token.lower)
        && !(is_verb(&token.lower) && token.lower.ends_with("ing"))
}

/// Whether a word, or the word that it is the plural of, can be a verb.
fn is_verb(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    let other = word.strip_suffix("es").unwrap_or(word);
    [word, one, other].iter().any(|form| can(form).verb)
}

/// Whether a word looks like a plural.
fn ends_in_s(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Whether the token at `at` is a noun that tells which the noun after it is: *nut products*.
fn modifies(tokens: &[Token], at: usize, opens: usize) -> bool {
    let (token, next) = (&tokens[at], &tokens[at + 1]);
    let names = is_name(tokens, at, opens);
    if names || is_name(tokens, at + 1, opens) {
        return names && next.capital;
    }
    // *Solar panels* are a kind of panels, *angry customers* are customers.
    let sorts = can(&token.lower).adjective
        && ["al", "ar", "ic"]
            .iter()
            .any(|end| token.lower.ends_with(end))
        && !is_listed(PLAIN, &token.lower);
    at > opens
        && !is_listed(COUNTS, &token.lower)
        && ((is_noun(token) && !is_verb(&token.lower)) || sorts)
        && COMMON.binary_search(&token.lower.as_str()).is_err()
}

/// From where the words up to the noun at `at` can be said by themselves, and how well.
fn said_alone(tokens: &[Token], from: usize, at: usize, opens: usize) -> Option<(usize, u8)> {
    let head = &tokens[at];
    let before = from.checked_sub(1).filter(|i| *i >= opens);
    let before = before.map(|i| &tokens[i]);
    if before.is_some_and(|t| t.is("the")) {
        return Some((from - 1, 2));
    }
    if is_name(tokens, at, opens) {
        return Some((from, 2));
    }
    let plural = is_plural(&tokens[at..=at]);
    let verb = is_verb(&head.lower);
    let class_before = before.map(|t| class(&t.lower));
    let begins = matches!(class_before, Some(Class::Determiner | Class::Preposition))
        || from < at
        || before.is_some_and(|t| {
            let open = class(&t.lower) == Class::Open;
            t.shape == Shape::Number || (open && can(&t.lower).adjective)
        });
    if plural && (!verb || begins) {
        return Some((from, 3));
    }
    if before.is_some_and(|t| t.any(&["a", "an"])) {
        return (!verb).then(|| (from - 1, 1));
    }
    // *Kind of sit and wait*, *peanut and tree nut products*: not one thing by itself.
    let of = ["about", "for", "with", "without", "in", "against", "on"];
    let bare = before.is_some_and(|t| t.any(&of) || (t.is("of") && !verb));
    let next = tokens.get(at + 1);
    let goes_on = next.is_some_and(|t| t.any(&["and", "or", "for"]));
    (!plural && bare && !goes_on).then_some((from, 2))
}
