//! Words of a case made ready for a question: persons turned round, a small first letter, no stop at the end.

use wiktionary_part_of_speech_extract::{ENGLISH_TAG_LOOKUP, Tag};

/// Most words that a clause inside a question may have.
const LONGEST: usize = 20;
/// Least words that a clause cut at a mark may have.
const SHORTEST: usize = 4;

/// Verbs that carry grammar.
const AUXILIARIES: &[&str] = &[
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
    "has",
    "have",
    "is",
    "isn't",
    "may",
    "might",
    "must",
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
/// Pasts that no ending shows.
const PASTS: &[&str] = &[
    "became",
    "began",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "chose",
    "drove",
    "fell",
    "felt",
    "found",
    "gave",
    "got",
    "grew",
    "held",
    "kept",
    "knew",
    "led",
    "left",
    "lost",
    "made",
    "meant",
    "met",
    "paid",
    "ran",
    "rose",
    "said",
    "saw",
    "sent",
    "showed",
    "sold",
    "spent",
    "stood",
    "told",
    "took",
    "understood",
    "went",
    "won",
    "wrote",
];
/// What may stand after a verb whose form is also a noun's.
const AFTER_VERB: &[&str] = &[
    "a",
    "an",
    "any",
    "at",
    "each",
    "every",
    "everything",
    "her",
    "him",
    "his",
    "it",
    "its",
    "less",
    "more",
    "most",
    "my",
    "no",
    "nothing",
    "our",
    "that",
    "the",
    "their",
    "them",
    "these",
    "this",
    "those",
    "us",
    "with",
    "your",
];
/// Words that begin a clause which needs another.
const HANGING: &[&str] = &[
    "although", "because", "if", "since", "though", "unless", "when", "where", "whether",
];
/// Words whose meaning is in the sentence before.
const DANGLING: &[&str] = &[
    "both", "he", "her", "his", "it", "its", "she", "such", "that", "their", "these", "they",
    "this", "those",
];
/// Words that begin a clause which may be left off.
const JOINTS: &[&str] = &[
    "although", "and", "as", "because", "but", "even", "since", "so", "though", "where", "whereas",
    "which", "while",
];

/// People, of whom something can be found out by asking or by looking.
const PEOPLE: &[&str] = &[
    "adult",
    "author",
    "buyer",
    "caller",
    "candidate",
    "child",
    "children",
    "client",
    "clinic",
    "clinician",
    "colleague",
    "community",
    "competitor",
    "contributor",
    "customer",
    "developer",
    "doctor",
    "driver",
    "employee",
    "engineer",
    "everybody",
    "everyone",
    "family",
    "guest",
    "maintainer",
    "manager",
    "member",
    "merchant",
    "mother",
    "neighbour",
    "newcomer",
    "nobody",
    "nurse",
    "owner",
    "parent",
    "patient",
    "people",
    "porter",
    "reader",
    "reviewer",
    "rider",
    "seller",
    "staff",
    "student",
    "supplier",
    "teacher",
    "team",
    "tenant",
    "user",
    "visitor",
    "volunteer",
    "woman",
    "women",
    "worker",
];
/// Words of how much, how many or how often, of what is measured against what, and of what leads to what.
const FOUND_OUT: &[&str] = &[
    "almost",
    "always",
    "average",
    "cause",
    "causes",
    "cheaper",
    "confuse",
    "confuses",
    "confusing",
    "confusion",
    "cost",
    "costs",
    "cut",
    "cuts",
    "dozen",
    "eight",
    "every",
    "faster",
    "few",
    "fewer",
    "five",
    "four",
    "half",
    "hundred",
    "improve",
    "improves",
    "increase",
    "increases",
    "leads",
    "less",
    "likely",
    "longer",
    "lose",
    "loses",
    "many",
    "more",
    "most",
    "never",
    "nine",
    "none",
    "often",
    "prevents",
    "quarter",
    "rarely",
    "reduce",
    "reduces",
    "save",
    "saves",
    "seldom",
    "seven",
    "six",
    "slower",
    "sooner",
    "ten",
    "than",
    "third",
    "thousand",
    "three",
    "twice",
    "two",
    "usually",
    "works",
    "worse",
];

/// Whether `text` says something that somebody could find out by counting, asking or watching: how a thing is made
/// is settled by whoever makes it.
pub(super) fn is_found_out(text: &str) -> bool {
    let is = |word: &str| {
        let one = word.strip_suffix('s').unwrap_or(word);
        FOUND_OUT.contains(&word) || PEOPLE.contains(&word) || PEOPLE.contains(&one)
    };
    !numbers(text).is_empty() || text.split_whitespace().any(|word| is(&bare(word)))
}

/// Words of how often, or of how many of all.
const OFTEN: &[&str] = &[
    "almost",
    "always",
    "few",
    "hardly",
    "likely",
    "many",
    "most",
    "mostly",
    "nearly",
    "never",
    "often",
    "rarely",
    "seldom",
    "typically",
    "usually",
];

/// Whether `text` says how often, or of how many of all.
pub(super) fn is_frequency(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| OFTEN.contains(&bare(word).as_str()))
}

