//! What the analysis finds in sentences, and what it leaves alone.

use super::{clause, gerund, is_plural, lower_first, noun_phrase, skip_leads, tokens, turn};

/// Sentence; the clause taken; its subject; its verb.
const CLAUSES: &[(&str, &str, &str, &str)] = &[
    (
        "The parser reads every file twice.",
        "The parser reads every file twice",
        "The parser",
        "reads",
    ),
    (
        "We should delete the old cache.",
        "We should delete the old cache",
        "We",
        "should",
    ),
    (
        "However, most users never need the default.",
        "most users never need the default",
        "most users",
        "need",
    ),
    (
        "In 2019, the council lost the library.",
        "In 2019, the council lost the library",
        "the council",
        "lost",
    ),
    (
        "It is hard to test this code.",
        "It is hard to test this code",
        "It",
        "is",
    ),
    (
        "The price of bread in the north is higher than in the south.",
        "The price of bread in the north is higher than in the south",
        "The price of bread in the north",
        "is",
    ),
    (
        "People who rent their homes will pay more.",
        "People who rent their homes will pay more",
        "People who rent their homes",
        "will",
    ),
    (
        "`HashMap` has no stable order.",
        "`HashMap` has no stable order",
        "`HashMap`",
        "has",
    ),
    (
        "40% of the buses were late last winter.",
        "40% of the buses were late last winter",
        "40% of the buses",
        "were",
    ),
    (
        "The tax costs small shops their profit, and they will close.",
        "The tax costs small shops their profit",
        "The tax",
        "costs",
    ),
    (
        "The build takes an hour; nobody waits for it.",
        "The build takes an hour",
        "The build",
        "takes",
    ),
    (
        "Teachers need smaller classes – everybody knows that.",
        "Teachers need smaller classes",
        "Teachers",
        "need",
    ),
    (
        "They're paying twice for the same road.",
        "They're paying twice for the same road",
        "They're",
        "They're",
    ),
    (
        "There is no way to cancel an order.",
        "There is no way to cancel an order",
        "There",
        "is",
    ),
    (
        "Of course, the ban didn't stop anyone.",
        "the ban didn't stop anyone",
        "the ban",
        "didn't",
    ),
    (
        "I think that the vote was fair.",
        "the vote was fair",
        "the vote",
        "was",
    ),
    (
        "The committee told the mayor nothing.",
        "The committee told the mayor nothing",
        "The committee",
        "told",
    ),
    (
        "Everyone in the office has a key.",
        "Everyone in the office has a key",
        "Everyone in the office",
        "has",
    ),
    (
        "Although it costs more, the new pump uses less water.",
        "Although it costs more, the new pump uses less water",
        "the new pump",
        "uses",
    ),
    (
        "The clerk said \"no\" to the request.",
        "The clerk said \"no\" to the request",
        "The clerk",
        "said",
    ),
    (
        "Our neighbours often pay for the noise!",
        "Our neighbours often pay for the noise",
        "Our neighbours",
        "pay",
    ),
];

/// Sentences whose shape is not certain, or that state nothing.
const REFUSED: &[&str] = &[
    "Delete the old cache.",
    "Use the new flag instead.",
    "Why is the library closed?",
    "Is the vote fair to everyone?",
    "It works.",
    "A better way to count votes.",
    "The rules are these: nobody leaves early.",
    "See https://example.org for the whole report.",
    "Never again.",
    "The old and very heavy doors",
    "Because the road was closed.",
    "Running the tests locally.",
    "To build the bridge we need steel.",
    "The clerk said (and meant it.",
    "The value of max_size is too small.",
    "",
    "…",
];

/// The words of a sentence from the token `from` to before `to`.
fn said(sentence: &str, from: usize, to: usize) -> &str {
    let tokens = tokens(sentence);
    &sentence[tokens[from].start..tokens[to - 1].end]
}

#[test]
fn clauses_are_found() {
    for (sentence, words, subject, verb) in CLAUSES {
        let tokens = tokens(sentence);
        let found = clause(&tokens, 0, tokens.len());
        let found = found.map(|c| {
            (
                said(sentence, c.from, c.to),
                said(sentence, c.subject.0, c.subject.1),
                said(sentence, c.verb, c.verb + 1),
            )
        });
        assert_eq!(found, Some((*words, *subject, *verb)), "{sentence}");
    }
}

#[test]
fn what_is_no_plain_clause_is_refused() {
    for sentence in REFUSED {
        let tokens = tokens(sentence);
        let found = clause(&tokens, 0, tokens.len());
        assert_eq!(found, None, "{sentence}");
    }
}

#[test]
fn a_long_clause_ends_before_what_is_added() {
    let sentence = "The water company raised its prices for every household in the valley twice \
                    last year, which surprised the people who had signed a contract for five years.";
    let tokens = tokens(sentence);
    let found = clause(&tokens, 0, tokens.len()).unwrap();
    assert_eq!(
        said(sentence, found.from, found.to),
        "The water company raised its prices for every household in the valley twice last year"
    );
}

#[test]
fn persons_are_turned_round() {
    for (words, turned) in [
        ("I am sure", "you are sure"),
        ("I was late", "you were late"),
        ("I really am sure", "you really are sure"),
        ("my brother and I", "your brother and you"),
        ("I've lost my key", "you've lost your key"),
        ("I'm told that I'd win", "you're told that you'd win"),
        ("the house is mine", "the house is yours"),
        ("he told me", "he told you"),
        ("I did it myself", "you did it yourself"),
        ("he was late", "he was late"),
        ("we lost our key", "we lost our key"),
        ("the flag `i` and I", "the flag `i` and you"),
        ("“I was there”", "“you were there”"),
        ("I’ll pay", "you'll pay"),
        ("", ""),
    ] {
        let now = turn(words);
        assert_eq!(now, turned, "{words}");
    }
}

