//! Verbs: whether one stands here, and its forms.

use super::lexicon::{CONTRACTED, Class, can, class, is_adverb};
use super::token::{Shape, Token};

/// Verbs whose third person is taken for a verb after any noun.
const STRONG: &[&str] = &[
    "adds",
    "allows",
    "becomes",
    "believes",
    "breaks",
    "brings",
    "causes",
    "claims",
    "comes",
    "contains",
    "costs",
    "creates",
    "defines",
    "depends",
    "deserves",
    "does",
    "enables",
    "exists",
    "expects",
    "fails",
    "forces",
    "gets",
    "gives",
    "goes",
    "happens",
    "helps",
    "implements",
    "implies",
    "improves",
    "includes",
    "introduces",
    "keeps",
    "knows",
    "lacks",
    "leads",
    "leaves",
    "lets",
    "lives",
    "looks",
    "loses",
    "makes",
    "matters",
    "means",
    "needs",
    "offers",
    "pays",
    "prevents",
    "produces",
    "proposes",
    "protects",
    "proves",
    "provides",
    "reduces",
    "relies",
    "remains",
    "removes",
    "replaces",
    "requires",
    "returns",
    "says",
    "seems",
    "sees",
    "serves",
    "shows",
    "suggests",
    "supports",
    "takes",
    "tells",
    "tends",
    "thinks",
    "tries",
    "uses",
    "wants",
    "works",
];
/// Pasts that are verbs after any noun.
const PAST: &[&str] = &[
    "became", "began", "broke", "brought", "came", "chose", "fell", "felt", "found", "gave", "got",
    "grew", "kept", "knew", "led", "lost", "made", "meant", "paid", "ran", "rose", "said", "saw",
    "sent", "showed", "spent", "stood", "thought", "took", "told", "went", "won", "wrote",
];
/// Base forms that are verbs after a plural noun.
const PLURAL: &[&str] = &[
    "agree", "allow", "become", "believe", "benefit", "cause", "choose", "come", "cost", "create",
    "depend", "deserve", "die", "exist", "expect", "feel", "find", "follow", "get", "give", "go",
    "help", "include", "keep", "know", "lack", "lead", "live", "lose", "make", "need", "pay",
    "prefer", "provide", "rely", "remain", "require", "run", "say", "see", "seem", "show",
    "suggest", "indicate", "prove", "mean", "tell", "increase", "reduce", "change", "complain",
    "suffer", "take", "tend", "think", "use", "want", "work", "vote", "support", "fail", "break",
];

/// Whether the token at `at` is a finite verb of the subject that the tokens before it make up.
pub(crate) fn is_finite_at(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    if token.shape != Shape::Word {
        return false;
    }
    let word = token.lower.as_str();
    if CONTRACTED.contains(&word) {
        return at == 0;
    }
    let Some(before) = tokens[..at].iter().rev().find(|t| !is_adverb(&t.lower)) else {
        return false;
    };
    if class(word) == Class::Auxiliary {
        return true;
    }
    if class(word) != Class::Open || token.capital {
        return false;
    }
    match class(&before.lower) {
        Class::Pronoun | Class::Determiner if before.any(&["this", "that", "these", "those"]) => {
            STRONG.contains(&word)
        }
        Class::Pronoun => can(word).verb,
        Class::Open if before.is_wordy() => after_noun(tokens, at, word),
        _ => false,
    }
}

/// Whether `word` is the verb of a noun that stands before it.
fn after_noun(tokens: &[Token], at: usize, word: &str) -> bool {
    if STRONG.contains(&word) || PAST.contains(&word) {
        return true;
    }
    if PLURAL.contains(&word) {
        let noun = tokens[..at].iter().rev().find(|t| !is_adverb(&t.lower));
        return noun.is_some_and(|noun| {
            (noun.lower.ends_with('s') && !noun.lower.ends_with("ss"))
                || noun.any(&["people", "children", "men", "women", "police"])
        });
    }
    let can = can(word);
    if !can.verb || word.ends_with("ing") {
        return false;
    }
    let next = tokens.get(at + 1);
    let opens = next.is_some_and(|next| {
        matches!(
            class(&next.lower),
            Class::Determiner | Class::Object | Class::Pronoun
        )
    });
    let past = word.ends_with("ed") && !can.adjective;
    (past && opens) || (word.ends_with('s') && !word.ends_with("ss") && opens)
}

/// Whether a base form follows at `at`: after a modal or *to*, adverbs apart.
pub(crate) fn base_follows(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens[at..].iter().find(|t| !is_adverb(&t.lower)) else {
        return false;
    };
    token.shape == Shape::Word
        && !token.capital
        && (can(&token.lower).verb || matches!(token.lower.as_str(), "be" | "have" | "do"))
        && !matches!(
            class(&token.lower),
            Class::Determiner | Class::Preposition | Class::Pronoun
        )
}

/// The *ing* form of a base form.
pub(crate) fn gerund(base: &str) -> String {
    if doubles(base) {
        let last = base.chars().last().unwrap_or('n');
        return format!("{base}{last}ing");
    }
    match base {
        "be" => "being".to_owned(),
        "die" | "lie" | "tie" => format!("{}ying", &base[..1]),
        _ if base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye") => {
            format!("{base}ing")
        }
        _ => match base.strip_suffix('e') {
            Some(stem) => format!("{stem}ing"),
            None => format!("{base}ing"),
        },
    }
}

/// Whether the last letter of a base form is doubled before *ing*: one vowel before one consonant, in a word of one
/// syllable or with the stress on its last.
fn doubles(base: &str) -> bool {
    const STRESSED: &[&str] = &[
        "admit", "allot", "begin", "commit", "compel", "control", "defer", "forget", "occur",
        "omit", "permit", "plug-in", "prefer", "propel", "rebut", "refer", "regret", "submit",
        "transfer", "unplug", "upset",
    ];
    let vowel = |c: char| "aeiou".contains(c);
    let letters: Vec<char> = base.chars().collect();
    let [.., before, vowel_at, last] = letters.as_slice() else {
        return false;
    };
    let closed = !vowel(*last) && !"wxy".contains(*last) && vowel(*vowel_at);
    let single = !vowel(*before) || (*before == 'u' && base.starts_with("qu"));
    let syllables = letters
        .windows(2)
        .filter(|pair| vowel(pair[0]) && !vowel(pair[1]))
        .count();
    closed && single && (syllables == 1 || STRESSED.contains(&base))
}
