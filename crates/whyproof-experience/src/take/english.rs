//! A sentence as the rules on kinds read it: its words in small letters, their stems, and which of them are amounts.

use std::sync::LazyLock;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::stems::words;

/// How many words of a sentence are read.
pub(super) const READ: usize = 120;

/// What a word is, beside its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// No amount: a word, a year, a date, the number of a table or a week.
    None,
    /// A count, a length of time, a size.
    Plain,
    /// A part of a hundred.
    Percent,
    /// Money.
    Money,
}

/// A word of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// In small letters, with straight apostrophes.
    pub(super) lower: String,
    /// Its stem.
    pub(super) stem: String,
    /// Whether it is an amount.
    pub(super) amount: Amount,
    /// Whether a sentence or half of one ends behind it.
    pub(super) ends: bool,
    /// Whether it begins with a capital and begins no sentence.
    pub(super) named: bool,
}

/// Numbers that are written out. *One* is mostly none.
const NUMBERS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                       seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
                       hundreds thousand thousands million millions billion dozen dozens half";
/// What a number behind it only tells apart from others of its kind.
const LABELLED: &str = "week weeks month day year version phase step ward room grade level chapter table gate floor quarter round q \
                        number no section figure class line ages age aged";
/// Words before such a word that make it one of many: *each week 31*.
const COUNTING: &str = "each every a an per one the this that";
const MONTHS: &str =
    "january february march april may june july august september october november december";
const MULTIPLES: &str = "million billion thousand hundred k m bn";

/// The stems of words for people, made once: a take asks of every word that met.
static PEOPLE: LazyLock<Vec<String>> = LazyLock::new(|| super::pattern::class("people"));

/// Whether words name people and nothing else.
pub(super) fn is_people(text: &str) -> bool {
    let mut own = words(text).into_iter();
    own.all(|word| PEOPLE.contains(&word.stem))
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// The words of a sentence, at most [`READ`].
pub(super) fn tokens(sentence: &str) -> Vec<Token> {
    let found: Vec<(usize, &str)> = sentence.unicode_word_indices().take(READ).collect();
    let mut tokens: Vec<Token> = Vec::with_capacity(found.len());
    for (at, (start, word)) in found.iter().enumerate() {
        let end = start + word.len();
        let next = found.get(at + 1);
        let behind = &sentence[end..next.map_or(sentence.len(), |(start, _)| *start)];
        let before = &sentence[..*start];
        let mut lower = word.to_lowercase().replace('’', "'");
        // Nobody said no to a *no-show*; *no-one* is nobody.
        if lower == "no" && behind == "-" && next.is_none_or(|(_, word)| *word != "one") {
            lower.push('-');
        }
        let begins = tokens.last().is_none_or(|token| token.ends);
        let amount = amount(&lower, &tokens, before, behind, next.map(|(_, word)| *word));
        let stem = words(word).into_iter().next().map(|word| word.stem);
        tokens.push(Token {
            stem: stem.unwrap_or_else(|| lower.clone()),
            amount,
            ends: behind.contains(['.', ';', '!', '?', '…']),
            named: !begins && *word != "I" && word.starts_with(char::is_uppercase),
            lower,
        });
    }
    tokens
}

fn amount(lower: &str, known: &[Token], before: &str, behind: &str, next: Option<&str>) -> Amount {
    let last = known.last();
    let digits = lower.starts_with(|c: char| c.is_ascii_digit());
    let part = matches!(lower, "third" | "quarter")
        && last.is_some_and(|last| matches!(last.lower.as_str(), "a" | "one" | "two"));
    if !digits && !part && !is_one_of(NUMBERS, lower) {
        return Amount::None;
    }
    let next = next.unwrap_or_default().to_lowercase();
    if before.ends_with(['€', '$', '£', '¥'])
        || matches!(next.as_str(), "euros" | "dollars" | "pounds")
    {
        return Amount::Money;
    }
    let hundredths = behind.trim_start().starts_with('%')
        || matches!(next.as_str(), "percent" | "per" | "percentage");
    if hundredths && (next != "per" || behind.trim_start().starts_with('%')) {
        return Amount::Percent;
    }
    if is_one_of(MULTIPLES, lower) && last.is_some_and(|last| last.amount == Amount::Money) {
        return Amount::Money;
    }
    let year = digits && lower.len() == 4 && (lower.starts_with("19") || lower.starts_with("20"));
    let bare_year = year && lower.bytes().all(|b| b.is_ascii_digit());
    let date = is_one_of(MONTHS, &next) || last.is_some_and(|last| is_one_of(MONTHS, &last.lower));
    let counts = known.len() > 1 && is_one_of(COUNTING, &known[known.len() - 2].lower);
    let labels = !counts && last.is_some_and(|last| is_one_of(LABELLED, &last.lower) && !last.ends);
    let ordinal = digits
        && ["st", "nd", "rd", "th"]
            .iter()
            .any(|end| lower.ends_with(end));
    let clock = last.is_some_and(|last| matches!(last.lower.as_str(), "at" | "until" | "by"))
        && (next.is_empty()
            || behind.contains([',', '.', ';'])
            || matches!(next.as_str(), "in" | "o'clock"))
        && !digits;
    if bare_year || date || labels || ordinal || clock {
        return Amount::None;
    }
    Amount::Plain
}

#[cfg(test)]
mod tests {
    use super::{Amount, tokens};

    fn amounts(sentence: &str) -> Vec<(String, Amount)> {
        let tokens = tokens(sentence)
            .into_iter()
            .filter(|token| token.amount != Amount::None);
        tokens.map(|token| (token.lower, token.amount)).collect()
    }

    #[test]
    fn amounts_are_told_from_years_dates_and_labels() {
        let plain = |word: &str| (word.to_owned(), Amount::Plain);
        assert_eq!(
            amounts("In week six of 2021, on 17 March, table 6 had 19 parcels"),
            [plain("19")]
        );
        assert_eq!(amounts("the 3rd of forty nurses"), [plain("forty")]);
        assert_eq!(amounts("Each week 31 came"), [plain("31")]);
        assert_eq!(
            amounts("I went at seven, and at eleven lockers"),
            [plain("eleven")]
        );
        let percent = |word: &str| (word.to_owned(), Amount::Percent);
        assert_eq!(
            amounts("from 19% to 7 percent"),
            [percent("19"), percent("7")]
        );
        let money = |word: &str| (word.to_owned(), Amount::Money);
        assert_eq!(
            amounts("£1.9 million a year"),
            [money("1.9"), money("million")]
        );
        assert_eq!(amounts("1.5 per week"), [plain("1.5")]);
        assert_eq!(amounts("a third of them, the third time"), [plain("third")]);
    }

    #[test]
    fn long_and_strange_sentences_are_read_in_part() {
        assert_eq!(tokens(&"word ".repeat(10_000)).len(), super::READ);
        assert!(tokens("…—\u{202e}").is_empty());
    }
}