/// Whether `text` says how often, of how many, or more than what.
pub(super) fn is_measured(text: &str) -> bool {
    const THAN: &[&str] = &[
        "average", "cheaper", "faster", "fewer", "less", "longer", "more", "slower", "sooner",
        "than", "worse",
    ];
    is_frequency(text)
        || text
            .split_whitespace()
            .any(|word| THAN.contains(&bare(word).as_str()))
}

/// Whether Wiktionary knows `word`, or what it is an inflection of, as one of `tag`.
fn tagged(word: &str, tag: Tag) -> bool {
    let known = |word: &str| {
        let tags = ENGLISH_TAG_LOOKUP.get(word);
        tags.is_some_and(|tags| tags.tags().any(|found| found == tag))
    };
    known(word) || stems(word).iter().any(|stem| known(stem))
}

/// What a word may be an inflection of.
fn stems(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (ending, instead) in [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) {
            found.push(format!("{stem}{instead}"));
        }
    }
    found
}

/// Whether Wiktionary has an ordinary word of this form.
fn is_word(lower: &str) -> bool {
    [
        Tag::Noun,
        Tag::Verb,
        Tag::Adjective,
        Tag::Adverb,
        Tag::Pronoun,
        Tag::Determiner,
        Tag::Preposition,
        Tag::Conjunction,
        Tag::Numeral,
    ]
    .into_iter()
    .any(|tag| tagged(lower, tag))
}

/// A word in small letters without the marks around it.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%'))
        .to_lowercase()
        .replace('’', "'")
}

/// The first word of `text`, bare.
pub(super) fn first(text: &str) -> String {
    text.split_whitespace().next().map(bare).unwrap_or_default()
}

/// The first sentence of `text`.
pub(super) fn first_sentence(text: &str) -> Option<&str> {
    let first = whyproof_case::sentences(text).into_iter().next()?;
    text.get(first)
}

/// `text` as a questioner says it to the author: *we* and *I* are *you*, *our* and *my* are *your*.
pub(super) fn turn(text: &str) -> String {
    let mut turned = String::with_capacity(text.len());
    let mut singular = false;
    // What somebody else says stays as it was said.
    let mut quoted = false;
    let mut rest = text;
    while !rest.is_empty() {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
        let gap = rest.find(is_word).unwrap_or(rest.len());
        turned.push_str(&rest[..gap]);
        for c in rest[..gap].chars() {
            quoted = match c {
                '"' => !quoted,
                '“' => true,
                '”' => false,
                _ => quoted,
            };
        }
        if rest[..gap].chars().any(|c| !c.is_whitespace()) {
            singular = false;
        }
        rest = &rest[gap..];
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let word = &rest[..end];
        // A letter of a list or an initial is no *I*, and capitals make a name of *US* and *IT*.
        let lower = word.to_lowercase().replace('’', "'");
        let acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        let now = match lower.as_str() {
            _ if acronym || quoted => None,
            "i" if word == "I" => Some("you"),
            "we" | "me" | "us" => Some("you"),
            "my" | "our" => Some("your"),
            "mine" | "ours" => Some("yours"),
            "myself" => Some("yourself"),
            "ourselves" => Some("yourselves"),
            "i'm" | "we're" => Some("you're"),
            "i've" | "we've" => Some("you've"),
            "i'll" | "we'll" => Some("you'll"),
            "i'd" | "we'd" => Some("you'd"),
            "am" if singular => Some("are"),
            "was" if singular => Some("were"),
            "wasn't" if singular => Some("weren't"),
            _ => None,
        };
        turned.push_str(now.unwrap_or(word));
        if !word.is_empty() {
            singular = word == "I";
        }
        rest = &rest[end..];
    }
    turned
}

