//! What somebody may have meant by a word that means nothing.

use whyproof_syntax::{Edit, Fix, Span};

/// The one candidate that `word` is a slip of: letters' case apart one edit away, two in words of eight and more.
/// None where several are as near, or where only digits differ: `cost-1` is not a slip of `cost-2`.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let long = word.chars().count();
    let mut best: Option<(usize, &str)> = None;
    let mut alone = true;
    for candidate in candidates {
        if candidate.chars().count().abs_diff(long) > 2 {
            continue;
        }
        let other = candidate.to_lowercase();
        if candidate == word || best.is_some_and(|(_, known)| known == candidate) {
            continue;
        }
        let most = match lower.chars().count().max(other.chars().count()) {
            0..=2 => 0,
            3..=7 => 1,
            _ => 2,
        };
        let distance = strsim::osa_distance(&lower, &other);
        if distance > most || (distance > 0 && letters(&lower) == letters(&other)) {
            continue;
        }
        match best {
            Some((known, _)) if known < distance => {}
            Some((known, _)) if known == distance => alone = false,
            _ => {
                best = Some((distance, candidate));
                alone = true;
            }
        }
    }
    best.filter(|_| alone).map(|(_, candidate)| candidate)
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| !c.is_numeric()).collect()
}

/// A fix that is safe to apply: `was`, at `span`, becomes `now`.
pub(crate) fn replace(span: Span, was: &str, now: &str) -> Fix {
    Fix {
        title: format!("Write `{now}` instead of `{was}`"),
        safe: true,
        edits: vec![Edit {
            span,
            text: now.to_owned(),
        }],
    }
}
