//! Comparisons: *A is cheaper than B*.

use crate::english::Class;
use crate::english::class;
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// *A is more than B*: what is compared, by what, with what.
pub(crate) fn than(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let Some(than) = take.find_any(&["than"]).filter(|at| *at > clause.verb) else {
        return;
    };
    let other = take
        .find(&["rather", "than"])
        .or_else(|| take.find(&["other", "than"]))
        .or_else(|| take.find(&["no", "more", "than"]));
    if other.is_some() || clause.to <= than || tokens[clause.verb].any(&["would", "could"]) {
        return;
    }
    let start = (clause.verb + 1..than).rev().take(4).find(|at| {
        let word = tokens[*at].lower.as_str();
        ["more", "less", "fewer"].contains(&word)
            || (word.ends_with("er")
                && ![
                    "other", "rather", "never", "ever", "over", "under", "after", "number",
                ]
                .contains(&word))
            || ["better", "worse"].contains(&word)
    });
    let Some(start) = start else { return };
    let copula = tokens[clause.verb].any(&["is", "are", "was", "were"]);
    let (Some(words), Some(comparative), Some((other, _))) = (
        take.clause_words(clause),
        take.words(start, than),
        take.phrase(than + 1),
    ) else {
        return;
    };
    if other.text.starts_with(|c: char| c.is_ascii_digit())
        || class(&tokens[than + 1].lower) == Class::Preposition
    {
        return;
    }
    let mut slots = Slots::from([
        ("clause", words),
        ("comparative", comparative),
        ("than", other),
    ]);
    if let Some(subject) = take.subject(clause)
        && copula
        && start <= clause.verb + 2
    {
        slots.insert("subject", subject);
    }
    let measurable = slots.contains_key("subject")
        && (start + 1 == than || (tokens[start].any(&["more", "less"]) && start + 2 == than));
    let mut material = take.take(Attach::Comparison, "“than”", 68, slots);
    if measurable {
        material.facts.push("measurable");
    }
    into.push(material);
}