/// Whether the first word of a sentence is an ordinary one, to be written small inside another sentence.
pub(super) fn is_common(word: &str) -> bool {
    let plain = word.chars().skip(1).all(|c| !c.is_uppercase());
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let lower = word.to_lowercase().replace('’', "'");
    let name = ENGLISH_TAG_LOOKUP.get(word).is_some() && !AUXILIARIES.contains(&lower.as_str());
    plain
        && lower != "i"
        && !lower.starts_with("i'")
        && (!name || tagged(&lower, Tag::Noun))
        && (is_word(&lower) || lower.contains('\''))
}

/// Whether the meaning of `text` is in the sentence before.
pub(super) fn dangles(text: &str) -> bool {
    let first = text.split_whitespace().next().map(bare).unwrap_or_default();
    DANGLING.contains(&first.split('\'').next().unwrap_or(""))
}

/// The part of the first sentence of `text` that can stand after *that*: a clause of a length that a person would
/// say, its words as they stand there. None where its shape is not certain.
pub(super) fn clause(text: &str) -> Option<&str> {
    let sentence = first_sentence(text)?;
    if sentence.contains(['?', '…', '[', '{', '|', '`', '<', '_']) || sentence.ends_with(':') {
        return None;
    }
    if HANGING.contains(&first(sentence).as_str()) && !sentence.contains(',') {
        return None;
    }
    let mut kept = sentence.trim_end_matches(['.', '!', ';', ',', ' ']);
    for mark in ["; ", " — ", " – ", " ("] {
        kept = before(kept, mark);
    }
    if let Some((head, tail)) = kept.split_once(": ") {
        let enough = head.split_whitespace().count() >= SHORTEST && has_verb(head);
        let says_more = !numbers(tail).is_empty() && numbers(head).is_empty();
        let sound = has_verb(tail) && !dangles(tail) && tail.split_whitespace().count() < LONGEST;
        kept = if enough && !(says_more && sound) {
            head
        } else {
            tail
        };
    }
    if kept.split_whitespace().count() > LONGEST - 4 {
        kept = before_joint(kept);
    }
    let count = kept.split_whitespace().count();
    let closed = kept.matches('(').count() == kept.matches(')').count()
        && kept.matches('"').count() % 2 == 0
        && kept.matches('“').count() == kept.matches('”').count();
    ((3..=LONGEST).contains(&count) && closed && has_verb(kept) && !tells_to(kept)).then_some(kept)
}

/// Whether words tell somebody to do something: they begin with a verb's first form, and what it is done to.
fn tells_to(text: &str) -> bool {
    const AFTER: &[&str] = &[
        "after",
        "before",
        "how",
        "one",
        "somebody",
        "something",
        "two",
        "what",
        "when",
        "where",
        "whether",
    ];
    let mut words = text.split_whitespace().map(bare);
    let (Some(first), Some(second)) = (words.next(), words.next()) else {
        return false;
    };
    let verb = tagged(&first, Tag::Verb) && !first.ends_with('s') && !first.ends_with("ing");
    let known = AUXILIARIES.contains(&first.as_str()) || DANGLING.contains(&first.as_str());
    let done_to = AFTER_VERB.contains(&second.as_str()) || AFTER.contains(&second.as_str());
    verb && !known && done_to && first != "half"
}

