//! What is wrong, in words, and what to do about it.

use whyproof_stats::StatsError;

use super::told::Trouble;
use crate::sql::SqlError;

/// What a quantile without an interval is called by `whyproof-stats`.
const QUANTILE: &str = "the quantile";

/// An effect on `metric` that cannot be given.
pub(super) fn of(metric: &str, error: &StatsError) -> Trouble {
    match error {
        StatsError::NoVariance { which } if which == QUANTILE => Trouble {
            message: format!(
                "So many values are the same that `{metric}` has no interval: they are too coarse for a quantile."
            ),
            help: "Measure the share beyond a limit: a column of 0 and 1 in a query.".to_owned(),
        },
        StatsError::NoVariance { .. } => Trouble {
            message: format!("`{metric}` does not vary, so nothing can be told from chance."),
            help: "Look at the column and at `population`: within each variant every value is the same.".to_owned(),
        },
        StatsError::NotFinite { .. } => not_finite(metric, None),
        StatsError::TooFew { .. } | StatsError::Empty { .. } => Trouble {
            message: format!("There is too little of `{metric}` to measure: {error}."),
            help: "Measure more, or look at `from` and `population`.".to_owned(),
        },
        _ => Trouble {
            message: format!("The effect on `{metric}` cannot be given: {error}."),
            help: "Mend the data in a query, and measure that.".to_owned(),
        },
    }
}

/// Values that are infinite or no numbers, and how many where that is known.
pub(super) fn not_finite(metric: &str, many: Option<u64>) -> Trouble {
    let has = match many {
        Some(1) => "a value that is infinite or no number".to_owned(),
        Some(many) => format!(
            "{} values that are infinite or no numbers",
            super::shown::count(many)
        ),
        None => "values that are infinite or no numbers".to_owned(),
    };
    Trouble {
        message: format!("`{metric}` has {has}."),
        help: "Correct them, or leave them out by `population`; a missing value is none."
            .to_owned(),
    }
}

/// A variant with no value of the metric, or one.
pub(super) fn too_few(metric: &str, variant: &str, n: u64) -> Trouble {
    let has = if n == 0 { "no row" } else { "one row only" };
    Trouble {
        message: format!("The variant `{variant}` has {has} with a value of `{metric}`."),
        help: "Measure more, or look at `from`, `population` and the names of the variants."
            .to_owned(),
    }
}

/// A column that is not there, among those that are.
pub(super) fn no_column(name: &str, from: &str, all: &[String]) -> Trouble {
    let each = all.iter().map(|column| format!("`{column}`"));
    Trouble {
        message: format!(
            "`{from}` has no column `{name}`; it has {}.",
            crate::explain::list_first(each)
        ),
        help: match super::near(name, all.iter().map(String::as_str)) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "Write a column as the data have it, or make it in a query and measure that."
                .to_owned(),
        },
    }
}

/// A query that gave no rows.
pub(super) fn sql(error: &SqlError) -> Trouble {
    let help = match error {
        SqlError::NoEngine => "Measure with a build that has the feature `figures`.",
        SqlError::Table { .. } => {
            "`from` is a file beside the case, a query of it, or a table of whyproof.toml."
        }
        SqlError::Wrong { .. } => "Look at the names of the columns, and at `population`.",
        SqlError::Bound { .. } => {
            "Raise the bound in whyproof.toml, or sum up the data in a query first."
        }
        _ => "Try again, or look at the source.",
    };
    Trouble {
        message: format!(
            "The data cannot be read: {}.",
            error.to_string().trim_end_matches('.')
        ),
        help: help.to_owned(),
    }
}
