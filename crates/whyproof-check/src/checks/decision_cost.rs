//! `decision-cost`: the decision does not say what it costs.

use whyproof_syntax::Severity;

use super::decision_missing::asked;
use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "decision-cost",
    family: Family::Decision,
    severity: Severity::Warning,
    default: true,
    summary: "The decision does not say what it costs",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(asked) = asked(context) else { return };
    if asked.said.iter().any(says_cost) {
        return;
    }
    let found = sink.diagnostic(asked.span, "The decision does not say what it costs").help(
        "Say it in money or in people's time, “at most £4,000”, “two people for six weeks”; where it is not known, say that.",
    );
    sink.push(found);
}

/// Whether a sentence names a cost: a word for it, a sum, or people for a time.
fn says_cost(said: &Said<'_>) -> bool {
    let words = said.words();
    let named = said.has(&[
        "cost*",
        "budget*",
        "for free",
        "free of charge",
        "no money",
        "price*",
        "spend*",
        "headcount",
        "person-*",
        "man-*",
        "invest*",
        "pay",
        "pays",
        "salary",
        "salaries",
        "engineer-*",
        "developer-*",
    ]);
    let money = words.windows(2).any(|pair| {
        let coins = matches!(
            pair[1].as_str(),
            "euros"
                | "euro"
                | "dollars"
                | "pounds"
                | "francs"
                | "eur"
                | "usd"
                | "gbp"
                | "cents"
                | "kroner"
                | "kwacha"
                | "yen"
                | "rupees"
        );
        said::is_number(&pair[0]) && coins
    });
    // "From nothing to $3" is what is given, not what it costs.
    let sum = (0..words.len()).any(|at| {
        let digits = words[at].trim_start_matches(['$', '€', '£']);
        let before = |back: usize| {
            at.checked_sub(back)
                .and_then(|i| words.get(i))
                .map_or("", String::as_str)
        };
        let range = before(1) == "to" && before(2) != "up";
        digits.len() < words[at].len() && digits.starts_with(|c: char| c.is_ascii_digit()) && !range
    });
    named || money || sum || takes_people(words)
}

/// *Two people for six weeks*, *40 hours of the designer*.
fn takes_people(words: &[String]) -> bool {
    let people = words.iter().enumerate().any(|(at, word)| {
        let counted = at > 0 && said::is_number(&words[at - 1]);
        match word.as_str() {
            "people" | "person" | "nurse" | "nurses" | "volunteers" => counted,
            word => matches!(
                word,
                "engineer"
                    | "engineers"
                    | "developer"
                    | "developers"
                    | "designer"
                    | "designers"
                    | "staff"
                    | "team"
            ),
        }
    });
    let time = words.windows(2).any(|pair| {
        let span = matches!(
            pair[1].as_str(),
            "weeks" | "week" | "months" | "days" | "hours" | "sprints" | "evenings" | "weekends"
        );
        span && (said::is_number(&pair[0]) || pair[0] == "one" || pair[0] == "a")
    });
    people && time
}
