//! Guardrails: whether something got worse that must not.

use whyproof_stats::effect::Effect;
use whyproof_stats::guardrail::{self, GuardrailState};
use whyproof_stats::{Estimate, Interval, Result, StatsError};

use super::Session;
use super::scale::{self, Scale};
use super::shown::amount;
use super::told::{Estimated, Guard, Guarded};
use crate::experiment::{Amount, Declared, Direction, Guardrail};

/// A guardrail that was not measured, and why.
pub(super) fn unmeasured(guardrail: &Guardrail, says: String) -> Guarded {
    Guarded {
        text: guardrail.text.clone(),
        treatment: None,
        margin: guardrail.margin.clone(),
        direction: guardrail.direction.unwrap_or_default(),
        unit: scale::bare(),
        effect: None,
        state: Guard::NotMeasured,
        says,
    }
}

/// Every column that there is, where a guardrail is in words and may mean one.
pub(super) fn columns(declared: &Declared, session: &mut Session<'_>) -> Vec<String> {
    let in_words = declared.guardrails.iter().any(|one| one.metric.is_none());
    match declared.from.as_deref().filter(|_| in_words) {
        Some(from) => session.all_columns(from),
        None => Vec::new(),
    }
}

/// A guardrail in words, which may name one of `columns`.
pub(super) fn in_words(guardrail: &Guardrail, columns: &[String]) -> Guarded {
    let words = guardrail.text.to_lowercase();
    let named = |column: &&String| {
        let mut words = words.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.any(|word| word == column.to_lowercase())
    };
    let says = match columns.iter().find(named) {
        Some(column) => format!(
            "“{}” is in words only, and `{column}` is a column: write `{{ metric = \"{column}\", margin = \"1 point\", direction = \"down\" }}`.",
            guardrail.text
        ),
        None => format!(
            "“{}” is in words only: nobody has measured it.",
            guardrail.text
        ),
    };
    unmeasured(guardrail, says)
}

/// What `effect` of the treatment says about a guardrail, and its state where it has one.
pub(super) fn guarded(
    guardrail: &Guardrail,
    scale: &Scale,
    treatment: &str,
    effect: &Effect,
) -> (Guarded, Option<GuardrailState>) {
    let without = |says: String| {
        let mut guarded = unmeasured(guardrail, says);
        guarded.treatment = Some(treatment.to_owned());
        guarded.unit = scale.unit.clone();
        (guarded, None)
    };
    let Some(margin) = &guardrail.margin else {
        return without(format!(
            "`{}` has no margin, so nothing can break it: write `margin = \"1 point\"`.",
            guardrail.text
        ));
    };
    let Some(direction) = guardrail.direction else {
        return without(format!(
            "`{}` has no direction, so nobody knows which way is worse: write `direction = \"down\"` where less is better, else \"up\".",
            guardrail.text
        ));
    };
    let estimate = match scale.estimate(effect, margin) {
        Ok(estimate) => estimate,
        Err(trouble) => return without(trouble.message),
    };
    let found = match state(estimate, direction, margin) {
        Ok(found) => found,
        Err(error) => return without(format!("`{}`: {error}.", guardrail.text)),
    };
    let effect = scale::told(estimate, false);
    let guarded = Guarded {
        text: guardrail.text.clone(),
        treatment: Some(treatment.to_owned()),
        margin: Some(margin.clone()),
        direction,
        unit: scale.unit.clone(),
        state: match found.state {
            GuardrailState::Holds => Guard::Holds,
            GuardrailState::Broken => Guard::Broken,
            GuardrailState::NotKnownYet => Guard::NotKnownYet,
        },
        says: says(&guardrail.text, direction, margin, found.state, &effect),
        effect: Some(Estimated {
            p: Some(found.p),
            ..effect
        }),
    };
    (guarded, Some(found.state))
}

/// Held against its margin; in percent on the scale of the logarithm, on which the estimate has its error.
fn state(
    estimate: &Estimate,
    direction: Direction,
    margin: &Amount,
) -> Result<guardrail::Guardrail> {
    let better = scale::direction(direction);
    if !margin.is_relative() {
        return guardrail::guardrail(estimate, better, margin.value);
    }
    if direction == Direction::Up && margin.value >= 1.0 {
        return Err(StatsError::OutOfRange {
            what: "the margin".into(),
            value: margin.value,
            allowed: "below 100%: nothing can fall by more".into(),
        });
    }
    let log = Estimate {
        value: estimate.value.ln_1p(),
        interval: Interval::new(
            estimate.interval.low.ln_1p(),
            estimate.interval.high.ln_1p(),
        )?,
        ..*estimate
    };
    let margin = match direction {
        Direction::Up => -(-margin.value).ln_1p(),
        Direction::Down => margin.value.ln_1p(),
    };
    guardrail::guardrail(&log, better, margin)
}

fn says(
    name: &str,
    direction: Direction,
    margin: &Amount,
    state: GuardrailState,
    effect: &Estimated,
) -> String {
    let loss = scale::direction(direction).gains(effect.interval).negated();
    let shown = |value: f64| amount(value, &margin.unit);
    let allowed = shown(margin.value);
    match state {
        GuardrailState::Holds if loss.high <= 0.0 => {
            format!("`{name}` got no worse; {allowed} was allowed.")
        }
        GuardrailState::Holds => format!(
            "`{name}` got worse by {} at most; {allowed} was allowed.",
            shown(loss.high)
        ),
        GuardrailState::Broken => format!(
            "`{name}` got worse by {} at least; {allowed} was allowed.",
            shown(loss.low)
        ),
        GuardrailState::NotKnownYet if loss.low > 0.0 => format!(
            "`{name}` got worse, by {} to {}; {allowed} was allowed, and whether it is more is not known.",
            shown(loss.low),
            shown(loss.high)
        ),
        GuardrailState::NotKnownYet => format!(
            "`{name}` may have got worse by up to {}; {allowed} was allowed.",
            shown(loss.high)
        ),
    }
}
