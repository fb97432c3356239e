//! What the author says in the sections of one role, sentence by sentence, for checks that ask whether it is said.

use whyproof_case::Case;
use whyproof_syntax::{NodeKind, Role, Span};

use crate::check::Context;

/// One sentence.
#[derive(Debug)]
pub(crate) struct Said<'c> {
    /// Its words.
    pub(crate) text: &'c str,
    /// Where it stands.
    pub(crate) span: Span,
    /// Its words in small letters with straight apostrophes.
    words: Vec<String>,
}

impl Said<'_> {
    /// Its words in small letters.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether one of `phrases` stands in it, word by word.
    pub(crate) fn has(&self, phrases: &[&str]) -> bool {
        self.find(phrases).is_some()
    }

    /// The first of `phrases` that stands in it.
    pub(crate) fn find<'p>(&self, phrases: &[&'p str]) -> Option<&'p str> {
        phrases
            .iter()
            .copied()
            .find(|phrase| position(&self.words, phrase).is_some())
    }

    /// Whether a number stands in it, in digits or as a word from two.
    pub(crate) fn has_number(&self) -> bool {
        self.words.iter().any(|word| is_number(word))
    }
}

/// The word at which `phrase` begins in `words`; `*` at the end of a word stands for any ending.
pub(crate) fn position(words: &[String], phrase: &str) -> Option<usize> {
    let is = |word: &String, part: &str| match part.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == part,
    };
    // Most sentences lack the first word: nothing is made to find that out.
    let (first, others) = match phrase.split_once(' ') {
        Some((first, others)) => (first, Some(others)),
        None => (phrase, None),
    };
    (0..words.len()).find(|&at| {
        let mut next = words[at..].iter();
        let mut goes_on = |part: &str| next.next().is_some_and(|word| is(word, part));
        goes_on(first) && others.is_none_or(|others| others.split(' ').all(goes_on))
    })
}

/// The first word in `words` that is one of `wanted`.
pub(crate) fn position_any(words: &[String], wanted: &[&str]) -> Option<usize> {
    words.iter().position(|word| wanted.contains(&&**word))
}

/// Whether a word is a number: digits, or a word from two.
pub(crate) fn is_number(word: &str) -> bool {
    const WORDS: [&str; 32] = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
        "half",
        "doubled",
        "halved",
    ];
    word.trim_start_matches(['$', '€', '£'])
        .starts_with(|c: char| c.is_ascii_digit())
        || WORDS.contains(&word)
        || word
            .split_once('-')
            .is_some_and(|(tens, _)| tens.ends_with("ty") && WORDS.contains(&tens))
}

/// The words of `text` in small letters, without punctuation around them.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'))
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%'))
        })
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect()
}

/// The sentences of the sections with `role`, headings apart.
pub(crate) fn of_role<'c>(context: &Context<'c>, role: Role) -> Vec<Said<'c>> {
    of(context, |r| r == Some(role))
}

/// The sentences of the blocks in sections whose role `wanted` takes, headings apart.
pub(crate) fn of<'c>(
    context: &Context<'c>,
    wanted: impl Fn(Option<Role>) -> bool,
) -> Vec<Said<'c>> {
    let case = context.case;
    let blocks = context
        .prose
        .blocks
        .iter()
        .filter(|block| wanted(block.role));
    let blocks = blocks.filter(|block| !matches!(block.text(case).kind, NodeKind::Heading(_)));
    blocks
        .flat_map(|block| {
            let all = block.text(case).words.text.as_str();
            block.sentences.iter().filter_map(move |range| {
                let text = all.get(range.clone())?;
                Some(Said {
                    text,
                    span: block.source(case, range.clone()),
                    words: words(text),
                })
            })
        })
        .collect()
}

/// The heading of the first section with `role`.
pub(crate) fn heading(case: &Case, role: Role) -> Option<Span> {
    let document = &case.parse.document;
    let section = document.sections_of(role).next()?;
    Some(document.text(section.heading).span)
}

/// The title, else the beginning.
pub(crate) fn title(case: &Case) -> Span {
    let document = &case.parse.document;
    document
        .title
        .map_or(Span::new(0, 0), |title| document.text(title).span)
}

/// Whether the text is an idea that somebody could be asked to decide: it has a *Case*, or says more of a problem or of
/// a decision than a few lines.
pub(crate) fn is_proposal(context: &Context<'_>) -> bool {
    const FEW: usize = 60;
    let case = context.case;
    let has = |role| heading(case, role).is_some();
    case.kind == whyproof_case::Kind::Idea
        && (has(Role::Case)
            || ((has(Role::Problem) || has(Role::Decision)) && context.prose.words > FEW))
}

/// Periods and days that name a date without one.
const PERIODS: &[&str] = &[
    "this week",
    "this month",
    "this quarter",
    "this year",
    "next week",
    "next month",
    "next quarter",
    "next year",
    "end of the week",
    "end of the month",
    "end of the quarter",
    "end of the year",
    "end of year",
    "by today",
    "today's meeting",
    "spring",
    "summer",
    "autumn",
    "winter",
    "at once",
    "immediately",
];

/// Whether a date or a part of the year is named: *31 May*, *by Friday*, *the end of March*, *2004-05-31*, *Q3*.
pub(crate) fn has_date(said: &Said<'_>) -> bool {
    let mut raw = said
        .text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    raw.any(names_date)
        || said
            .words()
            .windows(2)
            .any(|pair| leads_to_date(&pair[0], &pair[1]))
        || said.has(PERIODS)
}

/// A month, an ISO date or a quarter, with its capital: *may* is no month.
fn names_date(word: &str) -> bool {
    const MONTHS: &str = "January February March April May June July August September October November December Jan Feb Mar \
                          Apr Jun Jul Aug Sep Sept Oct Nov Dec Q1 Q2 Q3 Q4";
    let mut parts = word.split('-');
    let iso = word.len() >= 7
        && word.starts_with("20")
        && word.contains('-')
        && parts.all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    iso || MONTHS.split(' ').any(|month| month == word)
}

/// *By Friday*, *in 2027*.
fn leads_to_date(word: &str, next: &str) -> bool {
    const LEADS: &str = "by before until on after in this next from within";
    const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight christmas easter";
    let year =
        next.len() == 4 && next.starts_with("20") && next.bytes().all(|b| b.is_ascii_digit());
    LEADS.split(' ').any(|lead| lead == word) && (year || DAYS.split(' ').any(|day| day == next))
}