/// What stands before `mark`, where that is a clause.
fn before<'t>(text: &'t str, mark: &str) -> &'t str {
    match text.split_once(mark) {
        Some((head, _)) if head.split_whitespace().count() >= SHORTEST && has_verb(head) => head,
        _ => text,
    }
}

/// What stands before the first comma after which a clause of its own begins.
fn before_joint(text: &str) -> &str {
    for (at, _) in text.match_indices(", ") {
        let next = text[at + 2..]
            .split_whitespace()
            .next()
            .map(bare)
            .unwrap_or_default();
        let head = &text[..at];
        if JOINTS.contains(&next.as_str())
            && head.split_whitespace().count() >= SHORTEST
            && has_verb(head)
        {
            return head;
        }
    }
    text
}

/// Whether a finite verb surely stands in `text`, after what it is about.
pub(super) fn has_verb(text: &str) -> bool {
    let words: Vec<String> = text
        .split_whitespace()
        .map(bare)
        .filter(|w| !w.is_empty())
        .collect();
    (1..words.len()).any(|at| is_verb(&words, at))
}

fn is_verb(words: &[String], at: usize) -> bool {
    let (Some(word), Some(before)) = (words.get(at), words[..at].iter().rev().find(|w| !adverb(w)))
    else {
        return false;
    };
    let word = word.as_str();
    if AUXILIARIES.contains(&word) {
        return !matches!(before.as_str(), "to");
    }
    if AFTER_VERB.contains(&before.as_str())
        && before != "it"
        && before != "that"
        && before != "this"
    {
        return false;
    }
    if PASTS.contains(&word) {
        return !matches!(before.as_str(), "a" | "an" | "the" | "to" | "of" | "by");
    }
    if !tagged(word, Tag::Verb) {
        return false;
    }
    let next = words.get(at + 1).map(String::as_str).unwrap_or("");
    let goes_on = AFTER_VERB.contains(&next)
        || next.starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c));
    let subject = matches!(
        before.as_str(),
        "i" | "we"
            | "you"
            | "they"
            | "people"
            | "children"
            | "men"
            | "women"
            | "others"
            | "who"
            | "most"
    ) || (before.len() > 3
        && before.ends_with('s')
        && !before.ends_with("ss")
        && (tagged(before, Tag::Noun) || !is_word(before)));
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        let single = matches!(
            before.as_str(),
            "it" | "that" | "this" | "he" | "she" | "nobody" | "everybody"
        );
        return single || goes_on && !subject || !tagged(word, Tag::Noun);
    }
    if word.ends_with("ed") {
        return !matches!(next, "by" | "in" | "on" | "for" | "at" | "with" | "to" | "");
    }
    subject && !word.ends_with("ing")
}

fn adverb(word: &str) -> bool {
    word.ends_with("ly")
        || matches!(
            word,
            "also" | "always" | "even" | "just" | "never" | "not" | "often" | "only" | "still"
        )
}

/// Whether `text` counts something, in digits or in words.
pub(super) fn counts(text: &str) -> bool {
    const SPELLED: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "dozen", "hundred", "thousand", "million", "half", "third", "quarter", "twice",
    ];
    !numbers(text).is_empty()
        || text
            .split_whitespace()
            .any(|word| SPELLED.contains(&bare(word).as_str()))
}

/// The numbers of `text` with what makes them quantities: each with its range. Years, labels and ordinals apart.
pub(super) fn numbers(text: &str) -> Vec<(std::ops::Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += word.len();
        let kept = word
            .trim_end()
            .trim_end_matches([',', '.', ';', ':', ')', '”', '"', '!', '?']);
        let open = kept.len() - kept.trim_start_matches(['(', '“', '"']).len();
        let number = &kept[open..];
        let digits = number.trim_start_matches(['$', '€', '£', '-', '−', '+']);
        if !digits.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let sound = digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'))
            || digits.ends_with("-fold");
        let year = digits.len() == 4
            && number == digits
            && digits
                .parse::<u16>()
                .is_ok_and(|year| (1800..2100).contains(&year));
        if sound && !year {
            let span = start + open..start + open + number.len();
            found.push((span, number.ends_with('%')));
        }
    }
    found
}