#[test]
fn gerunds_are_spelt() {
    for (base, wanted) in [
        ("ban", "banning"),
        ("make", "making"),
        ("be", "being"),
        ("see", "seeing"),
        ("agree", "agreeing"),
        ("die", "dying"),
        ("lie", "lying"),
        ("tie", "tying"),
        ("submit", "submitting"),
        ("visit", "visiting"),
        ("offer", "offering"),
        ("refer", "referring"),
        ("opt", "opting"),
        ("stop", "stopping"),
        ("keep", "keeping"),
        ("argue", "arguing"),
        ("try", "trying"),
        ("control", "controlling"),
        ("fix", "fixing"),
        ("dye", "dyeing"),
    ] {
        let now = gerund(base);
        assert_eq!(now, wanted, "{base}");
    }
}

#[test]
fn noun_phrases_end_where_their_verb_begins() {
    for (words, phrase) in [
        (
            "the old bridge over the river fell",
            "the old bridge over the river",
        ),
        ("a tax on sugar would help", "a tax on sugar"),
        ("they leave at noon", "they"),
        ("this is late", "this"),
        ("this road is late", "this road"),
        (
            "bread and butter on the old table",
            "bread and butter on the old table",
        ),
        (
            "the alternative to the tunnel is a ferry",
            "the alternative to the tunnel",
        ),
        ("none of the answers was right", "none of the answers"),
        ("12 new buses came", "12 new buses"),
        ("`Vec<u8>` is a buffer", "`Vec<u8>`"),
        ("the people of Leeds will vote", "the people of Leeds"),
        ("the letter, which was late", "the letter"),
        (
            "every child in the village has a bicycle",
            "every child in the village",
        ),
        (
            "the price of oil before the war",
            "the price of oil before the war",
        ),
        (
            "well-known problems with the brakes remain",
            "well-known problems with the brakes",
        ),
    ] {
        let tokens = tokens(words);
        let end = noun_phrase(&tokens, 0);
        let now = end.map(|end| said(words, 0, end));
        assert_eq!(now, Some(phrase), "{words}");
    }
    for words in [
        "of the people",
        "and so on",
        ", then",
        "because it rains",
        "",
        "to the north",
        "will it rain",
    ] {
        let now = noun_phrase(&tokens(words), 0);
        assert_eq!(now, None, "{words}");
    }
}

#[test]
fn what_takes_a_plural_verb() {
    for (words, plural) in [
        ("they", true),
        ("it", false),
        ("i", true),
        ("the buses", true),
        ("the bus", false),
        ("the price of the buses", false),
        ("the buses on the road", true),
        ("bread and butter", true),
        ("the news", false),
        ("people", true),
        ("every child", false),
        ("this analysis", false),
        ("the class", false),
        ("most children", true),
        ("the city's oldest school", false),
        ("the company's", false),
    ] {
        let now = is_plural(&tokens(words));
        assert_eq!(now, plural, "{words}");
    }
}

#[test]
fn words_that_lead_on_are_passed() {
    for (words, rest) in [
        ("However, the train was late", "the train was late"),
        ("And so, in fact, nobody came", "nobody came"),
        ("First responders were late", "First responders were late"),
        ("First, the train was late", "the train was late"),
        ("No, the train was late", "the train was late"),
        ("No train was late", "No train was late"),
        ("On the other hand, trains run", "trains run"),
        ("To be honest – nobody came", "nobody came"),
        ("Well water is clean", "Well water is clean"),
        ("Still, water is clean", "water is clean"),
    ] {
        let tokens = tokens(words);
        let at = skip_leads(&tokens, 0, tokens.len());
        let now = said(words, at, tokens.len());
        assert_eq!(now, rest, "{words}");
    }
    let all = tokens("However, still,");
    assert_eq!(skip_leads(&all, 0, all.len()), all.len());
}

#[test]
fn a_first_letter_is_small_unless_of_a_name() {
    for (words, known, small) in [
        ("The train was late", false, "the train was late"),
        ("Trains were late", true, "trains were late"),
        ("London was late", false, "London was late"),
        ("I was late", true, "I was late"),
        ("I'm late", true, "I'm late"),
        ("NASA was late", true, "NASA was late"),
        ("GitHub was late", true, "GitHub was late"),
        ("Americans were late", true, "Americans were late"),
        ("Children were late", false, "children were late"),
        ("Payments were late", false, "payments were late"),
        ("Slow trains were late", false, "slow trains were late"),
        ("`Vec` was late", true, "`Vec` was late"),
        ("Élan counts", true, "élan counts"),
    ] {
        let first = &tokens(words)[0];
        let now = lower_first(words, first, |_| known);
        assert_eq!(now, small, "{words}");
    }
}

#[test]
fn words_and_marks() {
    for (words, parts) in [
        ("It’s 9,5% – ok?", &["it's", "9,5%", "–", "ok", "?"][..]),
        ("a `b c` d", &["a", "`b c`", "d"]),
        (
            "$1.50 per well-known item.",
            &["$1.50", "per", "well-known", "item", "."],
        ),
        ("node.js, and/or Go", &["node.js", ",", "and/or", "go"]),
        ("an open ` tick", &["an", "open", "`", "tick"]),
        ("", &[]),
        ("end.Next", &["end", ".", "next"]),
        ("1. 2.5.1", &["1", ".", "2.5.1"]),
    ] {
        let found = tokens(words);
        let lower: Vec<&str> = found.iter().map(|t| t.lower.as_str()).collect();
        assert_eq!(lower, parts, "{words}");
        for token in &found {
            assert!(words.get(token.start..token.end).is_some());
        }
    }
}
