//! Whether an answer admits that its speaker does not know it: not that others do not, and not that the speaker did not
//! know it then and went to find out.

use std::ops::Range;

use super::lexicon::ADMISSIONS;
use super::measure::{evidence_in, numbers, rows};
use super::words::{Word, sentences_of, words};

/// Most admissions of an answer that are weighed.
const WEIGHED: usize = 40;
/// How many words before an admission say whose it is.
const BEFORE: usize = 5;

/// Who does not know it, where it is not the speaker.
const OTHERS: &[&str] = &[
    "they",
    "he",
    "she",
    "you",
    "who",
    "them",
    "people",
    "customers",
    "users",
    "patients",
    "staff",
    "managers",
    "teams",
    "everyone",
    "others",
    "clients",
    "colleagues",
    "they're",
    "most",
    "many",
];
/// What may stand between the one who does not know and the admission.
const BETWEEN: &[&str] = &[
    "did", "do", "does", "was", "were", "am", "are", "is", "had", "has", "have", "not", "still",
    "really", "simply", "honestly", "just", "even", "also", "would", "could", "frankly", "truly",
    "yet", "at", "all", "sorry", "no", "yes",
];
/// The speaker, nobody, or a word that is no one's.
const OWN: &[&str] = &[
    "i", "we", "i'm", "we're", "nobody", "one", "it", "that", "this", "there", "which", "and",
    "but", "so", "because", "or", "me", "us", "really",
];
/// What says that it was so then.
const PAST: &[&str] = &[
    "did", "didn't", "had", "hadn't", "was", "wasn't", "were", "weren't", "could", "couldn't",
    "assumed",
];
/// What leads on from what was not known to what was done about it.
const ON: &[&str] = &["so", "then", "therefore", "but", "until", "and"];

/// Where an answer admits that something is assumed or not known.
pub(super) fn found(question: &str, answer: &str, found: &[Word]) -> Option<Range<usize>> {
    let sentences = sentences_of(answer);
    let mut all = rows(found, ADMISSIONS).take(WEIGHED);
    let is_own = |at: &Range<usize>| is_admission(question, answer, found, &sentences, at);
    let at = all.find(is_own)?;
    let (first, last) = (found.get(at.start)?, found.get(at.end.checked_sub(1)?)?);
    Some(first.at.start..last.at.end)
}

/// `at` are the places of the admission's words.
fn is_admission(
    question: &str,
    answer: &str,
    all: &[Word],
    sentences: &[Range<usize>],
    at: &Range<usize>,
) -> bool {
    let said = all.get(at.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (said.first(), said.last()) else {
        return false;
    };
    let sentence = sentences
        .iter()
        .find(|sentence| sentence.contains(&first.at.start));
    let from = sentence.map_or(0, |sentence| sentence.start);
    let before = clause_before(answer, all.get(..at.start).unwrap_or_default(), from);
    if before.iter().any(|word| word.any(OTHERS))
        && !before.iter().any(|word| word.any(&["i", "we"]))
    {
        return false;
    }
    let knows = said
        .iter()
        .any(|word| word.any(&["know", "sure", "unsure"]));
    if knows && !is_the_speakers(before) {
        return false;
    }
    let is_past = before.iter().chain(said).any(|word| word.any(PAST));
    if !is_past {
        return true;
    }
    let is_told_of = before
        .first()
        .is_some_and(|word| word.any(&["what", "where", "which"]));
    let asks_what_was_known = words(question)
        .iter()
        .any(|word| word.any(&["know", "knew", "known", "unsure", "assume", "assumed"]));
    let rest = answer.get(last.at.end..).unwrap_or_default();
    let answers = knows && asks_what_was_known;
    !(is_told_of || answers || goes_on(rest))
}

/// The last words of the clause before an admission.
fn clause_before<'w>(answer: &str, before: &'w [Word], from: usize) -> &'w [Word] {
    let mut start = before.len();
    let mut next: Option<&Word> = None;
    for (place, word) in before.iter().enumerate().rev().take(BEFORE) {
        let gap = next.and_then(|next| answer.get(word.at.end..next.at.start));
        let is_parted = gap.is_some_and(|gap| gap.contains([',', ';', ':', '—', '–', '(']));
        if word.at.start < from || is_parted {
            break;
        }
        start = place;
        next = Some(word);
    }
    before.get(start..).unwrap_or_default()
}

/// Whether it is the speaker who does not know, or nobody is named.
fn is_the_speakers(before: &[Word]) -> bool {
    let who = before.iter().rev().find(|word| !word.any(BETWEEN));
    who.is_none_or(|who| who.any(OWN))
}

/// Whether an answer goes on with what was done or found about what had not been known.
fn goes_on(rest: &str) -> bool {
    let found = words(rest);
    let acts = found.iter().enumerate().any(|(at, word)| {
        let next = found.get(at + 1..).unwrap_or_default();
        word.any(ON) && next.iter().take(2).any(|word| word.any(&["i", "we"]))
    });
    acts || !evidence_in(rest, &found).is_empty() || !numbers(rest, &found).is_empty()
}

#[cfg(test)]
mod tests {
    use super::found;
    use crate::drill::words::words;

    fn admits(question: &str, answer: &str) -> Option<String> {
        let at = found(question, answer, &words(answer))?;
        answer.get(at).map(str::to_owned)
    }

    #[test]
    fn what_the_speaker_does_not_know_is_admitted() {
        let asked = "How many parcels came back?";
        for (answer, words) in [
            ("I do not know.", "do not know"),
            (
                "Honestly, I'm not sure; it was a long time ago.",
                "not sure",
            ),
            ("We never counted. It was never measured.", "never counted"),
            ("It was not measured.", "not measured"),
            ("We assumed it.", "assumed"),
            (
                "I did not know how many came back in that year.",
                "not know",
            ),
            ("There is no data.", "no data"),
            ("I cannot say.", "cannot say"),
            (
                "Customers did not know where to look, and I don't know how many.",
                "don't know",
            ),
        ] {
            assert_eq!(admits(asked, answer).as_deref(), Some(words), "{answer}");
        }
    }

    #[test]
    fn what_was_not_known_then_or_by_others_is_no_admission() {
        for (asked, answer) in [
            (
                "What went wrong?",
                "What I did not know then was how long the drivers waited, so I measured it.",
            ),
            (
                "Why did you start there?",
                "At first we were not sure, so I sat beside the packers.",
            ),
            (
                "How did you find the cause?",
                "We had no data. I asked every depot for its log.",
            ),
            (
                "Why did they leave?",
                "Customers did not know that the form was optional.",
            ),
            (
                "Who was it for?",
                "For nurses who are not sure which form to take.",
            ),
            (
                "What did you not know when you decided?",
                "I did not know that the second depot would close.",
            ),
            (
                "What did you expect?",
                "I assumed that they would wait, but I was wrong: 40 left.",
            ),
            (
                "What happened?",
                "The manager did not know that it was open.",
            ),
        ] {
            assert_eq!(admits(asked, answer), None, "{answer}");
        }
    }
}
