//! What counts say by themselves: whether chance alone makes a difference as large as theirs, and whether a share is
//! theirs.

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

/// Points by which a share may be rounded.
const ROUNDED: f64 = 1.0;

/// Whether `a` of `b` is another share than `c` per cent.
pub(super) fn is_off(found: &Captures<'_>) -> bool {
    let text = |name: &str| found.name(name).map(|m| m.as_str());
    let count = |name: &str| text(name).and_then(number);
    let share = text("c").and_then(|share| share.trim_end_matches('%').parse::<f64>().ok());
    let (Some(a), Some(b), Some(share)) = (count("a"), count("b"), share) else {
        return false;
    };
    b > 0 && (100.0 * a as f64 / b as f64 - share).abs() > ROUNDED
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
