//! All there is to a measurement.

use whyproof_case::Measurement;
use whyproof_case::measure::Effect;

use crate::terminal::style;
use crate::text::{width, wrap};

/// The rest of one experiment, under headings.
pub(super) fn write(measured: &Measurement, columns: usize) -> String {
    let mut text = String::new();
    let mut section = |heading: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        let strong = style::STRONG;
        text.push_str(&format!("\n{strong}{heading}{strong:#}\n"));
        for line in lines {
            for (at, part) in wrap_kept(&line, columns.saturating_sub(4))
                .iter()
                .enumerate()
            {
                let indent = if at == 0 { "  " } else { "    " };
                text.push_str(&format!("{indent}{part}\n"));
            }
        }
    };
    let variants_of = match measured.is_adjusted {
        true => "Variants, as they are before anything is taken off",
        false => "Variants",
    };
    section(variants_of, variants(measured));
    for effect in &measured.effects {
        let heading = format!("{} against {}", effect.treatment, effect.control);
        section(&heading, of_effect(measured, effect));
    }
    let several = measured.effects.len() > 1;
    let says = |guarded: &whyproof_case::measure::Guarded| {
        let treatment = guarded.treatment.as_ref().filter(|_| several);
        let with = treatment.map(|name| format!(" with {name}"));
        format!(
            "{}{}: {}. {}",
            guarded.text,
            with.unwrap_or_default(),
            guarded.state.word(),
            guarded.says
        )
    };
    section("Guardrails", measured.guardrails.iter().map(says).collect());
    section("Other metrics, which decide nothing", others(measured));
    section("Segments, adjusted for their number", segments(measured));
    section("Forecast", forecast(measured));
    section("Method", vec![measured.method.clone()]);
    section("What must hold", measured.assumptions.clone());
    let trust = measured.trust.iter().map(|note| {
        let mark = if note.warns { "!" } else { "·" };
        format!("{mark} {}", note.says)
    });
    section("Whether to trust it", trust.collect());
    section("Read", measured.files.clone());
    section("Asked of the data", measured.queries.clone());
    text
}

/// Wrapped, but SQL keeps its own lines.
fn wrap_kept(text: &str, columns: usize) -> Vec<String> {
    text.lines().flat_map(|line| wrap(line, columns)).collect()
}

fn variants(measured: &Measurement) -> Vec<String> {
    let names: Vec<String> = measured
        .variants
        .iter()
        .map(|arm| arm.name.clone())
        .collect();
    let wide = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let each = measured.variants.iter().map(|arm| {
        let value = arm
            .value
            .map_or_else(|| "no value".to_owned(), |value| measured.value(value));
        let gap = " ".repeat(wide.saturating_sub(width(&arm.name)));
        let missing = match arm.missing {
            0 => String::new(),
            some => format!("; {} left out for lack of a value", measured.count(some)),
        };
        format!(
            "{}{gap}  {value}  of {} {}{missing}",
            arm.name,
            measured.count(arm.n),
            measured.units
        )
    });
    each.collect()
}

fn of_effect(measured: &Measurement, effect: &Effect) -> Vec<String> {
    let mut lines = vec![format!(
        "Effect: {}",
        measured.estimated(&effect.absolute, false)
    )];
    lines.push(match &effect.relative {
        Ok(relative) => format!("Relative: {}", measured.estimated(relative, true)),
        Err(why) => format!("Relative: none, {why}"),
    });
    lines.extend(effect.reasons.iter().cloned());
    if let Some(belief) = effect.belief {
        lines.push(format!(
            "Better with a probability of {}; choosing it loses {} on average.",
            measured.percent(belief.better),
            measured.amount(belief.loss)
        ));
        if let Some(worthwhile) = belief.worthwhile {
            lines.push(format!(
                "Worth it with a probability of {}.",
                measured.percent(worthwhile)
            ));
        }
    }
    lines
}

fn others(measured: &Measurement) -> Vec<String> {
    let each = measured.others.iter().map(|other| match &other.effect {
        Ok((_, estimated)) => format!(
            "{} with {}: {}",
            other.metric,
            other.treatment,
            measured.estimated_in(estimated, &other.unit)
        ),
        Err(why) => format!("{}: {why}", other.metric),
    });
    each.collect()
}

fn segments(measured: &Measurement) -> Vec<String> {
    let several = measured.effects.len() > 1;
    let with = |treatment: &str| match several {
        true => format!(" with {treatment}"),
        false => String::new(),
    };
    let each = measured
        .segments
        .iter()
        .map(|segment| match &segment.effect {
            Ok(estimated) => format!(
                "{} {}{} ({} and {}): {}",
                segment.column,
                segment.value,
                with(&segment.treatment),
                measured.count(segment.n.0),
                measured.count(segment.n.1),
                measured.estimated(estimated, false)
            ),
            Err(why) => format!(
                "{} {}{}: {why}",
                segment.column,
                segment.value,
                with(&segment.treatment)
            ),
        });
    each.collect()
}

fn forecast(measured: &Measurement) -> Vec<String> {
    let Some(forecast) = &measured.forecast else {
        return Vec::new();
    };
    let of = match measured.effects.as_slice() {
        [first, _, ..] => format!(" It is held against {}.", first.treatment),
        _ => String::new(),
    };
    let number = |value: f64| measured.amount_in(value, &forecast.unit);
    let mut lines = vec![format!("{}{of}", forecast.says)];
    if let Some(score) = forecast.interval_score {
        lines.push(format!(
            "Interval score {}: how wide the range was, and {} times what it missed by.",
            number(score),
            whyproof_case::measure::plain_number(2.0 / (1.0 - forecast.level))
        ));
    }
    lines.push(format!(
        "CRPS {}: how far the forecast was from what came of it; the smaller, the better. That what came of it is itself not sure is not counted.",
        number(forecast.crps)
    ));
    if let Some(brier) = forecast.brier {
        lines.push(format!(
            "Brier score of “will it clear the bar”: {}, from 0 for sure and right to 1 for sure and wrong.",
            whyproof_case::measure::plain_number(brier)
        ));
    }
    lines
}
