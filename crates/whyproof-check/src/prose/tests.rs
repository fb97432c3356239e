//! Tests of how prose is read.

use super::quantity::{self, Line, Quantity};
use super::{find, lists, tokens};

fn quantities(words: &str) -> Vec<(String, f64, &'static str)> {
    let lower = words.to_ascii_lowercase();
    let mut read = Vec::new();
    tokens::read(words, 0, words.len(), &[], &mut read);
    let mut found: Vec<Quantity> = Vec::new();
    quantity::read(
        Line {
            words,
            lower: &lower,
            tokens: &read,
        },
        &mut found,
    );
    found
        .iter()
        .map(|q| {
            (
                words[q.start as usize..q.end as usize].to_owned(),
                q.value,
                q.unit.name,
            )
        })
        .collect()
}

#[test]
fn quantities_are_read_with_their_units() {
    let cases: &[(&str, &str, f64, &str)] = &[
        ("Last year 17.38% did not come", "17.38%", 17.38, "%"),
        ("it costs us 84 euros each", "84 euros", 84.0, "€"),
        ("it costs $1.2M a year", "$1.2M", 1_200_000.0, "$"),
        ("of 2,834 people", "2,834", 2834.0, ""),
        ("of 2.3 million households", "2.3 million", 2_300_000.0, ""),
        (
            "nineteen minutes a return",
            "nineteen minutes",
            19.0,
            "minutes",
        ),
        ("thirty-six nurses", "thirty-six", 36.0, ""),
        ("a 5-minute tour", "5-minute", 5.0, "minutes"),
        ("in 40ms", "40ms", 40.0, "milliseconds"),
        ("brings 79 in 100 people back", "79 in 100", 0.79, "in"),
        ("two in three do not", "two in three", 2.0 / 3.0, "in"),
        ("nine out of ten dentists", "nine out of ten", 0.9, "in"),
        ("a third of the calls", "a third", 1.0 / 3.0, "in"),
        ("2.5-fold more", "2.5-fold", 2.5, "times"),
        ("it is 3x faster", "3x", 3.0, "times"),
        ("twelve per cent of them", "twelve per cent", 12.0, "%"),
        ("a backlog of 116k tasks", "116k", 116_000.0, ""),
        (
            "rose by 13 percentage points",
            "13 percentage points",
            13.0,
            "points",
        ),
    ];
    for (words, text, value, unit) in cases {
        let found = quantities(words);
        let first = found.first().expect(words);
        assert_eq!((first.0.as_str(), first.2), (*text, *unit), "{words}");
        assert!((first.1 - value).abs() < 1e-9, "{words}: {}", first.1);
    }
}

#[test]
fn names_dates_and_codes_are_no_quantities() {
    for words in [
        "since July 2011 the form",
        "in 2004",
        "on 31 January 2015",
        "May 17",
        "Python 3.8 is",
        "version 1.2.3 of it",
        "the 19th time",
        "at 10:30 sharp",
        "at 9am",
        "SHA-256 hashes",
        "x86 machines",
        "week 13 was",
        "step 2 is",
        "1. First",
        "(2) then",
        "2005-01-14",
        "24/7 support",
        "the 1990s",
        "see RFC 2119",
        "a 64-bit number",
        "utf8 and i32",
        "PEP 616 says",
        "from week 7",
        "#12",
        "section 3.1",
        "Q3 results",
        "the v2 API",
    ] {
        assert!(
            quantities(words).is_empty(),
            "{words}: {:?}",
            quantities(words)
        );
    }
}

#[test]
fn every_list_is_found_and_the_longest_wins() {
    let mut hits = Vec::new();
    find::read(
        "a number of people are overmany, and many agree: most often they do",
        &mut hits,
    );
    let vague: Vec<(u32, u32)> = hits
        .iter()
        .filter(|h| h.list == lists::List::Vague)
        .map(|h| (h.start, h.end))
        .collect();
    assert_eq!(vague, [(0, 11), (37, 41), (49, 53), (54, 59)]);
    for (list, words) in lists::LISTS {
        for word in *words {
            let mut hits = Vec::new();
            find::read(word, &mut hits);
            assert!(
                hits.iter().any(|h| h.list == *list
                    && h.end as usize == word.trim_end().len().max(h.end as usize)),
                "{word}"
            );
            assert!(!word.contains(|c: char| c.is_ascii_uppercase()), "{word}");
        }
    }
}

#[test]
fn words_are_counted_as_a_reader_would() {
    for (words, count) in [
        ("It is the user's well-known 3.5% rise.", 7),
        ("Read docs/checks/a.md — then go", 4),
        ("“Ünïcode” naïve words’ end", 4),
        ("(\"quoted\") one—two", 3),
        ("", 0),
    ] {
        let mut read = Vec::new();
        tokens::read(words, 0, words.len(), &[], &mut read);
        assert_eq!(tokens::words(&read), count, "{words}");
    }
}

#[test]
fn any_text_gives_tokens_on_character_boundaries() {
    for words in [
        "é’ñ'x\u{2019}",
        "’’’",
        "日本語のテキスト 12人",
        "🙂🙂 3🙂",
        "€5’s",
        "a\u{301}b 1\u{301}",
        "\u{200f}مرحبا 5٪",
        "°",
        "–5",
        "5–",
        "1,",
        "1.2.",
        "$",
        "—",
    ] {
        let mut read = Vec::new();
        tokens::read(words, 0, words.len(), &[(0, 1)], &mut read);
        for token in &read {
            assert!(
                words
                    .get(token.start as usize..token.end as usize)
                    .is_some(),
                "{words}: {token:?}"
            );
        }
        quantities(words);
    }
}
