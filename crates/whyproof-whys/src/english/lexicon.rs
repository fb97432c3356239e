//! Closed classes of words.

use wiktionary_part_of_speech_extract::{ENGLISH_TAG_LOOKUP, Tag};

/// The class of a word that carries grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// I, we, they, everybody: stands as a subject by itself.
    Pronoun,
    /// me, us, them: never a subject.
    Object,
    /// the, my, some, every: begins a noun phrase.
    Determiner,
    /// is, has, will, don't: a finite auxiliary.
    Auxiliary,
    /// of, in, with.
    Preposition,
    /// and, or, but.
    Coordinator,
    /// because, if, although, when.
    Subordinator,
    /// who, which, what, how.
    Question,
    /// not, never, also, only.
    Adverb,
    /// to.
    To,
    /// Anything else.
    Open,
}

const PRONOUNS: &[&str] = &[
    "anybody",
    "anyone",
    "anything",
    "everybody",
    "everyone",
    "everything",
    "he",
    "i",
    "it",
    "nobody",
    "none",
    "nothing",
    "she",
    "somebody",
    "someone",
    "something",
    "there",
    "they",
    "we",
    "you",
];
const OBJECTS: &[&str] = &[
    "her",
    "herself",
    "him",
    "himself",
    "itself",
    "me",
    "myself",
    "ourselves",
    "them",
    "themselves",
    "us",
    "yourself",
];
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "either", "every", "few", "fewer", "its",
    "many", "most", "my", "neither", "no", "our", "several", "some", "such", "that", "the",
    "their", "these", "this", "those", "your", "his",
];
const AUXILIARIES: &[&str] = &[
    "am",
    "are",
    "aren't",
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "is",
    "isn't",
    "may",
    "might",
    "must",
    "mustn't",
    "ought",
    "shall",
    "should",
    "shouldn't",
    "was",
    "wasn't",
    "were",
    "weren't",
    "will",
    "won't",
    "would",
    "wouldn't",
];
/// Subjects with their auxiliary in one word.
pub(crate) const CONTRACTED: &[&str] = &[
    "he'd", "he'll", "he's", "i'd", "i'll", "i'm", "i've", "it'd", "it'll", "it's", "she'd",
    "she'll", "she's", "that's", "there's", "they'd", "they'll", "they're", "they've", "we'd",
    "we'll", "we're", "we've", "you'd", "you'll", "you're", "you've", "here's", "who's", "what's",
];
const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "against",
    "along",
    "among",
    "around",
    "at",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "by",
    "despite",
    "down",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "per",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "up",
    "upon",
    "via",
    "with",
    "within",
    "without",
];
const COORDINATORS: &[&str] = &["and", "but", "nor", "or", "yet"];
const SUBORDINATORS: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "once", "since", "so", "than", "though",
    "till", "unless", "until", "whenever", "whereas", "wherever", "whether", "while",
];
const QUESTIONS: &[&str] = &[
    "how", "what", "when", "where", "which", "who", "whom", "whose", "why", "whatever", "whoever",
    "however",
];
const ADVERBS: &[&str] = &[
    "again",
    "almost",
    "already",
    "also",
    "always",
    "even",
    "ever",
    "far",
    "here",
    "indeed",
    "instead",
    "just",
    "maybe",
    "never",
    "not",
    "now",
    "often",
    "only",
    "perhaps",
    "quite",
    "rather",
    "really",
    "seldom",
    "simply",
    "sometimes",
    "soon",
    "still",
    "then",
    "thus",
    "today",
    "together",
    "too",
    "very",
    "well",
    "currently",
    "usually",
    "merely",
    "therefore",
    "hence",
    "once",
    "generally",
    "typically",
    "frequently",
    "rarely",
];

/// The class of `word`, in small letters.
pub(crate) fn class(word: &str) -> Class {
    let lists: [(&[&str], Class); 9] = [
        (AUXILIARIES, Class::Auxiliary),
        (PRONOUNS, Class::Pronoun),
        (DETERMINERS, Class::Determiner),
        (OBJECTS, Class::Object),
        (PREPOSITIONS, Class::Preposition),
        (COORDINATORS, Class::Coordinator),
        (SUBORDINATORS, Class::Subordinator),
        (QUESTIONS, Class::Question),
        (ADVERBS, Class::Adverb),
    ];
    if word == "to" {
        return Class::To;
    }
    lists
        .into_iter()
        .find(|(list, _)| list.contains(&word))
        .map_or(Class::Open, |(_, class)| class)
}

/// Whether `word` is an adverb that may stand between a subject and its verb.
pub(crate) fn is_adverb(word: &str) -> bool {
    class(word) == Class::Adverb
        || (word.len() > 4 && word.ends_with("ly") && !is_only_noun_ly(word))
}

fn is_only_noun_ly(word: &str) -> bool {
    [
        "family", "supply", "reply", "assembly", "anomaly", "apply", "rely", "comply", "multiply",
        "imply",
    ]
    .contains(&word)
}

/// What Wiktionary says a word can be: a verb, a noun, an adjective. Words that are nouns only have no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Can {
    pub(crate) verb: bool,
    pub(crate) noun: bool,
    pub(crate) adjective: bool,
}

/// What `word` (in small letters) can be.
pub(crate) fn can(word: &str) -> Can {
    let Some(tags) = ENGLISH_TAG_LOOKUP.get(word) else {
        return Can {
            verb: false,
            noun: true,
            adjective: false,
        };
    };
    let mut can = Can {
        verb: false,
        noun: false,
        adjective: false,
    };
    for tag in tags.tags() {
        match tag {
            Tag::Verb => can.verb = true,
            Tag::Noun => can.noun = true,
            Tag::Adjective => can.adjective = true,
            _ => {}
        }
    }
    can
}
