//! Persons turned round: the author's *I* is the reader's *you*.

use super::lexicon::{Class, class};
use super::token::{Shape, Token, tokens};

/// `words` as a questioner says them to the author: *I* is *you*, *my* is *your*, *I am* is *you are*.
pub(crate) fn turn(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut from = 0;
    let mut after_i = false;
    for token in tokens(words) {
        let now = match token.lower.as_str() {
            _ if token.shape == Shape::Code => None,
            "i" => Some("you"),
            "me" => Some("you"),
            "my" => Some("your"),
            "mine" => Some("yours"),
            "myself" => Some("yourself"),
            "i'm" => Some("you're"),
            "i've" => Some("you've"),
            "i'll" => Some("you'll"),
            "i'd" => Some("you'd"),
            "am" if after_i => Some("are"),
            "was" if after_i => Some("were"),
            _ => None,
        };
        if let Some(now) = now {
            text.push_str(&words[from..token.start]);
            text.push_str(now);
            from = token.end;
        }
        after_i = token.lower == "i" || (after_i && class(&token.lower) == Class::Adverb);
    }
    text.push_str(&words[from..]);
    text
}

/// `words` with a small first letter, unless the first word is a name, an acronym or *I*; `known` says whether the
/// text has the word with a small letter elsewhere.
pub(crate) fn lower_first(words: &str, first: &Token, known: impl Fn(&str) -> bool) -> String {
    let head: &str = words.get(first.start..first.end).unwrap_or("");
    let upper = head.chars().filter(|c| c.is_uppercase()).count();
    // Taint Based Evictions: a name of several words.
    let rest = words.get(first.end..).unwrap_or("").trim_start();
    let named = class(&first.lower) == Class::Open && rest.starts_with(char::is_uppercase);
    if named || NAMES.contains(&first.lower.as_str()) {
        return words.to_owned();
    }
    let plain = first.shape == Shape::Word && first.capital && upper == 1 && first.lower != "i";
    let common = class(&first.lower) != Class::Open
        || super::lexicon::CONTRACTED.contains(&first.lower.as_str())
        || known(&first.lower)
        || common_by_shape(&first.lower);
    if !(plain && common) || first.lower.starts_with("i'") {
        return words.to_owned();
    }
    let mut text = words[..first.start].to_owned();
    let mut chars = words[first.start..].chars();
    if let Some(c) = chars.next() {
        text.extend(c.to_lowercase());
    }
    text.push_str(chars.as_str());
    text
}

/// Whether a word looks like an ordinary one: it can be a verb or an adjective, or it has a noun's ending.
fn common_by_shape(word: &str) -> bool {
    let can = super::lexicon::can(word);
    let endings = [
        "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ers", "ors", "ists", "ings",
        "ing", "ies", "ships", "ance", "ence", "ees", "ly",
    ];
    can.adjective
        || (can.verb && !can.noun)
        || endings.iter().any(|end| word.ends_with(end))
        || COMMON.contains(&word)
}

/// Names that look like ordinary words.
const NAMES: &[&str] = &[
    "american",
    "americans",
    "african",
    "asian",
    "british",
    "canadian",
    "catholic",
    "chinese",
    "christian",
    "congress",
    "democrat",
    "democratic",
    "democrats",
    "dutch",
    "english",
    "european",
    "french",
    "german",
    "greek",
    "indian",
    "irish",
    "italian",
    "japanese",
    "jewish",
    "mexican",
    "muslim",
    "republican",
    "republicans",
    "roman",
    "russian",
    "soviet",
    "spanish",
    "turkish",
    "unicode",
    "windows",
    "bash",
    "swift",
    "go",
    "rust",
    "java",
    "ruby",
];

/// Words that often begin a sentence, that Wiktionary knows as nouns only or that are also names.
const COMMON: &[&str] = &[
    "people",
    "government",
    "governments",
    "children",
    "taxes",
    "prices",
    "users",
    "customers",
    "companies",
    "women",
    "men",
    "students",
    "schools",
    "states",
    "code",
    "tests",
    "tools",
    "projects",
    "libraries",
    "developers",
    "others",
    "parents",
    "teachers",
    "patients",
    "money",
    "today",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "half",
    "nodes",
    "pods",
    "clusters",
    "packages",
    "modules",
    "types",
    "functions",
    "values",
    "traits",
    "programs",
    "errors",
    "objects",
    "time",
    "health",
    "access",
    "support",
];
