//! The lines that speak for somebody most, where there is no story to be the strongest.

use whyproof_experience::{CriterionTake, Quote, Reading, Take};

/// The section's title.
pub(crate) const TITLE: &str = "What speaks for you most";
/// What stands over what a line tells.
pub(crate) const TELLS: &str = "It tells";
/// How many lines are told.
const TOLD: usize = 3;
/// How many criteria a line tells at least, or one and a result.
const LEAST: usize = 2;
/// How many criteria a result is worth.
const RESULT: usize = 2;
/// Fewest words of a line: a language or a tool is no deed.
const FEWEST: usize = 4;

/// A line with the criteria that it tells.
pub(crate) type Line<'t> = (&'t Quote, Vec<(&'t str, &'t CriterionTake)>);

/// Lines with the criteria that they tell and their bars' names, those first that tell most or what came of it; none
/// where there are stories.
pub(crate) fn lines(take: &Take) -> Vec<Line<'_>> {
    if !take.strongest.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Line<'_>> = Vec::new();
    let bars = take.bars.iter();
    let criteria = bars.flat_map(|bar| bar.criteria.iter().map(|one| (bar.name.as_str(), one)));
    for (bar, one) in criteria {
        let deeds = one.found.iter().chain(&one.more);
        for quote in deeds.filter(|quote| quote.words.split_whitespace().count() >= FEWEST) {
            let known = lines
                .iter_mut()
                .find(|(known, _)| known.words == quote.words && known.line == quote.line);
            match known {
                Some((_, criteria)) => criteria.push((bar, one)),
                None => lines.push((quote, vec![(bar, one)])),
            }
        }
    }
    let weight = |(quote, criteria): &Line<'_>| {
        let is_result = criteria.iter().any(|(_, one)| tells_result(one, quote));
        criteria.len() + if is_result { RESULT } else { 0 }
    };
    lines.retain(|line| weight(line) >= LEAST);
    lines.sort_by_key(|line| std::cmp::Reverse(weight(line)));
    lines.truncate(TOLD);
    lines
}

/// Whether a line was read there as telling what came of it.
fn tells_result(one: &CriterionTake, line: &Quote) -> bool {
    let same = one.found.iter().chain(&one.more);
    let mut same = same.filter(|quote| quote.words == line.words && quote.line == line.line);
    same.any(|quote| quote.readings.iter().any(Reading::is_of_a_result))
}
