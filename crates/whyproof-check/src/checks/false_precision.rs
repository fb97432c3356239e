//! `false-precision`: more digits than the sample can carry.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Dimension, List, Passage, Quantity, Unit, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "false-precision",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "More digits than the sample can carry",
    run,
};

/// A digit is too many where one person more or less moves the number by more than this many of its last digit.
const LAST_DIGITS: f64 = 20.0;

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if passage.bearing == Bearing::Did {
            continue;
        }
        let all = passage.quantities();
        for quantity in all
            .iter()
            .filter(|quantity| !passage.is_quoted(quantity.start))
        {
            let Some((why, help)) = too_precise(&passage, quantity, all) else {
                continue;
            };
            let words = passage.written(quantity.start, quantity.end);
            let diagnostic = sink
                .diagnostic(
                    passage.span(quantity.start, quantity.end),
                    format!("{}: {why}", quote(words)),
                )
                .help(help);
            passage.report(sink, diagnostic);
            break;
        }
    }
}

/// Why a number has more digits than can be known, and what to write instead.
fn too_precise(
    passage: &Passage<'_>,
    quantity: &Quantity,
    all: &[Quantity],
) -> Option<(String, String)> {
    if quantity.unit == Unit::PERCENT {
        return percent(passage, quantity, all);
    }
    let money = quantity.unit.dimension == Dimension::Money;
    if quantity.figure || !(money || quantity.unit.dimension == Dimension::Count) {
        return None;
    }
    let about = matches!(
        passage.before(quantity.start),
        "about"
            | "roughly"
            | "approximately"
            | "around"
            | "nearly"
            | "almost"
            | "~"
            | "circa"
            | "some"
    );
    if about && quantity.significant >= 4 {
        return Some((
            format!(
                "“{}” and {} digits",
                passage.before(quantity.start),
                quantity.significant
            ),
            format!(
                "Round it, {}, or leave the word out.",
                rounded(quantity.value)
            ),
        ));
    }
    let forecast = money && passage.has(List::Future) && quantity.value >= 100.0;
    let cents = quantity.decimals == 2 && quantity.significant >= 4 && quantity.value < 1e6;
    if forecast && !passage.block.sourced && (cents || quantity.significant >= 5) {
        return Some((
            "a forecast cannot know that much".to_owned(),
            format!("Round it, {}, or give a range.", rounded(quantity.value)),
        ));
    }
    None
}

/// A percentage against the count that it is of.
fn percent(
    passage: &Passage<'_>,
    quantity: &Quantity,
    all: &[Quantity],
) -> Option<(String, String)> {
    match sample(passage, quantity, all) {
        Some(n) => {
            let last = 10_f64.powi(-i32::from(quantity.decimals));
            let step = 100.0 / n;
            let too_many =
                quantity.value > 0.0 && quantity.value < 100.0 && last * LAST_DIGITS < step;
            too_many.then(|| {
                let one = if step >= 10.0 {
                    format!("{step:.0}")
                } else {
                    format!("{step:.1}")
                };
                (
                    format!("one of {n} is {one}% already"),
                    format!(
                        "Write the count, “{:.0} of {n}”, or round.",
                        quantity.value / 100.0 * n
                    ),
                )
            })
        }
        None => bare_percent(passage, quantity),
    }
}

/// Two decimals of a percentage, and no sample to carry them.
fn bare_percent(passage: &Passage<'_>, quantity: &Quantity) -> Option<(String, String)> {
    let sure =
        quantity.figure || passage.sentence.figure || passage.block.sourced || passage.is_counted();
    let many = quantity.decimals >= 2 && (1.0..99.0).contains(&quantity.value);
    (many && !sure).then(|| {
        (
            format!(
                "{} digits, and no sample to carry them",
                quantity.significant
            ),
            format!(
                "Say of how many it is a percentage, or round: “{:.0}%”.",
                quantity.value
            ),
        )
    })
}

/// The sample of a percentage: the count nearest to it in its sentence, "of 31 people"; none where it is an average.
fn sample(passage: &Passage<'_>, quantity: &Quantity, all: &[Quantity]) -> Option<f64> {
    if passage.has(List::Average) {
        return None;
    }
    let whole = |other: &&Quantity| {
        let count =
            other.unit.dimension == Dimension::Count && other.value >= 2.0 && other.value <= 1e9;
        let of = (1..=2).any(|n| matches!(passage.nth_before(other.start, n), "of" | "among"));
        count && of && other.value.fract() == 0.0
    };
    let far = |other: &Quantity| {
        other
            .start
            .abs_diff(quantity.end)
            .min(quantity.start.abs_diff(other.end))
    };
    all.iter()
        .filter(whole)
        .filter(|other| far(other) <= 40)
        .min_by_key(|other| far(other))
        .map(|other| other.value)
}

/// `value` to two digits, in words that quote it.
fn rounded(value: f64) -> String {
    let unit = 10_f64.powf(value.abs().log10().floor() - 1.0);
    let round = (value / unit).round() * unit;
    format!("“about {}”", grouped(round))
}

/// A whole number with commas between its thousands.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
