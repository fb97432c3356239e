//! What a question says that is not in the text: figures, names, quotations.

use std::collections::BTreeSet;

use whyproof_case::{Case, sentences};
use whyproof_syntax::Document;

/// The words, names, figures and sentences of a case.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// Words as they are written.
    words: BTreeSet<String>,
    /// The same in small letters.
    small: BTreeSet<String>,
    /// Figures without what groups their digits.
    figures: BTreeSet<String>,
    /// All of it, folded.
    text: String,
}

/// What is not in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Invented {
    Figure,
    Name,
    Quotation,
}

impl Said {
    /// What `case` says.
    pub(crate) fn by(case: &Case) -> Said {
        Said::in_document(&case.parse.document)
    }

    fn in_document(document: &Document) -> Said {
        let mut said = Said::default();
        for text in &document.texts {
            said.hear(&text.words.text);
        }
        said
    }

    fn hear(&mut self, text: &str) {
        for word in words(text) {
            self.words.insert(word.to_owned());
            self.small.insert(word.to_lowercase());
        }
        self.figures.extend(figures(text));
        self.text.push_str(&fold(text));
        self.text.push('\n');
    }

    /// What `question` says that the case does not, if anything.
    pub(crate) fn invented(&self, question: &str) -> Option<Invented> {
        if !figures(question).all(|figure| self.figures.contains(&figure))
            || words(question).any(|word| self.is_new_number(word))
        {
            return Some(Invented::Figure);
        }
        if sentences(question)
            .into_iter()
            .any(|range| self.has_new_name(&question[range]))
        {
            return Some(Invented::Name);
        }
        let folded = fold(question);
        let new = |quoted: &str| {
            !self
                .text
                .contains(quoted.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        quotations(&folded)
            .into_iter()
            .any(new)
            .then_some(Invented::Quotation)
    }

    /// Whether `word` is a number in words that the text has neither so nor in digits.
    fn is_new_number(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let Some((_, digits)) = NUMBERS.iter().find(|(number, _)| *number == word) else {
            // A letter that counts, such as ½ or Ⅳ.
            return word.chars().any(|c| c.is_numeric() && !c.is_ascii_digit())
                && !self.small.contains(&word);
        };
        !self.small.contains(&word) && !self.figures.contains(*digits)
    }

    /// Whether a sentence names what the text does not: a capital inside it, or a first word that begins no question.
    fn has_new_name(&self, sentence: &str) -> bool {
        for (at, word) in words(sentence).enumerate() {
            let inner = word.chars().skip(1).any(char::is_uppercase);
            let capital = inner || word.starts_with(char::is_uppercase);
            if !capital || word == "I" || self.words.contains(word) {
                continue;
            }
            let small = word.to_lowercase();
            let begins =
                at == 0 && (STARTS.contains(&small.as_str()) || self.small.contains(&small));
            if inner || !begins {
                return true;
            }
        }
        false
    }
}

/// Numbers in words, with their digits where they have some. One and two are idiom more often than number.
const NUMBERS: &[(&str, &str)] = &[
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("hundred", "100"),
    ("hundreds", ""),
    ("thousand", "1000"),
    ("thousands", ""),
    ("million", "1000000"),
    ("millions", ""),
    ("billion", "1000000000"),
    ("billions", ""),
    ("trillion", ""),
    ("dozen", "12"),
    ("dozens", ""),
    ("half", "50"),
    ("twice", "2"),
    ("thrice", "3"),
];

/// Words that a question begins with and that name nobody.
const STARTS: &[&str] = &[
    "a",
    "after",
    "all",
    "an",
    "and",
    "any",
    "apart",
    "are",
    "aren't",
    "as",
    "assuming",
    "at",
    "before",
    "besides",
    "beyond",
    "but",
    "by",
    "can",
    "can't",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "even",
    "for",
    "from",
    "given",
    "had",
    "has",
    "hasn't",
    "have",
    "haven't",
    "how",
    "if",
    "in",
    "instead",
    "is",
    "isn't",
    "it",
    "its",
    "might",
    "must",
    "no",
    "of",
    "on",
    "once",
    "or",
    "other",
    "our",
    "shall",
    "should",
    "shouldn't",
    "since",
    "so",
    "some",
    "such",
    "suppose",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "under",
    "until",
    "was",
    "wasn't",
    "we",
    "were",
    "weren't",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "wouldn't",
    "you",
    "your",
];

/// The words of a text: letters and digits, with apostrophes inside, and without a genitive's end.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    parts
        .map(|word| word.trim_matches(['\'', '’']))
        .map(|word| {
            let base = word.strip_suffix("'s").or(word.strip_suffix("’s"));
            base.unwrap_or(word)
        })
        .filter(|word| !word.is_empty())
}

/// The figures of a text: digits with a point inside, without what groups them.
fn figures(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    parts
        .map(|part| part.trim_matches(['.', ',']).replace(',', ""))
        .filter(|figure| !figure.is_empty())
}

/// A character as it is compared: quotation marks, hyphens and blanks of one kind each.
pub(crate) fn fold_char(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‐'..='―' | '−' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn fold(text: &str) -> String {
    text.chars()
        .map(fold_char)
        .collect::<String>()
        .to_lowercase()
}

/// What stands in quotation marks in a folded text.
fn quotations(folded: &str) -> Vec<&str> {
    let mut found: Vec<&str> = folded.split('"').skip(1).step_by(2).collect();
    let mut rest = folded;
    while let Some(at) = rest.find('\'') {
        let opens = !rest[..at].ends_with(char::is_alphanumeric);
        rest = &rest[at + 1..];
        if !opens {
            continue;
        }
        // An apostrophe inside a word does not close.
        let close = rest
            .match_indices('\'')
            .find(|(at, _)| !rest[at + 1..].starts_with(char::is_alphanumeric));
        let Some((close, _)) = close else { break };
        found.push(&rest[..close]);
        rest = &rest[close + 1..];
    }
    found
}
