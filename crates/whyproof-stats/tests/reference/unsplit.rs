//! Designs without a random split.

use serde_json::{Value, json};
use whyproof_stats::Alternative;
use whyproof_stats::moments::Moments;
use whyproof_stats::regression::{autoregressive, newey_west};
use whyproof_stats::without_split::{
    PanelRow, SeriesErrors, SeriesOptions, difference_in_differences, interrupted, parallel_trends,
    two_way,
};

use crate::table::{Row, fitted, listed};

pub(crate) fn answer(row: &Row<'_>) -> Option<Value> {
    let (level, both) = (
        row.input("level").as_f64().map(|_| row.level()),
        Alternative::TwoSided,
    );
    match row.topic() {
        "difference in differences" => {
            let found = difference_in_differences(&panel(row), 6, level?, both).expect("an effect");
            assert_eq!((found.treated_units, found.control_units), (7, 7));
            Some(listed(&[found.effect]))
        }
        "difference in differences two-way" => {
            let found = two_way(&panel(row), 6, level?, both).expect("an effect");
            Some(listed(&[found.effect]))
        }
        "parallel trends slope" => Some(listed(&[parallel_trends(&panel(row), 6, level?)
            .expect("trends")
            .slope])),
        "parallel trends joint" => {
            let trends = parallel_trends(&panel(row), 6, level?).expect("trends");
            let joint = trends.joint.expect("a test");
            Some(json!({"f": joint.f, "df": [joint.df.0, joint.df.1], "p": joint.p}))
        }
        "series autoregressive" => {
            let columns: Vec<Vec<f64>> = row
                .texts("regressors")
                .iter()
                .map(|name| row.column(name))
                .collect();
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let found = autoregressive(&row.column("value"), &columns).expect("a fit");
            let mut ours = fitted(&found.fit, 0, level?);
            ours["memory"] = json!(found.memory);
            Some(ours)
        }
        "series effects" => Some(effects(row)),
        "series trend" | "series interrupted" => {
            let columns: Vec<Vec<f64>> = row
                .texts("regressors")
                .iter()
                .map(|name| row.column(name))
                .collect();
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let lags = row.number("lags") as usize;
            let fit = newey_west(&row.column("value"), &columns, lags, row.flag("correction"));
            Some(fitted(&fit.expect("a fit"), 0, level?))
        }
        _ => None,
    }
}

fn panel(row: &Row<'_>) -> Vec<PanelRow> {
    let (units, weeks) = (row.column("shop"), row.column("week"));
    let (treated, sales, counts) = (
        row.column("treated"),
        row.column("sales"),
        row.column("count"),
    );
    let weighted = row.input("count").is_string();
    (0..units.len())
        .map(|i| PanelRow {
            unit: units[i] as u64,
            treated: treated[i] > 0.0,
            period: weeks[i] as i64,
            outcome: Moments::from_centred(
                if weighted { counts[i] as u64 } else { 1 },
                sales[i],
                0.0,
            )
            .expect("moments"),
        })
        .collect()
}

fn effects(row: &Row<'_>) -> Value {
    let lags = row.number("lags") as usize;
    let errors = SeriesErrors::NeweyWest { lags };
    let options = SeriesOptions {
        errors,
        level: row.level(),
        ..SeriesOptions::default()
    };
    let change = row.number("change") as usize;
    let found = interrupted(&row.column("value"), change, options).expect("effects");
    json!({
        "average": found.average.value, "average_se": found.average.standard_error,
        "average_p": found.average.p, "last": found.last.value,
        "last_se": found.last.standard_error, "last_p": found.last.p,
        "durbin_watson": found.durbin_watson,
    })
}
