//! What is true of every form and every value.

use proptest::prelude::*;
use whyproof_case::Cell;
use whyproof_case::form::{self, Given, Saying, Shape, Unsayable};

#[rustfmt::skip]
const BITS: &[&str] = &[
    "at least", "about", "nearly", "more than", "just over", "10", "12%", "–", "-", "to", "between", "and", "of",
    "in", "out of", "a", "third", "two", "thirds", "half", "most", "all", "none", "doubled", "rose", "fell", "by",
    "(", ")", "$", "€", "EUR", "1,234", "12,34,567", "33,9", ".5", "e6", "× 10^6", "10⁶", "min", "h", "s", ":05",
    "4:32", "Nov", "2026", "-11-23", "Q3", "rd", "th", "k", "M", "million", "per cent", "points", "or more", "+",
    "twenty", "one", "?", "'", "’", "é", "°", "\u{a0}", "\u{202f}", "n =", "only",
];

#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "34", "0", "950", "33,9 %", "0,125", "1.234,5", "+3%", "(1,200)", "($5)", "+$5", "$+5.0", ".5", "three",
    "Twenty-one", "twelve people", "ten per cent", "two million", "3rd", "third", "Twenty-first place", "1.2e6",
    "1.25 × 10^6", "1 × 10⁶ m", "3 min 20 s", "2 h 05 min", "1 day, 2 hours and 3.5 minutes", "4:32", "1:02:03",
    "04:32.5", "2:05 h", "2h5m", "90 s", "2.5 days", "2026-11-23", "23 November 2026", "November 23, 2026",
    "Nov 2026", "2026", "23/11/2026", "11/23/2026", "23.11.2026", "Q3 2025", "2011-Q3", "3rd May 2020", "Sept 2026",
    "2026-11-23 14:05", "2026-11-23T14:05:06Z", "2026-11", "yes", "False", "n = 34", "only 34%", "45.1% points",
    "1990s", "19 minutes each", "5 MB", "12 kg CO2",
];

#[rustfmt::skip]
const AFTER: &[&str] = &[
    "", "%", " %", " per cent", " points", "K", "M", " million", " bn", " km", " people", "-minute", "x", " ms",
    "/day", "°C", " MB", " km per person", "m", " EUR", " % of riders",
];

fn shape(text: &str) -> Option<Shape> {
    match form::read(text) {
        Some(Saying::Value(shape)) => Some(shape),
        _ => None,
    }
}

/// Texts of figures that show every part of their form: a number long enough for its groups, with a minus.
fn full_text() -> impl Strategy<Value = String> {
    let money = prop::sample::select(vec!["", "$", "€ ", "USD ", "A$", "CHF ", "#"]);
    let digits = prop::sample::select(vec![
        "1,234,567",
        "1234567",
        "1 234 567",
        "1\u{202f}234\u{202f}567",
        "1'234'567",
        "12,34,567",
    ]);
    let fraction = prop::sample::select(vec!["", ".8", ".80", ".801", ".8012"]);
    let after = prop::sample::select(AFTER);
    let minus = prop::sample::select(vec!["-", "−", "–"]);
    (minus, money, digits, fraction, after, any::<bool>()).prop_map(
        |(minus, money, digits, fraction, after, inside)| {
            if inside && !money.is_empty() {
                format!("{money}{minus}{digits}{fraction}{after}")
            } else {
                format!("{minus}{money}{digits}{fraction}{after}")
            }
        },
    )
}

/// Any text that a figure may have.
fn any_text() -> impl Strategy<Value = String> {
    let others = prop::sample::select(OTHERS);
    prop_oneof![full_text(), others.prop_map(str::to_owned)]
}

fn any_number() -> impl Strategy<Value = Cell> {
    prop_oneof![
        any::<i64>().prop_map(Cell::Int),
        (-2000_i64..2000).prop_map(Cell::Int),
        any::<f64>().prop_map(Cell::Float),
        (-1e9..1e9).prop_map(Cell::Float),
        (-2.0..2.0).prop_map(Cell::Float),
        (-20000_i32..20000, 0..6).prop_map(|(n, d)| Cell::Float(f64::from(n) / 10_f64.powi(d))),
    ]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    let date = (990_i16..3005, 1_i8..13, 1_i8..29).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
    let time = (date.clone(), 0_i8..24, 0_i8..60, 0_i8..60);
    prop_oneof![
        4 => any_number(),
        1 => (-1e7..1e7).prop_map(Cell::Span),
        1 => (0_u32..100_000).prop_map(|s| Cell::Span(f64::from(s))),
        1 => any::<f64>().prop_map(Cell::Span),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => date.prop_map(Cell::Date),
        1 => time.prop_map(|(day, h, m, s)| Cell::Time(day.at(h, m, s, 0))),
        1 => any_text().prop_map(Cell::Text),
        1 => Just(Cell::Null),
    ]
}

