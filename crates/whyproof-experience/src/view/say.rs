//! A job's words in the place of the person's: only those that the person confirmed.

use whyproof_case::capital;

use super::TailorInput;
use crate::resume::{Confirmed, Own};
use crate::stems::words;
use crate::truth;

/// What is said in the job's words: what the view says, and what was confirmed once and for all where the job uses it.
/// What would say more than the person's own word is told, and not said.
pub(super) fn confirmed(input: &TailorInput<'_>, own: &Own) -> (Vec<Confirmed>, Vec<String>) {
    let asked = super::stems_asked(input.bar);
    let in_job = |one: &&Confirmed| {
        let wanted = words(&one.theirs);
        !wanted.is_empty() && wanted.iter().all(|word| asked.contains(&word.stem))
    };
    let all = input
        .view
        .say
        .iter()
        .chain(own.confirmed.iter().filter(in_job));
    let (mut says, mut notes): (Vec<Confirmed>, Vec<String>) = (Vec::new(), Vec::new());
    for one in all {
        if words(&one.mine).is_empty() || says.iter().any(|said| said.mine == one.mine) {
            continue;
        }
        match truth::more(&one.mine, &one.theirs) {
            None => says.push(one.clone()),
            Some(says) => notes.push(format!(
                "“{}” does not stand for “{}”: {says}.",
                one.theirs, one.mine
            )),
        }
    }
    // Longer ones first: *product owner* goes before *owner*.
    says.sort_by_key(|one| std::cmp::Reverse(words(&one.mine).len()));
    (says, notes)
}

/// A text in the job's words, and what was changed for it. What was put in is not looked at again.
pub(super) fn said(text: &str, says: &[Confirmed]) -> (String, Vec<Confirmed>) {
    let found = words(text);
    let word = |at: usize| text[found[at].at.clone()].to_lowercase();
    let mut out = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    let mut changed: Vec<Confirmed> = Vec::new();
    while at < found.len() {
        let hit = says.iter().find_map(|one| {
            let mine: Vec<String> = words(&one.mine)
                .iter()
                .map(|word| one.mine[word.at.clone()].to_lowercase())
                .collect();
            let end = at + mine.len();
            let is_here = end <= found.len()
                && mine
                    .iter()
                    .enumerate()
                    .all(|(more, it)| word(at + more) == *it);
            is_here.then_some((one, end))
        });
        let Some((one, end)) = hit else {
            at += 1;
            continue;
        };
        let start = found[at].at.start;
        let is_capital = text[start..].starts_with(char::is_uppercase)
            && !one.mine.starts_with(char::is_uppercase);
        out.push_str(&text[done..start]);
        out.push_str(&if is_capital {
            capital(&one.theirs)
        } else {
            one.theirs.clone()
        });
        done = found[end - 1].at.end;
        at = end;
        if !changed.contains(one) {
            changed.push(one.clone());
        }
    }
    out.push_str(&text[done..]);
    (out, changed)
}
