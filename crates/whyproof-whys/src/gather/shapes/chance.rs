//! Whether chance alone makes a difference as large as the one between two counts.

use regex::Captures;
use whyproof_stats::Alternative;
use whyproof_stats::proportions::{Share, fisher_exact};

/// From this chance on a difference is no surprise.
const LIKELY: f64 = 0.1;

/// Whether `a` of `b` and `c` of `d` differ by no more than chance explains: Fisher's exact test, two-sided.
pub(super) fn is_likely(found: &Captures<'_>) -> bool {
    let count = |name: &str| found.name(name).and_then(|m| number(m.as_str()));
    let share = |k: &str, n: &str| Share::new(count(k)?, count(n)?).ok();
    let (Some(one), Some(other)) = (share("a", "b"), share("c", "d")) else {
        return false;
    };
    fisher_exact(&one, &other, Alternative::TwoSided).is_ok_and(|p| p > LIKELY)
}

/// A whole number in digits or words.
fn number(text: &str) -> Option<u64> {
    const WORDS: &[&str] = &[
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let lower = text.to_lowercase();
    let word = WORDS.iter().position(|word| *word == lower);
    word.map(|at| at as u64)
        .or_else(|| lower.replace(',', "").parse().ok())
}