/// Texts near those of the grammar.
fn near_text() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(BITS);
    let gap = prop::sample::select(vec!["", " ", "\n", "  "]);
    prop::collection::vec((bits, gap), 0..8).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(bit, gap)| [bit, gap])
            .collect()
    })
}

/// Rounds a decimal numeral half away from zero, by hand.
fn by_hand(digits: i64, scale: u32, decimals: u32) -> String {
    let wide = i128::from(digits.unsigned_abs()) * 10_i128.pow(decimals);
    let unit = 10_i128.pow(scale);
    let rounded = (2 * wide + unit) / (2 * unit);
    let power = 10_i128.pow(decimals);
    let minus = if digits < 0 && rounded > 0 { "−" } else { "" };
    let (whole, part) = (rounded / power, rounded % power);
    let width = decimals as usize;
    if decimals == 0 {
        format!("{minus}{whole}")
    } else {
        format!("{minus}{whole}.{part:0width$}")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_said_says_itself(text in any_text(), cell in any_cell()) {
        let Some(form) = shape(&text) else { return Err(TestCaseError::fail(format!("{text} is no value"))) };
        let said = match form.say(&cell) {
            Ok(said) => said,
            Err(Unsayable::Ambiguous(said)) => {
                let known = text.matches('/').count() == 2 || text.matches(',').count() == 1;
                prop_assert!(known, "{text} says {said}, and not again");
                return Ok(());
            }
            Err(_) => return Ok(()),
        };
        prop_assert!(!said.contains("-0.0%"));
        let again = shape(&said);
        prop_assert!(again.is_some(), "{text} says {said}, which is no value");
        let again = again.unwrap().say(&cell);
        prop_assert_eq!(again.as_deref(), Ok(said.as_str()), "{} of {:?}", text, cell);
    }

    #[test]
    fn a_text_that_shows_its_form_keeps_it(text in full_text(), size in 1e19_f64..1e20) {
        let form = shape(&text);
        prop_assert!(form.is_some(), "{text} is no value");
        let form = form.unwrap();
        let said = form.say(&Cell::Float(-size)).unwrap();
        prop_assert_eq!(shape(&said), Some(form), "{} says {}", text, said);
    }

    #[test]
    fn any_number_is_said_by_plain_forms(cell in any_number(), text in full_text()) {
        let form = shape(&text).unwrap();
        let Some(number) = cell.number() else { return Ok(()) };
        if number.is_finite() && number.abs() < 1e20 {
            prop_assert!(form.say(&cell).is_ok(), "{text} of {cell:?}");
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero(digits in -99_999_999_999_i64..100_000_000_000, scale in 0_u32..9, decimals in 0_u32..8) {
        let value: f64 = format!("{digits}e-{scale}").parse().unwrap();
        let text = format!("1234567.{}", "0".repeat(decimals as usize));
        let form = shape(text.trim_end_matches('.')).unwrap();
        prop_assert_eq!(form.say(&Cell::Float(value)).unwrap(), by_hand(digits, scale, decimals));
    }

    #[test]
    fn halves_themselves_are(whole in -100_000_i64..100_000, decimals in 0_u32..4) {
        let digits = whole * 10 + if whole < 0 { -5 } else { 5 };
        let value: f64 = format!("{digits}e-{}", decimals + 1).parse().unwrap();
        let text = format!("1234567.{}", "0".repeat(decimals as usize));
        let form = shape(text.trim_end_matches('.')).unwrap();
        prop_assert_eq!(form.say(&Cell::Float(value)).unwrap(), by_hand(digits, decimals + 1, decimals));
    }

    #[test]
    fn nothing_panics(text in any::<String>(), near in near_text(), cell in any_cell(), of in any::<Option<f64>>()) {
        for text in [text, near] {
            match form::read(&text) {
                Some(Saying::Value(form)) => {
                    if let Ok(said) = form.say(&cell) {
                        let again = shape(&said);
                        prop_assert!(again.is_some(), "{text:?} says {said:?}, which is no value");
                        let again = again.unwrap().say(&cell);
                        prop_assert_eq!(again.as_deref(), Ok(said.as_str()), "{:?}", text);
                    }
                }
                Some(Saying::Asserted(condition)) => {
                    let _ = condition.holds(&Given { cell: &cell, of });
                    prop_assert!(!condition.in_words().is_empty());
                }
                Some(Saying::Open) | None => {}
            }
        }
    }
}
