//! The lines that speak for somebody most, where there is no story to be the strongest.

use whyproof_experience::{Quote, Take};

use super::says;

/// The section's title.
pub(crate) const TITLE: &str = "What speaks for you most";
/// How many lines are told.
const TOLD: usize = 3;
/// How many criteria a line tells at least.
const LEAST: usize = 2;
/// Fewest words of a line: a language or a tool is no deed.
const FEWEST: usize = 4;

/// Lines with the criteria that they tell, those that tell most first; none where there are stories.
pub(crate) fn lines(take: &Take) -> Vec<(&Quote, Vec<&str>)> {
    if !take.strongest.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<(&Quote, Vec<&str>)> = Vec::new();
    for one in take.bars.iter().flat_map(|bar| &bar.criteria) {
        let title = says::heading(one);
        let deeds = one.found.iter();
        for quote in deeds.filter(|quote| quote.words.split_whitespace().count() >= FEWEST) {
            let known = lines
                .iter_mut()
                .find(|(known, _)| known.words == quote.words && known.line == quote.line);
            match known {
                Some((_, titles)) => titles.push(title),
                None => lines.push((quote, vec![title])),
            }
        }
    }
    lines.retain(|(_, titles)| titles.len() >= LEAST);
    lines.sort_by_key(|(_, titles)| std::cmp::Reverse(titles.len()));
    lines.truncate(TOLD);
    lines
}
